//! Natural numbers of any size: just the operations by which prices are compared exactly.

use std::cmp::Ordering;

/// A natural number in base 2⁶⁴, least digit first, without leading zeros.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Natural(Vec<u64>);

impl Natural {
    /// `self *= factor`. O(digits).
    pub(crate) fn scale(&mut self, factor: u64) {
        let mut carry = 0_u128;
        for digit in &mut self.0 {
            let product = u128::from(*digit) * u128::from(factor) + carry;
            *digit = product as u64;
            carry = product >> 64;
        }
        if carry > 0 {
            self.0.push(carry as u64);
        }
        self.trim();
    }

    pub(crate) fn scaled(&self, factor: u64) -> Natural {
        let mut product = self.clone();
        product.scale(factor);
        product
    }

    /// `self += other · factor`. O(digits).
    pub(crate) fn add_scaled(&mut self, other: &Natural, factor: u64) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        let mut carry = 0_u128;
        for (place, digit) in self.0.iter_mut().enumerate() {
            let added = other.0.get(place).copied().unwrap_or(0);
            let sum = u128::from(added) * u128::from(factor) + u128::from(*digit) + carry;
            *digit = sum as u64;
            carry = sum >> 64;
        }
        if carry > 0 {
            self.0.push(carry as u64);
        }
        self.trim();
    }

    /// `self −= other · factor`, which must not exceed `self`: callers subtract from an amount what was paid out of it.
    pub(crate) fn subtract_scaled(&mut self, other: &Natural, factor: u64) {
        let mut borrow = 0_u128;
        for (place, digit) in self.0.iter_mut().enumerate() {
            let taken = other.0.get(place).copied().unwrap_or(0);
            let product = u128::from(taken) * u128::from(factor) + borrow;
            let (difference, under) = digit.overflowing_sub(product as u64);
            *digit = difference;
            borrow = (product >> 64) + u128::from(under);
        }
        debug_assert!(borrow == 0, "more was paid out than there was");
        self.trim();
    }

    fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }
}

impl From<u64> for Natural {
    fn from(value: u64) -> Natural {
        Natural::from(u128::from(value))
    }
}

impl From<u128> for Natural {
    fn from(value: u128) -> Natural {
        let mut natural = Natural(vec![value as u64, (value >> 64) as u64]);
        natural.trim();
        natural
    }
}

impl Ord for Natural {
    fn cmp(&self, other: &Natural) -> Ordering {
        self.0
            .len()
            .cmp(&other.0.len())
            .then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Natural) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn carries_and_borrows_pass_through_many_digits() {
        let mut number = Natural::from(u64::MAX);
        for _ in 0..4 {
            number.scale(u64::MAX);
        }
        // (2⁶⁴ − 1)⁵ + (2⁶⁴ − 1)⁵ − (2⁶⁴ − 1)⁵ · 2 = 0
        let fifth = number.clone();
        number.add_scaled(&fifth, 1);
        assert!(number > fifth);
        number.subtract_scaled(&fifth, 2);
        assert_eq!(number, Natural::default());
        assert_eq!(fifth.scaled(0), Natural::default());
    }

    proptest! {
        #[test]
        fn arithmetic_agrees_with_128_bits(a in 0_u128..1 << 90, b in 0_u128..1 << 60, factor in 0_u64..1 << 30) {
            let mut sum = Natural::from(a);
            sum.add_scaled(&Natural::from(b), factor);
            prop_assert_eq!(&sum, &Natural::from(a + b * u128::from(factor)));
            sum.subtract_scaled(&Natural::from(b), factor);
            prop_assert_eq!(&sum, &Natural::from(a));
            prop_assert_eq!(Natural::from(a).scaled(factor), Natural::from(a * u128::from(factor)));
            prop_assert_eq!(Natural::from(a).cmp(&Natural::from(b)), a.cmp(&b));
        }
    }
}
