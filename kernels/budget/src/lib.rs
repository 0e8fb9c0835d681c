//! Participatory budgeting.
pub mod pabulib;
mod amount;
mod election;
mod equal_shares;
mod greedy;
mod ledger;
mod natural;
mod outcome;
mod phragmen;
mod rule;
mod support;
mod tie;

pub use amount::{Amount, NotAnAmount};
pub use election::{Ballot, BallotError, BallotKind, Election, ElectionError, Project};
pub use equal_shares::{Completion, EqualShares};
pub use greedy::Greedy;
pub use phragmen::Phragmen;
pub use outcome::{Error, Explained, Outcome, Reason, Share};
pub use rule::Rule;
pub use support::Satisfaction;
pub use tie::{Tie, TieBreak};
