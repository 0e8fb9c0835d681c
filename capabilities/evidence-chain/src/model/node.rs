//! A node of the chain, and what a filled-in template makes of it.

use db::Id;
use dialogues::Dialogue;
use jiff::Timestamp;
use method::Facts;
use method::pack::{NodeKind, NodeTemplate, Pack};
use serde_json::{Map, Value};

db::record! {
    /// Something in the thread from a voice to the answer: evidence, an insight, an idea, a measure …
    #[derive(Debug, Clone)]
    pub struct Node {
        pub id: Id,
        kind: String,
        /// Its heading, or the beginning of its text.
        pub title: String,
        /// What it says. Empty when it has been erased.
        pub body: String,
        /// By the pack's own key; empty for kinds without one.
        pub status: String,
        standing: String,
        /// Why it was put aside.
        pub reason: String,
        /// What everybody may read; empty when nobody outside sees it.
        pub public_text: String,
        group_names: String,
        /// What kind of source evidence comes from, by the pack's key.
        pub source_kind: String,
        /// The source, never a person's name.
        pub source: String,
        /// Whether evidence may be quoted, by the pack's key.
        pub quotable: String,
        /// The process it came from: a dialogue or a project.
        pub origin_id: Option<Id>,
        /// That process's title when it was made.
        pub origin: String,
        pub topic: String,
        pub area: String,
        /// The resident's text it quotes.
        pub passage_id: Option<Id>,
        /// The theme it counts.
        pub theme_id: Option<Id>,
        /// How many people stand behind it, of `base`. 0 of 0 when nobody counted.
        pub voices: i64,
        pub base: i64,
        /// How often somebody has looked what became of it.
        pub follow_ups: i64,
        /// Live links from evidence that supports and contradicts it.
        pub supporting: i64,
        pub contradicting: i64,
        /// Different sources of the supporting evidence, kinds of them, and groups heard.
        pub sources: i64,
        pub source_kinds: i64,
        pub groups_heard: i64,
        /// When its text was taken away for privacy; its place in the chain stays.
        pub erased_at: Option<Timestamp>,
        pub revision: i64,
        pub created_at: Timestamp,
        pub created_by: String,
        pub updated_at: Timestamp,
        pub updated_by: String,
    }
}

/// How far a node has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has judged it; it may be incomplete.
    Draft,
    Standing,
    /// Not gone on with, for a reason that those who spoke can read.
    SetAside,
}

impl Standing {
    /// The word in the database and in exports.
    pub fn code(self) -> &'static str {
        match self {
            Standing::Draft => "draft",
            Standing::Standing => "standing",
            Standing::SetAside => "set-aside",
        }
    }
}

impl Node {
    pub fn kind(&self) -> NodeKind {
        // The schema takes no other word.
        NodeKind::from_code(&self.kind).unwrap_or(NodeKind::Evidence)
    }

    pub fn standing(&self) -> Standing {
        match self.standing.as_str() {
            "draft" => Standing::Draft,
            "set-aside" => Standing::SetAside,
            _ => Standing::Standing,
        }
    }

    /// The groups it speaks of or comes from.
    pub fn groups(&self) -> Vec<String> {
        serde_json::from_str(&self.group_names).unwrap_or_default()
    }

    pub fn is_erased(&self) -> bool {
        self.erased_at.is_some()
    }

    /// Its page on the desk.
    pub fn address(&self) -> String {
        format!("{}/{}", crate::BANK, self.id)
    }
}

/// A filling of a template, with where it comes from.
#[derive(Debug, Clone)]
pub struct Draft {
    pub kind: NodeKind,
    /// The fields of the pack's template.
    pub details: Map<String, Value>,
    pub origin: Origin,
}

/// Where a node comes from.
#[derive(Debug, Clone, Default)]
pub struct Origin {
    pub process: Option<Id>,
    /// The title of the process.
    pub title: String,
    pub topic: String,
    pub area: String,
    pub passage: Option<Id>,
    pub theme: Option<Id>,
    /// The contributions behind it.
    pub voices: Vec<Id>,
    /// Of how many.
    pub base: i64,
}

