//! The figures, counted. Rules only: what was read comes in, lines come out.

use cases::{AnswerState, Assignment};
use db::Id;
use dialogues::{Dialogue, Kind};
use evidence_chain::Standing;
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap};

/// A number with its base and the way to what it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub label: Label,
    pub count: i64,
    /// Out of how many; `None` where the number is the base.
    pub base: Option<i64>,
    /// The list that it counts.
    pub href: String,
}

/// What a line is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Label {
    /// A text of this room.
    Key(&'static str),
    /// The name of a step, by the pack.
    Step(String),
}

/// When a dialogue promised its answers and when they came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Promise {
    pub dialogue: Id,
    pub promised: Date,
    /// The day on which the last answer was published, when all are.
    pub answered: Option<Date>,
}

impl Promise {
    /// Did everybody get an answer by the day? `None` while the day has not passed and answers are still due.
    pub(crate) fn is_kept(&self, today: Date) -> Option<bool> {
        match self.answered {
            Some(day) => Some(day <= self.promised),
            None if self.promised < today => Some(false),
            None => None,
        }
    }
}

/// The promises of dialogues that take place.
pub(crate) fn promises(
    dialogues: &[Dialogue],
    answers: &[AnswerState],
    day: impl Fn(jiff::Timestamp) -> Date,
) -> Vec<Promise> {
    let by_dialogue: HashMap<Id, &AnswerState> = answers.iter().map(|one| (one.dialogue_id, one)).collect();
    let promise = |one: &Dialogue| {
        let state = by_dialogue.get(&one.id);
        let all = state.filter(|state| state.waiting == 0);
        Some(Promise {
            dialogue: one.id,
            promised: one.feedback_on?,
            answered: all.and_then(|state| state.last_published_at).map(&day),
        })
    };
    let held = dialogues.iter().filter(|one| one.takes_place());
    held.filter_map(promise).collect()
}

/// Kept promises, of those that can be judged.
pub(crate) fn kept(promises: &[Promise], today: Date) -> (i64, i64) {
    let judged: Vec<bool> = promises.iter().filter_map(|one| one.is_kept(today)).collect();
    (count(judged.iter().filter(|kept| **kept).count()), count(judged.len()))
}

pub(crate) fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Assignments of each improvement: those reported or done, overdue ones, and all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Assigned {
    pub closed: i64,
    pub overdue: i64,
    pub all: i64,
}

/// Assignments by the improvement of what is linked to them; under `None` those that nothing is linked to. One that is linked to several
/// improvements counts in each.
pub(crate) fn assigned(
    assignments: &[Assignment],
    links: &[(Id, Id)],
    kinds: &HashMap<Id, Kind>,
    today: Date,
) -> BTreeMap<Option<Kind>, Assigned> {
    let mut by_assignment: HashMap<Id, Vec<Kind>> = HashMap::new();
    for (assignment, process) in links {
        let of = by_assignment.entry(*assignment).or_default();
        if let Some(kind) = kinds.get(process).filter(|kind| !of.contains(kind)) {
            of.push(*kind);
        }
    }
    let mut all: BTreeMap<Option<Kind>, Assigned> = BTreeMap::new();
    for one in assignments {
        let of = by_assignment.get(&one.id).filter(|kinds| !kinds.is_empty());
        let places: Vec<Option<Kind>> =
            of.map_or_else(|| vec![None], |kinds| kinds.iter().copied().map(Some).collect());
        for place in places {
            let figures = all.entry(place).or_default();
            figures.all += 1;
            figures.closed += i64::from(!one.status().is_open());
            figures.overdue += i64::from(one.is_overdue(today));
        }
    }
    all
}

/// Processes by state, in the order of the states given; states where nothing stands are left out.
pub(crate) fn by_state<'a>(processes: &[Dialogue], states: impl IntoIterator<Item = &'a str>) -> Vec<(&'a str, i64)> {
    let of = |state: &str| count(processes.iter().filter(|one| one.state == state).count());
    let mut seen = Vec::new();
    for state in states {
        let n = of(state);
        if n > 0 && !seen.iter().any(|(known, _)| *known == state) {
            seen.push((state, n));
        }
    }
    seen
}

/// Nodes of a kind that stand, and all that have not been put aside.
pub(crate) fn standing(counts: &[evidence_chain::Count], kind: &str) -> (i64, i64) {
    let of = |standing: Standing| -> i64 {
        let mine = counts
            .iter()
            .filter(|one| one.kind == kind && one.standing == standing.code());
        mine.map(|one| one.count).sum()
    };
    let stands = of(Standing::Standing);
    (stands, stands + of(Standing::Draft))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn promise(promised: Date, answered: Option<Date>) -> Promise {
        Promise {
            dialogue: db::Ids::seeded(1).next(&db::FixedClock::new(jiff::Timestamp::UNIX_EPOCH)),
            promised,
            answered,
        }
    }

    #[test]
    fn a_promise_is_kept_broken_or_not_yet_due() {
        let today = date(2026, 3, 17);
        assert_eq!(
            promise(date(2026, 3, 1), Some(date(2026, 3, 1))).is_kept(today),
            Some(true)
        );
        assert_eq!(
            promise(date(2026, 3, 1), Some(date(2026, 3, 2))).is_kept(today),
            Some(false)
        );
        assert_eq!(promise(date(2026, 3, 1), None).is_kept(today), Some(false));
        assert_eq!(
            promise(date(2026, 3, 17), None).is_kept(today),
            None,
            "the day itself is still in time"
        );
        assert_eq!(
            promise(date(2026, 4, 1), Some(date(2026, 3, 1))).is_kept(today),
            Some(true)
        );
        let all = [
            promise(date(2026, 3, 1), None),
            promise(date(2026, 4, 1), None),
            promise(date(2026, 4, 1), Some(date(2026, 3, 9))),
        ];
        assert_eq!(kept(&all, today), (1, 2), "what is not due is no base");
    }
}
