//! Eigenvalues and eigenvectors of a small symmetric tridiagonal matrix: the QL algorithm with implicit shifts
//! (Dubrulle, Martin & Wilkinson, *Numerische Mathematik* 12, 1968). O(n³) with whole
//! vectors, n at most a few hundred.

/// Eigenpairs from the largest value down; `vectors[i]` belongs to `values[i]` and holds the components asked for.
pub(crate) struct Eigen {
    pub values: Vec<f64>,
    pub vectors: Vec<Vec<f64>>,
}

impl Eigen {
    /// In a Lanczos recursion, the larger of the residuals of the first two pairs, relative to the first value. Of each
    /// vector only the last component is looked at.
    pub(crate) fn residual(&self, beta: f64) -> f64 {
        let of = |pair: &Vec<f64>| pair.last().map_or(0.0, |last| (beta * last).abs());
        let residual = self.vectors.iter().take(2).map(of).fold(0.0, f64::max);
        match self.values.first() {
            Some(largest) if *largest > 0.0 => residual / largest,
            _ => 0.0,
        }
    }
}

/// `off_diagonal[i]` stands between `diagonal[i]` and `diagonal[i + 1]`; what is beyond is not read. With `components`
/// of each vector only, it costs O(n² · components).
pub(crate) fn eigen(diagonal: &[f64], off_diagonal: &[f64], components: std::ops::Range<usize>) -> Eigen {
    let size = diagonal.len();
    let mut values = diagonal.to_vec();
    let mut beside: Vec<f64> = off_diagonal.iter().take(size.saturating_sub(1)).copied().collect();
    beside.resize(size, 0.0);
    let mut vectors: Vec<Vec<f64>> = (0..size)
        .map(|row| {
            components
                .clone()
                .map(|column| f64::from(u8::from(row == column)))
                .collect()
        })
        .collect();
    for low in 0..size {
        // Three rounds are usual; the bound only keeps what is no number from turning for ever.
        for _ in 0..64 {
            let high = (low..size - 1)
                .find(|place| beside[*place].abs() <= f64::EPSILON * (values[*place].abs() + values[*place + 1].abs()))
                .unwrap_or(size - 1);
            if high == low {
                break;
            }
            turn(&mut values, &mut beside, &mut vectors, low, high);
        }
    }
    let mut order: Vec<usize> = (0..size).collect();
    order.sort_by(|a, b| values[*b].total_cmp(&values[*a]));
    Eigen {
        values: order.iter().map(|place| values[*place]).collect(),
        vectors: order.iter().map(|place| std::mem::take(&mut vectors[*place])).collect(),
    }
}

/// One round of plane rotations from `high` up to `low`, with the shift of Wilkinson.
fn turn(values: &mut [f64], beside: &mut [f64], vectors: &mut [Vec<f64>], low: usize, high: usize) {
    let mut g = (values[low + 1] - values[low]) / (2.0 * beside[low]);
    let mut r = (g * g + 1.0).sqrt();
    g = values[high] - values[low] + beside[low] / (g + r.copysign(g));
    let (mut sine, mut cosine, mut p) = (1.0, 1.0, 0.0);
    for place in (low..high).rev() {
        let f = sine * beside[place];
        let b = cosine * beside[place];
        r = (f * f + g * g).sqrt();
        beside[place + 1] = r;
        if r == 0.0 {
            values[place + 1] -= p;
            beside[high] = 0.0;
            return;
        }
        sine = f / r;
        cosine = g / r;
        g = values[place + 1] - p;
        r = (values[place] - g) * sine + 2.0 * cosine * b;
        p = sine * r;
        values[place + 1] = g + p;
        g = cosine * r - b;
        let (first, second) = vectors.split_at_mut(place + 1);
        for (a, b) in first[place].iter_mut().zip(second[0].iter_mut()) {
            (*a, *b) = (cosine * *a - sine * *b, sine * *a + cosine * *b);
        }
    }
    values[low] -= p;
    beside[low] = g;
    beside[high] = 0.0;
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The second difference of length n has eigenvalues 2 − 2 cos(jπ/(n+1)).
    #[test]
    fn the_second_difference_has_its_known_eigenvalues() {
        let size = 40;
        let found = eigen(&vec![2.0; size], &vec![-1.0; size - 1], 0..size);
        for (place, value) in found.values.iter().enumerate() {
            let angle = (size - place) as f64 * std::f64::consts::PI / (size + 1) as f64;
            assert!((value - (2.0 - 2.0 * angle.cos())).abs() < 1e-13, "{place}: {value}");
            let vector = &found.vectors[place];
            for row in 0..size {
                let beside = |row: usize| vector.get(row).copied().unwrap_or(0.0);
                let image = 2.0 * vector[row] - beside(row.wrapping_sub(1)) - beside(row + 1);
                assert!((image - value * vector[row]).abs() < 1e-13);
            }
        }
        let ends = eigen(&vec![2.0; size], &vec![-1.0; size - 1], size - 1..size);
        assert!((ends.vectors.iter().zip(&found.vectors)).all(|(end, vector)| end[..] == vector[size - 1..]));
        assert_eq!(ends.values, found.values);
    }

    #[test]
    fn nothing_and_one_and_what_is_diagonal_already() {
        assert!(eigen(&[], &[], 0..0).values.is_empty());
        assert_eq!(eigen(&[3.0], &[], 0..1).values, [3.0]);
        assert_eq!(eigen(&[1.0, 3.0, 2.0], &[0.0, 0.0], 0..0).values, [3.0, 2.0, 1.0]);
    }
}
