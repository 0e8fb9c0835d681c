//! Links, and the evidence beneath a node.

use crate::model::strength::{Piece, Strength};
use crate::model::trace::Sort;
use db::{Conn, Id, Result, Tx, args, sql};
use jiff::Timestamp;
use method::pack::NodeKind;

/// A link to write.
#[derive(Debug, Clone)]
pub struct NewLink {
    pub from: (Id, NodeKind),
    pub to: (Id, NodeKind),
    pub sort: Sort,
    pub reason: String,
}

/// Makes links; one that stands already stays as it is.
pub(crate) async fn link(tx: &mut Tx<'_>, links: &[NewLink]) -> Result<u64> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let ids: Vec<Id> = links.iter().map(|_| tx.new_id()).collect();
    let row = |(link, id): (&NewLink, &Id)| {
        args![
            *id,
            link.from.0,
            link.from.1.rank(),
            link.to.0,
            link.to.1.rank(),
            link.sort.code(),
            &link.reason,
            now,
            &by
        ]
    };
    let statement = sql!(
        "insert into chain_link (id, from_id, from_rank, to_id, to_rank, sort, reason, made_at, made_by, removed_at, removed_by, removed_reason)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null, '', '')
         on conflict (from_id, to_id) where removed_at is null do nothing"
    );
    tx.run_many(statement, links.iter().zip(&ids).map(row).collect()).await
}

/// Takes a link away. It stays in the log of both nodes.
///
/// # Errors
/// [`db::Error::Stale`] when it is away already.
pub(crate) async fn unlink(tx: &mut Tx<'_>, link: Id, reason: &str) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "update chain_link set removed_at = $2, removed_by = $3, removed_reason = $4 where id = $1 and removed_at is null"
    );
    tx.run_changed(statement, args![link, now, by, reason]).await
}

db::record! {
    /// A link as one of its ends shows it, with the other end.
    #[derive(Debug, Clone)]
    pub(crate) struct LinkLine {
        pub id: Id,
        pub from_id: Id,
        pub to_id: Id,
        sort: String,
        pub reason: String,
        pub made_at: Timestamp,
        pub made_by: String,
        pub removed_at: Option<Timestamp>,
        pub removed_by: String,
        pub removed_reason: String,
        pub other_id: Id,
        other_kind: String,
        pub other_title: String,
        pub other_body: String,
        pub other_source: String,
        pub other_standing: String,
        pub other_erased_at: Option<Timestamp>,
    }
}

impl LinkLine {
    pub(crate) fn sort(&self) -> Sort {
        // The schema takes no other word.
        Sort::from_code(&self.sort).unwrap_or(Sort::LeadsTo)
    }

    pub(crate) fn other_kind(&self) -> NodeKind {
        NodeKind::from_code(&self.other_kind).unwrap_or(NodeKind::Evidence)
    }
}

/// All links of a node, removed ones too, in the order they were made.
pub(crate) async fn links(conn: &mut Conn, node: Id) -> Result<Vec<LinkLine>> {
    let query = sql!(
        "select l.id, l.from_id, l.to_id, l.sort, l.reason, l.made_at, l.made_by, l.removed_at, l.removed_by, l.removed_reason,
                o.id as other_id, o.kind as other_kind, o.title as other_title, o.body as other_body, o.source as other_source,
                o.standing as other_standing, o.erased_at as other_erased_at
         from chain_link l join chain_node o on o.id = case when l.from_id = $1 then l.to_id else l.from_id end
         where l.from_id = $1 or l.to_id = $1 order by o.rank, l.made_at, l.id"
    );
    conn.all(query, args![node]).await
}

db::record! {
    struct Pair { from_id: Id, to_id: Id }
}

/// The live links from one kind to the nodes of another that a project works with, by their ends.
pub(crate) async fn between(conn: &mut Conn, project: Id, from: NodeKind, to: NodeKind) -> Result<Vec<(Id, Id)>> {
    let query = sql!(
        "select l.from_id, l.to_id from chain_place p join chain_link l on l.to_id = p.node_id
         where p.process_id = $1 and l.from_rank = $2 and l.to_rank = $3 and l.removed_at is null order by l.made_at, l.id"
    );
    let rows = conn.all::<Pair>(query, args![project, from.rank(), to.rank()]).await?;
    Ok(rows.into_iter().map(|row| (row.from_id, row.to_id)).collect())
}

