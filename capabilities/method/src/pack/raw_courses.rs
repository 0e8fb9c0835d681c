//! The files of courses exactly as written.

use super::raw::{Key, Text};
use serde::Deserialize;
use toml::Spanned;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CourseFile {
    pub name: Text,
    pub about: Text,
    pub audience: Text,
    pub edition: Spanned<i64>,
    pub minutes: Spanned<u32>,
    pub pass: Spanned<u32>,
    pub valid_months: Option<Spanned<u32>>,
    #[serde(default)]
    pub page: Vec<Page>,
    #[serde(default)]
    pub source: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Page {
    pub key: Key,
    pub name: Text,
    pub minutes: u32,
    pub medium: Option<Spanned<Medium>>,
    #[serde(default)]
    pub question: Vec<Question>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Medium {
    pub kind: Key,
    pub address: Key,
    pub captions: Option<Key>,
    pub transcript: Option<Key>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Question {
    pub key: Key,
    pub text: Text,
    #[serde(default)]
    pub many: bool,
    #[serde(default)]
    pub choice: Vec<Choice>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Choice {
    pub text: Text,
    #[serde(default)]
    pub right: bool,
    pub why: Option<Text>,
}
