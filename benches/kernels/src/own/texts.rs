//! What is read out of texts.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use text::duplicates;
use text::language::{Guess, guess};
use text::personal_data::{Trace, traces};
use text::stem::stem_of;
use text::themes::{self, suggest};

use super::passing_over;
use crate::clock;
use crate::report::Report;

/// `TEXTS PAIRS`: a text on each line, and the places of planted pairs.
pub fn duplicates(words: &[&str]) -> Result<Report> {
    let [texts, pairs] = words else {
        bail!("texts and pairs")
    };
    let (texts, pairs) = (std::fs::read_to_string(texts)?, std::fs::read_to_string(pairs)?);
    let lines: Vec<&str> = texts.lines().collect();
    let (found, seconds) = clock::least(|| Ok(duplicates::find(&lines, &duplicates::Options::default())?))?;
    let listed: BTreeSet<(usize, usize)> = found.pairs.iter().map(|pair| (pair.first, pair.second)).collect();
    let mut planted = Vec::new();
    for line in pairs.lines() {
        let places: Vec<usize> = line.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
        planted.push((places[0].min(places[1]), places[0].max(places[1])));
    }
    let mut report = Report {
        seconds,
        bound: Some(passing_over(texts.as_bytes())?),
        ..Report::default()
    };
    let met = planted.iter().filter(|pair| listed.contains(pair)).count();
    report.quality("recall", met as f64 / planted.len().max(1) as f64);
    report.quality("pairs", found.pairs.len() as f64);
    Ok(report)
}

/// `FILE`: `label TAB text` on each line, the label empty where nobody gave one. Seven themes with twenty seeds.
pub fn themes(words: &[&str]) -> Result<Report> {
    let lines = std::fs::read_to_string(words.first().context("a file")?)?;
    let (labels, texts): (Vec<&str>, Vec<&str>) = lines.lines().filter_map(|line| line.split_once('\t')).unzip();
    let options = |seed| themes::Options {
        themes: 7,
        seed,
        ..themes::Options::default()
    };
    let (_, seconds) = clock::least(|| Ok(suggest(&texts, &options(1))?))?;
    let megabytes = clock::megabytes();
    let mut agreements = Vec::new();
    for seed in 1..=20 {
        agreements.push(agreement(&labels, &suggest(&texts, &options(seed))?.assigned));
    }
    agreements.sort_by(f64::total_cmp);
    let mut report = Report {
        seconds,
        megabytes,
        bound: Some(passing_over(lines.as_bytes())?),
        ..Report::default()
    };
    for (name, place) in [("NMI, least of 20 seeds", 0), ("NMI, median", 10), ("NMI, most", 19)] {
        report.quality(name, agreements[place]);
    }
    Ok(report)
}

/// Normalised mutual information of labels and themes (arithmetic mean of the entropies), where there is a label.
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

/// `FILE`: a word in lower case on each line.
pub fn stems(words: &[&str]) -> Result<Report> {
    let text = std::fs::read_to_string(words.first().context("a file of words")?)?;
    let lines: Vec<&str> = text.lines().collect();
    let (stems, seconds) = clock::least(|| Ok(lines.iter().map(|word| stem_of(word)).collect::<Vec<_>>()))?;
    let mut report = Report {
        seconds,
        bound: Some(passing_over(text.as_bytes())?),
        ..Report::default()
    };
    report.quality("words a second, millions", lines.len() as f64 / seconds / 1e6);
    report.answer("stems", stems.join(" "));
    Ok(report)
}

/// `CODE=FILE…`: a sentence on each line of each file.
pub fn language(words: &[&str]) -> Result<Report> {
    let mut files = Vec::new();
    for word in words {
        let (code, path) = word.split_once('=').context("CODE=FILE")?;
        files.push((code, std::fs::read_to_string(path)?));
    }
    // Reading the table is part of the first guess only.
    let _ = guess("en mening som läser in tabellen");
    let sentences: usize = files.iter().map(|(_, text)| text.lines().count()).sum();
    let (right, seconds) = clock::least(|| {
        let of = |code: &str, text: &str| text.lines().filter(|line| guess(line) == known(code)).count();
        Ok(files.iter().map(|(code, text)| of(code, text)).collect::<Vec<_>>())
    })?;
    let all: Vec<&str> = files.iter().map(|(_, text)| text.as_str()).collect();
    let mut report = Report {
        seconds,
        bound: Some(passing_over(all.concat().as_bytes())?),
        ..Report::default()
    };
    report.quality("right", right.iter().sum::<usize>() as f64 / sentences as f64);
    report.quality("sentences a second, thousands", sentences as f64 / seconds / 1e3);
    for ((code, text), right) in files.iter().zip(right) {
        report.quality(&format!("right in {code}"), right as f64 / text.lines().count() as f64);
    }
    Ok(report)
}

fn known(code: &str) -> Guess {
    let found = text::language::languages().find(|known| *known == code);
    found.map_or(Guess::Unsure, Guess::Language)
}

/// `FILE`: lines of JSON, each a `text` with its `spans` as `[start, end, kind]`, in characters.
pub fn personal_data(words: &[&str]) -> Result<Report> {
    let lines = std::fs::read_to_string(words.first().context("a file of texts")?)?;
    let rows: Vec<serde_json::Value> = lines.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let texts: Vec<&str> = rows.iter().filter_map(|row| row["text"].as_str()).collect();
    let (found, seconds) = clock::least(|| Ok(texts.iter().map(|text| traces(text)).collect::<Vec<_>>()))?;
    let bytes = texts.concat();
    let mut report = Report {
        seconds,
        bound: Some(passing_over(bytes.as_bytes())?),
        ..Report::default()
    };
    let (mut marked, mut met) = (0_usize, 0_usize);
    for (row, found) in rows.iter().zip(&found) {
        let spans = row["spans"].as_array().map(Vec::as_slice).unwrap_or_default();
        for span in spans.iter().filter(|span| is_identity_number(span)) {
            let covers = |trace: &Trace| span[0] == trace.start && span[1] == trace.end;
            (marked, met) = (marked + 1, met + usize::from(found.iter().any(covers)));
        }
    }
    report.quality("recall of identity numbers", met as f64 / marked.max(1) as f64);
    report.quality("megabytes a second", bytes.len() as f64 / seconds / 1e6);
    Ok(report)
}

fn is_identity_number(span: &serde_json::Value) -> bool {
    matches!(span[2].as_str(), Some("personnummer" | "samordningsnummer"))
}
