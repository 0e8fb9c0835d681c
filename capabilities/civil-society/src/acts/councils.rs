//! Councils: set up, given members, met, and held to what was said.

use super::crime::first_time;
use crate::model::council::{ActionPoint, Council, Meeting, Seat};
use crate::store;
use db::Id;
use identity::{Grant, KeepRegister};
use jiff::civil::Date;
use serde_json::json;
use web::{Fault, Site};

/// Sets up a council, or writes one anew.
///
/// # Errors
/// [`Fault::Conflict`] when somebody wrote after the revision; a rule when the form was sent twice.
pub async fn write_council(
    site: &Site,
    who: &Grant<KeepRegister>,
    stands: Option<(Id, i64)>,
    council: &Council,
    once: Option<&str>,
) -> Result<Id, Fault> {
    site.db
        .write(who.actor(), async |tx| {
            let id = match stands {
                Some((id, revision)) => {
                    store::update_council(tx, id, revision, council).await?;
                    id
                }
                None => {
                    first_time(tx, once).await?;
                    store::add_council(tx, council).await?
                }
            };
            let detail = json!({ "name": council.name, "closed": council.is_closed });
            tx.audit("council.write", "council", id, detail).await?;
            Ok(id)
        })
        .await
}

/// Gives an organisation a seat.
///
/// # Errors
/// [`Fault::NotFound`]; a rule when the form was sent twice.
pub async fn take_seat(
    site: &Site,
    who: &Grant<KeepRegister>,
    council: Id,
    seat: &Seat,
    once: Option<&str>,
) -> Result<Id, Fault> {
    site.db
        .write(who.actor(), async |tx| {
            first_time(tx, once).await?;
            store::council(tx, council).await?;
            store::organisation(tx, seat.organisation).await?;
            let id = store::add_seat(tx, council, seat).await?;
            let detail = json!({ "organisation": seat.organisation.to_string(), "role": seat.role });
            tx.audit("council.seat", "council", council, detail).await?;
            Ok(id)
        })
        .await
}

/// Notes the last day in a seat. Meetings keep who was there.
///
/// # Errors
/// [`Fault::Conflict`] when the seat was left before.
pub async fn leave_seat(
    site: &Site,
    who: &Grant<KeepRegister>,
    council: Id,
    seat: Id,
    until_on: Date,
) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            store::leave_seat(tx, council, seat, until_on).await?;
            let detail = json!({ "seat": seat.to_string() });
            tx.audit("council.leave", "council", council, detail).await?;
            Ok(())
        })
        .await
}

/// What is written in the form of a meeting, beside the meeting itself.
#[derive(Debug, Clone, Default)]
pub struct Noted {
    /// The seats whose holders were there.
    pub present: Vec<Id>,
    /// The minutes as a PDF: its name and its bytes.
    pub document: Option<(String, Vec<u8>)>,
    /// The day of the next meeting, when it was set.
    pub next_on: Option<Date>,
}

/// Calls a meeting, or writes what was said there.
///
/// # Errors
/// [`Fault::Conflict`] when somebody wrote after the revision or the minutes are approved; a rule when the form was sent twice.
pub async fn write_meeting(
    site: &Site,
    who: &Grant<KeepRegister>,
    (council, stands): (Id, Option<(Id, i64)>),
    meeting: &Meeting,
    noted: &Noted,
    once: Option<&str>,
) -> Result<Id, Fault> {
    site.db
        .write(who.actor(), async |tx| {
            let id = match stands {
                Some((id, revision)) => {
                    store::update_meeting(tx, id, revision, meeting).await?;
                    id
                }
                None => {
                    first_time(tx, once).await?;
                    store::council(tx, council).await?;
                    store::add_meeting(tx, council, meeting).await?
                }
            };
            store::set_attendance(tx, id, &noted.present).await?;
            if let Some((name, bytes)) = &noted.document {
                store::set_document(tx, id, name, bytes).await?;
            }
            if let Some(next_on) = noted.next_on {
                store::set_next_meeting(tx, council, next_on).await?;
            }
            let detail = json!({ "day": meeting.on_day.to_string(), "document": noted.document.is_some() });
            tx.audit("council.meeting", "council-meeting", id, detail).await?;
            Ok(id)
        })
        .await
}

/// Approves the minutes. After that they stay as they are.
///
/// # Errors
/// [`Fault::Conflict`] when somebody wrote after `revision`, or nothing is written.
pub async fn approve_minutes(site: &Site, who: &Grant<KeepRegister>, meeting: Id, revision: i64) -> Result<(), Fault> {
    let today = site.today();
    site.db
        .write(who.actor(), async |tx| {
            store::approve_meeting(tx, meeting, revision, today).await?;
            tx.audit("council.approve", "council-meeting", meeting, json!({}))
                .await?;
            Ok(())
        })
        .await
}

/// Adds what somebody said they would do.
///
/// # Errors
/// [`Fault::NotFound`]; a rule when the form was sent twice.
pub async fn add_action(
    site: &Site,
    who: &Grant<KeepRegister>,
    meeting: Id,
    action: &ActionPoint,
    once: Option<&str>,
) -> Result<Id, Fault> {
    site.db
        .write(who.actor(), async |tx| {
            first_time(tx, once).await?;
            let meeting = store::meeting(tx, meeting).await?;
            let id = store::add_action(tx, &meeting, action).await?;
            let detail = json!({ "responsible": action.responsible, "due": action.due_on.to_string() });
            tx.audit("council.action", "council", meeting.council_id, detail)
                .await?;
            Ok(id)
        })
        .await
}

/// Closes an action point with what came of it.
///
/// # Errors
/// [`Fault::Conflict`] when it was closed before.
pub async fn close_action(
    site: &Site,
    who: &Grant<KeepRegister>,
    council: Id,
    action: Id,
    outcome: &str,
) -> Result<(), Fault> {
    let today = site.today();
    site.db
        .write(who.actor(), async |tx| {
            store::close_action(tx, council, action, today, outcome).await?;
            let detail = json!({ "action": action.to_string() });
            tx.audit("council.action-done", "council", council, detail).await?;
            Ok(())
        })
        .await
}
