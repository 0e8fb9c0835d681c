//! Themes by meaning: the same search on the vectors of [`crate::embedding`], in which texts on one subject lie near each other
//! though they share no word. Terms, shares and typical texts are read out as for the other themes.

use super::factors::{Factors, descend};
use super::vectors::Vectors;
use super::{clustering, largest};
use crate::embedding::Sentences;
use crate::numbers::Stream;

const TRIES: usize = 10;
/// Rounds of each try, and of the winner at most.
const SHORT: usize = 6;
const LONG: usize = 30;
/// Passes of coordinate descent for each text.
const SWEEPS: usize = 4;

/// Centres of the best try, `themes × dimensions` row by row.
pub(super) fn best_centres(sentences: &Sentences, themes: usize, stream: &mut Stream) -> Vec<f64> {
    let rows: Vec<&[f32]> = (0..sentences.len()).filter_map(|text| sentences.vector(text)).collect();
    let mut best = Try::begin(&rows, themes, stream);
    best.run(&rows, SHORT);
    for _ in 1..TRIES {
        let mut next = Try::begin(&rows, themes, stream);
        next.run(&rows, SHORT);
        if next.cosines > best.cosines {
            best = next;
        }
    }
    best.run(&rows, LONG);
    best.centres
}

/// Each text decomposed on the centres, and each theme's terms: the mean TF-IDF vector of the texts that lie most in it.
pub(super) fn decompose(sentences: &Sentences, vectors: &Vectors, centres: &[f64], themes: usize) -> Factors {
    let centre = |theme: usize| &centres[theme * sentences.dimensions()..][..sentences.dimensions()];
    let mut gram = vec![0.0; themes * themes];
    for a in 0..themes {
        for b in 0..themes {
            gram[a * themes + b] = centre(a).iter().zip(centre(b)).map(|(x, y)| x * y).sum();
        }
    }
    let mut texts = vec![0.0; sentences.len() * themes];
    let mut products = vec![0.0; themes];
    for (text, weights) in texts.chunks_exact_mut(themes).enumerate() {
        let Some(row) = sentences.vector(text) else { continue };
        (products.iter_mut().enumerate()).for_each(|(theme, product)| *product = cosine(row, centre(theme)));
        for _ in 0..SWEEPS {
            descend(weights, &products, &gram);
        }
    }
    let terms = terms(vectors, &texts, themes);
    Factors::new(themes, texts, terms)
}

/// `terms × themes`, each theme of length 1.
fn terms(vectors: &Vectors, texts: &[f64], themes: usize) -> Vec<f64> {
    let mut terms = vec![0.0; vectors.terms() * themes];
    for (weights, row) in texts.chunks_exact(themes).zip(vectors.rows()) {
        let Some(theme) = largest(weights) else { continue };
        for (term, value) in row {
            terms[*term as usize * themes + theme] += value;
        }
    }
    for theme in 0..themes {
        let of = || (theme..vectors.terms() * themes).step_by(themes);
        let length = of().map(|place| terms[place] * terms[place]).sum::<f64>().sqrt();
        if length > 0.0 {
            of().for_each(|place| terms[place] /= length);
        }
    }
    terms
}

struct Try {
    dimensions: usize,
    centres: Vec<f64>,
    cosines: f64,
}

impl Try {
    /// Draws the first centres as for the other themes ([`clustering`]).
    fn begin(rows: &[&[f32]], themes: usize, stream: &mut Stream) -> Try {
        let mut begun = Try {
            dimensions: rows.first().map_or(0, |row| row.len()),
            centres: Vec::new(),
            cosines: 0.0,
        };
        let mut distance = vec![1.0_f64; rows.len()];
        for _ in 0..themes {
            let drawn: Vec<f64> = rows[clustering::draw(&distance, stream)]
                .iter()
                .map(|number| f64::from(*number))
                .collect();
            for (distance, row) in distance.iter_mut().zip(rows) {
                *distance = distance.min((1.0 - cosine(row, &drawn)).max(0.0));
            }
            begun.centres.extend(drawn);
        }
        begun
    }

    fn run(&mut self, rows: &[&[f32]], rounds: usize) {
        for _ in 0..rounds {
            let before = self.cosines;
            self.round(rows);
            if self.cosines - before <= 1e-6 * self.cosines {
                break;
            }
        }
    }

    fn round(&mut self, rows: &[&[f32]]) {
        let mut sums = vec![0.0; self.centres.len()];
        self.cosines = 0.0;
        for row in rows {
            let each = self
                .centres
                .chunks_exact(self.dimensions)
                .map(|centre| cosine(row, centre));
            let nearest = each
                .enumerate()
                .reduce(|best, one| if one.1 > best.1 { one } else { best });
            let Some((nearest, cosine)) = nearest else { continue };
            self.cosines += cosine;
            let sum = &mut sums[nearest * self.dimensions..][..self.dimensions];
            (sum.iter_mut().zip(*row)).for_each(|(sum, number)| *sum += f64::from(*number));
        }
        // A centre that lost all its texts stays where it is.
        let centres = self.centres.chunks_exact_mut(self.dimensions);
        for (centre, sum) in centres.zip(sums.chunks_exact(self.dimensions)) {
            let length = sum.iter().map(|number| number * number).sum::<f64>().sqrt();
            if length > 0.0 {
                (centre.iter_mut().zip(sum)).for_each(|(to, sum)| *to = sum / length);
            }
        }
    }
}

/// Sums that are reckoned side by side and added up in their order.
const LANES: usize = 8;

fn cosine(row: &[f32], centre: &[f64]) -> f64 {
    let (rows, rest) = row.as_chunks::<LANES>();
    let (centres, rest_of_centre) = centre.as_chunks::<LANES>();
    let mut sums = [0.0; LANES];
    for (row, centre) in rows.iter().zip(centres) {
        for lane in 0..LANES {
            sums[lane] += f64::from(row[lane]) * centre[lane];
        }
    }
    let rest = rest.iter().zip(rest_of_centre).map(|(x, y)| f64::from(*x) * y);
    sums.iter().sum::<f64>() + rest.sum::<f64>()
}
