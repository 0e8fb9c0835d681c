//! A survey: staff put the questions, one per page.

use texts::Texts;

use super::{ActivityKind, Way};
use crate::model::definition::Definition;

pub struct Survey;

impl ActivityKind for Survey {
    fn name(&self) -> &'static str {
        "survey"
    }
    fn label(&self) -> &'static str {
        "participation-kind-survey"
    }
    fn hint(&self) -> &'static str {
        "participation-kind-survey-hint"
    }
    fn blank(&self, _: &Texts) -> Definition {
        Definition::default()
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
    fn needs(&self, _: &str) -> bool {
        false
    }
}
