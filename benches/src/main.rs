//! The benchmarks of `docs/performance`: the product beside the least reference, in one run, on one machine, in ratios.
//! `cargo xtask bench` builds both and runs this; `samspel-bench reference` is the reference server alone.

// Printing the table is what this program is for.
#![allow(clippy::print_stdout)]

mod chain;
mod goals;
mod load;
mod product;
mod reference;
mod table;
mod town;
mod weigh;

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};

use goals::Bench;

const HELP: &str = "\
samspel-bench --product FILE [--folder DIR] [--seconds N] [--rounds N] [--goal N] [--brief]
    measures the product beside the reference and prints a table; ends with 1 when a goal does not hold
      --product  the built samspel
      --folder   where databases lie meanwhile; on a real disk (target/bench unless said)
      --seconds  how long each load lasts (5 unless said)
      --rounds   loads of each side, in turns (3 unless said)
      --goal     one goal of the table: 1, 2, 3, 5, 6, 7 or 8 (8 also on the PostgreSQL that SAMSPEL_TEST_POSTGRES names)
      --brief    one round of one second: to see that everything runs, not to judge
samspel-bench reference --database FILE --page FILE --listen ADDRESS
    the reference server alone
";

fn main() -> Result<std::process::ExitCode> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let option = |name: &str| {
        words
            .iter()
            .position(|word| word == name)
            .and_then(|at| words.get(at + 1))
            .cloned()
    };
    if words.is_empty() || words.iter().any(|word| word == "--help") {
        print!("{HELP}");
        return Ok(std::process::ExitCode::SUCCESS);
    }
    if words[0] == "reference" {
        let database = PathBuf::from(option("--database").context("--database FILE")?);
        let page = PathBuf::from(option("--page").context("--page FILE")?);
        let listen = option("--listen").context("--listen ADDRESS")?.parse()?;
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        runtime.block_on(reference::serve(&database, &page, listen))?;
        return Ok(std::process::ExitCode::SUCCESS);
    }
    let brief = words.iter().any(|word| word == "--brief");
    let number = |name: &str, usual: u64| option(name).map_or(Ok(usual), |value| value.parse::<u64>());
    let folder = option("--folder").map_or_else(|| PathBuf::from("target/bench"), PathBuf::from);
    let bench = Bench {
        product: option("--product").map(PathBuf::from).context("--product FILE")?,
        folder: fresh(&folder)?,
        lasts: Duration::from_secs(if brief { 1 } else { number("--seconds", 5)? }),
        goal: option("--goal")
            .map(|value| value.parse())
            .transpose()
            .context("--goal N")?,
        rounds: usize::try_from(if brief { 1 } else { number("--rounds", 3)? })?.max(1),
    };
    // One thread for the client: what it takes of the machine is the same whoever is measured.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut rows = Vec::new();
    let ended = runtime.block_on(bench.run(&mut rows));
    rows.sort_by_key(|row| row.goal);
    println!("{}", table::markdown(&rows));
    ended?;
    let held = rows.iter().all(|row| row.measured.holds().unwrap_or(true));
    Ok(if held {
        std::process::ExitCode::SUCCESS
    } else {
        std::process::ExitCode::FAILURE
    })
}

/// An empty folder of our own inside the given one.
fn fresh(folder: &Path) -> Result<PathBuf> {
    let own = folder.join("run");
    if own.exists() {
        std::fs::remove_dir_all(&own)?;
    }
    std::fs::create_dir_all(&own).with_context(|| format!("making {}", own.display()))?;
    Ok(own.canonicalize()?)
}
