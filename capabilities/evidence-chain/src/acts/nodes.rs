//! Writing nodes: add, change, take the words away, put in a project.

use super::{Refused, expect_project, first_time, weigh};
use crate::model::node::{Draft, Lacks, Node, Origin, Read, lacks};
use crate::model::trace::Sort;
use crate::store::{self, NewLink, NewNode};
use db::{Id, Tx};
use dialogues::Dialogue;
use identity::{Grant, PlanDialogue};
use method::pack::{NodeKind, NodeTemplate, Pack, Sheet};
use method::{Facts, Packs, Picture, Process};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use web::{Fault, Site};

/// The method that nodes are written by: the edition in use of the service-design pack.
///
/// # Errors
/// [`Fault::NotFound`] on a site without that pack.
pub(crate) fn pack(site: &Site) -> Result<Arc<Pack>, Fault> {
    let edition = site.get::<Packs>().edition(method::SERVICE_DESIGN);
    let template = edition.and_then(|edition| edition.templates.first().cloned());
    template.ok_or(Fault::NotFound)
}

/// The template of a kind.
pub(crate) fn template(pack: &Pack, kind: NodeKind) -> Result<(&Sheet, &NodeTemplate), Fault> {
    pack.node_sheet(kind).ok_or(Fault::NotFound)
}

/// A filling as the method's forms read it: its fields in place of a process's facts.
pub(crate) fn picture(site: &Site, pack: Arc<Pack>, details: Map<String, Value>, node: Option<&Node>) -> Picture {
    let now = site.clock.now();
    Picture {
        process: Process {
            id: node.map_or_else(|| site.db.new_id(), |node| node.id),
            pack: pack.key.clone(),
            pack_version: String::new(),
            template: String::new(),
            state: String::new(),
            returns_to: None,
            level: None,
            facts: Facts::from_json(Value::Object(details)),
            revision: node.map_or(0, |node| node.revision),
            created_at: now,
            updated_at: node.map_or(now, |node| node.updated_at),
            updated_by: node.map(|node| node.updated_by.clone()).unwrap_or_default(),
        },
        pack,
        newer: None,
        ticks: BTreeMap::new(),
        evidence: Vec::new(),
        today: site.today(),
    }
}

/// The required fields of a filling, as far as their conditions hold.
fn required(picture: &Picture, sheet: &Sheet) -> Vec<String> {
    let fields = sheet.asked().filter_map(|key| picture.pack.field(key));
    fields
        .filter(|field| picture.asks(field) && picture.requires(field))
        .map(|field| field.key.clone())
        .collect()
}

/// A new node and where it stands.
pub struct NewcomerLinks<'a> {
    /// The project that works with it.
    pub place: Option<Id>,
    /// The nodes that lead to it, and how.
    pub from: &'a [(Id, Sort)],
    /// Why they do.
    pub reason: &'a str,
}

/// Adds a node, with links from what it rests on.
///
/// # Errors
/// [`Refused::Lacks`] when it is not what its status says; [`Fault::NotFound`] when it rests on something that is not there.
pub async fn add(
    site: &Site,
    who: &Grant<PlanDialogue>,
    draft: Draft,
    stands: NewcomerLinks<'_>,
    once: Option<&str>,
) -> Result<Id, Refused> {
    site.db
        .write(who.actor(), async |tx| {
            first_time(tx, once).await?;
            add_in(site, tx, who, draft, stands).await
        })
        .await
}

