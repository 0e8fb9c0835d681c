//! What the act asks for every other year is noted when it is decided; promises to residents are written and followed up.

use super::crime::first_time;
use crate::model::clock::Met;
use crate::model::measure::Colour;
use crate::model::promise::Promise;
use crate::store;
use db::Id;
use identity::{Grant, PreventCrime};
use jiff::civil::Date;
use serde_json::json;
use web::{Fault, Site};

/// Notes that a demand of the act was met. From then on the two years are counted anew.
///
/// # Errors
/// A rule when the form was sent twice.
pub async fn meet_demand(site: &Site, who: &Grant<PreventCrime>, met: &Met, once: Option<&str>) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            first_time(tx, once).await?;
            let id = store::add_demand_met(tx, met).await?;
            let detail = json!({ "demand": met.demand.code(), "decided": met.decided_on.to_string() });
            tx.audit("crime.demand", "crime-demand", id, detail).await?;
            Ok(())
        })
        .await
}

/// Writes a promise, or one anew.
///
/// # Errors
/// [`Fault::Conflict`] when somebody wrote after the revision; a rule when the form was sent twice.
pub async fn write_promise(
    site: &Site,
    who: &Grant<PreventCrime>,
    stands: Option<(Id, i64)>,
    promise: &Promise,
    once: Option<&str>,
) -> Result<Id, Fault> {
    site.db
        .write(who.actor(), async |tx| {
            let id = match stands {
                Some((id, revision)) => {
                    store::update_promise(tx, id, revision, promise).await?;
                    id
                }
                None => {
                    first_time(tx, once).await?;
                    store::add_promise(tx, promise).await?
                }
            };
            tx.audit("crime.promise", "crime-promise", id, json!({ "title": promise.title }))
                .await?;
            Ok(id)
        })
        .await
}

/// Writes how a promise was kept. What was written before can still be read.
///
/// # Errors
/// [`Fault::NotFound`]; a rule when the form was sent twice.
pub async fn follow_up_promise(
    site: &Site,
    who: &Grant<PreventCrime>,
    id: Id,
    (colour, told): (Colour, &str),
    (day, next_on): (Date, Option<Date>),
    once: Option<&str>,
) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            first_time(tx, once).await?;
            store::promise(tx, id).await?;
            store::add_promise_follow_up(tx, id, (colour.code(), told), day, next_on).await?;
            let detail = json!({ "colour": colour.code() });
            tx.audit("crime.promise-follow-up", "crime-promise", id, detail).await?;
            Ok(())
        })
        .await
}
