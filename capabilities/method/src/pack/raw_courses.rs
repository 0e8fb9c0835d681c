//! The files of courses exactly as written.

use super::placed::Placed;
use super::raw::{Key, Text};
use schemars::JsonSchema;
use serde::Deserialize;

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CourseFile {
    /// What the course is called.
    pub name: Text,
    /// What one learns.
    pub about: Text,
    /// Whom it is for.
    pub audience: Text,
    /// Counted up when what is asked changes; records name it.
    pub edition: Placed<i64>,
    /// How long it takes: the sum of its pages.
    pub minutes: Placed<u32>,
    /// The share of right answers that passes, in per cent.
    pub pass: Placed<u32>,
    /// How long a pass is valid.
    pub valid_months: Option<Placed<u32>>,
    /// The pages, in order.
    #[serde(default)]
    pub page: Vec<Page>,
    /// Where the facts come from; not shown to readers.
    #[serde(default)]
    pub source: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Page {
    /// The page's key: its text is sv/KEY.md.
    pub key: Key,
    /// The heading.
    pub name: Text,
    /// How long it takes.
    pub minutes: u32,
    /// A film or a recording.
    pub medium: Option<Placed<Medium>>,
    /// What is asked after it.
    #[serde(default)]
    pub question: Vec<Question>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Medium {
    /// What it is.
    #[schemars(extend("enum" = ["film", "audio"]))]
    pub kind: Key,
    /// Where it lies.
    pub address: Key,
    /// The captions' file, for what is heard.
    pub captions: Option<Key>,
    /// The file with all that is said and seen.
    pub transcript: Option<Key>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Question {
    /// The question's key.
    pub key: Key,
    /// The question.
    pub text: Text,
    /// Several answers are right.
    #[serde(default)]
    pub many: bool,
    /// The answers to choose from.
    #[serde(default)]
    pub choice: Vec<Choice>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Choice {
    /// The answer to choose.
    pub text: Text,
    /// It is right.
    #[serde(default)]
    pub right: bool,
    /// What is said about it afterwards.
    pub why: Option<Text>,
}
