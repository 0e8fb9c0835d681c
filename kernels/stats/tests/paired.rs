//! Paired comparisons against published and computed values, what must hold for any choices, and hostile input.

use proptest::prelude::*;
use stats::paired::{Choice, ChoiceError, MOST_PRIOR, PRIOR, Ranking, rank};

/// American League, Eastern Division, 1987: wins of the row over the column, 13 games a pair (A. Agresti, *Categorical Data
/// Analysis*, 2nd ed. 2002, table 10.10).
const BASEBALL: [[u64; 7]; 7] = [
    [0, 7, 9, 7, 7, 9, 11], // Milwaukee
    [6, 0, 7, 5, 11, 9, 9], // Detroit
    [4, 6, 0, 7, 7, 8, 12], // Toronto
    [6, 8, 6, 0, 6, 7, 10], // New York
    [6, 2, 6, 7, 0, 7, 12], // Boston
    [4, 4, 5, 6, 6, 0, 6],  // Cleveland
    [2, 4, 1, 3, 1, 7, 0],  // Baltimore
];

fn baseball() -> Vec<Choice> {
    let pairs = (0..7).flat_map(|winner| (0..7).map(move |loser| (winner, loser)));
    let choice = |(winner, loser): (usize, usize)| Choice {
        winner,
        loser,
        times: BASEBALL[winner][loser],
    };
    pairs.filter(|(winner, loser)| winner != loser).map(choice).collect()
}

fn by_item(ranking: &Ranking) -> Vec<stats::paired::Strength> {
    let mut items = ranking.items.clone();
    items.sort_by_key(|strength| strength.item);
    items
}

/// The estimates and standard errors against Baltimore that H. Turner & D. Firth print (*Bradley–Terry Models in R*,
/// JSS 48(9), 2012, 2.1); with the weakest prior the mode is all but the maximum of likelihood.
#[test]
fn the_published_baseball_abilities_are_reproduced() {
    let ranking = rank(7, &baseball(), MOST_PRIOR).expect("a ranking");
    let published = [
        (1.5814, 0.3433),
        (1.4364, 0.3396),
        (1.2945, 0.3367),
        (1.2476, 0.3359),
        (1.1077, 0.3339),
        (0.6839, 0.3319),
    ];
    for (team, (ability, error)) in published.into_iter().enumerate() {
        let difference = ranking.difference(team, 6).expect("teams");
        assert!((difference.log_odds - ability).abs() < 6e-5, "{team}: {difference:?}");
        assert!(
            (difference.deviation.expect("few teams") - error).abs() < 6e-5,
            "{team}: {difference:?}"
        );
    }
    assert_eq!(
        ranking.items.iter().map(|team| team.item).collect::<Vec<_>>(),
        [0, 1, 2, 3, 4, 5, 6]
    );
    assert_eq!(
        (ranking.items[0].wins, ranking.items[0].losses, ranking.choices),
        (50, 28, 273)
    );
}

/// Computed with dense Newton steps and a dense inverse in numpy 2, prior deviation 2.
#[test]
fn the_mode_with_the_prior_and_its_deviations_are_those_of_dense_algebra() {
    let ranking = rank(7, &baseball(), PRIOR).expect("a ranking");
    let strengths = [
        0.52352912,
        0.3806301,
        0.24061645,
        0.1943667,
        0.05627278,
        -0.36185528,
        -1.03355987,
    ];
    let deviations = [
        0.20578525, 0.2026621, 0.20065269, 0.20021301, 0.19955387, 0.203496, 0.22947486,
    ];
    for (found, (strength, deviation)) in by_item(&ranking).iter().zip(strengths.into_iter().zip(deviations)) {
        assert!((found.strength - strength).abs() < 1e-8, "{found:?}");
        assert!(
            (found.deviation.expect("few teams") - deviation).abs() < 1e-8,
            "{found:?}"
        );
        let interval = found.interval.expect("few teams");
        assert!(interval.low < found.score && found.score < interval.high);
    }
}

#[test]
fn without_choices_everything_is_in_the_middle_and_open() {
    let ranking = rank(3, &[], 2.0).expect("a ranking");
    let first = ranking.items[0];
    assert_eq!(
        (first.item, first.strength, first.score, ranking.converged),
        (0, 0.0, 0.5, true)
    );
    // The prior's deviation, less what the common level takes: 2 · √(1 − 1/3).
    assert!((first.deviation.expect("few") - 2.0 * (2.0_f64 / 3.0).sqrt()).abs() < 1e-12);
    assert!(rank(0, &[], 1.0).expect("nothing").items.is_empty());
    assert_eq!(rank(1, &[], 1.0).expect("one").items[0].deviation, Some(0.0));
}

#[test]
fn a_thing_that_won_its_only_comparison_stays_behind_one_that_won_most_of_many() {
    let won = |winner, loser, times| Choice { winner, loser, times };
    let ranking = rank(3, &[won(0, 2, 1), won(1, 2, 90), won(2, 1, 10)], PRIOR).expect("a ranking");
    assert_eq!(
        ranking.items.iter().map(|thing| thing.item).collect::<Vec<_>>(),
        [1, 0, 2]
    );
    let deviations: Vec<f64> = by_item(&ranking).iter().filter_map(|thing| thing.deviation).collect();
    assert!(deviations[0] > 1.8 * deviations[1], "{deviations:?}");
}

