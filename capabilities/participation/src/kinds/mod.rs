//! Kinds of activity behind one trait.
//!
//! To add a kind: a module with a unit struct that implements [`ActivityKind`], its line in [`KINDS`], and the
//! texts `participation-kind-{name}` and `participation-kind-{name}-hint`. Store, acts, moderation, results and
//! exports need nothing new: what people say is answers to questions in every kind.

mod budget;
mod comment;
mod statements;
mod survey;

use std::collections::BTreeSet;

use texts::{Lang, Texts};

use crate::model::check::Fault;
use crate::model::definition::{Definition, Kind, Question, Wording};
use crate::model::keys::fresh;

/// How residents go through an activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// One question per page, a page to check, then everything is sent at once.
    OneByOne,
    /// All questions on one page with the send button.
    OnePage,
    /// One statement at a time; every stance is stored when it is taken.
    Stances,
}

/// What tells one way of taking part from another.
pub trait ActivityKind: Sync {
    /// The word in the database and in forms.
    fn name(&self) -> &'static str;
    /// The text key of its name for staff.
    fn label(&self) -> &'static str;
    /// The text key of one sentence on when to choose it.
    fn hint(&self) -> &'static str;
    /// The first draft. Its words come from the texts, so that both languages have them.
    fn blank(&self, texts: &Texts) -> Definition;
    fn way(&self) -> Way;
    /// The question whose answers everybody may read once they are published.
    fn public_question(&self) -> Option<&'static str>;
    /// Whether free texts wait for a person unless staff decide otherwise.
    fn premoderates(&self) -> bool;
    /// True for a question that belongs to the kind: it can be worded but not removed or made another.
    fn needs(&self, question: &str) -> bool;
    /// True for a question of which staff write the words only: how it is answered belongs to the kind.
    fn is_plain(&self, _: &str) -> bool {
        false
    }
    /// The sorts of question that staff may add.
    fn offers(&self) -> &'static [&'static str] {
        &Kind::NAMES
    }
    /// A new question of a sort that is offered; `taken` are keys in use. `None` when it cannot be added.
    fn blank_question(&self, sort: &str, _: &Texts, taken: &BTreeSet<String>) -> Option<Question> {
        Some(Question::blank(fresh("", "fraga", taken), Kind::blank(sort)?))
    }
    /// What hinders publishing beside what hinders any definition.
    fn faults(&self, _: &Definition) -> Vec<Fault> {
        Vec::new()
    }
    /// The result that is computed apart from requests whenever an answer comes, as `background` names it.
    fn computed(&self) -> Option<&'static str> {
        None
    }
}

/// The words of a key in both languages.
fn words(texts: &Texts, key: &str) -> Wording {
    Wording::new(texts.get(Lang::Sv, key), texts.get(Lang::En, key))
}

pub use budget::{BALLOT, COUNT};
pub use statements::OPINIONS;

/// All kinds, in the order in which they are offered.
pub const KINDS: [&dyn ActivityKind; 4] = [
    &survey::Survey,
    &comment::Comment,
    &statements::Statements,
    &budget::Budget,
];

/// The kind with that name. A name that no kind has is treated as a survey, which shows least.
pub fn kind(name: &str) -> &'static dyn ActivityKind {
    KINDS.into_iter().find(|k| k.name() == name).unwrap_or(&survey::Survey)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_found_by_its_name() {
        for one in KINDS {
            assert_eq!(kind(one.name()).name(), one.name());
        }
    }

    #[test]
    fn every_question_offered_can_be_added() {
        let texts = Texts::load(&[crate::TEXTS]).unwrap();
        for one in KINDS {
            for sort in one.offers() {
                let question = one.blank_question(sort, &texts, &BTreeSet::new()).unwrap();
                assert!(question.choices().iter().all(|choice| !choice.label.is_empty()));
            }
            assert!(one.blank_question("okand", &texts, &BTreeSet::new()).is_none());
        }
    }

    #[test]
    fn what_everybody_may_read_is_asked_for() {
        let texts = Texts::load(&[crate::TEXTS]).unwrap();
        for one in KINDS {
            let definition = one.blank(&texts);
            assert!(
                one.public_question()
                    .is_none_or(|key| definition.question(key).is_some_and(|q| q.is_free_text()))
            );
            let is_worded = |q: &Question| !q.label.is_empty() || matches!(q.kind, Kind::Statement { .. });
            assert!(definition.questions.iter().all(is_worded));
        }
    }
}
