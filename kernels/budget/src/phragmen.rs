//! Phragmén's sequential rule: everyone earns money at the same speed, and a project is bought as soon as its supporters
//! together hold its cost. The rule ends at the first project that does not fit what is left of the budget.
//!
//! Definition for costs: Los, Christoff & Grossi 2022, *Proportional Budget Allocations: Towards a Systematization*.
//! In terms of time: a project is bought at (cost + Σ load_i) / supporters, where a voter's load is the time
//! at which they last paid; then all its supporters have that load. Who supports counts, not how much: points and
//! ranks are not looked at.
//!
//! Exact like Equal Shares: loads in whole units with an error below one unit, fractions where that cannot decide.

use crate::amount::Amount;
use crate::election::Election;
use crate::ledger::Ledger;
use crate::natural::Natural;
use crate::outcome::{Outcome, Reason};
use crate::support::{Satisfaction, Support};
use crate::tie::{Tie, TieBreak, settle};
use std::cmp::Ordering;

/// The rule; it has no settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Phragmen;

impl Phragmen {
    /// Decides an election. O(rounds · supporters of the few next projects).
    pub fn decide(&self, election: &Election, tie_break: TieBreak) -> Outcome {
        let costs: Vec<u64> = election
            .projects()
            .iter()
            .map(|project| project.cost.in_parts())
            .collect();
        let places = tie_break.places(election);
        let support = Support::new(election, Satisfaction::Cardinality);
        let (budget, count) = (election.budget().in_parts(), costs.len());
        let mut lacking = Lacking::new(&costs, budget);
        let mut course = Course::new(&support, &costs, &places, budget);
        let end = course.play(|course, time| lacking.watch(course, time));
        let is_free = |project: &usize| costs[*project] == 0 && support.totals(*project).0 > 0;
        let mut winners: Vec<usize> = (0..count).filter(is_free).collect();
        winners.sort_by_key(|project| places[*project]);
        let mut reasons: Vec<Reason> = (0..count)
            .map(|project| match (is_free(&project), costs[project] > budget) {
                (true, _) => Reason::Free,
                (_, true) => Reason::AboveBudget,
                (false, false) => lacking.reason(&course, &places, project, end),
            })
            .collect();
        for (round, &(project, time)) in course.bought.iter().enumerate() {
            winners.push(project);
            reasons[project] = Reason::Earned {
                round: round + 1,
                earned: time as f64 / (1_u64 << course.shift) as f64 / Amount::PARTS as f64,
            };
        }
        Outcome::new(election, winners, reasons, course.ties)
    }
}

/// How it ended: at this time (in units) a project did not fit. `None`: all that had support were bought.
type End = Option<u64>;

#[derive(Debug, Clone, Copy)]
struct Voter {
    /// At least the load, in units; less than one unit below it.
    load: u64,
    /// The round in which they last paid.
    round: Option<u32>,
}

#[derive(Debug, Clone, Copy)]
struct Candidate {
    project: usize,
    /// The earliest time, in units, at which it may be bought. Time bought only grows, as loads do.
    from: u64,
}

/// A time: numerator over the ledger's present denominator times the number of supporters.
struct Exact {
    numerator: Natural,
    supporters: u64,
}

struct Course<'a> {
    support: &'a Support,
    costs: &'a [u64],
    places: &'a [u32],
    totals: Vec<u64>,
    budget: u64,
    /// One unit is 2^−shift parts.
    shift: u32,
    voters: Vec<Voter>,
    ledger: Ledger,
    candidates: Vec<Candidate>,
    spent: u64,
    /// With the time in units, rounded down.
    bought: Vec<(usize, u64)>,
    is_bought: Vec<bool>,
    ties: Vec<Tie>,
}

