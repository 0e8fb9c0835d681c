//! What cargo itself can say: format, warnings, tests on both engines, benchmarks.

use std::process::Command;

use anyhow::{Result, bail};

use crate::house::{House, files};
use crate::postgres::Postgres;
use crate::stage::Outcome;
use crate::tools;

/// `cargo fmt --check` over the workspace.
pub fn format(house: &House) -> Result<Outcome> {
    let output = house
        .cargo()
        .args(["fmt", "--all", "--check", "--", "--files-with-diff"])
        .output()?;
    let said = String::from_utf8_lossy(&output.stdout);
    let mut findings: Vec<String> = said
        .lines()
        .map(|file| {
            format!(
                "{}: not formatted (cargo fmt)",
                house.short(std::path::Path::new(file)).display()
            )
        })
        .collect();
    if findings.is_empty() && !output.status.success() {
        findings.push(String::from_utf8_lossy(&output.stderr).trim().to_string());
    }
    Ok(Outcome::of(findings, String::new()))
}

/// Clippy over everything, warnings refused.
pub fn clippy(house: &House) -> Result<Outcome> {
    let words = [
        "clippy",
        "--quiet",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    let good = tools::run(house.cargo().args(words))?;
    Ok(if good {
        Outcome::Holds(String::new())
    } else {
        Outcome::Broken(vec!["clippy: see above".into()])
    })
}

/// Every test of the workspace, with a PostgreSQL of its own beside SQLite.
pub fn tests(house: &House) -> Result<Outcome> {
    let postgres = Postgres::start()?;
    let mut findings = Vec::new();
    let nextest = tools::quietly(house.cargo().args(["nextest", "--version"])).is_ok();
    let mut command = house.cargo();
    if nextest {
        command.args(["nextest", "run", "--workspace", "--no-fail-fast", "--cargo-quiet"]);
        command.args([
            "--status-level",
            "fail",
            "--final-status-level",
            "slow",
            "--show-progress",
            "none",
        ]);
    } else {
        command.args(["test", "--quiet", "--workspace", "--all-targets", "--no-fail-fast"]);
    }
    // Databases of tests that have ended would gather in the machine's own folder.
    let scratch = house.target()?.join("tmp/tests");
    std::fs::create_dir_all(&scratch)?;
    command.env("TMPDIR", &scratch);
    if !tools::run(command.env("SAMSPEL_TEST_POSTGRES", &postgres.url))? {
        findings.push("tests: see above".into());
    }
    std::fs::remove_dir_all(&scratch)?;
    for room in rooms_with_examples(house) {
        if !tools::run(house.cargo().args(["test", "--quiet", "--doc", "--package", &room]))? {
            findings.push(format!("examples in the documentation of {room}: see above"));
        }
    }
    Ok(Outcome::of(
        findings,
        format!(
            "{}, SQLite and PostgreSQL",
            if nextest { "nextest" } else { "cargo test" }
        ),
    ))
}

/// Rooms whose documentation holds examples that can run.
fn rooms_with_examples(house: &House) -> Vec<String> {
    let has = |path: &std::path::PathBuf| {
        std::fs::read_to_string(path).is_ok_and(|text| {
            text.lines()
                .any(|line| matches!(line.trim(), "/// ```" | "//! ```" | "/// ```rust" | "//! ```rust"))
        })
    };
    let rooms = house
        .rooms()
        .into_iter()
        .filter(|room| files(&room.path.join("src"), "rs").iter().any(has));
    rooms.map(|room| room.name).collect()
}

/// `cargo xtask with-postgres cargo nextest run --package db`: one's own tests on both engines.
pub fn with_postgres(house: &House, words: &[String]) -> Result<bool> {
    let Some((program, rest)) = words.split_first() else {
        bail!("with-postgres needs a command to run")
    };
    let postgres = Postgres::start()?;
    let mut command = Command::new(program);
    tools::run(
        command
            .args(rest)
            .current_dir(&house.root)
            .env("SAMSPEL_TEST_POSTGRES", &postgres.url),
    )
}

/// `cargo xtask bench`: builds what is shipped and lets `samspel-bench` hold it against its reference.
pub fn bench(house: &House, words: &[String]) -> Result<bool> {
    let mut profile = "release".to_string();
    let mut passed_on = Vec::new();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--profile" => match words.next() {
                Some(name) => profile.clone_from(name),
                None => bail!("--profile needs a name: release or dev"),
            },
            _ => passed_on.push(word.clone()),
        }
    }
    if !tools::run(house.cargo().args([
        "build",
        "--profile",
        &profile,
        "--package",
        "samspel",
        "--package",
        "benches",
    ]))? {
        return Ok(false);
    }
    let folder = house.target()?.join(if profile == "dev" { "debug" } else { &profile });
    let mut bench = Command::new(folder.join("samspel-bench"));
    bench
        .current_dir(&house.root)
        .arg("--product")
        .arg(folder.join("samspel"))
        .args(passed_on);
    tools::run(&mut bench)
}
