//! A template as a document: filled in, or blank to be written on by hand. Page, DOCX and PDF all come from it.

use crate::filling::Filling;
use crate::model::{self, shows};
use documents::{Block, Column, Document, Inline, Table};
use jiff::civil::Date;
use method::pack::{Field, Kind, Pack, Sheet, SheetSection};
use method::{Picture, Told, told};
use web::Cx;

/// What stands in the head of a filled-in document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Head<'a> {
    Draft,
    Approved { number: i64, by: &'a str },
}

/// The template filled in. `cx` speaks Swedish, as the facts do.
pub(crate) fn filled(cx: &Cx, filling: &Filling, sheet: &Sheet, head: &Head<'_>) -> Document {
    let facts = &filling.filled.facts;
    let case_number = facts.text("case-number");
    let mut rows = vec![
        (cx.t("sheets-head-date"), cx.short_date(&filling.picture.today)),
        (cx.t("sheets-head-case-number"), case_number.clone()),
    ];
    match head {
        Head::Draft => rows.push((cx.t("sheets-head-standing"), cx.t("sheets-standing-draft"))),
        Head::Approved { number, by } => {
            rows.push((cx.t("sheets-head-version"), cx.number(*number)));
            rows.push((cx.t("sheets-head-approved-by"), (*by).to_string()));
        }
    }
    rows.retain(|(_, value)| !value.is_empty());
    let name = sheet.name.get(cx.lang);
    let sections = sheet.sections.iter().filter(|section| !section.paper);
    Document {
        title: filling.dialogue.title.clone(),
        case_number,
        head: rows,
        blocks: sections
            .flat_map(|section| section_blocks(cx, filling, section))
            .collect(),
        ..empty(cx, sheet, name, filling.picture.today)
    }
}

/// A filling of a template that stands by itself: what the picture's facts say, with this title and head. `cx` speaks Swedish,
/// as facts do. For the rooms above that keep templates filled in many times.
pub fn document(cx: &Cx, picture: &Picture, sheet: &Sheet, title: &str, head: Vec<(String, String)>) -> Document {
    let mut blocks = Vec::new();
    for section in sheet.sections.iter().filter(|section| !section.paper) {
        blocks.push(Block::heading(1, section.heading.get(cx.lang)));
        for field in section.fields.iter().filter_map(|key| picture.pack.field(key)) {
            if picture.asks(field) || picture.process.facts.has(&field.key) {
                let told = told(cx, &picture.pack, field, &picture.process.facts);
                let alone = field.label.get(cx.lang) == section.heading.get(cx.lang);
                field_blocks(cx, field, told, alone, &mut blocks);
            }
        }
    }
    Document {
        head: head.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
        blocks,
        ..empty(cx, sheet, title, picture.today)
    }
}

fn empty(cx: &Cx, sheet: &Sheet, title: &str, date: Date) -> Document {
    Document {
        title: title.to_string(),
        language: format!("{}-SE", cx.lang.code()),
        kind: sheet.name.get(cx.lang).to_string(),
        organisation: cx.settings.municipality.clone(),
        unit: cx.settings.office.clone(),
        author: cx.settings.office.clone(),
        date,
        case_number: String::new(),
        subject: sheet.about.get(cx.lang).to_string(),
        recipient: String::new(),
        head: Vec::new(),
        blocks: Vec::new(),
    }
}

fn section_blocks(cx: &Cx, filling: &Filling, section: &SheetSection) -> Vec<Block> {
    let pack = &filling.picture.pack;
    let mut blocks = vec![Block::heading(1, section.heading.get(cx.lang))];
    // Beside fields the text is advice to whoever writes; alone it is what the section says.
    if section.fields.is_empty()
        && let Some(text) = &section.text
    {
        blocks.push(Block::paragraph(text.get(cx.lang)));
    }
    if model::is_silent(&filling.picture, section, &filling.filled) {
        blocks.push(Block::paragraph(cx.t("sheets-not-concerned")));
    }
    for field in section.fields.iter().filter_map(|key| pack.field(key)) {
        if shows(&filling.picture, field, &filling.filled) {
            let told = told(cx, pack, field, &filling.filled.facts);
            let alone = field.label.get(cx.lang) == section.heading.get(cx.lang);
            field_blocks(cx, field, told, alone, &mut blocks);
        }
    }
    if let Some(page) = &section.page {
        let address = match page.strip_prefix('/') {
            Some(_) => page.clone(),
            None => format!("{}/{page}", filling.dialogue.desk_address()),
        };
        blocks.push(Block::Paragraph {
            text: vec![Inline::link(cx.t("sheets-live"), cx.absolute(&address))],
        });
    }
    blocks
}

/// A text longer than this is set as running text under its label.
const SHORT: usize = 300;

