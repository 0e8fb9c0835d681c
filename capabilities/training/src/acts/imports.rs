//! A file of courses taken elsewhere comes in: it is kept, looked at, imported, and if it was wrong taken back.

use super::rights;
use crate::model::import::{Known, Problem, Reading, read};
use crate::store::{self, Import};
use db::{Actor, Conn, Id};
use jiff::civil::Date;
use method::pack::Library;
use serde_json::json;
use std::collections::HashMap;
use web::{Fault, Site};

/// What a file would bring, against what is known now.
async fn reading(
    conn: &mut Conn,
    library: &Library,
    bytes: &[u8],
    today: Date,
) -> Result<Result<Reading, Problem>, Fault> {
    let staff = identity::staff_in_use(conn).await?;
    let people: HashMap<_, _> = staff
        .into_iter()
        .map(|one| (one.email.to_lowercase(), (one.id, one.name)))
        .collect();
    let records = store::records(conn).await?;
    Ok(read(
        bytes,
        Known {
            people: &people,
            library,
            records: records
                .into_iter()
                .map(|one| (one.account_id, one.course, one.passed_on))
                .collect(),
            today,
        },
    ))
}

/// Keeps a file until somebody has seen what it would bring; or says why it is no list of courses.
pub(crate) async fn upload(
    site: &Site,
    actor: Actor,
    file_name: &str,
    bytes: Vec<u8>,
) -> Result<Result<Id, Problem>, Fault> {
    let pack = method::packs(site).dialogue();
    let mut conn = site.db.read().await?;
    if let Err(problem) = reading(&mut conn, &pack.library, &bytes, site.today()).await? {
        return Ok(Err(problem));
    }
    drop(conn);
    site.db
        .write(actor, async |tx| {
            let size = bytes.len();
            let id = store::add_import(tx, file_name, bytes).await?;
            let detail = json!({ "file": file_name, "size": size });
            tx.audit("training.upload", "training-import", id, detail).await?;
            Ok(Ok(id))
        })
        .await
}

/// The file that waits, and what it would bring.
pub(crate) async fn preview(site: &Site, id: Id) -> Result<(Import, Reading), Fault> {
    let pack = method::packs(site).dialogue();
    let mut conn = site.db.read().await?;
    let import = store::import(&mut conn, id).await?;
    if import.imported_at.is_some() {
        return Err(Fault::NotFound);
    }
    let reading = reading(&mut conn, &pack.library, &import.bytes, site.today()).await?;
    let reading = reading.map_err(|problem| Fault::internal(problem.text))?;
    Ok((import, reading))
}

/// Imports the file that waits: every row that can be taken, in one transaction.
///
/// # Errors
/// [`Fault::NotFound`] when it is gone, [`Fault::Conflict`] when it was imported before.
pub(crate) async fn confirm(site: &Site, actor: Actor, id: Id) -> Result<(), Fault> {
    let (pack, today) = (method::packs(site).dialogue(), site.today());
    site.db
        .write(actor, async |tx| {
            let import = store::import(tx, id).await?;
            if import.imported_at.is_some() {
                return Err(Fault::Conflict);
            }
            // Read again: somebody may have passed a course, or got an account, since the preview.
            let reading = reading(tx, &pack.library, &import.bytes, today).await?;
            let reading = reading.map_err(|problem| Fault::internal(problem.text))?;
            let rows = reading
                .rows
                .into_iter()
                .map(|row| (row.account, row.course, row.passed_on, row.name));
            let accepted = store::add_imported(tx, id, rows.collect()).await?;
            let refused = i64::try_from(reading.refused.len()).unwrap_or(i64::MAX);
            let report = serde_json::to_string(&reading.refused).map_err(Fault::internal)?;
            store::mark_imported(tx, id, i64::try_from(accepted).unwrap_or(i64::MAX), refused, &report).await?;
            let detail = json!({ "file": import.file_name, "accepted": accepted, "refused": refused });
            tx.audit("training.import", "training-import", id, detail).await?;
            rights::settle_in(tx, &pack, today).await
        })
        .await
}

/// Lets a file go that nobody said yes to.
pub(crate) async fn drop_file(site: &Site, actor: Actor, id: Id) -> Result<(), Fault> {
    site.db
        .write(actor, async |tx| Ok(store::drop_import(tx, id).await?))
        .await
}

/// Takes an import back. Rights that rested on it go with it.
///
/// # Errors
/// [`Fault::Conflict`] when it was taken back before.
pub(crate) async fn undo(site: &Site, actor: Actor, id: Id) -> Result<(), Fault> {
    let (pack, today) = (method::packs(site).dialogue(), site.today());
    site.db
        .write(actor, async |tx| {
            store::mark_undone(tx, id).await?;
            let removed = store::remove_imported(tx, id).await?;
            tx.audit(
                "training.import-undo",
                "training-import",
                id,
                json!({ "removed": removed }),
            )
            .await?;
            rights::settle_in(tx, &pack, today).await
        })
        .await
}
