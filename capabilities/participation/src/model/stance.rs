//! Stances on statements: their words in answers, which statements a person meets, and in what order.
//!
//! A stance is the answer to a question of its own, so a receipt, a correction, an export and a report know what to do with it.
//! Statements that residents propose are passages: when moderation has published one, it is asked as a question whose key is made
//! from the passage, and it is asked no longer when the passage is hidden or withdrawn.

use super::answer::{Answer, Answers};
use super::definition::{Choice, Definition, Kind, Question, Wording};

/// What somebody thinks of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stance {
    Agree,
    Disagree,
    /// "Vet inte": the person has seen it and goes on.
    Pass,
}

/// The question in which a resident proposes a statement. Where it is asked, residents may.
pub const PROPOSAL: &str = "forslag";
/// Longest statement that a resident proposes, in characters.
pub const MAX_PROPOSAL: usize = 140;
/// How the key of a proposed statement begins; the passage follows.
const PROPOSED: &str = "forslag-";
/// How the key of a statement begins that staff have written; 1 has no number.
pub const WRITTEN: &str = "pastaende";
/// Numbers of proposed statements begin after this, so that those of written ones never meet them.
const FIRST_PROPOSED: u64 = 10_000;

impl Stance {
    pub const ALL: [Stance; 3] = [Stance::Agree, Stance::Disagree, Stance::Pass];

    /// The word in answers and forms.
    pub fn key(self) -> &'static str {
        match self {
            Stance::Agree => "haller-med",
            Stance::Disagree => "haller-inte-med",
            Stance::Pass => "vet-inte",
        }
    }

    pub fn named(key: &str) -> Option<Stance> {
        Stance::ALL.into_iter().find(|stance| stance.key() == key)
    }

    /// The text key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Stance::Agree => "participation-stance-agree",
            Stance::Disagree => "participation-stance-disagree",
            Stance::Pass => "participation-stance-pass",
        }
    }

    /// As exports of the field write it: 1, −1 and 0.
    pub fn value(self) -> i64 {
        match self {
            Stance::Agree => 1,
            Stance::Disagree => -1,
            Stance::Pass => 0,
        }
    }

    /// The answer that stands for it.
    pub fn answer(self) -> Answer {
        Answer::Choice(self.key().to_owned())
    }
}

/// The stance somebody took on a statement, if any.
pub fn taken(answers: &Answers, statement: &str) -> Option<Stance> {
    match answers.given(statement) {
        Some(Answer::Choice(key)) => Stance::named(key),
        _ => None,
    }
}

/// The key under which a proposed statement is asked; `passage` is the id of its passage.
pub fn proposed_key(passage: &str) -> String {
    format!("{PROPOSED}{}", passage.replace('-', ""))
}

/// Adds what residents have proposed, as published, to the statements of a definition: pairs of passage and words. Nothing is added
/// to a definition without statements.
pub fn with_proposals(definition: &mut Definition, proposals: &[(String, String)]) {
    let Some(Kind::Statement { options }) = definition.statements().next().map(|first| first.kind.clone()) else {
        return;
    };
    let options: Vec<Choice> = options;
    for (passage, words) in proposals {
        let kind = Kind::Statement {
            options: options.clone(),
        };
        let mut question = Question::blank(proposed_key(passage), kind);
        question.label = Wording::new(words.clone(), "");
        definition.questions.push(question);
    }
}

/// The number of a statement that staff have written, from its key: 1, 2, 3 …, the same in every version.
pub fn written_number(key: &str) -> Option<u64> {
    let rest = key.strip_prefix(WRITTEN)?;
    match rest.strip_prefix('-') {
        Some(number) => number.parse().ok().filter(|n| (2..=FIRST_PROPOSED).contains(n)),
        None => rest.is_empty().then_some(1),
    }
}

/// The number of the proposal at a place (from 0) among all that ever came to the activity.
pub fn proposed_number(place: usize) -> u64 {
    FIRST_PROPOSED + 1 + place as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::keys::is_key;

    #[test]
    fn keys_and_numbers_hold_together() {
        assert_eq!(written_number("pastaende"), Some(1));
        assert_eq!(written_number("pastaende-12"), Some(12));
        for other in ["pastaende-1", "pastaende-x", "pastaende-99999", "fraga", "forslag-1"] {
            assert_eq!(written_number(other), None, "{other}");
        }
        assert!(is_key(&proposed_key("01990000-0000-7000-8000-000000000007")));
        assert!(proposed_number(0) > 10_000);
    }

    #[test]
    fn a_proposal_is_asked_like_the_others_and_not_where_nothing_is() {
        let options = super::super::samples::choices(&["haller-med", "haller-inte-med", "vet-inte"]);
        let mut definition = Definition {
            questions: vec![Question::blank(WRITTEN, Kind::Statement { options })],
            ..Definition::default()
        };
        let proposals = [(
            "01990000-0000-7000-8000-000000000007".to_owned(),
            "Mer skugga".to_owned(),
        )];
        with_proposals(&mut definition, &proposals);
        assert_eq!(definition.statements().count(), 2);
        assert_eq!(definition.questions[1].choices().len(), 3);
        let mut survey = Definition::default();
        with_proposals(&mut survey, &proposals);
        assert!(survey.questions.is_empty());
    }

    #[test]
    fn a_stance_is_read_from_answers_and_nothing_else_is_one() {
        let mut answers = Answers::default();
        answers.put("pastaende", Some(Stance::Disagree.answer()));
        answers.put("annat", Some(Answer::Choice("buss".into())));
        assert_eq!(taken(&answers, "pastaende"), Some(Stance::Disagree));
        assert_eq!((taken(&answers, "annat"), taken(&answers, "okand")), (None, None));
    }
}
