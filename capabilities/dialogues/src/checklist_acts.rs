//! What is done to a dialogue's checklists: ticking with evidence, giving somebody an item by a day, items of its own. Each
//! act leaves a line in the history of every item it changes.

use crate::acts::{self, Upload};
use crate::checklist::{LONGEST, OwnItem, PHASES, Work};
use crate::store;
use db::{Id, Tx};
use identity::{Grant, PlanDialogue, Staff};
use jiff::civil::Date;
use method::{Line, Pack, Picture, Refused, Tick, TickStatus};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use web::{Fault, Site};

/// Who is to do items, and by when. What is not named stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assigning {
    /// `Some(None)` gives them to nobody.
    pub owner: Option<Option<Id>>,
    /// `Some(None)` takes the day away.
    pub due_on: Option<Option<Date>>,
}

/// Sets who does several items and by when.
///
/// # Errors
/// [`Fault::Forbidden`] without the right to plan; [`Fault::NotFound`] for an item or an official that is not there;
/// [`Refused::Closed`].
pub async fn assign(
    site: &Site,
    staff: &Staff,
    id: Id,
    items: &[String],
    assigning: &Assigning,
) -> Result<usize, Refused> {
    Grant::<PlanDialogue>::of(staff)?;
    site.db
        .write(staff.actor(), async |tx| {
            let here = Here::of(site, tx, id).await?;
            if !items.iter().all(|item| here.has(item)) {
                return Err(Fault::NotFound.into());
            }
            let officials = identity::officials(tx).await?;
            if let Some(Some(owner)) = assigning.owner
                && !officials.iter().any(|one| one.id == owner)
            {
                return Err(Fault::NotFound.into());
            }
            let changed: Vec<(&str, Work)> = items
                .iter()
                .map(|item| (item.as_str(), assigned(here.works.get(item), assigning)))
                .filter(|(item, work)| here.works.get(*item).unwrap_or(&Work::default()) != work)
                .collect();
            store::checklist::assign(tx, id, &changed).await?;
            let lines = changed
                .iter()
                .map(|(item, work)| assignment_line(item, work, &officials));
            method::tell_items(tx, id, lines.collect()).await?;
            let names: Vec<&str> = changed.iter().map(|(item, _)| *item).collect();
            let detail =
                json!({ "items": names, "owner": assigning.owner.flatten(), "due": assigning.due_on.flatten() });
            tx.audit("checklist.assign", "dialogue", id, detail).await?;
            Ok(changed.len())
        })
        .await
}

fn assigned(stands: Option<&Work>, assigning: &Assigning) -> Work {
    let mut work = stands.cloned().unwrap_or_default();
    work.owner = assigning.owner.unwrap_or(work.owner);
    work.due_on = assigning.due_on.unwrap_or(work.due_on);
    work
}

/// "Assigned": the name of who does it, and the day, for the history.
fn assignment_line(item: &str, work: &Work, officials: &[Staff]) -> Line {
    let owner = work.owner.and_then(|id| officials.iter().find(|one| one.id == id));
    let day = work.due_on.map(|day| day.to_string()).unwrap_or_default();
    Line {
        from: owner.map(|one| one.name.clone()).unwrap_or_default(),
        what: format!("assigned {day}").trim().to_string(),
        ..Line::of(item, "")
    }
}

/// What there is to tick in a dialogue, read in the transaction that ticks.
struct Here {
    pack: std::sync::Arc<Pack>,
    own: Vec<OwnItem>,
    works: BTreeMap<String, Work>,
}

impl Here {
    /// Fails when the dialogue is over.
    async fn of(site: &Site, tx: &mut Tx<'_>, id: Id) -> Result<Here, Refused> {
        method::expect_running(site, tx, id).await?;
        let process = method::process(tx, id).await?;
        Ok(Here {
            pack: method::packs(site).of(&process),
            own: store::checklist::own_items(tx, id).await?,
            works: store::checklist::works(tx, id).await?,
        })
    }

    fn own(&self, item: &str) -> Option<&OwnItem> {
        self.own.iter().find(|own| own.item == item)
    }

    fn has(&self, item: &str) -> bool {
        self.pack.item(item).is_some() || self.own(item).is_some_and(|own| own.removed_at.is_none())
    }
}

/// What somebody says about one item on its own page.
#[derive(Debug, Default)]
pub(crate) struct Saying<'a> {
    /// `None` leaves it as it is.
    pub status: Option<TickStatus>,
    pub note: &'a str,
    /// `None` when only the tick was sent.
    pub work: Option<Work>,
    pub upload: Option<Upload<'a>>,
}

