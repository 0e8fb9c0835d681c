//! Organisations that are asked in a process, their answers, and the parties of an agreement on its way.

use crate::model::referral::OrganisationAnswer;
use db::{Conn, Id, Result, Tx, args, sql};
use jiff::Timestamp;
use jiff::civil::Date;

db::record! {
    /// Until when they answer, and whether everybody may see who was asked.
    #[derive(Debug, Clone)]
    pub(crate) struct Referral {
        pub process_id: Id,
        pub due_on: Option<Date>,
        pub is_listed: bool,
        pub revision: i64,
    }
}

pub(crate) async fn referral(conn: &mut Conn, process: Id) -> Result<Option<Referral>> {
    let query = sql!("select process_id, due_on, is_listed, revision from referral where process_id = $1");
    conn.maybe(query, args![process]).await
}

/// # Errors
/// [`db::Error::Stale`] when somebody wrote after `revision` (0: nothing stood).
pub(crate) async fn set_referral(
    tx: &mut Tx<'_>,
    process: Id,
    revision: i64,
    due_on: Option<Date>,
    is_listed: bool,
) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "insert into referral (process_id, due_on, is_listed, revision, updated_at, updated_by) values ($1, $2, $3, 1, $4, $5)
         on conflict (process_id) do update set due_on = excluded.due_on, is_listed = excluded.is_listed,
           updated_at = excluded.updated_at, updated_by = excluded.updated_by, revision = referral.revision + 1
         where referral.revision = $6"
    );
    tx.run_changed(statement, args![process, due_on, is_listed, now, by, revision])
        .await
}

db::record! {
    /// An organisation that is asked.
    #[derive(Debug, Clone)]
    pub(crate) struct Invited {
        pub organisation_id: Id,
        pub name: String,
        pub address: String,
        pub invited_at: Option<Timestamp>,
        pub reminded_at: Option<Timestamp>,
        /// Empty until something came of it.
        pub outcome: String,
        pub note: String,
    }
}

/// The organisations that are asked, by name.
pub(crate) async fn invited(conn: &mut Conn, process: Id) -> Result<Vec<Invited>> {
    let query = sql!(
        "select i.organisation_id, o.name, i.address, i.invited_at, i.reminded_at, i.outcome, i.note
         from invited_organisation i join organisation o on o.id = i.organisation_id
         where i.process_id = $1 order by o.folded, o.id"
    );
    conn.all(query, args![process]).await
}

/// Puts an organisation on the list, or gives it another address.
pub(crate) async fn invite(tx: &mut Tx<'_>, process: Id, organisation: Id, address: &str) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "insert into invited_organisation (process_id, organisation_id, address, outcome, note, updated_at, updated_by)
         values ($1, $2, $3, '', '', $4, $5)
         on conflict (process_id, organisation_id) do update set address = excluded.address, updated_at = excluded.updated_at,
           updated_by = excluded.updated_by"
    );
    tx.run(statement, args![process, organisation, address, now, by])
        .await?;
    Ok(())
}

/// Takes an organisation off the list, unless it has been written to: who was asked stays told.
///
/// # Errors
/// [`db::Error::Stale`] when it has been written to.
pub(crate) async fn uninvite(tx: &mut Tx<'_>, process: Id, organisation: Id) -> Result<()> {
    let statement =
        sql!("delete from invited_organisation where process_id = $1 and organisation_id = $2 and invited_at is null");
    tx.run_changed(statement, args![process, organisation]).await
}

/// # Errors
/// [`db::Error::Stale`] when it is not on the list.
pub(crate) async fn note_outcome(
    tx: &mut Tx<'_>,
    process: Id,
    organisation: Id,
    outcome: &str,
    note: &str,
) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "update invited_organisation set outcome = $3, note = $4, updated_at = $5, updated_by = $6
         where process_id = $1 and organisation_id = $2"
    );
    tx.run_changed(statement, args![process, organisation, outcome, note, now, by])
        .await
}

/// Notes that letters went out to these.
pub(crate) async fn mark_invited(tx: &mut Tx<'_>, process: Id, organisations: &[Id]) -> Result<()> {
    let now = tx.now();
    let statement =
        sql!("update invited_organisation set invited_at = $3 where process_id = $1 and organisation_id = $2");
    let rows = organisations.iter().map(|one| args![process, *one, now]).collect();
    tx.run_many(statement, rows).await?;
    Ok(())
}

/// Notes that reminders went out to these.
pub(crate) async fn mark_reminded(tx: &mut Tx<'_>, process: Id, organisations: &[Id]) -> Result<()> {
    let now = tx.now();
    let statement =
        sql!("update invited_organisation set reminded_at = $3 where process_id = $1 and organisation_id = $2");
    let rows = organisations.iter().map(|one| args![process, *one, now]).collect();
    tx.run_many(statement, rows).await?;
    Ok(())
}

db::record! {
    /// An organisation's answer with its name.
    #[derive(Debug, Clone)]
    pub(crate) struct StoredAnswer {
        pub organisation_id: Id,
        pub name: String,
        pub role: String,
        pub mandate: String,
        pub speaks_for: String,
        pub answer: String,
        pub received_on: Option<Date>,
        /// Given by the organisation's own representative.
        pub is_own: bool,
    }
}

