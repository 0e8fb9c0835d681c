//! Our side of each case: read what is given, compute, say what it cost and what came out.

mod ballots;
mod budgets;
mod opinions;
mod panels;
mod surveys;
mod texts;

use std::hint::black_box;

use anyhow::{Result, bail};

use crate::clock;
use crate::report::Report;

pub use budgets::rule;
pub use panels::problem;

/// Runs one case. What the words mean is said in `goals.rs`, where they are written.
pub fn run(kernel: &str, words: &[String]) -> Result<Report> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut report = match kernel {
        "opinions" => opinions::whole(&words),
        "opinions-again" => opinions::after_one_vote(&words),
        "next-statement" => opinions::next_statement(),
        "budget" => budgets::one(&words),
        "budget-collection" => budgets::collection(&words),
        "panel" => panels::odds(&words),
        "duplicates" => texts::duplicates(&words),
        "themes" => texts::themes(&words),
        "stems" => texts::stems(&words),
        "language" => texts::language(&words),
        "personal-data" => texts::personal_data(&words),
        "raking" => surveys::raking(&words),
        "paired" => surveys::paired(&words),
        "ballots" => ballots::all(&words),
        other => bail!("no kernel `{other}`"),
    }?;
    // Unless a case has said what it held before its own checks.
    if report.megabytes == 0.0 {
        report.megabytes = clock::megabytes();
    }
    Ok(report)
}

/// Processor time of looking at each byte once: no program that reads them can be quicker.
fn passing_over(bytes: &[u8]) -> Result<f64> {
    let (_, seconds) = clock::least(|| Ok(black_box(bytes).iter().map(|byte| u64::from(*byte)).sum::<u64>()))?;
    Ok(seconds)
}
