//! What waits on the desk for whoever keeps the register or prevents crime.

use crate::model::agreement::{State, state, warned_from};
use crate::model::clock::{Demand, begin_on, next_due};
use crate::model::promise::is_running_out;
use crate::model::proposal::first_due;
use crate::model::relevance::Decision;
use crate::picture::Picture;
use crate::store;
use db::{Conn, Id};
use identity::{KeepRegister, PreventCrime};
use jiff::civil::Date;
use method::{Asking, Duty};

/// All that waits for whoever asks.
pub(crate) async fn duties(conn: &mut Conn, asking: &Asking) -> db::Result<Vec<Duty>> {
    let mut duties = Vec::new();
    if asking.staff.may::<KeepRegister>() {
        duties.extend(reviews(conn, asking).await?);
        duties.extend(agreements(conn, asking).await?);
        duties.extend(councils(conn, asking).await?);
        duties.extend(proposals(conn, asking).await?);
        duties.extend(referrals(conn, asking).await?);
        duties.extend(changes(conn).await?);
    }
    if asking.staff.may::<PreventCrime>() {
        duties.extend(crime(conn, asking).await?);
    }
    Ok(duties)
}

/// One line for all organisations whose facts are to be looked at: an imported register would otherwise fill the desk.
async fn reviews(conn: &mut Conn, asking: &Asking) -> db::Result<Option<Duty>> {
    let first = store::to_review(conn, asking.horizon(), 1).await?;
    let count = store::count_to_review(conn, asking.horizon()).await?;
    let (Some(first), count) = (first.into_iter().next(), count) else {
        return Ok(None);
    };
    let (title_key, about, href) = match count {
        1 => (
            "civil-duty-review",
            first.name,
            format!("{}/{}", crate::REGISTER, first.id),
        ),
        _ => (
            "civil-duty-review-many",
            count.to_string(),
            format!("{}?visa=granska", crate::REGISTER),
        ),
    };
    Ok(Some(Duty {
        due: first.review_on,
        title_key,
        about,
        href,
        weight: 1,
    }))
}

/// Agreements that run out within six months or have, and those to follow up.
async fn agreements(conn: &mut Conn, asking: &Asking) -> db::Result<Vec<Duty>> {
    let mut duties = Vec::new();
    for one in store::agreements(conn).await? {
        let stands = state(&one.agreement, one.ended_on, asking.today);
        let duty = |due, title_key, weight| Duty {
            due,
            title_key,
            about: one.agreement.title.clone(),
            href: format!("{}/{}", crate::AGREEMENTS, one.id),
            weight,
        };
        match one.agreement.expires_on {
            Some(last) if stands == State::Expired => duties.push(duty(Some(last), "civil-duty-expired", 2)),
            Some(last) if stands == State::InForce && warned_from(last) <= asking.today => {
                duties.push(duty(Some(last), "civil-duty-expires", 2));
            }
            _ => {}
        }
        let is_due = one.agreement.follow_up_on.is_some_and(|day| day <= asking.horizon());
        if is_due && stands == State::InForce {
            duties.push(duty(one.agreement.follow_up_on, "civil-duty-agreement-follow-up", 2));
        }
    }
    Ok(duties)
}

/// Meetings that come, minutes that nobody has approved, and what was said to be done.
async fn councils(conn: &mut Conn, asking: &Asking) -> db::Result<Vec<Duty>> {
    let councils = store::councils(conn).await?;
    let meetings = store::meetings(conn).await?;
    let actions = store::actions(conn).await?;
    let is_near = |day: Option<Date>| day.is_some_and(|day| day <= asking.horizon());
    let mut duties = Vec::new();
    for one in councils.iter().filter(|one| !one.council.is_closed) {
        let here = format!("{}/{}", crate::COUNCILS, one.id);
        let duty = |due, title_key, about: &str, href: String| Duty {
            due,
            title_key,
            about: about.to_owned(),
            href,
            weight: 2,
        };
        let own = meetings.iter().filter(|meeting| meeting.council_id == one.id);
        let (waiting, held): (Vec<_>, Vec<_>) = own.partition(|meeting| meeting.approved_on.is_none());
        let next_on = one.council.next_on;
        let is_held = held.iter().any(|meeting| meeting.on_day >= next_on);
        if is_near(next_on) && !is_held {
            duties.push(duty(next_on, "civil-duty-council", &one.council.name, here.clone()));
        }
        let unapproved = waiting.iter().filter(|meeting| meeting.on_day < Some(asking.today));
        duties.extend(unapproved.map(|meeting| {
            let href = format!("{here}/mote/{}", meeting.id);
            duty(None, "civil-duty-minutes", &one.council.name, href)
        }));
        let open = actions
            .iter()
            .filter(|action| action.council_id == one.id && action.closed_on.is_none() && is_near(action.due_on));
        duties.extend(open.map(|action| duty(action.due_on, "civil-duty-action", &action.task, here.clone())));
    }
    Ok(duties)
}

/// Proposals that wait for an answer.
async fn proposals(conn: &mut Conn, asking: &Asking) -> db::Result<Vec<Duty>> {
    let all = store::proposals(conn).await?;
    let near = all
        .iter()
        .filter(|one| !one.is_answered && one.due_on.is_some_and(|day| day <= asking.horizon()));
    let duty = |one: &store::StoredProposal| Duty {
        due: one.due_on,
        title_key: "civil-duty-proposal",
        about: one.title.clone(),
        href: format!("{}/{}", crate::PROPOSALS, one.id),
        weight: 3,
    };
    Ok(near.map(duty).collect())
}

