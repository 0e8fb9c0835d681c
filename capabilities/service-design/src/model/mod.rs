//! Sheets, curves, decisions and orders. Rules only: no database, no pages.

pub(crate) mod curve;
pub(crate) mod decision;
pub(crate) mod filled;
pub(crate) mod order;
pub(crate) mod vote;
