//! Problems, causes, judgements and what was decided about gaps.

use crate::model::relevance::{Decided, Function, Judged, Problem, ProblemKind, Standing};
use crate::model::{list_json, list_of};
use db::{Conn, Id, Result, Tx, args, sql};
use jiff::civil::Date;
use serde_json::Value as Json;

db::record! {
    struct ProblemRow {
        id: Id,
        number: i64,
        title: String,
        kind: String,
        place: String,
        description: String,
        picture: String,
        functions: Json,
        is_closed: bool,
        revision: i64,
    }
}

/// A problem of the list.
#[derive(Debug, Clone)]
pub(crate) struct StoredProblem {
    pub id: Id,
    pub number: i64,
    pub problem: Problem,
    pub revision: i64,
}

impl From<ProblemRow> for StoredProblem {
    fn from(row: ProblemRow) -> StoredProblem {
        let functions = list_of(row.functions);
        StoredProblem {
            id: row.id,
            number: row.number,
            problem: Problem {
                title: row.title,
                kind: ProblemKind::from_code(&row.kind).unwrap_or(ProblemKind::Crime),
                place: row.place,
                description: row.description,
                picture: row.picture,
                functions: functions.into_iter().map(Function::of).collect(),
                is_closed: row.is_closed,
            },
            revision: row.revision,
        }
    }
}

fn codes(functions: &[Function]) -> Json {
    let codes: Vec<String> = functions.iter().map(|one| one.code().to_owned()).collect();
    list_json(&codes)
}

/// All problems, by number.
pub(crate) async fn problems(conn: &mut Conn) -> Result<Vec<StoredProblem>> {
    let query = sql!(
        "select id, number, title, kind, place, description, picture, functions, is_closed, revision from crime_problem
         order by number"
    );
    let rows = conn.all::<ProblemRow>(query, args![]).await?;
    Ok(rows.into_iter().map(StoredProblem::from).collect())
}

pub(crate) async fn problem(conn: &mut Conn, id: Id) -> Result<StoredProblem> {
    let query = sql!(
        "select id, number, title, kind, place, description, picture, functions, is_closed, revision from crime_problem
         where id = $1"
    );
    Ok(conn.one::<ProblemRow>(query, args![id]).await?.into())
}

/// Adds a problem with the next number.
pub(crate) async fn add_problem(tx: &mut Tx<'_>, problem: &Problem) -> Result<Id> {
    let (id, now, by) = (tx.new_id(), tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "insert into crime_problem (id, number, title, kind, place, description, picture, functions, is_closed, revision,
                                    created_at, updated_at, updated_by)
         values ($1, (select coalesce(max(number), 0) + 1 from crime_problem), $2, $3, $4, $5, $6, $7, $8, 1, $9, $9, $10)"
    );
    let args = args![
        id,
        &problem.title,
        problem.kind.code(),
        &problem.place,
        &problem.description,
        &problem.picture,
        codes(&problem.functions),
        problem.is_closed,
        now,
        by
    ];
    tx.run(statement, args).await?;
    Ok(id)
}

/// # Errors
/// [`db::Error::Stale`] when somebody wrote after `revision`.
pub(crate) async fn update_problem(tx: &mut Tx<'_>, id: Id, revision: i64, problem: &Problem) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "update crime_problem set title = $3, kind = $4, place = $5, description = $6, picture = $7, functions = $8,
                is_closed = $9, updated_at = $10, updated_by = $11, revision = revision + 1
         where id = $1 and revision = $2"
    );
    let args = args![
        id,
        revision,
        &problem.title,
        problem.kind.code(),
        &problem.place,
        &problem.description,
        &problem.picture,
        codes(&problem.functions),
        problem.is_closed,
        now,
        by
    ];
    tx.run_changed(statement, args).await
}

db::record! {
    /// A cause of a problem; its number is what measures refer to: "2.1".
    #[derive(Debug, Clone)]
    pub(crate) struct Cause {
        pub id: Id,
        pub problem_id: Id,
        pub problem_number: i64,
        pub number: i64,
        pub cause: String,
    }
}

impl Cause {
    /// "2.1".
    pub(crate) fn label(&self) -> String {
        format!("{}.{}", self.problem_number, self.number)
    }
}

/// All causes, by problem and number.
pub(crate) async fn causes(conn: &mut Conn) -> Result<Vec<Cause>> {
    let query = sql!(
        "select c.id, c.problem_id, p.number as problem_number, c.number, c.cause
         from crime_cause c join crime_problem p on p.id = c.problem_id order by p.number, c.number"
    );
    conn.all(query, args![]).await
}

