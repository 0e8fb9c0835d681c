//! From expected counts to a lottery: panels, each with its chance, whose average is what was expected; or an
//! inequality that shows that there is none.

use crate::composition::{Composition, Cut, Rules, SLACK, Within, solve};
use crate::error::Error;
use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

/// Compositions with their chances, which add up to 1.
pub(crate) type Mixture = Vec<(f64, Composition)>;

/// What column generation ends with.
pub(crate) enum Realised {
    Mixture(Mixture),
    /// No lottery gives these expectations.
    Cut(Cut),
}

/// Nearer than this to its bound, an expected count is at it.
const AT_BOUND: f64 = 1e-9;
/// A remainder of chance that is not worth a panel.
const NOTHING: f64 = 1e-10;
/// How far below what was asked a probability of the lottery may be.
const DEVIATION: f64 = 1e-9;
/// Panels that column generation may add.
const MOST_PANELS: usize = 20_000;

/// The lottery whose average is these counts, if panels can be peeled off them until nothing is left. Those found join
/// `known` when something is.
pub(crate) fn whole(rules: &Rules, counts: &[f64], known: &mut Vec<Composition>) -> Option<Mixture> {
    let (mixture, left) = peel(rules, counts);
    if left <= NOTHING {
        return Some(normalised(mixture));
    }
    known.extend(mixture.into_iter().map(|(_, composition)| composition));
    known.sort();
    known.dedup();
    None
}

/// Carathéodory's construction: take a panel from the smallest face around the point, give it as much chance as leaves
/// the rest inside, go on with the rest. Each step makes one more bound tight, so there are at most as many panels as
/// types and rows. Panels keep each count between floor and ceiling of its expectation, which keeps the rest close to
/// integers, and the step is long when the panel is the rounding of the rest. Answers the chance left when no panel
/// lies on the face, which can happen: the bounds do not describe all panels.
fn peel(rules: &Rules, counts: &[f64]) -> (Mixture, f64) {
    let bounds = |expected: f64| {
        (
            (expected + AT_BOUND).floor().max(0.0),
            (expected - AT_BOUND).ceil().max(0.0),
        )
    };
    let type_bounds: Vec<(f64, f64)> = counts.iter().map(|count| bounds(*count)).collect();
    let row_bounds: Vec<(f64, f64)> = rules.rows.iter().map(|row| bounds(row.expected(counts))).collect();
    let mut rest = counts.to_vec();
    let (mut left, mut mixture) = (1.0, Mixture::new());
    while left > NOTHING && mixture.len() <= type_bounds.len() + row_bounds.len() {
        let within = Within {
            types: rest
                .iter()
                .zip(&type_bounds)
                .map(|(count, bounds)| face(*count, *bounds))
                .collect(),
            rows: rules
                .rows
                .iter()
                .zip(&row_bounds)
                .map(|(row, bounds)| face(row.expected(&rest), *bounds))
                .collect(),
            tight: (0..rules.cuts.len())
                .filter(|cut| rules.cuts[*cut].expected(&rest) > rules.cuts[*cut].high - SLACK)
                .collect(),
        };
        let prices: Vec<f64> = rest
            .iter()
            .zip(&type_bounds)
            .map(|(count, (low, _))| count - low - 0.5)
            .collect();
        let Some(panel) = rules.quick(&prices, &within) else {
            break;
        };
        let step = step(rules, &rest, &panel, &type_bounds, &row_bounds);
        if step <= 0.0 {
            break;
        }
        for (count, seats) in rest.iter_mut().zip(&panel) {
            *count = if step < 1.0 {
                (*count - step * f64::from(*seats)) / (1.0 - step)
            } else {
                0.0
            };
        }
        mixture.push((left * step, panel));
        left *= 1.0 - step;
    }
    (mixture, left)
}

/// The integers a panel may have where the rest has `expected`: the bound it has come to, or both.
fn face(expected: f64, (low, high): (f64, f64)) -> (u32, u32) {
    if expected - low < SLACK {
        (low as u32, low as u32)
    } else if high - expected < SLACK {
        (high as u32, high as u32)
    } else {
        (low as u32, high as u32)
    }
}

/// The largest chance that the panel can be given, as a part of what is left.
fn step(rules: &Rules, rest: &[f64], panel: &[u32], types: &[(f64, f64)], rows: &[(f64, f64)]) -> f64 {
    let mut step = 1.0_f64;
    let mut keep_within = |expected: f64, seats: f64, (low, high): (f64, f64)| {
        if seats > expected && seats > low {
            step = step.min((expected - low) / (seats - low));
        } else if seats < expected && seats < high {
            step = step.min((high - expected) / (high - seats));
        }
    };
    for (t, bounds) in types.iter().enumerate() {
        keep_within(rest[t], f64::from(panel[t]), *bounds);
    }
    for (row, bounds) in rules.rows.iter().zip(rows) {
        keep_within(row.expected(rest), f64::from(row.sum(panel)), *bounds);
    }
    let seats: Vec<f64> = panel.iter().map(|seats| f64::from(*seats)).collect();
    for cut in &rules.cuts {
        let (expected, there) = (cut.expected(rest), cut.expected(&seats));
        if there < expected {
            step = step.min((cut.high - expected) / (cut.high - there));
        }
    }
    step.max(0.0)
}

