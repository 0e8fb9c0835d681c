//! Files of organisations.

use db::{Conn, Id, Result, Tx, args, sql};
use jiff::{SignedDuration, Timestamp};

db::record! {
    /// A file: waiting for a yes, or what it brought.
    #[derive(Debug, Clone)]
    pub(crate) struct Import {
        pub id: Id,
        pub file_name: String,
        /// Empty once it is imported.
        pub bytes: Vec<u8>,
        pub uploaded_at: Timestamp,
        pub uploaded_by: String,
        pub imported_at: Option<Timestamp>,
        pub accepted: i64,
        pub refused: i64,
        /// JSON of the rows refused.
        pub report: String,
        pub undone_at: Option<Timestamp>,
        /// Organisations that stayed when it was undone, because somebody had used them.
        pub kept: i64,
    }
}

/// Keeps a file, and drops those that nobody said yes to within a day.
pub(crate) async fn add_import(tx: &mut Tx<'_>, file_name: &str, bytes: Vec<u8>) -> Result<Id> {
    let (id, now, by) = (tx.new_id(), tx.now(), tx.actor().name().to_owned());
    let day_ago = now - SignedDuration::from_hours(24);
    let stale = sql!("delete from organisation_import where imported_at is null and uploaded_at < $1");
    tx.run(stale, args![day_ago]).await?;
    let statement = sql!(
        "insert into organisation_import (id, file_name, bytes, uploaded_at, uploaded_by, imported_at, accepted, refused,
                                          report, undone_at, kept)
         values ($1, $2, $3, $4, $5, null, 0, 0, '[]', null, 0)"
    );
    tx.run(statement, args![id, file_name, bytes, now, by]).await?;
    Ok(id)
}

pub(crate) async fn import(conn: &mut Conn, id: Id) -> Result<Import> {
    let query = sql!(
        "select id, file_name, bytes, uploaded_at, uploaded_by, imported_at, accepted, refused, report, undone_at, kept
         from organisation_import where id = $1"
    );
    conn.one(query, args![id]).await
}

/// Files that were imported, latest first.
pub(crate) async fn imports(conn: &mut Conn) -> Result<Vec<Import>> {
    let query = sql!(
        "select id, file_name, bytes, uploaded_at, uploaded_by, imported_at, accepted, refused, report, undone_at, kept
         from organisation_import where imported_at is not null order by imported_at desc limit 50"
    );
    conn.all(query, args![]).await
}

/// The file has brought what it could; its content is let go.
///
/// # Errors
/// [`db::Error::Stale`] when it was imported before.
pub(crate) async fn mark_imported(tx: &mut Tx<'_>, id: Id, accepted: i64, refused: i64, report: &str) -> Result<()> {
    let now = tx.now();
    let statement = sql!(
        "update organisation_import set imported_at = $2, accepted = $3, refused = $4, report = $5, bytes = $6
         where id = $1 and imported_at is null"
    );
    tx.run_changed(statement, args![id, now, accepted, refused, report, Vec::<u8>::new()])
        .await
}

/// Takes away what a file brought and nobody has touched since; tells how many that were.
pub(crate) async fn remove_imported(tx: &mut Tx<'_>, import: Id) -> Result<u64> {
    let statement = sql!(
        "delete from organisation where import_id = $1 and revision = 1
           and not exists (select 1 from organisation_contact c where c.organisation_id = organisation.id)
           and not exists (select 1 from organisation_event e where e.organisation_id = organisation.id)
           and not exists (select 1 from relevance_judgement r where r.organisation_id = organisation.id)
           and not exists (select 1 from agreement_party p where p.organisation_id = organisation.id)
           and not exists (select 1 from measure m where m.organisation_id = organisation.id)
           and not exists (select 1 from invited_organisation i where i.organisation_id = organisation.id)
           and not exists (select 1 from organisation_answer a where a.organisation_id = organisation.id)
           and not exists (select 1 from process_party t where t.organisation_id = organisation.id)
           and not exists (select 1 from council_seat s where s.organisation_id = organisation.id)"
    );
    tx.run(statement, args![import]).await
}

/// # Errors
/// [`db::Error::Stale`] when it was undone before.
pub(crate) async fn mark_undone(tx: &mut Tx<'_>, id: Id) -> Result<()> {
    let now = tx.now();
    let statement = sql!(
        "update organisation_import set undone_at = $2 where id = $1 and imported_at is not null and undone_at is null"
    );
    tx.run_changed(statement, args![id, now]).await
}

/// How many organisations of a file are left, noted at the file.
pub(crate) async fn note_kept(tx: &mut Tx<'_>, id: Id) -> Result<()> {
    let statement = sql!(
        "update organisation_import set kept = (select count(*) from organisation where import_id = $1) where id = $1"
    );
    tx.run_changed(statement, args![id]).await
}

/// Lets a file go that nobody said yes to.
pub(crate) async fn drop_import(tx: &mut Tx<'_>, id: Id) -> Result<()> {
    let statement = sql!("delete from organisation_import where id = $1 and imported_at is null");
    tx.run(statement, args![id]).await?;
    Ok(())
}
