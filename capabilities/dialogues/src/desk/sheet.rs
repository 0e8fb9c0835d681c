//! `…/mall/{template}`: a document of the method, filled in from the plan, or blank to print and fill in by hand.

use super::{Head, address, load};
use askama::Template;
use identity::{Grant, SeeDesk};
use method::pack::{Field, Kind, SheetSection};
use method::{Facts, Picture};
use texts::Lang;
use web::{Cx, Fault, Reply, Req, page};

#[derive(Template)]
#[template(path = "dialogues/sheet.html")]
struct SheetPage {
    cx: Cx,
    head: Head,
    name: String,
    about: String,
    sections: Vec<SectionView>,
    blank: bool,
    /// The same template the other way: blank or filled in.
    other: String,
}

struct SectionView {
    heading: String,
    text: String,
    /// Where the live content stands.
    href: String,
    fields: Vec<Filled>,
}

struct Filled {
    label: String,
    lines: Vec<String>,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
    /// For the blank form: the choices to tick.
    options: Vec<String>,
    /// For the blank form: lines to write on.
    room: Vec<()>,
    edit: String,
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let mut read = req.site.db.read().await?;
    let (dialogue, picture) = load(&req, &mut read).await?;
    drop(read);
    let key = req.param("template")?.to_uppercase();
    let sheet = picture
        .pack
        .sheets
        .iter()
        .find(|one| one.key.to_uppercase() == key)
        .ok_or(Fault::NotFound)?;
    let head = Head::new(&cx, &dialogue, &picture);
    let blank = req.query("tom").is_some();
    let here = format!("{}/mall/{}", head.base, sheet.key.to_lowercase());
    let page_ = SheetPage {
        name: sheet.name.get(cx.lang).to_string(),
        about: sheet.about.get(cx.lang).to_string(),
        sections: sheet
            .sections
            .iter()
            .map(|one| section(&cx, &head, &picture, one))
            .collect(),
        blank,
        other: if blank { here } else { format!("{here}?tom=ja") },
        head,
        cx,
    };
    page(&page_)
}

fn section(cx: &Cx, head: &Head, picture: &Picture, section: &SheetSection) -> SectionView {
    SectionView {
        heading: section.heading.get(cx.lang).to_string(),
        text: section
            .text
            .as_ref()
            .map(|text| text.get(cx.lang).to_string())
            .unwrap_or_default(),
        href: section
            .page
            .as_deref()
            .map(|page| address(cx, head, page))
            .unwrap_or_default(),
        fields: section
            .fields
            .iter()
            .filter_map(|key| picture.pack.field(key))
            .map(|field| filled(cx, head, picture, field))
            .collect(),
    }
}

fn filled(cx: &Cx, head: &Head, picture: &Picture, field: &Field) -> Filled {
    let facts = &picture.process.facts;
    let task = picture.pack.tasks.iter().find(|task| task.fields.contains(&field.key));
    let rows = facts.rows_in(&field.key, cx.lang);
    let cell = |row: &method::Row, column: &method::pack::ColumnText| {
        let text = row.get(&column.key).cloned().unwrap_or_default();
        match (column.kind, text.parse()) {
            (Kind::Date, Ok(day)) => cx.short_date(&day),
            _ => text,
        }
    };
    Filled {
        label: field.label.get(cx.lang).to_string(),
        lines: if field.kind == Kind::Rows {
            Vec::new()
        } else {
            words(cx, picture, field, facts)
        },
        columns: field
            .columns
            .iter()
            .map(|column| column.label.get(cx.lang).to_string())
            .collect(),
        rows: rows
            .iter()
            .map(|row| field.columns.iter().map(|column| cell(row, column)).collect())
            .collect(),
        options: options(cx, picture, field),
        room: vec![
            ();
            if matches!(field.kind, Kind::Long | Kind::List | Kind::Rows) {
                5
            } else {
                1
            }
        ],
        edit: task
            .map(|task| format!("{}/steg/{}#{}", head.base, task.address, field.key))
            .unwrap_or_default(),
    }
}

/// What is written in a field, in words.
fn words(cx: &Cx, picture: &Picture, field: &Field, facts: &Facts) -> Vec<String> {
    match field.kind {
        Kind::Date => facts.date(&field.key).map(|day| cx.date(&day)).into_iter().collect(),
        Kind::Level => picture
            .pack
            .ladder
            .level(&facts.text(&field.key))
            .map(|level| level.name.get(cx.lang).to_string())
            .into_iter()
            .collect(),
        Kind::YesNo | Kind::Choice | Kind::Choices => {
            let chosen = facts.list(&field.key);
            chosen.iter().map(|value| option(cx, field, value)).collect()
        }
        _ => facts
            .list_in(&field.key, cx.lang)
            .iter()
            .flat_map(|text| text.lines().map(String::from))
            .collect(),
    }
}

fn option(cx: &Cx, field: &Field, value: &str) -> String {
    match (field.kind, value) {
        (Kind::YesNo, "yes") => cx.t("method-yes"),
        (Kind::YesNo, _) => cx.t("method-no"),
        _ => field.option(value, cx.lang).to_string(),
    }
}

fn options(cx: &Cx, picture: &Picture, field: &Field) -> Vec<String> {
    let lang: Lang = cx.lang;
    match field.kind {
        Kind::YesNo => vec![cx.t("method-yes"), cx.t("method-no")],
        Kind::Level => picture
            .pack
            .ladder
            .levels()
            .iter()
            .map(|level| level.name.get(lang).to_string())
            .collect(),
        _ => field.options.iter().map(|one| one.name.get(lang).to_string()).collect(),
    }
}
