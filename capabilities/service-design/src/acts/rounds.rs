//! Ideas in rounds: opened and led by the team, written by whoever is in the room, carried by the team to idea cards.

use super::{changed, first_time, project, wall::told};
use crate::model::rounds::{Idea, MOST_DAYS, MOST_IDEAS, MOST_SEATS, Session, Sight, Written, fault};
use crate::model::screening::points_out_a_person;
use crate::model::vote::code;
use crate::store::rounds as store;
use db::{Actor, Id, Tx};
use evidence_chain::{NewcomerLinks, NodeKind, Refused, Sort};
use identity::{Grant, PlanDialogue};
use jiff::{ToSpan as _, civil::Date};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use web::{Fault, Site};

/// A session to open.
#[derive(Debug, Clone, Copy)]
pub struct Opening<'a> {
    /// A question of the project, as a node of the chain; else the typed one.
    pub chosen: Option<Id>,
    pub typed: &'a str,
    pub ideas_each: i64,
    /// The last day on which one can write.
    pub closes_on: Option<Date>,
}

/// Opens a session. Gives its id.
///
/// # Errors
/// A rule without a question, or for a number of ideas or a day that is not possible.
pub async fn open_session(
    site: &Site,
    who: &Grant<PlanDialogue>,
    of: Id,
    opening: Opening<'_>,
    once: Option<&str>,
) -> Result<Id, Fault> {
    if !(1..=MOST_IDEAS).contains(&opening.ideas_each) {
        return Err(Fault::rule("design-error-rounds-each"));
    }
    let today = site.today();
    let possible = |day: &Date| *day >= today && *day <= today.saturating_add(MOST_DAYS.days());
    let closes_on = opening.closes_on.filter(possible);
    let closes_on = closes_on.ok_or_else(|| Fault::rule("design-error-rounds-day"))?;
    let code = code(site.random_bytes());
    site.db
        .write(who.actor(), async |tx| {
            project(site, tx, of).await?;
            first_time(tx, once).await?;
            let question = question(tx, of, &opening).await?;
            let new = store::NewSession {
                code: &code,
                question: &question,
                question_node: opening.chosen,
                ideas_each: opening.ideas_each,
                closes_on,
            };
            let id = store::insert(tx, of, new).await?;
            tx.audit(
                "brainwriting.open",
                "brainwriting",
                id,
                json!({ "project": of.to_string() }),
            )
            .await?;
            Ok(id)
        })
        .await
}

/// The question in words: that of the chosen node, which the project must work with, or the typed one.
async fn question(tx: &mut Tx<'_>, of: Id, opening: &Opening<'_>) -> Result<String, Fault> {
    if let Some(chosen) = opening.chosen {
        let nodes = evidence_chain::of_project(tx, of).await?;
        let found = nodes
            .into_iter()
            .find(|node| node.id == chosen && node.kind() == NodeKind::Question);
        let found = found.filter(|node| !node.is_erased());
        return found
            .map(|node| node.body)
            .ok_or_else(|| Fault::rule("design-error-rounds-question"));
    }
    let typed = opening.typed.trim();
    match typed.is_empty() || typed.chars().count() > 200 {
        true => Err(Fault::rule("design-error-rounds-question")),
        false => Ok(typed.to_owned()),
    }
}

/// Goes on to the round after the one that was seen.
///
/// # Errors
/// A rule when it is closed or somebody went on already.
pub async fn go_on(site: &Site, who: &Grant<PlanDialogue>, of: Id, session: Id, seen: i64) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            let stands = store::session(tx, of, session).await?;
            if !stands.is_open(site.today()) {
                return Err(Fault::rule("design-rounds-closed"));
            }
            store::go_on(tx, of, session, seen).await?;
            tx.audit(
                "brainwriting.go-on",
                "brainwriting",
                session,
                json!({ "round": seen + 1 }),
            )
            .await?;
            Ok(())
        })
        .await
}

/// Closes a session before its last day. It is not opened again.
///
/// # Errors
/// [`Fault::NotFound`] when it is closed or another project's.
pub async fn close_session(site: &Site, who: &Grant<PlanDialogue>, of: Id, session: Id) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            changed(store::close(tx, of, session).await)?;
            tx.audit("brainwriting.close", "brainwriting", session, json!({}))
                .await?;
            Ok(())
        })
        .await
}

/// What is kept of a browser's random word: another in each session, so that sessions cannot be laid side by side.
pub(crate) fn hash(session: Id, word: &str) -> Vec<u8> {
    Sha256::digest(format!("brainwriting:{session}:{word}").as_bytes()).to_vec()
}

/// The session as it stands within the transaction, if one can still write: the team may have closed it meanwhile.
async fn still_open(site: &Site, tx: &mut Tx<'_>, session: &Session) -> Result<Session, Fault> {
    let stands = store::session(tx, session.project, session.id).await?;
    match stands.is_open(site.today()) {
        true => Ok(stands),
        false => Err(Fault::Gone("design-rounds-closed")),
    }
}

