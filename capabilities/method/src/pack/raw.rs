//! The files of a pack exactly as written. Everything that is referred to keeps its place in the file. What is said of each
//! pair is shown by editors that read the schema (`samspel pack schema`).

use super::fields::{CELLS, kinds};
use super::lists::proofs;
use super::placed::Placed;
use super::{Phase, codes};
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;

pub(super) use super::raw_process::*;

pub(super) type Key = Placed<String>;

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    /// In Swedish.
    pub sv: Option<String>,
    /// In English.
    pub en: Option<String>,
}
pub(super) type Text = Placed<Words>;

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PackFile {
    /// The pack's key, the same for ever: processes that run name it.
    pub key: Key,
    /// The version, as in 1.2.0. A process stays on the edition it began with.
    pub version: String,
    /// The licence of the texts, by its SPDX name.
    pub licence: String,
    /// The languages that every name, promise and step text has: sv and en.
    pub languages: Vec<Key>,
    /// What the pack is called.
    pub name: Text,
    /// What the pack is for, in one sentence.
    pub about: Text,
    /// The order of the process templates; the first is the one that is meant without a name.
    #[serde(default)]
    pub processes: Vec<Key>,
    /// Things outside the fields that a gate can ask for, such as a published activity.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// The fields that lists and calendars show of a process.
    pub listed: Option<Listed>,
    /// What a dialogue that is ordered from a process begins with: its field, and the field here that it comes from.
    #[serde(default)]
    pub hands_over: BTreeMap<String, Key>,
}

