//! Checklists of one process: which items of the pack concern it, items of its own beside them, and lines of its history
//! about the work on either.

use crate::acts::{TickStatus, packs};
use crate::facts::Facts;
use crate::pack::{Item, Pack};
use crate::process::Event;
use crate::refused::Refused;
use crate::store;
use db::{Id, Tx};
use engine::Standing;
use serde_json::json;
use web::Site;

impl Pack {
    /// Does the item concern a process that stands so? Its list must be for the template, its level reached (as long as
    /// none is chosen every level may come) and its condition met.
    pub fn concerns(&self, item: &Item, standing: &Standing) -> bool {
        let template = self.machine.template();
        let level = standing.level(template).unwrap_or(u8::MAX);
        let listed = self
            .list(&item.list)
            .is_none_or(|list| list.templates.is_empty() || list.templates.contains(&template.key));
        listed && item.from_level.is_none_or(|from| level >= from) && standing.agrees(item.when.as_ref())
    }
}

impl Item {
    /// Done by what is written: nobody needs to tick it.
    pub fn ticks_itself(&self, facts: &Facts) -> bool {
        !self.fields.is_empty() && self.fields.iter().all(|field| facts.has(field))
    }
}

/// As [`crate::tick`], for an item that the process has of its own. No gate asks for it, so nothing but the end of the
/// process can hold it.
///
/// # Errors
/// [`Refused::ReasonNeeded`] without a reason for not applicable; [`Refused::Closed`].
pub async fn tick_own(
    site: &Site,
    tx: &mut Tx<'_>,
    id: Id,
    item: &str,
    status: TickStatus,
    note: &str,
) -> Result<(), Refused> {
    expect_running(site, tx, id).await?;
    let note = note.trim();
    if status == TickStatus::NotApplicable && note.is_empty() {
        let fields = vec![item.to_string()];
        return Err(Refused::ReasonNeeded { public: false, fields });
    }
    store::set_tick(tx, id, item, status.code(), note).await?;
    let line = Line {
        reason: note.to_string(),
        ..Line::of(item, status.code())
    };
    tell_items(tx, id, vec![line]).await?;
    let detail = json!({ "item": item, "status": status.code() });
    tx.audit("process.tick", "process", id, detail).await?;
    Ok(())
}

/// Fails when nothing about the process can be changed any more.
///
/// # Errors
/// [`Refused::Closed`]; `NotFound`.
pub async fn expect_running(site: &Site, tx: &mut Tx<'_>, id: Id) -> Result<(), Refused> {
    let process = store::process(tx, id).await?;
    let pack = packs(site).of(&process);
    let over = pack.machine.state(&process.state).is_some_and(|state| state.last);
    if over { Err(Refused::Closed) } else { Ok(()) }
}

/// A line of history about a checklist item: an event of the kind `item:<key>`.
#[derive(Debug, Clone, Default)]
pub struct Line {
    pub item: String,
    /// What came of it: the word after `dialogues-history-item-`.
    pub what: String,
    /// What it was before, or more about it.
    pub from: String,
    pub reason: String,
}

impl Line {
    pub fn of(item: &str, what: &str) -> Line {
        Line {
            item: item.to_string(),
            what: what.to_string(),
            ..Line::default()
        }
    }
}

/// Leaves lines of history about items. They are for the desk, never public.
///
/// # Errors
/// The database's.
pub async fn tell_items(tx: &mut Tx<'_>, id: Id, lines: Vec<Line>) -> db::Result<()> {
    let event = |line: Line| Event {
        id: tx.new_id(),
        at: tx.now(),
        actor: tx.actor().name().to_string(),
        kind: format!("item:{}", line.item),
        from_value: line.from,
        to_value: line.what,
        reason: line.reason,
        public: false,
    };
    let events: Vec<Event> = lines.into_iter().map(event).collect();
    store::add_events(tx, id, &events).await
}
