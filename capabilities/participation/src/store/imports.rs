//! Imports: files waiting for a yes, and what each file brought.

use db::{Conn, Id, Result, Tx, args, sql};
use jiff::Timestamp;

db::record! {
    /// A file somebody has uploaded and not yet said yes to.
    #[derive(Debug, Clone)]
    pub struct Staged {
        pub id: Id,
        pub activity_id: Id,
        pub file_name: String,
        pub bytes: Vec<u8>,
        /// JSON of the form: mapping, channel, language, force.
        pub options: String,
        pub at: Timestamp,
        pub by_whom: String,
    }
}

/// Keeps the file, and drops those that nobody said yes to within a day.
pub async fn stage(
    tx: &mut Tx<'_>,
    activity: Id,
    file_name: &str,
    bytes: Vec<u8>,
    options: &str,
    by: &str,
) -> Result<Id> {
    let (id, now) = (tx.new_id(), tx.now());
    let day_ago = now - jiff::SignedDuration::from_hours(24);
    tx.run(sql!("delete from staged_import where at < $1"), args![day_ago])
        .await?;
    tx.run(
        sql!(
            "insert into staged_import (id, activity_id, file_name, bytes, options, at, by_whom)
             values ($1, $2, $3, $4, $5, $6, $7)"
        ),
        args![id, activity, file_name, bytes, options, now, by],
    )
    .await?;
    Ok(id)
}

pub async fn staged(conn: &mut Conn, id: Id) -> Result<Staged> {
    let statement =
        sql!("select id, activity_id, file_name, bytes, options, at, by_whom from staged_import where id = $1");
    conn.one(statement, args![id]).await
}

/// `NotFound` when it is gone: confirmed already, or too old.
pub async fn unstage(tx: &mut Tx<'_>, id: Id) -> Result<()> {
    match tx
        .run(sql!("delete from staged_import where id = $1"), args![id])
        .await?
    {
        0 => Err(db::Error::NotFound),
        _ => Ok(()),
    }
}

db::record! {
    /// What one file brought.
    #[derive(Debug, Clone)]
    pub struct Batch {
        pub id: Id,
        pub activity_id: Id,
        pub file_name: String,
        pub sha256: String,
        pub rows_accepted: i64,
        pub rows_refused: i64,
        /// JSON of the report.
        pub report: String,
        pub at: Timestamp,
        pub by_whom: String,
        pub undone_at: Option<Timestamp>,
    }
}

pub async fn insert_batch(tx: &mut Tx<'_>, new: &Batch) -> Result<()> {
    tx.run(
        sql!(
            "insert into import_batch (id, activity_id, file_name, sha256, rows_accepted, rows_refused, report, at, by_whom,
                                       undone_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null)"
        ),
        args![
            new.id,
            new.activity_id,
            &new.file_name,
            &new.sha256,
            new.rows_accepted,
            new.rows_refused,
            &new.report,
            new.at,
            &new.by_whom
        ],
    )
    .await?;
    Ok(())
}

pub async fn batch(conn: &mut Conn, id: Id) -> Result<Batch> {
    let statement = sql!(
        "select id, activity_id, file_name, sha256, rows_accepted, rows_refused, report, at, by_whom, undone_at
         from import_batch where id = $1"
    );
    conn.one(statement, args![id]).await
}

/// All imports to an activity, newest first.
pub async fn import_batches(conn: &mut Conn, activity: Id) -> Result<Vec<Batch>> {
    let statement = sql!(
        "select id, activity_id, file_name, sha256, rows_accepted, rows_refused, report, at, by_whom, undone_at
         from import_batch where activity_id = $1 order by at desc, id desc"
    );
    conn.all(statement, args![activity]).await
}

/// Fails with `Stale` when it is undone already.
pub async fn mark_undone(tx: &mut Tx<'_>, id: Id) -> Result<()> {
    let now = tx.now();
    let statement = sql!("update import_batch set undone_at = $2 where id = $1 and undone_at is null");
    tx.run_changed(statement, args![id, now]).await
}

/// The passages of one import that stand.
pub async fn passages_of_batch(conn: &mut Conn, activity: Id, batch: &str) -> Result<Vec<Id>> {
    let statement = sql!(
        "select p.id from passage p join contribution c on c.id = p.contribution_id
         where c.activity_id = $1 and c.batch = $2 and not p.withdrawn"
    );
    conn.scalars(statement, args![activity, batch]).await
}
