//! The rules once more, word by word as defined and in fractions throughout: slow, and short enough to be seen right.

use budget::{Amount, Ballot, BallotKind, Election, Project, Satisfaction};
use proptest::prelude::*;
use std::cmp::Ordering;

/// A non-negative fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fraction(i128, i128);

pub fn fraction(numerator: i128, denominator: i128) -> Fraction {
    let (mut a, mut b) = (numerator, denominator);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    match a {
        0 => Fraction(0, 1),
        _ => Fraction(numerator / a, denominator / a),
    }
}

impl Fraction {
    pub const ZERO: Fraction = Fraction(0, 1);
    fn plus(self, other: Fraction) -> Fraction {
        fraction(self.0 * other.1 + other.0 * self.1, self.1 * other.1)
    }
    fn minus(self, other: Fraction) -> Fraction {
        fraction(self.0 * other.1 - other.0 * self.1, self.1 * other.1)
    }
    fn times(self, factor: u64) -> Fraction {
        fraction(self.0 * i128::from(factor), self.1)
    }
    fn over(self, divisor: u64) -> Fraction {
        fraction(self.0, self.1 * i128::from(divisor))
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Fraction) -> Option<Ordering> {
        Some((self.0 * other.1).cmp(&(other.0 * self.1)))
    }
}

/// A small election: costs in whole units, and per voter the points of every project.
#[derive(Debug, Clone)]
pub struct Small {
    pub budget: u64,
    pub costs: Vec<u64>,
    pub points: Vec<Vec<u64>>,
    pub carries_points: bool,
}

pub fn small(most_points: u64) -> impl Strategy<Value = Small> {
    (1_usize..6, 1_usize..7).prop_flat_map(move |(projects, voters)| {
        let ballot = prop::collection::vec(0..=most_points, projects);
        (
            0_u64..20,
            prop::collection::vec(1_u64..9, projects),
            prop::collection::vec(ballot, voters),
        )
            .prop_map(move |(budget, costs, points)| Small {
                budget,
                costs,
                points,
                carries_points: most_points > 1,
            })
    })
}

impl Small {
    pub fn election(&self) -> Election {
        let unit = |units| Amount::units(units).expect("small");
        let project = |(index, cost): (usize, &u64)| Project {
            id: format!("p{index}"),
            name: String::new(),
            cost: unit(*cost),
        };
        let kind = match self.carries_points {
            true => BallotKind::Cumulative,
            false => BallotKind::Approval,
        };
        let projects = self.costs.iter().enumerate().map(project).collect();
        let mut election = Election::new(unit(self.budget), projects, kind).expect("ids differ");
        for ballot in &self.points {
            let points: Vec<(usize, u64)> = ballot
                .iter()
                .copied()
                .enumerate()
                .filter(|(_, points)| *points > 0)
                .collect();
            let named: Vec<usize> = points.iter().map(|(project, _)| *project).collect();
            let ballot = match self.carries_points {
                true => Ballot::Points(&points),
                false => Ballot::Projects(&named),
            };
            election.cast(ballot).expect("counts");
        }
        election
    }

    /// What a project is worth to a voter.
    pub fn utility(&self, satisfaction: Satisfaction, voter: usize, project: usize) -> u64 {
        let points = self.points[voter][project];
        match satisfaction {
            Satisfaction::Points => points,
            Satisfaction::Cardinality => points.min(1),
            Satisfaction::Cost => points.min(1) * self.costs[project],
        }
    }

    pub fn cost(&self, projects: &[usize]) -> u64 {
        projects.iter().map(|project| self.costs[*project]).sum()
    }

    /// Equal Shares, when each has this share of their own. Projects in the order bought.
    pub fn equal_shares(&self, satisfaction: Satisfaction, share: Fraction) -> Vec<usize> {
        let mut money = vec![share; self.points.len()];
        let mut bought = Vec::new();
        loop {
            let mut best: Option<(Fraction, usize)> = None;
            for project in (0..self.costs.len()).filter(|project| !bought.contains(project)) {
                if let Some(rho) = self.rho(satisfaction, &money, project)
                    && best.is_none_or(|(least, _)| rho < least)
                {
                    best = Some((rho, project));
                }
            }
            let Some((rho, project)) = best else {
                return bought;
            };
            for (voter, money) in money.iter_mut().enumerate() {
                let pays = rho.times(self.utility(satisfaction, voter, project));
                *money = if *money < pays {
                    Fraction::ZERO
                } else {
                    money.minus(pays)
                };
            }
            bought.push(project);
        }
    }

