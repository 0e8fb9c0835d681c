//! What the act asks for every other year, and promises to residents.

use crate::model::clock::{Demand, Met};
use crate::model::promise::Promise;
use crate::model::{list_json, list_of};
use db::{Conn, Id, Result, Tx, args, sql};
use jiff::civil::Date;
use serde_json::Value as Json;

db::record! {
    /// That a demand was met, as it was written.
    #[derive(Debug, Clone)]
    pub(crate) struct StoredMet {
        pub demand: String,
        pub version: String,
        pub decided_by: String,
        pub decided_on: Option<Date>,
        pub case_number: String,
        pub created_by: String,
    }
}

/// All that was met, latest decision first.
pub(crate) async fn demands_met(conn: &mut Conn) -> Result<Vec<StoredMet>> {
    let query = sql!(
        "select demand, version, decided_by, decided_on, case_number, created_by from crime_demand
         order by decided_on desc, id desc"
    );
    conn.all(query, args![]).await
}

/// The latest decision that met a demand.
pub(crate) fn latest_met(all: &[StoredMet], demand: Demand) -> Option<&StoredMet> {
    all.iter().find(|one| one.demand == demand.code())
}

pub(crate) async fn add_demand_met(tx: &mut Tx<'_>, met: &Met) -> Result<Id> {
    let (id, now, by) = (tx.new_id(), tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "insert into crime_demand (id, demand, version, decided_by, decided_on, case_number, created_at, created_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8)"
    );
    let args = args![
        id,
        met.demand.code(),
        &met.version,
        &met.decided_by,
        met.decided_on,
        &met.case_number,
        now,
        by
    ];
    tx.run(statement, args).await?;
    Ok(id)
}

db::record! {
    struct PromiseRow {
        id: Id,
        title: String,
        parties: Json,
        places: Json,
        promises: Json,
        background: String,
        effect: String,
        from_on: Option<Date>,
        until_on: Option<Date>,
        follow_up_on: Option<Date>,
        revision: i64,
    }
}

/// A promise of the list.
#[derive(Debug, Clone)]
pub(crate) struct StoredPromise {
    pub id: Id,
    pub promise: Promise,
    pub revision: i64,
}

impl From<PromiseRow> for StoredPromise {
    fn from(row: PromiseRow) -> StoredPromise {
        StoredPromise {
            id: row.id,
            promise: Promise {
                title: row.title,
                parties: list_of(row.parties),
                places: list_of(row.places),
                promises: list_of(row.promises),
                background: row.background,
                effect: row.effect,
                // The form takes no promise without a period.
                from_on: row.from_on.unwrap_or(Date::ZERO),
                until_on: row.until_on.unwrap_or(Date::ZERO),
                follow_up_on: row.follow_up_on,
            },
            revision: row.revision,
        }
    }
}

/// All promises, the one that goes on longest first.
pub(crate) async fn promises(conn: &mut Conn) -> Result<Vec<StoredPromise>> {
    let query = sql!(
        "select id, title, parties, places, promises, background, effect, from_on, until_on, follow_up_on, revision
         from crime_promise order by until_on desc, id desc"
    );
    let rows = conn.all::<PromiseRow>(query, args![]).await?;
    Ok(rows.into_iter().map(StoredPromise::from).collect())
}

pub(crate) async fn promise(conn: &mut Conn, id: Id) -> Result<StoredPromise> {
    let query = sql!(
        "select id, title, parties, places, promises, background, effect, from_on, until_on, follow_up_on, revision
         from crime_promise where id = $1"
    );
    Ok(conn.one::<PromiseRow>(query, args![id]).await?.into())
}

fn values(promise: &Promise) -> Vec<db::Value> {
    args![
        &promise.title,
        list_json(&promise.parties),
        list_json(&promise.places),
        list_json(&promise.promises),
        &promise.background,
        &promise.effect,
        promise.from_on,
        promise.until_on,
        promise.follow_up_on
    ]
}

pub(crate) async fn add_promise(tx: &mut Tx<'_>, promise: &Promise) -> Result<Id> {
    let (id, now, by) = (tx.new_id(), tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "insert into crime_promise (title, parties, places, promises, background, effect, from_on, until_on, follow_up_on,
                                    id, revision, updated_at, updated_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, $11, $12)"
    );
    let mut row = values(promise);
    row.extend(args![id, now, by]);
    tx.run(statement, row).await?;
    Ok(id)
}

/// # Errors
/// [`db::Error::Stale`] when somebody wrote after `revision`.
pub(crate) async fn update_promise(tx: &mut Tx<'_>, id: Id, revision: i64, promise: &Promise) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "update crime_promise set title = $1, parties = $2, places = $3, promises = $4, background = $5, effect = $6,
                from_on = $7, until_on = $8, follow_up_on = $9, updated_at = $12, updated_by = $13, revision = revision + 1
         where id = $10 and revision = $11"
    );
    let mut row = values(promise);
    row.extend(args![id, revision, now, by]);
    tx.run_changed(statement, row).await
}

db::record! {
    /// How a promise was kept when somebody looked.
    #[derive(Debug, Clone)]
    pub(crate) struct PromiseFollowUp {
        pub promise_id: Id,
        pub colour: String,
        pub told: String,
        pub on_day: Option<Date>,
        pub created_by: String,
    }
}

/// The follow-ups of all promises, newest first.
pub(crate) async fn promise_follow_ups(conn: &mut Conn) -> Result<Vec<PromiseFollowUp>> {
    let query = sql!(
        "select promise_id, colour, told, on_day, created_by from crime_promise_follow_up
         order by created_at desc, id desc"
    );
    conn.all(query, args![]).await
}

/// Notes how the promise was kept, and the day of the next look.
pub(crate) async fn add_promise_follow_up(
    tx: &mut Tx<'_>,
    promise: Id,
    (colour, told): (&str, &str),
    day: Date,
    next_on: Option<Date>,
) -> Result<()> {
    let (id, now, by) = (tx.new_id(), tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "insert into crime_promise_follow_up (id, promise_id, colour, told, on_day, created_at, created_by)
         values ($1, $2, $3, $4, $5, $6, $7)"
    );
    tx.run(statement, args![id, promise, colour, told, day, now, by])
        .await?;
    let next = sql!("update crime_promise set follow_up_on = $2, revision = revision + 1 where id = $1");
    tx.run_changed(next, args![promise, next_on]).await
}
