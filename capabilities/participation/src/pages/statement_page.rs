//! The page of one statement, as residents and the preview see it.

use askama::Template;
use jiff::civil::Date;
use opinion::NextStatement;
use opinion::routing::priority;
use web::{Cx, Errors, Reply};

use crate::acts::InUse;
use crate::dialogue::Dialogue;
use crate::model::answer::{Answer, Answers};
use crate::model::definition::{Definition, Kind, Question};
use crate::model::stance::{PROPOSAL, Stance, taken};

#[derive(Template)]
#[template(path = "participation/statement.html")]
pub(crate) struct StatementPage {
    cx: Cx,
    errors: Errors,
    place: Place,
    /// Words before the first statement; empty for somebody who goes on.
    pub lead: String,
    pub intro: String,
    shown: Option<Shown>,
    /// "Du har tagit ställning till 6 av 34."
    progress: String,
    done: usize,
    all: usize,
    /// What was stored just now.
    saved: Option<Taken>,
    /// A proposal was stored just now.
    proposed: bool,
    taken: Vec<Taken>,
    pub proposing: Proposing,
}

/// Where the page stands.
#[derive(Clone)]
pub(crate) struct Place {
    pub dialogue: Dialogue,
    pub title: String,
    /// Where a stance is posted, without language.
    pub action: String,
    /// The receipt code; empty before the first stance.
    pub code: String,
    pub closes: Option<Date>,
    /// Where a preview is left for; empty when this is none.
    pub leave: String,
}

/// The statement on the page.
struct Shown {
    key: String,
    words: String,
    foreign: bool,
    /// What the person thought of it before.
    before: String,
    /// Value and words of each button.
    stances: Vec<(String, String)>,
}

/// A stance that was taken.
struct Taken {
    key: String,
    words: String,
    foreign: bool,
    stance: String,
}

/// A statement of one's own.
pub(crate) enum Proposing {
    /// Residents may not here.
    No,
    /// The longest that fits, and what was typed.
    May { max: usize, typed: String },
    /// What was proposed and what has become of it.
    Done { words: String, state: String },
}

impl StatementPage {
    /// The page with the statement of that key, or without one when there is none left.
    pub fn new(cx: Cx, errors: Errors, place: Place, used: &InUse, answers: &Answers, key: Option<&str>) -> Self {
        let statements: Vec<&Question> = used.definition.statements().collect();
        let taken: Vec<Taken> = statements
            .iter()
            .filter_map(|question| Taken::of(&cx, question, answers))
            .collect();
        let (done, all) = (taken.len(), statements.len());
        let shown = statements
            .iter()
            .find(|question| Some(question.key.as_str()) == key)
            .map(|question| Shown::of(&cx, question, answers));
        StatementPage {
            progress: cx.t2(
                "participation-statement-progress",
                ("done", &done.to_string()),
                ("all", &all.to_string()),
            ),
            proposing: Proposing::of(&used.definition, answers),
            cx,
            errors,
            place,
            lead: String::new(),
            intro: String::new(),
            shown,
            done,
            all,
            saved: None,
            proposed: false,
            taken,
        }
    }

    /// Acknowledges what was stored just now: a stance, or a proposal.
    pub fn acknowledge(&mut self, statement: &str) {
        let at = self.taken.iter().position(|one| one.key == statement);
        self.saved = at.map(|at| self.taken.remove(at));
        self.proposed = statement == PROPOSAL && matches!(self.proposing, Proposing::Done { .. });
    }

    /// The whole reply.
    pub fn reply(self) -> Reply {
        if self.errors.is_empty() {
            web::page(&self)
        } else {
            web::invalid(&self)
        }
    }
}

impl Shown {
    fn of(cx: &Cx, question: &Question, answers: &Answers) -> Shown {
        let lang = cx.lang.code();
        let stances = Stance::ALL.into_iter();
        Shown {
            key: question.key.clone(),
            words: question.label.said(lang).to_owned(),
            foreign: !question.label.is_in(lang),
            before: taken(answers, &question.key)
                .map(|stance| cx.t(stance.label()))
                .unwrap_or_default(),
            stances: stances
                .map(|stance| (stance.key().to_owned(), cx.t(stance.label())))
                .collect(),
        }
    }
}

impl Taken {
    fn of(cx: &Cx, question: &Question, answers: &Answers) -> Option<Taken> {
        let lang = cx.lang.code();
        Some(Taken {
            key: question.key.clone(),
            words: question.label.said(lang).to_owned(),
            foreign: !question.label.is_in(lang),
            stance: cx.t(taken(answers, &question.key)?.label()),
        })
    }
}

impl Proposing {
    fn of(definition: &Definition, answers: &Answers) -> Proposing {
        match (definition.question(PROPOSAL).map(|q| &q.kind), answers.given(PROPOSAL)) {
            (_, Some(Answer::Text(words))) => Proposing::Done {
                words: words.clone(),
                state: String::new(),
            },
            (Some(Kind::ShortText { max_length } | Kind::LongText { max_length }), _) => Proposing::May {
                max: *max_length,
                typed: String::new(),
            },
            _ => Proposing::No,
        }
    }
}

/// The statement to show: one that has no stance yet, drawn in proportion to its priority; what was not counted yet weighs as what
/// nobody has seen. `None` when there is none left.
pub(crate) fn draw(
    definition: &Definition,
    answers: &Answers,
    priorities: &[(String, f64)],
    chance: u64,
) -> Option<String> {
    let statements: Vec<&Question> = definition.statements().collect();
    let weight = |key: &str| {
        let known = priorities.iter().find(|(statement, _)| statement == key);
        known.map_or_else(|| priority(opinion::Count::default(), 0.0), |(_, weight)| *weight)
    };
    // A statement that everybody passes on has no weight; such ones come last, but they come.
    let weights = (0_u64..).zip(&statements).map(|(at, q)| (at, weight(&q.key).max(1e-9)));
    let seen: Vec<u64> = (0_u64..)
        .zip(&statements)
        .filter(|(_, q)| taken(answers, &q.key).is_some())
        .map(|(at, _)| at)
        .collect();
    // 53 bits are what a fraction holds.
    let chance = (chance >> 11) as f64 / (1_u64 << 53) as f64;
    let drawn = NextStatement::new(weights).draw(&seen, chance)?;
    Some(statements.get(usize::try_from(drawn).ok()?)?.key.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::samples::choices;
    use proptest::prelude::*;

    fn definition(n: usize) -> Definition {
        let kind = Kind::Statement {
            options: choices(&["haller-med", "haller-inte-med", "vet-inte"]),
        };
        let question = |at: usize| Question::blank(format!("p{at}"), kind.clone());
        Definition {
            questions: (0..n).map(question).collect(),
            ..Definition::default()
        }
    }

    proptest! {
        #[test]
        fn everybody_meets_every_statement_once_whatever_the_weights(
            weights in prop::collection::vec(prop_oneof![Just(0.0), Just(f64::NAN), 0.0..1e6f64], 0..12),
            chances in prop::collection::vec(any::<u64>(), 12),
        ) {
            let definition = definition(12);
            let priorities: Vec<(String, f64)> =
                weights.iter().enumerate().map(|(at, weight)| (format!("p{at}"), *weight)).collect();
            let mut answers = Answers::default();
            for chance in chances {
                let key = draw(&definition, &answers, &priorities, chance).unwrap();
                prop_assert!(taken(&answers, &key).is_none());
                answers.put(&key, Some(Stance::Pass.answer()));
            }
            prop_assert_eq!(draw(&definition, &answers, &priorities, 0), None);
        }
    }
}
