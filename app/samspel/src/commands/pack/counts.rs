//! `samspel pack counts`.

use super::source;
use crate::commands::output::say;
use clap::Args;
use method::pack::{Readers, tally};
use std::process::ExitCode;

#[derive(Debug, Args)]
pub struct Options {
    /// The pack to count.
    #[arg(default_value = "built-in")]
    source: String,
}

pub fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let files = source::files(&options.source)?;
    let edition = match source::read(&files) {
        Ok(edition) => edition,
        Err(faults) => {
            source::tell(options.source.trim_end_matches('/'), &faults);
            return Ok(ExitCode::from(2));
        }
    };
    say!("{} {}", edition.key, edition.name);
    say!("{:<44} {:>6} {:>8} {:>6}  written for", "", "count", "words", "LIX");
    let mut words = 0;
    for one in tally(&edition) {
        words += one.words;
        let lix = one.lix.map_or_else(|| "–".to_string(), |lix| format!("{lix:.1}"));
        let audience = match one.audience {
            Readers::Residents => "residents",
            Readers::Officials => "officials",
        };
        say!(
            "{:<44} {:>6} {:>8} {lix:>6}  {audience} (at most {})",
            one.what,
            one.count,
            one.words,
            one.audience.most()
        );
    }
    say!("{:<44} {:>6} {words:>8}", "in all", "");
    Ok(ExitCode::SUCCESS)
}
