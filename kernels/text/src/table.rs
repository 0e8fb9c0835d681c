//! From the bytes of a CSV file to rows of text, whatever program wrote it, with each broken row named.
//!
//! Own reader and not the `csv` crate: that one reads an unclosed quotation mark as one cell to the end of the
//! file, and what we owe the person is the row where it began. It never fails on any bytes.

/// Why a file or a row of it cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    Empty,
    /// There is a head and nothing below it.
    NoRows,
    /// Megabytes a file may have.
    TooLarge {
        max: usize,
    },
    TooManyRows {
        max: usize,
    },
    /// This many rows cannot be read: it is something else than a table.
    NotATable {
        broken: usize,
    },
    /// A workbook or another package.
    Workbook,
    Encoding,
    /// More cells than the head has.
    Cells {
        cells: usize,
        columns: usize,
    },
    /// The row holds what is not text.
    NotText,
    UnclosedQuote,
    /// Something stands between a closing quotation mark and the delimiter.
    AfterQuote,
    LongRow,
}

/// Largest file, in bytes.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;
/// Most rows below the head.
pub const MAX_ROWS: usize = 100_000;
/// Longest row, in bytes; also where a quotation mark that is never closed gives up.
const MAX_RECORD: usize = 256 * 1024;
/// After this many broken rows the file is not what it says.
const MAX_BROKEN: usize = 1_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf16,
    Windows1252,
}

/// One row: its number as a spreadsheet shows it (the head is 1), and its cells or what is wrong with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    pub row: usize,
    pub cells: Result<Vec<String>, Fault>,
}

/// A file read: its head and its rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub encoding: Encoding,
    pub delimiter: char,
    pub head: Vec<String>,
    pub records: Vec<Record>,
}

/// Reads a whole file.
pub fn read(bytes: &[u8]) -> Result<Table, Fault> {
    let (text, encoding) = decode(bytes)?;
    let delimiter = sniff(&text);
    let mut reader = Reader { rest: &text, delimiter };
    let head = loop {
        match reader.next_record() {
            None => return Err(Fault::Empty),
            Some(Err(problem)) => return Err(problem),
            Some(Ok(cells)) if is_blank(&cells) => continue,
            Some(Ok(cells)) => break cells.into_iter().map(|c| c.trim().to_owned()).collect::<Vec<_>>(),
        }
    };
    let mut records = Vec::new();
    let (mut row, mut broken) = (1, 0);
    while let Some(cells) = reader.next_record() {
        row += 1;
        if cells.as_ref().is_ok_and(|cells| is_blank(cells)) {
            continue;
        }
        if records.len() == MAX_ROWS {
            return Err(Fault::TooManyRows { max: MAX_ROWS });
        }
        let cells = cells.and_then(|cells| fit_to_head(cells, head.len()));
        broken += usize::from(cells.is_err());
        if broken > MAX_BROKEN {
            return Err(Fault::NotATable { broken });
        }
        records.push(Record { row, cells });
    }
    if records.is_empty() {
        return Err(Fault::NoRows);
    }
    Ok(Table {
        encoding,
        delimiter,
        head,
        records,
    })
}

fn is_blank(cells: &[String]) -> bool {
    cells.iter().all(|c| c.trim().is_empty())
}

/// Programs leave out empty cells at the end, or write more of them; text outside the head is another matter.
fn fit_to_head(mut cells: Vec<String>, columns: usize) -> Result<Vec<String>, Fault> {
    if cells.len() > columns && cells[columns..].iter().any(|c| !c.trim().is_empty()) {
        return Err(Fault::Cells {
            cells: cells.len(),
            columns,
        });
    }
    cells.resize(columns, String::new());
    if cells.iter().any(|c| c.contains('\0')) {
        return Err(Fault::NotText);
    }
    Ok(cells)
}

fn decode(bytes: &[u8]) -> Result<(String, Encoding), Fault> {
    if bytes.len() > MAX_BYTES {
        return Err(Fault::TooLarge {
            max: MAX_BYTES / 1024 / 1024,
        });
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(Fault::Workbook);
    }
    if let Some(big_endian) = utf16_order(bytes) {
        let unit = |pair: &[u8]| {
            if big_endian {
                u16::from_be_bytes([pair[0], pair[1]])
            } else {
                u16::from_le_bytes([pair[0], pair[1]])
            }
        };
        let (pairs, odd) = bytes.as_chunks::<2>();
        let units: Vec<u16> = pairs.iter().map(|p| unit(p)).collect();
        let text = String::from_utf16(&units).ok().filter(|_| odd.is_empty());
        let text = text.ok_or(Fault::Encoding)?;
        return Ok((text.trim_start_matches('\u{feff}').to_owned(), Encoding::Utf16));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((text.trim_start_matches('\u{feff}').to_owned(), Encoding::Utf8)),
        Err(_) => Ok((bytes.iter().map(|b| windows_1252(*b)).collect(), Encoding::Windows1252)),
    }
}