impl Origin {
    /// That of what is made in a process.
    pub fn of(process: &Dialogue) -> Origin {
        Origin {
            process: Some(process.id),
            title: process.title.clone(),
            topic: process.topic.clone(),
            area: process.area.clone(),
            ..Origin::default()
        }
    }
}

/// What stands beside the fields, read from them by the parts that the template gives them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Read {
    pub title: String,
    pub body: String,
    pub status: String,
    pub reason: String,
    pub public_text: String,
    pub groups: Vec<String>,
    pub source_kind: String,
    pub source: String,
    pub quotable: String,
    pub follow_ups: usize,
}

/// How much of a text stands for a heading, in characters.
const HEADING: usize = 90;

impl Read {
    pub(crate) fn of(node: &NodeTemplate, facts: &Facts) -> Read {
        let part = |key: &Option<String>| key.as_ref().map(|key| facts.text(key).trim().to_owned());
        let body = facts.text(&node.text).trim().to_owned();
        let title = part(&node.title).filter(|title| !title.is_empty());
        Read {
            title: title.unwrap_or_else(|| beginning(&body)),
            body,
            status: part(&node.status).unwrap_or_default(),
            reason: part(&node.reason).unwrap_or_default(),
            public_text: part(&node.public).unwrap_or_default(),
            groups: node.groups.as_ref().map(|key| facts.list(key)).unwrap_or_default(),
            source_kind: part(&node.source_kind).unwrap_or_default(),
            source: part(&node.source).unwrap_or_default(),
            quotable: part(&node.quotable).unwrap_or_default(),
            follow_ups: node.follow_ups.as_ref().map_or(0, |key| facts.rows(key).len()),
        }
    }

    /// How far its status says that it has come.
    pub(crate) fn standing(&self, node: &NodeTemplate) -> Standing {
        if node.set_aside.contains(&self.status) {
            return Standing::SetAside;
        }
        let unjudged = self.status.is_empty() || node.draft.as_ref() == Some(&self.status);
        if node.draft.is_some() && unjudged {
            Standing::Draft
        } else {
            Standing::Standing
        }
    }

    /// All that a search looks in, folded to small letters.
    pub(crate) fn search(&self, origin: &str) -> String {
        let groups = self.groups.join(" ");
        let all = [self.title.as_str(), &self.body, &groups, &self.source, origin];
        all.join(" ").to_lowercase()
    }
}

fn beginning(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= HEADING {
        return line;
    }
    let kept: String = line.chars().take(HEADING - 1).collect();
    let whole = kept.rsplit_once(' ').map_or(kept.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}

/// What a node may not be yet, and what would help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lacks {
    /// A required field, by its key.
    Field(String),
    /// Something of one of these kinds must lead to it; the key is the field with its status.
    Ground { field: String, kinds: Vec<NodeKind> },
}

/// What keeps a filling from being what its status says. A draft needs its text only; what stands needs the required
/// fields, and what the pack's rule wants beneath it.
pub(crate) fn lacks(
    pack: &Pack,
    node: &NodeTemplate,
    facts: &Facts,
    required: &[String],
    beneath: &[NodeKind],
) -> Vec<Lacks> {
    let read = Read::of(node, facts);
    let mut lacks = Vec::new();
    let standing = read.standing(node);
    let asked = |key: &&String| standing != Standing::Draft || **key == node.text || node.title.as_ref() == Some(*key);
    lacks.extend(
        required
            .iter()
            .filter(asked)
            .filter(|key| !facts.has(key))
            .map(|key| Lacks::Field(key.clone())),
    );
    if read.body.is_empty() && !lacks.contains(&Lacks::Field(node.text.clone())) {
        lacks.push(Lacks::Field(node.text.clone()));
    }
    if let Some(rule) = &node.ground
        && rule.statuses.contains(&read.status)
        && !rule.rests_on.iter().any(|kind| beneath.contains(kind))
        && !rule.unless.as_ref().is_some_and(|field| facts.has(field))
    {
        let field = node.status.clone().unwrap_or_else(|| node.text.clone());
        lacks.push(Lacks::Ground {
            field,
            kinds: rule.rests_on.clone(),
        });
    }
    let known = |lack: &Lacks| match lack {
        Lacks::Field(key) => pack.field(key).is_some(),
        Lacks::Ground { .. } => true,
    };
    lacks.retain(known);
    lacks
}

