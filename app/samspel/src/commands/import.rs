//! `samspel import`: contributions from a CSV file, row by row, with a reason for each that cannot be taken.

use crate::{commands::open_site, config::Config};
use anyhow::{Context as _, bail};
use participation::{Activity, Channel, ImportOptions};
use std::{path::PathBuf, process::ExitCode};
use web::{Lang, Site};

/// Imports contributions from a CSV file into an activity of a dialogue. Rows that cannot be read are told with their number, why
/// and the remedy; the rest come in. The same file twice adds nothing.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Columns are found by name: text or the question itself, date, channel, language; --map names others.\n\
Example:  samspel import comments.csv --dialogue ny-park --map 'text=text,date=date' --language es --preview"
)]
pub struct Options {
    /// The file: comma, semicolon or tab between columns; UTF-8, UTF-16 or Windows-1252.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The dialogue's word in its address: the last part of /dialoger/ny-park.
    #[arg(long, value_name = "WORD")]
    dialogue: String,
    /// The activity's title or identifier; needed when the dialogue has several.
    #[arg(long, value_name = "TITLE")]
    activity: Option<String>,
    /// Which columns give what: text=title+body,date=day. Several columns joined by + make one text.
    #[arg(long, value_name = "PAIRS", default_value = "")]
    map: String,
    /// The channel of rows that do not say: web, paper, phone, email, meeting, school, interview, import.
    #[arg(long, default_value = "import")]
    channel: String,
    /// The language of rows that do not say.
    #[arg(long, default_value = "sv")]
    language: String,
    /// The e-mail address of the official who imports; stands in the log.
    #[arg(long, value_name = "E-MAIL")]
    by: Option<String>,
    /// Only tell what would happen.
    #[arg(long)]
    preview: bool,
    /// Take rows again that this file has brought before.
    #[arg(long)]
    again: bool,
}

pub async fn run(config: &Config, options: Options) -> anyhow::Result<ExitCode> {
    let bytes = std::fs::read(&options.file).with_context(|| format!("cannot read {}", options.file.display()))?;
    let channel = Channel::named(&options.channel).with_context(|| format!("no channel {:?}", options.channel))?;
    let plain = ImportOptions {
        channel,
        language: options.language.clone(),
        force: options.again,
        ..ImportOptions::default()
    };
    let site = open_site(config).await?;
    let mapped = plain.with_map(&options.map);
    let how = mapped.map_err(|problem| anyhow::anyhow!("{}", participation::words(&site.texts, Lang::En, &problem)))?;
    let activity = find_activity(&site, &options.dialogue, options.activity.as_deref()).await?;
    let code = if options.preview {
        preview(&site, &activity, &bytes, &how).await?
    } else {
        import(&site, &activity, &options, &bytes, &how).await?
    };
    site.db.close().await?;
    Ok(code)
}

/// The activity a command means: the only one of the dialogue, or the one named.
pub async fn find_activity(site: &Site, dialogue: &str, wanted: Option<&str>) -> anyhow::Result<Activity> {
    let mut read = site.db.read().await?;
    let word = dialogue;
    let dialogue = dialogues::by_slug(&mut read, dialogue).await;
    let dialogue = dialogue.with_context(|| format!("no dialogue has the word {word:?}"))?;
    let mut activities = participation::activities(&mut read, dialogue.id).await?;
    if let Some(wanted) = wanted {
        activities.retain(|one| one.title == wanted || one.id.to_string() == wanted);
    }
    let titles: Vec<String> = activities.iter().map(|one| format!("{:?}", one.title)).collect();
    match (activities.pop(), activities.is_empty()) {
        (Some(only), true) => Ok(only),
        (None, _) => bail!("the dialogue has no such activity"),
        _ => bail!(
            "the dialogue has several activities: name one with --activity: {}",
            titles.join(", ")
        ),
    }
}

async fn preview(site: &Site, activity: &Activity, bytes: &[u8], how: &ImportOptions) -> anyhow::Result<ExitCode> {
    let preview = participation::preview(site, activity.id, bytes, how)
        .await
        .map_err(|fault| explain(site, fault))?;
    let reading = preview.reading;
    eprintln!("{:?}, columns divided by {:?}", reading.encoding, reading.delimiter);
    eprintln!(
        "columns not used: {}",
        if reading.ignored.is_empty() {
            "none".into()
        } else {
            reading.ignored.join(", ")
        }
    );
    for refused in &reading.refused {
        let why = participation::words(&site.texts, Lang::En, &refused.problem);
        eprintln!("row {} {}: {why}", refused.row, refused.column);
    }
    eprintln!(
        "{} rows can be taken, {} cannot, {} came before",
        reading.rows.len(),
        reading.refused.len(),
        preview.already
    );
    Ok(if reading.refused.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

async fn import(
    site: &Site,
    activity: &Activity,
    options: &Options,
    bytes: &[u8],
    how: &ImportOptions,
) -> anyhow::Result<ExitCode> {
    let actor = match &options.by {
        None => db::Actor::System,
        Some(email) => {
            let mut read = site.db.read().await?;
            let staff = identity::staff_by_email(&mut read, email).await?;
            staff
                .with_context(|| format!("no account in use has the address {email}"))?
                .actor()
        }
    };
    let name = options
        .file
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let begun = std::time::Instant::now();
    let report = participation::import(site, actor, activity.id, &name, bytes, how)
        .await
        .map_err(|fault| explain(site, fault))?;
    for refused in &report.refused {
        eprintln!("row {} {}: {}", refused.row, refused.column, refused.why);
    }
    eprintln!(
        "{} rows came in, {} could not be taken, {} had come before ({:.2} s)",
        report.accepted,
        report.refused_count,
        report.already,
        begun.elapsed().as_secs_f64()
    );
    Ok(if report.refused_count == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// A broken rule in the words of the interface.
fn explain(site: &Site, fault: web::Fault) -> anyhow::Error {
    match fault {
        web::Fault::Rule { key, args } => {
            let values: Vec<_> = args
                .iter()
                .map(|(name, value)| (*name, value.as_str().into()))
                .collect();
            anyhow::anyhow!("{}", site.texts.with(Lang::En, key, &values))
        }
        other => other.into(),
    }
}
