//! The target: leximin over expected counts, with quotas as plain linear constraints and no panels at all
//! (an upper bound in the leximin order), and for each of its levels the prices that prove it.

use crate::composition::{Rules, solve};
use crate::error::Error;
use microlp::{ComparisonOp, LinearExpr, OptimizationDirection, Problem, Variable};

/// A multiplier below this is taken for zero. They add up to one over the types of a level.
const SMALLEST: f64 = 1e-7;
/// What a lowest probability gives way to rounding, far below what is promised.
const ROOM: f64 = 1e-9;

/// Types whose probability cannot be higher than `value` without lowering one that is lower already.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Level {
    pub value: f64,
    /// The types settled here.
    pub types: Vec<usize>,
    /// For each type a weight ≥ 0: no lottery gives a higher weighted sum of probabilities than the target does. Over
    /// `types` they are positive and add up to 1; types of later levels have 0.
    pub weights: Vec<f64>,
}

#[derive(Debug, Clone)]
pub(crate) struct Target {
    /// Probability of each type.
    pub probabilities: Vec<f64>,
    pub levels: Vec<Level>,
}

/// Solves level by level until each type is settled.
pub(crate) fn leximin(rules: &Rules) -> Result<Target, Error> {
    let types = rules.people.len();
    let mut settled: Vec<Option<f64>> = vec![None; types];
    let mut levels = Vec::new();
    while settled.iter().any(Option::is_none) {
        let level = next_level(rules, &settled)?;
        for t in &level.types {
            settled[*t] = Some(level.value);
        }
        levels.push(level);
    }
    Ok(Target {
        probabilities: settled.into_iter().map(|p| p.unwrap_or(0.0)).collect(),
        levels,
    })
}

/// The lowest probability raised as far as it goes; of all counts that allow it, those nearest to equal odds for
/// everybody (smallest sum of distances over people). Answers the probabilities and the one level.
pub(crate) fn maximin(rules: &Rules) -> Result<Target, Error> {
    let level = next_level(rules, &vec![None; rules.people.len()])?;
    let (people, size) = (rules.people.iter().sum::<u32>(), rules.rows[0].low);
    let equal = f64::from(size) / f64::from(people);
    let mut program = Problem::new(OptimizationDirection::Minimize);
    let mut counts = Vec::with_capacity(rules.people.len());
    for (people, most) in rules.people.iter().zip(&rules.most) {
        let low = (f64::from(*people) * (level.value - ROOM)).clamp(0.0, f64::from(*most));
        let count = program.add_var(0.0, (low, f64::from(*most)));
        let (above, below) = (
            program.add_var(1.0, (0.0, f64::INFINITY)),
            program.add_var(1.0, (0.0, f64::INFINITY)),
        );
        let distance = [(count, 1.0), (above, -1.0), (below, 1.0)];
        program.add_constraint(distance, ComparisonOp::Eq, f64::from(*people) * equal);
        counts.push(count);
    }
    for row in rules.rows.iter().filter(|row| !row.types.is_empty()) {
        let terms: Vec<(Variable, f64)> = row.types.iter().map(|t| (counts[*t], 1.0)).collect();
        program.add_constraint(terms.as_slice(), ComparisonOp::Ge, f64::from(row.low));
        program.add_constraint(terms, ComparisonOp::Le, f64::from(row.high));
    }
    for cut in &rules.cuts {
        let terms: Vec<(Variable, f64)> = counts
            .iter()
            .zip(&cut.coefficients)
            .filter(|(_, c)| **c != 0.0)
            .map(|(count, c)| (*count, *c))
            .collect();
        program.add_constraint(terms, ComparisonOp::Le, cut.high);
    }
    let solution = solve(&program)?;
    let probabilities = counts
        .iter()
        .zip(&rules.people)
        .map(|(count, people)| solution.var_value(*count) / f64::from(*people))
        .collect();
    Ok(Target {
        probabilities,
        levels: vec![level],
    })
}

/// The dual of "raise the lowest unsettled probability as far as it goes while the settled keep theirs": prices on rows
/// such that a seat's price, times the people of its type, is at least the type's weight.
fn next_level(rules: &Rules, settled: &[Option<f64>]) -> Result<Level, Error> {
    let types = rules.people.len();
    let mut program = Problem::new(OptimizationDirection::Minimize);
    let mut seats: Vec<LinearExpr> = vec![LinearExpr::empty(); types];
    for row in &rules.rows {
        // An equality has one price of either sign.
        let prices: Vec<(Variable, f64)> = if row.low == row.high {
            vec![(
                program.add_var(f64::from(row.high), (f64::NEG_INFINITY, f64::INFINITY)),
                1.0,
            )]
        } else {
            let mut prices = vec![(program.add_var(f64::from(row.high), (0.0, f64::INFINITY)), 1.0)];
            if row.low > 0 {
                prices.push((program.add_var(-f64::from(row.low), (0.0, f64::INFINITY)), -1.0));
            }
            prices
        };
        for t in &row.types {
            for (price, sign) in &prices {
                seats[*t].add(*price, sign * f64::from(rules.people[*t]));
            }
        }
    }
    for cut in &rules.cuts {
        let price = program.add_var(cut.high, (0.0, f64::INFINITY));
        for (t, coefficient) in cut.coefficients.iter().enumerate().filter(|(_, c)| **c != 0.0) {
            seats[t].add(price, coefficient * f64::from(rules.people[t]));
        }
    }
    let mut all = LinearExpr::empty();
    let mut weights = Vec::with_capacity(types);
    for (t, mut seat) in seats.into_iter().enumerate() {
        let people = f64::from(rules.people[t]);
        let cap = program.add_var(f64::from(rules.most[t]), (0.0, f64::INFINITY));
        seat.add(cap, people);
        let weight = program.add_var(settled[t].map_or(0.0, |p| -p), (0.0, f64::INFINITY));
        seat.add(weight, -1.0);
        if settled[t].is_none() {
            all.add(weight, 1.0);
        }
        program.add_constraint(seat, ComparisonOp::Ge, 0.0);
        weights.push(weight);
    }
    program.add_constraint(all, ComparisonOp::Eq, 1.0);
    let solution = solve(&program)?;
    let weights: Vec<f64> = weights
        .iter()
        .map(|weight| solution.var_value(*weight).max(0.0))
        .collect();
    let here: Vec<usize> = (0..types)
        .filter(|t| settled[*t].is_none() && weights[*t] > SMALLEST)
        .collect();
    Ok(Level {
        value: solution.objective(),
        types: here,
        weights,
    })
}