/// Takes part: gives the browser a seat, or finds the one it has.
///
/// # Errors
/// [`Fault::Gone`] when the session is closed; a rule when the room is full.
pub async fn take_seat(site: &Site, session: &Session, browser: &str, once: Option<&str>) -> Result<i64, Fault> {
    let browser = hash(session.id, browser);
    site.db
        .write(Actor::Participant, async |tx| {
            still_open(site, tx, session).await?;
            if let Some(seat) = store::seat(tx, session.id, &browser).await? {
                return Ok(seat);
            }
            first_time(tx, once).await?;
            let seat = store::next_seat(tx, session.id).await?;
            if seat > MOST_SEATS {
                return Err(Fault::rule("design-error-rounds-full"));
            }
            store::take_seat(tx, session.id, seat, browser).await?;
            tx.audit("brainwriting.take-seat", "brainwriting", session.id, json!({}))
                .await?;
            Ok(seat)
        })
        .await
}

/// Writes ideas of a round. What looks like personal data is held until the team has read it. The round may be over for the others:
/// what somebody was writing when the team went on is taken.
///
/// # Errors
/// [`Fault::Gone`] when the session is closed; a rule when nothing was written, or too much; [`Fault::Forbidden`] without a seat.
pub async fn write_ideas(
    site: &Site,
    session: &Session,
    browser: &str,
    round: i64,
    written: Vec<Written>,
    once: Option<&str>,
) -> Result<(), Fault> {
    let browser = hash(session.id, browser);
    site.db
        .write(Actor::Participant, async |tx| {
            let stands = still_open(site, tx, session).await?;
            first_time(tx, once).await?;
            let seat = store::seat(tx, session.id, &browser).await?.ok_or(Fault::Forbidden)?;
            let ideas = store::ideas(tx, session.id).await?;
            if let Some(key) = fault(&stands, &ideas, seat, round, &written) {
                return Err(Fault::rule(key));
            }
            let seen = |idea: Written| match points_out_a_person(&idea.body) {
                true => (idea, Sight::Held),
                false => (idea, Sight::Shown),
            };
            let judged: Vec<(Written, Sight)> = written.into_iter().map(seen).collect();
            store::write(tx, session.id, (seat, round), &judged).await?;
            let detail = json!({ "round": round, "ideas": judged.len() });
            tx.audit("brainwriting.write", "brainwriting", session.id, detail)
                .await?;
            Ok(())
        })
        .await
}

/// Shows an idea to the others, or hides it for a reason.
///
/// # Errors
/// A rule for hiding without a reason; [`Fault::NotFound`].
pub async fn set_sight(
    site: &Site,
    who: &Grant<PlanDialogue>,
    of: Id,
    session: Id,
    idea: Id,
    hidden: Option<&str>,
) -> Result<(), Fault> {
    let reason = hidden.map(str::trim);
    if reason.is_some_and(str::is_empty) {
        return Err(Fault::rule("design-error-rounds-reason"));
    }
    let sight = match reason {
        Some(_) => Sight::Hidden,
        None => Sight::Shown,
    };
    site.db
        .write(who.actor(), async |tx| {
            store::session(tx, of, session).await?;
            changed(store::set_sight(tx, session, idea, sight, reason.unwrap_or_default()).await)?;
            let detail = json!({ "idea": idea.to_string(), "sight": sight.code(), "reason": reason });
            tx.audit("brainwriting.sight", "brainwriting", session, detail).await?;
            Ok(())
        })
        .await
}

/// Makes idea cards of ideas: drafts in the project, each resting on the session's question when that is in the chain. Ideas that
/// are cards already stay as they are. Gives how many were made.
///
/// # Errors
/// A rule when none was chosen that may be carried: what is held or hidden may not.
pub async fn carry(
    site: &Site,
    who: &Grant<PlanDialogue>,
    of: Id,
    session: Id,
    chosen: &[Id],
    once: Option<&str>,
) -> Result<usize, Fault> {
    site.db
        .write(who.actor(), async |tx| {
            let (project, _) = project(site, tx, of).await?;
            first_time(tx, once).await?;
            let stands = store::session(tx, of, session).await?;
            let ideas = store::ideas(tx, session).await?;
            let may = |idea: &&Idea| chosen.contains(&idea.id) && idea.node.is_none() && idea.sight == Sight::Shown;
            let from: Vec<(Id, Sort)> = stands.question_node.map(|id| (id, Sort::LeadsTo)).into_iter().collect();
            let mut nodes = Vec::new();
            // A form names a handful.
            for idea in ideas.iter().filter(may) {
                let draft = evidence_chain::draft(site, &project, NodeKind::Idea, &idea.body)?;
                let links = NewcomerLinks {
                    place: Some(of),
                    from: &from,
                    reason: "",
                };
                nodes.push((idea.id, evidence_chain::add_in(site, tx, who, draft, links).await?));
            }
            if nodes.is_empty() {
                return Err(Refused::Fault(Fault::rule("design-error-rounds-none-chosen")));
            }
            store::set_nodes(tx, session, &nodes).await?;
            let detail = json!({ "ideas": nodes.len(), "project": of.to_string() });
            tx.audit("brainwriting.carry", "brainwriting", session, detail).await?;
            Ok(nodes.len())
        })
        .await
        .map_err(told)
}
