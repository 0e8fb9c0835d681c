//! Persons of organisations, and how the municipality met them.

use crate::model::organisation::{Contact, Person};
use db::{Conn, Id, Result, Tx, args, sql};
use jiff::civil::Date;

db::record! {
    /// A person who speaks for an organisation.
    #[derive(Debug, Clone)]
    pub(crate) struct ContactPerson {
        pub id: Id,
        pub organisation_id: Id,
        pub role: String,
        pub name: String,
        pub email: String,
        pub phone: String,
        pub is_protected: bool,
        pub confirmed_on: Option<Date>,
        pub revision: i64,
    }
}

pub(crate) async fn contacts(conn: &mut Conn, organisation: Id) -> Result<Vec<ContactPerson>> {
    let query = sql!(
        "select id, organisation_id, role, name, email, phone, is_protected, confirmed_on, revision
         from organisation_contact where organisation_id = $1 order by role, id"
    );
    conn.all(query, args![organisation]).await
}

pub(crate) async fn contact(conn: &mut Conn, id: Id) -> Result<ContactPerson> {
    let query = sql!(
        "select id, organisation_id, role, name, email, phone, is_protected, confirmed_on, revision
         from organisation_contact where id = $1"
    );
    conn.one(query, args![id]).await
}

pub(crate) async fn add_contact(tx: &mut Tx<'_>, organisation: Id, person: &Person, day: Date) -> Result<Id> {
    let (id, now, by) = (tx.new_id(), tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "insert into organisation_contact (id, organisation_id, role, name, email, phone, is_protected, confirmed_on, revision,
                                           updated_at, updated_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10)"
    );
    let args = args![
        id,
        organisation,
        &person.role,
        &person.name,
        &person.email,
        &person.phone,
        person.is_protected,
        day,
        now,
        by
    ];
    tx.run(statement, args).await?;
    Ok(id)
}

/// Writes a person anew and confirms them.
///
/// # Errors
/// [`db::Error::Stale`] when somebody wrote after `revision`.
pub(crate) async fn update_contact(tx: &mut Tx<'_>, id: Id, revision: i64, person: &Person, day: Date) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "update organisation_contact set role = $3, name = $4, email = $5, phone = $6, is_protected = $7, confirmed_on = $8,
                updated_at = $9, updated_by = $10, revision = revision + 1
         where id = $1 and revision = $2"
    );
    let args = args![
        id,
        revision,
        &person.role,
        &person.name,
        &person.email,
        &person.phone,
        person.is_protected,
        day,
        now,
        by
    ];
    tx.run_changed(statement, args).await
}

pub(crate) async fn remove_contact(tx: &mut Tx<'_>, id: Id) -> Result<u64> {
    tx.run(sql!("delete from organisation_contact where id = $1"), args![id])
        .await
}

db::record! {
    /// A time when the municipality and the organisation met.
    #[derive(Debug, Clone)]
    pub(crate) struct Event {
        pub on_day: Option<Date>,
        pub kind: String,
        pub told: String,
        pub created_by: String,
    }
}

/// How they met, newest first.
pub(crate) async fn events(conn: &mut Conn, organisation: Id) -> Result<Vec<Event>> {
    let query = sql!(
        "select on_day, kind, told, created_by from organisation_event where organisation_id = $1
         order by on_day desc, id desc limit 200"
    );
    conn.all(query, args![organisation]).await
}

pub(crate) async fn add_event(tx: &mut Tx<'_>, organisation: Id, day: Date, kind: Contact, told: &str) -> Result<()> {
    let (id, now, by) = (tx.new_id(), tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "insert into organisation_event (id, organisation_id, on_day, kind, told, created_at, created_by)
         values ($1, $2, $3, $4, $5, $6, $7)"
    );
    tx.run(statement, args![id, organisation, day, kind.code(), told, now, by])
        .await?;
    Ok(())
}

db::record! {
    struct LastRow {
        organisation_id: Id,
        last_on: Option<Date>,
    }
}

/// The latest day that each organisation was met.
pub(crate) async fn last_met(conn: &mut Conn) -> Result<std::collections::HashMap<Id, Date>> {
    let query = sql!("select organisation_id, max(on_day) as last_on from organisation_event group by organisation_id");
    let rows = conn.all::<LastRow>(query, args![]).await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| Some((row.organisation_id, row.last_on?)))
        .collect())
}
