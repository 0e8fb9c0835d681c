//! `samspel analyse`: the kernels on files, for analysts and for whoever wants to verify a result. No database, nothing sent
//! anywhere, the same answer on every machine.
//!
//! Each command reads its files ([`input`]), computes, and has its result in a type whose fields are the documented shape of
//! `--json`; the same result writes a table for the terminal and a report for people ([`report`]). To add a command: a module with
//! its `Options` and a type that implements [`Found`], its variant of [`Command`], its line in [`schemas`], its part of docs/analyse.md.

mod budget;
mod duplicates;
mod input;
mod language;
mod opinions;
mod panel;
mod personal_data;
mod progress;
mod rank;
mod report;
mod representation;
mod themes;
mod vectors;

use anyhow::Context as _;
use clap::{Args, Subcommand};
use report::{Report, Words};
use schemars::JsonSchema;
use serde::Serialize;
use std::path::PathBuf;

/// Words of the reports.
pub const TEXTS: texts::Source = texts::source!("analyse");

/// What can be computed from files. Nothing is sent anywhere, and no database is needed.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Which projects a participatory budget pays for, and why, from a `.pb` file (Pabulib).
    Budget(budget::Options),
    /// A panel drawn by lot under quotas, with everybody's probability and a draw that anybody can repeat.
    Panel(panel::Options),
    /// Groups of people who vote alike on statements, and what unites and divides them, from the files of a Polis export.
    Opinions(opinions::Options),
    /// Themes that texts seem to have: a suggestion for whoever reads them.
    Themes(themes::Options),
    /// Texts that say nearly the same, pair by pair and in clusters.
    Duplicates(duplicates::Options),
    /// Where texts name a person or lead to one: numbers, addresses, registration plates.
    PersonalData(personal_data::Options),
    /// Which language each text is in.
    Language(language::Options),
    /// Those who took part beside those who live here, and weights that make them agree.
    Representation(representation::Options),
    /// An order of things from choices between two, or from ranked ballots.
    Rank(rank::Options),
    /// The JSON Schema of what --json answers, one file for each command.
    Schema {
        /// Where the files are written; without it they are listed.
        #[arg(value_name = "DIR")]
        folder: Option<PathBuf>,
    },
}

/// In which forms a result is wanted.
#[derive(Debug, Args)]
pub struct Forms {
    /// The result as JSON on stdout, in the shape of docs/analyse.md.
    #[arg(long)]
    json: bool,
    /// Write a report with pictures and tables here.
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// The language of the report.
    #[arg(long, value_name = "sv|en", default_value = "sv")]
    language: ReportLanguage,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum ReportLanguage {
    Sv,
    En,
}

/// A result, ready to be written in every form.
pub(crate) trait Found: Serialize {
    /// As JSON; one value unless a command says otherwise.
    fn json(&self) -> anyhow::Result<String> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }
    /// For a terminal.
    fn table(&self) -> String;
    /// For people who decide.
    fn report(&self, words: &Words) -> Report;
}

/// Runs a command; the answer is what belongs on stdout.
///
/// # Errors
/// What is wrong with a file, with its name and line, or with an option.
pub fn run(command: &Command) -> anyhow::Result<String> {
    match command {
        Command::Budget(options) => finish(&options.forms, &budget::find(options)?),
        Command::Panel(options) => finish(&options.forms, &panel::find(options)?),
        Command::Opinions(options) => finish(&options.forms, &opinions::find(options)?),
        Command::Themes(options) => finish(&options.forms, &themes::find(options)?),
        Command::Duplicates(options) => finish(&options.forms, &duplicates::find(options)?),
        Command::PersonalData(options) => finish(&options.forms, &personal_data::find(options)?),
        Command::Language(options) => finish(&options.forms, &language::find(options)?),
        Command::Representation(options) => finish(&options.forms, &representation::find(options)?),
        Command::Rank(options) => finish(&options.forms, &rank::find(options)?),
        Command::Schema { folder } => write_schemas(folder.as_deref()),
    }
}

fn finish(forms: &Forms, found: &impl Found) -> anyhow::Result<String> {
    if let Some(file) = &forms.html {
        let lang = match forms.language {
            ReportLanguage::Sv => texts::Lang::Sv,
            ReportLanguage::En => texts::Lang::En,
        };
        let words = Words::load(lang)?;
        std::fs::write(file, found.report(&words).page(&words))
            .with_context(|| format!("cannot write {}", file.display()))?;
    }
    if forms.json { found.json() } else { Ok(found.table()) }
}

/// The shape of what a command answers.
pub struct Shape {
    /// The command's name.
    pub name: &'static str,
    /// JSON Schema, draft 2020-12.
    pub schema: serde_json::Value,
}

/// All shapes; made from the types that are written, so the two cannot differ.
pub fn schemas() -> Vec<Shape> {
    fn of<T: JsonSchema>(name: &'static str) -> Shape {
        Shape {
            name,
            schema: schemars::schema_for!(T).to_value(),
        }
    }
    vec![
        of::<budget::Budget>("budget"),
        of::<panel::Panel>("panel"),
        of::<opinions::Opinions>("opinions"),
        of::<themes::Themes>("themes"),
        of::<duplicates::Duplicates>("duplicates"),
        of::<personal_data::Row>("personal-data"),
        of::<language::Languages>("language"),
        of::<representation::Representation>("representation"),
        of::<rank::Rank>("rank"),
    ]
}

fn write_schemas(folder: Option<&std::path::Path>) -> anyhow::Result<String> {
    let mut told = String::new();
    for shape in schemas() {
        let name = format!("analyse-{}.schema.json", shape.name);
        if let Some(folder) = folder {
            let file = folder.join(&name);
            let text = serde_json::to_string_pretty(&shape.schema)? + "\n";
            std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
            std::fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
        }
        told.push_str(&name);
        told.push('\n');
    }
    Ok(told)
}
