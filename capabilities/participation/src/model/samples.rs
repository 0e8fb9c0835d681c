//! Definitions and answers that tests of several modules share.

use super::answer::{Answer, Answers};
use super::definition::*;
use proptest::prelude::*;

pub fn choices(keys: &[&str]) -> Vec<Choice> {
    keys.iter()
        .map(|k| Choice {
            key: (*k).to_owned(),
            label: Wording::new(format!("Val {k}"), format!("Choice {k}")),
        })
        .collect()
}

pub fn question(key: &str, kind: Kind) -> Question {
    let mut question = Question::blank(key, kind);
    question.label = Wording::new(format!("Fråga om {key}"), format!("About {key}"));
    question
}

/// One question of every kind, one shown by condition, one about the person.
pub fn every_kind() -> Definition {
    let mut ways = question(
        "fardsatt",
        Kind::Single {
            options: choices(&["buss", "tag", "cykel"]),
        },
    );
    ways.required = true;
    ways.unsure = true;
    let mut why = question("varfor-buss", Kind::LongText { max_length: 500 });
    why.show_if = Some(ShowIf {
        joined: Joined::All,
        tests: vec![Test {
            question: "fardsatt".into(),
            operator: Operator::Is,
            value: "buss".into(),
        }],
    });
    let mut age = question(
        "alder",
        Kind::Single {
            options: choices(&["13-17", "18-64", "65"]),
        },
    );
    age.decline = true;
    age.purpose = Some(Wording::new(
        "Vi vill veta om vi når alla åldrar.",
        "We want to know if we reach all ages.",
    ));
    Definition {
        intro: Wording::new("Vi bygger om torget.", ""),
        questions: vec![
            question("las-forst", Kind::Information),
            ways,
            why,
            question(
                "mest",
                Kind::Multiple {
                    options: choices(&["a", "b", "c"]),
                    min: 1,
                    max: 2,
                },
            ),
            question(
                "hur-trygg",
                Kind::Scale {
                    steps: 5,
                    low: Wording::new("Otrygg", ""),
                    high: Wording::new("Trygg", ""),
                },
            ),
            question(
                "ordning",
                Kind::Ranking {
                    options: choices(&["x", "y", "z"]),
                },
            ),
            question(
                "hur-manga",
                Kind::Number {
                    min: Some(0.0),
                    max: Some(100.0),
                    decimals: 1,
                    unit: Wording::new("gånger", ""),
                },
            ),
            question(
                "nar",
                Kind::Date {
                    earliest: None,
                    latest: None,
                },
            ),
            question(
                "var",
                Kind::Place {
                    areas: choices(&["norr", "soder"]),
                },
            ),
            question("namn-pa-torget", Kind::ShortText { max_length: 80 }),
            question("mejl", Kind::Email),
            age,
        ],
    }
}

/// Any answer at all, fitting or not.
pub fn any_answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        ".{0,40}".prop_map(Answer::Text),
        prop::sample::select(vec!["buss", "tag", "13-17", "z", "finns-inte"]).prop_map(|k| Answer::Choice(k.into())),
        prop::collection::vec(prop::sample::select(vec!["a", "b", "c", "x", "y"]), 0..4)
            .prop_map(|ks| Answer::Choices(ks.into_iter().map(str::to_owned).collect())),
        any::<u8>().prop_map(Answer::Scale),
        prop::collection::vec(prop::sample::select(vec!["x", "y", "z"]), 0..4)
            .prop_map(|ks| Answer::Ranking(ks.into_iter().map(str::to_owned).collect())),
        (-2000i32..2000).prop_map(|n| Answer::Number(f64::from(n) / 10.0)),
        (1900i16..2100, 1i8..=12, 1i8..=28).prop_map(|(y, m, d)| Answer::Date(jiff::civil::date(y, m, d))),
        (".{0,10}", prop::sample::select(vec!["", "norr", "bort"])).prop_map(|(address, area)| Answer::Place {
            address,
            area: area.to_owned()
        }),
        Just(Answer::Email("namn@exempel.se".into())),
        Just(Answer::Unsure),
        Just(Answer::Declined),
    ]
}

/// Any answers to the questions of [`every_kind`], also to questions that are not there.
pub fn any_answers() -> impl Strategy<Value = Answers> {
    let keys: Vec<String> = every_kind()
        .questions
        .iter()
        .map(|q| q.key.clone())
        .chain(["finns-inte".to_owned()])
        .collect();
    prop::collection::btree_map(prop::sample::select(keys), prop::option::of(any_answer()), 0..12).prop_map(Answers)
}
