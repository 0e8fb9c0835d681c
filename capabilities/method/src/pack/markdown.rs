//! Help texts: Markdown to HTML. Raw HTML in a text is shown as written, never let through, because a
//! municipality's own pack is edited by many hands.

use super::Link;
use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag, html};

/// The HTML of a Markdown text.
pub(super) fn to_html(text: &str) -> String {
    let events = Parser::new_ext(text, Options::ENABLE_TABLES).map(|event| match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) => Event::Start(Tag::Link {
            link_type,
            dest_url: safe(link_type, dest_url),
            title,
            id,
        }),
        Event::Start(Tag::Image {
            link_type,
            dest_url,
            title,
            id,
        }) => Event::Start(Tag::Image {
            link_type,
            dest_url: safe(link_type, dest_url),
            title,
            id,
        }),
        other => other,
    });
    let mut out = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut out, events);
    out
}

/// Only addresses that a browser opens as pages or mail, and links within the method.
fn safe(kind: LinkType, address: CowStr<'_>) -> CowStr<'_> {
    if let Some(link) = Link::parse(&address) {
        return link.address().into();
    }
    let lower = address.trim().to_ascii_lowercase();
    let allowed = kind == LinkType::Email
        || ["/", "#", "https://", "http://", "mailto:"]
            .iter()
            .any(|start| lower.starts_with(start));
    if allowed && !lower.starts_with("//") {
        address
    } else {
        CowStr::Borrowed("#")
    }
}
