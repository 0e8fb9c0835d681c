//! Where a chapter that was written on the desk meets the method: the whole pack is read with it before it may be
//! approved, and what is approved is told to the method.

use crate::model::version::TextKey;
use db::Tx;
use method::editions::{self, OwnFiles, Prepared, Unfit};
use method::pack::PackFault;
use method::{CITIZEN_DIALOGUE, Pack};
use serde_json::json;
use std::sync::Arc;
use web::{Fault, Site};

/// A change to a chapter that the whole method was read with.
#[derive(Debug, Clone)]
pub(crate) struct ChapterOverride {
    /// The chapter's file in the pack.
    pub file: String,
    /// Whether the chapter goes back to the base text.
    pub is_base: bool,
    /// The method as it is with the change.
    pub pack: Arc<Pack>,
    prepared: Prepared,
}

/// The file of a chapter in the pack.
pub(crate) fn file(chapter: &str) -> String {
    format!("handbook/sv/{chapter}.md")
}

/// What the base pack says in a chapter.
pub(crate) fn base_text(site: &Site, chapter: &str) -> Option<String> {
    let base = method::packs(site).base(CITIZEN_DIALOGUE)?;
    base.files.get(&file(chapter)).cloned()
}

/// Reads the method with a chapter's text exchanged; no text goes back to the base.
///
/// # Errors
/// The faults; a broken link or include is among them, with its line.
pub(crate) async fn check(site: &Site, chapter: &str, text: Option<&str>) -> Result<ChapterOverride, Unsound> {
    let file = file(chapter);
    let change = match text {
        Some(text) => OwnFiles::Put([(file.clone(), text.to_owned())].into()),
        None => OwnFiles::Remove(vec![file.clone()]),
    };
    match editions::prepare(site, CITIZEN_DIALOGUE, change).await {
        Ok(prepared) => Ok(ChapterOverride {
            file,
            is_base: text.is_none(),
            // A pack without a process never loads.
            pack: prepared.edition.templates[0].clone(),
            prepared,
        }),
        Err(Unfit::Faults(faults)) => Err(Unsound::Faults(faults)),
        Err(Unfit::Fault(fault)) => Err(Unsound::Fault(fault)),
    }
}

/// Lets the site work by a change that has been written.
pub(crate) fn take_in_use(site: &Site, change: &ChapterOverride) {
    editions::take_in_use(site, &change.prepared);
}

/// Why a chapter was not taken.
#[derive(Debug)]
pub(crate) enum Unsound {
    Faults(Vec<PackFault>),
    Fault(Fault),
}

/// Makes the change the method's own, in the transaction that publishes the chapter; [`take_in_use`] follows its commit.
pub(crate) async fn put_chapter_override(
    tx: &mut Tx<'_>,
    key: &TextKey,
    change: &ChapterOverride,
    number: i64,
) -> Result<(), Fault> {
    editions::put_prepared(tx, &change.prepared, &format!("{} ({number})", change.file)).await?;
    let detail = json!({ "file": change.file, "version": number, "base": change.is_base });
    tx.audit("handbook.override", "chapter", &key.text, detail).await?;
    tx.touch("handbook");
    Ok(())
}