/// The field after those before it; short values in a row share one list of facts. `alone`: the heading above says
/// what the label would.
fn field_blocks(cx: &Cx, field: &Field, told: Told, alone: bool, blocks: &mut Vec<Block>) {
    let label = field.label.get(cx.lang).to_string();
    if !told.rows.is_empty() {
        blocks.push(Block::Table(table(cx, field, told.rows)));
        return;
    }
    let length: usize = told.lines.iter().map(|line| line.chars().count()).sum();
    let listed = matches!(field.kind, Kind::List | Kind::Choices) && told.lines.len() > 1;
    if listed || length > SHORT {
        if !alone {
            let text = vec![Inline::bold(label)];
            blocks.push(Block::Paragraph { text });
        }
        match listed {
            true => blocks.push(Block::bullets(told.lines)),
            false => blocks.extend(told.lines.into_iter().map(Block::paragraph)),
        }
        return;
    }
    let value = match told.lines.is_empty() {
        true => cx.t("sheets-not-written"),
        false => told.lines.join("\n"),
    };
    match blocks.last_mut() {
        Some(Block::Facts { rows }) => rows.push((label, value)),
        _ => blocks.push(Block::Facts {
            rows: vec![(label, value)],
        }),
    }
}

/// The rows of a field, without columns that nobody wrote in: paper is narrow.
fn table(cx: &Cx, field: &Field, rows: Vec<Vec<String>>) -> Table {
    let used: Vec<usize> = (0..field.columns.len())
        .filter(|place| {
            rows.iter()
                .any(|row| row.get(*place).is_some_and(|cell| !cell.is_empty()))
        })
        .collect();
    let column = |place: &usize| Column {
        title: field.columns[*place].label.get(cx.lang).to_string(),
        numeric: field.columns[*place].kind == Kind::Number,
    };
    Table {
        caption: field.label.get(cx.lang).to_string(),
        columns: used.iter().map(column).collect(),
        header_column: true,
        rows: rows
            .iter()
            .map(|row| used.iter().map(|place| row[*place].clone()).collect())
            .collect(),
    }
}

/// Empty rows of a table to write in.
const EMPTY_ROWS: usize = 6;
/// A table with more columns than this has no room for a hand: each row becomes a group of lines.
const MOST_COLUMNS: usize = 4;
/// How many groups of lines stand for such a table.
const GROUPS: usize = 3;

/// The template blank, in the reader's language.
pub(crate) fn blank(cx: &Cx, pack: &Pack, sheet: &Sheet, today: Date) -> Document {
    let mut blocks = Vec::new();
    for section in &sheet.sections {
        blocks.push(Block::heading(1, section.heading.get(cx.lang)));
        if let Some(text) = &section.text {
            blocks.push(Block::paragraph(text.get(cx.lang)));
        }
        let fields = section.fields.iter().filter_map(|key| pack.field(key));
        blocks.extend(fields.flat_map(|field| blank_field(cx, pack, field)));
        if section.fields.is_empty() {
            blocks.push(Block::Lines { count: 4 });
        }
    }
    Document {
        blocks,
        kind: cx.t("sheets-blank"),
        ..empty(cx, sheet, sheet.name.get(cx.lang), today)
    }
}

fn blank_field(cx: &Cx, pack: &Pack, field: &Field) -> Vec<Block> {
    let label = field.label.get(cx.lang);
    let mut text = vec![Inline::bold(label)];
    if let Some(help) = &field.help {
        text.push(Inline::text(format!("\n{}", help.get(cx.lang))));
    }
    let named = Block::Paragraph { text };
    let choices = method::choices(cx, pack, field);
    if !choices.is_empty() {
        return vec![named, Block::Boxes { options: choices }];
    }
    match field.kind {
        Kind::Rows if field.columns.len() > MOST_COLUMNS => {
            let mut blocks = vec![named];
            blocks.extend((1..=GROUPS).flat_map(|number| group(cx, field, number)));
            blocks
        }
        Kind::Rows => {
            let title = |one: &method::pack::ColumnText| Column::text(one.label.get(cx.lang));
            let table = Table {
                caption: label.to_string(),
                columns: field.columns.iter().map(title).collect(),
                header_column: false,
                // A second, empty line makes the cell high enough to write in.
                rows: vec![vec!["\u{a0}\n\u{a0}".to_string(); field.columns.len()]; EMPTY_ROWS],
            };
            vec![named, Block::Table(table)]
        }
        Kind::Long | Kind::List => vec![named, Block::Lines { count: 5 }],
        _ => vec![named, Block::Lines { count: 1 }],
    }
}

/// One row of a wide table, as lines under each other.
fn group(cx: &Cx, field: &Field, number: usize) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph {
        text: vec![Inline::bold(cx.tn("method-row", number))],
    }];
    for column in &field.columns {
        blocks.push(Block::paragraph(column.label.get(cx.lang)));
        blocks.push(Block::Lines { count: 1 });
    }
    blocks
}
