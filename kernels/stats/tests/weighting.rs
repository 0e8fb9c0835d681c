//! Raking against a reference answer, its promises, and hostile input.

use proptest::prelude::*;
use stats::weighting::{Margin, Raking, RakingError, Weights, rake};
use std::collections::BTreeMap;

type Column = Vec<Option<u16>>;

fn check(margins: &[(Column, Vec<f64>)], raking: Raking) -> Result<Weights, RakingError> {
    let margins: Vec<Margin<'_>> = margins
        .iter()
        .map(|(categories, population)| Margin { categories, population })
        .collect();
    rake(&margins, raking)
}

/// The participants and the weights that iterative proportional fitting gave them (`survey/rake_given` beside the
/// repository; margins as there).
fn given() -> (Vec<(Column, Vec<f64>)>, Vec<f64>) {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/data/survey/rake_given.csv"
    );
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let known: [&[(&str, f64)]; 5] = [
        &[("k", 0.5), ("m", 0.5)],
        &[
            ("16-24", 0.13),
            ("25-34", 0.13),
            ("35-44", 0.15),
            ("45-54", 0.17),
            ("55-64", 0.15),
            ("65-74", 0.13),
            ("75+", 0.14),
        ],
        &[
            ("A", 0.26),
            ("B", 0.22),
            ("C", 0.18),
            ("D", 0.14),
            ("E", 0.12),
            ("F", 0.08),
        ],
        &[("grund", 0.15), ("gym", 0.38), ("efter", 0.47)],
        &[("se", 0.78), ("eu", 0.08), ("ovr", 0.14)],
    ];
    let mut margins: Vec<(Column, Vec<f64>)> = known
        .iter()
        .map(|known| (Vec::new(), known.iter().map(|(_, share)| *share).collect()))
        .collect();
    let mut weights = Vec::new();
    for line in text.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        for (place, known) in known.iter().enumerate() {
            let code = known.iter().position(|(name, _)| *name == fields[place]);
            margins[place].0.push(Some(code.expect("a known category") as u16));
        }
        weights.push(fields[5].parse().expect("a weight"));
    }
    (margins, weights)
}

#[test]
fn the_reference_weights_are_reproduced_and_the_margins_hold() {
    let (margins, expected) = given();
    let weighted = check(&margins, Raking::default()).expect("weights");
    assert!(
        weighted.report.converged && weighted.report.largest_gap < 1e-12,
        "{:?}",
        weighted.report
    );
    // The reference stopped earlier, so its weights are less exact than ours; its mean is 1, too.
    for (ours, theirs) in weighted.weights.iter().zip(&expected) {
        assert!((ours - theirs).abs() < 1e-6 * theirs, "{ours} {theirs}");
    }
    assert!(
        (weighted.report.design_effect - 2.096_281_156).abs() < 1e-6,
        "{}",
        weighted.report.design_effect
    );
    assert!(
        (weighted.report.effective_n - 572.442_297).abs() < 1e-3,
        "{}",
        weighted.report.effective_n
    );
}

#[test]
fn a_limit_holds_together_with_the_margins() {
    let (margins, _) = given();
    let free = check(&margins, Raking::default()).expect("weights").report;
    let raking = Raking {
        largest: Some(5.0),
        ..Raking::default()
    };
    let limited = check(&margins, raking).expect("weights");
    assert!(
        free.largest_weight > 5.0 && limited.report.largest_weight <= 5.0,
        "{}",
        free.largest_weight
    );
    assert!(
        limited.report.converged && limited.report.largest_gap < 1e-12,
        "{:?}",
        limited.report.largest_gap
    );
    assert!(limited.report.at_limit > 0 && limited.report.design_effect < free.design_effect);
}