/// UTF-16 by its mark, or by every other byte of the beginning being zero. `Some(true)` for big-endian.
fn utf16_order(bytes: &[u8]) -> Option<bool> {
    match bytes {
        [0xff, 0xfe, ..] => return Some(false),
        [0xfe, 0xff, ..] => return Some(true),
        _ => {}
    }
    let start = &bytes[..bytes.len().min(64)];
    let zeros = |from: usize| start.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let half = start.len() / 2;
    if half < 4 {
        return None;
    }
    match (zeros(0), zeros(1)) {
        (0, odd) if odd * 10 >= half * 8 => Some(false),
        (even, 0) if even * 10 >= half * 8 => Some(true),
        _ => None,
    }
}

/// What older Swedish Windows programs write.
fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        byte => char::from(byte),
    }
}

/// The delimiter that parts the head into most cells; comma when there is just one column.
fn sniff(text: &str) -> char {
    let cells = |delimiter: char| {
        Reader {
            rest: text.trim_start(),
            delimiter,
        }
        .next_record()
        .and_then(Result::ok)
        .map_or(0, |c| c.len())
    };
    let mut best = (',', cells(','));
    for delimiter in [';', '\t'] {
        let n = cells(delimiter);
        if n > best.1 {
            best = (delimiter, n);
        }
    }
    best.0
}

struct Reader<'t> {
    rest: &'t str,
    delimiter: char,
}

impl Reader<'_> {
    /// The next row. After a broken one, reading goes on at the line below where it began.
    fn next_record(&mut self) -> Option<Result<Vec<String>, Fault>> {
        if self.rest.is_empty() {
            return None;
        }
        match scan(self.rest, self.delimiter) {
            Ok((cells, length)) => {
                self.rest = &self.rest[length..];
                Some(Ok(cells))
            }
            Err(problem) => {
                let line = self.rest.find('\n').map_or(self.rest.len(), |at| at + 1);
                self.rest = &self.rest[line..];
                Some(Err(problem))
            }
        }
    }
}

