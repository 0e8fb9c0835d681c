//! What is voted on and what was voted: projects with costs, a budget, and ballots grouped by equal content.

use crate::amount::Amount;
use std::collections::{HashMap, HashSet};
use std::fmt;

/// Something that can be funded, whole or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// Unique within the election; ties are by default broken by it.
    pub id: String,
    pub name: String,
    pub cost: Amount,
}

/// What a ballot of the election looks like. All ballots of one election are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BallotKind {
    /// A set of projects.
    Approval,
    /// A set of projects whose costs together fit the budget (Goel et al. 2019, *Knapsack Voting*).
    Knapsack,
    /// Points to projects.
    Cumulative,
    /// Projects from best to last. Of m that a ballot ranks, the one at position i (from 0) has m − i points (modified
    /// Borda count): who ranks one project gives it one point. That is how published scores are counted.
    Ordinal {
        /// How many projects a ballot may rank.
        longest: u32,
    },
}

/// One person's ballot; projects by their index in [`Election::projects`]. An empty ballot is a vote: it has its share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ballot<'a> {
    /// For [`BallotKind::Approval`] and [`BallotKind::Knapsack`].
    Projects(&'a [usize]),
    /// For [`BallotKind::Cumulative`]. A project named with 0 points is supported, as published tallies count it, and
    /// is worth nothing by points.
    Points(&'a [(usize, u64)]),
    /// For [`BallotKind::Ordinal`], best first.
    Ranking(&'a [usize]),
}

/// Why an election cannot be set up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ElectionError {
    /// Two projects have this id.
    SameId(String),
    /// More than [`Election::MOST_PROJECTS`] projects.
    TooManyProjects,
}

/// Why a ballot cannot be counted. Nothing of it has been counted then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BallotError {
    /// The ballot is not of the election's kind.
    OtherKind,
    /// There is no project with this index.
    UnknownProject(usize),
    /// The ballot names this project twice.
    Twice(usize),
    /// A ranking with more projects than the election allows.
    TooLong { ranked: usize, longest: u32 },
    /// The knapsack costs more than the budget.
    OverBudget { cost: Amount },
    /// More points to this project than [`Election::MOST_POINTS`].
    TooManyPoints(usize),
    /// More than [`Election::MOST_BALLOTS`] ballots.
    TooManyBallots,
}

/// One project on a group of equal ballots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Choice {
    pub(crate) project: u32,
    pub(crate) points: u32,
}

/// A choice as one number, ordered by project: ballots of numbers are sorted, compared and found several times faster.
type Packed = u64;

impl Choice {
    fn packed(self) -> Packed {
        (u64::from(self.project) << 32) | u64::from(self.points)
    }

    fn unpacked(packed: &Packed) -> Choice {
        Choice {
            project: (packed >> 32) as u32,
            points: *packed as u32,
        }
    }
}

/// An election: rules are computed on it, it computes nothing itself but tallies.
///
/// Ballots of equal content are kept once with their number, which is what makes the rules fast. Memory: 8 bytes per
/// project on each *distinct* ballot.
#[derive(Debug, Clone)]
pub struct Election {
    budget: Amount,
    projects: Vec<Project>,
    kind: BallotKind,
    voters: u64,
    /// Where each distinct ballot begins in `choices`, and where the last one ends.
    starts: Vec<usize>,
    choices: Vec<Packed>,
    weights: Vec<u32>,
    known: HashMap<Box<[Packed]>, u32>,
    scratch: Vec<Packed>,
}

impl Election {
    /// The most projects of one election. Rules go through all projects in every round, so time grows with the square.
    pub const MOST_PROJECTS: usize = 10_000;
    /// The most points one ballot may give one project.
    pub const MOST_POINTS: u64 = 1_000_000_000;
    /// The most ballots of one election.
    pub const MOST_BALLOTS: u64 = u32::MAX as u64;

    /// An election without ballots yet.
    pub fn new(budget: Amount, projects: Vec<Project>, kind: BallotKind) -> Result<Election, ElectionError> {
        if projects.len() > Self::MOST_PROJECTS {
            return Err(ElectionError::TooManyProjects);
        }
        let mut ids = HashSet::with_capacity(projects.len());
        if let Some(project) = projects.iter().find(|project| !ids.insert(project.id.as_str())) {
            return Err(ElectionError::SameId(project.id.clone()));
        }
        Ok(Election {
            budget,
            projects,
            kind,
            voters: 0,
            starts: vec![0],
            choices: Vec::new(),
            weights: Vec::new(),
            known: HashMap::new(),
            scratch: Vec::new(),
        })
    }

    /// Counts one ballot. The order in which ballots are cast changes no result. O(length · log length).
    pub fn cast(&mut self, ballot: Ballot<'_>) -> Result<(), BallotError> {
        if self.voters == Self::MOST_BALLOTS {
            return Err(BallotError::TooManyBallots);
        }
        let mut choices = std::mem::take(&mut self.scratch);
        choices.clear();
        let counted = self.content(ballot, &mut choices);
        if counted.is_ok() {
            self.count(&choices);
        }
        self.scratch = choices;
        counted
    }

