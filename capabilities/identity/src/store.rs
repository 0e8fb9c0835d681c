//! Statements about accounts, sessions and contacts.

use crate::{Reason, Role, Staff, Withheld};
use db::{Conn, Id, Result, Tx, args, record, sql};
use jiff::Timestamp;

record! {
    #[derive(Debug, Clone)]
    pub(crate) struct SessionRow {
        id: Id, name: String, email: String, unit: String, roles: String, pub(crate) totp_secret: String, pub(crate) active: bool,
        pub(crate) seen_at: Timestamp, pub(crate) expires_at: Timestamp, pub(crate) second_factor: bool, withheld: String
    }
}

impl SessionRow {
    pub(crate) fn staff(&self) -> Staff {
        Staff {
            id: self.id,
            name: self.name.clone(),
            email: self.email.clone(),
            unit: self.unit.clone(),
            roles: roles(&self.roles),
            withheld: words(&self.withheld),
        }
    }
}

record! {
    #[derive(Debug, Clone)]
    pub(crate) struct AccountRow {
        pub(crate) id: Id, pub(crate) email: String, pub(crate) name: String, pub(crate) unit: String, pub(crate) password_hash: String,
        pub(crate) totp_secret: String, pub(crate) totp_step: i64, pub(crate) roles: String, pub(crate) active: bool,
        pub(crate) created_at: Timestamp, pub(crate) revision: i64
    }
}

impl AccountRow {
    /// The official, with nothing withheld: for showing, not for judging what they may do.
    pub(crate) fn staff(&self) -> Staff {
        Staff {
            id: self.id,
            name: self.name.clone(),
            email: self.email.clone(),
            unit: self.unit.clone(),
            roles: roles(&self.roles),
            withheld: Vec::new(),
        }
    }
}

fn roles(text: &str) -> Vec<Role> {
    text.split(',').filter_map(Role::from_code).collect()
}

