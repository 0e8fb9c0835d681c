//! The Method of Equal Shares: everyone has the same share of the budget, and projects are bought by those who support
//! them.
//!
//! Definition (Peters, Pierczyński & Skowron 2021, *Proportional Participatory Budgeting with Additive Utilities*): of
//! all projects whose supporters have its cost left, buy the one with the least ρ for which
//! Σ min(money_i, ρ · u_i) = cost, the sum over its supporters i; each pays min(money_i, ρ · u_i). Repeat until none is
//! left. [`Satisfaction`] gives u: the cost, 1, or the points of the ballot.
//!
//! Computed exactly: ties are ties of fractions, never of rounded numbers. Cost of a run: O(rounds · supporters of the
//! few best projects); exact numbers add O(rounds²) operations on numbers of about 15 bits per round.

mod exact;
mod lacking;
mod market;
mod run;

use crate::amount::Amount;
use crate::election::Election;
use crate::greedy::{Greedy, Standing};
use crate::outcome::{Error, Outcome, Reason, Share};
use crate::support::{Satisfaction, Support};
use crate::tie::{Tie, TieBreak};
use lacking::Lacking;
use market::Market;
use run::Run;

/// What is done with money that is left. Equal Shares alone seldom uses the whole budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Completion {
    /// Nothing.
    None,
    /// Every share is raised by the step and the rule is run anew, until nothing more fits, or the next outcome would
    /// cost more than the budget: then the last one that fits stands. The step is part of the rule: with a finer one
    /// the outcome may be another. Publish it.
    Add1,
    /// `Add1`, then greedy on what is left.
    Add1u,
    /// Greedy on what is left.
    Greedy,
}

/// The rule with its settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EqualShares {
    pub satisfaction: Satisfaction,
    pub completion: Completion,
    /// By how much `Add1` and `Add1u` raise every share.
    pub step: Amount,
}

impl EqualShares {
    /// How many times at most a completion raises the shares before it is an error.
    pub const MOST_STEPS: u64 = 1_000_000;

    /// With a step of one currency unit.
    pub fn by(satisfaction: Satisfaction, completion: Completion) -> EqualShares {
        EqualShares {
            satisfaction,
            completion,
            step: Amount::units(1).unwrap_or(Amount::MOST),
        }
    }

    /// Decides an election.
    pub fn decide(&self, election: &Election, tie_break: TieBreak) -> Result<Outcome, Error> {
        let costs: Vec<u64> = election
            .projects()
            .iter()
            .map(|project| project.cost.in_parts())
            .collect();
        let places = tie_break.places(election);
        let support = Support::new(election, self.satisfaction);
        let market = Market::new(election, self.satisfaction, &support, &costs, &places);
        let budget = election.budget().in_parts();
        let mut run = Run::new(&market);
        let mut share = Share {
            total: budget,
            voters: election.voters(),
            raised: 0,
        };
        if election.voters() > 0 && matches!(self.completion, Completion::Add1 | Completion::Add1u) {
            share = self.raise(&mut run, share, budget)?;
        }
        Ok(self.conclude(election, run, share))
    }

    /// Raises every share step by step; the share of the last run whose outcome fits the budget.
    fn raise(&self, run: &mut Run<'_>, mut share: Share, budget: u64) -> Result<Share, Error> {
        let market = run.market;
        // The same addition for everyone: voters · step in all.
        let more = market.voters.saturating_mul(self.step.in_parts());
        if more == 0 {
            return Err(Error::NoStep);
        }
        let mut last = share;
        loop {
            run.play(share.total, budget, |_, _| ());
            let cost: u64 = run.sales.iter().map(|sale| market.costs[sale.project]).sum();
            if cost > budget {
                return Ok(last);
            }
            let fits = |project: usize| !run.is_bought(project) && market.costs[project] <= budget - cost;
            // As the field's tools do, a project that nobody supports counts as one that would still fit.
            let nothing_fits = !(0..market.costs.len()).any(|project| market.costs[project] > 0 && fits(project));
            if nothing_fits || market.open.iter().all(|project| run.is_bought(*project)) {
                return Ok(share);
            }
            last = share;
            share.total = share.total.saturating_add(more);
            share.raised += 1;
            if share.raised > Self::MOST_STEPS || share.total >= 1 << 60 {
                return Err(Error::TooManySteps { steps: last.raised });
            }
        }
    }

    /// Runs the rule at the share that stands, completes it, and tells of every project why.
    fn conclude(&self, election: &Election, mut run: Run<'_>, share: Share) -> Outcome {
        let market = run.market;
        let mut lacking = Lacking::new(election, market);
        if share.voters > 0 {
            run.play(share.total, u64::MAX, |run, sale| lacking.watch(run, sale));
        }
        let mut taken = Taken::free(market);
        for (round, sale) in run.sales.iter().enumerate() {
            let price = sale.price as f64 / (1_u64 << run.shift) as f64 / Amount::PARTS as f64;
            let (round, spent) = (round + 1, sale.spent);
            taken.take(sale.project, Reason::Bought { round, price, spent });
        }
        let mut ties = std::mem::take(&mut run.ties);
        if matches!(self.completion, Completion::Add1u | Completion::Greedy) {
            ties.extend(self.complete(election, market, &mut taken));
        }
        let why = |(project, reason): (usize, Option<Reason>)| match reason {
            Some(reason) => reason,
            None if market.costs[project] > election.budget().in_parts() => Reason::AboveBudget,
            None if share.voters == 0 => Reason::NoSupport { lacking: None },
            None => lacking.reason(market, project, share.total),
        };
        let reasons = taken.reasons.into_iter().enumerate().map(why).collect();
        let mut outcome = Outcome::new(election, taken.winners, reasons, ties);
        outcome.share = Some(share);
        outcome
    }

    /// Greedy on what is left of the budget.
    fn complete(&self, election: &Election, market: &Market<'_>, taken: &mut Taken) -> Vec<Tie> {
        let greedy = Greedy::by(self.satisfaction);
        let standing = Standing::new(&greedy, election, market.places);
        let spent: u64 = taken.winners.iter().map(|winner| market.costs[*winner]).sum();
        let left = Amount::parts(election.budget().in_parts().saturating_sub(spent)).unwrap_or(Amount::ZERO);
        let is_taken: Vec<bool> = taken.reasons.iter().map(Option::is_some).collect();
        let walk = standing.walk(&greedy, left, &is_taken);
        for (place, &(project, left)) in walk.funded.iter().enumerate() {
            let place = place + 1;
            taken.take(project, Reason::Completed { place, left });
        }
        standing.ties(&walk)
    }
}

/// The projects funded so far, in order, and why each.
struct Taken {
    winners: Vec<usize>,
    reasons: Vec<Option<Reason>>,
}

impl Taken {
    /// What costs nothing and has support needs nobody's money.
    fn free(market: &Market<'_>) -> Taken {
        let mut free: Vec<usize> = (0..market.costs.len())
            .filter(|project| market.costs[*project] == 0 && market.totals[*project].0 > 0)
            .collect();
        free.sort_by_key(|project| market.places[*project]);
        let mut taken = Taken {
            winners: Vec::new(),
            reasons: vec![None; market.costs.len()],
        };
        for project in free {
            taken.take(project, Reason::Free);
        }
        taken
    }

    fn take(&mut self, project: usize, reason: Reason) {
        self.winners.push(project);
        self.reasons[project] = Some(reason);
    }
}
