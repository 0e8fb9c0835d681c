//! What is written in fields, as one reads it: for templates, documents and conflicts.

use crate::facts::{Facts, translated};
use crate::form::read_fields;
use crate::pack::{ColumnText, Field, Kind, Pack};
use crate::process::Picture;
use texts::Lang;
use web::{Cx, Errors, Form, Req};

/// The content of a field in words: lines of text, or rows with a cell for each column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    pub lines: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Told {
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.rows.is_empty()
    }
}

/// What stands in a field, in the reader's language where it is translated.
pub fn told(cx: &Cx, pack: &Pack, field: &Field, facts: &Facts) -> Told {
    let key = &field.key;
    let lines = match field.kind {
        Kind::Rows => {
            let rows = facts.rows_in(key, cx.lang);
            let cells = |row: &crate::Row| field.columns.iter().map(|column| cell(cx, column, row)).collect();
            return Told {
                lines: Vec::new(),
                rows: rows.iter().map(cells).collect(),
            };
        }
        Kind::Date => facts.date(key).map(|day| cx.short_date(&day)).into_iter().collect(),
        Kind::Level => {
            let level = pack.ladder.level(&facts.text(key));
            level.map(|one| one.name.get(cx.lang).to_string()).into_iter().collect()
        }
        Kind::YesNo | Kind::Choice | Kind::Choices => {
            let chosen = facts.list(key);
            chosen.iter().map(|value| choice(cx, field, value)).collect()
        }
        Kind::Number => Some(number(cx, &facts.text(key)))
            .filter(|text| !text.is_empty())
            .into_iter()
            .collect(),
        _ => {
            let texts = facts.list_in(key, cx.lang);
            let lines = texts.iter().flat_map(|text| text.lines().map(str::trim));
            lines.filter(|line| !line.is_empty()).map(String::from).collect()
        }
    };
    Told {
        lines,
        rows: Vec::new(),
    }
}

fn cell(cx: &Cx, column: &ColumnText, row: &crate::Row) -> String {
    let text = row.get(&column.key).cloned().unwrap_or_default();
    match (column.kind, text.parse()) {
        (Kind::Date, Ok(day)) => cx.short_date(&day),
        (Kind::Number, _) => number(cx, &text),
        _ => text,
    }
}

/// A year is no amount: up to four digits stand as they are.
fn number(cx: &Cx, text: &str) -> String {
    match text.parse::<i64>() {
        Ok(number) if text.len() > 4 => cx.number(number),
        _ => text.to_string(),
    }
}

fn choice(cx: &Cx, field: &Field, value: &str) -> String {
    match (field.kind, value) {
        (Kind::YesNo, "yes") => cx.t("method-yes"),
        (Kind::YesNo, _) => cx.t("method-no"),
        _ => field.option(value, cx.lang).to_string(),
    }
}

/// The words to choose among, for a blank form; none for a field that is written.
pub fn choices(cx: &Cx, pack: &Pack, field: &Field) -> Vec<String> {
    match field.kind {
        Kind::YesNo => vec![cx.t("method-yes"), cx.t("method-no")],
        Kind::Level => {
            let levels = pack.ladder.levels().iter();
            levels.map(|level| level.name.get(cx.lang).to_string()).collect()
        }
        _ => {
            let options = field.options.iter();
            options.map(|one| one.name.get(cx.lang).to_string()).collect()
        }
    }
}

/// Where somebody else saved first: the label of each field that differs, what stands, and what was written.
pub fn conflicting(
    req: &Req,
    cx: &Cx,
    picture: &Picture,
    fields: &[&Field],
    form: &Form,
    words: Lang,
) -> Vec<(String, String, String)> {
    let mut ignored = Errors::default();
    let mine = read_fields(req, &picture.pack, fields, form, words, &mut ignored);
    let mine = Facts::from_json(mine.into());
    let stands = &picture.process.facts;
    let key = |field: &Field| match words {
        Lang::Sv => field.key.clone(),
        other => translated(&field.key, other),
    };
    let differs = fields
        .iter()
        .filter(|field| stands.raw(&key(field)) != mine.raw(&key(field)));
    let side = |facts: &Facts, field: &Field| {
        let rows = facts.rows(&key(field));
        let lines: Vec<String> = if rows.is_empty() {
            let values = facts.list(&key(field));
            values.iter().map(|value| choice(cx, field, value)).collect()
        } else {
            let joined = |row: &crate::Row| row.values().cloned().collect::<Vec<_>>().join(" – ");
            rows.iter().map(joined).collect()
        };
        lines.join("\n")
    };
    differs
        .map(|field| {
            let label = field.label.get(cx.lang).to_string();
            (label, side(stands, field), side(&mine, field))
        })
        .collect()
}
