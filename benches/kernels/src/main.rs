//! The kernels beside the tools that the field uses, and the instructions they take. `cargo xtask bench kernels` and
//! `cargo xtask counts` build and run this.
//!
//! To add a case: its line in `goals.rs`, how we run it in `own.rs`, how the other tool does in `reference.py`.

// Printing is what this program is for.
#![allow(clippy::print_stdout)]

mod clock;
mod counts;
mod goals;
mod made;
mod own;
mod report;
mod run;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use goals::{GOALS, Places};
use run::Bench;

const HELP: &str = "\
kernel-bench table [--data DIR] [--made DIR] [--goal NAME] [--python FILE --script FILE]
    measures and prints a table; ends with 1 when a goal does not hold
      --data     the public data, a folder for each kind (benches/kernels/README.md); without it only made-up data is used
      --made     where made-up data is written (target/kernels unless said)
      --goal     one goal alone
      --python   a Python that has the tools of requirements.txt; without it ours is measured alone
      --script   the script that calls them
kernel-bench goals             the names of the goals
kernel-bench own KERNEL WORD…  one case of ours, in lines for the table
kernel-bench works             the names of the works whose instructions are counted
kernel-bench work NAME         does one of them once
";

fn main() -> Result<ExitCode> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.split_first().map(|(first, rest)| (first.as_str(), rest)) {
        Some(("table", rest)) => table(rest),
        Some(("own", [kernel, rest @ ..])) => {
            print!("{}", own::run(kernel, rest)?.lines());
            Ok(ExitCode::SUCCESS)
        }
        Some(("work", [name])) => counts::run(name).map(|()| ExitCode::SUCCESS),
        Some(("works", [])) => list(counts::WORKS.iter().map(|(name, _)| *name)),
        Some(("goals", [])) => list(GOALS),
        _ => {
            print!("{HELP}");
            Ok(ExitCode::from(2))
        }
    }
}

fn list<'a>(names: impl IntoIterator<Item = &'a str>) -> Result<ExitCode> {
    names.into_iter().for_each(|name| println!("{name}"));
    Ok(ExitCode::SUCCESS)
}

fn table(words: &[String]) -> Result<ExitCode> {
    let (mut data, mut made, mut goal, mut python, mut script) =
        (None, PathBuf::from("target/kernels"), None, None, None);
    for pair in words.chunks(2) {
        let [option, value] = pair else {
            bail!("{} needs a value\n\n{HELP}", pair[0])
        };
        match option.as_str() {
            "--data" => data = Some(PathBuf::from(value)),
            "--made" => made = PathBuf::from(value),
            "--goal" => goal = Some(value.clone()),
            "--python" => python = Some(PathBuf::from(value)),
            "--script" => script = Some(PathBuf::from(value)),
            other => bail!("no option `{other}`\n\n{HELP}"),
        }
    }
    if let Some(goal) = &goal
        && !GOALS.contains(&goal.as_str())
    {
        bail!("no goal `{goal}`; there are {}", GOALS.join(", "));
    }
    let bench = Bench {
        places: Places { data, made },
        goal,
        script: match (&python, script) {
            (Some(_), None) => bail!("--python needs --script"),
            (_, script) => script.unwrap_or_default(),
        },
        python,
    };
    let held = bench.run().context("measuring")?;
    Ok(if held { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