#[cfg(test)]
mod tests {
    use super::*;
    use method::Packs;
    use serde_json::json;
    use std::sync::Arc;

    fn pack() -> Arc<Pack> {
        let packs = Packs::embedded_of(&[method::SERVICE_DESIGN]).unwrap_or_else(|faults| panic!("{faults:?}"));
        packs.edition(method::SERVICE_DESIGN).expect("the pack").templates[0].clone()
    }

    fn facts(value: Value) -> Facts {
        Facts::from_json(value)
    }

    #[test]
    fn the_pack_has_a_template_for_every_kind() {
        let pack = pack();
        for kind in NodeKind::ALL {
            let (sheet, node) = pack
                .node_sheet(kind)
                .unwrap_or_else(|| panic!("no template for {}", kind.code()));
            assert!(
                sheet.asked().any(|key| key == node.text),
                "{}: the text is asked for",
                sheet.key
            );
            for part in [&node.title, &node.status, &node.reason, &node.public, &node.groups]
                .into_iter()
                .flatten()
            {
                assert!(
                    sheet.asked().any(|key| key == part),
                    "{}: {part} is asked for",
                    sheet.key
                );
            }
        }
    }

    #[test]
    fn an_insight_leaves_its_draft_only_on_evidence() {
        let pack = pack();
        let (_, node) = pack.node_sheet(NodeKind::Insight).expect("the insight");
        let draft = facts(
            json!({ "insight-heading": "Mörkt", "insight-text": "Unga behöver ljus.", "insight-status": "draft" }),
        );
        assert_eq!(lacks(&pack, node, &draft, &[], &[]), []);
        let reviewed = facts(
            json!({ "insight-heading": "Mörkt", "insight-text": "Unga behöver ljus.", "insight-status": "reviewed" }),
        );
        let ground = Lacks::Ground {
            field: "insight-status".into(),
            kinds: vec![NodeKind::Evidence],
        };
        assert_eq!(lacks(&pack, node, &reviewed, &[], &[]), [ground]);
        assert_eq!(lacks(&pack, node, &reviewed, &[], &[NodeKind::Evidence]), []);
    }

    #[test]
    fn a_measure_is_decided_on_a_test_or_with_a_reason_not_to() {
        let pack = pack();
        let (_, node) = pack.node_sheet(NodeKind::Measure).expect("the measure");
        let decided = |more: Value| {
            let mut all = json!({ "measure-name": "Ljus", "measure-text": "Sätt upp.", "measure-status": "decided" });
            if let (Value::Object(all), Value::Object(more)) = (&mut all, more) {
                all.extend(more);
            }
            facts(all)
        };
        assert_eq!(
            lacks(&pack, node, &decided(json!({})), &[], &[NodeKind::Insight]).len(),
            1
        );
        assert_eq!(lacks(&pack, node, &decided(json!({})), &[], &[NodeKind::Test]), []);
        let excused = decided(json!({ "measure-exception": "Lagen kräver det från årsskiftet." }));
        assert_eq!(lacks(&pack, node, &excused, &[], &[]), []);
    }

    #[test]
    fn what_is_put_aside_gives_a_reason() {
        let pack = pack();
        let (_, node) = pack.node_sheet(NodeKind::Idea).expect("the idea");
        let set = facts(
            json!({ "idea-name": "Vakt", "idea-description": "En vakt hela natten.", "idea-status": "rejected" }),
        );
        let required = ["idea-status-reason".to_owned()];
        assert_eq!(
            lacks(&pack, node, &set, &required, &[]),
            [Lacks::Field("idea-status-reason".into())]
        );
        assert_eq!(Read::of(node, &set).standing(node), Standing::SetAside);
    }

    #[test]
    fn a_text_without_heading_begins_with_its_first_words() {
        assert_eq!(beginning("  Kort\n text "), "Kort text");
        let long = beginning(&"ett ord till ".repeat(20));
        assert!(
            long.chars().count() <= HEADING && long.ends_with('…') && !long.contains(" …"),
            "{long}"
        );
    }
}
