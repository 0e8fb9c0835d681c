//! The words of this room: what an assignment, a decision and an answer are, and what makes them whole.

use db::{Id, record};
use jiff::{Timestamp, civil::Date};

/// An enum kept as a word, with the text key of its name.
macro_rules! worded {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal, $key:literal;)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),* }

        impl $name {
            /// All of them, in the order of lists.
            pub const ALL: &[$name] = &[$($name::$variant),*];

            /// The word in the database, in forms and in the API.
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code),* }
            }

            /// The text key of its name.
            pub fn label(self) -> &'static str {
                match self { $($name::$variant => $key),* }
            }

            /// The one with that word.
            pub fn from_code(code: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}

worded! {
    /// Where an assignment from the board stands.
    AssignmentStatus {
        /// Registered, not begun.
        Received = "received", "cases-assignment-received";
        /// Being worked on.
        Ongoing = "ongoing", "cases-assignment-ongoing";
        /// Part of it is reported.
        PartlyReported = "partly-reported", "cases-assignment-partly-reported";
        /// Reported and done.
        Reported = "reported", "cases-assignment-reported";
        /// Written off by the board.
        WrittenOff = "written-off", "cases-assignment-written-off";
    }
}

impl AssignmentStatus {
    /// The board still waits for it.
    pub fn is_open(self) -> bool {
        !matches!(self, AssignmentStatus::Reported | AssignmentStatus::WrittenOff)
    }
}

worded! {
    /// How much the dialogue changed the decision.
    Effect {
        /// Not at all.
        None = "none", "cases-effect-none";
        /// In some parts.
        Partly = "partly", "cases-effect-partly";
        /// In the main.
        Large = "large", "cases-effect-large";
    }
}

worded! {
    /// What becomes of what people said about a theme (template T12).
    Outcome {
        /// It is carried out.
        Done = "done", "cases-outcome-done";
        /// It is carried out in part.
        Partly = "partly", "cases-outcome-partly";
        /// It is being looked into.
        Investigated = "investigated", "cases-outcome-investigated";
        /// It was on its way already.
        UnderWay = "under-way", "cases-outcome-under-way";
        /// It is not carried out.
        No = "no", "cases-outcome-no";
        /// It is not the municipality's to decide.
        Outside = "outside", "cases-outcome-outside";
    }
}

worded! {
    /// The letters of a dialogue: thanks and what we heard, the answer after the decision, how it is going.
    Stage {
        /// What we heard, within four weeks.
        Heard = "heard", "cases-stage-heard";
        /// The answer, after the decision.
        Answered = "answered", "cases-stage-answered";
        /// How the carrying out goes, after six and twelve months.
        FollowedUp = "followed-up", "cases-stage-followed-up";
    }
}

record! {
    /// An assignment from the board.
    #[derive(Debug, Clone)]
    pub struct Assignment {
        /// Its identifier.
        pub id: Id,
        /// Who gave it: "Kommunstyrelsen".
        pub body: String,
        /// When it was decided.
        pub decided_on: Date,
        /// The paragraph, without the sign: "69".
        pub paragraph: String,
        /// What the board wrote.
        pub wording: String,
        /// When it is to be reported.
        pub due_on: Option<Date>,
        /// The case number in the diary, as the municipality writes it.
        pub case_number: String,
        /// The office that answers for it.
        pub responsible: String,
        /// The word of an [`AssignmentStatus`].
        pub status: String,
        /// The official's own note.
        pub note: String,
        /// For optimistic locking.
        pub revision: i64,
        /// When it was registered.
        pub created_at: Timestamp
    }
}

impl Assignment {
    /// Where it stands.
    pub fn status(&self) -> AssignmentStatus {
        AssignmentStatus::from_code(&self.status).unwrap_or(AssignmentStatus::Received)
    }

    /// The date has passed and the board still waits.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.status().is_open() && self.due_on.is_some_and(|due| due < today)
    }
}

record! {
    /// A decision on a dialogue's matter.
    #[derive(Debug, Clone)]
    pub struct Decision {
        /// Its identifier.
        pub id: Id,
        /// The dialogue.
        pub dialogue_id: Id,
        /// Who decided.
        pub body: String,
        /// When.
        pub decided_on: Date,
        /// The paragraph, without the sign.
        pub paragraph: String,
        /// What was decided.
        pub wording: String,
        /// The word of an [`Effect`].
        pub effect: String,
        /// How the dialogue was weighed in, or why not.
        pub reason: String,
        /// For optimistic locking.
        pub revision: i64,
        /// When it was recorded.
        pub recorded_at: Timestamp,
        /// By whom.
        pub recorded_by: String
    }
}

impl Decision {
    /// How much the dialogue changed it.
    pub fn effect(&self) -> Effect {
        Effect::from_code(&self.effect).unwrap_or(Effect::None)
    }
}

record! {
    /// What those who spoke about a theme are told.
    #[derive(Debug, Clone)]
    pub struct Answer {
        /// Its identifier.
        pub id: Id,
        /// The dialogue.
        pub dialogue_id: Id,
        /// The theme it answers.
        pub theme_id: Id,
        /// "Ni sa": the theme in the municipality's own sentence.
        pub you_said: String,
        /// The word of an [`Outcome`].
        pub outcome: String,
        /// "Vi gör": what and why.
        pub reason: String,
        /// Who answers for it.
        pub responsible: String,
        /// When, in words: "hösten 2026".
        pub due_text: String,
        /// The decision it rests on.
        pub decision_id: Option<Id>,
        /// When everybody could read it.
        pub published_at: Option<Timestamp>,
        /// For optimistic locking.
        pub revision: i64,
        /// When it was last changed.
        pub updated_at: Timestamp,
        /// By whom.
        pub updated_by: String
    }
}

impl Answer {
    /// What becomes of it.
    pub fn outcome(&self) -> Outcome {
        Outcome::from_code(&self.outcome).unwrap_or(Outcome::Investigated)
    }
}

record! {
    /// Letters that went out.
    #[derive(Debug, Clone)]
    pub struct Dispatch {
        /// Its identifier.
        pub id: Id,
        /// The word of a [`Stage`].
        pub stage: String,
        /// When.
        pub sent_at: Timestamp,
        /// To how many.
        pub recipients: i64,
        /// By whom.
        pub sent_by: String
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lead_back_to_what_they_stand_for() {
        for outcome in Outcome::ALL {
            assert_eq!(Outcome::from_code(outcome.code()), Some(*outcome));
        }
        assert_eq!(Outcome::from_code("?"), None);
        assert!(AssignmentStatus::PartlyReported.is_open() && !AssignmentStatus::WrittenOff.is_open());
    }
}
