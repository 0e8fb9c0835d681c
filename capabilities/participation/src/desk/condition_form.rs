//! The conditions of a question as a form: which answer to which earlier question.

use web::Cx;

use crate::conditions;
use crate::model::definition::{DECLINED, Definition, Kind, Operator, Question, Test, UNSURE};
use crate::model::parse::read_number;

/// How many conditions the form offers.
pub const TESTS: usize = 3;
/// Stands for "any answer" and "the number beside" in the select of a condition.
const ANY: &str = "*";
const NUMBER: &str = "#";

/// One condition as typed: "question:value", operator, number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TestForm {
    pub number: usize,
    pub answer: String,
    pub operator: String,
    pub value: String,
}

impl TestForm {
    /// The condition that was typed; `None` for an empty row.
    pub fn read(&self, complain: &mut impl FnMut(&'static str, &'static str)) -> Option<Test> {
        let (question, value) = self.answer.split_once(':')?;
        let not = self.operator == "is-not";
        let (operator, value) = match (value, self.operator.as_str()) {
            (ANY, _) => (
                if not { Operator::Unanswered } else { Operator::Answered },
                String::new(),
            ),
            (NUMBER, operator) => {
                if !matches!(read_number(&self.value), Ok(Some(_))) {
                    complain("villkor-1", "participation-builder-condition-number");
                    return None;
                }
                let operator = match operator {
                    "at-least" => Operator::AtLeast,
                    "at-most" => Operator::AtMost,
                    _ if not => Operator::IsNot,
                    _ => Operator::Is,
                };
                (operator, self.value.replace(',', "."))
            }
            (value, _) => (if not { Operator::IsNot } else { Operator::Is }, value.to_owned()),
        };
        Some(Test {
            question: question.to_owned(),
            operator,
            value,
        })
    }
}

/// The rows of the form: the conditions there are, then empty ones.
pub fn test_forms(question: &Question) -> Vec<TestForm> {
    let tests = question
        .show_if
        .as_ref()
        .map(|c| c.tests.as_slice())
        .unwrap_or_default();
    let form = |number: usize| {
        let Some(test) = tests.get(number - 1) else {
            return TestForm {
                number,
                ..TestForm::default()
            };
        };
        let is_number = test.value.replace(',', ".").parse::<f64>().is_ok();
        let (answer, operator) = match test.operator {
            Operator::Answered => (ANY, "is"),
            Operator::Unanswered => (ANY, "is-not"),
            Operator::AtLeast => (NUMBER, "at-least"),
            Operator::AtMost => (NUMBER, "at-most"),
            Operator::Is if is_number => (NUMBER, "is"),
            Operator::IsNot if is_number => (NUMBER, "is-not"),
            Operator::Is => (test.value.as_str(), "is"),
            Operator::IsNot => (test.value.as_str(), "is-not"),
        };
        TestForm {
            number,
            answer: format!("{}:{answer}", test.question),
            operator: operator.to_owned(),
            value: if answer == NUMBER {
                test.value.replace('.', ",")
            } else {
                String::new()
            },
        }
    };
    (1..=TESTS.max(tests.len())).map(form).collect()
}

/// The answers to earlier questions that a condition can ask for: "question:value" and its words.
pub fn possible_tests(cx: &Cx, definition: &Definition, question: &Question) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let earlier = definition
        .in_order()
        .enumerate()
        .take_while(|(_, q)| q.key != question.key)
        .filter(|(_, q)| q.asks());
    for (i, asked) in earlier {
        let label: String = asked.label.said(cx.lang.code()).chars().take(50).collect();
        let mut add = |value: &str, words: String| {
            all.push((format!("{}:{value}", asked.key), format!("{}. {label}: {words}", i + 1)))
        };
        let mut specials = Vec::new();
        if asked.unsure {
            specials.push(UNSURE);
        }
        if asked.decline {
            specials.push(DECLINED);
        }
        for value in asked.choices().iter().map(|c| c.key.as_str()).chain(specials) {
            let test = Test {
                question: asked.key.clone(),
                operator: Operator::Is,
                value: value.to_owned(),
            };
            add(value, conditions::value(cx, definition, &test));
        }
        if matches!(asked.kind, Kind::Scale { .. } | Kind::Number { .. }) {
            add(NUMBER, cx.t("participation-form-test-number"));
        }
        add(ANY, cx.t("participation-form-test-any"));
    }
    all
}
