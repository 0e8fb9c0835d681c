//! One council: who sits there, when it met, and what was said to be done.

use super::councils::{KINDS, address};
use super::{Parts, choose, day, needed, needed_date, parts, typed_parts};
use crate::acts::councils;
use crate::model::council::Seat;
use crate::model::{LINE, TEXT};
use crate::store::{self, StoredAction, StoredMeeting, StoredSeat};
use crate::words;
use askama::Template;
use db::Id;
use identity::{Grant, KeepRegister, SeeDesk};
use web::{Cx, Errors, Fault, Reply, Req, invalid, page};

struct SeatLine {
    id: String,
    href: String,
    name: String,
    role: String,
    is_leading: bool,
    /// The council needs somebody who can say yes, and this is not one.
    lacks_leading: bool,
    period: String,
    is_left: bool,
}

/// An action point as lists show it.
pub(super) struct ActionLine {
    pub id: String,
    pub task: String,
    pub responsible: String,
    pub due: String,
    pub is_late: bool,
    pub closed: String,
    pub outcome: String,
}

pub(super) fn action_line(cx: &Cx, one: &StoredAction, today: jiff::civil::Date) -> ActionLine {
    ActionLine {
        id: one.id.to_string(),
        task: one.task.clone(),
        responsible: one.responsible.clone(),
        due: day(cx, one.due_on),
        is_late: one.closed_on.is_none() && one.due_on.is_some_and(|day| day < today),
        closed: day(cx, one.closed_on),
        outcome: one.outcome.clone(),
    }
}

