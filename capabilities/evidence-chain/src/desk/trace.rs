//! Traces: on what does it rest, and what became of it? As a picture, as the same in a list, and as files.

use super::{Line, kind_label, kinds_label, pack};
use crate::model::node::{Node, Standing};
use crate::model::trace::{Sort, Trace};
use crate::store;
use crate::store::trace::Beginning;
use askama::Template;
use chart::{Flow, FlowArrow, FlowBox, FlowColumn};
use db::Id;
use dialogues::Kind;
use documents::{Cell, csv};
use identity::{Grant, SeeDesk};
use method::pack::Pack;
use serde_json::json;
use std::collections::HashMap;
use web::{Cx, Fault, Reply, Req, download, page};

/// Most boxes in a picture; more can be read in the list.
const BOXES: usize = 60;

/// A node of the list, with what leads to it.
pub(super) struct Step {
    pub line: Line,
    pub from: Vec<FromView>,
}

pub(super) struct FromView {
    pub kind: String,
    pub title: String,
    pub sort: String,
    pub against: bool,
    pub reason: String,
}

pub(super) struct Group {
    pub title: String,
    pub steps: Vec<Step>,
}

#[derive(Template)]
#[template(path = "evidence-chain/trace.html")]
struct TracePage {
    cx: Cx,
    title: String,
    lead: String,
    back: String,
    back_name: String,
    /// The other way: address and words; empty for a whole dialogue.
    other: String,
    other_name: String,
    picture: String,
    too_many: bool,
    groups: Vec<Group>,
    /// Address of a file and its name.
    files: Vec<(String, &'static str)>,
    gather: String,
}

/// Which way a trace of a node runs.
fn is_forward(req: &Req) -> bool {
    req.query("vag") == Some("fram")
}

async fn read_node(req: &Req) -> Result<(Node, Trace), Fault> {
    let id = req.id_param("node")?;
    let mut read = req.site.db.read().await?;
    let trace = match is_forward(req) {
        true => store::trace::on(&mut read, Beginning::Node(id)).await?,
        false => store::trace::back(&mut read, Beginning::Node(id)).await?,
    };
    let node = trace
        .nodes
        .iter()
        .find(|node| node.id == id)
        .cloned()
        .ok_or(Fault::NotFound)?;
    Ok((node, trace))
}

pub(crate) async fn of_node(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let (node, trace) = read_node(&req).await?;
    let forward = is_forward(&req);
    let base = cx.link(&format!("{}/spar", node.address()));
    let (way, other) = if forward {
        ("?vag=fram", base.clone())
    } else {
        ("", format!("{base}?vag=fram"))
    };
    let (key, other_key) = if forward {
        ("chain-trace-on", "chain-trace-back")
    } else {
        ("chain-trace-back", "chain-trace-on")
    };
    let head = TracePage {
        title: cx.t1(key, "title", &node.title),
        lead: cx.t(if forward {
            "chain-trace-on-lead"
        } else {
            "chain-trace-back-lead"
        }),
        back: cx.link(&node.address()),
        other,
        other_name: cx.t1(other_key, "title", &node.title),
        files: files(&base, way),
        back_name: node.title,
        ..empty(cx)
    };
    page(&drawn(head, &trace)?)
}

async fn read_process(req: &Req) -> Result<(dialogues::Dialogue, Trace), Fault> {
    let id = req.id_param("id")?;
    let mut read = req.site.db.read().await?;
    let dialogue = dialogues::dialogue(&mut read, id).await?;
    let trace = store::trace::on(&mut read, Beginning::Process(id)).await?;
    Ok((dialogue, trace))
}

pub(crate) async fn of_process(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let (dialogue, trace) = read_process(&req).await?;
    let base = cx.link(&format!("{}/spar", dialogue.desk_address()));
    let title = dialogue.title_in(cx.lang);
    let head = TracePage {
        title: cx.t1("chain-trace-dialogue", "title", &title),
        lead: cx.t("chain-trace-dialogue-lead"),
        back: cx.link(&dialogue.desk_address()),
        back_name: title,
        files: files(&base, ""),
        // A project gathers on its own pages; only a dialogue is sent to service design.
        gather: match dialogue.kind {
            Kind::Dialogue => cx.link(&format!("{}/belagg", dialogue.desk_address())),
            _ => String::new(),
        },
        ..empty(cx)
    };
    page(&drawn(head, &trace)?)
}

pub(super) fn files(base: &str, way: &str) -> Vec<(String, &'static str)> {
    ["CSV", "JSON", "SVG"]
        .map(|form| (format!("{base}/spar.{}{way}", form.to_lowercase()), form))
        .to_vec()
}

fn empty(cx: Cx) -> TracePage {
    TracePage {
        title: String::new(),
        lead: String::new(),
        back: String::new(),
        back_name: String::new(),
        other: String::new(),
        other_name: String::new(),
        picture: String::new(),
        too_many: false,
        groups: Vec::new(),
        files: Vec::new(),
        gather: String::new(),
        cx,
    }
}

fn drawn(head: TracePage, trace: &Trace) -> Result<TracePage, Fault> {
    let pack = pack(&head.cx)?;
    Ok(TracePage {
        picture: drawing(&head.cx, trace),
        too_many: trace.nodes.len() > BOXES,
        groups: groups(&head.cx, &pack, trace),
        ..head
    })
}

/// The picture of a trace that has something to draw and is not too large to read.
pub(super) fn drawing(cx: &Cx, trace: &Trace) -> String {
    if (2..=BOXES).contains(&trace.nodes.len()) {
        picture(cx, trace)
    } else {
        String::new()
    }
}

pub(super) fn groups(cx: &Cx, pack: &Pack, trace: &Trace) -> Vec<Group> {
    let from = |node: &Node| -> Vec<FromView> {
        let leading = trace.into_node(node.id).into_iter();
        leading
            .map(|(arrow, other)| FromView {
                kind: cx.t(kind_label(other.kind())),
                title: if other.is_erased() {
                    cx.t("chain-erased")
                } else {
                    other.title.clone()
                },
                sort: cx.t(arrow.sort.label()),
                against: arrow.sort == Sort::Contradicts,
                reason: arrow.reason.clone(),
            })
            .collect()
    };
    let group = |(kind, nodes): (method::pack::NodeKind, Vec<&Node>)| Group {
        title: cx.t(kinds_label(kind)),
        steps: nodes
            .into_iter()
            .map(|node| Step {
                line: Line::new(cx, pack, node),
                from: from(node),
            })
            .collect(),
    };
    trace.by_kind().into_iter().map(group).collect()
}

/// The same thread as a picture: a column for each kind, an arrow for each link.
fn picture(cx: &Cx, trace: &Trace) -> String {
    let mut places: HashMap<Id, (usize, usize)> = HashMap::new();
    let mut columns = Vec::new();
    for (kind, nodes) in trace.by_kind() {
        for (row, node) in nodes.iter().enumerate() {
            places.insert(node.id, (columns.len(), row));
        }
        let boxed = |node: &&Node| FlowBox {
            text: if node.is_erased() {
                cx.t("chain-erased")
            } else {
                node.title.clone()
            },
            faint: node.is_erased() || node.standing() == Standing::SetAside,
        };
        columns.push(FlowColumn {
            title: cx.t(kinds_label(kind)),
            boxes: nodes.iter().map(boxed).collect(),
        });
    }
    let arrow = |arrow: &crate::Arrow| {
        Some(FlowArrow {
            from: *places.get(&arrow.from)?,
            to: *places.get(&arrow.to)?,
            against: arrow.sort == Sort::Contradicts,
        })
    };
    let summary = [
        ("nodes", trace.nodes.len().into()),
        ("links", trace.arrows.len().into()),
    ];
    let title = cx.ta("chain-picture", &summary);
    let arrows = trace.arrows.iter().filter_map(arrow).collect();
    Flow { columns, arrows }.picture(&title)
}

pub(crate) async fn file_of_node(req: Req, who: Grant<SeeDesk>) -> Reply {
    let (_, trace) = read_node(&req).await?;
    file(&req, &who.cx(&req), &trace)
}

pub(crate) async fn file_of_process(req: Req, who: Grant<SeeDesk>) -> Reply {
    let (_, trace) = read_process(&req).await?;
    file(&req, &who.cx(&req), &trace)
}

pub(super) fn file(req: &Req, cx: &Cx, trace: &Trace) -> Reply {
    let name = req.param("file")?;
    match name {
        "spar.csv" => download(name, documents::CSV, table(cx, trace)?),
        "spar.json" => download(name, "application/json", json_of(trace).to_string().into_bytes()),
        "spar.svg" => download(name, "image/svg+xml", picture(cx, trace).into_bytes()),
        _ => Err(Fault::NotFound),
    }
}

/// One row for each link, and one for each node that nothing leads to.
fn table(cx: &Cx, trace: &Trace) -> Result<Vec<u8>, Fault> {
    let titles = [
        "chain-column-kind",
        "chain-column-title",
        "chain-column-text",
        "chain-column-from-kind",
        "chain-column-from",
        "chain-column-sort",
        "chain-column-link-reason",
        "chain-column-source",
        "chain-column-origin",
    ]
    .map(|key| cx.t(key));
    let mut rows = Vec::new();
    for node in &trace.nodes {
        let own = [cx.t(kind_label(node.kind())), node.title.clone(), node.body.clone()];
        let after = [node.source.clone(), node.origin.clone()];
        let leading = trace.into_node(node.id);
        let mut row = |link: [String; 4]| rows.push(own.iter().chain(&link).chain(&after).map(Cell::text).collect());
        if leading.is_empty() {
            row(Default::default());
        }
        for (arrow, from) in leading {
            let kind = cx.t(kind_label(from.kind()));
            row([kind, from.title.clone(), cx.t(arrow.sort.label()), arrow.reason.clone()]);
        }
    }
    csv::write(&titles, &rows, csv::Style::SWEDISH_EXCEL).map_err(Fault::internal)
}

/// The trace for other programs: codes, never words of a language.
fn json_of(trace: &Trace) -> serde_json::Value {
    let node = |node: &Node| {
        json!({
            "id": node.id.to_string(), "kind": node.kind().code(), "title": node.title, "text": node.body, "status": node.status,
            "standing": node.standing().code(), "reason": node.reason, "groups": node.groups(), "source": node.source,
            "voices": node.voices, "base": node.base, "erased": node.is_erased(), "made": node.created_at.to_string(),
        })
    };
    let link = |arrow: &crate::Arrow| json!({ "from": arrow.from.to_string(), "to": arrow.to.to_string(), "sort": arrow.sort.code(), "reason": arrow.reason });
    json!({
        "nodes": trace.nodes.iter().map(node).collect::<Vec<_>>(),
        "links": trace.arrows.iter().map(link).collect::<Vec<_>>(),
    })
}
