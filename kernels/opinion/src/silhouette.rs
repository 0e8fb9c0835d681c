//! How well people lie in their groups: the silhouette (P. J. Rousseeuw, *J. Comput. Appl. Math.* 20, 1987).

use crate::points::{Points, squared_distance};
use std::ops::Range;

/// Up to this many people every distance is measured; beyond, points that stand for several people do.
pub(crate) const MOST_POINTS: usize = 2048;

/// The mean silhouette of several divisions of the same points, −1 to 1; each division gives every point a group. A
/// point alone in its group counts 0. `None` for a division into fewer than two groups.
///
/// Every distance is needed by every division and from both its ends, so it is computed once: points are put in the
/// order of all their groups, and distances are summed over runs of points that no division tells apart. O(points²); memory 8 bytes × runs × points, at most 33 MB
/// at [`MOST_POINTS`].
pub(crate) fn silhouettes(points: &Points, divisions: &[&[u8]]) -> Vec<Option<f64>> {
    let mut order: Vec<usize> = (0..points.len()).collect();
    let groups_of = |point: usize| divisions.iter().map(move |division| division[point]);
    order.sort_by(|a, b| groups_of(*a).cmp(groups_of(*b)));
    let sorted = Points {
        x: order.iter().map(|point| points.x[*point]).collect(),
        y: order.iter().map(|point| points.y[*point]).collect(),
        weight: order.iter().map(|point| points.weight[*point]).collect(),
    };
    let runs: Vec<Range<usize>> = runs(&order, |a, b| groups_of(a).eq(groups_of(b)));
    let mut measures: Vec<Measure> = (divisions.iter())
        .map(|division| Measure::new(&sorted, &order, division, &runs))
        .collect();
    let to_runs = distances_to_runs(&sorted, &runs);
    let mut sums = vec![0.0; runs.len()];
    for (own, run) in runs.iter().enumerate() {
        for point in run.clone() {
            for (sum, to_run) in sums.iter_mut().zip(&to_runs) {
                *sum = to_run[point];
            }
            for measure in &mut measures {
                measure.take(own, sorted.weight[point], &sums);
            }
        }
    }
    measures.iter().map(Measure::mean).collect()
}

/// For each run, the weighted sums of distances from every point to the points of the run.
fn distances_to_runs(points: &Points, runs: &[Range<usize>]) -> Vec<Vec<f64>> {
    let mut to_runs = vec![vec![0.0; points.len()]; runs.len()];
    for (own, run) in runs.iter().enumerate() {
        let (to_own, to_later) = to_runs[own..].split_at_mut(1);
        for point in run.clone() {
            // Each pair once, from the point that stands first in the order.
            let from_point = distances(points, point, point + 1..run.end, &mut to_own[0]);
            to_own[0][point] += from_point;
            for (later, to_later) in runs[own + 1..].iter().zip(to_later.iter_mut()) {
                to_later[point] += distances(points, point, later.clone(), &mut to_own[0]);
            }
        }
    }
    to_runs
}

fn runs(order: &[usize], same: impl Fn(usize, usize) -> bool) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut runs = Vec::new();
    for run in order.chunk_by(|a, b| same(*a, *b)) {
        runs.push(start..start + run.len());
        start += run.len();
    }
    runs
}

/// Weighted sum of distances from one point to a run of points, in four sums side by side; what each of these is away
/// from the one is added to `back`.
fn distances(points: &Points, from: usize, run: Range<usize>, back: &mut [f64]) -> f64 {
    let ([x, y], own) = (points.place(from), points.weight[from]);
    let (xs, xs_rest) = points.x[run.clone()].as_chunks::<4>();
    let (ys, ys_rest) = points.y[run.clone()].as_chunks::<4>();
    let (weights, weights_rest) = points.weight[run.clone()].as_chunks::<4>();
    let (back, back_rest) = back[run].as_chunks_mut::<4>();
    let away = |to: [f64; 2]| squared_distance([x, y], to).sqrt();
    let mut sums = [0.0; 4];
    for (((xs, ys), weights), back) in xs.iter().zip(ys).zip(weights).zip(back) {
        for lane in 0..4 {
            let distance = away([xs[lane], ys[lane]]);
            sums[lane] += weights[lane] * distance;
            back[lane] += own * distance;
        }
    }
    let mut rest = 0.0;
    for (((x, y), weight), back) in xs_rest.iter().zip(ys_rest).zip(weights_rest).zip(back_rest) {
        let distance = away([*x, *y]);
        rest += weight * distance;
        *back += own * distance;
    }
    (sums[0] + sums[1]) + (sums[2] + sums[3]) + rest
}

