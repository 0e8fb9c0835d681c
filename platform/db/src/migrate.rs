//! Bringing the schema up to date: numbered files, the same numbers for both engines, never edited after a release.

use crate::{Db, Engine, Error, Result, args, sql};

struct Step {
    number: i64,
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

macro_rules! step {
    ($number:literal, $name:literal) => {
        Step {
            number: $number,
            name: $name,
            sqlite: include_str!(concat!("../../../migrations/sqlite/", $name, ".sql")),
            postgres: include_str!(concat!("../../../migrations/postgres/", $name, ".sql")),
        }
    };
}

const STEPS: &[Step] = &[
    step!(1, "0001_base"),
    step!(2, "0002_editions"),
    step!(3, "0003_training"),
    step!(4, "0004_checklists"),
    step!(5, "0005_templates"),
    step!(6, "0006_information"),
    step!(7, "0007_calendar_examples"),
    step!(9, "0009_civil_society"),
    step!(10, "0010_evidence_chain"),
    step!(11, "0011_projects"),
    step!(12, "0012_society"),
    step!(13, "0013_service_design"),
    step!(14, "0014_representatives"),
    step!(15, "0015_background"),
    step!(16, "0016_design_workshop"),
    step!(17, "0017_opinions"),
    step!(18, "0018_lottery_suggestions"),
];

/// The schema this program knows.
pub fn latest_version() -> i64 {
    STEPS.iter().map(|step| step.number).max().unwrap_or(0)
}

/// The names of the steps that the database has not taken yet.
pub async fn pending(db: &Db) -> Result<Vec<&'static str>> {
    let taken = taken(db).await?;
    Ok(STEPS
        .iter()
        .filter(|step| step.number > taken)
        .map(|step| step.name)
        .collect())
}

/// The version of the database's schema; nought for a database that is not ours.
pub async fn version(db: &Db) -> Result<i64> {
    taken(db).await
}

async fn taken(db: &Db) -> Result<i64> {
    let mut conn = db.read().await?;
    let there: i64 = conn
        .scalar(
            sql!(
                sqlite: "select count(*) from sqlite_master where type = 'table' and name = 'schema_version'",
                postgres: "select count(*) from information_schema.tables where table_schema = current_schema() and table_name = 'schema_version'"
            ),
            args![],
        )
        .await?;
    if there == 0 {
        return Ok(0);
    }
    conn.scalar(
        sql!("select coalesce(max(number), 0) as number from schema_version"),
        args![],
    )
    .await
}

pub(crate) async fn run(db: &Db) -> Result<()> {
    let known = latest_version();
    let taken = taken(db).await?;
    if taken > known {
        return Err(Error::Migration(format!(
            "the database is at version {taken}, this program knows {known}: use the newer program"
        )));
    }
    if taken == known {
        return Ok(());
    }
    db.write(crate::Actor::System, async |tx| -> Result<()> {
        if db.engine() == Engine::Postgres {
            tx.raw("select pg_advisory_xact_lock(7267735)").await?;
        }
        tx.raw("create table if not exists schema_version (number bigint primary key, name text not null, at bigint not null)").await?;
        let taken: i64 = tx.scalar(sql!("select coalesce(max(number), 0) as number from schema_version"), args![]).await?;
        for step in STEPS.iter().filter(|step| step.number > taken) {
            let text = if db.engine() == Engine::Sqlite { step.sqlite } else { step.postgres };
            tx.raw(text).await?;
            let now = tx.now();
            tx.run(sql!("insert into schema_version (number, name, at) values ($1, $2, $3)"), args![step.number, step.name, now]).await?;
        }
        Ok(())
    })
    .await
}
