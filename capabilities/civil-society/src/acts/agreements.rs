//! Agreements: written, given parties, followed up, ended; and marked when their last day is over.

use super::crime::first_time;
use crate::model::agreement::Agreement;
use crate::store;
use db::{Actor, Id};
use identity::{Grant, KeepRegister};
use jiff::civil::Date;
use serde_json::json;
use web::{Fault, Site};

/// Adds an agreement, or writes one anew.
///
/// # Errors
/// [`Fault::Conflict`] when somebody wrote after the revision; a rule when the form was sent twice.
pub async fn write_agreement(
    site: &Site,
    who: &Grant<KeepRegister>,
    stands: Option<(Id, i64)>,
    agreement: &Agreement,
    once: Option<&str>,
) -> Result<Id, Fault> {
    let today = site.today();
    site.db
        .write(who.actor(), async |tx| {
            let id = match stands {
                Some((id, revision)) => {
                    store::update_agreement(tx, id, revision, agreement).await?;
                    id
                }
                None => {
                    first_time(tx, once).await?;
                    store::add_agreement(tx, agreement).await?
                }
            };
            store::mark_expired(tx, today).await?;
            tx.audit("agreement.write", "agreement", id, json!({ "title": agreement.title }))
                .await?;
            Ok(id)
        })
        .await
}

/// Makes an organisation a party with its commitment, or changes the commitment; without one the party leaves.
///
/// # Errors
/// [`Fault::NotFound`].
pub async fn set_party(
    site: &Site,
    who: &Grant<KeepRegister>,
    agreement: Id,
    organisation: Id,
    commitment: Option<&str>,
) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            store::agreement(tx, agreement).await?;
            store::organisation(tx, organisation).await?;
            match commitment {
                Some(text) => store::set_party(tx, agreement, organisation, text).await?,
                None => store::remove_party(tx, agreement, organisation).await?,
            }
            let detail = json!({ "organisation": organisation.to_string(), "is_party": commitment.is_some() });
            tx.audit("agreement.party", "agreement", agreement, detail).await?;
            Ok(())
        })
        .await
}

/// Notes what a follow-up showed, and when the next is.
///
/// # Errors
/// [`Fault::NotFound`].
pub async fn follow_up_agreement(
    site: &Site,
    who: &Grant<KeepRegister>,
    id: Id,
    day: Date,
    told: &str,
    next_on: Option<Date>,
) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            store::agreement(tx, id).await?;
            store::add_agreement_follow_up(tx, id, day, told, next_on).await?;
            tx.audit(
                "agreement.follow-up",
                "agreement",
                id,
                json!({ "day": day.to_string() }),
            )
            .await?;
            Ok(())
        })
        .await
}

/// Ends an agreement today, with why.
///
/// # Errors
/// [`Fault::Conflict`] when somebody wrote after `revision`.
pub async fn end_agreement(
    site: &Site,
    who: &Grant<KeepRegister>,
    id: Id,
    revision: i64,
    reason: &str,
) -> Result<(), Fault> {
    let today = site.today();
    site.db
        .write(who.actor(), async |tx| {
            store::end_agreement(tx, id, revision, today, reason).await?;
            tx.audit("agreement.end", "agreement", id, json!({ "reason": reason }))
                .await?;
            Ok(())
        })
        .await
}

/// Marks agreements whose last day is over, so that gates do not count them; ends representatives whose time is over, and erases what
/// is to be erased of them. Writes only when something changes.
///
/// # Errors
/// The database's.
pub async fn tick(site: &Site) -> Result<(), Fault> {
    super::representatives::pass_dates(site).await?;
    let today = site.today();
    if !store::expiry_is_stale(&mut site.db.read().await?, today).await? {
        return Ok(());
    }
    site.db
        .write(Actor::System, async |tx| {
            let marked = store::mark_expired(tx, today).await?;
            tx.audit("agreement.expire", "agreement", "", json!({ "marked": marked }))
                .await?;
            Ok(())
        })
        .await
}
