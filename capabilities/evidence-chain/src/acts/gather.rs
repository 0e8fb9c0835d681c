//! From a dialogue to the chain: what residents wrote and what they agreed in becomes evidence, in the bank or in a project,
//! and may at once be the ground of an insight.

use super::links::reweigh;
use super::nodes::{pack, saying, template};
use super::{Refused, expect_project, first_time};
use crate::model::node::{Origin, Read};
use crate::model::trace::Sort;
use crate::store::{self, NewLink, NewNode};
use db::{Conn, Id};
use dialogues::Dialogue;
use identity::{Grant, PlanDialogue};
use insights::{Quote, ThemeCount};
use method::Facts;
use method::pack::{NodeKind, NodeTemplate};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;
use texts::Lang;
use web::{Cx, Fault, Site};

/// What is taken from a dialogue, and where it goes.
#[derive(Debug, Clone, Default)]
pub struct Picks {
    /// Texts that may be quoted, by passage.
    pub passages: Vec<Id>,
    /// Themes, each with the number who spoke of it.
    pub themes: Vec<Id>,
    /// The project that gets them; the bank has them in any case.
    pub project: Option<Id>,
    /// An insight that they support, in one sentence; empty for none.
    pub insight: String,
}

/// What can be taken from a dialogue: quotable texts by theme, and themes with their counts.
pub(crate) struct Offer {
    pub themes: Vec<(ThemeCount, Vec<Quote>)>,
    /// How many texts there are: the base of each count.
    pub base: i64,
    /// What is evidence already.
    pub taken: HashSet<Id>,
}

/// Most quotations shown of a theme.
const QUOTES: usize = 50;

impl Offer {
    pub(crate) async fn read(conn: &mut Conn, dialogue: Id) -> db::Result<Offer> {
        let all = insights::themes(conn, dialogue).await?;
        let mut themes = Vec::with_capacity(all.themes.len());
        // A code plan has a dozen themes.
        for count in all.themes.into_iter().filter(|one| !one.theme.archived) {
            let quotes = insights::quotes(conn, count.theme.id, QUOTES).await?;
            themes.push((count, quotes));
        }
        let mut taken: HashSet<Id> = store::quoted(conn, dialogue).await?.into_iter().collect();
        taken.extend(store::counted(conn, dialogue).await?);
        Ok(Offer {
            themes,
            base: all.progress.base,
            taken,
        })
    }
}

/// A piece of evidence on its way in.
struct Piece {
    fields: Map<String, Value>,
    origin: Origin,
}

