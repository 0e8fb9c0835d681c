//! Links: made with a reason, taken away with a reason, never lost from the log.

use super::nodes::{pack, template};
use super::weigh;
use crate::model::node::Node;
use crate::model::trace::Sort;
use crate::store::{self, NewLink};
use db::{Conn, Id};
use identity::{Grant, PlanDialogue};
use method::Facts;
use method::pack::NodeKind;
use serde_json::json;
use web::{Fault, Site};

/// Links nodes with one. Which end each is follows from the order of the thread.
///
/// # Errors
/// A rule when two stand at the same place in the thread, or the sort does not fit what it comes from.
pub async fn link(
    site: &Site,
    who: &Grant<PlanDialogue>,
    node: Id,
    others: &[Id],
    sort: Option<Sort>,
    reason: &str,
) -> Result<u64, Fault> {
    site.db
        .write(who.actor(), async |tx| {
            let one = store::node(tx, node).await?;
            let mut links = Vec::with_capacity(others.len());
            // A form names a page of them at most.
            for other in others {
                links.push(between(&one, &store::node(tx, *other).await?, sort, reason)?);
            }
            let made = store::links::link(tx, &links).await?;
            reweigh(tx, &links).await?;
            let ids: Vec<String> = others.iter().map(ToString::to_string).collect();
            let sort = sort.map(Sort::code);
            tx.audit(
                "chain.link",
                "chain-node",
                node,
                json!({ "with": ids, "sort": sort, "reason": reason }),
            )
            .await?;
            Ok(made)
        })
        .await
}

pub(super) async fn reweigh(tx: &mut db::Tx<'_>, links: &[NewLink]) -> Result<(), Fault> {
    let mut targets: Vec<Id> = links
        .iter()
        .filter(|link| link.from.1 == NodeKind::Evidence)
        .map(|link| link.to.0)
        .collect();
    targets.sort_unstable();
    targets.dedup();
    // One node, or the few that one node was linked to.
    for target in targets {
        let pieces = store::links::pieces(tx, target).await?;
        weigh(tx, &[target], pieces).await?;
    }
    Ok(())
}

fn between(one: &Node, other: &Node, sort: Option<Sort>, reason: &str) -> Result<NewLink, Fault> {
    let (from, to) = match one.kind().cmp(&other.kind()) {
        std::cmp::Ordering::Less => (one, other),
        std::cmp::Ordering::Greater => (other, one),
        std::cmp::Ordering::Equal => return Err(Fault::rule("chain-error-order")),
    };
    let sorts = Sort::from_kind(from.kind());
    let sort = match (sort, sorts) {
        (Some(sort), _) if sorts.contains(&sort) => sort,
        // What only leads on needs no choice; what speaks for or against does.
        (_, [only]) => *only,
        _ => return Err(Fault::rule("chain-error-sort")),
    };
    Ok(NewLink {
        from: (from.id, from.kind()),
        to: (to.id, to.kind()),
        sort,
        reason: reason.trim().to_owned(),
    })
}

/// Takes a link away. What stands on nothing else must be made a draft first.
///
/// # Errors
/// A rule without a reason, or when it is the last ground of something that stands; [`Fault::NotFound`].
pub async fn unlink(site: &Site, who: &Grant<PlanDialogue>, link: Id, reason: &str) -> Result<(), Fault> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Fault::rule("chain-error-unlink-reason"));
    }
    site.db
        .write(who.actor(), async |tx| {
            let ends = store::links::live(tx, link).await?;
            if is_last_ground(site, tx, link, ends.to_id).await? {
                return Err(Fault::rule("chain-error-last-ground"));
            }
            store::links::unlink(tx, link, reason).await?;
            let pieces = store::links::pieces(tx, ends.to_id).await?;
            weigh(tx, &[ends.to_id], pieces).await?;
            let detail = json!({ "from": ends.from_id.to_string(), "to": ends.to_id.to_string(), "reason": reason });
            tx.audit("chain.unlink", "chain-link", link, detail).await?;
            Ok(())
        })
        .await
}

async fn is_last_ground(site: &Site, conn: &mut Conn, link: Id, node: Id) -> Result<bool, Fault> {
    let pack = pack(site)?;
    let stands = store::node(conn, node).await?;
    let (_, template) = template(&pack, stands.kind())?;
    let Some(rule) = template
        .ground
        .as_ref()
        .filter(|rule| rule.statuses.contains(&stands.status))
    else {
        return Ok(false);
    };
    let details = serde_json::from_str(&store::details(conn, node).await?).unwrap_or_default();
    let facts = Facts::from_json(details);
    if rule.unless.as_ref().is_some_and(|field| facts.has(field)) {
        return Ok(false);
    }
    let beneath = store::links::beneath(conn, node).await?;
    let mut grounds = beneath
        .iter()
        .filter(|(_, kind)| rule.rests_on.contains(kind))
        .map(|(link, _)| *link);
    Ok(grounds.clone().any(|one| one == link) && !grounds.any(|one| one != link))
}

/// Says which measures a decision decided, or that it did not decide one.
///
/// # Errors
/// [`Fault::NotFound`] for a decision that is not recorded; a rule for what is no measure.
pub async fn tie(
    site: &Site,
    who: &Grant<PlanDialogue>,
    decision: Id,
    measures: &[Id],
    untied: Option<Id>,
) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            cases::decision(tx, decision).await?;
            // A form names a handful.
            for id in measures {
                if store::node(tx, *id).await?.kind() != NodeKind::Measure {
                    return Err(Fault::rule("chain-error-no-measure"));
                }
            }
            store::tie(tx, decision, measures).await?;
            if let Some(node) = untied {
                store::untie(tx, decision, node).await?;
            }
            let ids: Vec<String> = measures.iter().map(ToString::to_string).collect();
            let detail = json!({ "measures": ids, "untied": untied.map(|id| id.to_string()) });
            tx.audit("chain.tie", "decision", decision, detail).await?;
            Ok(())
        })
        .await
}
