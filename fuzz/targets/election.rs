//! Any bytes as an election; a small one that can be read is decided by every rule, within its budget.
#![no_main]

use budget::{Amount, Completion, EqualShares, Greedy, Rule, Satisfaction, TieBreak, pabulib};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(read) = pabulib::read(bytes) else { return };
    if read.election.projects().len() > 12 || read.election.voters() > 40 {
        return;
    }
    let step = Amount::read("1").expect("one");
    let mut rules = vec![
        Rule::Greedy(Greedy::by(Satisfaction::Cost)),
        Rule::Greedy(Greedy::by(Satisfaction::Points)),
        Rule::Phragmen,
    ];
    rules.extend([Completion::None, Completion::Greedy].map(|completion| {
        Rule::EqualShares(EqualShares {
            satisfaction: Satisfaction::Cost,
            completion,
            step,
        })
    }));
    for rule in rules {
        if let Ok(outcome) = rule.decide(&read.election, TieBreak::Id) {
            assert!(outcome.cost <= outcome.budget);
        }
    }
});
