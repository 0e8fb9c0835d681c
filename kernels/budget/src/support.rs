//! Ballots turned around: per project, who supports it and how much. The shape every rule computes on.

use crate::election::Election;

/// How the rules measure what a funded project is worth to those who support it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Satisfaction {
    /// What it costs. Greedy then goes by score: supporters, or points where ballots carry points.
    Cost,
    /// One, whatever it costs. Greedy then goes by supporters per cost.
    Cardinality,
    /// The points of the ballot: for cumulative ballots the points given, for rankings Borda, for approvals one.
    /// Greedy then goes by points per cost.
    Points,
}

/// Supporters per project in compressed rows. Voters are groups of equal ballots.
#[derive(Debug, Clone)]
pub(crate) struct Support {
    /// How many cast each distinct ballot.
    pub(crate) weights: Vec<u32>,
    starts: Vec<usize>,
    groups: Vec<u32>,
    /// Weight of each entry of `groups`: next to it, as rules read both for thousands of entries at a time.
    entry_weights: Vec<u32>,
    /// Utility of each entry of `groups`; `None` when all are 1.
    utilities: Option<Vec<u32>>,
    /// The ballots themselves: per group its projects with utilities.
    ballot_starts: Vec<usize>,
    ballots: Vec<(u32, u32)>,
}

/// The supporters of one project.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Supporters<'a> {
    pub(crate) groups: &'a [u32],
    /// As long as `groups`: how many cast that ballot.
    pub(crate) weights: &'a [u32],
    /// As long as `groups`; `None` when all are 1.
    pub(crate) utilities: Option<&'a [u32]>,
}

impl Supporters<'_> {
    /// Each supporting group with its weight and its utility.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (usize, u64, u64)> {
        let utility = |entry: usize| self.utilities.map_or(1, |utilities| u64::from(utilities[entry]));
        let groups = self.groups.iter().zip(self.weights).enumerate();
        groups.map(move |(entry, (group, weight))| (*group as usize, u64::from(*weight), utility(entry)))
    }

    pub(crate) fn largest_utility(&self) -> u64 {
        self.utilities
            .map_or(1, |utilities| u64::from(utilities.iter().copied().max().unwrap_or(1)))
    }
}

impl Support {
    /// Cost and cardinality weigh all supporters of a project alike (the cost is the rule's affair); points do not.
    pub(crate) fn new(election: &Election, satisfaction: Satisfaction) -> Support {
        let by_points = satisfaction == Satisfaction::Points;
        let alike = !by_points
            || election
                .groups()
                .all(|(mut choices, _)| choices.all(|choice| choice.points == 1));
        let mut ballot_starts = vec![0];
        let mut ballots = Vec::new();
        let mut weights = Vec::new();
        for (choices, weight) in election.groups() {
            let utilities = choices.map(|choice| (choice.project, if alike { 1 } else { choice.points }));
            ballots.extend(utilities.filter(|(_, utility)| *utility > 0));
            ballot_starts.push(ballots.len());
            weights.push(weight);
        }
        Self::turned(election.projects().len(), weights, ballot_starts, ballots, alike)
    }

    fn turned(
        projects: usize,
        weights: Vec<u32>,
        ballot_starts: Vec<usize>,
        ballots: Vec<(u32, u32)>,
        alike: bool,
    ) -> Support {
        let mut starts = vec![0_usize; projects + 1];
        for (project, _) in &ballots {
            starts[*project as usize + 1] += 1;
        }
        for project in 0..projects {
            starts[project + 1] += starts[project];
        }
        let mut next = starts.clone();
        let mut groups = vec![0_u32; ballots.len()];
        let mut entry_weights = vec![0_u32; ballots.len()];
        let mut utilities = vec![0_u32; if alike { 0 } else { ballots.len() }];
        for group in 0..weights.len() {
            for &(project, utility) in &ballots[ballot_starts[group]..ballot_starts[group + 1]] {
                let entry = &mut next[project as usize];
                groups[*entry] = group as u32;
                entry_weights[*entry] = weights[group];
                if !alike {
                    utilities[*entry] = utility;
                }
                *entry += 1;
            }
        }
        Support {
            weights,
            starts,
            groups,
            entry_weights,
            utilities: (!alike).then_some(utilities),
            ballot_starts,
            ballots,
        }
    }

    /// The same with one more group of voters who support only this project.
    pub(crate) fn with_more(&self, project: usize, utility: u64, voters: u32) -> Support {
        let mut more = self.clone();
        more.weights.push(voters);
        more.ballots.push((project as u32, utility as u32));
        more.ballot_starts.push(more.ballots.len());
        Self::turned(
            self.starts.len() - 1,
            more.weights,
            more.ballot_starts,
            more.ballots,
            self.utilities.is_none(),
        )
    }

    pub(crate) fn of(&self, project: usize) -> Supporters<'_> {
        let entries = self.starts[project]..self.starts[project + 1];
        Supporters {
            groups: &self.groups[entries.clone()],
            weights: &self.entry_weights[entries.clone()],
            utilities: self.utilities.as_deref().map(|utilities| &utilities[entries]),
        }
    }

    /// Every supporter has utility 1.
    pub(crate) fn is_alike(&self) -> bool {
        self.utilities.is_none()
    }

    /// What a group's ballot supports: project and utility.
    pub(crate) fn ballot(&self, group: usize) -> &[(u32, u32)] {
        &self.ballots[self.ballot_starts[group]..self.ballot_starts[group + 1]]
    }

    pub(crate) fn weight(&self, group: usize) -> u64 {
        u64::from(self.weights[group])
    }

    /// Number of supporters, and their utilities added up.
    pub(crate) fn totals(&self, project: usize) -> (u64, u64) {
        self.of(project)
            .iter()
            .fold((0, 0), |(voters, sum), (_, weight, utility)| {
                (voters + weight, sum + weight * utility)
            })
    }
}
