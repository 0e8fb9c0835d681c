//! From an address to a handler: language, limits, origin check, who may come, cache, headers — the same for all pages.

use crate::{
    Body, Fault, Form, Reply, Req, Response, Scheme, Site, assets,
    cache::{self, Key},
    form,
    front::{cookie, is_known, key_of, language_of, not_modified, secured},
    scheme,
};
use axum::{
    Router,
    body::{Body as HttpBody, Bytes},
    extract::{ConnectInfo, OriginalUri, Path, RawPathParams, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::Response as HttpResponse,
    routing::{MethodFilter, get, on},
};
use std::{borrow::Cow, collections::HashMap, future::Future, net::SocketAddr, pin::Pin, sync::Arc};
use texts::Lang;
use tower_http::{
    catch_panic::CatchPanicLayer,
    csrf::{CsrfLayer, ProtectionError},
};

/// Forms without files are small.
const BODY_LIMIT: usize = 1_500_000;
/// Files: 10 MB and what the form around them takes.
const UPLOAD_LIMIT: usize = 11_000_000;

/// Who may come to a handler. The permission types of `identity` implement it.
pub trait Visitor: Sized + Send {
    /// The name in the printed table of who may do what.
    const NAME: &'static str;
    /// Lets the visitor in or says why not.
    fn admit(req: &Req) -> impl Future<Output = Result<Self, Fault>> + Send;
}

/// Everybody, signed in or not.
#[derive(Debug, Clone, Copy)]
pub struct Anyone;

impl Visitor for Anyone {
    const NAME: &'static str = "Anyone";
    async fn admit(_: &Req) -> Result<Self, Fault> {
        Ok(Anyone)
    }
}

/// A handler, whatever its visitor.
pub type Endpoint = Arc<dyn Fn(Req) -> Pin<Box<dyn Future<Output = (Req, Reply)> + Send>> + Send + Sync>;

/// A line of the table of routes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RouteInfo {
    /// The path pattern.
    pub path: Cow<'static, str>,
    /// The method.
    pub method: &'static str,
    /// Who may come.
    pub visitor: &'static str,
}

/// The routes of a capability.
#[derive(Default)]
pub struct Routes {
    list: Vec<(RouteInfo, MethodFilter, Endpoint)>,
}

impl Routes {
    /// None yet.
    pub fn new() -> Routes {
        Routes::default()
    }