    /// The least ρ with Σ min(money, ρ · utility) = cost: poorest supporters, per utility, first.
    fn rho(&self, satisfaction: Satisfaction, money: &[Fraction], project: usize) -> Option<Fraction> {
        let mut supporters: Vec<(Fraction, u64)> = (0..money.len())
            .map(|voter| (money[voter], self.utility(satisfaction, voter, project)))
            .filter(|(_, utility)| *utility > 0)
            .collect();
        supporters.sort_by(|a, b| a.0.over(a.1).partial_cmp(&b.0.over(b.1)).expect("comparable"));
        let mut missing = fraction(i128::from(self.costs[project]), 1);
        let mut utilities: u64 = supporters.iter().map(|(_, utility)| utility).sum();
        for (money, utility) in supporters {
            let rho = missing.over(utilities);
            if rho.times(utility) <= money {
                return Some(rho);
            }
            missing = missing.minus(money);
            utilities -= utility;
        }
        None
    }

    pub fn share(&self, raised: u64) -> Fraction {
        let voters = self.points.len() as i128;
        fraction(i128::from(self.budget) + i128::from(raised) * voters, voters)
    }

    /// Equal Shares with every share raised by one until nothing fits or it costs too much.
    pub fn add1(&self, satisfaction: Satisfaction) -> Vec<usize> {
        let mut last = Vec::new();
        for raised in 0.. {
            let bought = self.equal_shares(satisfaction, self.share(raised));
            let cost = self.cost(&bought);
            if cost > self.budget {
                return last;
            }
            let supported = |project: &usize| self.points.iter().any(|ballot| ballot[*project] > 0);
            let left: Vec<usize> = (0..self.costs.len())
                .filter(|project| !bought.contains(project))
                .collect();
            let nothing_fits = left.iter().all(|project| cost + self.costs[*project] > self.budget);
            if nothing_fits || !left.iter().any(supported) {
                return bought;
            }
            last = bought;
        }
        last
    }

    /// Greedy on what is left after `bought`.
    pub fn greedy(&self, satisfaction: Satisfaction, mut bought: Vec<usize>) -> Vec<usize> {
        let score = |project: usize| -> i128 {
            let points = |ballot: &Vec<u64>| match satisfaction {
                Satisfaction::Cardinality => ballot[project].min(1),
                Satisfaction::Cost | Satisfaction::Points => ballot[project],
            };
            self.points.iter().map(|ballot| i128::from(points(ballot))).sum()
        };
        let density = |project: usize| match satisfaction {
            Satisfaction::Cost => fraction(score(project), 1),
            _ => fraction(score(project), i128::from(self.costs[project])),
        };
        let mut order: Vec<usize> = (0..self.costs.len())
            .filter(|project| !bought.contains(project) && score(*project) > 0)
            .collect();
        order.sort_by(|a, b| density(*b).partial_cmp(&density(*a)).expect("comparable"));
        for project in order {
            if self.cost(&bought) + self.costs[project] <= self.budget {
                bought.push(project);
            }
        }
        bought
    }

    pub fn phragmen(&self) -> Vec<usize> {
        let mut loads = vec![Fraction::ZERO; self.points.len()];
        let mut bought: Vec<usize> = Vec::new();
        loop {
            let supporters = |project: usize| -> Vec<usize> {
                (0..self.points.len())
                    .filter(|voter| self.points[*voter][project] > 0)
                    .collect()
            };
            let time = |project: usize| {
                let loads = supporters(project)
                    .iter()
                    .fold(Fraction::ZERO, |sum, voter| sum.plus(loads[*voter]));
                loads
                    .plus(fraction(i128::from(self.costs[project]), 1))
                    .over(supporters(project).len() as u64)
            };
            let open: Vec<usize> = (0..self.costs.len())
                .filter(|project| {
                    !bought.contains(project) && !supporters(*project).is_empty() && self.costs[*project] <= self.budget
                })
                .collect();
            let Some(next) = open.iter().copied().map(time).reduce(|a, b| if b < a { b } else { a }) else {
                return bought;
            };
            let equal: Vec<usize> = open.into_iter().filter(|project| time(*project) == next).collect();
            if equal
                .iter()
                .any(|project| self.cost(&bought) + self.costs[*project] > self.budget)
            {
                return bought;
            }
            for voter in supporters(equal[0]) {
                loads[voter] = next;
            }
            bought.push(equal[0]);
        }
    }
}
