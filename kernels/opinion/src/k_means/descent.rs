//! From a start to the end of the valley it lies in.

use super::Fit;
use crate::points::{Points, squared_distance, total};
use std::ops::Range;

pub(super) const MOST_ROUNDS: usize = 200;
/// Rounds of Lloyd's before single points are looked at.
const FIRST_ROUNDS: usize = 4;
/// Points that are looked at side by side.
const TOGETHER: usize = 4;

/// From these centres down to where neither Lloyd's rounds nor the move of a single point make the whole closer; `None` when
/// the inertia after the first rounds is above `most`.
pub(super) fn descend(points: &Points, centres: Vec<[f64; 2]>, most: f64) -> Option<Fit> {
    let mut fit = lloyd(points, centres, FIRST_ROUNDS);
    if total(&distances(points, &fit)) > most {
        return None;
    }
    exchange(points, &mut fit);
    Some(finish(points, fit))
}

/// Centres and inertia anew from the groups, free of what rounding moves have left.
pub(super) fn finish(points: &Points, mut fit: Fit) -> Fit {
    move_to_middle(points, &mut fit.centres, &fit.groups);
    fit.inertia = total(&distances(points, &fit));
    fit
}

/// Weight times squared distance to the own centre.
pub(super) fn distances(points: &Points, fit: &Fit) -> Vec<f64> {
    let people = points.x.iter().zip(&points.y).zip(&points.weight);
    (people.zip(&fit.groups))
        .map(|(((x, y), weight), group)| weight * squared_distance([*x, *y], fit.centres[usize::from(*group)]))
        .collect()
}

/// Rounds of assigning points to the nearest centre and moving centres to the middle of their points, until none
/// changes.
pub(super) fn lloyd(points: &Points, centres: Vec<[f64; 2]>, rounds: usize) -> Fit {
    let mut fit = Fit {
        groups: vec![0; points.len()],
        centres,
        inertia: 0.0,
    };
    for round in 0..rounds {
        let changed = assign(points, &fit.centres, &mut fit.groups);
        if !changed && round > 0 {
            break;
        }
        move_to_middle(points, &mut fit.centres, &fit.groups);
    }
    fit
}

/// Lets single points change their group as long as that makes the whole closer (J. A. Hartigan, *Clustering
/// Algorithms*, Wiley 1975, ch. 4): a move counts what both centres gain or lose by it, which Lloyd's rounds do not,
/// so it leads out of many a valley where those end.
///
/// Only points that lie nearly as close to another centre can gain by moving, and few do.
fn exchange(points: &Points, fit: &mut Fit) {
    let mut weights = vec![0.0; fit.centres.len()];
    for (point, group) in fit.groups.iter().enumerate() {
        weights[usize::from(*group)] += points.weight[point];
    }
    let heaviest = points.weight.iter().copied().fold(0.0, f64::max);
    let mut nearly = nearly_as_close(&weights, heaviest);
    let mut unchanged = 0;
    for _ in 0..MOST_ROUNDS {
        for start in (0..points.len()).step_by(TOGETHER) {
            let run = start..points.len().min(start + TOGETHER);
            let may_gain = are_nearly_as_close(points, run.clone(), fit, nearly);
            unchanged += run.len();
            for point in run.filter(|point| may_gain[point - start]) {
                if move_point(points, point, fit, &mut weights) {
                    nearly = nearly_as_close(&weights, heaviest);
                    unchanged = 0;
                }
            }
            // A whole round since the last move, and the rest of the run that it was in.
            if unchanged >= points.len() + TOGETHER {
                return;
            }
        }
    }
}

/// How many times its squared distance from its own centre a point's distance from another is at most when a move can
/// gain: w/(w − p) · (v + p)/v for the heaviest point p and the lightest groups w and v.
fn nearly_as_close(weights: &[f64], heaviest: f64) -> f64 {
    let lightest = weights.iter().copied().fold(f64::INFINITY, f64::min);
    if lightest > heaviest {
        (lightest + heaviest) / (lightest - heaviest)
    } else {
        f64::INFINITY
    }
}

/// For each point of a run whether another centre than its own is nearly as close.
fn are_nearly_as_close(points: &Points, run: Range<usize>, fit: &Fit, nearly: f64) -> [bool; TOGETHER] {
    let (x, y) = (together(&points.x[run.clone()]), together(&points.y[run.clone()]));
    let mut reach = [0.0; TOGETHER];
    for (lane, group) in fit.groups[run].iter().enumerate() {
        reach[lane] = nearly * squared_distance([x[lane], y[lane]], fit.centres[usize::from(*group)]);
    }
    let mut close = [0_u64; TOGETHER];
    for centre in &fit.centres {
        for lane in 0..TOGETHER {
            close[lane] += u64::from(squared_distance([x[lane], y[lane]], *centre) <= reach[lane]);
        }
    }
    // The own centre is one of them.
    close.map(|close| close > 1)
}

