//! A file of organisations comes in: it is kept, looked at, imported, and if it was wrong taken back.

use crate::model::import::{Known, Problem, Reading, read};
use crate::model::organisation::{Draft, Kind, next_review};
use crate::store::{self, Import};
use db::{Actor, Conn, Id};
use serde_json::json;
use std::collections::HashMap;
use web::{Fault, Lang, Site};

/// How each kind may be written in a file: its word in the database, or its name in either language.
fn words(site: &Site) -> HashMap<String, Kind> {
    let names = |kind: Kind| {
        let names = Lang::ALL.map(|lang| site.texts.get(lang, kind.label()).to_lowercase());
        names
            .into_iter()
            .chain([kind.code().to_owned()])
            .map(move |name| (name, kind))
    };
    Kind::ALL.iter().copied().flat_map(names).collect()
}

/// What a file would bring, against what stands in the register now. Archived organisations count: they are known.
async fn reading(site: &Site, conn: &mut Conn, import: (&str, &[u8])) -> Result<Result<Reading, Problem>, Fault> {
    let mut known = Known::default();
    for one in store::named(conn).await? {
        known.add(&one.name, &one.number);
    }
    let (file_name, bytes) = import;
    Ok(read(bytes, known, &words(site), file_name))
}

/// Keeps a file until somebody has seen what it would bring; or says why it is no register.
pub(crate) async fn upload(
    site: &Site,
    actor: Actor,
    file_name: &str,
    bytes: Vec<u8>,
) -> Result<Result<Id, Problem>, Fault> {
    let mut conn = site.db.read().await?;
    if let Err(problem) = reading(site, &mut conn, (file_name, &bytes)).await? {
        return Ok(Err(problem));
    }
    drop(conn);
    site.db
        .write(actor, async |tx| {
            let size = bytes.len();
            let id = store::add_import(tx, file_name, bytes).await?;
            let detail = json!({ "file": file_name, "size": size });
            tx.audit("organisation.upload", "organisation-import", id, detail)
                .await?;
            Ok(Ok(id))
        })
        .await
}

/// The file that waits, and what it would bring.
pub(crate) async fn preview(site: &Site, id: Id) -> Result<(Import, Reading), Fault> {
    let mut conn = site.db.read().await?;
    let import = store::import(&mut conn, id).await?;
    if import.imported_at.is_some() {
        return Err(Fault::NotFound);
    }
    let reading = reading(site, &mut conn, (&import.file_name, &import.bytes)).await?;
    let reading = reading.map_err(|problem| Fault::internal(problem.text))?;
    Ok((import, reading))
}

/// Imports the file that waits: every row that can be taken, in one transaction.
///
/// # Errors
/// [`Fault::NotFound`] when it is gone, [`Fault::Conflict`] when it was imported before.
pub(crate) async fn confirm(site: &Site, actor: Actor, id: Id) -> Result<(), Fault> {
    let today = site.today();
    site.db
        .write(actor, async |tx| {
            let import = store::import(tx, id).await?;
            if import.imported_at.is_some() {
                return Err(Fault::Conflict);
            }
            // Read again: somebody may have added one of them since the preview.
            let reading = reading(site, tx, (&import.file_name, &import.bytes)).await?;
            let reading = reading.map_err(|problem| Fault::internal(problem.text))?;
            let drafts: Vec<Draft> = reading.rows.into_iter().map(|row| row.draft).collect();
            let review_on = |draft: &Draft| next_review(today, draft.meeting_on);
            let accepted = store::add_imported(tx, id, &drafts, today, review_on).await?;
            let refused = i64::try_from(reading.refused.len()).unwrap_or(i64::MAX);
            let report = serde_json::to_string(&reading.refused).map_err(Fault::internal)?;
            store::mark_imported(tx, id, i64::try_from(accepted).unwrap_or(i64::MAX), refused, &report).await?;
            let detail = json!({ "file": import.file_name, "accepted": accepted, "refused": refused });
            tx.audit("organisation.import", "organisation-import", id, detail)
                .await?;
            Ok(())
        })
        .await
}

/// Lets a file go that nobody said yes to.
pub(crate) async fn drop_file(site: &Site, actor: Actor, id: Id) -> Result<(), Fault> {
    site.db
        .write(actor, async |tx| Ok(store::drop_import(tx, id).await?))
        .await
}

/// Takes an import back: all that nobody has changed or used since. The rest stays and is counted.
///
/// # Errors
/// [`Fault::Conflict`] when it was taken back before.
pub(crate) async fn undo(site: &Site, actor: Actor, id: Id) -> Result<(), Fault> {
    site.db
        .write(actor, async |tx| {
            store::mark_undone(tx, id).await?;
            let removed = store::remove_imported(tx, id).await?;
            store::note_kept(tx, id).await?;
            tx.audit(
                "organisation.import-undo",
                "organisation-import",
                id,
                json!({ "removed": removed }),
            )
            .await?;
            Ok(())
        })
        .await
}