#[test]
fn what_cannot_be_ranked_is_refused_with_its_place() {
    let won = |winner, loser, times| Choice { winner, loser, times };
    let error = |items, choices: &[Choice], prior| rank(items, choices, prior).map(|_| ()).expect_err("refused");
    assert_eq!(
        error(2, &[won(0, 1, 1), won(0, 2, 1)], 1.0),
        ChoiceError::UnknownItem { choice: 1, item: 2 }
    );
    assert_eq!(
        error(2, &[won(1, 1, 1)], 1.0),
        ChoiceError::Itself { choice: 0, item: 1 }
    );
    assert_eq!(
        error(2, &[won(0, 1, u64::MAX), won(1, 0, 5)], 1.0),
        ChoiceError::TooMany
    );
    assert_eq!(error(usize::MAX, &[], 1.0), ChoiceError::TooMany);
    for prior in [0.0, -1.0, f64::INFINITY, 1e9] {
        assert_eq!(error(2, &[], prior), ChoiceError::Prior { deviation: prior });
    }
    assert!(matches!(error(2, &[], f64::NAN), ChoiceError::Prior { .. }));
}

#[test]
fn extreme_choices_end_in_numbers() {
    let chain: Vec<Choice> = (0..400)
        .map(|item| Choice {
            winner: item,
            loser: item + 1,
            times: 1 << 40,
        })
        .collect();
    for prior in [PRIOR, MOST_PRIOR] {
        let ranking = rank(401, &chain, prior).expect("a ranking");
        assert!(ranking.items.iter().all(|thing| thing.strength.is_finite()));
        assert!(ranking.items.iter().map(|thing| thing.item).eq(0..401));
    }
    let many: Vec<Choice> = (0..3_000)
        .map(|item| Choice {
            winner: item,
            loser: (item * 7 + 1) % 3_000,
            times: 3,
        })
        .filter(|choice| choice.winner != choice.loser)
        .collect();
    let ranking = rank(3_000, &many, PRIOR).expect("a ranking");
    assert!(
        ranking.converged
            && ranking.items[0].deviation.is_none()
            && ranking.difference(0, 1).expect("things").deviation.is_none()
    );
}

fn choices() -> impl Strategy<Value = Vec<Choice>> {
    let choice = (0_usize..8, 1_usize..8, 0_u64..40);
    let build = |(winner, step, times)| Choice {
        winner,
        loser: (winner + step) % 8,
        times,
    };
    proptest::collection::vec(choice.prop_map(build), 0..60)
}

proptest! {
    #[test]
    fn at_the_mode_the_prior_pulls_as_much_as_the_choices_push(choices in choices(), prior in 0.3_f64..10.0) {
        let items = by_item(&rank(8, &choices, prior).expect("a ranking"));
        for thing in &items {
            let mut slope = -thing.strength / (prior * prior);
            for choice in &choices {
                let surprise = choice.times as f64 / (1.0 + (items[choice.winner].strength - items[choice.loser].strength).exp());
                slope += if choice.winner == thing.item { surprise } else { 0.0 };
                slope -= if choice.loser == thing.item { surprise } else { 0.0 };
            }
            prop_assert!(slope.abs() < 1e-6, "{}", slope);
        }
        prop_assert!(items.iter().map(|thing| thing.strength).sum::<f64>().abs() < 1e-8);
    }

    #[test]
    fn neither_order_nor_numbers_matter_and_turning_every_choice_turns_the_ranking(choices in choices()) {
        let strengths = |choices: &[Choice]| by_item(&rank(8, choices, PRIOR).expect("a ranking"));
        let ranked = strengths(&choices);
        let reversed: Vec<Choice> = choices.iter().rev().copied().collect();
        let renamed: Vec<Choice> = choices.iter().map(|choice| Choice { winner: 7 - choice.winner, loser: 7 - choice.loser, ..*choice }).collect();
        let turned: Vec<Choice> = choices.iter().map(|choice| Choice { winner: choice.loser, loser: choice.winner, ..*choice }).collect();
        prop_assert_eq!(&strengths(&reversed), &ranked);
        for (thing, (renamed, turned)) in ranked.iter().zip(strengths(&renamed).iter().rev().zip(strengths(&turned))) {
            prop_assert!((thing.strength - renamed.strength).abs() < 1e-8);
            prop_assert!((thing.strength + turned.strength).abs() < 1e-8);
        }
    }

    #[test]
    fn one_more_win_never_weakens(choices in choices(), winner in 0_usize..8, step in 1_usize..8) {
        let before = by_item(&rank(8, &choices, PRIOR).expect("a ranking"))[winner].strength;
        let mut more = choices;
        more.push(Choice { winner, loser: (winner + step) % 8, times: 1 });
        prop_assert!(by_item(&rank(8, &more, PRIOR).expect("a ranking"))[winner].strength > before);
    }
}
