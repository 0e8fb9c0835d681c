//! A request as handlers see it: read whole, within limits, before any handler runs.

use crate::{Cx, Fault, Form, Response, Scheme, Site, reply};
use axum::{
    body::Bytes,
    http::{HeaderMap, Method, header},
};
use db::Id;
use jiff::Timestamp;
use std::{collections::HashMap, net::IpAddr, sync::Arc};
use texts::{Lang, Local};

/// A request.
pub struct Req {
    /// The site it came to.
    pub site: Arc<Site>,
    /// `GET`, `POST` …
    pub method: Method,
    /// The path without the language.
    pub path: String,
    /// The language of the address.
    pub lang: Lang,
    /// Light, dark, or what the device says.
    pub scheme: Scheme,
    /// When it came.
    pub now: Timestamp,
    /// A short reference for fault pages and the log.
    pub reference: String,
    /// Where it came from; used for rate limits, never stored.
    pub peer: IpAddr,
    pub(crate) params: HashMap<String, String>,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) form: Option<Form>,
}

impl Req {
    /// A part of the path.
    pub fn param(&self, name: &str) -> Result<&str, Fault> {
        self.params.get(name).map(String::as_str).ok_or(Fault::NotFound)
    }

    /// An identifier in the path; one that cannot be read is a page that is not there.
    pub fn id_param(&self, name: &str) -> Result<Id, Fault> {
        self.param(name)?.parse().map_err(|_| Fault::NotFound)
    }

    /// A word after the question mark, trimmed; `None` when missing or empty.
    pub fn query(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.trim())
            .filter(|value| !value.is_empty())
    }

    /// All values of a word after the question mark.
    pub fn query_all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.query
            .iter()
            .filter(move |(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// The page number asked for with `?sida=`, from one.
    pub fn page_number(&self) -> i64 {
        self.query("sida")
            .and_then(|text| text.parse().ok())
            .filter(|page| (1..=1_000_000).contains(page))
            .unwrap_or(1)
    }

    /// The form that was sent.
    pub fn form(&self) -> Result<Form, Fault> {
        self.form.clone().ok_or(Fault::BadRequest("web-fault-no-form"))
    }

    /// The raw body, for JSON.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// A header, if it is readable text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// A cookie.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        let cookies = self
            .headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok());
        cookies.flat_map(|line| line.split(';')).find_map(|pair| {
            let (key, value) = pair.split_once('=')?;
            (key.trim() == name).then_some(value.trim())
        })
    }

    /// Today in the municipality.
    pub fn today(&self) -> jiff::civil::Date {
        self.site.day(self.now)
    }

    /// How dates and numbers are written for this reader.
    pub fn local(&self) -> Local {
        Local {
            lang: self.lang,
            zone: self.site.zone.clone(),
        }
    }

    /// A text without arguments, for messages made in handlers.
    pub fn t(&self, key: &str) -> String {
        self.site.texts.get(self.lang, key)
    }

    /// A text with arguments.
    pub fn ta(&self, key: &str, values: &[(&str, texts::Value<'_>)]) -> String {
        self.site.texts.with(self.lang, key, values)
    }

    /// The address in the reader's language.
    pub fn url(&self, path: &str) -> String {
        crate::cx::in_language(self.lang, path)
    }

    /// What templates of public pages need.
    pub fn cx(&self) -> Cx {
        Cx::new(self)
    }

    /// 303 to a page of the site.
    pub fn see_other(&self, path: &str) -> crate::Reply {
        Ok(Response::see_other(&self.url(path)))
    }

    /// 303 to a page of the site, which then says once what happened.
    pub fn done(&self, path: &str, note: &'static str) -> crate::Reply {
        Ok(Response::see_other(&reply::with_note(&self.url(path), note)))
    }

    /// Whether the caller reads JSON.
    pub fn wants_json(&self) -> bool {
        self.path.starts_with("/api/")
    }
}
