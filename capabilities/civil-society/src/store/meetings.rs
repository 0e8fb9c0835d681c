//! Meetings of councils, and what somebody is to do.

use crate::model::council::{ActionPoint, Meeting};
use crate::model::{list_json, list_of};
use db::{Conn, Id, Result, Tx, args, sql};
use jiff::civil::Date;
use serde_json::Value as Json;

db::record! {
    struct MeetingRow {
        id: Id,
        council_id: Id,
        on_day: Option<Date>,
        place: String,
        agenda: Json,
        minutes: String,
        approved_on: Option<Date>,
        document_name: String,
        revision: i64,
        updated_by: String,
    }
}

/// A meeting of a council.
#[derive(Debug, Clone)]
pub(crate) struct StoredMeeting {
    pub id: Id,
    pub council_id: Id,
    pub on_day: Option<Date>,
    pub place: String,
    pub agenda: Vec<String>,
    pub minutes: String,
    pub approved_on: Option<Date>,
    /// Empty when no document was left.
    pub document_name: String,
    pub revision: i64,
    pub updated_by: String,
}

impl From<MeetingRow> for StoredMeeting {
    fn from(row: MeetingRow) -> StoredMeeting {
        StoredMeeting {
            id: row.id,
            council_id: row.council_id,
            on_day: row.on_day,
            place: row.place,
            agenda: list_of(row.agenda),
            minutes: row.minutes,
            approved_on: row.approved_on,
            document_name: row.document_name,
            revision: row.revision,
            updated_by: row.updated_by,
        }
    }
}

/// The meetings of all councils, newest first.
pub(crate) async fn meetings(conn: &mut Conn) -> Result<Vec<StoredMeeting>> {
    let query = sql!(
        "select id, council_id, on_day, place, agenda, minutes, approved_on, document_name, revision, updated_by
         from council_meeting order by on_day desc, id desc"
    );
    let rows = conn.all::<MeetingRow>(query, args![]).await?;
    Ok(rows.into_iter().map(StoredMeeting::from).collect())
}

pub(crate) async fn meeting(conn: &mut Conn, id: Id) -> Result<StoredMeeting> {
    let query = sql!(
        "select id, council_id, on_day, place, agenda, minutes, approved_on, document_name, revision, updated_by
         from council_meeting where id = $1"
    );
    Ok(conn.one::<MeetingRow>(query, args![id]).await?.into())
}

pub(crate) async fn add_meeting(tx: &mut Tx<'_>, council: Id, meeting: &Meeting) -> Result<Id> {
    let (id, now, by) = (tx.new_id(), tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "insert into council_meeting (id, council_id, on_day, place, agenda, minutes, approved_on, document_name, revision,
                                      updated_at, updated_by)
         values ($1, $2, $3, $4, $5, $6, '', '', 1, $7, $8)"
    );
    let agenda = list_json(&meeting.agenda);
    let args = args![
        id,
        council,
        meeting.on_day,
        &meeting.place,
        agenda,
        &meeting.minutes,
        now,
        by
    ];
    tx.run(statement, args).await?;
    Ok(id)
}

/// Minutes that are approved stay as they are.
///
/// # Errors
/// [`db::Error::Stale`] when somebody wrote after `revision`, or approved.
pub(crate) async fn update_meeting(tx: &mut Tx<'_>, id: Id, revision: i64, meeting: &Meeting) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "update council_meeting set on_day = $3, place = $4, agenda = $5, minutes = $6, updated_at = $7, updated_by = $8,
                revision = revision + 1
         where id = $1 and revision = $2 and approved_on = ''"
    );
    let agenda = list_json(&meeting.agenda);
    let args = args![
        id,
        revision,
        meeting.on_day,
        &meeting.place,
        agenda,
        &meeting.minutes,
        now,
        by
    ];
    tx.run_changed(statement, args).await
}

/// # Errors
/// [`db::Error::Stale`] when somebody wrote after `revision`, nothing is written yet, or it is approved already.
pub(crate) async fn approve_meeting(tx: &mut Tx<'_>, id: Id, revision: i64, day: Date) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "update council_meeting set approved_on = $3, updated_at = $4, updated_by = $5, revision = revision + 1
         where id = $1 and revision = $2 and approved_on = '' and minutes <> ''"
    );
    tx.run_changed(statement, args![id, revision, day, now, by]).await
}

