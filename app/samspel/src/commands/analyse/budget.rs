//! `samspel analyse budget`.

use crate::commands::output::emit;
use anyhow::bail;
use budget::{
    Amount, Completion, EqualShares, Explained, Greedy, Outcome, Reason, Rule, Satisfaction, TieBreak, pabulib,
};
use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

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
    /// The result as JSON.
    #[arg(long)]
    json: bool,
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

pub fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let bytes = super::read(&options.file)?;
    let read = pabulib::read(&bytes).map_err(|fault| super::at_line(&options.file, fault.line as usize, &fault))?;
    for notice in &read.notices {
        eprintln!("{}: {notice}", options.file.display());
    }
    let outcome = options.rule(&read)?.decide(&read.election, TieBreak::Id)?;
    if options.json {
        super::print(&shape(&read, &outcome))?;
    } else {
        emit(&table(&read, &outcome))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn shape(read: &pabulib::Pabulib, outcome: &Outcome) -> Value {
    let id = |index: &usize| read.election.projects()[*index].id.clone();
    let projects = read.election.projects().iter().zip(&outcome.projects);
    json!({
        "winners": outcome.winners.iter().map(id).collect::<Vec<_>>(),
        "cost": number(outcome.cost),
        "budget": number(outcome.budget),
        "voters": read.election.voters(),
        "projects": projects.map(|(project, why)| {
            let mut told = details(&why.reason);
            told.insert("id".into(), json!(project.id));
            told.insert("name".into(), json!(project.name));
            told.insert("cost".into(), number(project.cost));
            told.insert("selected".into(), json!(why.reason.selected()));
            told.insert("reason".into(), json!(why.reason.code()));
            told.insert("supporters".into(), json!(why.supporters));
            told.insert("points".into(), json!(why.points));
            Value::Object(told)
        }).collect::<Vec<_>>(),
        "ties": outcome.ties.iter().map(|tie| json!({
            "first": id(&tie.first),
            "others": tie.others.iter().map(id).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "share": outcome.share.map(|share| json!({ "per_voter": share.per_voter(), "raised": share.raised })),
    })
}

/// Amounts have at most fifteen digits, so no number of them is rounded.
fn number(amount: Amount) -> Value {
    let parts = amount.in_parts();
    match parts % Amount::PARTS {
        0 => json!(parts / Amount::PARTS),
        _ => json!(parts as f64 / Amount::PARTS as f64),
    }
}

/// What belongs to a reason and to no other.
fn details(reason: &Reason) -> Map<String, Value> {
    let pairs = match *reason {
        Reason::Free | Reason::AboveBudget => json!({}),
        Reason::Ranked { place, left } | Reason::Completed { place, left } => {
            json!({ "place": place, "left": number(left) })
        }
        Reason::Earned { round, earned } => json!({ "round": round, "earned": earned }),
        Reason::Bought { round, price, spent } => json!({ "round": round, "price": price, "spent": spent }),
        Reason::NoSupport { lacking } | Reason::BelowLeastScore { lacking } | Reason::AfterTheEnd { lacking } => {
            json!({ "lacking": lacking })
        }
        Reason::DidNotFit { left, short, lacking } => {
            json!({ "left": number(left), "short": number(short), "lacking": lacking })
        }
        Reason::TooLate { covered, lacking } | Reason::TooLittleMoney { covered, lacking } => {
            json!({ "covered": covered, "lacking": lacking })
        }
    };
    match pairs {
        Value::Object(pairs) => pairs,
        _ => Map::new(),
    }
}

fn table(read: &pabulib::Pabulib, outcome: &Outcome) -> String {
    let mut out = String::new();
    let projects: Vec<_> = read.election.projects().iter().zip(&outcome.projects).collect();
    let _ = writeln!(
        out,
        "{} of {} projects for {} of {}, {} voters",
        outcome.winners.len(),
        projects.len(),
        outcome.cost,
        outcome.budget,
        read.election.voters()
    );
    let mut line = |project: &budget::Project, why: &Explained| {
        let lacking = why.reason.lacking();
        let more = lacking.map(|number| format!(", {number} more would have funded it"));
        let _ = writeln!(
            out,
            "{} {:>8} {:>14} {:>7}  {}{}  {}",
            if why.reason.selected() { "+" } else { "-" },
            project.id,
            project.cost.to_string(),
            why.supporters,
            why.reason.code(),
            more.unwrap_or_default(),
            project.name
        );
    };
    for index in &outcome.winners {
        let (project, why) = projects[*index];
        line(project, why);
    }
    for (project, why) in projects.iter().filter(|(_, why)| !why.reason.selected()) {
        line(project, why);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const ELECTION: &str = "META\nkey;value\ndescription;test\ncountry;Sverige\nunit;Exempelby\ninstance;2026\nnum_projects;3\nnum_votes;3\nbudget;100\nvote_type;approval\nrule;greedy\nPROJECTS\nproject_id;cost;name\na;60;Bänkar\nb;50;Träd\nc;40;Lampor\nVOTES\nvoter_id;vote\n1;a,b\n2;a,c\n3;a\n";

    #[test]
    fn the_result_has_the_shape_that_is_documented() {
        let read = pabulib::read(ELECTION.as_bytes()).unwrap();
        let outcome = read.rule().unwrap().decide(&read.election, TieBreak::Id).unwrap();
        let told = shape(&read, &outcome);
        assert_eq!(told["winners"], json!(["a", "c"]));
        assert_eq!(told["cost"], json!(100));
        let b = &told["projects"][1];
        assert_eq!((&b["selected"], &b["reason"]), (&json!(false), &json!("did-not-fit")));
        assert_eq!(b["short"], json!(10));
    }
}
