//! What can be done to a process: begin, write facts, tick, take a step, let the calendar act. Every act judges with
//! the engine on live evidence inside the transaction that writes, and leaves an event and an audit line.

use crate::facts::{self, Complaint, Facts, translated};
use crate::pack::Pack;
use crate::process::{Event, Picture, Process, both, standing};
use crate::refused::{Refused, refused};
use crate::registry::Packs;
use crate::source::Sources;
use crate::store;
use db::{Conn, Id, Tx};
use engine::{Change, Changed, Step, Who};
use identity::Staff;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use texts::Lang;
use web::{Fault, Site};

/// The packs of the site.
pub fn packs(site: &Site) -> Arc<Packs> {
    site.get::<Packs>()
}

/// Everything that can be said about where a process stands, with live evidence.
///
/// # Errors
/// [`db::Error::NotFound`], or the database's own.
pub async fn picture(site: &Site, conn: &mut Conn, id: Id) -> db::Result<Picture> {
    let process = store::process(conn, id).await?;
    let ticks = store::ticks(conn, id).await?;
    let evidence = site.get::<Sources>().evidence(conn, id).await?;
    Ok(Picture {
        newer: newer(site, &process),
        pack: packs(site).of(&process),
        process,
        ticks,
        evidence,
        today: site.today(),
    })
}

/// Begins a process of a pack, with its first facts.
///
/// # Errors
/// [`Refused::Complaints`] for facts that do not fit.
pub async fn begin(tx: &mut Tx<'_>, pack: &Pack, first: Map<String, Value>) -> Result<Process, Refused> {
    let now = tx.now();
    let mut process = Process {
        id: tx.new_id(),
        pack: pack.key.clone(),
        pack_version: pack.edition.clone(),
        template: pack.machine.template().key.clone(),
        state: pack.machine.template().start.clone(),
        returns_to: None,
        level: None,
        facts: Facts::default(),
        revision: 1,
        created_at: now,
        updated_at: now,
        updated_by: tx.actor().name().to_string(),
    };
    let (facts, changed) = judged(pack, &process, &BTreeMap::new(), first, "")?;
    settle(pack, &mut process, facts, &changed);
    store::insert(tx, &process).await?;
    tx.audit(
        "process.begin",
        "process",
        process.id,
        json!({ "pack": pack.key, "edition": pack.edition, "template": pack.template }),
    )
    .await?;
    Ok(process)
}

/// Writes facts. An empty value clears its field. `made_from` is the revision the writer saw; `None` for acts
/// without a page. The reason is public and is asked for when something residents rely on changes.
///
/// # Errors
/// [`Refused`]; nothing is written then. [`Fault::Conflict`] when somebody else wrote first.
pub async fn record(
    site: &Site,
    tx: &mut Tx<'_>,
    id: Id,
    made_from: Option<i64>,
    values: Map<String, Value>,
    reason: &str,
) -> Result<Process, Refused> {
    let mut process = store::process(tx, id).await?;
    if made_from.is_some_and(|revision| revision != process.revision) {
        return Err(Fault::Conflict.into());
    }
    let pack = packs(site).of(&process);
    let ticks = store::ticks(tx, id).await?;
    let before = process.clone();
    let keys: Vec<String> = values.keys().cloned().collect();
    let (facts, changed) = judged(&pack, &process, &ticks, values, reason)?;
    settle(&pack, &mut process, facts, &changed);
    if process.facts == before.facts {
        return Ok(before);
    }
    save(tx, &mut process, before.revision).await?;
    for notice in &changed.notices {
        let kind = format!("field:{}", notice.field);
        let (from, to) = (notice.from.join("\n"), notice.to.join("\n"));
        tell(tx, id, kind, from, to, reason, true).await?;
    }
    if changed.notices.is_empty() {
        let task = pack
            .tasks
            .iter()
            .find(|task| task.fields.iter().any(|field| keys.contains(field)));
        let kind = format!("task:{}", task.map_or("", |task| task.key.as_str()));
        tell(tx, id, kind, String::new(), String::new(), reason, false).await?;
    }
    tx.audit(
        "process.record",
        "process",
        id,
        json!({ "fields": keys, "reason": reason }),
    )
    .await?;
    Ok(process)
}

