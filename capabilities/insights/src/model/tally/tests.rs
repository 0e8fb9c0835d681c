//! What is counted of each kind of question, and what of it may be shown.

use super::*;
use stats::Proportion;

fn question(kind: Kind) -> Question {
    Question {
        label: Wording::new("Fråga", ""),
        ..Question::blank("fraga", kind)
    }
}

fn nobody() -> Id {
    "00000000-0000-7000-8000-000000000000".parse().unwrap()
}

fn choice(key: &str) -> Choice {
    Choice {
        key: key.into(),
        label: Wording::new(key, ""),
    }
}

fn counted(kind: Kind, answers: impl IntoIterator<Item = Option<Answer>>) -> QuestionResult {
    let definition = Definition {
        questions: vec![question(kind)],
        ..Definition::default()
    };
    let mut tallies = Tallies::new(nobody(), Wording::default(), &[definition]);
    answers
        .into_iter()
        .for_each(|answer| tallies.add("fraga", answer.as_ref()));
    tallies.finish().remove(0)
}

fn times(n: usize, answer: Option<Answer>) -> Vec<Option<Answer>> {
    vec![answer; n]
}

#[test]
fn n_is_those_who_saw_the_question() {
    let options = vec![choice("a"), choice("b")];
    let answers = [
        times(12, Some(Answer::Choice("a".into()))),
        times(8, Some(Answer::Choice("b".into()))),
        times(5, None),
    ]
    .concat();
    let result = counted(Kind::Single { options }, answers);
    assert_eq!((result.asked, result.answered, result.skipped()), (25, 20, 5));
    let leading = result.summary.leading().unwrap();
    assert_eq!(
        (leading.key.as_str(), result.share(leading)),
        ("a", Some(Proportion::new(12, 25)))
    );
}

#[test]
fn a_small_cell_is_hidden_and_cannot_be_computed() {
    let options = vec![choice("a"), choice("b"), choice("c")];
    let answers = [("a", 30), ("b", 2), ("c", 9)]
        .map(|(key, n)| times(n, Some(Answer::Choice(key.into()))))
        .concat();
    let result = counted(Kind::Single { options }, answers);
    let counts: Vec<Cell> = result.summary.rows().iter().map(|row| row.count).collect();
    assert_eq!(counts, [Cell::Shown(30), Cell::Hidden, Cell::Hidden]);
    assert!(result.summary.hides());
}

#[test]
fn a_question_of_a_former_version_is_still_told() {
    let before = Definition {
        questions: vec![
            Question::blank(
                "gammal",
                Kind::Single {
                    options: vec![choice("x")],
                },
            ),
            question(Kind::Single {
                options: vec![choice("a"), choice("b")],
            }),
        ],
        ..Definition::default()
    };
    let after = Definition {
        questions: vec![question(Kind::Single {
            options: vec![choice("b"), choice("c")],
        })],
        ..Definition::default()
    };
    let results = Tallies::new(nobody(), Wording::default(), &[before, after]).finish();
    assert_eq!(
        results.iter().map(|result| result.key.as_str()).collect::<Vec<_>>(),
        ["fraga", "gammal"]
    );
    assert_eq!(
        results[0]
            .summary
            .rows()
            .iter()
            .map(|row| row.key.as_str())
            .collect::<Vec<_>>(),
        ["b", "c", "a"]
    );
}

#[test]
fn scales_rankings_numbers_dates_and_places_are_summarised() {
    let scale = Kind::Scale {
        steps: 5,
        low: Wording::default(),
        high: Wording::default(),
    };
    let result = counted(
        scale,
        [times(10, Some(Answer::Scale(4))), times(6, Some(Answer::Scale(2)))].concat(),
    );
    assert!(
        matches!(result.summary, Summary::Scale { n: 16, median: Some(m), mean: Some(x), .. } if m == 4.0 && x == 3.25)
    );
    let ranking = Kind::Ranking {
        options: vec![choice("a"), choice("b")],
    };
    let result = counted(ranking, times(7, Some(Answer::Ranking(vec!["b".into(), "a".into()]))));
    assert!(
        matches!(&result.summary, Summary::Ranking(rows) if rows[0].key == "b" && rows[0].mean_position == Some(1.0) && rows[0].first == Some(7))
    );
    let number = Kind::Number {
        min: None,
        max: None,
        decimals: 0,
        unit: Wording::default(),
    };
    let result = counted(number.clone(), (1..=5).map(|n| Some(Answer::Number(f64::from(n)))));
    assert!(matches!(result.summary, Summary::Numbers { n: 5, median: Some(m), .. } if m == 3.0));
    let result = counted(number, times(4, Some(Answer::Number(7.0))));
    assert!(
        matches!(
            result.summary,
            Summary::Numbers {
                median: None,
                mean: None,
                ..
            }
        ),
        "four people's mean says too much"
    );
    let dates = Kind::Date {
        earliest: None,
        latest: None,
    };
    let result = counted(dates, times(6, Some(Answer::Date(jiff::civil::date(2026, 3, 17)))));
    assert_eq!(result.summary.rows()[0].label, RowLabel::Month(2026, 3));
    let place = Kind::Place {
        areas: vec![choice("norr")],
    };
    let norr = Answer::Place {
        address: "Torget".into(),
        area: "norr".into(),
    };
    let own = Answer::Place {
        address: "Bryggan".into(),
        area: String::new(),
    };
    let result = counted(place, [times(9, Some(norr)), times(5, Some(own))].concat());
    assert_eq!(
        result.summary.rows().iter().map(|row| row.count).collect::<Vec<_>>(),
        [Cell::Shown(9), Cell::Shown(5)]
    );
}
