//! Packs: the method as content. A folder of TOML and Markdown becomes a checked [`Pack`], or a list of
//! [`PackFault`]s that each name file, line and remedy. A pack that does not make sense never loads and never
//! panics.

mod build;
mod bundle;
mod chain;
mod course;
mod courses;
mod difference;
mod extend;
mod facets;
mod fault;
mod fields;
mod gates;
mod guide;
mod handbook;
mod information;
mod library;
mod lists;
mod markdown;
mod methods;
mod model;
mod placed;
mod prefill;
mod process;
mod raw;
mod raw_courses;
mod raw_information;
mod raw_library;
mod raw_process;
mod schema;
mod sheets;
mod tally;
mod written;

pub use bundle::Bundle;
pub use chain::{GroundRule, NodeKind, NodeTemplate};
pub use course::*;
pub use difference::{Change, Difference, differences};
use facets::codes;
pub use facets::*;
pub use fault::PackFault;
pub use guide::*;
pub use information::*;
pub use library::*;
pub use model::*;
pub use prefill::{Origin, Prefill};
pub use schema::{Schema, schemas};
pub use sheets::Home;
pub use tally::{Readers, Tally, tally};

use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// The files of a pack by their names within its folder.
pub type Files = BTreeMap<String, String>;

/// Every content file that was put into the program when it was built, as `pack/file` and text.
const CONTENT: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/content.rs"));

/// The files of a pack that is part of the program.
pub fn embedded(pack: &str) -> Files {
    let within = |path: &'static str| path.strip_prefix(pack)?.strip_prefix('/');
    CONTENT
        .iter()
        .filter_map(|(path, text)| Some((within(path)?.to_string(), (*text).to_string())))
        .collect()
}

/// The files of a pack in a folder, for a municipality's own content.
///
/// # Errors
/// The folder or a file in it cannot be read.
pub fn from_folder(folder: &Path) -> std::io::Result<Files> {
    let mut files = Files::new();
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(place) = waiting.pop() {
        for entry in std::fs::read_dir(&place)? {
            let path = entry?.path();
            if is_hidden(&path) {
                continue;
            }
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(is_content) {
                let name = path
                    .strip_prefix(folder)
                    .unwrap_or(&path)
                    .to_string_lossy()
                    .replace('\\', "/");
                files.insert(name, std::fs::read_to_string(&path)?);
            }
        }
    }
    Ok(files)
}

/// What editors and version control keep for themselves.
fn is_hidden(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

/// Structure, texts, captions.
fn is_content(kind: &std::ffi::OsStr) -> bool {
    kind == "toml" || kind == "md" || kind == "vtt"
}

/// Reads and checks a pack.
///
/// # Errors
/// Every fault found, in the order of the files.
pub fn read(files: &Files) -> Result<Edition, Vec<PackFault>> {
    extend::read(files, None)
}

/// Reads and checks a pack with a municipality's own files laid over it: entries of TOML files replace those with the
/// same key, key by key; texts and new files replace whole. Faults in the base are told as `base:file`.
///
/// # Errors
/// As [`read`].
pub fn read_over(base: &Files, own: &Files) -> Result<Edition, Vec<PackFault>> {
    extend::read(base, Some(own))
}

/// Eight letters that tell one content from another (SHA-256 of all names and texts).
pub fn fingerprint(files: &Files) -> String {
    let mut hash = Sha256::new();
    for (name, text) in files {
        hash.update((name.len() as u64).to_be_bytes());
        hash.update(name);
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text);
    }
    hash.finalize()
        .iter()
        .take(4)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests;
