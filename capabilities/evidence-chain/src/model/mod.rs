//! Rules of the chain: what a node says, what it must rest on, how strong it is, what a trace shows. No database, no pages.

pub(crate) mod effects;
pub(crate) mod node;
pub(crate) mod strength;
pub(crate) mod trace;
