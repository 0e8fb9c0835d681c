//! Participatory budgets, on `.pb` files.

use anyhow::{Context, Result, bail};
use budget::{Completion, Election, EqualShares, Greedy, Outcome, Rule, Satisfaction, TieBreak, pabulib};

use super::passing_over;
use crate::clock;
use crate::report::Report;

/// The rules by the names in which they are asked for.
pub fn rule(name: &str) -> Result<Rule> {
    let equal_shares = |satisfaction, completion| Rule::EqualShares(EqualShares::by(satisfaction, completion));
    Ok(match name {
        "greedy-cost" => Rule::Greedy(Greedy::by(Satisfaction::Cost)),
        "greedy-cardinality" => Rule::Greedy(Greedy::by(Satisfaction::Cardinality)),
        "phragmen" => Rule::Phragmen,
        "equal-shares" => equal_shares(Satisfaction::Cost, Completion::None),
        "equal-shares-cardinality" => equal_shares(Satisfaction::Cardinality, Completion::None),
        "equal-shares-add1u" => equal_shares(Satisfaction::Cost, Completion::Add1u),
        other => bail!("no rule `{other}`"),
    })
}

/// `RULE FILE`: reading, deciding, and the reason for each project.
pub fn one(words: &[&str]) -> Result<Report> {
    let [name, path] = words else {
        bail!("a rule and a file")
    };
    let (rule, bytes) = (rule(name)?, std::fs::read(path)?);
    let ((election, outcome), seconds) = clock::least(|| {
        let read = pabulib::read(&bytes)?;
        let outcome = rule.decide(&read.election, TieBreak::Id)?;
        Ok((read.election, outcome))
    })?;
    let mut report = Report {
        seconds,
        bound: Some(passing_over(&bytes)?),
        ..Report::default()
    };
    report.answer("winners", winners(&election, &outcome));
    Ok(report)
}

fn winners(election: &Election, outcome: &Outcome) -> String {
    let id = |winner: &usize| election.projects()[*winner].id.as_str();
    let mut ids: Vec<&str> = outcome.winners.iter().map(id).collect();
    ids.sort_unstable();
    ids.join(" ")
}

/// `FILE…`: each read and decided by three rules.
pub fn collection(words: &[&str]) -> Result<Report> {
    let files: Vec<Vec<u8>> = words.iter().map(std::fs::read).collect::<Result<_, _>>()?;
    let rules = ["greedy-cost", "phragmen", "equal-shares"].map(rule);
    let ((votes, decided), seconds) = clock::least(|| {
        let (mut votes, mut decided) = (0, 0);
        for (bytes, path) in files.iter().zip(words) {
            let read = pabulib::read(bytes).map_err(|error| anyhow::anyhow!("{path}: {error}"))?;
            votes += read.election.voters();
            for rule in &rules {
                let rule = rule.as_ref().map_err(|error| anyhow::anyhow!("{error}"))?;
                decided += usize::from(!rule.decide(&read.election, TieBreak::Id)?.winners.is_empty());
            }
        }
        Ok((votes, decided))
    })?;
    let bytes = files.concat();
    let mut report = Report {
        seconds,
        bound: Some(passing_over(&bytes)?),
        ..Report::default()
    };
    report.quality("elections", files.len() as f64);
    report.quality("votes", votes as f64);
    report.quality("outcomes with winners", decided as f64);
    files.first().context("files")?;
    Ok(report)
}