/// Deming & Stephan's weights are the product of a factor per category; those of a table of two margins keep its odds ratio.
#[test]
fn what_the_margins_do_not_tell_is_left_as_it_was() {
    let counts = [(0, 0, 10), (0, 1, 20), (1, 0, 30), (1, 1, 15)];
    let column = |place: usize| -> Column {
        let each = |(a, b, n): &(u16, u16, usize)| vec![Some([*a, *b][place]); *n];
        counts.iter().flat_map(each).collect()
    };
    let weighted = check(
        &[(column(0), vec![70.0, 30.0]), (column(1), vec![1.0, 1.0])],
        Raking::default(),
    )
    .expect("weights");
    let of = |start: usize| weighted.weights[start];
    let odds = of(0) * of(60) / (of(10) * of(30));
    assert!((odds - 1.0).abs() < 1e-12, "{odds}");
    assert_eq!(weighted.report.margins[0][0].population, 0.7);
    assert!((weighted.report.margins[0][0].unweighted - 0.4).abs() < 1e-15);
}

#[test]
fn those_who_did_not_tell_keep_their_part() {
    let told = vec![Some(0), Some(0), Some(0), Some(1), None, None];
    let weighted = check(&[(told, vec![1.0, 1.0])], Raking::default()).expect("weights");
    assert!((weighted.weights[4] - 1.0).abs() < 1e-15);
    assert!((weighted.weights[0] - 2.0 / 3.0).abs() < 1e-15 && (weighted.weights[3] - 2.0).abs() < 1e-15);
    let share = weighted
        .share([Some(true), Some(false), Some(false), Some(true), None, None])
        .expect("answers");
    assert!((share.share - (2.0 / 3.0 + 2.0) / 4.0).abs() < 1e-15);
    assert_eq!(share.n, 4);
    assert!(share.interval.low < share.share && share.share < share.interval.high && share.effective_n < 4.0);
    assert_eq!(weighted.share(std::iter::empty()), None);
}

#[test]
fn what_cannot_be_weighted_is_refused_with_its_place() {
    let people = vec![Some(0), Some(0), Some(1)];
    let one = |column: &Column, population: &[f64]| check(&[(column.clone(), population.to_vec())], Raking::default());
    let limited = |largest| {
        check(
            &[(people.clone(), vec![0.1, 0.9])],
            Raking {
                largest: Some(largest),
                ..Raking::default()
            },
        )
    };
    let nobody = RakingError::NobodyAnswered { margin: 0, category: 2 };
    assert_eq!(check(&[], Raking::default()), Err(RakingError::NoRespondents));
    assert_eq!(one(&vec![], &[1.0]), Err(RakingError::NoRespondents));
    assert_eq!(one(&people, &[0.4, 0.4, 0.2]), Err(nobody));
    assert_eq!(
        one(&people, &[1.0, 0.0]),
        Err(RakingError::NobodyLivesThere { margin: 0, category: 1 })
    );
    assert_eq!(
        one(&people, &[1.0]),
        Err(RakingError::UnknownCategory {
            margin: 0,
            respondent: 2,
            category: 1
        })
    );
    for bad in [f64::NAN, f64::INFINITY, -1.0] {
        assert_eq!(
            one(&people, &[1.0, bad]),
            Err(RakingError::Population { margin: 0, category: 1 })
        );
    }
    assert_eq!(
        one(&people, &[0.0, 0.0]),
        Err(RakingError::Population { margin: 0, category: 0 })
    );
    assert_eq!(
        one(&people, &[f64::MAX, f64::MAX]),
        Err(RakingError::Population { margin: 0, category: 0 })
    );
    assert!(one(&vec![None, None], &[0.0]).is_ok());
    let length = check(
        &[(people.clone(), vec![1.0, 1.0]), (vec![None], vec![1.0])],
        Raking::default(),
    );
    assert_eq!(
        length,
        Err(RakingError::Length {
            margin: 1,
            expected: 3,
            found: 1
        })
    );
    assert_eq!(limited(1.0), Err(RakingError::Limit { largest: 1.0 }));
    assert!(matches!(limited(f64::NAN), Err(RakingError::Limit { .. })));
    let Err(RakingError::LimitTooLow {
        category: 1, needed, ..
    }) = limited(2.0)
    else {
        panic!("refused")
    };
    assert!((needed - 2.7).abs() < 1e-12);
    assert!(nobody.to_string().contains("merge it with another"));
}

