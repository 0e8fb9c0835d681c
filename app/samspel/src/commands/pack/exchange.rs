//! `samspel pack export` and `samspel pack import`: a pack as one file, and own files into the site.

use super::source;
use crate::commands::output::say;
use crate::{commands::open_site, config::Config};
use anyhow::bail;
use clap::Args;
use db::Actor;
use method::editions::{self, OwnFiles, Unfit};
use method::pack::{Bundle, Edition, Files};
use std::{path::PathBuf, process::ExitCode, sync::Arc};

/// The word for the pack that the site of the configuration uses.
pub const SITE: &str = "site";
/// The word for the municipality's own files of it.
const OWN: &str = "own";

#[derive(Debug, Args)]
pub struct Export {
    /// Where to write; a file that is there already is not overwritten.
    file: PathBuf,
    /// What to write: `site` (what the site uses), `own` (only the municipality's own files), both with `:KEY` for
    /// another pack than the dialogues', or a SOURCE.
    #[arg(long, default_value = SITE)]
    from: String,
}

#[derive(Debug, Args)]
pub struct Import {
    /// A folder or a file that `export` wrote.
    source: String,
    /// Take away own files that the source does not hold.
    #[arg(long)]
    replace: bool,
    /// What the change is, for the list of editions.
    #[arg(long, default_value = "")]
    note: String,
    /// Only tell what would happen.
    #[arg(long)]
    dry_run: bool,
}

/// What the site of the configuration uses of a pack.
pub async fn site_edition(config: &Config, pack: &str) -> anyhow::Result<Arc<Edition>> {
    let site = open_site(config).await?;
    in_use(&site, pack)
}

fn in_use(site: &web::Site, pack: &str) -> anyhow::Result<Arc<Edition>> {
    let Some(edition) = method::packs(site).edition(pack) else {
        bail!(
            "the site has no pack {pack}: name one of {}",
            method::EMBEDDED.join(", ")
        );
    };
    Ok(edition)
}

pub async fn export(config: &Config, options: &Export) -> anyhow::Result<ExitCode> {
    if options.file.exists() {
        bail!(
            "{} is there already: choose another name or take it away",
            options.file.display()
        );
    }
    let named = options.from.as_str();
    let (pack, edition, files) = if let Some(key) = source::key_of(named, SITE) {
        let edition = site_edition(config, &key).await?;
        (edition.key.clone(), edition.name.clone(), edition.files.clone())
    } else if let Some(key) = source::key_of(named, OWN) {
        let site = open_site(config).await?;
        let edition = in_use(&site, &key)?;
        let own = editions::own_files(&mut site.db.read().await?, &edition.key).await?;
        (edition.key.clone(), edition.name.clone(), own)
    } else {
        let files = source::files(named)?;
        match source::read(&files) {
            Ok(edition) => (edition.key, edition.name, files),
            Err(faults) => {
                source::tell(named, &faults);
                return Ok(ExitCode::from(2));
            }
        }
    };
    let count = files.len();
    let bundle = Bundle::new(&pack, &edition, files);
    std::fs::write(&options.file, bundle.to_text())?;
    say!(
        "{} files of {} {} in {}",
        count,
        bundle.pack,
        bundle.edition,
        options.file.display()
    );
    Ok(ExitCode::SUCCESS)
}

pub async fn import(config: &Config, options: &Import) -> anyhow::Result<ExitCode> {
    let files = source::files(&options.source)?;
    let site = open_site(config).await?;
    let in_use = in_use(&site, &source::pack_of(&files))?;
    let own = own_of(&site, &in_use.key, files);
    let change = if options.replace {
        OwnFiles::All(own)
    } else {
        OwnFiles::Put(own)
    };
    let prepared = match editions::prepare(&site, &in_use.key, change).await {
        Ok(prepared) => prepared,
        Err(Unfit::Faults(faults)) => {
            source::tell(options.source.trim_end_matches('/'), &faults);
            eprintln!("nothing was changed: {} stays in use", in_use.name);
            return Ok(ExitCode::from(2));
        }
        Err(Unfit::Fault(fault)) => bail!("{fault:?}"),
    };
    let differences = method::pack::differences(&in_use.files, &prepared.edition.files);
    for one in &differences {
        say!("{} {} {}", one.file, one.entry, one.key);
    }
    if options.dry_run {
        say!("{} difference(s); nothing was changed", differences.len());
        return Ok(ExitCode::SUCCESS);
    }
    site.db
        .write(Actor::System, async |tx| {
            editions::put_prepared(tx, &prepared, &options.note).await
        })
        .await
        .map_err(|fault| anyhow::anyhow!("{fault:?}"))?;
    say!(
        "{} difference(s); {} is in use. What has begun stays on its edition and is offered this one.",
        differences.len(),
        prepared.edition.name
    );
    Ok(ExitCode::SUCCESS)
}

/// The files that say something of their own: what is word for word the base's is left out.
fn own_of(site: &web::Site, pack: &str, mut files: Files) -> Files {
    if let Some(base) = method::packs(site).base(pack) {
        files.retain(|name, text| base.files.get(name) != Some(text));
    }
    files
}