impl<'a> Course<'a> {
    fn new(support: &'a Support, costs: &'a [u64], places: &'a [u32], budget: u64) -> Course<'a> {
        let totals: Vec<u64> = (0..costs.len()).map(|project| support.totals(project).0).collect();
        // Nobody's load exceeds twice the budget, so loads stay below 2⁶¹ units.
        let shift = 60 - (64 - budget.leading_zeros());
        let candidates = (0..costs.len())
            .filter(|project| totals[*project] > 0 && (1..=budget).contains(&costs[*project]))
            .map(|project| Candidate { project, from: 0 })
            .collect();
        Course {
            support,
            costs,
            places,
            totals,
            budget,
            shift,
            voters: vec![Voter { load: 0, round: None }; support.weights.len()],
            ledger: Ledger::new(1),
            candidates,
            spent: 0,
            bought: Vec::new(),
            is_bought: vec![false; costs.len()],
            ties: Vec::new(),
        }
    }

    /// `watch` sees each round before anything is paid: its time.
    fn play(&mut self, mut watch: impl FnMut(&Course<'a>, u64)) -> End {
        loop {
            let (equal, exact, low) = self.next()?;
            let supporters = exact.supporters;
            let (time, _) = self
                .ledger
                .floor(&exact.numerator, supporters, self.shift, low, low + 2);
            let fits = equal
                .iter()
                .all(|project| self.spent + self.costs[*project] <= self.budget);
            watch(self, time);
            if !fits {
                return Some(time);
            }
            let mut equal = equal;
            self.ties.extend(settle(&mut equal, self.places));
            self.buy(equal[0], time, exact);
        }
    }

    /// The projects that are bought next, at exactly the same time, and a time in units just below.
    fn next(&mut self) -> Option<(Vec<usize>, Exact, u64)> {
        let mut latest = u64::MAX;
        let mut at = 0;
        while at < self.candidates.len() && self.candidates[at].from <= latest {
            let from = self.earliest(self.candidates[at].project);
            self.candidates[at].from = from;
            latest = latest.min(from + 2);
            at += 1;
        }
        let mut best: Vec<(usize, u64, Exact)> = Vec::new();
        for candidate in &self.candidates[..at] {
            if candidate.from > latest {
                continue;
            }
            let exact = self.exact(candidate.project);
            let order = best.first().map_or(Ordering::Less, |(_, _, least)| exact.cmp(least));
            if order == Ordering::Less {
                best.clear();
            }
            if order != Ordering::Greater {
                best.push((candidate.project, candidate.from, exact));
            }
        }
        self.candidates
            .sort_by_key(|candidate| (candidate.from, candidate.project));
        let equal = best.iter().map(|(project, _, _)| *project).collect();
        best.into_iter().next().map(|(_, from, exact)| (equal, exact, from))
    }

    /// The loads of the supporters together, in units: at most one unit each too low.
    fn loads(&self, project: usize) -> u128 {
        let supporters = self.support.of(project);
        let load = |group: &u32| {
            let group = *group as usize;
            u128::from(self.voters[group].load) * u128::from(self.support.weight(group))
        };
        supporters.groups.iter().map(load).sum()
    }

    /// The time is at least this, and less than two units more.
    fn earliest(&self, project: usize) -> u64 {
        let earned = (u128::from(self.costs[project]) << self.shift) + self.loads(project);
        u64::try_from(earned / u128::from(self.totals[project])).unwrap_or(u64::MAX)
    }

    fn exact(&self, project: usize) -> Exact {
        let mut multiples = vec![0; self.ledger.rounds()];
        for group in self.support.of(project).groups {
            if let Some(round) = self.voters[*group as usize].round {
                multiples[round as usize] += self.support.weight(*group as usize);
            }
        }
        let mut numerator = self.ledger.sum_of(&multiples);
        numerator.add_scaled(self.ledger.denominator(), self.costs[project]);
        Exact {
            numerator,
            supporters: self.totals[project],
        }
    }

    fn buy(&mut self, project: usize, time: u64, exact: Exact) {
        let round = self.ledger.rounds() as u32;
        for group in self.support.of(project).groups {
            self.voters[*group as usize] = Voter {
                load: time,
                round: Some(round),
            };
        }
        self.ledger.enter(exact.numerator, exact.supporters);
        self.spent += self.costs[project];
        self.bought.push((project, time));
        self.is_bought[project] = true;
        self.candidates.retain(|candidate| candidate.project != project);
    }
}

impl Exact {
    /// Compares times of the same round.
    fn cmp(&self, other: &Exact) -> Ordering {
        let left = self.numerator.scaled(other.supporters);
        left.cmp(&other.numerator.scaled(self.supporters))
    }
}

/// How many further supporters, with no load yet, would have bought a project before the one that was bought in some
/// round: the least k with (cost + loads) / (supporters + k) ≤ time of that round, over the rounds at which it fits.
struct Lacking {
    budget: u64,
    /// At least and at most so many.
    bounds: Vec<(u64, u64)>,
}

impl Lacking {
    fn new(costs: &[u64], budget: u64) -> Lacking {
        Lacking {
            budget,
            bounds: vec![(u64::MAX, u64::MAX); costs.len()],
        }
    }

    fn watch(&mut self, course: &Course<'_>, time: u64) {
        for project in 0..self.bounds.len() {
            let cost = course.costs[project];
            if course.is_bought[project] || cost == 0 || course.spent + cost > self.budget || time == 0 {
                continue;
            }
            let earned = (u128::from(cost) << course.shift) + course.loads(project);
            let supporters = u128::from(course.totals[project]);
            let further = |count: u128| u64::try_from(count.saturating_sub(supporters).max(1)).unwrap_or(u64::MAX);
            let (least, most) = &mut self.bounds[project];
            *least = (*least).min(further(earned.div_ceil(u128::from(time) + 1)));
            *most = (*most).min(further((earned + supporters) / u128::from(time) + 1));
        }
    }

    fn reason(&self, course: &Course<'_>, places: &[u32], project: usize, end: End) -> Reason {
        let cost = course.costs[project];
        let lacking = match cost {
            0 => Some(1),
            // Time goes on after the last purchase: whatever fits is bought some day.
            _ if end.is_none() && course.spent + cost <= self.budget && !course.voters.is_empty() => Some(1),
            _ => self.fewest(course, places, project),
        };
        if course.totals[project] == 0 {
            return Reason::NoSupport { lacking };
        }
        let earned = end.map_or(0, |time| u128::from(time) * u128::from(course.totals[project]));
        let needed = (u128::from(cost) << course.shift) as f64;
        Reason::TooLate {
            covered: (earned.saturating_sub(course.loads(project)) as f64 / needed).min(1.0),
            lacking,
        }
    }

    /// The least number between the bounds with which it is bought; more supporters never do harm.
    fn fewest(&self, course: &Course<'_>, places: &[u32], project: usize) -> Option<u64> {
        let (mut least, most) = self.bounds[project];
        let mut most = u64::from(u32::try_from(most).ok()?);
        while least < most {
            let middle = least + (most - least) / 2;
            let support = course.support.with_more(project, 1, middle as u32);
            let mut with_more = Course::new(&support, course.costs, places, self.budget);
            with_more.play(|_, _| ());
            match with_more.is_bought[project] {
                true => most = middle,
                false => least = middle + 1,
            }
        }
        Some(most)
    }
}
