//! Use cases: register an assignment, record a decision, write and publish the answers. The same acts serve the desk, the
//! demonstration and the tests.

use crate::{
    model::{Answer, Assignment, AssignmentStatus, Decision, Effect, Outcome, Stage},
    store,
};
use db::{Id, Tx};
use identity::{AnswerPublic, Grant, RegisterCase};
use jiff::{ToSpan as _, civil::Date};
use std::sync::Arc;
use web::{Fault, Site};

/// What an assignment needs.
#[derive(Debug, Clone)]
pub struct AssignmentDraft {
    /// Who gave it.
    pub body: String,
    /// When.
    pub decided_on: Date,
    /// The paragraph, without the sign.
    pub paragraph: String,
    /// What the board wrote.
    pub wording: String,
    /// When it is to be reported.
    pub due_on: Option<Date>,
    /// The case number in the diary.
    pub case_number: String,
    /// The office that answers for it.
    pub responsible: String,
    /// Where it stands.
    pub status: AssignmentStatus,
    /// The official's note.
    pub note: String,
}

/// Registers an assignment, or changes the one with that identifier and revision. `key` stops a form sent twice.
///
/// # Errors
/// [`Fault::Conflict`] when somebody else changed it first.
pub async fn save_assignment(
    site: &Site,
    who: &Grant<RegisterCase>,
    known: Option<(Id, i64)>,
    draft: AssignmentDraft,
    key: Option<&str>,
) -> Result<Id, Fault> {
    site.db
        .write(who.actor(), async |tx| {
            if let Some(key) = key
                && !tx.use_once(key).await?
            {
                return Err(Fault::rule("cases-sent-twice"));
            }
            let one = Assignment {
                id: known.map_or_else(|| tx.new_id(), |(id, _)| id),
                body: draft.body,
                decided_on: draft.decided_on,
                paragraph: draft.paragraph,
                wording: draft.wording,
                due_on: draft.due_on,
                case_number: draft.case_number,
                responsible: draft.responsible,
                status: draft.status.code().to_owned(),
                note: draft.note,
                revision: known.map_or(1, |(_, revision)| revision),
                created_at: tx.now(),
            };
            let act = if known.is_some() {
                "assignment.change"
            } else {
                "assignment.register"
            };
            match known {
                None => store::insert_assignment(tx, &one).await?,
                Some(_) => store::update_assignment(tx, &one).await?,
            }
            let detail = serde_json::json!({ "case": one.case_number, "status": one.status, "due": one.due_on });
            tx.audit(act, "assignment", one.id, detail).await?;
            Ok(one.id)
        })
        .await
}

/// Says that a dialogue carries out an assignment, or no longer does.
pub async fn link_assignment(
    site: &Site,
    who: &Grant<RegisterCase>,
    assignment: Id,
    dialogue: Id,
    linked: bool,
) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            store::assignment(tx, assignment).await?;
            dialogues::dialogue(tx, dialogue).await?;
            if linked {
                store::link(tx, assignment, dialogue).await?;
            } else {
                store::unlink(tx, assignment, dialogue).await?;
            }
            let detail = serde_json::json!({ "dialogue": dialogue, "linked": linked });
            tx.audit("assignment.link", "assignment", assignment, detail).await?;
            Ok(())
        })
        .await
}

/// What a decision needs.
#[derive(Debug, Clone)]
pub struct DecisionDraft {
    /// Who decided.
    pub body: String,
    /// When.
    pub decided_on: Date,
    /// The paragraph, without the sign.
    pub paragraph: String,
    /// What was decided.
    pub wording: String,
    /// How much the dialogue changed it.
    pub effect: Effect,
    /// How the dialogue was weighed in, or why not.
    pub reason: String,
}

/// Records a decision, or changes the one with that identifier and revision.
///
/// # Errors
/// [`Fault::Conflict`] when somebody else changed it first.
pub async fn record_decision(
    site: &Site,
    who: &Grant<RegisterCase>,
    dialogue: Id,
    known: Option<(Id, i64)>,
    draft: DecisionDraft,
    key: Option<&str>,
) -> Result<Id, Fault> {
    site.db
        .write(who.actor(), async |tx| {
            if let Some(key) = key
                && !tx.use_once(key).await?
            {
                return Err(Fault::rule("cases-sent-twice"));
            }
            dialogues::dialogue(tx, dialogue).await?;
            let one = Decision {
                id: known.map_or_else(|| tx.new_id(), |(id, _)| id),
                dialogue_id: dialogue,
                body: draft.body,
                decided_on: draft.decided_on,
                paragraph: draft.paragraph,
                wording: draft.wording,
                effect: draft.effect.code().to_owned(),
                reason: draft.reason,
                revision: known.map_or(1, |(_, revision)| revision),
                recorded_at: tx.now(),
                recorded_by: who.staff.name.clone(),
            };
            match known {
                None => store::insert_decision(tx, &one).await?,
                Some((id, _)) => {
                    if store::decision(tx, id).await?.dialogue_id != dialogue {
                        return Err(Fault::NotFound);
                    }
                    store::update_decision(tx, &one).await?;
                }
            }
            let detail = serde_json::json!({ "body": one.body, "paragraph": one.paragraph, "effect": one.effect });
            tx.audit("decision.record", "decision", one.id, detail).await?;
            touch(tx, dialogue);
            Ok(one.id)
        })
        .await
}

