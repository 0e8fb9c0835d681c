//! What can be wrong with a file of word vectors, and what to do about it.

use super::MOST_DIMENSIONS;

/// What is wrong, and in which line, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    pub line: u64,
    pub fault: Fault,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// There is no word in the file.
    Empty,
    /// The line is not text in UTF-8.
    NotText,
    /// The line has more than so many bytes.
    LongLine { most: usize },
    /// So many numbers make no vector: 1 to [`MOST_DIMENSIONS`].
    Dimensions(u64),
    /// The word is followed by another count of numbers than the first line says.
    Columns { found: usize, expected: usize },
    /// What stands in that column (the word is in column 1) is not a finite number.
    Number { column: usize, found: String },
    /// The first line promises another count of words than there are.
    Count { promised: u64, found: u64 },
    /// None of so many different words of the texts is in the file.
    NoneKnown { words: usize },
    /// The file could not be read on.
    Read(String),
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}: {}", self.line, self.fault)
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Fault::Empty => write!(
                f,
                "there is no word here; on each line a word and its numbers should stand"
            ),
            Fault::NotText => write!(
                f,
                "this is not text in UTF-8; unpack a packed file, and save a binary one in the text format (.vec)"
            ),
            Fault::LongLine { most } => write!(
                f,
                "the line is longer than {most} bytes; is this a file of word vectors?"
            ),
            Fault::Dimensions(found) => write!(
                f,
                "{found} numbers make no vector; 1 to {MOST_DIMENSIONS} should follow each word"
            ),
            Fault::Columns { found, expected } => write!(
                f,
                "{found} numbers follow the word, but {expected} in the lines before; mend the line or take it away"
            ),
            Fault::Number { column, found } => write!(
                f,
                "column {column} holds “{found}”, which is not a finite number; mend the line or take it away"
            ),
            Fault::Count { promised, found } => write!(
                f,
                "the first line promises {promised} words, but there are {found}; fetch the file anew, or mend the first line if it was cut on purpose"
            ),
            Fault::NoneKnown { words } => write!(
                f,
                "none of the {words} different words of the texts is in the file; is it for another language?"
            ),
            Fault::Read(why) => write!(f, "the file cannot be read on: {why}"),
        }
    }
}

impl std::error::Error for Error {}
