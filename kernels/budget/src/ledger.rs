//! The exact prices of a run. Rules compute with bounded integers and come here when those cannot decide.
//!
//! Every price is a fraction whose denominator is the product of a few whole numbers (how many paid in full, round by
//! round), and what a voter has left, or carries, is a sum of whole multiples of prices. So one long number per round
//! is all that exact arithmetic takes; no voter has a fraction of their own.

use crate::natural::Natural;

#[derive(Debug, Clone)]
struct Price {
    /// Over this round's denominator.
    numerator: Natural,
    /// This round's denominator is the former one times this.
    divisor: u64,
}

/// Prices in the order of rounds. `denominator(k)` = first denominator · divisor 1 · … · divisor k.
#[derive(Debug, Clone)]
pub(crate) struct Ledger {
    prices: Vec<Price>,
    /// One more than there are prices.
    denominators: Vec<Natural>,
}

impl Ledger {
    pub(crate) fn new(denominator: u64) -> Ledger {
        Ledger {
            prices: Vec::new(),
            denominators: vec![Natural::from(denominator)],
        }
    }

    pub(crate) fn rounds(&self) -> usize {
        self.prices.len()
    }

    /// The present denominator.
    pub(crate) fn denominator(&self) -> &Natural {
        &self.denominators[self.prices.len()]
    }

    /// Enters a price: `numerator` over the present denominator times `divisor`.
    pub(crate) fn enter(&mut self, numerator: Natural, divisor: u64) {
        self.denominators.push(self.denominator().scaled(divisor));
        self.prices.push(Price { numerator, divisor });
    }

    /// `start` (over the first denominator) less `multiples[k]` times the price of round k, over the present
    /// denominator. The callers' sums of payments never exceed what there was, at no round. O(rounds · digits).
    pub(crate) fn left_of(&self, start: u128, multiples: &[u64]) -> Natural {
        let mut left = Natural::from(start);
        for (price, multiple) in self.prices.iter().zip(multiples) {
            left.scale(price.divisor);
            if *multiple > 0 {
                left.subtract_scaled(&price.numerator, *multiple);
            }
        }
        left
    }

    /// The sum of `multiples[k]` times the price of round k, over the present denominator.
    pub(crate) fn sum_of(&self, multiples: &[u64]) -> Natural {
        let mut sum = Natural::default();
        for (price, multiple) in self.prices.iter().zip(multiples) {
            sum.scale(price.divisor);
            if *multiple > 0 {
                sum.add_scaled(&price.numerator, *multiple);
            }
        }
        sum
    }

    /// The largest whole q in `low..=high` with q ≤ numerator · 2^shift / (present denominator · divisor), and whether it
    /// is exactly that. `low` must satisfy it. O(log(high − low) · digits).
    pub(crate) fn floor(&self, numerator: &Natural, divisor: u64, shift: u32, low: u64, high: u64) -> (u64, bool) {
        let target = numerator.scaled(1 << shift);
        let unit = self.denominator().scaled(divisor);
        let (mut low, mut high) = (low, high);
        while low < high {
            let middle = low + (high - low).div_ceil(2);
            match unit.scaled(middle) <= target {
                true => low = middle,
                false => high = middle - 1,
            }
        }
        (low, unit.scaled(low) == target)
    }
}
