//! `samspel analyse budget`.

use crate::report::{Report, Words};
use crate::{Forms, Found, input, progress};
use anyhow::bail;
use budget::{Amount, Completion, EqualShares, Greedy, Outcome, Reason, Rule, Satisfaction, TieBreak, pabulib};
use clap::{Args, ValueEnum};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;
use std::fmt::Write as _;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct Options {
    /// The election, as Pabulib publishes them.
    file: PathBuf,
    /// How projects are chosen; the city's own rule when it is not said and the file names one of these.
    #[arg(long)]
    rule: Option<RuleName>,
    /// What a funded project is worth to those who voted for it.
    #[arg(long, default_value = "cost")]
    satisfaction: SatisfactionName,
    /// What equal shares does with what is left.
    #[arg(long, default_value = "none")]
    completion: CompletionName,
    /// By how much add1 and add1u raise every share, in the currency's unit.
    #[arg(long, default_value = "1")]
    step: String,
    #[command(flatten)]
    pub forms: Forms,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum RuleName {
    Greedy,
    Phragmen,
    EqualShares,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum SatisfactionName {
    Cost,
    Cardinality,
    Points,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum CompletionName {
    None,
    Add1,
    Add1u,
    Greedy,
}

impl Options {
    fn rule(&self, election: &pabulib::Pabulib) -> anyhow::Result<Rule> {
        let satisfaction = match self.satisfaction {
            SatisfactionName::Cost => Satisfaction::Cost,
            SatisfactionName::Cardinality => Satisfaction::Cardinality,
            SatisfactionName::Points => Satisfaction::Points,
        };
        let completion = match self.completion {
            CompletionName::None => Completion::None,
            CompletionName::Add1 => Completion::Add1,
            CompletionName::Add1u => Completion::Add1u,
            CompletionName::Greedy => Completion::Greedy,
        };
        let step = Amount::read(&self.step).map_err(|fault| anyhow::anyhow!("--step: {fault}"))?;
        Ok(match self.rule {
            Some(RuleName::Greedy) => Rule::Greedy(Greedy::by(satisfaction)),
            Some(RuleName::Phragmen) => Rule::Phragmen,
            Some(RuleName::EqualShares) => Rule::EqualShares(EqualShares {
                satisfaction,
                completion,
                step,
            }),
            None => match election.rule() {
                Some(rule) => rule,
                None => bail!("the file names no rule of ours: say --rule greedy, phragmen or equal-shares"),
            },
        })
    }
}

/// What `--json` answers.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Budget {
    /// Ids, in the order in which the rule took them.
    winners: Vec<String>,
    /// Amounts are in the currency's unit.
    cost: Number,
    budget: Number,
    /// Ballots, blank ones too.
    voters: u64,
    projects: Vec<Project>,
    /// Where the stated order decided between equals.
    ties: Vec<Tie>,
    /// Equal shares only.
    share: Option<Share>,
    #[serde(skip)]
    winning: Vec<usize>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Project {
    id: String,
    name: String,
    cost: Number,
    selected: bool,
    supporters: u64,
    points: u64,
    /// Funded: free, ranked, earned, bought, completed; not: no-support, above-budget, below-least-score, did-not-fit, after-the-end,
    /// too-late, too-little-money.
    reason: &'static str,
    #[serde(flatten)]
    details: Details,
}

/// What belongs to a reason and to no other.
#[derive(Debug, Default, Serialize, JsonSchema)]
struct Details {
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    left: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    short: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    round: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    earned: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    price: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    spent: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    covered: Option<f64>,
    /// The least further support that would have funded it, all else as it was; null: no number would.
    #[serde(skip_serializing_if = "Option::is_none")]
    lacking: Option<Option<u64>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Tie {
    first: String,
    others: Vec<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Share {
    per_voter: f64,
    /// How many times the completion raised it.
    raised: u64,
}

pub fn find(options: &Options) -> anyhow::Result<Budget> {
    let bytes = input::bytes(&options.file)?;
    let read = pabulib::read(&bytes).map_err(|fault| input::at_line(&options.file, fault.line.into(), &fault))?;
    for notice in &read.notices {
        eprintln!("{}: {notice}", options.file.display());
    }
    let rule = options.rule(&read)?;
    let outcome = progress::during("deciding", || rule.decide(&read.election, TieBreak::Id))?;
    Ok(Budget::new(&read.election, outcome))
}

impl Budget {
    fn new(election: &budget::Election, outcome: Outcome) -> Budget {
        let id = |index: &usize| election.projects()[*index].id.clone();
        let projects = election.projects().iter().zip(&outcome.projects);
        Budget {
            winners: outcome.winners.iter().map(id).collect(),
            cost: number(outcome.cost),
            budget: number(outcome.budget),
            voters: election.voters(),
            projects: projects
                .map(|(project, why)| Project {
                    id: project.id.clone(),
                    name: project.name.clone(),
                    cost: number(project.cost),
                    selected: why.reason.selected(),
                    supporters: why.supporters,
                    points: why.points,
                    reason: why.reason.code(),
                    details: Details::of(&why.reason),
                })
                .collect(),
            ties: (outcome.ties.iter())
                .map(|tie| Tie {
                    first: id(&tie.first),
                    others: tie.others.iter().map(id).collect(),
                })
                .collect(),
            share: outcome.share.map(|share| Share {
                per_voter: share.per_voter(),
                raised: share.raised,
            }),
            winning: outcome.winners,
        }
    }

    /// Winners in the order they were taken, then the others.
    fn in_order(&self) -> impl Iterator<Item = &Project> {
        let winners = self.winning.iter().map(|index| &self.projects[*index]);
        winners.chain(self.projects.iter().filter(|project| !project.selected))
    }
}

/// Amounts have at most fifteen digits, so no number of them is rounded.
fn number(amount: Amount) -> Number {
    let parts = amount.in_parts();
    if parts.is_multiple_of(Amount::PARTS) {
        return (parts / Amount::PARTS).into();
    }
    Number::from_f64(parts as f64 / Amount::PARTS as f64).unwrap_or_else(|| 0.into())
}

impl Details {
    fn of(reason: &Reason) -> Details {
        let mut details = Details {
            lacking: (!reason.selected() && *reason != Reason::AboveBudget).then(|| reason.lacking()),
            ..Details::default()
        };
        match *reason {
            Reason::Ranked { place, left } | Reason::Completed { place, left } => {
                details.place = Some(place);
                details.left = Some(number(left));
            }
            Reason::Earned { round, earned } => {
                details.round = Some(round);
                details.earned = Some(earned);
            }
            Reason::Bought { round, price, spent } => {
                details.round = Some(round);
                details.price = Some(price);
                details.spent = Some(spent);
            }
            Reason::DidNotFit { left, short, .. } => {
                details.left = Some(number(left));
                details.short = Some(number(short));
            }
            Reason::TooLate { covered, .. } | Reason::TooLittleMoney { covered, .. } => {
                details.covered = Some(covered);
            }
            Reason::Free
            | Reason::AboveBudget
            | Reason::NoSupport { .. }
            | Reason::BelowLeastScore { .. }
            | Reason::AfterTheEnd { .. } => {}
        }
        details
    }
}

impl Found for Budget {
    fn table(&self) -> String {
        let mut out = format!(
            "{} of {} projects for {} of {}, {} voters\n",
            self.winners.len(),
            self.projects.len(),
            self.cost,
            self.budget,
            self.voters
        );
        for project in self.in_order() {
            let more = match project.details.lacking {
                Some(Some(number)) => format!(", {number} more would have funded it"),
                _ => String::new(),
            };
            let _ = writeln!(
                out,
                "{} {:>8} {:>14} {:>7}  {}{more}  {}",
                if project.selected { "+" } else { "-" },
                project.id,
                project.cost.to_string(),
                project.supporters,
                project.reason,
                project.name
            );
        }
        out
    }

    fn report(&self, words: &Words) -> Report {
        let base = [
            ("winners", words.count(self.winners.len() as u64).into()),
            ("projects", words.count(self.projects.len() as u64).into()),
            ("cost", amount(&self.cost, words).into()),
            ("budget", amount(&self.budget, words).into()),
            ("voters", words.count(self.voters).into()),
        ];
        let mut report = Report::new(
            words.t("analyse-budget-title"),
            words.ta("analyse-budget-finding", &base),
        );
        let bars: Vec<(String, i64)> = (self.in_order().take(30))
            .map(|project| {
                let sign = if project.selected { "✓ " } else { "" };
                let count = i64::try_from(project.supporters).unwrap_or(i64::MAX);
                (format!("{sign}{}", project.name), count)
            })
            .collect();
        report.bars(words.t("analyse-budget-support"), bars, |n| words.count(n));
        let rows = self.in_order().map(|project| {
            vec![
                format!("{} {}", project.id, project.name),
                amount(&project.cost, words),
                words.count(project.supporters),
                words.t(if project.selected { "analyse-yes" } else { "analyse-no" }),
                why(project, words),
            ]
        });
        report.table(
            words.t("analyse-budget-caption"),
            &[
                (&words.t("analyse-budget-project"), false),
                (&words.t("analyse-budget-cost"), true),
                (&words.t("analyse-budget-supporters"), true),
                (&words.t("analyse-budget-funded"), false),
                (&words.t("analyse-budget-why"), false),
            ],
            rows.collect(),
        );
        for tie in &self.ties {
            let values = [
                ("first", tie.first.clone().into()),
                ("others", tie.others.join(", ").into()),
            ];
            report.paragraph(words.ta("analyse-budget-tie", &values));
        }
        report
    }
}

fn amount(number: &Number, words: &Words) -> String {
    match number.as_i64() {
        Some(whole) => words.count(whole),
        None => words.decimal(number.as_f64().unwrap_or(0.0), 2),
    }
}

fn why(project: &Project, words: &Words) -> String {
    let told = words.t(&format!("analyse-budget-reason-{}", project.reason));
    match project.details.lacking {
        Some(Some(more)) => {
            let key = if more == 1 {
                "analyse-budget-lacking-one"
            } else {
                "analyse-budget-lacking"
            };
            let more = words.ta(key, &[("more", words.count(more).into())]);
            format!("{told} {more}")
        }
        _ => told,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ELECTION: &str = "META\nkey;value\ndescription;test\ncountry;Sverige\nunit;Exempelby\ninstance;2026\nnum_projects;3\nnum_votes;3\nbudget;100\nvote_type;approval\nrule;greedy\nPROJECTS\nproject_id;cost;name\na;60;Bänkar\nb;50;Träd\nc;40;Lampor\nVOTES\nvoter_id;vote\n1;a,b\n2;a,c\n3;a\n";

    #[test]
    fn the_result_has_the_shape_that_is_documented() {
        let read = pabulib::read(ELECTION.as_bytes()).unwrap();
        let outcome = read.rule().unwrap().decide(&read.election, TieBreak::Id).unwrap();
        let told = serde_json::to_value(Budget::new(&read.election, outcome)).unwrap();
        assert_eq!(told["winners"], serde_json::json!(["a", "c"]));
        assert_eq!(told["cost"], 100);
        let b = &told["projects"][1];
        assert_eq!((&b["selected"], &b["reason"]), (&false.into(), &"did-not-fit".into()));
        assert_eq!(b["short"], 10);
        assert!(
            told["projects"][0].get("lacking").is_none(),
            "only what is not funded lacks"
        );
    }
}
