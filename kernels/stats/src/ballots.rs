//! Ballots that put candidates in order, as [`schulze`](crate::schulze) and [`stv`](crate::stv) count them, and a reader for
//! the files in which real counts are published.

mod read;

pub use read::{Contest, ReadError, read};

/// Ranked ballots; candidates count from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballots {
    candidates: usize,
    /// The preferences of all ballots after one another.
    preferences: Vec<u16>,
    papers: Vec<Paper>,
    valid: u64,
    blank: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Paper {
    start: usize,
    end: usize,
    times: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BallotError {
    /// A candidate that does not stand: they count from 0.
    UnknownCandidate { candidate: usize },
    /// The candidate stands twice on one ballot.
    Twice { candidate: usize },
    /// More than [`Ballots::MOST_CANDIDATES`] candidates.
    TooManyCandidates { candidates: usize },
    /// More than [`Ballots::MOST`] ballots.
    TooManyBallots,
}

impl std::fmt::Display for BallotError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::UnknownCandidate { candidate } => write!(f, "candidate {candidate} is not in the list"),
            Self::Twice { candidate } => write!(f, "candidate {candidate} is ranked twice: keep one"),
            Self::TooManyCandidates { candidates } => {
                write!(f, "{candidates} candidates; the most is {}", Ballots::MOST_CANDIDATES)
            }
            Self::TooManyBallots => write!(f, "more than {} ballots", Ballots::MOST),
        }
    }
}

impl std::error::Error for BallotError {}

impl Ballots {
    pub const MOST_CANDIDATES: usize = 1_000;
    pub const MOST: u64 = 1 << 40;

    pub fn new(candidates: usize) -> Result<Ballots, BallotError> {
        if candidates > Self::MOST_CANDIDATES {
            return Err(BallotError::TooManyCandidates { candidates });
        }
        Ok(Ballots {
            candidates,
            preferences: Vec::new(),
            papers: Vec::new(),
            valid: 0,
            blank: 0,
        })
    }

    /// Casts `times` equal ballots that rank candidates from best on; those left out come after all. A ballot that ranks
    /// nobody is blank: it is told, and counts for nothing. On an error nothing is cast.
    pub fn cast(&mut self, order: &[usize], times: u64) -> Result<(), BallotError> {
        for (place, candidate) in order.iter().copied().enumerate() {
            if candidate >= self.candidates {
                return Err(BallotError::UnknownCandidate { candidate });
            }
            if order[..place].contains(&candidate) {
                return Err(BallotError::Twice { candidate });
            }
        }
        if times > Self::MOST - self.valid - self.blank {
            return Err(BallotError::TooManyBallots);
        }
        if order.is_empty() {
            self.blank += times;
            return Ok(());
        }
        let start = self.preferences.len();
        // At most 1,000, so they fit.
        self.preferences.extend(order.iter().map(|candidate| *candidate as u16));
        self.papers.push(Paper {
            start,
            end: self.preferences.len(),
            times,
        });
        self.valid += times;
        Ok(())
    }

    pub fn candidates(&self) -> usize {
        self.candidates
    }

    /// Ballots that rank somebody.
    pub fn valid(&self) -> u64 {
        self.valid
    }

    pub fn blank(&self) -> u64 {
        self.blank
    }

    /// Each entry's order and how many cast it.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&[u16], u64)> {
        self.papers
            .iter()
            .map(|paper| (&self.preferences[paper.start..paper.end], paper.times))
    }

    pub(crate) fn paper(&self, place: usize) -> (&[u16], u64) {
        let paper = self.papers[place];
        (&self.preferences[paper.start..paper.end], paper.times)
    }
}
