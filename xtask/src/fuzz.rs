//! The readers of the kernels under any bytes: each program of `fuzz/` runs for a minute with libFuzzer, on the stable compiler. What
//! it finds is kept in `target/fuzz/` and told; a seed that shows it belongs in `fuzz/seeds/` with the mending.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::house::{House, files};
use crate::stage::Outcome;
use crate::tools;

/// What libFuzzer needs to see which branches an input takes.
const INSTRUMENTED: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing -Ccodegen-units=1";
const SECONDS: u32 = 60;
/// As many run beside each other: more than the smallest machine that builds us has cores, so that the stage takes two minutes.
const BESIDE: usize = 4;

/// Every target for a minute.
pub fn stage(house: &House) -> Result<Outcome> {
    if tools::find("c++").is_none() {
        tools::install("g++")?;
    }
    let targets = targets(house);
    let findings = fuzz(house, &targets, SECONDS)?;
    Ok(Outcome::of(
        findings,
        format!("{} readers, {SECONDS} s each", targets.len()),
    ))
}

/// `cargo xtask fuzz [--seconds N] [TARGET…]`
pub fn alone(house: &House, words: &[String]) -> Result<bool> {
    let all = targets(house);
    let (mut seconds, mut chosen) = (SECONDS, Vec::new());
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--seconds" => seconds = words.next().context("--seconds needs a number")?.parse()?,
            name if all.iter().any(|one| one == name) => chosen.push(name.to_owned()),
            other => bail!("no target `{other}`; there are {}", all.join(", ")),
        }
    }
    let chosen = if chosen.is_empty() { all } else { chosen };
    let findings = fuzz(house, &chosen, seconds)?;
    for finding in &findings {
        println!("{finding}");
    }
    Ok(findings.is_empty())
}

fn targets(house: &House) -> Vec<String> {
    let sources = files(&house.root.join("fuzz/targets"), "rs");
    let names = sources
        .iter()
        .filter_map(|file| Some(file.file_stem()?.to_string_lossy().into_owned()));
    names.collect()
}

fn fuzz(house: &House, targets: &[String], seconds: u32) -> Result<Vec<String>> {
    let host = host()?;
    let place = house.target()?.join("fuzz");
    let built = tools::run(
        house
            .cargo()
            .args(["build", "--quiet", "--release", "--manifest-path", "fuzz/Cargo.toml"])
            .args(["--target", &host])
            .env("RUSTFLAGS", INSTRUMENTED)
            .env("CARGO_TARGET_DIR", &place),
    )?;
    if !built {
        return Ok(vec!["fuzz: see above".into()]);
    }
    let mut findings = Vec::new();
    for few in targets.chunks(BESIDE) {
        let running = few
            .iter()
            .map(|target| Ok((target, begin(house, &place, &host, target, seconds)?)))
            .collect::<Result<Vec<_>>>()?;
        for (target, mut child) in running {
            if !child.wait()?.success() {
                let said = std::fs::read(log(&place, target))?;
                let said = String::from_utf8_lossy(&said);
                let tail: Vec<&str> = said.lines().rev().take(25).collect();
                let tail: Vec<&str> = tail.into_iter().rev().collect();
                findings.push(format!("fuzz/targets/{target}.rs: {}", tail.join("\n")));
            }
        }
    }
    Ok(findings)
}

fn begin(house: &House, place: &Path, host: &str, target: &str, seconds: u32) -> Result<std::process::Child> {
    let corpus = place.join("corpus").join(target);
    std::fs::create_dir_all(&corpus)?;
    let program = place.join(host).join("release").join(target);
    Command::new(program)
        .arg(&corpus)
        .arg(house.root.join("fuzz/seeds").join(target))
        .arg(format!("-max_total_time={seconds}"))
        .args(["-timeout=20", "-rss_limit_mb=2048", "-max_len=4096"])
        .arg(format!("-artifact_prefix={}/{target}-", place.display()))
        .stdout(Stdio::null())
        .stderr(std::fs::File::create(log(place, target))?)
        .spawn()
        .with_context(|| format!("fuzz target {target}"))
}

/// What a target says while it runs. A file and not a pipe, which would stop it when full.
fn log(place: &Path, target: &str) -> PathBuf {
    place.join(format!("{target}.log"))
}

/// The machine's own triple: flags for a named target do not reach build scripts.
fn host() -> Result<String> {
    let said = tools::quietly(Command::new("rustc").arg("-vV"))?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc names no host")?.to_owned())
}
