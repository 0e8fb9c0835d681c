//! SQL of processes, their events and checklists. No decisions here.

pub(crate) mod editions;

use crate::facts::Facts;
use crate::process::{Event, Process, Tick};
use db::{Conn, Id, Tx, args, sql};
use jiff::Timestamp;
use std::collections::BTreeMap;

db::record! {
    struct ProcessRow {
        id: Id,
        pack: String,
        pack_version: String,
        template: String,
        state: String,
        returns_to: String,
        level: String,
        facts: serde_json::Value,
        revision: i64,
        created_at: Timestamp,
        updated_at: Timestamp,
        updated_by: String,
    }
}

impl From<ProcessRow> for Process {
    fn from(row: ProcessRow) -> Process {
        Process {
            id: row.id,
            pack: row.pack,
            pack_version: row.pack_version,
            template: row.template,
            state: row.state,
            returns_to: Some(row.returns_to).filter(|state| !state.is_empty()),
            level: Some(row.level).filter(|level| !level.is_empty()),
            facts: Facts::from_json(row.facts),
            revision: row.revision,
            created_at: row.created_at,
            updated_at: row.updated_at,
            updated_by: row.updated_by,
        }
    }
}

db::record! {
    struct EventRow {
        id: Id,
        at: Timestamp,
        actor: String,
        kind: String,
        from_value: String,
        to_value: String,
        reason: String,
        public: bool,
    }
}

db::record! {
    struct TickRow {
        item: String,
        status: String,
        note: String,
        changed_at: Timestamp,
        changed_by: String,
        revision: i64,
    }
}

pub(crate) async fn process(conn: &mut Conn, id: Id) -> db::Result<Process> {
    let query = sql!(
        "select id, pack, pack_version, template, state, returns_to, level, facts, revision, created_at, updated_at, updated_by
         from process where id = $1"
    );
    Ok(conn.one::<ProcessRow>(query, args![id]).await?.into())
}

/// Processes in a state, for the calendar.
pub(crate) async fn in_state(conn: &mut Conn, pack: &str, state: &str) -> db::Result<Vec<Process>> {
    let query = sql!(
        "select id, pack, pack_version, template, state, returns_to, level, facts, revision, created_at, updated_at, updated_by
         from process where pack = $1 and state = $2"
    );
    Ok(conn
        .all::<ProcessRow>(query, args![pack, state])
        .await?
        .into_iter()
        .map(Process::from)
        .collect())
}

pub(crate) async fn insert(tx: &mut Tx<'_>, process: &Process) -> db::Result<()> {
    tx.run(
        sql!(
            "insert into process (id, pack, pack_version, template, state, returns_to, level, facts, revision, created_at, updated_at, updated_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
        ),
        args![
            process.id,
            process.pack.as_str(),
            process.pack_version.as_str(),
            process.template.as_str(),
            process.state.as_str(),
            process.returns_to.as_deref().unwrap_or_default(),
            process.level.as_deref().unwrap_or_default(),
            process.facts.to_json(),
            process.revision,
            process.created_at,
            process.updated_at,
            process.updated_by.as_str()
        ],
    )
    .await?;
    Ok(())
}

/// Writes a changed process over the revision it was made from.
pub(crate) async fn update(tx: &mut Tx<'_>, process: &Process, made_from: i64) -> db::Result<()> {
    tx.run_changed(
        sql!(
            "update process set state = $1, returns_to = $2, level = $3, facts = $4, revision = $5, updated_at = $6, updated_by = $7
             where id = $8 and revision = $9"
        ),
        args![
            process.state.as_str(),
            process.returns_to.as_deref().unwrap_or_default(),
            process.level.as_deref().unwrap_or_default(),
            process.facts.to_json(),
            process.revision,
            process.updated_at,
            process.updated_by.as_str(),
            process.id,
            made_from
        ],
    )
    .await
}

/// Notes that the process follows another edition.
pub(crate) async fn set_edition(tx: &mut Tx<'_>, process: Id, edition: &str) -> db::Result<()> {
    tx.run(
        sql!("update process set pack_version = $1 where id = $2"),
        args![edition, process],
    )
    .await?;
    Ok(())
}

pub(crate) async fn add_event(tx: &mut Tx<'_>, process: Id, event: &Event) -> db::Result<()> {
    add_events(tx, process, std::slice::from_ref(event)).await
}

pub(crate) async fn add_events(tx: &mut Tx<'_>, process: Id, events: &[Event]) -> db::Result<()> {
    let row = |event: &Event| {
        args![
            event.id,
            process,
            event.at,
            event.actor.as_str(),
            event.kind.as_str(),
            event.from_value.as_str(),
            event.to_value.as_str(),
            event.reason.as_str(),
            event.public
        ]
    };
    tx.run_many(
        sql!(
            "insert into process_event (id, process_id, at, actor, kind, from_value, to_value, reason, public)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        events.iter().map(row).collect(),
    )
    .await?;
    Ok(())
}

/// What happened, newest first (index `process_event_process`).
pub(crate) async fn events(conn: &mut Conn, process: Id) -> db::Result<Vec<Event>> {
    let query = sql!(
        "select id, at, actor, kind, from_value, to_value, reason, public
         from process_event where process_id = $1 order by at desc, id desc"
    );
    let rows = conn.all::<EventRow>(query, args![process]).await?;
    let event = |row: EventRow| Event {
        id: row.id,
        at: row.at,
        actor: row.actor,
        kind: row.kind,
        from_value: row.from_value,
        to_value: row.to_value,
        reason: row.reason,
        public: row.public,
    };
    Ok(rows.into_iter().map(event).collect())
}

pub(crate) async fn ticks(conn: &mut Conn, process: Id) -> db::Result<BTreeMap<String, Tick>> {
    let query = sql!(
        "select item, status, note, changed_at, changed_by, revision from checklist_item
         where process_id = $1 and status <> 'open' order by item"
    );
    let rows = conn.all::<TickRow>(query, args![process]).await?;
    let tick = |row: TickRow| {
        let (note, changed_by) = (row.note, row.changed_by);
        (
            row.item,
            Tick {
                status: row.status,
                note,
                changed_at: row.changed_at,
                changed_by,
                revision: row.revision,
            },
        )
    };
    Ok(rows.into_iter().map(tick).collect())
}

/// Sets an item. Whoever ticks last is named; two who tick the same thing agree.
pub(crate) async fn set_tick(tx: &mut Tx<'_>, process: Id, item: &str, status: &str, note: &str) -> db::Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_string());
    tx.run(
        sql!(
            "insert into checklist_item (process_id, item, status, note, changed_at, changed_by, revision)
             values ($1, $2, $3, $4, $5, $6, 1)
             on conflict (process_id, item) do update set status = excluded.status, note = excluded.note,
             changed_at = excluded.changed_at, changed_by = excluded.changed_by, revision = checklist_item.revision + 1"
        ),
        args![process, item, status, note, now, by],
    )
    .await?;
    Ok(())
}
