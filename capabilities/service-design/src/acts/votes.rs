//! Votes with dots: opened and closed by the team, cast by whoever is in the room.

use super::{changed, first_time, project};
use crate::model::vote::{MOST_DOTS, Vote, code};
use crate::store::votes;
use db::{Actor, Id};
use evidence_chain::{NodeKind, Standing};
use identity::{Grant, PlanDialogue};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use web::{Fault, Site};

/// Opens a vote on the ideas of a project that are not put aside. Gives its code.
///
/// # Errors
/// A rule without a question, with an impossible number of dots, or with less than two ideas to choose between.
pub async fn open_vote(
    site: &Site,
    who: &Grant<PlanDialogue>,
    of: Id,
    question: &str,
    dots: i64,
    once: Option<&str>,
) -> Result<String, Fault> {
    let question = question.trim();
    if question.is_empty() || question.chars().count() > 200 {
        return Err(Fault::rule("design-error-vote-question"));
    }
    if !(1..=MOST_DOTS).contains(&dots) {
        return Err(Fault::rule("design-error-vote-dots"));
    }
    let code = code(site.random_bytes());
    site.db
        .write(who.actor(), async |tx| {
            project(site, tx, of).await?;
            first_time(tx, once).await?;
            let ideas = evidence_chain::of_project(tx, of).await?.into_iter();
            let open = ideas.filter(|node| {
                node.kind() == NodeKind::Idea && node.standing() != Standing::SetAside && !node.is_erased()
            });
            let choices: Vec<(Id, String)> = open.map(|node| (node.id, node.title)).collect();
            if choices.len() < 2 {
                return Err(Fault::rule("design-error-vote-ideas"));
            }
            let id = votes::insert(tx, of, &code, question, dots, &choices).await?;
            tx.audit(
                "dot-vote.open",
                "dot_vote",
                id,
                json!({ "project": of.to_string(), "dots": dots }),
            )
            .await?;
            Ok(())
        })
        .await?;
    Ok(code)
}

/// Closes a vote. It is not opened again: one votes anew.
///
/// # Errors
/// [`Fault::NotFound`] when it is closed or another project's.
pub async fn close_vote(site: &Site, who: &Grant<PlanDialogue>, of: Id, vote: Id) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            changed(votes::close(tx, of, vote).await)?;
            tx.audit("dot-vote.close", "dot_vote", vote, json!({})).await?;
            Ok(())
        })
        .await
}

/// What is kept of a browser's random word.
pub(crate) fn hash(word: &str) -> Vec<u8> {
    Sha256::digest(format!("dot-vote:{word}").as_bytes()).to_vec()
}

/// Casts a ballot: the dots for each choice in their order. `browser` is a random word that stays in the browser. Gives `false`
/// when that browser has voted already.
///
/// # Errors
/// A rule for a ballot without dots or with too many; [`Fault::Gone`] when the vote is closed.
pub async fn cast(site: &Site, vote: &Vote, browser: &str, dots: &[i64]) -> Result<bool, Fault> {
    if let Some(key) = vote.fault(dots) {
        return Err(Fault::rule(key));
    }
    let given: Vec<(i64, i64)> = vote
        .choices
        .iter()
        .map(|choice| choice.place)
        .zip(dots.iter().copied())
        .filter(|(_, dots)| *dots > 0)
        .collect();
    let browser = hash(browser);
    site.db
        .write(Actor::Participant, async |tx| {
            // Read within the transaction: the team may have closed it while somebody was choosing.
            if votes::by_code(tx, &vote.code).await?.closed_at.is_some() {
                return Err(Fault::Gone("design-vote-closed"));
            }
            Ok(votes::cast(tx, vote.id, browser, &given).await?)
        })
        .await
}
