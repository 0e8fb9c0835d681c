//! A vote over money: people choose among projects, and a rule that is told before decides what the money pays for.

use texts::Texts;

use super::{ActivityKind, Way, words};
use crate::model::ballot::Terms;
use crate::model::check::Fault;
use crate::model::definition::{Definition, Kind, Question};
use crate::model::problem::Problem;

pub struct Budget;

/// How the result of such an activity is named among those computed apart.
pub const COUNT: &str = "budget-count";
/// The question that is the ballot.
pub const BALLOT: &str = "rost";

impl ActivityKind for Budget {
    fn name(&self) -> &'static str {
        "budget"
    }
    fn label(&self) -> &'static str {
        "participation-kind-budget"
    }
    fn hint(&self) -> &'static str {
        "participation-kind-budget-hint"
    }
    fn blank(&self, texts: &Texts) -> Definition {
        let kind = Kind::Budget {
            options: Vec::new(),
            terms: Terms::default(),
        };
        let mut question = Question::blank(BALLOT, kind);
        question.label = words(texts, "participation-budget-question");
        question.required = true;
        Definition {
            questions: vec![question],
            ..Definition::default()
        }
    }
    fn way(&self) -> Way {
        Way::OneByOne
    }
    fn public_question(&self) -> Option<&'static str> {
        None
    }
    fn premoderates(&self) -> bool {
        false
    }
    fn needs(&self, question: &str) -> bool {
        question == BALLOT
    }
    fn is_plain(&self, question: &str) -> bool {
        question == BALLOT
    }
    fn faults(&self, definition: &Definition) -> Vec<Fault> {
        // The ballot is there from the beginning; a definition without it was not made by the builder.
        let is_ballot = |q: &Question| q.key == BALLOT && q.required && matches!(q.kind, Kind::Budget { .. });
        if definition.questions.iter().any(is_ballot) {
            return Vec::new();
        }
        vec![Fault {
            question: BALLOT.to_owned(),
            problem: Problem::new("participation-fault-no-ballot"),
        }]
    }
    fn computed(&self) -> Option<&'static str> {
        Some(COUNT)
    }
}
