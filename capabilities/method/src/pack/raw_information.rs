//! The files of the information pages and of the guide exactly as written.

use super::raw::{Key, Text};
use super::{Audience, codes};
use schemars::JsonSchema;
use serde::Deserialize;

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct InformationFile {
    /// The information pages.
    #[serde(default)]
    pub page: Vec<Page>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Page {
    /// The page's key: its text is information/AUDIENCE/LANGUAGE/KEY.md.
    pub key: Key,
    /// Who reads it.
    #[schemars(extend("enum" = codes(&Audience::ALL, Audience::code)))]
    pub audience: Key,
    /// Where it lies on the site.
    pub address: Key,
    /// The heading.
    pub name: Text,
    /// What it is about, in one sentence.
    pub about: Text,
    /// Where the facts come from; not shown to readers.
    #[serde(default)]
    pub source: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct GuideFile {
    /// What the guide is called.
    pub name: Text,
    /// What it helps with.
    pub about: Text,
    /// The first question.
    pub first: Key,
    /// Where it comes from; not shown to readers.
    #[serde(default)]
    pub source: String,
    /// The questions.
    #[serde(default)]
    pub question: Vec<Question>,
    /// Where it can end.
    #[serde(default)]
    pub outcome: Vec<Outcome>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Question {
    /// The question's key.
    pub key: Key,
    /// The question.
    pub text: Text,
    /// What helps one to answer.
    pub hint: Option<Text>,
    /// The answers.
    #[serde(default)]
    pub answer: Vec<Answer>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Answer {
    /// The answer's key.
    pub key: Key,
    /// The answer as it is read.
    pub text: Text,
    /// The question that follows, or …
    pub question: Option<Key>,
    /// … where it ends.
    pub outcome: Option<Key>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Outcome {
    /// The outcome's key.
    pub key: Key,
    /// The advice in a few words.
    pub name: Text,
    /// Why.
    pub reason: Text,
    /// What to do next.
    pub next: Text,
    /// The level a dialogue is begun with; without it one does something else.
    pub level: Option<Key>,
    /// Links to read on.
    #[serde(default)]
    pub read: Vec<Key>,
}