fn words(text: &str) -> Vec<String> {
    text.split(',')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

pub(crate) async fn session(conn: &mut Conn, hash: &[u8]) -> Result<Option<SessionRow>> {
    // What is withheld comes along in the same statement: every page of the desk asks.
    conn.maybe(
        sql!(
            sqlite: "select a.id, a.name, a.email, a.unit, a.roles, a.totp_secret, a.active, s.seen_at, s.expires_at, s.second_factor,
                            coalesce((select group_concat(w.permission, ',') from withheld_permission w where w.account_id = a.id), '')
                              as withheld
                     from session s join account a on a.id = s.account_id where s.token_hash = $1",
            postgres: "select a.id, a.name, a.email, a.unit, a.roles, a.totp_secret, a.active, s.seen_at, s.expires_at, s.second_factor,
                              coalesce((select string_agg(w.permission, ',') from withheld_permission w where w.account_id = a.id), '')
                                as withheld
                       from session s join account a on a.id = s.account_id where s.token_hash = $1"
        ),
        args![hash],
    )
    .await
}

pub(crate) async fn touch_session(tx: &mut Tx<'_>, hash: &[u8], now: Timestamp) -> Result<()> {
    tx.run(
        sql!("update session set seen_at = $2 where token_hash = $1"),
        args![hash, now],
    )
    .await?;
    Ok(())
}

pub(crate) async fn add_session(
    tx: &mut Tx<'_>,
    hash: Vec<u8>,
    account: Id,
    until: Timestamp,
    complete: bool,
) -> Result<()> {
    let now = tx.now();
    tx.run(sql!("delete from session where expires_at < $1"), args![now])
        .await?;
    tx.run(
        sql!(
            "insert into session (token_hash, account_id, created_at, seen_at, expires_at, second_factor)
             values ($1, $2, $3, $4, $5, $6)"
        ),
        args![hash, account, now, now, until, complete],
    )
    .await?;
    Ok(())
}

pub(crate) async fn end_session(tx: &mut Tx<'_>, hash: &[u8]) -> Result<()> {
    tx.run(sql!("delete from session where token_hash = $1"), args![hash])
        .await?;
    Ok(())
}

pub(crate) async fn end_sessions_of(tx: &mut Tx<'_>, account: Id) -> Result<()> {
    tx.run(sql!("delete from session where account_id = $1"), args![account])
        .await?;
    Ok(())
}

pub(crate) async fn account_by_email(conn: &mut Conn, email: &str) -> Result<Option<AccountRow>> {
    conn.maybe(
        sql!(
            "select id, email, name, unit, password_hash, totp_secret, totp_step, roles, active, created_at, revision
             from account where email = $1"
        ),
        args![email.to_lowercase()],
    )
    .await
}

pub(crate) async fn account(conn: &mut Conn, id: Id) -> Result<AccountRow> {
    conn.one(
        sql!(
            "select id, email, name, unit, password_hash, totp_secret, totp_step, roles, active, created_at, revision
             from account where id = $1"
        ),
        args![id],
    )
    .await
}

pub(crate) async fn account_name(conn: &mut Conn, id: Id) -> Result<Option<String>> {
    conn.maybe_scalar(sql!("select name from account where id = $1"), args![id])
        .await
}

pub(crate) async fn accounts(conn: &mut Conn) -> Result<Vec<AccountRow>> {
    conn.all(
        sql!(
            "select id, email, name, unit, password_hash, totp_secret, totp_step, roles, active, created_at, revision
             from account order by active desc, name limit 1000"
        ),
        args![],
    )
    .await
}

record! {
    pub(crate) struct StaffRow {
        id: Id, name: String, email: String, unit: String, roles: String, withheld: String
    }
}

impl StaffRow {
    pub(crate) fn staff(&self) -> Staff {
        Staff {
            id: self.id,
            name: self.name.clone(),
            email: self.email.clone(),
            unit: self.unit.clone(),
            roles: roles(&self.roles),
            withheld: words(&self.withheld),
        }
    }
}

pub(crate) async fn staff_in_use(conn: &mut Conn) -> Result<Vec<StaffRow>> {
    conn.all(
        sql!(
            sqlite: "select a.id, a.name, a.email, a.unit, a.roles,
                            coalesce((select group_concat(w.permission, ',') from withheld_permission w where w.account_id = a.id), '')
                              as withheld
                     from account a where a.active order by a.name, a.id",
            postgres: "select a.id, a.name, a.email, a.unit, a.roles,
                              coalesce((select string_agg(w.permission, ',') from withheld_permission w where w.account_id = a.id), '')
                                as withheld
                       from account a where a.active order by a.name, a.id"
        ),
        args![],
    )
    .await
}

record! {
    pub(crate) struct WithheldRow { account_id: Id, permission: String, reason: String }
}

impl WithheldRow {
    pub(crate) fn read(self) -> Result<Withheld> {
        Ok(Withheld {
            account: self.account_id,
            permission: self.permission,
            reason: reason(&self.reason)?,
        })
    }
}

fn reason(text: &str) -> Result<Reason> {
    serde_json::from_str(text).map_err(|error| db::Error::Unreadable {
        column: "reason".to_owned(),
        problem: error.to_string(),
    })
}

pub(crate) async fn withheld(conn: &mut Conn) -> Result<Vec<WithheldRow>> {
    let statement = sql!("select account_id, permission, reason from withheld_permission");
    conn.all(statement, args![]).await
}

/// The names of what is withheld from one account.
pub(crate) async fn withheld_from(conn: &mut Conn, account: Id) -> Result<Vec<String>> {
    let statement = sql!("select permission from withheld_permission where account_id = $1");
    conn.scalars(statement, args![account]).await
}

pub(crate) async fn withheld_reason(conn: &mut Conn, account: Id, permission: &str) -> Result<Option<Reason>> {
    let statement = sql!("select reason from withheld_permission where account_id = $1 and permission = $2");
    let text: Option<String> = conn.maybe_scalar(statement, args![account, permission]).await?;
    text.as_deref().map(reason).transpose()
}

pub(crate) async fn withhold(tx: &mut Tx<'_>, list: &[Withheld]) -> Result<()> {
    let now = tx.now();
    let row = |one: &Withheld| {
        let reason = serde_json::json!(one.reason).to_string();
        args![one.account, &one.permission, reason, now]
    };
    let rows = list.iter().map(row).collect();
    tx.run_many(
        sql!(
            "insert into withheld_permission (account_id, permission, reason, since) values ($1, $2, $3, $4)
             on conflict (account_id, permission) do update set reason = excluded.reason"
        ),
        rows,
    )
    .await?;
    Ok(())
}

pub(crate) async fn restore(tx: &mut Tx<'_>, list: &[(Id, String)]) -> Result<()> {
    let rows = list
        .iter()
        .map(|(account, permission)| args![*account, permission])
        .collect();
    let statement = sql!("delete from withheld_permission where account_id = $1 and permission = $2");
    tx.run_many(statement, rows).await?;
    Ok(())
}

pub(crate) async fn add_account(tx: &mut Tx<'_>, row: &AccountRow) -> Result<()> {
    tx.run(
        sql!(
            "insert into account (id, email, name, unit, password_hash, totp_secret, totp_step, roles, active, created_at, revision)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)"
        ),
        args![
            row.id,
            row.email.to_lowercase(),
            &row.name,
            &row.unit,
            &row.password_hash,
            &row.totp_secret,
            row.totp_step,
            &row.roles,
            row.active,
            row.created_at
        ],
    )
    .await?;
    Ok(())
}

pub(crate) async fn change_account(tx: &mut Tx<'_>, row: &AccountRow) -> Result<()> {
    tx.run_changed(
        sql!(
            "update account set email = $3, name = $4, unit = $5, roles = $6, active = $7, revision = revision + 1
             where id = $1 and revision = $2"
        ),
        args![
            row.id,
            row.revision,
            row.email.to_lowercase(),
            &row.name,
            &row.unit,
            &row.roles,
            row.active
        ],
    )
    .await
}

pub(crate) async fn set_password(tx: &mut Tx<'_>, account: Id, hash: &str) -> Result<()> {
    tx.run_changed(
        sql!("update account set password_hash = $2, revision = revision + 1 where id = $1"),
        args![account, hash],
    )
    .await
}

pub(crate) async fn set_totp(tx: &mut Tx<'_>, account: Id, secret: &str) -> Result<()> {
    tx.run_changed(
        sql!("update account set totp_secret = $2, totp_step = 0, revision = revision + 1 where id = $1"),
        args![account, secret],
    )
    .await
}

/// Uses the code of that time step. `false` when it or a later one was used before (RFC 6238 §5.2).
pub(crate) async fn use_totp_step(tx: &mut Tx<'_>, account: Id, step: i64) -> Result<bool> {
    let changed = tx
        .run(
            sql!("update account set totp_step = $2 where id = $1 and totp_step < $2"),
            args![account, step],
        )
        .await?;
    Ok(changed == 1)
}

pub(crate) async fn complete_session(tx: &mut Tx<'_>, hash: &[u8]) -> Result<()> {
    tx.run_changed(
        sql!("update session set second_factor = true where token_hash = $1"),
        args![hash],
    )
    .await
}

pub(crate) async fn administrators_left(conn: &mut Conn, without: Id) -> Result<i64> {
    conn.scalar(
        sql!("select count(*) as n from account where active and id <> $1 and roles like '%administrator%'"),
        args![without],
    )
    .await
}

record! {
    struct AccountCounts { administrators: i64, without_second_factor: i64 }
}

pub(crate) async fn account_counts(conn: &mut Conn) -> Result<(i64, i64)> {
    let counts: AccountCounts = conn
        .one(
            sql!(
                "select count(case when roles like '%administrator%' then 1 end) as administrators,
                        count(case when totp_secret = '' then 1 end) as without_second_factor
                 from account where active"
            ),
            args![],
        )
        .await?;
    Ok((counts.administrators, counts.without_second_factor))
}

record! {
    #[derive(Debug, Clone)]
    pub(crate) struct LogRow {
        pub(crate) at: Timestamp, pub(crate) actor_kind: String, pub(crate) actor_name: Option<String>, pub(crate) act: String,
        pub(crate) object_kind: String, pub(crate) object_id: String, pub(crate) detail: String
    }
}

pub(crate) async fn log(conn: &mut Conn, act: &str, object: &str, limit: i64, offset: i64) -> Result<Vec<LogRow>> {
    conn.all(
        sql!(
            "select l.at, l.actor_kind, a.name as actor_name, l.act, l.object_kind, l.object_id, l.detail
             from audit l left join account a on a.id = l.actor_id
             where ($1 = '' or l.act like $1 || '%') and ($2 = '' or l.object_id = $2)
             order by l.id desc limit $3 offset $4"
        ),
        args![act, object, limit, offset],
    )
    .await
}

record! {
    #[derive(Debug, Clone)]
    pub(crate) struct ContactRow {
        pub(crate) id: Id, pub(crate) dialogue_id: Id, pub(crate) email: String, pub(crate) language: String,
        pub(crate) confirmed_at: Option<Timestamp>, pub(crate) ended_at: Option<Timestamp>
    }
}

pub(crate) async fn add_contact(
    tx: &mut Tx<'_>,
    dialogue: Id,
    contribution: Option<Id>,
    email: &str,
    language: &str,
    token_hash: Vec<u8>,
) -> Result<Id> {
    let (id, now) = (tx.new_id(), tx.now());
    tx.run(
        sql!(
            "insert into contact (id, dialogue_id, contribution_id, email, language, token_hash, created_at, erase_after)
             values ($1, $2, $3, $4, $5, $6, $7, '')"
        ),
        args![id, dialogue, contribution, email, language, token_hash, now],
    )
    .await?;
    Ok(id)
}

pub(crate) async fn contact_by_token(conn: &mut Conn, hash: &[u8]) -> Result<Option<ContactRow>> {
    conn.maybe(
        sql!("select id, dialogue_id, email, language, confirmed_at, ended_at from contact where token_hash = $1"),
        args![hash],
    )
    .await
}

pub(crate) async fn confirm_contact(tx: &mut Tx<'_>, id: Id) -> Result<()> {
    let now = tx.now();
    tx.run_changed(
        sql!("update contact set confirmed_at = coalesce(confirmed_at, $2), ended_at = null where id = $1"),
        args![id, now],
    )
    .await
}

pub(crate) async fn end_contact(tx: &mut Tx<'_>, id: Id) -> Result<()> {
    let now = tx.now();
    tx.run_changed(
        sql!("update contact set ended_at = $2, email = '' where id = $1"),
        args![id, now],
    )
    .await
}

pub(crate) async fn contacts_to_write_to(conn: &mut Conn, dialogue: Id) -> Result<Vec<ContactRow>> {
    conn.all(
        sql!(
            "select id, dialogue_id, email, language, confirmed_at, ended_at from contact
             where dialogue_id = $1 and confirmed_at is not null and ended_at is null and email <> '' order by id"
        ),
        args![dialogue],
    )
    .await
}

pub(crate) async fn renew_contact_token(tx: &mut Tx<'_>, id: Id, hash: Vec<u8>) -> Result<()> {
    tx.run_changed(
        sql!("update contact set token_hash = $2 where id = $1"),
        args![id, hash],
    )
    .await
}

pub(crate) async fn set_contact_erasure(tx: &mut Tx<'_>, dialogue: Id, on: jiff::civil::Date) -> Result<()> {
    tx.run(
        sql!("update contact set erase_after = $2 where dialogue_id = $1"),
        args![dialogue, on],
    )
    .await?;
    Ok(())
}

pub(crate) async fn erase_contacts(tx: &mut Tx<'_>, today: jiff::civil::Date) -> Result<u64> {
    tx.run(
        sql!("update contact set email = '' where email <> '' and erase_after <> '' and erase_after < $1"),
        args![today],
    )
    .await
}

pub(crate) async fn setting(conn: &mut Conn, name: &str) -> Result<Option<String>> {
    conn.maybe_scalar(sql!("select value from setting where name = $1"), args![name])
        .await
}

pub(crate) async fn set_setting(tx: &mut Tx<'_>, name: &str, value: &str) -> Result<()> {
    let now = tx.now();
    tx.run(
        sql!(
            "insert into setting (name, value, changed_at) values ($1, $2, $3)
             on conflict (name) do update set value = excluded.value, changed_at = excluded.changed_at"
        ),
        args![name, value, now],
    )
    .await?;
    Ok(())
}
