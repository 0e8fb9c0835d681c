//! Where the files of a pack come from.

use anyhow::{Context as _, bail};
use method::pack::{self, Bundle, Edition, Files, PackFault};
use std::path::Path;

/// The word for a pack that is part of the program; `built-in:KEY` for one that is not the dialogues'.
const BUILT_IN: &str = "built-in";

/// The key behind `word` or `word:KEY`; none when the name is something else.
pub fn key_of(named: &str, word: &str) -> Option<String> {
    match named.strip_prefix(word)?.strip_prefix(':') {
        Some(key) => Some(key.to_string()),
        None => (named == word).then(|| method::CITIZEN_DIALOGUE.to_string()),
    }
}

/// The files of a source.
pub fn files(source: &str) -> anyhow::Result<Files> {
    if let Some(key) = key_of(source, BUILT_IN) {
        if !method::EMBEDDED.contains(&key.as_str()) {
            bail!(
                "there is no built-in pack {key}: name one of {}",
                method::EMBEDDED.join(", ")
            );
        }
        return Ok(pack::embedded(&key));
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
    match overlays(files) {
        Some(key) => {
            let known = method::EMBEDDED.into_iter().find(|one| *one == key);
            // A pack that is not there is told as a fault of the line that names it.
            pack::read_over(&pack::embedded(known.unwrap_or(method::CITIZEN_DIALOGUE)), files)
        }
        None => pack::read(files),
    }
}

/// The pack that the files are laid over, when they say that they are.
pub fn overlays(files: &Files) -> Option<String> {
    named_in(files, "overlays")
}

/// The pack that the files are of, laid over it or whole.
pub fn pack_of(files: &Files) -> String {
    overlays(files)
        .or_else(|| named_in(files, "key"))
        .unwrap_or_else(|| method::CITIZEN_DIALOGUE.to_string())
}

fn named_in(files: &Files, pair: &str) -> Option<String> {
    let head: toml::Table = toml::from_str(files.get("pack.toml")?).ok()?;
    Some(head.get(pair)?.as_str()?.to_string())
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

#[cfg(test)]
mod tests {
    use super::*;

    fn overlay(pack: &str) -> Files {
        [("pack.toml".to_string(), format!("overlays = \"{pack}\"\n"))].into()
    }

    #[test]
    fn own_files_are_laid_over_the_pack_they_name() {
        for pack in method::EMBEDDED {
            let files = overlay(pack);
            assert_eq!(pack_of(&files), pack);
            assert_eq!(read(&files).unwrap_or_else(|faults| panic!("{faults:?}")).key, pack);
        }
        let faults = read(&overlay("nowhere")).expect_err("there is no such pack");
        assert_eq!((faults[0].file.as_str(), faults[0].line), ("pack.toml", 1));
    }

    #[test]
    fn a_word_takes_a_key() {
        assert_eq!(
            key_of("built-in", "built-in").as_deref(),
            Some(method::CITIZEN_DIALOGUE)
        );
        assert_eq!(key_of("built-in:x", "built-in").as_deref(), Some("x"));
        assert_eq!(key_of("built-in-folder", "built-in"), None);
        assert!(files("built-in:nowhere").is_err());
    }
}
