//! SQL of examples and their versions. No decisions here.

use crate::model::{Content, State};
use db::{Conn, Id, Tx, args, sql};
use jiff::Timestamp;
use web::Fault;

db::record! {
    struct ExampleRow {
        id: Id,
        dialogue_id: Option<Id>,
        draft: serde_json::Value,
        state: String,
        version: i64,
        revision: i64,
        updated_at: Timestamp,
        updated_by: String,
    }
}

/// An example with what is written on.
#[derive(Debug, Clone)]
pub(crate) struct Example {
    pub id: Id,
    /// The dialogue it tells of; none for one from before.
    pub dialogue_id: Option<Id>,
    pub draft: Content,
    pub state: State,
    /// The version in the bank, or the last that stood there; 0 before the first.
    pub version: i64,
    pub revision: i64,
    pub updated_at: Timestamp,
    pub updated_by: String,
}

impl From<ExampleRow> for Example {
    fn from(row: ExampleRow) -> Example {
        Example {
            id: row.id,
            dialogue_id: row.dialogue_id,
            draft: content(row.draft),
            state: State::named(&row.state),
            version: row.version,
            revision: row.revision,
            updated_at: row.updated_at,
            updated_by: row.updated_by,
        }
    }
}

/// Every field has a default, so what an older program wrote can be read too.
fn content(json: serde_json::Value) -> Content {
    serde_json::from_value(json).unwrap_or_default()
}

fn json(content: &Content) -> Result<serde_json::Value, Fault> {
    serde_json::to_value(content).map_err(Fault::internal)
}

pub(crate) async fn example(conn: &mut Conn, id: Id) -> db::Result<Example> {
    let query = sql!(
        "select id, dialogue_id, draft, state, version, revision, updated_at, updated_by from example where id = $1"
    );
    Ok(conn.one::<ExampleRow>(query, args![id]).await?.into())
}

pub(crate) async fn of_dialogue(conn: &mut Conn, dialogue: Id) -> db::Result<Option<Example>> {
    let query = sql!(
        "select id, dialogue_id, draft, state, version, revision, updated_at, updated_by from example
         where dialogue_id = $1"
    );
    Ok(conn
        .maybe::<ExampleRow>(query, args![dialogue])
        .await?
        .map(Example::from))
}

/// All examples, those written on last on top.
pub(crate) async fn all(conn: &mut Conn) -> db::Result<Vec<Example>> {
    let query = sql!(
        "select id, dialogue_id, draft, state, version, revision, updated_at, updated_by from example
         order by updated_at desc, id desc"
    );
    let rows = conn.all::<ExampleRow>(query, args![]).await?;
    Ok(rows.into_iter().map(Example::from).collect())
}

db::record! {
    struct PublishedRow {
        id: Id,
        content: serde_json::Value,
    }
}

/// What stands in the bank, newest first.
pub(crate) async fn published(conn: &mut Conn) -> db::Result<Vec<(Id, Content)>> {
    let query = sql!(
        "select e.id, v.content from example e join example_version v on v.example_id = e.id and v.version = e.version
         where e.state = 'published' order by v.published_at desc, e.id desc"
    );
    let rows = conn.all::<PublishedRow>(query, args![]).await?;
    Ok(rows.into_iter().map(|row| (row.id, content(row.content))).collect())
}

db::record! {
    struct VersionRow {
        version: i64,
        content: serde_json::Value,
        note: String,
        published_at: Timestamp,
        published_by: String,
    }
}

/// A version as it was published.
#[derive(Debug, Clone)]
pub(crate) struct Version {
    pub version: i64,
    pub content: Content,
    /// What changed.
    pub note: String,
    pub published_at: Timestamp,
    pub published_by: String,
}

/// The versions of an example, newest first.
pub(crate) async fn versions(conn: &mut Conn, example: Id) -> db::Result<Vec<Version>> {
    let query = sql!(
        "select version, content, note, published_at, published_by from example_version where example_id = $1
         order by version desc"
    );
    let rows = conn.all::<VersionRow>(query, args![example]).await?;
    let version = |row: VersionRow| Version {
        version: row.version,
        content: content(row.content),
        note: row.note,
        published_at: row.published_at,
        published_by: row.published_by,
    };
    Ok(rows.into_iter().map(version).collect())
}

pub(crate) async fn insert(tx: &mut Tx<'_>, dialogue: Option<Id>, draft: &Content) -> Result<Id, Fault> {
    let (id, now, by) = (tx.new_id(), tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "insert into example (id, dialogue_id, draft, state, version, revision, created_at, updated_at, updated_by)
         values ($1, $2, $3, 'draft', 0, 1, $4, $4, $5)"
    );
    tx.run(statement, args![id, dialogue, json(draft)?, now, by]).await?;
    Ok(id)
}

pub(crate) async fn update(tx: &mut Tx<'_>, id: Id, revision: i64, draft: &Content) -> Result<(), Fault> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "update example set draft = $3, updated_at = $4, updated_by = $5, revision = revision + 1
         where id = $1 and revision = $2"
    );
    tx.run_changed(statement, args![id, revision, json(draft)?, now, by])
        .await?;
    Ok(())
}

pub(crate) async fn set_state(tx: &mut Tx<'_>, id: Id, revision: i64, state: State, version: i64) -> db::Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "update example set state = $3, version = $4, updated_at = $5, updated_by = $6, revision = revision + 1
         where id = $1 and revision = $2"
    );
    tx.run_changed(statement, args![id, revision, state.code(), version, now, by])
        .await
}

pub(crate) async fn insert_version(
    tx: &mut Tx<'_>,
    example: Id,
    version: i64,
    content: &Content,
    note: &str,
) -> Result<(), Fault> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "insert into example_version (example_id, version, content, note, published_at, published_by)
         values ($1, $2, $3, $4, $5, $6)"
    );
    tx.run(statement, args![example, version, json(content)?, note, now, by])
        .await?;
    Ok(())
}