struct MeetingLine {
    href: String,
    day: String,
    place: String,
    /// Words and mark of how far the minutes have come.
    state: (&'static str, &'static str, &'static str),
}

/// How far the minutes of a meeting have come.
pub(super) fn minutes_state(one: &StoredMeeting) -> (&'static str, &'static str, &'static str) {
    match (one.approved_on, one.minutes.is_empty()) {
        (Some(_), _) => ("civil-minutes-approved", "ok", "✓"),
        (None, false) => ("civil-minutes-written", "info", "◐"),
        (None, true) => ("civil-minutes-none", "", "○"),
    }
}

/// What somebody typed in one of the small forms.
#[derive(Default)]
struct Typed {
    organisation: String,
    role: String,
    is_leading: bool,
    from: Option<Parts>,
    /// The action point whose form came back, and what was written.
    action: String,
    outcome: String,
}

#[derive(Template)]
#[template(path = "civil-society/council.html")]
struct Page {
    cx: Cx,
    errors: Errors,
    here: String,
    name: String,
    is_strategic: bool,
    is_closed: bool,
    facts: Vec<(String, String)>,
    seats: Vec<SeatLine>,
    left: Vec<SeatLine>,
    meetings: Vec<MeetingLine>,
    open: Vec<ActionLine>,
    done: Vec<ActionLine>,
    typed: Typed,
    from: Parts,
    may_keep: bool,
}

async fn build(req: &Req, cx: Cx, may_keep: bool, errors: Errors, mut typed: Typed) -> Result<Page, Fault> {
    let (id, today) = (req.id_param("council")?, req.today());
    let mut read = req.site.db.read().await?;
    let one = store::council(&mut read, id).await?.council;
    let seats = store::seats(&mut read).await?;
    let meetings = store::meetings(&mut read).await?;
    let actions = store::actions(&mut read).await?;
    drop(read);
    let here = cx.link(&address(id));
    let seat = |seat: &StoredSeat| SeatLine {
        id: seat.id.to_string(),
        href: cx.link(&super::organisation_address(seat.organisation_id)),
        name: seat.name.clone(),
        role: seat.role.clone(),
        is_leading: seat.is_leading,
        lacks_leading: one.is_strategic() && !seat.is_leading,
        period: period(&cx, seat),
        is_left: !seat.is_taken(today) && seat.until_on.is_some(),
    };
    let of_it = seats.iter().filter(|one| one.council_id == id).map(seat);
    let (left, seats) = of_it.partition(|one| one.is_left);
    let meeting = |one: &StoredMeeting| MeetingLine {
        href: format!("{here}/mote/{}", one.id),
        day: day(&cx, one.on_day),
        place: one.place.clone(),
        state: minutes_state(one),
    };
    let actions = actions.iter().filter(|one| one.council_id == id);
    let (open, done): (Vec<_>, Vec<_>) = actions.partition(|one| one.closed_on.is_none());
    let lines = |list: Vec<&StoredAction>| list.into_iter().map(|one| action_line(&cx, one, today)).collect();
    Ok(Page {
        facts: facts(req, &cx, &one),
        meetings: meetings
            .iter()
            .filter(|one| one.council_id == id)
            .map(meeting)
            .collect(),
        open: lines(open),
        done: lines(done),
        from: typed.from.take().unwrap_or_else(|| parts(Some(today))),
        is_strategic: one.is_strategic(),
        is_closed: one.is_closed,
        name: one.name,
        seats,
        left,
        here,
        may_keep,
        errors,
        typed,
        cx,
    })
}

fn facts(req: &Req, cx: &Cx, one: &crate::model::council::Council) -> Vec<(String, String)> {
    let kinds = words::choices(&req.site, req.lang, KINDS);
    let led = if one.is_led_by_municipality {
        cx.t("civil-yes")
    } else {
        String::new()
    };
    vec![
        (cx.t("civil-field-council-kind"), words::name(&kinds, &one.kind)),
        (cx.t("civil-field-chair"), one.chair.clone()),
        (cx.t("civil-field-led"), led),
        (cx.t("civil-field-rhythm"), one.rhythm.clone()),
        (cx.t("civil-field-rules"), one.rules.clone()),
        (cx.t("civil-field-meeting-next"), day(cx, one.next_on)),
    ]
}

fn period(cx: &Cx, seat: &StoredSeat) -> String {
    match (seat.from_on, seat.until_on) {
        (Some(from), Some(until)) => cx.period(&from, &until),
        (Some(from), None) => cx.t1("civil-seat-since", "day", cx.short_date(&from)),
        _ => String::new(),
    }
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let may_keep = who.staff.may::<KeepRegister>();
    page(&build(&req, who.cx(&req), may_keep, Errors::default(), Typed::default()).await?)
}

pub(crate) async fn seat(req: Req, who: Grant<KeepRegister>) -> Reply {
    let (id, form) = (req.id_param("council")?, req.form()?);
    if form.text("gor") == "lamna" {
        let seat: Id = form.text("seat").parse().map_err(|_| Fault::NotFound)?;
        councils::leave_seat(&req.site, &who, id, seat, req.today()).await?;
        return req.done(&address(id), "civil-note-seat-left");
    }
    let mut errors = Errors::default();
    let written = form.text("organisation");
    let mut read = req.site.db.read().await?;
    let organisation = choose::organisation(&req, &mut read, &written, &mut errors, "organisation").await?;
    drop(read);
    let role = needed(&req, &form, &mut errors, "role", "civil-error-seat-role", LINE);
    let from = needed_date(&req, &form, &mut errors, "from", "civil-error-seat-from");
    super::screen::numbers(&req, &mut errors, &[("role", &role)]);
    if let (Some(organisation), Some(from_on), true) = (organisation, from, errors.is_empty()) {
        let seat = Seat {
            organisation,
            role,
            is_leading: form.has("leading"),
            from_on,
        };
        councils::take_seat(&req.site, &who, id, &seat, Some(&form.text("nyckel"))).await?;
        return req.done(&address(id), "civil-note-seat");
    }
    let typed = Typed {
        organisation: written,
        role,
        is_leading: form.has("leading"),
        from: Some(typed_parts(&form, "from")),
        ..Typed::default()
    };
    invalid(&build(&req, who.cx(&req).failed(), true, errors, typed).await?)
}

pub(crate) async fn close_action(req: Req, who: Grant<KeepRegister>) -> Reply {
    let (id, action, form) = (req.id_param("council")?, req.id_param("action")?, req.form()?);
    let mut errors = Errors::default();
    let outcome = needed(&req, &form, &mut errors, "outcome", "civil-error-action-outcome", TEXT);
    super::screen::numbers(&req, &mut errors, &[("outcome", &outcome)]);
    if errors.is_empty() {
        return match councils::close_action(&req.site, &who, id, action, &outcome).await {
            // Sent twice: the first did it.
            Ok(()) | Err(Fault::Conflict) => req.done(&address(id), "civil-note-action-done"),
            Err(fault) => Err(fault),
        };
    }
    let typed = Typed {
        action: action.to_string(),
        outcome,
        ..Typed::default()
    };
    invalid(&build(&req, who.cx(&req).failed(), true, errors, typed).await?)
}
