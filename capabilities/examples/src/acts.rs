//! Use cases: propose, write, publish and withdraw an example. The same acts serve pages, the demonstration and tests.

use crate::model::{Content, State};
use crate::proposal::Told;
use crate::store;
use db::{Conn, Id};
use dialogues::{Dialogue, Phase};
use identity::{ApproveDialogue, Grant, PlanDialogue};
use jiff::civil::Date;
use serde_json::json;
use texts::{Lang, Local};
use web::{Fault, Site};

/// Has the dialogue come so far that there is something to tell?
pub(crate) fn is_finished(dialogue: &Dialogue, today: Date) -> bool {
    matches!(dialogue.phase(today), Phase::Answered | Phase::Ended)
}

/// What the example of a finished dialogue could say.
///
/// # Errors
/// A rule when the dialogue has not answered those who spoke; [`Fault::NotFound`].
pub async fn propose(site: &Site, conn: &mut Conn, dialogue: Id) -> Result<Content, Fault> {
    let dialogue = dialogues::dialogue(conn, dialogue).await?;
    if !is_finished(&dialogue, site.today()) {
        return Err(Fault::rule("examples-too-early"));
    }
    let counts = participation::counts(conn, dialogue.id).await?;
    let decisions = cases::decisions(conn, dialogue.id).await?;
    let answers = cases::answers_public(conn, dialogue.id).await?;
    let local = Local {
        lang: Lang::Sv,
        zone: site.zone.clone(),
    };
    let told = Told {
        dialogue: &dialogue,
        counts: &counts,
        decisions: &decisions,
        answers: &answers,
        pack: &method::packs(site).dialogue(),
        texts: &site.texts,
        local: &local,
    };
    Ok(told.content())
}

/// Begins an example; a form sent twice begins one. A dialogue has one example at most.
///
/// # Errors
/// A rule when it is not the first, or when the dialogue is not finished.
pub async fn create(
    site: &Site,
    who: &Grant<PlanDialogue>,
    dialogue: Option<Id>,
    content: &Content,
    once: Option<&str>,
) -> Result<Id, Fault> {
    site.db
        .write(who.actor(), async |tx| {
            if let Some(key) = once
                && !tx.use_once(key).await?
            {
                return Err(Fault::rule("examples-sent-twice"));
            }
            if let Some(id) = dialogue {
                let told = dialogues::dialogue(tx, id).await?;
                if !is_finished(&told, site.today()) {
                    return Err(Fault::rule("examples-too-early"));
                }
                if store::of_dialogue(tx, id).await?.is_some() {
                    return Err(Fault::rule("examples-known"));
                }
            }
            let id = store::insert(tx, dialogue, content).await?;
            let detail = json!({ "title": content.title, "dialogue": dialogue });
            tx.audit("example.create", "example", id, detail).await?;
            Ok(id)
        })
        .await
}

/// Writes on an example. What stands in the bank does not change before it is published anew.
///
/// # Errors
/// [`Fault::Conflict`] when somebody wrote after `revision`.
pub async fn save(
    site: &Site,
    who: &Grant<PlanDialogue>,
    id: Id,
    revision: i64,
    content: &Content,
) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            store::update(tx, id, revision, content).await?;
            tx.audit("example.save", "example", id, json!({ "title": content.title }))
                .await?;
            Ok(())
        })
        .await
}

/// Puts the draft in the bank as the next version, with what changed; gives its number.
///
/// # Errors
/// A rule when a text is missing; [`Fault::Conflict`].
pub async fn publish(
    site: &Site,
    who: &Grant<ApproveDialogue>,
    id: Id,
    revision: i64,
    note: &str,
) -> Result<i64, Fault> {
    site.db
        .write(who.actor(), async |tx| {
            let example = store::example(tx, id).await?;
            if !example.draft.missing().is_empty() {
                return Err(Fault::rule("examples-incomplete"));
            }
            let version = example.version + 1;
            store::set_state(tx, id, revision, State::Published, version).await?;
            store::insert_version(tx, id, version, &example.draft, note).await?;
            let detail = json!({ "title": example.draft.title, "version": version, "note": note });
            tx.audit("example.publish", "example", id, detail).await?;
            Ok(version)
        })
        .await
}

/// Takes an example out of the bank. Its versions are kept.
///
/// # Errors
/// A rule when it does not stand there; [`Fault::Conflict`].
pub async fn withdraw(
    site: &Site,
    who: &Grant<ApproveDialogue>,
    id: Id,
    revision: i64,
    reason: &str,
) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            let example = store::example(tx, id).await?;
            if example.state != State::Published {
                return Err(Fault::rule("examples-not-published"));
            }
            store::set_state(tx, id, revision, State::Withdrawn, example.version).await?;
            tx.audit("example.withdraw", "example", id, json!({ "reason": reason }))
                .await?;
            Ok(())
        })
        .await
}
