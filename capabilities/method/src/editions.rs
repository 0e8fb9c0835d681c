//! Editions: what the method was, is and may become. A process stays on the edition it began with. The municipality's own
//! files are laid over the base that the program brings; a content that does not make sense is refused with its faults
//! and what was in use stays in use.

use crate::acts::packs;
use crate::pack::{self, Difference, Edition, Files, PackFault};
use crate::store::editions as store;
use db::{Actor, Conn, Tx};
use flate2::{Compression, read::DeflateDecoder, write::DeflateEncoder};
use jiff::Timestamp;
use serde_json::json;
use std::io::{Read as _, Write as _};
use std::sync::Arc;
use web::{Fault, Site};

/// An edition as the list of editions tells it.
#[derive(Debug, Clone)]
pub struct Kept {
    pub pack: String,
    pub name: String,
    pub stored_at: Timestamp,
    pub stored_by: String,
    pub note: String,
    /// How many processes follow it.
    pub processes: i64,
}

/// The municipality's own files with a change to them, read and found whole. Made by [`prepare`].
#[derive(Debug, Clone)]
pub struct Prepared {
    pub edition: Arc<Edition>,
    own: Files,
    /// The revision of what is in use that it was made from.
    made_from: i64,
}

/// A change to the municipality's own files.
#[derive(Debug, Clone)]
pub enum OwnFiles {
    /// These beside those there are, in place of those of the same name.
    Put(Files),
    /// Back to the base for these.
    Remove(Vec<String>),
    /// These and no others.
    All(Files),
}

/// Why a change to the method was refused.
#[derive(Debug)]
pub enum Unfit {
    /// The content does not make sense; nothing has changed.
    Faults(Vec<PackFault>),
    Fault(Fault),
}

impl From<db::Error> for Unfit {
    fn from(error: db::Error) -> Unfit {
        Unfit::Fault(error.into())
    }
}

/// Brings the shelf up to date when the program starts: the base with the municipality's own files over it, and every
/// edition that a process follows. What cannot be read stays out, and what was in use stays.
///
/// # Errors
/// The database's.
pub async fn load(site: &Site) -> Result<(), Fault> {
    let shelf = packs(site);
    for base in shelf.in_use() {
        load_pack(site, &base).await?;
    }
    let mut read = site.db.read().await?;
    for (pack, edition) in store::followed(&mut read).await? {
        if shelf.kept(&pack, &edition).is_none()
            && let Some(kept) = stored(&mut read, &pack, &edition).await?
        {
            shelf.keep(kept);
        }
    }
    Ok(())
}

async fn load_pack(site: &Site, base: &Arc<Edition>) -> Result<(), Fault> {
    let shelf = packs(site);
    let mut read = site.db.read().await?;
    let own = store::own_files(&mut read, &base.key).await?;
    let in_use = store::in_use(&mut read, &base.key).await?;
    let read_now = if own.is_empty() {
        Ok(base.clone())
    } else {
        pack::read_over(&base.files, &own).map(Arc::new)
    };
    let edition = match read_now {
        Ok(edition) => edition,
        Err(faults) => {
            tracing::error!(pack = %base.key, faults = faults.len(), "the municipality's own files do not fit the base; what was in use stays");
            shelf.refuse(&base.key, faults);
            if let Some((name, _)) = &in_use
                && let Some(kept) = stored(&mut read, &base.key, name).await?
            {
                shelf.take_in_use(kept);
            }
            return Ok(());
        }
    };
    drop(read);
    if in_use.is_none_or(|(name, _)| name != edition.name) {
        site.db
            .write(Actor::System, async |tx| {
                put(tx, &edition, "").await?;
                Ok::<_, db::Error>(())
            })
            .await?;
    }
    shelf.take_in_use(edition);
    Ok(())
}

/// Takes over what another node or a command has put in use since. Called by the app every few seconds; gives whether
/// anything changed.
///
/// # Errors
/// The database's.
pub async fn refresh(site: &Site) -> Result<bool, Fault> {
    let shelf = packs(site);
    let mut changed = false;
    for edition in shelf.in_use() {
        let mut read = site.db.read().await?;
        let Some((name, _)) = store::in_use(&mut read, &edition.key).await? else {
            continue;
        };
        if name == edition.name {
            continue;
        }
        let at_hand = shelf.kept(&edition.key, &name);
        let kept = match at_hand {
            Some(kept) => Some(kept),
            None => stored(&mut read, &edition.key, &name).await?,
        };
        if let Some(kept) = kept {
            tracing::info!(pack = %kept.key, edition = %kept.name, "another edition is in use");
            shelf.take_in_use(kept);
            shelf.refuse(&edition.key, Vec::new());
            site.cache.clear();
            changed = true;
        }
    }
    Ok(changed)
}

