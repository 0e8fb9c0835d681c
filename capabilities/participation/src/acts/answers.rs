//! A voice comes in, is changed by the one who gave it, or is withdrawn.
//!
//! Submitting is the path that a whole town may walk on the same evening. Everything that can be read is read
//! before; inside the transaction stand the contribution, its passages, the audit line, and the contact if one
//! was left. The submit key is a unique column of the contribution itself, so no separate key row is written.

use db::{Actor, Conn, Id, Tx};
use jiff::Timestamp;
use serde_json::json;
use web::{Cx, Fault, Site};

use super::activities::recount;
use crate::kinds::{Way, kind};
use crate::model::answer::Answers;
use crate::model::channel::Channel;
use crate::model::finish::Finished;
use crate::model::receipt::{self, Code};
use crate::model::state::PassageState;
use crate::store::{self, Activity, Contribution, NewContribution, NewPassage};

/// A contribution on its way in.
pub struct Sending<'a> {
    pub activity: &'a Activity,
    /// The version that was answered.
    pub version: i64,
    pub finished: Finished,
    pub channel: Channel,
    pub batch: String,
    /// BCP 47 code of the page, or of the text as staff heard it.
    pub language: String,
    /// The official who entered it; empty when the person did.
    pub entered_by: String,
    /// When it was said, if not now.
    pub at: Option<Timestamp>,
    /// The form's one-time key.
    pub submit_key: &'a str,
    /// Where the letter about the answer goes, if an address was left.
    pub letter: Option<Letter<'a>>,
}

/// What the letter that confirms an address needs.
pub struct Letter<'a> {
    pub cx: &'a Cx,
    /// The title of the dialogue.
    pub title: &'a str,
}

/// What became of a form that was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sent {
    pub contribution: Id,
    /// The code for the person; the same for the same form.
    pub code: Code,
    /// The same form had come before: nothing was stored again.
    pub replayed: bool,
}

/// Shortest one-time key taken; web's have 32 characters. A shorter one is not ours.
const MIN_SUBMIT_KEY: usize = 20;

/// Stores a contribution for good. Returns after it is on disk.
pub async fn submit(site: &Site, actor: Actor, sending: Sending<'_>) -> Result<Sent, Fault> {
    if sending.submit_key.len() < MIN_SUBMIT_KEY {
        return Err(Fault::BadRequest("participation-no-key"));
    }
    let scoped_key = format!("{} {}", sending.activity.id, sending.submit_key);
    let submit_key = receipt::hash("samspel submit key", scoped_key.as_bytes()).to_vec();
    let code = Code::from_submit_key(&scoped_key);
    let id = site.new_id();
    // Everything that can be made ready is, before the line of those who write is entered.
    let (contribution, passages) = made_ready(site, id, &sending, submit_key.clone(), code);
    let written = site
        .db
        .write(actor, async |tx| {
            store_contribution(site, tx, &sending, contribution, passages).await
        })
        .await;
    match written {
        Ok(()) => Ok(Sent {
            contribution: id,
            code,
            replayed: false,
        }),
        Err(Fault::Db(db::Error::Unique(_))) => {
            let mut read = site.db.read().await?;
            let known = store::contribution_by_submit_key(&mut read, submit_key)
                .await?
                .ok_or(Fault::Conflict)?;
            Ok(Sent {
                contribution: known,
                code,
                replayed: true,
            })
        }
        Err(fault) => Err(fault),
    }
}

fn made_ready(
    site: &Site,
    id: Id,
    sending: &Sending<'_>,
    submit_key: Vec<u8>,
    code: Code,
) -> (NewContribution, Vec<NewPassage>) {
    let (activity, finished) = (sending.activity, &sending.finished);
    let now = site.clock.now();
    let contribution = NewContribution {
        id,
        activity: activity.id,
        dialogue: activity.dialogue_id,
        version: sending.version,
        channel: sending.channel.name(),
        batch: sending.batch.clone(),
        language: sending.language.clone(),
        answers: finished.answers.to_json(),
        background: finished.background.to_json(),
        submitted_at: sending.at.unwrap_or(now),
        submit_key: Some(submit_key),
        receipt_hash: Some(code.hash()),
        entered_by: sending.entered_by.clone(),
    };
    let passages = finished
        .passages
        .iter()
        .map(|(question, body)| new_passage(site.new_id(), activity, id, question, body, now))
        .collect();
    (contribution, passages)
}

async fn store_contribution(
    site: &Site,
    tx: &mut Tx<'_>,
    sending: &Sending<'_>,
    contribution: NewContribution,
    passages: Vec<NewPassage>,
) -> Result<(), Fault> {
    let (id, dialogue) = (contribution.id, contribution.dialogue);
    store::insert_contributions(tx, vec![contribution]).await?;
    store::insert_passages(tx, passages).await?;
    // What was said stands in the contribution; the log says that it came, and how.
    let how = json!({ "channel": sending.channel.name() });
    tx.audit("contribution.submit", "contribution", id, how).await?;
    let (emails, letter) = (&sending.finished.emails, sending.letter.as_ref());
    register_contacts(site, tx, dialogue, id, emails, letter).await?;
    Ok(recount(tx, sending.activity).await?)
}

async fn register_contacts(
    site: &Site,
    tx: &mut Tx<'_>,
    dialogue: Id,
    contribution: Id,
    emails: &[String],
    letter: Option<&Letter<'_>>,
) -> Result<(), Fault> {
    let Some(letter) = letter else { return Ok(()) };
    for email in emails {
        let token = site.token();
        identity::contacts::register(tx, letter.cx, dialogue, Some(contribution), letter.title, email, &token).await?;
    }
    Ok(())
}

