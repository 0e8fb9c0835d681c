//! Markdown of the handbook as HTML: headings with places to link to, tables that scroll inside themselves, and links
//! within the method as addresses. Raw HTML is shown as written.

use method::pack::Link;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// How a text is set in its page.
pub(crate) struct Setting<'a> {
    /// What a `##` becomes: 2 where the page's title is the text's, 4 in the whole book.
    pub top: usize,
    /// Begins every id, so that several texts can stand in one page.
    pub prefix: &'a str,
    /// Where a link within the method leads.
    pub address: &'a dyn Fn(&Link) -> String,
    /// A page of the site, in the reader's language.
    pub page: &'a dyn Fn(&str) -> String,
    /// "Tabell 1: Rubrik", for the frame in which a table scrolls.
    pub caption: &'a dyn Fn(usize, &str) -> String,
}

/// A heading that one can link to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Section {
    pub id: String,
    pub title: String,
    /// 2 for `##`.
    pub level: usize,
}

/// The parser of all texts of the handbook.
pub(crate) fn parser(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES)
}

/// The words of a text, without marks.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for event in parser(text) {
        match event {
            Event::Text(words) | Event::Code(words) => out.push_str(&words),
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            // A heading says something of its own; the full stop keeps it apart from what follows.
            Event::End(TagEnd::Heading(_)) => out.push_str(". "),
            Event::End(TagEnd::TableCell) => out.push_str("; "),
            Event::End(TagEnd::Paragraph | TagEnd::Item) => out.push(' '),
            _ => {}
        }
    }
    out
}

/// The headings of a text, in order.
pub(crate) fn sections(text: &str, prefix: &str) -> Vec<Section> {
    let mut found: Vec<Section> = Vec::new();
    let mut open = false;
    for event in parser(text) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                found.push(Section {
                    id: section_id(prefix, found.len()),
                    title: String::new(),
                    level: level as usize,
                });
                open = true;
            }
            Event::End(TagEnd::Heading(_)) => open = false,
            Event::Text(words) | Event::Code(words) if open => {
                if let Some(last) = found.last_mut() {
                    last.title.push_str(&words);
                }
            }
            _ => {}
        }
    }
    found
}

/// The HTML of a text.
pub(crate) fn to_html(text: &str, setting: &Setting<'_>) -> String {
    let sections = sections(text, setting.prefix);
    let (mut heading, mut tables, mut in_head) = (0, 0, false);
    let events = parser(text).map(|event| match event {
        Event::Start(Tag::Heading {
            level, classes, attrs, ..
        }) => {
            heading += 1;
            Event::Start(Tag::Heading {
                level: shifted(level, setting.top),
                id: Some(section_id(setting.prefix, heading - 1).into()),
                classes,
                attrs,
            })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(shifted(level, setting.top))),
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) => Event::Start(Tag::Link {
            link_type,
            dest_url: safe(dest_url, setting),
            title,
            id,
        }),
        Event::Start(Tag::Image {
            link_type, title, id, ..
        }) => Event::Start(Tag::Image {
            link_type,
            dest_url: CowStr::Borrowed(""),
            title,
            id,
        }),
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        Event::Start(Tag::Table(_)) => {
            tables += 1;
            let under = heading
                .checked_sub(1)
                .and_then(|at| sections.get(at))
                .map_or("", |one| one.title.as_str());
            table_begins(setting, tables, under)
        }
        other => table_event(other, &mut in_head),
    });
    let mut out = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut out, events);
    out
}

fn section_id(prefix: &str, place: usize) -> String {
    format!("{prefix}-{}", place + 1)
}

/// A `##` becomes `top`, and what is deeper follows.
fn shifted(level: HeadingLevel, top: usize) -> HeadingLevel {
    let level = (level as usize + top).saturating_sub(2).clamp(2, 6);
    HeadingLevel::try_from(level).unwrap_or(HeadingLevel::H6)
}

