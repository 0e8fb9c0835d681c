//! `samspel migrate`: the schema.

use crate::{compose, config::Config};
use db::{Db, SystemClock};
use std::{process::ExitCode, sync::Arc};

/// Brings the schema up to date. `serve` does the same when it starts.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Only tell which steps are waiting.
    #[arg(long)]
    dry_run: bool,
}

pub async fn run(config: &Config, options: Options) -> anyhow::Result<ExitCode> {
    if options.dry_run {
        let db = Db::open_without_migrating(&config.database, db::Options::default()).await?;
        let waiting = db::pending(&db).await?;
        eprintln!("{} step(s) waiting {}", waiting.len(), waiting.join(", "));
        db.close().await?;
        return Ok(ExitCode::SUCCESS);
    }
    let db = compose::open(config, Arc::new(SystemClock)).await?;
    eprintln!("the schema is at version {}", db::latest_version());
    db.close().await?;
    Ok(ExitCode::SUCCESS)
}
