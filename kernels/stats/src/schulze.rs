//! Schulze's method: who would win every duel, and if nobody does, who is reached by the strongest chains of duels.
//!
//! M. Schulze, *Social Choice and Welfare* 36 (2011), 267–303. The strength of a path is that of its weakest duel; i stands
//! above j if the strongest path from i to j is stronger than the one back. That relation has no circles, and a candidate
//! who wins every duel stands above all. Duels are compared by winning votes, then by fewer votes against (his ≻win).

use crate::ballots::Ballots;
use std::cmp::Reverse;

/// How many prefer each candidate to each other one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duels {
    candidates: usize,
    over: Vec<u64>,
}

/// How strong a duel or a path is, from its weaker side's view on: a victory by its votes and the fewer against, then a
/// draw, then a defeat, the less the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    Defeat { against: Reverse<u64>, votes: u64 },
    Draw,
    Victory { votes: u64, against: Reverse<u64> },
}

/// The candidates in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Those above whom nobody stands; more than one only in a tie, which is for a lot or a chair to break.
    pub winners: Vec<usize>,
    /// Everyone: first the winners, then those above whom only they stand, and so on. Equal ones by number.
    pub tiers: Vec<Vec<usize>>,
    /// Who wins every duel, if there is one.
    pub condorcet_winner: Option<usize>,
    candidates: usize,
    paths: Vec<Strength>,
}

impl Duels {
    /// From ranked ballots: a candidate ranked is preferred to all ranked later and to those left out. O(entries · candidates²).
    pub fn of(ballots: &Ballots) -> Duels {
        let candidates = ballots.candidates();
        let mut duels = Duels {
            candidates,
            over: vec![0; candidates * candidates],
        };
        let mut behind = vec![true; candidates];
        for (order, times) in ballots.iter() {
            behind.fill(true);
            for candidate in order.iter().copied().map(usize::from) {
                behind[candidate] = false;
                let over = &mut duels.over[candidate * candidates..][..candidates];
                over.iter_mut()
                    .zip(&behind)
                    .filter(|(_, behind)| **behind)
                    .for_each(|(over, _)| *over += times);
            }
        }
        duels
    }

    /// How many prefer the first to the second; 0 for candidates there are not.
    pub fn over(&self, first: usize, second: usize) -> u64 {
        if first < self.candidates && second < self.candidates {
            self.over[first * self.candidates + second]
        } else {
            0
        }
    }

    /// The order of all candidates. O(candidates³): the widest paths by Floyd & Warshall.
    pub fn order(&self) -> Order {
        let n = self.candidates;
        let duel = |place: usize| Strength::of(self.over(place / n, place % n), self.over(place % n, place / n));
        let mut paths: Vec<Strength> = (0..n * n).map(duel).collect();
        for via in 0..n {
            let onward: Vec<Strength> = paths[via * n..][..n].to_vec();
            for from in (0..n).filter(|from| *from != via) {
                let there = paths[from * n + via];
                for (to, path) in paths[from * n..][..n].iter_mut().enumerate() {
                    if to != from {
                        *path = (*path).max(there.min(onward[to]));
                    }
                }
            }
        }
        let above =
            |first: usize, second: usize| first != second && paths[first * n + second] > paths[second * n + first];
        let mut left: Vec<usize> = (0..n).collect();
        let mut tiers = Vec::new();
        while !left.is_empty() {
            // The relation is transitive and has no circles, so someone is always left unbeaten.
            let (tier, rest) = left
                .iter()
                .partition(|second| !left.iter().any(|first| above(*first, **second)));
            tiers.push(tier);
            left = rest;
        }
        let wins_all = |first: &usize| {
            (0..n).all(|second| second == *first || self.over(*first, second) > self.over(second, *first))
        };
        Order {
            winners: tiers.first().cloned().unwrap_or_default(),
            tiers,
            condorcet_winner: (0..n).find(wins_all),
            candidates: n,
            paths,
        }
    }
}

impl Strength {
    fn of(votes: u64, against: u64) -> Strength {
        match votes.cmp(&against) {
            std::cmp::Ordering::Greater => Strength::Victory {
                votes,
                against: Reverse(against),
            },
            std::cmp::Ordering::Equal => Strength::Draw,
            std::cmp::Ordering::Less => Strength::Defeat {
                against: Reverse(against),
                votes,
            },
        }
    }

    /// The winning votes; `None` for a draw or a defeat.
    pub fn votes(self) -> Option<u64> {
        match self {
            Strength::Victory { votes, .. } => Some(votes),
            _ => None,
        }
    }
}

impl Order {
    /// The strongest path from one candidate to another; `None` for the same one or one there is not.
    pub fn path(&self, from: usize, to: usize) -> Option<Strength> {
        let exists = from != to && from < self.candidates && to < self.candidates;
        exists.then(|| self.paths[from * self.candidates + to])
    }
}
