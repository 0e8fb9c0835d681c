//! Puts a paper's sections together into one document, in the order and with the headings of its outline.

use super::phrases::genitive;
use super::{INVESTIGATION, Kind, Section};
use documents::{Block, Document, Inline, Signature};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use web::Cx;

/// What stands in the head and foot of a paper; the official may change all of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Header {
    pub title: String,
    /// The body it is written to: "Kommunstyrelsen".
    pub recipient: String,
    /// The office that writes it: "Kommunledningskontoret".
    pub office: String,
    /// The official who answers for it (handläggare).
    pub author: String,
    /// Diarienummer.
    pub case_number: String,
    /// "Name, title", one for each who signs.
    pub signatures: Vec<String>,
    /// Counts the savings, as in a section.
    pub revision: i64,
}

/// A draft, or the version that was adopted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    Draft,
    Adopted(i64),
}

/// The whole paper.
pub(crate) fn document(
    cx: &Cx,
    kind: Kind,
    header: &Header,
    sections: &[Section],
    date: Date,
    standing: Standing,
) -> Document {
    let blocks = match kind {
        Kind::Report => report(cx, sections),
        Kind::Statement => statement(cx, header, sections),
    };
    let mut head = vec![
        (cx.t("cases-head-date"), cx.short_date(&date)),
        (cx.t("cases-head-case-number"), header.case_number.clone()),
    ];
    head.push((cx.t("cases-head-author"), header.author.clone()));
    head.push(match standing {
        Standing::Draft => (cx.t("cases-head-standing"), cx.t("cases-head-draft")),
        Standing::Adopted(version) => (cx.t("cases-head-version"), cx.number(version)),
    });
    head.retain(|(_, value)| !value.is_empty());
    Document {
        title: header.title.clone(),
        language: format!("{}-SE", cx.lang.code()),
        kind: cx.t(kind.label()),
        organisation: cx.settings.municipality.clone(),
        unit: header.office.clone(),
        author: header.office.clone(),
        date,
        case_number: header.case_number.clone(),
        subject: header.title.clone(),
        recipient: header.recipient.clone(),
        head,
        blocks,
    }
}

/// The heading of a section as it stands in the paper.
pub(crate) fn heading(cx: &Cx, kind: Kind, header: &Header, section: &Section) -> String {
    if section.is_added() {
        return if section.title.trim().is_empty() {
            cx.t("cases-section-untitled")
        } else {
            section.title.clone()
        };
    }
    let key = format!("cases-heading-{}-{}", kind.code(), section.key);
    cx.ta(
        &key,
        &[
            ("office", genitive(&header.office).into()),
            ("body", genitive(&header.recipient).into()),
        ],
    )
}

fn report(cx: &Cx, sections: &[Section]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut number = 0;
    let header = Header::default();
    for section in sections {
        let is_annex = section.key.starts_with("annex-");
        if is_annex && section.is_empty() {
            continue;
        }
        let name = heading(cx, Kind::Report, &header, section);
        if is_annex {
            blocks.push(Block::PageBreak);
            blocks.push(Block::heading(1, name));
        } else {
            number += 1;
            blocks.push(Block::heading(1, format!("{number} {name}")));
        }
        blocks.extend(content(cx, section));
    }
    blocks
}

fn statement(cx: &Cx, header: &Header, sections: &[Section]) -> Vec<Block> {
    let mut blocks = Vec::new();
    for section in sections {
        let name = heading(cx, Kind::Statement, header, section);
        match section.key.as_str() {
            "proposal" => {
                blocks.push(Block::heading(1, name));
                blocks.push(Block::heading(
                    2,
                    cx.t1("cases-statement-body-decision", "body", genitive(&header.recipient)),
                ));
                blocks.extend(proposal(cx, section));
            }
            INVESTIGATION => {
                blocks.push(Block::heading(
                    1,
                    cx.t1("cases-statement-investigation-of", "office", genitive(&header.office)),
                ));
                blocks.push(Block::heading(2, name));
                blocks.extend(content(cx, section));
                blocks.extend(timetable(cx, section));
            }
            "papers" => {
                blocks.extend(signatures(&header.signatures));
                blocks.push(Block::heading(1, name));
                blocks.extend(papers(section));
            }
            _ if section.is_added() => {
                blocks.push(Block::heading(2, name));
                blocks.extend(content(cx, section));
                blocks.extend(timetable(cx, section));
            }
            _ => {
                blocks.push(Block::heading(1, name));
                blocks.extend(content(cx, section));
            }
        }
    }
    blocks
}

/// What the program knows, then what the official wrote.
fn content(cx: &Cx, section: &Section) -> Vec<Block> {
    let mut blocks = Vec::new();
    if section.shown {
        blocks.extend(section.generated.iter().cloned());
    }
    blocks.extend(documents::prose(&section.written));
    if blocks.is_empty() && section.timetable.trim().is_empty() {
        blocks.push(Block::paragraph(cx.t("cases-section-nothing")));
    }
    blocks
}

/// One sentence a line; more than one are numbered, so that the minutes can cite them.
fn proposal(cx: &Cx, section: &Section) -> Vec<Block> {
    let sentences: Vec<&str> = section
        .written
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    match sentences.as_slice() {
        [] => vec![Block::paragraph(cx.t("cases-section-nothing"))],
        [one] => vec![Block::paragraph(*one)],
        many => vec![Block::numbered(many.iter().copied())],
    }
}

fn timetable(cx: &Cx, section: &Section) -> Option<Block> {
    let line = section.timetable.trim();
    let label = Inline::bold(cx.t("cases-timetable-label"));
    (!line.is_empty()).then(|| Block::Paragraph {
        text: vec![label, Inline::text(format!(" {line}"))],
    })
}

fn signatures(lines: &[String]) -> Option<Block> {
    let person = |line: &String| {
        let (name, role) = line.split_once(',').unwrap_or((line, ""));
        Signature {
            name: name.trim().to_owned(),
            role: role.trim().to_owned(),
        }
    };
    let people: Vec<Signature> = lines
        .iter()
        .filter(|line| !line.trim().is_empty())
        .map(person)
        .collect();
    (!people.is_empty()).then_some(Block::Signatures { people })
}

/// The known papers and those the official added, in one numbered list.
fn papers(section: &Section) -> Vec<Block> {
    let known = section
        .generated
        .iter()
        .filter(|_| section.shown)
        .filter_map(|block| match block {
            Block::List { items, .. } => Some(items.clone()),
            _ => None,
        });
    let mut items: Vec<Vec<Inline>> = known.flatten().collect();
    let added = section.written.lines().map(str::trim).filter(|line| !line.is_empty());
    items.extend(added.map(|line| vec![Inline::text(line)]));
    if items.is_empty() {
        Vec::new()
    } else {
        vec![Block::List { ordered: true, items }]
    }
}