/// What is not said is called as in the pack for dialogues; "" means that there is none.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Listed {
    /// The first day, else opens-on.
    pub first: Option<Key>,
    /// The last day, else closes-on.
    pub last: Option<Key>,
    /// The day by which those who took part have an answer, else feedback-on.
    pub answer: Option<Key>,
    /// The place in the municipality, else area.
    pub area: Option<Key>,
    /// What it is about, else topic.
    pub topic: Option<Key>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Evidence {
    /// What gates and tasks call it.
    pub key: Key,
    /// The page on which one sees to it, below the process: for example aktiviteter.
    pub page: String,
    /// What is missing when it is missing.
    pub name: Text,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LadderFile {
    /// The model whose levels the processes use.
    pub default: Key,
    /// Ladder models; those that are not the default are there to compare with.
    #[serde(default)]
    pub model: Vec<Model>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Model {
    /// The model's key.
    pub key: Key,
    /// What the model is called.
    pub name: Text,
    /// Whose model it is and how it is used here.
    pub note: Text,
    /// The levels, lowest first.
    #[serde(default)]
    pub level: Vec<Level>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Level {
    /// The level's key.
    pub key: Key,
    /// What the level is called.
    pub name: Text,
    /// What the level means, in one sentence.
    pub meaning: Text,
    /// What those who take part are promised.
    pub promise: Option<Text>,
    /// What they are not promised.
    pub not_promise: Option<Text>,
    /// What must be shown afterwards, a line each.
    #[serde(default)]
    pub show: Vec<Text>,
    /// Which methods fit.
    pub methods: Option<Text>,
    /// Levels of the default model that this one corresponds to.
    #[serde(default)]
    pub same_as: Vec<Key>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct FieldsFile {
    /// Every question that is asked anywhere, each once.
    #[serde(default)]
    pub field: Vec<Field>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Field {
    /// The field's key; answers are kept under it.
    pub key: Key,
    /// How it is answered.
    #[serde(rename = "type")]
    #[schemars(extend("enum" = kinds()))]
    pub kind: Key,
    /// The question as it is asked.
    pub label: Text,
    /// What one should know to answer it.
    pub help: Option<Text>,
    /// The answers to choose from, for choice and choices.
    #[serde(default)]
    pub options: Vec<FieldOption>,
    /// The columns, for rows.
    #[serde(default)]
    pub columns: Vec<Column>,
    /// The level from which it must be answered; always is any level.
    pub required_from: Option<Key>,
    /// Asked only when this holds.
    pub when: Option<Condition>,
    /// Residents read it, so it has one answer for each language.
    #[serde(default)]
    pub translatable: bool,
    /// It is shown on the dialogue's public page.
    #[serde(default)]
    pub public: bool,
    /// It is shown there from the day the dialogue is announced.
    #[serde(default)]
    pub announced: bool,
    /// The most characters, or rows.
    pub max: Option<usize>,
    /// Where a first answer comes from: the process, another field, or a count.
    pub prefill: Option<Key>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct FieldOption {
    /// What is kept.
    pub key: Key,
    /// What is read.
    pub label: Text,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Column {
    /// The column's key.
    pub key: Key,
    /// How its cells are answered.
    #[serde(rename = "type")]
    #[schemars(extend("enum" = CELLS))]
    pub kind: Key,
    /// No row without it.
    #[serde(default)]
    pub required: bool,
    /// The column's heading.
    pub label: Text,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Condition {
    /// The field that is looked at, together with is.
    pub field: Option<Key>,
    /// One of these answers.
    #[serde(default)]
    pub is: Vec<Key>,
    /// The field has an answer.
    pub filled: Option<Key>,
    /// This does not hold.
    pub not: Option<Box<Condition>>,
    /// All of these hold.
    pub all: Option<Vec<Condition>>,
    /// One of these holds.
    pub any: Option<Vec<Condition>>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ChecklistFile {
    /// The checklists.
    #[serde(default)]
    pub list: Vec<List>,
    /// Who can own an item.
    #[serde(default)]
    pub role: Vec<Group>,
    /// The items.
    #[serde(default)]
    pub item: Vec<Item>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct List {
    /// The list's key.
    pub key: Key,
    /// What it is called.
    pub name: Text,
    /// The processes it belongs to; none means all.
    #[serde(default)]
    pub templates: Vec<Key>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Item {
    /// The item's key, as in F06.
    pub key: Key,
    /// The list it stands in.
    pub list: Key,
    /// When it belongs.
    #[schemars(extend("enum" = codes(Phase::ALL, Phase::code)))]
    pub phase: Key,
    /// What is to be done.
    pub text: Text,
    /// Who sees to it.
    pub role: Key,
    /// Asked for from this level.
    pub from_level: Option<Key>,
    /// Asked for only when this holds.
    pub when: Option<Condition>,
    /// What shows that it is done.
    #[schemars(extend("enum" = proofs()))]
    pub proof: Option<Key>,
    /// Fields that tick it by being answered.
    #[serde(default)]
    pub fields: Vec<Key>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SheetsFile {
    /// The templates: documents that fill themselves in.
    #[serde(default)]
    pub template: Vec<Sheet>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Sheet {
    /// The template's key, as in T1.
    pub key: Key,
    /// What the document is called.
    pub name: Text,
    /// What it is for.
    pub about: Text,
    /// Who approves it.
    pub approved_by: Option<Key>,
    /// It is filled in many times in a process: one for each interview, one for each idea.
    #[serde(default)]
    pub many: bool,
    /// What a filling of it is in the evidence chain; left out when it is none of its links.
    pub node: Option<Node>,
    /// Its parts, in order.
    #[serde(default)]
    pub section: Vec<Section>,
    /// The field with the day on which what a filling says must be erased.
    pub erase_on: Option<Key>,
    /// A curve that is drawn from the rows of one of its fields.
    pub curve: Option<Curve>,
    /// A picture in which its fillings are set against each other by two of their numbers.
    pub plane: Option<Plane>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Plane {
    /// The field with the number from left to right.
    pub across: Key,
    /// The field with the number from the bottom up.
    pub up: Key,
    /// The lowest number of the scale.
    pub lowest: i64,
    /// The highest.
    pub highest: i64,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Curve {
    /// The field with the rows.
    pub rows: Key,
    /// The column that names a point.
    pub label: Key,
    /// The column with its number.
    pub value: Key,
    /// The lowest number of the scale.
    pub lowest: i64,
    /// The highest.
    pub highest: i64,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Node {
    /// evidence, insight, need, question, idea, prototype, test, measure, effect or answer.
    pub kind: Key,
    /// The field with its heading; without one the beginning of the text stands for it.
    pub title: Option<Key>,
    /// The field that says it.
    pub text: Key,
    /// The field with its status.
    pub status: Option<Key>,
    /// The first status: not yet judged by anybody.
    pub draft: Option<Key>,
    /// The statuses in which it has been put aside.
    #[serde(default)]
    pub set_aside: Vec<Key>,
    /// The field with why it was put aside, for those who spoke to read.
    pub reason: Option<Key>,
    /// The field with what everybody may read; without one it is shown to nobody outside.
    pub public: Option<Key>,
    /// The field with the groups it speaks of.
    pub groups: Option<Key>,
    /// The field with what kind of source it comes from.
    pub source_kind: Option<Key>,
    /// The field that names the source without naming a person.
    pub source: Option<Key>,
    /// The field with whether it may be quoted.
    pub quotable: Option<Key>,
    /// The field with rows of what became of it, each with its date.
    pub follow_ups: Option<Key>,
    /// The field with the effect that it comes from; with `obstacles` and `goal` it is drawn as a chain of effects.
    pub effect: Option<Key>,
    /// The field with what may stop the effect.
    pub obstacles: Option<Key>,
    /// The field with the goal that it serves.
    pub goal: Option<Key>,
    /// What must stand beneath it before it may be more than a draft.
    pub ground: Option<Ground>,
    /// What stands in its fields when it is made from something a resident wrote.
    #[serde(default)]
    pub from_quote: Vec<Preset>,
    /// What stands in its fields when it is made from a theme and the number who spoke of it.
    #[serde(default)]
    pub from_theme: Vec<Preset>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Preset {
    /// The field.
    pub field: Key,
    /// What stands in it from the start.
    pub value: Key,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Ground {
    /// The statuses that ask for it.
    pub statuses: Vec<Key>,
    /// One of these kinds must lead to it.
    pub rests_on: Vec<Key>,
    /// The field with a reasoned exception.
    pub unless: Option<Key>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Section {
    /// The section's key.
    pub key: Option<Key>,
    /// Its heading.
    pub heading: Text,
    /// The fields it shows.
    #[serde(default)]
    pub fields: Vec<Key>,
    /// What to think of; the whole content when there are no fields.
    pub text: Option<Text>,
    /// Where the live content of the section stands.
    pub page: Option<String>,
    /// Fields that no task shows are edited on the document's own page.
    #[serde(default)]
    pub asked: bool,
    /// Only for the blank form, to be filled in by hand.
    #[serde(default)]
    pub paper: bool,
}
