//! Real elections: every winner as an exact reference tool computes it, and as the cities decided.
//!
//! The files are public (Pabulib, arXiv 2012.06539) but carry no licence, so they stand beside the repository, not in it:
//! `../shared/data/pabulib`. The reference is the Python package pabutools 1.2.3 on exact fractions.

use budget::{Completion, EqualShares, Greedy, Outcome, Rule, Satisfaction, TieBreak, pabulib};
use std::collections::BTreeMap;
use std::path::PathBuf;

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/pabulib"))
}

fn read(name: &str) -> pabulib::Pabulib {
    let path = folder().join(name);
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    pabulib::read(&bytes).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn files() -> Vec<String> {
    let entries = std::fs::read_dir(folder()).unwrap_or_else(|error| panic!("{}: {error}", folder().display()));
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".pb")).collect();
    names.sort();
    assert!(names.len() >= 35, "{} elections", names.len());
    names
}

/// `mes_cost_add1u`: rule, satisfaction, completion.
fn rule(name: &str) -> Rule {
    let mut parts = name.split('_');
    let (rule, satisfaction, completion) = (parts.next(), parts.next(), parts.next());
    let satisfaction = match satisfaction {
        Some("card") => Satisfaction::Cardinality,
        Some("cum" | "points") => Satisfaction::Points,
        _ => Satisfaction::Cost,
    };
    let completion = match completion {
        None => Completion::None,
        Some("add1") => Completion::Add1,
        Some("add1u") => Completion::Add1u,
        Some("greedy") => Completion::Greedy,
        Some(other) => panic!("{other}"),
    };
    match rule {
        Some("phragmen") => Rule::Phragmen,
        Some("greedy") => Rule::Greedy(Greedy::by(satisfaction)),
        Some("mes") => Rule::EqualShares(EqualShares::by(satisfaction, completion)),
        _ => panic!("{name}"),
    }
}

fn ids(read: &pabulib::Pabulib, winners: &[usize]) -> Vec<String> {
    let mut ids: Vec<String> = winners
        .iter()
        .map(|winner| read.election.projects()[*winner].id.clone())
        .collect();
    ids.sort();
    ids
}

fn decide(read: &pabulib::Pabulib, rule: Rule) -> Outcome {
    rule.decide(&read.election, TieBreak::Id).expect("decides")
}

#[test]
fn winners_are_those_of_the_reference() {
    let text = std::fs::read_to_string(folder().join("reference-winners.json")).expect("reference-winners.json");
    // File, rule and "winners" open a line each, and so does every id.
    let (mut file, mut rule_name, mut listing) = (String::new(), String::new(), false);
    let mut references: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for line in text.lines() {
        let quoted = line.split('"').nth(1).unwrap_or("").to_owned();
        match line {
            _ if line.ends_with(".pb\": {") => file = quoted,
            _ if line.ends_with(": {") => rule_name = quoted,
            _ if line.starts_with("\"winners\"") => listing = true,
            _ if line.starts_with(']') => listing = false,
            _ if listing => references
                .entry((file.clone(), rule_name.clone()))
                .or_default()
                .push(quoted),
            _ => {}
        }
    }
    assert!(references.len() >= 14, "{} references", references.len());
    for ((file, name), winners) in references {
        let read = read(&file);
        assert_eq!(
            ids(&read, &decide(&read, rule(&name)).winners),
            winners,
            "{file} {name}"
        );
    }
}

/// Number and cost of the winners, as computed once by the reference: cost and cardinality under greedy and under Equal
/// Shares with every completion, points where ballots give them, and Phragmén.
#[test]
fn every_election_under_every_rule_costs_what_the_reference_says() {
    let mut compared = 0;
    let mut last = (String::new(), None);
    for line in include_str!("reference.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let fields: Vec<&str> = line.split('\t').collect();
        let [file, name, winners, cost] = fields[..] else {
            panic!("{line}");
        };
        if last.0 != file {
            last = (file.to_owned(), Some(read(file)));
        }
        let outcome = decide(last.1.as_ref().expect("read"), rule(name));
        assert_eq!(
            (outcome.winners.len().to_string(), outcome.cost.to_string()),
            (winners.to_owned(), cost.to_owned()),
            "{file} {name}"
        );
        compared += 1;
    }
    assert!(compared == 375, "{compared} compared");
}

#[test]
fn cities_with_a_rule_of_ours_funded_what_it_says() {
    // Here the city left out a project that has enough votes and fits: no rule on votes and costs does that.
    let odd = ["Poland_Warszawa_2018_Wawrzyszew.pb"];
    let mut agreed = 0;
    for name in files().iter().filter(|name| !odd.contains(&name.as_str())) {
        let read = read(name);
        if let (Some(rule), Some(official)) = (read.rule(), &read.official) {
            assert_eq!(ids(&read, &decide(&read, rule).winners), ids(&read, official), "{name}");
            agreed += 1;
        }
    }
    assert_eq!(agreed, 16);
}

#[test]
fn tallies_that_files_state_are_those_of_their_ballots() {
    let outside = |notice: &pabulib::Notice| matches!(notice.finding, pabulib::Finding::Outside { .. });
    for name in files() {
        let other: Vec<String> = read(&name)
            .notices
            .iter()
            .filter(|notice| !outside(notice))
            .map(ToString::to_string)
            .collect();
        assert!(other.is_empty(), "{name}: {other:?}");
    }
}
