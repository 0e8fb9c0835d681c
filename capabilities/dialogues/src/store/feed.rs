//! SQL of officials' calendars. No decisions here.

use db::{Conn, Id, Tx, args, sql};
use jiff::Timestamp;

db::record! {
    /// An official's calendar.
    pub(crate) struct FeedRow {
        pub account_id: Id,
        pub made_at: Timestamp,
        /// The hash of what it last told; empty before it was fetched.
        pub told_hash: Vec<u8>,
        pub told_at: Timestamp,
    }
}

pub(crate) async fn feed(conn: &mut Conn, account: Id) -> db::Result<Option<FeedRow>> {
    let query = sql!("select account_id, made_at, told_hash, told_at from calendar_feed where account_id = $1");
    conn.maybe(query, args![account]).await
}

pub(crate) async fn feed_by_token(conn: &mut Conn, token_hash: &[u8]) -> db::Result<Option<FeedRow>> {
    let query = sql!("select account_id, made_at, told_hash, told_at from calendar_feed where token_hash = $1");
    conn.maybe(query, args![token_hash]).await
}

/// Gives an official a calendar at a new address; the old one leads nowhere any more.
pub(crate) async fn set_feed(tx: &mut Tx<'_>, account: Id, token_hash: Vec<u8>) -> db::Result<()> {
    let (now, nothing) = (tx.now(), Vec::<u8>::new());
    tx.run(
        sql!(
            "insert into calendar_feed (account_id, token_hash, made_at, told_hash, told_at) values ($1, $2, $3, $4, $3)
             on conflict (account_id) do update set token_hash = excluded.token_hash, made_at = excluded.made_at"
        ),
        args![account, token_hash, now, nothing],
    )
    .await?;
    Ok(())
}

pub(crate) async fn remove_feed(tx: &mut Tx<'_>, account: Id) -> db::Result<()> {
    tx.run(sql!("delete from calendar_feed where account_id = $1"), args![account])
        .await?;
    Ok(())
}

/// Notes what the calendar tells from now on.
pub(crate) async fn set_told(tx: &mut Tx<'_>, account: Id, told_hash: &[u8], told_at: Timestamp) -> db::Result<()> {
    tx.run(
        sql!("update calendar_feed set told_hash = $2, told_at = $3 where account_id = $1"),
        args![account, told_hash, told_at],
    )
    .await?;
    Ok(())
}
