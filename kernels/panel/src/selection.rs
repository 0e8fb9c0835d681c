//! The whole way in one call: odds by one of three algorithms, the published lottery, and the panel that a public seed
//! draws from it. What `samspel analyse panel` shows.

use crate::draw::{self, Draw};
use crate::error::Error;
use crate::lottery::Lottery;
use crate::odds::{Certificate, leximin, maximin};
use crate::problem::Problem;

/// How odds are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Algorithm {
    /// [`leximin`]: the fairest.
    Leximin,
    /// [`maximin`]: fair to the worst placed.
    Maximin,
    /// [`Lottery::legacy`]: greedy, for comparison.
    Legacy,
}

/// Everything that is told about a drawn panel.
#[derive(Debug, Clone)]
pub struct Selection {
    /// For each person, in the order of the pool: exact, or for [`Algorithm::Legacy`] what the lottery came to.
    pub probabilities: Vec<f64>,
    /// The lowest of them.
    pub min_probability: f64,
    /// Why nothing is fairer; `None` for [`Algorithm::Legacy`].
    pub certificate: Option<Certificate>,
    pub lottery: Lottery,
    /// What is published before the draw, see [`crate::draw`](mod@crate::draw).
    pub document: String,
    pub draw: Draw,
    /// The panel drawn: indices into [`Problem::people`].
    pub panel: Vec<usize>,
}

impl Selection {
    /// Whether the probabilities are proved to within [`crate::odds::TOLERANCE`].
    pub fn certified(&self) -> bool {
        self.certificate.as_ref().is_some_and(Certificate::holds)
    }
}

/// Odds, lottery and draw. `seed` is the public one; everything before the draw is the same whatever it is.
pub fn select(problem: &Problem, algorithm: Algorithm, seed: &str) -> Result<Selection, Error> {
    let odds = match algorithm {
        Algorithm::Leximin => Some(leximin(problem)?),
        Algorithm::Maximin => Some(maximin(problem)?),
        Algorithm::Legacy => None,
    };
    let lottery = match &odds {
        Some(odds) => Lottery::of(problem, odds)?,
        None => Lottery::legacy(problem)?,
    };
    let document = lottery.document(problem);
    let fingerprint = draw::fingerprint(&document);
    let number = draw::number(&fingerprint, seed, lottery.panels().len());
    let panel = lottery.panels()[number - 1].clone();
    let ids = panel
        .iter()
        .map(|person| problem.people()[*person].id.clone())
        .collect();
    let (probabilities, certificate) = match odds {
        Some(odds) => (odds.probabilities, Some(odds.certificate)),
        None => (lottery.probabilities(), None),
    };
    Ok(Selection {
        min_probability: probabilities.iter().copied().fold(1.0, f64::min),
        probabilities,
        certificate,
        lottery,
        document,
        draw: Draw {
            fingerprint,
            number,
            ids,
        },
        panel,
    })
}