pub(crate) fn new_passage(
    id: Id,
    activity: &Activity,
    contribution: Id,
    question: &str,
    body: &str,
    at: Timestamp,
) -> NewPassage {
    // Others take a stance on what is proposed: no text of such an activity is shown unread.
    let waits = activity.premoderate || kind(&activity.kind).way() == Way::Stances;
    let (state, marks) = examine(body, waits);
    NewPassage {
        id,
        contribution,
        activity: activity.id,
        dialogue: activity.dialogue_id,
        question: question.to_owned(),
        body: body.to_owned(),
        state,
        marks,
        at,
    }
}

/// Where a text begins in moderation. What looks like personal data always waits for a person.
fn examine(body: &str, premoderate: bool) -> (PassageState, String) {
    let found = text::personal_data::find(body);
    let marks: Vec<_> = found
        .iter()
        .map(|span| json!({ "kind": span.kind.code(), "start": span.start, "end": span.end }))
        .collect();
    let state = if premoderate || !marks.is_empty() {
        PassageState::Waiting
    } else {
        PassageState::Published
    };
    (state, serde_json::Value::Array(marks).to_string())
}

/// Puts new answers in place of a person's own. The former ones stay in the change log; a text that was changed
/// is a new passage that is moderated and coded anew.
pub async fn change(
    site: &Site,
    actor: Actor,
    activity: &Activity,
    contribution: &Contribution,
    version: i64,
    finished: Finished,
    letter: Option<Letter<'_>>,
) -> Result<(), Fault> {
    site.db
        .write(actor, async |tx| {
            let before = store::contribution(tx, contribution.id).await?;
            if before.withdrawn_at.is_some() {
                return Err(Fault::Gone("participation-withdrawn-already"));
            }
            let former =
                json!({ "version": before.version, "answers": before.answers, "background": before.background });
            store::insert_change(tx, before.id, "changed", &former.to_string(), "").await?;
            let (answers, background) = (finished.answers.to_json(), finished.background.to_json());
            store::change_answers(tx, before.id, version, &answers, &background).await?;
            replace_passages(tx, activity, before.id, &finished.passages).await?;
            tx.audit("contribution.change", "contribution", before.id, json!({}))
                .await?;
            register_contacts(
                site,
                tx,
                before.dialogue_id,
                before.id,
                &finished.emails,
                letter.as_ref(),
            )
            .await?;
            super::touch(tx, before.dialogue_id);
            Ok(recount(tx, activity).await?)
        })
        .await
}

async fn replace_passages(
    tx: &mut Tx<'_>,
    activity: &Activity,
    contribution: Id,
    said: &[(String, String)],
) -> Result<(), Fault> {
    let standing = store::passages_of_contribution(tx, contribution).await?;
    let stays = |p: &store::Passage| {
        said.iter()
            .any(|(question, body)| p.question == *question && p.body == *body)
    };
    // A person has a handful of free texts: a loop over them is bounded by the questions of the survey.
    for passage in standing.iter().filter(|p| !stays(p)) {
        store::withdraw_passage(tx, passage.id).await?;
    }
    let now = tx.now();
    let is_new =
        |(question, body): &&(String, String)| !standing.iter().any(|p| p.question == *question && p.body == *body);
    let new = said
        .iter()
        .filter(is_new)
        .map(|(question, body)| new_passage(tx.new_id(), activity, contribution, question, body, now))
        .collect();
    store::insert_passages(tx, new).await?;
    Ok(())
}

/// Withdraws: out of results and public view, kept as the record it is (TF 2 kap.; arkivlagen).
pub async fn withdraw(site: &Site, actor: Actor, contribution: Id, reason: &str) -> Result<(), Fault> {
    site.db
        .write(actor, async |tx| {
            let before = store::contribution(tx, contribution).await?;
            if before.withdrawn_at.is_some() {
                return Err(Fault::Gone("participation-withdrawn-already"));
            }
            store::withdraw(tx, contribution).await?;
            store::withdraw_passages(tx, contribution).await?;
            store::insert_change(tx, contribution, "withdrawn", "", reason).await?;
            tx.audit(
                "contribution.withdraw",
                "contribution",
                contribution,
                json!({ "reason": reason }),
            )
            .await?;
            super::touch(tx, before.dialogue_id);
            let activity = store::activity(tx, before.activity_id).await?;
            Ok(recount(tx, &activity).await?)
        })
        .await
}

/// Finds a contribution by the code its giver holds.
pub async fn by_code(conn: &mut Conn, code: Code) -> Result<Option<Contribution>, Fault> {
    Ok(store::contribution_by_receipt(conn, code.hash()).await?)
}

/// Somebody who has sent an answer wants to be told what came of it.
pub async fn ask_for_answer(
    site: &Site,
    contribution: &Contribution,
    email: &str,
    letter: Letter<'_>,
) -> Result<(), Fault> {
    site.db
        .write(Actor::Participant, async |tx| {
            let emails = [email.to_owned()];
            register_contacts(
                site,
                tx,
                contribution.dialogue_id,
                contribution.id,
                &emails,
                Some(&letter),
            )
            .await?;
            tx.audit(
                "contribution.ask-for-answer",
                "contribution",
                contribution.id,
                json!({}),
            )
            .await?;
            Ok(())
        })
        .await
}

/// The stored answers, main and background in one.
pub fn answers_of(contribution: &Contribution) -> Answers {
    let part = |json: &str| Answers::from_json(json).unwrap_or_default();
    crate::model::finish::joined(part(&contribution.answers), part(&contribution.background))
}
