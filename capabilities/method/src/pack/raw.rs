//! The files of a pack exactly as written. Everything that is referred to keeps its place in the file. What is said of each
//! pair is shown by editors that read the schema (`samspel pack schema`).

use super::fields::{CELLS, kinds};
use super::lists::proofs;
use super::placed::Placed;
use super::process::PHASES;
use super::{Phase, codes};
use schemars::JsonSchema;
use serde::Deserialize;

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
pub(super) struct ProcessFile {
    /// What the process is.
    pub template: Template,
    /// The steps, in order: what a person sees as the road.
    #[serde(default)]
    pub step: Vec<Step>,
    /// Where a process can be.
    #[serde(default)]
    pub state: Vec<State>,
    /// How it gets from one state to another.
    #[serde(default)]
    pub transition: Vec<Transition>,
    /// What must be in order before something may happen.
    #[serde(default)]
    pub gate: Vec<Gate>,
    /// What answers must agree with one another.
    #[serde(default)]
    pub rule: Vec<Rule>,
    /// The headings that tasks stand below.
    #[serde(default)]
    pub group: Vec<Group>,
    /// The tasks: what there is to do, with the fields of each.
    #[serde(default)]
    pub task: Vec<Task>,
    /// What must be done by a day.
    #[serde(default)]
    pub duty: Vec<Duty>,
    /// What is said, without stopping anybody.
    #[serde(default)]
    pub warning: Vec<Warning>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Template {
    /// The process's key: the file's name.
    pub key: Key,
    /// When one chooses it, in one sentence.
    pub about: Option<Text>,
    /// The state it begins in.
    pub start: Key,
    /// The field that holds the level.
    pub level_field: Key,
    /// What the process is called.
    pub name: Text,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Step {
    /// The step's key.
    pub key: Key,
    /// What the step is called.
    pub name: Text,
    /// The gate after the step.
    pub gate: Option<Key>,
    /// The question that the step answers.
    pub question: Text,
    /// Who does it.
    pub role: Text,
    /// What there is when it is done.
    pub output: Text,
    /// The tasks of the step.
    #[serde(default)]
    pub tasks: Vec<Key>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct State {
    /// The state's key.
    pub key: Key,
    /// What the state is called.
    pub name: Text,
    /// Residents see the process.
    #[serde(default)]
    pub public: bool,
    /// The process is over.
    #[serde(default)]
    pub last: bool,
    /// The process rests, and its duties with it.
    #[serde(default)]
    pub pause: bool,
    /// What residents meet: open, closed, answered and so on.
    #[schemars(extend("enum" = PHASES))]
    pub phase: Option<Key>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Transition {
    /// The transition's key.
    pub key: Key,
    /// Its word in addresses.
    pub address: Option<Key>,
    /// The states it starts from.
    pub from: Vec<Key>,
    /// The state it leads to.
    pub to: Key,
    /// The gate it must pass.
    pub gate: Option<Key>,
    /// The field in which the reason is written.
    pub reason: Option<Key>,
    /// The right it takes.
    pub permission: Option<Key>,
    /// It happens by itself on this field's day.
    pub on_day: Option<Key>,
    /// It happens by itself when this field's day is over.
    pub after_day: Option<Key>,
    /// It goes back.
    #[serde(default)]
    pub back: bool,
    /// Offered only when this holds.
    pub offered_when: Option<Condition>,
    /// What the button says.
    pub name: Text,
    /// What is said before one presses it.
    pub text: Option<Text>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Gate {
    /// The gate's key, as in G3.
    pub key: Key,
    /// What the gate is called.
    pub name: Text,
    /// What it needs, a line each. One kind of need in each.
    #[serde(default)]
    pub needs: Vec<Placed<Need>>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Need {
    /// This field has an answer.
    pub field: Option<Key>,
    /// A field has one of these answers.
    pub one_of: Option<OneOf>,
    /// All of the task is done.
    pub task: Option<Key>,
    /// The level is at least this.
    pub level_from: Option<Key>,
    /// The level is at most this.
    pub level_to: Option<Key>,
    /// One day is not before another.
    pub order: Option<Order>,
    /// The day of this field is not over.
    pub not_passed: Option<Key>,
    /// This evidence is there.
    pub evidence: Option<Key>,
    /// This checklist item is ticked.
    pub item: Option<Key>,
    /// Needed from this level.
    pub from_level: Option<Key>,
    /// Needed only when this holds.
    pub when: Option<Condition>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OneOf {
    /// The field.
    pub field: Key,
    /// The answers that will do.
    pub values: Vec<Key>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Order {
    /// The day that comes first.
    pub first: Key,
    /// The day that does not come before it.
    pub then: Key,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Rule {
    /// The rule's key.
    pub key: Key,
    /// The field at which the fault is told.
    pub field: Key,
    /// The field has one of these answers.
    pub one_of: Option<OneOf>,
    /// One day is not before another.
    pub order: Option<Order>,
    /// Only when this holds.
    pub when: Option<Condition>,
    /// What is said when it is broken, with the remedy.
    pub message: Text,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Group {
    /// The key.
    pub key: Key,
    /// What it is called.
    pub name: Text,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Task {
    /// The task's key; help/sv/KEY.md is its help.
    pub key: Key,
    /// Its word in addresses.
    pub address: Option<Key>,
    /// The group it stands below.
    pub group: Key,
    /// What there is to do.
    pub name: Text,
    /// A page instead of a form: an address below the process, or a whole one with {id}.
    pub page: Option<String>,
    /// The fields it asks for.
    #[serde(default)]
    pub fields: Vec<Key>,
    /// The evidence it needs.
    #[serde(default)]
    pub evidence: Vec<Key>,
    /// The tasks that come before it.
    #[serde(default)]
    pub after: Vec<Key>,
    /// Asked for from this state.
    pub from_state: Option<Key>,
    /// Asked for only when this holds.
    pub when: Option<Condition>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Duty {
    /// The duty's key.
    pub key: Key,
    /// The field with the day.
    pub due: Key,
    /// A duty from this level.
    pub from_level: Option<Key>,
    /// A duty from this state …
    pub from_state: Key,
    /// … until this one.
    pub until_state: Key,
    /// How heavy it is in the day's list: 3 weighs most.
    pub weight: u8,
    /// The task that fulfils it.
    pub task: Option<Key>,
    /// What must be done.
    pub name: Text,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Warning {
    /// The warning's key.
    pub key: Key,
    /// The task at which it is said.
    pub task: Option<Key>,
    /// Said when this holds.
    pub when: Condition,
    /// What is said.
    pub text: Text,
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
    /// Its parts, in order.
    #[serde(default)]
    pub section: Vec<Section>,
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
