//! Reads `.pb` files and prints, per file and rule, how long it took and who won: `cargo run --release -p budget
//! --example rules -- FILE…`. For measuring against other tools and for looking at real elections.
#![allow(clippy::print_stdout)]

use budget::{Completion, Election, EqualShares, Greedy, Rule, Satisfaction, TieBreak, pabulib};
use std::time::Instant;

fn rules() -> Vec<(String, Rule)> {
    let mut rules = vec![("phragmen".to_owned(), Rule::Phragmen)];
    let satisfactions = [
        ("cost", Satisfaction::Cost),
        ("card", Satisfaction::Cardinality),
        ("points", Satisfaction::Points),
    ];
    let completions = [
        ("", Completion::None),
        ("_add1", Completion::Add1),
        ("_add1u", Completion::Add1u),
        ("_greedy", Completion::Greedy),
    ];
    for (name, satisfaction) in satisfactions {
        rules.push((format!("greedy_{name}"), Rule::Greedy(Greedy::by(satisfaction))));
        for (completed, completion) in completions {
            let rule = Rule::EqualShares(EqualShares::by(satisfaction, completion));
            rules.push((format!("mes_{name}{completed}"), rule));
        }
    }
    rules
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for file in std::env::args().skip(1) {
        let bytes = std::fs::read(&file)?;
        let name = file.rsplit('/').next().unwrap_or(&file).to_owned();
        let begun = Instant::now();
        let read = pabulib::read(&bytes).map_err(|error| format!("{file}: {error}"))?;
        println!(
            "{name}\tread\t{:.2}\t{}",
            begun.elapsed().as_secs_f64() * 1e3,
            read.election.distinct_ballots()
        );
        for (rule_name, rule) in rules() {
            let begun = Instant::now();
            let outcome = rule.decide(&read.election, TieBreak::Id)?;
            let time = begun.elapsed().as_secs_f64() * 1e3;
            println!(
                "{name}\t{rule_name}\t{time:.2}\t{}\t{}",
                ids(&read.election, &outcome.winners),
                raised(&outcome)
            );
        }
    }
    Ok(())
}

fn ids(election: &Election, winners: &[usize]) -> String {
    let mut ids: Vec<&str> = winners
        .iter()
        .map(|winner| election.projects()[*winner].id.as_str())
        .collect();
    ids.sort_unstable();
    ids.join(",")
}

fn raised(outcome: &budget::Outcome) -> u64 {
    outcome.share.map_or(0, |share| share.raised)
}
