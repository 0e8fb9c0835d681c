//! A loaded pack: the engine's machine, and the words and forms around it.

use super::Library;
use engine::{Condition, Machine};
use std::collections::HashMap;
use texts::Lang;

/// A text in the languages of the interface.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    pub sv: String,
    pub en: String,
}

impl Words {
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Sv => &self.sv,
            Lang::En => &self.en,
        }
    }
}

/// The method that a municipality works by.
#[derive(Debug, Clone)]
pub struct Pack {
    pub key: String,
    pub version: String,
    pub licence: String,
    pub name: Words,
    pub about: Words,
    pub template_name: Words,
    pub ladder: Ladder,
    pub fields: Vec<Field>,
    pub steps: Vec<StepText>,
    pub states: Vec<Named>,
    pub transitions: Vec<TransitionText>,
    pub gates: Vec<Named>,
    pub rules: Vec<RuleText>,
    pub groups: Vec<Named>,
    pub tasks: Vec<TaskText>,
    pub duties: Vec<DutyText>,
    pub warnings: Vec<Warning>,
    pub evidence: Vec<EvidenceText>,
    /// Those whom the checklists name.
    pub roles: Vec<Named>,
    /// The checklists, in the order of the page.
    pub lists: Vec<List>,
    pub items: Vec<Item>,
    pub sheets: Vec<Sheet>,
    /// Help per task key and language, as safe HTML.
    pub help: HashMap<(String, Lang), String>,
    /// What there is to read and choose from.
    pub library: Library,
    pub machine: Machine,
}

/// A key with its name.
#[derive(Debug, Clone)]
pub struct Named {
    pub key: String,
    pub name: Words,
}

/// The models of the participation ladder. The first is the one gates and fields refer to.
#[derive(Debug, Clone, Default)]
pub struct Ladder {
    pub models: Vec<Model>,
}

#[derive(Debug, Clone)]
pub struct Model {
    pub key: String,
    pub name: Words,
    pub note: Words,
    /// From the lowest up.
    pub levels: Vec<LevelText>,
}

/// One level, as it is told to residents and officials.
#[derive(Debug, Clone, Default)]
pub struct LevelText {
    pub key: String,
    /// 1 is the lowest.
    pub rank: u8,
    pub name: Words,
    pub meaning: Words,
    /// What the public may expect.
    pub promise: Words,
    /// What one must not promise at this level.
    pub not_promise: Words,
    /// What the municipality must be able to show afterwards.
    pub show: Vec<Words>,
    pub methods: Words,
    /// The levels of the default model that this one corresponds to (empty in the default model).
    pub same_as: Vec<String>,
}

impl Ladder {
    /// The levels of the default model, from the lowest up.
    pub fn levels(&self) -> &[LevelText] {
        self.models.first().map_or(&[], |model| &model.levels)
    }

    pub fn level(&self, key: &str) -> Option<&LevelText> {
        self.levels().iter().find(|level| level.key == key)
    }

    /// What the level is called in another model.
    pub fn in_model(&self, model: &str, level: &str) -> Option<&LevelText> {
        let model = self.models.iter().find(|one| one.key == model)?;
        model
            .levels
            .iter()
            .find(|one| one.key == level || one.same_as.iter().any(|same| same == level))
    }
}

/// What sort of value a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    Long,
    /// One value per line.
    List,
    /// A table with columns.
    Rows,
    Choice,
    Choices,
    YesNo,
    Date,
    Number,
    Level,
    Person,
}

/// A fact that can be written about a process.
#[derive(Debug, Clone)]
pub struct Field {
    pub key: String,
    pub kind: Kind,
    pub label: Words,
    pub help: Option<Words>,
    pub options: Vec<Named>,
    pub columns: Vec<ColumnText>,
    /// Rank from which it must be filled in; `Some(0)` always.
    pub required_from: Option<u8>,
    pub when: Option<Condition>,
    pub translatable: bool,
    pub public: bool,
    pub announced: bool,
    /// Longest text, in characters.
    pub max: usize,
}

impl Field {
    /// The word for a stored option.
    pub fn option<'a>(&'a self, value: &'a str, lang: Lang) -> &'a str {
        self.options
            .iter()
            .find(|one| one.key == value)
            .map_or(value, |one| one.name.get(lang))
    }
}

#[derive(Debug, Clone)]
pub struct ColumnText {
    pub key: String,
    /// Text, long, date or number.
    pub kind: Kind,
    pub label: Words,
    pub required: bool,
}

