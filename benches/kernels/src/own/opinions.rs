//! Opinion groups, on files in the columns of a Polis export.

use std::fs::File;
use std::hint::black_box;
use std::io::BufReader;

use anyhow::{Context, Result};
use opinion::read::{read_statements, read_votes};
use opinion::{Analysis, Cast, NextStatement, Settings, Statement, Vote, Votes, analyse};

use super::passing_over;
use crate::clock;
use crate::made::Numbers;
use crate::report::Report;

/// Passes over the votes that the axes need: about eighteen steps, each with the matrix and its transpose.
const PASSES: usize = 36;

/// `VOTES [STATEMENTS]`: from the text of the files to everything a committee reads.
pub fn whole(words: &[&str]) -> Result<Report> {
    let path = words.first().context("a file of votes")?;
    let ((votes, found), seconds) = clock::least(|| {
        let votes = read_votes(BufReader::with_capacity(1 << 16, File::open(path)?))?;
        let found = analyse(&votes, &statements(words)?, &Settings::default(), None);
        Ok((votes, found))
    })?;
    // Before the file is held whole for the bound.
    let megabytes = clock::megabytes();
    let mut report = Report {
        seconds,
        megabytes,
        bound: Some(passing_over(&std::fs::read(path)?)? + passing_over_votes(&votes)?),
        ..Report::default()
    };
    tell(&found, &mut report);
    Ok(report)
}

fn statements(words: &[&str]) -> Result<Vec<Statement>> {
    let Some(path) = words.get(1) else {
        return Ok(Vec::new());
    };
    let rows = read_statements(BufReader::new(File::open(path)?))?;
    Ok(rows.iter().map(|row| row.statement).collect())
}

/// Processor time of going through four bytes for each vote as often as the axes need.
fn passing_over_votes(votes: &Votes) -> Result<f64> {
    let cells = vec![1_u32; votes.len()];
    let (_, seconds) = clock::least(|| {
        let pass = |_| black_box(&cells).iter().map(|cell| u64::from(*cell)).sum::<u64>();
        Ok((0..PASSES).map(pass).sum::<u64>())
    })?;
    Ok(seconds)
}

fn tell(found: &Analysis, report: &mut Report) {
    let sizes: Vec<usize> = found.groups.iter().map(|group| group.size).collect();
    report.quality("groups", sizes.len() as f64);
    for axis in 0..2 {
        let weights = found.axes.weights[axis].iter().map(f64::to_string).collect::<Vec<_>>();
        report.answer(&format!("axis {}", axis + 1), weights.join(" "));
    }
    // How many of how many: of statements with the same counts, one tool lists this and the other that.
    let counts = |agreed: &[opinion::Agreed]| {
        let count = |item: &opinion::Agreed| format!("{}/{}", item.count, item.n);
        agreed.iter().map(count).collect::<Vec<_>>().join(" ")
    };
    report.answer("consensus agree", counts(&found.consensus.agree));
    report.answer("consensus disagree", counts(&found.consensus.disagree));
}

/// `VOTES`: what one more vote costs when the last result is at hand.
pub fn after_one_vote(words: &[&str]) -> Result<Report> {
    let path = words.first().context("a file of votes")?;
    let votes = read_votes(BufReader::new(File::open(path)?))?;
    let settings = Settings::default();
    let found = analyse(&votes, &[], &settings, None);
    let cast = Cast {
        participant: found.positions.first().context("somebody")?.participant,
        statement: *found.statement_ids.first().context("a statement")?,
        vote: Vote::Pass,
    };
    let mut now = votes.clone();
    let (again, seconds) = clock::least(|| {
        now.add(&[cast])?;
        Ok(analyse(&now, &[], &settings, Some(&found.memory)))
    })?;
    let mut report = Report {
        seconds,
        bound: Some(passing_over_votes(&votes)? / PASSES as f64),
        ..Report::default()
    };
    report.quality("groups", again.groups.len() as f64);
    Ok(report)
}

/// One draw among 10,000 statements, by one who has seen twenty.
pub fn next_statement() -> Result<Report> {
    const DRAWS: usize = 10_000;
    let mut numbers = Numbers(1);
    let next = NextStatement::new((0..10_000).map(|id| (id, numbers.unit())));
    let seen: Vec<u64> = (0..20).map(|place| place * 450).collect();
    let (_, seconds) = clock::least(|| {
        let draw = |_| next.draw(&seen, numbers.unit()).unwrap_or(0);
        Ok((0..DRAWS).map(draw).sum::<u64>())
    })?;
    Ok(Report {
        seconds: seconds / DRAWS as f64,
        ..Report::default()
    })
}