/// The same within a transaction of another room.
///
/// # Errors
/// As [`add`].
pub async fn add_in(
    site: &Site,
    tx: &mut Tx<'_>,
    _: &Grant<PlanDialogue>,
    draft: Draft,
    stands: NewcomerLinks<'_>,
) -> Result<Id, Refused> {
    let pack = pack(site)?;
    let (sheet, node) = template(&pack, draft.kind)?;
    let picture = picture(site, pack.clone(), draft.details, None);
    let required = required(&picture, sheet);
    let facts = &picture.process.facts;
    let read = Read::of(node, facts);
    let beneath = rests_on(tx, draft.kind, stands.from).await?;
    let kinds: Vec<NodeKind> = beneath
        .iter()
        .filter(|(_, _, sort)| *sort != Sort::Contradicts)
        .map(|(_, kind, _)| *kind)
        .collect();
    let lacks = lacks(&pack, node, facts, &required, &kinds);
    if !lacks.is_empty() {
        return Err(Refused::Lacks(lacks));
    }
    let id = tx.new_id();
    let new = NewNode {
        id,
        kind: draft.kind,
        standing: read.standing(node),
        read: &read,
        details: facts.to_json().to_string(),
        origin: &draft.origin,
    };
    store::insert(tx, &[new]).await?;
    let link = |(from, kind, sort): &(Id, NodeKind, Sort)| NewLink {
        from: (*from, *kind),
        to: (id, draft.kind),
        sort: *sort,
        reason: stands.reason.to_owned(),
    };
    let links: Vec<NewLink> = beneath.iter().map(link).collect();
    store::links::link(tx, &links).await?;
    if !links.is_empty() {
        let pieces = store::links::pieces(tx, id).await?;
        weigh(tx, &[id], pieces).await?;
    }
    if let Some(process) = stands.place {
        expect_project(tx, process).await?;
        store::place(tx, process, &[id]).await?;
    }
    let detail = json!({ "kind": draft.kind.code(), "title": read.title, "rests-on": links.len(),
        "project": stands.place.map(|id| id.to_string()) });
    tx.audit("chain.add", "chain-node", id, detail).await?;
    Ok(id)
}

/// A draft of a kind that says what was written in a process, by the parts of the pack's template. Nobody has judged it yet.
///
/// # Errors
/// [`Fault::NotFound`] on a site without a template of that kind.
pub fn draft(site: &Site, of: &Dialogue, kind: NodeKind, text: &str) -> Result<Draft, Fault> {
    let pack = pack(site)?;
    let (_, node) = template(&pack, kind)?;
    Ok(Draft {
        kind,
        details: saying(node, text),
        origin: Origin::of(of),
    })
}

/// The fields of a draft that says what was written.
pub(super) fn saying(node: &NodeTemplate, text: &str) -> Map<String, Value> {
    let mut fields = Map::new();
    fields.insert(node.text.clone(), text.into());
    if let Some(title) = &node.title {
        fields.insert(title.clone(), shortened(text).into());
    }
    if let (Some(status), Some(draft)) = (&node.status, &node.draft) {
        fields.insert(status.clone(), draft.as_str().into());
    }
    fields
}

/// A heading of at most ninety characters: whole words.
fn shortened(text: &str) -> String {
    let mut heading = String::new();
    for word in text.split_whitespace() {
        if heading.chars().count() + word.chars().count() + 1 > 88 {
            break;
        }
        if !heading.is_empty() {
            heading.push(' ');
        }
        heading.push_str(word);
    }
    heading
}

/// What a new node rests on, with its kind; everything must come before it in the thread.
async fn rests_on(tx: &mut Tx<'_>, kind: NodeKind, from: &[(Id, Sort)]) -> Result<Vec<(Id, NodeKind, Sort)>, Fault> {
    let mut all = Vec::with_capacity(from.len());
    // A form names a handful.
    for (id, sort) in from {
        let node = store::node(tx, *id).await?;
        if node.kind() >= kind {
            return Err(Fault::rule("chain-error-order"));
        }
        all.push((*id, node.kind(), *sort));
    }
    Ok(all)
}

