//! The exact price of a project, for those moments when brackets do not decide.

use super::run::Run;
use crate::natural::Natural;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// A price: `numerator` over the ledger's present denominator times `divisor`.
#[derive(Debug, Clone)]
pub(super) struct Exact {
    pub(super) numerator: Natural,
    /// The utilities of those who pay fully.
    pub(super) divisor: u64,
    /// Groups that pay all they have although rounding leaves that open; sorted.
    poor: Vec<u32>,
}

impl Exact {
    pub(super) fn is_poor(&self, group: usize) -> bool {
        self.poor.binary_search(&(group as u32)).is_ok()
    }

    /// Compares price per worth with another of the same round.
    pub(super) fn ratio_cmp(&self, worth: u64, other: &Exact, others_worth: u64) -> Ordering {
        let mut left = self.numerator.scaled(other.divisor);
        left.scale(others_worth);
        let mut right = other.numerator.scaled(self.divisor);
        right.scale(worth);
        left.cmp(&right)
    }
}

impl Run<'_> {
    /// The exact price of a project whose price is known to lie in `low..=high` units, or which cannot be paid for.
    ///
    /// Who surely pays all they have is summed up as whole multiples of former prices. Those whom rounding leaves open
    /// are first taken to pay fully; while that asks more of one than they have, they pay all instead and the price
    /// is computed anew (Newton's steps, in exact numbers). `None`: nobody is left to pay fully.
    pub(super) fn exact(&mut self, project: usize, low: u64, high: u64) -> Option<Exact> {
        let market = self.market;
        let mut paid = vec![0_u64; self.ledger.rounds()];
        let (mut poor_weight, mut divisor) = (0_u64, 0_u64);
        let mut open: Vec<(usize, u64)> = Vec::new();
        for (group, utility) in market.support.of(project).iter() {
            let voter = self.voters[group];
            if voter.spent {
                continue;
            }
            if voter.money >= high.saturating_mul(utility) {
                divisor += market.support.weight(group) * utility;
            } else if voter.money + self.slack < low.saturating_mul(utility) {
                poor_weight += market.support.weight(group);
                self.add_paid(group, &mut paid);
            } else {
                divisor += market.support.weight(group) * utility;
                open.push((group, utility));
            }
        }
        let mut raised = self.ledger.left_of(u128::from(poor_weight) * u128::from(self.total), &paid);
        let cost = self.ledger.denominator().scaled(market.costs[project]);
        let mut poor = Vec::new();
        let mut open = self.with_money(open);
        loop {
            if divisor == 0 || raised > cost {
                return None;
            }
            let mut numerator = cost.clone();
            numerator.subtract_scaled(&raised, 1);
            let before = open.len();
            open.retain(|(group, utility, money)| {
                let weight = market.support.weight(*group);
                let pays_fully = money.scaled(divisor) >= numerator.scaled(*utility);
                if !pays_fully {
                    poor.push((*group as u32, weight * utility));
                    raised.add_scaled(money, weight);
                }
                pays_fully
            });
            if open.len() == before {
                let mut poor: Vec<u32> = poor.into_iter().map(|(group, _)| group).collect();
                poor.sort_unstable();
                return Some(Exact {
                    numerator,
                    divisor,
                    poor,
                });
            }
            divisor -= poor[poor.len() - (before - open.len())..].iter().map(|(_, utility)| utility).sum::<u64>();
        }
    }

    /// Adds, per former round, how much a group paid in it as multiples of its price. A group that has not spent all
    /// paid fully for every project it supports that was bought.
    fn add_paid(&self, group: usize, paid: &mut [u64]) {
        let weight = self.market.support.weight(group);
        for &(project, utility) in self.market.support.ballot(group) {
            if let Some(round) = self.round_of[project as usize] {
                paid[round] += weight * u64::from(utility);
            }
        }
    }

    /// What each of a group has left, exactly, over the present denominator. Groups that paid for the same share it.
    fn with_money(&self, groups: Vec<(usize, u64)>) -> Vec<(usize, u64, Natural)> {
        let mut known: BTreeMap<Vec<u64>, Natural> = BTreeMap::new();
        let mut paid = vec![0; self.ledger.rounds()];
        let money = |(group, utility)| {
            paid.fill(0);
            for &(project, utility) in self.market.support.ballot(group) {
                if let Some(round) = self.round_of[project as usize] {
                    paid[round] = u64::from(utility);
                }
            }
            let money = match known.get(&paid) {
                Some(money) => money.clone(),
                None => {
                    let money = self.ledger.left_of(u128::from(self.total), &paid);
                    known.insert(paid.clone(), money.clone());
                    money
                }
            };
            (group, utility, money)
        };
        groups.into_iter().map(money).collect()
    }
}
