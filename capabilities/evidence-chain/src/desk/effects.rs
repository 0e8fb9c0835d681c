//! The chain of effects on a project's page of benefits: as a picture, and as the same in a table.

use super::{Line, status};
use crate::Node;
use crate::model::effects::{Benefit, Words, benefits, flow, without_benefit};
use crate::store;
use db::{Conn, Id};
use method::pack::{NodeKind, Pack};
use web::{Cx, Fault};

/// Most boxes in a picture; more can be read in the table.
const BOXES: usize = 60;

/// The chain of effects as the page shows it.
pub(super) struct EffectsView {
    pub finding: String,
    /// Empty when there is too much to draw.
    pub picture: String,
    pub rows: Vec<Row>,
    /// Measures that lead to no benefit: address and title.
    pub loose: Vec<(String, String)>,
}

pub(super) struct Row {
    pub href: String,
    pub title: String,
    pub measures: Vec<(String, String)>,
    pub obstacles: Vec<String>,
    pub effect: String,
    pub goal: String,
    pub status: String,
}

/// Reads the chain of effects among a project's nodes; nothing for a project without benefits.
pub(super) async fn read(
    conn: &mut Conn,
    cx: &Cx,
    pack: &Pack,
    project: Id,
    nodes: &[Node],
) -> Result<Option<EffectsView>, Fault> {
    let Some((_, template)) = pack.node_sheet(NodeKind::Effect) else {
        return Ok(None);
    };
    let said = store::fillings(conn, project, NodeKind::Effect.rank()).await?;
    let links = store::links::between(conn, project, NodeKind::Measure, NodeKind::Effect).await?;
    let all = benefits(nodes, &said, &links, template);
    if all.is_empty() {
        return Ok(None);
    }
    let loose = without_benefit(nodes, &all);
    let words = Words {
        headings: ["change", "effect", "benefit", "goal"].map(|one| cx.t(heading(one))),
        obstacle: cx.t("chain-effects-obstacle"),
        erased: cx.t("chain-erased"),
    };
    let finding = finding(cx, &all);
    let flow = flow(&all, &loose, &words);
    let boxes: usize = flow.columns.iter().map(|column| column.boxes.len()).sum();
    let link = |node: &Node| {
        let line = Line::new(cx, pack, node);
        (line.href, line.title)
    };
    let row = |one: &Benefit<'_>| {
        let (href, title) = link(one.node);
        Row {
            href,
            title,
            measures: one.measures.iter().map(|node| link(node)).collect(),
            obstacles: one.obstacles.clone(),
            effect: one.effect.clone(),
            goal: one.goal.clone(),
            status: status(cx, pack, one.node),
        }
    };
    Ok(Some(EffectsView {
        picture: match boxes <= BOXES {
            true => flow.picture(&finding),
            false => String::new(),
        },
        rows: all.iter().map(row).collect(),
        loose: loose.into_iter().map(link).collect(),
        finding,
    }))
}

fn heading(layer: &str) -> &'static str {
    match layer {
        "change" => "chain-effects-change",
        "effect" => "chain-effects-effect",
        "benefit" => "chain-effects-benefit",
        _ => "chain-effects-goal",
    }
}

/// The main result in a sentence: how many benefits there are, and how many that no measure leads to.
fn finding(cx: &Cx, all: &[Benefit<'_>]) -> String {
    let alone = all.iter().filter(|one| one.measures.is_empty()).count();
    cx.ta(
        "chain-effects-finding",
        &[("benefits", all.len().into()), ("alone", alone.into())],
    )
}
