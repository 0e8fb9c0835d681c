//! The answers so far, carried from page to page in a hidden field of the form itself.
//!
//! Nothing is stored on the server before the person sends: a database entry is an allmän handling at the
//! moment it is saved (TF 2 kap. 9 §), also a draft. No cookie is needed either. What comes back is
//! anybody's text, so it is read as strictly as any form.

use serde::{Deserialize, Serialize};

use super::answer::{Answers, fits};
use super::definition::Definition;

/// Longest hidden field taken, in bytes: below what web takes in one field.
pub const MAX_CARRIED: usize = 190_000;

/// Answers on their way, and the version of the activity they answer.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Carried {
    #[serde(rename = "v")]
    pub version: i64,
    #[serde(rename = "a")]
    pub answers: Answers,
}

impl Carried {
    /// Reads the field. `None` when it is too long or not ours; then the person has to begin anew.
    pub fn read(field: &str) -> Option<Self> {
        if field.len() > MAX_CARRIED {
            return None;
        }
        serde_json::from_str(field).ok()
    }

    /// Keeps what answers a question of this definition and fits it; the rest is asked again.
    pub fn checked(mut self, definition: &Definition) -> Self {
        self.answers.0.retain(|key, answer| {
            definition
                .question(key)
                .is_some_and(|q| answer.as_ref().is_none_or(|a| fits(q, a).is_ok()))
        });
        self
    }

    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::answer::Answer;
    use crate::model::samples;
    use proptest::prelude::*;

    #[test]
    fn what_does_not_fit_is_asked_again() {
        let field = r#"{"v":2,"a":{"fardsatt":{"choice":"rymdskepp"},"mest":{"choices":["a"]},"okand":{"text":"x"},"var":null}}"#;
        let carried = Carried::read(field).unwrap().checked(&samples::every_kind());
        assert_eq!(carried.version, 2);
        assert_eq!(carried.answers.0.keys().collect::<Vec<_>>(), ["mest", "var"]);
        assert_eq!(carried.answers.given("mest"), Some(&Answer::Choices(vec!["a".into()])));
    }

    #[test]
    fn a_field_that_is_not_ours_is_refused() {
        assert_eq!(Carried::read("{"), None);
        assert_eq!(
            Carried::read(&format!("{{\"v\":1,\"a\":{{}}}}{}", " ".repeat(MAX_CARRIED))),
            None
        );
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(answers in samples::any_answers(), version in 0i64..50) {
            let carried = Carried { version, answers }.checked(&samples::every_kind());
            prop_assert_eq!(Carried::read(&carried.write()).unwrap().checked(&samples::every_kind()), carried);
        }

        #[test]
        fn any_text_is_read_or_refused(field in ".{0,200}") {
            let _ = Carried::read(&field).map(|c| c.checked(&samples::every_kind()));
        }
    }
}
