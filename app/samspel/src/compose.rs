//! Puts the capabilities together into a site. The order is that of the house, from the ground up.

use crate::config::Config;
use db::{Clock, Db, Ids, Options};
use std::sync::Arc;
use web::{Capability, Site, SiteParts};

/// Every capability of the program.
pub fn capabilities() -> Vec<Capability> {
    vec![
        identity::capability(),
        method::capability(),
        dialogues::capability(),
        toolbox::capability(),
        sheets::capability(),
        training::capability(),
        information::capability(),
        participation::capability(),
        lottery::capability(),
        calendar::capability(),
        moderation::capability(),
        insights::capability(),
        cases::capability(),
        evidence_chain::capability(),
        service_design::capability(),
        civil_society::capability(),
        overview::capability(),
        examples::capability(),
        publishing::capability(),
    ]
}

/// Opens the database of that configuration and brings its schema up to date.
pub async fn open(config: &Config, clock: Arc<dyn Clock>) -> anyhow::Result<Db> {
    if let Some(path) = config.database.strip_prefix("sqlite:").map(std::path::Path::new)
        && let Some(folder) = path.parent()
    {
        std::fs::create_dir_all(folder)?;
    }
    Ok(Db::open(
        &config.database,
        Options {
            clock,
            ids: Ids::random(),
            ..Options::default()
        },
    )
    .await?)
}

/// The site on that database.
pub async fn site(config: &Config, db: Db, clock: Arc<dyn Clock>) -> anyhow::Result<Arc<Site>> {
    let capabilities = capabilities();
    let sources: Vec<_> = std::iter::once(web::TEXTS)
        .chain(capabilities.iter().map(|one| one.texts))
        .collect();
    let texts = texts::Texts::load(&sources).map_err(anyhow::Error::msg)?;
    let mut site = Site::new(SiteParts {
        db,
        clock,
        texts: Arc::new(texts),
        base_url: config.base_url.clone(),
        cache_pages: config.page_cache,
        limits: config.limits,
        seed: None,
        menu: capabilities.iter().flat_map(|one| one.menu.clone()).collect(),
        assets: [insights::assets(), service_design::assets()].concat(),
    });
    fill(&mut site)?;
    site.put(insights::WordVectors::at(&config.word_vectors));
    let settings = identity::load_settings(&mut site.db.read().await?).await?;
    site.apply(settings);
    let schema_is_up_to_date = db::pending(&site.db).await?.is_empty();
    if schema_is_up_to_date {
        method::editions::load(&site).await?;
    }
    Ok(Arc::new(site))
}

/// What capabilities expect to find on a site.
pub fn fill(site: &mut Site) -> anyhow::Result<()> {
    let packs = method::Packs::embedded_of(&method::EMBEDDED)
        .map_err(|faults| anyhow::anyhow!("the method pack: {faults:?}"))?;
    site.put(toolbox::Toolbox::new(&packs, &site.texts.clone()));
    site.put(packs);
    // Without a file until the configuration names one.
    site.put(insights::WordVectors::default());
    site.put(background::Works::new(
        [participation::works(), lottery::works(), insights::works()].concat(),
    ));
    let sources = method::Sources::new(vec![
        dialogues::source(),
        training::source(),
        information::source(),
        participation::source(),
        lottery::source(),
        calendar::source(),
        moderation::source(),
        insights::source(),
        cases::source(),
        evidence_chain::source(),
        service_design::source(),
        civil_society::source(),
    ]);
    let advisers = vec![calendar::advise, service_design::advise, examples::advise];
    let sources = sources
        .with_pages(lottery::pages())
        .with_pages(evidence_chain::pages())
        .with_pages(service_design::pages());
    site.put(sources.with_pages(civil_society::pages()).with_advisers(advisers));
    Ok(())
}

/// All pages.
pub fn router(site: Arc<Site>) -> axum::Router {
    web::build(site, capabilities().into_iter().map(|one| one.routes))
}