/// The new facts and the engine's judgement on them.
fn judged(
    pack: &Pack,
    process: &Process,
    ticks: &BTreeMap<String, crate::process::Tick>,
    values: Map<String, Value>,
    reason: &str,
) -> Result<(Facts, Changed), Refused> {
    let mut facts = process.facts.clone();
    let mut complaints = Vec::new();
    for (key, value) in values {
        match fitted(pack, &key, value) {
            Ok(value) => facts.set(&key, value),
            Err(complaint) => complaints.push((key, complaint)),
        }
    }
    if !complaints.is_empty() {
        return Err(Refused::Complaints(complaints));
    }
    follow_level(pack, &process.facts, &mut facts);
    let before = standing(pack, process, ticks);
    let after = standing(
        pack,
        &Process {
            facts: facts.clone(),
            ..process.clone()
        },
        ticks,
    );
    let emptied = before
        .facts
        .keys()
        .filter(|key| !after.facts.contains_key(*key))
        .map(|key| (key.clone(), Vec::new()));
    let change = Change {
        facts: after.facts.clone().into_iter().chain(emptied).collect(),
        marks: after.marks,
        ..Change::default()
    };
    let changed = pack
        .machine
        .change(&before, &change, reason)
        .map_err(|refusal| refused(pack, refusal))?;
    Ok((facts, changed))
}

/// The value as stored: a field, its translation, or the mark of a task.
fn fitted(pack: &Pack, key: &str, value: Value) -> Result<Value, Complaint> {
    let unknown = Complaint {
        key: "method-error-unknown-field",
        n: 0,
    };
    if let Some(task) = key.strip_prefix("task/") {
        let word = value.as_str().unwrap_or_default().to_string();
        let fits = pack.task(task).is_some() && matches!(word.as_str(), "" | "yes" | "no");
        return if fits { Ok(Value::String(word)) } else { Err(unknown) };
    }
    let (name, lang) = key
        .split_once('@')
        .map_or((key, None), |(name, lang)| (name, Some(lang)));
    let field = pack.field(name).ok_or(unknown.clone())?;
    if let Some(lang) = lang
        && (!field.translatable || !Lang::ALL.iter().any(|one| one.code() == lang))
    {
        return Err(unknown);
    }
    facts::fit(pack, field, value)
}

/// A new level brings its promise, unless somebody wrote one of their own.
fn follow_level(pack: &Pack, before: &Facts, facts: &mut Facts) {
    let field = &pack.machine.template().level_field;
    let Some(level) = pack.ladder.level(&facts.text(field)) else {
        return;
    };
    let old = pack.ladder.level(&before.text(field));
    for (lang, promise) in both(&level.promise) {
        let key = if lang == Lang::Sv {
            "promise".to_string()
        } else {
            translated("promise", lang)
        };
        let written = facts.text(&key);
        let was_standard = old.is_some_and(|old| written == old.promise.get(lang));
        let swedish_is_standard = lang == Lang::Sv || facts.text("promise") == level.promise.sv;
        if pack.field("promise").is_some() && swedish_is_standard && (written.is_empty() || was_standard) {
            facts.set(&key, Value::String(promise.to_string()));
        }
    }
}

fn settle(pack: &Pack, process: &mut Process, facts: Facts, changed: &Changed) {
    process.facts = facts;
    process.level = changed
        .standing
        .value(&pack.machine.template().level_field)
        .map(String::from);
}

async fn save(tx: &mut Tx<'_>, process: &mut Process, made_from: i64) -> db::Result<()> {
    process.revision = made_from + 1;
    process.updated_at = tx.now();
    process.updated_by = tx.actor().name().to_string();
    store::update(tx, process, made_from).await
}

async fn tell(
    tx: &mut Tx<'_>,
    id: Id,
    kind: String,
    from_value: String,
    to_value: String,
    reason: &str,
    public: bool,
) -> db::Result<()> {
    let event = Event {
        id: tx.new_id(),
        at: tx.now(),
        actor: tx.actor().name().to_string(),
        kind,
        from_value,
        to_value,
        reason: reason.trim().to_string(),
        public,
    };
    store::add_event(tx, id, &event).await
}

/// Takes a step of the method: `publish`, `pause`, `end` … The gate is judged on evidence read in this transaction.
///
/// # Errors
/// [`Refused::Missing`] with everything that stands in the way; [`Refused::ReasonNeeded`]; [`Fault::Forbidden`].
pub async fn advance(
    site: &Site,
    tx: &mut Tx<'_>,
    staff: &Staff,
    id: Id,
    transition: &str,
    reason: &str,
) -> Result<Process, Refused> {
    let held: Vec<&str> = identity::PERMISSIONS
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| staff.may_named(name))
        .collect();
    step(site, tx, id, transition, Who::Person(&held), reason).await
}

