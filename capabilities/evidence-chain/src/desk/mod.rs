//! The desk of the chain. Each file is one page with its form.

pub(crate) mod bank;
pub(crate) mod decision;
pub(crate) mod effects;
pub(crate) mod form;
pub(crate) mod gather;
pub(crate) mod link;
pub(crate) mod node;
pub(crate) mod project;
pub(crate) mod trace;

use crate::acts::nodes;
use crate::model::node::{Node, Standing};
use crate::model::strength::{Strength, Warning};
use db::Id;
use method::pack::{NodeKind, Pack};
use std::sync::Arc;
use web::{Cx, Fault};

/// The key of what one of a kind is called.
pub(crate) fn kind_label(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Evidence => "chain-kind-evidence",
        NodeKind::Insight => "chain-kind-insight",
        NodeKind::Need => "chain-kind-need",
        NodeKind::Question => "chain-kind-question",
        NodeKind::Idea => "chain-kind-idea",
        NodeKind::Prototype => "chain-kind-prototype",
        NodeKind::Test => "chain-kind-test",
        NodeKind::Measure => "chain-kind-measure",
        NodeKind::Effect => "chain-kind-effect",
        NodeKind::Answer => "chain-kind-answer",
    }
}

/// The key of what several are called.
pub(crate) fn kinds_label(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Evidence => "chain-kinds-evidence",
        NodeKind::Insight => "chain-kinds-insight",
        NodeKind::Need => "chain-kinds-need",
        NodeKind::Question => "chain-kinds-question",
        NodeKind::Idea => "chain-kinds-idea",
        NodeKind::Prototype => "chain-kinds-prototype",
        NodeKind::Test => "chain-kinds-test",
        NodeKind::Measure => "chain-kinds-measure",
        NodeKind::Effect => "chain-kinds-effect",
        NodeKind::Answer => "chain-kinds-answer",
    }
}

/// The key of "New …".
pub(crate) fn new_label(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Evidence => "chain-new-evidence",
        NodeKind::Insight => "chain-new-insight",
        NodeKind::Need => "chain-new-need",
        NodeKind::Question => "chain-new-question",
        NodeKind::Idea => "chain-new-idea",
        NodeKind::Prototype => "chain-new-prototype",
        NodeKind::Test => "chain-new-test",
        NodeKind::Measure => "chain-new-measure",
        NodeKind::Effect => "chain-new-effect",
        NodeKind::Answer => "chain-new-answer",
    }
}

/// Value and words of every kind, for a choice.
pub(crate) fn kind_options(cx: &Cx) -> Vec<(String, String)> {
    NodeKind::ALL
        .iter()
        .map(|kind| (kind.code().to_owned(), cx.t(kinds_label(*kind))))
        .collect()
}

/// A node as lists show it.
pub(crate) struct Line {
    pub id: Id,
    pub href: String,
    pub kind: String,
    pub title: String,
    pub body: String,
    pub status: String,
    /// The kind of `kit::tag` and its mark.
    pub mark: (&'static str, &'static str),
    /// "4 belägg från 3 källor"; empty for what is not weighed.
    pub strength: String,
    pub warnings: Vec<String>,
    pub origin: String,
    pub reason: String,
    pub is_erased: bool,
}

impl Line {
    pub(crate) fn new(cx: &Cx, pack: &Pack, node: &Node) -> Line {
        let erased = node.is_erased();
        Line {
            id: node.id,
            href: cx.link(&node.address()),
            kind: cx.t(kind_label(node.kind())),
            title: if erased {
                cx.t("chain-erased")
            } else {
                node.title.clone()
            },
            body: node.body.clone(),
            status: status(cx, pack, node),
            mark: mark(node),
            strength: strength(cx, node),
            warnings: warnings(cx, node),
            origin: node.origin.clone(),
            reason: node.reason.clone(),
            is_erased: erased,
        }
    }
}

/// The status in the pack's words; a kind without one has none.
pub(crate) fn status(cx: &Cx, pack: &Pack, node: &Node) -> String {
    let template = pack.node_sheet(node.kind()).map(|(_, template)| template);
    let field = template.and_then(|template| pack.field(template.status.as_ref()?));
    field
        .filter(|_| !node.status.is_empty())
        .map(|field| field.option(&node.status, cx.lang).to_string())
        .unwrap_or_default()
}

fn mark(node: &Node) -> (&'static str, &'static str) {
    match node.standing() {
        Standing::Draft => ("", "✎"),
        Standing::Standing => ("ok", "✓"),
        Standing::SetAside => ("warn", "–"),
    }
}

/// Only what evidence leads to is weighed.
fn is_weighed(node: &Node) -> bool {
    node.kind() == NodeKind::Insight || node.supporting + node.contradicting > 0
}

/// "4 belägg från 3 källor av 2 slag, 2 grupper".
pub(crate) fn strength(cx: &Cx, node: &Node) -> String {
    if !is_weighed(node) {
        return String::new();
    }
    let one = Strength::at(node);
    let values = [
        ("evidence", one.supporting.into()),
        ("sources", one.sources.into()),
        ("kinds", one.source_kinds.into()),
        ("groups", one.groups.into()),
    ];
    cx.ta("chain-strength", &values)
}

/// What to know before trusting it.
pub(crate) fn warnings(cx: &Cx, node: &Node) -> Vec<String> {
    if !is_weighed(node) {
        return Vec::new();
    }
    let text = |warning: &Warning| match warning {
        Warning::NoEvidence => cx.t("chain-warning-none"),
        Warning::OneSource => cx.t("chain-warning-one-source"),
        Warning::OneKind => cx.t("chain-warning-one-kind"),
        Warning::Contradicted => cx.tn("chain-warning-contradicted", node.contradicting),
    };
    Strength::at(node).warnings().iter().map(text).collect()
}

/// The method that nodes are written by.
pub(crate) fn pack(cx: &Cx) -> Result<Arc<Pack>, Fault> {
    nodes::pack(cx.site())
}

/// The one-time key of a form.
pub(crate) fn once(form: &web::Form) -> Option<String> {
    Some(form.text("nyckel")).filter(|key| !key.is_empty())
}