/// The numbers of a run, filled up with zeros.
#[inline]
fn together(numbers: &[f64]) -> [f64; TOGETHER] {
    match numbers.first_chunk() {
        Some(whole) => *whole,
        None => std::array::from_fn(|lane| numbers.get(lane).copied().unwrap_or(0.0)),
    }
}

/// Moves one point to the group where it costs least; answers whether that is another than its own.
fn move_point(points: &Points, point: usize, fit: &mut Fit, weights: &mut [f64]) -> bool {
    let (place, weight) = (points.place(point), points.weight[point]);
    let from = usize::from(fit.groups[point]);
    if weights[from] <= weight {
        return false;
    }
    let own = squared_distance(place, fit.centres[from]);
    let (mut to, mut least) = (from, own * weights[from] / (weights[from] - weight) * (1.0 - 1e-12));
    for group in (0..weights.len()).filter(|group| *group != from) {
        let distance = squared_distance(place, fit.centres[group]);
        // Cannot cost less unless the group weighs less than the point; spares most of the divisions.
        if distance > 2.0 * least {
            continue;
        }
        let cost = distance * weights[group] / (weights[group] + weight);
        if cost < least {
            (to, least) = (group, cost);
        }
    }
    if to == from {
        return false;
    }
    let away = weight / (weights[from] - weight);
    let towards = weight / (weights[to] + weight);
    for (axis, at) in place.iter().enumerate() {
        fit.centres[from][axis] += away * (fit.centres[from][axis] - at);
        fit.centres[to][axis] += towards * (at - fit.centres[to][axis]);
    }
    weights[from] -= weight;
    weights[to] += weight;
    fit.groups[point] = to as u8;
    true
}

/// Of several centres equally near, the first. Answers whether any point changed its group.
pub(super) fn assign(points: &Points, centres: &[[f64; 2]], groups: &mut [u8]) -> bool {
    let mut changed = 0;
    let runs = points.x.chunks(TOGETHER).zip(points.y.chunks(TOGETHER));
    for ((x, y), groups) in runs.zip(groups.chunks_mut(TOGETHER)) {
        let nearest = nearest(&together(x), &together(y), centres);
        for (group, nearest) in groups.iter_mut().zip(nearest) {
            changed |= *group ^ nearest as u8;
            *group = nearest as u8;
        }
    }
    changed != 0
}

/// Chosen without a jump: which centre is nearest is what a processor cannot guess.
fn nearest(x: &[f64; TOGETHER], y: &[f64; TOGETHER], centres: &[[f64; 2]]) -> [u64; TOGETHER] {
    let (mut nearest, mut least) = ([0; TOGETHER], [f64::INFINITY; TOGETHER]);
    for (place, centre) in (0..).zip(centres) {
        for lane in 0..TOGETHER {
            let distance = squared_distance([x[lane], y[lane]], *centre);
            let is_nearer = distance < least[lane];
            nearest[lane] = if is_nearer { place } else { nearest[lane] };
            least[lane] = if is_nearer { distance } else { least[lane] };
        }
    }
    nearest
}

/// A centre that has lost its points goes to the point that lies farthest from its own centre.
fn move_to_middle(points: &Points, centres: &mut [[f64; 2]], groups: &[u8]) {
    // Several sums for each group, so that a point need not wait for the one before it.
    let mut parts = vec![[[0.0; 3]; TOGETHER]; centres.len()];
    let people = points.x.iter().zip(&points.y).zip(&points.weight);
    for (place, (((x, y), weight), group)) in people.zip(groups).enumerate() {
        let part = &mut parts[usize::from(*group)][place % TOGETHER];
        part[0] += weight * x;
        part[1] += weight * y;
        part[2] += weight;
    }
    let whole =
        |parts: &[[f64; 3]; TOGETHER]| [0, 1, 2].map(|of: usize| parts.iter().map(|part| part[of]).sum::<f64>());
    let sums: Vec<[f64; 3]> = parts.iter().map(whole).collect();
    for (group, [x, y, weight]) in sums.iter().enumerate() {
        if *weight > 0.0 {
            centres[group] = [x / weight, y / weight];
        }
    }
    for group in (0..centres.len()).filter(|group| sums[*group][2] == 0.0) {
        let from_own = |point: &usize| squared_distance(points.place(*point), centres[groups[*point] as usize]);
        let farthest = (0..points.len()).max_by(|a, b| from_own(a).total_cmp(&from_own(b)).then(b.cmp(a)));
        if let Some(point) = farthest {
            centres[group] = points.place(point);
        }
    }
}
