//! What the rules promise, whatever the votes: checked on random elections.

use crate::naive::{Small, small};
use budget::{
    Amount, Ballot, BallotKind, Completion, Election, EqualShares, Greedy, Outcome, Phragmen, Project, Rule,
    Satisfaction, TieBreak,
};
use proptest::prelude::*;

const SATISFACTIONS: [Satisfaction; 3] = [Satisfaction::Cost, Satisfaction::Cardinality, Satisfaction::Points];
const COMPLETIONS: [Completion; 4] = [
    Completion::None,
    Completion::Add1,
    Completion::Add1u,
    Completion::Greedy,
];

fn rules() -> Vec<Rule> {
    let mut rules = vec![Rule::Phragmen];
    for satisfaction in SATISFACTIONS {
        rules.push(Rule::Greedy(Greedy::by(satisfaction)));
        rules.extend(COMPLETIONS.map(|completion| Rule::EqualShares(EqualShares::by(satisfaction, completion))));
    }
    rules
}

fn decide(rule: Rule, small: &Small) -> Outcome {
    rule.decide(&small.election(), TieBreak::Id).expect("decides")
}

/// Uses up what is left as far as anything supported fits.
fn exhausts(rule: Rule) -> bool {
    match rule {
        Rule::Greedy(_) => true,
        Rule::Phragmen => false,
        Rule::EqualShares(rule) => matches!(rule.completion, Completion::Add1u | Completion::Greedy),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn outcomes_stay_within_the_budget_and_say_of_each_project_why(small in small(3)) {
        for rule in rules() {
            let outcome = decide(rule, &small);
            prop_assert!(outcome.cost <= outcome.budget);
            prop_assert_eq!(Amount::units(small.cost(&outcome.winners)), Some(outcome.cost));
            for (project, told) in outcome.projects.iter().enumerate() {
                prop_assert_eq!(told.reason.selected(), outcome.winners.contains(&project));
                prop_assert!(!told.reason.selected() || told.supporters > 0);
                let fits = outcome.cost.in_parts() + small.costs[project] * Amount::PARTS <= outcome.budget.in_parts();
                prop_assert!(!(exhausts(rule) && fits && told.supporters > 0) || told.reason.selected());
            }
        }
    }

    #[test]
    fn the_order_of_ballots_changes_nothing(small in small(3)) {
        let mut turned = small.clone();
        turned.points.reverse();
        for rule in rules() {
            prop_assert_eq!(decide(rule, &small), decide(rule, &turned));
        }
    }

    #[test]
    fn the_order_of_projects_changes_nothing_where_ties_are_broken_by_id(small in small(3)) {
        let ids = |order: &[usize], outcome: &Outcome| -> Vec<usize> {
            outcome.winners.iter().map(|winner| order[*winner]).collect()
        };
        let straight: Vec<usize> = (0..small.costs.len()).collect();
        let turned: Vec<usize> = straight.iter().rev().copied().collect();
        for rule in rules() {
            let outcome = rule.decide(&listed(&small, &turned), TieBreak::Id).expect("decides");
            prop_assert_eq!(ids(&straight, &decide(rule, &small)), ids(&turned, &outcome));
        }
    }

    #[test]
    fn twice_as_many_voters_or_another_unit_of_money_change_nothing(small in small(3), factor in 2_u64..50) {
        let mut doubled = small.clone();
        doubled.points.extend(small.points.iter().cloned());
        let mut dearer = small.clone();
        dearer.budget *= factor;
        dearer.costs.iter_mut().for_each(|cost| *cost *= factor);
        for rule in rules() {
            let winners = decide(rule, &small).winners;
            let of_step = |factor| match rule {
                Rule::EqualShares(rule) => Rule::EqualShares(EqualShares {
                    step: Amount::units(factor).expect("small"),
                    ..rule
                }),
                other => other,
            };
            prop_assert_eq!(&winners, &decide(of_step(factor), &dearer).winners);
            // A step per voter is another step when there are twice as many.
            let raises = matches!(rule, Rule::EqualShares(rule) if rule.completion != Completion::None);
            if !raises {
                prop_assert_eq!(&winners, &decide(rule, &doubled).winners);
            }
        }
    }

    #[test]
    fn more_support_never_harms_a_winner_of_greedy_and_phragmen(small in small(1)) {
        for rule in rules().into_iter().filter(|rule| !matches!(rule, Rule::EqualShares(_))) {
            for winner in decide(rule, &small).winners {
                let mut more = small.clone();
                more.points.push(vec![0; small.costs.len()]);
                *more.points.last_mut().and_then(|ballot| ballot.get_mut(winner)).expect("stands") = 1;
                prop_assert!(decide(rule, &more).winners.contains(&winner));
            }
        }
    }

    #[test]
    fn a_cheaper_winner_still_wins(small in small(1)) {
        let by_count = Rule::EqualShares(EqualShares::by(Satisfaction::Cardinality, Completion::None));
        let greedy = SATISFACTIONS.map(|satisfaction| Rule::Greedy(Greedy::by(satisfaction)));
        for rule in greedy.into_iter().chain([Rule::Phragmen, by_count]) {
            for winner in decide(rule, &small).winners {
                let mut cheaper = small.clone();
                cheaper.costs[winner] = (cheaper.costs[winner] - 1).max(1);
                prop_assert!(decide(rule, &cheaper).winners.contains(&winner));
            }
        }
    }

    #[test]
    fn equal_shares_gives_a_group_of_one_mind_what_its_shares_pay_for(small in small(1), group in 1_usize..6) {
        let mut small = small;
        let minds = small.points[0].clone();
        small.points.extend(std::iter::repeat_n(minds.clone(), group));
        let wanted: Vec<usize> = (0..minds.len()).filter(|project| minds[*project] > 0).collect();
        let of_one_mind = small.points.iter().filter(|ballot| **ballot == minds).count() as u64;
        if small.cost(&wanted) * small.points.len() as u64 <= small.budget * of_one_mind {
            for satisfaction in SATISFACTIONS {
                let winners = decide(Rule::EqualShares(EqualShares::by(satisfaction, Completion::None)), &small).winners;
                prop_assert!(wanted.iter().all(|project| winners.contains(project)));
            }
        }
    }
}

/// The same election with its projects listed in another order; ids stay with the projects.
fn listed(small: &Small, order: &[usize]) -> Election {
    let straight = small.election();
    let projects: Vec<Project> = order
        .iter()
        .map(|project| straight.projects()[*project].clone())
        .collect();
    let mut election = Election::new(straight.budget(), projects, BallotKind::Cumulative).expect("ids differ");
    for ballot in &small.points {
        let points: Vec<(usize, u64)> = order
            .iter()
            .map(|project| ballot[*project])
            .enumerate()
            .filter(|(_, points)| *points > 0)
            .collect();
        election.cast(Ballot::Points(&points)).expect("counts");
    }
    election
}

/// An ordinary case by hand: nine voters, a budget of 90, so that everyone has 10.
#[test]
fn equal_shares_by_hand() {
    let project = |id: &str, cost| Project {
        id: id.to_owned(),
        name: String::new(),
        cost: Amount::units(cost).expect("small"),
    };
    let projects = vec![
        project("bath", 50),
        project("court", 30),
        project("garden", 25),
        project("stage", 20),
    ];
    let mut election = Election::new(Amount::units(90).expect("small"), projects, BallotKind::Approval).expect("ids");
    for ballot in [&[0, 1][..], &[0, 1], &[0, 1], &[0, 1], &[0], &[0], &[2], &[2, 3], &[3]] {
        election.cast(Ballot::Projects(ballot)).expect("counts");
    }
    let outcome = EqualShares::by(Satisfaction::Cost, Completion::None)
        .decide(&election, TieBreak::Id)
        .expect("decides");
    // Six pay 8.33 each for the bath. Then two pay all they have, 10 each, for the stage. The four of the court have 1.67
    // each left, and the two of the garden 10.
    assert_eq!(outcome.winners, [0, 3]);
    let court = outcome.projects[1].reason;
    let budget::Reason::TooLittleMoney { covered, lacking } = court else {
        panic!("{court:?}");
    };
    // Before the bath was bought its ratio was 1/6 of the cost: four times 5 of 30; after all, four times 1.67.
    assert!((covered - 20.0 / 30.0).abs() < 1e-9, "{covered}");
    // Three more make it cheaper per supporter than the bath. With two it is as good, but the id decides for the bath.
    assert_eq!(lacking, Some(3));
    // Phragmén buys the court at 7.5 and the stage at 10. It ends at 13.33, when the bath costs more than the 40 left.
    assert_eq!(Phragmen.decide(&election, TieBreak::Id).winners, [1, 3]);
}
