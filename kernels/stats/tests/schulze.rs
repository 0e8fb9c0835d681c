//! Schulze's method against its author's published example and by the definition of its paths.

use proptest::prelude::*;
use stats::ballots::Ballots;
use stats::schulze::{Duels, Order, Strength};

fn cast(candidates: usize, entries: &[(u64, Vec<usize>)]) -> Duels {
    let mut ballots = Ballots::new(candidates).expect("few candidates");
    for (times, order) in entries {
        ballots.cast(order, *times).expect("a ballot");
    }
    Duels::of(&ballots)
}

/// 45 voters, candidates A–E: the worked example of Schulze (Social Choice and Welfare 36, 2011; ballots, duels, strengths of
/// the strongest paths and order as there).
#[test]
fn the_published_example_is_reproduced() {
    let groups = [
        (5, "ACBED"),
        (5, "ADECB"),
        (8, "BEDAC"),
        (3, "CABED"),
        (7, "CAEBD"),
        (2, "CBADE"),
        (7, "DCEBA"),
        (8, "EBADC"),
    ];
    let order = |text: &str| text.bytes().map(|letter| usize::from(letter - b'A')).collect();
    let entries: Vec<(u64, Vec<usize>)> = groups.iter().map(|(times, text)| (*times, order(text))).collect();
    let duels = cast(5, &entries);
    let preferred = [
        [0, 20, 26, 30, 22],
        [25, 0, 16, 33, 18],
        [19, 29, 0, 17, 24],
        [15, 12, 28, 0, 14],
        [23, 27, 21, 31, 0],
    ];
    let paths = [
        [0, 28, 28, 30, 24],
        [25, 0, 28, 33, 24],
        [25, 29, 0, 29, 24],
        [25, 28, 28, 0, 24],
        [25, 28, 28, 31, 0],
    ];
    let found = duels.order();
    for from in 0..5 {
        for to in (0..5).filter(|to| *to != from) {
            assert_eq!(duels.over(from, to), preferred[from][to], "{from} {to}");
            assert_eq!(
                found.path(from, to).and_then(Strength::votes),
                Some(paths[from][to]),
                "{from} {to}"
            );
        }
    }
    assert_eq!(found.tiers, [[4], [0], [2], [1], [3]]); // E A C B D
    assert_eq!((found.winners, found.condorcet_winner), (vec![4], None));
}

#[test]
fn draws_and_nothing_are_told_as_such() {
    assert_eq!(cast(3, &[]).order().tiers, [[0, 1, 2]]);
    assert_eq!(cast(0, &[]).order().winners, [0_usize; 0]);
    assert_eq!(cast(1, &[]).order().condorcet_winner, Some(0));
    let draw = cast(2, &[(3, vec![0]), (3, vec![1])]).order();
    assert_eq!(
        (draw.winners.len(), draw.path(0, 1), draw.path(0, 0), draw.path(0, 9)),
        (2, Some(Strength::Draw), None, None)
    );
    // Those left out come after, and equal.
    let duels = cast(3, &[(2, vec![1])]);
    assert_eq!(
        (duels.over(1, 0), duels.over(0, 2), duels.over(2, 0), duels.over(9, 0)),
        (2, 0, 0, 0)
    );
    assert_eq!(duels.order().tiers, [vec![1], vec![0, 2]]);
}

fn election() -> impl Strategy<Value = Vec<(u64, Vec<usize>)>> {
    let order = Just((0..6).collect::<Vec<usize>>()).prop_shuffle();
    let entry = (1_u64..9, order, 0_usize..7).prop_map(|(times, order, length)| (times, order[..length].to_vec()));
    proptest::collection::vec(entry, 0..16)
}

/// The strongest path by going through all: of at most six candidates there are few.
fn strongest(duels: &Duels, from: usize, to: usize, without: &mut Vec<usize>) -> Strength {
    let direct = |from, to| {
        let mut order = cast(2, &[(duels.over(from, to), vec![0]), (duels.over(to, from), vec![1])]).order();
        order.winners.clear();
        order.path(0, 1).expect("two")
    };
    let mut best = direct(from, to);
    for via in (0..6).filter(|via| *via != to && *via != from) {
        if !without.contains(&via) {
            without.push(from);
            best = best.max(direct(from, via).min(strongest(duels, via, to, without)));
            without.pop();
        }
    }
    best
}

fn stands_above(order: &Order, first: usize, second: usize) -> bool {
    order.path(first, second) > order.path(second, first)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn paths_are_the_strongest_there_are(entries in election()) {
        let duels = cast(6, &entries);
        let order = duels.order();
        for (from, to) in [(0, 1), (3, 2), (5, 4)] {
            prop_assert_eq!(order.path(from, to), Some(strongest(&duels, from, to, &mut Vec::new())));
        }
    }

    #[test]
    fn the_relation_has_no_circles_and_every_duels_winner_wins(entries in election()) {
        let order = cast(6, &entries).order();
        for (a, b, c) in (0..6).flat_map(|a| (0..6).flat_map(move |b| (0..6).map(move |c| (a, b, c)))) {
            prop_assert!(!(stands_above(&order, a, b) && stands_above(&order, b, c)) || stands_above(&order, a, c));
        }
        if let Some(winner) = order.condorcet_winner {
            prop_assert_eq!(&order.winners, &[winner]);
        }
        let mut everyone = order.tiers.concat();
        everyone.sort();
        prop_assert!(everyone.into_iter().eq(0..6));
    }

    #[test]
    fn turning_every_ballot_turns_the_relation_and_raising_a_sole_winner_keeps_it(entries in election()) {
        let full: Vec<(u64, Vec<usize>)> = entries.iter().filter(|(_, order)| order.len() == 6).cloned().collect();
        let turned: Vec<(u64, Vec<usize>)> = full.iter().map(|(times, order)| (*times, order.iter().rev().copied().collect())).collect();
        let (order, reverse) = (cast(6, &full).order(), cast(6, &turned).order());
        if let [winner] = order.winners[..] {
            // Reversal symmetry: the sole winner is not among the winners of all ballots turned.
            prop_assert!(!reverse.winners.contains(&winner));
            let raised: Vec<(u64, Vec<usize>)> = full.iter().map(|(times, order)| {
                let others = order.iter().copied().filter(|candidate| *candidate != winner);
                (*times, std::iter::once(winner).chain(others).collect())
            }).collect();
            prop_assert_eq!(cast(6, &raised[..raised.len() / 2].iter().chain(&full[raised.len() / 2..]).cloned().collect::<Vec<_>>()).order().winners, [winner]);
        }
    }
}
