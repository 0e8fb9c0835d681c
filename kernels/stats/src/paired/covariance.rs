//! How sure the strengths are: the inverse of the curvature at the mode, kept as its triangular root.
//!
//! Only differences between strengths are known from choices; their common level is the prior's. So deviations are those
//! around the mean: the inverse less its level part, which is 1 / (items · precision) in every entry.

use super::curvature::Curvature;

/// The inverse of the lower triangular root L of the curvature, row by row: the curvature's inverse is its transpose
/// times itself.
#[derive(Debug, Clone)]
pub(super) struct Covariance {
    items: usize,
    root: Vec<f64>,
    deviations: Vec<f64>,
}

impl Covariance {
    /// `None` if the curvature is not positive to rounding, as with odds beyond what a number holds.
    pub(super) fn of(curvature: &Curvature, strengths: &[f64], precision: f64) -> Option<Covariance> {
        let items = curvature.items;
        let mut root = vec![0.0; items * items];
        // The level is known with the prior's precision, which is small beside the rest; lending it more keeps the digits.
        // It is taken out again below: see `level`.
        let weights = curvature.weights(strengths);
        let level = precision + weights.iter().sum::<f64>() / (items.max(1) as f64);
        let lent = (level - precision) / items.max(1) as f64;
        root.iter_mut().for_each(|entry| *entry = lent);
        for item in 0..items {
            root[item * items + item] += precision;
        }
        for (pair, weight) in curvature.pairs.iter().zip(&weights) {
            let (first, second) = (pair.first as usize, pair.second as usize);
            root[first * items + first] += weight;
            root[second * items + second] += weight;
            root[second * items + first] -= weight;
        }
        factor(&mut root, items)?;
        invert(&mut root, items);
        let mut squares = vec![0.0; items];
        for row in 0..items {
            let entries = &root[row * items..][..=row];
            squares
                .iter_mut()
                .zip(entries)
                .for_each(|(sum, entry)| *sum += entry * entry);
        }
        let own = 1.0 / (items as f64 * level);
        let deviations = squares.iter().map(|square| (square - own).max(0.0).sqrt()).collect();
        Some(Covariance {
            items,
            root,
            deviations,
        })
    }

    pub(super) fn deviation(&self, item: usize) -> f64 {
        self.deviations[item]
    }

    /// Of the difference of two strengths, in which the level cancels.
    pub(super) fn deviation_between(&self, first: usize, second: usize) -> f64 {
        let entry = |row: usize, item: usize| {
            if item <= row {
                self.root[row * self.items + item]
            } else {
                0.0
            }
        };
        let square = |row: usize| (entry(row, first) - entry(row, second)).powi(2);
        (first.min(second)..self.items).map(square).sum::<f64>().sqrt()
    }
}

/// Rows worked on together, so that each row above is fetched once for all of them; the sums stay the same.
const TOGETHER: usize = 8;

/// Cholesky's root in the lower triangle, row by row; `None` if there is none.
fn factor(matrix: &mut [f64], size: usize) -> Option<()> {
    let reduce = |own: &mut [f64], column: usize, other: &[f64]| {
        own[column] = (own[column] - product(&own[..column], &other[..column])) / other[column];
    };
    for start in (0..size).step_by(TOGETHER) {
        let (above, rest) = matrix.split_at_mut(start * size);
        let block = &mut rest[..size * TOGETHER.min(size - start)];
        for (column, other) in above.chunks_exact(size).enumerate() {
            block.chunks_exact_mut(size).for_each(|own| reduce(own, column, other));
        }
        for row in 0..block.len() / size {
            let (before, rest) = block.split_at_mut(row * size);
            let (own, diagonal) = (&mut rest[..size], start + row);
            for (column, other) in before.chunks_exact(size).enumerate() {
                reduce(own, start + column, other);
            }
            let square = own[diagonal] - product(&own[..diagonal], &own[..diagonal]);
            if !(square > 0.0 && square.is_finite()) {
                return None;
            }
            own[diagonal] = square.sqrt();
        }
    }
    Some(())
}

/// The inverse of a lower triangle, in its place: each row from those above it.
fn invert(matrix: &mut [f64], size: usize) {
    let mut sums = vec![0.0; size * TOGETHER];
    let add = |sums: &mut [f64], factor: f64, inverse: &[f64]| {
        sums.iter_mut()
            .zip(inverse)
            .for_each(|(sum, entry)| *sum += factor * entry);
    };
    for start in (0..size).step_by(TOGETHER) {
        let (above, rest) = matrix.split_at_mut(start * size);
        let block = &mut rest[..size * TOGETHER.min(size - start)];
        sums.fill(0.0);
        for (column, inverse) in above.chunks_exact(size).enumerate() {
            for (own, sums) in block.chunks_exact(size).zip(sums.chunks_exact_mut(size)) {
                add(sums, own[column], &inverse[..=column]);
            }
        }
        for (row, sums) in (0..block.len() / size).zip(sums.chunks_exact_mut(size)) {
            let (before, rest) = block.split_at_mut(row * size);
            let (own, diagonal) = (&mut rest[..size], start + row);
            for (column, inverse) in before.chunks_exact(size).enumerate() {
                add(sums, own[start + column], &inverse[..=start + column]);
            }
            let scale = 1.0 / own[diagonal];
            own.iter_mut()
                .zip(&sums[..diagonal])
                .for_each(|(entry, sum)| *entry = -sum * scale);
            own[diagonal] = scale;
        }
    }
}

/// In eight sums that do not wait for each other; always in the same order, so the same on every machine.
fn product(a: &[f64], b: &[f64]) -> f64 {
    let mut sums = [0.0; 8];
    let (whole, rest) = a.as_chunks::<8>();
    let (other, other_rest) = b.as_chunks::<8>();
    for (a, b) in whole.iter().zip(other) {
        for lane in 0..8 {
            sums[lane] += a[lane] * b[lane];
        }
    }
    let tail: f64 = rest.iter().zip(other_rest).map(|(a, b)| a * b).sum();
    sums.iter().sum::<f64>() + tail
}
