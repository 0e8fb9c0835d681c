//! What must hold for any votes: order does not matter, the last vote counts, adding is building anew, and nothing
//! whatever makes the analysis fail.

use opinion::grouping::enough_votes;
use opinion::routing::priority;
use opinion::{Cast, Columns, Count, NextStatement, Settings, Standing, Statement, Vote, Votes, analyse};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn votes() -> impl Strategy<Value = Vote> {
    prop_oneof![Just(Vote::Agree), Just(Vote::Disagree), Just(Vote::Pass)]
}

/// Few ids, so that people vote again; one in ten is a large number.
fn ids(most: u64) -> impl Strategy<Value = u64> {
    prop_oneof![9 => 0..most, 1 => u64::MAX - most..=u64::MAX]
}

fn casts(people: u64, statements: u64, most: usize) -> impl Strategy<Value = Vec<Cast>> {
    let cast = (ids(people), ids(statements), votes()).prop_map(|(participant, statement, vote)| Cast {
        participant,
        statement,
        vote,
    });
    proptest::collection::vec(cast, 0..most)
}

fn statements(most: u64) -> impl Strategy<Value = Vec<Statement>> {
    let standing = prop_oneof![4 => Just(Standing::Open), 1 => Just(Standing::Out), 1 => Just(Standing::Meta)];
    let statement = (0..most, standing).prop_map(|(id, standing)| Statement { id, standing });
    proptest::collection::vec(statement, 0..20)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_last_vote_counts(casts in casts(12, 9, 200)) {
        let mut last = BTreeMap::new();
        for cast in &casts {
            last.insert((cast.participant, cast.statement), cast.vote);
        }
        let table = Votes::from_casts(casts).expect("few");
        let kept: BTreeMap<(u64, u64), Vote> = (table.participants().iter())
            .flat_map(|id| table.of(*id).map(move |(statement, vote)| ((*id, statement), vote)))
            .collect();
        prop_assert_eq!(table.len(), last.len());
        for (column, statement) in table.statements().iter().enumerate() {
            let number = |vote| last.iter().filter(|(key, cast)| key.1 == *statement && **cast == vote).count() as u32;
            let counted = Count { agree: number(Vote::Agree), disagree: number(Vote::Disagree), pass: number(Vote::Pass) };
            prop_assert_eq!(table.counts()[column], counted);
        }
        prop_assert_eq!(kept, last);
    }

    #[test]
    fn adding_is_building_anew(casts in casts(12, 9, 200), cuts in proptest::collection::vec(0_usize..200, 0..6)) {
        let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(casts.len())).collect();
        cuts.extend([0, casts.len()]);
        cuts.sort_unstable();
        let mut table = Votes::default();
        for part in cuts.windows(2) {
            table.add(&casts[part[0]..part[1]]).expect("few");
        }
        let anew = Votes::from_casts(casts).expect("few");
        if anew.is_empty() {
            prop_assert!(table.is_empty());
        } else {
            prop_assert_eq!(table, anew);
        }
    }

    #[test]
    fn who_comes_first_makes_no_difference(casts in casts(40, 12, 400), statements in statements(12)) {
        let first = Votes::from_casts(casts.iter().copied()).expect("few");
        // In an order of its own, each vote once.
        let mut turned: Vec<Cast> = (first.participants().iter())
            .flat_map(|id| first.of(*id).map(move |(statement, vote)| Cast { participant: *id, statement, vote }))
            .collect();
        turned.reverse();
        let second = Votes::from_casts(turned).expect("few");
        let settings = Settings::default();
        prop_assert_eq!(analyse(&first, &statements, &settings, None), analyse(&second, &statements, &settings, None));
    }

    #[test]
    fn turning_every_vote_round_turns_what_they_agree_on(casts in casts(40, 12, 400)) {
        let turned = casts.iter().map(|cast| Cast {
            vote: match cast.vote {
                Vote::Agree => Vote::Disagree,
                Vote::Disagree => Vote::Agree,
                Vote::Pass => Vote::Pass,
            },
            ..*cast
        });
        let settings = Settings::default();
        let one = analyse(&Votes::from_casts(casts.iter().copied()).expect("few"), &[], &settings, None);
        let other = analyse(&Votes::from_casts(turned).expect("few"), &[], &settings, None);
        prop_assert_eq!(one.consensus.agree, other.consensus.disagree);
        prop_assert_eq!(one.consensus.disagree, other.consensus.agree);
    }

    #[test]
    fn any_votes_give_a_result(
        casts in casts(70, 15, 900),
        statements in statements(20),
        later in casts(80, 16, 60),
        (votes_needed, people_needed, smallest_group, most_groups) in (0_usize..12, 0_usize..40, 0_usize..9, 0_usize..20),
        (listed, seed, memory_of_nothing) in (0_usize..8, any::<u64>(), any::<bool>()),
    ) {
        let settings = Settings {
            votes_needed, people_needed, smallest_group, most_groups, listed, seed, ..Settings::default()
        };
        let mut votes = Votes::from_casts(casts).expect("few");
        let mut before = analyse(&votes, &statements, &settings, None);
        check(&before, &settings)?;
        if memory_of_nothing {
            before.memory.axes.iter_mut().for_each(|(_, weights)| *weights = [f64::NAN; 2]);
            before.memory.centres.iter_mut().flatten().for_each(|centre| *centre = [f64::NAN, f64::MAX]);
        }
        votes.add(&later).expect("few");
        let after = analyse(&votes, &statements, &settings, Some(&before.memory));
        check(&after, &settings)?;
        let rows = enough_votes(&votes, &settings, Some(&before.memory));
        let still_in = |id: u64| rows.iter().any(|row| votes.participants()[*row] == id);
        prop_assert!(before.memory.members.iter().all(|(id, _)| still_in(*id)));
    }

    #[test]
    fn a_statement_seen_is_not_drawn_and_one_unseen_is(
        priorities in proptest::collection::vec((0_u64..40, prop_oneof![8 => 0.0_f64..100.0, 1 => Just(f64::NAN), 1 => Just(-1.0)]), 0..30),
        seen in proptest::collection::vec(0_u64..45, 0..40),
        chance in prop_oneof![8 => 0.0_f64..1.0, 1 => Just(f64::NAN), 1 => Just(1.0)],
    ) {
        let next = NextStatement::new(priorities.iter().copied());
        let last: BTreeMap<u64, f64> = priorities.into_iter().collect();
        let may = |id: u64| last.get(&id).is_some_and(|priority| *priority > 0.0) && !seen.contains(&id);
        match next.draw(&seen, chance) {
            Some(drawn) => prop_assert!(may(drawn)),
            None => prop_assert!(!last.keys().any(|id| may(*id))),
        }
    }

    #[test]
    fn changed_priorities_draw_like_new_ones(changes in proptest::collection::vec((0_u64..9, 0_u32..50), 1..30)) {
        let mut changed = NextStatement::new((0..9).map(|id| (id, 1.0)));
        let mut last: BTreeMap<u64, f64> = (0..9).map(|id| (id, 1.0)).collect();
        for (id, priority) in changes {
            prop_assert!(changed.set(id, f64::from(priority)));
            last.insert(id, f64::from(priority));
        }
        let anew = NextStatement::new(last);
        for step in 0..100 {
            let chance = f64::from(step) / 100.0;
            prop_assert_eq!(changed.draw(&[3, 7], chance), anew.draw(&[3, 7], chance));
        }
    }
}

