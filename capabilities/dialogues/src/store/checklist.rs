//! SQL of the work on checklists and of items that a dialogue has of its own. No decisions here.

use crate::checklist::{OwnItem, Work};
use db::{Conn, Id, Tx, args, sql};
use jiff::{Timestamp, civil::Date};
use std::collections::BTreeMap;

db::record! {
    struct WorkRow {
        item: String,
        owner_id: Option<Id>,
        due_on: Option<Date>,
        note: String,
        link: String,
        document_id: Option<Id>,
        revision: i64,
    }
}

/// The work on the items of a dialogue, by item.
pub(crate) async fn works(conn: &mut Conn, dialogue: Id) -> db::Result<BTreeMap<String, Work>> {
    let query = sql!(
        "select item, owner_id, due_on, note, link, document_id, revision from checklist_work where dialogue_id = $1"
    );
    let rows = conn.all::<WorkRow>(query, args![dialogue]).await?;
    let work = |row: WorkRow| {
        let work = Work {
            owner: row.owner_id,
            due_on: row.due_on,
            note: row.note,
            link: row.link,
            document: row.document_id,
            revision: row.revision,
        };
        (row.item, work)
    };
    Ok(rows.into_iter().map(work).collect())
}

/// Writes work over the revision it was made from.
///
/// # Errors
/// [`db::Error::Stale`] when somebody else wrote first.
pub(crate) async fn save_work(tx: &mut Tx<'_>, dialogue: Id, item: &str, work: &Work) -> db::Result<()> {
    let now = tx.now();
    let mut values = args![
        dialogue,
        item,
        work.owner,
        work.due_on,
        &work.note,
        &work.link,
        work.document,
        now
    ];
    if work.revision == 0 {
        let insert = sql!(
            "insert into checklist_work (dialogue_id, item, owner_id, due_on, note, link, document_id, changed_at, revision)
             values ($1, $2, $3, $4, $5, $6, $7, $8, 1) on conflict (dialogue_id, item) do nothing"
        );
        return tx.run_changed(insert, values).await;
    }
    values.extend(args![work.revision]);
    let update = sql!(
        "update checklist_work set owner_id = $3, due_on = $4, note = $5, link = $6, document_id = $7, changed_at = $8,
         revision = revision + 1 where dialogue_id = $1 and item = $2 and revision = $9"
    );
    tx.run_changed(update, values).await
}

/// Writes who does many items by when, whatever stood there.
pub(crate) async fn assign(tx: &mut Tx<'_>, dialogue: Id, works: &[(&str, Work)]) -> db::Result<()> {
    let now = tx.now();
    let row = |(item, work): &(&str, Work)| args![dialogue, *item, work.owner, work.due_on, now];
    tx.run_many(
        sql!(
            "insert into checklist_work (dialogue_id, item, owner_id, due_on, note, link, changed_at, revision)
             values ($1, $2, $3, $4, '', '', $5, 1)
             on conflict (dialogue_id, item) do update set owner_id = excluded.owner_id, due_on = excluded.due_on,
             changed_at = excluded.changed_at, revision = checklist_work.revision + 1"
        ),
        works.iter().map(row).collect(),
    )
    .await?;
    Ok(())
}

db::record! {
    struct OwnRow {
        item: String,
        phase: String,
        text: String,
        method: String,
        added_by: String,
        removed_at: Option<Timestamp>,
    }
}

/// The dialogue's own items in the order they came, those that were taken away among them.
pub(crate) async fn own_items(conn: &mut Conn, dialogue: Id) -> db::Result<Vec<OwnItem>> {
    let query = sql!(
        "select item, phase, text, method, added_by, removed_at from own_item
         where dialogue_id = $1 order by added_at, item"
    );
    let rows = conn.all::<OwnRow>(query, args![dialogue]).await?;
    let own = |row: OwnRow| OwnItem {
        item: row.item,
        phase: row.phase,
        text: row.text,
        method: row.method,
        added_by: row.added_by,
        removed_at: row.removed_at,
    };
    Ok(rows.into_iter().map(own).collect())
}

/// Adds items; one that was taken away comes back.
pub(crate) async fn add_own_items(tx: &mut Tx<'_>, dialogue: Id, items: &[OwnItem]) -> db::Result<()> {
    let now = tx.now();
    let row = |own: &OwnItem| {
        args![
            dialogue,
            &own.item,
            &own.phase,
            &own.text,
            &own.method,
            now,
            &own.added_by
        ]
    };
    tx.run_many(
        sql!(
            "insert into own_item (dialogue_id, item, phase, text, method, added_at, added_by)
             values ($1, $2, $3, $4, $5, $6, $7)
             on conflict (dialogue_id, item) do update set removed_at = null"
        ),
        items.iter().map(row).collect(),
    )
    .await?;
    Ok(())
}

pub(crate) async fn set_removed(
    tx: &mut Tx<'_>,
    dialogue: Id,
    item: &str,
    removed_at: Option<Timestamp>,
) -> db::Result<()> {
    let statement = sql!("update own_item set removed_at = $3 where dialogue_id = $1 and item = $2");
    tx.run_changed(statement, args![dialogue, item, removed_at]).await
}

db::record! {
    /// An item that somebody should do by a day, with how it stands.
    pub(crate) struct DueRow {
        pub dialogue_id: Id,
        pub item: String,
        pub due_on: Date,
        /// Empty when nobody has ticked it.
        pub status: String,
        /// Empty for items of the pack, as is the method.
        pub own_text: String,
        pub own_method: String,
        pub removed_at: Option<Timestamp>,
    }
}

/// Items due until a day that are an official's: given to them, or to nobody in a dialogue of theirs (index
/// `checklist_work_due`).
pub(crate) async fn due(conn: &mut Conn, official: Id, until: Date) -> db::Result<Vec<DueRow>> {
    let query = sql!(
        "select w.dialogue_id, w.item, w.due_on, coalesce(c.status, '') as status, coalesce(o.text, '') as own_text,
                coalesce(o.method, '') as own_method, o.removed_at
         from checklist_work w
         join dialogue d on d.id = w.dialogue_id
         left join checklist_item c on c.process_id = w.dialogue_id and c.item = w.item
         left join own_item o on o.dialogue_id = w.dialogue_id and o.item = w.item
         where w.due_on <> '' and w.due_on <= $2
           and (w.owner_id = $1 or (w.owner_id is null and d.owner_id = $1))
         order by w.due_on, w.item"
    );
    conn.all(query, args![official, until]).await
}
