//! Themes of a file with "label TAB text" on each line, held against the labels (empty: not counted), over twenty seeds:
//! `cargo run --release -p text --example measure_themes -- FILE THEMES`.
#![allow(clippy::print_stdout)]

use std::collections::BTreeMap;
use std::error::Error;
use std::time::Instant;
use text::themes::{Options, suggest};

fn main() -> Result<(), Box<dyn Error>> {
    let mut given = std::env::args().skip(1);
    let (Some(path), Some(themes)) = (given.next(), given.next()) else {
        return Err("name the file and the number of themes".into());
    };
    let lines = std::fs::read_to_string(path)?;
    let (labels, texts): (Vec<&str>, Vec<&str>) = lines.lines().filter_map(|line| line.split_once('\t')).unzip();
    let mut results = Vec::new();
    for seed in 1..=20 {
        let options = Options {
            themes: themes.parse()?,
            seed,
            ..Options::default()
        };
        let begun = Instant::now();
        let found = suggest(&texts, &options)?;
        let took = begun.elapsed();
        results.push(agreement(&labels, &found.assigned));
        if seed == 1 {
            println!("{} texts, {} terms, {took:?}", texts.len(), found.vocabulary);
            for theme in &found.themes {
                let terms: Vec<&str> = theme.terms.iter().map(|key| key.term.as_str()).collect();
                println!("{:6} {}", theme.texts, terms.join(", "));
            }
        }
    }
    results.sort_by(f64::total_cmp);
    println!(
        "NMI least {:.3}, median {:.3}, most {:.3}",
        results[0], results[10], results[19]
    );
    Ok(())
}

/// Normalised mutual information of labels and themes (arithmetic mean of the entropies).
fn agreement(labels: &[&str], assigned: &[Option<usize>]) -> f64 {
    let (mut both, mut left, mut right) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    let mut all = 0.0;
    for (label, theme) in labels.iter().zip(assigned).filter(|(label, _)| !label.is_empty()) {
        *both.entry((*label, *theme)).or_insert(0.0) += 1.0;
        *left.entry(*label).or_insert(0.0) += 1.0;
        *right.entry(*theme).or_insert(0.0) += 1.0;
        all += 1.0;
    }
    let entropy = |counts: Vec<f64>| -> f64 { counts.iter().map(|count| -count / all * (count / all).ln()).sum() };
    let together = entropy(both.into_values().collect());
    let (left, right) = (
        entropy(left.into_values().collect()),
        entropy(right.into_values().collect()),
    );
    2.0 * (left + right - together) / (left + right)
}
