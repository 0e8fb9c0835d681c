//! Spherical k-means: each text goes to the centre with which its cosine is largest, each centre to the mean direction of
//! its texts. Begun several times; the try with the greatest sum of cosines wins.

use super::largest;
use super::vectors::Vectors;
use crate::numbers::Stream;

const TRIES: usize = 10;
/// Rounds of each try, and of the winner at most.
const SHORT: usize = 6;
const LONG: usize = 30;

/// The centres of the best try: one row for each term, with its weight in each centre.
pub(super) fn best_centres(vectors: &Vectors, themes: usize, stream: &mut Stream) -> Vec<f64> {
    let mut best = Try::begin(vectors, themes, stream);
    best.run(vectors, SHORT);
    for _ in 1..TRIES {
        let mut next = Try::begin(vectors, themes, stream);
        next.run(vectors, SHORT);
        if next.cosines > best.cosines {
            best = next;
        }
    }
    best.run(vectors, LONG);
    let rows = best.centres.chunks_exact(best.width);
    rows.flat_map(|weights| weights[..themes].iter().copied()).collect()
}

/// Themes that are reckoned with side by side.
const TOGETHER: usize = 4;

struct Try {
    themes: usize,
    /// The themes, up to a whole number of times [`TOGETHER`]: what is there beyond them is always 0.
    width: usize,
    centres: Vec<f64>,
    cosines: f64,
}

impl Try {
    /// Draws the first centres among the texts, each with a probability that grows with its distance from those
    /// drawn before (k-means++, Arthur and Vassilvitskii, 2007; the distance is 1 − cosine).
    fn begin(vectors: &Vectors, themes: usize, stream: &mut Stream) -> Try {
        let width = themes.next_multiple_of(TOGETHER);
        let mut begun = Try {
            themes,
            width,
            centres: vec![0.0; vectors.columns() * width],
            cosines: 0.0,
        };
        let mut distance: Vec<f64> = vectors
            .rows()
            .map(|row| if row.is_empty() { 0.0 } else { 1.0 })
            .collect();
        let mut dense = vec![0.0; vectors.columns()];
        for theme in 0..themes {
            let drawn = draw(&distance, stream);
            for (term, value) in vectors.row(drawn) {
                dense[*term as usize] = *value;
                begun.centres[*term as usize * width + theme] = *value;
            }
            for (distance, row) in distance.iter_mut().zip(vectors.rows()) {
                let cosine: f64 = row.iter().map(|(term, value)| value * dense[*term as usize]).sum();
                *distance = distance.min((1.0 - cosine).max(0.0));
            }
            for (term, _) in vectors.row(drawn) {
                dense[*term as usize] = 0.0;
            }
        }
        begun
    }

    fn run(&mut self, vectors: &Vectors, rounds: usize) {
        for _ in 0..rounds {
            let before = self.cosines;
            self.round(vectors);
            if self.cosines - before <= 1e-6 * self.cosines {
                break;
            }
        }
    }

    fn round(&mut self, vectors: &Vectors) {
        let mut sums = vec![0.0; self.centres.len()];
        let mut cosines = vec![0.0; self.width];
        self.cosines = 0.0;
        for row in vectors.rows() {
            cosines.fill(0.0);
            for (term, value) in row {
                add(&mut cosines, self.weights(*term), *value);
            }
            let Some(nearest) = largest(&cosines[..self.themes]) else {
                continue;
            };
            self.cosines += cosines[nearest];
            for (term, value) in row {
                sums[*term as usize * self.width + nearest] += value;
            }
        }
        let mut lengths = vec![0.0; self.width];
        for weights in sums.chunks_exact(self.width) {
            lengths
                .iter_mut()
                .zip(weights)
                .for_each(|(length, weight)| *length += weight * weight);
        }
        // A centre that lost all its texts stays where it is.
        for (centre, sum) in self
            .centres
            .chunks_exact_mut(self.width)
            .zip(sums.chunks_exact(self.width))
        {
            for ((centre, sum), length) in centre.iter_mut().zip(sum).zip(&lengths) {
                if *length > 0.0 {
                    *centre = sum / length.sqrt();
                }
            }
        }
    }

    fn weights(&self, term: u32) -> &[f64] {
        &self.centres[term as usize * self.width..][..self.width]
    }
}

/// Adds `times · of` to `to`, whose lengths are whole numbers of times [`TOGETHER`].
fn add(to: &mut [f64], of: &[f64], times: f64) {
    let (to, _) = to.as_chunks_mut::<TOGETHER>();
    let (of, _) = of.as_chunks::<TOGETHER>();
    for (to, of) in to.iter_mut().zip(of) {
        for lane in 0..TOGETHER {
            to[lane] += times * of[lane];
        }
    }
}

/// A place with probability proportional to its weight; when all weigh nothing, the first.
fn draw(weights: &[f64], stream: &mut Stream) -> usize {
    let mut left = stream.unit() * weights.iter().sum::<f64>();
    let mut last = 0;
    for (place, weight) in weights.iter().enumerate().filter(|(_, weight)| **weight > 0.0) {
        last = place;
        left -= weight;
        if left < 0.0 {
            break;
        }
    }
    last
}
