//! What a handler gives back.

use crate::{Fault, Req, cache, front};
use axum::{
    body::Bytes,
    http::{HeaderName, HeaderValue, StatusCode, header},
};
use std::time::Duration;
use tokio::sync::mpsc;

/// What every handler returns.
pub type Reply = Result<Response, Fault>;

/// A response before it goes out.
#[derive(Debug)]
pub struct Response {
    /// The status.
    pub status: StatusCode,
    /// Headers beside those every response gets.
    pub headers: Vec<(HeaderName, HeaderValue)>,
    /// The content.
    pub body: Body,
    /// Whether the public page cache may keep it.
    pub cache: Option<CachePolicy>,
}

/// The content of a response.
#[derive(Debug)]
pub enum Body {
    /// All of it.
    Whole(Bytes),
    /// Piece by piece, for exports that must not stand in memory.
    Pieces(mpsc::Receiver<Result<Bytes, std::io::Error>>),
}

/// How long a public page may be kept, and what makes it old.
#[derive(Debug, Clone)]
pub struct CachePolicy {
    /// Topics (see `Tx::touch`) that make it old at once.
    pub topics: Vec<String>,
    /// The longest time it is kept, for counts that move with every answer.
    pub keep: Duration,
}

impl Response {
    /// A response of that kind.
    pub fn new(status: StatusCode, media_type: &'static str, body: impl Into<Bytes>) -> Response {
        let headers = vec![(header::CONTENT_TYPE, HeaderValue::from_static(media_type))];
        Response {
            status,
            headers,
            body: Body::Whole(body.into()),
            cache: None,
        }
    }

    /// A page.
    pub fn html(status: StatusCode, body: impl Into<Bytes>) -> Response {
        Response::new(status, "text/html; charset=utf-8", body)
    }

    /// 303: the page to read after a form was sent.
    pub fn see_other(location: &str) -> Response {
        Response::new(StatusCode::SEE_OTHER, "text/plain; charset=utf-8", Bytes::new())
            .with_header("location", location)
    }

    /// Adds a header; one that cannot be written is left out and logged.
    pub fn with_header(mut self, name: &'static str, value: &str) -> Response {
        match HeaderValue::from_str(value) {
            Ok(value) => self.headers.push((HeaderName::from_static(name), value)),
            Err(error) => tracing::error!(name, %error, "header left out"),
        }
        self
    }

    /// Lets the public page cache keep it until a topic is touched, at most for `keep`.
    pub fn cached(mut self, topics: impl IntoIterator<Item = String>, keep: Duration) -> Response {
        self.cache = Some(CachePolicy {
            topics: topics.into_iter().collect(),
            keep,
        });
        self
    }
}

/// A page, 200.
pub fn page(template: &impl askama::Template) -> Reply {
    Ok(Response::html(
        StatusCode::OK,
        template.render().map_err(Fault::internal)?,
    ))
}

/// The form again, with what was typed and what was wrong: 422.
pub fn invalid(template: &impl askama::Template) -> Reply {
    Ok(Response::html(
        StatusCode::UNPROCESSABLE_ENTITY,
        template.render().map_err(Fault::internal)?,
    ))
}

/// JSON.
pub fn json(value: &serde_json::Value) -> Reply {
    Ok(Response::new(StatusCode::OK, "application/json", value.to_string()))
}

/// Content of a fixed kind that is neither page nor JSON: feeds, pictures.
pub fn raw(media_type: &'static str, body: impl Into<Bytes>) -> Reply {
    Ok(Response::new(StatusCode::OK, media_type, body))
}

/// Content for one reader's program, which fetches it again and again: told that nothing is new when nothing is, and kept
/// by nobody on the way.
pub fn fetched_again(req: &Req, media_type: &'static str, body: impl Into<Bytes>) -> Reply {
    let body = body.into();
    let etag = cache::etag(&body);
    let known = front::is_known(&etag, &req.headers);
    let mut response = if known {
        Response::new(StatusCode::NOT_MODIFIED, media_type, Bytes::new())
    } else {
        Response::new(StatusCode::OK, media_type, body)
    };
    let kept = HeaderValue::from_static("private, no-cache");
    response
        .headers
        .extend([(header::ETAG, etag), (header::CACHE_CONTROL, kept)]);
    Ok(response)
}

/// A file to keep.
pub fn download(file_name: &str, media_type: &'static str, body: impl Into<Bytes>) -> Reply {
    Ok(Response::new(StatusCode::OK, media_type, body).with_header("content-disposition", &disposition(file_name)))
}

/// A file to keep, written while it is sent.
pub fn stream(
    file_name: &str,
    media_type: &'static str,
    pieces: mpsc::Receiver<Result<Bytes, std::io::Error>>,
) -> Reply {
    let mut response = Response::new(StatusCode::OK, media_type, Bytes::new())
        .with_header("content-disposition", &disposition(file_name));
    response.body = Body::Pieces(pieces);
    Ok(response)
}

/// RFC 6266: a plain name for old clients, the real one in UTF-8 for the rest.
fn disposition(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || "-_. ".contains(c) {
                c
            } else {
                '_'
            }
        })
        .collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{}", encode(name))
}

/// Percent-encodes all but the unreserved letters of RFC 3986.
pub fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// The address with the note that the next page says once.
pub(crate) fn with_note(url: &str, note: &str) -> String {
    let (address, part) = url.split_once('#').map_or((url, ""), |(address, part)| (address, part));
    let sign = if address.contains('?') { '&' } else { '?' };
    let part = if part.is_empty() {
        String::new()
    } else {
        format!("#{part}")
    };
    format!("{address}{sign}klart={note}{part}")
}