/// Referrals whose day is near while nothing has come of some organisation.
async fn referrals(conn: &mut Conn, asking: &Asking) -> db::Result<Vec<Duty>> {
    let near = store::near_referrals(conn, asking.horizon()).await?;
    if near.is_empty() {
        return Ok(Vec::new());
    }
    let all = dialogues::Filter::default();
    let processes = dialogues::list_of(conn, dialogues::Kind::Collaboration, &all, asking.today).await?;
    let duty = |one: &store::NearReferral| {
        let process = processes.iter().find(|process| process.id == one.process_id)?;
        Some(Duty {
            due: one.due_on,
            title_key: "civil-duty-referral",
            about: process.title.clone(),
            href: format!("{}/{}", process.desk_address(), crate::desk::asked::ASKED),
            weight: 2,
        })
    };
    Ok(near.iter().filter_map(duty).collect())
}

/// Facts that organisations want changed: a fortnight, as with a proposal.
async fn changes(conn: &mut Conn) -> db::Result<Vec<Duty>> {
    let all = store::waiting_changes(conn).await?;
    let duty = |one: &store::StoredChange| {
        // The day in Greenwich: at most the one before in Sweden, for what is sent at night.
        let sent_on = one.sent_at.to_zoned(jiff::tz::TimeZone::UTC).date();
        Duty {
            due: Some(first_due(sent_on)),
            title_key: "civil-duty-change",
            about: one.organisation.clone(),
            href: format!("{}/{}/andring/{}", crate::REGISTER, one.organisation_id, one.id),
            weight: 2,
        }
    };
    Ok(all.iter().map(duty).collect())
}

/// What the act asks for every other year, from half a year before it is due.
async fn demands(conn: &mut Conn, asking: &Asking) -> db::Result<Vec<Duty>> {
    let all = store::demands_met(conn).await?;
    let duty = |demand: &Demand| {
        let met = store::latest_met(&all, *demand)?;
        let due = next_due(met.decided_on?);
        let title_key = match demand {
            Demand::Picture => "civil-duty-picture",
            Demand::Plan => "civil-duty-plan",
        };
        (begin_on(due) <= asking.horizon()).then(|| Duty {
            due: Some(due),
            title_key,
            about: met.version.clone(),
            href: crate::DEMANDS.to_owned(),
            weight: 3,
        })
    };
    Ok(Demand::ALL.iter().filter_map(duty).collect())
}

/// Promises that run out with no later one written, and those to follow up.
async fn promises(conn: &mut Conn, asking: &Asking) -> db::Result<Vec<Duty>> {
    let all = store::promises(conn).await?;
    let latest = all.iter().map(|one| one.promise.until_on).max();
    let mut duties = Vec::new();
    for one in &all {
        let promise = &one.promise;
        let duty = |due, title_key| Duty {
            due: Some(due),
            title_key,
            about: promise.title.clone(),
            href: format!("{}/{}", crate::PROMISES, one.id),
            weight: 2,
        };
        if latest.is_some_and(|latest| is_running_out(promise.until_on, latest, asking.today)) {
            duties.push(duty(promise.until_on, "civil-duty-promise"));
        }
        if let Some(day) = promise.follow_up_on.filter(|day| *day <= asking.horizon()) {
            duties.push(duty(day, "civil-duty-promise-follow-up"));
        }
    }
    Ok(duties)
}

/// Gaps that were to be closed by a day and are not, judgements whose review has come, measures whose day has.
async fn crime(conn: &mut Conn, asking: &Asking) -> db::Result<Vec<Duty>> {
    let picture = Picture::read(conn).await?;
    let horizon = asking.horizon();
    let mut duties = Vec::new();
    for problem in &picture.problems {
        let duty = |due, title_key, href: &str| Duty {
            due,
            title_key,
            about: problem.problem.title.clone(),
            href: href.to_owned(),
            weight: 2,
        };
        let of_problem = picture.judgements.iter().filter(|one| one.problem_id == problem.id);
        // One line for each problem: its earliest review.
        if let Some(first) = of_problem
            .filter_map(|one| one.review_on)
            .min()
            .filter(|day| *day <= horizon)
        {
            duties.push(duty(Some(first), "civil-duty-judge", crate::RELEVANCE));
        }
        let gaps = picture.gaps.iter().filter(|gap| gap.problem == problem.id);
        let to_close = gaps
            .filter_map(|gap| picture.decision(gap))
            .filter(|one| one.decision == Decision::Close.code());
        if let Some(first) = to_close
            .filter_map(|one| one.due_on)
            .min()
            .filter(|day| *day <= horizon)
        {
            duties.push(duty(Some(first), "civil-duty-gap", crate::GAPS));
        }
    }
    duties.extend(demands(conn, asking).await?);
    duties.extend(promises(conn, asking).await?);
    let follow_ups = store::measure_follow_ups(conn).await?;
    let is_followed = |id: Id, due| {
        follow_ups
            .iter()
            .any(|one| one.measure_id == id && one.followed_on >= due)
    };
    let measures = store::measures(conn).await?;
    let due = measures.iter().filter(|one| {
        let due = one.measure.due_on;
        due.is_some_and(|day| day <= horizon) && !is_followed(one.id, due)
    });
    duties.extend(due.map(|one| Duty {
        due: one.measure.due_on,
        title_key: "civil-duty-measure",
        about: one.measure.action.chars().take(80).collect(),
        href: format!("{}/{}", crate::MEASURES, one.id),
        weight: 2,
    }));
    Ok(duties)
}
