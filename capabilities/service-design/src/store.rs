//! SQL of sheets and of ordered dialogues. No decisions here.

pub(crate) mod files;
pub(crate) mod rounds;
pub(crate) mod votes;
pub(crate) mod wall;

use crate::model::filled::Filled;
use crate::model::order::Order;
use db::{Conn, Id, Tx, args, sql};
use jiff::{Timestamp, civil::Date};
use method::Facts;
use serde_json::Value;

db::record! {
    struct FilledRow {
        id: Id,
        process_id: Id,
        template: String,
        title: String,
        step: String,
        facts: Value,
        erase_on: Option<Date>,
        erased_at: Option<Timestamp>,
        erased_by: String,
        archived_at: Option<Timestamp>,
        revision: i64,
        created_at: Timestamp,
        created_by: String,
        updated_at: Timestamp,
        updated_by: String,
    }
}

impl From<FilledRow> for Filled {
    fn from(row: FilledRow) -> Filled {
        Filled {
            id: row.id,
            project: row.process_id,
            template: row.template,
            title: row.title,
            step: row.step,
            facts: Facts::from_json(row.facts),
            erase_on: row.erase_on,
            erased_at: row.erased_at,
            erased_by: row.erased_by,
            archived_at: row.archived_at,
            revision: row.revision,
            created_at: row.created_at,
            created_by: row.created_by,
            updated_at: row.updated_at,
            updated_by: row.updated_by,
        }
    }
}

/// The sheets of a project, the latest first (index `filled_sheet_process`).
pub(crate) async fn filled_of(conn: &mut Conn, project: Id) -> db::Result<Vec<Filled>> {
    let query = sql!(
        "select id, process_id, template, title, step, facts, erase_on, erased_at, erased_by, archived_at, revision,
                created_at, created_by, updated_at, updated_by
         from filled_sheet where process_id = $1 order by created_at desc, id desc"
    );
    let rows = conn.all::<FilledRow>(query, args![project]).await?;
    Ok(rows.into_iter().map(Filled::from).collect())
}

pub(crate) async fn filled(conn: &mut Conn, project: Id, id: Id) -> db::Result<Filled> {
    let query = sql!(
        "select id, process_id, template, title, step, facts, erase_on, erased_at, erased_by, archived_at, revision,
                created_at, created_by, updated_at, updated_by
         from filled_sheet where process_id = $1 and id = $2"
    );
    Ok(conn.one::<FilledRow>(query, args![project, id]).await?.into())
}

/// Sheets that must be erased by a day and are not (index `filled_sheet_erase`).
pub(crate) async fn to_erase(conn: &mut Conn, until: Date) -> db::Result<Vec<Filled>> {
    let query = sql!(
        "select id, process_id, template, title, step, facts, erase_on, erased_at, erased_by, archived_at, revision,
                created_at, created_by, updated_at, updated_by
         from filled_sheet where erase_on <> '' and erase_on <= $1 and erased_at is null order by erase_on, id"
    );
    let rows = conn.all::<FilledRow>(query, args![until]).await?;
    Ok(rows.into_iter().map(Filled::from).collect())
}

/// What a sheet says, with what stands beside it for lists.
pub(crate) struct Written<'a> {
    pub title: &'a str,
    pub facts: Value,
    pub erase_on: Option<Date>,
}

pub(crate) async fn insert(
    tx: &mut Tx<'_>,
    project: Id,
    template: &str,
    step: &str,
    written: Written<'_>,
) -> db::Result<Id> {
    let (id, now) = (tx.new_id(), tx.now());
    let by = tx.actor().name().to_string();
    tx.run(
        sql!(
            "insert into filled_sheet (id, process_id, template, title, step, facts, erase_on, erased_by, revision,
             created_at, created_by, updated_at, updated_by)
             values ($1, $2, $3, $4, $5, $6, $7, '', 1, $8, $9, $8, $9)"
        ),
        args![
            id,
            project,
            template,
            written.title,
            step,
            written.facts,
            written.erase_on,
            now,
            by
        ],
    )
    .await?;
    Ok(id)
}

/// Writes a sheet over the revision it was made from.
///
/// # Errors
/// [`db::Error::Stale`] when somebody else wrote first.
pub(crate) async fn update(tx: &mut Tx<'_>, id: Id, made_from: i64, written: Written<'_>) -> db::Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_string());
    let statement = sql!(
        "update filled_sheet set title = $1, facts = $2, erase_on = $3, updated_at = $4, updated_by = $5,
         revision = revision + 1 where id = $6 and revision = $7 and erased_at is null and archived_at is null"
    );
    let values = args![written.title, written.facts, written.erase_on, now, by, id, made_from];
    tx.run_changed(statement, values).await
}

pub(crate) async fn set_step(tx: &mut Tx<'_>, project: Id, id: Id, step: &str) -> db::Result<()> {
    let statement = sql!("update filled_sheet set step = $1 where process_id = $2 and id = $3");
    tx.run_changed(statement, args![step, project, id]).await
}

pub(crate) async fn set_archived(tx: &mut Tx<'_>, project: Id, id: Id, at: Option<Timestamp>) -> db::Result<()> {
    let statement = sql!("update filled_sheet set archived_at = $1 where process_id = $2 and id = $3");
    tx.run_changed(statement, args![at, project, id]).await
}

/// Takes away what a sheet says; that it was there remains.
pub(crate) async fn erase(tx: &mut Tx<'_>, project: Id, id: Id, decision: &str) -> db::Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_string());
    let nothing = Value::Object(serde_json::Map::new());
    let statement = sql!(
        "update filled_sheet set facts = $1, erased_at = $2, erased_by = $3, updated_at = $2, updated_by = $4,
         revision = revision + 1 where process_id = $5 and id = $6 and erased_at is null"
    );
    tx.run_changed(statement, args![nothing, now, decision, by, project, id])
        .await
}

db::record! {
    struct OrderRow {
        dialogue_id: Id,
        project_id: Id,
        ordered_at: Timestamp,
        ordered_by: String,
    }
}

impl From<OrderRow> for Order {
    fn from(row: OrderRow) -> Order {
        Order {
            dialogue: row.dialogue_id,
            project: row.project_id,
            ordered_at: row.ordered_at,
            ordered_by: row.ordered_by,
        }
    }
}

pub(crate) async fn insert_order(tx: &mut Tx<'_>, project: Id, dialogue: Id) -> db::Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_string());
    let statement =
        sql!("insert into ordered_dialogue (dialogue_id, project_id, ordered_at, ordered_by) values ($1, $2, $3, $4)");
    tx.run(statement, args![dialogue, project, now, by]).await?;
    Ok(())
}

/// The dialogues that a project has ordered, the latest first (index `ordered_dialogue_project`).
pub(crate) async fn orders_of(conn: &mut Conn, project: Id) -> db::Result<Vec<Order>> {
    let query = sql!(
        "select dialogue_id, project_id, ordered_at, ordered_by from ordered_dialogue
         where project_id = $1 order by ordered_at desc, dialogue_id"
    );
    let rows = conn.all::<OrderRow>(query, args![project]).await?;
    Ok(rows.into_iter().map(Order::from).collect())
}

pub(crate) async fn order_of(conn: &mut Conn, dialogue: Id) -> db::Result<Option<Order>> {
    let query =
        sql!("select dialogue_id, project_id, ordered_at, ordered_by from ordered_dialogue where dialogue_id = $1");
    Ok(conn.maybe::<OrderRow>(query, args![dialogue]).await?.map(Order::from))
}
