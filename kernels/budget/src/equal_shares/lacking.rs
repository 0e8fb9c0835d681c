//! What an unfunded project lacked: how far its supporters came, and how many more would have bought it.
//!
//! As long as a project is not bought it changes nothing, so the run as it was is also the run in which it has more
//! supporters, up to the round in which they buy it. In each round it is enough that k further supporters, each with a
//! whole share left, together with the others raise the cost at terms no worse than those of the project bought in that
//! round: cost ≤ Σ min(money_i, x · u_i) + k · min(share, x · u). The least k of all rounds is the answer. Brackets
//! give it, and where they leave two numbers open, the rule itself is run with the lower.

use super::market::Market;
use super::run::{Run, Sale};
use crate::election::Election;
use crate::outcome::Reason;

/// Bounds for one project, over the rounds watched so far.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    least: u64,
    most: u64,
    covered: f64,
}

/// Watches a run.
pub(super) struct Lacking {
    budget: u64,
    /// The utility that a further supporter would have: the largest on any ballot.
    utility: u64,
    bounds: Vec<Bounds>,
}

impl Lacking {
    pub(super) fn new(election: &Election, market: &Market<'_>) -> Lacking {
        let none = Bounds {
            least: u64::MAX,
            most: u64::MAX,
            covered: 0.0,
        };
        Lacking {
            budget: election.budget().in_parts(),
            utility: market.largest.iter().copied().max().unwrap_or(1).max(1),
            bounds: vec![none; market.costs.len()],
        }
    }

    /// Takes in one round; `None` is the time after the last, when all that supporters have may be spent.
    pub(super) fn watch(&mut self, run: &Run<'_>, sale: Option<Sale>) {
        for project in 0..self.bounds.len() {
            let cost = run.market.costs[project];
            if !run.is_bought(project)
                && sale.is_none_or(|sale| sale.project != project)
                && (1..=self.budget).contains(&cost)
            {
                self.round(run, sale, project);
            }
        }
    }

    fn round(&mut self, run: &Run<'_>, sale: Option<Sale>, project: usize) {
        let market = run.market;
        let (low, high) = sale.map_or((u64::MAX, u64::MAX), |sale| equal_terms(market, sale, project));
        let supporters = market.support.of(project);
        let raised: u64 = supporters
            .iter()
            .map(|(group, weight, utility)| run.money[group].min(low.saturating_mul(utility)) * weight)
            .sum();
        let (count, utilities) = market.totals[project];
        let cost = u128::from(market.costs[project]) << run.shift;
        let error = u128::from(count) * u128::from(run.slack) + u128::from(utilities) * u128::from(high - low);
        let gap = (
            cost.saturating_sub(u128::from(raised) + error),
            cost.saturating_sub(u128::from(raised)),
        );
        let pays = (
            u128::from(run.share().min(low.saturating_mul(self.utility))),
            u128::from((run.share() + 1).min(high.max(1).saturating_mul(self.utility))),
        );
        let bounds = &mut self.bounds[project];
        bounds.covered = bounds.covered.max((raised as f64 / cost as f64).min(1.0));
        let at_least_one = |count: u128| u64::try_from(count.max(1)).unwrap_or(u64::MAX);
        bounds.least = bounds.least.min(at_least_one(gap.0.div_ceil(pays.1)));
        if let Some(whole) = gap.1.checked_div(pays.0) {
            // In a round that bought another project, equal terms need not be enough: the stated order may be against.
            let more = sale.is_some() || !gap.1.is_multiple_of(pays.0);
            bounds.most = bounds.most.min(at_least_one(whole + u128::from(more)));
        }
    }

    /// Why a project within the budget was not bought.
    pub(super) fn reason(&self, market: &Market<'_>, project: usize, total: u64) -> Reason {
        let bounds = self.bounds[project];
        let lacking = match market.costs[project] {
            0 => Some(1),
            _ => self.fewest(market, project, total),
        };
        match market.totals[project].0 {
            0 => Reason::NoSupport { lacking },
            _ => Reason::TooLittleMoney {
                covered: bounds.covered,
                lacking,
            },
        }
    }

    /// The least number between the bounds with which the project is bought; more supporters never do harm.
    fn fewest(&self, market: &Market<'_>, project: usize, total: u64) -> Option<u64> {
        let Bounds { least, most, .. } = self.bounds[project];
        let (mut least, mut most) = (least, u64::from(u32::try_from(most).ok()?));
        while least < most {
            let middle = least + (most - least) / 2;
            match self.bought_with(market, project, total, middle) {
                true => most = middle,
                false => least = middle + 1,
            }
        }
        Some(most)
    }

    pub(super) fn bought_with(&self, market: &Market<'_>, project: usize, total: u64, more: u64) -> bool {
        let utility = if market.support.is_alike() { 1 } else { self.utility };
        let support = market
            .support
            .with_more(project, utility, u32::try_from(more).unwrap_or(u32::MAX));
        let market = market.with(&support);
        let mut run = Run::new(&market);
        run.play(total, u64::MAX, |_, _| ());
        run.is_bought(project)
    }
}

/// The price, in units, at which a project would be as good as the one sold: bounds.
fn equal_terms(market: &Market<'_>, sale: Sale, project: usize) -> (u64, u64) {
    let (worth, others) = (
        u128::from(market.worth[project]),
        u128::from(market.worth[sale.project]),
    );
    let bounded = |price: u128| u64::try_from(price).unwrap_or(u64::MAX);
    let low = u128::from(sale.price) * worth / others;
    let high = ((u128::from(sale.price) + 1) * worth).div_ceil(others);
    (bounded(low), bounded(high))
}
