//! What officials do with templates: write in them, comment, approve. Every act judges in the transaction that writes.

use crate::compose::{self, Head};
use crate::filling::{Filling, written_in};
use crate::model::{self, LONGEST_COMMENT, Standing, Version};
use crate::store::{self, NewVersion};
use db::{Id, Tx};
use identity::{Grant, PlanDialogue, SeeDesk, Staff};
use method::{Process, Refused};
use serde_json::{Map, Value, json};
use std::sync::Arc;
use web::{Fault, Site};

/// Writes in a template what its page asks for. What is just as it was filled in is not stored, so that it goes on
/// following its source. See [`dialogues::record`].
///
/// # Errors
/// [`Refused`]; [`Fault::NotFound`] for a field that is written somewhere else.
pub async fn write(
    site: &Arc<Site>,
    staff: &Staff,
    dialogue: Id,
    template: &str,
    made_from: Option<i64>,
    mut values: Map<String, Value>,
    reason: &str,
) -> Result<Process, Refused> {
    let mut read = site.db.read().await?;
    let filling = Filling::read(site, &mut read, dialogue).await?;
    drop(read);
    let sheet = filling.sheet(template)?;
    let pack = &filling.picture.pack;
    let is_own = |key: &String| pack.own_fields(sheet).any(|field| field.key == *key);
    if !values.keys().all(is_own) {
        return Err(Fault::NotFound.into());
    }
    let filled = &filling.filled;
    let follows = |key: &String, value: &Value| {
        filled.from.contains_key(key) && !filled.is_passing(key) && filled.facts.raw(key) == Some(value)
    };
    values.retain(|key, value| !follows(key, value));
    dialogues::record(site, staff, dialogue, made_from, values, reason).await
}

/// Why a template was not approved.
#[derive(Debug)]
pub enum NotApproved {
    /// Fields that the level requires and nobody has written, by their keys.
    Missing(Vec<String>),
    /// What stands is approved already, as this version.
    Already(i64),
    /// Somebody changed what stands after the one who approves had read it.
    Changed,
    /// Anything else.
    Fault(Fault),
}

impl From<Fault> for NotApproved {
    fn from(fault: Fault) -> NotApproved {
        NotApproved::Fault(fault)
    }
}

impl From<db::Error> for NotApproved {
    fn from(error: db::Error) -> NotApproved {
        match error {
            // Two approved at once; the other's version is there.
            db::Error::Unique(_) => NotApproved::Changed,
            other => NotApproved::Fault(other.into()),
        }
    }
}

/// Approves a template as it stands: a version that nothing changes any more, with a checksum. `seen` is the fingerprint
/// of what the official read; `None` for acts without a page. Gives the version's number.
///
/// # Errors
/// [`NotApproved`]; nothing is written then.
pub async fn approve(
    site: &Arc<Site>,
    staff: &Staff,
    dialogue: Id,
    template: &str,
    seen: Option<&str>,
) -> Result<i64, NotApproved> {
    let cx = written_in(site);
    site.db
        .write(staff.actor(), async |tx| {
            let filling = Filling::read(site, tx, dialogue).await?;
            let sheet = filling.sheet(template)?;
            if !staff.may_named(&sheet.approved_by) {
                return Err(Fault::Forbidden.into());
            }
            let (picture, filled) = (&filling.picture, &filling.filled);
            let fingerprint = model::fingerprint(picture, sheet, filled);
            if seen.is_some_and(|seen| seen != fingerprint) {
                return Err(NotApproved::Changed);
            }
            let missing = model::missing(picture, sheet, filled);
            if !missing.is_empty() {
                let keys = missing.into_iter().map(|field| field.key.clone());
                return Err(NotApproved::Missing(keys.collect()));
            }
            let versions = store::versions(tx, dialogue).await?;
            let latest = versions.iter().find(|one| one.template == sheet.key);
            if let Standing::Approved(number) = Standing::of(latest, &fingerprint) {
                return Err(NotApproved::Already(number));
            }
            let number = latest.map_or(0, |one: &Version| one.number) + 1;
            let by = staff.name.as_str();
            let document = compose::filled(&cx, &filling, sheet, &Head::Approved { number, by });
            let content = serde_json::to_string(&document).map_err(Fault::internal)?;
            let sha256 = model::sha256(&content);
            let new = NewVersion {
                process: dialogue,
                template: &sheet.key,
                number,
                content: &content,
                sha256: &sha256,
                fingerprint: &fingerprint,
            };
            store::insert_version(tx, &new).await?;
            let detail = json!({ "template": sheet.key, "version": number, "sha256": sha256 });
            audit(tx, "sheet.approve", dialogue, detail).await?;
            Ok(number)
        })
        .await
}

/// Says something about a section of a template. A form sent twice says it once.
///
/// # Errors
/// [`Fault::NotFound`] for a section that is not there; a broken rule for an empty or too long comment.
pub async fn comment(
    site: &Arc<Site>,
    staff: &Staff,
    dialogue: Id,
    template: &str,
    section: &str,
    body: &str,
    once: &str,
) -> Result<(), Fault> {
    Grant::<SeeDesk>::of(staff)?;
    let body = body.trim();
    if body.is_empty() {
        return Err(Fault::rule("sheets-error-comment-empty"));
    }
    if body.chars().count() > LONGEST_COMMENT {
        return Err(Fault::rule("sheets-error-comment-long"));
    }
    site.db
        .write(staff.actor(), async |tx| {
            let filling = Filling::read(site, tx, dialogue).await?;
            let sheet = filling.sheet(template)?;
            if !sheet.sections.iter().any(|one| one.key == section) {
                return Err(Fault::NotFound);
            }
            if !once.is_empty() && !tx.use_once(once).await? {
                return Ok(());
            }
            let id = store::insert_comment(tx, dialogue, &sheet.key, section, body).await?;
            let detail = json!({ "template": sheet.key, "section": section, "comment": id.to_string() });
            audit(tx, "sheet.comment", dialogue, detail).await
        })
        .await
}

/// Says that a comment is dealt with, or that it is not.
///
/// # Errors
/// [`Fault::NotFound`] when the comment is not one of that template.
pub async fn resolve(
    site: &Site,
    staff: &Staff,
    dialogue: Id,
    template: &str,
    comment: Id,
    resolved: bool,
) -> Result<(), Fault> {
    Grant::<PlanDialogue>::of(staff)?;
    site.db
        .write(staff.actor(), async |tx| {
            let (at, by) = match resolved {
                true => (Some(tx.now()), staff.name.as_str()),
                false => (None, ""),
            };
            let changed = store::set_resolved(tx, dialogue, template, comment, at, by).await;
            // A statement that met no row is a comment of something else.
            changed.map_err(|error| match error {
                db::Error::Stale => Fault::NotFound,
                other => other.into(),
            })?;
            let detail = json!({ "template": template, "comment": comment.to_string(), "resolved": resolved });
            audit(tx, "sheet.comment-resolve", dialogue, detail).await
        })
        .await
}

async fn audit(tx: &mut Tx<'_>, act: &'static str, dialogue: Id, detail: Value) -> Result<(), Fault> {
    Ok(tx.audit(act, "dialogue", dialogue, detail).await?)
}
