//! What is done with written texts: write, approve for now or a later time, call off, restore, go back to the base. Acts
//! are for those who may approve.

use crate::chapters::{self, ChapterOverride, Unsound};
use crate::model::version::{Content, Shelf, State, TextKey, Version};
use crate::store::versions as store;
use db::Tx;
use identity::{ApproveDialogue, Grant, Staff};
use jiff::Timestamp;
use method::pack::{self, PackFault};
use serde_json::json;
use web::{Fault, Site};

/// The topic of every page that shows a written text.
pub(crate) const TOPIC: &str = "information";

/// Why a text was not taken. Nothing has been written then.
#[derive(Debug)]
pub enum Refused {
    /// The text does not fit the method; each fault with its line.
    Unsound(Vec<PackFault>),
    /// Somebody else wrote a version in between: this one.
    Overtaken(Box<Version>),
    /// Anything else.
    Fault(Fault),
}

impl From<Fault> for Refused {
    fn from(fault: Fault) -> Refused {
        Refused::Fault(fault)
    }
}

impl From<db::Error> for Refused {
    fn from(error: db::Error) -> Refused {
        Refused::Fault(error.into())
    }
}

impl From<Unsound> for Refused {
    fn from(unsound: Unsound) -> Refused {
        match unsound {
            Unsound::Faults(faults) => Refused::Unsound(faults),
            Unsound::Fault(fault) => Refused::Fault(fault),
        }
    }
}

/// When a version is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// At once.
    Now,
    /// From a moment on.
    From(Timestamp),
}

/// What the base pack says; `None` for a text that the pack does not have. Only chapters are without a title here.
pub fn base(site: &Site, key: &TextKey) -> Option<Content> {
    let pack = method::packs(site).dialogue();
    let Some(audience) = key.shelf.audience() else {
        pack.library.chapter(&key.text).filter(|_| key.lang == web::Lang::Sv)?;
        return Some(Content {
            body: chapters::base_text(site, &key.text)?,
            ..Content::default()
        });
    };
    let mut pages = pack.library.pages.iter();
    let page = pages.find(|one| one.audience == audience && one.key == key.text)?;
    Some(Content {
        title: page.name.get(key.lang).to_owned(),
        lead: page.about.get(key.lang).to_owned(),
        body: page.text.get(key.lang).to_owned(),
    })
}

/// Whether a text fits the method: for a chapter the method with it, for a page nothing more than that.
pub(crate) async fn check(site: &Site, key: &TextKey, content: &Content) -> Result<Option<ChapterOverride>, Refused> {
    let Some(audience) = key.shelf.audience() else {
        return Ok(Some(chapters::check(site, &key.text, Some(&content.body)).await?));
    };
    let pack = method::packs(site).dialogue();
    let templates: Vec<String> = pack.sheets.iter().map(|one| one.key.clone()).collect();
    let faults = pack::text_faults(audience, &content.body, &pack.library, &templates);
    if faults.is_empty() {
        return Ok(None);
    }
    let fault = |(line, problem, remedy)| PackFault {
        file: String::new(),
        line,
        problem,
        remedy,
    };
    Err(Refused::Unsound(faults.into_iter().map(fault).collect()))
}

/// Writes a draft. `made_from` is the number of the version that the writer saw last, nought for none.
///
/// # Errors
/// [`Refused`].
pub async fn write(
    site: &Site,
    staff: &Staff,
    key: &TextKey,
    made_from: i64,
    content: &Content,
    note: &str,
) -> Result<i64, Refused> {
    Grant::<ApproveDialogue>::of(staff)?;
    base(site, key).ok_or(Fault::NotFound)?;
    check(site, key, content).await?;
    add(site, staff, key, made_from, |tx, number| Version {
        note: note.to_owned(),
        ..draft(tx, number, content.clone())
    })
    .await
}

/// Makes a new draft of what an earlier version said.
///
/// # Errors
/// [`Refused`].
pub async fn restore(
    site: &Site,
    staff: &Staff,
    key: &TextKey,
    made_from: i64,
    number: i64,
    note: &str,
) -> Result<i64, Refused> {
    Grant::<ApproveDialogue>::of(staff)?;
    let mut read = site.db.read().await?;
    let earlier = store::version(&mut read, key, number).await?;
    drop(read);
    check(site, key, &earlier.content).await?;
    add(site, staff, key, made_from, |tx, new| Version {
        note: note.to_owned(),
        ..draft(tx, new, earlier.content)
    })
    .await
}

