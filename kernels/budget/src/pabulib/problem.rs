//! What can be wrong with a `.pb` file, by line.

use crate::amount::{Amount, NotAnAmount};
use std::fmt;

/// The first fault of a file that makes it unreadable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PabulibError {
    /// Counted from 1. For something that is missing: the line at which it should have stood at the latest.
    pub line: u32,
    pub problem: Problem,
}

/// What is wrong there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    NotUtf8,
    /// A quoted field begins here and never ends.
    UnclosedQuote,
    /// The file should have this section, after the one before it: META, PROJECTS, VOTES.
    MissingSection(&'static str),
    /// Before the first section, or after a section that is none.
    Stray(String),
    /// META must have this key.
    MissingKey(&'static str),
    /// The section's header must have this column.
    MissingColumn(&'static str),
    /// The row ends before this column.
    ShortRow(&'static str),
    NotAnAmount {
        column: &'static str,
        text: String,
        why: NotAnAmount,
    },
    /// A whole number from 0 was expected; at most 1 000 000 000 for points.
    NotANumber {
        column: &'static str,
        text: String,
    },
    /// Other than approval, choose-1, knapsack, cumulative, scoring, ordinal.
    VoteType(String),
    SameProject(String),
    TooManyProjects,
    UnknownProject(String),
    NamedTwice(String),
    /// The ballot names so many projects and has so many points.
    PointsDiffer {
        projects: usize,
        points: usize,
    },
    RankedTooMany {
        ranked: usize,
        longest: u32,
    },
    KnapsackOverBudget {
        cost: Amount,
        budget: Amount,
    },
    TooManyBallots,
}

/// Something that does not agree, though the file can be read. Nothing was left out because of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub line: u32,
    pub finding: Finding,
}

/// What does not agree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// META states another number of projects or votes than the file has.
    Count {
        key: &'static str,
        stated: u64,
        counted: u64,
    },
    /// PROJECTS states another tally than the ballots give.
    Tally {
        column: &'static str,
        project: String,
        stated: u64,
        counted: u64,
    },
    /// A ballot outside what META allows.
    Outside {
        limit: &'static str,
        is: Amount,
        allowed: Amount,
    },
    /// An earlier ballot has the same voter id. Both are counted.
    SameVoter(String),
}

impl Problem {
    pub(super) fn at(self, line: u32) -> PabulibError {
        PabulibError { line, problem: self }
    }
}

impl fmt::Display for PabulibError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}: {}", self.line, self.problem)
    }
}

impl std::error::Error for PabulibError {}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::NotUtf8 => out.write_str("the text is not UTF-8; save it as UTF-8"),
            Problem::UnclosedQuote => out.write_str("a quoted field begins here and never ends; close it with a quote"),
            Problem::MissingSection(name) => write!(out, "a line {name} should begin that section here"),
            Problem::Stray(text) => write!(out, "“{text}” stands outside META, PROJECTS and VOTES"),
            Problem::MissingKey(key) => write!(out, "META lacks the key {key}"),
            Problem::MissingColumn(column) => write!(out, "the header lacks the column {column}"),
            Problem::ShortRow(column) => write!(out, "the row ends before the column {column}"),
            Problem::NotAnAmount { column, text, why } => write!(out, "{column} “{text}” {why}"),
            Problem::NotANumber { column, text } => {
                write!(out, "{column} “{text}” is not a whole number from 0 to 1000000000")
            }
            Problem::VoteType(kind) => write!(
                out,
                "vote_type “{kind}” is not known; it is approval, choose-1, knapsack, cumulative, scoring or ordinal"
            ),
            Problem::SameProject(id) => write!(out, "a project {id} stands above already; give each its own id"),
            Problem::TooManyProjects => out.write_str("more than 10000 projects; split the election"),
            Problem::UnknownProject(id) => write!(out, "the ballot names {id}, which is not among the projects"),
            Problem::NamedTwice(id) => write!(out, "the ballot names {id} twice; name it once"),
            Problem::PointsDiffer { projects, points } => {
                write!(
                    out,
                    "the ballot names {projects} projects and gives {points} points; give each its points"
                )
            }
            Problem::RankedTooMany { ranked, longest } => {
                write!(out, "the ballot ranks {ranked} projects, max_length allows {longest}")
            }
            Problem::KnapsackOverBudget { cost, budget } => {
                write!(
                    out,
                    "the projects of the ballot cost {cost}, more than the budget {budget}"
                )
            }
            Problem::TooManyBallots => out.write_str("more than 4294967295 ballots"),
        }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}: ", self.line)?;
        match &self.finding {
            Finding::Count { key, stated, counted } => write!(out, "{key} is {stated}, the file has {counted}"),
            Finding::Tally {
                column,
                project,
                stated,
                counted,
            } => {
                write!(out, "{column} of {project} is {stated}, the ballots give {counted}")
            }
            Finding::Outside { limit, is, allowed } => write!(out, "the ballot has {is}, {limit} is {allowed}"),
            Finding::SameVoter(id) => write!(out, "an earlier ballot has the voter id {id}, too"),
        }
    }
}
