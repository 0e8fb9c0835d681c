//! `samspel analyse representation`.

use crate::input::Rows;
use crate::report::{Report, Words};
use crate::{Forms, Found, progress};
use anyhow::Context as _;
use clap::Args;
use schemars::JsonSchema;
use serde::Serialize;
use stats::representation::{Finding, compare};
use stats::weighting::{self, Margin, Raking, rake};
use std::fmt::Write as _;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct Options {
    /// Those who took part: a CSV with a row a person and a column for each category. An empty cell: not told.
    #[arg(long, value_name = "FILE")]
    participants: PathBuf,
    /// Those who live here: a CSV with category, feature and population.
    #[arg(long, value_name = "FILE")]
    population: PathBuf,
    /// Write the weight of each participant here, as a CSV with row and weight.
    #[arg(long, value_name = "FILE")]
    weights: Option<PathBuf>,
    /// The largest weight, as a multiple of the mean.
    #[arg(long, default_value_t = 5.0)]
    largest_weight: f64,
    #[command(flatten)]
    pub forms: Forms,
}

/// What `--json` answers.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Representation {
    participants: usize,
    categories: Vec<Category>,
    /// What weights that make all categories agree at once would do; null when there can be none.
    weighting: Option<Weighting>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Category {
    category: String,
    /// Participants who told which group they belong to.
    n: u64,
    population: u64,
    /// Index of dissimilarity, 0–1: the part of the participants that would have to belong to other groups.
    dissimilarity: Option<f64>,
    features: Vec<Feature>,
    /// Who is missing, most lacking first.
    missing: Vec<Missing>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Feature {
    feature: String,
    /// Null: one to four people, or hidden to protect such a group.
    participants: Option<u64>,
    population: u64,
    /// Shares 0–1 among participants and in the population.
    share: Option<f64>,
    expected: f64,
    /// Percentage points.
    difference: Option<f64>,
    /// Where chance alone could have put the difference, 95 %, percentage points.
    interval: Option<(f64, f64)>,
    /// over, under, as-expected, missing, too-few.
    finding: &'static str,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Missing {
    feature: String,
    /// So many more from it would bring its share to that in the population.
    lacking: u64,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Weighting {
    converged: bool,
    sweeps: usize,
    largest_gap: f64,
    n: usize,
    /// So many equally weighted participants would tell as much.
    effective_n: f64,
    design_effect: f64,
    smallest_weight: f64,
    largest_weight: f64,
}

/// A category as the population's file tells it, with whom the participants belong to.
struct Known {
    name: String,
    features: Vec<(String, u64)>,
    of: Vec<Option<u16>>,
}

pub fn find(options: &Options) -> anyhow::Result<Representation> {
    let mut known = population(&options.population)?;
    let participants = place(&mut known, &options.participants)?;
    let found = Representation {
        participants,
        categories: known.iter().map(Category::of).collect(),
        weighting: None,
    };
    let margins: Vec<Vec<f64>> = known
        .iter()
        .map(|one| one.features.iter().map(|(_, number)| *number as f64).collect())
        .collect();
    let margins: Vec<Margin<'_>> = (known.iter().zip(&margins))
        .map(|(one, population)| Margin {
            categories: &one.of,
            population,
        })
        .collect();
    let raking = Raking {
        largest: Some(options.largest_weight),
        ..Raking::default()
    };
    let weights = progress::during("weighting", || rake(&margins, raking));
    match (weights, &options.weights) {
        (Ok(weights), file) => {
            if let Some(file) = file {
                write_weights(file, &weights.weights)?;
            }
            Ok(Representation {
                weighting: Some(Weighting::of(&weights)),
                ..found
            })
        }
        (Err(fault), Some(_)) => Err(fault).context("there can be no weights"),
        (Err(fault), None) => {
            eprintln!("no weights: {fault}");
            Ok(found)
        }
    }
}

fn population(file: &std::path::Path) -> anyhow::Result<Vec<Known>> {
    let rows = Rows::read(file)?;
    let [category, feature, number] = ["category", "feature", "population"].map(|name| rows.column(name));
    let (category, feature, number) = (category?, feature?, number?);
    let mut known: Vec<Known> = Vec::new();
    for (line, cells) in rows.iter() {
        let (name, feature) = (cells.at(category), cells.at(feature));
        if name.is_empty() || feature.is_empty() {
            return Err(rows.fault(line, "category and feature must be told"));
        }
        let written = cells.at(number);
        let digits: String = written.chars().filter(|sign| !sign.is_whitespace()).collect();
        let number: u64 = digits
            .parse()
            .ok()
            .filter(|number| *number <= 1 << 40)
            .ok_or_else(|| rows.fault(line, format!("population is “{written}”; it should be a whole number")))?;
        let place = known.iter().position(|one| one.name.eq_ignore_ascii_case(name));
        let place = place.unwrap_or_else(|| {
            known.push(Known {
                name: name.to_owned(),
                features: Vec::new(),
                of: Vec::new(),
            });
            known.len() - 1
        });
        if known[place].find(feature).is_some() {
            return Err(rows.fault(line, format!("{name}: {feature} stands twice")));
        }
        if known[place].features.len() >= usize::from(u16::MAX) {
            return Err(rows.fault(line, format!("{name} has more than {} features", u16::MAX)));
        }
        known[place].features.push((feature.to_owned(), number));
    }
    Ok(known)
}

/// Reads who the participants are; tells how many they are.
fn place(known: &mut [Known], file: &std::path::Path) -> anyhow::Result<usize> {
    let rows = Rows::read(file)?;
    for one in known {
        let column = rows.column(&one.name)?;
        for (line, cells) in rows.iter() {
            let told = cells.at(column);
            let place = match told {
                "" => None,
                _ => Some(one.find(told).ok_or_else(|| {
                    let known: Vec<&str> = one.features.iter().map(|(name, _)| name.as_str()).collect();
                    let known = known.join(", ");
                    rows.fault(
                        line,
                        format!("{}: “{told}” is not in the population: {known}", one.name),
                    )
                })?),
            };
            one.of.push(place);
        }
    }
    Ok(rows.iter().count())
}

fn write_weights(file: &std::path::Path, weights: &[f64]) -> anyhow::Result<()> {
    let mut text = String::from("row,weight\n");
    for (row, weight) in weights.iter().enumerate() {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{row},{weight}");
    }
    std::fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))
}

