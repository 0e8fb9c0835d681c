//! What a rule decides, and for every project why.

use crate::amount::Amount;
use crate::election::Election;
use crate::tie::Tie;
use std::fmt;

/// The result of a rule on an election.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The funded projects by index, in the order in which the rule took them.
    pub winners: Vec<usize>,
    /// What they cost together; never more than the budget.
    pub cost: Amount,
    pub budget: Amount,
    /// One per project, in the order of [`Election::projects`].
    pub projects: Vec<Explained>,
    /// Where the stated order decided, in the order it happened (Equal Shares with add1: in its last run).
    pub ties: Vec<Tie>,
    /// Equal Shares only.
    pub share: Option<Share>,
}

/// One project and why it is funded or not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Explained {
    /// How many ballots name it.
    pub supporters: u64,
    /// Their points together; the number of supporters where ballots carry none.
    pub points: u64,
    pub reason: Reason,
}

/// What each voter could spend in the run of Equal Shares that decided: `total / voters` parts of the currency unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// All shares together, in parts ([`Amount::PARTS`]). The budget, and more where the completion raised shares.
    pub total: u64,
    pub voters: u64,
    /// How many times the completion raised every share by its step.
    pub raised: u64,
}

impl Share {
    /// In currency units, rounded.
    pub fn per_voter(&self) -> f64 {
        match self.voters {
            0 => 0.0,
            voters => self.total as f64 / voters as f64 / Amount::PARTS as f64,
        }
    }
}

/// Why a project is funded or not.
///
/// `lacking` says how much more support would have funded it, all other votes and decisions as they were: the fewest
/// further supporters, in greedy by points the fewest further points. `None`: no number would have done.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reason {
    /// Funded: it costs nothing and someone supports it.
    Free,
    /// Funded by greedy: its turn came at this place (from 1), and so much was left of the budget after it.
    Ranked { place: usize, left: Amount },
    /// Funded by Phragmén: in this round (from 1). At that time each voter had earned `earned` currency units.
    Earned { round: usize, earned: f64 },
    /// Funded by Equal Shares: bought in this round (from 1) by its supporters. Those who paid fully paid `price`
    /// currency units each (by points: for each point); `spent` supporters paid what they had left and no more.
    Bought { round: usize, price: f64, spent: u64 },
    /// Funded by the greedy completion after Equal Shares, at this place (from 1) among those that were left.
    Completed { place: usize, left: Amount },
    /// Not funded: nobody supports it.
    NoSupport { lacking: Option<u64> },
    /// Not funded: it alone costs more than the budget. No support would have helped.
    AboveBudget,
    /// Not funded: fewer points or supporters than the least score that greedy asks for.
    BelowLeastScore { lacking: Option<u64> },
    /// Not funded by greedy: at its turn it cost `short` more than what was left.
    DidNotFit {
        left: Amount,
        short: Amount,
        lacking: Option<u64>,
    },
    /// Not funded by greedy that stops: an earlier project did not fit, and with it the rule ended.
    AfterTheEnd { lacking: Option<u64> },
    /// Not funded by Phragmén: the rule ended, as the next project did not fit, before its supporters had earned its
    /// cost. At the end they had the fraction `covered` of it.
    TooLate { covered: f64, lacking: Option<u64> },
    /// Not funded by Equal Shares: `covered` is the largest fraction of its cost that its supporters would have paid in
    /// any round, at terms no worse than those of the project bought in that round; after the last, all they had.
    /// `lacking` counts supporters whose whole share is left, at the share of the run that decided.
    TooLittleMoney { covered: f64, lacking: Option<u64> },
}

impl Reason {
    pub fn selected(&self) -> bool {
        matches!(
            self,
            Reason::Free
                | Reason::Ranked { .. }
                | Reason::Earned { .. }
                | Reason::Bought { .. }
                | Reason::Completed { .. }
        )
    }

    /// A stable word for output that programs read.
    pub fn code(&self) -> &'static str {
        match self {
            Reason::Free => "free",
            Reason::Ranked { .. } => "ranked",
            Reason::Earned { .. } => "earned",
            Reason::Bought { .. } => "bought",
            Reason::Completed { .. } => "completed",
            Reason::NoSupport { .. } => "no-support",
            Reason::AboveBudget => "above-budget",
            Reason::BelowLeastScore { .. } => "below-least-score",
            Reason::DidNotFit { .. } => "did-not-fit",
            Reason::AfterTheEnd { .. } => "after-the-end",
            Reason::TooLate { .. } => "too-late",
            Reason::TooLittleMoney { .. } => "too-little-money",
        }
    }

    /// How much more support would have funded it; `None` for funded ones, too.
    pub fn lacking(&self) -> Option<u64> {
        match *self {
            Reason::NoSupport { lacking }
            | Reason::BelowLeastScore { lacking }
            | Reason::DidNotFit { lacking, .. }
            | Reason::AfterTheEnd { lacking }
            | Reason::TooLate { lacking, .. }
            | Reason::TooLittleMoney { lacking, .. } => lacking,
            _ => None,
        }
    }
}

/// Why a rule cannot be computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Error {
    /// A completion that raises shares needs a step above 0.
    NoStep,
    /// So many raises did not bring the completion to its end.
    TooManySteps { steps: u64 },
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::NoStep => out.write_str("the completion raises shares by 0; state a step above 0"),
            Error::TooManySteps { steps } => {
                write!(
                    out,
                    "the completion did not end after {steps} steps; state a larger step"
                )
            }
        }
    }
}

impl std::error::Error for Error {}

impl Outcome {
    /// Puts an outcome together from reasons and the order of the winners.
    pub(crate) fn new(election: &Election, winners: Vec<usize>, reasons: Vec<Reason>, ties: Vec<Tie>) -> Outcome {
        let (supporters, points) = (election.supporters(), election.points());
        let cost = winners
            .iter()
            .fold(Amount::ZERO, |sum, winner| sum.plus(election.projects()[*winner].cost));
        Outcome {
            winners,
            cost,
            budget: election.budget(),
            projects: reasons
                .into_iter()
                .zip(supporters.into_iter().zip(points))
                .map(|(reason, (supporters, points))| Explained {
                    supporters,
                    points,
                    reason,
                })
                .collect(),
            ties,
            share: None,
        }
    }
}
