//! The parts of a process template, as a pack supplies them. All names are keys of the pack; dates are ISO
//! texts (`2026-03-17`), which sort as they read; a level is its rank on the ladder, 1 the lowest.

use std::collections::BTreeSet;

/// What a process of one sort may be and do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Template {
    pub key: String,
    /// The state a new process is in.
    pub start: String,
    /// The field that holds the level, and its possible values from the lowest up.
    pub level_field: String,
    pub levels: Vec<String>,
    pub states: Vec<State>,
    pub transitions: Vec<Transition>,
    pub gates: Vec<Gate>,
    /// What every saved version of the facts must obey, in every state.
    pub rules: Vec<Rule>,
    pub tasks: Vec<Task>,
    pub duties: Vec<Duty>,
    /// Fields whose change must be explained in public once the process is public.
    pub announced: BTreeSet<String>,
    /// Every field, evidence key and checklist item there is; a reference outside these never loads.
    pub fields: BTreeSet<String>,
    pub evidence: BTreeSet<String>,
    pub items: BTreeSet<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    pub key: String,
    /// Residents see the process in this state.
    pub public: bool,
    /// Nothing leads on from here, and nothing may be changed any more.
    pub last: bool,
    /// A rest from which the process returns to where it was.
    pub pause: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transition {
    pub key: String,
    pub from: Vec<String>,
    pub to: Target,
    pub gate: Option<String>,
    pub reason: Reason,
    /// The permission a person must hold; the pack names it, the caller knows who holds it.
    pub permission: String,
    pub by: By,
    /// Undoes steps already taken. Such a transition is no way *to* its target when the order of states is read.
    pub back: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    State(String),
    /// The state in which the process was paused.
    WhereItWas,
}

/// Whether whoever takes the step must say why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    None,
    /// For the log.
    Internal,
    /// For everyone, on the public page.
    Public,
}

/// Who takes a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum By {
    Person,
    /// The calendar, on the day that this field holds.
    OnDay(String),
    /// The calendar, on the first day after the day that this field holds.
    AfterDay(String),
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Gate {
    pub key: String,
    pub needs: Vec<Requirement>,
}

/// One thing a gate asks for, from some level up and when some condition holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Requirement {
    pub need: Need,
    pub from_level: Option<u8>,
    pub when: Option<Condition>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// The field is filled in.
    Field(String),
    /// The field is filled in with one of these.
    OneOf { field: String, values: Vec<String> },
    /// A level is chosen, and it is this or higher.
    LevelFrom(u8),
    /// A level is chosen, and it is this or lower.
    LevelTo(u8),
    /// Both dates are filled in and the first is not after the second.
    Order { first: String, then: String },
    /// The date is today or later.
    NotPassed(String),
    /// Something another part of the house can prove just now.
    Evidence(String),
    /// A checklist item is done, or set aside with a reason.
    Item(String),
}

impl Need {
    /// Does only what the process says about itself decide this? Such needs are held after the gate.
    pub fn is_fact(&self) -> bool {
        !matches!(self, Need::NotPassed(_) | Need::Evidence(_))
    }
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Condition {
    Is { field: String, values: Vec<String> },
    Filled(String),
    Not(Box<Condition>),
    All(Vec<Condition>),
    Any(Vec<Condition>),
}

/// A rule on facts that holds in every state. An empty field breaks no rule: what must be filled in is the
/// business of gates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    pub key: String,
    /// The field at which a breach is shown.
    pub field: String,
    pub need: Need,
    pub when: Option<Condition>,
}

/// One piece of work on the task list: a form of fields, or a page elsewhere that evidence tells is done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Task {
    pub key: String,
    pub fields: Vec<TaskField>,
    pub evidence: Vec<String>,
    /// Tasks that must be done first.
    pub after: Vec<String>,
    /// The process must have come this far.
    pub from_state: Option<String>,
    pub when: Option<Condition>,
}

/// A field on a task: required from a level up, never, or always (`Some(1)` and above need a level; `Some(0)` does not).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskField {
    pub field: String,
    pub required_from: Option<u8>,
    pub when: Option<Condition>,
}

/// What the process owes by a date, from one state until another is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    pub key: String,
    /// The field with the date.
    pub due: String,
    pub from_level: Option<u8>,
    pub from_state: String,
    pub until_state: String,
}
