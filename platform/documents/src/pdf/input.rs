//! The document as the JSON that the Typst template reads: cleaned, evened out, every choice made here so that
//! the template only draws.

use super::fonts::{FAMILIES, FONTS};
use crate::clean::{clean, one_line};
use crate::model::{Block, Document, Figure, Inline, Table, heading_levels, safe_href};
use crate::svg::safe_svg;
use serde_json::{Value, json};
use unicode_segmentation::UnicodeSegmentation;

/// How much of the document's richness is kept; see [`super::to_pdf`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fitting {
    Whole,
    /// Only characters that stand alone in one typeface, no combining sequences.
    PlainCharacters,
    WithoutPictures,
}

/// A letter carries no more marks than this in any language we set; more would run into the lines around it.
const MOST_MARKS: usize = 6;
/// What a character is replaced with when no bundled typeface holds it.
const MISSING: char = '□';
/// A stretch without a place to break the line gets one after this many characters, so that nothing runs off the page.
const LONGEST_RUN: usize = 60;
const LONGEST_RUN_IN_CELL: usize = 24;

pub(super) fn document(document: &Document, fitting: Fitting) -> Value {
    let setter = Setter { fitting };
    let (language, region) = document.language.split_once('-').unwrap_or((&document.language, ""));
    let mut levels = heading_levels(&document.blocks).into_iter();
    let blocks: Vec<Value> = document
        .blocks
        .iter()
        .filter_map(|block| setter.block(block, &mut levels, known_language(language)))
        .collect();
    let title = non_empty(setter.line(&document.title));
    json!({
        "title": title,
        "running-title": shortened(&title, 90),
        "language": known_language(language),
        "region": if region.len() == 2 && region.bytes().all(|b| b.is_ascii_alphabetic()) { Value::from(region) } else { Value::Null },
        "author": setter.line(if document.author.is_empty() { &document.organisation } else { &document.author }),
        "subject": setter.line(&document.subject),
        "keywords": [setter.line(&document.case_number)],
        "year": document.date.year().max(1), "month": document.date.month(), "day": document.date.day(),
        "fonts": FAMILIES,
        "organisation": shortened(&setter.line(&document.organisation), 90),
        "unit": setter.line(&document.unit),
        "kind": setter.line(&document.kind),
        "recipient": setter.words(&document.recipient),
        "case-number": shortened(&setter.line(&document.case_number), 60),
        "head": document.head.iter().map(|(label, value)| [setter.cell(label), setter.cell(value)]).collect::<Vec<_>>(),
        "blocks": blocks,
    })
}

struct Setter {
    fitting: Fitting,
}

impl Setter {
    fn block(&self, block: &Block, levels: &mut impl Iterator<Item = u8>, language: &str) -> Option<Value> {
        Some(match block {
            Block::Heading { text, .. } => {
                json!({"block": "heading", "level": levels.next().unwrap_or(1), "text": non_empty(self.line(text))})
            }
            Block::Paragraph { text } => json!({"block": "paragraph", "text": self.running(text)}),
            Block::List { items, .. } if items.is_empty() => return None,
            Block::List { ordered, items } => {
                json!({"block": "list", "ordered": ordered, "items": items.iter().map(|item| self.running(item)).collect::<Vec<_>>()})
            }
            Block::Table(table) if table.columns.is_empty() => return None,
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Quote {
                text,
                source,
                language: own,
            } => json!({
                "block": "quote", "text": self.words(text), "source": self.words(source),
                "language": own.as_deref().map_or(language, |code| known_language(code.split('-').next().unwrap_or(""))),
            }),
            Block::Facts { rows } if rows.is_empty() => return None,
            Block::Facts { rows } => {
                json!({"block": "facts", "rows": rows.iter().map(|(label, value)| [self.cell(label), self.words(value)]).collect::<Vec<_>>()})
            }
            Block::Signatures { people } if people.is_empty() => return None,
            Block::Signatures { people } => json!({
                "block": "signatures",
                "people": people.iter().map(|p| json!({"name": self.cell(&p.name), "role": self.cell(&p.role)})).collect::<Vec<_>>(),
            }),
            Block::PageBreak => json!({"block": "page-break"}),
            Block::Contents { title, depth } => {
                json!({"block": "contents", "title": non_empty(self.line(title)), "depth": (*depth).clamp(1, 4)})
            }
            Block::Note { text } => json!({"block": "note", "text": self.running(text)}),
            Block::Lines { count } => json!({"block": "lines", "count": count}),
            Block::Boxes { options } if options.is_empty() => return None,
            Block::Boxes { options } => {
                json!({"block": "boxes", "options": options.iter().map(|one| self.words(one)).collect::<Vec<_>>()})
            }
        })
    }

