//! Deciding what is shown, and taking a decision back. The caller holds the permission; the passage's revision makes the
//! second of two moderators hear of the first.

use db::{Actor, Id, Tx};
use participation::{Passage, PassageState, decide_passage};
use web::{Fault, Site};

use crate::model::{Decision, FORWARDED, may_publish_unread, may_undo};

/// Decides about a text.
///
/// # Errors
/// [`Fault::Conflict`] when somebody decided after `revision`; [`Fault::Gone`] when its author has withdrawn it.
pub async fn decide(
    site: &Site,
    actor: Actor,
    id: Id,
    revision: i64,
    decision: &Decision,
    note: &str,
) -> Result<Passage, Fault> {
    site.db
        .write(actor, async |tx| {
            let passage = participation::passage(tx, id).await?;
            if passage.withdrawn {
                return Err(Fault::Gone("moderation-withdrawn"));
            }
            let row = row(tx, decision, note, &passage.body);
            decide_passage(tx, id, revision, &row).await
        })
        .await
}

fn row(tx: &Tx<'_>, decision: &Decision, note: &str, body: &str) -> participation::Decision {
    let (state, public_body, reason) = match decision {
        Decision::Publish => (PassageState::Published, body.to_owned(), String::new()),
        Decision::Mask(masked) => (PassageState::Masked, masked.clone(), String::new()),
        Decision::Hide(reason) => (PassageState::Hidden, String::new(), reason.code().to_owned()),
        Decision::Forward => (PassageState::Waiting, String::new(), FORWARDED.to_owned()),
    };
    participation::Decision {
        state,
        public_body,
        reason,
        note: note.trim().to_owned(),
        by: tx.actor().name().to_owned(),
    }
}

/// Publishes texts that the detector found nothing in, without opening each: `(id, revision)`. What has changed
/// meanwhile, or is marked after all, is left for a person; tells how many were published.
///
/// # Errors
/// The database's.
pub async fn publish_unmarked(site: &Site, actor: Actor, texts: &[(Id, i64)]) -> Result<usize, Fault> {
    let ids: Vec<Id> = texts.iter().map(|(id, _)| *id).collect();
    site.db
        .write(actor, async |tx| {
            let standing = participation::passages_by_id(tx, &ids).await?;
            let mut published = 0;
            // One page of the queue: a bounded handful.
            for passage in standing.iter().filter(|passage| may_publish_unread(passage)) {
                if texts.contains(&(passage.id, passage.revision)) {
                    let row = row(tx, &Decision::Publish, "", &passage.body);
                    decide_passage(tx, passage.id, passage.revision, &row).await?;
                    published += 1;
                }
            }
            Ok(published)
        })
        .await
}

/// Takes a decision back: the text waits again. Within ten minutes, and only while nobody has decided anew.
///
/// # Errors
/// [`Fault::Rule`] when it is too late; [`Fault::Conflict`] when somebody decided after `revision`.
pub async fn undo(site: &Site, actor: Actor, id: Id, revision: i64) -> Result<Passage, Fault> {
    site.db
        .write(actor, async |tx| {
            let passage = participation::passage(tx, id).await?;
            tx.expect_revision(passage.revision, revision)?;
            if !may_undo(&passage, tx.now()) {
                return Err(Fault::rule("moderation-undo-late"));
            }
            let by = tx.actor().name().to_owned();
            let row = participation::Decision {
                state: PassageState::Waiting,
                public_body: String::new(),
                reason: String::new(),
                note: String::new(),
                by,
            };
            decide_passage(tx, id, revision, &row).await
        })
        .await
}