impl Known {
    fn find(&self, feature: &str) -> Option<u16> {
        let place = self
            .features
            .iter()
            .position(|(name, _)| name.eq_ignore_ascii_case(feature))?;
        u16::try_from(place).ok()
    }
}

impl Category {
    fn of(known: &Known) -> Category {
        let mut counts = vec![0_u64; known.features.len()];
        for place in known.of.iter().flatten() {
            counts[usize::from(*place)] += 1;
        }
        let groups: Vec<(u64, u64)> = (counts.iter().zip(&known.features))
            .map(|(count, (_, population))| (*count, *population))
            .collect();
        let compared = compare(&groups);
        let feature = |place: usize| known.features[place].0.clone();
        Category {
            category: known.name.clone(),
            n: compared.n,
            population: compared.population,
            dissimilarity: compared.dissimilarity,
            missing: (compared.missing().iter())
                .map(|one| Missing {
                    feature: feature(one.group),
                    lacking: one.lacking,
                })
                .collect(),
            features: (compared.groups.iter().enumerate())
                .map(|(place, group)| Feature {
                    feature: feature(place),
                    participants: group.participants.count(),
                    population: group.population,
                    share: group.share,
                    expected: group.expected,
                    difference: group.difference,
                    interval: group.interval.map(|interval| (interval.low, interval.high)),
                    finding: code(group.finding),
                })
                .collect(),
        }
    }
}

fn code(finding: Finding) -> &'static str {
    match finding {
        Finding::Over => "over",
        Finding::Under => "under",
        Finding::AsExpected => "as-expected",
        Finding::Missing => "missing",
        Finding::TooFew => "too-few",
    }
}

impl Weighting {
    fn of(weights: &weighting::Weights) -> Weighting {
        let report = &weights.report;
        Weighting {
            converged: report.converged,
            sweeps: report.sweeps,
            largest_gap: report.largest_gap,
            n: report.n,
            effective_n: report.effective_n,
            design_effect: report.design_effect,
            smallest_weight: report.smallest_weight,
            largest_weight: report.largest_weight,
        }
    }
}

