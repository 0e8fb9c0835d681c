//! A trace: everything that led to something, or everything that something led to, with the links between.

use super::node::{Node, Standing};
use crate::store::TraceRow;
use db::Id;
use method::pack::NodeKind;
use std::collections::{BTreeMap, HashMap, HashSet};

/// How a link speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    Supports,
    Contradicts,
    LeadsTo,
}

impl Sort {
    /// The word in the database, forms and exports.
    pub fn code(self) -> &'static str {
        match self {
            Sort::Supports => "supports",
            Sort::Contradicts => "contradicts",
            Sort::LeadsTo => "leads-to",
        }
    }

    /// The sort of that word.
    pub fn from_code(code: &str) -> Option<Sort> {
        [Sort::Supports, Sort::Contradicts, Sort::LeadsTo]
            .into_iter()
            .find(|sort| sort.code() == code)
    }

    /// The key of its words.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Sort::Supports => "chain-sort-supports",
            Sort::Contradicts => "chain-sort-contradicts",
            Sort::LeadsTo => "chain-sort-leads-to",
        }
    }

    /// The sorts that a link from this kind may have: what was seen can speak for or against, the rest leads on.
    pub fn from_kind(kind: NodeKind) -> &'static [Sort] {
        match kind {
            NodeKind::Evidence | NodeKind::Test => &[Sort::Supports, Sort::Contradicts],
            _ => &[Sort::LeadsTo],
        }
    }
}

/// A link within a trace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrow {
    pub from: Id,
    pub to: Id,
    pub sort: Sort,
    pub reason: String,
}

/// Nodes in the order of the thread, with the links between them.
#[derive(Debug, Clone, Default)]
pub struct Trace {
    pub nodes: Vec<Node>,
    pub arrows: Vec<Arrow>,
}

impl Trace {
    pub(crate) fn of(rows: Vec<TraceRow>) -> Trace {
        let mut trace = Trace::default();
        let mut seen = HashSet::new();
        for row in rows {
            let (node, arrow) = row.apart();
            trace.arrows.extend(arrow);
            if seen.insert(node.id) {
                trace.nodes.push(node);
            }
        }
        trace
    }

    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The nodes of each kind that there are, in the order of the thread.
    pub fn by_kind(&self) -> Vec<(NodeKind, Vec<&Node>)> {
        let mut kinds: BTreeMap<NodeKind, Vec<&Node>> = BTreeMap::new();
        for node in &self.nodes {
            kinds.entry(node.kind()).or_default().push(node);
        }
        kinds.into_iter().collect()
    }

    /// The links that lead to a node, with what they come from.
    pub fn into_node(&self, id: Id) -> Vec<(&Arrow, &Node)> {
        let by_id: HashMap<Id, &Node> = self.nodes.iter().map(|node| (node.id, node)).collect();
        let arrows = self.arrows.iter().filter(|arrow| arrow.to == id);
        arrows
            .filter_map(|arrow| Some((arrow, *by_id.get(&arrow.from)?)))
            .collect()
    }

    /// What whoever spoke may read: what has a text for everybody, and what was put aside with its reason. Evidence is left out
    /// except for the number of pieces: others' words are not shown through somebody's receipt.
    pub fn public(&self) -> Vec<&Node> {
        let shown = |node: &&Node| match node.kind() {
            NodeKind::Evidence => false,
            _ if node.is_erased() => false,
            _ => match node.standing() {
                Standing::Draft => false,
                Standing::Standing => !node.public_text.is_empty(),
                Standing::SetAside => !node.reason.is_empty(),
            },
        };
        self.nodes.iter().filter(shown).collect()
    }

    /// How many pieces of evidence.
    pub fn evidence(&self) -> usize {
        self.nodes
            .iter()
            .filter(|node| node.kind() == NodeKind::Evidence)
            .count()
    }
}
