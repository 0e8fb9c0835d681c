//! Agreements, their parties and follow-ups.

use crate::model::agreement::{Agreement, AgreementKind};
use crate::model::{list_json, list_of};
use db::{Conn, Id, Result, Tx, args, sql};
use jiff::civil::Date;
use serde_json::Value as Json;

db::record! {
    struct AgreementRow {
        id: Id,
        title: String,
        kind: String,
        purposes: Json,
        areas: Json,
        our_commitment: String,
        legal_check: String,
        case_number: String,
        signed_on: Option<Date>,
        expires_on: Option<Date>,
        follow_up_on: Option<Date>,
        ended_on: Option<Date>,
        end_reason: String,
        revision: i64,
    }
}

/// An agreement of the list.
#[derive(Debug, Clone)]
pub(crate) struct StoredAgreement {
    pub id: Id,
    pub agreement: Agreement,
    pub ended_on: Option<Date>,
    pub end_reason: String,
    pub revision: i64,
}

impl From<AgreementRow> for StoredAgreement {
    fn from(row: AgreementRow) -> StoredAgreement {
        StoredAgreement {
            id: row.id,
            agreement: Agreement {
                title: row.title,
                kind: AgreementKind::from_code(&row.kind).unwrap_or(AgreementKind::Collaboration),
                purposes: list_of(row.purposes),
                areas: list_of(row.areas),
                our_commitment: row.our_commitment,
                legal_check: row.legal_check,
                case_number: row.case_number,
                signed_on: row.signed_on,
                expires_on: row.expires_on,
                follow_up_on: row.follow_up_on,
            },
            ended_on: row.ended_on,
            end_reason: row.end_reason,
            revision: row.revision,
        }
    }
}

/// All agreements: those that run out first on top, those without an end last.
pub(crate) async fn agreements(conn: &mut Conn) -> Result<Vec<StoredAgreement>> {
    let query = sql!(
        "select id, title, kind, purposes, areas, our_commitment, legal_check, case_number, signed_on, expires_on,
                follow_up_on, ended_on, end_reason, revision
         from agreement order by ended_on <> '', expires_on = '', expires_on, id"
    );
    let rows = conn.all::<AgreementRow>(query, args![]).await?;
    Ok(rows.into_iter().map(StoredAgreement::from).collect())
}

pub(crate) async fn agreement(conn: &mut Conn, id: Id) -> Result<StoredAgreement> {
    let query = sql!(
        "select id, title, kind, purposes, areas, our_commitment, legal_check, case_number, signed_on, expires_on,
                follow_up_on, ended_on, end_reason, revision
         from agreement where id = $1"
    );
    Ok(conn.one::<AgreementRow>(query, args![id]).await?.into())
}

db::record! {
    /// A party, with what it commits itself to.
    #[derive(Debug, Clone)]
    pub(crate) struct Party {
        pub agreement_id: Id,
        pub organisation_id: Id,
        pub name: String,
        pub commitment: String,
    }
}

/// The parties of all agreements, by name.
pub(crate) async fn parties(conn: &mut Conn) -> Result<Vec<Party>> {
    let query = sql!(
        "select p.agreement_id, p.organisation_id, o.name, p.commitment
         from agreement_party p join organisation o on o.id = p.organisation_id order by o.folded, o.id"
    );
    conn.all(query, args![]).await
}

db::record! {
    /// An agreement of an organisation.
    #[derive(Debug, Clone)]
    pub(crate) struct AgreementTitle {
        pub id: Id,
        pub title: String,
    }
}

/// The agreements that an organisation is party to.
pub(crate) async fn agreements_of(conn: &mut Conn, organisation: Id) -> Result<Vec<AgreementTitle>> {
    // Uses agreement_party_of.
    let query = sql!(
        "select a.id, a.title from agreement_party p join agreement a on a.id = p.agreement_id
         where p.organisation_id = $1 order by a.title, a.id"
    );
    conn.all(query, args![organisation]).await
}

db::record! {
    /// An agreement in force, as a party reads it.
    #[derive(Debug, Clone)]
    pub(crate) struct Promised {
        pub id: Id,
        pub title: String,
        pub our_commitment: String,
        /// What the organisation commits itself to.
        pub commitment: String,
        pub expires_on: Option<Date>,
    }
}

/// The agreements in force that an organisation is party to, with what each promised.
pub(crate) async fn promised_by(conn: &mut Conn, organisation: Id, today: Date) -> Result<Vec<Promised>> {
    // Uses agreement_party_of.
    let query = sql!(
        "select a.id, a.title, a.our_commitment, p.commitment, a.expires_on
         from agreement_party p join agreement a on a.id = p.agreement_id
         where p.organisation_id = $1 and a.signed_on <> '' and a.signed_on <= $2
           and (a.ended_on = '' or a.ended_on > $2) and (a.expires_on = '' or a.expires_on >= $2)
         order by a.title, a.id"
    );
    conn.all(query, args![organisation, today]).await
}

/// Writes a party and its commitment, or the commitment anew.
pub(crate) async fn set_party(tx: &mut Tx<'_>, agreement: Id, organisation: Id, commitment: &str) -> Result<()> {
    let statement = sql!(
        "insert into agreement_party (agreement_id, organisation_id, commitment) values ($1, $2, $3)
         on conflict (agreement_id, organisation_id) do update set commitment = excluded.commitment"
    );
    tx.run(statement, args![agreement, organisation, commitment]).await?;
    Ok(())
}