db::record! {
    /// A link by its ends.
    #[derive(Debug, Clone)]
    pub(crate) struct Ends {
        pub id: Id,
        pub from_id: Id,
        pub to_id: Id,
    }
}

/// # Errors
/// [`db::Error::NotFound`] when it is not there or taken away.
pub(crate) async fn live(conn: &mut Conn, link: Id) -> Result<Ends> {
    let query = sql!("select id, from_id, to_id from chain_link where id = $1 and removed_at is null");
    conn.one(query, args![link]).await
}

db::record! {
    struct BeneathRow { kind: String, link: Id }
}

/// The kinds that lead to a node by live links, with the link; one line for each link.
pub(crate) async fn beneath(conn: &mut Conn, node: Id) -> Result<Vec<(Id, NodeKind)>> {
    let query = sql!(
        "select n.kind, l.id as link from chain_link l join chain_node n on n.id = l.from_id
         where l.to_id = $1 and l.removed_at is null and l.sort <> 'contradicts'"
    );
    let rows = conn.all::<BeneathRow>(query, args![node]).await?;
    let line = |row: BeneathRow| Some((row.link, NodeKind::from_code(&row.kind)?));
    Ok(rows.into_iter().filter_map(line).collect())
}

db::record! {
    /// A piece of evidence and what it stands beneath.
    pub(crate) struct PieceRow {
        pub to_id: Id,
        sort: String,
        source_kind: String,
        source: String,
        group_names: String,
    }
}

impl PieceRow {
    pub(crate) fn piece(&self) -> Piece {
        Piece {
            contradicts: self.sort == Sort::Contradicts.code(),
            source_kind: self.source_kind.clone(),
            source: self.source.clone(),
            groups: serde_json::from_str(&self.group_names).unwrap_or_default(),
        }
    }
}

/// The evidence beneath a node.
pub(crate) async fn pieces(conn: &mut Conn, node: Id) -> Result<Vec<PieceRow>> {
    let query = sql!(
        "select l.to_id, l.sort, n.source_kind, n.source, n.group_names
         from chain_link l join chain_node n on n.id = l.from_id
         where l.to_id = $1 and l.removed_at is null and n.rank = 1"
    );
    conn.all(query, args![node]).await
}

/// The evidence beneath everything that a piece of evidence leads to.
pub(crate) async fn pieces_beside(conn: &mut Conn, evidence: Id) -> Result<Vec<PieceRow>> {
    let query = sql!(
        "select l.to_id, l.sort, n.source_kind, n.source, n.group_names
         from chain_link mine join chain_link l on l.to_id = mine.to_id and l.removed_at is null
              join chain_node n on n.id = l.from_id
         where mine.from_id = $1 and mine.removed_at is null and n.rank = 1"
    );
    conn.all(query, args![evidence]).await
}

/// Writes what the evidence of nodes amounts to.
pub(crate) async fn set_strengths(tx: &mut Tx<'_>, strengths: &[(Id, Strength)]) -> Result<()> {
    let statement = sql!(
        "update chain_node set supporting = $2, contradicting = $3, sources = $4, source_kinds = $5, groups_heard = $6 where id = $1"
    );
    let row = |(id, one): &(Id, Strength)| {
        args![
            *id,
            one.supporting,
            one.contradicting,
            one.sources,
            one.source_kinds,
            one.groups
        ]
    };
    tx.run_many(statement, strengths.iter().map(row).collect()).await?;
    Ok(())
}

db::record! {
    /// A live link within a project.
    pub(crate) struct Within {
        pub from_id: Id,
        pub to_id: Id,
    }
}

/// The live links that come from nodes of a project.
pub(crate) async fn within(conn: &mut Conn, process: Id) -> Result<Vec<Within>> {
    let query = sql!(
        "select l.from_id, l.to_id from chain_place p join chain_link l on l.from_id = p.node_id and l.removed_at is null
         where p.process_id = $1"
    );
    conn.all(query, args![process]).await
}
