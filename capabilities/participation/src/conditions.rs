//! Show-if conditions in words: "Visas om svaret på fråga 2 är Buss".

use std::collections::BTreeMap;

use web::Cx;

use crate::model::definition::{DECLINED, Definition, Joined, Operator, Question, Test, UNSURE};

/// When a question is shown, in words; empty when always. `numbers` are the questions' numbers on the page.
pub fn in_words(cx: &Cx, definition: &Definition, question: &Question, numbers: &BTreeMap<&str, usize>) -> String {
    let Some(condition) = &question.show_if else {
        return String::new();
    };
    let joint = match condition.joined {
        Joined::All => cx.t("participation-condition-and"),
        Joined::Any => cx.t("participation-condition-or"),
    };
    let tests: Vec<String> = condition
        .tests
        .iter()
        .map(|test| test_in_words(cx, definition, test, numbers))
        .collect();
    cx.t1("participation-condition", "tests", tests.join(&format!(" {joint} ")))
}

fn test_in_words(cx: &Cx, definition: &Definition, test: &Test, numbers: &BTreeMap<&str, usize>) -> String {
    let number = numbers
        .get(test.question.as_str())
        .map(ToString::to_string)
        .unwrap_or_default();
    let key = match test.operator {
        Operator::Is => "participation-condition-is",
        Operator::IsNot => "participation-condition-is-not",
        Operator::AtLeast => "participation-condition-at-least",
        Operator::AtMost => "participation-condition-at-most",
        Operator::Answered => "participation-condition-answered",
        Operator::Unanswered => "participation-condition-unanswered",
    };
    cx.t2(key, ("question", &number), ("value", &value(cx, definition, test)))
}

/// The value as people read it.
pub fn value(cx: &Cx, definition: &Definition, test: &Test) -> String {
    match test.value.as_str() {
        UNSURE => cx.t("participation-unsure"),
        DECLINED => cx.t("participation-declined"),
        value => definition
            .question(&test.question)
            .and_then(|q| q.choice(value))
            .map_or_else(|| value.to_owned(), |c| c.label.said(cx.lang.code()).to_owned()),
    }
}
