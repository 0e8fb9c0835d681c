//! `samspel analyse rank`.

use crate::input::{self, Rows};
use crate::report::{Report, Words};
use crate::{Forms, Found, progress};
use anyhow::{Context as _, bail};
use clap::{Args, ValueEnum};
use schemars::JsonSchema;
use serde::Serialize;
use stats::ballots::{self, Contest};
use stats::paired::{self, Choice};
use stats::schulze::Duels;
use stats::stv::{self, Event};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
pub struct Options {
    /// For `paired` a CSV with winner, loser and, if there is one, times. For the others ranked ballots: a line `candidates,seats`, a line
    /// `times,first,second,…` for each order, a line with each candidate's name, last a title.
    file: PathBuf,
    /// paired: choices between two (Bradley–Terry). schulze: one order from ranked ballots. stv: several seats.
    #[arg(long, default_value = "paired")]
    method: Method,
    /// How many seats stv fills; what the file says when left out.
    #[arg(long)]
    seats: Option<usize>,
    /// The order of all candidates that was drawn before the count, as numbers from 1: settles what nothing else tells apart.
    #[arg(long, value_delimiter = ',', value_name = "N,N,…")]
    lot: Vec<usize>,
    #[command(flatten)]
    pub forms: Forms,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Method {
    Paired,
    Schulze,
    Stv,
}

/// What `--json` answers; `method` tells which.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "method", rename_all = "kebab-case")]
pub enum Rank {
    Paired(Paired),
    Schulze(Schulze),
    Stv(Stv),
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Paired {
    choices: u64,
    /// Whether the search came to rest.
    converged: bool,
    /// Strongest first.
    items: Vec<Item>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Item {
    item: String,
    wins: u64,
    losses: u64,
    /// Log-odds; the mean over all is 0.
    strength: f64,
    deviation: Option<f64>,
    /// The chance of being chosen over a thing of mean strength, with where it lies with 95 %.
    score: f64,
    interval: Option<(f64, f64)>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Schulze {
    ballots: u64,
    blank: u64,
    /// More than one only in a tie.
    winners: Vec<String>,
    /// First the winners, then those above whom only they stand, and so on.
    tiers: Vec<Vec<String>>,
    /// Who wins every duel, if there is one.
    condorcet_winner: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Stv {
    valid: u64,
    blank: u64,
    seats: usize,
    /// Whole votes that elect.
    quota: u64,
    /// In the order of election.
    elected: Vec<String>,
    stages: Vec<Stage>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Stage {
    /// first-preferences, surplus, exclusion.
    event: &'static str,
    candidate: Option<String>,
    elected: Vec<String>,
    /// Whose turn only the lot could tell.
    by_lot: Vec<String>,
    /// What each candidate holds at its end.
    votes: Vec<Held>,
    non_transferable: f64,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Held {
    candidate: String,
    votes: f64,
}

pub fn find(options: &Options) -> anyhow::Result<Rank> {
    if options.method != Method::Stv && (options.seats.is_some() || !options.lot.is_empty()) {
        bail!("--seats and --lot belong to --method stv");
    }
    match options.method {
        Method::Paired => Ok(Rank::Paired(paired(&options.file)?)),
        Method::Schulze => Ok(Rank::Schulze(schulze(&contest(&options.file)?))),
        Method::Stv => {
            let contest = contest(&options.file)?;
            Ok(Rank::Stv(stv(&contest, options)?))
        }
    }
}

fn paired(file: &Path) -> anyhow::Result<Paired> {
    let rows = Rows::read(file)?;
    let (winner, loser) = (rows.column("winner")?, rows.column("loser")?);
    let times = rows.find("times");
    let mut names: Vec<String> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut place = |name: &str| {
        *places.entry(name.to_owned()).or_insert_with(|| {
            names.push(name.to_owned());
            names.len() - 1
        })
    };
    let mut choices = Vec::new();
    for (line, cells) in rows.iter() {
        let (winner, loser) = (cells.at(winner), cells.at(loser));
        if winner.is_empty() || loser.is_empty() {
            return Err(rows.fault(line, "winner and loser must be told"));
        }
        if winner == loser {
            return Err(rows.fault(line, format!("{winner} was chosen over itself")));
        }
        let written = times.map_or("1", |column| cells.at(column));
        let times: u64 = written
            .parse()
            .map_err(|_| rows.fault(line, format!("times is “{written}”; it should be a whole number")))?;
        choices.push(Choice {
            winner: place(winner),
            loser: place(loser),
            times,
        });
    }
    let ranking = progress::during("ranking", || paired::rank(names.len(), &choices, paired::PRIOR))?;
    Ok(Paired {
        choices: ranking.choices,
        converged: ranking.converged,
        items: (ranking.items.iter())
            .map(|one| Item {
                item: names[one.item].clone(),
                wins: one.wins,
                losses: one.losses,
                strength: one.strength,
                deviation: one.deviation,
                score: one.score,
                interval: one.interval.map(|interval| (interval.low, interval.high)),
            })
            .collect(),
    })
}

fn contest(file: &Path) -> anyhow::Result<Contest> {
    let bytes = input::bytes(file)?;
    let text =
        std::str::from_utf8(&bytes).with_context(|| format!("{}:1: this is not text in UTF-8", file.display()))?;
    ballots::read(text).map_err(|fault| {
        let line = match fault {
            ballots::ReadError::Head { line }
            | ballots::ReadError::Number { line, .. }
            | ballots::ReadError::Ballot { line, .. } => line,
        };
        input::at_line(file, line as u64, &fault)
    })
}

fn name(contest: &Contest, candidate: usize) -> String {
    match contest.names.get(candidate) {
        Some(name) if !name.is_empty() => name.clone(),
        _ => (candidate + 1).to_string(),
    }
}

fn schulze(contest: &Contest) -> Schulze {
    let order = progress::during("comparing", || Duels::of(&contest.ballots).order());
    let named = |list: &[usize]| list.iter().map(|one| name(contest, *one)).collect::<Vec<_>>();
    Schulze {
        ballots: contest.ballots.valid(),
        blank: contest.ballots.blank(),
        winners: named(&order.winners),
        tiers: order.tiers.iter().map(|tier| named(tier)).collect(),
        condorcet_winner: order.condorcet_winner.map(|one| name(contest, one)),
    }
}

fn stv(contest: &Contest, options: &Options) -> anyhow::Result<Stv> {
    let candidates = contest.ballots.candidates();
    let lot: Vec<usize> = match options.lot.as_slice() {
        [] => (0..candidates).collect(),
        lot => lot
            .iter()
            .map(|number| number.checked_sub(1).context("--lot counts candidates from 1"))
            .collect::<anyhow::Result<_>>()?,
    };
    let seats = options.seats.unwrap_or(contest.seats);
    let count = progress::during("counting", || stv::count(&contest.ballots, seats, &lot))?;
    let named = |list: &[usize]| list.iter().map(|one| name(contest, *one)).collect::<Vec<_>>();
    let votes = |held: stv::Votes| held.0 as f64 / stv::Votes::ONE as f64;
    let stage = |stage: &stv::Stage| {
        let (event, candidate) = match stage.event {
            Event::FirstPreferences => ("first-preferences", None),
            Event::Surplus { candidate } => ("surplus", Some(candidate)),
            Event::Exclusion { candidate } => ("exclusion", Some(candidate)),
        };
        Stage {
            event,
            candidate: candidate.map(|one| name(contest, one)),
            elected: named(&stage.elected),
            by_lot: named(&stage.by_lot),
            votes: (stage.votes.iter().enumerate())
                .map(|(place, held)| Held {
                    candidate: name(contest, place),
                    votes: votes(*held),
                })
                .collect(),
            non_transferable: votes(stage.non_transferable),
        }
    };
    Ok(Stv {
        valid: count.valid,
        blank: contest.ballots.blank(),
        seats,
        quota: count.quota,
        elected: named(&count.elected),
        stages: count.stages.iter().map(stage).collect(),
    })
}

impl Found for Rank {
    fn table(&self) -> String {
        let mut out = String::new();
        // Writing to a String cannot fail.
        match self {
            Rank::Paired(found) => {
                let _ = writeln!(out, "{} choices between {} things", found.choices, found.items.len());
                for one in &found.items {
                    let _ = writeln!(
                        out,
                        "{:>6.1} %  {:>6}–{:<6}  {}",
                        one.score * 100.0,
                        one.wins,
                        one.losses,
                        one.item
                    );
                }
            }
            Rank::Schulze(found) => {
                let _ = writeln!(out, "{} ballots", found.ballots);
                for (place, tier) in found.tiers.iter().enumerate() {
                    let _ = writeln!(out, "{:>3}. {}", place + 1, tier.join(", "));
                }
            }
            Rank::Stv(found) => {
                let _ = writeln!(
                    out,
                    "{} ballots, {} seats, quota {}",
                    found.valid, found.seats, found.quota
                );
                for (place, one) in found.elected.iter().enumerate() {
                    let _ = writeln!(out, "{:>3}. {one}", place + 1);
                }
            }
        }
        out
    }

    fn report(&self, words: &Words) -> Report {
        match self {
            Rank::Paired(found) => found.report(words),
            Rank::Schulze(found) => found.report(words),
            Rank::Stv(found) => found.report(words),
        }
    }
}

impl Paired {
    fn report(&self, words: &Words) -> Report {
        let base = [
            ("choices", words.count(self.choices).into()),
            ("things", words.count(self.items.len() as u64).into()),
        ];
        let mut report = Report::new(words.t("analyse-rank-title"), words.ta("analyse-rank-paired", &base));
        let bars = self.items.iter().take(30).map(|one| {
            let tenths = (one.score * 1000.0).round() as i64;
            (one.item.clone(), tenths)
        });
        report.bars(words.t("analyse-rank-picture"), bars.collect(), |n| {
            words.share(n as f64 / 1000.0)
        });
        let rows = self.items.iter().map(|one| {
            let interval = one
                .interval
                .map(|(low, high)| format!("{} – {}", words.share(low), words.share(high)));
            vec![
                one.item.clone(),
                words.share(one.score),
                interval.unwrap_or_else(|| "–".to_owned()),
                words.count(one.wins),
                words.count(one.losses),
            ]
        });
        report.table(
            words.t("analyse-rank-picture"),
            &[
                (&words.t("analyse-rank-thing"), false),
                (&words.t("analyse-rank-score"), true),
                (&words.t("analyse-rank-interval"), true),
                (&words.t("analyse-rank-wins"), true),
                (&words.t("analyse-rank-losses"), true),
            ],
            rows.collect(),
        );
        report
    }
}

impl Schulze {
    fn report(&self, words: &Words) -> Report {
        let base = [
            ("ballots", words.count(self.ballots).into()),
            ("winners", self.winners.join(", ").into()),
        ];
        let mut report = Report::new(words.t("analyse-rank-title"), words.ta("analyse-rank-schulze", &base));
        let rows = (1_u64..)
            .zip(&self.tiers)
            .map(|(place, tier)| vec![words.count(place), tier.join(", ")]);
        report.table(
            words.t("analyse-rank-order"),
            &[
                (&words.t("analyse-rank-place"), false),
                (&words.t("analyse-rank-thing"), false),
            ],
            rows.collect(),
        );
        report
    }
}

impl Stv {
    fn report(&self, words: &Words) -> Report {
        let base = [
            ("ballots", words.count(self.valid).into()),
            ("seats", words.count(self.seats as u64).into()),
            ("quota", words.count(self.quota).into()),
            ("elected", self.elected.join(", ").into()),
        ];
        let mut report = Report::new(words.t("analyse-rank-title"), words.ta("analyse-rank-stv", &base));
        for (number, stage) in (1_u64..).zip(&self.stages) {
            report.heading(words.ta("analyse-rank-stage", &[("number", words.count(number).into())]));
            let values = [("candidate", stage.candidate.clone().unwrap_or_default().into())];
            report.paragraph(words.ta(&format!("analyse-rank-{}", stage.event), &values));
            let rows = stage.votes.iter().map(|held| {
                let elected = if stage.elected.contains(&held.candidate) {
                    "✓"
                } else {
                    ""
                };
                vec![held.candidate.clone(), words.decimal(held.votes, 5), elected.to_owned()]
            });
            report.table(
                words.t("analyse-rank-votes"),
                &[
                    (&words.t("analyse-rank-thing"), false),
                    (&words.t("analyse-rank-held"), true),
                    (&words.t("analyse-rank-elected"), false),
                ],
                rows.collect(),
            );
        }
        report
    }
}
