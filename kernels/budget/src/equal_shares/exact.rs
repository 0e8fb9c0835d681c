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
    /// Groups that have something left, but less than the price asks.
    pub(super) poor: Vec<u32>,
}

impl Exact {
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
        let mut paid = vec![0_u64; market.costs.len() + 1];
        let (mut poor_weight, mut divisor) = (0_u64, 0_u64);
        let mut poor: Vec<u32> = Vec::new();
        let mut open: Vec<(usize, u64)> = Vec::new();
        let mut others = std::mem::take(&mut self.scratch);
        for (group, weight, utility) in self.not_surely_rich(project, high, &mut others, &mut divisor) {
            if self.money[group] + self.slack < low.saturating_mul(utility) {
                poor_weight += weight;
                poor.push(group as u32);
                self.add_paid(group, &mut paid);
            } else {
                divisor += weight * utility;
                open.push((group, utility));
            }
        }
        self.scratch = others;
        let mut raised = self
            .ledger
            .left_of(u128::from(poor_weight) * u128::from(self.total), &paid);
        let cost = self.ledger.denominator().scaled(market.costs[project]);
        let mut open = self.with_money(open);
        loop {
            if divisor == 0 || raised > cost {
                return None;
            }
            let mut numerator = cost.clone();
            numerator.subtract_scaled(&raised, 1);
            let (fully, less): (Vec<_>, Vec<_>) =
                (open.into_iter()).partition(|(_, utility, money)| money.scaled(divisor) >= numerator.scaled(*utility));
            if less.is_empty() {
                return Some(Exact {
                    numerator,
                    divisor,
                    poor,
                });
            }
            for (group, utility, money) in less {
                let weight = market.support.weight(group);
                poor.push(group as u32);
                raised.add_scaled(&money, weight);
                divisor -= weight * utility;
            }
            open = fully;
        }
    }

    /// The supporters who have something left but perhaps less than `price`; the utilities of the others who have
    /// something are added to `rich`. Written without a branch: who is which is as good as random.
    fn not_surely_rich<'b>(
        &self,
        project: usize,
        price: u64,
        others: &'b mut Vec<(usize, u64, u64)>,
        rich: &mut u64,
    ) -> impl Iterator<Item = (usize, u64, u64)> + use<'b> {
        let supporters = self.market.support.of(project);
        others.resize(others.len().max(supporters.groups.len()), (0, 0, 0));
        let mut count = 0;
        for (group, weight, utility) in supporters.iter() {
            let is_rich = self.money[group] >= price.saturating_mul(utility);
            *rich += if is_rich { weight * utility } else { 0 };
            others[count] = (group, weight, utility);
            count += usize::from(!is_rich & !self.spent[group]);
        }
        others[..count].iter().copied()
    }

    /// Adds, per former round, how much a group paid in it as multiples of its price. A group that has not spent all
    /// paid fully for every project it supports that was bought.
    fn add_paid(&self, group: usize, paid: &mut [u64]) {
        let weight = self.market.support.weight(group);
        for &(project, utility) in self.market.support.ballot(group) {
            let round = &mut paid[self.round_of[project as usize] as usize];
            // What was not bought collects in the last place, which nobody reads.
            *round = round.wrapping_add(weight * u64::from(utility));
        }
    }

    /// What each of a group has left, exactly, over the present denominator. Groups that paid for the same share it.
    fn with_money(&self, groups: Vec<(usize, u64)>) -> Vec<(usize, u64, Natural)> {
        let mut known: BTreeMap<Vec<u64>, Natural> = BTreeMap::new();
        let mut paid = vec![0; self.market.costs.len() + 1];
        let money = |(group, utility)| {
            paid.fill(0);
            for &(project, utility) in self.market.support.ballot(group) {
                paid[self.round_of[project as usize] as usize] = u64::from(utility);
            }
            let rounds = &paid[..self.ledger.rounds()];
            let money = match known.get(rounds) {
                Some(money) => money.clone(),
                None => {
                    let money = self.ledger.left_of(u128::from(self.total), rounds);
                    known.insert(rounds.to_vec(), money.clone());
                    money
                }
            };
            (group, utility, money)
        };
        groups.into_iter().map(money).collect()
    }
}
