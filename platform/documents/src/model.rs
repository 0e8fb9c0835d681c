//! The neutral description of a document that every form is written from.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A document such as a dialogue report or a tjänsteutlåtande, ready to be written in any form.
///
/// It is also what an adopted version keeps (as JSON), so fields are only ever added, with a default.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    pub title: String,
    /// BCP 47, such as `sv-SE`.
    pub language: String,
    /// The sort of document, printed in the head of the first page: "Tjänsteutlåtande".
    #[serde(default)]
    pub kind: String,
    /// The municipality.
    #[serde(default)]
    pub organisation: String,
    /// The office or department that wrote it, printed under the organisation.
    #[serde(default)]
    pub unit: String,
    /// The person or office put as author in the file's properties.
    #[serde(default)]
    pub author: String,
    pub date: Date,
    /// Diarienummer as the municipality writes it, on every page; may be empty.
    #[serde(default)]
    pub case_number: String,
    /// One sentence for the file's properties.
    #[serde(default)]
    pub subject: String,
    /// Whom it is written to, above the title: "Kommunstyrelsen".
    #[serde(default)]
    pub recipient: String,
    /// Rows in the head of the first page, such as date and case number, as label and value.
    #[serde(default)]
    pub head: Vec<(String, String)>,
    pub blocks: Vec<Block>,
}

/// One piece of a document, from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "block")]
pub enum Block {
    /// Level 1–4; level 1 is the first below the title. A level that skips one is written one deeper than its parent.
    Heading {
        level: u8,
        text: String,
    },
    Paragraph {
        text: Vec<Inline>,
    },
    List {
        ordered: bool,
        items: Vec<Vec<Inline>>,
    },
    Table(Table),
    Figure(Figure),
    /// What somebody said; `source` says who, `language` is set when it differs from the document's.
    Quote {
        text: String,
        source: String,
        language: Option<String>,
    },
    /// Labels with their values.
    Facts {
        rows: Vec<(String, String)>,
    },
    Signatures {
        people: Vec<Signature>,
    },
    PageBreak,
    /// The headings of the document down to a level, with their pages where the form has pages. A web page leaves it out: it
    /// has its own way around.
    Contents {
        title: String,
        depth: u8,
    },
    /// A remark set apart from the running text.
    Note {
        text: Vec<Inline>,
    },
    /// Empty lines to write on by hand.
    Lines {
        count: u8,
    },
    /// Choices with a box each, to be ticked by hand.
    Boxes {
        options: Vec<String>,
    },
}

