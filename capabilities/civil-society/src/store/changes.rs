//! Changes that organisations ask for, and what was decided.

use crate::model::change::Verdict;
use db::{Conn, Id, Result, Tx, args, sql};
use jiff::Timestamp;
use serde_json::Value as Json;

db::record! {
    /// A change, waiting or decided.
    #[derive(Debug, Clone)]
    pub(crate) struct StoredChange {
        pub id: Id,
        pub organisation_id: Id,
        pub organisation: String,
        pub representative_id: Id,
        pub role: String,
        /// The facts when it was written.
        pub stood: Json,
        pub wanted: Json,
        pub sent_at: Timestamp,
        /// Empty while it waits.
        pub decision: String,
        pub reason: String,
        pub decided_at: Option<Timestamp>,
    }
}

/// All that wait, oldest first.
pub(crate) async fn waiting_changes(conn: &mut Conn) -> Result<Vec<StoredChange>> {
    let query = sql!(
        "select c.id, c.organisation_id, o.name as organisation, c.representative_id, c.role, c.stood, c.wanted, c.sent_at,
                c.decision, c.reason, c.decided_at
         from organisation_change c join organisation o on o.id = c.organisation_id
         where c.decision = '' order by c.sent_at, c.id limit 500"
    );
    conn.all(query, args![]).await
}

/// The latest changes of an organisation, newest first.
pub(crate) async fn changes_of(conn: &mut Conn, organisation: Id) -> Result<Vec<StoredChange>> {
    // Uses organisation_change_of.
    let query = sql!(
        "select c.id, c.organisation_id, o.name as organisation, c.representative_id, c.role, c.stood, c.wanted, c.sent_at,
                c.decision, c.reason, c.decided_at
         from organisation_change c join organisation o on o.id = c.organisation_id
         where c.organisation_id = $1 order by c.sent_at desc, c.id desc limit 20"
    );
    conn.all(query, args![organisation]).await
}

pub(crate) async fn organisation_change(conn: &mut Conn, id: Id) -> Result<StoredChange> {
    let query = sql!(
        "select c.id, c.organisation_id, o.name as organisation, c.representative_id, c.role, c.stood, c.wanted, c.sent_at,
                c.decision, c.reason, c.decided_at
         from organisation_change c join organisation o on o.id = c.organisation_id where c.id = $1"
    );
    conn.one(query, args![id]).await
}

/// Keeps a change. One that waits is replaced: an organisation wants one thing at a time.
pub(crate) async fn add_organisation_change(
    tx: &mut Tx<'_>,
    organisation: Id,
    (representative, role): (Id, &str),
    stood: &Json,
    wanted: &Json,
) -> Result<Id> {
    let (id, now) = (tx.new_id(), tx.now());
    let earlier = sql!(
        "update organisation_change set decision = $2, decided_at = $3 where organisation_id = $1 and decision = ''"
    );
    tx.run(earlier, args![organisation, Verdict::Replaced.code(), now])
        .await?;
    let statement = sql!(
        "insert into organisation_change (id, organisation_id, representative_id, role, stood, wanted, sent_at, decision, reason,
                                          decided_at, decided_by)
         values ($1, $2, $3, $4, $5, $6, $7, '', '', null, '')"
    );
    let args = args![
        id,
        organisation,
        representative,
        role,
        stood.clone(),
        wanted.clone(),
        now
    ];
    tx.run(statement, args).await?;
    Ok(id)
}

/// # Errors
/// [`db::Error::Stale`] when somebody decided first, or the organisation sent another.
pub(crate) async fn decide_change(tx: &mut Tx<'_>, id: Id, verdict: Verdict, reason: &str) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "update organisation_change set decision = $2, reason = $3, decided_at = $4, decided_by = $5
         where id = $1 and decision = ''"
    );
    tx.run_changed(statement, args![id, verdict.code(), reason, now, by])
        .await
}
