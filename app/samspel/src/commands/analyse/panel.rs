//! `samspel analyse panel`.

use crate::commands::output::emit;
use anyhow::Context as _;
use clap::{Args, ValueEnum};
use panel::read::{self, Columns};
use panel::{Algorithm, Problem, Selection, select};
use serde_json::{Map, Value, json};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub struct Options {
    /// Those who said yes: a CSV with a column for each category, and `id` if they have one.
    #[arg(long, value_name = "FILE")]
    pool: PathBuf,
    /// The quotas: a CSV with category, feature, min and max.
    #[arg(long, value_name = "FILE")]
    quotas: PathBuf,
    /// How many seats the panel has.
    #[arg(long)]
    size: u32,
    /// leximin is the fairest; maximin is fair to the worst placed; legacy is greedy, for comparison.
    #[arg(long, default_value = "leximin")]
    algorithm: AlgorithmName,
    /// What settles the draw: something nobody can choose after the lottery was published, such as a national lottery's row.
    #[arg(long, value_name = "TEXT")]
    seed: String,
    /// Columns that, taken together, say who lives together; at most one of them is drawn.
    #[arg(long, value_name = "COLUMN")]
    household: Vec<String>,
    /// Write the thousand equally likely panels here. Publish the file before the seed is known.
    #[arg(long, value_name = "FILE")]
    lottery: Option<PathBuf>,
    /// The result as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum AlgorithmName {
    Leximin,
    Maximin,
    Legacy,
}

impl From<AlgorithmName> for Algorithm {
    fn from(name: AlgorithmName) -> Algorithm {
        match name {
            AlgorithmName::Leximin => Algorithm::Leximin,
            AlgorithmName::Maximin => Algorithm::Maximin,
            AlgorithmName::Legacy => Algorithm::Legacy,
        }
    }
}

pub fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let problem = problem(options)?;
    let selection = select(&problem, options.algorithm.into(), &options.seed)?;
    if let Some(file) = &options.lottery {
        std::fs::write(file, &selection.document).with_context(|| format!("cannot write {}", file.display()))?;
    }
    if options.json {
        super::print(&shape(&problem, &selection))?;
    } else {
        emit(&table(&problem, &selection))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn problem(options: &Options) -> anyhow::Result<Problem> {
    let (quotas, pool) = (super::read(&options.quotas)?, super::read(&options.pool)?);
    let categories = read::quotas(&quotas).map_err(|fault| super::at_line(&options.quotas, fault.line, &fault))?;
    let household: Vec<&str> = options.household.iter().map(String::as_str).collect();
    let columns = Columns {
        household: &household,
        ..Columns::default()
    };
    let people =
        read::pool(&pool, &categories, &columns).map_err(|fault| super::at_line(&options.pool, fault.line, &fault))?;
    Ok(Problem::new(categories, people, options.size)?)
}

fn shape(problem: &Problem, selection: &Selection) -> Value {
    let people = problem.people().iter().zip(&selection.probabilities);
    let probabilities: Map<String, Value> = people.map(|(one, p)| (one.id.clone(), json!(p))).collect();
    json!({
        "certified": selection.certified(),
        "min_probability": selection.min_probability,
        "probabilities": probabilities,
        "panel": selection.draw.ids,
        "lottery": {
            "panels": selection.lottery.panels().len(),
            "sha256": selection.draw.fingerprint,
            "number": selection.draw.number,
        },
    })
}

fn table(problem: &Problem, selection: &Selection) -> String {
    let mut out = String::new();
    let _ = writeln!(
        out,
        "{} seats, {} people; the least probability is {:.4}{}",
        selection.panel.len(),
        problem.people().len(),
        selection.min_probability,
        if selection.certified() {
            ", proved to be the fairest"
        } else {
            ""
        }
    );
    let _ = writeln!(
        out,
        "panel {} of {} in the lottery {}",
        selection.draw.number,
        selection.lottery.panels().len(),
        selection.draw.fingerprint
    );
    for person in &selection.panel {
        let _ = writeln!(
            out,
            "{:>10}  {:.4}",
            problem.people()[*person].id,
            selection.probabilities[*person]
        );
    }
    out
}
