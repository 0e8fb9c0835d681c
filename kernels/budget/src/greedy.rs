//! Greedy: projects in order of support, each funded if it fits what is left. What most cities do.
//!
//! With [`Satisfaction::Cost`] the order is by score: supporters, or points where ballots carry points. With the others
//! it is by supporters, or points, per cost. (Rey & Maly 2023, *The (Computational) Social Choice Take on Indivisible
//! Participatory Budgeting*: greedy approximations of the most utilitarian welfare; cost satisfaction
//! divided by cost leaves the score.)

use crate::amount::Amount;
use crate::election::Election;
use crate::outcome::{Outcome, Reason};
use crate::support::Satisfaction;
use crate::tie::{Tie, TieBreak};
use std::cmp::Ordering;

/// The rule and the two ways in which cities vary it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Greedy {
    pub satisfaction: Satisfaction,
    /// Ends at the first project that does not fit, instead of skipping it.
    pub stops: bool,
    /// Projects with a lower score are left out. A project without support always is.
    pub least_score: u64,
}

impl Greedy {
    /// Without variation: skips what does not fit, any support will do.
    pub fn by(satisfaction: Satisfaction) -> Greedy {
        Greedy {
            satisfaction,
            stops: false,
            least_score: 0,
        }
    }

    /// Decides an election. O(distinct choices + projects · log projects).
    pub fn decide(&self, election: &Election, tie_break: TieBreak) -> Outcome {
        let places = tie_break.places(election);
        let standing = Standing::new(self, election, &places);
        let mut reasons: Vec<Reason> = (0..election.projects().len())
            .map(|project| match standing.is_free(project) {
                true => Reason::Free,
                false => Reason::AboveBudget,
            })
            .collect();
        let mut winners: Vec<usize> = (0..reasons.len())
            .filter(|project| standing.is_free(*project))
            .collect();
        winners.sort_by_key(|project| standing.places[*project]);
        let walk = standing.walk(self, election.budget(), &vec![false; reasons.len()]);
        for (project, reason) in reasons.iter_mut().enumerate() {
            if *reason != Reason::Free && election.projects()[project].cost <= election.budget() {
                *reason = standing.turned_down(self, &walk, project);
            }
        }
        for (place, (project, left)) in walk.funded.iter().enumerate() {
            reasons[*project] = Reason::Ranked {
                place: place + 1,
                left: *left,
            };
            winners.push(*project);
        }
        Outcome::new(election, winners, reasons, standing.ties(&walk))
    }
}

/// Scores and costs, and the stated order of ties.
pub(crate) struct Standing<'a> {
    per_cost: bool,
    scores: Vec<u64>,
    costs: Vec<u64>,
    places: &'a [u32],
}

/// What happened, project by project.
pub(crate) struct Walk {
    /// All that took part, best first.
    order: Vec<usize>,
    /// What was left after the turn of each of `order`, until the rule ended.
    left: Vec<Amount>,
    /// With what was left after each.
    pub(crate) funded: Vec<(usize, Amount)>,
}

