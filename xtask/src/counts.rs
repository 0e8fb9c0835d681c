//! How many instructions the kernels' works take (valgrind's callgrind), held against the numbers in `benches/kernels/counts.tsv`. A
//! clock on a shared machine says little; this number hardly moves unless the code does.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::house::House;
use crate::stage::Outcome;
use crate::tools;

/// Growth that is let pass. Hash tables are seeded anew in each run, and memory is copied by what the processor offers: that
/// is some tenths of a percent.
const GROWTH: f64 = 0.05;
const FILE: &str = "benches/kernels/counts.tsv";

/// `cargo xtask counts [--write | --check] [WORK…]`: shows the counts, writes them, or holds them against those written.
pub fn command(house: &House, words: &[String]) -> Result<bool> {
    let is_option = |word: &&String| word.starts_with("--");
    let (options, only): (Vec<&String>, Vec<&String>) = words.iter().partition(is_option);
    let now = count(house, &only)?;
    match options[..] {
        [] => {
            now.iter().for_each(|(work, count)| println!("{work:<24} {count:>14}"));
            Ok(true)
        }
        [option] if option == "--write" => {
            let mut all = if only.is_empty() {
                BTreeMap::new()
            } else {
                written(house)?
            };
            all.extend(now);
            std::fs::write(house.root.join(FILE), text(&all, &compiler()?))?;
            println!("{FILE}: {} works", all.len());
            Ok(true)
        }
        [option] if option == "--check" => {
            let findings = grown(&written(house)?, &now, only.is_empty());
            findings.iter().for_each(|finding| println!("{finding}"));
            Ok(findings.is_empty())
        }
        _ => bail!("counts knows --write, --check and names of works"),
    }
}

/// The stage of `check`: skipped where there is no valgrind and none may be installed.
pub fn run(house: &House) -> Result<Outcome> {
    if let Err(missing) = tools::need("valgrind", "valgrind") {
        return Ok(Outcome::Skipped(format!("{missing:#}")));
    }
    let now = count(house, &[])?;
    let mut findings = grown(&written(house)?, &now, true);
    let (here, there) = (compiler()?, written_with(house)?);
    if !findings.is_empty() && here != there {
        findings.push(format!(
            "{FILE}: counted with {there}, here is {here}: count the unchanged code with it first"
        ));
    }
    Ok(Outcome::of(findings, format!("{} works", now.len())))
}

/// Instructions of each work, or of those named.
fn count(house: &House, only: &[&String]) -> Result<BTreeMap<String, u64>> {
    let valgrind = tools::need("valgrind", "valgrind")?;
    let program = build(house)?;
    let works = tools::quietly(Command::new(&program).arg("works"))?;
    let works: Vec<&str> = works
        .lines()
        .filter(|work| only.is_empty() || only.iter().any(|one| one == work))
        .collect();
    if works.is_empty() {
        bail!("no such work; `kernel-bench works` lists them");
    }
    let profile = house.target()?.join("counts.callgrind");
    let mut counts = BTreeMap::new();
    for work in works {
        let mut command = Command::new(&valgrind);
        command
            .args([
                "--tool=callgrind",
                "--collect-atstart=no",
                "--toggle-collect=*counted_work*",
            ])
            .arg(format!("--callgrind-out-file={}", profile.display()))
            .arg(&program)
            .args(["work", work]);
        tools::quietly(&mut command).with_context(|| format!("counting {work}"))?;
        counts.insert(work.to_owned(), summary(&profile)?);
    }
    Ok(counts)
}

/// The works as shipped code, but with the names by which callgrind knows where to begin.
fn build(house: &House) -> Result<PathBuf> {
    if !tools::run(
        house
            .cargo()
            .args(["build", "--quiet", "--profile", "counts", "--package", "kernel-bench"]),
    )? {
        bail!("the works do not build: see above");
    }
    Ok(house.target()?.join("counts/kernel-bench"))
}

