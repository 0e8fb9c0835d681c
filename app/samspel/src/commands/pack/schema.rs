//! `samspel pack schema`: what an editor needs to help whoever writes a pack.

use crate::commands::output::say;
use anyhow::Context as _;
use clap::Args;
use method::pack::{Files, schemas};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Debug, Args)]
pub struct Options {
    /// The pack's folder. The schemas are written to its folder `schema`, and `.taplo.toml` says which file each is for.
    folder: PathBuf,
}

/// What editors of TOML read (Even Better TOML and others that use Taplo).
const RULES: &str = ".taplo.toml";

/// The schemas, and the file that says which is for which.
pub fn files() -> anyhow::Result<Files> {
    let mut files = Files::new();
    let mut rules = String::from("# Which schema helps with which file. Written by `samspel pack schema`.\n");
    for one in schemas() {
        let name = format!("schema/{}.json", one.name);
        rules.push_str(&format!(
            "\n[[rule]]\ninclude = [\"**/{}\"]\n[rule.schema]\npath = \"{name}\"\nenabled = true\n",
            one.files
        ));
        files.insert(name, serde_json::to_string_pretty(&one.schema)? + "\n");
    }
    files.insert(RULES.into(), rules);
    Ok(files)
}

/// Writes files below a folder.
pub fn write(folder: &Path, files: &Files) -> anyhow::Result<()> {
    for (name, text) in files {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).with_context(|| format!("cannot make {}", parent.display()))?;
        }
        std::fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

pub fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let folder = &options.folder;
    if !folder.join("pack.toml").is_file() {
        anyhow::bail!(
            "{} holds no pack.toml: name a pack's folder, or begin one with `samspel pack new`",
            folder.display()
        );
    }
    let files = files()?;
    write(folder, &files)?;
    say!("{} schemas in {}", files.len() - 1, folder.join("schema").display());
    Ok(ExitCode::SUCCESS)
}
