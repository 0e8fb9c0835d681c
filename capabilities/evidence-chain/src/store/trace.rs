//! Traces: each is one statement, whatever the length of the thread. The ranks in the keys of links keep it from running in
//! a circle; `union` keeps every node once.
//!
//! SQLite has a text of its own. Once it has counted its tables it expects a long thread and reads all links into a filter first:
//! 35 ms instead of 2 among a hundred thousand. `cross join` keeps the order written, and `between x and x`, which is `= x`, allows no
//! such filter. PostgreSQL expects long threads likewise and would read the tables whole; `lateral … offset 0` makes it look up each node.

use crate::model::node::Node;
use crate::model::trace::{Arrow, Sort, Trace};
use db::{Conn, FromRow, Id, Result, Row, args, sql};

/// Where a trace begins.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Beginning {
    Node(Id),
    /// Everything that was made in a process, or came from it.
    Process(Id),
    /// The evidence that a contribution stands behind.
    Contribution(Id),
    /// The measures that a decision decided.
    Decision(Id),
}

impl Beginning {
    fn values(self) -> Vec<db::Value> {
        match self {
            Beginning::Node(id) => args!["node", id],
            Beginning::Process(id) => args!["process", id],
            Beginning::Contribution(id) => args!["contribution", id],
            Beginning::Decision(id) => args!["decision", id],
        }
    }
}

/// A node of a trace with one link that leads to it, if any does.
pub(crate) struct TraceRow {
    node: Node,
    from: Option<Id>,
    sort: Option<String>,
    reason: Option<String>,
}

impl FromRow for TraceRow {
    fn from_row(row: &Row<'_>) -> Result<TraceRow> {
        Ok(TraceRow {
            node: Node::from_row(row)?,
            from: row.get("link_from")?,
            sort: row.get("link_sort")?,
            reason: row.get("link_reason")?,
        })
    }
}

impl TraceRow {
    pub(crate) fn apart(self) -> (Node, Option<Arrow>) {
        let arrow = self.from.map(|from| Arrow {
            from,
            to: self.node.id,
            sort: self.sort.as_deref().and_then(Sort::from_code).unwrap_or(Sort::LeadsTo),
            reason: self.reason.unwrap_or_default(),
        });
        (self.node, arrow)
    }
}

/// All that led to the beginning, with itself.
pub(crate) async fn back(conn: &mut Conn, from: Beginning) -> Result<Trace> {
    let query = sql!(
        sqlite: "with recursive beginning (id) as (
           select id from chain_node where $1 = 'node' and id = $2
           union select id from chain_node where $1 = 'process' and origin_id = $2
           union select node_id from chain_voice where $1 = 'contribution' and contribution_id = $2
           union select node_id from chain_decision where $1 = 'decision' and decision_id = $2
         ), reach (id) as (
           select id from beginning
           union
           select l.from_id from reach r cross join chain_link l where l.to_id between r.id and r.id and l.removed_at is null
         )
         select n.id, n.kind, n.title, n.body, n.status, n.standing, n.reason, n.public_text, n.group_names, n.source_kind, n.source, n.quotable,
                n.origin_id, n.origin, n.topic, n.area, n.passage_id, n.theme_id, n.voices, n.base, n.follow_ups, n.supporting, n.contradicting, n.sources,
                n.source_kinds, n.groups_heard, n.erased_at, n.revision, n.created_at, n.created_by, n.updated_at, n.updated_by,
                l.from_id as link_from, l.sort as link_sort, l.reason as link_reason
         from reach r cross join chain_node n
              left join chain_link l on l.to_id between n.id and n.id and l.removed_at is null and l.from_id in (select id from reach)
         where n.id = r.id
         order by n.rank, n.created_at, n.id",
        postgres: "with recursive beginning (id) as (
           select id from chain_node where $1 = 'node' and id = $2
           union select id from chain_node where $1 = 'process' and origin_id = $2
           union select node_id from chain_voice where $1 = 'contribution' and contribution_id = $2
           union select node_id from chain_decision where $1 = 'decision' and decision_id = $2
         ), reach (id) as (
           select id from beginning
           union
           select l.from_id from reach r
                cross join lateral (select from_id from chain_link where to_id = r.id and removed_at is null offset 0) l
         )
         select n.id, n.kind, n.title, n.body, n.status, n.standing, n.reason, n.public_text, n.group_names, n.source_kind, n.source, n.quotable,
                n.origin_id, n.origin, n.topic, n.area, n.passage_id, n.theme_id, n.voices, n.base, n.follow_ups, n.supporting, n.contradicting, n.sources,
                n.source_kinds, n.groups_heard, n.erased_at, n.revision, n.created_at, n.created_by, n.updated_at, n.updated_by,
                l.from_id as link_from, l.sort as link_sort, l.reason as link_reason
         from reach r cross join lateral (select * from chain_node where id = r.id offset 0) n
              left join lateral (select from_id, sort, reason from chain_link where to_id = n.id and removed_at is null offset 0) l
                on l.from_id in (select id from reach)
         order by n.rank, n.created_at, n.id"
    );
    Ok(Trace::of(conn.all(query, from.values()).await?))
}

