//! A process: one dialogue on its way through the method, and everything that can be said about where it stands.

use crate::facts::{Facts, mark_key};
use crate::pack::{Item, Pack, TaskText, Words};
use crate::source::Evidence;
use db::Id;
use engine::{Missing, Need, Seen, Standing, TaskStatus, Transition};
use jiff::{Timestamp, civil::Date};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use texts::Lang;
use web::Cx;

/// A level of the default ladder, by its key: `information`, `consultation`, `dialogue`, `influence`, `co-decision`.
pub type LevelKey = String;

/// An instance of a pack's process template.
#[derive(Debug, Clone)]
pub struct Process {
    pub id: Id,
    pub pack: String,
    pub pack_version: String,
    pub template: String,
    pub state: String,
    /// Where a paused process returns to.
    pub returns_to: Option<String>,
    pub level: Option<LevelKey>,
    pub facts: Facts,
    pub revision: i64,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
    pub updated_by: String,
}

/// Something that happened to a process.
#[derive(Debug, Clone)]
pub struct Event {
    pub id: Id,
    pub at: Timestamp,
    pub actor: String,
    /// `state`, `field:<key>`, `task:<key>`, `item:<key>` or `edition`.
    pub kind: String,
    pub from_value: String,
    pub to_value: String,
    pub reason: String,
    /// Residents may read it.
    pub public: bool,
}

/// A checklist item's state in a process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// `done` or `not-applicable`.
    pub status: String,
    /// The proof, or why it does not apply.
    pub note: String,
    pub changed_at: Timestamp,
    pub changed_by: String,
    pub revision: i64,
}

/// A process with its pack, its checklist and what can be proved about it just now.
#[derive(Debug, Clone)]
pub struct Picture {
    pub process: Process,
    /// The edition it began with, or was moved to.
    pub pack: Arc<Pack>,
    /// The same template in the edition in use, when that is another one. It is offered, never forced.
    pub newer: Option<Arc<Pack>>,
    pub ticks: BTreeMap<String, Tick>,
    pub evidence: Vec<Evidence>,
    pub today: Date,
}

/// One thing that is missing, in words and with the way to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingText {
    pub text: String,
    /// The address under the process (`steg/niva`), or a whole address.
    pub href: String,
}

impl Picture {
    /// What the process says about itself, as the engine reads it.
    pub fn standing(&self) -> Standing {
        standing(&self.pack, &self.process, &self.ticks)
    }

    /// What others can prove, as the engine reads it.
    pub fn seen(&self) -> Seen {
        seen(&self.evidence, self.today)
    }

    pub fn status(&self, task: &TaskText) -> TaskStatus {
        let engine_task = self.pack.engine_task(&task.key);
        engine_task.map_or(TaskStatus::CannotStartYet, |one| {
            self.pack.machine.status(one, &self.standing(), &self.seen())
        })
    }

    /// Does the task belong to this process at all, as far as is known?
    pub fn concerns(&self, task: &TaskText) -> bool {
        let Some(one) = self.pack.engine_task(&task.key) else {
            return false;
        };
        let standing = self.standing();
        let undecided = one.when.as_ref().is_some_and(|when| !standing.knows(when));
        undecided || standing.agrees(one.when.as_ref())
    }

    /// Done tasks, and all that concern the process.
    pub fn progress(&self) -> (usize, usize) {
        let tasks: Vec<&TaskText> = self.pack.tasks.iter().filter(|task| self.concerns(task)).collect();
        let done = tasks
            .iter()
            .filter(|task| self.status(task) == TaskStatus::Done)
            .count();
        (done, tasks.len())
    }

    /// The steps a person can ask for from here, as far as the pack offers them.
    pub fn steps(&self) -> Vec<Transition> {
        let standing = self.standing();
        let offered = |step: &&Transition| {
            let text = self.pack.transition(&step.key);
            standing.agrees(text.and_then(|one| one.offered_when.as_ref()))
        };
        self.pack.machine.steps(&standing).filter(offered).cloned().collect()
    }

    /// Does the step lead on, rather than back, into a pause or to giving up?
    pub fn leads_on(&self, step: &Transition) -> bool {
        self.pack.leads_on(step)
    }

    pub fn missing_for(&self, step: &Transition) -> Vec<Missing> {
        self.pack.machine.missing_for(step, &self.standing(), &self.seen())
    }

    /// What is missing, in words.
    pub fn missing_text(&self, missing: &Missing, cx: &Cx) -> MissingText {
        let lang = cx.lang;
        let task = missing.task.as_deref().and_then(|key| self.pack.task(key));
        let label = |field: &str| {
            self.pack
                .field(field)
                .map_or(field, |one| one.label.get(lang))
                .to_string()
        };
        let level = |rank: u8| {
            let place = usize::from(rank).saturating_sub(1);
            self.pack
                .ladder
                .levels()
                .get(place)
                .map_or("", |one| one.name.get(lang))
                .to_string()
        };
        let text = match &missing.need {
            Need::Field(field) => cx.t1("method-missing-field", "what", label(field)),
            Need::OneOf { field, values } => {
                let options: Vec<String> = values.iter().map(|value| self.option(field, value, lang)).collect();
                cx.t2(
                    "method-missing-one-of",
                    ("what", &label(field)),
                    ("options", &options.join(", ")),
                )
            }
            Need::LevelFrom(rank) => cx.t1("method-missing-level-from", "what", level(*rank)),
            Need::LevelTo(rank) => cx.t1("method-missing-level-to", "what", level(*rank)),
            Need::Order { first, then } => {
                cx.t2("method-missing-order", ("first", &label(first)), ("what", &label(then)))
            }
            Need::NotPassed(field) => cx.t1("method-missing-passed", "what", label(field)),
            Need::Evidence(key) => self.missing_evidence(key, cx),
            Need::Item(key) => {
                let text = self.pack.item(key).map_or(key.as_str(), |one| one.text.get(lang));
                cx.t1("method-missing-item", "what", text)
            }
        };
        let href = match (&missing.need, task) {
            (Need::Item(key), _) => format!("checklista#{key}"),
            (Need::Evidence(key), _) => self.evidence_address(key),
            (Need::Field(field) | Need::OneOf { field, .. } | Need::NotPassed(field), Some(task)) => {
                format!("steg/{}#{field}", task.address)
            }
            (_, Some(task)) => format!("steg/{}", task.address),
            (_, None) => String::new(),
        };
        MissingText { text, href }
    }

