//! The TF-IDF vectors of all texts, as rows of a sparse matrix; perhaps with what the texts mean beside them.

use crate::embedding::Sentences;
use crate::numbers::ln;
use crate::terms::Terms;

/// A term that stands in more than this part of the texts sets nothing apart.
const MOST_SPREAD: f64 = 0.5;

pub(super) struct Vectors {
    /// Column and value of every entry, row by row; each row has length 1 or no entry.
    entries: Vec<(u32, f64)>,
    starts: Vec<usize>,
    /// Those of the terms, then those of the meaning.
    columns: usize,
    /// The number of each column's term in [`Terms`].
    numbers: Vec<usize>,
}

impl Vectors {
    pub(super) fn weigh(terms: &Terms, least_texts: usize) -> Vectors {
        let spread = terms.spread();
        let texts = terms.texts.len();
        // In a handful of texts "half of them" is two persons.
        let most = ((texts as f64 * MOST_SPREAD) as usize).max(10);
        let kept = |count: u32| (least_texts.max(1)..=most).contains(&(count as usize));
        let mut columns = vec![None; spread.len()];
        let mut numbers = Vec::new();
        let mut rarity = Vec::new();
        for (term, count) in spread.iter().enumerate().filter(|(_, count)| kept(**count)) {
            columns[term] = Some(numbers.len() as u32);
            numbers.push(term);
            rarity.push(ln((1 + texts) as f64 / f64::from(1 + count)) + 1.0);
        }
        let mut vectors = Vectors {
            entries: Vec::new(),
            starts: vec![0],
            columns: numbers.len(),
            numbers,
        };
        for text in &terms.texts {
            let from = vectors.entries.len();
            vectors.entries.extend(text.iter().filter_map(|(term, count)| {
                let column = columns[*term as usize]?;
                Some((column, (1.0 + ln(f64::from(*count))) * rarity[column as usize]))
            }));
            let row = &mut vectors.entries[from..];
            let length = row.iter().map(|(_, value)| value * value).sum::<f64>().sqrt();
            row.iter_mut().for_each(|(_, value)| *value /= length);
            vectors.starts.push(vectors.entries.len());
        }
        vectors
    }

    /// Each row with the text's meaning beside its terms, in columns after theirs; `share` is the meaning's part of a cosine.
    pub(super) fn beside(self, sentences: &Sentences, share: f64) -> Vectors {
        let mut joined = Vectors {
            entries: Vec::new(),
            starts: vec![0],
            columns: self.columns + sentences.dimensions(),
            numbers: self.numbers.clone(),
        };
        for text in 0..self.texts() {
            let row = self.row(text);
            let meaning = sentences.vector(text);
            let (of_terms, of_meaning) = match (row.is_empty(), meaning) {
                (false, Some(_)) => ((1.0 - share).sqrt(), share.sqrt()),
                _ => (1.0, 1.0),
            };
            let terms = row.iter().map(|(column, value)| (*column, of_terms * value));
            joined.entries.extend(terms);
            let columns = self.columns as u32..;
            let numbers = meaning.unwrap_or_default().iter();
            joined
                .entries
                .extend(columns.zip(numbers.map(|number| of_meaning * f64::from(*number))));
            joined.starts.push(joined.entries.len());
        }
        joined
    }

    pub(super) fn columns(&self) -> usize {
        self.columns
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &[(u32, f64)]> {
        self.starts.windows(2).map(|ends| &self.entries[ends[0]..ends[1]])
    }

    pub(super) fn row(&self, text: usize) -> &[(u32, f64)] {
        &self.entries[self.starts[text]..self.starts[text + 1]]
    }

    pub(super) fn texts(&self) -> usize {
        self.starts.len() - 1
    }

    pub(super) fn terms(&self) -> usize {
        self.numbers.len()
    }

    /// The number in [`Terms`] of a column's term.
    pub(super) fn number(&self, column: usize) -> usize {
        self.numbers[column]
    }
}

/// Adds `times · of` to `to`.
pub(super) fn add(to: &mut [f64], of: &[f64], times: f64) {
    for (to, of) in to.iter_mut().zip(of) {
        *to += times * of;
    }
}
