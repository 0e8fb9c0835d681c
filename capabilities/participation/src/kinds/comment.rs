//! An open comment: one field to write in, and what others have written below it.

use texts::Texts;

use super::{ActivityKind, Way, words};
use crate::model::definition::{Definition, Kind, Question, Wording};

pub struct Comment;

/// The question that is the comment itself.
const TEXT: &str = "text";
/// Longest comment, in characters: some pages of writing.
const MAX_LENGTH: usize = 10_000;

impl ActivityKind for Comment {
    fn name(&self) -> &'static str {
        "comment"
    }
    fn label(&self) -> &'static str {
        "participation-kind-comment"
    }
    fn hint(&self) -> &'static str {
        "participation-kind-comment-hint"
    }
    fn blank(&self, texts: &Texts) -> Definition {
        let mut question = Question::blank(TEXT, Kind::LongText { max_length: MAX_LENGTH });
        question.label = words(texts, "participation-comment-question");
        question.help = words(texts, "participation-comment-help");
        question.required = true;
        Definition {
            intro: Wording::default(),
            questions: vec![question],
        }
    }
    fn way(&self) -> Way {
        Way::OnePage
    }
    fn public_question(&self) -> Option<&'static str> {
        Some(TEXT)
    }
    fn premoderates(&self) -> bool {
        true
    }
    fn needs(&self, question: &str) -> bool {
        question == TEXT
    }
}
