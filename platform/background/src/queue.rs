//! The table of results: what was asked for, what stands, what waits.

use crate::{CLAIM, DOUBLINGS, REST, topic};
use db::{Conn, Db, Id, Tx, args, sql};
use jiff::Timestamp;
use serde_json::Value;

db::record! {
    /// A result as it stands.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Computed {
        /// What was computed; `Value::Null` when nothing was yet.
        pub result: Value,
        /// When it was begun; `None` when nothing was computed yet.
        pub made_at: Option<Timestamp>,
        /// Nothing that it rests on has changed since.
        pub current: bool,
        /// Why the last attempt failed; empty when it did not.
        pub fault: String,
    }
}

db::record! {
    pub(crate) struct Claimed { pub subject_id: Id, pub kind: String, pub asked: i64, pub attempts: i64, pub begun_at: Timestamp }
}

/// Asks for a result to be computed (anew), in the transaction that changes what it rests on. Cheap and safe to repeat; the last
/// statement of the transaction if many may write at once, since it holds one row until the end.
///
/// # Errors
/// Those of the database.
pub async fn ask(tx: &mut Tx<'_>, subject: Id, kind: &'static str) -> db::Result<()> {
    let now = tx.now();
    tx.run(
        sql!(
            "insert into computation (subject_id, kind, asked, made, due_at, attempts, result, made_at, fault)
             values ($1, $2, 1, 0, $3, 0, 'null', null, '')
             on conflict (subject_id, kind) do update set asked = computation.asked + 1"
        ),
        args![subject, kind, now],
    )
    .await?;
    Ok(())
}

/// The result that stands; `None` when nobody ever asked for it.
///
/// # Errors
/// Those of the database.
pub async fn result(conn: &mut Conn, subject: Id, kind: &str) -> db::Result<Option<Computed>> {
    conn.maybe(
        sql!(
            "select result, made_at, asked = made as current, fault from computation where subject_id = $1 and kind = $2"
        ),
        args![subject, kind],
    )
    .await
}

/// Takes what waits, the longest first, so that nobody else begins it meanwhile.
pub(crate) async fn claim(db: &Db, limit: i64) -> db::Result<Vec<Claimed>> {
    let now = db.clock().now();
    let waiting: i64 = db
        .read()
        .await?
        .scalar(
            sql!("select count(*) as n from computation where asked > made and due_at <= $1"),
            args![now],
        )
        .await?;
    if waiting == 0 {
        return Ok(Vec::new());
    }
    db.write(db::Actor::System, async |tx| {
        tx.all(
            sql!(
                sqlite: "update computation set due_at = $2 where (subject_id, kind) in
                         (select subject_id, kind from computation where asked > made and due_at <= $1 order by due_at limit $3)
                         returning subject_id, kind, asked, attempts, $1 as begun_at",
                postgres: "update computation set due_at = $2 where (subject_id, kind) in
                         (select subject_id, kind from computation where asked > made and due_at <= $1 order by due_at limit $3
                          for update skip locked)
                         returning subject_id, kind, asked, attempts, $1 as begun_at"
            ),
            args![now, now + CLAIM, limit],
        )
        .await
    })
    .await
}

/// Keeps a result. What was asked for while it was made still waits.
pub(crate) async fn keep(db: &Db, claimed: &Claimed, result: &Value) -> db::Result<()> {
    db.write(db::Actor::System, async |tx| {
        let now = tx.now();
        tx.run(
            sql!(
                "update computation set result = $3, made = $4, made_at = $5, due_at = $6, attempts = 0, fault = ''
                 where subject_id = $1 and kind = $2 and made < $4"
            ),
            args![
                claimed.subject_id,
                claimed.kind.clone(),
                result,
                claimed.asked,
                claimed.begun_at,
                now
            ],
        )
        .await?;
        tx.touch(topic(claimed.subject_id));
        Ok(())
    })
    .await
}

/// Notes why it failed and when to try again. What stood still stands.
pub(crate) async fn put_off(db: &Db, claimed: &Claimed, fault: &str) -> db::Result<()> {
    db.write(db::Actor::System, async |tx| {
        let doublings = u32::try_from(claimed.attempts).map_or(DOUBLINGS, |n| n.min(DOUBLINGS));
        let next = tx.now() + REST * 2_i32.pow(doublings);
        tx.run(
            sql!(
                "update computation set due_at = $3, attempts = attempts + 1, fault = $4 where subject_id = $1 and kind = $2"
            ),
            args![claimed.subject_id, claimed.kind.clone(), next, fault],
        )
        .await?;
        tx.touch(topic(claimed.subject_id));
        Ok(())
    })
    .await
}
