//! Which templates are links of the evidence chain: every filling of such a template is a node. The ten kinds and their
//! order are fixed, since the chain's schema rests on them; their fields, statuses and rules are the pack's.

use super::build::{Build, TEMPLATES};
use super::{Pack, Sheet, raw};
use std::collections::{BTreeMap, BTreeSet};

/// What a node of the chain is. The order is the order of the thread: a link only ever leads from a lower kind to a higher,
/// so the chain cannot run in a circle (design-civil-law §1.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeKind {
    Evidence,
    Insight,
    Need,
    Question,
    Idea,
    Prototype,
    Test,
    Measure,
    Effect,
    Answer,
}

impl NodeKind {
    /// All of them, from the voice to the answer.
    pub const ALL: [NodeKind; 10] = [
        NodeKind::Evidence,
        NodeKind::Insight,
        NodeKind::Need,
        NodeKind::Question,
        NodeKind::Idea,
        NodeKind::Prototype,
        NodeKind::Test,
        NodeKind::Measure,
        NodeKind::Effect,
        NodeKind::Answer,
    ];

    /// The word in packs, the database and exports.
    pub fn code(self) -> &'static str {
        match self {
            NodeKind::Evidence => "evidence",
            NodeKind::Insight => "insight",
            NodeKind::Need => "need",
            NodeKind::Question => "question",
            NodeKind::Idea => "idea",
            NodeKind::Prototype => "prototype",
            NodeKind::Test => "test",
            NodeKind::Measure => "measure",
            NodeKind::Effect => "effect",
            NodeKind::Answer => "answer",
        }
    }

    /// The kind of that code.
    pub fn from_code(code: &str) -> Option<NodeKind> {
        NodeKind::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// 1 for evidence to 10 for an answer.
    pub fn rank(self) -> i64 {
        self as i64 + 1
    }
}

/// How a template is a node: which of its fields play which part.
#[derive(Debug, Clone)]
pub struct NodeTemplate {
    pub kind: NodeKind,
    /// The heading; without one the beginning of the text stands for it.
    pub title: Option<String>,
    pub text: String,
    pub status: Option<String>,
    /// The first status.
    pub draft: Option<String>,
    pub set_aside: Vec<String>,
    /// Why it was put aside.
    pub reason: Option<String>,
    /// What everybody may read; without one nobody outside sees such nodes.
    pub public: Option<String>,
    pub groups: Option<String>,
    pub source_kind: Option<String>,
    pub source: Option<String>,
    pub quotable: Option<String>,
    /// Rows of what became of it.
    pub follow_ups: Option<String>,
    /// In the picture of effects: the effect that it comes from, what may stop that, and the goal that it serves.
    pub effect: Option<String>,
    pub obstacles: Option<String>,
    pub goal: Option<String>,
    pub ground: Option<GroundRule>,
    /// Field and value, of what a resident wrote.
    pub from_quote: BTreeMap<String, String>,
    /// Field and value, of a theme.
    pub from_theme: BTreeMap<String, String>,
}

/// What must lead to a node before it may stand.
#[derive(Debug, Clone)]
pub struct GroundRule {
    /// The statuses that ask for it.
    pub statuses: Vec<String>,
    /// One of these kinds.
    pub rests_on: Vec<NodeKind>,
    /// The field with a reasoned exception.
    pub unless: Option<String>,
}

impl Pack {
    /// The template whose fillings are nodes of this kind.
    pub fn node_sheet(&self, kind: NodeKind) -> Option<(&Sheet, &NodeTemplate)> {
        let node = |sheet: &'_ Sheet| sheet.node.as_ref().is_some_and(|node| node.kind == kind);
        let sheet = self.sheets.iter().find(|sheet| node(sheet))?;
        Some((sheet, sheet.node.as_ref()?))
    }
}

impl Sheet {
    /// The keys of the fields that are asked for on the screen, in order.
    pub fn asked(&self) -> impl Iterator<Item = &str> {
        let sections = self.sections.iter().filter(|section| section.asked);
        sections.flat_map(|section| &section.fields).map(String::as_str)
    }
}

impl Build<'_> {
    pub(super) fn node(&mut self, raw: &raw::Node, kinds: &mut BTreeSet<NodeKind>) -> Option<NodeTemplate> {
        let kind = self.node_kind(&raw.kind)?;
        if !kinds.insert(kind) {
            let problem = format!("two templates are nodes of the kind \"{}\"", kind.code());
            let remedy = "take [template.node] away from one of them";
            self.fault(TEMPLATES, raw.kind.span().start, problem, remedy);
        }
        let status = self.part(raw.status.as_ref());
        let of_status = |build: &mut Self, keys: &[raw::Key]| match &raw.status {
            // A kind may have a status and nothing that is a draft or put aside.
            Some(_) if keys.is_empty() => Vec::new(),
            Some(field) => build.values(TEMPLATES, field, keys),
            None => {
                for key in keys {
                    let remedy = "name the field with its status: status = \"…\"";
                    build.fault(TEMPLATES, key.span().start, "the node has no status", remedy);
                }
                Vec::new()
            }
        };
        let set_aside = of_status(self, &raw.set_aside);
        let draft = of_status(self, raw.draft.as_slice()).pop();
        let ground = raw.ground.as_ref().map(|ground| GroundRule {
            statuses: of_status(self, &ground.statuses),
            rests_on: ground.rests_on.iter().filter_map(|key| self.node_kind(key)).collect(),
            unless: self.part(ground.unless.as_ref()),
        });
        Some(NodeTemplate {
            kind,
            title: self.part(raw.title.as_ref()),
            text: self.part(Some(&raw.text)).unwrap_or_default(),
            status,
            draft,
            set_aside,
            reason: self.part(raw.reason.as_ref()),
            public: self.part(raw.public.as_ref()),
            groups: self.part(raw.groups.as_ref()),
            source_kind: self.part(raw.source_kind.as_ref()),
            source: self.part(raw.source.as_ref()),
            quotable: self.part(raw.quotable.as_ref()),
            follow_ups: self.part(raw.follow_ups.as_ref()),
            effect: self.part(raw.effect.as_ref()),
            obstacles: self.part(raw.obstacles.as_ref()),
            goal: self.part(raw.goal.as_ref()),
            ground,
            from_quote: self.preset(&raw.from_quote),
            from_theme: self.preset(&raw.from_theme),
        })
    }

    fn node_kind(&mut self, key: &raw::Key) -> Option<NodeKind> {
        let kind = NodeKind::from_code(key.get_ref());
        self.known(TEMPLATES, "kind of node", key, kind.is_some());
        kind
    }

    fn part(&mut self, field: Option<&raw::Key>) -> Option<String> {
        let field = field?;
        self.known_field(TEMPLATES, field);
        Some(field.get_ref().clone())
    }

    /// Values that stand from the start; each in a field that exists, and one of its options where it has any.
    fn preset(&mut self, raw: &[raw::Preset]) -> BTreeMap<String, String> {
        let preset = |one: &raw::Preset| {
            let value = self
                .values(TEMPLATES, &one.field, std::slice::from_ref(&one.value))
                .pop()?;
            Some((one.field.get_ref().clone(), value))
        };
        raw.iter().filter_map(preset).collect()
    }
}