fn table_begins<'e>(setting: &Setting<'_>, number: usize, under: &str) -> Event<'e> {
    let id = format!("{}-tabell-{number}", setting.prefix);
    let caption = documents::escape(&(setting.caption)(number, under));
    let html = format!(
        "<section class=\"scroll\" aria-labelledby=\"{id}\" tabindex=\"0\"><table><caption id=\"{id}\">{caption}</caption>"
    );
    Event::Html(html.into())
}

/// The rest of a table by hand: its header cells say that they head columns.
fn table_event<'e>(event: Event<'e>, in_head: &mut bool) -> Event<'e> {
    let html = match (&event, *in_head) {
        (Event::Start(Tag::TableHead), _) => {
            *in_head = true;
            "<thead><tr>"
        }
        (Event::End(TagEnd::TableHead), _) => {
            *in_head = false;
            "</tr></thead><tbody>"
        }
        (Event::Start(Tag::TableRow), _) => "<tr>",
        (Event::End(TagEnd::TableRow), _) => "</tr>",
        (Event::Start(Tag::TableCell), true) => "<th scope=\"col\">",
        (Event::End(TagEnd::TableCell), true) => "</th>",
        (Event::Start(Tag::TableCell), false) => "<td>",
        (Event::End(TagEnd::TableCell), false) => "</td>",
        (Event::End(TagEnd::Table), _) => "</tbody></table></section>",
        _ => return event,
    };
    Event::Html(CowStr::Borrowed(html))
}

/// Only links within the method, pages and mail.
fn safe<'e>(address: CowStr<'e>, setting: &Setting<'_>) -> CowStr<'e> {
    if let Some(link) = Link::parse(&address) {
        return (setting.address)(&link).into();
    }
    if address.starts_with('/') && !address.starts_with("//") {
        return (setting.page)(&address).into();
    }
    let lower = address.trim().to_ascii_lowercase();
    let known = ["https://", "http://", "mailto:"]
        .iter()
        .any(|start| lower.starts_with(start));
    if known { address } else { CowStr::Borrowed("#") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(text: &str) -> String {
        let setting = Setting {
            top: 2,
            prefix: "x",
            address: &Link::address,
            page: &|path| format!("/en{path}"),
            caption: &|number, under| format!("{number}: {under}"),
        };
        to_html(text, &setting)
    }

    #[test]
    fn a_table_scrolls_inside_itself_and_heads_its_columns() {
        let html = html("## Rubrik\n\n| a | b |\n|---|---|\n| [m](metod:survey) | 2 |\n");
        assert!(html.contains("<h2 id=\"x-1\">Rubrik</h2>"), "{html}");
        assert!(
            html.contains("<section class=\"scroll\" aria-labelledby=\"x-tabell-1\" tabindex=\"0\">"),
            "{html}"
        );
        assert!(
            html.contains("<caption id=\"x-tabell-1\">1: Rubrik</caption>"),
            "{html}"
        );
        assert!(html.contains("<th scope=\"col\">a</th>"), "{html}");
        assert!(
            html.contains("<td><a href=\"/arbetsyta/metoder/survey\">m</a></td>"),
            "{html}"
        );
        assert!(html.trim_end().ends_with("</tbody></table></section>"), "{html}");
    }

    #[test]
    fn nothing_in_a_text_becomes_markup() {
        let html = html("<script>x</script>\n\n![p](https://a.se/b.png) [y](javascript:alert(1))");
        assert!(
            !html.contains("<script") && !html.contains("javascript") && !html.contains("b.png"),
            "{html}"
        );
    }

    #[test]
    fn a_link_to_the_site_stays_in_the_readers_language() {
        let html = html("[a](/kontakt) [b](//annan.se)");
        assert!(
            html.contains("href=\"/en/kontakt\"") && html.contains("href=\"#\""),
            "{html}"
        );
    }
}