/// All that the beginning led to, with itself.
pub(crate) async fn on(conn: &mut Conn, from: Beginning) -> Result<Trace> {
    let query = sql!(
        sqlite: "with recursive beginning (id) as (
           select id from chain_node where $1 = 'node' and id = $2
           union select id from chain_node where $1 = 'process' and origin_id = $2
           union select node_id from chain_voice where $1 = 'contribution' and contribution_id = $2
           union select node_id from chain_decision where $1 = 'decision' and decision_id = $2
         ), reach (id) as (
           select id from beginning
           union
           select l.to_id from reach r cross join chain_link l where l.from_id between r.id and r.id and l.removed_at is null
         )
         select n.id, n.kind, n.title, n.body, n.status, n.standing, n.reason, n.public_text, n.group_names, n.source_kind, n.source, n.quotable,
                n.origin_id, n.origin, n.topic, n.area, n.passage_id, n.theme_id, n.voices, n.base, n.follow_ups, n.supporting, n.contradicting, n.sources,
                n.source_kinds, n.groups_heard, n.erased_at, n.revision, n.created_at, n.created_by, n.updated_at, n.updated_by,
                l.from_id as link_from, l.sort as link_sort, l.reason as link_reason
         from reach r cross join chain_node n
              left join chain_link l on l.to_id between n.id and n.id and l.removed_at is null and l.from_id in (select id from reach)
         where n.id = r.id
         order by n.rank, n.created_at, n.id",
        postgres: "with recursive beginning (id) as (
           select id from chain_node where $1 = 'node' and id = $2
           union select id from chain_node where $1 = 'process' and origin_id = $2
           union select node_id from chain_voice where $1 = 'contribution' and contribution_id = $2
           union select node_id from chain_decision where $1 = 'decision' and decision_id = $2
         ), reach (id) as (
           select id from beginning
           union
           select l.to_id from reach r
                cross join lateral (select to_id from chain_link where from_id = r.id and removed_at is null offset 0) l
         )
         select n.id, n.kind, n.title, n.body, n.status, n.standing, n.reason, n.public_text, n.group_names, n.source_kind, n.source, n.quotable,
                n.origin_id, n.origin, n.topic, n.area, n.passage_id, n.theme_id, n.voices, n.base, n.follow_ups, n.supporting, n.contradicting, n.sources,
                n.source_kinds, n.groups_heard, n.erased_at, n.revision, n.created_at, n.created_by, n.updated_at, n.updated_by,
                l.from_id as link_from, l.sort as link_sort, l.reason as link_reason
         from reach r cross join lateral (select * from chain_node where id = r.id offset 0) n
              left join lateral (select from_id, sort, reason from chain_link where to_id = n.id and removed_at is null offset 0) l
                on l.from_id in (select id from reach)
         order by n.rank, n.created_at, n.id"
    );
    Ok(Trace::of(conn.all(query, from.values()).await?))
}
