//! Councils and their seats.

use crate::model::council::{Council, Seat};
use db::{Conn, Id, Result, Tx, args, sql};
use jiff::civil::Date;

db::record! {
    struct CouncilRow {
        id: Id,
        name: String,
        kind: String,
        chair: String,
        is_led_by_municipality: bool,
        rhythm: String,
        rules: String,
        next_on: Option<Date>,
        is_closed: bool,
        revision: i64,
    }
}

/// A council of the list.
#[derive(Debug, Clone)]
pub(crate) struct StoredCouncil {
    pub id: Id,
    pub council: Council,
    pub revision: i64,
}

impl From<CouncilRow> for StoredCouncil {
    fn from(row: CouncilRow) -> StoredCouncil {
        StoredCouncil {
            id: row.id,
            council: Council {
                name: row.name,
                kind: row.kind,
                chair: row.chair,
                is_led_by_municipality: row.is_led_by_municipality,
                rhythm: row.rhythm,
                rules: row.rules,
                next_on: row.next_on,
                is_closed: row.is_closed,
            },
            revision: row.revision,
        }
    }
}

/// All councils: those that meet by name, then those that do not any longer.
pub(crate) async fn councils(conn: &mut Conn) -> Result<Vec<StoredCouncil>> {
    let query = sql!(
        "select id, name, kind, chair, is_led_by_municipality, rhythm, rules, next_on, is_closed, revision from council
         order by is_closed, name, id"
    );
    let rows = conn.all::<CouncilRow>(query, args![]).await?;
    Ok(rows.into_iter().map(StoredCouncil::from).collect())
}

pub(crate) async fn council(conn: &mut Conn, id: Id) -> Result<StoredCouncil> {
    let query = sql!(
        "select id, name, kind, chair, is_led_by_municipality, rhythm, rules, next_on, is_closed, revision from council
         where id = $1"
    );
    Ok(conn.one::<CouncilRow>(query, args![id]).await?.into())
}

fn values(council: &Council) -> Vec<db::Value> {
    args![
        &council.name,
        &council.kind,
        &council.chair,
        council.is_led_by_municipality,
        &council.rhythm,
        &council.rules,
        council.next_on,
        council.is_closed
    ]
}

pub(crate) async fn add_council(tx: &mut Tx<'_>, council: &Council) -> Result<Id> {
    let (id, now, by) = (tx.new_id(), tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "insert into council (name, kind, chair, is_led_by_municipality, rhythm, rules, next_on, is_closed, id, revision,
                              created_at, updated_at, updated_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, $10, $11)"
    );
    let mut row = values(council);
    row.extend(args![id, now, by]);
    tx.run(statement, row).await?;
    Ok(id)
}

/// # Errors
/// [`db::Error::Stale`] when somebody wrote after `revision`.
pub(crate) async fn update_council(tx: &mut Tx<'_>, id: Id, revision: i64, council: &Council) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "update council set name = $1, kind = $2, chair = $3, is_led_by_municipality = $4, rhythm = $5, rules = $6,
                next_on = $7, is_closed = $8, updated_at = $11, updated_by = $12, revision = revision + 1
         where id = $9 and revision = $10"
    );
    let mut row = values(council);
    row.extend(args![id, revision, now, by]);
    tx.run_changed(statement, row).await
}

/// Sets the day of the next meeting.
pub(crate) async fn set_next_meeting(tx: &mut Tx<'_>, council: Id, next_on: Date) -> Result<()> {
    let statement = sql!("update council set next_on = $2, revision = revision + 1 where id = $1");
    tx.run_changed(statement, args![council, next_on]).await
}

db::record! {
    /// A seat, with the organisation's name.
    #[derive(Debug, Clone)]
    pub(crate) struct StoredSeat {
        pub id: Id,
        pub council_id: Id,
        pub organisation_id: Id,
        pub name: String,
        pub role: String,
        pub is_leading: bool,
        pub from_on: Option<Date>,
        pub until_on: Option<Date>,
    }
}

impl StoredSeat {
    /// Whether somebody sits there that day.
    pub(crate) fn is_taken(&self, day: Date) -> bool {
        self.from_on.is_none_or(|from| from <= day) && self.until_on.is_none_or(|until| day <= until)
    }
}

/// The seats of all councils, by the organisation's name.
pub(crate) async fn seats(conn: &mut Conn) -> Result<Vec<StoredSeat>> {
    let query = sql!(
        "select s.id, s.council_id, s.organisation_id, o.name, s.role, s.is_leading, s.from_on, s.until_on
         from council_seat s join organisation o on o.id = s.organisation_id order by o.folded, s.role, s.id"
    );
    conn.all(query, args![]).await
}

pub(crate) async fn add_seat(tx: &mut Tx<'_>, council: Id, seat: &Seat) -> Result<Id> {
    let (id, now, by) = (tx.new_id(), tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "insert into council_seat (id, council_id, organisation_id, role, is_leading, from_on, until_on, created_at, created_by)
         values ($1, $2, $3, $4, $5, $6, '', $7, $8)"
    );
    let args = args![
        id,
        council,
        seat.organisation,
        &seat.role,
        seat.is_leading,
        seat.from_on,
        now,
        by
    ];
    tx.run(statement, args).await?;
    Ok(id)
}

/// The last day in a seat.
///
/// # Errors
/// [`db::Error::Stale`] when the seat is not the council's, or was left before.
pub(crate) async fn leave_seat(tx: &mut Tx<'_>, council: Id, seat: Id, until_on: Date) -> Result<()> {
    let statement = sql!("update council_seat set until_on = $3 where id = $2 and council_id = $1 and until_on = ''");
    tx.run_changed(statement, args![council, seat, until_on]).await
}
