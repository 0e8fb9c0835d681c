//! From answers on their way to a contribution ready to store: checked, cut to the path, parted into
//! main answers, background, contact and the free texts that become passages.

use super::answer::{Answer, Answers, accept, fits};
use super::definition::Definition;
use super::path::path;
use super::problem::Problem;

/// What is stored of one person's answers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Finished {
    pub answers: Answers,
    /// Answers to "Om dig"; never shown together with free texts.
    pub background: Answers,
    /// E-mail addresses left; they go to the contacts.
    pub emails: Vec<String>,
    /// Question key and text, in the order of the path.
    pub passages: Vec<(String, String)>,
}

/// How strictly an answer is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strictness {
    /// The person sits at the form: what is required must be answered.
    AtTheForm,
    /// On paper, by phone or from a file: what is missing can no longer be asked for, and a voice with a
    /// gap is still a voice. Only something must have been said.
    SecondHand,
}

/// Checks everything; the errors stand in the order of the path.
pub fn finish(
    definition: &Definition,
    answers: &Answers,
    strictness: Strictness,
) -> Result<Finished, Vec<(String, Problem)>> {
    let mut finished = Finished::default();
    let mut problems = Vec::new();
    for question in path(definition, answers).into_iter().filter(|q| q.asks()) {
        let answer = answers.given(&question.key);
        let checked = match (strictness, answer) {
            (Strictness::AtTheForm, answer) => accept(question, answer),
            (Strictness::SecondHand, Some(answer)) => fits(question, answer),
            (Strictness::SecondHand, None) => Ok(()),
        };
        if let Err(problem) = checked {
            problems.push((question.key.clone(), problem));
            continue;
        }
        let stored = match answer {
            Some(Answer::Email(email)) => {
                finished.emails.push(email.clone());
                Some(Answer::EmailLeft)
            }
            Some(Answer::Text(text)) => {
                finished.passages.push((question.key.clone(), text.clone()));
                answer.cloned()
            }
            other => other.cloned(),
        };
        let part = if question.is_background() {
            &mut finished.background
        } else {
            &mut finished.answers
        };
        part.put(&question.key, stored);
    }
    if problems.is_empty() && finished.answers.is_blank() && finished.background.is_blank() {
        problems.push((first_key(definition), Problem::new("participation-answer-all-blank")));
    }
    if problems.is_empty() {
        Ok(finished)
    } else {
        Err(problems)
    }
}

/// Main answers and background in one, as the form needs them when somebody changes an answer.
pub fn joined(answers: Answers, background: Answers) -> Answers {
    let mut joined = answers;
    joined.0.extend(background.0);
    joined
}

fn first_key(definition: &Definition) -> String {
    definition
        .in_order()
        .find(|q| q.asks())
        .map(|q| q.key.clone())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::samples;
    use proptest::prelude::*;

    fn some_answers() -> Answers {
        let mut answers = Answers::default();
        answers.put("fardsatt", Some(Answer::Choice("tag".into())));
        answers.put("varfor-buss", Some(Answer::Text("Gick bort med ändringen".into())));
        answers.put("namn-pa-torget", Some(Answer::Text("Kastanjetorget".into())));
        answers.put("mejl", Some(Answer::Email("namn@exempel.se".into())));
        answers.put("alder", Some(Answer::Choice("65".into())));
        answers
    }

    #[test]
    fn what_is_stored_is_cut_to_the_path_and_parted() {
        let finished = finish(&samples::every_kind(), &some_answers(), Strictness::AtTheForm).unwrap();
        assert!(!finished.answers.seen("varfor-buss"), "no longer on the path");
        assert!(
            finished.answers.seen("mest") && finished.answers.given("mest").is_none(),
            "seen, passed over"
        );
        assert_eq!(finished.background.given("alder"), Some(&Answer::Choice("65".into())));
        assert!(!finished.answers.seen("alder"));
        assert_eq!(finished.emails, ["namn@exempel.se"]);
        assert_eq!(finished.answers.given("mejl"), Some(&Answer::EmailLeft));
        assert_eq!(
            finished.passages,
            [("namn-pa-torget".to_owned(), "Kastanjetorget".to_owned())]
        );
    }

    #[test]
    fn a_gap_on_paper_is_taken_and_at_the_form_not() {
        let mut answers = Answers::default();
        answers.put("namn-pa-torget", Some(Answer::Text("Kastanjetorget".into())));
        assert!(finish(&samples::every_kind(), &answers, Strictness::SecondHand).is_ok());
        let problems = finish(&samples::every_kind(), &answers, Strictness::AtTheForm).unwrap_err();
        assert_eq!(problems[0].0, "fardsatt");
    }

    #[test]
    fn nothing_at_all_is_no_contribution() {
        let problems = finish(&samples::every_kind(), &Answers::default(), Strictness::SecondHand).unwrap_err();
        assert_eq!(problems[0].1.key, "participation-answer-all-blank");
    }

    proptest! {
        #[test]
        fn what_is_stored_holds_no_address_and_passes_again(answers in samples::any_answers()) {
            let definition = samples::every_kind();
            if let Ok(finished) = finish(&definition, &answers, Strictness::SecondHand) {
                let stored = joined(finished.answers.clone(), finished.background.clone());
                prop_assert!(!stored.to_json().contains('@') || answers.to_json().replace("namn@exempel.se", "").contains('@'));
                let again = finish(&definition, &stored, Strictness::SecondHand).unwrap();
                prop_assert_eq!(again.answers, finished.answers);
                prop_assert_eq!(again.background, finished.background);
            }
        }
    }
}
