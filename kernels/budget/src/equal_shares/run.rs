//! One run of Equal Shares at a given share.
//!
//! Money is kept in whole units of 2^−shift parts, rounded so that a voter has at least `money` and at most
//! `money + slack` units. A project's price per supporter is therefore known to lie in a narrow bracket. Brackets that
//! do not overlap decide at once; the rest, and the price of whatever is bought, is computed exactly ([`Ledger`]).
//!
//! A price only grows during a run, as money only falls. So a price from an earlier round is a lower bound, and only the
//! projects at the head of the queue are looked at again.

use super::exact::Exact;
use super::market::Market;
use crate::ledger::Ledger;
use crate::support::Supporters;
use crate::tie::{Tie, settle};
use std::cmp::Ordering;

#[derive(Debug, Clone, Copy)]
struct Candidate {
    project: usize,
    /// A price at which the supporters raise no more than the cost.
    floor: u64,
    /// No better ratio of price to worth is possible.
    least: f64,
}

/// Where a price lies, in units, and the ratio of price to worth.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bracket {
    pub(super) low: u64,
    pub(super) high: u64,
    floor: u64,
    least: f64,
    most: f64,
}

/// What a look at a candidate shows.
enum Look {
    Price(Bracket),
    /// Its ratio is at least `least`, and another's is less.
    Dearer {
        floor: u64,
        least: f64,
    },
    /// Its supporters cannot pay for it, now and ever.
    BeyondMeans,
}

/// A project that was bought.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sale {
    pub(super) project: usize,
    /// The price per supporter (by points: per point), rounded down to units.
    pub(super) price: u64,
    /// Nothing was lost by rounding.
    whole: bool,
    /// Voters who paid all they had left, known once it is paid.
    pub(super) spent: u64,
}

/// Larger than twice any rounding error of turning a bracket into a ratio.
const ROUNDING: f64 = 1.0 / (1_u64 << 50) as f64;

pub(super) struct Run<'a> {
    pub(super) market: &'a Market<'a>,
    /// All shares together, in parts.
    pub(super) total: u64,
    pub(super) shift: u32,
    pub(super) slack: u64,
    /// Per group of equal ballots, what each of them has left at least, in units.
    pub(super) money: Vec<u64>,
    /// Groups that paid all they had: they have exactly nothing left.
    pub(super) spent: Vec<bool>,
    pub(super) ledger: Ledger,
    /// In which round (from 0) each project was bought; the number of projects if it was not.
    pub(super) round_of: Vec<u32>,
    pub(super) scratch: Vec<(usize, u64, u64)>,
    candidates: Vec<Candidate>,
    pub(super) sales: Vec<Sale>,
    pub(super) ties: Vec<Tie>,
}

