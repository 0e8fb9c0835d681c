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
    pub(super) fn of(curvature: &Curvature, weights: &[f64], precision: f64) -> Option<Covariance> {
        let items = curvature.items;
        let mut root = vec![0.0; items * items];
        // The level is known with the prior's precision, which is small beside the rest; lending it more keeps the digits.
        // It is taken out again below: see `level`.
        let level = precision + weights.iter().sum::<f64>() / (items.max(1) as f64);
        let lent = (level - precision) / items.max(1) as f64;
        root.iter_mut().for_each(|entry| *entry = lent);
        for item in 0..items {
            root[item * items + item] += precision;
        }
        for (pair, weight) in curvature.pairs.iter().zip(weights) {
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
        // Two rows by two columns: each number that is fetched is used twice. As many rows stand above as are whole times TOGETHER.
        for (pair, others) in above.chunks_exact(2 * size).enumerate() {
            let (column, others) = (2 * pair, others.split_at(size));
            let mut rows = block.chunks_exact_mut(2 * size);
            for own in &mut rows {
                let (first, second) = own.split_at_mut(size);
                let products = four_products([first, second], others, column);
                reduce_two(first, column, others, products[0]);
                reduce_two(second, column, others, products[1]);
            }
            let own = rows.into_remainder();
            if !own.is_empty() {
                reduce(own, column, others.0);
                reduce(own, column + 1, others.1);
            }
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

/// What [`factor`] does to two entries of a row, with the products of what stands before them.
fn reduce_two(own: &mut [f64], column: usize, others: (&[f64], &[f64]), products: [f64; 2]) {
    own[column] = (own[column] - products[0]) / others.0[column];
    own[column + 1] = (own[column + 1] - products[1] - own[column] * others.1[column]) / others.1[column + 1];
}

/// Two rows by two others up to a column; in four sums each, always in the same order.
fn four_products(rows: [&[f64]; 2], others: (&[f64], &[f64]), upto: usize) -> [[f64; 2]; 2] {
    let mut sums = [[[0.0; 4]; 2]; 2];
    let (a, a_rest) = rows[0][..upto].as_chunks::<4>();
    let (b, b_rest) = rows[1][..upto].as_chunks::<4>();
    let (c, c_rest) = others.0[..upto].as_chunks::<4>();
    let (d, d_rest) = others.1[..upto].as_chunks::<4>();
    for (((a, b), c), d) in a.iter().zip(b).zip(c).zip(d) {
        for lane in 0..4 {
            sums[0][0][lane] += a[lane] * c[lane];
            sums[0][1][lane] += a[lane] * d[lane];
            sums[1][0][lane] += b[lane] * c[lane];
            sums[1][1][lane] += b[lane] * d[lane];
        }
    }
    let rest = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let whole = |sums: [f64; 4]| (sums[0] + sums[1]) + (sums[2] + sums[3]);
    [
        [
            whole(sums[0][0]) + rest(a_rest, c_rest),
            whole(sums[0][1]) + rest(a_rest, d_rest),
        ],
        [
            whole(sums[1][0]) + rest(b_rest, c_rest),
            whole(sums[1][1]) + rest(b_rest, d_rest),
        ],
    ]
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
        for (pair, inverses) in above.chunks_exact(2 * size).enumerate() {
            let (column, (first, second)) = (2 * pair, inverses.split_at(size));
            for (own, sums) in block.chunks_exact(size).zip(sums.chunks_exact_mut(size)) {
                let (one, other) = (own[column], own[column + 1]);
                let entries = first[..=column].iter().zip(&second[..=column]);
                for (sum, (first, second)) in sums.iter_mut().zip(entries) {
                    *sum = *sum + one * first + other * second;
                }
                sums[column + 1] += other * second[column + 1];
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
