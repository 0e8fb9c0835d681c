//! Being built.
pub mod pack;
