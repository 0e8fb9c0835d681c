//! Public pages are kept in memory, whole and packed, until what they show changes.

use crate::{CachePolicy, Scheme, front::Side, reply::Response};
use axum::{body::Bytes, http::HeaderValue};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest as _, Sha256};
use std::{
    collections::HashMap,
    io::Write as _,
    sync::{
        Arc, RwLock,
        atomic::{AtomicU64, Ordering},
    },
    time::Instant,
};
use tokio::sync::broadcast::{Receiver, error::RecvError};

/// More pages than this are not kept; the oldest way to fill memory is to ask for pages that do not exist.
const PAGES_LIMIT: usize = 5_000;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    pub(crate) address: String,
    pub(crate) scheme: Scheme,
}

/// A kept page.
#[derive(Debug)]
pub(crate) struct Kept {
    pub(crate) plain: Side,
    pub(crate) packed: Side,
    pub(crate) etag: HeaderValue,
    topics: Vec<String>,
    until: Instant,
}

/// The kept pages of a site.
#[derive(Clone)]
pub struct PageCache {
    on: bool,
    pages: Arc<RwLock<HashMap<Key, Arc<Kept>>>>,
    generation: Arc<AtomicU64>,
    found: Arc<AtomicU64>,
}

impl PageCache {
    pub(crate) fn new(on: bool) -> PageCache {
        PageCache {
            on,
            pages: Arc::default(),
            generation: Arc::default(),
            found: Arc::default(),
        }
    }

    /// Drops pages when the database says that what they show has changed.
    pub(crate) fn listen(&self, mut touched: Receiver<String>) {
        let cache = self.clone();
        tokio::spawn(async move {
            loop {
                match touched.recv().await {
                    Ok(topic) => cache.drop_topic(&topic),
                    Err(RecvError::Lagged(_)) => cache.clear(),
                    Err(RecvError::Closed) => return,
                }
            }
        });
    }

    /// Changes with every drop: a page built before the change is not kept after it.
    pub(crate) fn generation(&self) -> u64 {
        self.generation.load(Ordering::Acquire)
    }

    fn bump(&self) {
        self.generation.fetch_add(1, Ordering::AcqRel);
    }

    /// Drops the pages that show that topic.
    pub fn drop_topic(&self, topic: &str) {
        self.bump();
        self.write()
            .retain(|_, kept| !kept.topics.iter().any(|known| known == topic));
    }

    /// Drops everything.
    pub fn clear(&self) {
        self.bump();
        self.write().clear();
    }

    pub(crate) fn find(&self, key: &Key) -> Option<Arc<Kept>> {
        if !self.on {
            return None;
        }
        let pages = self.pages.read().unwrap_or_else(|poisoned| poisoned.into_inner());
        let kept = pages.get(key).filter(|kept| kept.until > Instant::now()).cloned();
        self.found.fetch_add(u64::from(kept.is_some()), Ordering::Relaxed);
        kept
    }

    /// How many pages have been handed out of memory.
    pub fn found(&self) -> u64 {
        self.found.load(Ordering::Relaxed)
    }

    /// Keeps a page that was built while the generation stood at `built_in`.
    pub(crate) fn keep(&self, key: Key, response: &Response, body: &Bytes, policy: &CachePolicy, built_in: u64) {
        if !self.on || built_in != self.generation() {
            return;
        }
        let Some(packed) = pack(body) else { return };
        let etag = etag(body);
        let kept = Kept {
            plain: Side::new(&response.headers, &etag, body.clone(), false),
            packed: Side::new(&response.headers, &etag, packed, true),
            etag,
            topics: policy.topics.clone(),
            until: Instant::now() + policy.keep,
        };
        let mut pages = self.write();
        if pages.len() >= PAGES_LIMIT {
            let now = Instant::now();
            pages.retain(|_, kept| kept.until > now);
        }
        if pages.len() < PAGES_LIMIT {
            pages.insert(key, Arc::new(kept));
        }
    }

    fn write(&self) -> std::sync::RwLockWriteGuard<'_, HashMap<Key, Arc<Kept>>> {
        self.pages.write().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

pub(crate) fn pack(body: &[u8]) -> Option<Bytes> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(body.len() / 3), Compression::new(6));
    encoder.write_all(body).ok()?;
    Some(encoder.finish().ok()?.into())
}

pub(crate) fn etag(body: &[u8]) -> HeaderValue {
    let word = data_encoding::BASE64URL_NOPAD.encode(&Sha256::digest(body)[..12]);
    HeaderValue::from_str(&format!("W/\"{word}\"")).unwrap_or(HeaderValue::from_static("W/\"0\""))
}
