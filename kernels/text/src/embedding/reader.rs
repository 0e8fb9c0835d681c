//! Reads the plain text format of word2vec, fastText and GloVe: perhaps a first line `words dimensions`, then on each line a
//! word and its numbers, separated by spaces or tabs, the commonest word first.

use super::wanted::Wanted;
use super::{Error, Fault, MOST_DIMENSIONS, Vectors};
use std::io::{BufRead, Read as _};

/// Bytes of a line at most: a word and [`MOST_DIMENSIONS`] numbers in full precision.
const LONGEST_LINE: usize = 128 * 1024;
/// Characters of a wrong number that are told.
const SHOWN: usize = 40;

impl Vectors {
    /// Reads the vectors of the words that are wanted. Of a word that stands there twice the first counts.
    ///
    /// The file is read as a stream, so memory does not depend on it: one line (at most 128 KiB), and for each word kept four
    /// bytes × dimensions; at most three for each different word of the texts and two for each of its parts. Time is linear in
    /// the file. Numbers of words that are not wanted are counted, not read.
    ///
    /// # Errors
    /// What is wrong in which line, and what to do. A word may hold spaces, as some of GloVe's do; such words are passed over.
    pub fn read(reader: impl BufRead, wanted: &Wanted) -> Result<Vectors, Error> {
        let mut lines = Lines {
            reader,
            bytes: Vec::new(),
            line: 0,
        };
        let mut found = wanted.nothing_found();
        let mut shape: Option<Shape> = None;
        let mut vectors = Vectors {
            dimensions: 0,
            lines: 0,
            numbers: Vec::new(),
            ranks: Vec::new(),
            known: Default::default(),
        };
        let mut lower = String::new();
        while lines.next()? {
            let text = lines.text()?;
            let at = |fault| Error {
                line: lines.line,
                fault,
            };
            let dimensions = match &shape {
                Some(shape) => shape.dimensions,
                None => {
                    let first = Shape::of(text).map_err(at)?;
                    vectors.dimensions = first.dimensions;
                    let (dimensions, heads) = (first.dimensions, first.promised.is_some());
                    shape = Some(first);
                    if heads {
                        continue;
                    }
                    dimensions
                }
            };
            vectors.lines += 1;
            let Some(word) = word_of(text, dimensions).map_err(at)? else {
                continue;
            };
            wanted
                .meet(word, &mut lower, &mut found, || vectors.keep(text))
                .map_err(at)?;
        }
        let promised = shape.and_then(|shape| shape.promised);
        vectors.finish(promised, wanted).map_err(|fault| Error {
            line: lines.line.max(1),
            fault,
        })?;
        vectors.known = wanted.known(&found);
        Ok(vectors)
    }

    /// Stores the numbers of a line as a new row.
    fn keep(&mut self, text: &str) -> Result<u32, Fault> {
        for (place, field) in fields(text).enumerate().skip(1) {
            match field.parse::<f32>() {
                Ok(number) if number.is_finite() => self.numbers.push(number),
                _ => {
                    return Err(Fault::Number {
                        column: place + 1,
                        found: field.chars().take(SHOWN).collect(),
                    });
                }
            }
        }
        self.ranks.push(self.lines);
        Ok(self.ranks.len() as u32 - 1)
    }

    fn finish(&self, promised: Option<u64>, wanted: &Wanted) -> Result<(), Fault> {
        if let Some(promised) = promised.filter(|promised| *promised != self.lines) {
            return Err(Fault::Count {
                promised,
                found: self.lines,
            });
        }
        if self.lines == 0 {
            return Err(Fault::Empty);
        }
        if self.ranks.is_empty() && !wanted.is_empty() {
            return Err(Fault::NoneKnown { words: wanted.len() });
        }
        Ok(())
    }
}

/// What the first line says.
struct Shape {
    dimensions: usize,
    /// Words, where the line says only how many there are.
    promised: Option<u64>,
}

impl Shape {
    /// Two whole numbers are the count of words and dimensions; anything else is the first word and its numbers.
    fn of(text: &str) -> Result<Shape, Fault> {
        let fields: Vec<&str> = fields(text).collect();
        let whole = |place: usize| fields.get(place).and_then(|field| field.parse::<u64>().ok());
        let (dimensions, promised) = match (fields.len(), whole(0), whole(1)) {
            (2, Some(words), Some(dimensions)) => (dimensions, Some(words)),
            (count, ..) => (count.saturating_sub(1) as u64, None),
        };
        match usize::try_from(dimensions) {
            Ok(dimensions @ 1..=MOST_DIMENSIONS) => Ok(Shape { dimensions, promised }),
            _ => Err(Fault::Dimensions(dimensions)),
        }
    }
}

/// The word of a line that holds so many numbers; `None` for one with spaces in it.
fn word_of(text: &str, dimensions: usize) -> Result<Option<&str>, Fault> {
    let mut parts = fields(text);
    let (word, second) = (parts.next(), parts.next());
    let found = starts(text.as_bytes());
    // A surplus number is a fault, a surplus word belongs to the word.
    let spaced = found > dimensions && second.is_some_and(|second| second.parse::<f32>().is_err());
    match found == dimensions {
        true => Ok(word),
        false if spaced => Ok(None),
        false => Err(Fault::Columns {
            found,
            expected: dimensions,
        }),
    }
}

fn fields(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', '\t']).filter(|field| !field.is_empty())
}

/// Fields after the first one. Without a branch, since it passes over every byte of a large file.
fn starts(line: &[u8]) -> usize {
    let parts = |byte: u8| (byte == b' ') | (byte == b'\t');
    let pairs = line.iter().zip(line.iter().skip(1));
    pairs
        .map(|(before, byte)| usize::from(parts(*before) & !parts(*byte)))
        .sum()
}

/// Lines with their numbers, empty ones passed over.
struct Lines<R> {
    reader: R,
    bytes: Vec<u8>,
    line: u64,
}

impl<R: BufRead> Lines<R> {
    /// Reads the next line that is not empty; whether there was one.
    fn next(&mut self) -> Result<bool, Error> {
        loop {
            self.bytes.clear();
            let most = LONGEST_LINE as u64 + 1;
            let read = (&mut self.reader).take(most).read_until(b'\n', &mut self.bytes);
            let at = |line, fault| Err(Error { line, fault });
            match read {
                Ok(0) => return Ok(false),
                Ok(_) if self.bytes.len() > LONGEST_LINE => {
                    return at(self.line + 1, Fault::LongLine { most: LONGEST_LINE });
                }
                Ok(_) => self.line += 1,
                Err(why) => return at(self.line + 1, Fault::Read(why.to_string())),
            }
            // The mark of its encoding, which some programs write.
            if self.line == 1 && self.bytes.starts_with(b"\xef\xbb\xbf") {
                self.bytes.drain(..3);
            }
            if !self.bytes.iter().all(u8::is_ascii_whitespace) {
                return Ok(true);
            }
        }
    }

    /// The line without spaces at its ends, as word2vec leaves them.
    fn text(&self) -> Result<&str, Error> {
        let text = std::str::from_utf8(&self.bytes).map_err(|_| Error {
            line: self.line,
            fault: Fault::NotText,
        })?;
        Ok(text.trim_matches(|letter: char| letter.is_ascii_whitespace()))
    }
}
