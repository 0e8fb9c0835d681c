//! Things compared two at a time ("which of these two?"): a strength for each, how sure it is, and the chance that one is
//! preferred to another.
//!
//! The model is that of Bradley & Terry (*Biometrika* 39, 1952): i is chosen over j with probability 1 / (1 + e^−(θi − θj)).
//! A weak prior, θ normal around 0 with the same deviation for all, keeps a thing that won all of its few comparisons
//! within reach and makes the answer unique even where the comparisons do not connect all things. The answer is the
//! mode of the posterior, found by Newton's method with conjugate gradients; its uncertainty is the inverse curvature there
//! (Laplace; see Caron & Doucet, *JCGS* 21, 2012, for the model with a prior).
//!
//! One who compares a hundred pairs counts a hundred times here: chance alone is told of choices, not of people.

mod covariance;
mod curvature;

use crate::proportion::{Interval, Z_95};
use covariance::Covariance;
use curvature::{Curvature, Mode};

/// So many times one thing was chosen over another; things count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    pub winner: usize,
    pub loser: usize,
    pub times: u64,
}

/// One thing's place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Strength {
    pub item: usize,
    pub wins: u64,
    pub losses: u64,
    /// θ, in log-odds; the mean over all things is 0.
    pub strength: f64,
    /// Its standard deviation; `None` where there are more than [`MOST_WITH_DEVIATION`] things.
    pub deviation: Option<f64>,
    /// The chance of being chosen over a thing of mean strength: 1 / (1 + e^−θ).
    pub score: f64,
    /// Where that chance lies with 95 %.
    pub interval: Option<Interval>,
}

/// How two things stand to each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// θ of the first less θ of the second.
    pub log_odds: f64,
    /// Its standard deviation. The strengths are found from the same choices, so it is not that of two separate figures.
    pub deviation: Option<f64>,
    /// The chance that the first is chosen.
    pub chance: f64,
}

/// The fitted model.
#[derive(Debug, Clone)]
pub struct Ranking {
    /// Strongest first; equal ones by number.
    pub items: Vec<Strength>,
    pub choices: u64,
    /// Whether the search came to rest. Only choices by the million about chains of things, with a very weak prior, keep it
    /// from that: make the prior stronger.
    pub converged: bool,
    strengths: Vec<f64>,
    covariance: Option<Covariance>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ChoiceError {
    /// A choice names a thing that there is not: they count from 0.
    UnknownItem { choice: usize, item: usize },
    /// A thing was chosen over itself.
    Itself { choice: usize, item: usize },
    /// The prior's deviation must be a number within [`LEAST_PRIOR`] and [`MOST_PRIOR`].
    Prior { deviation: f64 },
    /// More than 2⁵³ choices in all, or more than [`MOST_ITEMS`] things.
    TooMany,
}

impl std::fmt::Display for ChoiceError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::UnknownItem { choice, item } => {
                write!(f, "choice {choice} names thing {item}, which is not in the list")
            }
            Self::Itself { choice, item } => {
                write!(f, "choice {choice} sets thing {item} against itself: leave it out")
            }
            Self::Prior { deviation } => {
                write!(
                    f,
                    "the prior deviation is {deviation}: give one from {LEAST_PRIOR} to {MOST_PRIOR}"
                )
            }
            Self::TooMany => write!(f, "more than {MOST_ITEMS} things or 2^53 choices"),
        }
    }
}

impl std::error::Error for ChoiceError {}

/// Weak: two things in three lie within e^±2 of the middle, so 95 % of first guesses about a pair lie between 0.4 and
/// 99.6 % for the stronger.
pub const PRIOR: f64 = 2.0;
pub const LEAST_PRIOR: f64 = 1e-3;
pub const MOST_PRIOR: f64 = 100.0;
pub const MOST_ITEMS: usize = 100_000;
/// Beyond, deviations would need more than a table of 32 MB.
pub const MOST_WITH_DEVIATION: usize = 2_000;

