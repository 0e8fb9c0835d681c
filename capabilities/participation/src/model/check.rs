//! Whether a definition can be published, with what to mend said per question.

use std::collections::BTreeSet;

use super::answer::MAX_TEXT;
use super::definition::{Choice, DECLINED, Definition, Kind, Operator, Question, ShowIf, Test, UNSURE};
use super::keys::is_key;
use super::problem::Problem;

/// More questions than this and the page "Kolla dina svar" is no longer read by anyone.
pub const MAX_QUESTIONS: usize = 60;
pub const MAX_CHOICES: usize = 60;
/// People see statements one at a time and stop when they like, so there may be more of them; nobody gets through these.
pub const MAX_STATEMENTS: usize = 300;
/// Longest statement, in characters: one thought that can be taken in at a glance.
pub const MAX_STATEMENT: usize = 200;
/// Longest label, help text or option, in characters.
pub const MAX_WORDING: usize = 2_000;

/// What is wrong, and with which question (empty: with the whole).
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    pub question: String,
    pub problem: Problem,
}

/// Everything that hinders publishing, in the order of the questions. Empty when the definition is sound.
pub fn faults(definition: &Definition) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut whole = |key| {
        faults.push(Fault {
            question: String::new(),
            problem: Problem::new(key),
        })
    };
    if !definition.questions.iter().any(|q| q.asks() && !q.is_background()) {
        whole("participation-fault-no-questions");
    }
    let statements = definition.statements().count();
    if definition.questions.len() - statements > MAX_QUESTIONS {
        whole("participation-fault-too-many-questions");
    }
    if statements > MAX_STATEMENTS {
        whole("participation-fault-too-many-statements");
    }
    let mut earlier: Vec<&Question> = Vec::new();
    for question in definition.in_order() {
        let mut add = |problem| {
            faults.push(Fault {
                question: question.key.clone(),
                problem,
            })
        };
        if !is_key(&question.key) || earlier.iter().any(|e| e.key == question.key) {
            add(Problem::new("participation-fault-key"));
        }
        question_faults(question, &mut add);
        if let Some(condition) = &question.show_if {
            condition_faults(condition, &earlier, &mut add);
        }
        earlier.push(question);
    }
    faults
}

/// What is wrong with one question by itself.
pub fn question_faults(question: &Question, add: &mut impl FnMut(Problem)) {
    if question.label.is_empty() {
        add(Problem::new("participation-fault-label"));
    }
    let is_long = |words: &String| words.chars().count() > MAX_STATEMENT;
    if matches!(question.kind, Kind::Statement { .. })
        && [&question.label.sv, &question.label.en].into_iter().any(is_long)
    {
        add(Problem::new("participation-fault-statement-long").with("max", MAX_STATEMENT));
    }
    let longest = [&question.label, &question.help]
        .into_iter()
        .flat_map(|w| [&w.sv, &w.en])
        .map(|s| s.chars().count())
        .max();
    if longest.is_some_and(|n| n > MAX_WORDING) {
        add(Problem::new("participation-fault-wording-long").with("max", MAX_WORDING));
    }
    if let Some(purpose) = &question.purpose {
        if purpose.is_empty() {
            add(Problem::new("participation-fault-purpose"));
        }
        if question.required {
            add(Problem::new("participation-fault-background-required"));
        }
    }
    kind_faults(&question.kind, add);
}

fn kind_faults(kind: &Kind, add: &mut impl FnMut(Problem)) {
    match kind {
        Kind::ShortText { max_length } | Kind::LongText { max_length } => {
            if !(1..=MAX_TEXT).contains(max_length) {
                add(Problem::new("participation-fault-max-length").with("max", MAX_TEXT));
            }
        }
        Kind::Single { options } | Kind::Ranking { options } => choice_faults(options, 2, add),
        Kind::Statement { options } => choice_faults(options, 3, add),
        Kind::Budget { options, terms } => {
            choice_faults(options, 2, add);
            terms.faults(options, add);
        }
        Kind::Multiple { options, min, max } => {
            choice_faults(options, 2, add);
            if *min > options.len() || *max > options.len() || (*max > 0 && min > max) {
                add(Problem::new("participation-fault-min-max-choices").with("options", options.len()));
            }
        }
        Kind::Scale { steps, low, high } => {
            if !(2..=11).contains(steps) {
                add(Problem::new("participation-fault-steps"));
            }
            if low.is_empty() || high.is_empty() {
                add(Problem::new("participation-fault-ends"));
            }
        }
        Kind::Number { min, max, decimals, .. } => {
            let crossed = min.zip(*max).is_some_and(|(min, max)| min > max);
            if crossed || [min, max].into_iter().flatten().any(|n| !n.is_finite()) || *decimals > 3 {
                add(Problem::new("participation-fault-min-max"));
            }
        }
        Kind::Date { earliest, latest } => {
            if earliest.zip(*latest).is_some_and(|(e, l)| e > l) {
                add(Problem::new("participation-fault-dates"));
            }
        }
        Kind::Place { areas } => choice_faults(areas, 0, add),
        Kind::Email | Kind::Information => {}
    }
}

fn choice_faults(choices: &[Choice], at_least: usize, add: &mut impl FnMut(Problem)) {
    if choices.len() < at_least {
        add(Problem::new("participation-fault-options"));
    }
    if choices.len() > MAX_CHOICES {
        add(Problem::new("participation-fault-too-many-options").with("max", MAX_CHOICES));
    }
    let keys: BTreeSet<&str> = choices.iter().map(|c| c.key.as_str()).collect();
    if keys.len() < choices.len() || choices.iter().any(|c| !is_key(&c.key) || c.label.is_empty()) {
        add(Problem::new("participation-fault-option-key"));
    }
    let labels: BTreeSet<String> = choices.iter().map(|c| c.label.sv.trim().to_lowercase()).collect();
    if labels.len() < choices.len() {
        add(Problem::new("participation-fault-option-twice"));
    }
}

