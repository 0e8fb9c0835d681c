//! Which texts may say the same in other words: every pair whose cosine reaches a threshold. Candidates for a person, no more:
//! texts that say the opposite of the same thing lie as near each other as those that agree.

use super::{LANES, Sentences};
use crate::duplicates::{Cluster, Pair};

/// Texts that can be compared all with all. The time grows with their square: 10¹¹ products of numbers at 100 dimensions.
pub const MOST_TEXTS: usize = 50_000;
/// Rows that are compared with each other while they lie in the nearest memory.
const BLOCK: usize = 32;
/// How far a product in single precision may lie from the true one, with room to spare.
const ROUNDING: f64 = 1e-4;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PairOptions {
    /// Least cosine of a pair, above 0 and at most 1. How near texts lie depends on the vectors: begin high, at 0.9, and go down while
    /// the pairs are worth reading.
    pub threshold: f64,
    /// Most pairs to list; the most similar stay.
    pub max_pairs: usize,
}

impl Default for PairOptions {
    fn default() -> Self {
        PairOptions {
            threshold: 0.9,
            max_pairs: 10_000,
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Pairs {
    /// The most similar first, then by `first` and `second`; `similarity` is the cosine.
    pub pairs: Vec<Pair>,
    /// Whether all pairs found are listed: not so when there are more than [`PairOptions::max_pairs`].
    pub complete: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PairError {
    /// The threshold is not above 0 and at most 1.
    Threshold(f64),
    /// More than [`MOST_TEXTS`] texts would have to be compared all with all.
    TooManyTexts(usize),
}

impl std::fmt::Display for PairError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            PairError::Threshold(given) => write!(
                f,
                "the threshold {given} is not above 0 and at most 1; 0.9 is a good one to begin with"
            ),
            PairError::TooManyTexts(given) => {
                write!(
                    f,
                    "{given} texts are too many to compare all with all; divide them into {MOST_TEXTS} at most"
                )
            }
        }
    }
}

impl std::error::Error for PairError {}

impl Sentences {
    /// The pairs of texts that may say the same in other words.
    ///
    /// Texts that say it in nearly the same words are another finding ([`crate::duplicates::find`]): give its `clusters`, and
    /// only the typical text of each is compared, so that a campaign is met once and not in every pair of its copies.
    ///
    /// Exact: every pair is looked at. Time: texts² × dimensions / 2; memory: the texts' vectors and twice `max_pairs`.
    ///
    /// # Errors
    /// [`PairError::Threshold`] outside 0 to 1, [`PairError::TooManyTexts`] for more than can be looked at pair by pair.
    pub fn pairs(&self, duplicates: &[Cluster], options: &PairOptions) -> Result<Pairs, PairError> {
        if !(options.threshold > 0.0 && options.threshold <= 1.0) {
            return Err(PairError::Threshold(options.threshold));
        }
        let chosen = self.chosen(duplicates);
        if chosen.len() > MOST_TEXTS {
            return Err(PairError::TooManyTexts(chosen.len()));
        }
        let mut best = Best::new(options);
        let blocks: Vec<&[usize]> = chosen.chunks(BLOCK).collect();
        for (place, block) in blocks.iter().enumerate() {
            for other in &blocks[place..] {
                self.compare(block, other, &mut best);
            }
        }
        Ok(best.finish())
    }

    /// Texts with a vector, without copies of others.
    fn chosen(&self, duplicates: &[Cluster]) -> Vec<usize> {
        let mut left_out = vec![false; self.len()];
        for cluster in duplicates {
            for member in cluster.members.iter().filter(|member| **member != cluster.typical) {
                if let Some(out) = left_out.get_mut(*member) {
                    *out = true;
                }
            }
        }
        (0..self.len())
            .filter(|text| self.has[*text] && !left_out[*text])
            .collect()
    }

    fn compare(&self, block: &[usize], other: &[usize], best: &mut Best) {
        for &a in block {
            let row = self.row(a);
            for &b in other.iter().filter(|b| a < **b) {
                if f64::from(product(row, self.row(b))) < best.least - ROUNDING {
                    continue;
                }
                if let Some(similarity) = self.similarity(a, b).filter(|cosine| *cosine >= best.least) {
                    best.add(Pair {
                        first: a,
                        second: b,
                        similarity,
                    });
                }
            }
        }
    }
}

/// In [`LANES`] sums, which become vector instructions, added up in their order.
fn product(a: &[f32], b: &[f32]) -> f32 {
    let (a, _) = a.as_chunks::<LANES>();
    let (b, _) = b.as_chunks::<LANES>();
    let mut sums = [0.0; LANES];
    for (a, b) in a.iter().zip(b) {
        for lane in 0..LANES {
            sums[lane] += a[lane] * b[lane];
        }
    }
    sums.iter().sum()
}

/// The best pairs so far.
struct Best {
    pairs: Vec<Pair>,
    most: usize,
    /// What a pair must reach now: grows when there are more than can be kept.
    least: f64,
    complete: bool,
}

impl Best {
    fn new(options: &PairOptions) -> Best {
        Best {
            pairs: Vec::new(),
            most: options.max_pairs,
            least: options.threshold,
            complete: true,
        }
    }

    fn add(&mut self, pair: Pair) {
        self.pairs.push(pair);
        if self.pairs.len() > self.most.saturating_mul(2).max(64) {
            self.trim();
        }
    }

    fn trim(&mut self) {
        self.pairs.sort_unstable_by(|a, b| {
            let by_place = (a.first, a.second).cmp(&(b.first, b.second));
            b.similarity.total_cmp(&a.similarity).then(by_place)
        });
        if self.pairs.len() > self.most {
            self.complete = false;
            self.pairs.truncate(self.most);
            // One that is as similar as the last may still stand before it by its places.
            self.least = self.pairs.last().map_or(self.least, |last| last.similarity);
        }
    }

    fn finish(mut self) -> Pairs {
        self.trim();
        Pairs {
            pairs: self.pairs,
            complete: self.complete,
        }
    }
}
