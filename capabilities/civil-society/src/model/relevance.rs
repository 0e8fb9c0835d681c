//! Who is needed for what: judgements of actors, and the gaps that can be told from them.
//!
//! The act leaves "relevant actors" open (lag 2023:196, 9 §), so the municipality judges, and can show how.

use super::choices;
use db::Id;
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};

/// What a problem needs somebody to bring: one of the choices that the pack names (`relevance-function`). No rule here knows
/// any of them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Function(String);

impl Function {
    /// The one that is kept as this word.
    pub fn of(code: impl Into<String>) -> Function {
        Function(code.into())
    }

    /// The word in the database, in forms and in addresses.
    pub fn code(&self) -> &str {
        &self.0
    }
}

choices! {
    /// What sort of problem the picture tells of.
    ProblemKind {
        Crime = "crime", "civil-problem-crime";
        /// Places or times that feel unsafe.
        Unsafety = "unsafety", "civil-problem-unsafety";
    }
}

choices! {
    /// Why something is a gap.
    GapKind {
        /// No actor is relevant enough.
        Missing = "missing", "civil-gap-missing";
        /// There are such actors, and none has an agreement in force.
        Unagreed = "unagreed", "civil-gap-unagreed";
    }
}

choices! {
    /// What was decided about a gap.
    Decision {
        Close = "close", "civil-decision-close";
        Accept = "accept", "civil-decision-accept";
        Other = "other", "civil-decision-other";
    }
}

/// What is written about a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub title: String,
    pub kind: ProblemKind,
    pub place: String,
    pub description: String,
    /// The version of the situation picture that it comes from.
    pub picture: String,
    /// What it needs somebody to bring.
    pub functions: Vec<Function>,
    /// It is no longer worked on.
    pub is_closed: bool,
}

/// What somebody judges.
#[derive(Debug, Clone)]
pub struct Judged {
    pub organisation: Id,
    pub problem: Id,
    pub function: Function,
    pub relevance: i64,
    pub reason: String,
    pub evidence: String,
    pub judged_by: String,
    pub judged_on: Date,
    pub review_on: Date,
}

/// What somebody decides about a gap.
#[derive(Debug, Clone)]
pub struct Decided {
    pub problem: Id,
    pub function: Function,
    pub kind: GapKind,
    pub decision: Decision,
    pub reason: String,
    /// Who closes it; empty when it is not to be closed.
    pub responsible: String,
    pub due_on: Option<Date>,
    pub decided_on: Date,
}

/// From this relevance on (of 0 to 3) an actor counts as one that can carry a function.
pub(crate) const ENOUGH: i64 = 2;
/// The highest relevance.
pub(crate) const MOST: i64 = 3;

/// The judgement that counts for an actor, a problem and a function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Standing {
    pub organisation: Id,
    pub problem: Id,
    pub function: Function,
    pub relevance: i64,
}

/// A place in the matrix where somebody or something is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Gap {
    pub problem: Id,
    pub function: Function,
    pub kind: GapKind,
    /// Actors that are relevant enough and have no agreement in force.
    pub actors: Vec<Id>,
}

/// The gaps, in the order of the problems and of the functions that each needs.
pub(crate) fn gaps(problems: &[(Id, Vec<Function>)], judged: &[Standing], agreed: &HashSet<Id>) -> Vec<Gap> {
    let mut able: HashMap<(Id, Function), Vec<Id>> = HashMap::new();
    for one in judged.iter().filter(|one| one.relevance >= ENOUGH) {
        able.entry((one.problem, one.function.clone()))
            .or_default()
            .push(one.organisation);
    }
    let places = problems
        .iter()
        .flat_map(|(problem, functions)| functions.iter().map(move |function| (*problem, function.clone())));
    places
        .filter_map(|(problem, function)| {
            let actors = able.remove(&(problem, function.clone())).unwrap_or_default();
            let kind = match actors.as_slice() {
                [] => GapKind::Missing,
                some if some.iter().any(|actor| agreed.contains(actor)) => return None,
                _ => GapKind::Unagreed,
            };
            Some(Gap {
                problem,
                function,
                kind,
                actors,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use db::{FixedClock, Ids};
    use proptest::prelude::*;

    fn ids(count: usize) -> Vec<Id> {
        let (ids, clock) = (Ids::seeded(7), FixedClock::new(testkit::start()));
        (0..count).map(|_| ids.next(&clock)).collect()
    }

    fn standing(organisation: Id, problem: Id, function: &str, relevance: i64) -> Standing {
        Standing {
            organisation,
            problem,
            function: Function::of(function),
            relevance,
        }
    }

    #[test]
    fn a_gap_is_nobody_or_nobody_with_an_agreement() {
        let [problem, police, club] = ids(3).try_into().expect("three");
        let needed = ["place", "legitimacy", "skill", "channel"].map(Function::of).to_vec();
        let judged = [
            standing(police, problem, "place", 3),
            standing(club, problem, "legitimacy", 2),
            standing(club, problem, "skill", 1),
            // Nobody asked for resources, so nobody misses them.
            standing(club, problem, "resource", 0),
        ];
        let found = gaps(&[(problem, needed)], &judged, &HashSet::from([police]));
        let found: Vec<_> = found
            .iter()
            .map(|gap| (gap.function.code(), gap.kind, gap.actors.len()))
            .collect();
        assert_eq!(
            found,
            [
                ("legitimacy", GapKind::Unagreed, 1),
                ("skill", GapKind::Missing, 0),
                ("channel", GapKind::Missing, 0),
            ]
        );
    }

    proptest! {
        #[test]
        fn one_more_agreement_never_opens_a_gap(
            relevances in prop::collection::vec(0_i64..=3, 24),
            agreed in prop::collection::vec(any::<bool>(), 3),
            more in 0_usize..3,
        ) {
            let all = ids(4);
            let (problem, actors) = (all[0], &all[1..]);
            let judged: Vec<_> = relevances
                .iter()
                .enumerate()
                .map(|(at, relevance)| standing(actors[at % 3], problem, &(at / 3).to_string(), *relevance))
                .collect();
            let mut with: HashSet<Id> = actors.iter().zip(&agreed).filter(|(_, yes)| **yes).map(|(id, _)| *id).collect();
            let problems = [(problem, (0..8).map(|at: usize| Function::of(at.to_string())).collect())];
            let before = gaps(&problems, &judged, &with);
            with.insert(actors[more]);
            let after = gaps(&problems, &judged, &with);
            prop_assert!(after.iter().all(|gap| before.contains(gap)));
        }
    }
}