    fn table(&self, table: &Table) -> Value {
        json!({
            "block": "table",
            "caption": self.words(&table.caption),
            "header-column": table.header_column,
            "widths": table.widths(),
            "numeric": table.columns.iter().map(|column| column.numeric).collect::<Vec<_>>(),
            "titles": table.columns.iter().map(|column| self.cell(&column.title)).collect::<Vec<_>>(),
            "rows": table.even_rows().map(|row| row.into_iter().map(|cell| self.cell(cell)).collect::<Vec<_>>()).collect::<Vec<_>>(),
        })
    }

    fn figure(&self, figure: &Figure) -> Value {
        let alt = one_line(if figure.alt.trim().is_empty() {
            &figure.caption
        } else {
            &figure.alt
        });
        match safe_svg(&figure.svg) {
            Some(svg) if self.fitting != Fitting::WithoutPictures => {
                json!({"block": "figure", "svg": svg, "alt": non_empty(alt), "caption": self.words(&figure.caption)})
            }
            _ => {
                json!({"block": "note", "text": self.running(&[Inline::text(format!("{alt}\n{}", figure.caption).trim())])})
            }
        }
    }

    fn running(&self, parts: &[Inline]) -> Vec<Value> {
        parts
            .iter()
            .map(|part| {
                let words = self.words(part.words());
                match part {
                    Inline::Text { .. } => json!({"inline": "text", "text": words}),
                    Inline::Bold { .. } => json!({"inline": "bold", "text": words}),
                    Inline::Emphasis { .. } => json!({"inline": "emphasis", "text": words}),
                    Inline::Link { href, .. } => match safe_href(href).filter(|_| !words.trim().is_empty()) {
                        Some(href) => json!({"inline": "link", "text": words, "href": href}),
                        None => json!({"inline": "text", "text": words}),
                    },
                }
            })
            .collect()
    }

    fn words(&self, text: &str) -> String {
        breakable(&self.shown(&clean(text)), LONGEST_RUN)
    }

    fn cell(&self, text: &str) -> String {
        breakable(&self.shown(&clean(text)), LONGEST_RUN_IN_CELL)
    }

    fn line(&self, text: &str) -> String {
        breakable(&self.shown(&one_line(text)), LONGEST_RUN)
    }

    /// The text with every cluster that no typeface can show replaced, and private characters, which PDF/A refuses.
    fn shown(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for cluster in text.graphemes(true) {
            if cluster == "\n" {
                out.push('\n');
                continue;
            }
            let kept: Vec<char> = cluster
                .chars()
                .filter(|c| !is_presentation(*c))
                .take(MOST_MARKS)
                .collect();
            if self.fitting == Fitting::Whole && FONTS.hold_together(kept.iter().copied()) {
                out.extend(&kept);
                continue;
            }
            match kept.first() {
                Some(&first) if FONTS.hold_together(std::iter::once(first)) && !is_joining(first) => out.push(first),
                Some(_) => out.push(MISSING),
                None => {}
            }
        }
        out
    }
}

/// Characters that only choose how another one looks; the bundled typefaces have one look.
fn is_presentation(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0000}'..='\u{e01ef}' | '\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{206a}'..='\u{206f}')
}

fn is_joining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}')
}

/// The text with an invisible place to break inside stretches longer than `longest`.
fn breakable(text: &str, longest: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = 0;
    for cluster in text.graphemes(true) {
        run = if cluster.chars().all(|c| c.is_whitespace() || c == '-') {
            0
        } else {
            run + 1
        };
        if run > longest {
            out.push('\u{200b}');
            run = 1;
        }
        out.push_str(cluster);
    }
    out
}

fn shortened(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    text.chars().take(longest - 1).collect::<String>().trim_end().to_owned() + "…"
}

/// A title or heading has to say something (PDF/UA refuses an empty one).
fn non_empty(text: String) -> String {
    if text.trim().is_empty() { "–".to_owned() } else { text }
}

/// The language code if Typst accepts it; Swedish otherwise.
fn known_language(code: &str) -> &str {
    let valid = (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase());
    if valid { code } else { "sv" }
}
