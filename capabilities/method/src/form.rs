//! Forms from fields: what a page shows for each field, and what a sent form says about them. What was typed is kept
//! exactly, whatever was wrong with it.

use crate::facts::{Complaint, Facts, fit, mark_key, translated};
use crate::pack::{ColumnText, Field, Kind, Pack, TaskText};
use crate::process::Picture;
use jiff::civil::Date;
use serde_json::{Map, Value};
use texts::Lang;
use web::{Cx, Errors, Form, Req};

/// One field as `method/fields.html` shows it.
#[derive(Debug, Clone, Default)]
pub struct FieldView {
    /// The name in the form, and the id in the page that errors link to.
    pub id: String,
    /// `text`, `long`, `lines`, `rows`, `radios`, `checkboxes`, `date`, `number`, `level`.
    pub part: &'static str,
    pub label: String,
    pub hint: String,
    pub optional: bool,
    pub value: String,
    pub chosen: Vec<String>,
    pub options: Vec<(String, String)>,
    /// Options with a sentence each (the levels).
    pub explained: Vec<(String, String, String)>,
    pub day: String,
    pub month: String,
    pub year: String,
    /// Longest text in characters, or 0.
    pub max: usize,
    pub height: usize,
    pub rows: Vec<RowView>,
    /// What stands in Swedish, when the field asks for a translation.
    pub swedish: String,
}

/// One row of a field with columns.
#[derive(Debug, Clone, Default)]
pub struct RowView {
    /// "Rad 1".
    pub number: usize,
    pub cells: Vec<CellView>,
}

/// One cell: name in the form, column label, what stands in it.
#[derive(Debug, Clone, Default)]
pub struct CellView {
    pub id: String,
    pub label: String,
    pub value: String,
    pub number: bool,
    pub hint: bool,
}

/// What a page shows: the facts that stand, or what was just typed.
#[derive(Clone, Copy)]
enum Shown<'a> {
    Facts(&'a Facts),
    Typed(&'a Typed<'a>),
}

/// The views of fields: with what stands, or with what was typed in the form that came back.
pub fn views(cx: &Cx, picture: &Picture, fields: &[&Field], typed: Option<&Typed<'_>>, words: Lang) -> Vec<FieldView> {
    let facts = &picture.process.facts;
    let shown = typed.map_or(Shown::Facts(facts), Shown::Typed);
    let required: Vec<&str> = fields
        .iter()
        .filter(|field| picture.requires(field))
        .map(|field| field.key.as_str())
        .collect();
    fields
        .iter()
        .map(|field| view(cx, &picture.pack, field, &required, facts, shown, words))
        .collect()
}

/// A form that came back.
pub struct Typed<'a> {
    pub form: &'a Form,
    /// The table that is to get more rows.
    pub more_rows: Option<String>,
}

/// The name of a field in a form: English texts have a name of their own.
fn input(key: &str, words: Lang) -> String {
    if words == Lang::Sv {
        key.to_string()
    } else {
        format!("{key}-{}", words.code())
    }
}

/// The key among the facts.
fn stored(key: &str, words: Lang) -> String {
    if words == Lang::Sv {
        key.to_string()
    } else {
        translated(key, words)
    }
}