    /// A page to read.
    pub fn get<W, F, Fut>(self, path: impl Into<Cow<'static, str>>, handler: F) -> Routes
    where
        W: Visitor + 'static,
        F: Fn(Req, W) -> Fut + Clone + Send + Sync + 'static,
        Fut: Future<Output = Reply> + Send + 'static,
    {
        self.add(path.into(), "GET", MethodFilter::GET, handler)
    }

    /// A form to send.
    pub fn post<W, F, Fut>(self, path: impl Into<Cow<'static, str>>, handler: F) -> Routes
    where
        W: Visitor + 'static,
        F: Fn(Req, W) -> Fut + Clone + Send + Sync + 'static,
        Fut: Future<Output = Reply> + Send + 'static,
    {
        self.add(path.into(), "POST", MethodFilter::POST, handler)
    }

    fn add<W, F, Fut>(
        mut self,
        path: Cow<'static, str>,
        method: &'static str,
        filter: MethodFilter,
        handler: F,
    ) -> Routes
    where
        W: Visitor + 'static,
        F: Fn(Req, W) -> Fut + Clone + Send + Sync + 'static,
        Fut: Future<Output = Reply> + Send + 'static,
    {
        let endpoint: Endpoint = Arc::new(move |req: Req| {
            let handler = handler.clone();
            Box::pin(async move {
                // The fault page needs what the request was, after the handler took it.
                let echo = req.echo();
                let reply = match W::admit(&req).await {
                    Ok(visitor) => handler(req, visitor).await,
                    Err(fault) => Err(fault),
                };
                (echo, reply)
            })
        });
        self.list.push((
            RouteInfo {
                path,
                method,
                visitor: W::NAME,
            },
            filter,
            endpoint,
        ));
        self
    }

    /// What is routed, for the tests that visit everything.
    pub fn table(&self) -> Vec<RouteInfo> {
        self.list.iter().map(|(info, _, _)| info.clone()).collect()
    }
}

/// A line of the desk's menu, as the capability declares it.
#[derive(Debug, Clone, Copy)]
pub struct MenuItem {
    /// Where it leads.
    pub path: &'static str,
    /// Other addresses whose pages belong to it.
    pub also: &'static [&'static str],
    /// The text key.
    pub label: &'static str,
    /// The permission that shows it.
    pub permission: &'static str,
    /// Its place.
    pub order: u16,
}

impl MenuItem {
    /// A line of the menu.
    pub fn new(path: &'static str, label: &'static str, permission: &'static str, order: u16) -> MenuItem {
        MenuItem {
            path,
            also: &[],
            label,
            permission,
            order,
        }
    }
}

/// What a capability brings to the site.
pub struct Capability {
    /// Its crate.
    pub name: &'static str,
    /// Its pages.
    pub routes: Routes,
    /// Its words.
    pub texts: texts::Source,
    /// Its lines in the desk's menu.
    pub menu: Vec<MenuItem>,
}

/// The web room's own pages.
pub(crate) fn own_routes() -> Routes {
    Routes::new().post("/visning", scheme::choose)
}

/// Puts all routes together, each in both languages.
pub fn build(site: Arc<Site>, routes: impl IntoIterator<Item = Routes>) -> Router {
    let mut pages = Router::new();
    for (info, filter, endpoint) in routes.into_iter().chain([own_routes()]).flat_map(|routes| routes.list) {
        let handler = move |State(site): State<Arc<Site>>, params: RawPathParams, request: Request| {
            serve(site, Some(endpoint.clone()), params_of(&params), request)
        };
        pages = pages.route(&info.path, on(filter, handler));
    }
    let lost = |State(site): State<Arc<Site>>, request: Request| serve(site, None, HashMap::new(), request);
    let file = |State(site): State<Arc<Site>>, Path(name): Path<String>, headers: HeaderMap| async move {
        secured(site.assets.serve(&name, &headers))
    };
    let english = Router::new().merge(pages.clone()).layer(axum::Extension(Lang::En));
    Router::new()
        .route("/statiskt/{name}", get(file))
        .merge(pages.layer(axum::Extension(Lang::Sv)))
        .route("/en/", get(|| async { axum::response::Redirect::permanent("/en") }))
        .nest("/en", english)
        .fallback(lost)
        .method_not_allowed_fallback(lost)
        .with_state(site.clone())
        .layer(CatchPanicLayer::custom(note_panic))
        // Forms only from our own pages, told by Sec-Fetch-Site and Origin: no token in any form.
        .layer(CsrfLayer::new())
        .layer(axum::middleware::from_fn_with_state(site, explain))
}

/// A handler panicked: a mistake of ours, which the log has with its place.
#[derive(Debug, Clone, Copy)]
struct Panicked;

fn note_panic(_: Box<dyn std::any::Any + Send>) -> HttpResponse {
    let mut response = HttpResponse::new(HttpBody::empty());
    response.extensions_mut().insert(Panicked);
    response
}

/// Gives what the layers refuse the same pages as other faults.
async fn explain(State(site): State<Arc<Site>>, request: Request, next: Next) -> HttpResponse {
    let (path, scheme) = (
        request.uri().path().to_owned(),
        Scheme::from_cookie(cookie(request.headers(), "visning")),
    );
    let response = next.run(request).await;
    let fault = if response.extensions().get::<ProtectionError>().is_some() {
        Fault::Forbidden
    } else if response.extensions().get::<Panicked>().is_some() {
        Fault::Internal("a handler panicked".to_owned())
    } else {
        return response;
    };
    let req = Req {
        lang: language_of(&path),
        now: site.clock.now(),
        reference: reference(&site),
        path,
        scheme,
        site,
        method: Method::GET,
        peer: std::net::IpAddr::V4(std::net::Ipv4Addr::UNSPECIFIED),
        params: HashMap::new(),
        query: Vec::new(),
        headers: HeaderMap::new(),
        body: Bytes::new(),
        form: None,
    };
    secured(plain_response(fault.response(&req), &HeaderMap::new()))
}

/// A short word by which a visitor's report and the log's line find each other.
fn reference(site: &Site) -> String {
    data_encoding::BASE32_NOPAD.encode(&site.random_bytes::<5>())
}

fn params_of(params: &RawPathParams) -> HashMap<String, String> {
    params
        .iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

async fn serve(
    site: Arc<Site>,
    endpoint: Option<Endpoint>,
    params: HashMap<String, String>,
    request: Request,
) -> HttpResponse {
    let (parts, body) = request.into_parts();
    let lang = parts
        .extensions
        .get::<Lang>()
        .copied()
        .unwrap_or_else(|| language_of(parts.uri.path()));
    let peer = peer_of(&parts.extensions, &parts.headers);
    let is_read = matches!(parts.method, Method::GET | Method::HEAD);
    let scheme = Scheme::from_cookie(cookie(&parts.headers, "visning"));
    let whole = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |uri| &uri.0);
    let key = key_of(whole, &parts.headers);
    let built_in = site.cache.generation();
    let mut req = Req {
        now: site.clock.now(),
        reference: reference(&site),
        path: parts.uri.path().to_owned(),
        query: form::parse_urlencoded(parts.uri.query().unwrap_or_default().as_bytes()).unwrap_or_default(),
        site: site.clone(),
        method: parts.method,
        headers: parts.headers,
        body: Bytes::new(),
        form: None,
        lang,
        scheme,
        peer,
        params,
    };
    let accept = req.headers.clone();
    let (req, reply) = match read_body(&mut req, body).await {
        Err(fault) => (req, Err(fault)),
        Ok(()) => match endpoint {
            Some(endpoint) => endpoint(req).await,
            None => (req, Err(Fault::NotFound)),
        },
    };
    let response = reply.unwrap_or_else(|fault| fault.response(&req));
    finish(&site, key, is_read, built_in, response, &accept)
}

async fn read_body(req: &mut Req, body: HttpBody) -> Result<(), Fault> {
    if matches!(req.method, Method::GET | Method::HEAD) {
        return Ok(());
    }
    let kind = req
        .headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let limit = if kind.starts_with("multipart/") {
        UPLOAD_LIMIT
    } else {
        BODY_LIMIT
    };
    req.body = axum::body::to_bytes(body, limit).await.map_err(|_| Fault::TooLarge)?;
    req.form = Form::read(&req.headers, req.body.clone()).await?;
    Ok(())
}

fn finish(
    site: &Site,
    key: Key,
    is_read: bool,
    built_in: u64,
    response: Response,
    request_headers: &HeaderMap,
) -> HttpResponse {
    if let (true, StatusCode::OK, Some(policy), Body::Whole(body)) =
        (is_read, response.status, &response.cache, &response.body)
    {
        let etag = cache::etag(body);
        site.cache.keep(key, &response, body, policy, built_in);
        if is_known(&etag, request_headers) {
            return secured(not_modified(etag));
        }
        let mut answer = plain_response(response, request_headers);
        answer.headers_mut().insert(header::ETAG, etag);
        answer
            .headers_mut()
            .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        return secured(answer);
    }
    let mut answer = plain_response(response, request_headers);
    answer
        .headers_mut()
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    secured(answer)
}

/// Under this the packing costs more than it saves.
const PACK_FROM: usize = 1_000;

fn plain_response(response: Response, request_headers: &HeaderMap) -> HttpResponse {
    let packs = assets::accepts_gzip(request_headers);
    let (body, packed) = match response.body {
        Body::Whole(bytes) if packs && bytes.len() >= PACK_FROM && is_text(&response.headers) => {
            cache::pack(&bytes).map_or((HttpBody::from(bytes), false), |packed| (HttpBody::from(packed), true))
        }
        Body::Whole(bytes) => (HttpBody::from(bytes), false),
        Body::Pieces(pieces) => (HttpBody::from_stream(Pieces(pieces)), false),
    };
    let mut answer = HttpResponse::new(body);
    *answer.status_mut() = response.status;
    for (name, value) in response.headers {
        answer.headers_mut().append(name, value);
    }
    if packed {
        answer
            .headers_mut()
            .insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    answer
        .headers_mut()
        .append(header::VARY, HeaderValue::from_static("accept-encoding, cookie"));
    answer
}

fn is_text(headers: &[(header::HeaderName, HeaderValue)]) -> bool {
    let kind = headers
        .iter()
        .find(|(name, _)| *name == header::CONTENT_TYPE)
        .and_then(|(_, value)| value.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/") || kind.contains("json") || kind.contains("xml"))
}

struct Pieces(tokio::sync::mpsc::Receiver<Result<Bytes, std::io::Error>>);

impl futures_core::Stream for Pieces {
    type Item = Result<Bytes, std::io::Error>;
    fn poll_next(mut self: Pin<&mut Self>, cx: &mut std::task::Context<'_>) -> std::task::Poll<Option<Self::Item>> {
        self.0.poll_recv(cx)
    }
}

/// Where the request came from. Behind the municipality's own proxy on the same machine, the proxy says.
fn peer_of(extensions: &axum::http::Extensions, headers: &HeaderMap) -> std::net::IpAddr {
    let unknown = std::net::IpAddr::V4(std::net::Ipv4Addr::UNSPECIFIED);
    let direct = extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(unknown, |info| info.0.ip());
    let said = headers.get("x-forwarded-for").and_then(|value| value.to_str().ok());
    match said
        .and_then(|list| list.rsplit(',').next())
        .and_then(|one| one.trim().parse().ok())
    {
        Some(said) if direct.is_loopback() => said,
        _ => direct,
    }
}

impl Req {
    /// The request without its content, for the page that tells of a fault.
    fn echo(&self) -> Req {
        Req {
            site: self.site.clone(),
            method: self.method.clone(),
            path: self.path.clone(),
            lang: self.lang,
            scheme: self.scheme,
            now: self.now,
            reference: self.reference.clone(),
            peer: self.peer,
            params: HashMap::new(),
            query: Vec::new(),
            headers: HeaderMap::new(),
            body: Bytes::new(),
            form: None,
        }
    }
}
