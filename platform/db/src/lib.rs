//! The one place that speaks to a database. SQLite and PostgreSQL serve the same statements from one text.
//!
//! * A statement is written where it is used: `db::sql!("select …")`. The macro registers it, so that one test can
//!   prepare every statement of the program on both engines.
//! * Reading: [`Db::read`] lends a connection. Writing: [`Db::write`] runs a closure in a transaction; on SQLite many
//!   transactions share one fsync (see [`writer`]), on PostgreSQL each is its own.
//! * To add a table: the two files in `migrations/` with the same number, then a [`record!`] and functions in the
//!   `store.rs` of the capability that owns it.
//! * Never here: a civic word, a rule, a decision.

mod actor;
mod clock;
mod conn;
mod error;
mod id;
mod migrate;
mod open;
mod row;
mod sql;
mod sqlite;
mod tx;
mod value;
mod writer;

pub use actor::Actor;
pub use clock::{Clock, FixedClock, SystemClock};
pub use conn::{Conn, Engine};
pub use error::{Error, Result};
pub use id::{Id, Ids};
pub use migrate::{latest_version, pending, version};
pub use open::{Db, Options};
pub use row::{Column, FromRow, Row};
pub use sql::{STATEMENTS, Sql};
pub use tx::Tx;
pub use value::Value;

#[doc(hidden)]
pub use linkme;

#[cfg(test)]
mod tests;
