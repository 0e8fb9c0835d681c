//! What a team does with sheets and orders. Each act is one transaction with its line in the log.

pub(crate) mod files;
pub(crate) mod rounds;
pub(crate) mod votes;
pub(crate) mod wall;

use crate::model::filled::{Draft, asked};
use crate::model::order::inherited;
use crate::store::{self, Written};
use db::{Id, Tx};
use dialogues::Kind;
use identity::{Grant, PlanDialogue};
use method::pack::{Pack, Sheet};
use method::{Facts, Refused};
use serde_json::{Map, Value, json};
use std::sync::Arc;
use web::{Fault, Site};

/// The template of a sheet; only those that are filled in many times.
pub(crate) fn template<'a>(pack: &'a Pack, key: &str) -> Result<&'a Sheet, Fault> {
    let sheet = pack.sheet(key).ok_or(Fault::NotFound)?;
    (sheet.many && sheet.node.is_none())
        .then_some(sheet)
        .ok_or(Fault::NotFound)
}

/// The project of an act, with the method that it follows.
async fn project(site: &Site, tx: &mut Tx<'_>, id: Id) -> Result<(dialogues::Dialogue, Arc<Pack>), Fault> {
    let project = dialogues::dialogue(tx, id).await?;
    if project.kind != Kind::Project {
        return Err(Fault::NotFound);
    }
    let pack = method::packs(site).followed(&project.pack, &project.edition, &project.template);
    let is_over = pack.machine.state(&project.state).is_some_and(|state| state.last);
    match is_over {
        true => Err(Fault::rule("method-refused-closed")),
        false => Ok((project, pack)),
    }
}

/// Writes a new sheet, or one anew over the revision it was made from.
///
/// # Errors
/// [`Fault::Conflict`] when somebody else wrote first; a rule when the form was sent twice, the sheet has no title or the
/// project is over; [`Fault::NotFound`] for a field that is not the template's.
pub async fn write(
    site: &Site,
    who: &Grant<PlanDialogue>,
    of: Id,
    stands: Option<(Id, i64)>,
    draft: &Draft,
    once: Option<&str>,
) -> Result<Id, Fault> {
    site.db
        .write(who.actor(), async |tx| {
            let (project, pack) = project(site, tx, of).await?;
            let sheet = template(&pack, &draft.template)?;
            let is_own = |key: &String| asked(sheet).any(|field| field == key);
            if !draft.facts.keys().all(is_own) {
                return Err(Fault::NotFound);
            }
            let title = draft.title(sheet);
            if title.is_empty() {
                return Err(Fault::rule("design-error-title"));
            }
            // Empty values clear a field: they need not be kept.
            let facts = Facts::from_json(Value::Object(draft.facts.clone()));
            let kept: Map<String, Value> = draft
                .facts
                .clone()
                .into_iter()
                .filter(|(key, _)| facts.has(key))
                .collect();
            let written = Written {
                title: &title,
                facts: Value::Object(kept),
                erase_on: draft.erase_on(sheet),
            };
            let id = match stands {
                Some((id, made_from)) => {
                    let now = store::filled(tx, of, id).await?;
                    if !now.is_open() || now.template != sheet.key {
                        return Err(Fault::rule("design-error-not-open"));
                    }
                    store::update(tx, id, made_from, written).await?;
                    id
                }
                None => {
                    first_time(tx, once).await?;
                    store::insert(tx, of, &sheet.key, step_of(&pack, &project.state), written).await?
                }
            };
            let detail = json!({ "project": of.to_string(), "template": sheet.key });
            tx.audit("filled-sheet.write", "filled_sheet", id, detail).await?;
            Ok(id)
        })
        .await
}

/// The step of the board for a state: that of the same key, or the last for what comes after.
fn step_of<'a>(pack: &'a Pack, state: &str) -> &'a str {
    let same = pack.steps.iter().find(|step| step.key == state);
    same.or(pack.steps.last()).map_or("", |step| step.key.as_str())
}

async fn first_time(tx: &mut Tx<'_>, once: Option<&str>) -> Result<(), Fault> {
    match once {
        Some(key) if !tx.use_once(key).await? => Err(Fault::rule("design-error-sent-twice")),
        _ => Ok(()),
    }
}