    /// With how far it has come, where there is a base to count against.
    fn missing_evidence(&self, key: &str, cx: &Cx) -> String {
        let name = self.pack.evidence(key).map_or(key, |one| one.name.get(cx.lang));
        match self
            .evidence
            .iter()
            .find(|one| one.key == key)
            .filter(|one| one.base > 0)
        {
            Some(proof) => {
                let values = [
                    ("what", name.into()),
                    ("count", proof.count.into()),
                    ("base", proof.base.into()),
                ];
                cx.ta("method-missing-evidence-count", &values)
            }
            None => cx.t1("method-missing-evidence", "what", name),
        }
    }

    fn evidence_address(&self, key: &str) -> String {
        let page = self
            .pack
            .evidence(key)
            .map(|one| one.page.replace("{id}", &self.process.id.to_string()));
        page.unwrap_or_default()
    }

    fn option(&self, field: &str, value: &str, lang: Lang) -> String {
        self.pack
            .field(field)
            .map_or_else(|| value.to_string(), |one| one.option(value, lang).to_string())
    }

    /// The advice that applies now, all of it or for one task.
    pub fn warnings(&self, task: Option<&str>, lang: Lang) -> Vec<String> {
        let standing = self.standing();
        let applies = |one: &&crate::pack::Warning| {
            standing.agrees(Some(&one.when)) && (task.is_none() || one.task.as_deref() == task)
        };
        let begun =
            |one: &&crate::pack::Warning| task.is_some() || one.task.as_deref().is_none_or(|key| self.begun(key));
        self.pack
            .warnings
            .iter()
            .filter(applies)
            .filter(begun)
            .map(|one| one.text.get(lang).to_string())
            .collect()
    }

    fn begun(&self, task: &str) -> bool {
        self.pack
            .task(task)
            .is_some_and(|one| matches!(self.status(one), TaskStatus::Ongoing | TaskStatus::Done))
    }

    /// The checklist items that concern the process at its level, with whether each is done.
    pub fn items(&self) -> Vec<(&Item, bool)> {
        let standing = self.standing();
        self.pack
            .items
            .iter()
            .filter(|item| self.pack.concerns(item, &standing))
            .map(|item| (item, self.is_ticked(item)))
            .collect()
    }

    fn is_ticked(&self, item: &Item) -> bool {
        item.ticks_itself(&self.process.facts) || self.ticks.contains_key(&item.key)
    }

    /// Words of the level, if one is chosen.
    pub fn level(&self) -> Option<&crate::pack::LevelText> {
        self.pack.ladder.level(self.process.level.as_deref()?)
    }

    /// Duties of the method itself, earliest first: the name, the day and the task that fulfils it.
    pub fn owed(&self) -> Vec<(&crate::pack::DutyText, Date)> {
        let owed = self.pack.machine.owed(&self.standing());
        owed.iter()
            .filter_map(|one| Some((self.pack.duty(&one.duty)?, one.due.parse().ok()?)))
            .collect()
    }

    /// Do residents see the process?
    pub fn is_public(&self) -> bool {
        self.pack.machine.is_public(&self.standing())
    }

    /// Can nothing be changed any more?
    pub fn is_closed(&self) -> bool {
        self.pack
            .machine
            .state(&self.process.state)
            .is_some_and(|state| state.last)
    }
}

pub(crate) fn standing(pack: &Pack, process: &Process, ticks: &BTreeMap<String, Tick>) -> Standing {
    let mut standing = standing_of(pack, &process.state, process.returns_to.as_deref(), &process.facts);
    standing.items = ticks.keys().cloned().collect::<BTreeSet<_>>();
    standing
}

/// What facts in a state say, as the engine reads them: for lists, where checklists and evidence are not read.
pub fn standing_of(pack: &Pack, state: &str, returns_to: Option<&str>, facts: &Facts) -> Standing {
    let values = pack.fields.iter().map(|field| (field.key.clone(), facts.values(field)));
    let marks = pack
        .tasks
        .iter()
        .filter_map(|task| match facts.text(&mark_key(&task.key)).as_str() {
            "yes" => Some((task.key.clone(), true)),
            "no" => Some((task.key.clone(), false)),
            _ => None,
        });
    Standing {
        state: state.to_string(),
        returns_to: returns_to.map(String::from),
        facts: values.filter(|(_, values)| !values.is_empty()).collect(),
        marks: marks.collect(),
        items: BTreeSet::new(),
    }
}

pub(crate) fn seen(evidence: &[Evidence], today: Date) -> Seen {
    let proof = |one: &Evidence| {
        let weighed = engine::Evidence {
            met: one.met,
            count: one.count,
            base: one.base,
        };
        (one.key.to_string(), weighed)
    };
    Seen {
        today: today.to_string(),
        evidence: evidence.iter().map(proof).collect(),
    }
}

/// A text in both languages, for facts that the method writes itself.
pub(crate) fn both(words: &Words) -> [(Lang, &str); 2] {
    [(Lang::Sv, words.sv.as_str()), (Lang::En, words.en.as_str())]
}
