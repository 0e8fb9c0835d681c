//! Real databases and a real site for tests: SQLite always, PostgreSQL too when `SAMSPEL_TEST_POSTGRES` names a server
//! (`cargo xtask check` starts one). Nothing here is a fake; time stands still and chance repeats.

mod browser;

pub use browser::{Answer, Browser};

use db::{Db, FixedClock, Ids, Options};
use jiff::Timestamp;
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};
use web::{Capability, Limits, Site, SiteParts};

/// The moment at which tests begin: Tuesday 17 March 2026, ten o'clock in Stockholm.
pub fn start() -> Timestamp {
    Timestamp::from_second(1_773_738_000).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// A fresh database with its clock.
pub struct TestDb {
    /// The database.
    pub db: Db,
    /// Its clock, to be moved by the test.
    pub clock: Arc<FixedClock>,
    /// `sqlite` or `postgres`, for messages.
    pub engine: &'static str,
}

static COUNT: AtomicU64 = AtomicU64::new(0);

/// A fresh database on every engine at hand. A story runs on each.
pub async fn databases() -> Vec<TestDb> {
    let mut all = vec![sqlite().await];
    #[expect(clippy::disallowed_methods, reason = "the one word a test needs from outside")]
    if let Ok(server) = std::env::var("SAMSPEL_TEST_POSTGRES") {
        all.push(postgres(&server).await);
    }
    all
}

/// A fresh SQLite database.
pub async fn sqlite() -> TestDb {
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let dir = std::env::temp_dir().join(format!("samspel-test-{}", std::process::id()));
    if number == 0 {
        // A process of the same number may have left its databases behind when it was stopped.
        let _ = std::fs::remove_dir_all(&dir);
    }
    std::fs::create_dir_all(&dir).expect("the temporary directory takes a folder");
    open(
        &format!("sqlite:{}", dir.join(format!("{number}.db")).display()),
        "sqlite",
    )
    .await
}

async fn postgres(server: &str) -> TestDb {
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("samspel_{}_{number}", std::process::id());
    Db::create_database(server, &name)
        .await
        .expect("the test server makes a database");
    let (base, options) = server
        .split_once('?')
        .map_or((server, ""), |(base, options)| (base, options));
    let base = base.rsplit_once('/').map_or(base, |(base, _)| base);
    let url = if options.is_empty() {
        format!("{base}/{name}")
    } else {
        format!("{base}/{name}?{options}")
    };
    open(&url, "postgres").await
}

async fn open(url: &str, engine: &'static str) -> TestDb {
    let clock = Arc::new(FixedClock::new(start()));
    let options = Options {
        clock: clock.clone(),
        ids: Ids::seeded(1),
        durable: false,
        readers: 4,
    };
    TestDb {
        db: Db::open(url, options).await.expect("a fresh database opens"),
        clock,
        engine,
    }
}

/// A site on that database with the texts and menus of those capabilities. `compose` puts in what they need.
pub fn site(test: &TestDb, capabilities: &[Capability], compose: impl FnOnce(&mut Site)) -> Arc<Site> {
    // Stories send much from one address.
    let limits = Limits {
        sign_in: 10_000,
        send: 100_000,
        stance: 100_000,
        code: 10_000,
    };
    limited_site(test, capabilities, limits, compose)
}

/// The same with limits of its own on how often one may try.
pub fn limited_site(
    test: &TestDb,
    capabilities: &[Capability],
    limits: Limits,
    compose: impl FnOnce(&mut Site),
) -> Arc<Site> {
    let sources: Vec<_> = std::iter::once(web::TEXTS)
        .chain(capabilities.iter().map(|one| one.texts))
        .collect();
    let mut site = Site::new(SiteParts {
        db: test.db.clone(),
        clock: test.clock.clone(),
        texts: Arc::new(texts::Texts::load(&sources).expect("the texts are sound")),
        base_url: "https://dialog.example.se".to_owned(),
        cache_pages: true,
        limits,
        seed: Some(1),
        menu: capabilities.iter().flat_map(|one| one.menu.clone()).collect(),
        assets: Vec::new(),
    });
    compose(&mut site);
    Arc::new(site)
}
