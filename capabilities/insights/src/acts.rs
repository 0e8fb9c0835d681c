//! What a reader does: makes and changes the code plan, codes passages, takes in figures about the population. Pages,
//! the demonstration and tests call the same acts; the caller holds the permission.

use std::collections::HashSet;

use db::{Actor, Id, Tx};
use jiff::Timestamp;
use participation::store as voices;
use serde_json::json;
use web::{Fault, Site};

use crate::filter::CodingFilter;
use crate::model::coding::Change;
use crate::model::plan::{Theme, ThemeDraft, in_order, moved};
use crate::model::population::Population;
use crate::reading::codings;
use crate::store;

/// Cached pages of the dialogue show counts of themes.
fn touch(tx: &mut Tx<'_>, dialogue: Id) {
    tx.touch(format!("dialogue:{dialogue}"));
}

fn refuse(draft: &ThemeDraft, themes: &[Theme], own: Option<Id>) -> Result<(), Fault> {
    draft
        .check(themes, own)
        .first()
        .map_or(Ok(()), |(_, key)| Err(Fault::rule(key)))
}

/// Adds a theme to the code plan.
///
/// # Errors
/// [`Fault::Rule`] for what [`ThemeDraft::check`] finds.
pub async fn create_theme(site: &Site, actor: Actor, dialogue: Id, draft: &ThemeDraft) -> Result<Id, Fault> {
    site.db
        .write(actor, async |tx| {
            refuse(draft, &store::themes(tx, dialogue).await?, None)?;
            let id = store::insert_theme(tx, dialogue, draft).await?;
            tx.audit(
                "theme.create",
                "theme",
                id,
                json!({ "dialogue": dialogue, "name": draft.name }),
            )
            .await?;
            touch(tx, dialogue);
            Ok(id)
        })
        .await
}

/// Changes a theme.
///
/// # Errors
/// [`Fault::Conflict`] when somebody saved after `revision`; [`Fault::Rule`] as for a new one.
pub async fn save_theme(site: &Site, actor: Actor, id: Id, revision: i64, draft: &ThemeDraft) -> Result<(), Fault> {
    site.db
        .write(actor, async |tx| {
            let before = store::theme(tx, id).await?;
            tx.expect_revision(before.revision, revision)?;
            refuse(draft, &store::themes(tx, before.dialogue_id).await?, Some(id))?;
            store::save_theme(tx, id, revision, draft).await?;
            tx.audit(
                "theme.change",
                "theme",
                id,
                json!({ "from": before.name, "to": draft.name }),
            )
            .await?;
            touch(tx, before.dialogue_id);
            Ok(())
        })
        .await
}

/// Takes a theme out of use, or into use again. What was coded with it stays.
///
/// # Errors
/// [`Fault::Rule`] when its name has been taken meanwhile.
pub async fn archive_theme(site: &Site, actor: Actor, id: Id, archived: bool) -> Result<(), Fault> {
    site.db
        .write(actor, async |tx| {
            let theme = store::theme(tx, id).await?;
            if !archived {
                refuse(
                    &ThemeDraft::named(&theme.name),
                    &store::themes(tx, theme.dialogue_id).await?,
                    Some(id),
                )?;
            }
            store::archive_theme(tx, id, archived).await?;
            tx.audit(
                "theme.archive",
                "theme",
                id,
                json!({ "archived": archived, "name": theme.name }),
            )
            .await?;
            touch(tx, theme.dialogue_id);
            Ok(())
        })
        .await
}

