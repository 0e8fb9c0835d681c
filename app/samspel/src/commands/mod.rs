//! The command line: one file for each command.

mod backup;
mod check;
mod export;
mod import;
mod migrate;
mod output;
mod pack;
mod restore;
mod user;

use crate::{compose, config::Config, demo, serve};
use clap::{Parser, Subcommand};
use db::{Clock, SystemClock};
use std::{path::PathBuf, process::ExitCode, sync::Arc};
use web::Site;

/// Samspel runs a municipality's participation work: plan a dialogue by the method, let residents take part, read what
/// they said, write the case to the board, record the decision, and answer everybody who spoke.
#[derive(Debug, Parser)]
#[command(
    name = "samspel",
    version,
    after_help = "Configuration: samspel.toml here, or --config FILE, then SAMSPEL_… in the environment.\nEvery key is explained in docs/samspel.example.toml."
)]
pub struct Arguments {
    /// The configuration file.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start at once with a fictional municipality: one dialogue in every state, log-ins printed.
    Demo(demo::Options),
    /// Serve the site.
    Serve,
    /// Bring the database's schema up to date.
    Migrate(migrate::Options),
    /// Make an account or set a new password.
    User(user::Options),
    /// Import contributions from a CSV file into an activity.
    Import(import::Options),
    /// Export the answers of a dialogue with their codebook.
    Export(export::Options),
    /// Copy the whole database while it serves, and verify the copy.
    Backup(backup::Options),
    /// Put a verified copy in place of the database.
    Restore(restore::Options),
    /// The method as files: check, compare, count, take out and bring in.
    #[command(subcommand)]
    Pack(pack::Command),
    /// Compute from files what the kernels compute: opinion groups, budgets, panels, themes and more. Needs no database.
    #[command(subcommand)]
    Analyse(analyse::Command),
    /// Look everything over: configuration, database, method pack, mail, accounts.
    Check,
}

/// Runs the command.
pub async fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    // Configuration is read once, here.
    let environment = std::env::vars();
    let config = match Config::load(arguments.config.as_deref(), environment) {
        Ok(config) => config,
        // The doctor tells of a faulty configuration as one finding among others.
        Err(error) if matches!(arguments.command, Command::Check) => return Ok(check::faulty_configuration(&error)),
        Err(error) => return Err(error),
    };
    log(&config)?;
    match arguments.command {
        Command::Demo(options) => demo::run(config, options).await,
        Command::Serve => {
            let site = open_site(&config).await?;
            serve::serve(&config, site, |address| tracing::info!(%address, "samspel serves")).await?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Migrate(options) => migrate::run(&config, options).await,
        Command::User(options) => user::run(&config, options).await,
        Command::Import(options) => import::run(&config, options).await,
        Command::Export(options) => export::run(&config, options).await,
        Command::Backup(options) => backup::run(&config, options).await,
        Command::Restore(options) => restore::run(&config, options).await,
        Command::Pack(command) => pack::run(&config, command).await,
        Command::Analyse(command) => {
            output::emit(&analyse::run(&command)?)?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Check => check::run(&config).await,
    }
}

/// The site of the configuration, for commands that act on it.
pub async fn open_site(config: &Config) -> anyhow::Result<Arc<Site>> {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let db = compose::open(config, clock.clone()).await?;
    compose::site(config, db, clock).await
}

fn log(config: &Config) -> anyhow::Result<()> {
    let filter = tracing_subscriber::EnvFilter::try_new(&config.log_level)?;
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    if config.log_format == "json" {
        builder.json().init();
    } else {
        builder.with_target(false).init();
    }
    Ok(())
}
