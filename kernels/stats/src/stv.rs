//! The single transferable vote as Scottish councils are elected by it: several seats, each voter one vote, of which what its
//! candidate does not need goes on to the next.
//!
//! The Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 45–52: quota ⌊valid / (seats + 1)⌋ + 1;
//! a surplus is passed on from *all* papers of the elected one, each worth surplus · its value / votes held, cut to five
//! decimals (weighted inclusive Gregory method); surpluses before exclusions, the largest first; the last is excluded; ties go
//! by the latest earlier stage at which they were unequal, then by lot. Votes are whole hundred-thousandths, so a count is
//! exact and can be followed on paper.

mod count;

use crate::ballots::Ballots;

/// Votes in hundred-thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Votes(pub u64);

impl Votes {
    /// The parts of one vote.
    pub const ONE: u64 = 100_000;
}

impl std::fmt::Display for Votes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{:05}", self.0 / Votes::ONE, self.0 % Votes::ONE)
    }
}

/// What a stage did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    FirstPreferences,
    /// The surplus of an elected candidate was passed on.
    Surplus {
        candidate: usize,
    },
    /// The candidate was excluded, and the papers went on at their value.
    Exclusion {
        candidate: usize,
    },
}

/// One stage, as its totals are announced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    pub event: Event,
    /// What each candidate holds at its end.
    pub votes: Vec<Votes>,
    /// What nobody holds: papers without a next preference, and decimals cut off.
    pub non_transferable: Votes,
    /// Who reached the quota, or took the last seats; most votes first.
    pub elected: Vec<usize>,
    /// Whose turn only the lot could tell; empty otherwise. The one of `event` is among them.
    pub by_lot: Vec<usize>,
}

/// The whole count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    pub valid: u64,
    /// In whole votes.
    pub quota: u64,
    /// In the order of election.
    pub elected: Vec<usize>,
    pub stages: Vec<Stage>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountError {
    /// There must be a seat to fill.
    NoSeats,
    /// The lot must name every candidate once.
    Lot { candidates: usize },
}

impl std::fmt::Display for CountError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoSeats => write!(f, "there is no seat to fill: give the number of seats"),
            Self::Lot { candidates } => write!(f, "the lot must name each of the {candidates} candidates once"),
        }
    }
}

impl std::error::Error for CountError {}

/// Counts the ballots. `lot` is an order of all candidates drawn before the count: of those that nothing else tells apart,
/// the one named first is favoured (their surplus is passed on first, they are excluded last).
///
/// With no more candidates than seats, all are elected. O(entries · candidates · stages).
pub fn count(ballots: &Ballots, seats: usize, lot: &[usize]) -> Result<Count, CountError> {
    let candidates = ballots.candidates();
    let mut places = vec![None; candidates];
    for (place, candidate) in lot.iter().enumerate() {
        if let Some(entry) = places.get_mut(*candidate) {
            *entry = Some(place);
        }
    }
    let places: Option<Vec<usize>> = places.into_iter().collect();
    let Some(places) = places.filter(|_| lot.len() == candidates) else {
        return Err(CountError::Lot { candidates });
    };
    if seats == 0 {
        return Err(CountError::NoSeats);
    }
    Ok(count::Counting::new(ballots, seats, places).finish())
}