fn view(
    cx: &Cx,
    pack: &Pack,
    field: &Field,
    required: &[&str],
    facts: &Facts,
    shown: Shown<'_>,
    words: Lang,
) -> FieldView {
    let lang = cx.lang;
    let (id, key) = (input(&field.key, words), stored(&field.key, words));
    let mut view = FieldView {
        part: part(field.kind),
        label: field.label.get(lang).to_string(),
        hint: field
            .help
            .as_ref()
            .map(|help| help.get(lang).to_string())
            .unwrap_or_default(),
        optional: !required.contains(&field.key.as_str()),
        max: if field.kind == Kind::Long { field.max } else { 0 },
        height: if field.max > 400 { 6 } else { 3 },
        swedish: if words == Lang::Sv {
            String::new()
        } else {
            readable(field, facts)
        },
        ..FieldView::default()
    };
    match shown {
        Shown::Facts(facts) => {
            view.value = facts.text(&key);
            view.chosen = facts.list(&key);
            if let Some(date) = facts.date(&key) {
                view.day = date.day().to_string();
                view.month = date.month().to_string();
                view.year = date.year().to_string();
            }
        }
        Shown::Typed(Typed { form, .. }) => {
            view.value = form.raw(&id);
            view.chosen = form.all(&id);
            view.day = form.text(&format!("{id}-day"));
            view.month = form.text(&format!("{id}-month"));
            view.year = form.text(&format!("{id}-year"));
        }
    }
    choices(cx, pack, field, &mut view);
    if field.kind == Kind::Rows {
        view.rows = rows(field, &id, &key, shown, lang);
    }
    view.id = id;
    view
}

fn part(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::Person => "text",
        Kind::Long => "long",
        Kind::List => "lines",
        Kind::Rows => "rows",
        Kind::Choice | Kind::YesNo => "radios",
        Kind::Choices => "checkboxes",
        Kind::Date => "date",
        Kind::Number => "number",
        Kind::Level => "level",
    }
}

fn choices(cx: &Cx, pack: &Pack, field: &Field, view: &mut FieldView) {
    let lang = cx.lang;
    match field.kind {
        Kind::Level => {
            let level = |one: &crate::pack::LevelText| {
                let more = format!("{} “{}”", one.meaning.get(lang), one.promise.get(lang));
                (one.key.clone(), one.name.get(lang).to_string(), more)
            };
            view.explained = pack.ladder.levels().iter().map(level).collect();
        }
        Kind::YesNo => {
            view.options = vec![("yes".into(), cx.t("method-yes")), ("no".into(), cx.t("method-no"))];
        }
        _ => {
            view.options = field
                .options
                .iter()
                .map(|one| (one.key.clone(), one.name.get(lang).to_string()))
                .collect();
        }
    }
}

/// Empty rows at the end of a table, so that one can go on without asking for more.
const EMPTY_ROWS: usize = 2;
/// How many rows the button adds.
const MORE_ROWS: usize = 3;

fn rows(field: &Field, id: &str, key: &str, shown: Shown<'_>, lang: Lang) -> Vec<RowView> {
    let written = match shown {
        Shown::Facts(facts) => facts.rows(key),
        Shown::Typed(_) => Vec::new(),
    };
    let count = match shown {
        Shown::Facts(_) => written.len() + EMPTY_ROWS,
        Shown::Typed(Typed { form, more_rows }) => {
            let more = if more_rows.as_deref() == Some(id) { MORE_ROWS } else { 0 };
            sent_rows(field, form, id) + more
        }
    };
    let value = |row: usize, column: &str| match shown {
        Shown::Facts(_) => written
            .get(row)
            .and_then(|one| one.get(column))
            .cloned()
            .unwrap_or_default(),
        Shown::Typed(Typed { form, .. }) => form.raw(&cell(id, row, column)),
    };
    (0..count.max(EMPTY_ROWS))
        .map(|row| RowView {
            number: row + 1,
            cells: field
                .columns
                .iter()
                .map(|column| cell_view(id, row, column, value(row, &column.key), lang))
                .collect(),
        })
        .collect()
}

fn cell_view(id: &str, row: usize, column: &ColumnText, value: String, lang: Lang) -> CellView {
    CellView {
        id: cell(id, row, &column.key),
        label: column.label.get(lang).to_string(),
        value,
        number: column.kind == Kind::Number,
        hint: column.kind == Kind::Date,
    }
}

fn cell(id: &str, row: usize, column: &str) -> String {
    format!("{id}.{}.{column}", row + 1)
}

/// How many rows the form had. A form with a thousand rows is no form of ours.
fn sent_rows(field: &Field, form: &Form, id: &str) -> usize {
    let Some(first) = field.columns.first() else { return 0 };
    (0..200).take_while(|row| form.has(&cell(id, *row, &first.key))).count()
}

