//! SQL of approved versions and comments. No decisions here.

use crate::model::{Comment, Version};
use db::{Conn, Id, Result, Tx, args, sql};
use jiff::Timestamp;

/// All approved versions of a dialogue's templates, the latest of each first, without their content.
pub(crate) async fn versions(conn: &mut Conn, process: Id) -> Result<Vec<Version>> {
    conn.all(
        sql!(
            "select id, template, number, sha256, fingerprint, approved_at, approved_by from sheet_version
             where process_id = $1 order by template, number desc"
        ),
        args![process],
    )
    .await
}

/// The document of a version, as JSON.
pub(crate) async fn content(conn: &mut Conn, version: Id) -> Result<String> {
    conn.scalar(sql!("select content from sheet_version where id = $1"), args![version])
        .await
}

/// A version to keep.
pub(crate) struct NewVersion<'a> {
    pub process: Id,
    pub template: &'a str,
    pub number: i64,
    pub content: &'a str,
    pub sha256: &'a str,
    pub fingerprint: &'a str,
}

pub(crate) async fn insert_version(tx: &mut Tx<'_>, new: &NewVersion<'_>) -> Result<()> {
    let values = args![
        tx.new_id(),
        new.process,
        new.template,
        new.number,
        new.content,
        new.sha256,
        new.fingerprint,
        tx.now(),
        tx.actor().name()
    ];
    tx.run(
        sql!(
            "insert into sheet_version (id, process_id, template, number, content, sha256, fingerprint, approved_at, approved_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        values,
    )
    .await?;
    Ok(())
}

/// What is said about a template, in the order it was said.
pub(crate) async fn comments(conn: &mut Conn, process: Id, template: &str) -> Result<Vec<Comment>> {
    conn.all(
        sql!(
            "select id, section, body, written_at, written_by, resolved_at, resolved_by from sheet_comment
             where process_id = $1 and template = $2 order by written_at, id"
        ),
        args![process, template],
    )
    .await
}

db::record! {
    /// How many comments of a template wait.
    pub(crate) struct Waiting {
        pub template: String,
        pub count: i64,
    }
}

/// Comments that nobody has dealt with, by template.
pub(crate) async fn waiting(conn: &mut Conn, process: Id) -> Result<Vec<Waiting>> {
    conn.all(
        sql!(
            "select template, count(*) as count from sheet_comment
             where process_id = $1 and resolved_at is null group by template"
        ),
        args![process],
    )
    .await
}

pub(crate) async fn insert_comment(
    tx: &mut Tx<'_>,
    process: Id,
    template: &str,
    section: &str,
    body: &str,
) -> Result<Id> {
    let id = tx.new_id();
    let values = args![id, process, template, section, body, tx.now(), tx.actor().name()];
    tx.run(
        sql!(
            "insert into sheet_comment (id, process_id, template, section, body, written_at, written_by, resolved_at, resolved_by)
             values ($1, $2, $3, $4, $5, $6, $7, null, '')"
        ),
        values,
    )
    .await?;
    Ok(id)
}

/// Sets whether a comment of this dialogue's template is dealt with.
pub(crate) async fn set_resolved(
    tx: &mut Tx<'_>,
    process: Id,
    template: &str,
    comment: Id,
    at: Option<Timestamp>,
    by: &str,
) -> Result<()> {
    tx.run_changed(
        sql!(
            "update sheet_comment set resolved_at = $4, resolved_by = $5
             where id = $1 and process_id = $2 and template = $3"
        ),
        args![comment, process, template, at, by],
    )
    .await
}