/// One of the twelve steps of the method.
#[derive(Debug, Clone)]
pub struct StepText {
    pub key: String,
    pub name: Words,
    pub question: Words,
    pub role: Words,
    pub output: Words,
    pub gate: Option<String>,
    pub tasks: Vec<String>,
}

#[derive(Debug, Clone)]
pub struct TransitionText {
    pub key: String,
    /// Its word in the address.
    pub address: String,
    /// When the step is shown as a way on; the gate decides whether it can be taken.
    pub offered_when: Option<Condition>,
    /// What the button says.
    pub name: Words,
    /// What taking the step means.
    pub text: Words,
}

#[derive(Debug, Clone)]
pub struct RuleText {
    pub key: String,
    pub field: String,
    pub message: Words,
}

#[derive(Debug, Clone)]
pub struct TaskText {
    pub key: String,
    pub address: String,
    pub group: String,
    pub name: Words,
    /// A page of another capability instead of a form: an address under the process, or a whole one with `{id}`.
    pub page: Option<String>,
    pub fields: Vec<String>,
}

#[derive(Debug, Clone)]
pub struct DutyText {
    pub key: String,
    pub name: Words,
    pub task: Option<String>,
    /// 3 weighs most.
    pub weight: u8,
}

/// Advice shown when its condition holds.
#[derive(Debug, Clone)]
pub struct Warning {
    pub key: String,
    pub task: Option<String>,
    pub when: Condition,
    pub text: Words,
}

#[derive(Debug, Clone)]
pub struct EvidenceText {
    pub key: String,
    pub name: Words,
    pub page: String,
}

/// What a checklist item asks to be noted when it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    None,
    Text,
    File,
    Date,
    Link,
}

/// A checklist.
#[derive(Debug, Clone)]
pub struct List {
    pub key: String,
    pub name: Words,
    /// The process templates it is for; none means all.
    pub templates: Vec<String>,
}

/// A checklist item.
#[derive(Debug, Clone)]
pub struct Item {
    pub key: String,
    /// The list it stands in.
    pub list: String,
    /// `before`, `during` or `after`.
    pub phase: String,
    pub text: Words,
    pub role: Words,
    pub from_level: Option<u8>,
    pub when: Option<Condition>,
    pub proof: Proof,
    /// Fields that, filled in, are the proof; the item then ticks itself.
    pub fields: Vec<String>,
}

/// A living template: what a document of the method contains, filled from the facts or printed blank.
#[derive(Debug, Clone)]
pub struct Sheet {
    pub key: String,
    pub name: Words,
    pub about: Words,
    pub sections: Vec<SheetSection>,
}

#[derive(Debug, Clone)]
pub struct SheetSection {
    pub heading: Words,
    pub fields: Vec<String>,
    pub text: Option<Words>,
    /// Where the live content of the section stands.
    pub page: Option<String>,
}

impl Pack {
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|one| one.key == key)
    }

    pub fn task(&self, key: &str) -> Option<&TaskText> {
        self.tasks.iter().find(|one| one.key == key)
    }

    pub fn task_at(&self, address: &str) -> Option<&TaskText> {
        self.tasks.iter().find(|one| one.address == address)
    }

    pub fn transition(&self, key: &str) -> Option<&TransitionText> {
        self.transitions.iter().find(|one| one.key == key)
    }

    pub fn transition_at(&self, address: &str) -> Option<&TransitionText> {
        self.transitions.iter().find(|one| one.address == address)
    }

    /// The name of a state.
    pub fn state_name<'a>(&'a self, key: &'a str, lang: Lang) -> &'a str {
        self.states
            .iter()
            .find(|one| one.key == key)
            .map_or(key, |one| one.name.get(lang))
    }

    pub fn list(&self, key: &str) -> Option<&List> {
        self.lists.iter().find(|one| one.key == key)
    }

    pub fn item(&self, key: &str) -> Option<&Item> {
        self.items.iter().find(|one| one.key == key)
    }

    pub fn evidence(&self, key: &str) -> Option<&EvidenceText> {
        self.evidence.iter().find(|one| one.key == key)
    }

    pub fn duty(&self, key: &str) -> Option<&DutyText> {
        self.duties.iter().find(|one| one.key == key)
    }

    /// The engine's view of a task.
    pub fn engine_task(&self, key: &str) -> Option<&engine::Task> {
        self.machine.template().tasks.iter().find(|one| one.key == key)
    }
}
