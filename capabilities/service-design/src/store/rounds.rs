//! SQL of ideas in rounds. No decisions here.

use crate::model::rounds::{Idea, Session, Sight, Written};
use db::{Conn, Id, Tx, args, sql};
use jiff::{Timestamp, civil::Date};

db::record! {
    struct SessionRow {
        id: Id,
        process_id: Id,
        code: String,
        question: String,
        question_id: Option<Id>,
        ideas_each: i64,
        round: i64,
        seats: i64,
        closes_on: Date,
        opened_at: Timestamp,
        closed_at: Option<Timestamp>,
    }
}

impl From<SessionRow> for Session {
    fn from(row: SessionRow) -> Session {
        Session {
            id: row.id,
            project: row.process_id,
            code: row.code,
            question: row.question,
            question_node: row.question_id,
            ideas_each: row.ideas_each,
            round: row.round,
            seats: row.seats,
            closes_on: row.closes_on,
            opened_at: row.opened_at,
            closed_at: row.closed_at,
        }
    }
}

db::record! {
    struct IdeaRow {
        id: Id,
        seat: i64,
        round: i64,
        body: String,
        builds_on: Option<Id>,
        state: String,
        reason: String,
        node_id: Option<Id>,
    }
}

impl From<IdeaRow> for Idea {
    fn from(row: IdeaRow) -> Idea {
        Idea {
            id: row.id,
            seat: row.seat,
            round: row.round,
            body: row.body,
            builds_on: row.builds_on,
            sight: Sight::from_code(&row.state),
            reason: row.reason,
            node: row.node_id,
        }
    }
}

/// The sessions of a project, the latest first (index `brainwriting_process`).
pub(crate) async fn sessions_of(conn: &mut Conn, project: Id) -> db::Result<Vec<Session>> {
    let query = sql!(
        "select id, process_id, code, question, question_id, ideas_each, round, seats, closes_on, opened_at, closed_at
         from brainwriting where process_id = $1 order by opened_at desc, id desc"
    );
    let rows = conn.all::<SessionRow>(query, args![project]).await?;
    Ok(rows.into_iter().map(Session::from).collect())
}

pub(crate) async fn session(conn: &mut Conn, project: Id, id: Id) -> db::Result<Session> {
    let query = sql!(
        "select id, process_id, code, question, question_id, ideas_each, round, seats, closes_on, opened_at, closed_at
         from brainwriting where process_id = $1 and id = $2"
    );
    Ok(conn.one::<SessionRow>(query, args![project, id]).await?.into())
}

/// The session with a code.
pub(crate) async fn by_code(conn: &mut Conn, code: &str) -> db::Result<Session> {
    let query = sql!(
        "select id, process_id, code, question, question_id, ideas_each, round, seats, closes_on, opened_at, closed_at
         from brainwriting where code = $1"
    );
    Ok(conn.one::<SessionRow>(query, args![code]).await?.into())
}

/// All ideas of a session, in the order they were written.
pub(crate) async fn ideas(conn: &mut Conn, session: Id) -> db::Result<Vec<Idea>> {
    let query = sql!(
        "select id, seat, round, body, builds_on, state, reason, node_id from brainwriting_idea where session_id = $1
         order by written_at, id"
    );
    let rows = conn.all::<IdeaRow>(query, args![session]).await?;
    Ok(rows.into_iter().map(Idea::from).collect())
}

/// A session to open.
pub(crate) struct NewSession<'a> {
    pub code: &'a str,
    pub question: &'a str,
    pub question_node: Option<Id>,
    pub ideas_each: i64,
    pub closes_on: Date,
}

pub(crate) async fn insert(tx: &mut Tx<'_>, project: Id, new: NewSession<'_>) -> db::Result<Id> {
    let (id, now) = (tx.new_id(), tx.now());
    let by = tx.actor().name().to_owned();
    tx.run(
        sql!(
            "insert into brainwriting (id, process_id, code, question, question_id, ideas_each, round, seats, closes_on, opened_at,
               opened_by, closed_at)
             values ($1, $2, $3, $4, $5, $6, 1, 0, $7, $8, $9, null)"
        ),
        args![
            id,
            project,
            new.code,
            new.question,
            new.question_node,
            new.ideas_each,
            new.closes_on,
            now,
            by
        ],
    )
    .await?;
    Ok(id)
}

