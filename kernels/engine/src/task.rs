//! How far the work has come: the status of each task, and what is owed by when.

use crate::{Machine, Requirement, Seen, Standing, Task};

/// The four words of the task list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskStatus {
    NotStarted,
    Ongoing,
    Done,
    CannotStartYet,
}

/// A duty that is not yet fulfilled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    pub duty: String,
    /// The ISO date by which it is owed.
    pub due: String,
}

impl Machine {
    /// The status of a task. What is already written always counts, even if the task could not be started today.
    pub fn status(&self, task: &Task, standing: &Standing, seen: &Seen) -> TaskStatus {
        if self.is_done(task, standing, seen) {
            return TaskStatus::Done;
        }
        // "Nothing waits to be read" is met also before anything can have come in, and is then no sign of work.
        let may_be_met = self.far_enough(task, standing);
        let proved = |key| {
            let proof = seen.evidence.get(key);
            proof.is_some_and(|proof| proof.count > 0 || (proof.met && may_be_met))
        };
        let begun = task.fields.iter().any(|one| standing.filled(&one.field)) || task.evidence.iter().any(proved);
        if begun {
            TaskStatus::Ongoing
        } else if self.may_start(task, standing, seen) {
            TaskStatus::NotStarted
        } else {
            TaskStatus::CannotStartYet
        }
    }

    /// Fields of the task that are required now and not filled in.
    pub fn open_fields<'a>(&self, task: &'a Task, standing: &Standing) -> Vec<&'a str> {
        task.fields
            .iter()
            .filter(|one| self.requires(one, standing) && !standing.filled(&one.field))
            .map(|one| one.field.as_str())
            .collect()
    }

    /// Is the field required of this process at its present level?
    pub fn requires(&self, field: &crate::TaskField, standing: &Standing) -> bool {
        let Some(from) = field.required_from else { return false };
        let as_requirement = Requirement {
            need: crate::Need::Field(field.field.clone()),
            from_level: Some(from),
            when: field.when.clone(),
        };
        standing.concerns(self.template(), &as_requirement)
    }

    /// Has a required part, all of it there, and nobody has said that it is not finished; or, with nothing
    /// required, somebody has said that it is.
    fn is_done(&self, task: &Task, standing: &Standing, seen: &Seen) -> bool {
        if !self.far_enough(task, standing) {
            return false;
        }
        let proved = task
            .evidence
            .iter()
            .all(|key| seen.evidence.get(key).is_some_and(|proof| proof.met));
        let written = self.open_fields(task, standing).is_empty();
        let asks = !task.evidence.is_empty() || task.fields.iter().any(|one| self.requires(one, standing));
        match standing.marks.get(&task.key) {
            Some(false) => false,
            Some(true) => proved && written,
            None => asks && proved && written,
        }
    }

    fn may_start(&self, task: &Task, standing: &Standing, seen: &Seen) -> bool {
        let others_done = task.after.iter().all(|key| {
            let before = self.template().tasks.iter().find(|one| &one.key == key);
            before.is_none_or(|one| self.is_done(one, standing, seen))
        });
        self.far_enough(task, standing) && others_done && standing.agrees(task.when.as_ref())
    }

    fn far_enough(&self, task: &Task, standing: &Standing) -> bool {
        task.from_state
            .as_deref()
            .is_none_or(|state| self.has_reached(standing.effective_state(), state))
    }

    /// What the process owes just now, earliest first. A paused process still owes what it promised; one that
    /// is over owes nothing.
    pub fn owed(&self, standing: &Standing) -> Vec<Owed> {
        let state = standing.effective_state();
        if self.state(&standing.state).is_some_and(|one| one.last) {
            return Vec::new();
        }
        let level = standing.level(self.template()).unwrap_or(0);
        let mut owed: Vec<Owed> = self
            .template()
            .duties
            .iter()
            .filter(|duty| duty.from_level.is_none_or(|from| level >= from))
            .filter(|duty| self.has_reached(state, &duty.from_state) && !self.has_reached(state, &duty.until_state))
            .filter_map(|duty| {
                Some(Owed {
                    duty: duty.key.clone(),
                    due: standing.value(&duty.due)?.to_string(),
                })
            })
            .collect();
        owed.sort_by(|a, b| a.due.cmp(&b.due));
        owed
    }
}