/// What holds for every analysis.
fn check(found: &opinion::Analysis, settings: &Settings) -> Result<(), TestCaseError> {
    let smallest = settings.smallest_group.max(5);
    for group in &found.groups {
        prop_assert!(group.size >= smallest && group.members.len() == group.size);
        prop_assert!(group.representative.len() <= settings.listed);
    }
    let grouped: usize = found.groups.iter().map(|group| group.size).sum();
    prop_assert_eq!(
        grouped,
        found
            .positions
            .iter()
            .filter(|position| position.group.is_some())
            .count()
    );
    prop_assert!(
        found
            .positions
            .iter()
            .all(|position| position.place.iter().all(|x| x.is_finite()))
    );
    prop_assert!(
        found
            .priorities
            .iter()
            .all(|(_, priority)| priority.is_finite() && *priority > 0.0)
    );
    prop_assert!(found.axes.residual <= 1e-9);
    let [one, two] = &found.axes.weights;
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    prop_assert!(dot(one, two).abs() < 1e-9);
    for axis in [one, two] {
        let length = dot(axis, axis);
        prop_assert!(length == 0.0 || (length - 1.0).abs() < 1e-9);
    }
    let [first, second] = found.axes.explained;
    prop_assert!(second <= first + 1e-12 && first + second <= 1.0 + 1e-9);
    Ok(())
}

