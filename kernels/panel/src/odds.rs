//! Fair odds: for everybody in the pool the chance to be chosen, a lottery over panels that gives exactly these
//! chances, and a certificate that no other lottery is fairer.

use crate::composition::Rules;
use crate::error::Error;
use crate::infeasible;
use crate::problem::Problem;
use crate::realise::{Mixture, Realised, generate, whole};
use crate::target::{self, Target};

/// Exact odds are computed for at most this many member types.
pub const MOST_TYPES: usize = 4_000;
/// The certificate holds when no probability can be off by more than this.
pub const TOLERANCE: f64 = 1e-6;
/// Rounds of cutting what no panel reaches.
const MOST_CUTS: usize = 1_000;

/// Chances and what proves them.
#[derive(Debug, Clone)]
pub struct Odds {
    /// The chance of each person, 0–1, in the order of the pool. They add up to the size of the panel.
    pub probabilities: Vec<f64>,
    pub certificate: Certificate,
    /// Compositions with their chances: the lottery itself, over member types.
    pub(crate) mixture: Mixture,
}

/// Why nothing is fairer. Level by level, from the worst odds up: `bound` is the highest value that any lottery can
/// give to all people of the level who gives those of the levels before it what they have. Each bound is the optimum
/// of an integer program over all panels, so that it can be checked with any other solver: with the weights of the
/// level, maximise the sum over members of weight / people of the member's type.
#[derive(Debug, Clone, PartialEq)]
pub struct Certificate {
    pub levels: Vec<CertifiedLevel>,
    /// Integer programs and inequalities that were needed beyond the quotas themselves.
    pub cuts: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub struct CertifiedLevel {
    /// The lowest probability in this level.
    pub value: f64,
    /// The highest that it could be.
    pub bound: f64,
    /// Indices into [`Problem::people`] of those whom this level settles.
    pub people: Vec<usize>,
    /// A weight for each person of the pool's member types that has one, as (index of any person of the type, weight).
    pub weights: Vec<(usize, f64)>,
}

impl Certificate {
    /// The largest distance from a bound.
    pub fn gap(&self) -> f64 {
        self.levels
            .iter()
            .map(|level| level.bound - level.value)
            .fold(0.0, f64::max)
    }

    /// Whether the odds are proved within [`TOLERANCE`].
    pub fn holds(&self) -> bool {
        self.gap() <= TOLERANCE
    }
}

impl Odds {
    /// The worst chance of anybody.
    pub fn min_probability(&self) -> f64 {
        self.probabilities.iter().copied().fold(1.0, f64::min)
    }
}

/// The lottery that raises the lowest chance as far as it goes, then the second lowest, and so on (LEXIMIN of Flanigan,
/// Gölz, Gupta, Hennig & Procaccia, "Fair algorithms for selecting citizens' assemblies", *Nature* 596, 2021). The
/// chances are unique; people of one member type get the same.
///
/// Grows about quadratically with the number of member types: 250 take a quarter of a second, 1,000 under ten seconds.
pub fn leximin(problem: &Problem) -> Result<Odds, Error> {
    fair(problem, Fairness::Leximin)
}

/// A lottery that raises the lowest chance as far as it goes (MAXIMIN there) and, of all counts that the quotas allow
/// with it, starts from those nearest to equal odds. Cheaper than [`leximin`], and less fair to everybody but the
/// worst placed.
pub fn maximin(problem: &Problem) -> Result<Odds, Error> {
    fair(problem, Fairness::Maximin)
}

#[derive(Clone, Copy, PartialEq)]
enum Fairness {
    Leximin,
    Maximin,
}

/// A target that is too high is cut down until a lottery reaches it: each cut holds for all panels, so that the target
/// never falls below what the fairest lottery gives.
fn fair(problem: &Problem, fairness: Fairness) -> Result<Odds, Error> {
    let (mut rules, mut known) = (start(problem)?, Vec::new());
    for _ in 0..MOST_CUTS {
        let (target, floors) = match fairness {
            Fairness::Leximin => {
                let target = target::leximin(&rules)?;
                let floors = target.probabilities.clone();
                (target, floors)
            }
            Fairness::Maximin => {
                let target = target::maximin(&rules)?;
                let floors = vec![target.levels[0].value; rules.people.len()];
                (target, floors)
            }
        };
        let mut mixture = whole(&rules, &counts(&rules, &target), &mut known);
        if mixture.is_none() && fairness == Fairness::Maximin {
            // The fairest expectations raise the lowest chance as far, and lie less often in a corner without panels.
            mixture = whole(&rules, &counts(&rules, &target::leximin(&rules)?), &mut known);
        }
        if let Some(mixture) = mixture {
            return finish(problem, &rules, target, mixture);
        }
        match generate(&rules, &floors, &mut known)? {
            Realised::Mixture(mixture) => return finish(problem, &rules, target, mixture),
            Realised::Cut(cut) => rules.cuts.push(cut),
        }
    }
    Err(Error::TooHard)
}

/// How many of each type a panel has on average.
fn counts(rules: &Rules, target: &Target) -> Vec<f64> {
    let pairs = target.probabilities.iter().zip(&rules.people);
    pairs.map(|(p, people)| p * f64::from(*people)).collect()
}

fn start(problem: &Problem) -> Result<Rules, Error> {
    match infeasible::explain(problem)? {
        Some(why) => Err(Error::Infeasible(Box::new(why))),
        None => Ok(problem.rules().clone()),
    }
}

/// What the lottery really gives, and the bounds, each by an integer program of its own: nothing that was found on the
/// way is taken on trust.
fn finish(problem: &Problem, rules: &Rules, target: Target, mixture: Mixture) -> Result<Odds, Error> {
    let types = problem.types();
    let mut of_type = vec![0.0; types.list.len()];
    for (chance, composition) in &mixture {
        for (t, seats) in composition.iter().enumerate() {
            of_type[t] += chance * f64::from(*seats) / f64::from(rules.people[t]);
        }
    }
    let everywhere = problem.rules().everywhere();
    let mut levels = Vec::with_capacity(target.levels.len());
    for level in target.levels {
        let prices: Vec<f64> = level
            .weights
            .iter()
            .zip(&rules.people)
            .map(|(w, n)| w / f64::from(*n))
            .collect();
        let Some(best) = problem.rules().best(&prices, &everywhere)? else {
            return Err(Error::TooHard);
        };
        let worth: f64 = best
            .iter()
            .zip(&prices)
            .map(|(seats, price)| f64::from(*seats) * price)
            .sum();
        let (mut earlier, mut here) = (0.0, 0.0);
        for (t, weight) in level.weights.iter().enumerate() {
            if level.types.contains(&t) {
                here += weight;
            } else {
                earlier += weight * of_type[t];
            }
        }
        levels.push(CertifiedLevel {
            value: level.types.iter().map(|t| of_type[*t]).fold(1.0, f64::min),
            bound: (worth - earlier) / here,
            people: level
                .types
                .iter()
                .flat_map(|t| types.list[*t].people.iter().copied())
                .collect(),
            weights: (level.weights.iter().enumerate())
                .filter(|(_, weight)| **weight > 0.0)
                .map(|(t, weight)| (types.list[t].people[0], *weight))
                .collect(),
        });
    }
    Ok(Odds {
        probabilities: types.of.iter().map(|t| of_type[*t]).collect(),
        certificate: Certificate {
            levels,
            cuts: rules.cuts.len(),
        },
        mixture,
    })
}