/// Goes on to the round after the one that was seen.
pub(crate) async fn go_on(tx: &mut Tx<'_>, project: Id, session: Id, seen: i64) -> db::Result<()> {
    let statement = sql!(
        "update brainwriting set round = round + 1 where process_id = $1 and id = $2 and round = $3 and closed_at is null"
    );
    tx.run_changed(statement, args![project, session, seen]).await
}

pub(crate) async fn close(tx: &mut Tx<'_>, project: Id, session: Id) -> db::Result<()> {
    let now = tx.now();
    let statement =
        sql!("update brainwriting set closed_at = $1 where process_id = $2 and id = $3 and closed_at is null");
    tx.run_changed(statement, args![now, project, session]).await
}

/// The seat of a browser.
pub(crate) async fn seat(conn: &mut Conn, session: Id, browser: &[u8]) -> db::Result<Option<i64>> {
    let query = sql!("select seat from brainwriting_seat where session_id = $1 and browser_hash = $2");
    conn.maybe_scalar(query, args![session, browser]).await
}

/// Counts one more who takes part. Whoever comes at the same time waits until this is committed. Gives the new number.
pub(crate) async fn next_seat(tx: &mut Tx<'_>, session: Id) -> db::Result<i64> {
    let statement = sql!("update brainwriting set seats = seats + 1 where id = $1");
    tx.run_changed(statement, args![session]).await?;
    tx.scalar(sql!("select seats from brainwriting where id = $1"), args![session])
        .await
}

pub(crate) async fn take_seat(tx: &mut Tx<'_>, session: Id, seat: i64, browser: Vec<u8>) -> db::Result<()> {
    let now = tx.now();
    tx.run(
        sql!("insert into brainwriting_seat (session_id, seat, browser_hash, taken_at) values ($1, $2, $3, $4)"),
        args![session, seat, browser, now],
    )
    .await?;
    Ok(())
}

/// Writes what a seat wrote in a round, each with who may read it.
pub(crate) async fn write(
    tx: &mut Tx<'_>,
    session: Id,
    (seat, round): (i64, i64),
    ideas: &[(Written, Sight)],
) -> db::Result<()> {
    let now = tx.now();
    let ids: Vec<Id> = ideas.iter().map(|_| tx.new_id()).collect();
    let row = |((idea, sight), id): (&(Written, Sight), &Id)| {
        args![session, *id, seat, round, &idea.body, idea.builds_on, sight.code(), now]
    };
    tx.run_many(
        sql!(
            "insert into brainwriting_idea (session_id, id, seat, round, body, builds_on, state, reason, node_id, written_at)
             values ($1, $2, $3, $4, $5, $6, $7, '', null, $8)"
        ),
        ideas.iter().zip(&ids).map(row).collect(),
    )
    .await?;
    Ok(())
}

pub(crate) async fn set_sight(tx: &mut Tx<'_>, session: Id, idea: Id, sight: Sight, reason: &str) -> db::Result<()> {
    let statement = sql!("update brainwriting_idea set state = $1, reason = $2 where session_id = $3 and id = $4");
    tx.run_changed(statement, args![sight.code(), reason, session, idea])
        .await
}

/// Says which idea cards ideas became.
pub(crate) async fn set_nodes(tx: &mut Tx<'_>, session: Id, nodes: &[(Id, Id)]) -> db::Result<()> {
    let row = |(idea, node): &(Id, Id)| args![*node, session, *idea];
    tx.run_many(
        sql!("update brainwriting_idea set node_id = $1 where session_id = $2 and id = $3"),
        nodes.iter().map(row).collect(),
    )
    .await?;
    Ok(())
}
