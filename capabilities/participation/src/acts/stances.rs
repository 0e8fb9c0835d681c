//! Stances on statements, one at a time: each is stored before it is acknowledged, the last on a statement counts, and the
//! person goes on with the receipt code.

use db::{Actor, Id, Tx};
use serde_json::json;
use web::{Fault, Site};

use super::activities::{InUse, recount};
use super::answers::{Sending, Sent, new_passage, submit};
use crate::model::answer::{Answer, Answers};
use crate::model::channel::Channel;
use crate::model::definition::Kind;
use crate::model::finish::Finished;
use crate::model::stance::{PROPOSAL, Stance, taken};
use crate::store::{self, Contribution};

/// Somebody may vote in two windows at once: then one of them is written again on top of the other.
const ATTEMPTS: usize = 5;

/// The first stance of somebody new, with the form's one-time key. The same form sent twice leads to the same person; what it says
/// the second time counts.
///
/// # Errors
/// A rule when there is no such statement.
pub async fn begin_stances(
    site: &Site,
    used: &InUse,
    statement: &str,
    stance: Stance,
    language: &str,
    submit_key: &str,
) -> Result<Sent, Fault> {
    check(used, statement)?;
    let mut answers = Answers::default();
    answers.put(statement, Some(stance.answer()));
    let finished = Finished {
        answers,
        ..Finished::default()
    };
    let sent = submit(site, Actor::Participant, sending(used, finished, language, submit_key)).await?;
    if sent.replayed {
        take_stance(site, used, sent.contribution, statement, stance).await?;
    }
    Ok(sent)
}

/// Somebody who has not taken a stance yet proposes a statement.
///
/// # Errors
/// A rule when it cannot be proposed.
pub async fn begin_with_proposal(
    site: &Site,
    used: &InUse,
    words: &str,
    language: &str,
    submit_key: &str,
) -> Result<Sent, Fault> {
    may_propose(used, &Answers::default(), words)?;
    let mut answers = Answers::default();
    answers.put(PROPOSAL, Some(Answer::Text(words.to_owned())));
    let finished = Finished {
        answers,
        passages: vec![(PROPOSAL.to_owned(), words.to_owned())],
        ..Finished::default()
    };
    submit(site, Actor::Participant, sending(used, finished, language, submit_key)).await
}

fn sending<'a>(used: &'a InUse, finished: Finished, language: &str, submit_key: &'a str) -> Sending<'a> {
    Sending {
        activity: &used.activity,
        version: used.activity.version,
        finished,
        channel: Channel::Web,
        batch: String::new(),
        language: language.to_owned(),
        entered_by: String::new(),
        at: None,
        submit_key,
        letter: None,
    }
}

/// Takes a stance, or another than before. What stood before a change is kept in the change log.
///
/// # Errors
/// A rule when there is no such statement; `Gone` when the answer was withdrawn.
pub async fn take_stance(
    site: &Site,
    used: &InUse,
    contribution: Id,
    statement: &str,
    stance: Stance,
) -> Result<(), Fault> {
    check(used, statement)?;
    write(site, used, contribution, &Change::Stance { statement, stance }).await
}

/// Proposes a statement: a passage that nobody takes a stance on before moderation has published it. One from each person.
///
/// # Errors
/// A rule when one was proposed before, when residents may not, or when the same statement is there.
pub async fn propose(site: &Site, used: &InUse, contribution: Id, words: &str) -> Result<(), Fault> {
    write(site, used, contribution, &Change::Proposal(words)).await
}

/// What somebody adds to what they have said.
enum Change<'a> {
    Stance { statement: &'a str, stance: Stance },
    Proposal(&'a str),
}

/// Changes the answers of one person as they stand now, anew if somebody else has just written them.
async fn write(site: &Site, used: &InUse, contribution: Id, change: &Change<'_>) -> Result<(), Fault> {
    let mut attempts = 0;
    loop {
        attempts += 1;
        let written = site
            .db
            .write(Actor::Participant, async |tx| {
                let before = store::contribution(tx, contribution).await?;
                if before.withdrawn_at.is_some() {
                    return Err(Fault::Gone("participation-withdrawn-already"));
                }
                let mut answers = Answers::from_json(&before.answers).ok_or(Fault::Conflict)?;
                let is_new = match change {
                    Change::Stance { statement, stance } => {
                        put_stance(tx, &before, &mut answers, statement, *stance).await?
                    }
                    Change::Proposal(words) => put_proposal(tx, used, &before, &mut answers, words).await?,
                };
                if is_new {
                    store::replace_answers(tx, &before, used.activity.version, &answers.to_json()).await?;
                    recount(tx, &used.activity).await?;
                }
                Ok(())
            })
            .await;
        match written {
            Err(Fault::Conflict) if attempts < ATTEMPTS => {}
            outcome => return outcome,
        }
    }
}

/// False when it was the person's stance already.
async fn put_stance(
    tx: &mut Tx<'_>,
    before: &Contribution,
    answers: &mut Answers,
    statement: &str,
    stance: Stance,
) -> Result<bool, Fault> {
    let former = taken(answers, statement);
    if former == Some(stance) {
        return Ok(false);
    }
    if former.is_some() {
        let stood = json!({ "version": before.version, "answers": before.answers, "background": before.background });
        store::insert_change(tx, before.id, "changed", &stood.to_string(), "").await?;
    }
    answers.put(statement, Some(stance.answer()));
    tx.audit("contribution.stance", "contribution", before.id, json!({}))
        .await?;
    Ok(true)
}

async fn put_proposal(
    tx: &mut Tx<'_>,
    used: &InUse,
    before: &Contribution,
    answers: &mut Answers,
    words: &str,
) -> Result<bool, Fault> {
    may_propose(used, answers, words)?;
    answers.put(PROPOSAL, Some(Answer::Text(words.to_owned())));
    let passage = new_passage(tx.new_id(), &used.activity, before.id, PROPOSAL, words, tx.now());
    store::insert_passages(tx, vec![passage]).await?;
    tx.audit("contribution.propose", "contribution", before.id, json!({}))
        .await?;
    Ok(true)
}

fn check(used: &InUse, statement: &str) -> Result<(), Fault> {
    let question = used.definition.question(statement);
    if question.is_some_and(|q| matches!(q.kind, Kind::Statement { .. })) {
        Ok(())
    } else {
        Err(Fault::rule("participation-statement-gone"))
    }
}

fn may_propose(used: &InUse, answers: &Answers, words: &str) -> Result<(), Fault> {
    if used.definition.question(PROPOSAL).is_none() {
        return Err(Fault::rule("participation-proposal-closed"));
    }
    if answers.given(PROPOSAL).is_some() {
        return Err(Fault::rule("participation-proposal-once"));
    }
    let folded = words.trim().to_lowercase();
    let is_same = |said: &str| said.trim().to_lowercase() == folded;
    if used
        .definition
        .statements()
        .any(|q| is_same(&q.label.sv) || is_same(&q.label.en))
    {
        return Err(Fault::rule("participation-proposal-known"));
    }
    Ok(())
}
