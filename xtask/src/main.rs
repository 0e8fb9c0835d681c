//! The project's own tool: `cargo xtask check` is the one command that says whether the house stands,
//! in CI and at every desk. `cargo xtask bench` and `cargo xtask e2e` run their parts alone.
//!
//! To add a check: write `pub fn run(house: &House) -> Result<Outcome>` in a file of its own and name it in [`STAGES`].
//! A check must find its own tools (see [`tools`]) and must never need the network when they are there.

// Printing is what this program is for.
#![allow(clippy::print_stdout)]

mod browser;
mod counts;
mod deny;
mod documents;
mod fuzz;
mod house;
mod kernels;
mod layout;
mod markup;
mod postgres;
mod rust;
mod schema;
mod source;
mod sql;
mod stage;
mod texts;
mod tools;

use std::process::ExitCode;

use anyhow::{Result, bail};
use house::House;
use stage::Stage;

/// Everything `cargo xtask check` does, cheapest first. `fast` marks what `--fast` keeps: rings 1 to 3.
const STAGES: &[Stage] = &[
    Stage {
        name: "format",
        about: "the sources are formatted",
        fast: true,
        run: rust::format,
    },
    Stage {
        name: "layout",
        about: "rooms, directions and who may name what",
        fast: true,
        run: layout::run,
    },
    Stage {
        name: "sql",
        about: "statements stand in stores and keep to their own tables",
        fast: true,
        run: sql::run,
    },
    Stage {
        name: "texts",
        about: "texts in both languages, none in templates",
        fast: true,
        run: texts::run,
    },
    Stage {
        name: "schema",
        about: "both engines' migrations say the same",
        fast: true,
        run: schema::run,
    },
    Stage {
        name: "clippy",
        about: "no warnings",
        fast: true,
        run: rust::clippy,
    },
    Stage {
        name: "deny",
        about: "licences and sources of what we use",
        fast: false,
        run: deny::run,
    },
    Stage {
        name: "tests",
        about: "rules, statements, stories and the whole, on both engines",
        fast: true,
        run: rust::tests,
    },
    Stage {
        name: "fuzz",
        about: "the readers of the kernels under any bytes",
        fast: false,
        run: fuzz::stage,
    },
    Stage {
        name: "counts",
        about: "no kernel takes more instructions than it did",
        fast: false,
        run: counts::run,
    },
    Stage {
        name: "browser",
        about: "the story in a real browser, and the audit",
        fast: false,
        run: browser::run,
    },
    Stage {
        name: "documents",
        about: "reports opened and validated",
        fast: false,
        run: documents::run,
    },
];

const HELP: &str = "\
cargo xtask <command>

  check [--fast] [--only STAGE]   everything that must hold before a change goes in
                                  --fast  without browser and documents
                                  --only  one stage alone (may be given several times)
  bench [--profile P] [--brief]   the benchmarks against their reference, as a table (profile release unless said)
  bench kernels [--data DIR] [--goal NAME] [--no-references]
                                  the kernels against the tools of the field (benches/kernels/README.md)
  counts [--write | --check] [WORK…]
                                  instructions of the kernels' works: shown, written, or held against those written
  e2e [PATTERN]                   the browser tests alone; PATTERN picks files by part of their name, also in e2e/long
  fuzz [--seconds N] [TARGET…]    the fuzz targets, each a minute unless said
  with-postgres COMMAND…          runs a command with a PostgreSQL of its own in SAMSPEL_TEST_POSTGRES
  stages                          the stages of `check` and what each says
";

fn main() -> ExitCode {
    match command(std::env::args().skip(1).collect()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn command(words: Vec<String>) -> Result<bool> {
    let (first, rest) = match words.split_first() {
        Some((first, rest)) => (first.as_str(), rest),
        None => ("help", &[][..]),
    };
    match first {
        "check" => check(rest),
        "bench" => match rest.split_first() {
            Some((first, rest)) if first == "kernels" => kernels::bench(&House::find()?, rest),
            _ => rust::bench(&House::find()?, rest),
        },
        "counts" => counts::command(&House::find()?, rest),
        "e2e" => browser::alone(&House::find()?, rest),
        "fuzz" => fuzz::alone(&House::find()?, rest),
        "with-postgres" => rust::with_postgres(&House::find()?, rest),
        "stages" => {
            for stage in STAGES {
                println!("{:<10} {}", stage.name, stage.about);
            }
            Ok(true)
        }
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(true)
        }
        other => bail!("no command `{other}`\n\n{HELP}"),
    }
}

fn check(words: &[String]) -> Result<bool> {
    let mut fast = false;
    let mut only = Vec::new();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--fast" => fast = true,
            "--only" => match words.next() {
                Some(name) if STAGES.iter().any(|stage| stage.name == name) => only.push(name.as_str()),
                Some(name) => bail!("no stage `{name}`; `cargo xtask stages` lists them"),
                None => bail!("--only needs the name of a stage"),
            },
            other => bail!("check does not know `{other}`\n\n{HELP}"),
        }
    }
    let chosen: Vec<&Stage> = STAGES
        .iter()
        .filter(|stage| {
            if only.is_empty() {
                !fast || stage.fast
            } else {
                only.contains(&stage.name)
            }
        })
        .collect();
    Ok(stage::run_all(&House::find()?, &chosen))
}
