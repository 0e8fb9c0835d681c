//! Where one process stands, and what can be proved about it from outside.

use crate::{Condition, Need, Requirement, Template};
use std::collections::{BTreeMap, BTreeSet};

/// What a process says about itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    pub state: String,
    /// Where a paused process returns to.
    pub returns_to: Option<String>,
    /// The filled-in values of each field; a field that is absent or has no values is not filled in.
    pub facts: BTreeMap<String, Vec<String>>,
    /// Tasks that a person has marked as finished (`true`) or as not finished (`false`).
    pub marks: BTreeMap<String, bool>,
    /// Checklist items that are done or set aside with a reason.
    pub items: BTreeSet<String>,
}

/// What others know just now: the day, and the evidence of the upper parts of the house.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen {
    /// Today as an ISO date.
    pub today: String,
    pub evidence: BTreeMap<String, Evidence>,
}

/// A proof with its base: `count` of `base` (for example 3 of 5 themes answered).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Evidence {
    pub met: bool,
    pub count: i64,
    pub base: i64,
}

impl Standing {
    /// A new process of this template.
    pub fn new(template: &Template) -> Standing {
        Standing {
            state: template.start.clone(),
            ..Standing::default()
        }
    }

    pub fn filled(&self, field: &str) -> bool {
        self.facts.get(field).is_some_and(|values| !values.is_empty())
    }

    /// The first value of a field.
    pub fn value(&self, field: &str) -> Option<&str> {
        self.facts
            .get(field)
            .and_then(|values| values.first())
            .map(String::as_str)
    }

    /// The chosen level's rank, 1 the lowest.
    pub fn level(&self, template: &Template) -> Option<u8> {
        let chosen = self.value(&template.level_field)?;
        let place = template.levels.iter().position(|level| level == chosen)?;
        u8::try_from(place + 1).ok()
    }

    /// The state whose gates must hold: where a paused process returns to, else where it is.
    pub fn effective_state(&self) -> &str {
        self.returns_to.as_deref().unwrap_or(&self.state)
    }

    /// Is anything written of what the condition asks about? Before that its answer is only a guess.
    pub fn knows(&self, condition: &Condition) -> bool {
        match condition {
            Condition::Is { field, .. } | Condition::Filled(field) => self.filled(field),
            Condition::Not(inner) => self.knows(inner),
            Condition::All(inner) | Condition::Any(inner) => inner.iter().any(|one| self.knows(one)),
        }
    }

    /// Does the condition hold? No condition always does.
    pub fn agrees(&self, condition: Option<&Condition>) -> bool {
        match condition {
            None => true,
            Some(Condition::Is { field, values }) => self
                .facts
                .get(field)
                .is_some_and(|held| held.iter().any(|value| values.contains(value))),
            Some(Condition::Filled(field)) => self.filled(field),
            Some(Condition::Not(inner)) => !self.agrees(Some(inner)),
            Some(Condition::All(inner)) => inner.iter().all(|one| self.agrees(Some(one))),
            Some(Condition::Any(inner)) => inner.iter().any(|one| self.agrees(Some(one))),
        }
    }

    /// Does this requirement concern the process at its present level and facts?
    ///
    /// A requirement from some level up waits for a level to be chosen; that one *is* chosen is asked by a
    /// requirement of its own.
    pub(crate) fn concerns(&self, template: &Template, requirement: &Requirement) -> bool {
        self.concerns_at(self.level(template), requirement)
    }

    /// Would it concern the process at that level?
    pub(crate) fn concerns_at(&self, level: Option<u8>, requirement: &Requirement) -> bool {
        let level_reached = match requirement.from_level {
            None | Some(0) => true,
            Some(from) => level.is_some_and(|level| level >= from),
        };
        level_reached && self.agrees(requirement.when.as_ref())
    }

    pub(crate) fn meets(&self, template: &Template, need: &Need, seen: &Seen) -> bool {
        match need {
            Need::Field(field) => self.filled(field),
            Need::OneOf { field, values } => {
                self.filled(field) && self.facts[field].iter().all(|value| values.contains(value))
            }
            Need::LevelFrom(rank) => self.level(template).is_some_and(|level| level >= *rank),
            Need::LevelTo(rank) => self.level(template).is_some_and(|level| level <= *rank),
            Need::Order { first, then } => match (self.value(first), self.value(then)) {
                (Some(first), Some(then)) => first <= then,
                _ => false,
            },
            Need::NotPassed(field) => self.value(field).is_some_and(|day| day >= seen.today.as_str()),
            Need::Evidence(key) => seen.evidence.get(key).is_some_and(|proof| proof.met),
            Need::Item(item) => self.items.contains(item),
        }
    }

    /// Is a rule kept? Fields that are not filled in break nothing.
    pub(crate) fn keeps(&self, template: &Template, need: &Need) -> bool {
        let silent = match need {
            Need::Field(field) | Need::OneOf { field, .. } | Need::NotPassed(field) => !self.filled(field),
            Need::Order { first, then } => !self.filled(first) || !self.filled(then),
            Need::LevelFrom(_) | Need::LevelTo(_) => self.level(template).is_none(),
            Need::Evidence(_) | Need::Item(_) => true,
        };
        silent || self.meets(template, need, &Seen::default())
    }
}
