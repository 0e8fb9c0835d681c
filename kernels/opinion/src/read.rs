//! Reads the two files of a Polis export: votes (`comment-id`, `voter-id`, `vote` and, when there, `timestamp`) and
//! statements (`comment-id` and, when there, `moderated`, `is-meta`, `comment-body`).
//!
//! Columns are found by their names in the first line, in any order; others are passed over. A fault names its line.
//! Input is read as a stream: of a file of votes only the table is kept.

mod plain;
mod records;

use crate::statement::{Standing, Statement};
use crate::votes::{Cast, Full, Vote, Votes, VotesBuilder};
use plain::Column;
use records::{Record, Records};
use std::fmt;
use std::io::BufRead;

/// What is wrong, and the line it stands on (from 1, the head included).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    pub line: u64,
    pub fault: Fault,
}

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Not even a head.
    Empty,
    /// The head lacks a column of this name.
    NoColumn(&'static str),
    /// The head has two columns of this name.
    ColumnTwice(&'static str),
    /// Fewer or more cells than the head has.
    Cells {
        cells: usize,
        columns: usize,
    },
    /// Not a whole number that an id or a time can be.
    NotANumber {
        column: &'static str,
        value: String,
    },
    NotAVote(String),
    /// Not −1, 0 or 1.
    NotAModeration(String),
    /// Not true or false.
    NotATruth(String),
    UnclosedQuote,
    /// Something stands between a closing quotation mark and the comma.
    AfterQuote,
    /// A row of more than a megabyte.
    LongRow,
    NotText,
    TooMany(Full),
    /// The source failed.
    Source(std::io::ErrorKind),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.fault)
    }
}

impl std::error::Error for ReadError {}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Empty => f.write_str("the file is empty; it should begin with a line of column names"),
            Fault::NoColumn(name) => write!(
                f,
                "no column is called {name}; write the column names in the first line"
            ),
            Fault::ColumnTwice(name) => write!(f, "two columns are called {name}; leave one"),
            Fault::Cells { cells, columns } => write!(
                f,
                "{cells} cells, but the first line has {columns}; put text that holds commas in quotation marks"
            ),
            Fault::NotANumber { column, value } => write!(f, "{column} is “{value}”; it should be a whole number"),
            Fault::NotAVote(value) => {
                write!(
                    f,
                    "vote is “{value}”; write 1 for agree, -1 for disagree and 0 for pass"
                )
            }
            Fault::NotAModeration(value) => {
                write!(
                    f,
                    "moderated is “{value}”; write 1 for accepted, 0 for undecided and -1 for out"
                )
            }
            Fault::NotATruth(value) => write!(f, "is-meta is “{value}”; write true or false"),
            Fault::UnclosedQuote => f.write_str("a quotation mark that begins here is never closed"),
            Fault::AfterQuote => {
                f.write_str("text follows a closing quotation mark; double quotation marks within the text")
            }
            Fault::LongRow => f.write_str("more than a megabyte; is a quotation mark left open?"),
            Fault::NotText => f.write_str("this is not text in UTF-8; save the file as CSV UTF-8"),
            Fault::TooMany(full) => full.fmt(f),
            Fault::Source(kind) => write!(f, "reading failed: {kind}"),
        }
    }
}

/// Reads a file of votes. Of several votes by one person on one statement the one with the latest `timestamp` counts;
/// without that column, and among equal times, the one further down. A file of a head alone is a table without votes.
/// Linear in the file; holds 28 bytes a vote while it reads.
pub fn read_votes(source: impl BufRead) -> Result<Votes, ReadError> {
    let mut records = Records::new(source);
    let head = Head::read(&mut records)?;
    let time = head.find("timestamp")?;
    let statement = head.place_of("comment-id")?;
    let participant = head.place_of("voter-id")?;
    let vote = head.place_of("vote")?;
    let columns: Vec<Column> = (0..head.names.len())
        .map(|place| match place {
            _ if Some(place) == time => Column::Time,
            _ if place == statement => Column::Statement,
            _ if place == participant => Column::Participant,
            _ if place == vote => Column::Vote,
            _ => Column::Other,
        })
        .collect();
    let mut builder = VotesBuilder::default();
    loop {
        while let Some((cast, time)) = records.next_plain(|bytes| plain::vote(bytes, &columns)) {
            builder.push(cast, time).map_err(|full| ReadError {
                line: records.line(),
                fault: Fault::TooMany(full),
            })?;
        }
        let Some(record) = records.next()? else { break };
        head.check(&record)?;
        let at = |fault| ReadError {
            line: record.line,
            fault,
        };
        let cast = Cast {
            participant: id(record.cell(participant), "voter-id").map_err(at)?,
            statement: id(record.cell(statement), "comment-id").map_err(at)?,
            vote: vote_of(record.cell(vote)).map_err(at)?,
        };
        let time = match time {
            Some(time) => number(record.cell(time), "timestamp").map_err(at)?,
            None => 0,
        };
        builder.push(cast, time).map_err(|full| at(Fault::TooMany(full)))?;
    }
    Ok(builder.build())
}

/// A statement as the file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementRow {
    pub statement: Statement,
    /// Empty when the file has no `comment-body`.
    pub text: String,
}