/// The seats whose holders were there.
pub(crate) async fn attendance(conn: &mut Conn, meeting: Id) -> Result<Vec<Id>> {
    let query = sql!("select seat_id from council_attendance where meeting_id = $1");
    conn.scalars(query, args![meeting]).await
}

/// Writes who was there.
pub(crate) async fn set_attendance(tx: &mut Tx<'_>, meeting: Id, seats: &[Id]) -> Result<()> {
    let clear = sql!("delete from council_attendance where meeting_id = $1");
    tx.run(clear, args![meeting]).await?;
    let statement = sql!("insert into council_attendance (meeting_id, seat_id) values ($1, $2)");
    let rows = seats.iter().map(|seat| args![meeting, *seat]).collect();
    tx.run_many(statement, rows).await?;
    Ok(())
}

/// Keeps the minutes as a document; an earlier one is replaced.
pub(crate) async fn set_document(tx: &mut Tx<'_>, meeting: Id, name: &str, bytes: &[u8]) -> Result<()> {
    let statement = sql!(
        "insert into council_document (meeting_id, bytes) values ($1, $2)
         on conflict (meeting_id) do update set bytes = excluded.bytes"
    );
    tx.run(statement, args![meeting, bytes.to_vec()]).await?;
    let named = sql!("update council_meeting set document_name = $2 where id = $1");
    tx.run_changed(named, args![meeting, name]).await
}

pub(crate) async fn document(conn: &mut Conn, meeting: Id) -> Result<Vec<u8>> {
    conn.scalar(
        sql!("select bytes from council_document where meeting_id = $1"),
        args![meeting],
    )
    .await
}

db::record! {
    /// What somebody said they would do.
    #[derive(Debug, Clone)]
    pub(crate) struct StoredAction {
        pub id: Id,
        pub council_id: Id,
        pub meeting_id: Id,
        pub task: String,
        pub responsible: String,
        pub due_on: Option<Date>,
        pub closed_on: Option<Date>,
        pub outcome: String,
    }
}

/// The action points of all councils: open ones by day, then closed ones, latest first.
pub(crate) async fn actions(conn: &mut Conn) -> Result<Vec<StoredAction>> {
    let query = sql!(
        "select id, council_id, meeting_id, task, responsible, due_on, closed_on, outcome from council_action
         order by closed_on <> '', closed_on desc, due_on, id"
    );
    conn.all(query, args![]).await
}

pub(crate) async fn add_action(tx: &mut Tx<'_>, meeting: &StoredMeeting, action: &ActionPoint) -> Result<Id> {
    let (id, now, by) = (tx.new_id(), tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "insert into council_action (id, council_id, meeting_id, task, responsible, due_on, closed_on, outcome, created_at,
                                     created_by)
         values ($1, $2, $3, $4, $5, $6, '', '', $7, $8)"
    );
    let args = args![
        id,
        meeting.council_id,
        meeting.id,
        &action.task,
        &action.responsible,
        action.due_on,
        now,
        by
    ];
    tx.run(statement, args).await?;
    Ok(id)
}

/// # Errors
/// [`db::Error::Stale`] when it is not the council's, or was closed before.
pub(crate) async fn close_action(tx: &mut Tx<'_>, council: Id, action: Id, day: Date, outcome: &str) -> Result<()> {
    let statement = sql!(
        "update council_action set closed_on = $3, outcome = $4 where id = $2 and council_id = $1 and closed_on = ''"
    );
    tx.run_changed(statement, args![council, action, day, outcome]).await
}

/// How many meetings the strategic councils have held from that day on, and how many of those have approved minutes.
pub(crate) async fn strategic_meetings(conn: &mut Conn, since: Date) -> Result<(i64, i64)> {
    let held = sql!(
        "select count(*) from council_meeting m join council c on c.id = m.council_id
         where c.kind = $1 and m.on_day >= $2 and m.minutes <> ''"
    );
    let approved = sql!(
        "select count(*) from council_meeting m join council c on c.id = m.council_id
         where c.kind = $1 and m.on_day >= $2 and m.approved_on <> ''"
    );
    let kind = crate::model::council::STRATEGIC;
    let held = conn.scalar(held, args![kind, since]).await?;
    Ok((held, conn.scalar(approved, args![kind, since]).await?))
}
