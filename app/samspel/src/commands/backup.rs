//! `samspel backup`: a whole copy while the site serves, verified before it is called a backup.

use crate::config::Config;
use anyhow::{Context as _, bail};
use db::{Db, Options as DbOptions};
use sha2::{Digest as _, Sha256};
use std::{
    io::Read as _,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Copies the database while it serves, opens the copy, checks it, and writes its SHA-256 beside it.
#[derive(Debug, clap::Args)]
#[command(after_help = "For PostgreSQL the copy is made with pg_dump, which must be installed.")]
pub struct Options {
    /// The file to write; a folder gets a file named after the moment.
    #[arg(value_name = "TARGET")]
    target: PathBuf,
}

pub async fn run(config: &Config, options: Options) -> anyhow::Result<ExitCode> {
    let target = if options.target.is_dir() {
        options.target.join(file_name(config))
    } else {
        options.target
    };
    if target.exists() {
        bail!(
            "{} is there already: a backup never overwrites another",
            target.display()
        );
    }
    if config.database.starts_with("sqlite:") {
        copy_sqlite(config, &target).await?;
    } else {
        dump_postgres(config, &target)?;
    }
    let (sum, bytes) = digest(&target)?;
    std::fs::write(sum_file(&target), format!("{sum}  {}\n", name_of(&target)))?;
    eprintln!("{} ({bytes} bytes, verified), SHA-256 {sum}", target.display());
    Ok(ExitCode::SUCCESS)
}

fn file_name(config: &Config) -> String {
    let now = db::Clock::now(&db::SystemClock).strftime("%Y%m%d-%H%M%S").to_string();
    let ending = if config.database.starts_with("sqlite:") {
        "db"
    } else {
        "pgdump"
    };
    format!("samspel-{now}.{ending}")
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// Where the sum of a copy stands.
pub fn sum_file(target: &Path) -> PathBuf {
    let mut name = target.as_os_str().to_owned();
    name.push(".sha256");
    PathBuf::from(name)
}

async fn copy_sqlite(config: &Config, target: &Path) -> anyhow::Result<()> {
    let source = config.database.trim_start_matches("sqlite:");
    if !Path::new(source).exists() {
        bail!("there is no database at {source}");
    }
    let half_done = target.with_extension("half");
    let _ = std::fs::remove_file(&half_done);
    let db = Db::open_without_migrating(
        &config.database,
        DbOptions {
            readers: 1,
            ..DbOptions::default()
        },
    )
    .await?;
    db.copy_to(&half_done)
        .await
        .with_context(|| format!("cannot write {}", half_done.display()))?;
    db.close().await?;
    verify_sqlite(&half_done).await?;
    std::fs::rename(&half_done, target)?;
    std::fs::File::open(target)?.sync_all()?;
    Ok(())
}

/// Opens the copy and asks the engine whether it is sound and of a version this program knows.
pub async fn verify_sqlite(copy: &Path) -> anyhow::Result<()> {
    let url = format!("sqlite:{}", copy.display());
    let db = Db::open_without_migrating(
        &url,
        DbOptions {
            readers: 1,
            ..DbOptions::default()
        },
    )
    .await?;
    let faults = db.integrity_faults().await?;
    if !faults.is_empty() {
        bail!("{} is not sound: {}", copy.display(), faults.join("; "));
    }
    let version = db::version(&db).await?;
    if version == 0 {
        bail!("{} is not a database of Samspel", copy.display());
    }
    if version > db::latest_version() {
        bail!(
            "{} is of version {version}, this program knows {}: use the newer program",
            copy.display(),
            db::latest_version()
        );
    }
    db.close().await?;
    for ending in ["-wal", "-shm"] {
        let mut name = copy.as_os_str().to_owned();
        name.push(ending);
        let _ = std::fs::remove_file(PathBuf::from(name));
    }
    Ok(())
}

fn dump_postgres(config: &Config, target: &Path) -> anyhow::Result<()> {
    let dump = std::process::Command::new("pg_dump")
        .args(["--format=custom", "--file"])
        .arg(target)
        .arg(&config.database)
        .status();
    if !dump
        .context("pg_dump cannot be started: install PostgreSQL's client programs")?
        .success()
    {
        bail!("pg_dump failed");
    }
    let listed = std::process::Command::new("pg_restore")
        .arg("--list")
        .arg(target)
        .output()?;
    let tables = String::from_utf8_lossy(&listed.stdout)
        .lines()
        .filter(|line| line.contains("TABLE DATA"))
        .count();
    if !listed.status.success() || tables == 0 {
        bail!("the copy cannot be read again: it is no backup");
    }
    Ok(())
}

/// The SHA-256 and the size of a file.
pub fn digest(path: &Path) -> anyhow::Result<(String, u64)> {
    let mut file = std::fs::File::open(path)?;
    let (mut hasher, mut buffer, mut bytes) = (Sha256::new(), vec![0; 1 << 16], 0);
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            break;
        }
        hasher.update(&buffer[..read]);
        bytes += u64::try_from(read)?;
    }
    let sum = hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok((sum, bytes))
}
