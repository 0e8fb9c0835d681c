//! Ranked ballots, on files of Scottish council elections.

use anyhow::Result;
use stats::schulze::Duels;
use stats::{ballots, stv};

use super::passing_over;
use crate::clock;
use crate::report::Report;

/// `FILE…`: each read, counted by single transferable vote and by Schulze.
pub fn all(words: &[&str]) -> Result<Report> {
    let files: Vec<String> = words.iter().map(std::fs::read_to_string).collect::<Result<_, _>>()?;
    let ((elected, firsts, papers), seconds) = clock::least(|| {
        let (mut elected, mut firsts, mut papers) = (Vec::new(), Vec::new(), 0);
        for text in &files {
            let contest = ballots::read(text)?;
            let lot: Vec<usize> = (0..contest.ballots.candidates()).collect();
            let count = stv::count(&contest.ballots, contest.seats, &lot)?;
            papers += contest.ballots.valid();
            let mut winners = count.elected.clone();
            winners.sort_unstable();
            elected.push(join(&winners));
            firsts.push(join(&Duels::of(&contest.ballots).order().winners));
        }
        Ok((elected, firsts, papers))
    })?;
    let mut report = Report {
        seconds,
        bound: Some(passing_over(files.concat().as_bytes())?),
        ..Report::default()
    };
    report.quality("elections", files.len() as f64);
    report.quality("ballots", papers as f64);
    report.answer("elected", elected.join("; "));
    report.answer("first by Schulze", firsts.join("; "));
    Ok(report)
}

fn join(numbers: &[usize]) -> String {
    numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(" ")
}
