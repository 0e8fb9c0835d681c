//! A loaded pack: the engine's machine, and the words and forms around it.

use super::{Library, Prefill};
use engine::{Condition, Machine};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
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

/// One state of a pack's content: every process template in it, and the files it was read from.
#[derive(Debug, Clone)]
pub struct Edition {
    /// The pack's key.
    pub key: String,
    /// The version that its authors gave it.
    pub version: String,
    /// Version and fingerprint of the content (`1.0.0+3f2a91bc`): two editions of that name are the same.
    pub name: String,
    /// The process templates; the first is the one meant without a name.
    pub templates: Vec<Arc<Pack>>,
    /// The files, with the municipality's own already laid over the base.
    pub files: super::Files,
}

impl Edition {
    /// The template with that key.
    pub fn template(&self, key: &str) -> Option<&Arc<Pack>> {
        self.templates.iter().find(|one| one.template == key)
    }
}

/// The method as a process of one template follows it: what the pack holds for all processes, and that template's
/// steps, gates, tasks and machine.
#[derive(Debug, Clone)]
pub struct Pack {
    pub key: String,
    pub version: String,
    /// The name of the [`Edition`] it belongs to.
    pub edition: String,
    pub licence: String,
    pub name: Words,
    pub about: Words,
    /// The key of the process template.
    pub template: String,
    pub template_name: Words,
    /// What the process is for, when one chooses among several.
    pub template_about: Words,
    pub ladder: Arc<Ladder>,
    pub fields: Arc<[Field]>,
    pub steps: Vec<StepText>,
    pub states: Vec<Named>,
    /// What residents meet in each state (`published`, `open`, `decided` …).
    pub phases: BTreeMap<String, String>,
    pub transitions: Vec<TransitionText>,
    pub gates: Vec<Named>,
    pub rules: Vec<RuleText>,
    pub groups: Vec<Named>,
    pub tasks: Vec<TaskText>,
    pub duties: Vec<DutyText>,
    pub warnings: Vec<Warning>,
    pub evidence: Vec<EvidenceText>,
    /// The fields that lists and calendars show of a process.
    pub listed: Listed,
    /// What a dialogue that is ordered from a process begins with: its field, and the field here that it comes from.
    pub hands_over: Vec<(String, String)>,
    /// Those whom the checklists name.
    pub roles: Vec<Named>,
    /// The checklists, in the order of the page.
    pub lists: Vec<List>,
    pub items: Vec<Item>,
    pub sheets: Arc<[Sheet]>,
    /// Help per task key and language, as safe HTML.
    pub help: Arc<HashMap<(String, Lang), String>>,
    /// What there is to read and choose from.
    pub library: Arc<Library>,
    pub machine: Machine,
}

/// The keys of the fields that lists and calendars show of a process; empty for what the pack does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The first day.
    pub first: String,
    /// The last day.
    pub last: String,
    /// The day by which those who took part have an answer.
    pub answer: String,
    /// The place in the municipality.
    pub area: String,
    /// What it is about.
    pub topic: String,
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

    /// What the level is called in another model. Where several of that model's levels correspond to it, the highest
    /// does: what is called participation there before what only looks like it.
    pub fn in_model(&self, model: &str, level: &str) -> Option<&LevelText> {
        let model = self.models.iter().find(|one| one.key == model)?;
        let same = |one: &&LevelText| one.key == level || one.same_as.iter().any(|same| same == level);
        model.levels.iter().rfind(same)
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
    /// What it is filled in with before anybody has written.
    pub prefill: Option<Prefill>,
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
    /// The fields in which the decision at its gate stands.
    pub decision: Option<Decision>,
    pub tasks: Vec<String>,
}

/// The fields in which a decision at a gate stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What was decided.
    pub choice: String,
    pub on: String,
    pub by: String,
    pub ground: String,
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
    /// The permission of those who may approve it.
    pub approved_by: String,
    /// Filled in many times in a process.
    pub many: bool,
    /// What a filling is in the evidence chain.
    pub node: Option<super::NodeTemplate>,
    pub sections: Vec<SheetSection>,
    /// The field with the day on which what a filling says must be erased.
    pub erase_on: Option<String>,
    pub curve: Option<Curve>,
    pub plane: Option<Plane>,
}

/// A picture in which fillings are set against each other by two of their numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plane {
    /// The field with the number from left to right.
    pub across: String,
    /// The field with the number from the bottom up.
    pub up: String,
    pub lowest: i64,
    pub highest: i64,
}

/// A curve that is drawn from the rows of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Curve {
    /// The field with the rows.
    pub rows: String,
    /// The column that names a point, and the one with its number.
    pub label: String,
    pub value: String,
    pub lowest: i64,
    pub highest: i64,
}

#[derive(Debug, Clone)]
pub struct SheetSection {
    /// Comments hang on it, so it stays when the section is moved.
    pub key: String,
    pub heading: Words,
    pub fields: Vec<String>,
    /// What to think of; the whole content when there are no fields.
    pub text: Option<Words>,
    /// Where the live content of the section stands.
    pub page: Option<String>,
    /// Fields here that no task shows are edited on the template's page.
    pub asked: bool,
    /// Only for the blank form, to be filled in by hand.
    pub paper: bool,
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

    /// Does a step lead on, rather than back, into a pause or to giving up? One that asks for a reason does when the pack
    /// offers it only after a decision in the plan.
    pub fn leads_on(&self, step: &engine::Transition) -> bool {
        let decided = step.gate.is_some() && self.transition(&step.key).is_some_and(|one| one.offered_when.is_some());
        !step.back && (decided || step.reason == engine::Reason::None)
    }

    /// What residents meet in a state.
    pub fn phase<'a>(&'a self, state: &'a str) -> &'a str {
        self.phases.get(state).map_or(state, String::as_str)
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
