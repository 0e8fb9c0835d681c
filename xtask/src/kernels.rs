//! `cargo xtask bench kernels`: the kernels beside the tools that the field uses, which come from PyPI into an environment of their own.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::house::House;
use crate::tools;

const FOLDER: &str = "benches/kernels";

/// Builds the program and lets it measure. Words are passed on; `--no-references` leaves the other tools out.
pub fn bench(house: &House, words: &[String]) -> Result<bool> {
    let target = house.target()?;
    if !tools::run(house.cargo().args(["build", "--release", "--package", "kernel-bench"]))? {
        return Ok(false);
    }
    let mut bench = Command::new(target.join("release/kernel-bench"));
    bench
        .current_dir(&house.root)
        .arg("table")
        .arg("--made")
        .arg(target.join("kernels/made"));
    if words.iter().all(|word| word != "--no-references") {
        let folder = house.root.join(FOLDER);
        let python = environment(&target.join("kernels/python"), &folder.join("requirements.txt"))?;
        bench
            .arg("--python")
            .arg(python)
            .arg("--script")
            .arg(folder.join("reference.py"));
    }
    tools::run(bench.args(words.iter().filter(|word| *word != "--no-references")))
}

/// A Python with the tools, made anew when the list of them has changed. One that cannot be installed is told and left out: its cases are
/// then measured alone.
fn environment(folder: &Path, requirements: &Path) -> Result<PathBuf> {
    let (python, made_of) = (folder.join("bin/python"), folder.join("requirements.txt"));
    let wanted =
        std::fs::read_to_string(requirements).with_context(|| format!("reading {}", requirements.display()))?;
    if std::fs::read_to_string(&made_of).is_ok_and(|made_of| made_of == wanted) {
        return Ok(python);
    }
    let system = tools::need("python3", "python3")?;
    let venv = || {
        tools::quietly(Command::new(&system).args([
            OsStr::new("-m"),
            OsStr::new("venv"),
            OsStr::new("--clear"),
            folder.as_os_str(),
        ]))
    };
    if venv().is_err() {
        tools::install("python3-venv")?;
        venv()?;
    }
    let mut left_out = 0;
    for line in wanted.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        println!("installing {line}");
        let mut pip = Command::new(&python);
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
        if let Err(error) = tools::quietly(pip.args(line.split_whitespace())) {
            let why = format!("{error:#}");
            println!("skipped {line}: {}", why.lines().last().unwrap_or_default());
            left_out += 1;
        }
    }
    if left_out == wanted.lines().filter(|line| !line.starts_with('#')).count() {
        bail!(
            "none of {} can be installed; --no-references measures without",
            requirements.display()
        );
    }
    // What could not be installed is tried again another time.
    if left_out == 0 {
        std::fs::write(&made_of, &wanted)?;
    }
    Ok(python)
}
