//! What every template needs: language, words, dates, addresses, who is signed in.

use crate::{Req, Settings, Site};
use jiff::{Timestamp, civil::Date};
use std::sync::Arc;
use texts::{Lang, Local, Value};

/// The context of a page. Its fields are what the layouts name.
#[derive(Clone)]
pub struct Cx {
    /// The language.
    pub lang: Lang,
    /// Light, dark, or what the device says.
    pub scheme: Scheme,
    /// The path without the language.
    pub path: String,
    /// The question part of the address, for the language links; empty or beginning with `?`.
    pub query: String,
    /// What just happened, said once.
    pub note: Option<String>,
    /// The page is a form that came back: the title says so.
    pub has_errors: bool,
    /// A fresh one-time key for a form.
    pub submit_key: String,
    /// The name of the signed-in official.
    pub user: Option<String>,
    /// The desk's menu for that official.
    pub menu: Vec<MenuEntry>,
    /// The municipality's settings.
    pub settings: Arc<Settings>,
    site: Arc<Site>,
    local: Local,
}

/// A line of the desk's menu.
#[derive(Debug, Clone)]
pub struct MenuEntry {
    /// Where it leads.
    pub href: String,
    /// What it is called.
    pub label: String,
    /// Whether the page belongs to it.
    pub current: bool,
}

/// The colour scheme the reader chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Scheme {
    /// As the device says.
    #[default]
    Device,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Scheme {
    pub(crate) fn from_cookie(value: Option<&str>) -> Scheme {
        match value {
            Some("ljus") => Scheme::Light,
            Some("mork") => Scheme::Dark,
            _ => Scheme::Device,
        }
    }

    /// The value of `data-scheme`, if the reader chose.
    pub fn attribute(self) -> Option<&'static str> {
        match self {
            Scheme::Device => None,
            Scheme::Light => Some("light"),
            Scheme::Dark => Some("dark"),
        }
    }
}

impl Cx {
    pub(crate) fn new(req: &Req) -> Cx {
        let mut cx = Cx::bare(req.site.clone(), req.lang);
        cx.scheme = req.scheme;
        cx.path.clone_from(&req.path);
        cx.query = keep_query(&req.query);
        cx.note = req
            .query("klart")
            .filter(|key| req.site.texts.has(req.lang, key))
            .map(|key| req.t(key));
        cx.submit_key = req.site.token();
        cx
    }

    pub(crate) fn bare(site: Arc<Site>, lang: Lang) -> Cx {
        Cx {
            lang,
            scheme: Scheme::default(),
            path: "/".to_owned(),
            query: String::new(),
            note: None,
            has_errors: false,
            submit_key: String::new(),
            user: None,
            menu: Vec::new(),
            settings: site.settings(),
            local: Local {
                lang,
                zone: site.zone.clone(),
            },
            site,
        }
    }

    /// Marks the page as a form that came back with faults.
    pub fn failed(mut self) -> Cx {
        self.has_errors = true;
        self
    }

    /// A text.
    pub fn t(&self, key: &str) -> String {
        self.site.texts.get(self.lang, key)
    }

    /// A text with a number, `$n`.
    pub fn tn<N: TryInto<i64>>(&self, key: &str, n: N) -> String {
        let n: i64 = n.try_into().unwrap_or(i64::MAX);
        self.site.texts.with(
            self.lang,
            key,
            &[("n", Value::from(n)), ("text", self.number(n).into())],
        )
    }

    /// A text with arguments.
    pub fn ta(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        self.site.texts.with(self.lang, key, values)
    }

    /// A text with one argument.
    pub fn t1(&self, key: &str, name: &str, value: impl ToString) -> String {
        self.ta(key, &[(name, value.to_string().into())])
    }

    /// A text with two arguments.
    pub fn t2(&self, key: &str, first: (&str, &str), second: (&str, &str)) -> String {
        self.ta(key, &[(first.0, first.1.into()), (second.0, second.1.into())])
    }

    /// An address of the site in the reader's language.
    pub fn link(&self, path: &str) -> String {
        in_language(self.lang, path)
    }

    /// This page in another language.
    pub fn in_language(&self, lang: &Lang) -> String {
        format!("{}{}", in_language(*lang, &self.path), self.query)
    }

    /// All languages of the interface.
    pub fn languages(&self) -> [Lang; 2] {
        Lang::ALL
    }

    /// The address of a static file, with its hash so that it may be kept for a year.
    pub fn asset(&self, name: &str) -> String {
        self.site.assets.address(name)
    }

    /// The address of the municipality's colours.
    pub fn theme_asset(&self) -> String {
        self.site.assets.address("theme.css")
    }

    /// Whether the page is there or below.
    pub fn is_under(&self, path: &str) -> bool {
        self.path == path || self.path.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'))
    }

    /// The whole address of a page, for letters and feeds.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{}", self.site.base_url, self.link(path))
    }

    /// "tisdag 17 mars 2026".
    pub fn date(&self, date: &Date) -> String {
        self.local.date(*date)
    }

    /// "17 mars 2026".
    pub fn short_date(&self, date: &Date) -> String {
        self.local.short_date(*date)
    }

    /// "2–31 mars 2026".
    pub fn period(&self, from: &Date, to: &Date) -> String {
        self.local.period(*from, *to)
    }

    /// "17 mars 2026 klockan 14.02".
    pub fn moment(&self, at: &Timestamp) -> String {
        self.local.moment(*at)
    }

    /// The calendar day of a moment, "17 mars 2026".
    pub fn day(&self, at: &Timestamp) -> String {
        self.local.short_date(self.local.day(*at))
    }

    /// "1 234".
    pub fn number<N: TryInto<i64>>(&self, value: N) -> String {
        self.local.number(value.try_into().unwrap_or(i64::MAX))
    }

    /// "38 %" of a whole.
    pub fn percent<A: TryInto<i64>, B: TryInto<i64>>(&self, part: A, whole: B) -> String {
        self.local
            .percent(part.try_into().unwrap_or(0), whole.try_into().unwrap_or(0))
    }

    /// "24 kB".
    pub fn size<N: TryInto<i64>>(&self, bytes: N) -> String {
        self.local.size(bytes.try_into().unwrap_or(i64::MAX))
    }

    /// How dates and numbers are written.
    pub fn local(&self) -> &Local {
        &self.local
    }

    /// The site, for pages that look something up while they are built.
    pub fn site(&self) -> &Arc<Site> {
        &self.site
    }
}

/// The address of a page of the site in that language.
pub(crate) fn in_language(lang: Lang, path: &str) -> String {
    match (lang, path) {
        (Lang::Sv, path) => path.to_owned(),
        (Lang::En, "/") => "/en".to_owned(),
        (Lang::En, path) => format!("/en{path}"),
    }
}

/// The question part without the note, so that changing the language does not repeat it.
fn keep_query(query: &[(String, String)]) -> String {
    let kept: Vec<String> = query
        .iter()
        .filter(|(key, _)| key != "klart")
        .map(|(key, value)| format!("{}={}", crate::reply::encode(key), crate::reply::encode(value)))
        .collect();
    if kept.is_empty() {
        String::new()
    } else {
        format!("?{}", kept.join("&"))
    }
}
