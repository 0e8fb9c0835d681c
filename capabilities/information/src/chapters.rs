//! Where a chapter that was written on the desk meets the method: the whole pack is read with it before it may be
//! approved, and what is approved is told to the method.

use crate::model::version::TextKey;
use db::Tx;
use method::pack::{self, Files, PackFault};
use method::{CITIZEN_DIALOGUE, Pack};
use serde_json::json;
use std::sync::Arc;
use tokio::task::spawn_blocking;
use web::Fault;

/// A change to a chapter that the whole method was read with.
#[derive(Debug, Clone)]
pub(crate) struct ChapterOverride {
    /// The chapter's file in the pack.
    pub file: String,
    /// The municipality's text; none to go back to the base text.
    pub text: Option<String>,
    /// The method as it is with the change.
    pub pack: Arc<Pack>,
}

/// The file of a chapter in the pack.
pub(crate) fn file(chapter: &str) -> String {
    format!("handbook/sv/{chapter}.md")
}

/// What the base pack says in a chapter.
pub(crate) fn base_text(chapter: &str) -> Option<String> {
    base().remove(&file(chapter))
}

fn base() -> Files {
    pack::embedded(CITIZEN_DIALOGUE)
}

/// Reads the method with a chapter's text exchanged.
///
/// # Errors
/// The faults; a broken link or include is among them, with its line.
pub(crate) async fn check(chapter: &str, text: Option<&str>) -> Result<ChapterOverride, Unsound> {
    let (file, text) = (file(chapter), text.map(str::to_owned));
    // The whole pack is read, which takes a while.
    let work = move || {
        let mut files = base();
        if let Some(text) = &text {
            files.insert(file.clone(), text.clone());
        }
        let pack = Arc::new(pack::read(&files)?);
        Ok(ChapterOverride { file, text, pack })
    };
    match spawn_blocking(work).await {
        Ok(read) => read.map_err(Unsound::Faults),
        Err(stopped) => Err(Unsound::Fault(Fault::internal(stopped))),
    }
}

/// Why a chapter was not taken.
#[derive(Debug)]
pub(crate) enum Unsound {
    Faults(Vec<PackFault>),
    Fault(Fault),
}

/// Makes the change the method's own, in the transaction that publishes the chapter. This is the one place that speaks
/// to the method about it.
pub(crate) async fn put_chapter_override(
    tx: &mut Tx<'_>,
    key: &TextKey,
    change: &ChapterOverride,
    number: i64,
) -> Result<(), Fault> {
    let detail = json!({ "file": change.file, "version": number, "base": change.text.is_none() });
    tx.audit("handbook.override", "chapter", &key.text, detail).await?;
    tx.touch("handbook");
    Ok(())
}
