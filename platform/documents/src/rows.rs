//! A table out of whatever file somebody has: a workbook, a list of records as JSON, or text with separated cells (kernel
//! `text::table`). Whoever imports reads them all alike, and each row keeps the number that its writer knows it by.

use calamine::{DataRef, Reader as _, Xlsx};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};
use std::io::{Cursor, Read as _};
use text::table::{self, MAX_BYTES, MAX_ROWS, Record};

/// A table read: its head and its rows. A row is numbered as a spreadsheet does (the head is 1); records of JSON from 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Rows {
    pub head: Vec<String>,
    pub records: Vec<Record>,
}

/// Why a file gives no table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// What separated text, or any table, can lack.
    Table(table::Fault),
    /// It begins as JSON and breaks off at this line.
    Json { line: usize },
    /// JSON in which no list of records stands.
    NoRecords,
    /// A package that is no workbook of today, or a workbook of an old format.
    Workbook,
}

impl From<table::Fault> for Fault {
    fn from(fault: table::Fault) -> Fault {
        Fault::Table(fault)
    }
}

/// Most columns: what is wider is no list.
const MAX_COLUMNS: usize = 200;
/// Most cells in all, so that a small file cannot become a large memory.
const MAX_CELLS: usize = 2_000_000;
/// Most bytes that a package may unfold to.
const MAX_UNFOLDED: u64 = 256 * 1024 * 1024;

/// Reads a whole file.
///
/// # Errors
/// What is wrong with the file as a whole; a row's own faults stand at the row.
pub fn read(bytes: &[u8]) -> Result<Rows, Fault> {
    if bytes.len() > MAX_BYTES {
        return Err(Fault::Table(table::Fault::TooLarge {
            max: MAX_BYTES / 1024 / 1024,
        }));
    }
    let plain = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let first = plain.iter().find(|byte| !byte.is_ascii_whitespace());
    match first {
        _ if bytes.starts_with(b"PK\x03\x04") => workbook(bytes, MAX_UNFOLDED),
        Some(b'[' | b'{') => json(plain),
        _ => match table::read(bytes) {
            Ok(table) => Ok(Rows {
                head: table.head,
                records: table.records,
            }),
            Err(table::Fault::Workbook) => Err(Fault::Workbook),
            Err(fault) => Err(Fault::Table(fault)),
        },
    }
}

/// The first sheet in which something stands.
fn workbook(bytes: &[u8], most: u64) -> Result<Rows, Fault> {
    unfolds_within(bytes, most)?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| Fault::Workbook)?;
    for name in book.sheet_names() {
        let lines = sheet(&mut book, &name)?;
        if !lines.is_empty() {
            return headed(lines);
        }
    }
    Err(Fault::Table(table::Fault::Empty))
}

/// Unfolds the package once into nothing: a file of a few kilobytes can claim gigabytes.
fn unfolds_within(bytes: &[u8], most: u64) -> Result<(), Fault> {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::Workbook)?;
    let mut left = most;
    for number in 0..package.len() {
        let file = package.by_index(number).map_err(|_| Fault::Workbook)?;
        let read = std::io::copy(&mut file.take(left + 1), &mut std::io::sink()).map_err(|_| Fault::Workbook)?;
        let max = usize::try_from(most / 1024 / 1024).unwrap_or(usize::MAX);
        left = left.checked_sub(read).ok_or(table::Fault::TooLarge { max })?;
    }
    Ok(())
}

type Line = Result<Vec<String>, table::Fault>;

/// The filled rows of a sheet, by number. Cells are read one by one: a sheet may claim to reach to its last corner.
fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<BTreeMap<usize, Line>, Fault> {
    let mut cells = book.worksheet_cells_reader(name).map_err(|_| Fault::Workbook)?;
    let mut lines: BTreeMap<usize, Line> = BTreeMap::new();
    let mut room = MAX_CELLS;
    while let Some(cell) = cells.next_cell().map_err(|_| Fault::Workbook)? {
        let (row, column) = cell.get_position();
        let (row, column) = (row as usize + 1, column as usize);
        let text = words(cell.get_value());
        if text.as_ref().is_ok_and(|text| text.trim().is_empty()) {
            continue;
        }
        if column >= MAX_COLUMNS {
            return Err(Fault::Table(table::Fault::NotATable { broken: 1 }));
        }
        let line = lines.entry(row).or_insert_with(|| Ok(Vec::new()));
        match (line.as_mut(), text) {
            (Ok(line), Ok(text)) => {
                let more = (column + 1).saturating_sub(line.len());
                room = room.checked_sub(more).ok_or(table::Fault::NotATable { broken: 1 })?;
                line.resize(line.len() + more, String::new());
                line[column] = text;
            }
            (Ok(_), Err(fault)) => *line = Err(fault),
            (Err(_), _) => {}
        }
        // The head is no row.
        if lines.len() > MAX_ROWS + 1 {
            return Err(Fault::Table(table::Fault::TooManyRows { max: MAX_ROWS }));
        }
    }
    Ok(lines)
}

