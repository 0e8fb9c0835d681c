//! `samspel pack`: the method as files. Check, begin, compare, count, take out and bring in.

mod check;
mod counts;
mod diff;
mod exchange;
mod new;
mod schema;
mod source;

use crate::config::Config;
use clap::Subcommand;
use std::process::ExitCode;

/// What can be done with packs. A SOURCE is a folder, a file that `export` wrote, or `built-in`
/// (`built-in:KEY` for another pack than the dialogues').
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read a pack and tell every fault with file, line and remedy. A folder with `overlays` in its pack.toml is read
    /// as laid over the pack it names.
    Check(check::Options),
    /// Begin a folder of your own: files that are laid over the built-in pack, or a whole copy of it.
    New(new::Options),
    /// Tell what differs between two packs, entry by entry.
    Diff(diff::Options),
    /// Count what a pack holds, with words and readability.
    Counts(counts::Options),
    /// Write schemas by which an editor completes, explains and underlines the files of a pack.
    Schema(schema::Options),
    /// Write a pack as one file.
    Export(exchange::Export),
    /// Lay files over the pack that the site uses. A pack with faults is refused, and what is in use stays.
    Import(exchange::Import),
}

pub async fn run(config: &Config, command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Check(options) => check::run(&options),
        Command::New(options) => new::run(&options),
        Command::Diff(options) => diff::run(config, &options).await,
        Command::Counts(options) => counts::run(&options),
        Command::Schema(options) => schema::run(&options),
        Command::Export(options) => exchange::export(config, &options).await,
        Command::Import(options) => exchange::import(config, &options).await,
    }
}
