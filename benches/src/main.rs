//! The benchmarks of `docs/performance`: the product beside the least reference, in one run, on one machine, in ratios.
//! `cargo xtask bench` builds both and runs this; `samspel-bench reference` is the reference server alone.

// Printing the table is what this program is for.
#![allow(clippy::print_stdout)]

mod load;
mod reference;

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let option = |name: &str| {
        words
            .iter()
            .position(|word| word == name)
            .and_then(|at| words.get(at + 1))
            .cloned()
    };
    if words.first().is_some_and(|word| word == "reference") {
        let database = PathBuf::from(option("--database").context("--database FILE")?);
        let page = PathBuf::from(option("--page").context("--page FILE")?);
        let listen = option("--listen").context("--listen ADDRESS")?.parse()?;
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        return runtime.block_on(reference::serve(&database, &page, listen));
    }
    bail!("not yet")
}