/// The sum that callgrind writes at the end of its file.
fn summary(profile: &Path) -> Result<u64> {
    let text = std::fs::read_to_string(profile).with_context(|| format!("reading {}", profile.display()))?;
    let total = text
        .lines()
        .find_map(|line| line.strip_prefix("totals:").or(line.strip_prefix("summary:")));
    let count = total
        .and_then(|total| total.trim().parse().ok())
        .context("callgrind wrote no sum")?;
    if count == 0 {
        bail!("nothing was counted: is `counted_work` still a function of its own?");
    }
    Ok(count)
}

fn compiler() -> Result<String> {
    Ok(tools::quietly(Command::new("rustc").arg("--version"))?
        .trim()
        .to_owned())
}

const HEAD: &str =
    "# Instructions of each work of benches/kernels/src/counts.rs, by `cargo xtask counts --write`, with ";

fn text(counts: &BTreeMap<String, u64>, compiler: &str) -> String {
    let mut text = format!("{HEAD}{compiler}\n");
    for (work, count) in counts {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{work}\t{count}");
    }
    text
}

fn written(house: &House) -> Result<BTreeMap<String, u64>> {
    let text = std::fs::read_to_string(house.root.join(FILE)).with_context(|| format!("reading {FILE}"))?;
    let mut counts = BTreeMap::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
        let pair = line
            .split_once('\t')
            .and_then(|(work, count)| Some((work, count.parse().ok()?)));
        let (work, count) = pair.with_context(|| format!("{FILE}:{}: a name, a tab and a number", number + 1))?;
        counts.insert(work.to_owned(), count);
    }
    Ok(counts)
}

fn written_with(house: &House) -> Result<String> {
    let text = std::fs::read_to_string(house.root.join(FILE))?;
    Ok(text
        .lines()
        .find_map(|line| line.strip_prefix(HEAD))
        .unwrap_or("another compiler")
        .to_owned())
}

/// What takes more than it did, and, when all were counted, which works and lines do not belong to each other.
fn grown(before: &BTreeMap<String, u64>, now: &BTreeMap<String, u64>, all: bool) -> Vec<String> {
    let mut findings = Vec::new();
    for (work, count) in now {
        match before.get(work) {
            Some(old) if *count as f64 > *old as f64 * (1.0 + GROWTH) => {
                let percent = (*count as f64 / *old as f64 - 1.0) * 100.0;
                findings.push(format!(
                    "{FILE}: {work} takes {count} instructions, {percent:.1} % more than {old}: make it quick again, or say why in the \
                     commit that runs `cargo xtask counts --write {work}`"
                ));
            }
            Some(_) => {}
            None => findings.push(format!(
                "{FILE}: no number for {work} (cargo xtask counts --write {work})"
            )),
        }
    }
    let gone = before.keys().filter(|work| all && !now.contains_key(*work));
    findings.extend(gone.map(|work| format!("{FILE}: {work} is no work any more (cargo xtask counts --write)")));
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_than_five_percent_is_a_finding_and_less_is_none() {
        let counts = |pairs: &[(&str, u64)]| pairs.iter().map(|(work, count)| ((*work).to_owned(), *count)).collect();
        let before: BTreeMap<String, u64> = counts(&[("a", 1_000), ("b", 1_000), ("gone", 1)]);
        let now: BTreeMap<String, u64> = counts(&[("a", 1_050), ("b", 1_051), ("new", 1)]);
        let findings = grown(&before, &now, true);
        assert_eq!(findings.len(), 3, "{findings:?}");
        assert!(findings[0].contains("b takes 1051 instructions, 5.1 % more"));
        assert!(findings[1].contains("no number for new") && findings[2].contains("gone is no work"));
        assert_eq!(grown(&before, &now, false).len(), 2);
    }

    #[test]
    fn what_is_written_is_read() {
        let counts: BTreeMap<String, u64> = [("a".to_owned(), 7)].into();
        let text = text(&counts, "rustc 1");
        assert_eq!(text.lines().nth(1), Some("a\t7"));
        assert_eq!(
            text.lines().next().and_then(|line| line.strip_prefix(HEAD)),
            Some("rustc 1")
        );
    }
}
