//! Static files: styles, scripts, the municipality's colours. Their address carries their hash, so browsers keep them.

use crate::{Settings, cache, theme};
use axum::{
    body::Bytes,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use std::{
    collections::HashMap,
    sync::{Arc, RwLock},
};

/// A file that belongs to the program.
#[derive(Debug, Clone, Copy)]
pub struct Asset {
    /// Its name: `coding.js`.
    pub name: &'static str,
    /// Its kind: `text/javascript; charset=utf-8`.
    pub media_type: &'static str,
    /// Its content.
    pub content: &'static [u8],
}

const KIT: [Asset; 3] = [
    Asset {
        name: "kit.css",
        media_type: "text/css; charset=utf-8",
        content: include_bytes!("../assets/kit.css"),
    },
    Asset {
        name: "kit.js",
        media_type: "text/javascript; charset=utf-8",
        content: include_bytes!("../assets/kit.js"),
    },
    Asset {
        name: "favicon.svg",
        media_type: "image/svg+xml",
        content: include_bytes!("../assets/favicon.svg"),
    },
];

pub(crate) struct Assets {
    files: HashMap<&'static str, Arc<Ready>>,
    theme: RwLock<Arc<Ready>>,
}

struct Ready {
    hash: String,
    media_type: &'static str,
    plain: Bytes,
    packed: Bytes,
}

impl Ready {
    fn new(media_type: &'static str, plain: Bytes) -> Ready {
        let hash = cache::etag(&plain)
            .to_str()
            .unwrap_or_default()
            .trim_matches(['W', '/', '"'])
            .to_owned();
        let packed = cache::pack(&plain).unwrap_or_else(|| plain.clone());
        Ready {
            hash,
            media_type,
            plain,
            packed,
        }
    }
}

impl Assets {
    pub(crate) fn new(more: Vec<Asset>, settings: &Settings) -> Assets {
        let files = KIT.into_iter().chain(more);
        let files = files.map(|file| {
            (
                file.name,
                Arc::new(Ready::new(file.media_type, Bytes::from_static(file.content))),
            )
        });
        Assets {
            files: files.collect(),
            theme: RwLock::new(Arc::new(theme_of(settings))),
        }
    }

    pub(crate) fn set_theme(&self, settings: &Settings) {
        *self.theme.write().unwrap_or_else(|poisoned| poisoned.into_inner()) = Arc::new(theme_of(settings));
    }

    fn theme(&self) -> Arc<Ready> {
        self.theme
            .read()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
            .clone()
    }

    pub(crate) fn address(&self, name: &str) -> String {
        if name == "theme.css" {
            return format!("/statiskt/theme.css?v={}", self.theme().hash);
        }
        let hash = self.files.get(name).map(|file| file.hash.as_str()).unwrap_or_default();
        format!("/statiskt/{name}?v={hash}")
    }

    pub(crate) fn serve(&self, name: &str, headers: &HeaderMap) -> Response {
        let file = if name == "theme.css" {
            Some(self.theme())
        } else {
            self.files.get(name).cloned()
        };
        let Some(file) = file else {
            return StatusCode::NOT_FOUND.into_response();
        };
        let takes_gzip = accepts_gzip(headers);
        let body = if takes_gzip {
            file.packed.clone()
        } else {
            file.plain.clone()
        };
        let mut response = (
            [
                (header::CONTENT_TYPE, file.media_type),
                (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
                (header::VARY, "accept-encoding"),
            ],
            body,
        )
            .into_response();
        if takes_gzip {
            response
                .headers_mut()
                .insert(header::CONTENT_ENCODING, header::HeaderValue::from_static("gzip"));
        }
        response
    }
}

fn theme_of(settings: &Settings) -> Ready {
    let brand = theme::Colour::from_hex(&settings.brand_colour).unwrap_or(theme::Colour::rgb(0, 0x3e, 0x6b));
    Ready::new(
        "text/css; charset=utf-8",
        theme::Theme::from_brand(brand, None, None).css().into(),
    )
}

pub(crate) fn accepts_gzip(headers: &HeaderMap) -> bool {
    headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|text| text.contains("gzip"))
}
