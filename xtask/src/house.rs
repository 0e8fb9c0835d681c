//! The house as the checks see it: where it stands, its rules (`architecture.toml`), and its rooms.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// The workspace and its rules.
pub struct House {
    pub root: PathBuf,
    pub rules: Rules,
}

/// `architecture.toml`, whose comments say what each part means.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    pub rooms: BTreeMap<String, Vec<String>>,
    pub direction: Direction,
    pub kernels: Kernels,
    pub only: BTreeMap<String, Vec<String>>,
    pub capability: Capability,
    pub sql: SqlPlaces,
    pub texts: TextRules,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Direction {
    pub order: Vec<String>,
    pub tests_only: Vec<String>,
    pub tools: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Kernels {
    pub dependencies: Vec<String>,
    pub dev_dependencies: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Capability {
    pub files: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SqlPlaces {
    pub rooms: Vec<String>,
    pub files: Vec<String>,
    pub folders: Vec<String>,
    /// Tables that other rooms than their owner may read and write.
    pub lent: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextRules {
    pub names: Vec<String>,
    pub avoid: Vec<String>,
}

/// One room: a crate in one of the folders that `architecture.toml` names.
#[derive(Debug, Clone)]
pub struct Room {
    pub folder: String,
    pub name: String,
    pub path: PathBuf,
}

impl House {
    /// The house this tool was built in.
    pub fn find() -> Result<House> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("xtask stands in the workspace")?;
        let file = root.join("architecture.toml");
        let text = std::fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
        let rules = toml::from_str(&text).with_context(|| format!("understanding {}", file.display()))?;
        Ok(House {
            root: root.to_path_buf(),
            rules,
        })
    }

    /// Every room that exists, in the order of the rules.
    pub fn rooms(&self) -> Vec<Room> {
        let mut rooms = Vec::new();
        for (folder, names) in &self.rules.rooms {
            for name in names {
                let path = self.root.join(folder).join(name);
                if path.join("Cargo.toml").is_file() {
                    rooms.push(Room {
                        folder: folder.clone(),
                        name: name.clone(),
                        path,
                    });
                }
            }
        }
        rooms
    }

    /// The path as a reader of the repository knows it.
    pub fn short<'a>(&self, path: &'a Path) -> &'a Path {
        path.strip_prefix(&self.root).unwrap_or(path)
    }

    /// `cargo` as it was called, standing in the workspace.
    pub fn cargo(&self) -> Command {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.current_dir(&self.root);
        cargo
    }

    /// The folder cargo builds into.
    pub fn target(&self) -> Result<PathBuf> {
        let metadata = self.metadata()?;
        metadata["target_directory"]
            .as_str()
            .map(PathBuf::from)
            .context("cargo metadata names a target directory")
    }

    /// What cargo knows about our own crates.
    pub fn metadata(&self) -> Result<serde_json::Value> {
        let output = self
            .cargo()
            .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
            .output()
            .context("running cargo metadata")?;
        if !output.status.success() {
            bail!("cargo metadata: {}", String::from_utf8_lossy(&output.stderr).trim());
        }
        serde_json::from_slice(&output.stdout).context("understanding cargo metadata")
    }
}

impl Room {
    /// Modules that exist for tests only: `#[cfg(test)] mod samples;`.
    pub fn test_modules(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for path in files(&self.path.join("src"), "rs") {
            let text = std::fs::read_to_string(path).unwrap_or_default();
            for after in text.split("#[cfg(test)]").skip(1) {
                let line = after.trim_start().lines().next().unwrap_or_default();
                let name = line
                    .trim_start_matches("pub(crate) ")
                    .trim_start_matches("pub ")
                    .strip_prefix("mod ");
                found.extend(name.and_then(|name| name.strip_suffix(';')).map(str::to_string));
            }
        }
        found
    }
}

/// All files under `folder` whose name ends in `.ending`, in the order of their paths.
pub fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else {
        return found;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            if path
                .file_name()
                .is_none_or(|name| name != "target" && name != "node_modules")
            {
                found.extend(files(&path, ending));
            }
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}
