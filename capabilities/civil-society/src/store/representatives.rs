//! Those who speak for organisations, their codes and their sessions.

use crate::model::representative::Invitation;
use db::{Conn, Id, Result, Tx, args, sql};
use jiff::Timestamp;
use jiff::civil::Date;

db::record! {
    /// Somebody invited, who speaks, or who did.
    #[derive(Debug, Clone)]
    pub(crate) struct StoredRepresentative {
        pub id: Id,
        pub organisation_id: Id,
        pub role: String,
        /// Empty when erased, as the address.
        pub name: String,
        pub email: String,
        pub link_until: Timestamp,
        pub invited_by: String,
        pub verified_at: Option<Timestamp>,
        pub until_on: Option<Date>,
        pub ended_at: Option<Timestamp>,
        pub ended_by: String,
    }
}

impl StoredRepresentative {
    /// Whether they speak for the organisation on a day.
    pub(crate) fn speaks(&self, day: Date) -> bool {
        self.verified_at.is_some() && self.ended_at.is_none() && self.until_on.is_some_and(|last| last >= day)
    }
}

/// All of an organisation: those who speak, then those invited, then those who did.
pub(crate) async fn representatives_of(conn: &mut Conn, organisation: Id) -> Result<Vec<StoredRepresentative>> {
    // Uses representative_of.
    let query = sql!(
        "select id, organisation_id, role, name, email, link_until, invited_by, verified_at, until_on, ended_at, ended_by
         from representative where organisation_id = $1
         order by ended_at is not null, verified_at is null, ended_at desc, verified_at, id limit 200"
    );
    conn.all(query, args![organisation]).await
}

pub(crate) async fn representative(conn: &mut Conn, id: Id) -> Result<StoredRepresentative> {
    let query = sql!(
        "select id, organisation_id, role, name, email, link_until, invited_by, verified_at, until_on, ended_at, ended_by
         from representative where id = $1"
    );
    conn.one(query, args![id]).await
}

/// The invitation that a link belongs to, if nobody has used it.
pub(crate) async fn invitation(conn: &mut Conn, link_hash: &[u8]) -> Result<Option<StoredRepresentative>> {
    // Uses representative_link.
    let query = sql!(
        "select id, organisation_id, role, name, email, link_until, invited_by, verified_at, until_on, ended_at, ended_by
         from representative where link_hash = $1"
    );
    conn.maybe(query, args![link_hash]).await
}

/// Keeps an invitation; `by` is the official's name, or the role of the representative who hands over.
pub(crate) async fn add_invitation(
    tx: &mut Tx<'_>,
    organisation: Id,
    one: &Invitation,
    link: (Vec<u8>, Timestamp),
    by: &str,
    erase_on: Date,
) -> Result<Id> {
    let (id, now) = (tx.new_id(), tx.now());
    let statement = sql!(
        "insert into representative (id, organisation_id, role, name, email, link_hash, link_until, invited_at, invited_by,
                                     verified_at, until_on, ended_at, ended_by, erase_on)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null, '', null, '', $10)"
    );
    let email = one.email.to_lowercase();
    let args = args![
        id,
        organisation,
        &one.role,
        &one.name,
        email,
        link.0,
        link.1,
        now,
        by,
        erase_on
    ];
    tx.run(statement, args).await?;
    Ok(id)
}

/// Makes somebody invited a representative; the link has done its service.
///
/// # Errors
/// [`db::Error::Stale`] when somebody used the link first.
pub(crate) async fn verify(tx: &mut Tx<'_>, id: Id, until_on: Date, erase_on: Date) -> Result<()> {
    let now = tx.now();
    let statement = sql!(
        "update representative set verified_at = $2, until_on = $3, erase_on = $4, link_hash = null
         where id = $1 and verified_at is null and ended_at is null"
    );
    tx.run_changed(statement, args![id, now, until_on, erase_on]).await
}

/// Ends somebody who speaks or is invited, and signs them out.
///
/// # Errors
/// [`db::Error::Stale`] when they had ended.
pub(crate) async fn end_representative(tx: &mut Tx<'_>, id: Id, by: &str, erase_on: Date) -> Result<()> {
    let now = tx.now();
    let statement = sql!(
        "update representative set ended_at = $2, ended_by = $3, erase_on = $4, link_hash = null
         where id = $1 and ended_at is null"
    );
    tx.run_changed(statement, args![id, now, by, erase_on]).await?;
    let sessions = sql!("delete from representative_session where representative_id = $1");
    tx.run(sessions, args![id]).await?;
    Ok(())
}

/// Whether somebody's time is over that has not ended, or something is to be erased.
pub(crate) async fn representatives_are_stale(conn: &mut Conn, today: Date) -> Result<bool> {
    let query = sql!(
        "select count(*) from representative
         where (verified_at is not null and ended_at is null and until_on < $1) or (erase_on <> '' and erase_on <= $1)"
    );
    Ok(conn.scalar::<i64>(query, args![today]).await? > 0)
}

/// Ends all whose time is over; their sessions end with their time.
pub(crate) async fn end_due(tx: &mut Tx<'_>, today: Date) -> Result<u64> {
    let now = tx.now();
    let statement = sql!(
        "update representative set ended_at = $2, ended_by = ''
         where verified_at is not null and ended_at is null and until_on < $1"
    );
    tx.run(statement, args![today, now]).await
}