/// A stretch of running text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "inline")]
pub enum Inline {
    Text {
        text: String,
    },
    Bold {
        text: String,
    },
    Emphasis {
        text: String,
    },
    /// Addresses other than http(s), mailto and tel are written as plain text.
    Link {
        text: String,
        href: String,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Table {
    pub caption: String,
    pub columns: Vec<Column>,
    /// Whether the first cell of each row names the row.
    pub header_column: bool,
    /// Short rows are filled with empty cells, long ones cut at the number of columns.
    pub rows: Vec<Vec<String>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Column {
    pub title: String,
    /// Set with figures of equal width, against the right edge.
    pub numeric: bool,
}

/// A picture that we drew ourselves. The SVG carries its own colours (no style sheet reaches it) and is
/// left out, its alternative text kept, when it holds anything but shapes and text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    pub svg: String,
    pub alt: String,
    pub caption: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    pub name: String,
    pub role: String,
}

impl Block {
    pub fn heading(level: u8, text: impl Into<String>) -> Block {
        Block::Heading {
            level,
            text: text.into(),
        }
    }

    pub fn paragraph(text: impl Into<String>) -> Block {
        Block::Paragraph {
            text: vec![Inline::text(text)],
        }
    }

    pub fn note(text: impl Into<String>) -> Block {
        Block::Note {
            text: vec![Inline::text(text)],
        }
    }

    pub fn bullets<T: Into<String>>(items: impl IntoIterator<Item = T>) -> Block {
        Block::List {
            ordered: false,
            items: items.into_iter().map(|item| vec![Inline::text(item)]).collect(),
        }
    }

    pub fn numbered<T: Into<String>>(items: impl IntoIterator<Item = T>) -> Block {
        Block::List {
            ordered: true,
            items: items.into_iter().map(|item| vec![Inline::text(item)]).collect(),
        }
    }
}

impl Inline {
    pub fn text(text: impl Into<String>) -> Inline {
        Inline::Text { text: text.into() }
    }

    pub fn bold(text: impl Into<String>) -> Inline {
        Inline::Bold { text: text.into() }
    }

    pub fn link(text: impl Into<String>, href: impl Into<String>) -> Inline {
        Inline::Link {
            text: text.into(),
            href: href.into(),
        }
    }

    /// The words alone.
    pub fn words(&self) -> &str {
        match self {
            Inline::Text { text } | Inline::Bold { text } | Inline::Emphasis { text } | Inline::Link { text, .. } => {
                text
            }
        }
    }
}

impl Column {
    pub fn text(title: impl Into<String>) -> Column {
        Column {
            title: title.into(),
            numeric: false,
        }
    }

    pub fn number(title: impl Into<String>) -> Column {
        Column {
            title: title.into(),
            numeric: true,
        }
    }
}

/// A sheet of paper holds this many columns beside each other; with more, words run into each other.
const COLUMNS_ON_PAPER: usize = 8;

impl Document {
    /// The document as it fits on paper: a table that is too wide becomes a list of its rows, each with a label and value for
    /// every column. On a screen a table scrolls instead.
    pub(crate) fn for_paper(&self) -> Cow<'_, Document> {
        let is_wide = |block: &Block| matches!(block, Block::Table(table) if table.columns.len() > COLUMNS_ON_PAPER);
        if !self.blocks.iter().any(is_wide) {
            return Cow::Borrowed(self);
        }
        let mut document = self.clone();
        document.blocks = Vec::with_capacity(self.blocks.len());
        for block in &self.blocks {
            match block {
                Block::Table(table) if is_wide(block) => document.blocks.extend(table.as_facts()),
                other => document.blocks.push(other.clone()),
            }
        }
        Cow::Owned(document)
    }
}

impl Table {
    /// Every row by itself under the table's caption and its number.
    fn as_facts(&self) -> Vec<Block> {
        let mut blocks = Vec::with_capacity(2 * self.rows.len());
        for (number, row) in (1_u64..).zip(self.even_rows()) {
            blocks.push(Block::Paragraph {
                text: vec![Inline::bold(format!("{} – {number}", self.caption))],
            });
            let labels = self.columns.iter().map(|column| column.title.clone());
            blocks.push(Block::Facts {
                rows: labels.zip(row.into_iter().map(str::to_owned)).collect(),
            });
        }
        blocks
    }

    /// The rows with exactly as many cells as there are columns.
    pub(crate) fn even_rows(&self) -> impl Iterator<Item = Vec<&str>> {
        self.rows.iter().map(|row| {
            (0..self.columns.len())
                .map(|i| row.get(i).map_or("", String::as_str))
                .collect()
        })
    }

    /// How wide each column wants to be, as shares of 100: long texts get more, none less than a word.
    pub(crate) fn widths(&self) -> Vec<u32> {
        let wishes: Vec<usize> = self
            .columns
            .iter()
            .enumerate()
            .map(|(i, column)| {
                let cells = self
                    .rows
                    .iter()
                    .map(|row| row.get(i).map_or(0, |cell| cell.chars().count()));
                let longest = cells.max().unwrap_or(0).max(column.title.chars().count());
                if column.numeric {
                    longest.clamp(6, 14)
                } else {
                    longest.clamp(8, 60)
                }
            })
            .collect();
        let sum: usize = wishes.iter().sum::<usize>().max(1);
        wishes.iter().map(|wish| (wish * 100 / sum).max(1) as u32).collect()
    }
}

/// Heading levels without gaps, as readers of headings (and PDF/UA) need them.
pub(crate) fn heading_levels(blocks: &[Block]) -> Vec<u8> {
    let mut last = 0;
    blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { level, .. } => {
                last = (*level).clamp(1, 4).min(last + 1);
                Some(last)
            }
            _ => None,
        })
        .collect()
}

