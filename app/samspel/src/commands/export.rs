//! `samspel export`: the answers of a dialogue as a file, with their codebook.

use crate::{commands::open_site, config::Config};
use anyhow::{Context as _, bail};
use std::{path::PathBuf, process::ExitCode};
use web::Lang;

/// Writes the answers to an activity as CSV, XLSX (with a codebook sheet) or JSON.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:  samspel export ny-park --form xlsx --out svar.xlsx")]
pub struct Options {
    /// The dialogue's word in its address: the last part of /dialoger/ny-park.
    #[arg(value_name = "WORD")]
    dialogue: String,
    /// The activity's title or identifier; needed when the dialogue has several.
    #[arg(long, value_name = "TITLE")]
    activity: Option<String>,
    /// csv, xlsx or json.
    #[arg(long, default_value = "csv")]
    form: String,
    /// What may be given to anybody: texts as published, nothing about the persons.
    #[arg(long)]
    open: bool,
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

pub async fn run(config: &Config, options: Options) -> anyhow::Result<ExitCode> {
    let form = cases::FileForm::from_ending(&options.form).context("--form must be csv, xlsx or json")?;
    if options.out.exists() {
        bail!("{} is there already", options.out.display());
    }
    let site = open_site(config).await?;
    let activity = super::import::find_activity(&site, &options.dialogue, options.activity.as_deref()).await?;
    let reader = if options.open {
        participation::export::Reader::Anyone
    } else {
        participation::export::Reader::Official
    };
    let bytes = cases::answers_file(&site, &site.cx(Lang::Sv), &activity, reader, form).await?;
    std::fs::write(&options.out, &bytes).with_context(|| format!("cannot write {}", options.out.display()))?;
    eprintln!("{} ({} bytes)", options.out.display(), bytes.len());
    site.db.close().await?;
    Ok(ExitCode::SUCCESS)
}