/// Ranks `items` things by choices between them; several entries for a pair add up. `prior` is the deviation of the
/// strengths before anything is known, [`PRIOR`] if in doubt.
///
/// O(choices + items) to sort, O(pairs) per step of a few dozen, and items³ / 3 for the deviations; memory 16 bytes × choices, and
/// 8 bytes × items² with deviations.
///
/// # Errors
/// [`ChoiceError`] for a choice that names no item, too many items, or a prior outside its bounds.
pub fn rank(items: usize, choices: &[Choice], prior: f64) -> Result<Ranking, ChoiceError> {
    check(items, choices, prior)?;
    let precision = 1.0 / (prior * prior);
    let curvature = Curvature::of(items, choices);
    let Mode {
        strengths,
        weights,
        converged,
    } = curvature.mode(precision);
    let covariance = (items <= MOST_WITH_DEVIATION)
        .then(|| Covariance::of(&curvature, &weights, precision))
        .flatten();
    let mut records = vec![(0, 0); items];
    for choice in choices {
        records[choice.winner].0 += choice.times;
        records[choice.loser].1 += choice.times;
    }
    let strength = |(item, (wins, losses)): (usize, (u64, u64))| {
        let theta = strengths[item];
        let deviation = covariance.as_ref().map(|covariance| covariance.deviation(item));
        let interval = deviation.map(|deviation| Interval {
            low: logistic(theta - Z_95 * deviation),
            high: logistic(theta + Z_95 * deviation),
        });
        Strength {
            item,
            wins,
            losses,
            strength: theta,
            deviation,
            score: logistic(theta),
            interval,
        }
    };
    let mut ranked: Vec<Strength> = records.into_iter().enumerate().map(strength).collect();
    ranked.sort_by(|a, b| b.strength.total_cmp(&a.strength).then(a.item.cmp(&b.item)));
    let choices = choices.iter().map(|choice| choice.times).sum();
    Ok(Ranking {
        items: ranked,
        choices,
        converged,
        strengths,
        covariance,
    })
}

impl Ranking {
    /// How two things stand to each other; `None` if there is no such thing. O(items²).
    pub fn difference(&self, first: usize, second: usize) -> Option<Difference> {
        let log_odds = self.strengths.get(first)? - self.strengths.get(second)?;
        let deviation = self
            .covariance
            .as_ref()
            .map(|covariance| covariance.deviation_between(first, second));
        Some(Difference {
            log_odds,
            deviation,
            chance: logistic(log_odds),
        })
    }
}

fn check(items: usize, choices: &[Choice], prior: f64) -> Result<(), ChoiceError> {
    if !(LEAST_PRIOR..=MOST_PRIOR).contains(&prior) {
        return Err(ChoiceError::Prior { deviation: prior });
    }
    let mut sum = 0_u64;
    for (place, choice) in choices.iter().enumerate() {
        if let Some(item) = [choice.winner, choice.loser].into_iter().find(|item| *item >= items) {
            return Err(ChoiceError::UnknownItem { choice: place, item });
        }
        if choice.winner == choice.loser {
            return Err(ChoiceError::Itself {
                choice: place,
                item: choice.winner,
            });
        }
        sum = sum.saturating_add(choice.times);
    }
    if sum > 1 << 53 || items > MOST_ITEMS {
        return Err(ChoiceError::TooMany);
    }
    Ok(())
}

/// 1 / n! for n = 0…13; the next term is below 10⁻¹⁷ for what is left of x.
const INVERSE_FACTORIALS: [f64; 14] = {
    let mut terms = [1.0; 14];
    let mut n = 1;
    while n < terms.len() {
        terms[n] = terms[n - 1] / n as f64;
        n += 1;
    }
    terms
};

/// 1 / (1 + e^−x).
#[inline]
fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + exponential(-x.clamp(-700.0, 700.0)))
}

/// e^x for |x| up to 700, by a sum of its series near 0 and a power of two. The system's own differs in the last digit from
/// machine to machine, and a published ranking must not.
#[inline]
fn exponential(x: f64) -> f64 {
    use std::f64::consts::LOG2_E;
    // ln 2 in two parts, the first with so few digits that its multiples are exact.
    const HIGH: f64 = 0.693_147_180_369_123_8;
    const LOW: f64 = 1.908_214_929_270_587_7e-10;
    // Added to a number whose last digit is 1, a fraction is rounded to a whole number, which then stands in the lowest bits. Unlike
    // the system's own rounding this is done for many numbers at once.
    const WHOLE: f64 = 6_755_399_441_055_744.0;
    let shifted = x * LOG2_E + WHOLE;
    let power = shifted - WHOLE;
    let rest = x - power * HIGH - power * LOW;
    let sum = INVERSE_FACTORIALS.iter().rev().fold(0.0, |sum, term| sum * rest + term);
    sum * f64::from_bits(shifted.to_bits().wrapping_add(1_023) << 52)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exponential_is_that_of_the_system_but_for_the_last_digits() {
        for step in -7_000..=7_000 {
            let x = f64::from(step) / 10.0 + 0.037;
            let x = x.min(700.0);
            assert!((exponential(x) / x.exp() - 1.0).abs() < 1e-15, "{x}");
        }
        assert_eq!(exponential(0.0), 1.0);
    }

    #[test]
    fn odds_beyond_what_a_number_holds_are_all_but_certain() {
        assert!(logistic(-1e9) > 0.0 && logistic(1e9) == 1.0 && logistic(0.0) == 0.5);
    }
}