/// One division: which group each run belongs to, how much each group weighs, and what has been summed.
struct Measure {
    group_of_run: Vec<usize>,
    weights: Vec<f64>,
    total: f64,
    people: f64,
    to_groups: Vec<f64>,
}

impl Measure {
    fn new(points: &Points, order: &[usize], division: &[u8], runs: &[Range<usize>]) -> Measure {
        let groups = division.iter().map(|group| *group as usize + 1).max().unwrap_or(0);
        let mut weights = vec![0.0; groups];
        for (weight, point) in points.weight.iter().zip(order) {
            weights[division[*point] as usize] += weight;
        }
        Measure {
            group_of_run: runs.iter().map(|run| division[order[run.start]] as usize).collect(),
            weights,
            total: 0.0,
            people: 0.0,
            to_groups: vec![0.0; groups],
        }
    }

    fn take(&mut self, run: usize, weight: f64, sums: &[f64]) {
        self.to_groups.fill(0.0);
        for (group, sum) in self.group_of_run.iter().zip(sums) {
            self.to_groups[*group] += sum;
        }
        let own = self.group_of_run[run];
        self.people += weight;
        if self.weights[own] <= 1.0 {
            return;
        }
        let within = self.to_groups[own] / (self.weights[own] - 1.0);
        let mut beside = f64::INFINITY;
        for group in (0..self.weights.len()).filter(|group| *group != own && self.weights[*group] > 0.0) {
            beside = beside.min(self.to_groups[group] / self.weights[group]);
        }
        let larger = within.max(beside);
        if larger > 0.0 && larger.is_finite() {
            self.total += weight * (beside - within) / larger;
        }
    }

    fn mean(&self) -> Option<f64> {
        let groups = self.weights.iter().filter(|weight| **weight > 0.0).count();
        (groups > 1 && self.people > 0.0).then(|| self.total / self.people)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand: points 0, 1, 5, 6 on a line in pairs. a = 1 for all; b = 5.5, 4.5, 4.5, 5.5.
    #[test]
    fn four_points_on_a_line() {
        let points = Points::of([[0.0, 0.0], [1.0, 0.0], [5.0, 0.0], [6.0, 0.0]]);
        let found = silhouettes(&points, &[&[0, 0, 1, 1], &[0, 0, 0, 0], &[0, 1, 1, 1]]);
        let expected = (4.5 / 5.5 + 3.5 / 4.5) / 2.0;
        assert!((found[0].expect("two groups") - expected).abs() < 1e-15);
        assert_eq!(found[1], None);
        // Alone counts 0; from 1: within (4+5)/2, beside 1; from 5: (4+1)/2, 5; from 6: (5+1)/2, 6.
        let expected = (0.0 + (1.0 - 4.5) / 4.5 + 2.5 / 5.0 + 3.0 / 6.0) / 4.0;
        assert!((found[2].expect("two groups") - expected).abs() < 1e-15);
    }

    #[test]
    fn the_same_place_for_all_is_zero() {
        let points = Points::of([[1.0, 1.0]; 6]);
        assert_eq!(silhouettes(&points, &[&[0, 0, 0, 1, 1, 1]]), [Some(0.0)]);
        assert_eq!(silhouettes(&Points::default(), &[&[]]), [None]);
    }
}
