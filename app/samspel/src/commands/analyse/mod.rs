//! `samspel analyse`: the kernels on files, for analysts and for whoever wants to verify a result. With `--json` the result
//! stands on stdout in the shape of `docs/analyse.md`; what is wrong with a file is told with its line, and ends with 2.

mod budget;
mod panel;

use crate::commands::output::emit;
use anyhow::Context as _;
use clap::Subcommand;
use serde_json::Value;
use std::path::Path;
use std::process::ExitCode;

/// What can be computed from files. Nothing is sent anywhere, and no database is needed.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Which projects a participatory budget pays for, and why, from a `.pb` file (Pabulib).
    Budget(budget::Options),
    /// A panel drawn by lot under quotas, with everybody's probability and a draw that anybody can repeat.
    Panel(panel::Options),
}

pub fn run(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Budget(options) => budget::run(&options),
        Command::Panel(options) => panel::run(&options),
    }
}

fn read(file: &Path) -> anyhow::Result<Vec<u8>> {
    std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))
}

/// `file:line: what is wrong`, as the kernels' readers tell it.
fn at_line(file: &Path, line: usize, fault: &dyn std::fmt::Display) -> anyhow::Error {
    let told = fault.to_string();
    let prefix = format!("line {line}: ");
    anyhow::anyhow!(
        "{}:{line}: {}",
        file.display(),
        told.strip_prefix(&prefix).unwrap_or(&told)
    )
}

fn print(value: &Value) -> anyhow::Result<()> {
    emit(&(serde_json::to_string_pretty(value)? + "\n"))
}
