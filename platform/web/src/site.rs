//! A site: one municipality with its database, texts, clock and looks. Handlers reach everything through it.

use crate::{Cx, Guard, MenuItem, PageCache, assets::Assets, theme};
use db::{Clock, Db, Id};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use rand::{Rng as _, SeedableRng as _, rngs::StdRng};
use std::{
    any::{Any, TypeId},
    collections::HashMap,
    sync::{Arc, Mutex, RwLock},
};
use texts::Texts;

/// Everything a handler may use.
pub struct Site {
    /// The database.
    pub db: Db,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// All interface texts.
    pub texts: Arc<Texts>,
    /// The zone of the municipality.
    pub zone: TimeZone,
    /// Where the public finds the site, without a slash at the end: `https://dialog.example.se`.
    pub base_url: String,
    /// Cached public pages.
    pub cache: PageCache,
    /// Rate limits.
    pub guard: Guard,
    /// The desk's menu, in order.
    pub menu: Vec<MenuItem>,
    pub(crate) assets: Assets,
    settings: RwLock<Arc<Settings>>,
    random: Mutex<StdRng>,
    registry: HashMap<TypeId, Arc<dyn Any + Send + Sync>>,
}

/// What a site is made of.
pub struct SiteParts {
    /// The database.
    pub db: Db,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// All interface texts.
    pub texts: Arc<Texts>,
    /// Where the public finds the site.
    pub base_url: String,
    /// Whether public pages are kept in memory (`false` only when measuring).
    pub cache_pages: bool,
    /// Rate limits.
    pub limits: crate::Limits,
    /// Fixed randomness for tests; `None` asks the operating system.
    pub seed: Option<u64>,
    /// The desk's menu.
    pub menu: Vec<MenuItem>,
    /// Static files of capabilities, beside the kit's own.
    pub assets: Vec<crate::Asset>,
}

/// What the municipality sets on the desk.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Settings {
    /// "Exempelby kommun".
    pub municipality: String,
    /// The name of the site in the header.
    pub site_name: String,
    /// The municipal colour, `#rrggbb`.
    pub brand_colour: String,
    /// The office that writes to the board: "Kommunledningskontoret".
    pub office: String,
    /// The board: "Kommunstyrelsen".
    pub board: String,
    /// The controller of personal data.
    pub controller: String,
    /// The data protection officer's address.
    pub data_protection_contact: String,
    /// E-mail of the function that answers about dialogues.
    pub contact_email: String,
    /// Its telephone.
    pub contact_phone: String,
    /// Its postal and visiting address.
    pub contact_address: String,
    /// Areas of the municipality, in the order of lists.
    pub areas: Vec<String>,
    /// How many dialogues one area should have within a year, at most.
    pub dialogues_per_area: u32,
    /// Who signs a case to the board, one "Name, title" each.
    pub signatures: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        let text = |value: &str| value.to_owned();
        Settings {
            municipality: text("Exempelby kommun"),
            site_name: text("Dialog Exempelby"),
            brand_colour: text("#003e6b"),
            office: text("Kommunledningskontoret"),
            board: text("Kommunstyrelsen"),
            controller: text("Kommunstyrelsen"),
            data_protection_contact: text("dataskydd@exempelby.example"),
            contact_email: text("dialog@exempelby.example"),
            contact_phone: text("08-123 45 00"),
            contact_address: String::new(),
            areas: Vec::new(),
            dialogues_per_area: 4,
            signatures: Vec::new(),
        }
    }
}

impl Site {
    /// Puts a site together and lets its page cache listen to the database.
    pub fn new(parts: SiteParts) -> Site {
        let random = parts
            .seed
            .map_or_else(|| StdRng::from_rng(&mut rand::rng()), StdRng::seed_from_u64);
        let cache = PageCache::new(parts.cache_pages);
        cache.listen(parts.db.touched());
        let mut menu = parts.menu;
        menu.sort_by_key(|item| item.order);
        Site {
            db: parts.db,
            clock: parts.clock.clone(),
            texts: parts.texts,
            zone: TimeZone::get("Europe/Stockholm").unwrap_or(TimeZone::UTC),
            base_url: parts.base_url.trim_end_matches('/').to_owned(),
            cache,
            guard: Guard::new(parts.limits),
            menu,
            assets: Assets::new(parts.assets, &Settings::default()),
            settings: RwLock::new(Arc::new(Settings::default())),
            random: Mutex::new(random),
            registry: HashMap::new(),
        }
    }

    /// Puts a thing of a capability where its handlers find it. Only while the site is put together.
    pub fn put<T: Any + Send + Sync>(&mut self, thing: T) {
        self.registry.insert(TypeId::of::<T>(), Arc::new(thing));
    }

    /// The thing of that type.
    ///
    /// # Panics
    /// When `app` did not put it there: a mistake in composing the program, found by the first test that starts it.
    pub fn get<T: Any + Send + Sync>(&self) -> Arc<T> {
        let found = self
            .registry
            .get(&TypeId::of::<T>())
            .cloned()
            .and_then(|thing| thing.downcast::<T>().ok());
        found.unwrap_or_else(|| panic!("app did not compose {}", std::any::type_name::<T>()))
    }

    /// The present settings.
    pub fn settings(&self) -> Arc<Settings> {
        self.settings
            .read()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
            .clone()
    }

    /// Takes new settings into use: looks and cached pages follow.
    pub fn apply(&self, settings: Settings) {
        self.assets.set_theme(&settings);
        *self.settings.write().unwrap_or_else(|poisoned| poisoned.into_inner()) = Arc::new(settings);
        self.cache.clear();
    }

    /// Whether a colour can be read: `#rrggbb`.
    pub fn colour_is_readable(text: &str) -> bool {
        theme::Colour::from_hex(text).is_some()
    }

    /// Today in the municipality.
    pub fn today(&self) -> Date {
        self.day(self.clock.now())
    }

    /// The calendar day of a moment in the municipality.
    pub fn day(&self, at: Timestamp) -> Date {
        at.to_zoned(self.zone.clone()).date()
    }

    /// A new identifier.
    pub fn new_id(&self) -> Id {
        self.db.new_id()
    }

    /// Unguessable bytes for tokens, codes and keys.
    pub fn random_bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.random
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
            .fill_bytes(&mut bytes);
        bytes
    }

    /// An unguessable word of 32 letters (160 bits) for links and one-time keys.
    pub fn token(&self) -> String {
        data_encoding::BASE32_NOPAD
            .encode(&self.random_bytes::<20>())
            .to_lowercase()
    }

    /// A context without a request, for letters and documents.
    pub fn cx(self: &Arc<Self>, lang: texts::Lang) -> Cx {
        Cx::bare(self.clone(), lang)
    }
}
