//! SQL of the wall. No decisions here.

use crate::model::wall::{Group, Note, Turns, Wall};
use db::{Conn, Id, Tx, args, sql};
use evidence_chain::{Node, NodeKind};
use jiff::Timestamp;
use serde_json::Value;
use std::collections::HashMap;

db::record! {
    struct GroupRow {
        id: Id,
        name: String,
        insight_id: Option<Id>,
        removed_at: Option<Timestamp>,
    }
}

db::record! {
    struct NoteRow {
        id: Id,
        node_id: Option<Id>,
        body: String,
        source: String,
        group_id: Option<Id>,
        removed_at: Option<Timestamp>,
        erased_at: Option<Timestamp>,
    }
}

impl From<NoteRow> for Note {
    fn from(row: NoteRow) -> Note {
        Note {
            id: row.id,
            is_evidence: false,
            body: row.body,
            source: row.source,
            kind: String::new(),
            group: row.group_id,
            is_there: row.removed_at.is_none(),
            is_erased: row.erased_at.is_some(),
        }
    }
}

/// The wall of a project, with the evidence that the project has now.
pub(crate) async fn wall(conn: &mut Conn, project: Id) -> db::Result<Wall> {
    let query = sql!(
        "select id, name, insight_id, removed_at from affinity_group where process_id = $1 order by created_at, id"
    );
    let groups = conn.all::<GroupRow>(query, args![project]).await?;
    let query = sql!(
        "select id, node_id, body, source, group_id, removed_at, erased_at from affinity_note where process_id = $1
         order by created_at, id"
    );
    let rows = conn.all::<NoteRow>(query, args![project]).await?;
    let sorted: HashMap<Id, Option<Id>> = rows
        .iter()
        .filter_map(|row| Some((row.node_id?, row.group_id)))
        .collect();
    let nodes = evidence_chain::of_project(conn, project).await?;
    let evidence = nodes.into_iter().filter(|node| node.kind() == NodeKind::Evidence);
    let evidence = evidence.map(|node| laid(&sorted, node));
    let loose = rows.into_iter().filter(|row| row.node_id.is_none()).map(Note::from);
    let group = |row: GroupRow| Group {
        id: row.id,
        name: row.name,
        insight: row.insight_id,
        is_there: row.removed_at.is_none(),
    };
    Ok(Wall {
        groups: groups.into_iter().map(group).collect(),
        notes: evidence.chain(loose).collect(),
    })
}

fn laid(sorted: &HashMap<Id, Option<Id>>, node: Node) -> Note {
    Note {
        id: node.id,
        is_evidence: true,
        is_there: true,
        is_erased: node.is_erased(),
        group: sorted.get(&node.id).copied().flatten(),
        body: node.body,
        source: node.source,
        kind: node.source_kind,
    }
}

/// Begins a step: whoever changes the same wall waits until it is committed. Gives its number.
pub(crate) async fn begin_step(tx: &mut Tx<'_>, project: Id) -> db::Result<i64> {
    let statement = sql!(
        "insert into affinity_wall (process_id, steps) values ($1, 1)
         on conflict (process_id) do update set steps = affinity_wall.steps + 1"
    );
    tx.run(statement, args![project]).await?;
    tx.scalar(
        sql!("select steps from affinity_wall where process_id = $1"),
        args![project],
    )
    .await
}

/// Writes a loose note that does not lie there yet: the step that follows puts it up.
pub(crate) async fn insert_note(tx: &mut Tx<'_>, project: Id, id: Id, body: &str, source: &str) -> db::Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    tx.run(
        sql!(
            "insert into affinity_note (process_id, id, node_id, body, source, group_id, removed_at, erased_at, created_at, created_by)
             values ($1, $2, null, $3, $4, null, $5, null, $5, $6)"
        ),
        args![project, id, body, source, now, by],
    )
    .await?;
    Ok(())
}

