//! The files of handbook, glossary, principles and methods exactly as written.

use super::placed::Placed;
use super::raw::{Key, Text};
use super::{Activity, Conflict, Form, Phase, Purpose, Reach, TargetGroup, codes};
use schemars::JsonSchema;
use serde::Deserialize;

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct HandbookFile {
    /// The parts of the handbook.
    #[serde(default)]
    pub part: Vec<Part>,
    /// The chapters; each has a text in handbook/sv/KEY.md.
    #[serde(default)]
    pub chapter: Vec<Chapter>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Part {
    /// The part's key.
    pub key: Key,
    /// What it is called.
    pub name: Text,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Chapter {
    /// The chapter's key: its text is handbook/sv/KEY.md.
    pub key: Key,
    /// The heading.
    pub name: Text,
    /// What it is about, in one sentence.
    pub about: Text,
    /// The part it stands in.
    pub part: Key,
    /// The tasks it helps with.
    #[serde(default)]
    pub tasks: Vec<Key>,
    /// The templates it speaks of.
    #[serde(default)]
    pub templates: Vec<Key>,
    /// The methods it speaks of.
    #[serde(default)]
    pub methods: Vec<Key>,
    /// Where the facts come from; not shown to readers.
    #[serde(default)]
    pub source: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct GlossaryFile {
    /// The words.
    #[serde(default)]
    pub term: Vec<Term>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Term {
    /// The word's key.
    pub key: Key,
    /// The word.
    pub name: Text,
    /// Other forms and words that lead here.
    #[serde(default)]
    pub also: Vec<String>,
    /// What it means.
    pub meaning: Text,
    /// Words to see also.
    #[serde(default)]
    pub see: Vec<Key>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PrinciplesFile {
    /// The principles.
    #[serde(default)]
    pub principle: Vec<Principle>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Principle {
    /// The principle's key.
    pub key: Key,
    /// The principle in a few words.
    pub name: Text,
    /// What it asks of us.
    pub meaning: Text,
    /// The question of the self-check.
    pub check: Text,
    /// What a yes rests on.
    pub yes: Text,
    /// Where it comes from; not shown to readers.
    #[serde(default)]
    pub source: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MethodFile {
    /// What the method is called.
    pub name: Text,
    /// What it is, in one sentence.
    pub about: Text,
    /// The levels it fits.
    pub levels: Vec<Key>,
    /// What it is used for.
    #[schemars(extend("items" = one_of(&codes(Purpose::ALL, Purpose::code))))]
    pub purposes: Vec<Key>,
    /// Its place in a set of methods.
    #[schemars(extend("enum" = codes(Reach::ALL, Reach::code)))]
    pub reach: Key,
    /// How one takes part.
    #[schemars(extend("items" = one_of(&codes(Form::ALL, Form::code))))]
    pub form: Vec<Key>,
    /// How many take part.
    pub group: Placed<Span>,
    /// How long it takes, in weeks.
    pub weeks: Placed<Span>,
    /// How much work it is, in hours.
    pub hours: Placed<Span>,
    /// What it costs: 1 is hardly anything, 4 is much.
    pub cost: Placed<u8>,
    /// How contested the question may be.
    #[schemars(extend("enum" = codes(Conflict::ALL, Conflict::code)))]
    pub conflict: Key,
    /// Whom it tends to reach.
    #[serde(default)]
    #[schemars(extend("items" = one_of(&codes(TargetGroup::ALL, TargetGroup::code))))]
    pub reaches: Vec<Key>,
    /// Whom it tends to miss.
    #[serde(default)]
    #[schemars(extend("items" = one_of(&codes(TargetGroup::ALL, TargetGroup::code))))]
    pub misses: Vec<Key>,
    /// Those who take part can be drawn by lot.
    #[serde(default)]
    pub random: bool,
    /// The activity that carries it in a dialogue.
    #[schemars(extend("enum" = codes(Activity::ALL, Activity::code)))]
    pub activity: Key,
    /// What must be seen to when it is used.
    #[serde(default)]
    pub checklist: Vec<MethodItem>,
    /// Where the facts come from; not shown to readers.
    #[serde(default)]
    pub source: String,
}

#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Span {
    /// The least.
    pub min: u32,
    /// The most; left out when there is no limit.
    pub max: Option<u32>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MethodItem {
    /// The item's key.
    pub key: Key,
    /// When it belongs.
    #[schemars(extend("enum" = codes(Phase::ALL, Phase::code)))]
    pub phase: Key,
    /// What is to be done.
    pub text: Text,
}

/// The schema of a word out of these.
fn one_of(words: &[&str]) -> serde_json::Value {
    serde_json::json!({ "type": "string", "enum": words })
}
