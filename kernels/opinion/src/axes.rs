//! The two directions in which people differ most: principal axes of the centred votes, found without ever
//! holding a dense matrix.
//!
//! With A the centred votes (0 where nobody voted), the axes are the leading eigenvectors of AᵀA. A Lanczos recursion
//! with full reorthogonalisation (Golub & Van Loan, *Matrix Computations*, 4th ed., §10.1–10.3) needs one pass over
//! the votes for a step and some twenty steps; its residual bounds the error, so nothing is left to a number of rounds.

use crate::chance::SplitMix64;
use crate::statement::Columns;
use crate::tridiagonal;
use crate::votes::Votes;

/// Principal axes over the columns of a table of votes.
#[derive(Debug, Clone, PartialEq)]
pub struct Axes {
    /// Two unit vectors at right angles, one weight per column; all 0 where the votes differ in fewer directions.
    pub weights: [Vec<f64>; 2],
    /// What part of the variance each axis explains, 0–1.
    pub explained: [f64; 2],
    /// Largest ‖AᵀAv − λv‖ / λ₁ over the axes: at most 1e-9 unless the search gave up.
    pub residual: f64,
}

/// Residual, relative to the largest eigenvalue, at which a search from nowhere ends: as far as the numbers carry.
const EXACT: f64 = 1e-14;
/// The same for a search from axes that were right before some votes were added: the angle to the exact axes is
/// about this divided by the gap between eigenvalues, far below what a picture or a rank can show.
const WARM: f64 = 1e-9;
/// The most bytes that the vectors of a search may take.
const BASIS_BYTES: usize = 64 << 20;
const MOST_STEPS: usize = 200;
const MOST_RESTARTS: usize = 20;

/// `before` are the axes of an earlier run in the columns of this table; the search starts there, and each axis keeps
/// its direction. Without them an axis points so that its weight of largest size is positive (the first of several).
/// O(votes · steps), 8 bytes · steps for each column.
pub fn principal_axes(votes: &Votes, columns: &Columns, before: Option<&[Vec<f64>; 2]>) -> Axes {
    let mut gram = Gram::new(votes, columns);
    let width = columns.mean.len();
    let dimension = (0..width).filter(|column| columns.is_weighed(*column)).count();
    let mut start = before.and_then(warm_start).unwrap_or_else(|| vec![0.0; width]);
    let warm = start.iter().any(|weight| *weight != 0.0);
    // A little of everything, so that a direction that the old axes know nothing of can come forth.
    let mut noise = SplitMix64::new(0);
    let scale = if warm { 1e-6 } else { 1.0 };
    for (column, weight) in start.iter_mut().enumerate() {
        let chance = noise.unit() - 0.5;
        *weight = if columns.is_weighed(column) {
            *weight + scale * chance
        } else {
            0.0
        };
    }
    let most = MOST_STEPS.min(BASIS_BYTES / (8 * width.max(1))).max(20).min(dimension);
    let tolerance = if warm { WARM } else { EXACT };
    let mut found = Found::nothing(width);
    for _ in 0..MOST_RESTARTS {
        found = lanczos(&mut gram, start, most, tolerance, &mut noise);
        if found.residual <= tolerance || most == dimension {
            break;
        }
        start = sum(&found.vectors);
    }
    let variance = gram.variance();
    finish(found, variance, before)
}

/// Old axes are of use when they are numbers and not all 0.
fn warm_start(before: &[Vec<f64>; 2]) -> Option<Vec<f64>> {
    let start = sum(before);
    let size = dot(&start, &start);
    (size.is_finite() && size > 1e-6).then_some(start)
}

fn sum(vectors: &[Vec<f64>; 2]) -> Vec<f64> {
    vectors[0].iter().zip(&vectors[1]).map(|(a, b)| a + b).collect()
}