/// A field's Swedish text as one reads it.
fn readable(field: &Field, facts: &Facts) -> String {
    match field.kind {
        Kind::Rows => {
            let rows = facts.rows(&field.key);
            rows.iter()
                .map(|row| row.values().cloned().collect::<Vec<_>>().join(" – "))
                .collect::<Vec<_>>()
                .join("\n")
        }
        _ => facts.text(&field.key),
    }
}

/// What a sent form says about fields. Errors stand at their fields, in the reader's language.
pub fn read_fields(
    req: &Req,
    pack: &Pack,
    fields: &[&Field],
    form: &Form,
    words: Lang,
    errors: &mut Errors,
) -> Map<String, Value> {
    let mut values = Map::new();
    for field in fields {
        let id = input(&field.key, words);
        let read = sent(field, form, &id).and_then(|value| fit(pack, field, value));
        match read {
            Ok(value) => {
                values.insert(stored(&field.key, words), value);
            }
            Err(complaint) => errors.add(&id, complaint_text(req, &complaint)),
        }
    }
    values
}

/// A complaint in words.
pub fn complaint_text(req: &Req, complaint: &Complaint) -> String {
    req.ta(complaint.key, &[("n", i64::try_from(complaint.n).unwrap_or(0).into())])
}

fn sent(field: &Field, form: &Form, id: &str) -> Result<Value, Complaint> {
    let lines = |text: String| {
        text.lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(Value::from)
            .collect()
    };
    Ok(match field.kind {
        Kind::List => Value::Array(lines(form.raw(id))),
        Kind::Choices => form.all(id).into_iter().filter(|one| !one.is_empty()).collect(),
        Kind::Date => match form.date(id) {
            Ok(date) => date.map_or(Value::Null, |date| Value::String(date.to_string())),
            Err(()) => {
                return Err(Complaint {
                    key: "method-error-date",
                    n: 0,
                });
            }
        },
        Kind::Number => Value::String(form.text(id).chars().filter(|c| !c.is_whitespace()).collect()),
        Kind::Rows => Value::Array(
            (0..sent_rows(field, form, id))
                .map(|row| {
                    let cell =
                        |column: &ColumnText| (column.key.clone(), Value::String(sent_cell(form, id, row, column)));
                    Value::Object(field.columns.iter().map(cell).collect())
                })
                .collect(),
        ),
        _ => Value::String(form.text(id)),
    })
}

/// Dates in a table are typed as one text: 2026-03-17 or 17/3 2026 in any common shape that names a real day.
fn sent_cell(form: &Form, id: &str, row: usize, column: &ColumnText) -> String {
    let text = form.text(&cell(id, row, &column.key));
    match column.kind {
        Kind::Number => text.chars().filter(|c| !c.is_whitespace()).collect(),
        Kind::Date => loose_date(&text).map_or(text, |date| date.to_string()),
        _ => text,
    }
}

fn loose_date(text: &str) -> Option<Date> {
    if let Ok(date) = text.parse() {
        return Some(date);
    }
    let parts: Vec<i16> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .filter_map(|part| part.parse().ok())
        .collect();
    let [day, month, year] = parts[..] else { return None };
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
        .ok()
        .filter(|_| year >= 1900)
}

/// The facts of a task's form, with whether whoever wrote it says that it is finished.
pub fn task_values(req: &Req, pack: &Pack, task: &TaskText, form: &Form, errors: &mut Errors) -> Map<String, Value> {
    let fields: Vec<&Field> = task.fields.iter().filter_map(|key| pack.field(key)).collect();
    let mut values = read_fields(req, pack, &fields, form, Lang::Sv, errors);
    let mark = match form.text("klart-steg").as_str() {
        "ja" => "yes",
        "nej" => "no",
        _ => "",
    };
    values.insert(mark_key(&task.key), Value::String(mark.into()));
    values
}
