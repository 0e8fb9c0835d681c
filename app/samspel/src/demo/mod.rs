//! `samspel demo`: a fictional municipality with one dialogue in every state, ready to be tried. What it tells is content
//! (`data/`); it is filled in through the product's own acts (`stage`), never by SQL, so that it obeys every gate.

mod answering;
mod board;
mod calendar;
mod content;
mod dice;
mod fill;
mod hearing;
mod knowledge;
mod learning;
mod lot;
mod organisations;
mod plot;
mod society;
mod stage;
mod telling;
#[cfg(test)]
mod tests;
mod thread;
mod workshop;

use crate::{commands::open_site, compose, config::Config, serve};
use anyhow::Context as _;
use content::Content;
use db::{Clock as _, Db, FixedClock, Ids, SystemClock};
use std::{
    fmt::Write as _,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

/// Starts at once with a fictional municipality: one dialogue in every state of the method, answers, reports, decisions,
/// log-ins for every role. The first start fills the database, which takes some seconds; later starts only serve it.
/// Everything in it is invented. Do not use it for a real municipality: the passwords are printed.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "To begin again: stop it, remove the folder, start it.\nWith SAMSPEL_DATABASE=postgres://… the demonstration is filled into that database, which must be empty.\nLetters go to the mail server of SAMSPEL_MAIL_HOST; without one they wait in the outbox."
)]
pub struct Options {
    /// The folder of the demonstration's database. It is made when it is not there.
    #[arg(long, value_name = "DIR", default_value = "samspel-demo")]
    data: PathBuf,
    /// Where to listen [default: the configuration's, 127.0.0.1:8080].
    #[arg(long, value_name = "ADDR:PORT")]
    listen: Option<SocketAddr>,
}

/// Fills the demonstration if it is not there yet, and serves it.
///
/// # Errors
/// When the database cannot be made or filled, or the address is taken.
pub async fn run(mut config: Config, options: Options) -> anyhow::Result<ExitCode> {
    let content = Content::read()?;
    if let Some(listen) = options.listen {
        config.listen = listen;
    }
    if config.base_url == Config::default().base_url {
        config.base_url = format!("http://{}", config.listen);
    }
    if config.database.starts_with("sqlite:") {
        let file = options.data.join("samspel.db");
        config.database = format!("sqlite:{}", file.display());
        if !file.exists() {
            fill_file(&config, &file, &content).await?;
        }
    } else {
        fill_server(&config, &content).await?;
    }
    let site = open_site(&config).await?;
    let mail = if config.mail.host.is_empty() {
        None
    } else {
        Some(config.mail.host.clone())
    };
    serve::serve(&config, site, |address| say(&content, address, mail.as_deref())).await?;
    Ok(ExitCode::SUCCESS)
}

/// Fills a file beside the real one and puts it in place when it is whole: a fill that was interrupted begins anew.
async fn fill_file(config: &Config, file: &Path, content: &Content) -> anyhow::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let making = folder.join("samspel.db.making");
    remove(&making)?;
    eprintln!("filling {}", folder.display());
    // Until it has its name the file is thrown away when anything goes wrong, so no act need wait for the disk.
    let making_config = Config {
        database: format!("sqlite:{}", making.display()),
        ..config.clone()
    };
    fill_database(&making_config, content, false).await?;
    std::fs::File::open(&making)?.sync_all()?;
    remove(file)?;
    std::fs::rename(&making, file).with_context(|| format!("cannot name {}", file.display()))?;
    Ok(())
}

/// A database file with the journals that may lie beside it.
fn remove(file: &Path) -> anyhow::Result<()> {
    for ending in ["", "-wal", "-shm"] {
        let mut name = file.as_os_str().to_owned();
        name.push(ending);
        match std::fs::remove_file(&name) {
            Ok(()) => {}
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(error).with_context(|| format!("cannot remove {}", Path::new(&name).display())),
        }
    }
    Ok(())
}

/// A server's database is filled when it is empty, and served when the demonstration stands in it whole.
async fn fill_server(config: &Config, content: &Content) -> anyhow::Result<()> {
    let site = open_site(config).await?;
    let mut read = site.db.read().await?;
    let has_accounts = identity::account_counts(&mut read).await?.0 > 0;
    let told = dialogues::list_all(&mut read, &dialogues::Filter::default(), site.today())
        .await?
        .len();
    drop(read);
    site.db.close().await?;
    if !has_accounts {
        return fill_database(config, content, true).await;
    }
    anyhow::ensure!(
        told >= content.stories.len(),
        "the database holds something else, or a demonstration that was interrupted: give an empty one"
    );
    Ok(())
}

async fn fill_database(config: &Config, content: &Content, durable: bool) -> anyhow::Result<()> {
    let now = SystemClock.now();
    let clock = Arc::new(FixedClock::new(now));
    let options = db::Options {
        clock: clock.clone(),
        ids: Ids::random(),
        durable,
        ..db::Options::default()
    };
    let db = Db::open(&config.database, options).await?;
    // Everybody in the story comes from one machine within some seconds.
    let limits = web::Limits {
        sign_in: 1_000_000,
        send: 1_000_000,
        stance: 1_000_000,
        code: 1_000_000,
    };
    let config = Config {
        limits,
        ..config.clone()
    };
    let site = compose::site(&config, db, clock.clone()).await?;
    fill::fill(&site, &clock, now, content, |line| eprintln!("  {line}")).await?;
    site.db.close().await?;
    Ok(())
}

#[expect(clippy::print_stdout, reason = "this is what the command is asked for")]
fn say(content: &Content, address: SocketAddr, mail: Option<&str>) {
    println!("{}", said(content, address, mail));
}

/// What stands on the screen when the demonstration serves.
fn said(content: &Content, address: SocketAddr, mail: Option<&str>) -> String {
    let site = format!("http://{address}");
    let town = &content.town;
    let mut text = format!(
        "\n{} — everything and everybody in it is invented.\n\n  {site}/\n\n",
        town.settings.municipality
    );
    // Writing to a string does not fail.
    let _ = writeln!(
        text,
        "Log in at {site}/logga-in (for demonstration only; the password of all is \"{}\"):\n",
        town.password
    );
    let _ = writeln!(text, "  {:<38} {:<24} can", "e-mail", "password");
    for person in town.people.values() {
        let _ = writeln!(text, "  {:<38} {:<24} {}", person.email, town.password, person.shown);
    }
    let _ = writeln!(text, "\nWorth opening:\n");
    for (path, why) in WORTH_OPENING {
        let _ = writeln!(text, "  {:<62} {why}", format!("{site}{path}"));
    }
    let _ = match mail {
        Some(host) => writeln!(text, "\nLetters go to {host}."),
        None => writeln!(
            text,
            "\nNo mail server is named (SAMSPEL_MAIL_HOST): letters wait in the outbox and reach nobody."
        ),
    };
    text
}

const WORTH_OPENING: [(&str, &str); 6] = [
    (
        "/dialoger/hur-ska-kvarnparken-utvecklas",
        "an open dialogue: answer it yourself",
    ),
    (
        "/dialoger/strandpromenad-i-sjovik",
        "a dialogue from assignment to answer: Ni sa – vi gör",
    ),
    (
        "/dialoger/strandpromenad-i-sjovik/resultat",
        "its results, each with its base",
    ),
    ("/sa-fungerar-det", "the ladder and what each step promises"),
    ("/arbetsyta", "the desk: what is overdue stands first"),
    (
        "/arbetsyta/organisationer/natverk",
        "which organisations have something in common",
    ),
];
