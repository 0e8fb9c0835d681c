//! The house's way to speak HTTP: requests, replies, forms, pages, the public page cache, and the guards at the door.
//!
//! * A handler has one shape: `async fn(Req, impl Visitor) -> Reply`. The visitor type says who may come, and the router
//!   lets nobody else in, so no handler exists without a permission (`Anyone` says "everybody" aloud).
//! * A page is a struct with a template and a [`Cx`]. It works without JavaScript, in Swedish and English.
//! * To add a page: a handler, a template that extends `public.html` or `desk.html`, a line in `routes()`.
//! * Never here: a civic rule, SQL, a text that is not in a Fluent file.

mod assets;
mod cache;
mod cx;
mod fault;
mod form;
mod front;
mod guard;
mod headers;
mod pagination;
mod reply;
mod req;
mod router;
mod scheme;
mod site;
pub mod theme;
mod work;

pub use assets::Asset;
pub use cache::PageCache;
pub use cx::{Cx, MenuEntry, Scheme};
pub use fault::{Fault, Remedy};
pub use form::{Errors, Form, Upload};
pub use front::Front;
pub use guard::{Guard, Limits};
pub use headers::SECURITY_HEADERS;
pub use pagination::{PageItem, Pagination};
pub use reply::{
    Body, CachePolicy, Reply, Response, download, encode, fetched_again, invalid, json, page, raw, stream,
};
pub use req::Req;
pub use router::{Anyone, Capability, Endpoint, MenuItem, RouteInfo, Routes, Visitor, build};
pub use site::{Settings, Site, SiteParts};
pub use texts::{Lang, Value};
pub use work::computed;

/// Interface text of the layouts and of the pages about faults.
pub const TEXTS: texts::Source = texts::source!("web");
