//! Who acts: stands in every audit line.

use crate::Id;

/// The one on whose behalf something is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// The program itself: a date passed, a job ran.
    System,
    /// Somebody outside the municipality, unnamed on purpose.
    Participant,
    /// A signed-in official.
    Staff {
        /// The account.
        id: Id,
        /// The name shown in histories.
        name: String,
    },
}

impl Actor {
    /// The kind as it stands in the audit log.
    pub fn kind(&self) -> &'static str {
        match self {
            Actor::System => "system",
            Actor::Participant => "participant",
            Actor::Staff { .. } => "staff",
        }
    }

    /// The account, when an official acts.
    pub fn id(&self) -> Option<Id> {
        match self {
            Actor::Staff { id, .. } => Some(*id),
            _ => None,
        }
    }

    /// The name for histories; empty for a participant, who is never named.
    pub fn name(&self) -> &str {
        match self {
            Actor::System => "Samspel",
            Actor::Participant => "",
            Actor::Staff { name, .. } => name,
        }
    }
}
