//! Weights to known margins, and rankings from paired choices.

use anyhow::{Context, Result};
use stats::paired::{Choice, PRIOR, rank};
use stats::weighting::{Margin, Raking, rake};

use super::passing_over;
use crate::clock;
use crate::report::Report;

/// `FILE`: a line of category numbers for each respondent; each margin is equal parts.
pub fn raking(words: &[&str]) -> Result<Report> {
    let text = std::fs::read_to_string(words.first().context("a file")?)?;
    let rows = numbers(&text)?;
    let margins = rows.first().context("respondents")?.len();
    let columns: Vec<Vec<Option<u16>>> = (0..margins)
        .map(|margin| rows.iter().map(|row| Some(row[margin] as u16)).collect())
        .collect();
    let shares: Vec<Vec<f64>> = columns
        .iter()
        .map(|column| vec![1.0; column.iter().flatten().max().map_or(0, |most| usize::from(*most) + 1)])
        .collect();
    let margins: Vec<Margin<'_>> = (columns.iter().zip(&shares))
        .map(|(categories, population)| Margin { categories, population })
        .collect();
    let (weights, seconds) = clock::least(|| Ok(rake(&margins, Raking::default())?))?;
    let codes: Vec<u8> = columns
        .iter()
        .flatten()
        .flat_map(|code| code.unwrap_or(0).to_le_bytes())
        .collect();
    let mut report = Report {
        seconds,
        bound: Some(passing_over(&codes)?),
        ..Report::default()
    };
    report.answer("about the design effect", weights.report.design_effect);
    report.quality("largest gap", weights.report.largest_gap);
    Ok(report)
}

/// `FILE`: a line `winner,loser` for each choice.
pub fn paired(words: &[&str]) -> Result<Report> {
    let text = std::fs::read_to_string(words.first().context("a file")?)?;
    let choices: Vec<Choice> = (numbers(&text)?.iter())
        .map(|row| Choice {
            winner: row[0],
            loser: row[1],
            times: 1,
        })
        .collect();
    let items = choices
        .iter()
        .map(|choice| choice.winner.max(choice.loser) + 1)
        .max()
        .unwrap_or(0);
    let (ranking, seconds) = clock::least(|| Ok(rank(items, &choices, PRIOR)?))?;
    let bytes: Vec<u8> = choices
        .iter()
        .flat_map(|choice| (choice.winner as u64).to_le_bytes())
        .collect();
    let mut report = Report {
        seconds,
        bound: Some(passing_over(&bytes)?),
        ..Report::default()
    };
    // Only shown beside each other: the other tool has no prior.
    report.quality("strongest", ranking.items.first().map_or(0.0, |item| item.strength));
    Ok(report)
}

/// Whole numbers with commas, at least two a line and equally many in each.
fn numbers(text: &str) -> Result<Vec<Vec<usize>>> {
    let row = |line: &str| {
        line.split(',')
            .map(|cell| Ok(cell.trim().parse()?))
            .collect::<Result<Vec<usize>>>()
    };
    let rows: Vec<Vec<usize>> = text.lines().map(row).collect::<Result<_>>()?;
    let width = rows.first().map_or(2, Vec::len);
    anyhow::ensure!(
        width > 1 && rows.iter().all(|row| row.len() == width),
        "lines of unequal length"
    );
    Ok(rows)
}
