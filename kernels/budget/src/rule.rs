//! One name for all rules.

use crate::election::Election;
use crate::equal_shares::EqualShares;
use crate::greedy::Greedy;
use crate::outcome::{Error, Outcome};
use crate::phragmen::Phragmen;
use crate::tie::TieBreak;

/// A rule with its settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    Greedy(Greedy),
    Phragmen,
    EqualShares(EqualShares),
}

impl Rule {
    /// What the rule funds, and why. The same on every machine, whatever the order of ballots.
    pub fn decide(&self, election: &Election, tie_break: TieBreak) -> Result<Outcome, Error> {
        match self {
            Rule::Greedy(greedy) => Ok(greedy.decide(election, tie_break)),
            Rule::Phragmen => Ok(Phragmen.decide(election, tie_break)),
            Rule::EqualShares(equal_shares) => equal_shares.decide(election, tie_break),
        }
    }
}