pub(crate) async fn remove_party(tx: &mut Tx<'_>, agreement: Id, organisation: Id) -> Result<()> {
    let statement = sql!("delete from agreement_party where agreement_id = $1 and organisation_id = $2");
    tx.run(statement, args![agreement, organisation]).await?;
    Ok(())
}

fn values(agreement: &Agreement) -> Vec<db::Value> {
    args![
        &agreement.title,
        agreement.kind.code(),
        list_json(&agreement.purposes),
        list_json(&agreement.areas),
        &agreement.our_commitment,
        &agreement.legal_check,
        &agreement.case_number,
        agreement.signed_on,
        agreement.expires_on,
        agreement.follow_up_on
    ]
}

pub(crate) async fn add_agreement(tx: &mut Tx<'_>, agreement: &Agreement) -> Result<Id> {
    let (id, now, by) = (tx.new_id(), tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "insert into agreement (title, kind, purposes, areas, our_commitment, legal_check, case_number, signed_on, expires_on,
                                follow_up_on, id, ended_on, end_reason, is_expired, revision, created_at, updated_at,
                                updated_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '', '', $12, 1, $13, $13, $14)"
    );
    let mut row = values(agreement);
    row.extend(args![id, false, now, by]);
    tx.run(statement, row).await?;
    Ok(id)
}

/// # Errors
/// [`db::Error::Stale`] when somebody wrote after `revision`.
pub(crate) async fn update_agreement(tx: &mut Tx<'_>, id: Id, revision: i64, agreement: &Agreement) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "update agreement set title = $1, kind = $2, purposes = $3, areas = $4, our_commitment = $5, legal_check = $6,
                case_number = $7, signed_on = $8, expires_on = $9, follow_up_on = $10, updated_at = $13, updated_by = $14,
                revision = revision + 1
         where id = $11 and revision = $12"
    );
    let mut row = values(agreement);
    row.extend(args![id, revision, now, by]);
    tx.run_changed(statement, row).await
}

/// # Errors
/// [`db::Error::Stale`] when somebody wrote after `revision`.
pub(crate) async fn end_agreement(tx: &mut Tx<'_>, id: Id, revision: i64, day: Date, reason: &str) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "update agreement set ended_on = $3, end_reason = $4, updated_at = $5, updated_by = $6, revision = revision + 1
         where id = $1 and revision = $2"
    );
    tx.run_changed(statement, args![id, revision, day, reason, now, by])
        .await
}

db::record! {
    /// What was seen when an agreement was followed up.
    #[derive(Debug, Clone)]
    pub(crate) struct FollowUp {
        pub on_day: Option<Date>,
        pub told: String,
        pub created_by: String,
    }
}

/// The follow-ups of an agreement, newest first.
pub(crate) async fn agreement_follow_ups(conn: &mut Conn, agreement: Id) -> Result<Vec<FollowUp>> {
    let query = sql!(
        "select on_day, told, created_by from agreement_follow_up where agreement_id = $1 order by on_day desc, id desc"
    );
    conn.all(query, args![agreement]).await
}

/// Notes a follow-up and the day of the next.
pub(crate) async fn add_agreement_follow_up(
    tx: &mut Tx<'_>,
    agreement: Id,
    day: Date,
    told: &str,
    next_on: Option<Date>,
) -> Result<()> {
    let (id, now, by) = (tx.new_id(), tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "insert into agreement_follow_up (id, agreement_id, on_day, told, created_at, created_by)
         values ($1, $2, $3, $4, $5, $6)"
    );
    tx.run(statement, args![id, agreement, day, told, now, by]).await?;
    let next = sql!("update agreement set follow_up_on = $2, revision = revision + 1 where id = $1");
    tx.run_changed(next, args![agreement, next_on]).await
}

/// Whether some agreement passed its last day, or got a later one, without being marked so.
pub(crate) async fn expiry_is_stale(conn: &mut Conn, today: Date) -> Result<bool> {
    let query = sql!("select count(*) from agreement where is_expired <> (expires_on <> '' and expires_on < $1)");
    Ok(conn.scalar::<i64>(query, args![today]).await? > 0)
}

/// Marks agreements by whether their last day is over. Gates ask the mark, since they know no day.
pub(crate) async fn mark_expired(tx: &mut Tx<'_>, today: Date) -> Result<u64> {
    let statement = sql!(
        "update agreement set is_expired = (expires_on <> '' and expires_on < $1)
         where is_expired <> (expires_on <> '' and expires_on < $1)"
    );
    tx.run(statement, args![today]).await
}

/// How many agreements are in force with at least one party, as marked.
pub(crate) async fn count_in_force(conn: &mut Conn) -> Result<i64> {
    let query = sql!(
        "select count(*) from agreement a where signed_on <> '' and ended_on = '' and is_expired = $1
           and exists (select 1 from agreement_party p where p.agreement_id = a.id)"
    );
    conn.scalar(query, args![false]).await
}

/// Organisations that are party to an agreement in force, as marked.
pub(crate) async fn agreed_organisations(conn: &mut Conn) -> Result<Vec<Id>> {
    let query = sql!(
        "select distinct p.organisation_id from agreement_party p join agreement a on a.id = p.agreement_id
         where a.signed_on <> '' and a.ended_on = '' and a.is_expired = $1"
    );
    conn.scalars(query, args![false]).await
}
