//! `samspel restore`: a verified copy becomes the database; what stood there is kept beside it.

use crate::{
    commands::backup::{digest, sum_file, verify_sqlite},
    config::Config,
};
use anyhow::{Context as _, bail};
use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Verifies a copy and puts it in place of the database. Stop the service first.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The copy.
    #[arg(value_name = "COPY")]
    copy: PathBuf,
    /// Replace a database that is there; it is kept beside the new one with the ending .before-restore.
    #[arg(long)]
    replace: bool,
}

pub async fn run(config: &Config, options: Options) -> anyhow::Result<ExitCode> {
    check_sum(&options.copy)?;
    let Some(target) = config.database.strip_prefix("sqlite:").map(PathBuf::from) else {
        return restore_postgres(config, &options);
    };
    let half_done = target.with_extension("half");
    if let Some(folder) = target.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::copy(&options.copy, &half_done).with_context(|| format!("cannot read {}", options.copy.display()))?;
    if let Err(error) = verify_sqlite(&half_done).await {
        let _ = std::fs::remove_file(&half_done);
        return Err(error);
    }
    if target.exists() {
        if !options.replace {
            let _ = std::fs::remove_file(&half_done);
            bail!(
                "{} is there already: say --replace to put the copy in its place",
                target.display()
            );
        }
        keep_old(&target).await?;
    }
    std::fs::rename(&half_done, &target)?;
    std::fs::File::open(&target)?.sync_all()?;
    eprintln!("{} is restored from {}", target.display(), options.copy.display());
    Ok(ExitCode::SUCCESS)
}

/// The old database is closed properly (its last writes leave the log file) and kept.
async fn keep_old(target: &Path) -> anyhow::Result<()> {
    let url = format!("sqlite:{}", target.display());
    db::Db::open_without_migrating(
        &url,
        db::Options {
            readers: 1,
            ..db::Options::default()
        },
    )
    .await?
    .close()
    .await?;
    let mut kept = target.as_os_str().to_owned();
    kept.push(".before-restore");
    std::fs::rename(target, PathBuf::from(kept))?;
    for ending in ["-wal", "-shm"] {
        let mut name = target.as_os_str().to_owned();
        name.push(ending);
        let _ = std::fs::remove_file(PathBuf::from(name));
    }
    Ok(())
}

fn check_sum(copy: &Path) -> anyhow::Result<()> {
    let (sum, _) = digest(copy).with_context(|| format!("cannot read {}", copy.display()))?;
    let Ok(known) = std::fs::read_to_string(sum_file(copy)) else {
        eprintln!("no .sha256 beside {}: its sum is not checked", copy.display());
        return Ok(());
    };
    if known.split_whitespace().next() != Some(sum.as_str()) {
        bail!(
            "{} differs from its .sha256: it is damaged or not the file that was written",
            copy.display()
        );
    }
    Ok(())
}

fn restore_postgres(config: &Config, options: &Options) -> anyhow::Result<ExitCode> {
    let mut restore = std::process::Command::new("pg_restore");
    restore
        .args(["--no-owner", "--single-transaction", "--dbname"])
        .arg(&config.database);
    if options.replace {
        restore.args(["--clean", "--if-exists"]);
    }
    let status = restore.arg(&options.copy).status();
    if !status
        .context("pg_restore cannot be started: install PostgreSQL's client programs")?
        .success()
    {
        bail!(
            "pg_restore failed; nothing was changed (one transaction). For a database that is not empty say --replace"
        );
    }
    eprintln!("the database is restored from {}", options.copy.display());
    Ok(ExitCode::SUCCESS)
}
