//! Use cases: write in days, change and remove them, accept a clash. The same acts serve pages, the demonstration and tests.

use crate::model::import::NewDay;
use crate::store;
use db::{Id, Tx};
use identity::{ApproveDialogue, Grant, PlanDialogue};
use serde_json::{Value, json};
use web::{Fault, Site};

/// Writes in days, all of them or none. `once` stops a form sent twice.
///
/// # Errors
/// The database's; a form that has been sent already.
pub async fn add_days(
    site: &Site,
    who: &Grant<ApproveDialogue>,
    days: &[NewDay],
    once: Option<&str>,
) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            if let Some(key) = once
                && !tx.use_once(key).await?
            {
                return Err(Fault::rule("calendar-sent-twice"));
            }
            let rows: Vec<(Id, &NewDay)> = days.iter().map(|day| (tx.new_id(), day)).collect();
            store::insert_local_days(tx, &rows).await?;
            for (id, day) in rows {
                audit(tx, "local-day.add", id, told(day)).await?;
            }
            Ok(())
        })
        .await
}

/// Changes a day.
pub(crate) async fn change_day(
    site: &Site,
    who: &Grant<ApproveDialogue>,
    id: Id,
    revision: i64,
    day: &NewDay,
) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            store::update_local_day(tx, id, revision, day).await?;
            audit(tx, "local-day.change", id, told(day)).await
        })
        .await
}

/// Removes a day. What it was stands in the log.
pub(crate) async fn remove_day(site: &Site, who: &Grant<ApproveDialogue>, id: Id, revision: i64) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            let stood = store::local_day(tx, id).await?;
            store::delete_local_day(tx, id, revision).await?;
            let day = NewDay {
                name: stood.name,
                kind: stood.kind,
                period: stood.period,
            };
            audit(tx, "local-day.remove", id, told(&day)).await
        })
        .await
}

fn told(day: &NewDay) -> Value {
    json!({ "name": day.name, "kind": day.kind.code(), "first": day.period.first, "last": day.period.last })
}

async fn audit(tx: &mut Tx<'_>, act: &'static str, id: Id, detail: Value) -> Result<(), Fault> {
    tx.audit(act, "local-day", id, detail).await?;
    Ok(())
}

/// Keeps the time in spite of a clash, with the reason.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such dialogue.
pub async fn accept_clash(
    site: &Site,
    who: &Grant<PlanDialogue>,
    dialogue: Id,
    clash: &str,
    reason: &str,
) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            dialogues::glance(tx, dialogue).await?;
            store::accept(tx, dialogue, clash, reason).await?;
            let detail = json!({ "clash": clash, "reason": reason });
            tx.audit("clash.accept", "dialogue", dialogue, detail).await?;
            Ok(())
        })
        .await
}
