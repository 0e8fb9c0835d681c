//! The one program: it composes the house, serves it, and helps to run it. No rules and no SQL live here.
//!
//! To add a capability: a line in [`compose::capabilities`], one in [`compose::fill`] if it proves or owes something.

pub mod commands;
pub mod compose;
pub mod config;
pub mod demo;
pub mod metrics;
pub mod serve;
pub mod workers;