/// The address when it is one that a reader may be sent to.
pub(crate) fn safe_href(href: &str) -> Option<&str> {
    let href = href.trim();
    let scheme = href.split(':').next().unwrap_or("").to_ascii_lowercase();
    let known = ["http", "https", "mailto", "tel"].contains(&scheme.as_str()) && href.len() > scheme.len() + 1;
    (known && !href.chars().any(|c| c.is_control() || c.is_whitespace())).then_some(href)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_too_wide_for_paper_becomes_its_rows() {
        let wide = |columns: usize| {
            let table = Table {
                caption: "Stegen".into(),
                columns: (0..columns)
                    .map(|n| Column {
                        title: format!("K{n}"),
                        numeric: false,
                    })
                    .collect(),
                header_column: false,
                rows: vec![vec!["a".into(), "b".into()], vec!["c".into()]],
            };
            Document {
                blocks: vec![Block::Table(table)],
                ..empty()
            }
        };
        assert!(matches!(wide(8).for_paper(), Cow::Borrowed(_)));
        let wide = wide(9);
        let paper = wide.for_paper();
        assert_eq!(paper.blocks.len(), 4, "a title and facts for each row");
        assert!(matches!(&paper.blocks[2], Block::Paragraph { text } if text[0].words() == "Stegen – 2"));
        let Block::Facts { rows } = &paper.blocks[1] else {
            panic!("no facts: {:?}", paper.blocks[1])
        };
        assert_eq!((rows.len(), &rows[1]), (9, &("K1".to_owned(), "b".to_owned())));
    }

    fn empty() -> Document {
        Document {
            title: "t".into(),
            language: "sv".into(),
            kind: String::new(),
            organisation: String::new(),
            unit: String::new(),
            author: String::new(),
            date: jiff::civil::Date::ZERO,
            case_number: String::new(),
            subject: String::new(),
            recipient: String::new(),
            head: Vec::new(),
            blocks: Vec::new(),
        }
    }

    #[test]
    fn headings_never_skip_a_level() {
        let blocks: Vec<Block> = [3, 1, 4, 2, 9, 0]
            .iter()
            .map(|&level| Block::heading(level, "x"))
            .collect();
        assert_eq!(heading_levels(&blocks), [1, 1, 2, 2, 3, 1]);
    }

    #[test]
    fn only_addresses_of_known_kinds_become_links() {
        assert_eq!(
            safe_href(" https://exempel.se/a?b=c "),
            Some("https://exempel.se/a?b=c")
        );
        assert_eq!(safe_href("mailto:a@exempel.se"), Some("mailto:a@exempel.se"));
        for bad in [
            "javascript:alert(1)",
            "data:text/html,x",
            "/relative",
            "https:",
            "http://a b",
            "",
        ] {
            assert_eq!(safe_href(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_document_survives_being_kept_as_json() {
        let document = Document {
            title: "Rapport".into(),
            language: "sv-SE".into(),
            kind: String::new(),
            organisation: String::new(),
            unit: String::new(),
            author: String::new(),
            date: jiff::civil::date(2026, 3, 17),
            case_number: "KS 2026/1".into(),
            subject: String::new(),
            recipient: String::new(),
            head: vec![("Datum".into(), "17 mars".into())],
            blocks: vec![
                Block::heading(1, "a"),
                Block::Paragraph {
                    text: vec![Inline::bold("b"), Inline::link("c", "https://d")],
                },
                Block::PageBreak,
            ],
        };
        let json = serde_json::to_string(&document).unwrap();
        assert_eq!(serde_json::from_str::<Document>(&json).unwrap(), document);
    }
}
