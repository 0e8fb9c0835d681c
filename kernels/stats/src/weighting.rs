//! Weights that make those who answered agree with those who live here, in every known margin at once (raking), and
//! what they cost in precision.
//!
//! Raking is iterative proportional fitting (Deming & Stephan, *Annals of Mathematical Statistics* 11, 1940): category by
//! category the weights are scaled to the known share, until all margins hold together. Of all weights that meet the
//! margins it finds those nearest to equal ones in entropy. With a largest weight it finds the nearest among those within
//! the limit (one of the bounded distances of Deville & Särndal, *JASA* 87, 1992): weights beyond it are cut *inside* each
//! scaling, so that in the end both the margins and the limit hold; cutting afterwards breaks the margins again.
//!
//! Weights repair who answered, never why: among the young, those who answered still speak for those who did not.

mod cells;

use crate::proportion::{Interval, Z_95, wilson_of};
use cells::Cells;

/// One property of the respondents with the shares known for the population.
#[derive(Debug, Clone, Copy)]
pub struct Margin<'a> {
    /// The category of each respondent, counted from 0; `None` for one who did not tell. Those keep their weight in
    /// this property, and the shares hold among those who told.
    pub categories: &'a [Option<u16>],
    /// Per category its number of people or its share: any unit, scaled to 1.
    pub population: &'a [f64],
}

/// How raking is done.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Raking {
    /// The largest weight allowed, as a multiple of the mean weight; 5 is common. `None` for no limit.
    pub largest: Option<f64>,
    /// The margins hold when no share is further off than this.
    pub tolerance: f64,
    /// How many times at most all margins are gone through.
    pub most_sweeps: usize,
}

impl Default for Raking {
    /// No limit, 10⁻¹³, a thousand sweeps.
    fn default() -> Raking {
        Raking {
            largest: None,
            tolerance: 1e-13,
            most_sweeps: 1_000,
        }
    }
}

/// The weights and what became of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// One per respondent, in their order; the mean is 1.
    pub weights: Vec<f64>,
    pub report: Report,
}

/// What the weights did and what they cost: to be shown wherever a weighted figure is.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Whether every margin holds within the tolerance. If not, the margins contradict each other in this sample, or the
    /// limit leaves no room: merge categories, drop a margin, or raise the limit.
    pub converged: bool,
    pub sweeps: usize,
    /// The largest difference between a weighted share and the known one, as a fraction.
    pub largest_gap: f64,
    /// Per margin and category, in the order given: shares before and after, beside the known one.
    pub margins: Vec<Vec<Share>>,
    pub n: usize,
    /// Kish's design effect, n·Σw² / (Σw)²: how many times wider the variance is than with equal weights (L. Kish,
    /// *Survey Sampling*, 1965, 11.7; it takes the weights as unrelated to the answers).
    pub design_effect: f64,
    /// n / design effect: so many equally weighted respondents would tell as much.
    pub effective_n: f64,
    pub smallest_weight: f64,
    pub largest_weight: f64,
    /// How many respondents stand at the largest weight allowed.
    pub at_limit: usize,
}

/// One category before and after, as fractions of those who told.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    pub unweighted: f64,
    pub weighted: f64,
    pub population: f64,
}

/// Why weights cannot be had. Margins and categories count from 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum RakingError {
    NoRespondents,
    /// The margin tells the category of another number of respondents than the first one.
    Length {
        margin: usize,
        expected: usize,
        found: usize,
    },
    /// A respondent's category has no known share.
    UnknownCategory {
        margin: usize,
        respondent: usize,
        category: u16,
    },
    /// A number of people must be finite and not negative, and not all may be 0.
    Population {
        margin: usize,
        category: usize,
    },
    /// People live in the category and none of them answered: no weight can stand for them. Merge it with another.
    NobodyAnswered {
        margin: usize,
        category: usize,
    },
    /// Someone answered from a category in which nobody is said to live. Correct the figures or merge the category.
    NobodyLivesThere {
        margin: usize,
        category: usize,
    },
    /// The largest weight must be a number above 1, the mean.
    Limit {
        largest: f64,
    },
    /// Even with the largest weight for everyone in it the category stays below its share: it needs at least `needed`.
    LimitTooLow {
        margin: usize,
        category: usize,
        needed: f64,
    },
}

impl std::fmt::Display for RakingError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoRespondents => write!(f, "nobody answered: there is nothing to weight"),
            Self::Length {
                margin,
                expected,
                found,
            } => {
                write!(
                    f,
                    "margin {margin} tells of {found} respondents, the first of {expected}: give each one, or none"
                )
            }
            Self::UnknownCategory {
                margin,
                respondent,
                category,
            } => write!(
                f,
                "respondent {respondent} has category {category} in margin {margin}, whose share is not given: add it"
            ),
            Self::Population { margin, category } => {
                write!(
                    f,
                    "margin {margin}, category {category}: give a number of people that is finite and not negative"
                )
            }
            Self::NobodyAnswered { margin, category } => write!(
                f,
                "nobody answered from category {category} of margin {margin}: merge it with another, no weight can stand for it"
            ),
            Self::NobodyLivesThere { margin, category } => write!(
                f,
                "category {category} of margin {margin} has respondents but no population: correct it, or merge it with another"
            ),
            Self::Limit { largest } => write!(
                f,
                "the largest weight is {largest}: give a number above 1, the mean weight"
            ),
            Self::LimitTooLow {
                margin,
                category,
                needed,
            } => write!(
                f,
                "category {category} of margin {margin} needs weights of {needed:.2}: raise the limit, or merge the category"
            ),
        }
    }
}

impl std::error::Error for RakingError {}