/// Writes a node anew.
///
/// # Errors
/// [`Refused::Lacks`]; [`Fault::Conflict`] when somebody wrote after `revision`; a rule when it has been erased.
pub async fn change(
    site: &Site,
    who: &Grant<PlanDialogue>,
    id: Id,
    revision: i64,
    details: Map<String, Value>,
) -> Result<(), Refused> {
    let pack = pack(site)?;
    site.db
        .write(who.actor(), async |tx| {
            let before = store::node(tx, id).await?;
            if before.is_erased() {
                return Err(Fault::rule("chain-error-erased").into());
            }
            let (sheet, node) = template(&pack, before.kind())?;
            let picture = picture(site, pack.clone(), merged(tx, id, details).await?, Some(&before));
            let facts = &picture.process.facts;
            let beneath = store::links::beneath(tx, id).await?;
            let kinds: Vec<NodeKind> = beneath.iter().map(|(_, kind)| *kind).collect();
            let lacks = lacks(&pack, node, facts, &required(&picture, sheet), &kinds);
            if !lacks.is_empty() {
                return Err(Refused::Lacks(lacks));
            }
            let read = Read::of(node, facts);
            let standing = read.standing(node);
            store::update(
                tx,
                id,
                revision,
                &read,
                standing,
                facts.to_json().to_string(),
                &before.origin,
            )
            .await?;
            if before.kind() == NodeKind::Evidence {
                let pieces = store::links::pieces_beside(tx, id).await?;
                weigh(tx, &[], pieces).await?;
            }
            let detail = json!({ "kind": before.kind().code(), "title": read.title, "status": read.status,
                "before": before.status });
            tx.audit("chain.change", "chain-node", id, detail).await?;
            Ok(())
        })
        .await
}

/// What was sent over what stands: fields that the edition in use no longer has are kept.
async fn merged(tx: &mut Tx<'_>, id: Id, details: Map<String, Value>) -> Result<Map<String, Value>, Fault> {
    let stands: Value = serde_json::from_str(&store::details(tx, id).await?).unwrap_or_default();
    let mut all = match stands {
        Value::Object(all) => all,
        _ => Map::new(),
    };
    all.extend(details);
    all.retain(|_, value| {
        !value.is_null() && value.as_str() != Some("") && value.as_array().is_none_or(|list| !list.is_empty())
    });
    Ok(all)
}

/// Takes a node's words away, because they told of a person or the giver asked for it. Its place, its source and the links stay, so
/// that what rests on it shows a marked gap and not a hole (GDPR 17; domain §1.5 rule 6).
///
/// # Errors
/// A rule when there is no reason; [`Fault::Conflict`] when it is erased already.
pub async fn erase(site: &Site, who: &Grant<PlanDialogue>, id: Id, reason: &str) -> Result<(), Fault> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Fault::rule("chain-error-erase-reason"));
    }
    let pack = pack(site)?;
    site.db
        .write(who.actor(), async |tx| {
            let before = store::node(tx, id).await?;
            let stands = merged(tx, id, Map::new()).await?;
            let (_, node) = template(&pack, before.kind())?;
            // What kind of source it was, and when, tells nothing of the person; everything else goes.
            let kept = [&node.source_kind, &node.source, &node.status].into_iter().flatten();
            let left: Map<String, Value> = kept
                .filter_map(|key| Some((key.clone(), stands.get(key)?.clone())))
                .collect();
            store::erase(tx, id, Value::Object(left).to_string()).await?;
            let detail = json!({ "kind": before.kind().code(), "reason": reason });
            tx.audit("chain.erase", "chain-node", id, detail).await?;
            Ok(())
        })
        .await
}

/// Puts nodes of the bank in a project.
///
/// # Errors
/// [`Fault::NotFound`] when one of them is not there.
pub async fn place(site: &Site, who: &Grant<PlanDialogue>, process: Id, nodes: &[Id]) -> Result<u64, Fault> {
    site.db
        .write(who.actor(), async |tx| {
            expect_project(tx, process).await?;
            let placed = store::place(tx, process, nodes).await.map_err(|error| match error {
                db::Error::Dangling(_) => Fault::NotFound,
                other => other.into(),
            })?;
            let ids: Vec<String> = nodes.iter().map(ToString::to_string).collect();
            tx.audit("chain.place", "project", process, json!({ "nodes": ids }))
                .await?;
            Ok(placed)
        })
        .await
}

/// Takes a node out of a project; it stays in the bank.
///
/// # Errors
/// [`Fault::Conflict`] when it is not there.
pub async fn unplace(site: &Site, who: &Grant<PlanDialogue>, process: Id, node: Id) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            store::unplace(tx, process, node).await?;
            tx.audit("chain.unplace", "project", process, json!({ "node": node.to_string() }))
                .await?;
            Ok(())
        })
        .await
}

/// Words for the fields that a node lacks.
pub(crate) fn lack_field(lack: &Lacks) -> &str {
    match lack {
        Lacks::Field(key) => key,
        Lacks::Ground { field, .. } => field,
    }
}
