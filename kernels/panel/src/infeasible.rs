//! When no panel meets the quotas: which of them cannot be met whatever the others are, and the smallest change that
//! makes a panel possible.

use crate::composition::{Row, options};
use crate::error::Error;
use crate::odds::MOST_TYPES;
use crate::problem::{Problem, Quota};
use microlp::{ComparisonOp, OptimizationDirection, Variable};
use std::fmt;

/// Why there is no panel, and what would help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Infeasible {
    /// What is impossible by itself. Empty: each quota can be met, but not all of them together.
    pub contradictions: Vec<Contradiction>,
    /// Quotas that make a panel possible, moved by as few seats in all as any do. Empty: no change of quotas helps.
    pub relaxation: Vec<Change>,
    /// The change goes further than [`Quota::flex`] allows, because nothing within it helps.
    pub beyond_flex: bool,
}

/// Something that no panel can meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contradiction {
    /// The lower quotas of the category ask for more seats than there are.
    LowsExceedSize { category: String, sum: u64, size: u32 },
    /// The upper quotas of the category leave seats empty.
    HighsBelowSize { category: String, sum: u64, size: u32 },
    /// Fewer people in the pool with this feature (one from each household) than its lower quota asks for.
    TooFewPeople {
        category: String,
        feature: String,
        people: u64,
        low: u32,
    },
    /// Fewer households than seats.
    TooFewHouseholds { households: u64, size: u32 },
}

/// A quota moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub category: String,
    pub feature: String,
    /// Lower and upper quota as they are.
    pub from: (u32, u32),
    /// Lower and upper quota that are proposed.
    pub to: (u32, u32),
}

/// `None` when some panel meets all quotas. Costs one integer program, two or three when there is none.
pub fn explain(problem: &Problem) -> Result<Option<Infeasible>, Error> {
    let (rules, types) = (problem.rules(), problem.member_types());
    if types > MOST_TYPES {
        return Err(Error::TooManyTypes {
            types,
            most: MOST_TYPES,
        });
    }
    let contradictions = contradictions(problem);
    if contradictions.is_empty()
        && rules
            .best(&vec![0.0; rules.people.len()], &rules.everywhere())?
            .is_some()
    {
        return Ok(None);
    }
    let mut infeasible = Infeasible {
        contradictions,
        relaxation: Vec::new(),
        beyond_flex: false,
    };
    let asked = |quota: &Quota| quota.flex.unwrap_or((quota.low, problem.size()));
    match relax(problem, asked)? {
        Some(changes) => infeasible.relaxation = changes,
        None => {
            infeasible.relaxation = relax(problem, |quota| (quota.low, problem.size()))?.unwrap_or_default();
            infeasible.beyond_flex = !infeasible.relaxation.is_empty();
        }
    }
    Ok(Some(infeasible))
}

fn contradictions(problem: &Problem) -> Vec<Contradiction> {
    let (size, types) = (problem.size(), problem.types());
    let mut found = Vec::new();
    let households = seats(problem, |_| true);
    if households < u64::from(size) {
        found.push(Contradiction::TooFewHouseholds { households, size });
    }
    for place in &types.order {
        let category = &problem.categories()[place.category];
        let sum = |part: fn(&Quota) -> u32| category.quotas.iter().map(|quota| u64::from(part(quota))).sum();
        let (lows, highs): (u64, u64) = (sum(|quota| quota.low), sum(|quota| quota.high));
        if lows > u64::from(size) {
            found.push(Contradiction::LowsExceedSize {
                category: category.name.clone(),
                sum: lows,
                size,
            });
        }
        if highs < u64::from(size) {
            found.push(Contradiction::HighsBelowSize {
                category: category.name.clone(),
                sum: highs,
                size,
            });
        }
        for (feature, quota) in category.quotas.iter().enumerate() {
            let people = seats(problem, |t| types.list[t].features[place.category] == feature);
            if people < u64::from(quota.low) {
                found.push(Contradiction::TooFewPeople {
                    category: category.name.clone(),
                    feature: quota.feature.clone(),
                    people,
                    low: quota.low,
                });
            }
        }
    }
    found
}

/// How many of these types could sit together if there were no quotas: everybody who shares a household with nobody,
/// and one from each household that has one of them.
fn seats(problem: &Problem, counts: impl Fn(usize) -> bool) -> u64 {
    let types = problem.types();
    let mut households = vec![0_u64; types.classes.len()];
    let mut alone = 0;
    for (t, kind) in types.list.iter().enumerate().filter(|(t, _)| counts(*t)) {
        match kind.class {
            Some(class) => households[class] = u64::from(types.classes[class]),
            None => alone += problem.rules().people[t] as u64,
        }
    }
    alone + households.iter().sum::<u64>()
}

