//! What texts mean, by word vectors that an operator provides as a file: texts that say the same in other words lie near each
//! other. Optional: nothing is fetched, no vectors are shipped, and every other module does without.
//!
//! A text becomes a vector by *smooth inverse frequency* (Arora, Liang and Ma, *A simple but tough-to-beat baseline for
//! sentence embeddings*, ICLR 2017): the mean of its words' vectors, each weighted by a / (a + p) with the word's probability p
//! and a = 10⁻³, less what lies in the first common direction of all texts; then to length 1.
//!
//! **Where p comes from.** From the word's line in the file: such files are written with the commonest word first, so by Zipf's
//! law the word on line r of n has p = 1 / (r · (ln n + γ)). Counting the texts at hand instead would make light of the very
//! subject of a dialogue, in which everybody writes "lekplats"; and twenty texts count nothing.
//! Stop words are left out: they would have about a hundredth of a word's weight, and a text of them alone means nothing here.
//!
//! **Words that are not in the file**: see [`Wanted`]. The order of use is
//!
//! ```
//! # fn main() -> Result<(), text::embedding::Error> {
//! use text::embedding::{Vectors, Wanted};
//! let texts = ["fler cyklar", "flera cyklar"];
//! let file = "2 2\ncyklar 0.1 0.9\nfler 0.5 0.1\n";
//! let vectors = Vectors::read(file.as_bytes(), &Wanted::of(&texts))?;
//! let sentences = vectors.embed(&texts);
//! assert!(sentences.similarity(0, 1).is_some_and(|cosine| cosine > 0.99));
//! # Ok(())
//! # }
//! ```
//!
//! The same file and texts give the same result on every machine: sums are in double precision and in a fixed order.

mod common;
mod fault;
mod pairs;
mod reader;
#[cfg(test)]
mod tests;
mod wanted;

use crate::numbers::ln;
use crate::stem::words;
pub use fault::{Error, Fault};
pub use pairs::{MOST_TEXTS, PairError, PairOptions, Pairs};
use std::collections::HashMap;
pub use wanted::Wanted;

/// Numbers of a vector at most.
pub const MOST_DIMENSIONS: usize = 4096;
/// The a of the weights, as in the paper.
const SMOOTHING: f64 = 1e-3;
/// Euler's γ: the harmonic number of n is about ln n + γ.
const EULER: f64 = 0.577_215_664_901_532_9;
/// Texts from which a common direction is taken away. That of fewer is their subject, not their language.
const LEAST_FOR_COMMON: usize = 10;
/// Part of a vector that must be left beside the common direction. What is less is rounding.
const LEAST_LEFT: f64 = 1e-6;
/// Vectors are stored with zeros up to a whole number of times this, so that products need no remainder.
const LANES: usize = 16;

/// The vectors of the words that were wanted.
#[derive(Debug, Clone, PartialEq)]
pub struct Vectors {
    dimensions: usize,
    /// Words in the file.
    lines: u64,
    /// Row by row.
    numbers: Vec<f32>,
    /// The line of each row's word among the words of the file, from 1.
    ranks: Vec<u64>,
    /// Rows of each word as it is written in the texts.
    known: HashMap<String, Known>,
}

/// How a word of the texts was found in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Known {
    rows: Vec<u32>,
    how: How,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    Itself,
    OtherForm,
    Parts,
}

/// How many words of the texts are in the file: running words, stop words and numbers not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Coverage {
    /// All of them, known or not.
    pub words: u64,
    /// In the file as they are written, or in lower case.
    pub themselves: u64,
    /// Another form of the word is in the file.
    pub other_forms: u64,
    /// The parts of the compound are in the file.
    pub by_parts: u64,
}

impl Coverage {
    pub fn known(self) -> u64 {
        self.themselves + self.other_forms + self.by_parts
    }

    /// The known of all words, 0 to 1. `None` without words: that has no share.
    pub fn share(self) -> Option<f64> {
        (self.words > 0).then(|| self.known() as f64 / self.words as f64)
    }
}

impl Vectors {
    /// Words that were kept from the file.
    pub fn words(&self) -> usize {
        self.ranks.len()
    }

    /// Numbers of each vector.
    pub fn dimensions(&self) -> usize {
        self.dimensions
    }

    /// The vectors of texts, which must be those that the words were wanted for: other words are not known.
    ///
    /// Time: words of the texts × dimensions, and texts × dimensions × the rounds for the common direction (at most 200); memory:
    /// twelve bytes × texts × dimensions while it runs, four bytes after.
    pub fn embed<T: AsRef<str>>(&self, texts: &[T]) -> Sentences {
        let mut coverage = Coverage::default();
        let mut means = vec![0.0; texts.len() * self.dimensions];
        let rows = means.chunks_exact_mut(self.dimensions.max(1)).zip(texts);
        let known: Vec<bool> = rows
            .map(|(mean, text)| self.mean(text.as_ref(), mean, &mut coverage))
            .collect();
        let before = lengths(&means, self.dimensions);
        if known.iter().filter(|known| **known).count() >= LEAST_FOR_COMMON {
            common::remove(&mut means, self.dimensions);
        }
        Sentences::of(&means, self.dimensions, &before, coverage)
    }