/// Moves a sheet to another step of the board.
///
/// # Errors
/// [`Fault::NotFound`] for a step that the method does not have, or a sheet that the project does not have.
pub async fn move_to(site: &Site, who: &Grant<PlanDialogue>, of: Id, sheet: Id, step: &str) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            let (_, pack) = project(site, tx, of).await?;
            if !pack.steps.iter().any(|one| one.key == step) {
                return Err(Fault::NotFound);
            }
            changed(store::set_step(tx, of, sheet, step).await)?;
            tx.audit("filled-sheet.move", "filled_sheet", sheet, json!({ "step": step }))
                .await?;
            Ok(())
        })
        .await
}

/// Puts a sheet away. It can be taken back.
///
/// # Errors
/// [`Fault::NotFound`].
pub async fn archive(site: &Site, who: &Grant<PlanDialogue>, of: Id, sheet: Id) -> Result<(), Fault> {
    set_archived(site, who, of, sheet, true).await
}

/// Takes a sheet back.
///
/// # Errors
/// [`Fault::NotFound`].
pub async fn restore(site: &Site, who: &Grant<PlanDialogue>, of: Id, sheet: Id) -> Result<(), Fault> {
    set_archived(site, who, of, sheet, false).await
}

async fn set_archived(site: &Site, who: &Grant<PlanDialogue>, of: Id, sheet: Id, away: bool) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            let (_, _) = project(site, tx, of).await?;
            let at = away.then(|| tx.now());
            changed(store::set_archived(tx, of, sheet, at).await)?;
            let act = if away {
                "filled-sheet.archive"
            } else {
                "filled-sheet.restore"
            };
            tx.audit(act, "filled_sheet", sheet, json!({})).await?;
            Ok(())
        })
        .await
}

/// Erases what a sheet says and its files, by a decision. That it was there, and its code, remain. Also when the project is over: the
/// promise to those who spoke outlives it.
///
/// # Errors
/// A rule without a decision; [`Fault::NotFound`] when there is nothing to erase.
pub async fn erase(site: &Site, who: &Grant<PlanDialogue>, of: Id, sheet: Id, decision: &str) -> Result<(), Fault> {
    let decision = decision.trim();
    if decision.is_empty() {
        return Err(Fault::rule("design-error-decision"));
    }
    site.db
        .write(who.actor(), async |tx| {
            changed(store::erase(tx, of, sheet, decision).await)?;
            files::erase_all(tx, who, sheet, decision).await?;
            tx.audit(
                "filled-sheet.erase",
                "filled_sheet",
                sheet,
                json!({ "decision": decision }),
            )
            .await?;
            Ok(())
        })
        .await
}

/// A statement that met no row is about something that is not there.
fn changed(done: db::Result<()>) -> Result<(), Fault> {
    done.map_err(|error| match error {
        db::Error::Stale => Fault::NotFound,
        other => other.into(),
    })
}

/// Begins a dialogue that a project orders: with its own title and question, and what the pack lets it inherit. Both know of
/// the other afterwards.
///
/// # Errors
/// As [`dialogues::begin_in`]; a rule when the form was sent twice or the project is over.
pub async fn order(
    site: &Site,
    who: &Grant<PlanDialogue>,
    of: Id,
    template: &str,
    title: &str,
    question: &str,
    once: Option<&str>,
) -> Result<Id, Refused> {
    site.db
        .write(who.actor(), async |tx| {
            let (project, pack) = project(site, tx, of).await?;
            first_time(tx, once).await?;
            let usual = method::packs(site).dialogue();
            let mut facts = inherited(&pack, &project.facts, &usual);
            facts.insert("title".to_owned(), title.into());
            facts.insert("question".to_owned(), question.into());
            let dialogue = dialogues::begin_in(site, tx, &who.staff, Kind::Dialogue, template, facts).await?;
            store::insert_order(tx, of, dialogue).await?;
            tx.audit(
                "dialogue.order",
                "dialogue",
                dialogue,
                json!({ "project": of.to_string() }),
            )
            .await?;
            Ok(dialogue)
        })
        .await
}
