//! The files of a pack exactly as written. Everything that is referred to keeps its place in the file.

use serde::Deserialize;
use toml::Spanned;

pub(super) type Key = Spanned<String>;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub sv: Option<String>,
    pub en: Option<String>,
}
pub(super) type Text = Spanned<Words>;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PackFile {
    pub key: Key,
    pub version: String,
    pub licence: String,
    pub languages: Vec<Key>,
    pub name: Text,
    pub about: Text,
    /// The order of the process templates; the first is the one that is meant without a name.
    #[serde(default)]
    pub processes: Vec<Key>,
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Evidence {
    pub key: Key,
    pub page: String,
    pub name: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LadderFile {
    pub default: Key,
    #[serde(default)]
    pub model: Vec<Model>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Model {
    pub key: Key,
    pub name: Text,
    pub note: Text,
    #[serde(default)]
    pub level: Vec<Level>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Level {
    pub key: Key,
    pub name: Text,
    pub meaning: Text,
    pub promise: Option<Text>,
    pub not_promise: Option<Text>,
    #[serde(default)]
    pub show: Vec<Text>,
    pub methods: Option<Text>,
    #[serde(default)]
    pub same_as: Vec<Key>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FieldsFile {
    #[serde(default)]
    pub field: Vec<Field>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Field {
    pub key: Key,
    #[serde(rename = "type")]
    pub kind: Key,
    pub label: Text,
    pub help: Option<Text>,
    #[serde(default)]
    pub options: Vec<FieldOption>,
    #[serde(default)]
    pub columns: Vec<Column>,
    pub required_from: Option<Key>,
    pub when: Option<Condition>,
    #[serde(default)]
    pub translatable: bool,
    #[serde(default)]
    pub public: bool,
    #[serde(default)]
    pub announced: bool,
    pub max: Option<usize>,
    pub prefill: Option<Key>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FieldOption {
    pub key: Key,
    pub label: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Column {
    pub key: Key,
    #[serde(rename = "type")]
    pub kind: Key,
    #[serde(default)]
    pub required: bool,
    pub label: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Condition {
    pub field: Option<Key>,
    #[serde(default)]
    pub is: Vec<Key>,
    pub filled: Option<Key>,
    pub not: Option<Box<Condition>>,
    pub all: Option<Vec<Condition>>,
    pub any: Option<Vec<Condition>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProcessFile {
    pub template: Template,
    #[serde(default)]
    pub step: Vec<Step>,
    #[serde(default)]
    pub state: Vec<State>,
    #[serde(default)]
    pub transition: Vec<Transition>,
    #[serde(default)]
    pub gate: Vec<Gate>,
    #[serde(default)]
    pub rule: Vec<Rule>,
    #[serde(default)]
    pub group: Vec<Group>,
    #[serde(default)]
    pub task: Vec<Task>,
    #[serde(default)]
    pub duty: Vec<Duty>,
    #[serde(default)]
    pub warning: Vec<Warning>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Template {
    pub key: Key,
    pub about: Option<Text>,
    pub start: Key,
    pub level_field: Key,
    pub name: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Step {
    pub key: Key,
    pub name: Text,
    pub gate: Option<Key>,
    pub question: Text,
    pub role: Text,
    pub output: Text,
    #[serde(default)]
    pub tasks: Vec<Key>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct State {
    pub key: Key,
    pub name: Text,
    #[serde(default)]
    pub public: bool,
    #[serde(default)]
    pub last: bool,
    #[serde(default)]
    pub pause: bool,
    pub phase: Option<Key>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Transition {
    pub key: Key,
    pub address: Option<Key>,
    pub from: Vec<Key>,
    pub to: Key,
    pub gate: Option<Key>,
    pub reason: Option<Key>,
    pub permission: Option<Key>,
    pub on_day: Option<Key>,
    pub after_day: Option<Key>,
    #[serde(default)]
    pub back: bool,
    pub offered_when: Option<Condition>,
    pub name: Text,
    pub text: Option<Text>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Gate {
    pub key: Key,
    pub name: Text,
    #[serde(default)]
    pub needs: Vec<Spanned<Need>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Need {
    pub field: Option<Key>,
    pub one_of: Option<OneOf>,
    pub task: Option<Key>,
    pub level_from: Option<Key>,
    pub level_to: Option<Key>,
    pub order: Option<Order>,
    pub not_passed: Option<Key>,
    pub evidence: Option<Key>,
    pub item: Option<Key>,
    pub from_level: Option<Key>,
    pub when: Option<Condition>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OneOf {
    pub field: Key,
    pub values: Vec<Key>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Order {
    pub first: Key,
    pub then: Key,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rule {
    pub key: Key,
    pub field: Key,
    pub one_of: Option<OneOf>,
    pub order: Option<Order>,
    pub when: Option<Condition>,
    pub message: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Group {
    pub key: Key,
    pub name: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Task {
    pub key: Key,
    pub address: Option<Key>,
    pub group: Key,
    pub name: Text,
    pub page: Option<String>,
    #[serde(default)]
    pub fields: Vec<Key>,
    #[serde(default)]
    pub evidence: Vec<Key>,
    #[serde(default)]
    pub after: Vec<Key>,
    pub from_state: Option<Key>,
    pub when: Option<Condition>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Duty {
    pub key: Key,
    pub due: Key,
    pub from_level: Option<Key>,
    pub from_state: Key,
    pub until_state: Key,
    pub weight: u8,
    pub task: Option<Key>,
    pub name: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Warning {
    pub key: Key,
    pub task: Option<Key>,
    pub when: Condition,
    pub text: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChecklistFile {
    #[serde(default)]
    pub list: Vec<List>,
    #[serde(default)]
    pub role: Vec<Group>,
    #[serde(default)]
    pub item: Vec<Item>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct List {
    pub key: Key,
    pub name: Text,
    #[serde(default)]
    pub templates: Vec<Key>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Item {
    pub key: Key,
    pub list: Key,
    pub phase: Key,
    pub text: Text,
    pub role: Key,
    pub from_level: Option<Key>,
    pub when: Option<Condition>,
    pub proof: Option<Key>,
    #[serde(default)]
    pub fields: Vec<Key>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SheetsFile {
    #[serde(default)]
    pub template: Vec<Sheet>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sheet {
    pub key: Key,
    pub name: Text,
    pub about: Text,
    pub approved_by: Option<Key>,
    #[serde(default)]
    pub section: Vec<Section>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Section {
    pub key: Option<Key>,
    pub heading: Text,
    #[serde(default)]
    pub fields: Vec<Key>,
    pub text: Option<Text>,
    pub page: Option<String>,
    #[serde(default)]
    pub asked: bool,
    #[serde(default)]
    pub paper: bool,
}