/// Directions, with eigenvalues that are nothing but rounding cut off.
fn finish(found: Found, variance: f64, before: Option<&[Vec<f64>; 2]>) -> Axes {
    let mut axes = Axes {
        weights: found.vectors,
        explained: [0.0; 2],
        residual: found.residual,
    };
    for axis in 0..2 {
        let weights = &mut axes.weights[axis];
        if found.values[axis] <= 1e-12 * variance || variance == 0.0 {
            weights.fill(0.0);
            continue;
        }
        axes.explained[axis] = found.values[axis] / variance;
        let length = dot(weights, weights).sqrt();
        let along = before.map_or(0.0, |before| dot(weights, &before[axis]));
        let backwards = if along == 0.0 {
            largest(weights) < 0.0
        } else {
            along < 0.0
        };
        let scale = if backwards { -1.0 / length } else { 1.0 / length };
        weights.iter_mut().for_each(|weight| *weight *= scale);
    }
    axes
}

fn largest(weights: &[f64]) -> f64 {
    weights.iter().fold(
        0.0,
        |largest: f64, weight| if weight.abs() > largest.abs() { *weight } else { largest },
    )
}

struct Found {
    values: [f64; 2],
    vectors: [Vec<f64>; 2],
    residual: f64,
}

impl Found {
    fn nothing(width: usize) -> Found {
        Found {
            values: [0.0; 2],
            vectors: [vec![0.0; width], vec![0.0; width]],
            residual: 0.0,
        }
    }
}

/// At most `most` steps from `start`, which has weight on weighed columns only.
fn lanczos(gram: &mut Gram, start: Vec<f64>, most: usize, tolerance: f64, noise: &mut SplitMix64) -> Found {
    let width = start.len();
    let mut basis: Vec<Vec<f64>> = Vec::new();
    let (mut diagonal, mut off_diagonal) = (Vec::new(), Vec::new());
    let Some((mut next, _)) = unit(start, &basis, 0.0) else {
        return Found::nothing(width);
    };
    // After a restart inside the search, a second copy of an eigenvalue needs steps of its own to show.
    let mut check_at = 3;
    loop {
        let mut image = vec![0.0; width];
        gram.times(&next, &mut image);
        let size = dot(&image, &image).sqrt();
        diagonal.push(dot(&next, &image));
        basis.push(next);
        let steps = basis.len();
        let following = unit(image, &basis, 1e-13 * size.max(f64::MIN_POSITIVE));
        let beta = following.as_ref().map_or(0.0, |(_, length)| *length);
        let last = steps >= most;
        if last || (steps >= check_at && beta > 0.0) {
            let residual = if last && following.is_none() {
                0.0
            } else {
                tridiagonal::eigen(&diagonal, &off_diagonal, steps - 1..steps).residual(beta)
            };
            if last || residual <= tolerance {
                return ritz(&basis, &diagonal, &off_diagonal, residual);
            }
            // A step gains a digit or so.
            check_at = steps + if residual > 1e3 * tolerance { 3 } else { 1 };
        }
        off_diagonal.push(beta);
        next = match following {
            Some((vector, _)) => vector,
            None => {
                check_at = steps + 8;
                let random = (0..width)
                    .map(|column| gram.weight(column) * (noise.unit() - 0.5))
                    .collect();
                match unit(random, &basis, 0.0) {
                    Some((vector, _)) => vector,
                    None => {
                        return ritz(&basis, &diagonal, &off_diagonal, 0.0);
                    }
                }
            }
        };
    }
}

/// `vector` without its part in the basis, at length 1, and the length it had; `None` when that is at most `least`.
/// Twice is enough (Giraud, Langou & Rozložník, 2005): what rounding leaves after the first time goes with the
/// second.
fn unit(mut vector: Vec<f64>, basis: &[Vec<f64>], least: f64) -> Option<(Vec<f64>, f64)> {
    for _ in 0..2 {
        for direction in basis {
            let along = dot(&vector, direction);
            add(&mut vector, -along, direction);
        }
    }
    let length = dot(&vector, &vector).sqrt();
    if length <= least || !length.is_normal() {
        return None;
    }
    vector.iter_mut().for_each(|weight| *weight /= length);
    Some((vector, length))
}

