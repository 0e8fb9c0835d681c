//! `samspel pack diff`.

use super::{exchange, source};
use crate::commands::output::say;
use crate::config::Config;
use clap::Args;
use method::pack::{Change, Difference, Files, differences};
use std::process::ExitCode;

#[derive(Debug, Args)]
pub struct Options {
    /// The pack before: a folder, an exported file, `built-in`, or `site` for what the site uses; both take `:KEY`.
    before: String,
    /// The pack after.
    after: String,
}

/// Exit code 0 when nothing differs, 1 when something does, as of `diff`.
pub async fn run(config: &Config, options: &Options) -> anyhow::Result<ExitCode> {
    let (before, after) = (
        files(config, &options.before).await?,
        files(config, &options.after).await?,
    );
    let all = differences(&before, &after);
    let mut file = "";
    for one in &all {
        if file != one.file {
            file = &one.file;
            say!("{file}");
        }
        say!("{}", line(one));
    }
    say!("{} difference(s)", all.len());
    Ok(if all.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

async fn files(config: &Config, named: &str) -> anyhow::Result<Files> {
    if let Some(key) = source::key_of(named, exchange::SITE) {
        return Ok(exchange::site_edition(config, &key).await?.files.clone());
    }
    let own = source::files(named)?;
    // What is laid over another is compared as it would be used.
    match source::overlays(&own).map(|_| source::read(&own)) {
        Some(Ok(edition)) => Ok(edition.files),
        Some(Err(faults)) => {
            source::tell(named, &faults);
            anyhow::bail!("{named} has faults: mend them before it can be compared")
        }
        None => Ok(own),
    }
}

fn line(one: &Difference) -> String {
    let place = match (one.entry.as_str(), one.key.as_str()) {
        ("", "") => "the file".to_string(),
        ("", key) => key.to_string(),
        (entry, "") => entry.to_string(),
        (entry, key) => format!("{entry}: {key}"),
    };
    match &one.change {
        Change::Added(_) => format!("  + {place}"),
        Change::Removed(_) => format!("  - {place}"),
        Change::Moved => format!("  ~ {place}: another order"),
        Change::Changed { from, to } if from.len() + to.len() > 400 => format!("  ~ {place}"),
        Change::Changed { from, to } => format!("  ~ {place}\n      {from}\n      {to}"),
    }
}