/// The answers of organisations in a process, in the order they came.
pub(crate) async fn organisation_answers(conn: &mut Conn, process: Id) -> Result<Vec<StoredAnswer>> {
    let query = sql!(
        "select a.organisation_id, o.name, a.role, a.mandate, a.speaks_for, a.answer, a.received_on, a.given_by <> '' as is_own
         from organisation_answer a join organisation o on o.id = a.organisation_id
         where a.process_id = $1 order by a.received_on, a.id"
    );
    conn.all(query, args![process]).await
}

/// Writes an answer; `is_own`: the organisation's representative gave it.
pub(crate) async fn add_answer(tx: &mut Tx<'_>, process: Id, one: &OrganisationAnswer, is_own: bool) -> Result<Id> {
    let (id, now, by) = (tx.new_id(), tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "insert into organisation_answer (id, process_id, organisation_id, role, mandate, speaks_for, answer, received_on,
                                          created_at, created_by, given_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
    );
    let args = args![
        id,
        process,
        one.organisation,
        &one.role,
        &one.mandate,
        &one.speaks_for,
        &one.answer,
        one.received_on,
        now,
        by,
        if is_own { "representative" } else { "" }
    ];
    tx.run(statement, args).await?;
    Ok(id)
}

db::record! {
    /// A question that an organisation has had a letter about.
    #[derive(Debug, Clone)]
    pub(crate) struct AskedOf {
        pub process_id: Id,
        pub due_on: Option<Date>,
        /// Empty until something came of it.
        pub outcome: String,
    }
}

/// What an organisation has been asked by letter, with the last day to answer; that which is due first on top.
pub(crate) async fn asked_of(conn: &mut Conn, organisation: Id) -> Result<Vec<AskedOf>> {
    // Uses invited_organisation_of.
    let query = sql!(
        "select i.process_id, coalesce(r.due_on, '') as due_on, i.outcome
         from invited_organisation i left join referral r on r.process_id = i.process_id
         where i.organisation_id = $1 and i.invited_at is not null
         order by i.outcome <> '', coalesce(r.due_on, '') = '', r.due_on, i.process_id limit 200"
    );
    conn.all(query, args![organisation]).await
}

db::record! {
    /// A referral whose day is near, with how many organisations nothing has come of.
    #[derive(Debug, Clone)]
    pub(crate) struct NearReferral {
        pub process_id: Id,
        pub due_on: Option<Date>,
        pub waiting: i64,
    }
}

/// Referrals due by that day in which something is not noted yet.
pub(crate) async fn near_referrals(conn: &mut Conn, until: Date) -> Result<Vec<NearReferral>> {
    let query = sql!(
        "select r.process_id, r.due_on, count(*) as waiting
         from referral r join invited_organisation i on i.process_id = r.process_id
         where r.due_on <> '' and r.due_on <= $1 and i.outcome = '' group by r.process_id, r.due_on order by r.due_on"
    );
    conn.all(query, args![until]).await
}

db::record! {
    struct TookPart {
        process_id: Id,
        organisation_id: Id,
    }
}

/// Which organisations took part in which processes.
pub(crate) async fn took_part(conn: &mut Conn) -> Result<Vec<(Id, Id)>> {
    let query = sql!("select process_id, organisation_id from invited_organisation where outcome = 'took-part'");
    let rows = conn.all::<TookPart>(query, args![]).await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.process_id, row.organisation_id))
        .collect())
}

db::record! {
    /// A party of the agreement that a process is on its way to.
    #[derive(Debug, Clone)]
    pub(crate) struct ProcessParty {
        pub organisation_id: Id,
        pub name: String,
        pub commitment: String,
        pub signed_on: Option<Date>,
        /// The role of whoever signed.
        pub signed_role: String,
    }
}

/// The parties of a process, by name.
pub(crate) async fn process_parties(conn: &mut Conn, process: Id) -> Result<Vec<ProcessParty>> {
    let query = sql!(
        "select p.organisation_id, o.name, p.commitment, p.signed_on, p.signed_role
         from process_party p join organisation o on o.id = p.organisation_id
         where p.process_id = $1 order by o.folded, o.id"
    );
    conn.all(query, args![process]).await
}

/// Writes a party's commitment. Who changes it must have it signed anew.
pub(crate) async fn set_process_party(tx: &mut Tx<'_>, process: Id, organisation: Id, commitment: &str) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "insert into process_party (process_id, organisation_id, commitment, signed_on, signed_role, updated_at, updated_by)
         values ($1, $2, $3, '', '', $4, $5)
         on conflict (process_id, organisation_id) do update set commitment = excluded.commitment, signed_on = '',
           signed_role = '', updated_at = excluded.updated_at, updated_by = excluded.updated_by"
    );
    tx.run(statement, args![process, organisation, commitment, now, by])
        .await?;
    Ok(())
}

/// # Errors
/// [`db::Error::Stale`] when it is no party.
pub(crate) async fn sign_process_party(
    tx: &mut Tx<'_>,
    process: Id,
    organisation: Id,
    day: Date,
    role: &str,
) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "update process_party set signed_on = $3, signed_role = $4, updated_at = $5, updated_by = $6
         where process_id = $1 and organisation_id = $2"
    );
    tx.run_changed(statement, args![process, organisation, day, role, now, by])
        .await
}

pub(crate) async fn remove_process_party(tx: &mut Tx<'_>, process: Id, organisation: Id) -> Result<()> {
    let statement = sql!("delete from process_party where process_id = $1 and organisation_id = $2");
    tx.run_changed(statement, args![process, organisation]).await
}
