//! SQL of editions and of the municipality's own files.

use crate::editions::Kept;
use crate::pack::{Edition, Files};
use db::{Conn, Tx, args, sql};
use jiff::Timestamp;

db::record! {
    struct InUse {
        edition: String,
        revision: i64,
    }
}

db::record! {
    struct Followed {
        pack: String,
        pack_version: String,
    }
}

db::record! {
    struct EditionFiles {
        files: Vec<u8>,
    }
}

db::record! {
    struct OwnFile {
        name: String,
        body: String,
    }
}

db::record! {
    struct KeptRow {
        pack: String,
        edition: String,
        stored_at: Timestamp,
        stored_by: String,
        note: String,
        processes: i64,
    }
}

/// The edition in use and its revision.
pub(crate) async fn in_use(conn: &mut Conn, pack: &str) -> db::Result<Option<(String, i64)>> {
    let query = sql!("select edition, revision from pack_in_use where pack = $1");
    let row = conn.maybe::<InUse>(query, args![pack]).await?;
    Ok(row.map(|row| (row.edition, row.revision)))
}

pub(crate) async fn put_in_use(tx: &mut Tx<'_>, pack: &str, edition: &str) -> db::Result<()> {
    let now = tx.now();
    tx.run(
        sql!(
            "insert into pack_in_use (pack, edition, since, revision) values ($1, $2, $3, 1)
             on conflict (pack) do update set edition = excluded.edition, since = excluded.since,
             revision = pack_in_use.revision + 1"
        ),
        args![pack, edition, now],
    )
    .await?;
    Ok(())
}

/// The editions that processes follow.
pub(crate) async fn followed(conn: &mut Conn) -> db::Result<Vec<(String, String)>> {
    let query = sql!("select distinct pack, pack_version from process");
    let rows = conn.all::<Followed>(query, args![]).await?;
    Ok(rows.into_iter().map(|row| (row.pack, row.pack_version)).collect())
}

pub(crate) async fn edition_files(conn: &mut Conn, pack: &str, edition: &str) -> db::Result<Option<Vec<u8>>> {
    let query = sql!("select files from pack_edition where pack = $1 and edition = $2");
    let row = conn.maybe::<EditionFiles>(query, args![pack, edition]).await?;
    Ok(row.map(|row| row.files))
}

/// Keeps an edition; one that is already kept stays as it is, for its name tells its content.
pub(crate) async fn put_edition(tx: &mut Tx<'_>, edition: &Edition, files: &[u8], note: &str) -> db::Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_string());
    tx.run(
        sql!(
            "insert into pack_edition (pack, edition, version, files, stored_at, stored_by, note)
             values ($1, $2, $3, $4, $5, $6, $7) on conflict (pack, edition) do nothing"
        ),
        args![
            edition.key.as_str(),
            edition.name.as_str(),
            edition.version.as_str(),
            files,
            now,
            by,
            note
        ],
    )
    .await?;
    Ok(())
}

pub(crate) async fn own_files(conn: &mut Conn, pack: &str) -> db::Result<Files> {
    let query = sql!("select name, body from pack_own_file where pack = $1 order by name");
    let rows = conn.all::<OwnFile>(query, args![pack]).await?;
    Ok(rows.into_iter().map(|row| (row.name, row.body)).collect())
}

pub(crate) async fn put_own_file(tx: &mut Tx<'_>, pack: &str, name: &str, body: &str) -> db::Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_string());
    tx.run(
        sql!(
            "insert into pack_own_file (pack, name, body, changed_at, changed_by) values ($1, $2, $3, $4, $5)
             on conflict (pack, name) do update set body = excluded.body, changed_at = excluded.changed_at,
             changed_by = excluded.changed_by"
        ),
        args![pack, name, body, now, by],
    )
    .await?;
    Ok(())
}

pub(crate) async fn remove_own_file(tx: &mut Tx<'_>, pack: &str, name: &str) -> db::Result<()> {
    tx.run(
        sql!("delete from pack_own_file where pack = $1 and name = $2"),
        args![pack, name],
    )
    .await?;
    Ok(())
}

/// Every edition kept, newest first, with how many processes follow it.
pub(crate) async fn history(conn: &mut Conn, pack: &str) -> db::Result<Vec<Kept>> {
    let query = sql!(
        "select e.pack, e.edition, e.stored_at, e.stored_by, e.note,
                (select count(*) from process p where p.pack = e.pack and p.pack_version = e.edition) as processes
         from pack_edition e where e.pack = $1 order by e.stored_at desc, e.edition"
    );
    let kept = |row: KeptRow| Kept {
        pack: row.pack,
        name: row.edition,
        stored_at: row.stored_at,
        stored_by: row.stored_by,
        note: row.note,
        processes: row.processes,
    };
    Ok(conn
        .all::<KeptRow>(query, args![pack])
        .await?
        .into_iter()
        .map(kept)
        .collect())
}
