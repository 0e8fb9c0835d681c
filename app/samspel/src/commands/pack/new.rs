//! `samspel pack new`: something to begin with.

use super::{schema, source};
use crate::commands::output::say;
use anyhow::bail;
use clap::Args;
use method::pack::Files;
use std::{path::PathBuf, process::ExitCode};

#[derive(Debug, Args)]
pub struct Options {
    /// The folder to make.
    folder: PathBuf,
    /// A whole copy of the built-in pack instead of files that are laid over it.
    #[arg(long)]
    copy: bool,
}

const PACK: &str = r#"# Our own files, laid over the pack they name: an entry with the same key replaces the base's entry key by key, a new key is
# added, and `removed = true` takes an entry away. Texts (.md) replace whole. Check with `samspel pack check`, bring in with
# `samspel pack import`.
overlays = "medborgardialog"
"#;

const PROCESS: &str = r#"# A process of our own. It inherits everything from the standard dialogue; what stands here replaces or adds.
[template]
key = "our-process"
extends = "standard"
name = { sv = "Vår egen process", en = "Our own process" }
about = { sv = "Så arbetar vi i vår kommun.", en = "How we work in our municipality." }
"#;

const CHECKLISTS: &str = r#"# One item of the base in our own words: only what is written here is replaced.
[[item]]
key = "F06"
text = { sv = "Skriv syftet i en mening som din granne förstår.", en = "Write the purpose in one sentence that your neighbour understands." }
"#;

pub fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let folder = &options.folder;
    if folder.exists() && std::fs::read_dir(folder).is_ok_and(|mut inside| inside.next().is_some()) {
        bail!("{} is not empty: name a folder that is not there yet", folder.display());
    }
    let files: Files = if options.copy {
        source::files("built-in")?
    } else {
        [
            ("pack.toml", PACK),
            ("processes/our-process.toml", PROCESS),
            ("checklists.toml", CHECKLISTS),
        ]
        .into_iter()
        .map(|(name, text)| (name.to_string(), text.to_string()))
        .collect()
    };
    schema::write(folder, &files)?;
    schema::write(folder, &schema::files()?)?;
    say!(
        "{} files in {}, with schemas for the editor. Next: samspel pack check {}",
        files.len(),
        folder.display(),
        folder.display()
    );
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_begins_with_is_whole() {
        let files: Files = [
            ("pack.toml", PACK),
            ("processes/our-process.toml", PROCESS),
            ("checklists.toml", CHECKLISTS),
        ]
        .map(|(name, text)| (name.to_string(), text.to_string()))
        .into();
        let edition = source::read(&files).unwrap_or_else(|faults| panic!("{faults:?}"));
        assert!(edition.template("our-process").is_some());
    }
}
