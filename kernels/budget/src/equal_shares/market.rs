//! What stays the same through all runs of Equal Shares on an election.

use crate::election::Election;
use crate::support::{Satisfaction, Support};

pub(super) struct Market<'a> {
    pub(super) support: &'a Support,
    /// In parts.
    pub(super) costs: &'a [u64],
    /// By what a price is divided to compare projects: the cost, where that is the satisfaction, otherwise 1.
    pub(super) worth: Vec<u64>,
    /// Place in the stated order of ties.
    pub(super) places: &'a [u32],
    /// Among how many the money is shared.
    pub(super) voters: u64,
    /// All ballots counted, those of imagined further supporters too.
    pub(super) all_weight: u64,
    /// Projects that cost something and have support.
    pub(super) open: Vec<usize>,
    /// Per project its number of supporters and their utility together.
    pub(super) totals: Vec<(u64, u64)>,
    /// Per project the largest utility.
    pub(super) largest: Vec<u64>,
}

impl<'a> Market<'a> {
    pub(super) fn new(
        election: &Election,
        satisfaction: Satisfaction,
        support: &'a Support,
        costs: &'a [u64],
        places: &'a [u32],
    ) -> Market<'a> {
        let worth = match satisfaction {
            Satisfaction::Cost => costs.to_vec(),
            Satisfaction::Cardinality | Satisfaction::Points => vec![1; costs.len()],
        };
        Self::on(support, costs, worth, places, election.voters())
    }

    /// The same market with other support; the money is shared among as many as before.
    pub(super) fn with<'b>(&self, support: &'b Support) -> Market<'b>
    where
        'a: 'b,
    {
        Market::on(support, self.costs, self.worth.clone(), self.places, self.voters)
    }

    fn on(support: &'a Support, costs: &'a [u64], worth: Vec<u64>, places: &'a [u32], voters: u64) -> Market<'a> {
        let totals: Vec<(u64, u64)> = (0..costs.len()).map(|project| support.totals(project)).collect();
        Market {
            support,
            costs,
            worth,
            places,
            voters,
            all_weight: support.weights.iter().map(|weight| u64::from(*weight)).sum(),
            open: (0..costs.len())
                .filter(|project| costs[*project] > 0 && totals[*project].0 > 0)
                .collect(),
            largest: (0..costs.len())
                .map(|project| support.of(project).largest_utility())
                .collect(),
            totals,
        }
    }
}