    /// Adds up the weighted mean of a text's words; whether there was one.
    fn mean(&self, text: &str, mean: &mut [f64], coverage: &mut Coverage) -> bool {
        let mut count = 0_u32;
        for place in words(text) {
            let word = &text[place];
            let Some(known) = self.known.get(word) else {
                coverage.words += u64::from(wanted::counts(word));
                continue;
            };
            coverage.words += 1;
            match known.how {
                How::Itself => coverage.themselves += 1,
                How::OtherForm => coverage.other_forms += 1,
                How::Parts => coverage.by_parts += 1,
            }
            count += 1;
            let weight = self.weight(&known.rows) / known.rows.len() as f64;
            for row in &known.rows {
                let numbers = &self.numbers[*row as usize * self.dimensions..][..self.dimensions];
                (mean.iter_mut().zip(numbers)).for_each(|(sum, number)| *sum += weight * f64::from(*number));
            }
        }
        mean.iter_mut().for_each(|sum| *sum /= f64::from(count.max(1)));
        count > 0
    }

    /// a / (a + p). A compound is at most as common as the rarest of its parts.
    fn weight(&self, rows: &[u32]) -> f64 {
        let rank = rows.iter().map(|row| self.ranks[*row as usize]).max().unwrap_or(1);
        let probability = 1.0 / (rank as f64 * (ln(self.lines as f64) + EULER));
        SMOOTHING / (SMOOTHING + probability)
    }
}

fn lengths(rows: &[f64], dimensions: usize) -> Vec<f64> {
    let length = |row: &[f64]| row.iter().map(|number| number * number).sum::<f64>().sqrt();
    rows.chunks_exact(dimensions.max(1)).map(length).collect()
}

/// Texts as vectors of length 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Sentences {
    dimensions: usize,
    /// The dimensions, up to a whole number of times [`LANES`].
    width: usize,
    numbers: Vec<f32>,
    /// Whether the text has a vector.
    has: Vec<bool>,
    coverage: Coverage,
}

impl Sentences {
    fn of(rows: &[f64], dimensions: usize, before: &[f64], coverage: Coverage) -> Sentences {
        let width = dimensions.next_multiple_of(LANES);
        let mut numbers = vec![0.0; before.len() * width];
        let mut has = Vec::with_capacity(before.len());
        let from = rows
            .chunks_exact(dimensions.max(1))
            .zip(lengths(rows, dimensions))
            .zip(before);
        for (to, ((row, length), before)) in numbers.chunks_exact_mut(width.max(1)).zip(from) {
            has.push(length > LEAST_LEFT * before);
            if length > LEAST_LEFT * before {
                to.iter_mut()
                    .zip(row)
                    .for_each(|(to, number)| *to = (number / length) as f32);
            }
        }
        Sentences {
            dimensions,
            width,
            numbers,
            has,
            coverage,
        }
    }

    /// Texts, with a vector or without.
    pub fn len(&self) -> usize {
        self.has.len()
    }

    pub fn is_empty(&self) -> bool {
        self.has.is_empty()
    }

    /// Numbers of each vector.
    pub fn dimensions(&self) -> usize {
        self.dimensions
    }

    /// The vector of a text, of length 1. `None` for a text without a known word, for one that holds nothing beyond what
    /// all texts share, and for a place that does not exist.
    pub fn vector(&self, text: usize) -> Option<&[f32]> {
        let has = self.has.get(text).copied().unwrap_or(false);
        has.then(|| &self.row(text)[..self.dimensions])
    }

    /// The cosine of two texts, −1 to 1 with six decimals. `None` where one of them has no vector.
    pub fn similarity(&self, a: usize, b: usize) -> Option<f64> {
        let products = self.vector(a)?.iter().zip(self.vector(b)?);
        let cosine: f64 = products.map(|(x, y)| f64::from(*x) * f64::from(*y)).sum();
        Some(((cosine * 1e6).round() / 1e6).clamp(-1.0, 1.0))
    }

    /// How many of the texts' words are in the file. Show it with every result: what lies on half of the words is half a result.
    pub fn coverage(&self) -> Coverage {
        self.coverage
    }

    /// Texts that have a vector.
    pub fn known(&self) -> usize {
        self.has.iter().filter(|has| **has).count()
    }

    /// With its zeros at the end.
    fn row(&self, text: usize) -> &[f32] {
        &self.numbers[text * self.width..][..self.width]
    }
}