/// Makes two themes one: what was coded with `from` is coded with `into`, and `from` is archived.
///
/// # Errors
/// [`Fault::NotFound`] when they belong to different dialogues.
pub async fn merge_themes(site: &Site, actor: Actor, from: Id, into: Id) -> Result<(), Fault> {
    site.db
        .write(actor, async |tx| {
            let (gone, kept) = (store::theme(tx, from).await?, store::theme(tx, into).await?);
            if gone.dialogue_id != kept.dialogue_id || from == into || kept.archived {
                return Err(Fault::NotFound);
            }
            store::move_codings(tx, from, into).await?;
            store::archive_theme(tx, from, true).await?;
            tx.audit(
                "theme.merge",
                "theme",
                from,
                json!({ "name": gone.name, "into": into, "into_name": kept.name }),
            )
            .await?;
            touch(tx, gone.dialogue_id);
            Ok(())
        })
        .await
}

/// Moves a theme one step up or down in the plan.
///
/// # Errors
/// The database's.
pub async fn move_theme(site: &Site, actor: Actor, id: Id, up: bool) -> Result<(), Fault> {
    site.db
        .write(actor, async |tx| {
            let theme = store::theme(tx, id).await?;
            let themes = store::themes(tx, theme.dialogue_id).await?;
            store::save_order(tx, &moved(&themes, id, up)).await?;
            tx.audit("theme.move", "theme", id, json!({ "up": up })).await?;
            touch(tx, theme.dialogue_id);
            Ok(())
        })
        .await
}

/// Codes passages of one dialogue, in one transaction. Only what a change names is touched: what others have coded
/// meanwhile stays.
///
/// # Errors
/// [`Fault::Rule`] for a theme that the dialogue has not, or no longer; [`Fault::NotFound`] for a passage of another dialogue.
pub async fn code(site: &Site, actor: Actor, dialogue: Id, changes: &[Change]) -> Result<usize, Fault> {
    let changes: Vec<(Id, &Change)> = changes
        .iter()
        .filter(|change| !change.is_empty())
        .filter_map(|change| Some((change.passage?, change)))
        .collect();
    if changes.is_empty() {
        return Ok(0);
    }
    let pairs = |themes: fn(&Change) -> &std::collections::BTreeSet<Id>| -> Vec<(Id, Id)> {
        changes
            .iter()
            .flat_map(|(passage, change)| themes(change).iter().map(|theme| (*passage, *theme)))
            .collect()
    };
    let (added, removed) = (pairs(|change| &change.add), pairs(|change| &change.remove));
    site.db
        .write(actor, async |tx| {
            let usable: HashSet<Id> = in_order(&store::themes(tx, dialogue).await?)
                .iter()
                .map(|theme| theme.id)
                .collect();
            if added.iter().any(|(_, theme)| !usable.contains(theme)) {
                return Err(Fault::rule("insights-plan-theme-gone"));
            }
            require_passages(tx, dialogue, changes.iter().map(|(passage, _)| *passage).collect()).await?;
            store::remove_codings(tx, &removed).await?;
            store::add_codings(tx, dialogue, &added, false).await?;
            let chosen = |pick: fn(&Change) -> Option<bool>| -> Vec<(Id, bool)> {
                changes
                    .iter()
                    .filter_map(|(passage, change)| Some((*passage, pick(change)?)))
                    .collect()
            };
            store::set_quotable(tx, &chosen(|change| change.quotable)).await?;
            let (read, unread): (Vec<_>, Vec<_>) =
                chosen(|change| change.read).into_iter().partition(|(_, read)| *read);
            store::mark_read(tx, dialogue, &ids(read)).await?;
            store::mark_unread(tx, &ids(unread)).await?;
            let detail = json!({ "passages": changes.len(), "added": added.len(), "removed": removed.len() });
            tx.audit("coding.save", "dialogue", dialogue, detail).await?;
            touch(tx, dialogue);
            Ok(changes.len())
        })
        .await
}

fn ids(pairs: Vec<(Id, bool)>) -> Vec<Id> {
    pairs.into_iter().map(|(passage, _)| passage).collect()
}

