//! Statements about assignments, decisions and answers.

pub(crate) mod papers;

use crate::model::{Answer, Assignment, Decision, Dispatch};
use db::{Conn, Id, Result, Tx, args, sql};
use jiff::Timestamp;

pub(crate) async fn assignment(conn: &mut Conn, id: Id) -> Result<Assignment> {
    conn.one(
        sql!(
            "select id, body, decided_on, paragraph, wording, due_on, case_number, responsible, status, note, revision, created_at
             from assignment where id = $1"
        ),
        args![id],
    )
    .await
}

pub(crate) async fn assignments(conn: &mut Conn) -> Result<Vec<Assignment>> {
    conn.all(
        sql!(
            "select id, body, decided_on, paragraph, wording, due_on, case_number, responsible, status, note, revision, created_at
             from assignment order by decided_on desc, id desc limit 2000"
        ),
        args![],
    )
    .await
}

pub(crate) async fn assignments_of(conn: &mut Conn, dialogue: Id) -> Result<Vec<Assignment>> {
    conn.all(
        sql!(
            "select a.id, a.body, a.decided_on, a.paragraph, a.wording, a.due_on, a.case_number, a.responsible, a.status, a.note,
                    a.revision, a.created_at
             from assignment a join assignment_dialogue l on l.assignment_id = a.id where l.dialogue_id = $1 order by a.decided_on"
        ),
        args![dialogue],
    )
    .await
}

pub(crate) async fn linked_dialogues(conn: &mut Conn, assignment: Id) -> Result<Vec<Id>> {
    conn.scalars(
        sql!("select dialogue_id from assignment_dialogue where assignment_id = $1"),
        args![assignment],
    )
    .await
}

db::record! {
    struct Pair { assignment_id: Id, dialogue_id: Id }
}

/// Every link between an assignment and a process.
pub(crate) async fn assignment_links(conn: &mut Conn) -> Result<Vec<(Id, Id)>> {
    let rows: Vec<Pair> = conn
        .all(
            sql!("select assignment_id, dialogue_id from assignment_dialogue"),
            args![],
        )
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.assignment_id, row.dialogue_id))
        .collect())
}

db::record! {
    /// How far the answers of a dialogue have come.
    #[derive(Debug, Clone)]
    pub struct AnswerState {
        /// The dialogue.
        pub dialogue_id: Id,
        /// When the latest was published.
        pub last_published_at: Option<Timestamp>,
        /// How many are written and not published.
        pub waiting: i64,
    }
}

pub(crate) async fn answer_states(conn: &mut Conn) -> Result<Vec<AnswerState>> {
    let query = sql!(
        "select dialogue_id, max(published_at) as last_published_at, count(*) - count(published_at) as waiting
         from answer group by dialogue_id"
    );
    conn.all(query, args![]).await
}

pub(crate) async fn insert_assignment(tx: &mut Tx<'_>, one: &Assignment) -> Result<()> {
    tx.run(
        sql!(
            "insert into assignment (id, body, decided_on, paragraph, wording, due_on, case_number, responsible, status, note,
                                     revision, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, $11)"
        ),
        args![
            one.id,
            &one.body,
            one.decided_on,
            &one.paragraph,
            &one.wording,
            one.due_on,
            &one.case_number,
            &one.responsible,
            &one.status,
            &one.note,
            one.created_at
        ],
    )
    .await?;
    Ok(())
}

pub(crate) async fn update_assignment(tx: &mut Tx<'_>, one: &Assignment) -> Result<()> {
    tx.run_changed(
        sql!(
            "update assignment set body = $3, decided_on = $4, paragraph = $5, wording = $6, due_on = $7, case_number = $8,
                    responsible = $9, status = $10, note = $11, revision = revision + 1
             where id = $1 and revision = $2"
        ),
        args![
            one.id,
            one.revision,
            &one.body,
            one.decided_on,
            &one.paragraph,
            &one.wording,
            one.due_on,
            &one.case_number,
            &one.responsible,
            &one.status,
            &one.note
        ],
    )
    .await
}

pub(crate) async fn link(tx: &mut Tx<'_>, assignment: Id, dialogue: Id) -> Result<()> {
    tx.run(
        sql!(
            "insert into assignment_dialogue (assignment_id, dialogue_id) values ($1, $2)
             on conflict (assignment_id, dialogue_id) do nothing"
        ),
        args![assignment, dialogue],
    )
    .await?;
    Ok(())
}

pub(crate) async fn unlink(tx: &mut Tx<'_>, assignment: Id, dialogue: Id) -> Result<()> {
    tx.run(
        sql!("delete from assignment_dialogue where assignment_id = $1 and dialogue_id = $2"),
        args![assignment, dialogue],
    )
    .await?;
    Ok(())
}

pub(crate) async fn decisions(conn: &mut Conn, dialogue: Id) -> Result<Vec<Decision>> {
    conn.all(
        sql!(
            "select id, dialogue_id, body, decided_on, paragraph, wording, effect, reason, revision, recorded_at, recorded_by
             from decision where dialogue_id = $1 order by decided_on desc, id desc"
        ),
        args![dialogue],
    )
    .await
}