impl<'a> Standing<'a> {
    pub(crate) fn new(greedy: &Greedy, election: &Election, places: &'a [u32]) -> Standing<'a> {
        Standing {
            per_cost: greedy.satisfaction != Satisfaction::Cost,
            scores: match greedy.satisfaction {
                Satisfaction::Cardinality => election.supporters(),
                Satisfaction::Cost | Satisfaction::Points => election.points(),
            },
            costs: election
                .projects()
                .iter()
                .map(|project| project.cost.in_parts())
                .collect(),
            places,
        }
    }

    /// Costs nothing and has support: funded before the rule begins.
    fn is_free(&self, project: usize) -> bool {
        self.costs[project] == 0 && self.scores[project] > 0
    }

    /// Better first; equal for the rule when the scores, per cost, are equal. Products stay below 2¹¹².
    fn better(&self, a: usize, b: usize) -> Ordering {
        let weighed = |score: usize, cost: usize| {
            let divisor = if self.per_cost { self.costs[cost] } else { 1 };
            u128::from(self.scores[score]) * u128::from(divisor)
        };
        weighed(b, a).cmp(&weighed(a, b))
    }

    /// Goes through the projects that cost something, are supported and not yet `taken`.
    pub(crate) fn walk(&self, greedy: &Greedy, budget: Amount, taken: &[bool]) -> Walk {
        let least = greedy.least_score.max(1);
        let mut order: Vec<usize> = (0..self.costs.len())
            .filter(|project| !taken[*project] && self.costs[*project] > 0 && self.scores[*project] >= least)
            .collect();
        order.sort_by(|a, b| self.better(*a, *b).then(self.places[*a].cmp(&self.places[*b])));
        let mut rest = budget;
        let (mut left, mut funded) = (Vec::new(), Vec::new());
        for project in &order {
            let cost = Amount::parts(self.costs[*project]).unwrap_or(Amount::MOST);
            if cost <= rest {
                rest = rest.less(cost);
                funded.push((*project, rest));
            } else if greedy.stops {
                break;
            }
            left.push(rest);
        }
        Walk { order, left, funded }
    }

    /// Why a project that costs no more than the budget is not funded, and what would have funded it.
    fn turned_down(&self, greedy: &Greedy, walk: &Walk, project: usize) -> Reason {
        let lacking = self.lacking(greedy, walk, project);
        let score = self.scores[project];
        if score == 0 {
            return Reason::NoSupport { lacking };
        }
        if score < greedy.least_score {
            return Reason::BelowLeastScore { lacking };
        }
        let turn = walk.order.partition_point(|other| {
            self.better(*other, project)
                .then(self.places[*other].cmp(&self.places[project]))
                == Ordering::Less
        });
        if turn > walk.left.len() {
            return Reason::AfterTheEnd { lacking };
        }
        let cost = Amount::parts(self.costs[project]).unwrap_or(Amount::MOST);
        let left = match turn {
            0 => cost,
            turn => walk.left[turn - 1],
        };
        Reason::DidNotFit {
            left,
            short: cost.less(left),
            lacking,
        }
    }

    /// How much more score: the project must come before the first one after whose turn too little is left for it,
    /// or before the one with which the rule ended.
    fn lacking(&self, greedy: &Greedy, walk: &Walk, project: usize) -> Option<u64> {
        let enough = |left: &Amount| left.in_parts() >= self.costs[project];
        let blocker = walk.order.get(walk.left.partition_point(enough)).copied();
        let place = |other: usize| u128::from(self.places[project] > self.places[other]);
        let needed = match blocker.filter(|blocker| *blocker != project) {
            None => 1,
            Some(other) if !self.per_cost => u128::from(self.scores[other]) + place(other),
            Some(other) => {
                let weighed = u128::from(self.scores[other]) * u128::from(self.costs[project]);
                let cost = u128::from(self.costs[other]);
                match weighed % cost {
                    0 => weighed / cost + place(other),
                    _ => weighed.div_ceil(cost),
                }
            }
        };
        let needed = needed.max(u128::from(greedy.least_score.max(1)));
        u64::try_from(needed.saturating_sub(u128::from(self.scores[project]))).ok()
    }

    /// Equal projects of which some were funded and some not.
    pub(crate) fn ties(&self, walk: &Walk) -> Vec<Tie> {
        let mut funded = vec![false; self.costs.len()];
        for (project, _) in &walk.funded {
            funded[*project] = true;
        }
        walk.order
            .chunk_by(|a, b| self.better(*a, *b).is_eq())
            .filter(|equal| equal.iter().any(|project| funded[*project] != funded[equal[0]]))
            .map(|equal| Tie {
                first: equal[0],
                others: equal[1..].to_vec(),
            })
            .collect()
    }
}
