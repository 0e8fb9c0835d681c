//! `cargo run --release -p opinion --example measure -- VOTES.csv [STATEMENTS.csv]`: times each step of an analysis
//! and writes its result as lines of words and numbers, to be held against another tool's.

use opinion::read::{read_statements, read_votes};
use opinion::{Cast, Settings, Vote, analyse};
use std::fs::File;
use std::io::{BufReader, Write, stdout};
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut paths = std::env::args().skip(1);
    let votes = paths.next().ok_or("which file of votes?")?;
    let statements = match paths.next() {
        Some(path) => read_statements(BufReader::new(File::open(path)?))?,
        None => Vec::new(),
    };
    let statements: Vec<_> = statements.iter().map(|row| row.statement).collect();
    let settings = Settings::default();
    let start = Instant::now();
    let mut votes = read_votes(BufReader::with_capacity(1 << 16, File::open(votes)?))?;
    let read = start.elapsed();
    let found = analyse(&votes, &statements, &settings, None);
    let all = start.elapsed();
    let start = Instant::now();
    votes.add(&[Cast {
        participant: found.positions.first().map_or(0, |position| position.participant),
        statement: found.statement_ids.first().copied().unwrap_or(0),
        vote: Vote::Pass,
    }])?;
    let again = analyse(&votes, &statements, &settings, Some(&found.memory));
    let after_one = start.elapsed();

    let mut out = stdout().lock();
    writeln!(out, "read {read:?} all {all:?} after_one_vote {after_one:?}")?;
    writeln!(
        out,
        "moved {}",
        found
            .memory
            .members
            .iter()
            .zip(&again.memory.members)
            .filter(|(a, b)| a != b)
            .count()
    )?;
    writeln!(
        out,
        "votes {} participants {} statements {}",
        found.votes,
        found.participants,
        found.statement_ids.len()
    )?;
    for candidate in &found.candidates {
        writeln!(out, "candidate {candidate:?}")?;
    }
    writeln!(
        out,
        "residual {} explained {:?}",
        found.axes.residual, found.axes.explained
    )?;
    writeln!(
        out,
        "axis1 {:?}\naxis2 {:?}",
        found.axes.weights[0], found.axes.weights[1]
    )?;
    for group in &found.groups {
        writeln!(out, "group {} {} {:?}", group.label, group.size, group.members)?;
        for item in &group.representative {
            writeln!(out, "representative {} {item:?}", group.label)?;
        }
    }
    for position in &found.positions {
        writeln!(out, "position {} {:?}", position.participant, position.place)?;
    }
    writeln!(
        out,
        "agree {:?}",
        found
            .consensus
            .agree
            .iter()
            .map(|item| item.statement)
            .collect::<Vec<_>>()
    )?;
    writeln!(
        out,
        "disagree {:?}",
        found
            .consensus
            .disagree
            .iter()
            .map(|item| item.statement)
            .collect::<Vec<_>>()
    )?;
    writeln!(out, "divisive {:?}", found.divisive)?;
    writeln!(out, "suppressed {:?}", found.suppressed)?;
    Ok(())
}