    /// The ballot as a list sorted by project.
    fn content(&self, ballot: Ballot<'_>, choices: &mut Vec<Packed>) -> Result<(), BallotError> {
        match (ballot, self.kind) {
            (Ballot::Projects(projects), BallotKind::Approval | BallotKind::Knapsack) => {
                for &project in projects {
                    choices.push(self.choice(project, 1)?);
                }
            }
            (Ballot::Points(points), BallotKind::Cumulative) => {
                for &(project, points) in points {
                    choices.push(self.choice(project, points)?);
                }
            }
            (Ballot::Ranking(ranked), BallotKind::Ordinal { longest }) => {
                if ranked.len() > longest as usize {
                    let ranked = ranked.len();
                    return Err(BallotError::TooLong { ranked, longest });
                }
                for (position, &project) in ranked.iter().enumerate() {
                    choices.push(self.choice(project, (ranked.len() - position) as u64)?);
                }
            }
            _ => return Err(BallotError::OtherKind),
        }
        choices.sort_unstable();
        let project = |packed: &Packed| Choice::unpacked(packed).project as usize;
        if let Some(pair) = choices.windows(2).find(|pair| project(&pair[0]) == project(&pair[1])) {
            return Err(BallotError::Twice(project(&pair[0])));
        }
        if self.kind == BallotKind::Knapsack {
            let cost = choices.iter().fold(Amount::ZERO, |sum, choice| {
                sum.plus(self.projects[project(choice)].cost)
            });
            if cost > self.budget {
                return Err(BallotError::OverBudget { cost });
            }
        }
        Ok(())
    }

    fn choice(&self, project: usize, points: u64) -> Result<Packed, BallotError> {
        if project >= self.projects.len() {
            return Err(BallotError::UnknownProject(project));
        }
        let points = u32::try_from(points)
            .ok()
            .filter(|points| u64::from(*points) <= Self::MOST_POINTS);
        let choice = Choice {
            project: project as u32,
            points: points.ok_or(BallotError::TooManyPoints(project))?,
        };
        Ok(choice.packed())
    }

    fn count(&mut self, choices: &[Packed]) {
        self.voters += 1;
        if let Some(&group) = self.known.get(choices) {
            self.weights[group as usize] += 1;
            return;
        }
        self.known.insert(choices.into(), self.weights.len() as u32);
        self.weights.push(1);
        self.choices.extend_from_slice(choices);
        self.starts.push(self.choices.len());
    }

    pub fn budget(&self) -> Amount {
        self.budget
    }

    /// In the order given; results name projects by their index here.
    pub fn projects(&self) -> &[Project] {
        &self.projects
    }

    pub fn kind(&self) -> BallotKind {
        self.kind
    }

    /// How many ballots were cast, empty ones too.
    pub fn voters(&self) -> u64 {
        self.voters
    }

    /// How many ballots differ from each other.
    pub fn distinct_ballots(&self) -> usize {
        self.weights.len()
    }

    /// Per project how many ballots name it. O(distinct choices).
    pub fn supporters(&self) -> Vec<u64> {
        self.tally(|_| 1)
    }

    /// Per project the sum of its points: for approvals the same as [`Election::supporters`], for rankings the Borda
    /// score. At most 2⁶² (ballots × points). O(distinct choices).
    pub fn points(&self) -> Vec<u64> {
        self.tally(|choice| u64::from(choice.points))
    }

    fn tally(&self, value: impl Fn(Choice) -> u64) -> Vec<u64> {
        let mut sums = vec![0_u64; self.projects.len()];
        for (choices, weight) in self.groups() {
            for choice in choices {
                sums[choice.project as usize] += u64::from(weight) * value(choice);
            }
        }
        sums
    }

    /// The distinct ballots, each with how many cast it.
    pub(crate) fn groups(&self) -> impl Iterator<Item = (impl Iterator<Item = Choice> + '_, u32)> {
        self.weights
            .iter()
            .enumerate()
            .map(|(group, weight)| (self.ballot(group), *weight))
    }

    fn ballot(&self, group: usize) -> impl Iterator<Item = Choice> + '_ {
        self.choices[self.starts[group]..self.starts[group + 1]]
            .iter()
            .map(Choice::unpacked)
    }
}

impl fmt::Display for ElectionError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ElectionError::SameId(id) => write!(out, "two projects have the id {id}; give each its own"),
            ElectionError::TooManyProjects => out.write_str("more than 10000 projects; split the election"),
        }
    }
}

impl fmt::Display for BallotError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BallotError::OtherKind => out.write_str("the ballot is of another kind than the election's; use one kind"),
            BallotError::UnknownProject(index) => write!(out, "there is no project number {index}, counted from 0"),
            BallotError::Twice(index) => write!(out, "project number {index} (from 0) is named twice; name it once"),
            BallotError::TooLong { ranked, longest } => {
                write!(out, "{ranked} projects are ranked, at most {longest} may be")
            }
            BallotError::OverBudget { cost } => write!(out, "the projects cost {cost}, more than the budget"),
            BallotError::TooManyPoints(index) => {
                write!(out, "project number {index} (from 0) has more than 1000000000 points")
            }
            BallotError::TooManyBallots => out.write_str("more than 4294967295 ballots"),
        }
    }
}

impl std::error::Error for ElectionError {}
impl std::error::Error for BallotError {}