/// Erases names and addresses whose day has come. Of somebody who never answered an invitation nothing stays.
pub(crate) async fn erase_representatives(tx: &mut Tx<'_>, today: Date) -> Result<u64> {
    let unused = sql!("delete from representative where erase_on <> '' and erase_on <= $1 and verified_at is null");
    let gone = tx.run(unused, args![today]).await?;
    let used =
        sql!("update representative set name = '', email = '', erase_on = '' where erase_on <> '' and erase_on <= $1");
    Ok(gone + tx.run(used, args![today]).await?)
}

db::record! {
    /// An organisation that somebody speaks for today.
    #[derive(Debug, Clone)]
    pub(crate) struct SpeaksFor {
        pub id: Id,
        pub organisation_id: Id,
        pub organisation: String,
        pub role: String,
        pub email: String,
        pub until_on: Option<Date>,
    }
}

/// Whom an address speaks for, by name of the organisation.
pub(crate) async fn speaks_for(conn: &mut Conn, email: &str, today: Date) -> Result<Vec<SpeaksFor>> {
    // Uses representative_email.
    let query = sql!(
        "select r.id, r.organisation_id, o.name as organisation, r.role, r.email, r.until_on
         from representative r join organisation o on o.id = r.organisation_id
         where r.email = $1 and r.verified_at is not null and r.ended_at is null and r.until_on >= $2
           and o.archived_at is null
         order by o.folded, r.id"
    );
    conn.all(query, args![email.to_lowercase(), today]).await
}

/// The representative of a session that holds.
pub(crate) async fn session(conn: &mut Conn, hash: &[u8], now: Timestamp, today: Date) -> Result<Option<SpeaksFor>> {
    let query = sql!(
        "select r.id, r.organisation_id, o.name as organisation, r.role, r.email, r.until_on
         from representative_session s join representative r on r.id = s.representative_id
           join organisation o on o.id = r.organisation_id
         where s.token_hash = $1 and s.expires_at > $2 and r.verified_at is not null and r.ended_at is null
           and r.until_on >= $3 and o.archived_at is null"
    );
    conn.maybe(query, args![hash, now, today]).await
}

pub(crate) async fn add_session(tx: &mut Tx<'_>, hash: Vec<u8>, representative: Id, until: Timestamp) -> Result<()> {
    let now = tx.now();
    let old = sql!("delete from representative_session where expires_at < $1");
    tx.run(old, args![now]).await?;
    let statement = sql!(
        "insert into representative_session (token_hash, representative_id, created_at, expires_at) values ($1, $2, $3, $4)"
    );
    tx.run(statement, args![hash, representative, now, until]).await?;
    Ok(())
}

/// Lets a session act for another organisation of the same person.
pub(crate) async fn turn_session(tx: &mut Tx<'_>, hash: &[u8], representative: Id) -> Result<()> {
    let statement = sql!("update representative_session set representative_id = $2 where token_hash = $1");
    tx.run_changed(statement, args![hash, representative]).await
}

pub(crate) async fn end_session(tx: &mut Tx<'_>, hash: &[u8]) -> Result<()> {
    let statement = sql!("delete from representative_session where token_hash = $1");
    tx.run(statement, args![hash]).await?;
    Ok(())
}

/// How many codes of an address work; those that do not are let go.
pub(crate) async fn codes_under_way(tx: &mut Tx<'_>, email: &str) -> Result<i64> {
    let now = tx.now();
    let old = sql!("delete from representative_code where expires_at <= $1");
    tx.run(old, args![now]).await?;
    let query = sql!("select count(*) from representative_code where email = $1");
    tx.scalar(query, args![email.to_lowercase()]).await
}

pub(crate) async fn add_code(
    tx: &mut Tx<'_>,
    request_hash: Vec<u8>,
    email: &str,
    code_hash: Vec<u8>,
    until: Timestamp,
) -> Result<()> {
    let statement = sql!(
        "insert into representative_code (request_hash, email, code_hash, tries, expires_at) values ($1, $2, $3, 0, $4)"
    );
    tx.run(statement, args![request_hash, email.to_lowercase(), code_hash, until])
        .await?;
    Ok(())
}

db::record! {
    struct CodeRow {
        email: String,
        code_hash: Vec<u8>,
    }
}

/// Tries a code once; gives the address that it was sent to. One that fits is used up.
pub(crate) async fn try_code(
    tx: &mut Tx<'_>,
    request_hash: &[u8],
    code_hash: &[u8],
    tries: i64,
) -> Result<Option<String>> {
    let now = tx.now();
    let count = sql!(
        "update representative_code set tries = tries + 1 where request_hash = $1 and tries < $2 and expires_at > $3"
    );
    if tx.run(count, args![request_hash, tries, now]).await? == 0 {
        return Ok(None);
    }
    let query = sql!("select email, code_hash from representative_code where request_hash = $1");
    let row: CodeRow = tx.one(query, args![request_hash]).await?;
    if row.code_hash != code_hash {
        return Ok(None);
    }
    let used = sql!("delete from representative_code where request_hash = $1");
    tx.run(used, args![request_hash]).await?;
    Ok(Some(row.email))
}
