//! One meeting of a council: what it took up, who was there, what was written, and what somebody is to do.

use super::council::{ActionLine, action_line, minutes_state};
use super::councils::address as council_address;
use super::{Parts, day, needed, needed_date, typed_parts};
use crate::acts::councils;
use crate::model::LINE;
use crate::model::council::ActionPoint;
use crate::store::{self, StoredMeeting};
use askama::Template;
use db::Id;
use identity::{Grant, KeepRegister, SeeDesk};
use web::{Cx, Errors, Fault, Reply, Req, download, invalid, page};

/// The page of a meeting.
pub(super) fn address(council: Id, meeting: Id) -> String {
    format!("{}/mote/{meeting}", council_address(council))
}

/// The meeting of the address, which belongs to the council of the address.
pub(super) async fn of_address(req: &Req, conn: &mut db::Conn) -> Result<StoredMeeting, Fault> {
    let meeting = store::meeting(conn, req.id_param("meeting")?).await?;
    if meeting.council_id == req.id_param("council")? {
        Ok(meeting)
    } else {
        Err(Fault::NotFound)
    }
}

/// What somebody typed.
#[derive(Default)]
struct Typed {
    task: String,
    responsible: String,
    due: Parts,
}

#[derive(Template)]
#[template(path = "civil-society/meeting.html")]
struct Page {
    cx: Cx,
    errors: Errors,
    here: String,
    council: String,
    council_href: String,
    title: String,
    state: (&'static str, &'static str, &'static str),
    facts: Vec<(String, String)>,
    agenda: Vec<String>,
    present: Vec<String>,
    absent: Vec<String>,
    minutes: String,
    document_name: String,
    actions: Vec<ActionLine>,
    may_approve: bool,
    is_approved: bool,
    typed: Typed,
    revision: i64,
    may_keep: bool,
}

async fn build(req: &Req, cx: Cx, may_keep: bool, errors: Errors, typed: Typed) -> Result<Page, Fault> {
    let mut read = req.site.db.read().await?;
    let meeting = of_address(req, &mut read).await?;
    let council = store::council(&mut read, meeting.council_id).await?.council;
    let seats = store::seats(&mut read).await?;
    let there = store::attendance(&mut read, meeting.id).await?;
    let actions = store::actions(&mut read).await?;
    drop(read);
    let on_day = meeting.on_day.unwrap_or(req.today());
    let seats = seats
        .iter()
        .filter(|one| one.council_id == meeting.council_id && (one.is_taken(on_day) || there.contains(&one.id)));
    let (present, absent): (Vec<_>, Vec<_>) = seats.partition(|one| there.contains(&one.id));
    let named = |list: Vec<&store::StoredSeat>| -> Vec<String> {
        list.into_iter()
            .map(|one| format!("{}, {}", one.name, one.role))
            .collect()
    };
    let today = req.today();
    let actions = actions.iter().filter(|one| one.meeting_id == meeting.id);
    Ok(Page {
        here: cx.link(&address(meeting.council_id, meeting.id)),
        council_href: cx.link(&council_address(meeting.council_id)),
        title: cx.t2(
            "civil-meeting-title",
            ("council", &council.name),
            ("day", &day(&cx, meeting.on_day)),
        ),
        council: council.name,
        state: minutes_state(&meeting),
        facts: vec![
            (cx.t("civil-field-meeting-place"), meeting.place.clone()),
            (cx.t("civil-minutes-approved-on"), day(&cx, meeting.approved_on)),
            (cx.t("civil-meeting-by"), meeting.updated_by.clone()),
        ],
        present: named(present),
        // Before the meeting nobody is missing.
        absent: if there.is_empty() { Vec::new() } else { named(absent) },
        actions: actions.map(|one| action_line(&cx, one, today)).collect(),
        may_approve: may_keep && meeting.approved_on.is_none() && !meeting.minutes.is_empty(),
        is_approved: meeting.approved_on.is_some(),
        revision: meeting.revision,
        agenda: meeting.agenda,
        minutes: meeting.minutes,
        document_name: meeting.document_name,
        may_keep,
        errors,
        typed,
        cx,
    })
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let may_keep = who.staff.may::<KeepRegister>();
    page(&build(&req, who.cx(&req), may_keep, Errors::default(), Typed::default()).await?)
}

pub(crate) async fn approve(req: Req, who: Grant<KeepRegister>) -> Reply {
    let form = req.form()?;
    let meeting = of_address(&req, &mut req.site.db.read().await?).await?;
    let revision = form.int("revision").unwrap_or(0);
    councils::approve_minutes(&req.site, &who, meeting.id, revision).await?;
    req.done(&address(meeting.council_id, meeting.id), "civil-note-approved")
}

pub(crate) async fn add_action(req: Req, who: Grant<KeepRegister>) -> Reply {
    let form = req.form()?;
    let meeting = of_address(&req, &mut req.site.db.read().await?).await?;
    let mut errors = Errors::default();
    let task = needed(&req, &form, &mut errors, "task", "civil-error-action-task", LINE);
    let responsible = needed(&req, &form, &mut errors, "responsible", "civil-error-responsible", LINE);
    let due = needed_date(&req, &form, &mut errors, "due", "civil-error-action-due");
    let texts = [("task", task.as_str()), ("responsible", &responsible)];
    super::screen::numbers(&req, &mut errors, &texts);
    match due {
        Some(due_on) if errors.is_empty() => {
            let action = ActionPoint {
                task,
                responsible,
                due_on,
            };
            councils::add_action(&req.site, &who, meeting.id, &action, Some(&form.text("nyckel"))).await?;
            req.done(&address(meeting.council_id, meeting.id), "civil-note-action")
        }
        _ => {
            let typed = Typed {
                task,
                responsible,
                due: typed_parts(&form, "due"),
            };
            invalid(&build(&req, who.cx(&req).failed(), true, errors, typed).await?)
        }
    }
}

/// The minutes as the PDF that was left.
pub(crate) async fn document(req: Req, _: Grant<SeeDesk>) -> Reply {
    let mut read = req.site.db.read().await?;
    let meeting = of_address(&req, &mut read).await?;
    let bytes = store::document(&mut read, meeting.id).await?;
    download(&meeting.document_name, documents::PDF, bytes)
}
