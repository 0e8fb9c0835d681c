//! The answers to an activity as a file: CSV, a workbook with a codebook, JSON. The same for the page and the command.

use documents::{
    Cell,
    csv::Style,
    xlsx::{Sheet, workbook},
};
use participation::{
    Activity,
    export::{self, Export, Reader},
};
use serde_json::{Value, json};
use web::{Cx, Fault, Site};

/// What kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileForm {
    /// Text with a character between columns.
    Csv,
    /// A workbook with a sheet that explains the columns.
    Xlsx,
    /// For programs, the codebook included.
    Json,
}

impl FileForm {
    /// The form with that file ending.
    pub fn from_ending(ending: &str) -> Option<FileForm> {
        match ending {
            "csv" => Some(FileForm::Csv),
            "xlsx" => Some(FileForm::Xlsx),
            "json" => Some(FileForm::Json),
            _ => None,
        }
    }

    pub(crate) fn media_type(self) -> &'static str {
        match self {
            FileForm::Csv => documents::CSV,
            FileForm::Xlsx => documents::XLSX,
            FileForm::Json => "application/json",
        }
    }
}

/// Writes the standing answers to an activity.
///
/// # Errors
/// The database's, or that the workbook cannot be written.
pub async fn answers_file(
    site: &Site,
    cx: &Cx,
    activity: &Activity,
    reader: Reader,
    form: FileForm,
) -> Result<Vec<u8>, Fault> {
    let mut read = site.db.read().await?;
    let mut export = Export::begin(&mut read, &site.texts, activity.id, reader, site.zone.clone()).await?;
    let rows = export.all(&mut read).await?;
    drop(read);
    let table = Table {
        title: activity.title.clone(),
        columns: export.columns().to_vec(),
        rows,
    };
    let words = CodebookWords::of(cx);
    let work = move || match form {
        FileForm::Csv if reader == Reader::Anyone => csv(table, Style::OPEN_DATA),
        FileForm::Csv => csv(table, Style::SWEDISH_EXCEL),
        FileForm::Xlsx => book(table, &words),
        FileForm::Json => Ok(as_json(&table).to_string().into_bytes()),
    };
    web::computed(work).await
}

/// An export read whole.
struct Table {
    title: String,
    columns: Vec<export::Column>,
    rows: Vec<Vec<export::Cell>>,
}

fn cell(cell: export::Cell) -> Cell {
    match cell {
        export::Cell::Empty => Cell::Empty,
        export::Cell::Text(text) => Cell::Text(text),
        export::Cell::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => Cell::Integer(number as i64),
        export::Cell::Number(number) => Cell::Number(number),
        export::Cell::Date(date) => Cell::Date(date),
    }
}

fn cells(rows: Vec<Vec<export::Cell>>) -> Vec<Vec<Cell>> {
    rows.into_iter()
        .map(|row| row.into_iter().map(cell).collect())
        .collect()
}

fn csv(table: Table, style: Style) -> Result<Vec<u8>, documents::Error> {
    let titles: Vec<String> = table.columns.iter().map(|column| column.name.clone()).collect();
    documents::csv::write(&titles, &cells(table.rows), style)
}

/// The words of the codebook sheet, in the official's language.
struct CodebookWords {
    answers: String,
    codebook: String,
    titles: Vec<String>,
}

impl CodebookWords {
    fn of(cx: &Cx) -> CodebookWords {
        let keys = [
            "cases-codebook-column",
            "cases-codebook-question",
            "cases-codebook-kind",
            "cases-codebook-values",
        ];
        CodebookWords {
            answers: cx.t("cases-codebook-answers"),
            codebook: cx.t("cases-codebook"),
            titles: keys.iter().map(|key| cx.t(key)).collect(),
        }
    }
}

fn book(table: Table, words: &CodebookWords) -> Result<Vec<u8>, documents::Error> {
    let meaning = |column: &export::Column| {
        let values: Vec<String> = column
            .values
            .iter()
            .map(|(value, meaning)| format!("{value} = {meaning}"))
            .collect();
        vec![
            Cell::text(&column.name),
            Cell::text(&column.label),
            Cell::text(column.kind),
            Cell::text(values.join("\n")),
        ]
    };
    let codebook = Sheet {
        name: words.codebook.clone(),
        titles: words.titles.clone(),
        rows: table.columns.iter().map(meaning).collect(),
    };
    let titles = table.columns.iter().map(|column| column.name.clone()).collect();
    let answers = Sheet {
        name: words.answers.clone(),
        titles,
        rows: cells(table.rows),
    };
    workbook(&table.title, &[answers, codebook])
}

fn as_json(table: &Table) -> Value {
    let column = |one: &export::Column| {
        let values: Vec<Value> = one
            .values
            .iter()
            .map(|(value, meaning)| json!({ "value": value, "meaning": meaning }))
            .collect();
        json!({ "name": one.name, "label": one.label, "kind": one.kind, "values": values })
    };
    let value = |cell: &export::Cell| match cell {
        export::Cell::Empty => Value::Null,
        export::Cell::Text(text) => json!(text),
        export::Cell::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => json!(*number as i64),
        export::Cell::Number(number) => json!(number),
        export::Cell::Date(date) => json!(date.to_string()),
    };
    let row = |cells: &Vec<export::Cell>| -> Value {
        table
            .columns
            .iter()
            .zip(cells)
            .map(|(column, cell)| (column.name.clone(), value(cell)))
            .collect::<serde_json::Map<_, _>>()
            .into()
    };
    json!({
        "activity": table.title,
        "columns": table.columns.iter().map(column).collect::<Vec<_>>(),
        "n": table.rows.len(),
        "answers": table.rows.iter().map(row).collect::<Vec<_>>(),
    })
}
