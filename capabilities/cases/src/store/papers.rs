//! Statements about papers and their adopted versions.

use crate::paper::Kind;
use db::{Conn, Id, Result, Tx, args, record, sql};
use jiff::Timestamp;

record! {
    /// A paper as it is being written.
    #[derive(Debug, Clone)]
    pub(crate) struct PaperRow {
        pub id: Id,
        pub dialogue_id: Id,
        pub kind: String,
        pub header: serde_json::Value,
        pub sections: serde_json::Value,
        /// The latest adopted version; 0 before the first.
        pub version: i64,
        pub revision: i64,
        pub updated_at: Timestamp,
        pub updated_by: String,
    }
}

record! {
    /// An adopted version: never changed again, only shown or not shown.
    #[derive(Debug, Clone)]
    pub struct Snapshot {
        /// Its identifier.
        pub id: Id,
        /// The dialogue.
        pub dialogue_id: Id,
        /// The word of a paper's kind.
        pub kind: String,
        /// 1 is the first.
        pub version: i64,
        /// SHA-256 of the content, in hexadecimal.
        pub sha256: String,
        /// When it was adopted.
        pub adopted_at: Timestamp,
        /// By whom.
        pub adopted_by: String,
        /// Whether residents can read it.
        pub public: bool,
    }
}

pub(crate) async fn paper(conn: &mut Conn, dialogue: Id, kind: Kind) -> Result<Option<PaperRow>> {
    conn.maybe(
        sql!(
            "select id, dialogue_id, kind, header, sections, version, revision, updated_at, updated_by
             from case_document where dialogue_id = $1 and kind = $2"
        ),
        args![dialogue, kind.code()],
    )
    .await
}

pub(crate) async fn insert_paper(
    tx: &mut Tx<'_>,
    dialogue: Id,
    kind: Kind,
    header: &serde_json::Value,
    sections: &serde_json::Value,
) -> Result<()> {
    let values = args![
        tx.new_id(),
        dialogue,
        kind.code(),
        header,
        sections,
        tx.now(),
        tx.actor().name()
    ];
    tx.run(
        sql!(
            "insert into case_document (id, dialogue_id, kind, header, sections, version, revision, updated_at, updated_by)
             values ($1, $2, $3, $4, $5, 0, 1, $6, $7)"
        ),
        values,
    )
    .await?;
    Ok(())
}

/// Saves what was read in this transaction and changed; [`db::Error::Stale`] when another one came between.
pub(crate) async fn update_paper(tx: &mut Tx<'_>, row: &PaperRow) -> Result<()> {
    let values = args![
        row.id,
        row.revision,
        &row.header,
        &row.sections,
        row.version,
        tx.now(),
        tx.actor().name()
    ];
    tx.run_changed(
        sql!(
            "update case_document set header = $3, sections = $4, version = $5, revision = revision + 1, updated_at = $6, updated_by = $7
             where id = $1 and revision = $2"
        ),
        values,
    )
    .await
}

/// The adopted versions of a paper, newest first, without their content.
pub(crate) async fn snapshots(conn: &mut Conn, dialogue: Id, kind: Kind) -> Result<Vec<Snapshot>> {
    conn.all(
        sql!(
            "select id, dialogue_id, kind, version, sha256, adopted_at, adopted_by, public from case_snapshot
             where dialogue_id = $1 and kind = $2 order by version desc"
        ),
        args![dialogue, kind.code()],
    )
    .await
}

pub(crate) async fn content(conn: &mut Conn, snapshot: Id) -> Result<String> {
    conn.scalar(sql!("select content from case_snapshot where id = $1"), args![snapshot])
        .await
}

/// A new version with its content.
pub(crate) struct NewSnapshot<'a> {
    pub paper: Id,
    pub dialogue: Id,
    pub kind: Kind,
    pub version: i64,
    pub content: &'a str,
    pub sha256: &'a str,
    pub public: bool,
}

pub(crate) async fn insert_snapshot(tx: &mut Tx<'_>, new: &NewSnapshot<'_>) -> Result<()> {
    let values = args![
        tx.new_id(),
        new.paper,
        new.dialogue,
        new.kind.code(),
        new.version,
        new.content,
        new.sha256,
        tx.now(),
        tx.actor().name(),
        new.public
    ];
    tx.run(
        sql!(
            "insert into case_snapshot (id, document_id, dialogue_id, kind, version, content, sha256, adopted_at, adopted_by, public)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        values,
    )
    .await?;
    Ok(())
}

pub(crate) async fn show_snapshot(tx: &mut Tx<'_>, snapshot: Id, public: bool) -> Result<()> {
    tx.run_changed(
        sql!("update case_snapshot set public = $2 where id = $1"),
        args![snapshot, public],
    )
    .await
}
