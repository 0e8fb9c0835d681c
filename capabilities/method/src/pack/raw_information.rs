//! The files of the information pages and of the guide exactly as written.

use super::raw::{Key, Text};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InformationFile {
    #[serde(default)]
    pub page: Vec<Page>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Page {
    pub key: Key,
    pub audience: Key,
    pub address: Key,
    pub name: Text,
    pub about: Text,
    #[serde(default)]
    pub source: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GuideFile {
    pub name: Text,
    pub about: Text,
    pub first: Key,
    #[serde(default)]
    pub source: String,
    #[serde(default)]
    pub question: Vec<Question>,
    #[serde(default)]
    pub outcome: Vec<Outcome>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Question {
    pub key: Key,
    pub text: Text,
    pub hint: Option<Text>,
    #[serde(default)]
    pub answer: Vec<Answer>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Answer {
    pub key: Key,
    pub text: Text,
    /// The question that follows, or …
    pub question: Option<Key>,
    /// … where it ends.
    pub outcome: Option<Key>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Outcome {
    pub key: Key,
    pub name: Text,
    pub reason: Text,
    pub next: Text,
    /// The level a dialogue is begun with; without it one does something else.
    pub level: Option<Key>,
    #[serde(default)]
    pub read: Vec<Key>,
}
