//! A count under way.

use super::{Count, Event, Stage, Votes};
use crate::ballots::Ballots;

pub(super) struct Counting<'a> {
    ballots: &'a Ballots,
    seats: usize,
    quota: Votes,
    /// Each candidate's place in the lot.
    lot: Vec<usize>,
    standing: Vec<Standing>,
    votes: Vec<Votes>,
    /// The papers each candidate holds.
    piles: Vec<Vec<Parcel>>,
    non_transferable: Votes,
    elected: Vec<usize>,
    /// Elected, with a surplus to pass on.
    waiting: Vec<usize>,
    stages: Vec<Stage>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Continuing,
    Elected,
    Excluded,
}

/// Equal papers, each of the same value.
#[derive(Clone, Copy)]
struct Parcel {
    paper: usize,
    value: u64,
}

impl<'a> Counting<'a> {
    pub(super) fn new(ballots: &'a Ballots, seats: usize, lot: Vec<usize>) -> Counting<'a> {
        let candidates = ballots.candidates();
        let quota = ballots.valid() / (seats as u64).saturating_add(1) + 1;
        Counting {
            ballots,
            seats,
            quota: Votes(quota * Votes::ONE),
            lot,
            standing: vec![Standing::Continuing; candidates],
            votes: vec![Votes(0); candidates],
            piles: vec![Vec::new(); candidates],
            non_transferable: Votes(0),
            elected: Vec::new(),
            waiting: Vec::new(),
            stages: Vec::new(),
        }
    }

    pub(super) fn finish(mut self) -> Count {
        for paper in 0..self.ballots.iter().len() {
            self.pass_on(Parcel {
                paper,
                value: Votes::ONE,
            });
        }
        self.close(Event::FirstPreferences, Vec::new());
        // Each stage takes one surplus or one candidate away, so it ends.
        while self.elected.len() < self.seats && self.standing.contains(&Standing::Continuing) {
            if self.waiting.is_empty() {
                self.exclude()
            } else {
                self.pass_surplus()
            }
        }
        Count {
            valid: self.ballots.valid(),
            quota: self.quota.0 / Votes::ONE,
            elected: self.elected,
            stages: self.stages,
        }
    }

    /// Rule 48 and 49: the largest surplus.
    fn pass_surplus(&mut self) {
        let (candidate, by_lot) = self.choose(self.waiting.clone(), true);
        self.waiting.retain(|waiting| *waiting != candidate);
        let (held, surplus) = (self.votes[candidate].0, self.votes[candidate].0 - self.quota.0);
        let before = self.held_by_all();
        self.votes[candidate] = self.quota;
        for parcel in std::mem::take(&mut self.piles[candidate]) {
            let value = (u128::from(surplus) * u128::from(parcel.value) / u128::from(held)) as u64;
            self.pass_on(Parcel { value, ..parcel });
        }
        // What was cut off the decimals is lost, as the papers without a next preference are.
        self.non_transferable.0 += before - self.held_by_all();
        self.close(Event::Surplus { candidate }, by_lot);
    }

    /// Rules 50 and 51: the fewest votes.
    fn exclude(&mut self) {
        let (candidate, by_lot) = self.choose(self.continuing(), false);
        self.standing[candidate] = Standing::Excluded;
        self.votes[candidate] = Votes(0);
        for parcel in std::mem::take(&mut self.piles[candidate]) {
            self.pass_on(parcel);
        }
        self.close(Event::Exclusion { candidate }, by_lot);
    }

    /// Papers go to the next candidate who is neither elected nor excluded.
    fn pass_on(&mut self, parcel: Parcel) {
        let (order, times) = self.ballots.paper(parcel.paper);
        let next = order
            .iter()
            .copied()
            .map(usize::from)
            .find(|next| self.standing[*next] == Standing::Continuing);
        let votes = times * parcel.value;
        match next {
            Some(next) => {
                self.votes[next].0 += votes;
                self.piles[next].push(parcel);
            }
            None => self.non_transferable.0 += votes,
        }
    }

    /// Ends a stage: who is elected by quota, and who because no more stand than seats are left (rules 47 and 52).
    fn close(&mut self, event: Event, by_lot: Vec<usize>) {
        let mut elected = self.continuing();
        if elected.len() > self.seats - self.elected.len() {
            elected.retain(|candidate| self.votes[*candidate] >= self.quota);
        }
        // At most `seats` can hold a quota each.
        let rank = |candidate: &usize| (std::cmp::Reverse(self.votes[*candidate]), self.lot[*candidate]);
        elected.sort_by_key(rank);
        for candidate in &elected {
            self.standing[*candidate] = Standing::Elected;
            self.elected.push(*candidate);
            if self.votes[*candidate] > self.quota {
                self.waiting.push(*candidate);
            }
        }
        let (votes, non_transferable) = (self.votes.clone(), self.non_transferable);
        self.stages.push(Stage {
            event,
            votes,
            non_transferable,
            elected,
            by_lot,
        });
    }

    /// The one with most or fewest votes; of equal ones, who was so at the latest earlier stage at which they were unequal;
    /// then by lot, and then with those between whom it decided.
    fn choose(&self, mut among: Vec<usize>, most: bool) -> (usize, Vec<usize>) {
        for stage in self.stages.iter().rev() {
            let votes = among.iter().map(|candidate| stage.votes[*candidate]);
            let best = if most { votes.max() } else { votes.min() };
            among.retain(|candidate| Some(stage.votes[*candidate]) == best);
        }
        let by_lot = if among.len() > 1 { among.clone() } else { Vec::new() };
        let place = |candidate: &usize| self.lot[*candidate];
        let chosen = if most {
            among.into_iter().min_by_key(place)
        } else {
            among.into_iter().max_by_key(place)
        };
        (chosen.unwrap_or(0), by_lot)
    }

    fn continuing(&self) -> Vec<usize> {
        (0..self.standing.len())
            .filter(|candidate| self.standing[*candidate] == Standing::Continuing)
            .collect()
    }

    fn held_by_all(&self) -> u64 {
        self.votes.iter().map(|votes| votes.0).sum::<u64>() + self.non_transferable.0
    }
}
