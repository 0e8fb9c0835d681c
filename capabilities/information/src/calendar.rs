//! What happens to written texts while nobody asks: their time comes.

use crate::acts::TOPIC;
use crate::chapters::{self, Unsound};
use crate::model::version::{Shelf, State, TextKey};
use crate::store::versions as store;
use db::Actor;
use web::{Fault, Site};

/// Publishes what has been approved for a time that has come. Pages show it by the clock already; this drops what is
/// kept of them, and tells the method about chapters. Call it once a minute.
///
/// # Errors
/// The database's.
pub async fn tick(site: &Site) -> Result<(), Fault> {
    let mut read = site.db.read().await?;
    let due = store::due(&mut read, site.clock.now()).await?;
    drop(read);
    if due.iter().any(|(key, _)| key.shelf != Shelf::Handbook) {
        site.db
            .write(Actor::System, async |tx| {
                let now = tx.now();
                store::publish_due_pages(tx, now).await?;
                tx.touch(TOPIC);
                Ok::<_, Fault>(())
            })
            .await?;
    }
    for (key, number) in due.iter().filter(|(key, _)| key.shelf == Shelf::Handbook) {
        match publish_chapter(site, key, *number).await {
            // Another node was first.
            Err(Fault::Conflict) => {}
            done => done?,
        }
    }
    Ok(())
}

/// Publishes a chapter, or stops it when the method has changed so that it does not fit any more.
async fn publish_chapter(site: &Site, key: &TextKey, number: i64) -> Result<(), Fault> {
    let mut read = site.db.read().await?;
    let version = store::version(&mut read, key, number).await?;
    drop(read);
    let checked = match chapters::check(site, &key.text, Some(&version.content.body)).await {
        Ok(change) => Some(change),
        Err(Unsound::Faults(faults)) => {
            tracing::warn!(
                chapter = key.text,
                number,
                faults = faults.len(),
                "a planned chapter does not fit any more"
            );
            None
        }
        Err(Unsound::Fault(fault)) => return Err(fault),
    };
    site.db
        .write(Actor::System, async |tx| {
            let now = tx.now();
            match &checked {
                Some(change) => {
                    store::published(tx, key, number, now).await?;
                    chapters::put_chapter_override(tx, key, change, number).await
                }
                None => Ok(store::unplan(tx, key, number, State::Stopped).await?),
            }
        })
        .await?;
    if let Some(change) = &checked {
        chapters::take_in_use(site, change);
    }
    Ok(())
}