/// The first two eigenpairs of AᵀA within the span of the basis, where it is tridiagonal.
fn ritz(basis: &[Vec<f64>], diagonal: &[f64], off_diagonal: &[f64], residual: f64) -> Found {
    let eigen = tridiagonal::eigen(diagonal, off_diagonal, 0..diagonal.len());
    let mut found = Found::nothing(basis[0].len());
    found.residual = residual;
    for axis in 0..eigen.values.len().min(2) {
        found.values[axis] = eigen.values[axis];
        for (direction, share) in basis.iter().zip(&eigen.vectors[axis]) {
            add(&mut found.vectors[axis], *share, direction);
        }
    }
    found
}

/// Four sums side by side: a fixed order, so that every machine gets the same, and four times faster than one.
pub(crate) fn dot(a: &[f64], b: &[f64]) -> f64 {
    let mut sums = [0.0; 4];
    let (a_chunks, b_chunks) = (a.chunks_exact(4), b.chunks_exact(4));
    let rest: f64 = (a_chunks.remainder().iter().zip(b_chunks.remainder()))
        .map(|(a, b)| a * b)
        .sum();
    for (a, b) in a_chunks.zip(b_chunks) {
        for lane in 0..4 {
            sums[lane] += a[lane] * b[lane];
        }
    }
    (sums[0] + sums[1]) + (sums[2] + sums[3]) + rest
}

fn add(to: &mut [f64], times: f64, vector: &[f64]) {
    to.iter_mut().zip(vector).for_each(|(to, weight)| *to += times * weight);
}

/// AᵀA, applied without being made.
struct Gram<'a> {
    votes: &'a Votes,
    /// The centred value of each possible entry.
    centred: Vec<f64>,
    /// Entry times weight of its column, so that a row's product is a sum of looked-up numbers.
    products: Vec<f64>,
    /// Per possible entry, the sum over its voters of their rows' products.
    sums: Vec<f64>,
}

impl<'a> Gram<'a> {
    fn new(votes: &'a Votes, columns: &Columns) -> Gram<'a> {
        let centred = columns.centred();
        Gram {
            votes,
            products: vec![0.0; centred.len()],
            sums: vec![0.0; centred.len()],
            centred,
        }
    }

    /// 1 for a column that is weighed, 0 for one that is not.
    fn weight(&self, column: usize) -> f64 {
        f64::from(u8::from(
            self.centred[4 * column..4 * column + 3]
                .iter()
                .any(|value| *value != 0.0),
        ))
    }

    fn times(&mut self, vector: &[f64], image: &mut [f64]) {
        let tables = self.products.chunks_exact_mut(4).zip(self.centred.chunks_exact(4));
        for ((products, centred), weight) in tables.zip(vector) {
            for vote in 0..3 {
                products[vote] = centred[vote] * weight;
            }
        }
        self.sums.fill(0.0);
        for row in self.votes.rows() {
            let product = sum_of(row, &self.products);
            for cell in row {
                self.sums[*cell as usize] += product;
            }
        }
        let tables = self.sums.chunks_exact(4).zip(self.centred.chunks_exact(4));
        for ((sums, centred), to) in tables.zip(image) {
            *to = centred[0] * sums[0] + centred[1] * sums[1] + centred[2] * sums[2];
        }
    }

    /// The trace of AᵀA.
    fn variance(&self) -> f64 {
        let counts = self.votes.counts().iter().zip(self.centred.chunks_exact(4));
        counts
            .map(|(count, centred)| {
                f64::from(count.disagree) * centred[0] * centred[0]
                    + f64::from(count.pass) * centred[1] * centred[1]
                    + f64::from(count.agree) * centred[2] * centred[2]
            })
            .sum()
    }
}

fn sum_of(row: &[u32], table: &[f64]) -> f64 {
    let mut sums = [0.0; 4];
    let chunks = row.chunks_exact(4);
    let rest: f64 = chunks.remainder().iter().map(|cell| table[*cell as usize]).sum();
    for cells in chunks {
        for lane in 0..4 {
            sums[lane] += table[cells[lane] as usize];
        }
    }
    (sums[0] + sums[1]) + (sums[2] + sums[3]) + rest
}
