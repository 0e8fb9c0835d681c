//! Answers on a scale: how they are spread, the middle one, and the mean when it gives nothing away.

use crate::suppression::{Cell, SMALLEST_SHOWN, suppress};

/// What may be said about the answers on one scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// How many answered.
    pub n: u64,
    /// From the first point to the last.
    pub cells: Vec<Cell>,
    /// The middle answer; halfway between the two middle ones when n is even and they differ.
    pub median: Option<f64>,
    /// Left out when it would tell a hidden cell: with two hidden cells, their sum and the mean are two equations.
    pub mean: Option<f64>,
}

/// `counts[i]` people chose the point `first + i`.
pub fn summarise(first: i64, counts: &[u64]) -> Scale {
    let n: u64 = counts.iter().sum();
    let cells = suppress(counts);
    let hidden = cells.iter().filter(|cell| **cell == Cell::Hidden).count();
    let enough = n >= SMALLEST_SHOWN;
    Scale {
        n,
        median: enough.then(|| (point_of(first, counts, (n - 1) / 2) + point_of(first, counts, n / 2)) / 2.0),
        mean: (enough && !(1..=2).contains(&hidden)).then(|| mean(first, counts, n)),
        cells,
    }
}

fn mean(first: i64, counts: &[u64], n: u64) -> f64 {
    let sum: f64 = counts
        .iter()
        .zip(0_i64..)
        .map(|(count, place)| (first + place) as f64 * *count as f64)
        .sum();
    sum / n as f64
}

/// The point that the answer with this rank (from 0, in order of size) chose.
fn point_of(first: i64, counts: &[u64], rank: u64) -> f64 {
    let mut passed = 0;
    for (count, place) in counts.iter().zip(0_i64..) {
        passed += count;
        if rank < passed {
            return (first + place) as f64;
        }
    }
    (first + counts.len() as i64 - 1) as f64
}

/// Median and mean of free numbers, such as an age or a number of trips.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Numbers {
    pub n: u64,
    pub median: Option<f64>,
    pub mean: Option<f64>,
}

/// Lowest and highest are not told: an extreme number is one person's. Values that are not finite are left out.
pub fn summarise_numbers(values: &[f64]) -> Numbers {
    let mut sorted: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
    sorted.sort_by(f64::total_cmp);
    let n = sorted.len();
    let enough = n as u64 >= SMALLEST_SHOWN;
    Numbers {
        n: n as u64,
        median: enough.then(|| (sorted[(n - 1) / 2] + sorted[n / 2]) / 2.0),
        // Summed as shares, so that large numbers do not overflow on the way.
        mean: enough.then(|| sorted.iter().map(|value| value / n as f64).sum()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mean_and_median_of_a_scale() {
        // 1×10, 2×20, 3×5, 4×5: mean 85/40, the 20th and 21st answers are both 2.
        let scale = summarise(1, &[10, 20, 5, 5]);
        assert_eq!((scale.n, scale.median, scale.mean), (40, Some(2.0), Some(2.125)));
        assert_eq!(summarise(1, &[5, 5]).median, Some(1.5));
        assert_eq!(summarise(0, &[6, 0, 5]).median, Some(0.0));
    }

    #[test]
    fn a_mean_that_would_tell_a_hidden_cell_is_left_out() {
        let scale = summarise(1, &[30, 3, 7]);
        assert_eq!((scale.mean, scale.median), (None, Some(1.0)));
        assert!(
            summarise(1, &[30, 3, 2, 4]).mean.is_some(),
            "three hidden cells keep a degree of freedom"
        );
        assert_eq!(summarise(1, &[1, 2]).median, None, "three people are too few");
    }

    #[test]
    fn numbers_leave_out_what_is_no_number() {
        let numbers = summarise_numbers(&[3.0, 1.0, f64::NAN, 2.0, 10.0, 4.0]);
        assert_eq!((numbers.n, numbers.median, numbers.mean), (5, Some(3.0), Some(4.0)));
    }

    proptest::proptest! {
        #[test]
        fn mean_and_median_lie_on_the_scale(counts in proptest::collection::vec(0_u64..50, 1..11)) {
            let scale = summarise(1, &counts);
            for value in [scale.mean, scale.median].into_iter().flatten() {
                proptest::prop_assert!((1.0..=counts.len() as f64).contains(&value));
            }
        }
    }
}