/// One row from the beginning of the text: its cells and its length with the line end.
fn scan(text: &str, delimiter: char) -> Result<(Vec<String>, usize), Fault> {
    let mut cells = Vec::new();
    let mut cell = String::new();
    let mut chars = text.char_indices().peekable();
    let mut quoted = false;
    let mut was_quoted = false;
    while let Some((at, c)) = chars.next() {
        if at > MAX_RECORD {
            return Err(if quoted { Fault::UnclosedQuote } else { Fault::LongRow });
        }
        match c {
            '"' if quoted && chars.next_if(|(_, next)| *next == '"').is_some() => cell.push('"'),
            '"' if quoted => (quoted, was_quoted) = (false, true),
            c if quoted => cell.push(c),
            '"' if cell.is_empty() && !was_quoted => quoted = true,
            c if c == delimiter => {
                cells.push(std::mem::take(&mut cell));
                was_quoted = false;
            }
            '\r' if chars.peek().is_none_or(|(_, next)| *next == '\n') => {}
            '\n' => {
                cells.push(cell);
                return Ok((cells, at + 1));
            }
            ' ' if was_quoted => {}
            _ if was_quoted => return Err(Fault::AfterQuote),
            c => cell.push(c),
        }
    }
    if quoted {
        return Err(Fault::UnclosedQuote);
    }
    cells.push(cell);
    Ok((cells, text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(bytes: &[u8]) -> Vec<Result<Vec<String>, Fault>> {
        read(bytes).unwrap().records.into_iter().map(|r| r.cells).collect()
    }

    fn cells(cells: &[&str]) -> Result<Vec<String>, Fault> {
        Ok(cells.iter().map(|c| (*c).to_owned()).collect())
    }

    #[test]
    fn delimiters_and_encodings_are_found() {
        let utf16: Vec<u8> = "\u{feff}text;år\nå;1"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let utf16_bare: Vec<u8> = "text;kanal\nhej du;1"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        let cases: [(&[u8], Encoding, char); 6] = [
            ("text,år\nå,1".as_bytes(), Encoding::Utf8, ','),
            ("\u{feff}text;år\nå;1".as_bytes(), Encoding::Utf8, ';'),
            ("text\tår\nå\t1".as_bytes(), Encoding::Utf8, '\t'),
            (b"text;\xe5r\n\xe5;1", Encoding::Windows1252, ';'),
            (&utf16, Encoding::Utf16, ';'),
            (&utf16_bare, Encoding::Utf16, ';'),
        ];
        for (bytes, encoding, delimiter) in cases {
            let sheet = read(bytes).unwrap();
            assert_eq!((sheet.encoding, sheet.delimiter), (encoding, delimiter));
            assert_eq!(sheet.head[0], "text");
        }
        assert_eq!(rows(b"text;\xe5r\r\n\x93\xe5\x94;1\r\n"), [cells(&["“å”", "1"])]);
    }

    #[test]
    fn quotes_commas_and_line_breaks_stay_in_their_cell() {
        assert_eq!(
            rows(b"text,n\r\n\"a, \"\"b\"\"\r\nc\",1\r\n=1+1,2\r\n\r\nd\"e,3"),
            [
                cells(&["a, \"b\"\r\nc", "1"]),
                cells(&["=1+1", "2"]),
                cells(&["d\"e", "3"])
            ]
        );
    }

    #[test]
    fn an_unclosed_quotation_mark_costs_one_row() {
        let sheet = read(b"text,n\na,1\n\"b,2\nc,3\n").unwrap();
        assert_eq!(sheet.records[1].row, 3);
        assert_eq!(sheet.records[1].cells.as_ref().unwrap_err(), &Fault::UnclosedQuote);
        assert_eq!(sheet.records[2].cells.as_ref().unwrap()[0], "c");
    }

    #[test]
    fn broken_rows_are_named() {
        assert_eq!(
            rows(b"text,n\na,1,extra\nb\n\"c\"d,1\n\0,1"),
            [
                Err(Fault::Cells { cells: 3, columns: 2 }),
                cells(&["b", ""]),
                Err(Fault::AfterQuote),
                Err(Fault::NotText),
            ]
        );
    }

    #[test]
    fn what_is_no_table_is_refused() {
        let key = |bytes: &[u8]| read(bytes).unwrap_err();
        assert_eq!(key(b""), Fault::Empty);
        assert_eq!(key(b"\n\n"), Fault::Empty);
        assert_eq!(key(b"text\n"), Fault::NoRows);
        assert_eq!(key(b"PK\x03\x04xxxx"), Fault::Workbook);
        assert_eq!(key(&[0xff, 0xfe, 0x00]), Fault::Encoding);
        assert_eq!(
            key("text\n\"\"x\n".repeat(2_000).as_bytes()),
            Fault::NotATable { broken: 1_001 }
        );
    }

    #[test]
    fn a_file_of_quotation_marks_is_read_in_reasonable_time() {
        let begun = std::time::Instant::now();
        let mut bytes = b"text\n".to_vec();
        bytes.extend(std::iter::repeat_n(b"\"\n".as_slice(), 400_000).flatten());
        let _ = read(&bytes);
        assert!(begun.elapsed().as_secs() < 20);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = read(&bytes);
        }

        #[test]
        fn any_marks_are_read_or_refused(text in "[a\",;\t\r\n\0 å]{0,120}") {
            if let Ok(sheet) = read(text.as_bytes()) {
                prop_assert!(sheet.records.iter().all(|r| r.cells.as_ref().map_or(true, |c| c.len() == sheet.head.len())));
            }
        }

        #[test]
        fn what_a_spreadsheet_writes_is_read_back(table in prop::collection::vec(prop::collection::vec("[a-zå\", ;\n]{1,12}", 2), 1..8)) {
            let written: String = std::iter::once("head1,head2\n".to_owned())
                .chain(table.iter().map(|row| {
                    let cells: Vec<String> = row.iter().map(|c| format!("\"{}\"", c.replace('"', "\"\""))).collect();
                    cells.join(",") + "\n"
                }))
                .collect();
            let read: Vec<Vec<String>> = read(written.as_bytes()).map(|s| s.records.into_iter().map(|r| r.cells.unwrap()).collect()).unwrap_or_default();
            let expected: Vec<Vec<String>> = table.into_iter().filter(|row| !is_blank(row)).collect();
            prop_assert_eq!(read, expected);
        }
    }
}
