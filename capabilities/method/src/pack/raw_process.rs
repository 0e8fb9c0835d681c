//! The files of processes exactly as written.

use super::placed::Placed;
use super::process::PHASES;
use super::raw::{Condition, Key, Text};
use schemars::JsonSchema;
use serde::Deserialize;

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
    /// The fields in which the decision at the gate stands.
    pub decision: Option<Decision>,
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
pub(super) struct Decision {
    /// The field with what was decided.
    pub choice: Key,
    /// The field with the day.
    pub on: Key,
    /// The field with who decided.
    pub by: Key,
    /// The field with the ground.
    pub ground: Key,
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
