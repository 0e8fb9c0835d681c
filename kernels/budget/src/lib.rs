//! Participatory budgeting: residents vote on projects that cost money, and a rule decides which of them the budget
//! pays for.
//!
//! ```
//! use budget::{Amount, Ballot, BallotKind, Completion, Election, EqualShares, Project, Satisfaction, TieBreak};
//!
//! let project = |id: &str, cost| Project { id: id.into(), name: String::new(), cost: Amount::units(cost).unwrap() };
//! let projects = vec![project("park", 60), project("path", 40), project("hall", 40)];
//! let mut election = Election::new(Amount::units(100).unwrap(), projects, BallotKind::Approval)?;
//! for _ in 0..6 {
//!     election.cast(Ballot::Projects(&[0]))?;
//! }
//! for _ in 0..4 {
//!     election.cast(Ballot::Projects(&[1, 2]))?;
//! }
//! let rule = EqualShares::by(Satisfaction::Cost, Completion::Add1u);
//! let outcome = rule.decide(&election, TieBreak::Id)?;
//! assert_eq!(outcome.winners, [0, 2]); // park, and hall before path: equal, and by id first.
//! assert_eq!(outcome.ties[0].others, [1]);
//! assert_eq!(outcome.projects[1].reason.lacking(), Some(1)); // One more, and it would have been the path.
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! - [`Election`] holds projects, budget and ballots, grouped by equal content; [`pabulib::read`] makes one of a file.
//! - [`Greedy`], [`Phragmen`] and [`EqualShares`] decide it; [`Rule`] is any of them.
//! - [`Outcome`] tells the winners in order, every tie that the stated order ([`TieBreak`]) broke, and for every project
//!   its [`Reason`]: why it was funded, or how much more support it would have needed.
//!
//! Units: money in [`Amount`]s of a ten-thousandth of the currency unit; projects by index in [`Election::projects`].
//! Decisions are exact: no rounded number is ever compared. Nothing depends on the order of ballots or on the machine.
//! A project that nobody supports is never funded, although it may fit: a rule that uses votes has no reason for it.

mod amount;
mod election;
mod equal_shares;
mod greedy;
mod ledger;
mod natural;
mod outcome;
pub mod pabulib;
mod phragmen;
mod rule;
mod support;
mod tie;

pub use amount::{Amount, NotAnAmount};
pub use election::{Ballot, BallotError, BallotKind, Election, ElectionError, Project};
pub use equal_shares::{Completion, EqualShares};
pub use greedy::Greedy;
pub use outcome::{Error, Explained, Outcome, Reason, Share};
pub use phragmen::Phragmen;
pub use rule::Rule;
pub use support::Satisfaction;
pub use tie::{Tie, TieBreak};
