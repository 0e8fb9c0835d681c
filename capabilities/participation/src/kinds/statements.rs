//! Statements: people take a stance on one at a time, and may propose statements of their own.

use std::collections::BTreeSet;

use texts::Texts;

use super::{ActivityKind, Way, words};
use crate::model::check::Fault;
use crate::model::definition::{Choice, Definition, Kind, Question};
use crate::model::keys::fresh;
use crate::model::problem::Problem;
use crate::model::stance::{MAX_PROPOSAL, PROPOSAL, Stance, WRITTEN};

pub struct Statements;

/// How the result of such an activity is named among those computed apart.
pub const OPINIONS: &str = "opinions";

/// What staff may add: a statement, or the field in which residents propose theirs.
const STATEMENT: &str = "statement";
const PROPOSED: &str = "proposal";

impl ActivityKind for Statements {
    fn name(&self) -> &'static str {
        "statements"
    }
    fn label(&self) -> &'static str {
        "participation-kind-statements"
    }
    fn hint(&self) -> &'static str {
        "participation-kind-statements-hint"
    }
    fn blank(&self, texts: &Texts) -> Definition {
        Definition {
            questions: vec![proposal(texts)],
            ..Definition::default()
        }
    }
    fn way(&self) -> Way {
        Way::Stances
    }
    fn public_question(&self) -> Option<&'static str> {
        None
    }
    fn premoderates(&self) -> bool {
        true
    }
    fn needs(&self, _: &str) -> bool {
        false
    }
    fn is_plain(&self, _: &str) -> bool {
        true
    }
    fn offers(&self) -> &'static [&'static str] {
        &[STATEMENT, PROPOSED]
    }
    fn blank_question(&self, sort: &str, texts: &Texts, taken: &BTreeSet<String>) -> Option<Question> {
        match sort {
            STATEMENT => Some(statement(texts, taken)),
            PROPOSED => Some(proposal(texts)),
            _ => None,
        }
    }
    fn faults(&self, definition: &Definition) -> Vec<Fault> {
        let whole = |key| Fault {
            question: String::new(),
            problem: Problem::new(key),
        };
        let mut faults = Vec::new();
        if definition.statements().next().is_none() {
            faults.push(whole("participation-fault-no-statements"));
        }
        let mut said = BTreeSet::new();
        for question in definition.statements().filter(|q| !q.label.is_empty()) {
            if !said.insert(question.label.sv.trim().to_lowercase()) {
                faults.push(Fault {
                    question: question.key.clone(),
                    problem: Problem::new("participation-fault-statement-twice"),
                });
            }
        }
        faults
    }
    fn computed(&self) -> Option<&'static str> {
        Some(OPINIONS)
    }
}

fn statement(texts: &Texts, taken: &BTreeSet<String>) -> Question {
    let option = |stance: Stance| Choice {
        key: stance.key().to_owned(),
        label: words(texts, stance.label()),
    };
    let options = Stance::ALL.into_iter().map(option).collect();
    Question::blank(fresh("", WRITTEN, taken), Kind::Statement { options })
}

fn proposal(texts: &Texts) -> Question {
    let kind = Kind::ShortText {
        max_length: MAX_PROPOSAL,
    };
    let mut question = Question::blank(PROPOSAL, kind);
    question.label = words(texts, "participation-proposal-question");
    question.help = words(texts, "participation-proposal-help");
    question
}
