//! Sheets and their files, curves, decisions, orders, votes, the wall and rounds of ideas. Rules only: no database, no pages.

pub(crate) mod attached;
pub(crate) mod curve;
pub(crate) mod decision;
pub(crate) mod filled;
pub(crate) mod order;
pub(crate) mod rounds;
pub(crate) mod screening;
pub(crate) mod vote;
pub(crate) mod wall;
