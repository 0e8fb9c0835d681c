//! The TF-IDF vectors of all texts, as rows of a sparse matrix.

use crate::numbers::ln;
use crate::terms::Terms;

/// A term that stands in more than this part of the texts sets nothing apart.
const MOST_SPREAD: f64 = 0.5;

pub(super) struct Vectors {
    /// Column and value of every entry, row by row; each row has length 1 or no entry.
    entries: Vec<(u32, f64)>,
    starts: Vec<usize>,
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