impl<'a> Run<'a> {
    pub(super) fn new(market: &'a Market<'a>) -> Run<'a> {
        Run {
            market,
            total: 0,
            shift: 0,
            slack: 0,
            money: Vec::new(),
            spent: Vec::new(),
            ledger: Ledger::new(1),
            round_of: Vec::new(),
            scratch: Vec::new(),
            candidates: Vec::new(),
            sales: Vec::new(),
            ties: Vec::new(),
        }
    }

    pub(super) fn is_bought(&self, project: usize) -> bool {
        (self.round_of[project] as usize) < self.market.costs.len()
    }

    /// A share in units, rounded down.
    pub(super) fn share(&self) -> u64 {
        (self.total << self.shift) / self.market.voters
    }

    /// Runs the rule with `total` parts (below 2⁶⁰) shared equally. It ends early when the projects bought cost more
    /// than `limit`. `watch` sees every sale before it is paid for, and the end as `None`.
    pub(super) fn play(&mut self, total: u64, limit: u64, mut watch: impl FnMut(&Run<'a>, Option<Sale>)) {
        self.start(total);
        let mut cost = 0_u64;
        let mut looked_at = Vec::new();
        while cost <= limit
            && let Some((sale, exact)) = self.next(&mut looked_at)
        {
            watch(self, Some(sale));
            cost += self.market.costs[sale.project];
            self.pay(sale, exact);
        }
        watch(self, None);
    }

    fn start(&mut self, total: u64) {
        let market = self.market;
        self.total = total;
        // All money together stays below 2⁶¹ units, so that sums and products with weights fit 64 bits.
        let all = u128::from(total) * u128::from(market.all_weight) / u128::from(market.voters.max(1)) + 1;
        self.shift = 61_u32.saturating_sub(128 - all.leading_zeros());
        self.ledger = Ledger::new(market.voters);
        self.slack = u64::from(!(total << self.shift).is_multiple_of(market.voters));
        let groups = market.support.weights.len();
        self.money.clear();
        self.money.resize(groups, self.share());
        self.spent.clear();
        self.spent.resize(groups, false);
        self.round_of.clear();
        self.round_of.resize(market.costs.len(), market.costs.len() as u32);
        self.sales.clear();
        self.ties.clear();
        self.candidates.clear();
        for &project in &market.open {
            let (supporters, utility) = market.totals[project];
            let cost = market.costs[project];
            let held = u128::from(supporters) * u128::from(total);
            if u128::from(cost) * u128::from(market.voters) <= held {
                let floor = (cost << self.shift) / utility;
                self.candidates.push(Candidate {
                    project,
                    floor,
                    least: self.ratio(project, floor) * (1.0 - ROUNDING),
                });
            }
        }
        self.sort();
    }

    fn sort(&mut self) {
        self.candidates
            .sort_by(|a, b| a.least.total_cmp(&b.least).then(a.project.cmp(&b.project)));
    }

    /// The project with the least ratio of price to worth among those that their supporters can pay for.
    fn next(&mut self, looked_at: &mut Vec<(usize, Bracket)>) -> Option<(Sale, Exact)> {
        looked_at.clear();
        let mut most = f64::INFINITY;
        let (mut at, mut beyond_means) = (0, false);
        while at < self.candidates.len() && self.candidates[at].least <= most {
            let candidate = self.candidates[at];
            match self.look(&candidate, most) {
                Look::Price(bracket) => {
                    most = most.min(bracket.most);
                    self.candidates[at].floor = bracket.floor;
                    self.candidates[at].least = bracket.least;
                    looked_at.push((candidate.project, bracket));
                }
                Look::Dearer { floor, least } => {
                    self.candidates[at].floor = floor;
                    self.candidates[at].least = least;
                }
                Look::BeyondMeans => {
                    self.candidates[at].floor = u64::MAX;
                    beyond_means = true;
                }
            }
            at += 1;
        }
        if beyond_means {
            self.candidates.retain(|candidate| candidate.floor != u64::MAX);
        }
        looked_at.retain(|(_, bracket)| bracket.least <= most);
        let (project, bracket, exact) = self.least_exactly(looked_at)?;
        self.candidates.retain(|candidate| candidate.project != project);
        self.sort();
        let (price, whole) =
            (self.ledger).floor(&exact.numerator, exact.divisor, self.shift, bracket.low, bracket.high);
        let sale = Sale {
            project,
            price,
            whole,
            spent: 0,
        };
        Some((sale, exact))
    }

    /// Exact comparison where brackets overlap; exactly equal ones by the stated order.
    fn least_exactly(&mut self, contenders: &[(usize, Bracket)]) -> Option<(usize, Bracket, Exact)> {
        let worth = |project: usize| self.market.worth[project];
        let mut best: Vec<(usize, Bracket, Exact)> = Vec::new();
        for (project, bracket) in contenders {
            // A contender has a price: its bracket says that its supporters can pay.
            let Some(exact) = self.exact(*project, bracket.low, bracket.high) else {
                continue;
            };
            let order = best.first().map_or(Ordering::Less, |(other, _, least)| {
                exact.ratio_cmp(worth(*project), least, worth(*other))
            });
            if order == Ordering::Less {
                best.clear();
            }
            if order != Ordering::Greater {
                best.push((*project, *bracket, exact));
            }
        }
        let mut equal: Vec<usize> = best.iter().map(|(project, _, _)| *project).collect();
        self.ties.extend(settle(&mut equal, self.market.places));
        let first = *equal.first()?;
        best.into_iter().find(|(project, _, _)| *project == first)
    }

    /// Where the price of a project lies, unless it turns out to be dearer than one with the ratio `most`.
    ///
    /// The sum that supporters raise at price x is concave in x, so Newton's steps from below never pass the price: the
    /// tangent at any point is above the sum. Where money is off by `error` in all, the price is off by at most
    /// error / slope, for any such tangent.
    fn look(&mut self, candidate: &Candidate, most: f64) -> Look {
        let market = self.market;
        let project = candidate.project;
        let supporters = market.support.of(project);
        let cost = market.costs[project] << self.shift;
        let error = u128::from(market.totals[project].0) * u128::from(self.slack);
        let mut floor = candidate.floor;
        loop {
            let (poor, rich) = self.raised(supporters, floor);
            if rich == 0 {
                return match u128::from(poor) + error < u128::from(cost) {
                    true => Look::BeyondMeans,
                    false => self.undecided(project, floor),
                };
            }
            let next = (cost - poor) / rich;
            let below = u64::try_from(error.div_ceil(u128::from(rich))).unwrap_or(u64::MAX);
            let low = next.saturating_sub(below);
            let least = self.ratio(project, low) * (1.0 - ROUNDING);
            if least > most {
                return Look::Dearer { floor: next, least };
            }
            if next > floor {
                floor = next;
                continue;
            }
            if supporters.utilities.is_some() {
                let (poor, rich) = self.raised(supporters, floor + 1);
                if poor + rich * (floor + 1) <= cost {
                    floor += 1;
                    continue;
                }
            }
            return Look::Price(self.bracketed(project, floor, low, floor + 1));
        }
    }

    /// The supporters together have the cost or just less: only exact numbers can tell.
    fn undecided(&mut self, project: usize, floor: u64) -> Look {
        const HIGHEST: u64 = 1 << 62;
        let Some(exact) = self.exact(project, 0, HIGHEST) else {
            return Look::BeyondMeans;
        };
        let (price, _) = self
            .ledger
            .floor(&exact.numerator, exact.divisor, self.shift, 0, HIGHEST);
        Look::Price(self.bracketed(project, floor.min(price), price, price + 1))
    }

    fn bracketed(&self, project: usize, floor: u64, low: u64, high: u64) -> Bracket {
        Bracket {
            low,
            high,
            floor,
            least: self.ratio(project, low) * (1.0 - ROUNDING),
            most: self.ratio(project, high) * (1.0 + ROUNDING),
        }
    }

    /// Price per worth, rounded; [`ROUNDING`] is more than that.
    fn ratio(&self, project: usize, price: u64) -> f64 {
        price as f64 / self.market.worth[project] as f64
    }

    /// At a price (per utility): what those pay who have no more than it, and the utility of those who have more.
    fn raised(&self, supporters: Supporters<'_>, price: u64) -> (u64, u64) {
        let (mut poor, mut rich) = (0_u64, 0_u64);
        // No branch: who is poor is as good as random here, and a branch guessed wrong costs more than both sums.
        let mut add = |money: u64, pays_all: bool, weight: u64, utility: u64| {
            poor += if pays_all { money * weight } else { 0 };
            rich += if pays_all { 0 } else { weight * utility };
        };
        match supporters.utilities {
            None => {
                for (group, weight) in supporters.groups.iter().zip(supporters.weights) {
                    let money = self.money[*group as usize];
                    add(money, money <= price, u64::from(*weight), 1);
                }
            }
            Some(_) => {
                for (group, weight, utility) in supporters.iter() {
                    let money = self.money[group];
                    add(money, money <= price.saturating_mul(utility), weight, utility);
                }
            }
        }
        (poor, rich)
    }

    /// Takes all from those who have less than the price, and the price from the others.
    fn pay(&mut self, mut sale: Sale, exact: Exact) {
        for &group in &exact.poor {
            let group = group as usize;
            (self.money[group], self.spent[group]) = (0, true);
            sale.spent += self.market.support.weight(group);
        }
        let rounded_up = sale.price + u64::from(!sale.whole);
        for (group, _, utility) in self.market.support.of(sale.project).iter() {
            self.money[group] = self.money[group].saturating_sub(rounded_up.saturating_mul(utility));
        }
        if !sale.whole {
            self.slack += self.market.largest[sale.project];
        }
        self.round_of[sale.project] = self.ledger.rounds() as u32;
        self.ledger.enter(exact.numerator, exact.divisor);
        self.sales.push(sale);
    }
}