/// What an answer needs.
#[derive(Debug, Clone)]
pub struct AnswerDraft {
    /// "Ni sa".
    pub you_said: String,
    /// What becomes of it.
    pub outcome: Outcome,
    /// "Vi gör": what and why.
    pub reason: String,
    /// Who answers for it.
    pub responsible: String,
    /// When, in words.
    pub due_text: String,
    /// The decision it rests on.
    pub decision: Option<Id>,
}

/// Writes the answer of a theme. `revision` is nought for the first draft. An answer that everybody can read already stays
/// public, in its new wording, with the change in the log.
///
/// # Errors
/// [`Fault::Conflict`] when somebody else wrote it first.
pub async fn save_answer(
    site: &Site,
    who: &Grant<AnswerPublic>,
    dialogue: Id,
    theme: Id,
    revision: i64,
    draft: AnswerDraft,
) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            theme_of(tx, dialogue, theme).await?;
            let stands = store::answer_of(tx, theme).await?;
            let one = Answer {
                id: stands.as_ref().map_or_else(|| tx.new_id(), |answer| answer.id),
                dialogue_id: dialogue,
                theme_id: theme,
                you_said: draft.you_said,
                outcome: draft.outcome.code().to_owned(),
                reason: draft.reason,
                responsible: draft.responsible,
                due_text: draft.due_text,
                decision_id: draft.decision,
                published_at: None,
                revision,
                updated_at: tx.now(),
                updated_by: who.staff.name.clone(),
            };
            match stands {
                None if revision == 0 => store::insert_answer(tx, &one).await?,
                Some(_) if revision > 0 => store::update_answer(tx, &one).await?,
                _ => return Err(Fault::Conflict),
            }
            tx.audit(
                "answer.write",
                "answer",
                one.id,
                serde_json::json!({ "outcome": one.outcome }),
            )
            .await?;
            touch(tx, dialogue);
            Ok(())
        })
        .await
}

async fn theme_of(tx: &mut Tx<'_>, dialogue: Id, theme: Id) -> Result<(), Fault> {
    let themes = insights::themes(tx, dialogue).await?;
    themes
        .themes
        .iter()
        .any(|one| one.theme.id == theme)
        .then_some(())
        .ok_or(Fault::NotFound)
}

/// Six months after the answer the addresses have done their work (design: retention table).
const KEEP_ADDRESSES_MONTHS: i64 = 6;

/// Publishes all written answers and writes to everybody who asked to know, in the same transaction: an answer that stands
/// on the page is also on its way by mail. Tells how many letters went out.
///
/// # Errors
/// A rule when there is nothing to publish.
pub async fn publish_answers(site: &Arc<Site>, who: &Grant<AnswerPublic>, dialogue: Id) -> Result<usize, Fault> {
    let erase_on = site
        .today()
        .checked_add(KEEP_ADDRESSES_MONTHS.months())
        .map_err(Fault::internal)?;
    site.db
        .write(who.actor(), async |tx| {
            let one = dialogues::dialogue(tx, dialogue).await?;
            if store::publish_answers(tx, dialogue).await? == 0 {
                return Err(Fault::rule("cases-nothing-to-publish"));
            }
            let answers = store::answers(tx, dialogue).await?;
            let recipients = identity::contacts::recipients(tx, dialogue).await?;
            for recipient in &recipients {
                let cx = site.cx(recipient.lang);
                let leave = identity::contacts::leave_link(tx, &cx, recipient.id, &site.token()).await?;
                let letter = answer_letter(&cx, &one, answers.len(), &recipient.email, &leave);
                mail::queue(tx, letter).await?;
            }
            store::add_dispatch(tx, dialogue, Stage::Answered.code(), recipients.len()).await?;
            identity::contacts::erase_after(tx, dialogue, erase_on).await?;
            let detail = serde_json::json!({ "answers": answers.len(), "letters": recipients.len() });
            tx.audit("answer.publish", "dialogue", dialogue, detail).await?;
            touch(tx, dialogue);
            Ok(recipients.len())
        })
        .await
}

fn answer_letter(cx: &web::Cx, dialogue: &dialogues::Dialogue, answers: usize, to: &str, leave: &str) -> mail::Mail {
    let link = cx.absolute(&format!("/dialoger/{}/resultat", dialogue.slug));
    let values = [
        ("title", dialogue.title.as_str().into()),
        ("n", i64::try_from(answers).unwrap_or(0).into()),
        ("link", link.into()),
        ("leave", leave.into()),
        ("municipality", cx.settings.municipality.as_str().into()),
    ];
    mail::Mail {
        to: to.to_owned(),
        subject: cx.t1("cases-answer-mail-subject", "title", &dialogue.title),
        body: cx.ta("cases-answer-mail-body", &values),
    }
}

fn touch(tx: &mut Tx<'_>, dialogue: Id) {
    tx.touch(format!("dialogue:{dialogue}"));
    tx.touch("dialogues");
}
