//! The two things that can be done to a process: change what it says, and take a step.

use crate::{By, Machine, Need, Reason, Seen, Standing, Target, Transition};
use std::collections::BTreeMap;

/// Something a gate asks for that is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    pub gate: String,
    pub need: Need,
    /// The task in which it can be put right, when one exists.
    pub task: Option<String>,
}

/// Why an act was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    UnknownTransition,
    /// The step does not start in the state the process is in.
    NotFromHere,
    /// Whoever asks does not hold the permission.
    NotAllowed,
    /// A reason must be given, to the public if `public`.
    ReasonNeeded {
        public: bool,
        fields: Vec<String>,
    },
    /// The calendar takes this step, and its day has not come.
    NotYet,
    /// Nothing can be changed in a last state.
    Closed,
    /// A gate is not met.
    Missing(Vec<Missing>),
    /// The change would undo what a passed gate asked for.
    Holds(Vec<Missing>),
    /// Rules of the template by their keys.
    Breaks(Vec<String>),
}

/// Who takes a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who<'a> {
    /// A person with these permissions.
    Person(&'a [&'a str]),
    Calendar,
}

/// New values for fields (none = cleared), marks and checklist items.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    pub facts: BTreeMap<String, Vec<String>>,
    pub marks: BTreeMap<String, bool>,
    pub items: BTreeMap<String, bool>,
}

/// A change of an announced field of a public process, to be told to everyone with the reason given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub field: String,
    pub from: Vec<String>,
    pub to: Vec<String>,
}

/// The result of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    pub standing: Standing,
    pub notices: Vec<Notice>,
}

/// The result of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub standing: Standing,
    pub from: String,
    pub to: String,
    /// The reason is for everyone to read.
    pub public: bool,
}

impl Machine {
    /// What a gate asks for that is not there, in the order of the pack.
    pub fn missing(&self, gate: &str, standing: &Standing, seen: &Seen) -> Vec<Missing> {
        self.unmet(gate, standing, seen, |_| true)
    }

    /// What stands in the way of a transition: its gate, and whatever the passed gates still ask of the facts.
    pub fn missing_for(&self, transition: &Transition, standing: &Standing, seen: &Seen) -> Vec<Missing> {
        let mut missing = Vec::new();
        for gate in self.held(standing.effective_state()) {
            missing.extend(self.unmet(gate, standing, seen, Need::is_fact));
        }
        for one in transition
            .gate
            .iter()
            .flat_map(|gate| self.missing(gate, standing, seen))
        {
            if missing.iter().all(|before: &Missing| before.need != one.need) {
                missing.push(one);
            }
        }
        missing
    }

    /// What the gates on every way to where the process is ask of its facts, and is not there. Nothing, for a process
    /// that came here through this machine; something, perhaps, for one that is to follow another.
    pub fn held_missing(&self, standing: &Standing) -> Vec<Missing> {
        self.held(standing.effective_state())
            .iter()
            .flat_map(|gate| self.unmet(gate, standing, &Seen::default(), Need::is_fact))
            .collect()
    }

    /// The steps that start where the process is and that a person takes.
    pub fn steps<'a>(&'a self, standing: &'a Standing) -> impl Iterator<Item = &'a Transition> {
        self.template()
            .transitions
            .iter()
            .filter(move |one| one.by == By::Person && one.from.contains(&standing.state))
    }

    /// The step the calendar takes today, if any.
    pub fn due_step(&self, standing: &Standing, seen: &Seen) -> Option<&Transition> {
        self.template()
            .transitions
            .iter()
            .filter(|one| one.from.contains(&standing.state))
            .find(|one| day_has_come(&one.by, standing, seen) && self.missing_for(one, standing, seen).is_empty())
    }

    /// Takes a step.
    ///
    /// # Errors
    /// A [`Refusal`] that says what must be done first; the process stays as it was.
    pub fn advance(
        &self,
        standing: &Standing,
        transition: &str,
        who: Who<'_>,
        reason: &str,
        seen: &Seen,
    ) -> Result<Step, Refusal> {
        let step = self.transition(transition).ok_or(Refusal::UnknownTransition)?;
        if !step.from.contains(&standing.state) {
            return Err(Refusal::NotFromHere);
        }
        match who {
            Who::Person(permissions) => {
                if step.by != By::Person || !permissions.contains(&step.permission.as_str()) {
                    return Err(Refusal::NotAllowed);
                }
                if step.reason != Reason::None && reason.trim().is_empty() {
                    return Err(Refusal::ReasonNeeded {
                        public: step.reason == Reason::Public,
                        fields: Vec::new(),
                    });
                }
            }
            Who::Calendar if !day_has_come(&step.by, standing, seen) => return Err(Refusal::NotYet),
            Who::Calendar => {}
        }
        let missing = self.missing_for(step, standing, seen);
        if !missing.is_empty() {
            return Err(Refusal::Missing(missing));
        }
        Ok(self.taken(standing, step))
    }

    fn taken(&self, standing: &Standing, step: &Transition) -> Step {
        let to = match &step.to {
            Target::State(state) => state.clone(),
            // A pause always knows where it came from; were that lost, staying put is the safe answer.
            Target::WhereItWas => standing.returns_to.clone().unwrap_or_else(|| standing.state.clone()),
        };
        let pauses = self.state(&to).is_some_and(|state| state.pause);
        let mut after = standing.clone();
        after.returns_to = if pauses {
            Some(standing.effective_state().to_string())
        } else {
            None
        };
        after.state = to.clone();
        Step {
            standing: after,
            from: standing.state.clone(),
            to,
            public: step.reason == Reason::Public,
        }
    }

