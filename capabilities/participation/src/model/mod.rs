//! The rules of the door: what an activity asks, what counts as an answer, which questions a person
//! sees, how a file of contributions is read. No async, no SQL, no HTTP.

pub mod answer;
pub mod ballot;
pub mod carried;
pub mod cells;
pub mod channel;
pub mod check;
pub mod definition;
pub mod finish;
pub mod import;
pub mod keys;
pub mod parse;
pub mod path;
pub mod problem;
pub mod receipt;
pub mod stance;
pub mod state;
pub mod versions;

#[cfg(test)]
pub mod samples;
