//! The handbook as a document: the same Markdown as blocks of the `documents` room, for DOCX and PDF.

use super::book::Book;
use documents::{Block, Column, Inline, Table};
use method::pack::Link;
use pulldown_cmark::{Event, Tag, TagEnd};

/// What the document needs from the site.
pub(crate) struct Setting<'a> {
    /// The whole address of a link within the method, so that it works from a file.
    pub address: &'a dyn Fn(&Link) -> String,
    pub caption: &'a dyn Fn(usize, &str) -> String,
}

/// All parts and chapters.
pub(crate) fn blocks(toolbox: &Book, setting: &Setting<'_>, contents: String) -> Vec<Block> {
    let mut blocks = vec![Block::Contents {
        title: contents,
        depth: 2,
    }];
    for part in &toolbox.pack.library.parts {
        blocks.push(Block::PageBreak);
        blocks.push(Block::heading(1, part.name.sv.as_str()));
        for (chapter, text) in toolbox.chapters().filter(|(chapter, _)| chapter.part == part.key) {
            blocks.push(Block::heading(2, chapter.name.sv.as_str()));
            blocks.push(Block::note(chapter.about.sv.as_str()));
            blocks.extend(of_markdown(text, setting));
        }
    }
    blocks
}

/// The blocks of a text whose `##` stand two levels below the document's parts.
fn of_markdown(text: &str, setting: &Setting<'_>) -> Vec<Block> {
    let mut writer = Writer {
        setting,
        blocks: Vec::new(),
        running: Vec::new(),
        style: Vec::new(),
        link: None,
        lists: Vec::new(),
        table: None,
        under: String::new(),
        tables: 0,
    };
    for event in super::html::parser(text) {
        writer.event(event);
    }
    writer.blocks
}

/// How the words being read are set.
#[derive(Clone, Copy, PartialEq)]
enum Style {
    Bold,
    Emphasis,
}

/// Collects blocks while the events of a text go by.
struct Writer<'a> {
    setting: &'a Setting<'a>,
    blocks: Vec<Block>,
    /// The running text of the paragraph, item, heading or cell being read.
    running: Vec<Inline>,
    style: Vec<Style>,
    link: Option<String>,
    /// Lists that are open, the innermost last: whether numbered, and the items so far.
    lists: Vec<(bool, Vec<Vec<Inline>>)>,
    table: Option<Table>,
    /// The last heading, which names the tables under it.
    under: String,
    tables: usize,
}

impl Writer<'_> {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => {
                self.words(&words);
            }
            Event::SoftBreak | Event::HardBreak => self.words(" "),
            Event::Start(tag) => self.begins(tag),
            Event::End(tag) => self.ends(tag),
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        let text = words.to_owned();
        let inline = match (&self.link, self.style.last()) {
            (Some(href), _) => Inline::link(text, href.clone()),
            (None, Some(Style::Bold)) => Inline::bold(text),
            (None, Some(Style::Emphasis)) => Inline::Emphasis { text },
            (None, None) => Inline::text(text),
        };
        self.running.push(inline);
    }

    fn begins(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Strong => self.style.push(Style::Bold),
            Tag::Emphasis => self.style.push(Style::Emphasis),
            Tag::Link { dest_url, .. } => {
                let within = Link::parse(&dest_url).map(|link| (self.setting.address)(&link));
                self.link = Some(within.unwrap_or_else(|| dest_url.into_string()));
            }
            Tag::List(first) => {
                self.item_so_far();
                self.lists.push((first.is_some(), Vec::new()));
            }
            Tag::Table(_) => {
                self.tables += 1;
                self.table = Some(Table {
                    caption: (self.setting.caption)(self.tables, &self.under),
                    ..Table::default()
                });
            }
            Tag::TableRow => {
                if let Some(table) = &mut self.table {
                    table.rows.push(Vec::new());
                }
            }
            _ => {}
        }
    }

    fn ends(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis => {
                self.style.pop();
            }
            TagEnd::Link => self.link = None,
            TagEnd::Heading(level) => {
                self.under = self.plain();
                self.blocks.push(Block::heading(level as u8 + 1, self.under.as_str()));
            }
            // In a list the item gathers its paragraphs.
            TagEnd::Paragraph if !self.lists.is_empty() => self.words(" "),
            TagEnd::Paragraph => {
                let text = std::mem::take(&mut self.running);
                self.blocks.push(Block::Paragraph { text });
            }
            TagEnd::Item => self.item_so_far(),
            TagEnd::List(_) => self.list_ends(),
            TagEnd::TableCell => self.cell_ends(),
            TagEnd::Table => self.blocks.extend(self.table.take().map(Block::Table)),
            _ => {}
        }
    }

    /// The words read so far, without marks.
    fn plain(&mut self) -> String {
        let text: String = self.running.iter().map(Inline::words).collect();
        self.running.clear();
        text.trim().to_owned()
    }

    fn item_so_far(&mut self) {
        let text = std::mem::take(&mut self.running);
        let says = text.iter().any(|one| !one.words().trim().is_empty());
        if let Some((_, items)) = self.lists.last_mut().filter(|_| says) {
            items.push(text);
        }
    }

    /// A list within a list becomes a list after it: the document model has one level.
    fn list_ends(&mut self) {
        if let Some((ordered, items)) = self.lists.pop().filter(|(_, items)| !items.is_empty()) {
            match self.lists.last_mut() {
                Some((_, outer)) => outer.extend(items),
                None => self.blocks.push(Block::List { ordered, items }),
            }
        }
    }

    fn cell_ends(&mut self) {
        let words = self.plain();
        let Some(table) = &mut self.table else { return };
        match table.rows.last_mut() {
            Some(row) => row.push(words),
            None => table.columns.push(Column::text(words)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_becomes_headings_lists_and_tables() {
        let setting = Setting {
            address: &|link| format!("https://a.se{}", link.address()),
            caption: &|number, under| format!("{number}: {under}"),
        };
        let text = "## Ett\n\nMed **fet** [länk](metod:survey).\n\n1. a\n2. b\n\n| x | y |\n|---|---|\n| 1 | *2* |\n";
        let table = Table {
            caption: "1: Ett".into(),
            columns: vec![Column::text("x"), Column::text("y")],
            header_column: false,
            rows: vec![vec!["1".into(), "2".into()]],
        };
        let expected = vec![
            Block::heading(3, "Ett"),
            Block::Paragraph {
                text: vec![
                    Inline::text("Med "),
                    Inline::bold("fet"),
                    Inline::text(" "),
                    Inline::link("länk", "https://a.se/arbetsyta/metoder/survey"),
                    Inline::text("."),
                ],
            },
            Block::numbered(["a", "b"]),
            Block::Table(table),
        ];
        assert_eq!(of_markdown(text, &setting), expected);
    }
}
