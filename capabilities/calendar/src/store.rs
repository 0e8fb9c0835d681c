//! SQL of the calendar: the municipality's own days, and clashes that somebody has accepted. No decisions here.

use crate::model::import::NewDay;
use crate::model::{LocalDay, LocalKind, Period};
use db::{Conn, Id, Tx, args, sql};
use jiff::{Timestamp, civil::Date};

db::record! {
    struct LocalDayRow {
        id: Id,
        name: String,
        kind: String,
        first_on: Date,
        last_on: Date,
        revision: i64,
    }
}

impl From<LocalDayRow> for LocalDay {
    fn from(row: LocalDayRow) -> LocalDay {
        LocalDay {
            id: row.id,
            name: row.name,
            // An unknown word counts as an event: it is shown, and weighs least.
            kind: LocalKind::from_code(&row.kind).unwrap_or(LocalKind::Event),
            period: Period::new(row.first_on, row.last_on),
            revision: row.revision,
        }
    }
}

/// Days that touch a period, in order.
pub(crate) async fn local_days(conn: &mut Conn, from: Date, to: Date) -> db::Result<Vec<LocalDay>> {
    let query = sql!(
        "select id, name, kind, first_on, last_on, revision from local_day
         where last_on >= $1 and first_on <= $2 order by first_on, name, id"
    );
    let rows = conn.all::<LocalDayRow>(query, args![from, to]).await?;
    Ok(rows.into_iter().map(LocalDay::from).collect())
}

pub(crate) async fn local_day(conn: &mut Conn, id: Id) -> db::Result<LocalDay> {
    let query = sql!("select id, name, kind, first_on, last_on, revision from local_day where id = $1");
    Ok(conn.one::<LocalDayRow>(query, args![id]).await?.into())
}

pub(crate) async fn insert_local_days(tx: &mut Tx<'_>, days: &[(Id, &NewDay)]) -> db::Result<()> {
    let now = tx.now();
    let row = |(id, day): &(Id, &NewDay)| {
        args![
            *id,
            day.name.as_str(),
            day.kind.code(),
            day.period.first,
            day.period.last,
            now
        ]
    };
    let statement = sql!(
        "insert into local_day (id, name, kind, first_on, last_on, revision, created_at) values ($1, $2, $3, $4, $5, 1, $6)"
    );
    tx.run_many(statement, days.iter().map(row).collect()).await?;
    Ok(())
}

pub(crate) async fn update_local_day(tx: &mut Tx<'_>, id: Id, revision: i64, day: &NewDay) -> db::Result<()> {
    let statement = sql!(
        "update local_day set name = $3, kind = $4, first_on = $5, last_on = $6, revision = revision + 1
         where id = $1 and revision = $2"
    );
    let values = args![
        id,
        revision,
        day.name.as_str(),
        day.kind.code(),
        day.period.first,
        day.period.last
    ];
    tx.run_changed(statement, values).await
}

pub(crate) async fn delete_local_day(tx: &mut Tx<'_>, id: Id, revision: i64) -> db::Result<()> {
    let statement = sql!("delete from local_day where id = $1 and revision = $2");
    tx.run_changed(statement, args![id, revision]).await
}

db::record! {
    /// A clash that somebody has accepted.
    #[derive(Debug, Clone)]
    pub(crate) struct Accepted {
        pub dialogue_id: Id,
        pub clash: String,
        pub reason: String,
        pub accepted_at: Timestamp,
        pub accepted_by: String,
    }
}

/// What has been accepted for all dialogues.
pub(crate) async fn accepted(conn: &mut Conn) -> db::Result<Vec<Accepted>> {
    let query = sql!("select dialogue_id, clash, reason, accepted_at, accepted_by from clash_accepted");
    conn.all(query, args![]).await
}

pub(crate) async fn accept(tx: &mut Tx<'_>, dialogue: Id, clash: &str, reason: &str) -> db::Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "insert into clash_accepted (dialogue_id, clash, reason, accepted_at, accepted_by) values ($1, $2, $3, $4, $5)
         on conflict (dialogue_id, clash) do update set reason = $3, accepted_at = $4, accepted_by = $5"
    );
    tx.run(statement, args![dialogue, clash, reason, now, by]).await?;
    Ok(())
}
