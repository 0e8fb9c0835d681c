//! Measures, their follow-ups, and finished reports to the council.

use crate::model::measure::Measure;
use db::{Conn, Id, Result, Tx, args, sql};
use jiff::Timestamp;
use jiff::civil::Date;

db::record! {
    struct MeasureRow {
        id: Id,
        cause_id: Id,
        place: i64,
        action: String,
        goal: String,
        timing: String,
        due_on: Option<Date>,
        organisation_id: Option<Id>,
        organisation: Option<String>,
        responsible: String,
        indicator: String,
        revision: i64,
    }
}

/// A measure of the plan.
#[derive(Debug, Clone)]
pub(crate) struct StoredMeasure {
    pub id: Id,
    pub measure: Measure,
    /// The name of the actor; empty for the municipality itself.
    pub organisation: String,
    pub revision: i64,
}

impl From<MeasureRow> for StoredMeasure {
    fn from(row: MeasureRow) -> StoredMeasure {
        StoredMeasure {
            id: row.id,
            measure: Measure {
                cause: row.cause_id,
                place: row.place,
                action: row.action,
                goal: row.goal,
                timing: row.timing,
                due_on: row.due_on,
                organisation: row.organisation_id,
                responsible: row.responsible,
                indicator: row.indicator,
            },
            organisation: row.organisation.unwrap_or_default(),
            revision: row.revision,
        }
    }
}

/// All measures, by cause and then in the order of doing.
pub(crate) async fn measures(conn: &mut Conn) -> Result<Vec<StoredMeasure>> {
    let query = sql!(
        "select m.id, m.cause_id, m.place, m.action, m.goal, m.timing, m.due_on, m.organisation_id, o.name as organisation,
                m.responsible, m.indicator, m.revision
         from measure m join crime_cause c on c.id = m.cause_id join crime_problem p on p.id = c.problem_id
              left join organisation o on o.id = m.organisation_id
         order by p.number, c.number, m.place, m.id"
    );
    let rows = conn.all::<MeasureRow>(query, args![]).await?;
    Ok(rows.into_iter().map(StoredMeasure::from).collect())
}

pub(crate) async fn measure(conn: &mut Conn, id: Id) -> Result<StoredMeasure> {
    let query = sql!(
        "select m.id, m.cause_id, m.place, m.action, m.goal, m.timing, m.due_on, m.organisation_id, o.name as organisation,
                m.responsible, m.indicator, m.revision
         from measure m left join organisation o on o.id = m.organisation_id where m.id = $1"
    );
    Ok(conn.one::<MeasureRow>(query, args![id]).await?.into())
}

fn values(measure: &Measure) -> Vec<db::Value> {
    args![
        measure.cause,
        measure.place,
        &measure.action,
        &measure.goal,
        &measure.timing,
        measure.due_on,
        measure.organisation,
        &measure.responsible,
        &measure.indicator
    ]
}

pub(crate) async fn add_measure(tx: &mut Tx<'_>, measure: &Measure) -> Result<Id> {
    let (id, now, by) = (tx.new_id(), tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "insert into measure (cause_id, place, action, goal, timing, due_on, organisation_id, responsible, indicator, id,
                              revision, created_at, updated_at, updated_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, $11, $11, $12)"
    );
    let mut row = values(measure);
    row.extend(args![id, now, by]);
    tx.run(statement, row).await?;
    Ok(id)
}

/// # Errors
/// [`db::Error::Stale`] when somebody wrote after `revision`.
pub(crate) async fn update_measure(tx: &mut Tx<'_>, id: Id, revision: i64, measure: &Measure) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "update measure set cause_id = $1, place = $2, action = $3, goal = $4, timing = $5, due_on = $6, organisation_id = $7,
                responsible = $8, indicator = $9, updated_at = $12, updated_by = $13, revision = revision + 1
         where id = $10 and revision = $11"
    );
    let mut row = values(measure);
    row.extend(args![id, revision, now, by]);
    tx.run_changed(statement, row).await
}

db::record! {
    /// What became of a measure when somebody looked.
    #[derive(Debug, Clone)]
    pub(crate) struct MeasureFollowUp {
        pub measure_id: Id,
        pub colour: String,
        pub outcome: String,
        pub effect: String,
        pub followed_on: Option<Date>,
        pub created_by: String,
    }
}

/// The follow-ups of all measures, newest first.
pub(crate) async fn measure_follow_ups(conn: &mut Conn) -> Result<Vec<MeasureFollowUp>> {
    let query = sql!(
        "select measure_id, colour, outcome, effect, followed_on, created_by from measure_follow_up
         order by created_at desc, id desc"
    );
    conn.all(query, args![]).await
}

pub(crate) async fn add_measure_follow_up(
    tx: &mut Tx<'_>,
    measure: Id,
    colour: &str,
    (outcome, effect): (&str, &str),
    followed_on: Date,
) -> Result<()> {
    let (id, now, by) = (tx.new_id(), tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "insert into measure_follow_up (id, measure_id, colour, outcome, effect, followed_on, created_at, created_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8)"
    );
    tx.run(
        statement,
        args![id, measure, colour, outcome, effect, followed_on, now, by],
    )
    .await?;
    Ok(())
}

db::record! {
    /// A finished report.
    #[derive(Debug, Clone)]
    pub(crate) struct CouncilReport {
        pub id: Id,
        pub title: String,
        /// The document as JSON.
        pub document: String,
        pub sha256: String,
        pub made_at: Timestamp,
        pub made_by: String,
    }
}

/// Finished reports, newest first.
pub(crate) async fn council_reports(conn: &mut Conn) -> Result<Vec<CouncilReport>> {
    let query = sql!(
        "select id, title, document, sha256, made_at, made_by from council_report order by made_at desc, id desc limit 50"
    );
    conn.all(query, args![]).await
}

pub(crate) async fn council_report(conn: &mut Conn, id: Id) -> Result<CouncilReport> {
    let query = sql!("select id, title, document, sha256, made_at, made_by from council_report where id = $1");
    conn.one(query, args![id]).await
}

pub(crate) async fn add_council_report(tx: &mut Tx<'_>, title: &str, document: &str, sha256: &str) -> Result<Id> {
    let (id, now, by) = (tx.new_id(), tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "insert into council_report (id, title, document, sha256, made_at, made_by) values ($1, $2, $3, $4, $5, $6)"
    );
    tx.run(statement, args![id, title, document, sha256, now, by]).await?;
    Ok(id)
}
