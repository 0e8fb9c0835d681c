//! Drawing a panel by lot, so that it looks like the municipality and everybody who said yes has odds as equal as the
//! quotas allow.
//!
//! A [`Problem`] is a pool of people, quotas on their features, and a size. [`leximin`] and [`maximin`] give
//! everybody's probability with a [`Certificate`] that nothing is fairer; [`Lottery`] turns that into a thousand
//! equally likely panels that are published; [`draw`](mod@draw) takes one of them by a public seed, in a way that
//! anybody can repeat. [`select`] is all of it. [`infeasible`] explains quotas that no panel meets,
//! [`replacement`](mod@replacement) fills the seats of those who drop out, and [`read`] takes pool and quotas from CSV
//! files.
//!
//! How exact odds come about: people whom no quota tells apart are one *member type* (`types`). With quotas as plain
//! linear constraints the fairest expectations are a small linear program for each level (`target`). Panels are then
//! peeled off these expectations until nothing is left (`realise`); when that fails, the integer program at the best
//! prices gives either a panel that helps or an inequality that all panels keep, which lowers the target. At the end
//! each level's bound is proved again by an integer program over the quotas alone.
//!
//! Everything is a function of its arguments. The order of people and quotas changes nothing but the order of results.
//! What must never happen here: a clock, a seed that the organiser can choose after the lottery is published, or a
//! panel that breaks a quota.

mod chance;
mod composition;
mod csv;
pub mod draw;
pub mod error;
pub mod infeasible;
mod legacy;
pub mod lottery;
pub mod odds;
pub mod problem;
pub mod read;
mod realise;
pub mod replacement;
pub mod selection;
mod target;
mod types;

pub use draw::{Draw, draw};
pub use error::{Error, Fault};
pub use infeasible::{Change, Contradiction, Infeasible};
pub use lottery::{Lottery, PANELS};
pub use odds::{Certificate, CertifiedLevel, Odds, leximin, maximin};
pub use problem::{Category, Person, Problem, Quota};
pub use replacement::replacement;
pub use selection::{Algorithm, Selection, select};
