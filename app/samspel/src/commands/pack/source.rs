//! Where the files of a pack come from.

use anyhow::{Context as _, bail};
use method::pack::{self, Bundle, Edition, Files, PackFault};
use std::path::Path;

/// The word for the pack that is part of the program.
const BUILT_IN: &str = "built-in";

/// The files of a source.
pub fn files(source: &str) -> anyhow::Result<Files> {
    if source == BUILT_IN {
        return Ok(pack::embedded(method::CITIZEN_DIALOGUE));
    }
    let path = Path::new(source);
    if path.is_dir() {
        let files = pack::from_folder(path).with_context(|| format!("cannot read {source}"))?;
        if files.is_empty() {
            bail!("{source} holds no .toml or .md file: name the folder in which pack.toml lies");
        }
        return Ok(files);
    }
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("cannot read {source}: name a folder, an exported file or `{BUILT_IN}`"))?;
    Bundle::parse(&text)
        .map(|bundle| bundle.files)
        .map_err(|problem| anyhow::anyhow!("{source}: {problem}"))
}

/// Reads the files: whole, or laid over what their pack.toml names.
pub fn read(files: &Files) -> Result<Edition, Vec<PackFault>> {
    if overlays(files) {
        pack::read_over(&pack::embedded(method::CITIZEN_DIALOGUE), files)
    } else {
        pack::read(files)
    }
}

/// Do the files say that they are laid over a pack?
pub fn overlays(files: &Files) -> bool {
    let says = |text: &String| text.lines().any(|line| line.trim_start().starts_with("overlays"));
    files.get("pack.toml").is_some_and(says)
}

/// The faults, one a line, with the source's name before the file.
pub fn tell(source: &str, faults: &[PackFault]) {
    for fault in faults {
        match fault.file.strip_prefix("base:") {
            Some(file) => eprintln!("{BUILT_IN}/{file}:{}: {}. {}.", fault.line, fault.problem, fault.remedy),
            None => eprintln!("{source}/{fault}"),
        }
    }
    eprintln!("{} fault(s)", faults.len());
}
