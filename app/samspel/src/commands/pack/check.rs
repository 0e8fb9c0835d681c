//! `samspel pack check`.

use super::source;
use crate::commands::output::say;
use clap::Args;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub struct Options {
    /// The pack to read.
    source: String,
}

/// Exit code 0 when the pack is whole, 2 when it has faults.
pub fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let files = source::files(&options.source)?;
    match source::read(&files) {
        Ok(edition) => {
            say!(
                "{}: {} is whole ({} process templates, {} files)",
                options.source,
                edition.name,
                edition.templates.len(),
                edition.files.len()
            );
            Ok(ExitCode::SUCCESS)
        }
        Err(faults) => {
            source::tell(options.source.trim_end_matches('/'), &faults);
            Ok(ExitCode::from(2))
        }
    }
}
