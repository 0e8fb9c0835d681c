//! Crime prevention: problems and causes, judgements, decisions about gaps, measures and their colours.

use crate::model::measure::{Colour, Measure};
use crate::model::relevance::{Decided, Judged, Problem};
use crate::store;
use db::{Id, Tx};
use identity::{Grant, PreventCrime};
use jiff::civil::Date;
use serde_json::json;
use web::{Fault, Site};

/// A form sent twice is taken once.
pub(super) async fn first_time(tx: &mut Tx<'_>, once: Option<&str>) -> Result<(), Fault> {
    match once {
        Some(key) if !tx.use_once(key).await? => Err(Fault::rule("civil-sent-twice")),
        _ => Ok(()),
    }
}

/// Adds a problem of the situation picture.
///
/// # Errors
/// A rule when the form was sent twice.
pub async fn add_problem(
    site: &Site,
    who: &Grant<PreventCrime>,
    problem: &Problem,
    once: Option<&str>,
) -> Result<Id, Fault> {
    site.db
        .write(who.actor(), async |tx| {
            first_time(tx, once).await?;
            let id = store::add_problem(tx, problem).await?;
            tx.audit("crime.problem", "crime-problem", id, json!({ "title": problem.title }))
                .await?;
            Ok(id)
        })
        .await
}

/// Writes a problem anew.
///
/// # Errors
/// [`Fault::Conflict`] when somebody wrote after `revision`.
pub async fn change_problem(
    site: &Site,
    who: &Grant<PreventCrime>,
    id: Id,
    revision: i64,
    problem: &Problem,
) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            store::update_problem(tx, id, revision, problem).await?;
            let functions: Vec<_> = problem.functions.iter().map(|one| one.code()).collect();
            let detail = json!({ "title": problem.title, "functions": functions, "closed": problem.is_closed });
            tx.audit("crime.problem-change", "crime-problem", id, detail).await?;
            Ok(())
        })
        .await
}

/// Adds a probable cause of a problem.
///
/// # Errors
/// [`Fault::NotFound`].
pub async fn add_cause(site: &Site, who: &Grant<PreventCrime>, problem: Id, cause: &str) -> Result<Id, Fault> {
    site.db
        .write(who.actor(), async |tx| {
            store::problem(tx, problem).await?;
            let id = store::add_cause(tx, problem, cause).await?;
            tx.audit("crime.cause", "crime-problem", problem, json!({})).await?;
            Ok(id)
        })
        .await
}

/// Writes a judgement. The one that stood before can still be read.
///
/// # Errors
/// [`Fault::NotFound`]; a rule when the form was sent twice.
pub async fn judge(site: &Site, who: &Grant<PreventCrime>, judged: &Judged, once: Option<&str>) -> Result<Id, Fault> {
    site.db
        .write(who.actor(), async |tx| {
            first_time(tx, once).await?;
            store::problem(tx, judged.problem).await?;
            store::organisation(tx, judged.organisation).await?;
            let id = store::add_judgement(tx, judged).await?;
            let detail = json!({
                "organisation": judged.organisation.to_string(), "function": judged.function.code(),
                "relevance": judged.relevance,
            });
            tx.audit("crime.judge", "crime-problem", judged.problem, detail).await?;
            Ok(id)
        })
        .await
}

/// Writes what was decided about a gap.
///
/// # Errors
/// [`Fault::NotFound`]; a rule when the form was sent twice.
pub async fn decide_gap(
    site: &Site,
    who: &Grant<PreventCrime>,
    decided: &Decided,
    once: Option<&str>,
) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            first_time(tx, once).await?;
            store::problem(tx, decided.problem).await?;
            store::add_gap_decision(tx, decided).await?;
            let detail = json!({ "function": decided.function.code(), "decision": decided.decision.code() });
            tx.audit("crime.gap", "crime-problem", decided.problem, detail).await?;
            Ok(())
        })
        .await
}

/// Adds a measure, or writes one anew.
///
/// # Errors
/// [`Fault::Conflict`] when somebody wrote after the revision; a rule when the form was sent twice.
pub async fn write_measure(
    site: &Site,
    who: &Grant<PreventCrime>,
    stands: Option<(Id, i64)>,
    measure: &Measure,
    once: Option<&str>,
) -> Result<Id, Fault> {
    site.db
        .write(who.actor(), async |tx| {
            let id = match stands {
                Some((id, revision)) => {
                    store::update_measure(tx, id, revision, measure).await?;
                    id
                }
                None => {
                    first_time(tx, once).await?;
                    store::add_measure(tx, measure).await?
                }
            };
            tx.audit(
                "crime.measure",
                "measure",
                id,
                json!({ "responsible": measure.responsible }),
            )
            .await?;
            Ok(id)
        })
        .await
}

/// Writes what became of a measure. What was written before can still be read.
///
/// # Errors
/// [`Fault::NotFound`]; a rule when the form was sent twice.
pub async fn follow_up_measure(
    site: &Site,
    who: &Grant<PreventCrime>,
    id: Id,
    colour: Colour,
    told: (&str, &str),
    day: Date,
    once: Option<&str>,
) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            first_time(tx, once).await?;
            store::measure(tx, id).await?;
            store::add_measure_follow_up(tx, id, colour.code(), told, day).await?;
            tx.audit(
                "crime.measure-follow-up",
                "measure",
                id,
                json!({ "colour": colour.code() }),
            )
            .await?;
            Ok(())
        })
        .await
}

/// Keeps a finished report as it stands.
///
/// # Errors
/// A rule when the form was sent twice.
pub async fn finish_report(
    site: &Site,
    who: &Grant<PreventCrime>,
    document: &documents::Document,
    once: Option<&str>,
) -> Result<Id, Fault> {
    let json = serde_json::to_string(document).map_err(Fault::internal)?;
    let sha256 = crate::model::sha256(&json);
    site.db
        .write(who.actor(), async |tx| {
            first_time(tx, once).await?;
            let id = store::add_council_report(tx, &document.title, &json, &sha256).await?;
            tx.audit("crime.report", "council-report", id, json!({ "sha256": sha256 }))
                .await?;
            Ok(id)
        })
        .await
}
