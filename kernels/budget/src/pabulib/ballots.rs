//! Ballots of a `.pb` file, and what META says about them.

use super::{Finding, Notice, PabulibError, Problem, Stated, amount, whole};
use crate::amount::Amount;
use crate::election::{Ballot, BallotError, BallotKind, Election, ElectionError, Project};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Values of META with their lines, and the last line of the section.
pub(super) struct Meta {
    pub(super) values: BTreeMap<String, (String, u32)>,
    pub(super) end: u32,
}

impl Meta {
    fn needed(&self, key: &'static str) -> Result<(&str, u32), PabulibError> {
        let missing = Problem::MissingKey(key).at(self.end);
        self.optional(key).ok_or(missing)
    }

    fn optional(&self, key: &str) -> Option<(&str, u32)> {
        self.values.get(key).map(|(value, line)| (value.as_str(), *line))
    }

    /// The election without ballots.
    pub(super) fn election(&self, projects: Vec<Project>, stated: &[Stated]) -> Result<Election, PabulibError> {
        let (budget, line) = self.needed("budget")?;
        let budget = amount("budget", budget, line)?;
        let (vote_type, line) = self.needed("vote_type")?;
        let kind = match vote_type.to_lowercase().as_str() {
            "approval" | "choose-1" => BallotKind::Approval,
            "knapsack" => BallotKind::Knapsack,
            "cumulative" | "scoring" => BallotKind::Cumulative,
            "ordinal" => BallotKind::Ordinal {
                longest: self.longest(projects.len())?,
            },
            _ => return Err(Problem::VoteType(vote_type.to_owned()).at(line)),
        };
        let last = stated.last().map_or(self.end, |stated| stated.line);
        let mut known = HashSet::new();
        for (project, stated) in projects.iter().zip(stated) {
            if !known.insert(project.id.as_str()) {
                return Err(Problem::SameProject(project.id.clone()).at(stated.line));
            }
        }
        Election::new(budget, projects, kind).map_err(|error| match error {
            ElectionError::SameId(id) => Problem::SameProject(id).at(last),
            ElectionError::TooManyProjects => Problem::TooManyProjects.at(last),
        })
    }

    /// How many may be ranked: `max_length`, all when it is not stated or larger than all.
    fn longest(&self, projects: usize) -> Result<u32, PabulibError> {
        let Some((text, line)) = self.optional("max_length") else {
            return Ok(projects as u32);
        };
        let (column, text) = ("max_length", text.to_owned());
        let longest = whole(&text).ok_or(Problem::NotANumber { column, text }.at(line))?;
        Ok(longest.min(projects as u64) as u32)
    }
}

/// One ballot as it names projects.
#[derive(Default)]
pub(super) struct Named {
    projects: Vec<usize>,
    points: Vec<(usize, u64)>,
}

impl Named {
    /// Reads the fields `vote` and `points`. Ids of an unknown project are an error; empty ones are passed over.
    pub(super) fn read(
        &mut self,
        vote: &str,
        points: Option<&str>,
        ids: &HashMap<String, usize>,
        line: u32,
    ) -> Result<(), PabulibError> {
        let parts = |text: &'_ str| text.split(',').map(str::trim).filter(|part| !part.is_empty()).count();
        self.projects.clear();
        self.points.clear();
        for id in vote.split(',').map(str::trim).filter(|id| !id.is_empty()) {
            let unknown = || Problem::UnknownProject(id.to_owned()).at(line);
            self.projects.push(*ids.get(id).ok_or_else(unknown)?);
        }
        let Some(points) = points else {
            return Ok(());
        };
        if parts(points) != self.projects.len() {
            let (projects, points) = (self.projects.len(), parts(points));
            return Err(Problem::PointsDiffer { projects, points }.at(line));
        }
        let given = points.split(',').map(str::trim).filter(|part| !part.is_empty());
        for (project, text) in self.projects.iter().zip(given) {
            let number = whole(text).filter(|number| *number <= Election::MOST_POINTS);
            let (column, text) = ("points", text.to_owned());
            self.points
                .push((*project, number.ok_or(Problem::NotANumber { column, text }.at(line))?));
        }
        Ok(())
    }

    pub(super) fn cast(&self, election: &mut Election, line: u32) -> Result<(), PabulibError> {
        let ballot = match election.kind() {
            BallotKind::Approval | BallotKind::Knapsack => Ballot::Projects(&self.projects),
            BallotKind::Cumulative => Ballot::Points(&self.points),
            BallotKind::Ordinal { .. } => Ballot::Ranking(&self.projects),
        };
        let budget = election.budget();
        let cast = election.cast(ballot);
        let id = |index: usize| {
            election
                .projects()
                .get(index)
                .map_or_else(String::new, |project| project.id.clone())
        };
        cast.map_err(|error| {
            let problem = match error {
                BallotError::UnknownProject(index) => Problem::UnknownProject(id(index)),
                BallotError::Twice(index) => Problem::NamedTwice(id(index)),
                BallotError::TooLong { ranked, longest } => Problem::RankedTooMany { ranked, longest },
                BallotError::OverBudget { cost } => Problem::KnapsackOverBudget { cost, budget },
                BallotError::TooManyPoints(index) => {
                    let (column, text) = ("points", id(index));
                    Problem::NotANumber { column, text }
                }
                BallotError::TooManyBallots | BallotError::OtherKind => Problem::TooManyBallots,
            };
            problem.at(line)
        })
    }

    fn points_given(&self) -> u64 {
        self.points.iter().map(|(_, points)| points).sum()
    }
}

/// What META allows of a ballot.
pub(super) struct Limits {
    min_length: Option<Amount>,
    max_length: Option<Amount>,
    max_sum_cost: Option<Amount>,
    max_sum_points: Option<Amount>,
}

impl Limits {
    pub(super) fn new(meta: &Meta) -> Result<Limits, PabulibError> {
        let limit = |key: &'static str| match meta.optional(key) {
            Some((text, line)) if !text.is_empty() => amount(key, text, line).map(Some),
            _ => Ok(None),
        };
        Ok(Limits {
            min_length: limit("min_length")?,
            max_length: limit("max_length")?,
            max_sum_cost: limit("max_sum_cost")?,
            max_sum_points: limit("max_sum_points")?,
        })
    }

    /// Notes each limit that a ballot breaks.
    pub(super) fn look(&self, ballot: &Named, election: &Election, line: u32, notices: &mut Vec<Notice>) {
        let count = |count: u64| Amount::units(count).unwrap_or(Amount::MOST);
        let length = count(ballot.projects.len() as u64);
        let mut above = |limit, is: Amount, allowed: Option<Amount>, breaks: fn(Amount, Amount) -> bool| {
            if let Some(allowed) = allowed.filter(|allowed| breaks(is, *allowed)) {
                let finding = Finding::Outside { limit, is, allowed };
                notices.push(Notice { line, finding });
            }
        };
        above("min_length", length, self.min_length, |is, least| is < least);
        above("max_length", length, self.max_length, |is, most| is > most);
        above(
            "max_sum_points",
            count(ballot.points_given()),
            self.max_sum_points,
            |is, most| is > most,
        );
        if self.max_sum_cost.is_some() {
            let costs = ballot.projects.iter().map(|project| election.projects()[*project].cost);
            let cost = costs.fold(Amount::ZERO, Amount::plus);
            above("max_sum_cost", cost, self.max_sum_cost, |is, most| is > most);
        }
    }
}
