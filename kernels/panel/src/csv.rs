//! Rows of a CSV file with the line each begins at: UTF-8, comma, semicolon or tab, quotation marks as in RFC 4180.
//!
//! Own reader and not the `csv` crate: that one takes an unclosed quotation mark for one cell to the end of the file,
//! and what we owe the person is the line where it began.

use crate::read::{Fault, Unreadable};

/// A row that is not blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its first line in the file, from 1.
    pub line: usize,
    /// As they stand, without blanks around them.
    pub cells: Vec<String>,
}

/// Most cells that a row may have.
const MOST_CELLS: usize = 1_000;

/// All rows, the head first; each has as many cells as the head. One pass.
pub(crate) fn rows(bytes: &[u8]) -> Result<Vec<Row>, Unreadable> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        Unreadable {
            line: 1 + before.iter().filter(|byte| **byte == b'\n').count(),
            fault: Fault::NotUtf8,
        }
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader {
        rest: text,
        line: 1,
        delimiter: delimiter(text),
    };
    let mut rows: Vec<Row> = Vec::new();
    while !reader.rest.is_empty() {
        let row = reader.row()?;
        if row.cells.iter().all(String::is_empty) {
            continue;
        }
        if let Some(head) = rows.first()
            && head.cells.len() != row.cells.len()
        {
            let fault = Fault::Cells {
                cells: row.cells.len(),
                columns: head.cells.len(),
            };
            return Err(Unreadable { line: row.line, fault });
        }
        rows.push(row);
    }
    match rows.len() {
        0 => Err(Unreadable {
            line: 1,
            fault: Fault::Empty,
        }),
        1 => Err(Unreadable {
            line: rows[0].line,
            fault: Fault::NoRows,
        }),
        _ => Ok(rows),
    }
}

/// What parts the cells: of comma, semicolon and tab the one that the first line has most of.
fn delimiter(text: &str) -> char {
    let head = text.trim_start().lines().next().unwrap_or_default();
    let count = |delimiter: char| head.matches(delimiter).count();
    // The last of equals wins: the comma.
    ['\t', ';', ',']
        .into_iter()
        .max_by_key(|delimiter| count(*delimiter))
        .unwrap_or(',')
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
    delimiter: char,
}

impl Reader<'_> {
    fn row(&mut self) -> Result<Row, Unreadable> {
        let line = self.line;
        let mut cells = Vec::new();
        loop {
            if cells.len() == MOST_CELLS {
                return Err(Unreadable {
                    line,
                    fault: Fault::NotATable,
                });
            }
            cells.push(self.cell()?);
            let mut characters = self.rest.chars();
            let next = characters.next();
            self.rest = characters.as_str();
            if next != Some(self.delimiter) {
                // The end of the line, or of the file.
                self.line += 1;
                return Ok(Row { line, cells });
            }
        }
    }

    /// Up to the delimiter or the end of the line, which is left.
    fn cell(&mut self) -> Result<String, Unreadable> {
        let blank = |c: char| c.is_whitespace() && c != '\n' && c != self.delimiter;
        let start = self.rest.trim_start_matches(blank);
        let Some(quoted) = start.strip_prefix('"') else {
            let end = self.rest.find([self.delimiter, '\n']).unwrap_or(self.rest.len());
            let (cell, rest) = self.rest.split_at(end);
            self.rest = rest;
            return Ok(cell.trim().to_owned());
        };
        let opened = self.line;
        let (mut cell, mut rest) = (String::new(), quoted);
        loop {
            let Some(end) = rest.find('"') else {
                return Err(Unreadable {
                    line: opened,
                    fault: Fault::UnclosedQuote,
                });
            };
            cell.push_str(&rest[..end]);
            rest = &rest[end + 1..];
            match rest.strip_prefix('"') {
                Some(after) => {
                    cell.push('"');
                    rest = after;
                }
                None => break,
            }
        }
        self.line += cell.matches('\n').count();
        self.rest = rest.trim_start_matches(blank);
        if !(self.rest.is_empty() || self.rest.starts_with([self.delimiter, '\n'])) {
            return Err(Unreadable {
                line: self.line,
                fault: Fault::AfterQuote,
            });
        }
        Ok(cell.trim().to_owned())
    }
}
