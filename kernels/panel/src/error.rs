//! What can be wrong with a pool, its quotas or the search, and what to do about it.

use crate::infeasible::Infeasible;
use std::fmt;

/// Why there is no panel, no odds or no lottery.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// The problem contradicts itself before any panel is looked for.
    Invalid(Fault),
    /// No panel meets all quotas.
    Infeasible(Box<Infeasible>),
    /// Too many different kinds of people for exact odds.
    TooManyTypes { types: usize, most: usize },
    /// A search that was given up; no answer is better than an unproved one.
    TooHard,
    /// Drawing greedily met too few panels: the quotas are too narrow for it.
    Greedy {
        attempts: usize,
        found: usize,
        wanted: usize,
    },
    /// The linear solver met a numerical failure that it could not recover from.
    Solver(String),
}

/// A contradiction in the values themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A panel of nobody.
    NoSeats,
    /// Fewer people in the pool than seats.
    TooFewPeople { people: usize, size: u32 },
    /// More people than a lottery is made for.
    TooManyPeople { people: usize, most: usize },
    /// Two people with one id.
    SameId { id: String },
    /// An id that cannot stand in a published list: empty, or with a control character.
    Id { id: String },
    /// A person whose features are not one for each category.
    Features { id: String },
    /// Two categories, or two features of a category, with one name.
    SameName { name: String },
    /// Odds of one problem were given with another.
    OtherProblem,
    /// A lower quota above its upper.
    Crossed {
        category: String,
        feature: String,
        low: u32,
        high: u32,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Invalid(fault) => fault.fmt(f),
            Error::Infeasible(why) => why.fmt(f),
            Error::TooManyTypes { types, most } => write!(
                f,
                "the pool has {types} different kinds of people and exact odds are computed for at most {most}; use \
                 fewer categories, or the legacy algorithm"
            ),
            Error::TooHard => f.write_str(
                "the search for panels was given up; widen the narrowest quotas by one, or use the legacy algorithm",
            ),
            Error::Greedy {
                attempts,
                found,
                wanted,
            } => write!(
                f,
                "{attempts} greedy attempts met the quotas {found} times where {wanted} are needed; use leximin, which \
                 finds panels if there are any"
            ),
            Error::Solver(problem) => write!(
                f,
                "the linear solver failed ({problem}); widen the narrowest quotas by one, or use the legacy algorithm"
            ),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::NoSeats => f.write_str("a panel needs at least one seat"),
            Fault::TooFewPeople { people, size } => write!(
                f,
                "the pool has {people} people and the panel {size} seats; invite more people or choose a smaller panel"
            ),
            Fault::TooManyPeople { people, most } => {
                write!(f, "the pool has {people} people; a lottery is made for at most {most}")
            }
            Fault::SameId { id } => write!(f, "two people have the id \"{id}\"; each needs their own"),
            Fault::Id { id } => write!(f, "the id {id:?} is empty or has a control character; give another"),
            Fault::Features { id } => write!(f, "\"{id}\" does not have exactly one feature of each category"),
            Fault::SameName { name } => write!(f, "\"{name}\" stands twice; each category and feature once"),
            Fault::OtherProblem => f.write_str("these odds are not of this pool; compute them again"),
            Fault::Crossed {
                category,
                feature,
                low,
                high,
            } => {
                write!(
                    f,
                    "{category}, {feature}: the lower quota {low} is above the upper {high}; swap or correct them"
                )
            }
        }
    }
}

impl std::error::Error for Error {}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Error {
        Error::Invalid(fault)
    }
}
