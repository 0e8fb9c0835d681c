//! Files on sheets. They are documents of the project, so they come in, lie and are erased as all documents do.

use super::{first_time, project};
use crate::model::attached::{Caption, MOST_FILES, People};
use crate::store;
use db::{Id, Tx};
use dialogues::Accepted;
use identity::{Grant, PlanDialogue};
use serde_json::json;
use web::{Fault, Site};

/// Puts a file on a sheet.
///
/// # Errors
/// A rule for a sheet that is put away or erased or holds as many files as it can, for a caption that lacks something, or when the form was
/// sent twice.
pub async fn attach(
    site: &Site,
    who: &Grant<PlanDialogue>,
    of: Id,
    sheet: Id,
    file: Accepted<'_>,
    caption: Caption<'_>,
    once: Option<&str>,
) -> Result<(), Fault> {
    let is_picture = file.is_picture();
    if let Some((_, key)) = caption.fault(is_picture) {
        return Err(Fault::rule(key));
    }
    let (alt, people) = match People::from_code(caption.people).filter(|_| is_picture) {
        Some(people) => (caption.alt, people.code()),
        None => ("", ""),
    };
    site.db
        .write(who.actor(), async |tx| {
            project(site, tx, of).await?;
            first_time(tx, once).await?;
            if !store::filled(tx, of, sheet).await?.is_open() {
                return Err(Fault::rule("design-error-not-open"));
            }
            if store::files::of_sheet(tx, sheet).await?.len() >= MOST_FILES {
                return Err(Fault::rule("design-error-file-many"));
            }
            let document = dialogues::attach_in(tx, who, of, caption.title, file).await?;
            store::files::insert(tx, sheet, document, alt, people).await?;
            let detail = json!({ "document": document.to_string(), "people": people });
            tx.audit("filled-sheet.attach", "filled_sheet", sheet, detail).await?;
            Ok(())
        })
        .await
}

/// Takes a file off a sheet. It can be taken back on the project's page of documents.
///
/// # Errors
/// [`Fault::NotFound`] when it is not the sheet's.
pub async fn detach(site: &Site, who: &Grant<PlanDialogue>, of: Id, sheet: Id, document: Id) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            project(site, tx, of).await?;
            store::filled(tx, of, sheet).await?;
            let files = store::files::of_sheet(tx, sheet).await?;
            if !files.iter().any(|(id, ..)| *id == document) {
                return Err(Fault::NotFound);
            }
            dialogues::remove_in(tx, who, document).await
        })
        .await
}

/// Erases all files of a sheet, those that were taken off too.
pub(super) async fn erase_all(
    tx: &mut Tx<'_>,
    who: &Grant<PlanDialogue>,
    sheet: Id,
    decision: &str,
) -> Result<(), Fault> {
    // A sheet has twenty at most, and is erased once.
    for (document, ..) in store::files::of_sheet(tx, sheet).await? {
        dialogues::erase_in(tx, who, document, decision).await?;
    }
    Ok(store::files::clear(tx, sheet).await?)
}