/// Writes what somebody says about an item. Planners may; so may whoever is to do it, except giving it to another.
///
/// # Errors
/// As [`method::tick`]; [`Fault::Conflict`] when somebody else wrote first; [`Fault::Forbidden`].
pub(crate) async fn say(site: &Site, staff: &Staff, id: Id, item: &str, saying: Saying<'_>) -> Result<(), Refused> {
    site.db
        .write(staff.actor(), async |tx| {
            let here = Here::of(site, tx, id).await?;
            if !here.has(item) {
                return Err(Fault::NotFound.into());
            }
            let stands = here.works.get(item).cloned().unwrap_or_default();
            let plans = staff.may::<PlanDialogue>();
            if !plans && stands.owner != Some(staff.id) {
                return Err(Fault::Forbidden.into());
            }
            let ticked = method::picture(site, tx, id).await?.ticks.remove(item);
            let next = saying.next(ticked.as_ref());
            if let Some(mut work) = saying.work {
                if !plans {
                    (work.owner, work.due_on) = (stands.owner, stands.due_on);
                }
                if let Some(upload) = &saying.upload {
                    work.document = acts::insert_document(tx, id, upload).await?.or(stands.document);
                }
                save_work(tx, id, item, &stands, &work, next.is_some()).await?;
            }
            match next {
                Some(status) => tick(site, tx, id, &here, item, status, saying.note).await,
                None => Ok(()),
            }
        })
        .await
}

impl Saying<'_> {
    /// How the item is to be ticked: `None` when it stands so already.
    fn next(&self, stands: Option<&Tick>) -> Option<TickStatus> {
        let was = stands.and_then(|tick| TickStatus::from_code(&tick.status));
        let status = self.status.or(was)?;
        let is_said = match stands {
            Some(tick) => was == Some(status) && tick.note == self.note,
            None => status == TickStatus::Open,
        };
        (!is_said).then_some(status)
    }
}

async fn tick(
    site: &Site,
    tx: &mut Tx<'_>,
    id: Id,
    here: &Here,
    item: &str,
    status: TickStatus,
    note: &str,
) -> Result<(), Refused> {
    if here.pack.item(item).is_some() {
        method::tick(site, tx, id, item, status, note).await
    } else {
        method::tick_own(site, tx, id, item, status, note).await
    }
}

/// `is_ticked` tells that the tick has a line of history of its own, with the note.
async fn save_work(
    tx: &mut Tx<'_>,
    id: Id,
    item: &str,
    stands: &Work,
    work: &Work,
    is_ticked: bool,
) -> Result<(), Refused> {
    if work == stands {
        return Ok(());
    }
    let officials = identity::officials(tx).await?;
    let is_known = |owner: Id| officials.iter().any(|one| one.id == owner);
    if work.owner != stands.owner && !work.owner.is_none_or(is_known) {
        return Err(Fault::NotFound.into());
    }
    if let Some(document) = work.document
        && store::document(tx, document).await?.dialogue_id != id
    {
        return Err(Fault::NotFound.into());
    }
    store::checklist::save_work(tx, id, item, work).await?;
    let mut lines = Vec::new();
    if (work.owner, work.due_on) != (stands.owner, stands.due_on) {
        lines.push(assignment_line(item, work, &officials));
    }
    let has_other_evidence = (&work.link, work.document) != (&stands.link, stands.document);
    if has_other_evidence || (!is_ticked && work.note != stands.note) {
        lines.push(Line::of(item, "evidence"));
    }
    method::tell_items(tx, id, lines).await?;
    let detail =
        json!({ "item": item, "owner": work.owner, "due": work.due_on, "link": work.link, "document": work.document });
    tx.audit("checklist.work", "dialogue", id, detail).await?;
    Ok(())
}

/// Adds an item that somebody has written for this dialogue; a form sent twice adds one.
///
/// # Errors
/// [`Fault::Rule`] for a text that is missing or too long; [`Fault::Forbidden`]; [`Refused::Closed`].
pub async fn add_item(site: &Site, staff: &Staff, id: Id, phase: &str, text: &str, once: &str) -> Result<(), Refused> {
    Grant::<PlanDialogue>::of(staff)?;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return Err(Fault::rule("dialogues-error-item-text").into());
    }
    if text.chars().count() > LONGEST {
        return Err(Fault::rule("dialogues-error-item-long").into());
    }
    if !PHASES.contains(&phase) {
        return Err(Fault::rule("dialogues-error-item-phase").into());
    }
    site.db
        .write(staff.actor(), async |tx| {
            method::expect_running(site, tx, id).await?;
            if !once.is_empty() && !tx.use_once(once).await? {
                return Ok(());
            }
            let own = OwnItem {
                item: tx.new_id().to_string(),
                phase: phase.to_string(),
                text: text.clone(),
                method: String::new(),
                added_by: staff.name.clone(),
                removed_at: None,
            };
            add(tx, id, &[own]).await?;
            Ok(())
        })
        .await
}