/// An edition from the database. One that no longer loads (the program reads packs more strictly now) is told in the
/// log; processes on it follow the edition in use.
async fn stored(conn: &mut Conn, pack: &str, edition: &str) -> db::Result<Option<Arc<Edition>>> {
    let Some(bytes) = store::edition_files(conn, pack, edition).await? else {
        return Ok(None);
    };
    let Some(files) = unpacked(&bytes) else {
        tracing::error!(pack, edition, "the stored edition cannot be unpacked");
        return Ok(None);
    };
    match pack::read(&files) {
        Ok(read) => Ok(Some(Arc::new(read))),
        Err(faults) => {
            tracing::error!(
                pack,
                edition,
                faults = faults.len(),
                "the stored edition no longer loads"
            );
            Ok(None)
        }
    }
}

/// The municipality's own files of a pack.
///
/// # Errors
/// The database's.
pub async fn own_files(conn: &mut Conn, pack: &str) -> db::Result<Files> {
    store::own_files(conn, pack).await
}

/// Reads the method as it would be with that change to the municipality's own files. Nothing is written yet.
///
/// # Errors
/// [`Unfit::Faults`] with everything that is wrong.
pub async fn prepare(site: &Site, pack: &str, change: OwnFiles) -> Result<Prepared, Unfit> {
    let Some(base) = packs(site).base(pack) else {
        return Err(Unfit::Fault(Fault::NotFound));
    };
    let mut read = site.db.read().await?;
    let mut own = store::own_files(&mut read, pack).await?;
    let made_from = store::in_use(&mut read, pack)
        .await?
        .map_or(0, |(_, revision)| revision);
    drop(read);
    match change {
        OwnFiles::All(files) => own = files,
        OwnFiles::Put(files) => own.extend(files),
        OwnFiles::Remove(names) => own.retain(|name, _| !names.contains(name)),
    }
    let edition = if own.is_empty() {
        base
    } else {
        Arc::new(pack::read_over(&base.files, &own).map_err(Unfit::Faults)?)
    };
    Ok(Prepared {
        edition,
        own,
        made_from,
    })
}

/// Writes what was prepared: the own files, the edition, and that it is in use. Call [`take_in_use`] when the
/// transaction has been committed.
///
/// # Errors
/// [`Fault::Conflict`] when somebody else changed the method since.
pub async fn put_prepared(tx: &mut Tx<'_>, prepared: &Prepared, note: &str) -> Result<(), Fault> {
    let pack = &prepared.edition.key;
    let revision = store::in_use(tx, pack).await?.map_or(0, |(_, revision)| revision);
    if revision != prepared.made_from {
        return Err(Fault::Conflict);
    }
    let before = store::own_files(tx, pack).await?;
    for name in before.keys().filter(|name| !prepared.own.contains_key(*name)) {
        store::remove_own_file(tx, pack, name).await?;
    }
    for (name, text) in &prepared.own {
        if before.get(name) != Some(text) {
            store::put_own_file(tx, pack, name, text).await?;
        }
    }
    put(tx, &prepared.edition, note).await?;
    tx.audit(
        "pack.change",
        "pack",
        pack,
        json!({ "edition": prepared.edition.name, "note": note }),
    )
    .await?;
    Ok(())
}

/// Lets the site work by what was prepared and written.
pub fn take_in_use(site: &Site, prepared: &Prepared) {
    let shelf = packs(site);
    shelf.take_in_use(prepared.edition.clone());
    shelf.refuse(&prepared.edition.key, Vec::new());
    site.cache.clear();
}

async fn put(tx: &mut Tx<'_>, edition: &Edition, note: &str) -> db::Result<()> {
    store::put_edition(tx, edition, &packed(&edition.files), note).await?;
    store::put_in_use(tx, &edition.key, &edition.name).await
}

/// The editions that were ever in use, newest first.
///
/// # Errors
/// The database's.
pub async fn history(conn: &mut Conn, pack: &str) -> db::Result<Vec<Kept>> {
    store::history(conn, pack).await
}

/// What the municipality has made its own, entry by entry.
pub fn own_differences(site: &Site, pack: &str) -> Vec<Difference> {
    let shelf = packs(site);
    match (shelf.base(pack), shelf.edition(pack)) {
        (Some(base), Some(edition)) => pack::differences(&base.files, &edition.files),
        _ => Vec::new(),
    }
}

fn packed(files: &Files) -> Vec<u8> {
    let text = serde_json::to_vec(files).unwrap_or_default();
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    // Writing to memory does not fail.
    let _ = encoder.write_all(&text);
    encoder.finish().unwrap_or_default()
}

fn unpacked(bytes: &[u8]) -> Option<Files> {
    let mut text = String::new();
    DeflateDecoder::new(bytes).read_to_string(&mut text).ok()?;
    serde_json::from_str(&text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_back_as_they_were() {
        let files = pack::embedded("medborgardialog");
        let small = packed(&files);
        assert_eq!(unpacked(&small), Some(files));
        assert_eq!(unpacked(b"rubbish"), None);
    }
}