/// Makes evidence of what was picked, and links it to a new draft of an insight if one was written. What is evidence already is used
/// again.
///
/// # Errors
/// A rule when nothing was picked or the form was sent twice.
pub async fn gather(
    site: &Arc<Site>,
    who: &Grant<PlanDialogue>,
    dialogue: &Dialogue,
    picks: &Picks,
    once: Option<&str>,
) -> Result<(usize, Option<Id>), Refused> {
    let pack = pack(site)?;
    let (_, evidence) = template(&pack, NodeKind::Evidence)?;
    let (_, insight) = template(&pack, NodeKind::Insight)?;
    let mut read = site.db.read().await?;
    let pieces = pieces(&mut read, dialogue, picks, evidence, &site.cx(Lang::Sv)).await?;
    drop(read);
    if pieces.is_empty() {
        return Err(Fault::rule("chain-error-nothing-picked").into());
    }
    site.db
        .write(who.actor(), async |tx| {
            first_time(tx, once).await?;
            let reads: Vec<Read> = pieces
                .iter()
                .map(|piece| Read::of(evidence, &facts(&piece.fields)))
                .collect();
            let mut nodes = Vec::with_capacity(pieces.len());
            for (piece, read) in pieces.iter().zip(&reads) {
                nodes.push(NewNode {
                    id: tx.new_id(),
                    kind: NodeKind::Evidence,
                    read,
                    standing: read.standing(evidence),
                    details: Value::Object(piece.fields.clone()).to_string(),
                    origin: &piece.origin,
                });
            }
            store::insert(tx, &nodes).await?;
            let mut ids: Vec<Id> = nodes.iter().map(|node| node.id).collect();
            let taken = nodes.len();
            let insight_id = match picks.insight.trim() {
                "" => None,
                text => {
                    let fields = saying(insight, text);
                    let read = Read::of(insight, &facts(&fields));
                    let id = tx.new_id();
                    let origin = Origin::of(dialogue);
                    let new = NewNode {
                        id,
                        kind: NodeKind::Insight,
                        standing: read.standing(insight),
                        read: &read,
                        details: Value::Object(fields).to_string(),
                        origin: &origin,
                    };
                    store::insert(tx, &[new]).await?;
                    let supports = |from: &Id| NewLink {
                        from: (*from, NodeKind::Evidence),
                        to: (id, NodeKind::Insight),
                        sort: Sort::Supports,
                        reason: String::new(),
                    };
                    let links: Vec<NewLink> = ids.iter().map(supports).collect();
                    store::links::link(tx, &links).await?;
                    reweigh(tx, &links).await?;
                    ids.push(id);
                    Some(id)
                }
            };
            if let Some(project) = picks.project {
                expect_project(tx, project).await?;
                store::place(tx, project, &ids).await?;
            }
            let detail = json!({ "evidence": taken, "insight": insight_id.map(|id| id.to_string()),
                "project": picks.project.map(|id| id.to_string()) });
            tx.audit("chain.gather", "dialogue", dialogue.id, detail).await?;
            Ok((taken, insight_id))
        })
        .await
}

fn facts(fields: &Map<String, Value>) -> Facts {
    Facts::from_json(Value::Object(fields.clone()))
}

async fn pieces(
    conn: &mut Conn,
    dialogue: &Dialogue,
    picks: &Picks,
    node: &NodeTemplate,
    cx: &Cx,
) -> db::Result<Vec<Piece>> {
    let offer = Offer::read(conn, dialogue.id).await?;
    let wanted: HashSet<Id> = picks
        .passages
        .iter()
        .copied()
        .filter(|id| !offer.taken.contains(id))
        .collect();
    let mut passages = BTreeMap::new();
    let mut counted = Vec::new();
    for (count, quotes) in &offer.themes {
        for quote in quotes.iter().filter(|quote| wanted.contains(&quote.passage)) {
            passages.insert(quote.passage, quote.clone());
        }
        if picks.themes.contains(&count.theme.id) && !offer.taken.contains(&count.theme.id) {
            counted.push(count);
        }
    }
    let givers = insights::givers(conn, &passages.keys().copied().collect::<Vec<_>>()).await?;
    let source = |text: &str, preset: &BTreeMap<String, String>| {
        let mut fields: Map<String, Value> = preset
            .iter()
            .map(|(key, value)| (key.clone(), value.as_str().into()))
            .collect();
        fields.insert(node.text.clone(), text.into());
        if let Some(source) = &node.source {
            fields.insert(source.clone(), dialogue.title.as_str().into());
        }
        fields
    };
    let mut pieces: Vec<Piece> = passages
        .values()
        .map(|quote| Piece {
            fields: source(&quote.text, &node.from_quote),
            origin: Origin {
                passage: Some(quote.passage),
                voices: givers.get(&quote.passage).copied().into_iter().collect(),
                base: 1,
                ..Origin::of(dialogue)
            },
        })
        .collect();
    for count in counted {
        let voices = insights::givers_of_theme(conn, count.theme.id).await?;
        let said = [
            ("name", count.theme.name.as_str().into()),
            ("n", count.n.into()),
            ("base", offer.base.into()),
        ];
        pieces.push(Piece {
            fields: source(&cx.ta("chain-counted", &said), &node.from_theme),
            origin: Origin {
                theme: Some(count.theme.id),
                voices,
                base: offer.base,
                ..Origin::of(dialogue)
            },
        });
    }
    Ok(pieces)
}
