//! Rules of reading: what may be said of the answers to a question, what makes a code plan sound, how figures
//! about the population are read. No async, no SQL, no HTTP.

pub mod coding;
pub mod plan;
pub mod population;
pub mod results;
pub(crate) mod suggest;
pub mod tally;
