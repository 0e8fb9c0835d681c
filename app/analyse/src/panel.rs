//! `samspel analyse panel`.

use crate::report::{Report, Words};
use crate::{Forms, Found, input, progress};
use anyhow::Context as _;
use clap::{Args, ValueEnum};
use panel::read::{self, Columns};
use panel::{Algorithm, Problem, Selection, select};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

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
    #[command(flatten)]
    pub forms: Forms,
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

/// What `--json` answers.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Panel {
    /// The probabilities are proved to be the fairest, to 1e-6.
    certified: bool,
    /// Of the one with the least chance.
    min_probability: f64,
    /// By id.
    probabilities: BTreeMap<String, f64>,
    /// The ids that were drawn.
    panel: Vec<String>,
    lottery: Lottery,
    #[serde(skip)]
    categories: Vec<Seats>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Lottery {
    panels: usize,
    /// SHA-256 of the file that is published before the draw.
    sha256: String,
    /// Which of the panels was drawn.
    number: usize,
}

/// One feature of one category beside its quota.
#[derive(Debug)]
struct Seats {
    category: String,
    feature: String,
    pool: usize,
    low: u32,
    high: u32,
    drawn: usize,
}

pub fn find(options: &Options) -> anyhow::Result<Panel> {
    let problem = problem(options)?;
    let algorithm = options.algorithm.into();
    let selection = progress::during("drawing", || select(&problem, algorithm, &options.seed))?;
    if let Some(file) = &options.lottery {
        std::fs::write(file, &selection.document).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(Panel::new(&problem, selection))
}

fn problem(options: &Options) -> anyhow::Result<Problem> {
    let (quotas, pool) = (input::bytes(&options.quotas)?, input::bytes(&options.pool)?);
    let categories =
        read::quotas(&quotas).map_err(|fault| input::at_line(&options.quotas, fault.line as u64, &fault))?;
    let household: Vec<&str> = options.household.iter().map(String::as_str).collect();
    let columns = Columns {
        household: &household,
        ..Columns::default()
    };
    let people = read::pool(&pool, &categories, &columns)
        .map_err(|fault| input::at_line(&options.pool, fault.line as u64, &fault))?;
    Ok(Problem::new(categories, people, options.size)?)
}

impl Panel {
    fn new(problem: &Problem, selection: Selection) -> Panel {
        let people = problem.people().iter().zip(&selection.probabilities);
        Panel {
            certified: selection.certified(),
            min_probability: selection.min_probability,
            probabilities: people.map(|(one, p)| (one.id.clone(), *p)).collect(),
            categories: seats(problem, &selection.panel),
            lottery: Lottery {
                panels: selection.lottery.panels().len(),
                sha256: selection.draw.fingerprint,
                number: selection.draw.number,
            },
            panel: selection.draw.ids,
        }
    }
}

fn seats(problem: &Problem, panel: &[usize]) -> Vec<Seats> {
    let people = problem.people();
    let mut seats = Vec::new();
    for (place, category) in problem.categories().iter().enumerate() {
        for (feature, quota) in category.quotas.iter().enumerate() {
            seats.push(Seats {
                category: category.name.clone(),
                feature: quota.feature.clone(),
                pool: people.iter().filter(|one| one.features[place] == feature).count(),
                low: quota.low,
                high: quota.high,
                drawn: panel
                    .iter()
                    .filter(|one| people[**one].features[place] == feature)
                    .count(),
            });
        }
    }
    seats
}

impl Found for Panel {
    fn table(&self) -> String {
        let proved = if self.certified {
            ", proved to be the fairest"
        } else {
            ""
        };
        let mut out = format!(
            "{} seats, {} people; the least probability is {:.4}{proved}\npanel {} of {} in the lottery {}\n",
            self.panel.len(),
            self.probabilities.len(),
            self.min_probability,
            self.lottery.number,
            self.lottery.panels,
            self.lottery.sha256
        );
        for id in &self.panel {
            let _ = writeln!(out, "{id:>10}  {:.4}", self.probabilities.get(id).unwrap_or(&0.0));
        }
        out
    }

    fn report(&self, words: &Words) -> Report {
        let base = [
            ("seats", words.count(self.panel.len() as u64).into()),
            ("people", words.count(self.probabilities.len() as u64).into()),
            ("least", words.share(self.min_probability).into()),
        ];
        let mut report = Report::new(words.t("analyse-panel-title"), words.ta("analyse-panel-finding", &base));
        report.paragraph(words.t(if self.certified {
            "analyse-panel-certified"
        } else {
            "analyse-panel-not-certified"
        }));
        let draw = [
            ("number", words.count(self.lottery.number as u64).into()),
            ("panels", words.count(self.lottery.panels as u64).into()),
            ("sha256", self.lottery.sha256.clone().into()),
        ];
        report.paragraph(words.ta("analyse-panel-draw", &draw));
        let rows = self.categories.iter().map(|one| {
            vec![
                format!("{}: {}", one.category, one.feature),
                words.count(one.pool as u64),
                format!("{}–{}", one.low, one.high),
                words.count(one.drawn as u64),
            ]
        });
        report.table(
            words.t("analyse-panel-quotas"),
            &[
                (&words.t("analyse-feature"), false),
                (&words.t("analyse-panel-pool"), true),
                (&words.t("analyse-panel-quota"), true),
                (&words.t("analyse-panel-drawn"), true),
            ],
            rows.collect(),
        );
        let chance = |id: &String| words.share(*self.probabilities.get(id).unwrap_or(&0.0));
        report.table(
            words.t("analyse-panel-people"),
            &[
                (&words.t("analyse-panel-id"), false),
                (&words.t("analyse-panel-chance"), true),
            ],
            self.panel.iter().map(|id| vec![id.clone(), chance(id)]).collect(),
        );
        report
    }
}