    /// Changes facts, marks and checklist items.
    ///
    /// # Errors
    /// [`Refusal::Closed`] in a last state; [`Refusal::Breaks`] for a rule of the template; [`Refusal::Holds`]
    /// when a passed gate would no longer hold; [`Refusal::ReasonNeeded`] when the public must be told why.
    pub fn change(&self, standing: &Standing, change: &Change, reason: &str) -> Result<Changed, Refusal> {
        if self.state(&standing.state).is_some_and(|state| state.last) {
            return Err(Refusal::Closed);
        }
        let after = applied(standing, change);
        let broken: Vec<String> = self
            .template()
            .rules
            .iter()
            .filter(|rule| after.agrees(rule.when.as_ref()) && !after.keeps(self.template(), &rule.need))
            .map(|rule| rule.key.clone())
            .collect();
        if !broken.is_empty() {
            return Err(Refusal::Breaks(broken));
        }
        let undone = self.newly_unmet(standing, &after);
        if !undone.is_empty() {
            return Err(Refusal::Holds(undone));
        }
        let notices = self.notices(standing, &after);
        if !notices.is_empty() && reason.trim().is_empty() {
            let fields = notices.into_iter().map(|notice| notice.field).collect();
            return Err(Refusal::ReasonNeeded { public: true, fields });
        }
        Ok(Changed {
            standing: after,
            notices,
        })
    }

    /// What the held gates asked for, that was there before the change and is not after it.
    fn newly_unmet(&self, before: &Standing, after: &Standing) -> Vec<Missing> {
        let already = self.held_missing(before);
        let after = self.held_missing(after).into_iter();
        after.filter(|one| !already.contains(one)).collect()
    }

    fn notices(&self, before: &Standing, after: &Standing) -> Vec<Notice> {
        if !self.is_public(before) {
            return Vec::new();
        }
        let values = |standing: &Standing, field: &str| standing.facts.get(field).cloned().unwrap_or_default();
        self.template()
            .announced
            .iter()
            .map(|field| Notice {
                field: field.clone(),
                from: values(before, field),
                to: values(after, field),
            })
            .filter(|notice| notice.from != notice.to)
            .collect()
    }

    fn unmet(&self, gate: &str, standing: &Standing, seen: &Seen, which: impl Fn(&Need) -> bool) -> Vec<Missing> {
        let level = standing.level(self.template()).or_else(|| self.lowest_level_of(gate));
        let mut unmet: Vec<&Need> = self
            .needs(gate)
            .filter(|one| which(&one.need) && standing.concerns_at(level, one))
            .filter(|one| !standing.meets(self.template(), &one.need, seen))
            .map(|one| &one.need)
            .collect();
        // "From this level" and "to this level" are one thing to ask for: this level.
        let narrow = |need: &Need| matches!(need, Need::LevelFrom(rank) if unmet.contains(&&Need::LevelTo(*rank)));
        let said_twice: Vec<bool> = unmet.iter().map(|need| narrow(need)).collect();
        let mut said_twice = said_twice.into_iter();
        unmet.retain(|_| !said_twice.next().unwrap_or(false));
        unmet
            .into_iter()
            .map(|need| Missing {
                gate: gate.into(),
                need: need.clone(),
                task: self.task_for(need),
            })
            .collect()
    }

    /// The lowest level with which a gate can be passed: what is asked for at that level will be asked for whichever is
    /// chosen, so it is told before one is.
    fn lowest_level_of(&self, gate: &str) -> Option<u8> {
        let from = |one: &crate::Requirement| match one.need {
            Need::LevelFrom(rank) => Some(rank),
            _ => None,
        };
        self.needs(gate).filter_map(from).max()
    }

    /// The task in which a need can be met.
    fn task_for(&self, need: &Need) -> Option<String> {
        let field = match need {
            Need::Field(field) | Need::OneOf { field, .. } | Need::NotPassed(field) => field,
            Need::Order { then, .. } => then,
            Need::LevelFrom(_) | Need::LevelTo(_) => &self.template().level_field,
            Need::Evidence(key) => {
                return self
                    .template()
                    .tasks
                    .iter()
                    .find(|task| task.evidence.contains(key))
                    .map(|task| task.key.clone());
            }
            Need::Item(_) => return None,
        };
        let shows = |task: &&crate::Task| task.fields.iter().any(|one| &one.field == field);
        self.template().tasks.iter().find(shows).map(|task| task.key.clone())
    }

    /// Do residents see the process? A paused one is seen if it was seen before.
    pub fn is_public(&self, standing: &Standing) -> bool {
        self.state(&standing.state).is_some_and(|state| state.public)
            && self.state(standing.effective_state()).is_some_and(|state| state.public)
    }

    pub fn state(&self, key: &str) -> Option<&crate::State> {
        self.template().states.iter().find(|state| state.key == key)
    }
}

fn day_has_come(by: &By, standing: &Standing, seen: &Seen) -> bool {
    match by {
        By::Person => false,
        By::OnDay(field) => standing.value(field).is_some_and(|day| seen.today.as_str() >= day),
        By::AfterDay(field) => standing.value(field).is_some_and(|day| seen.today.as_str() > day),
    }
}

fn applied(standing: &Standing, change: &Change) -> Standing {
    let mut after = standing.clone();
    for (field, values) in &change.facts {
        if values.is_empty() {
            after.facts.remove(field);
        } else {
            after.facts.insert(field.clone(), values.clone());
        }
    }
    after
        .marks
        .extend(change.marks.iter().map(|(task, mark)| (task.clone(), *mark)));
    for (item, done) in &change.items {
        if *done {
            after.items.insert(item.clone());
        } else {
            after.items.remove(item);
        }
    }
    after
}
