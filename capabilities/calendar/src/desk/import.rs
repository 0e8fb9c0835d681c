//! `/arbetsyta/kalender/dagar/importera`: days from a file or pasted rows. The page comes back with what each row gives, and
//! with the rows themselves, so that what is wrong can be put right on the spot.

use crate::acts;
use crate::model::import::{NewDay, ReadRow, read};
use crate::model::{LocalDay, Period};
use crate::store;
use askama::Template;
use identity::{ApproveDialogue, Grant};
use jiff::civil::Date;
use text::table;
use web::{Cx, Errors, Form, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "calendar/import.html")]
struct Import {
    cx: Cx,
    errors: Errors,
    action: String,
    rows: String,
    /// Whether the rows have been looked at, with what came of it.
    read: bool,
    good: Vec<Line>,
    bad: Vec<(usize, String)>,
}

/// A row that can be taken.
struct Line {
    number: usize,
    name: String,
    kind: String,
    period: String,
}

impl Import {
    fn new(cx: Cx, errors: Errors, rows: String) -> Import {
        Import {
            action: cx.link("/arbetsyta/kalender/dagar/importera"),
            errors,
            rows,
            read: false,
            good: Vec::new(),
            bad: Vec::new(),
            cx,
        }
    }

    fn preview(cx: Cx, rows: String, found: &[ReadRow]) -> Import {
        let mut page = Import::new(cx, Errors::default(), rows);
        page.read = true;
        for row in found {
            match &row.day {
                Ok(day) => page.good.push(line(&page.cx, row.number, day)),
                Err(problem) => {
                    let why = participation::words(&page.cx.site().texts, page.cx.lang, problem);
                    page.bad.push((row.number, why));
                }
            }
        }
        page
    }
}

fn line(cx: &Cx, number: usize, day: &NewDay) -> Line {
    let Period { first, last } = day.period;
    Line {
        number,
        name: day.name.clone(),
        kind: cx.t(day.kind.label()),
        period: cx.period(&first, &last),
    }
}

pub(crate) async fn form(req: Req, who: Grant<ApproveDialogue>) -> Reply {
    page(&Import::new(who.cx(&req), Errors::default(), String::new()))
}

/// Looks at the rows, or writes in those that can be taken.
pub(crate) async fn send(req: Req, who: Grant<ApproveDialogue>) -> Reply {
    let form = req.form()?;
    let rows = typed(&form);
    if rows.trim().is_empty() {
        let mut errors = Errors::default();
        errors.add("rader", req.t("calendar-import-nothing"));
        return invalid(&Import::new(who.cx(&req).failed(), errors, rows));
    }
    let standing: Vec<LocalDay> = store::local_days(&mut req.site.db.read().await?, Date::MIN, Date::MAX).await?;
    let found = match bytes(&form, &rows, &standing) {
        Ok(found) => found,
        Err(problem) => {
            let mut errors = Errors::default();
            let message = participation::words(&req.site.texts, req.lang, &problem);
            errors.add("rader", message);
            return invalid(&Import::new(who.cx(&req).failed(), errors, rows));
        }
    };
    let good: Vec<NewDay> = found.iter().filter_map(|row| row.day.clone().ok()).collect();
    if form.text("gor") != "lagg-in" || good.is_empty() {
        return page(&Import::preview(who.cx(&req), rows, &found));
    }
    acts::add_days(&req.site, &who, &good, Some(&form.text("nyckel"))).await?;
    req.done(crate::DAYS, "calendar-note-imported")
}

/// What is looked at: the file when one was chosen, else the rows in the box.
fn bytes(
    form: &Form,
    rows: &str,
    standing: &[LocalDay],
) -> Result<Vec<ReadRow>, participation::model::problem::Problem> {
    match form.file("fil") {
        Some(file) => read(&file.bytes, standing),
        None => read(rows.as_bytes(), standing),
    }
}

/// The rows as text for the box. A file in another encoding is written out again from what was read of it.
fn typed(form: &Form) -> String {
    let Some(file) = form.file("fil") else {
        return form.raw("rader");
    };
    if let Ok(text) = std::str::from_utf8(&file.bytes) {
        return text.trim_start_matches('\u{feff}').to_owned();
    }
    let Ok(sheet) = table::read(&file.bytes) else {
        // It cannot be shown; the message at the box says what is wrong with it.
        return file.name.clone();
    };
    let cells = sheet.records.into_iter().filter_map(|record| record.cells.ok());
    let lines = std::iter::once(sheet.head).chain(cells).map(|cells| {
        let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
        cells.join(";")
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn quoted(cell: &str) -> String {
    if cell.contains([';', '"', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}