/// What stands in a cell: whole numbers without decimals, days as ISO writes them.
fn words(cell: &DataRef<'_>) -> Result<String, table::Fault> {
    Ok(match cell {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(yes) => i32::from(*yes).to_string(),
        DataRef::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
            let date = format!("{year:04}-{month:02}-{day:02}");
            match (hour, minute, second) {
                (0, 0, 0) => date,
                _ => format!("{date}T{hour:02}:{minute:02}:{second:02}"),
            }
        }
        DataRef::DateTime(moment) => moment.as_f64().to_string(),
        DataRef::Error(_) => return Err(table::Fault::NotText),
    })
}

/// The first row is the head, the others are fitted to it.
fn headed(mut lines: BTreeMap<usize, Line>) -> Result<Rows, Fault> {
    let (_, head) = lines.pop_first().ok_or(table::Fault::Empty)?;
    let head: Vec<String> = head?.iter().map(|cell| cell.trim().to_owned()).collect();
    let fitted = |line: Vec<String>| match line.len() > head.len() {
        true => Err(table::Fault::Cells {
            cells: line.len(),
            columns: head.len(),
        }),
        false => Ok(padded(line, head.len())),
    };
    let records = lines.into_iter().map(|(row, line)| Record {
        row,
        cells: line.and_then(fitted),
    });
    finished(records.collect(), &head)
}

fn padded(mut line: Vec<String>, columns: usize) -> Vec<String> {
    line.resize(columns, String::new());
    line
}

fn finished(records: Vec<Record>, head: &[String]) -> Result<Rows, Fault> {
    if records.is_empty() {
        return Err(Fault::Table(table::Fault::NoRows));
    }
    Ok(Rows {
        head: head.to_vec(),
        records,
    })
}

/// A list of records, or one that stands alone in an object.
fn json(bytes: &[u8]) -> Result<Rows, Fault> {
    let value: Value = serde_json::from_slice(bytes).map_err(|broken| Fault::Json { line: broken.line() })?;
    let list = match value {
        Value::Array(list) => list,
        Value::Object(fields) => {
            let mut lists = fields.into_iter().filter_map(|(_, value)| match value {
                Value::Array(list) => Some(list),
                _ => None,
            });
            match (lists.next(), lists.next()) {
                (Some(only), None) => only,
                _ => return Err(Fault::NoRecords),
            }
        }
        _ => return Err(Fault::NoRecords),
    };
    if list.len() > MAX_ROWS {
        return Err(Fault::Table(table::Fault::TooManyRows { max: MAX_ROWS }));
    }
    let head = names(&list);
    if head.is_empty() && !list.is_empty() {
        return Err(Fault::NoRecords);
    }
    if head.len() > MAX_COLUMNS || head.len() * list.len() > MAX_CELLS {
        return Err(Fault::Table(table::Fault::NotATable { broken: 1 }));
    }
    let places: HashMap<&str, usize> = head.iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect();
    let records = list.iter().enumerate().map(|(at, one)| Record {
        row: at + 1,
        cells: record(one, &places),
    });
    finished(records.collect(), &head)
}

/// The names of all fields, each once, in the order in which they come up.
fn names(list: &[Value]) -> Vec<String> {
    let mut head: Vec<String> = Vec::new();
    let mut known = std::collections::HashSet::new();
    for name in list
        .iter()
        .filter_map(Value::as_object)
        .flat_map(|fields| fields.keys())
    {
        if head.len() <= MAX_COLUMNS && known.insert(name.as_str()) {
            head.push(name.clone());
        }
    }
    head
}

fn record(one: &Value, places: &HashMap<&str, usize>) -> Result<Vec<String>, table::Fault> {
    let fields = one.as_object().ok_or(table::Fault::NotText)?;
    let mut cells = vec![String::new(); places.len()];
    for (name, value) in fields {
        if let Some(cell) = places.get(name.as_str()).and_then(|at| cells.get_mut(*at)) {
            *cell = told(value).ok_or(table::Fault::NotText)?;
        }
    }
    Ok(cells)
}

/// A value as one cell; parts of a list are on lines of their own. Nothing for what has fields of its own.
fn told(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::Bool(yes) => Some(i32::from(*yes).to_string()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => (!text.contains('\0')).then(|| text.clone()),
        Value::Array(parts) => {
            let is_plain = |part: &&Value| !part.is_array() && !part.is_object();
            let parts: Option<Vec<String>> = parts
                .iter()
                .map(|part| Some(part).filter(is_plain).and_then(told))
                .collect();
            parts.map(|parts| parts.join("\n"))
        }
        Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests;