impl Found for Representation {
    fn table(&self) -> String {
        let mut out = format!("{} participants\n", self.participants);
        for category in &self.categories {
            let apart = category.dissimilarity.map(|d| format!(", dissimilarity {d:.3}"));
            let _ = writeln!(
                out,
                "\n{} (n = {}{})",
                category.category,
                category.n,
                apart.unwrap_or_default()
            );
            for one in &category.features {
                let shown = match (one.share, one.difference) {
                    (Some(share), Some(difference)) => {
                        format!(
                            "{:>6.1} % {:>6.1} % {difference:>+6.1}",
                            share * 100.0,
                            one.expected * 100.0
                        )
                    }
                    _ => format!("{:>8} {:>6.1} % {:>6}", "–", one.expected * 100.0, "–"),
                };
                let _ = writeln!(out, "  {shown}  {:<11}  {}", one.finding, one.feature);
            }
        }
        if let Some(weighting) = &self.weighting {
            let _ = writeln!(
                out,
                "\nweights {:.2} to {:.2}, effective n {:.0} of {}{}",
                weighting.smallest_weight,
                weighting.largest_weight,
                weighting.effective_n,
                weighting.n,
                if weighting.converged {
                    ""
                } else {
                    "; the margins cannot all be met"
                }
            );
        }
        out
    }

    fn report(&self, words: &Words) -> Report {
        let base = [("people", words.count(self.participants as u64).into())];
        let mut report = Report::new(
            words.t("analyse-representation-title"),
            words.ta("analyse-representation-finding", &base),
        );
        report.paragraph(words.t("analyse-representation-how"));
        for category in &self.categories {
            category.report(words, &mut report);
        }
        if let Some(weighting) = &self.weighting {
            report.heading(words.t("analyse-representation-weights"));
            let values = [
                ("smallest", words.decimal(weighting.smallest_weight, 2).into()),
                ("largest", words.decimal(weighting.largest_weight, 2).into()),
                ("effective", words.decimal(weighting.effective_n, 0).into()),
                ("people", words.count(weighting.n as u64).into()),
            ];
            let key = if weighting.converged {
                "analyse-representation-weighted"
            } else {
                "analyse-representation-not-converged"
            };
            report.paragraph(words.ta(key, &values));
        }
        report
    }
}

impl Category {
    fn report(&self, words: &Words, report: &mut Report) {
        report.heading(self.category.clone());
        let tenths = |share: f64| (share * 1000.0).round() as i64;
        let shown = self.features.iter().filter_map(|one| Some((one, one.share?)));
        let bars = shown.flat_map(|(one, share)| {
            let here = words.ta(
                "analyse-representation-here",
                &[("feature", one.feature.clone().into())],
            );
            let lives = words.ta(
                "analyse-representation-lives",
                &[("feature", one.feature.clone().into())],
            );
            [(here, tenths(share)), (lives, tenths(one.expected))]
        });
        report.bars(words.t("analyse-representation-picture"), bars.collect(), |n| {
            words.share(n as f64 / 1000.0)
        });
        let none = || "–".to_owned();
        let rows = self.features.iter().map(|one| {
            let interval = one
                .interval
                .map(|(low, high)| format!("{} – {}", words.decimal(low, 1), words.decimal(high, 1)));
            vec![
                one.feature.clone(),
                one.participants.map_or_else(none, |n| words.count(n)),
                one.share.map_or_else(none, |share| words.share(share)),
                words.share(one.expected),
                one.difference.map_or_else(none, |points| words.decimal(points, 1)),
                interval.unwrap_or_else(none),
                words.t(&format!("analyse-finding-{}", one.finding)),
            ]
        });
        report.table(
            words.ta("analyse-representation-caption", &[("n", words.count(self.n).into())]),
            &[
                (&words.t("analyse-feature"), false),
                (&words.t("analyse-representation-participants"), true),
                (&words.t("analyse-share"), true),
                (&words.t("analyse-representation-expected"), true),
                (&words.t("analyse-representation-difference"), true),
                (&words.t("analyse-representation-interval"), true),
                (&words.t("analyse-representation-found"), false),
            ],
            rows.collect(),
        );
        for one in &self.missing {
            let values = [
                ("feature", one.feature.clone().into()),
                ("lacking", words.count(one.lacking).into()),
            ];
            report.paragraph(words.ta("analyse-representation-lacking", &values));
        }
        if let Some(apart) = self.dissimilarity {
            let values = [("share", words.share(apart).into())];
            report.paragraph(words.ta("analyse-representation-dissimilarity", &values));
        }
    }
}