pub(crate) async fn decision(conn: &mut Conn, id: Id) -> Result<Decision> {
    conn.one(
        sql!(
            "select id, dialogue_id, body, decided_on, paragraph, wording, effect, reason, revision, recorded_at, recorded_by
             from decision where id = $1"
        ),
        args![id],
    )
    .await
}

pub(crate) async fn insert_decision(tx: &mut Tx<'_>, one: &Decision) -> Result<()> {
    tx.run(
        sql!(
            "insert into decision (id, dialogue_id, body, decided_on, paragraph, wording, effect, reason, revision, recorded_at,
                                   recorded_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10)"
        ),
        args![
            one.id,
            one.dialogue_id,
            &one.body,
            one.decided_on,
            &one.paragraph,
            &one.wording,
            &one.effect,
            &one.reason,
            one.recorded_at,
            &one.recorded_by
        ],
    )
    .await?;
    Ok(())
}

pub(crate) async fn update_decision(tx: &mut Tx<'_>, one: &Decision) -> Result<()> {
    tx.run_changed(
        sql!(
            "update decision set body = $3, decided_on = $4, paragraph = $5, wording = $6, effect = $7, reason = $8,
                    revision = revision + 1
             where id = $1 and revision = $2"
        ),
        args![
            one.id,
            one.revision,
            &one.body,
            one.decided_on,
            &one.paragraph,
            &one.wording,
            &one.effect,
            &one.reason
        ],
    )
    .await
}

pub(crate) async fn answers(conn: &mut Conn, dialogue: Id) -> Result<Vec<Answer>> {
    conn.all(
        sql!(
            "select id, dialogue_id, theme_id, you_said, outcome, reason, responsible, due_text, decision_id, published_at,
                    revision, updated_at, updated_by
             from answer where dialogue_id = $1 order by id"
        ),
        args![dialogue],
    )
    .await
}

pub(crate) async fn latest_answers(conn: &mut Conn, limit: i64) -> Result<Vec<Answer>> {
    conn.all(
        sql!(
            "select id, dialogue_id, theme_id, you_said, outcome, reason, responsible, due_text, decision_id, published_at,
                    revision, updated_at, updated_by
             from answer where published_at is not null order by published_at desc, id desc limit $1"
        ),
        args![limit],
    )
    .await
}

pub(crate) async fn answer_of(conn: &mut Conn, theme: Id) -> Result<Option<Answer>> {
    conn.maybe(
        sql!(
            "select id, dialogue_id, theme_id, you_said, outcome, reason, responsible, due_text, decision_id, published_at,
                    revision, updated_at, updated_by
             from answer where theme_id = $1"
        ),
        args![theme],
    )
    .await
}

pub(crate) async fn insert_answer(tx: &mut Tx<'_>, one: &Answer) -> Result<()> {
    tx.run(
        sql!(
            "insert into answer (id, dialogue_id, theme_id, you_said, outcome, reason, responsible, due_text, decision_id,
                                 revision, updated_at, updated_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, $11)"
        ),
        args![
            one.id,
            one.dialogue_id,
            one.theme_id,
            &one.you_said,
            &one.outcome,
            &one.reason,
            &one.responsible,
            &one.due_text,
            one.decision_id,
            one.updated_at,
            &one.updated_by
        ],
    )
    .await?;
    Ok(())
}

pub(crate) async fn update_answer(tx: &mut Tx<'_>, one: &Answer) -> Result<()> {
    tx.run_changed(
        sql!(
            "update answer set you_said = $3, outcome = $4, reason = $5, responsible = $6, due_text = $7, decision_id = $8,
                    updated_at = $9, updated_by = $10, revision = revision + 1
             where id = $1 and revision = $2"
        ),
        args![
            one.id,
            one.revision,
            &one.you_said,
            &one.outcome,
            &one.reason,
            &one.responsible,
            &one.due_text,
            one.decision_id,
            one.updated_at,
            &one.updated_by
        ],
    )
    .await
}

pub(crate) async fn publish_answers(tx: &mut Tx<'_>, dialogue: Id) -> Result<u64> {
    let now = tx.now();
    tx.run(
        sql!("update answer set published_at = $2, revision = revision + 1 where dialogue_id = $1 and published_at is null"),
        args![dialogue, now],
    )
    .await
}

pub(crate) async fn dispatches(conn: &mut Conn, dialogue: Id) -> Result<Vec<Dispatch>> {
    conn.all(
        sql!("select id, stage, sent_at, recipients, sent_by from answer_dispatch where dialogue_id = $1 order by sent_at desc"),
        args![dialogue],
    )
    .await
}

pub(crate) async fn add_dispatch(tx: &mut Tx<'_>, dialogue: Id, stage: &str, recipients: usize) -> Result<()> {
    let (id, now, by) = (tx.new_id(), tx.now(), tx.actor().name().to_owned());
    tx.run(
        sql!("insert into answer_dispatch (id, dialogue_id, stage, sent_at, recipients, sent_by) values ($1, $2, $3, $4, $5, $6)"),
        args![id, dialogue, stage, now, recipients, by],
    )
    .await?;
    Ok(())
}
