//! Times the heavy parts on made-up data of a stated size, and counts of ranked ballots on the files given:
//! `cargo run --release -p stats --example measure -- [FILE…]`. For measuring against other tools in the same session;
//! `--data` prints the survey and the choices first, one a line, so that the other tool has the same.
#![allow(clippy::print_stdout, clippy::disallowed_methods)]

use stats::ballots;
use stats::paired::{Choice, PRIOR, rank};
use stats::schulze::Duels;
use stats::weighting::{Margin, Raking, rake};
use std::time::Instant;

/// Splitmix64 (Steele, Lea & Flood 2014): enough for made-up data.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % n
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let prints = arguments.iter().any(|argument| argument == "--data");
    weights(prints);
    choices(prints);
    counts(arguments.iter().filter(|argument| !argument.starts_with("--")));
}

/// 100,000 respondents, five margins of 2, 7, 6, 3 and 3 categories.
fn weights(prints: bool) {
    let mut numbers = Numbers(1);
    let sizes = [2_u64, 7, 6, 3, 3];
    // The smaller of two draws: later categories answer less.
    let column = |size: u64, numbers: &mut Numbers| -> Vec<Option<u16>> {
        (0..100_000)
            .map(|_| Some(numbers.below(size).min(numbers.below(size)) as u16))
            .collect()
    };
    let columns: Vec<_> = sizes.iter().map(|size| column(*size, &mut numbers)).collect();
    let shares: Vec<Vec<f64>> = sizes
        .iter()
        .map(|size| vec![1.0 / *size as f64; *size as usize])
        .collect();
    let margins = columns.iter().zip(&shares);
    let margins: Vec<Margin<'_>> = margins
        .map(|(categories, population)| Margin { categories, population })
        .collect();
    if prints {
        for person in 0..100_000 {
            let codes: Vec<String> = columns
                .iter()
                .map(|column| column[person].unwrap_or(0).to_string())
                .collect();
            println!("person,{}", codes.join(","));
        }
    }
    let mut best = f64::INFINITY;
    for _ in 0..9 {
        let start = Instant::now();
        let Ok(weighted) = rake(&margins, Raking::default()) else {
            return;
        };
        best = best.min(start.elapsed().as_secs_f64());
        let report = weighted.report;
        if best.is_nan() || report.n == 0 {
            return;
        }
        println!(
            "raking: {best:.4} s, {} sweeps, gap {:.1e}, deff {:.8}",
            report.sweeps, report.largest_gap, report.design_effect
        );
    }
}

/// 1,000 things, 200,000 choices, strengths evenly spread over three log-odds.
fn choices(prints: bool) {
    let mut numbers = Numbers(2);
    let strength = |item: u64| 3.0 * (item as f64 / 1_000.0 - 0.5);
    let mut choices = Vec::new();
    while choices.len() < 200_000 {
        let (first, second) = (numbers.below(1_000), numbers.below(1_000));
        let chance = 1.0 / (1.0 + (strength(second) - strength(first)).exp());
        let first_wins = (numbers.below(1 << 32) as f64) < chance * (1_u64 << 32) as f64;
        let (winner, loser) = if first_wins {
            (first as usize, second as usize)
        } else {
            (second as usize, first as usize)
        };
        if winner != loser {
            choices.push(Choice {
                winner,
                loser,
                times: 1,
            });
        }
    }
    if prints {
        choices
            .iter()
            .for_each(|choice| println!("choice,{},{}", choice.winner, choice.loser));
    }
    for _ in 0..3 {
        let start = Instant::now();
        let Ok(ranking) = rank(1_000, &choices, PRIOR) else {
            return;
        };
        let (time, first) = (start.elapsed().as_secs_f64(), ranking.items[0]);
        println!(
            "paired: {time:.4} s, first {} at {:.9} ± {:.6}",
            first.item,
            first.strength,
            first.deviation.unwrap_or(0.0)
        );
    }
}

/// Reads each file, counts it by both methods.
fn counts<'a>(files: impl Iterator<Item = &'a String>) {
    let (mut reading, mut stv, mut schulze, mut papers, mut number) = (0.0, 0.0, 0.0, 0, 0);
    for file in files {
        let Ok(text) = std::fs::read_to_string(file) else {
            continue;
        };
        let start = Instant::now();
        let Ok(contest) = ballots::read(&text) else { continue };
        reading += start.elapsed().as_secs_f64();
        let lot: Vec<usize> = (0..contest.ballots.candidates()).collect();
        let start = Instant::now();
        let counted = stats::stv::count(&contest.ballots, contest.seats, &lot);
        stv += start.elapsed().as_secs_f64();
        let start = Instant::now();
        let order = Duels::of(&contest.ballots).order();
        schulze += start.elapsed().as_secs_f64();
        papers += contest.ballots.valid();
        number += usize::from(counted.is_ok() && !order.winners.is_empty());
    }
    println!("{number} counts of {papers} ballots: read {reading:.4} s, STV {stv:.4} s, Schulze {schulze:.4} s");
}
