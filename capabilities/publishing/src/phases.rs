//! The phases of a dialogue as a resident meets them: what is done, what goes on, what comes, and what is late.
//! The dates are the contract; a date that has passed without its step shows as late, never silently stale.

use dialogues::{Dialogue, Phase};
use jiff::{civil::Date, tz::TimeZone};

/// Where a phase stands today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Done,
    Now,
    /// Goes on, and its day has passed.
    Late,
    Coming,
}

impl Standing {
    /// The word the template macro reads.
    pub fn code(self) -> &'static str {
        match self {
            Standing::Done => "done",
            Standing::Now => "now",
            Standing::Late => "late",
            Standing::Coming => "coming",
        }
    }
}

/// One phase with its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Text key of its name.
    pub name: &'static str,
    pub standing: Standing,
    pub from: Option<Date>,
    /// The day it is promised to be done.
    pub until: Option<Date>,
}

/// The days a dialogue has told everyone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Days {
    pub shown: Option<Date>,
    pub opens: Option<Date>,
    pub closes: Option<Date>,
    pub report: Option<Date>,
    pub decision: Option<Date>,
    pub feedback: Option<Date>,
}

impl Days {
    /// From the dialogue's facts.
    pub fn of(dialogue: &Dialogue, zone: &TimeZone) -> Days {
        Days {
            shown: dialogue.published_at.map(|at| at.to_zoned(zone.clone()).date()),
            opens: dialogue.opens_on,
            closes: dialogue.closes_on,
            report: dialogue.facts.date("report-on"),
            decision: dialogue.facts.date("decision-expected-on"),
            feedback: dialogue.feedback_on,
        }
    }
}

/// The five phases; none for what is no dialogue (information) or has been cancelled.
pub fn steps(phase: Phase, days: Days, today: Date) -> Vec<Step> {
    let reached = match phase {
        Phase::Hidden | Phase::Coming => 0,
        Phase::Open => 1,
        Phase::Closed => 2,
        Phase::Deciding => 3,
        Phase::Decided => 4,
        Phase::Answered | Phase::Ended => 5,
        Phase::Information | Phase::Paused | Phase::Cancelled => return Vec::new(),
    };
    let plan = [
        ("publishing-phase-presented", days.shown, days.opens),
        ("publishing-phase-collect", days.opens, days.closes),
        ("publishing-phase-compile", None, days.report),
        ("publishing-phase-decide", None, days.decision),
        ("publishing-phase-answer", None, days.feedback),
    ];
    let step = |(place, (name, from, until)): (usize, (&'static str, Option<Date>, Option<Date>))| {
        let late = until.is_some_and(|day| today > day);
        let standing = match place.cmp(&reached) {
            std::cmp::Ordering::Less => Standing::Done,
            std::cmp::Ordering::Equal if late => Standing::Late,
            std::cmp::Ordering::Equal => Standing::Now,
            std::cmp::Ordering::Greater => Standing::Coming,
        };
        Step {
            name,
            standing,
            from,
            until,
        }
    };
    plan.into_iter().enumerate().map(step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn days() -> Days {
        Days {
            shown: Some(date(2026, 2, 1)),
            opens: Some(date(2026, 3, 2)),
            closes: Some(date(2026, 3, 31)),
            report: Some(date(2026, 4, 20)),
            decision: Some(date(2026, 5, 12)),
            feedback: Some(date(2026, 6, 1)),
        }
    }

    fn standings(phase: Phase, today: Date) -> Vec<&'static str> {
        steps(phase, days(), today)
            .iter()
            .map(|step| step.standing.code())
            .collect()
    }

    #[test]
    fn what_is_behind_is_done_and_what_is_ahead_is_coming() {
        assert_eq!(
            standings(Phase::Coming, date(2026, 2, 10)),
            ["now", "coming", "coming", "coming", "coming"]
        );
        assert_eq!(
            standings(Phase::Open, date(2026, 3, 10)),
            ["done", "now", "coming", "coming", "coming"]
        );
        assert_eq!(standings(Phase::Answered, date(2026, 5, 20)), ["done"; 5]);
    }

    #[test]
    fn a_promised_day_that_passed_is_said_to_be_late() {
        assert_eq!(
            standings(Phase::Closed, date(2026, 4, 20)),
            ["done", "done", "now", "coming", "coming"]
        );
        assert_eq!(
            standings(Phase::Closed, date(2026, 4, 21)),
            ["done", "done", "late", "coming", "coming"]
        );
        assert_eq!(
            standings(Phase::Decided, date(2026, 6, 2)),
            ["done", "done", "done", "done", "late"]
        );
    }

    #[test]
    fn what_is_no_dialogue_has_no_phases() {
        assert!(steps(Phase::Information, days(), date(2026, 3, 3)).is_empty());
        assert!(steps(Phase::Cancelled, days(), date(2026, 3, 3)).is_empty());
    }
}
