//! The public dialogues by where they stand, as residents ask: what goes on, what comes, what is being read, what is
//! finished.

use dialogues::{Dialogue, Phase};
use jiff::civil::Date;

/// Where a dialogue stands, to a resident.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    Ongoing,
    Coming,
    Compiling,
    Finished,
    /// Nothing to influence.
    Information,
}

impl Standing {
    /// In the order of the page.
    pub const ALL: [Standing; 5] = [
        Standing::Ongoing,
        Standing::Coming,
        Standing::Compiling,
        Standing::Finished,
        Standing::Information,
    ];

    /// Of a phase; hidden ones stand nowhere.
    pub fn of(phase: Phase) -> Option<Standing> {
        match phase {
            Phase::Open | Phase::Paused => Some(Standing::Ongoing),
            Phase::Coming => Some(Standing::Coming),
            Phase::Closed | Phase::Deciding | Phase::Decided => Some(Standing::Compiling),
            Phase::Answered | Phase::Ended | Phase::Cancelled => Some(Standing::Finished),
            Phase::Information => Some(Standing::Information),
            Phase::Hidden => None,
        }
    }

    /// The heading of its group, as a text key.
    pub fn heading(self) -> &'static str {
        match self {
            Standing::Ongoing => "information-ongoing",
            Standing::Coming => "information-coming",
            Standing::Compiling => "information-compiling",
            Standing::Finished => "information-finished",
            Standing::Information => "information-informing",
        }
    }

    /// What is said when nothing stands there, as a text key; none for a group that is then left out.
    pub fn empty(self) -> Option<&'static str> {
        match self {
            Standing::Ongoing => Some("information-ongoing-none"),
            Standing::Coming => Some("information-coming-none"),
            Standing::Compiling => Some("information-compiling-none"),
            Standing::Finished => Some("information-finished-none"),
            Standing::Information => None,
        }
    }
}

/// The day that matters most to a reader today, with the text key it is said by.
pub(crate) fn day(dialogue: &Dialogue, today: Date) -> Option<(&'static str, Date)> {
    let say = |key, day: Option<Date>| day.map(|day| (key, day));
    match dialogue.phase(today) {
        Phase::Open => say("information-closes", dialogue.closes_on),
        Phase::Coming => say("information-opens", dialogue.opens_on),
        Phase::Closed | Phase::Deciding | Phase::Decided => say("information-answer-by", dialogue.feedback_on),
        Phase::Answered | Phase::Ended => say("information-closed", dialogue.closes_on),
        Phase::Hidden | Phase::Information | Phase::Paused | Phase::Cancelled => None,
    }
}
