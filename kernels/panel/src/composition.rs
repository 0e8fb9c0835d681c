//! What a panel looks like when only types count: how many members of each type, which counts are allowed, and the
//! best of the allowed ones under given prices.

use crate::error::Error;
use microlp::{ComparisonOp, OptimizationDirection, Problem, Solution, SolveOptions, Variable};

/// How many members of each type a panel has, in the order of the types.
pub(crate) type Composition = Vec<u32>;

/// A quota, the size of the panel, or a rule on households: the members of these types are together at least `low` and
/// at most `high`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    pub types: Vec<usize>,
    pub low: u32,
    pub high: u32,
}

/// All compositions that are allowed: integers between 0 and `most` of each type that keep every row.
#[derive(Debug, Clone)]
pub(crate) struct Rules {
    /// People of each type in the pool, at least one.
    pub people: Vec<u32>,
    /// How many of each type one panel may have.
    pub most: Vec<u32>,
    pub rows: Vec<Row>,
    /// Found on the way, see [`Cut`].
    pub cuts: Vec<Cut>,
}

/// An inequality that every allowed composition keeps and that the linear relaxation of the rules does not imply:
/// `Σ coefficients·counts ≤ high`.
#[derive(Debug, Clone)]
pub(crate) struct Cut {
    pub coefficients: Vec<f64>,
    pub high: f64,
}

/// Nodes of one branch and bound before it is given up. Real pools need under a hundred.
const MOST_NODES: u64 = 100_000;
/// Nodes of a search that may fail.
const QUICK_NODES: u64 = 1_000;

/// How far from its end a cut may be and still count as tight.
pub(crate) const SLACK: f64 = 1e-7;

/// Where to search: bounds of each type and of each row, in the order of [`Rules`].
#[derive(Debug, Clone)]
pub(crate) struct Within {
    pub types: Vec<(u32, u32)>,
    pub rows: Vec<(u32, u32)>,
    /// Cuts that hold with equality here.
    pub tight: Vec<usize>,
}

/// How every program here is solved: no clock, and ten thousand times closer to its constraints than odds are promised.
pub(crate) fn options() -> SolveOptions {
    let mut options = SolveOptions::default();
    options.node_limit = Some(MOST_NODES);
    options.tolerances.feasibility = 1e-10;
    options
}

/// Solves a linear program that has an optimum.
pub(crate) fn solve(program: &Problem) -> Result<Solution, Error> {
    let outcome = program
        .solve_with(options())
        .map_err(|problem| Error::Solver(problem.to_string()))?;
    outcome.into_solution().map_err(|_| Error::TooHard)
}

impl Rules {
    /// The whole set of allowed compositions.
    pub fn everywhere(&self) -> Within {
        Within {
            types: self.most.iter().map(|most| (0, *most)).collect(),
            rows: self.rows.iter().map(|row| (row.low, row.high)).collect(),
            tight: Vec::new(),
        }
    }

    /// The allowed composition with the highest sum of prices (one price for each member of a type), proved by branch
    /// and bound. `None` when there is none.
    pub fn best(&self, prices: &[f64], within: &Within) -> Result<Option<Composition>, Error> {
        self.search(prices, within, MOST_NODES)
    }

    /// [`Rules::best`] for those who have another way: `None` also when a short search ends without proof.
    pub fn quick(&self, prices: &[f64], within: &Within) -> Option<Composition> {
        self.search(prices, within, QUICK_NODES).unwrap_or(None)
    }

    fn search(&self, prices: &[f64], within: &Within, nodes: u64) -> Result<Option<Composition>, Error> {
        let Some((program, variables)) = self.program(prices, within) else {
            return Ok(None);
        };
        let mut options = options();
        options.node_limit = Some(nodes);
        let solution = match program.solve_with(options) {
            Err(microlp::Error::Infeasible) => return Ok(None),
            Err(problem) => return Err(Error::Solver(problem.to_string())),
            Ok(outcome) if !outcome.is_optimal() => return Err(Error::TooHard),
            Ok(outcome) => outcome.into_solution().map_err(|_| Error::TooHard)?,
        };
        let seats = |(variable, (low, _)): (&Option<Variable>, &(u32, u32))| {
            variable.map_or(*low, |variable| solution.var_value(variable).round() as u32)
        };
        let composition: Composition = variables.iter().zip(&within.types).map(seats).collect();
        // The solver computes in floating point; a panel is checked in integers.
        match self.allow(&composition) {
            true => Ok(Some(composition)),
            false => Err(Error::Solver("it gave a panel that breaks a quota".into())),
        }
    }

    /// The integer program, with a variable for each type whose count is open. `None` when a row of settled types
    /// alone is broken.
    fn program(&self, prices: &[f64], within: &Within) -> Option<(Problem, Vec<Option<Variable>>)> {
        let mut program = Problem::new(OptimizationDirection::Maximize);
        let mut variables: Vec<Option<Variable>> = Vec::with_capacity(prices.len());
        for (price, (low, high)) in prices.iter().zip(&within.types) {
            // What is settled is no variable: the smaller the program, the faster.
            variables.push((low < high).then(|| program.add_integer_var(*price, (*low as i32, *high as i32))));
        }
        for (row, (low, high)) in self.rows.iter().zip(&within.rows) {
            let (mut settled, mut terms) = (0.0, Vec::with_capacity(row.types.len()));
            for t in &row.types {
                match variables[*t] {
                    Some(variable) => terms.push((variable, 1.0)),
                    None => settled += f64::from(within.types[*t].0),
                }
            }
            let (low, high) = (f64::from(*low) - settled, f64::from(*high) - settled);
            if low > high || (terms.is_empty() && (low > 0.0 || high < 0.0)) {
                return None;
            }
            if low == high {
                program.add_constraint(terms, ComparisonOp::Eq, low);
            } else {
                program.add_constraint(terms.as_slice(), ComparisonOp::Ge, low);
                program.add_constraint(terms, ComparisonOp::Le, high);
            }
        }
        for cut in within.tight.iter().map(|cut| &self.cuts[*cut]) {
            let (mut settled, mut terms) = (0.0, Vec::new());
            for (t, coefficient) in cut.coefficients.iter().enumerate().filter(|(_, c)| **c != 0.0) {
                match variables[t] {
                    Some(variable) => terms.push((variable, *coefficient)),
                    None => settled += coefficient * f64::from(within.types[t].0),
                }
            }
            program.add_constraint(terms, ComparisonOp::Ge, cut.high - settled - SLACK);
        }
        Some((program, variables))
    }

    /// Whether a composition keeps all rules.
    pub fn allow(&self, composition: &[u32]) -> bool {
        composition.iter().zip(&self.most).all(|(count, most)| count <= most)
            && self
                .rows
                .iter()
                .all(|row| (row.low..=row.high).contains(&row.sum(composition)))
    }
}

impl Row {
    pub fn sum(&self, composition: &[u32]) -> u32 {
        self.types.iter().map(|t| composition[*t]).sum()
    }

    /// The same for expected counts.
    pub fn expected(&self, counts: &[f64]) -> f64 {
        self.types.iter().map(|t| counts[*t]).sum()
    }
}

impl Cut {
    pub fn expected(&self, counts: &[f64]) -> f64 {
        self.coefficients
            .iter()
            .zip(counts)
            .map(|(coefficient, count)| coefficient * count)
            .sum()
    }
}