/// Draws follow the priorities: 1 to 3 among the unseen, whatever the seen weigh.
#[test]
fn draws_follow_the_priorities() {
    let next = NextStatement::new([(1, 1.0), (2, 100.0), (3, 3.0), (4, 0.0)]);
    let mut counts = BTreeMap::new();
    for step in 0..4000 {
        let drawn = next.draw(&[2], (f64::from(step) + 0.5) / 4000.0).expect("two are left");
        *counts.entry(drawn).or_insert(0) += 1;
    }
    assert_eq!(counts, BTreeMap::from([(1, 1000), (3, 3000)]));
    assert_eq!(next.draw(&[1, 2, 3], 0.5), None);
}

#[test]
fn a_statement_that_nobody_has_seen_comes_early() {
    let unseen = priority(Count::default(), 0.0);
    assert_eq!(unseen, 5.0625);
    let many = Count {
        agree: 2_000_000_000,
        disagree: 5,
        pass: 0,
    };
    assert!((priority(many, 0.0) - 1.0).abs() < 1e-6, "newness has worn off");
}

#[test]
fn nothing_one_voter_and_one_statement() {
    let settings = Settings::default();
    let nothing = analyse(&Votes::default(), &[], &settings, None);
    assert_eq!(
        (nothing.votes, nothing.groups.len(), nothing.suppressed.too_few_people),
        (0, 0, false)
    );

    let one = Cast {
        participant: 7,
        statement: 3,
        vote: Vote::Agree,
    };
    let votes = Votes::from_casts([one]).expect("one");
    let listed = [Statement {
        id: 4,
        standing: Standing::Open,
    }];
    let found = analyse(&votes, &listed, &settings, None);
    assert!(found.groups.is_empty() && found.suppressed.too_few_people);
    assert!(
        found.consensus.agree.is_empty(),
        "what one person thinks is nobody else's business"
    );
    assert_eq!(found.priorities.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [3, 4]);

    let all_pass = (0..30).flat_map(|participant| {
        (0..9).map(move |statement| Cast {
            participant,
            statement,
            vote: Vote::Pass,
        })
    });
    let found = analyse(&Votes::from_casts(all_pass).expect("few"), &[], &settings, None);
    assert_eq!(found.groups.iter().map(|group| group.size).collect::<Vec<_>>(), [30]);
    assert!(found.candidates.is_empty() && found.consensus.agree.is_empty());
    assert_eq!(found.axes.explained, [0.0; 2]);
}

/// Two directions of equal weight, and a third of none: what one vector's search alone would miss.
#[test]
fn axes_of_equal_weight_are_both_found() {
    let casts = (0..4).flat_map(|participant: u64| {
        (0..2).map(move |statement: u64| Cast {
            participant,
            statement,
            vote: if participant >> statement & 1 == 0 {
                Vote::Agree
            } else {
                Vote::Disagree
            },
        })
    });
    let votes = Votes::from_casts(casts).expect("few");
    let axes = opinion::axes::principal_axes(&votes, &Columns::new(&votes, &[]), None);
    assert!(
        (axes.explained[0] - 0.5).abs() < 1e-12 && (axes.explained[1] - 0.5).abs() < 1e-12,
        "{axes:?}"
    );
}

#[test]
fn votes_on_statements_taken_away_are_left_out_and_counted() {
    let cast = |participant, statement| Cast {
        participant,
        statement,
        vote: Vote::Agree,
    };
    let mut votes = Votes::from_casts([cast(1, 1), cast(1, 2), cast(2, 2)]).expect("few");
    assert_eq!(votes.keep_statements(|id| id == 1), 2);
    assert_eq!(
        (votes.participants(), votes.statements()),
        ([1].as_slice(), [1].as_slice())
    );
    assert_eq!(votes.keep_statements(|_| true), 0);
}
