//! What can be read out of a Swedish text without understanding it: personal data that must not be
//! published by mistake, how heavy the text is to read, the stems that a search compares, and
//! the rows of a CSV file.
//!
//! Everything here is pure and runs in time linear in the text. A finding is a hint to a person, never a
//! decision: moderation marks it, a moderator decides (design rule "a machine never removes a voice").
//!
//! To add a kind of personal data: a variant in [`personal_data::Kind`], a reader in its own file that takes
//! a position and answers where the finding ends, and its call in `personal_data::find`.

pub mod compounds;
pub mod duplicates;
pub mod keyness;
mod numbers;
pub mod personal_data;
pub mod stem;
pub mod stop_words;
pub mod table;
pub mod terms;
pub mod themes;
pub mod words;