/// Moves a process to the edition in use. What is written stays; what the new edition's gates ask for besides is asked
/// for at the next step.
///
/// # Errors
/// [`Fault::Conflict`] when somebody else wrote first; [`Refused::NotFromHere`] when the edition in use has no such
/// template or not the state the process is in.
pub async fn upgrade(site: &Site, tx: &mut Tx<'_>, id: Id, made_from: i64) -> Result<Process, Refused> {
    let mut process = store::process(tx, id).await?;
    if process.revision != made_from {
        return Err(Fault::Conflict.into());
    }
    let Some(pack) = newer(site, &process) else {
        return Err(Refused::NotFromHere);
    };
    let from = std::mem::replace(&mut process.pack_version, pack.edition.clone());
    save(tx, &mut process, made_from).await?;
    store::set_edition(tx, id, &process.pack_version).await?;
    let kind = "edition".to_string();
    tell(tx, id, kind, from.clone(), pack.edition.clone(), "", false).await?;
    tx.audit(
        "process.upgrade",
        "process",
        id,
        json!({ "from": from, "to": pack.edition }),
    )
    .await?;
    Ok(process)
}

/// The template of a process in the edition in use, when that is another edition and it can be followed from where the
/// process stands.
pub(crate) fn newer(site: &Site, process: &Process) -> Option<Arc<Pack>> {
    let edition = packs(site).edition(&process.pack)?;
    if edition.name == process.pack_version {
        return None;
    }
    let pack = edition.template(&process.template)?;
    let states = std::iter::once(&process.state).chain(&process.returns_to);
    let stands = states.into_iter().all(|state| pack.machine.state(state).is_some());
    stands.then(|| pack.clone())
}

pub(crate) async fn step(
    site: &Site,
    tx: &mut Tx<'_>,
    id: Id,
    transition: &str,
    who: Who<'_>,
    reason: &str,
) -> Result<Process, Refused> {
    let picture = picture(site, tx, id).await?;
    let taken = picture
        .pack
        .machine
        .advance(&picture.standing(), transition, who, reason, &picture.seen())
        .map_err(|refusal| refused(&picture.pack, refusal))?;
    let Step {
        standing,
        from,
        to,
        public,
    } = taken;
    let seen_by_all = picture.is_public() || picture.pack.machine.is_public(&standing);
    let made_from = picture.process.revision;
    let mut process = picture.process;
    process.state.clone_from(&to);
    process.returns_to = standing.returns_to;
    save(tx, &mut process, made_from).await?;
    tell(
        tx,
        id,
        "state".into(),
        from.clone(),
        to.clone(),
        reason,
        public && seen_by_all,
    )
    .await?;
    tx.audit(
        "process.advance",
        "process",
        id,
        json!({ "transition": transition, "from": from, "to": to, "reason": reason }),
    )
    .await?;
    Ok(process)
}

/// Sets a checklist item: done with a note, not applicable with a reason, or open again.
///
/// # Errors
/// [`Refused::ReasonNeeded`] without a reason for not applicable; [`Refused::Holds`] when a passed gate needs it.
pub async fn tick(
    site: &Site,
    tx: &mut Tx<'_>,
    id: Id,
    item: &str,
    status: TickStatus,
    note: &str,
) -> Result<(), Refused> {
    let process = store::process(tx, id).await?;
    let pack = packs(site).of(&process);
    if pack.item(item).is_none() {
        return Err(Fault::NotFound.into());
    }
    let note = note.trim();
    if status == TickStatus::NotApplicable && note.is_empty() {
        return Err(Refused::ReasonNeeded {
            public: false,
            fields: vec![item.to_string()],
        });
    }
    let ticks = store::ticks(tx, id).await?;
    let change = Change {
        items: [(item.to_string(), status != TickStatus::Open)].into(),
        ..Change::default()
    };
    pack.machine
        .change(&standing(&pack, &process, &ticks), &change, note)
        .map_err(|refusal| refused(&pack, refusal))?;
    store::set_tick(tx, id, item, status.code(), note).await?;
    tell(
        tx,
        id,
        format!("item:{item}"),
        String::new(),
        status.code().into(),
        note,
        false,
    )
    .await?;
    tx.audit(
        "process.tick",
        "process",
        id,
        json!({ "item": item, "status": status.code() }),
    )
    .await?;
    Ok(())
}

/// What a person says about a checklist item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TickStatus {
    Open,
    Done,
    NotApplicable,
}

impl TickStatus {
    pub fn code(self) -> &'static str {
        match self {
            TickStatus::Open => "open",
            TickStatus::Done => "done",
            TickStatus::NotApplicable => "not-applicable",
        }
    }

    pub fn from_code(code: &str) -> Option<TickStatus> {
        [TickStatus::Open, TickStatus::Done, TickStatus::NotApplicable]
            .into_iter()
            .find(|one| one.code() == code)
    }
}
