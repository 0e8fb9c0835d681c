//! The web page's form: an escaped fragment that stands inside a page of ours.

use crate::clean::clean;
use crate::model::{Block, Document, Figure, Inline, Table, heading_levels, safe_href};
use crate::svg::safe_svg;
use std::fmt::Write;

/// The blocks of a document as HTML, without the title: the page has its own `h1`.
/// `heading_offset` is added to every heading level, so 1 gives `h2` for the first level below the title.
pub fn to_html(document: &Document, heading_offset: u8) -> String {
    let mut out = String::new();
    let mut levels = heading_levels(&document.blocks).into_iter();
    for (position, block) in document.blocks.iter().enumerate() {
        let level = if matches!(block, Block::Heading { .. }) {
            levels.next().unwrap_or(1)
        } else {
            1
        };
        write_block(&mut out, block, position, (level + heading_offset).min(6));
    }
    out
}

/// Text with the characters that HTML reads as markup written as entities.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_escaped(&mut out, text);
    out
}

fn write_block(out: &mut String, block: &Block, position: usize, level: u8) {
    match block {
        Block::Heading { text, .. } => element(
            out,
            &format!("h{level} id=\"avsnitt-{position}\""),
            &escape(&clean(text)),
        ),
        Block::Paragraph { text } => element(out, "p", &running(text)),
        Block::List { ordered, items } => write_list(out, *ordered, items),
        Block::Table(table) => write_table(out, table, position),
        Block::Figure(figure) => write_figure(out, figure),
        Block::Quote { text, source, language } => write_quote(out, text, source, language.as_deref()),
        Block::Facts { rows } => {
            out.push_str("<dl class=\"facts\">");
            for (label, value) in rows {
                let _ = write!(out, "<div><dt>{}</dt><dd>{}</dd></div>", lines(label), lines(value));
            }
            out.push_str("</dl>\n");
        }
        Block::Signatures { people } => {
            for person in people {
                let _ = writeln!(
                    out,
                    "<p class=\"signature\">{}<br>{}</p>",
                    lines(&person.name),
                    lines(&person.role)
                );
            }
        }
        Block::PageBreak | Block::Contents { .. } => {}
        Block::Note { text } => element(out, "div class=\"note\"", &format!("<p>{}</p>", running(text))),
        // A line is nothing to hear.
        Block::Lines { count } => element(
            out,
            "div class=\"lines\" aria-hidden=\"true\"",
            &"<i></i>".repeat(usize::from(*count)),
        ),
        Block::Boxes { options } => {
            let items: String = options.iter().map(|one| format!("<li>{}</li>", lines(one))).collect();
            element(out, "ul class=\"boxes plain\"", &items);
        }
    }
}

fn write_list(out: &mut String, ordered: bool, items: &[Vec<Inline>]) {
    let tag = if ordered { "ol" } else { "ul" };
    let _ = write!(out, "<{tag}>");
    for item in items {
        let _ = write!(out, "<li>{}</li>", running(item));
    }
    let _ = writeln!(out, "</{tag}>");
}

fn write_table(out: &mut String, table: &Table, position: usize) {
    // A table that is wider than the screen scrolls in its own frame, which the keyboard must reach.
    let _ = write!(
        out,
        "<div class=\"scroll\" role=\"region\" aria-labelledby=\"tabell-{position}\" tabindex=\"0\"><table><caption id=\"tabell-{position}\">{}</caption><thead><tr>",
        lines(&table.caption)
    );
    for column in &table.columns {
        let class = if column.numeric { " class=\"num\"" } else { "" };
        let _ = write!(out, "<th scope=\"col\"{class}>{}</th>", lines(&column.title));
    }
    out.push_str("</tr></thead><tbody>");
    for row in table.even_rows() {
        out.push_str("<tr>");
        for (i, cell) in row.into_iter().enumerate() {
            let class = if table.columns[i].numeric { " class=\"num\"" } else { "" };
            let (tag, scope) = if i == 0 && table.header_column {
                ("th", " scope=\"row\"")
            } else {
                ("td", "")
            };
            let _ = write!(out, "<{tag}{scope}{class}>{}</{tag}>", lines(cell));
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table></div>\n");
}

fn write_figure(out: &mut String, figure: &Figure) {
    let alt = if figure.alt.trim().is_empty() {
        &figure.caption
    } else {
        &figure.alt
    };
    out.push_str("<figure>");
    match safe_svg(&figure.svg) {
        Some(svg) => {
            let _ = write!(
                out,
                "<div class=\"picture\" role=\"img\" aria-label=\"{}\">{svg}</div>",
                escape(&clean(alt))
            );
        }
        None => element(out, "p", &lines(alt)),
    }
    if !figure.caption.trim().is_empty() {
        let _ = write!(out, "<figcaption>{}</figcaption>", lines(&figure.caption));
    }
    out.push_str("</figure>\n");
}

fn write_quote(out: &mut String, text: &str, source: &str, language: Option<&str>) {
    // `dir=auto` because residents write in languages that run from right to left.
    let lang = language
        .map(|code| format!(" lang=\"{}\"", escape(code)))
        .unwrap_or_default();
    let _ = write!(
        out,
        "<figure><blockquote class=\"quote\"{lang} dir=\"auto\"><p>{}</p></blockquote>",
        lines(text)
    );
    if !source.trim().is_empty() {
        let _ = write!(out, "<figcaption>{}</figcaption>", lines(source));
    }
    out.push_str("</figure>\n");
}

fn running(parts: &[Inline]) -> String {
    parts
        .iter()
        .map(|part| match part {
            Inline::Text { text } => lines(text),
            Inline::Bold { text } => format!("<strong>{}</strong>", lines(text)),
            Inline::Emphasis { text } => format!("<em>{}</em>", lines(text)),
            Inline::Link { text, href } => match safe_href(href) {
                Some(href) => format!("<a href=\"{}\">{}</a>", escape(href), lines(text)),
                None => lines(text),
            },
        })
        .collect()
}

fn lines(text: &str) -> String {
    escape(&clean(text)).replace('\n', "<br>")
}

fn element(out: &mut String, open: &str, inner: &str) {
    let tag = open.split(' ').next().unwrap_or(open);
    let _ = writeln!(out, "<{open}>{inner}</{tag}>");
}

fn push_escaped(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
}
