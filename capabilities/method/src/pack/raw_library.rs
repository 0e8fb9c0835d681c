//! The files of handbook, glossary, principles and methods exactly as written.

use super::raw::{Key, Text};
use serde::Deserialize;
use toml::Spanned;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HandbookFile {
    #[serde(default)]
    pub part: Vec<Part>,
    #[serde(default)]
    pub chapter: Vec<Chapter>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Part {
    pub key: Key,
    pub name: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Chapter {
    pub key: Key,
    pub name: Text,
    pub about: Text,
    pub part: Key,
    #[serde(default)]
    pub tasks: Vec<Key>,
    #[serde(default)]
    pub templates: Vec<Key>,
    #[serde(default)]
    pub methods: Vec<Key>,
    #[serde(default)]
    pub source: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GlossaryFile {
    #[serde(default)]
    pub term: Vec<Term>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Term {
    pub key: Key,
    pub name: Text,
    #[serde(default)]
    pub also: Vec<String>,
    pub meaning: Text,
    #[serde(default)]
    pub see: Vec<Key>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PrinciplesFile {
    #[serde(default)]
    pub principle: Vec<Principle>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Principle {
    pub key: Key,
    pub name: Text,
    pub meaning: Text,
    pub check: Text,
    pub yes: Text,
    #[serde(default)]
    pub source: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MethodFile {
    pub name: Text,
    pub about: Text,
    pub levels: Vec<Key>,
    pub purposes: Vec<Key>,
    pub reach: Key,
    pub form: Vec<Key>,
    pub group: Spanned<Span>,
    pub weeks: Spanned<Span>,
    pub hours: Spanned<Span>,
    pub cost: Spanned<u8>,
    pub conflict: Key,
    #[serde(default)]
    pub reaches: Vec<Key>,
    #[serde(default)]
    pub misses: Vec<Key>,
    #[serde(default)]
    pub random: bool,
    pub activity: Key,
    #[serde(default)]
    pub checklist: Vec<MethodItem>,
    #[serde(default)]
    pub source: String,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Span {
    pub min: u32,
    pub max: Option<u32>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MethodItem {
    pub key: Key,
    pub phase: Key,
    pub text: Text,
}