fn condition_faults(condition: &ShowIf, earlier: &[&Question], add: &mut impl FnMut(Problem)) {
    if condition.tests.is_empty() {
        add(Problem::new("participation-fault-condition-empty"));
    }
    for test in &condition.tests {
        match earlier.iter().find(|q| q.key == test.question) {
            None => add(Problem::new("participation-fault-condition-earlier")),
            Some(asked) if !can_compare(asked, test) => {
                add(Problem::new("participation-fault-condition-value").with("question", asked.label.sv.as_str()));
            }
            Some(_) => {}
        }
    }
}

/// True when the value can be an answer to the question and the operator makes sense for its kind.
fn can_compare(asked: &Question, test: &Test) -> bool {
    let number = test.value.replace(',', ".").parse::<f64>().is_ok_and(f64::is_finite);
    match (test.operator, &asked.kind) {
        (_, Kind::Information) => false,
        (Operator::Answered | Operator::Unanswered, _) => true,
        (Operator::AtLeast | Operator::AtMost, Kind::Scale { .. } | Kind::Number { .. }) => number,
        (Operator::AtLeast | Operator::AtMost, _) => false,
        (Operator::Is | Operator::IsNot, _) if test.value == UNSURE => asked.unsure,
        (Operator::Is | Operator::IsNot, _) if test.value == DECLINED => asked.decline,
        (Operator::Is | Operator::IsNot, Kind::Scale { .. } | Kind::Number { .. }) => number,
        (Operator::Is | Operator::IsNot, _) => asked.choice(&test.value).is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::definition::{Joined, Wording};
    use crate::model::samples;

    fn keys(definition: &Definition) -> Vec<(String, &'static str)> {
        faults(definition)
            .into_iter()
            .map(|f| (f.question, f.problem.key))
            .collect()
    }

    fn with(key: &str, change: impl FnOnce(&mut Question)) -> Vec<&'static str> {
        let mut definition = samples::every_kind();
        change(definition.questions.iter_mut().find(|q| q.key == key).unwrap());
        keys(&definition)
            .into_iter()
            .map(|(question, problem)| {
                assert_eq!(question, key);
                problem
            })
            .collect()
    }

    #[test]
    fn the_sample_is_sound() {
        assert_eq!(keys(&samples::every_kind()), []);
    }

    #[test]
    fn an_empty_definition_asks_nothing() {
        assert_eq!(
            keys(&Definition::default()),
            [(String::new(), "participation-fault-no-questions")]
        );
    }

    #[test]
    fn each_fault_is_named_at_its_question() {
        assert_eq!(
            with("mest", |q| q.label = Wording::default()),
            ["participation-fault-label"]
        );
        assert_eq!(
            with("fardsatt", |q| q.kind = Kind::Single {
                options: samples::choices(&["buss"])
            }),
            ["participation-fault-options"]
        );
        assert_eq!(
            with("ordning", |q| q.kind = Kind::Ranking {
                options: samples::choices(&["x", "x"])
            }),
            ["participation-fault-option-key", "participation-fault-option-twice"]
        );
        assert_eq!(
            with("hur-trygg", |q| q.kind = Kind::Scale {
                steps: 1,
                low: "a".into_wording(),
                high: "b".into_wording()
            }),
            ["participation-fault-steps"]
        );
        assert_eq!(
            with("hur-manga", |q| q.kind = Kind::Number {
                min: Some(3.0),
                max: Some(2.0),
                decimals: 0,
                unit: Wording::default()
            }),
            ["participation-fault-min-max"]
        );
        assert_eq!(
            with("alder", |q| q.required = true),
            ["participation-fault-background-required"]
        );
        assert_eq!(
            with("alder", |q| q.purpose = Some(Wording::default())),
            ["participation-fault-purpose"]
        );
        assert_eq!(
            with("mest", |q| q.kind = Kind::Multiple {
                options: samples::choices(&["a", "b"]),
                min: 2,
                max: 1
            }),
            ["participation-fault-min-max-choices"]
        );
    }

    #[test]
    fn a_condition_looks_back_at_an_answer_that_can_be_given() {
        let test = |question: &str, operator, value: &str| {
            with("varfor-buss", |q| {
                let tests = vec![Test {
                    question: question.into(),
                    operator,
                    value: value.into(),
                }];
                q.show_if = Some(ShowIf {
                    joined: Joined::All,
                    tests,
                });
            })
        };
        assert_eq!(
            test("mest", Operator::Is, "a"),
            ["participation-fault-condition-earlier"]
        );
        assert_eq!(
            test("varfor-buss", Operator::Answered, ""),
            ["participation-fault-condition-earlier"]
        );
        assert_eq!(
            test("fardsatt", Operator::Is, "rymdskepp"),
            ["participation-fault-condition-value"]
        );
        assert_eq!(
            test("fardsatt", Operator::AtLeast, "3"),
            ["participation-fault-condition-value"]
        );
        assert_eq!(test("fardsatt", Operator::IsNot, UNSURE), [] as [&str; 0]);
        assert_eq!(
            test("fardsatt", Operator::Is, DECLINED),
            ["participation-fault-condition-value"],
            "not offered there"
        );
    }

    trait IntoWording {
        fn into_wording(self) -> Wording;
    }
    impl IntoWording for &str {
        fn into_wording(self) -> Wording {
            Wording::new(self, "")
        }
    }
}