#[test]
fn margins_that_contradict_each_other_are_told_and_not_hidden() {
    // All men live in the north here, but not in the figures.
    let column = vec![Some(0), Some(0), Some(1), Some(1)];
    let weighted = check(
        &[(column.clone(), vec![0.5, 0.5]), (column, vec![0.8, 0.2])],
        Raking::default(),
    )
    .expect("a report");
    assert!(!weighted.report.converged && weighted.report.largest_gap > 0.1);
    assert!(weighted.weights.iter().all(|weight| weight.is_finite()));
}

#[test]
fn margins_with_more_cells_than_a_table_holds_are_no_hindrance() {
    let column = |step: u32| -> Column {
        (0..3_000_u32)
            .map(|person| Some((person * step % 60_000) as u16))
            .collect()
    };
    let margins = [(column(1), vec![1.0; 3_000]), (column(19), vec![1.0; 60_000])];
    assert!(matches!(
        check(&margins, Raking::default()),
        Err(RakingError::NobodyAnswered { margin: 1, .. })
    ));
    let folded: Column = column(19).iter().map(|code| code.map(|code| code % 7)).collect();
    let margins = [
        (column(1), vec![1.0; 3_000]),
        (folded.clone(), vec![1.0; 7]),
        (column(1), vec![1.0; 3_000]),
        (folded, vec![1.0; 7]),
    ];
    assert_eq!(
        check(&margins, Raking::default()).expect("weights").weights.len(),
        3_000
    );
}

fn survey() -> impl Strategy<Value = (Column, Column, Vec<f64>, Vec<f64>)> {
    let person = (
        proptest::option::weighted(0.9, 0_u16..3),
        proptest::option::weighted(0.9, 0_u16..4),
    );
    let people = proptest::collection::vec(person, 40..120);
    (
        people,
        proptest::collection::vec(1.0_f64..5.0, 3),
        proptest::collection::vec(1.0_f64..5.0, 4),
    )
        .prop_map(|(people, first, second)| {
            let (mut a, mut b): (Column, Column) = people.into_iter().unzip();
            // One of each, so that every category has someone, in every combination.
            for place in 0..12 {
                a.push(Some(place % 3));
                b.push(Some(place / 3));
            }
            (a, b, first, second)
        })
}

proptest! {
    #[test]
    fn margins_hold_weights_are_positive_and_their_mean_is_one((a, b, first, second) in survey(), largest in 3.0_f64..9.0) {
        let margins = [(a, first), (b, second)];
        for limit in [None, Some(largest)] {
            let weighted = check(&margins, Raking { largest: limit, ..Raking::default() });
            let Ok(Weights { weights, report }) = weighted else {
                let is_too_low = matches!(weighted, Err(RakingError::LimitTooLow { .. }));
                prop_assert!(limit.is_some() && is_too_low);
                continue;
            };
            prop_assert!(weights.iter().all(|weight| *weight > 0.0 && *weight <= limit.unwrap_or(f64::INFINITY)));
            prop_assert!((weights.iter().sum::<f64>() / weights.len() as f64 - 1.0).abs() < 1e-9);
            prop_assert!(limit.is_some() || report.converged, "{}", report.largest_gap);
            prop_assert!(!report.converged || report.largest_gap <= 1e-12);
            prop_assert!(report.design_effect >= 1.0 - 1e-12);
        }
    }

    #[test]
    fn neither_the_order_of_respondents_nor_the_unit_of_figures_changes_a_weight((a, b, first, second) in survey()) {
        let weights = check(&[(a.clone(), first.clone()), (b.clone(), second.clone())], Raking::default()).expect("weights").weights;
        let reversed = |column: &Column| -> Column { column.iter().rev().copied().collect() };
        let scaled: Vec<f64> = second.iter().map(|people| people * 1_024.0).collect();
        let again = check(&[(reversed(&a), first), (reversed(&b), scaled)], Raking::default()).expect("weights").weights;
        prop_assert!(weights.iter().eq(again.iter().rev()));
        let mut by_cell: BTreeMap<_, f64> = BTreeMap::new();
        for ((a, b), weight) in a.iter().zip(&b).zip(&weights) {
            prop_assert_eq!(*by_cell.entry((*a, *b)).or_insert(*weight), *weight);
        }
    }
}
