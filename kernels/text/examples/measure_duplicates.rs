//! Near-duplicates of a file with a text on each line, held against planted pairs ("first second" on each line):
//! `cargo run --release -p text --example measure_duplicates -- TEXTS PAIRS`.
#![allow(clippy::print_stdout)]

use std::collections::BTreeSet;
use std::error::Error;
use std::time::Instant;
use text::duplicates::{Options, find};

fn main() -> Result<(), Box<dyn Error>> {
    let mut paths = std::env::args().skip(1);
    let (Some(texts), Some(pairs)) = (paths.next(), paths.next()) else {
        return Err("name the file of texts and the file of pairs".into());
    };
    let texts = std::fs::read_to_string(texts)?;
    let texts: Vec<&str> = texts.lines().collect();
    let begun = Instant::now();
    let found = find(&texts, &Options::default())?;
    let took = begun.elapsed();
    let listed: BTreeSet<(usize, usize)> = found.pairs.iter().map(|pair| (pair.first, pair.second)).collect();
    let (mut planted, mut met) = (0, 0);
    for line in std::fs::read_to_string(pairs)?.lines() {
        let mut numbers = line.split_whitespace().map(str::parse::<usize>);
        if let (Some(Ok(a)), Some(Ok(b))) = (numbers.next(), numbers.next()) {
            planted += 1;
            met += usize::from(listed.contains(&(a.min(b), a.max(b))));
        }
    }
    println!(
        "{} texts, {} pairs, {} clusters, {met} of {planted} planted, complete {}, {took:?}",
        texts.len(),
        found.pairs.len(),
        found.clusters.len(),
        found.complete
    );
    Ok(())
}
