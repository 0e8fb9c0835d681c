//! Kinds of activity behind one trait.
//!
//! To add a kind: a module with a unit struct that implements [`ActivityKind`], its line in [`KINDS`], and the
//! texts `participation-kind-{name}` and `participation-kind-{name}-hint`. Store, acts, moderation, results and
//! exports need nothing new: what people say is answers to questions in every kind.

mod comment;
mod survey;

use texts::Texts;

use crate::model::definition::Definition;

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
    /// All questions on one page with the send button, instead of one by one with a page to check.
    fn is_one_page(&self) -> bool;
    /// The question whose answers everybody may read once they are published.
    fn public_question(&self) -> Option<&'static str>;
    /// Whether free texts wait for a person unless staff decide otherwise.
    fn premoderates(&self) -> bool;
    /// True for a question that belongs to the kind: it can be worded but not removed or made another.
    fn needs(&self, question: &str) -> bool;
}

/// All kinds, in the order in which they are offered.
pub const KINDS: [&dyn ActivityKind; 2] = [&survey::Survey, &comment::Comment];

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
    fn what_everybody_may_read_is_asked_for() {
        let texts = Texts::load(&[crate::TEXTS]).unwrap();
        for one in KINDS {
            let definition = one.blank(&texts);
            assert!(
                one.public_question()
                    .is_none_or(|key| definition.question(key).is_some_and(|q| q.is_free_text()))
            );
            assert!(definition.questions.iter().all(|q| !q.label.is_empty()));
        }
    }
}