/// Lays notes and groups as they should lie after an act.
pub(crate) async fn lay(tx: &mut Tx<'_>, project: Id, wall: &Wall, turns: &Turns) -> db::Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let gone = |is_there: bool| (!is_there).then_some(now);
    let groups = turns.groups.iter();
    let rows = groups.map(|turn| args![project, turn.id, &turn.after.name, gone(turn.after.is_there), now, &by]);
    tx.run_many(
        sql!(
            "insert into affinity_group (process_id, id, name, insight_id, removed_at, created_at, created_by)
             values ($1, $2, $3, null, $4, $5, $6)
             on conflict (process_id, id) do update set name = excluded.name, removed_at = excluded.removed_at"
        ),
        rows.collect(),
    )
    .await?;
    // A row of evidence is written when it is first moved; a loose note has one.
    let evidence = |id: Id| {
        wall.notes
            .iter()
            .any(|note| note.id == id && note.is_evidence)
            .then_some(id)
    };
    let notes = turns.notes.iter();
    let row = |(id, group, is_there): (Id, Option<Id>, bool)| {
        args![project, id, evidence(id), group, gone(is_there), now, &by]
    };
    let rows = notes.map(|turn| row((turn.id, turn.after.group, turn.after.is_there)));
    tx.run_many(
        sql!(
            "insert into affinity_note (process_id, id, node_id, body, source, group_id, removed_at, erased_at, created_at, created_by)
             values ($1, $2, $3, '', '', $4, $5, null, $6, $7)
             on conflict (process_id, id) do update set group_id = excluded.group_id, removed_at = excluded.removed_at"
        ),
        rows.collect(),
    )
    .await?;
    Ok(())
}

/// Takes the words of a loose note away.
pub(crate) async fn erase_note(tx: &mut Tx<'_>, project: Id, note: Id) -> db::Result<()> {
    let now = tx.now();
    let statement = sql!(
        "update affinity_note set body = '', source = '', erased_at = $1
         where process_id = $2 and id = $3 and node_id is null and removed_at is not null and erased_at is null"
    );
    tx.run_changed(statement, args![now, project, note]).await
}

/// Says which insight a group became.
pub(crate) async fn set_insight(tx: &mut Tx<'_>, project: Id, group: Id, insight: Id) -> db::Result<()> {
    let statement =
        sql!("update affinity_group set insight_id = $1 where process_id = $2 and id = $3 and insight_id is null");
    tx.run_changed(statement, args![insight, project, group]).await
}

db::record! {
    /// A step as it was done.
    pub(crate) struct Step {
        pub number: i64,
        pub act: String,
        pub turns: Value,
        pub done_by: String,
    }
}

pub(crate) async fn insert_step(tx: &mut Tx<'_>, project: Id, number: i64, act: &str, turns: Value) -> db::Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    tx.run(
        sql!(
            "insert into affinity_step (process_id, number, act, turns, done_at, done_by, undone_at)
             values ($1, $2, $3, $4, $5, $6, null)"
        ),
        args![project, number, act, turns, now, by],
    )
    .await?;
    Ok(())
}

/// The latest step that has not been turned back.
pub(crate) async fn last_step(conn: &mut Conn, project: Id) -> db::Result<Option<Step>> {
    let query = sql!(
        "select number, act, turns, done_by from affinity_step where process_id = $1 and undone_at is null
         order by number desc limit 1"
    );
    conn.maybe(query, args![project]).await
}

/// A step that has not been turned back.
pub(crate) async fn step(conn: &mut Conn, project: Id, number: i64) -> db::Result<Step> {
    let query = sql!(
        "select number, act, turns, done_by from affinity_step where process_id = $1 and number = $2 and undone_at is null"
    );
    conn.one(query, args![project, number]).await
}

pub(crate) async fn set_undone(tx: &mut Tx<'_>, project: Id, number: i64) -> db::Result<()> {
    let now = tx.now();
    let statement =
        sql!("update affinity_step set undone_at = $1 where process_id = $2 and number = $3 and undone_at is null");
    tx.run_changed(statement, args![now, project, number]).await
}
