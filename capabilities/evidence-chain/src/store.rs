//! SQL of the chain. No decisions here.

pub(crate) mod links;
pub(crate) mod trace;

use crate::model::node::{Node, Origin, Read, Standing};
use db::{Conn, Id, Result, Tx, args, sql};
pub(crate) use links::{LinkLine, NewLink, PieceRow};
use method::Facts;
use method::pack::NodeKind;
use serde_json::Value as Json;
use std::collections::HashMap;
pub(crate) use trace::TraceRow;

/// # Errors
/// [`db::Error::NotFound`].
pub(crate) async fn node(conn: &mut Conn, id: Id) -> Result<Node> {
    let query = sql!(
        "select n.id, n.kind, n.title, n.body, n.status, n.standing, n.reason, n.public_text, n.group_names, n.source_kind, n.source, n.quotable,
                n.origin_id, n.origin, n.topic, n.area, n.passage_id, n.theme_id, n.voices, n.base, n.follow_ups, n.supporting, n.contradicting, n.sources,
                n.source_kinds, n.groups_heard, n.erased_at, n.revision, n.created_at, n.created_by, n.updated_at, n.updated_by
         from chain_node n where n.id = $1"
    );
    conn.one(query, args![id]).await
}

/// The fields of a node, as JSON.
pub(crate) async fn details(conn: &mut Conn, id: Id) -> Result<String> {
    conn.scalar(sql!("select details from chain_node where id = $1"), args![id])
        .await
}

/// Which nodes a list shows; empty parts ask for nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    pub words: String,
    pub kind: String,
    pub standing: String,
    pub topic: String,
    pub area: String,
    pub group: String,
    /// A year, as four digits.
    pub year: String,
}

impl Search {
    fn values(&self, limit: i64, offset: i64) -> Vec<db::Value> {
        let holds = |text: &str| match text.trim() {
            "" => String::new(),
            text => format!("%{}%", literal(&text.to_lowercase())),
        };
        let group = match self.group.trim() {
            "" => String::new(),
            group => format!("%{}%", literal(&serde_json::Value::from(group).to_string())),
        };
        let (from, to) = self.years();
        args![
            holds(&self.words),
            &self.kind,
            &self.standing,
            &self.topic,
            &self.area,
            group,
            from,
            to,
            limit,
            offset
        ]
    }

    /// The moments between which nodes of the asked year were made. Years begin and end in Sweden's own time.
    fn years(&self) -> (i64, i64) {
        let start = |year: i16| {
            let day = jiff::civil::Date::new(year, 1, 1).ok()?;
            let moment = day.in_tz("Europe/Stockholm").ok()?;
            Some(moment.timestamp().as_microsecond())
        };
        let asked: Option<i16> = self.year.trim().parse().ok();
        let span = asked.and_then(|year| Some((start(year)?, start(year.checked_add(1)?)?)));
        span.unwrap_or((i64::MIN, i64::MAX))
    }
}

/// What the engines would read as a pattern, as plain letters.
fn literal(text: &str) -> String {
    text.replace('!', "!!").replace('%', "!%").replace('_', "!_")
}

/// The nodes that a search finds, the latest first.
pub(crate) async fn found(conn: &mut Conn, search: &Search, limit: i64, offset: i64) -> Result<Vec<Node>> {
    let query = sql!(
        "select n.id, n.kind, n.title, n.body, n.status, n.standing, n.reason, n.public_text, n.group_names, n.source_kind, n.source, n.quotable,
                n.origin_id, n.origin, n.topic, n.area, n.passage_id, n.theme_id, n.voices, n.base, n.follow_ups, n.supporting, n.contradicting, n.sources,
                n.source_kinds, n.groups_heard, n.erased_at, n.revision, n.created_at, n.created_by, n.updated_at, n.updated_by
         from chain_node n
         where ($1 = '' or n.search like $1 escape '!') and ($2 = '' or n.kind = $2) and ($3 = '' or n.standing = $3)
           and ($4 = '' or n.topic = $4) and ($5 = '' or n.area = $5) and ($6 = '' or n.group_names like $6 escape '!')
           and n.created_at >= $7 and n.created_at < $8
         order by n.created_at desc, n.id desc limit $9 offset $10"
    );
    conn.all(query, search.values(limit, offset)).await
}

/// How many nodes a search finds.
pub(crate) async fn count_found(conn: &mut Conn, search: &Search) -> Result<i64> {
    let query = sql!(
        "select count(*) as n from chain_node n
         where ($1 = '' or n.search like $1 escape '!') and ($2 = '' or n.kind = $2) and ($3 = '' or n.standing = $3)
           and ($4 = '' or n.topic = $4) and ($5 = '' or n.area = $5) and ($6 = '' or n.group_names like $6 escape '!')
           and n.created_at >= $7 and n.created_at < $8"
    );
    let mut values = search.values(0, 0);
    values.truncate(8);
    conn.scalar(query, values).await
}

db::record! {
    struct FillingRow {
        id: Id,
        details: Json,
    }
}

