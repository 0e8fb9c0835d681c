//! Opinion groups: from agree, disagree and pass on statements to who thinks alike, what is typical of each group,
//! and what everybody agrees on.
//!
//! The walk is [`analyse`]: the [`Votes`] that count (last one wins, missing ones never stored) → two [`axes`] along
//! which people differ most → a place for everybody ([`projection`]) → [`grouping`] → what each group is typical for
//! and what unites or divides ([`lists`], on the counts of [`Tally`]) → which statement to show next ([`routing`]).
//! Formulas and constants are those of Polis (Small, Björkegren, Erkkilä, Shaw & Megill, *Polis: Scaling deliberation
//! by mapping high dimensional opinion spaces*, Recerca 26(2), 2021), checked against what its server stored for real
//! conversations.
//!
//! What must never happen here: a dense table of votes; a group of fewer than five people; a result that depends on
//! who came first, on the machine, or on chance other than the seed in [`Settings`].
//!
//! Results name people by id and hold small counts. Lists, group sizes and positions without ids may be published;
//! members and [`Memory`] may not, and cells of [`Tally`] only after small ones are suppressed (kernel `stats`). No
//! difference between two results close in time may be published either: it is what one person has just voted.

pub mod analysis;
pub mod axes;
mod chance;
pub mod grouping;
mod k_means;
pub mod lists;
pub mod memory;
mod points;
pub mod projection;
pub mod read;
pub mod routing;
pub mod settings;
mod silhouette;
pub mod statement;
pub mod tally;
mod tridiagonal;
pub mod votes;

pub use analysis::{Analysis, Common, Group, Position, analyse};
pub use grouping::{Candidate, Suppressed};
pub use lists::{Agreed, Consensus, Divisive, Representative};
pub use memory::Memory;
pub use routing::NextStatement;
pub use settings::{SMALLEST_GROUP, Settings};
pub use statement::{Columns, Standing, Statement};
pub use tally::Tally;
pub use votes::{Cast, Count, Vote, Votes, VotesBuilder};