async fn add(tx: &mut Tx<'_>, id: Id, items: &[OwnItem]) -> db::Result<()> {
    store::checklist::add_own_items(tx, id, items).await?;
    let lines = items.iter().map(|own| Line::of(&own.item, "added")).collect();
    method::tell_items(tx, id, lines).await?;
    let detail = json!({ "items": items.iter().map(|own| &own.text).collect::<Vec<_>>() });
    tx.audit("checklist.add", "dialogue", id, detail).await
}

/// Brings lines of a method's card onto the dialogue's lists, inside a transaction of another capability. Those that are
/// there already stay as they are. Gives how many came.
///
/// # Errors
/// [`Refused::Closed`]; [`Fault::NotFound`] for a method that the pack does not hold.
pub async fn add_method_items(
    site: &Site,
    tx: &mut Tx<'_>,
    id: Id,
    method: &str,
    items: &[String],
) -> Result<usize, Refused> {
    let here = Here::of(site, tx, id).await?;
    let card = here.pack.library.method(method).ok_or(Fault::NotFound)?;
    let added_by = tx.actor().name().to_string();
    let wanted = card.checklist.iter().filter(|line| items.contains(&line.key));
    let own = wanted.map(|line| OwnItem {
        item: OwnItem::key_of(method, &line.key),
        phase: line.phase.code().to_string(),
        text: line.text.sv.clone(),
        method: method.to_string(),
        added_by: added_by.clone(),
        removed_at: None,
    });
    let new: Vec<OwnItem> = own.filter(|own| !here.has(&own.item)).collect();
    if !new.is_empty() {
        add(tx, id, &new).await?;
    }
    Ok(new.len())
}

/// The lines of methods' cards that stand on the dialogue's lists: their keys in the cards, by method.
///
/// # Errors
/// The database's.
pub async fn method_items(conn: &mut db::Conn, id: Id) -> db::Result<BTreeMap<String, BTreeSet<String>>> {
    let mut items: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for own in store::checklist::own_items(conn, id).await? {
        if own.removed_at.is_none()
            && let Some(key) = own.key_in_card()
        {
            items.entry(own.method.clone()).or_default().insert(key.to_string());
        }
    }
    Ok(items)
}

/// Takes an own item away, or puts it back.
///
/// # Errors
/// [`Fault::NotFound`] for an item that is not the dialogue's own; [`Fault::Forbidden`]; [`Refused::Closed`].
pub(crate) async fn set_removed(
    site: &Site,
    staff: &Staff,
    id: Id,
    item: &str,
    is_removed: bool,
) -> Result<(), Refused> {
    Grant::<PlanDialogue>::of(staff)?;
    site.db
        .write(staff.actor(), async |tx| {
            let here = Here::of(site, tx, id).await?;
            let own = here.own(item).ok_or(Fault::NotFound)?;
            if own.removed_at.is_some() == is_removed {
                return Ok(());
            }
            let removed_at = is_removed.then(|| tx.now());
            store::checklist::set_removed(tx, id, item, removed_at).await?;
            let (line, act) = if is_removed {
                ("removed", "checklist.remove")
            } else {
                ("restored", "checklist.restore")
            };
            method::tell_items(tx, id, vec![Line::of(item, line)]).await?;
            tx.audit(act, "dialogue", id, json!({ "item": own.text })).await?;
            Ok(())
        })
        .await
}

/// Everything on the dialogue's lists, as pages and duties show it.
///
/// # Errors
/// The database's.
pub(crate) async fn lines(
    conn: &mut db::Conn,
    picture: &Picture,
    lang: web::Lang,
) -> db::Result<(Vec<crate::checklist::Line>, Vec<OwnItem>)> {
    let own = store::checklist::own_items(conn, picture.process.id).await?;
    let works = store::checklist::works(conn, picture.process.id).await?;
    let lines = crate::checklist::lines(picture, &own, &works, lang);
    Ok((lines, own))
}
