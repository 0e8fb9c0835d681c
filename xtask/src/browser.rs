//! The fifth ring: the whole story in Debian's Chromium, by mouse, by keyboard and without script, and the audit
//! of every page type. The tests themselves are `e2e/tests/*.test.mjs`; here they get what they need. What takes longer than
//! a check may take stands in `e2e/long` and is asked for by name: `cargo xtask e2e real`.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::house::House;
use crate::stage::Outcome;
use crate::tools;

/// All browser tests, on the binary as it stands.
pub fn run(house: &House) -> Result<Outcome> {
    let tests = test_files(house, &["tests"], "")?;
    let number = tests.len();
    let good = play(house, tests)?;
    let findings = if good {
        Vec::new()
    } else {
        vec!["browser: see above; pictures and reports in e2e/out".into()]
    };
    Ok(Outcome::of(findings, format!("{number} files, pictures in e2e/out")))
}

/// `cargo xtask e2e [PATTERN]`.
pub fn alone(house: &House, words: &[String]) -> Result<bool> {
    let pattern = words.first().map(String::as_str).unwrap_or_default();
    let folders: &[&str] = if pattern.is_empty() {
        &["tests"]
    } else {
        &["tests", "long"]
    };
    let tests = test_files(house, folders, pattern)?;
    if tests.is_empty() {
        bail!("no file in e2e/tests or e2e/long has `{}` in its name", words.join(" "));
    }
    play(house, tests)
}

fn play(house: &House, tests: Vec<PathBuf>) -> Result<bool> {
    let mut node = node(house)?;
    // Stories span months: the program runs with a moved clock.
    tools::need("faketime", "faketime")?;
    node.env("CHROMIUM", tools::need("chromium", "chromium fonts-noto-core")?);
    // Two files at a time, each with a server and a browser of its own: the audit is the longest, and the stories fit beside it.
    node.args(["--test", "--test-concurrency=2", "--test-reporter=spec"])
        .args(tests);
    tools::run(&mut node)
}

/// Node standing in `e2e`, with its packages and the built binary.
pub fn node(house: &House) -> Result<Command> {
    let node = tools::need("node", "nodejs")?;
    let e2e = house.root.join("e2e");
    packages(&e2e)?;
    let mut command = Command::new(node);
    command.current_dir(&e2e).env("SAMSPEL_BIN", binary(house)?);
    Ok(command)
}

/// `npm ci`, when the lock file says something else than what is there.
fn packages(e2e: &Path) -> Result<()> {
    let age = |name: &str| std::fs::metadata(e2e.join(name)).and_then(|file| file.modified()).ok();
    let (lock, there) = (age("package-lock.json"), age("node_modules/.package-lock.json"));
    if lock.is_some() && there >= lock {
        return Ok(());
    }
    let npm = tools::need("npm", "npm")?;
    let words = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
    tools::quietly(Command::new(npm).args(words).current_dir(e2e)).context("installing e2e's packages")?;
    Ok(())
}

/// The binary under test: what `SAMSPEL_BIN` says, or the one built now.
fn binary(house: &House) -> Result<PathBuf> {
    if let Some(given) = std::env::var_os("SAMSPEL_BIN") {
        return Ok(given.into());
    }
    // The whole workspace: one package alone would get other features, and build the PDF engine a second time.
    if !tools::run(house.cargo().args(["build", "--quiet", "--workspace", "--bins"]))? {
        bail!("samspel does not build");
    }
    Ok(house.target()?.join("debug/samspel"))
}

fn test_files(house: &House, folders: &[&str], pattern: &str) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for folder in folders {
        for entry in std::fs::read_dir(house.root.join("e2e").join(folder))? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if name.ends_with(".test.mjs") && name.contains(pattern) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
