//! What residents read: the information pages and the accessibility statement.

pub(crate) mod blocks;
pub(crate) mod show;
pub(crate) mod statement;