/// Reads a file of statements, in its order. Moderated −1 is out; 0 (undecided) and 1 are open; `is-meta` makes a
/// statement that is not out one about the person.
pub fn read_statements(source: impl BufRead) -> Result<Vec<StatementRow>, ReadError> {
    let mut records = Records::new(source);
    let head = Head::read(&mut records)?;
    let statement = head.place_of("comment-id")?;
    let (moderated, is_meta, text) = (
        head.find("moderated")?,
        head.find("is-meta")?,
        head.find("comment-body")?,
    );
    let mut rows = Vec::new();
    while let Some(record) = records.next()? {
        head.check(&record)?;
        let at = |fault| ReadError {
            line: record.line,
            fault,
        };
        let is_meta = match is_meta {
            Some(place) => truth(record.cell(place)).map_err(at)?,
            None => false,
        };
        let standing = match moderated {
            Some(place) => moderation(record.cell(place), is_meta).map_err(at)?,
            None if is_meta => Standing::Meta,
            None => Standing::Open,
        };
        let text = match text {
            Some(place) => std::str::from_utf8(record.cell(place)).map_err(|_| at(Fault::NotText))?,
            None => "",
        };
        rows.push(StatementRow {
            statement: Statement {
                id: id(record.cell(statement), "comment-id").map_err(at)?,
                standing,
            },
            text: text.to_owned(),
        });
    }
    Ok(rows)
}

/// The names of the columns.
struct Head {
    line: u64,
    names: Vec<String>,
}

impl Head {
    fn read<R: BufRead>(records: &mut Records<R>) -> Result<Head, ReadError> {
        match records.next()? {
            None => Err(ReadError {
                line: 1,
                fault: Fault::Empty,
            }),
            Some(record) => Ok(Head {
                line: record.line,
                names: (0..record.len())
                    .map(|place| String::from_utf8_lossy(record.cell(place)).trim().to_lowercase())
                    .collect(),
            }),
        }
    }

    fn find(&self, name: &'static str) -> Result<Option<usize>, ReadError> {
        let mut places = (0..self.names.len()).filter(|place| self.names[*place] == name);
        let place = places.next();
        match places.next() {
            None => Ok(place),
            Some(_) => Err(self.fault(Fault::ColumnTwice(name))),
        }
    }

    fn place_of(&self, name: &'static str) -> Result<usize, ReadError> {
        self.find(name)?.ok_or_else(|| self.fault(Fault::NoColumn(name)))
    }

    fn fault(&self, fault: Fault) -> ReadError {
        ReadError { line: self.line, fault }
    }

    #[inline]
    fn check(&self, record: &Record<'_>) -> Result<(), ReadError> {
        let (cells, columns) = (record.len(), self.names.len());
        if cells == columns {
            return Ok(());
        }
        Err(ReadError {
            line: record.line,
            fault: Fault::Cells { cells, columns },
        })
    }
}

#[inline]
fn id(cell: &[u8], column: &'static str) -> Result<u64, Fault> {
    match number(cell, column) {
        Ok(number) if number >= 0 => Ok(number as u64),
        _ => large_id(cell.trim_ascii()).ok_or_else(|| not_a_number(cell, column)),
    }
}

/// Ids of nineteen or twenty digits, which are rare.
#[cold]
fn large_id(digits: &[u8]) -> Option<u64> {
    let is_number = digits.iter().all(u8::is_ascii_digit);
    std::str::from_utf8(digits).ok().filter(|_| is_number)?.parse().ok()
}

/// Up to eighteen digits, with a minus sign at most.
#[inline]
fn number(cell: &[u8], column: &'static str) -> Result<i64, Fault> {
    let cell = cell.trim_ascii();
    let (sign, digits) = match cell.split_first() {
        Some((b'-', digits)) => (-1, digits),
        _ => (1, cell),
    };
    let (mut number, mut is_number) = (0_i64, !digits.is_empty() && digits.len() <= 18);
    for digit in digits {
        let value = digit.wrapping_sub(b'0');
        is_number &= value < 10;
        // Eighteen digits always fit; of what is no number the value is not used.
        number = number.wrapping_mul(10).wrapping_add(i64::from(value));
    }
    if !is_number {
        return Err(not_a_number(cell, column));
    }
    Ok(sign * number)
}

fn not_a_number(cell: &[u8], column: &'static str) -> Fault {
    Fault::NotANumber {
        column,
        value: shown(cell),
    }
}

#[inline]
fn vote_of(cell: &[u8]) -> Result<Vote, Fault> {
    match cell.trim_ascii() {
        b"1" => Ok(Vote::Agree),
        b"0" => Ok(Vote::Pass),
        b"-1" => Ok(Vote::Disagree),
        _ => Err(Fault::NotAVote(shown(cell))),
    }
}

fn moderation(cell: &[u8], is_meta: bool) -> Result<Standing, Fault> {
    match number(cell, "moderated") {
        Ok(-1) => Ok(Standing::Out),
        Ok(0 | 1) if is_meta => Ok(Standing::Meta),
        Ok(0 | 1) => Ok(Standing::Open),
        _ => Err(Fault::NotAModeration(shown(cell))),
    }
}

fn truth(cell: &[u8]) -> Result<bool, Fault> {
    match cell.trim_ascii().to_ascii_lowercase().as_slice() {
        b"true" | b"1" | b"t" => Ok(true),
        b"false" | b"0" | b"f" | b"" => Ok(false),
        _ => Err(Fault::NotATruth(shown(cell))),
    }
}

/// The beginning of a cell, for a message: a wrong cell may be a page long.
fn shown(cell: &[u8]) -> String {
    let text = String::from_utf8_lossy(cell);
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.into_owned(),
    }
}
