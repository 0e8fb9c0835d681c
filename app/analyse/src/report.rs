//! A report as one HTML file: it carries its own looks, asks nothing of the network, and reads as well on paper, on a phone and
//! aloud. Every picture stands beside a table with the same numbers.

use chart::{Bar, Bars, Order, Scale};
use documents::{Block, Column, Document, Figure, Table};
use std::fmt::Write as _;
use texts::{Lang, Local, Texts, Value};

/// The texts of a report in its language.
pub struct Words {
    texts: Texts,
    lang: Lang,
    local: Local,
}

impl Words {
    /// Loads the texts.
    pub fn load(lang: Lang) -> anyhow::Result<Words> {
        let texts = Texts::load(&[crate::TEXTS]).map_err(anyhow::Error::msg)?;
        let local = Local {
            lang,
            zone: jiff::tz::TimeZone::UTC,
        };
        Ok(Words { texts, lang, local })
    }

    /// A text.
    pub fn t(&self, key: &str) -> String {
        self.texts.get(self.lang, key)
    }

    /// A text with numbers or words set in.
    pub fn ta(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        self.texts.with(self.lang, key, values)
    }

    /// A count, as people write it.
    pub fn count(&self, value: impl TryInto<i64>) -> String {
        self.local.number(value.try_into().unwrap_or(i64::MAX))
    }

    /// A share between 0 and 1 with one decimal: "38,2 %".
    pub fn share(&self, share: f64) -> String {
        format!("{}\u{a0}%", self.decimal(share * 100.0, 1))
    }

    /// A number with so many decimals.
    pub fn decimal(&self, value: f64, decimals: usize) -> String {
        let text = format!("{value:.decimals$}").replace('-', "−");
        match self.lang {
            Lang::Sv => text.replace('.', ","),
            Lang::En => text,
        }
    }
}

/// What a report holds.
pub struct Report {
    /// Its title.
    pub title: String,
    /// Its parts from top to bottom.
    pub blocks: Vec<Block>,
}

impl Report {
    /// With its main finding in one sentence first.
    pub fn new(title: String, finding: String) -> Report {
        Report {
            title,
            blocks: vec![Block::paragraph(finding)],
        }
    }

    /// A heading below the title.
    pub fn heading(&mut self, text: String) {
        self.blocks.push(Block::heading(1, text));
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: String) {
        self.blocks.push(Block::paragraph(text));
    }

    /// A table whose first column names its rows; the others hold numbers where `numeric` says so.
    pub fn table(&mut self, caption: String, columns: &[(&str, bool)], rows: Vec<Vec<String>>) {
        self.blocks.push(Block::Table(Table {
            caption,
            columns: columns
                .iter()
                .map(|(title, numeric)| Column {
                    title: (*title).to_owned(),
                    numeric: *numeric,
                })
                .collect(),
            header_column: true,
            rows,
        }));
    }

    /// Bars with their numbers; the longest is the largest. `shown` writes a number.
    pub fn bars(&mut self, caption: String, bars: Vec<(String, i64)>, shown: impl Fn(i64) -> String) {
        let base = bars.iter().map(|(_, count)| *count).sum();
        let bars = bars
            .into_iter()
            .map(|(label, count)| Bar {
                label,
                count: Some(count),
            })
            .collect();
        let svg = Bars::new(bars, base, Order::AsGiven, Scale::Largest)
            .picture(&caption, |row| shown(row.count.unwrap_or(0)));
        self.figure(svg, caption);
    }

    /// A picture, with what it shows in words.
    pub fn figure(&mut self, svg: String, caption: String) {
        self.blocks.push(Block::Figure(Figure {
            svg,
            alt: caption.clone(),
            caption,
        }));
    }

    /// The whole file.
    pub fn page(self, words: &Words) -> String {
        let mut page = String::new();
        let title = documents::escape(&self.title);
        let document = Document {
            title: self.title,
            language: words.lang.code().to_owned(),
            kind: String::new(),
            organisation: String::new(),
            unit: String::new(),
            author: String::new(),
            date: jiff::civil::Date::ZERO,
            case_number: String::new(),
            subject: String::new(),
            recipient: String::new(),
            head: Vec::new(),
            blocks: self.blocks,
        };
        // Writing to a String cannot fail.
        let _ = write!(
            page,
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<style>{}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n{}\n<footer><p>{}</p></footer>\n</main>\n</body>\n</html>\n",
            words.lang.code(),
            include_str!("report.css"),
            documents::to_html(&document, 1),
            documents::escape(&words.t("analyse-made-by")),
        );
        page
    }
}
