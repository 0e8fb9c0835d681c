//! Which questions a person meets, given the answers so far.
//!
//! Conditions look only backwards, so one pass in order decides everything. A question that is not on the
//! path counts as never seen: its answer, if one came along, is neither compared with nor kept.

use std::collections::BTreeMap;

use super::answer::{Answer, Answers, accept};
use super::definition::{Definition, Joined, Operator, Question, ShowIf, Test};

/// The questions and pages shown, in order.
pub fn path<'d>(definition: &'d Definition, answers: &Answers) -> Vec<&'d Question> {
    let mut shown = Vec::with_capacity(definition.questions.len());
    let mut met: BTreeMap<&str, Option<&Answer>> = BTreeMap::new();
    for question in definition.in_order() {
        if question.show_if.as_ref().is_none_or(|condition| holds(condition, &met)) {
            if question.asks() {
                met.insert(&question.key, answers.given(&question.key));
            }
            shown.push(question);
        }
    }
    shown
}

/// The first question on the path that the person has not passed, or whose answer no longer fits.
pub fn next<'d>(definition: &'d Definition, answers: &Answers) -> Option<&'d Question> {
    path(definition, answers)
        .into_iter()
        .find(|q| !answers.seen(&q.key) || accept(q, answers.given(&q.key)).is_err())
}

/// The question before this one on the path; none before the first.
pub fn before<'d>(definition: &'d Definition, answers: &Answers, key: &str) -> Option<&'d Question> {
    let path = path(definition, answers);
    let at = path.iter().position(|q| q.key == key)?;
    at.checked_sub(1).map(|i| path[i])
}

fn holds(condition: &ShowIf, met: &BTreeMap<&str, Option<&Answer>>) -> bool {
    let mut tests = condition.tests.iter().map(|test| is_met(test, met));
    match condition.joined {
        Joined::All => tests.all(|met| met),
        Joined::Any => tests.any(|met| met),
    }
}

/// A test on a question that was not shown is not met, except "has not answered".
fn is_met(test: &Test, met: &BTreeMap<&str, Option<&Answer>>) -> bool {
    let Some(answer) = met.get(test.question.as_str()) else {
        return test.operator == Operator::Unanswered;
    };
    let number = || answer.and_then(Answer::as_number);
    let bound = || test.value.replace(',', ".").parse::<f64>().ok();
    match test.operator {
        Operator::Is => answer.is_some_and(|a| same(a, &test.value)),
        Operator::IsNot => !answer.is_some_and(|a| same(a, &test.value)),
        Operator::AtLeast => number().zip(bound()).is_some_and(|(n, bound)| n >= bound),
        Operator::AtMost => number().zip(bound()).is_some_and(|(n, bound)| n <= bound),
        Operator::Answered => answer.is_some_and(is_substantive),
        Operator::Unanswered => !answer.is_some_and(is_substantive),
    }
}

fn same(answer: &Answer, value: &str) -> bool {
    if let (Some(n), Ok(wanted)) = (answer.as_number(), value.replace(',', ".").parse::<f64>()) {
        return n == wanted;
    }
    answer.values().iter().any(|v| v == value)
}

/// "Vet inte" and "Vill inte svara" are choices, but nobody has answered the question by them.
fn is_substantive(answer: &Answer) -> bool {
    !matches!(answer, Answer::Unsure | Answer::Declined)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::samples;
    use proptest::prelude::*;

    fn keys(definition: &Definition, answers: &Answers) -> Vec<String> {
        path(definition, answers).iter().map(|q| q.key.clone()).collect()
    }

    #[test]
    fn a_question_is_shown_when_its_condition_holds() {
        let definition = samples::every_kind();
        let mut answers = Answers::default();
        assert!(!keys(&definition, &answers).contains(&"varfor-buss".to_owned()));
        answers.put("fardsatt", Some(Answer::Choice("buss".into())));
        assert!(keys(&definition, &answers).contains(&"varfor-buss".to_owned()));
        answers.put("fardsatt", Some(Answer::Unsure));
        assert!(!keys(&definition, &answers).contains(&"varfor-buss".to_owned()));
    }

    #[test]
    fn an_answer_that_is_no_longer_on_the_path_opens_nothing() {
        let mut definition = samples::every_kind();
        let mut third = samples::question("tredje", definition.questions[4].kind.clone());
        third.show_if = Some(ShowIf {
            joined: Joined::All,
            tests: vec![Test {
                question: "varfor-buss".into(),
                operator: Operator::Answered,
                value: String::new(),
            }],
        });
        definition.questions.push(third);
        let mut answers = Answers::default();
        answers.put("fardsatt", Some(Answer::Choice("tag".into())));
        answers.put(
            "varfor-buss",
            Some(Answer::Text("Skrivet innan jag ändrade mig".into())),
        );
        assert!(!keys(&definition, &answers).contains(&"tredje".to_owned()));
    }

    #[test]
    fn operators_compare_as_their_names_say() {
        let met = |operator, value: &str, answer: Option<Answer>| {
            let test = Test {
                question: "f".into(),
                operator,
                value: value.into(),
            };
            is_met(&test, &BTreeMap::from([("f", answer.as_ref())]))
        };
        assert!(met(Operator::AtLeast, "3", Some(Answer::Scale(3))));
        assert!(!met(Operator::AtLeast, "3", Some(Answer::Unsure)));
        assert!(met(Operator::AtMost, "2,5", Some(Answer::Number(2.5))));
        assert!(met(Operator::IsNot, "a", None));
        assert!(met(
            Operator::Is,
            "b",
            Some(Answer::Choices(vec!["a".into(), "b".into()]))
        ));
        assert!(met(Operator::Unanswered, "", Some(Answer::Declined)));
        assert!(!is_met(
            &Test {
                question: "g".into(),
                operator: Operator::IsNot,
                value: "a".into()
            },
            &BTreeMap::new()
        ));
    }

    proptest! {
        #[test]
        fn the_path_keeps_the_order_and_depends_only_on_what_is_on_it(answers in samples::any_answers()) {
            let definition = samples::every_kind();
            let shown = keys(&definition, &answers);
            let order: Vec<String> = definition.in_order().map(|q| q.key.clone()).collect();
            let mut rest = order.iter();
            prop_assert!(shown.iter().all(|k| rest.any(|o| o == k)));
            let mut only_shown = answers.clone();
            only_shown.0.retain(|k, _| shown.contains(k));
            prop_assert_eq!(keys(&definition, &only_shown), shown);
        }
    }
}
