//! Proposals of organisations.

use crate::model::proposal::{Proposal, ProposalAnswer};
use db::{Conn, Id, Result, Tx, args, sql};
use jiff::Timestamp;
use jiff::civil::Date;

db::record! {
    /// A proposal with what has come of it.
    #[derive(Debug, Clone)]
    pub(crate) struct StoredProposal {
        pub id: Id,
        pub organisation: String,
        pub role: String,
        pub mandate: String,
        pub speaks_for: String,
        pub title: String,
        pub body: String,
        pub offers: String,
        pub contact_address: String,
        pub is_answered: bool,
        /// The role that answers; empty until somebody took it.
        pub responsible: String,
        pub due_on: Option<Date>,
        pub outcome: String,
        pub answer: String,
        pub answered_on: Option<Date>,
        pub received_at: Timestamp,
        pub revision: i64,
    }
}

/// All proposals: those that wait by day, then those answered, latest first.
pub(crate) async fn proposals(conn: &mut Conn) -> Result<Vec<StoredProposal>> {
    let query = sql!(
        "select id, organisation, role, mandate, speaks_for, title, body, offers, contact_address, is_answered, responsible,
                due_on, outcome, answer, answered_on, received_at, revision
         from collaboration_proposal order by is_answered, answered_on desc, due_on, id limit 500"
    );
    conn.all(query, args![]).await
}

pub(crate) async fn proposal(conn: &mut Conn, id: Id) -> Result<StoredProposal> {
    let query = sql!(
        "select id, organisation, role, mandate, speaks_for, title, body, offers, contact_address, is_answered, responsible,
                due_on, outcome, answer, answered_on, received_at, revision
         from collaboration_proposal where id = $1"
    );
    conn.one(query, args![id]).await
}

/// The proposal that a receipt belongs to.
pub(crate) async fn proposal_by_receipt(conn: &mut Conn, receipt_hash: Vec<u8>) -> Result<Option<StoredProposal>> {
    let query = sql!(
        "select id, organisation, role, mandate, speaks_for, title, body, offers, contact_address, is_answered, responsible,
                due_on, outcome, answer, answered_on, received_at, revision
         from collaboration_proposal where receipt_hash = $1"
    );
    conn.maybe(query, args![receipt_hash]).await
}

/// The proposals that representatives of an organisation sent, latest first.
pub(crate) async fn proposals_of(conn: &mut Conn, organisation: Id) -> Result<Vec<StoredProposal>> {
    // Uses collaboration_proposal_of.
    let query = sql!(
        "select id, organisation, role, mandate, speaks_for, title, body, offers, contact_address, is_answered, responsible,
                due_on, outcome, answer, answered_on, received_at, revision
         from collaboration_proposal where organisation_id = $1 order by received_at desc, id desc limit 100"
    );
    conn.all(query, args![organisation]).await
}

/// Keeps a proposal; `organisation` is the one whose representative sent it. One that was sent before under the same receipt is kept once.
pub(crate) async fn add_proposal(
    tx: &mut Tx<'_>,
    receipt_hash: Vec<u8>,
    proposal: &Proposal,
    organisation: Option<Id>,
    due_on: Date,
) -> Result<Option<Id>> {
    let (id, now) = (tx.new_id(), tx.now());
    let statement = sql!(
        "insert into collaboration_proposal (id, receipt_hash, organisation, role, mandate, speaks_for, title, body, offers,
                                             contact_address, is_answered, responsible, due_on, outcome, answer, answered_on,
                                             received_at, revision, updated_at, updated_by, organisation_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '', $12, '', '', '', $13, 1, $13, '', $14)
         on conflict (receipt_hash) do nothing"
    );
    let args = args![
        id,
        receipt_hash,
        &proposal.organisation,
        &proposal.role,
        &proposal.mandate,
        &proposal.speaks_for,
        &proposal.title,
        &proposal.body,
        &proposal.offers,
        &proposal.contact_address,
        false,
        due_on,
        now,
        organisation
    ];
    Ok((tx.run(statement, args).await? > 0).then_some(id))
}

/// Who answers, and until when.
///
/// # Errors
/// [`db::Error::Stale`] when somebody wrote after `revision`, or answered.
pub(crate) async fn take_proposal(
    tx: &mut Tx<'_>,
    id: Id,
    revision: i64,
    responsible: &str,
    due_on: Date,
) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "update collaboration_proposal set responsible = $3, due_on = $4, updated_at = $5, updated_by = $6,
                revision = revision + 1
         where id = $1 and revision = $2 and is_answered = $7"
    );
    tx.run_changed(statement, args![id, revision, responsible, due_on, now, by, false])
        .await
}

/// Answers. The address has done its service and is let go.
///
/// # Errors
/// [`db::Error::Stale`] when somebody wrote after `revision`, or answered.
pub(crate) async fn answer_proposal(
    tx: &mut Tx<'_>,
    id: Id,
    revision: i64,
    answer: &ProposalAnswer,
    day: Date,
) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "update collaboration_proposal set outcome = $3, answer = $4, answered_on = $5, is_answered = $6, contact_address = '',
                updated_at = $7, updated_by = $8, revision = revision + 1
         where id = $1 and revision = $2 and is_answered = $9"
    );
    let args = args![id, revision, &answer.outcome, &answer.answer, day, true, now, by, false];
    tx.run_changed(statement, args).await
}
