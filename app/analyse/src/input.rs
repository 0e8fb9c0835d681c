//! Files as the commands read them. What is wrong is told as `file:line: what and what to do`.

use anyhow::{Context as _, bail};
use clap::Args;
use std::path::{Path, PathBuf};
use text::table::{self, Fault};

/// The bytes of a file.
pub fn bytes(file: &Path) -> anyhow::Result<Vec<u8>> {
    std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))
}

/// `file:line: what is wrong`, as the kernels' readers tell it.
pub fn at_line(file: &Path, line: u64, fault: &dyn std::fmt::Display) -> anyhow::Error {
    let told = fault.to_string();
    let prefix = format!("line {line}: ");
    anyhow::anyhow!(
        "{}:{line}: {}",
        file.display(),
        told.strip_prefix(&prefix).unwrap_or(&told)
    )
}

/// A CSV of which some columns are known by name.
pub struct Rows {
    file: PathBuf,
    head: Vec<String>,
    rows: Vec<(usize, Vec<String>)>,
}

impl Rows {
    /// Reads a CSV: comma, semicolon or tab; UTF-8, UTF-16 or Windows-1252. Every row must be readable.
    pub fn read(file: &Path) -> anyhow::Result<Rows> {
        let table = table::read(&bytes(file)?).map_err(|fault| at_line(file, 1, &told(&fault)))?;
        let mut rows = Vec::with_capacity(table.records.len());
        for record in table.records {
            match record.cells {
                Ok(cells) => rows.push((record.row, cells)),
                Err(fault) => return Err(at_line(file, record.row as u64, &told(&fault))),
            }
        }
        Ok(Rows {
            file: file.to_owned(),
            head: table.head,
            rows,
        })
    }

    /// The place of a column.
    pub fn column(&self, name: &str) -> anyhow::Result<usize> {
        self.find(name).with_context(|| {
            let known = self.head.join(", ");
            format!(
                "{}:1: no column is called {name}; these are: {known}",
                self.file.display()
            )
        })
    }

    /// The same, `None` where there is none.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.head.iter().position(|head| head.trim().eq_ignore_ascii_case(name))
    }

    /// Line as a spreadsheet counts and cells, from the second line on. Cells that a short row lacks are empty.
    pub fn iter(&self) -> impl Iterator<Item = (usize, Cells<'_>)> {
        self.rows.iter().map(|(line, cells)| (*line, Cells(cells)))
    }

    /// What is wrong in a line of this file.
    pub fn fault(&self, line: usize, what: impl std::fmt::Display) -> anyhow::Error {
        at_line(&self.file, line as u64, &what)
    }
}

/// The cells of a row.
#[derive(Clone, Copy)]
pub struct Cells<'a>(&'a [String]);

impl<'a> Cells<'a> {
    /// The cell in that column, without spaces at its ends.
    pub fn at(self, column: usize) -> &'a str {
        self.0.get(column).map_or("", |cell| cell.trim())
    }
}

fn told(fault: &Fault) -> String {
    match fault {
        Fault::Empty => "the file is empty; it should begin with a line of column names".to_owned(),
        Fault::NoRows => "there are column names and no row below them".to_owned(),
        Fault::TooLarge { max } => format!("the file is larger than {max} MB; divide it"),
        Fault::TooManyRows { max } => format!("more than {max} rows; divide the file, or write it as JSON lines"),
        Fault::NotATable { broken } => format!("{broken} rows cannot be read; is this a CSV file?"),
        Fault::Workbook => "this is a workbook; save it as CSV".to_owned(),
        Fault::Encoding => "this is not text; save it as CSV UTF-8".to_owned(),
        Fault::Cells { cells, columns } => {
            format!(
                "{cells} cells, but the first line has {columns}; put text that holds the separator in quotation marks"
            )
        }
        Fault::NotText => "the row holds what is not text; save the file as CSV UTF-8".to_owned(),
        Fault::UnclosedQuote => "a quotation mark that begins here is never closed".to_owned(),
        Fault::AfterQuote => "text follows a closing quotation mark; double quotation marks within the text".to_owned(),
        Fault::LongRow => "the row is too long; is a quotation mark left open?".to_owned(),
    }
}

/// Where the texts are.
#[derive(Debug, Args)]
pub struct TextSource {
    /// A CSV with column names in its first line, or JSON lines (`.jsonl`): one object, or one text, a line.
    file: PathBuf,
    /// The column, or the key, that holds the text.
    #[arg(long, default_value = "text")]
    column: String,
}

impl TextSource {
    /// All texts in the order of the file. The first is number 0 in results.
    pub fn read(&self) -> anyhow::Result<Vec<String>> {
        let ending = self.file.extension().unwrap_or_default();
        if ending.eq_ignore_ascii_case("jsonl") || ending.eq_ignore_ascii_case("ndjson") {
            return self.lines();
        }
        let rows = Rows::read(&self.file)?;
        let column = rows.column(&self.column)?;
        Ok(rows.iter().map(|(_, cells)| cells.at(column).to_owned()).collect())
    }

    fn lines(&self) -> anyhow::Result<Vec<String>> {
        let bytes = bytes(&self.file)?;
        let mut texts = Vec::new();
        for (place, line) in (1_u64..).zip(bytes.split(|byte| *byte == b'\n')) {
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            if line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            texts.push(self.of_line(line).map_err(|fault| at_line(&self.file, place, &fault))?);
        }
        Ok(texts)
    }

    fn of_line(&self, line: &[u8]) -> anyhow::Result<String> {
        let value: serde_json::Value =
            serde_json::from_slice(line).map_err(|fault| anyhow::anyhow!("this line is not JSON: {fault}"))?;
        let text = match &value {
            serde_json::Value::Object(pairs) => pairs.get(&self.column),
            other => Some(other),
        };
        match text {
            Some(serde_json::Value::String(text)) => Ok(text.clone()),
            Some(serde_json::Value::Null) => Ok(String::new()),
            Some(_) => bail!("{} is no text; put it in quotation marks", self.column),
            None => bail!("there is no {}; name the key of the text with --column", self.column),
        }
    }
}
