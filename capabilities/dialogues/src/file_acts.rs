//! What rooms above do with files: kept, taken away and erased as the documents of the process they belong to, so that there is one
//! way in for files and one place where they lie.

use crate::acts::{Upload, insert_document};
use crate::files::Accepted;
use crate::{Document, store};
use db::{Conn, Id, Tx};
use identity::{Grant, PlanDialogue};
use serde_json::json;
use web::Fault;

/// All documents of a process that are there, public or not, for the desk.
///
/// # Errors
/// The database's.
pub async fn documents_on_desk(conn: &mut Conn, id: Id) -> db::Result<Vec<Document>> {
    let mut list = store::documents(conn, id).await?;
    list.retain(|one| one.removed_at.is_none());
    Ok(list)
}

/// Keeps a file among the documents of a process, not public. Gives the document's id.
///
/// # Errors
/// [`Fault::NotFound`] for a process that is not there.
pub async fn attach_in(
    tx: &mut Tx<'_>,
    _: &Grant<PlanDialogue>,
    id: Id,
    title: &str,
    file: Accepted<'_>,
) -> Result<Id, Fault> {
    store::dialogue(tx, id).await?;
    let upload = Upload {
        title,
        name: file.name,
        kind: file.kind,
        bytes: file.bytes,
        public: false,
        once: "",
    };
    insert_document(tx, id, &upload).await?.ok_or(Fault::NotFound)
}

/// Takes a document away; it can be taken back on the page of documents.
///
/// # Errors
/// [`Fault::NotFound`].
pub async fn remove_in(tx: &mut Tx<'_>, _: &Grant<PlanDialogue>, document: Id) -> Result<(), Fault> {
    let stands = store::document(tx, document).await?;
    let now = tx.now();
    store::set_document(tx, document, stands.public, Some(now)).await?;
    tx.audit(
        "document.remove",
        "document",
        document,
        json!({ "title": stands.title }),
    )
    .await?;
    tx.touch(format!("dialogue:{}", stands.dialogue_id));
    Ok(())
}

/// Erases a document for good: its content, its name and its title. That there was one remains.
///
/// # Errors
/// [`Fault::NotFound`].
pub async fn erase_in(tx: &mut Tx<'_>, _: &Grant<PlanDialogue>, document: Id, decision: &str) -> Result<(), Fault> {
    let stands = store::document(tx, document).await?;
    store::erase_document(tx, &stands).await?;
    tx.audit("document.erase", "document", document, json!({ "decision": decision }))
        .await?;
    tx.touch(format!("dialogue:{}", stands.dialogue_id));
    Ok(())
}
