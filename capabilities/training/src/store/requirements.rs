//! Rights that ask for a course, and who has been asked since when.

use crate::model::standing::{Of, Requirement};
use db::{Conn, Id, Result, Tx, args, sql};
use jiff::{Timestamp, civil::Date};
use std::collections::HashMap;

db::record! {
    /// A requirement as it stands, with who set it.
    #[derive(Debug, Clone)]
    pub(crate) struct RequirementRow {
        pub permission: String,
        pub course: String,
        pub grace_days: i64,
        pub renew_months: i64,
        pub revision: i64,
        pub changed_at: Timestamp,
        pub changed_by: String,
    }
}

impl RequirementRow {
    /// The rule alone.
    pub(crate) fn rule(&self) -> Requirement {
        Requirement {
            permission: self.permission.clone(),
            course: self.course.clone(),
            grace_days: self.grace_days,
            renew_months: self.renew_months,
        }
    }
}

pub(crate) async fn requirements(conn: &mut Conn) -> Result<Vec<RequirementRow>> {
    let statement = sql!(
        "select permission, course, grace_days, renew_months, revision, changed_at, changed_by from training_requirement
         order by permission"
    );
    conn.all(statement, args![]).await
}

/// Sets a requirement. `revision` is the one that was seen, nought when there was none.
///
/// # Errors
/// [`db::Error::Stale`] when somebody else changed it first.
pub(crate) async fn put_requirement(tx: &mut Tx<'_>, rule: &Requirement, revision: i64) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let changed = tx
        .run(
            sql!(
                "insert into training_requirement (permission, course, grace_days, renew_months, revision, changed_at, changed_by)
                 values ($1, $2, $3, $4, 1, $6, $7)
                 on conflict (permission) do update
                 set course = excluded.course, grace_days = excluded.grace_days, renew_months = excluded.renew_months,
                     revision = training_requirement.revision + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by
                 where training_requirement.revision = $5"
            ),
            args![&rule.permission, &rule.course, rule.grace_days, rule.renew_months, revision, now, by],
        )
        .await?;
    if changed == 0 { Err(db::Error::Stale) } else { Ok(()) }
}

/// Takes a requirement away.
///
/// # Errors
/// [`db::Error::Stale`] when somebody else changed it first.
pub(crate) async fn remove_requirement(tx: &mut Tx<'_>, permission: &str, revision: i64) -> Result<()> {
    let statement = sql!("delete from training_requirement where permission = $1 and revision = $2");
    tx.run_changed(statement, args![permission, revision]).await
}

db::record! {
    struct Concern { account_id: Id, permission: String, since_on: Date }
}

/// From when everybody has been asked.
pub(crate) async fn concerns(conn: &mut Conn) -> Result<HashMap<Of, Date>> {
    let statement = sql!("select account_id, permission, since_on from training_concern");
    let rows: Vec<Concern> = conn.all(statement, args![]).await?;
    Ok(rows
        .into_iter()
        .map(|row| ((row.account_id, row.permission), row.since_on))
        .collect())
}

/// From when one person has been asked, by permission.
pub(crate) async fn concerns_of(conn: &mut Conn, account: Id) -> Result<HashMap<String, Date>> {
    let statement = sql!("select account_id, permission, since_on from training_concern where account_id = $1");
    let rows: Vec<Concern> = conn.all(statement, args![account]).await?;
    Ok(rows.into_iter().map(|row| (row.permission, row.since_on)).collect())
}

/// Somebody is asked from that day.
pub(crate) async fn begin_concerns(tx: &mut Tx<'_>, list: &[Of], since: Date) -> Result<()> {
    let rows = list
        .iter()
        .map(|(account, permission)| args![*account, permission, since])
        .collect();
    let statement = sql!(
        "insert into training_concern (account_id, permission, since_on) values ($1, $2, $3)
         on conflict (account_id, permission) do nothing"
    );
    tx.run_many(statement, rows).await?;
    Ok(())
}

/// Somebody is asked no more.
pub(crate) async fn end_concerns(tx: &mut Tx<'_>, list: &[Of]) -> Result<()> {
    let rows = list
        .iter()
        .map(|(account, permission)| args![*account, permission])
        .collect();
    let statement = sql!("delete from training_concern where account_id = $1 and permission = $2");
    tx.run_many(statement, rows).await?;
    Ok(())
}

/// Everybody begins anew with a permission: its course is another.
pub(crate) async fn end_all_concerns(tx: &mut Tx<'_>, permission: &str) -> Result<()> {
    let statement = sql!("delete from training_concern where permission = $1");
    tx.run(statement, args![permission]).await?;
    Ok(())
}
