//! The accessibility statements that have been saved; the last one holds.

use db::{Conn, Result, Tx, args, sql};
use jiff::Timestamp;

db::record! {
    /// A saved statement.
    pub(crate) struct Saved {
        pub(crate) number: i64,
        pub(crate) fields: serde_json::Value,
        pub(crate) saved_at: Timestamp,
        pub(crate) saved_by: String,
    }
}

/// The statement that holds.
pub(crate) async fn latest(conn: &mut Conn) -> Result<Option<Saved>> {
    let query =
        sql!("select number, fields, saved_at, saved_by from accessibility_statement order by number desc limit 1");
    conn.maybe(query, args![]).await
}

/// Adds a statement. Two who add the same number at once: the second is told that it is taken.
pub(crate) async fn add(tx: &mut Tx<'_>, saved: &Saved) -> Result<()> {
    let statement =
        sql!("insert into accessibility_statement (number, fields, saved_at, saved_by) values ($1, $2, $3, $4)");
    let args = args![saved.number, &saved.fields, saved.saved_at, &saved.saved_by];
    tx.run(statement, args).await?;
    Ok(())
}
