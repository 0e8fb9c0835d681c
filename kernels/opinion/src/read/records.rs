//! From bytes to rows of cells, by RFC 4180: commas, quotation marks around cells that hold commas, quotation marks
//! (doubled) or line breaks.
//!
//! A row without quotation marks that lies whole in the source's buffer is read where it is; any other is gathered in a
//! buffer of its own.

use super::{Fault, ReadError};
use std::io::{BufRead, Read};
use std::ops::Range;

/// Longest row, in bytes; also where a quotation mark that is never closed gives up.
pub(super) const LONGEST: usize = 1 << 20;

pub(super) struct Records<R> {
    source: R,
    row: Vec<u8>,
    cells: Vec<Range<usize>>,
    /// Lines read so far.
    lines: u64,
    /// Bytes of the source's buffer that the row given out last still stands in.
    lent: usize,
}

pub(super) struct Record<'a> {
    /// The line it begins on.
    pub line: u64,
    row: &'a [u8],
    cells: &'a [Range<usize>],
}

impl Record<'_> {
    #[inline]
    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    /// Empty beyond the last.
    #[inline]
    pub(super) fn cell(&self, place: usize) -> &[u8] {
        self.cells.get(place).map_or(&[], |range| &self.row[range.clone()])
    }
}

impl<R: BufRead> Records<R> {
    pub(super) fn new(source: R) -> Records<R> {
        Records {
            source,
            row: Vec::new(),
            cells: Vec::new(),
            lines: 0,
            lent: 0,
        }
    }

    /// The next row that is not blank; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Record<'_>>, ReadError> {
        self.source.consume(std::mem::take(&mut self.lent));
        // The first line may begin with a byte order mark; a source that fails is asked again by what gathers.
        while self.lines > 0 {
            let Some(length) = (self.source.fill_buf().ok()).and_then(|bytes| split_plain(bytes, &mut self.cells))
            else {
                break;
            };
            self.lines += 1;
            if matches!(self.cells[..], [Range { start: 0, end: 0 }]) {
                self.source.consume(length);
                continue;
            }
            self.lent = length;
            return Ok(Some(Record {
                line: self.lines,
                row: self.source.fill_buf().unwrap_or_default(),
                cells: &self.cells,
            }));
        }
        self.gather()
    }

    /// The line of the row given out last, if it was a plain one.
    pub(super) fn line(&self) -> u64 {
        self.lines
    }

    /// What `read` makes of the bytes that the next row begins with, and the row's length, where it can and the row is not the first;
    /// otherwise the row is still there for [`Records::next`].
    #[inline]
    pub(super) fn next_plain<T>(&mut self, read: impl FnOnce(&[u8]) -> Option<(T, usize)>) -> Option<T> {
        self.source.consume(std::mem::take(&mut self.lent));
        if self.lines == 0 {
            return None;
        }
        let (row, length) = read(self.source.fill_buf().ok()?)?;
        self.lines += 1;
        self.lent = length;
        Some(row)
    }

    fn gather(&mut self) -> Result<Option<Record<'_>>, ReadError> {
        loop {
            self.row.clear();
            let line = self.lines + 1;
            let at = |fault| ReadError { line, fault };
            if !self.append_line().map_err(at)? {
                return Ok(None);
            }
            if line == 1 && self.row.starts_with(b"\xef\xbb\xbf") {
                self.row.drain(..3);
            }
            if end_of_line(&self.row) == 0 {
                continue;
            }
            self.split().map_err(at)?;
            return Ok(Some(Record {
                line,
                row: &self.row,
                cells: &self.cells,
            }));
        }
    }

    /// Answers whether there was anything left.
    #[inline]
    fn append_line(&mut self) -> Result<bool, Fault> {
        let room = (LONGEST + 1).saturating_sub(self.row.len());
        let mut limited = self.source.by_ref().take(room as u64);
        let read = limited.read_until(b'\n', &mut self.row);
        let read = read.map_err(|error| Fault::Source(error.kind()))?;
        if self.row.len() > LONGEST {
            return Err(Fault::LongRow);
        }
        self.lines += u64::from(read > 0);
        Ok(read > 0)
    }

    fn split(&mut self) -> Result<(), Fault> {
        self.cells.clear();
        let mut start = 0;
        loop {
            let after = if self.row.get(start) == Some(&b'"') {
                self.split_quoted(start)?
            } else {
                let end = end_of_line(&self.row);
                let comma = self.row[start..end].iter().position(|byte| *byte == b',');
                let after = comma.map_or(end, |place| start + place);
                self.cells.push(start..after);
                after
            };
            match self.row.get(after) {
                _ if after >= end_of_line(&self.row) => return Ok(()),
                Some(b',') => start = after + 1,
                _ => return Err(Fault::AfterQuote),
            }
        }
    }

    /// The cell that begins with the quotation mark at `start`, moved together over its doubled marks. Answers where
    /// it ends.
    fn split_quoted(&mut self, start: usize) -> Result<usize, Fault> {
        let (mut read, mut write) = (start + 1, start);
        loop {
            match self.row.get(read) {
                None => {
                    if !self.append_line()? {
                        return Err(Fault::UnclosedQuote);
                    }
                    continue;
                }
                Some(b'"') if self.row.get(read + 1) == Some(&b'"') => read += 1,
                Some(b'"') => {
                    self.cells.push(start..write);
                    return Ok(read + 1);
                }
                Some(_) => {}
            }
            self.row[write] = self.row[read];
            (read, write) = (read + 1, write + 1);
        }
    }
}

/// Where the row ends, its line break left out.
#[inline]
fn end_of_line(row: &[u8]) -> usize {
    let row = row.strip_suffix(b"\n").unwrap_or(row);
    row.strip_suffix(b"\r").unwrap_or(row).len()
}

const ONES: u64 = 0x0101_0101_0101_0101;

/// The highest bit of each byte that equals `byte`, and no other bit (H. S. Warren, *Hacker's Delight*, §6-1).
#[inline]
pub(super) fn equal_bytes(word: u64, byte: u8) -> u64 {
    let other = word ^ (ONES * u64::from(byte));
    let low = !(ONES << 7);
    !(((other & low) + low) | other | low)
}

/// The cells of the row that `bytes` begin with, and its length with the line break; `None` when it does not end here, or has a
/// quotation mark. Eight bytes at a time: most of a file of votes is found by this.
fn split_plain(bytes: &[u8], cells: &mut Vec<Range<usize>>) -> Option<usize> {
    cells.clear();
    let mut start = 0;
    for (place, word) in bytes.chunks_exact(8).enumerate() {
        let mut eight = [0; 8];
        eight.copy_from_slice(word);
        let word = u64::from_le_bytes(eight);
        let mut marks = equal_bytes(word, b',') | equal_bytes(word, b'\n') | equal_bytes(word, b'"');
        while marks != 0 {
            let mark = 8 * place + (marks.trailing_zeros() / 8) as usize;
            match bytes[mark] {
                b',' => cells.push(start..mark),
                b'\n' => {
                    let is_return = mark > start && bytes[mark - 1] == b'\r';
                    cells.push(start..mark - usize::from(is_return));
                    return Some(mark + 1);
                }
                _ => return None,
            }
            start = mark + 1;
            marks &= marks - 1;
        }
        if 8 * place > LONGEST {
            return None;
        }
    }
    None
}
