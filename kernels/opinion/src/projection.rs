//! From axes to places in the plane: where people stand, and how far a single agreement would carry somebody.

use crate::axes::Axes;
use crate::statement::Columns;
use crate::votes::Votes;

/// Where each participant (row) stands on the two axes.
///
/// The sum over the statements voted on of (vote − mean) · weight, times √(statements / votes cast), so that who has
/// voted little is not drawn to the middle for that reason. Statements that are not weighed count as voted on by all.
/// O(votes).
pub fn participant_positions(votes: &Votes, columns: &Columns, axes: &Axes) -> Vec<[f64; 2]> {
    let centred = columns.centred();
    let products: Vec<[f64; 2]> = (centred.iter().enumerate())
        .map(|(entry, value)| [value * axes.weights[0][entry / 4], value * axes.weights[1][entry / 4]])
        .collect();
    let weighed: Vec<bool> = (0..columns.mean.len())
        .map(|column| columns.is_weighed(column))
        .collect();
    let not_weighed = weighed.iter().filter(|weighed| !**weighed).count();
    let all = weighed.len() as f64;
    let place = |row: &[u32]| {
        let (mut x, mut y, mut cast) = (0.0, 0.0, not_weighed);
        for cell in row {
            let product = products[*cell as usize];
            x += product[0];
            y += product[1];
            cast += usize::from(weighed[(*cell >> 2) as usize]);
        }
        let scale = (all / cast.max(1) as f64).sqrt();
        [x * scale, y * scale]
    };
    votes.rows().map(place).collect()
}

/// Where somebody would stand who had agreed with this statement (column) and voted on nothing else.
pub fn statement_positions(columns: &Columns, axes: &Axes) -> Vec<[f64; 2]> {
    let scale = (columns.mean.len() as f64).sqrt();
    (columns.mean.iter().enumerate())
        .map(|(column, mean)| [0, 1].map(|axis: usize| (1.0 - mean) * axes.weights[axis][column] * scale))
        .collect()
}

/// How far from the middle each statement alone would carry somebody who agrees with it: what it does to set people
/// apart.
pub fn extremities(columns: &Columns, axes: &Axes) -> Vec<f64> {
    (statement_positions(columns, axes).iter())
        .map(|[x, y]| (x * x + y * y).sqrt())
        .collect()
}
