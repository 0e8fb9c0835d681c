//! `/arbetsyta`: what waits today, from every part of the house, and one's own dialogues.

use super::head::title;
use crate::{Filter, Kind, Phase, store};
use askama::Template;
use identity::{Grant, SeeDesk};
use jiff::civil::Date;
use method::{Asking, Duty, Packs, Sources};
use web::{Cx, Reply, Req, page};

#[derive(Template)]
#[template(path = "dialogues/today.html")]
struct Today {
    cx: Cx,
    duties: Vec<DutyRow>,
    dialogues: Vec<MyRow>,
    counts: Vec<(String, usize)>,
    may_plan: bool,
}

struct DutyRow {
    href: String,
    title: String,
    about: String,
    /// When it is owed, in words.
    when: String,
    /// The tag's kind: `bad` when late, `warn` today.
    kind: &'static str,
}

struct MyRow {
    href: String,
    title: String,
    /// The word of `kit::status`; empty for what residents do not see, which is told by its state in the method.
    state: String,
    state_name: String,
    next: String,
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let today = req.today();
    let asking = Asking {
        staff: who.staff.clone(),
        today,
        lang: req.lang,
        days_ahead: method::FORTNIGHT,
        packs: method::packs(&req.site),
    };
    let mut read = req.site.db.read().await?;
    let duties = req.site.get::<Sources>().duties(&mut read, &asking).await?;
    let all = store::all(&mut read).await?;
    let mine = Filter {
        owner: Some(who.staff.id),
        ..Filter::default()
    };
    let dialogues = all
        .iter()
        .filter(|one| mine.takes(one, today) && !one.phase(today).is_over())
        .map(|one| my_row(&cx, &asking.packs, one, today))
        .collect();
    let of_dialogues = || all.iter().filter(|one| one.kind == Kind::Dialogue);
    let count = |phase: Phase| of_dialogues().filter(|one| one.phase(today) == phase).count();
    let counts = [
        Phase::Hidden,
        Phase::Coming,
        Phase::Open,
        Phase::Closed,
        Phase::Deciding,
        Phase::Decided,
    ]
    .map(|phase| (cx.t(&format!("dialogues-count-{}", phase.code())), count(phase)));
    let page_ = Today {
        duties: duties.iter().map(|duty| duty_row(&cx, duty, today)).collect(),
        dialogues,
        counts: counts.into(),
        may_plan: super::may_plan(&who.staff),
        cx,
    };
    page(&page_)
}

fn my_row(cx: &Cx, packs: &Packs, one: &crate::Dialogue, today: Date) -> MyRow {
    let pack = packs.followed(&one.pack, &one.edition, &one.template);
    MyRow {
        href: cx.link(&one.desk_address()),
        title: title(cx, one),
        state: match one.kind {
            Kind::Dialogue => one.state_on(today).to_string(),
            _ => String::new(),
        },
        state_name: pack.state_name(&one.state, cx.lang).to_string(),
        next: next_date(cx, one, today),
    }
}

fn duty_row(cx: &Cx, duty: &Duty, today: Date) -> DutyRow {
    let (when, kind) = match duty.due {
        None => (String::new(), ""),
        Some(day) if day < today => (cx.t1("dialogues-duty-late", "day", cx.short_date(&day)), "bad"),
        Some(day) if day == today => (cx.t("dialogues-duty-today"), "warn"),
        Some(day) => (cx.t1("dialogues-duty-due", "day", cx.short_date(&day)), "info"),
    };
    DutyRow {
        href: cx.link(&duty.href),
        title: cx.t(duty.title_key),
        about: duty.about.clone(),
        when,
        kind,
    }
}

/// The next day that matters in a dialogue, in words.
fn next_date(cx: &Cx, dialogue: &crate::Dialogue, today: Date) -> String {
    let (opens, closes) = match dialogue.kind {
        Kind::Dialogue => ("dialogues-next-opens", "dialogues-next-closes"),
        _ => ("dialogues-next-begins", "dialogues-next-ends"),
    };
    let days = [
        (opens, dialogue.opens_on),
        (closes, dialogue.closes_on),
        ("dialogues-next-feedback", dialogue.feedback_on),
    ];
    let coming = days
        .into_iter()
        .filter_map(|(key, day)| Some((key, day?)))
        .find(|(_, day)| *day >= today);
    coming
        .map(|(key, day)| cx.t1(key, "day", cx.short_date(&day)))
        .unwrap_or_default()
}
