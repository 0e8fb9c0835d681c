//! What can be read out of a Swedish text without understanding it: personal data that must not be
//! published by mistake, how heavy the text is to read, the stems that a search compares, which contributions say the same,
//! which themes they have, which words are a group's own, which language they are in, and the rows of a CSV file.
//!
//! Everything here is pure, and what reads one text runs in time linear in it. A finding is a hint to a person, never a
//! decision: moderation marks it, a moderator decides (design rule "a machine never removes a voice").
//!
//! To add a kind of personal data: a variant in [`personal_data::Kind`], a reader in its own file that takes
//! a position and answers where the finding ends, and its call in `personal_data::find`.

pub mod compounds;
pub mod duplicates;
pub mod embedding;
pub mod keyness;
pub mod language;
mod numbers;
pub mod personal_data;
pub mod plain_language;
pub mod stem;
pub mod stop_words;
pub mod table;
pub mod terms;
pub mod themes;
pub mod words;
