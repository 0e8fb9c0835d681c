//! Puts the packs of `content/` into the binary: writes a list of every file with its text, so that the
//! program needs no folder beside it. A municipality's own pack is read from a folder at run time.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn main() -> std::io::Result<()> {
    let Some(root) = std::env::var_os("CARGO_MANIFEST_DIR") else {
        return Ok(());
    };
    let Some(out) = std::env::var_os("OUT_DIR") else {
        return Ok(());
    };
    let content = Path::new(&root).join("../../content").canonicalize()?;
    let mut files = Vec::new();
    collect(&content, &mut files)?;
    files.sort();
    let mut list = String::from("&[\n");
    for file in &files {
        let name = file
            .strip_prefix(&content)
            .unwrap_or(file)
            .to_string_lossy()
            .replace('\\', "/");
        let path = file.to_string_lossy();
        let _ = writeln!(list, "    ({name:?}, include_str!({path:?})),");
    }
    list.push_str("]\n");
    println!("cargo::rerun-if-changed={}", content.display());
    std::fs::write(Path::new(&out).join("content.rs"), list)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    println!("cargo::rerun-if-changed={}", folder.display());
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path
            .extension()
            .is_some_and(|kind| kind == "toml" || kind == "md" || kind == "vtt")
        {
            println!("cargo::rerun-if-changed={}", path.display());
            files.push(path);
        }
    }
    Ok(())
}