/// The integer program: a panel under household rule and size, with lower quotas moved down and upper ones up by at
/// most what `flex` says, by the smallest number of seats in all.
fn relax(problem: &Problem, flex: impl Fn(&Quota) -> (u32, u32)) -> Result<Option<Vec<Change>>, Error> {
    let (rules, size) = (problem.rules(), problem.size());
    let mut program = microlp::Problem::new(OptimizationDirection::Minimize);
    let seats: Vec<Variable> = rules
        .people
        .iter()
        .map(|people| program.add_integer_var(0.0, (0, (*people).min(size) as i32)))
        .collect();
    let terms = |row: &Row| -> Vec<(Variable, f64)> { row.types.iter().map(|t| (seats[*t], 1.0)).collect() };
    let quotas = || {
        let types = problem.types();
        types
            .order
            .iter()
            .flat_map(|place| place.features.iter().map(|feature| (place.category, *feature)))
    };
    let mut rows = rules.rows.iter();
    if let Some(row) = rows.next() {
        program.add_constraint(terms(row), ComparisonOp::Eq, f64::from(size));
    }
    let mut moved = Vec::new();
    for ((category, feature), row) in quotas().zip(rows.by_ref()) {
        let quota = &problem.categories()[category].quotas[feature];
        let (down, up) = flex(quota);
        // A quota above the size is moved from the size: further up it changes nothing.
        let (down, up) = (down.min(quota.low), up.min(size.saturating_sub(row.high)));
        let down = program.add_integer_var(1.0, (0, i32::try_from(down).unwrap_or(i32::MAX)));
        let up = program.add_integer_var(1.0, (0, up as i32));
        let mut low = terms(row);
        low.push((down, 1.0));
        program.add_constraint(low, ComparisonOp::Ge, f64::from(quota.low));
        let mut high = terms(row);
        high.push((up, -1.0));
        program.add_constraint(high, ComparisonOp::Le, f64::from(row.high));
        moved.push((category, feature, row.high, down, up));
    }
    for row in rows {
        program.add_constraint(terms(row), ComparisonOp::Le, f64::from(row.high));
    }
    let solution = match program.solve_with(options()) {
        Err(microlp::Error::Infeasible) => return Ok(None),
        Err(problem) => return Err(Error::Solver(problem.to_string())),
        Ok(outcome) if !outcome.is_optimal() => return Err(Error::TooHard),
        Ok(outcome) => outcome.into_solution().map_err(|_| Error::TooHard)?,
    };
    let changes = moved.into_iter().filter_map(|(category, feature, high, down, up)| {
        let (down, up) = (
            solution.var_value(down).round() as u32,
            solution.var_value(up).round() as u32,
        );
        let quota = &problem.categories()[category].quotas[feature];
        let to = (quota.low - down, if up > 0 { high + up } else { quota.high });
        (down > 0 || up > 0).then(|| Change {
            category: problem.categories()[category].name.clone(),
            feature: quota.feature.clone(),
            from: (quota.low, quota.high),
            to,
        })
    });
    Ok(Some(changes.collect()))
}

impl fmt::Display for Infeasible {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no panel meets all quotas")?;
        for contradiction in &self.contradictions {
            write!(f, "; {contradiction}")?;
        }
        if self.contradictions.is_empty() {
            f.write_str("; each can be met, but not all together")?;
        }
        if self.relaxation.is_empty() {
            return f.write_str("; no change of quotas helps: invite more people or choose a smaller panel");
        }
        f.write_str("; the smallest change that helps: ")?;
        for (place, change) in self.relaxation.iter().enumerate() {
            let comma = if place > 0 { ", " } else { "" };
            let Change {
                category,
                feature,
                from,
                to,
            } = change;
            write!(
                f,
                "{comma}{category}, {feature} from {}–{} to {}–{}",
                from.0, from.1, to.0, to.1
            )?;
        }
        if self.beyond_flex {
            f.write_str(" (more than the file allows)")
        } else {
            Ok(())
        }
    }
}

impl fmt::Display for Contradiction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Contradiction::LowsExceedSize { category, sum, size } => {
                write!(
                    f,
                    "{category}: the lower quotas add up to {sum}, more than {size} seats"
                )
            }
            Contradiction::HighsBelowSize { category, sum, size } => {
                write!(
                    f,
                    "{category}: the upper quotas add up to {sum}, fewer than {size} seats"
                )
            }
            Contradiction::TooFewPeople {
                category,
                feature,
                people,
                low,
            } => {
                write!(
                    f,
                    "{category}, {feature}: the pool can seat {people}, the lower quota asks for {low}"
                )
            }
            Contradiction::TooFewHouseholds { households, size } => {
                write!(
                    f,
                    "with one member of each household the pool can fill {households} of {size} seats"
                )
            }
        }
    }
}
