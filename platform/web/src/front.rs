//! The door in front of the router: a page that is kept is handed out before anything else is asked.

use crate::{
    Scheme, Site, assets,
    cache::{Kept, Key},
    headers::SECURITY_HEADERS,
};
use axum::{
    body::{Body, Bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    response::Response,
};
use std::{
    convert::Infallible,
    future::Future,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};
use texts::Lang;
use tower::Service;

/// A service that hands out kept pages and leaves the rest to the one behind it, the router of [`crate::build`].
#[derive(Clone)]
pub struct Front<S> {
    site: Arc<Site>,
    behind: S,
}

impl<S> Front<S> {
    /// Puts the door in front of `behind`.
    pub fn new(site: Arc<Site>, behind: S) -> Self {
        Self { site, behind }
    }
}

impl<S> Service<Request> for Front<S>
where
    S: Service<Request, Response = Response, Error = Infallible>,
{
    type Response = Response;
    type Error = Infallible;
    type Future = Handed<S::Future>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.behind.poll_ready(cx)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        if matches!(*request.method(), Method::GET | Method::HEAD)
            && let Some(kept) = self.site.cache.find(&key_of(request.uri(), request.headers()))
        {
            return Handed::Kept(Some(kept_response(&kept, request.headers())));
        }
        Handed::Built(Box::pin(self.behind.call(request)))
    }
}

/// What the door answers: at once, or when the page is built.
pub enum Handed<F> {
    #[doc(hidden)]
    Kept(Option<Response>),
    #[doc(hidden)]
    Built(Pin<Box<F>>),
}

impl<F: Future<Output = Result<Response, Infallible>>> Future for Handed<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        match self.get_mut() {
            Handed::Kept(response) => match response.take() {
                Some(response) => Poll::Ready(Ok(response)),
                None => Poll::Pending,
            },
            Handed::Built(page) => page.as_mut().poll(cx),
        }
    }
}

/// What a page is kept by: its whole address and the colours that the visitor chose.
pub(crate) fn key_of(uri: &Uri, headers: &HeaderMap) -> Key {
    Key {
        address: uri
            .path_and_query()
            .map(|whole| whole.as_str().to_owned())
            .unwrap_or_default(),
        scheme: Scheme::from_cookie(cookie(headers, "visning")),
    }
}

fn kept_response(kept: &Kept, request_headers: &HeaderMap) -> Response {
    if is_known(&kept.etag, request_headers) {
        return secured(not_modified(kept.etag.clone()));
    }
    let side = if assets::accepts_gzip(request_headers) {
        &kept.packed
    } else {
        &kept.plain
    };
    let mut answer = Response::new(Body::from(side.body.clone()));
    answer.headers_mut().clone_from(&side.head);
    answer
}

/// A kept body with every header it is handed out with.
#[derive(Debug)]
pub(crate) struct Side {
    head: HeaderMap,
    body: Bytes,
}

impl Side {
    pub(crate) fn new(
        headers: &[(header::HeaderName, HeaderValue)],
        etag: &HeaderValue,
        body: Bytes,
        gzip: bool,
    ) -> Self {
        let mut head = HeaderMap::new();
        for (name, value) in headers {
            head.append(name.clone(), value.clone());
        }
        if gzip {
            head.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        head.insert(header::ETAG, etag.clone());
        head.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        head.append(header::VARY, HeaderValue::from_static("accept-encoding, cookie"));
        secure(&mut head);
        Self { head, body }
    }
}

pub(crate) fn is_known(etag: &HeaderValue, request_headers: &HeaderMap) -> bool {
    let (Ok(etag), Some(known)) = (etag.to_str(), request_headers.get(header::IF_NONE_MATCH)) else {
        return false;
    };
    known
        .to_str()
        .is_ok_and(|known| known.split(',').any(|one| one.trim() == etag))
}

pub(crate) fn not_modified(etag: HeaderValue) -> Response {
    let mut answer = Response::new(Body::empty());
    *answer.status_mut() = StatusCode::NOT_MODIFIED;
    answer.headers_mut().insert(header::ETAG, etag);
    answer
}

pub(crate) fn secured(mut response: Response) -> Response {
    secure(response.headers_mut());
    response
}

fn secure(head: &mut HeaderMap) {
    for (name, value) in SECURITY_HEADERS {
        head.entry(name).or_insert(value);
    }
}

pub(crate) fn language_of(path: &str) -> Lang {
    if path == "/en" || path.starts_with("/en/") {
        Lang::En
    } else {
        Lang::Sv
    }
}

pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    lines.flat_map(|line| line.split(';')).find_map(|pair| {
        let (key, value) = pair.split_once('=')?;
        (key.trim() == name).then_some(value.trim())
    })
}