/// Shows the base text again, at once. What the municipality wrote stays among the versions.
///
/// # Errors
/// [`Refused`].
pub async fn return_to_base(
    site: &Site,
    staff: &Staff,
    key: &TextKey,
    made_from: i64,
    note: &str,
) -> Result<i64, Refused> {
    Grant::<ApproveDialogue>::of(staff)?;
    let content = base(site, key).ok_or(Fault::NotFound)?;
    let change = match key.shelf {
        Shelf::Handbook => Some(chapters::check(site, &key.text, None).await?),
        Shelf::Public | Shelf::Intranet => None,
    };
    let number = site
        .db
        .write(staff.actor(), async |tx| {
            let number = next_number(tx, key, made_from).await?;
            let now = tx.now();
            let version = Version {
                state: State::Approved,
                is_base: true,
                note: note.to_owned(),
                approved_at: Some(now),
                approved_by: tx.actor().name().to_owned(),
                publish_at: Some(now),
                published_at: Some(now),
                ..draft(tx, number, content)
            };
            store::add(tx, key, &version).await.map_err(taken)?;
            if let Some(change) = &change {
                chapters::put_chapter_override(tx, key, change, number).await?;
            }
            told(tx, "text.return-to-base", key, number, json!({ "note": note })).await?;
            Ok::<_, Refused>(number)
        })
        .await?;
    if let Some(change) = &change {
        chapters::take_in_use(site, change);
    }
    Ok(number)
}

/// Approves the draft that was written last. Shown at once or from a later moment on.
///
/// # Errors
/// [`Refused`]; [`Fault::Conflict`] when it is no draft any more.
pub async fn approve(
    site: &Site,
    staff: &Staff,
    key: &TextKey,
    number: i64,
    when: When,
    note: &str,
) -> Result<(), Refused> {
    Grant::<ApproveDialogue>::of(staff)?;
    let mut read = site.db.read().await?;
    let draft = store::version(&mut read, key, number).await?;
    drop(read);
    // The method may have changed since the draft was written.
    let change = check(site, key, &draft.content).await?;
    let at_once = site
        .db
        .write(staff.actor(), async |tx| {
            match store::latest(tx, key).await? {
                Some(latest) if latest.number != number => return Err(Refused::Overtaken(Box::new(latest))),
                _ => {}
            }
            let now = tx.now();
            let publish_at = match when {
                When::Now => now,
                When::From(at) => at,
            };
            let version = Version {
                approved_at: Some(now),
                approved_by: tx.actor().name().to_owned(),
                publish_at: Some(publish_at),
                published_at: (publish_at <= now).then_some(now),
                ..draft
            };
            store::approve(tx, key, &version).await?;
            if let (Some(change), Some(_)) = (&change, version.published_at) {
                chapters::put_chapter_override(tx, key, change, number).await?;
            }
            let detail = json!({ "note": note, "publish_at": publish_at.to_string() });
            told(tx, "text.approve", key, number, detail).await?;
            Ok::<_, Refused>(version.published_at.is_some())
        })
        .await?;
    if let Some(change) = change.as_ref().filter(|_| at_once) {
        chapters::take_in_use(site, change);
    }
    Ok(())
}

/// Calls a planned publication off. The text stays among the versions.
///
/// # Errors
/// [`Refused`]; [`Fault::Conflict`] when it has been published or called off.
pub async fn call_off(site: &Site, staff: &Staff, key: &TextKey, number: i64) -> Result<(), Refused> {
    Grant::<ApproveDialogue>::of(staff)?;
    site.db
        .write(staff.actor(), async |tx| {
            store::unplan(tx, key, number, State::Withdrawn).await?;
            told(tx, "text.call-off", key, number, json!({})).await
        })
        .await
}

/// Adds a version that nothing was written after what the writer saw.
async fn add(
    site: &Site,
    staff: &Staff,
    key: &TextKey,
    made_from: i64,
    version: impl FnOnce(&Tx<'_>, i64) -> Version,
) -> Result<i64, Refused> {
    site.db
        .write(staff.actor(), async |tx| {
            let number = next_number(tx, key, made_from).await?;
            let version = version(tx, number);
            store::add(tx, key, &version).await.map_err(taken)?;
            told(tx, "text.write", key, number, json!({ "note": version.note })).await?;
            Ok(number)
        })
        .await
}

async fn next_number(tx: &mut Tx<'_>, key: &TextKey, made_from: i64) -> Result<i64, Refused> {
    match store::latest(tx, key).await? {
        Some(latest) if latest.number != made_from => Err(Refused::Overtaken(Box::new(latest))),
        None if made_from != 0 => Err(Fault::NotFound.into()),
        _ => Ok(made_from + 1),
    }
}

/// On PostgreSQL two may pass the look at the latest version at once; the number then tells the second.
fn taken(error: db::Error) -> Fault {
    match error {
        db::Error::Unique(_) => Fault::Conflict,
        other => other.into(),
    }
}

fn draft(tx: &Tx<'_>, number: i64, content: Content) -> Version {
    Version {
        number,
        state: State::Draft,
        is_base: false,
        content,
        note: String::new(),
        written_at: tx.now(),
        written_by: tx.actor().name().to_owned(),
        approved_at: None,
        approved_by: String::new(),
        publish_at: None,
        published_at: None,
    }
}

async fn told(
    tx: &mut Tx<'_>,
    act: &'static str,
    key: &TextKey,
    number: i64,
    mut detail: serde_json::Value,
) -> Result<(), Refused> {
    detail["version"] = number.into();
    let object = format!("{}/{}/{}", key.shelf.code(), key.text, key.lang.code());
    tx.audit(act, "text", object, detail).await?;
    tx.touch(TOPIC);
    Ok(())
}