/// Adds a cause with the next number of its problem.
pub(crate) async fn add_cause(tx: &mut Tx<'_>, problem: Id, cause: &str) -> Result<Id> {
    let (id, now, by) = (tx.new_id(), tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "insert into crime_cause (id, problem_id, number, cause, created_at, created_by)
         values ($1, $2, (select coalesce(max(number), 0) + 1 from crime_cause where problem_id = $2), $3, $4, $5)"
    );
    tx.run(statement, args![id, problem, cause, now, by]).await?;
    Ok(id)
}

db::record! {
    /// A judgement as it was written.
    #[derive(Debug, Clone)]
    pub(crate) struct Judgement {
        pub id: Id,
        pub organisation_id: Id,
        pub name: String,
        pub problem_id: Id,
        pub function: String,
        pub relevance: i64,
        pub reason: String,
        pub evidence: String,
        pub judged_by: String,
        pub judged_on: Option<Date>,
        pub review_on: Option<Date>,
    }
}

impl Judgement {
    /// What the matrix needs of it.
    pub(crate) fn standing(&self) -> Standing {
        Standing {
            organisation: self.organisation_id,
            problem: self.problem_id,
            function: Function::of(&self.function),
            relevance: self.relevance,
        }
    }
}

/// The judgements that count: the latest of each actor, problem and function. Archived actors count no more.
pub(crate) async fn standing_judgements(conn: &mut Conn) -> Result<Vec<Judgement>> {
    // Uses relevance_judgement_of.
    let query = sql!(
        "select j.id, j.organisation_id, o.name, j.problem_id, j.function, j.relevance, j.reason, j.evidence, j.judged_by,
                j.judged_on, j.review_on
         from relevance_judgement j join organisation o on o.id = j.organisation_id
         where o.archived_at is null and not exists (
           select 1 from relevance_judgement n
           where n.problem_id = j.problem_id and n.function = j.function and n.organisation_id = j.organisation_id
             and (n.created_at > j.created_at or (n.created_at = j.created_at and n.id > j.id)))
         order by j.relevance desc, o.folded"
    );
    conn.all(query, args![]).await
}

/// All that was judged at a place of the matrix, newest first; also of archived actors.
pub(crate) async fn judgements(conn: &mut Conn, problem: Id, function: &Function) -> Result<Vec<Judgement>> {
    let query = sql!(
        "select j.id, j.organisation_id, o.name, j.problem_id, j.function, j.relevance, j.reason, j.evidence, j.judged_by,
                j.judged_on, j.review_on
         from relevance_judgement j join organisation o on o.id = j.organisation_id
         where j.problem_id = $1 and j.function = $2 order by j.created_at desc, j.id desc"
    );
    conn.all(query, args![problem, function.code()]).await
}

pub(crate) async fn add_judgement(tx: &mut Tx<'_>, one: &Judged) -> Result<Id> {
    let (id, now) = (tx.new_id(), tx.now());
    let statement = sql!(
        "insert into relevance_judgement (id, organisation_id, problem_id, function, relevance, reason, evidence, judged_by,
                                          judged_on, review_on, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
    );
    let args = args![
        id,
        one.organisation,
        one.problem,
        one.function.code(),
        one.relevance,
        &one.reason,
        &one.evidence,
        &one.judged_by,
        one.judged_on,
        one.review_on,
        now
    ];
    tx.run(statement, args).await?;
    Ok(id)
}

db::record! {
    /// A decision about a gap as it was written.
    #[derive(Debug, Clone)]
    pub(crate) struct GapDecision {
        pub problem_id: Id,
        pub function: String,
        pub kind: String,
        pub decision: String,
        pub reason: String,
        pub responsible: String,
        pub due_on: Option<Date>,
        pub decided_on: Option<Date>,
        pub decided_by: String,
    }
}

/// All decisions about gaps, newest first.
pub(crate) async fn gap_decisions(conn: &mut Conn) -> Result<Vec<GapDecision>> {
    let query = sql!(
        "select problem_id, function, kind, decision, reason, responsible, due_on, decided_on, decided_by from gap_decision
         order by created_at desc, id desc"
    );
    conn.all(query, args![]).await
}

pub(crate) async fn add_gap_decision(tx: &mut Tx<'_>, one: &Decided) -> Result<()> {
    let (id, now, by) = (tx.new_id(), tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "insert into gap_decision (id, problem_id, function, kind, decision, reason, responsible, due_on, decided_on, decided_by,
                                   created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
    );
    let args = args![
        id,
        one.problem,
        one.function.code(),
        one.kind.code(),
        one.decision.code(),
        &one.reason,
        &one.responsible,
        one.due_on,
        one.decided_on,
        by,
        now
    ];
    tx.run(statement, args).await?;
    Ok(())
}