/// A forged form must not code another dialogue's passages.
async fn require_passages(tx: &mut Tx<'_>, dialogue: Id, passages: Vec<Id>) -> Result<(), Fault> {
    let found = voices::passages_by_id(tx, &passages).await?;
    // A passage withdrawn while the page was open is no fault of the coder's.
    if found.iter().all(|passage| passage.dialogue_id == dialogue) {
        Ok(())
    } else {
        Err(Fault::NotFound)
    }
}

/// What a bulk coding did; `theme` and `at` are what takes it back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bulk {
    pub theme: Id,
    pub at: Timestamp,
    /// Passages that did not have the theme before.
    pub added: u64,
}

/// Gives a theme to all passages that the filter finds.
///
/// # Errors
/// [`Fault::NotFound`] for a theme that the dialogue has not, or that is archived.
pub async fn code_all(
    site: &Site,
    actor: Actor,
    dialogue: Id,
    filter: &CodingFilter,
    theme: Id,
) -> Result<Bulk, Fault> {
    site.db
        .write(actor, async |tx| {
            let known = store::theme(tx, theme).await?;
            if known.dialogue_id != dialogue || known.archived {
                return Err(Fault::NotFound);
            }
            let (_, codings) = codings(tx, dialogue).await?;
            let found = filter.find(tx, dialogue, &codings).await?;
            let new: Vec<(Id, Id)> = found
                .iter()
                .filter(|passage| !codings.has(**passage, theme))
                .map(|passage| (*passage, theme))
                .collect();
            let added = store::add_codings(tx, dialogue, &new, false).await?;
            tx.audit(
                "coding.bulk",
                "theme",
                theme,
                json!({ "dialogue": dialogue, "added": added, "filter": filter.query() }),
            )
            .await?;
            touch(tx, dialogue);
            Ok(Bulk {
                theme,
                at: tx.now(),
                added,
            })
        })
        .await
}

/// Takes back a bulk coding by the one who made it.
///
/// # Errors
/// [`Fault::NotFound`] for a theme of another dialogue.
pub async fn undo_code_all(site: &Site, actor: Actor, dialogue: Id, theme: Id, at: Timestamp) -> Result<u64, Fault> {
    let by = actor.name().to_owned();
    site.db
        .write(actor, async |tx| {
            if store::theme(tx, theme).await?.dialogue_id != dialogue {
                return Err(Fault::NotFound);
            }
            let removed = store::remove_codings_of(tx, theme, at, &by).await?;
            store::reopen_suggestion(tx, theme, at, &by).await?;
            tx.audit(
                "coding.bulk-undo",
                "theme",
                theme,
                json!({ "dialogue": dialogue, "removed": removed }),
            )
            .await?;
            touch(tx, dialogue);
            Ok(removed)
        })
        .await
}

/// Takes in figures about the population; former figures for the same questions are replaced.
///
/// # Errors
/// The database's.
pub async fn import_population(site: &Site, actor: Actor, dialogue: Id, figures: &[Population]) -> Result<(), Fault> {
    site.db
        .write(actor, async |tx| {
            // A file holds a handful of questions.
            for one in figures {
                store::replace_population(tx, dialogue, &one.question, &one.source, json!(one.cells)).await?;
            }
            let questions: Vec<&str> = figures.iter().map(|one| one.question.as_str()).collect();
            tx.audit(
                "population.import",
                "dialogue",
                dialogue,
                json!({ "questions": questions }),
            )
            .await?;
            touch(tx, dialogue);
            Ok(())
        })
        .await
}

/// Removes the figures for one question.
///
/// # Errors
/// The database's.
pub async fn remove_population(site: &Site, actor: Actor, dialogue: Id, question: &str) -> Result<(), Fault> {
    site.db
        .write(actor, async |tx| {
            store::remove_population(tx, dialogue, question).await?;
            tx.audit(
                "population.remove",
                "dialogue",
                dialogue,
                json!({ "question": question }),
            )
            .await?;
            touch(tx, dialogue);
            Ok(())
        })
        .await
}