/// Weights for the respondents so that every margin holds.
///
/// Respondents alike in every margin form a cell and get the same weight, whatever their order. O(respondents · margins)
/// once, then O(cells · margins) a sweep.
pub fn rake(margins: &[Margin<'_>], raking: Raking) -> Result<Weights, RakingError> {
    let respondents = margins.first().map_or(0, |margin| margin.categories.len());
    if respondents == 0 {
        return Err(RakingError::NoRespondents);
    }
    let limit = match raking.largest {
        None => f64::INFINITY,
        Some(largest) if largest > 1.0 => largest,
        Some(largest) => return Err(RakingError::Limit { largest }),
    };
    let targets = margins
        .iter()
        .enumerate()
        .map(|(place, margin)| target(place, margin, respondents));
    let targets: Vec<Vec<f64>> = targets.collect::<Result<_, _>>()?;
    let cells = Cells::of(margins, respondents);
    for (place, shares) in targets.iter().enumerate() {
        check_answered(place, shares, &cells.count(place, shares.len()), limit)?;
    }

    // What each cell's weight would be without a limit, and what it is.
    let mut free = vec![1.0; cells.len()];
    let (mut sweeps, mut gap) = (0, cells.largest_gap(&targets, &free, limit));
    while gap > raking.tolerance && sweeps < raking.most_sweeps {
        for (place, shares) in targets.iter().enumerate() {
            cells.scale(place, shares, &mut free, limit);
        }
        sweeps += 1;
        gap = cells.largest_gap(&targets, &free, limit);
    }
    let weights = cells.spread(&free, limit);
    let report = Report {
        converged: gap <= raking.tolerance,
        sweeps,
        largest_gap: gap,
        margins: cells.shares(&targets, &free, limit),
        at_limit: weights.iter().filter(|weight| **weight >= limit).count(),
        ..Report::of(&weights)
    };
    Ok(Weights { weights, report })
}

impl Report {
    fn of(weights: &[f64]) -> Report {
        let n = weights.len();
        let sum: f64 = weights.iter().sum();
        let squares: f64 = weights.iter().map(|weight| weight * weight).sum();
        let effective_n = sum * sum / squares;
        Report {
            converged: true,
            sweeps: 0,
            largest_gap: 0.0,
            margins: Vec::new(),
            n,
            design_effect: n as f64 / effective_n,
            effective_n,
            smallest_weight: weights.iter().copied().fold(f64::INFINITY, f64::min),
            largest_weight: weights.iter().copied().fold(0.0, f64::max),
            at_limit: 0,
        }
    }
}

/// A weighted share with its unweighted base.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeightedShare {
    /// The weighted share, 0–1.
    pub share: f64,
    /// How many answered.
    pub n: usize,
    /// As how many the weights let them count.
    pub effective_n: f64,
    /// Wilson's interval at 95 % with the effective n in the place of n.
    pub interval: Interval,
}

impl Weights {
    /// The weighted share of those who chose something, among those who answered the question; `chosen` tells it per
    /// respondent, `None` for one who did not answer. `None` when nobody did.
    pub fn share(&self, chosen: impl IntoIterator<Item = Option<bool>>) -> Option<WeightedShare> {
        let (mut n, mut sum, mut squares, mut yes) = (0, 0.0, 0.0, 0.0);
        for (weight, chose) in self.weights.iter().zip(chosen) {
            let Some(chose) = chose else { continue };
            n += 1;
            sum += weight;
            squares += weight * weight;
            yes += if chose { *weight } else { 0.0 };
        }
        let (share, effective_n) = ((yes / sum).clamp(0.0, 1.0), sum * sum / squares);
        let interval = wilson_of(share, effective_n, Z_95)?;
        Some(WeightedShare {
            share,
            n,
            effective_n,
            interval,
        })
    }
}

/// The known shares of a margin, with its codes checked.
fn target(place: usize, margin: &Margin<'_>, respondents: usize) -> Result<Vec<f64>, RakingError> {
    if margin.categories.len() != respondents {
        let found = margin.categories.len();
        return Err(RakingError::Length {
            margin: place,
            expected: respondents,
            found,
        });
    }
    for (respondent, category) in margin.categories.iter().enumerate() {
        if let Some(category) = category.filter(|category| usize::from(*category) >= margin.population.len()) {
            return Err(RakingError::UnknownCategory {
                margin: place,
                respondent,
                category,
            });
        }
    }
    let is_number = |people: &f64| people.is_finite() && *people >= 0.0;
    if let Some(category) = margin.population.iter().position(|people| !is_number(people)) {
        return Err(RakingError::Population {
            margin: place,
            category,
        });
    }
    let all: f64 = margin.population.iter().sum();
    // A margin that nobody told of asks for nothing, so it may be empty.
    let nobody_told = margin.categories.iter().all(Option::is_none);
    let is_some = all > 0.0 && all.is_finite();
    if !nobody_told && !is_some {
        return Err(RakingError::Population {
            margin: place,
            category: 0,
        });
    }
    Ok(match nobody_told {
        true => Vec::new(),
        false => margin.population.iter().map(|people| people / all).collect(),
    })
}

fn check_answered(margin: usize, shares: &[f64], answered: &[f64], limit: f64) -> Result<(), RakingError> {
    let told: f64 = answered.iter().sum();
    for (category, (share, answered)) in shares.iter().zip(answered).enumerate() {
        if *answered == 0.0 && *share > 0.0 {
            return Err(RakingError::NobodyAnswered { margin, category });
        }
        if *answered > 0.0 && *share == 0.0 {
            return Err(RakingError::NobodyLivesThere { margin, category });
        }
        let needed = share * told / answered;
        if *answered > 0.0 && needed > limit {
            return Err(RakingError::LimitTooLow {
                margin,
                category,
                needed,
            });
        }
    }
    Ok(())
}