/// What the fields of a project's nodes of a rank say, by node.
pub(crate) async fn fillings(conn: &mut Conn, process: Id, rank: i64) -> Result<HashMap<Id, Facts>> {
    let query = sql!(
        "select n.id, n.details from chain_place p join chain_node n on n.id = p.node_id
         where p.process_id = $1 and n.rank = $2"
    );
    let rows = conn.all::<FillingRow>(query, args![process, rank]).await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.id, Facts::from_json(row.details)))
        .collect())
}

/// The nodes that a project works with, the oldest first.
pub(crate) async fn placed(conn: &mut Conn, process: Id) -> Result<Vec<Node>> {
    let query = sql!(
        "select n.id, n.kind, n.title, n.body, n.status, n.standing, n.reason, n.public_text, n.group_names, n.source_kind, n.source, n.quotable,
                n.origin_id, n.origin, n.topic, n.area, n.passage_id, n.theme_id, n.voices, n.base, n.follow_ups, n.supporting, n.contradicting, n.sources,
                n.source_kinds, n.groups_heard, n.erased_at, n.revision, n.created_at, n.created_by, n.updated_at, n.updated_by
         from chain_place p join chain_node n on n.id = p.node_id where p.process_id = $1 order by n.rank, n.created_at, n.id"
    );
    conn.all(query, args![process]).await
}

db::record! {
    /// A word that nodes bear, for filters.
    pub(crate) struct Word {
        pub field: String,
        pub word: String,
    }
}

/// The topics and areas of nodes.
pub(crate) async fn words(conn: &mut Conn) -> Result<Vec<Word>> {
    let query = sql!(
        "select distinct 'topic' as field, topic as word from chain_node where topic <> ''
         union select distinct 'area' as field, area as word from chain_node where area <> '' order by word"
    );
    conn.all(query, args![]).await
}

/// The processes that work with a node.
pub(crate) async fn places(conn: &mut Conn, node: Id) -> Result<Vec<Id>> {
    let query = sql!("select process_id from chain_place where node_id = $1 order by placed_at, process_id");
    conn.scalars(query, args![node]).await
}

/// A node to write: what its fields say, and where it comes from.
pub(crate) struct NewNode<'a> {
    pub id: Id,
    pub kind: NodeKind,
    pub read: &'a Read,
    pub standing: Standing,
    pub details: String,
    pub origin: &'a Origin,
}

fn json(list: &[String]) -> String {
    serde_json::Value::from(list.to_vec()).to_string()
}

pub(crate) async fn insert(tx: &mut Tx<'_>, nodes: &[NewNode<'_>]) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let row = |new: &NewNode<'_>| {
        let (read, origin) = (new.read, new.origin);
        args![
            new.id,
            new.kind.code(),
            new.kind.rank(),
            &read.title,
            &read.body,
            &read.status,
            new.standing.code(),
            &read.reason,
            &read.public_text,
            json(&read.groups),
            &read.source_kind,
            &read.source,
            &read.quotable,
            origin.process,
            &origin.title,
            &origin.topic,
            &origin.area,
            origin.passage,
            origin.theme,
            origin.voices.len(),
            origin.base,
            &new.details,
            read.search(&origin.title),
            now,
            &by,
            read.follow_ups
        ]
    };
    let statement = sql!(
        "insert into chain_node (id, kind, rank, title, body, status, standing, reason, public_text, group_names, source_kind, source,
           quotable, origin_id, origin, topic, area, passage_id, theme_id, voices, base, follow_ups, supporting, contradicting, sources,
           source_kinds, groups_heard, details, search, erased_at, revision, created_at, created_by, updated_at, updated_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $26, 0, 0, 0, 0, 0, $22,
           $23, null, 1, $24, $25, $24, $25)"
    );
    tx.run_many(statement, nodes.iter().map(row).collect()).await?;
    let voice = |new: &NewNode<'_>| {
        let id = new.id;
        let voices = new.origin.voices.iter();
        voices.map(|voice| args![*voice, id]).collect::<Vec<_>>()
    };
    let statement = sql!("insert into chain_voice (contribution_id, node_id) values ($1, $2)");
    tx.run_many(statement, nodes.iter().flat_map(voice).collect()).await?;
    Ok(())
}

/// # Errors
/// [`db::Error::Stale`] when somebody wrote after `revision`.
pub(crate) async fn update(
    tx: &mut Tx<'_>,
    id: Id,
    revision: i64,
    read: &Read,
    standing: Standing,
    details: String,
    origin: &str,
) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "update chain_node set title = $3, body = $4, status = $5, standing = $6, reason = $7, public_text = $8, group_names = $9,
           source_kind = $10, source = $11, quotable = $12, details = $13, search = $14, updated_at = $15, updated_by = $16,
           follow_ups = $17, revision = revision + 1
         where id = $1 and revision = $2"
    );
    let values = args![
        id,
        revision,
        &read.title,
        &read.body,
        &read.status,
        standing.code(),
        &read.reason,
        &read.public_text,
        json(&read.groups),
        &read.source_kind,
        &read.source,
        &read.quotable,
        details,
        read.search(origin),
        now,
        by,
        read.follow_ups
    ];
    tx.run_changed(statement, values).await
}

