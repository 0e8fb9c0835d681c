//! The first common direction: the one in which all texts together lie most, whatever they are about. It is the first right
//! singular vector of the matrix with a row for each text (not centred, as in the paper).

use crate::numbers::Stream;

/// Rounds of power iteration at most. The direction is mostly far longer than the next, so that some ten are enough.
const ROUNDS: usize = 200;
/// It has settled when a round turns it by less: 1 − cosine.
const SETTLED: f64 = 1e-13;

/// Takes from each row what lies in the common direction.
pub(super) fn remove(rows: &mut [f64], dimensions: usize) {
    let Some(common) = direction(rows, dimensions) else {
        return;
    };
    for row in rows.chunks_exact_mut(dimensions) {
        let along = product(row, &common);
        row.iter_mut()
            .zip(&common)
            .for_each(|(number, one)| *number -= along * one);
    }
}

/// The direction, of length 1. `None` when all rows are zero.
fn direction(rows: &[f64], dimensions: usize) -> Option<Vec<f64>> {
    // Drawn, always the same: a start by the rows themselves could stand at right angles to what is sought.
    let mut stream = Stream(1);
    let mut now: Vec<f64> = (0..dimensions).map(|_| stream.unit() - 0.5).collect();
    to_length_one(&mut now)?;
    for _ in 0..ROUNDS {
        let mut next = vec![0.0; dimensions];
        for row in rows.chunks_exact(dimensions) {
            let along = product(row, &now);
            next.iter_mut()
                .zip(row)
                .for_each(|(sum, number)| *sum += along * number);
        }
        to_length_one(&mut next)?;
        let turned = 1.0 - product(&next, &now);
        now = next;
        if turned < SETTLED {
            break;
        }
    }
    Some(now)
}

fn product(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

fn to_length_one(row: &mut [f64]) -> Option<()> {
    // By the largest first, so that no square leaves the range of numbers.
    let largest = row.iter().fold(0.0, |most: f64, number| most.max(number.abs()));
    if largest <= 0.0 {
        return None;
    }
    row.iter_mut().for_each(|number| *number /= largest);
    let length = product(row, row).sqrt();
    row.iter_mut().for_each(|number| *number /= length);
    Some(())
}
