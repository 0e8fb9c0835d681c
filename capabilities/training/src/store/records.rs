//! Courses passed.

use crate::model::standing::Of;
use db::{Conn, Id, Result, Tx, args, sql};
use jiff::{Timestamp, civil::Date};
use std::collections::HashMap;

db::record! {
    /// A course passed, here or elsewhere.
    #[derive(Debug, Clone)]
    pub(crate) struct Record {
        pub id: Id,
        pub account_id: Id,
        pub course: String,
        /// Nought when it was taken elsewhere.
        pub edition: i64,
        pub pack_version: String,
        pub passed_on: Date,
        /// The person's name on that day.
        pub name: String,
        pub right_count: i64,
        pub question_count: i64,
        /// Printed on the certificate; empty when it was taken elsewhere.
        pub number: String,
        pub import_id: Option<Id>,
        pub created_at: Timestamp,
    }
}

impl Record {
    /// Whether it was passed here and so has a certificate.
    pub(crate) fn has_certificate(&self) -> bool {
        !self.number.is_empty()
    }
}

/// All records, latest first.
pub(crate) async fn records(conn: &mut Conn) -> Result<Vec<Record>> {
    let statement = sql!(
        "select id, account_id, course, edition, pack_version, passed_on, name, right_count, question_count, number, import_id,
                created_at
         from training_record order by passed_on desc, id desc"
    );
    conn.all(statement, args![]).await
}

/// One person's records, latest first.
pub(crate) async fn records_of(conn: &mut Conn, account: Id) -> Result<Vec<Record>> {
    let statement = sql!(
        "select id, account_id, course, edition, pack_version, passed_on, name, right_count, question_count, number, import_id,
                created_at
         from training_record where account_id = $1 order by passed_on desc, id desc"
    );
    conn.all(statement, args![account]).await
}

pub(crate) async fn record(conn: &mut Conn, id: Id) -> Result<Record> {
    let statement = sql!(
        "select id, account_id, course, edition, pack_version, passed_on, name, right_count, question_count, number, import_id,
                created_at
         from training_record where id = $1"
    );
    conn.one(statement, args![id]).await
}

/// Whether somebody has passed the course since then.
pub(crate) async fn has_passed_since(conn: &mut Conn, account: Id, course: &str, since: Timestamp) -> Result<bool> {
    let statement = sql!(
        "select count(*) as n from training_record
         where account_id = $1 and course = $2 and number <> '' and created_at >= $3"
    );
    let count: i64 = conn.scalar(statement, args![account, course, since]).await?;
    Ok(count > 0)
}

/// Adds a record of a course passed here. One that a file brought for the same day gives way: it has no certificate.
pub(crate) async fn add_record(tx: &mut Tx<'_>, record: &Record) -> Result<()> {
    tx.run(
        sql!(
            "insert into training_record (id, account_id, course, edition, pack_version, passed_on, name, right_count,
                                          question_count, number, import_id, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, null, $11)
             on conflict (account_id, course, passed_on) do update
             set edition = excluded.edition, pack_version = excluded.pack_version, name = excluded.name,
                 right_count = excluded.right_count, question_count = excluded.question_count, number = excluded.number,
                 import_id = null, created_at = excluded.created_at
             where training_record.number = ''"
        ),
        args![
            record.id,
            record.account_id,
            &record.course,
            record.edition,
            &record.pack_version,
            record.passed_on,
            &record.name,
            record.right_count,
            record.question_count,
            &record.number,
            record.created_at
        ],
    )
    .await?;
    Ok(())
}

/// Adds what a file brings: account, course, day, name. Tells how many are new.
pub(crate) async fn add_imported(tx: &mut Tx<'_>, import: Id, rows: Vec<(Id, String, Date, String)>) -> Result<u64> {
    let now = tx.now();
    let row = |(account, course, day, name): (Id, String, Date, String)| {
        args![tx.new_id(), account, course, day, name, import, now]
    };
    let rows = rows.into_iter().map(row).collect();
    let statement = sql!(
        "insert into training_record (id, account_id, course, edition, pack_version, passed_on, name, right_count,
                                      question_count, number, import_id, created_at)
         values ($1, $2, $3, 0, '', $4, $5, 0, 0, '', $6, $7)
         on conflict (account_id, course, passed_on) do nothing"
    );
    tx.run_many(statement, rows).await
}

/// Takes away what a file brought.
pub(crate) async fn remove_imported(tx: &mut Tx<'_>, import: Id) -> Result<u64> {
    let statement = sql!("delete from training_record where import_id = $1");
    tx.run(statement, args![import]).await
}

db::record! {
    struct Latest { account_id: Id, course: String, passed_on: Date }
}

/// The day each person last passed each course.
pub(crate) async fn last_passed(conn: &mut Conn) -> Result<HashMap<Of, Date>> {
    let statement =
        sql!("select account_id, course, max(passed_on) as passed_on from training_record group by account_id, course");
    let rows: Vec<Latest> = conn.all(statement, args![]).await?;
    Ok(rows
        .into_iter()
        .map(|row| ((row.account_id, row.course), row.passed_on))
        .collect())
}