/// A lottery that gives each type at least `floors` (probabilities), starting from the panels that are known and
/// adding to them.
///
/// Column generation: prices that tell the wish from all panels known, then the panel that is best at these prices,
/// until no panel is better (the prices are then a cut) or the known ones suffice.
pub(crate) fn generate(rules: &Rules, floors: &[f64], panels: &mut Vec<Composition>) -> Result<Realised, Error> {
    let everywhere = rules.everywhere();
    if panels.is_empty() {
        panels.extend(rules.best(&vec![0.0; floors.len()], &everywhere)?);
    }
    let mut program = Problem::new(OptimizationDirection::Maximize);
    let weights: Vec<Variable> = floors.iter().map(|floor| program.add_var(*floor, (0.0, 1.0))).collect();
    let reach = program.add_var(-1.0, (f64::NEG_INFINITY, f64::INFINITY));
    let all: Vec<(Variable, f64)> = weights.iter().map(|weight| (*weight, 1.0)).collect();
    program.add_constraint(all, ComparisonOp::Eq, 1.0);
    let row = |panel: &Composition| {
        let mut row: Vec<(Variable, f64)> = (0..floors.len())
            .filter(|t| panel[*t] > 0)
            .map(|t| (weights[t], f64::from(panel[t]) / f64::from(rules.people[t])))
            .collect();
        row.push((reach, -1.0));
        row
    };
    for panel in panels.iter() {
        program.add_constraint(row(panel), ComparisonOp::Le, 0.0);
    }
    let solver = |problem: microlp::Error| Error::Solver(problem.to_string());
    let mut solution = solve(&program)?;
    for _ in 0..MOST_PANELS {
        if solution.objective() <= DEVIATION {
            return mix(rules, floors, panels);
        }
        let prices: Vec<f64> = (0..floors.len())
            .map(|t| match solution.var_value(weights[t]) {
                weight if weight > AT_BOUND => weight / f64::from(rules.people[t]),
                _ => 0.0,
            })
            .collect();
        let Some(panel) = rules.best(&prices, &everywhere)? else {
            return Err(Error::TooHard);
        };
        let worth: f64 = panel
            .iter()
            .zip(&prices)
            .map(|(seats, price)| f64::from(*seats) * price)
            .sum();
        if worth <= solution.var_value(reach) + DEVIATION / 4.0 {
            return Ok(Realised::Cut(Cut {
                coefficients: prices,
                high: worth,
            }));
        }
        solution = solution
            .add_constraint(row(&panel), ComparisonOp::Le, 0.0)
            .map_err(solver)?
            .into_solution()
            .map_err(|_| Error::TooHard)?;
        panels.push(panel);
    }
    Err(Error::TooHard)
}

/// Chances for these panels that come nearest to the floors.
fn mix(rules: &Rules, floors: &[f64], panels: &[Composition]) -> Result<Realised, Error> {
    let mut program = Problem::new(OptimizationDirection::Minimize);
    let chances: Vec<Variable> = panels.iter().map(|_| program.add_var(0.0, (0.0, 1.0))).collect();
    let missing = program.add_var(1.0, (0.0, 1.0));
    let all: Vec<(Variable, f64)> = chances.iter().map(|chance| (*chance, 1.0)).collect();
    program.add_constraint(all, ComparisonOp::Eq, 1.0);
    for (t, floor) in floors.iter().enumerate().filter(|(_, floor)| **floor > 0.0) {
        let mut row: Vec<(Variable, f64)> = (chances.iter().zip(panels))
            .filter(|(_, panel)| panel[t] > 0)
            .map(|(chance, panel)| (*chance, f64::from(panel[t]) / f64::from(rules.people[t])))
            .collect();
        row.push((missing, 1.0));
        program.add_constraint(row, ComparisonOp::Ge, *floor);
    }
    let solution = solve(&program)?;
    let chances = chances.iter().map(|chance| solution.var_value(*chance));
    let mixture: Mixture = chances
        .zip(panels.iter().cloned())
        .filter(|(chance, _)| *chance > NOTHING)
        .collect();
    Ok(Realised::Mixture(normalised(mixture)))
}

fn normalised(mut mixture: Mixture) -> Mixture {
    let sum: f64 = mixture.iter().map(|(chance, _)| chance).sum();
    mixture.iter_mut().for_each(|(chance, _)| *chance /= sum);
    mixture
}