/// Takes the words of a node away. Kind, source, counts and links stay.
pub(crate) async fn erase(tx: &mut Tx<'_>, id: Id, details: String) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "update chain_node set title = '', body = '', public_text = '', details = $2, search = '', erased_at = $3, updated_at = $3,
           updated_by = $4, revision = revision + 1
         where id = $1 and erased_at is null"
    );
    tx.run_changed(statement, args![id, details, now, by]).await
}

/// Puts nodes among those that a process works with; what lies there already stays.
pub(crate) async fn place(tx: &mut Tx<'_>, process: Id, nodes: &[Id]) -> Result<u64> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "insert into chain_place (process_id, node_id, placed_at, placed_by) values ($1, $2, $3, $4)
         on conflict (process_id, node_id) do nothing"
    );
    let row = |node: &Id| args![process, *node, now, &by];
    tx.run_many(statement, nodes.iter().map(row).collect()).await
}

pub(crate) async fn unplace(tx: &mut Tx<'_>, process: Id, node: Id) -> Result<()> {
    let statement = sql!("delete from chain_place where process_id = $1 and node_id = $2");
    tx.run_changed(statement, args![process, node]).await
}

/// The passages of a dialogue that are evidence already.
pub(crate) async fn quoted(conn: &mut Conn, dialogue: Id) -> Result<Vec<Id>> {
    let query =
        sql!("select passage_id from chain_node where origin_id = $1 and passage_id is not null and erased_at is null");
    conn.scalars(query, args![dialogue]).await
}

/// The themes of a dialogue that are evidence already.
pub(crate) async fn counted(conn: &mut Conn, dialogue: Id) -> Result<Vec<Id>> {
    let query =
        sql!("select theme_id from chain_node where origin_id = $1 and theme_id is not null and passage_id is null");
    conn.scalars(query, args![dialogue]).await
}

db::record! {
    /// How many nodes of a kind stand how.
    pub struct Count {
        pub kind: String,
        pub standing: String,
        pub count: i64,
    }
}

/// Nodes of the whole municipality by kind and standing.
pub(crate) async fn counts(conn: &mut Conn) -> Result<Vec<Count>> {
    let query = sql!(
        "select kind, standing, count(*) as count from chain_node where erased_at is null group by kind, standing order by kind, standing"
    );
    conn.all(query, args![]).await
}

db::record! {
    struct Part { part: i64, whole: i64 }
}

/// Insights that stand and are used, and all that stand.
pub(crate) async fn used_insights(conn: &mut Conn) -> Result<(i64, i64)> {
    let query = sql!(
        "select coalesce(sum(case when exists (select 1 from chain_place p where p.node_id = n.id)
                                    or exists (select 1 from chain_link l where l.from_id = n.id and l.removed_at is null)
                                  then 1 else 0 end), 0) as part, count(*) as whole
         from chain_node n where n.rank = 2 and n.standing = 'standing' and n.erased_at is null"
    );
    let row: Part = conn.one(query, args![]).await?;
    Ok((row.part, row.whole))
}

/// Benefits that have been followed up, and all.
pub(crate) async fn followed_effects(conn: &mut Conn) -> Result<(i64, i64)> {
    let query = sql!(
        "select coalesce(sum(case when follow_ups > 0 then 1 else 0 end), 0) as part, count(*) as whole
         from chain_node where rank = 9 and erased_at is null"
    );
    let row: Part = conn.one(query, args![]).await?;
    Ok((row.part, row.whole))
}

/// Ties measures to a decision; those tied already stay.
pub(crate) async fn tie(tx: &mut Tx<'_>, decision: Id, nodes: &[Id]) -> Result<u64> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "insert into chain_decision (decision_id, node_id, tied_at, tied_by) values ($1, $2, $3, $4)
         on conflict (decision_id, node_id) do nothing"
    );
    let row = |node: &Id| args![decision, *node, now, &by];
    tx.run_many(statement, nodes.iter().map(row).collect()).await
}

pub(crate) async fn untie(tx: &mut Tx<'_>, decision: Id, node: Id) -> Result<()> {
    let statement = sql!("delete from chain_decision where decision_id = $1 and node_id = $2");
    tx.run_changed(statement, args![decision, node]).await
}

/// The measures that a decision decided.
pub(crate) async fn tied(conn: &mut Conn, decision: Id) -> Result<Vec<Id>> {
    let query = sql!("select node_id from chain_decision where decision_id = $1 order by tied_at, node_id");
    conn.scalars(query, args![decision]).await
}

/// The decisions that decided a measure.
pub(crate) async fn decisions_of(conn: &mut Conn, node: Id) -> Result<Vec<Id>> {
    let query = sql!("select decision_id from chain_decision where node_id = $1 order by tied_at, decision_id");
    conn.scalars(query, args![node]).await
}
