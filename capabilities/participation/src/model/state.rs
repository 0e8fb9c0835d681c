//! States of an activity and of a passage, and when an activity takes answers.

use jiff::civil::Date;

/// What staff have set; whether it is open today also depends on its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActivityState {
    /// Not published; only staff see it.
    Draft,
    Open,
    Paused,
    Closed,
}

impl ActivityState {
    pub fn name(self) -> &'static str {
        match self {
            ActivityState::Draft => "draft",
            ActivityState::Open => "open",
            ActivityState::Paused => "paused",
            ActivityState::Closed => "closed",
        }
    }

    /// An unknown word counts as draft: nothing is shown that nobody published.
    pub fn named(name: &str) -> Self {
        match name {
            "open" => ActivityState::Open,
            "paused" => ActivityState::Paused,
            "closed" => ActivityState::Closed,
            _ => ActivityState::Draft,
        }
    }
}

/// What a resident who comes today meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// Not published: as if it were not there.
    Hidden,
    /// Opens on this day.
    NotYet(Date),
    Open,
    Paused,
    Closed,
}

/// The door as state, dates and the dialogue's own phase decide. `closes_on` is the last day.
pub fn door(
    state: ActivityState,
    opens_on: Option<Date>,
    closes_on: Option<Date>,
    dialogue: DialoguePhase,
    today: Date,
) -> Door {
    match (state, dialogue) {
        (ActivityState::Draft, _) | (_, DialoguePhase::Hidden) => Door::Hidden,
        (ActivityState::Closed, _) | (_, DialoguePhase::Over) => Door::Closed,
        _ if closes_on.is_some_and(|last| today > last) => Door::Closed,
        (ActivityState::Paused, _) | (_, DialoguePhase::Paused) => Door::Paused,
        (ActivityState::Open, phase) => match opens_on.filter(|first| today < *first) {
            Some(first) => Door::NotYet(first),
            None if phase == DialoguePhase::Coming => Door::NotYet(today),
            None => Door::Open,
        },
    }
}

/// What the dialogue's state means for its activities.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DialoguePhase {
    Hidden,
    Coming,
    Open,
    Paused,
    Over,
}

/// How far a passage has come in moderation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PassageState {
    Waiting,
    Published,
    /// Published with personal data covered.
    Masked,
    /// Kept as a record, shown to nobody outside.
    Hidden,
}

impl PassageState {
    pub fn name(self) -> &'static str {
        match self {
            PassageState::Waiting => "waiting",
            PassageState::Published => "published",
            PassageState::Masked => "masked",
            PassageState::Hidden => "hidden",
        }
    }

    /// An unknown word counts as waiting: a person looks before anything is shown.
    pub fn named(name: &str) -> Self {
        match name {
            "published" => PassageState::Published,
            "masked" => PassageState::Masked,
            "hidden" => PassageState::Hidden,
            _ => PassageState::Waiting,
        }
    }

    pub fn is_public(self) -> bool {
        matches!(self, PassageState::Published | PassageState::Masked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_door_follows_state_dates_and_dialogue() {
        let (first, last) = (Some(date(2026, 3, 2)), Some(date(2026, 3, 31)));
        let on = |state, phase, day| door(state, first, last, phase, date(2026, 3, day));
        assert_eq!(
            on(ActivityState::Open, DialoguePhase::Open, 1),
            Door::NotYet(date(2026, 3, 2))
        );
        assert_eq!(on(ActivityState::Open, DialoguePhase::Open, 2), Door::Open);
        assert_eq!(
            on(ActivityState::Open, DialoguePhase::Open, 31),
            Door::Open,
            "the last day is a whole day"
        );
        assert_eq!(
            door(ActivityState::Open, first, last, DialoguePhase::Open, date(2026, 4, 1)),
            Door::Closed
        );
        assert_eq!(on(ActivityState::Draft, DialoguePhase::Open, 10), Door::Hidden);
        assert_eq!(on(ActivityState::Open, DialoguePhase::Hidden, 10), Door::Hidden);
        assert_eq!(on(ActivityState::Open, DialoguePhase::Paused, 10), Door::Paused);
        assert_eq!(on(ActivityState::Open, DialoguePhase::Over, 10), Door::Closed);
        assert_eq!(on(ActivityState::Paused, DialoguePhase::Open, 10), Door::Paused);
    }
}
