//! Which words a file of vectors is searched for. Such a file holds millions of words and several gigabytes; a body of texts
//! needs some ten thousand of them.

use super::{How, Known};
use crate::compounds::Compounds;
use crate::stem::{lower_case, stem_of, words};
use crate::stop_words::is_stop_word;
use std::collections::HashMap;

/// The words of a body of texts, and what may stand for each of them: the word as written or in lower case, whichever is commoner
/// in the file ("Cykel" at the beginning of a sentence is "cykel", "Malmö" stays); else the commonest other form of it, which has
/// the same stem; else the mean of the parts of a compound, if all of them are found by themselves or in another form.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    words: Vec<Word>,
    /// Places in what a search found, of forms and of stems.
    forms: HashMap<String, usize>,
    stems: HashMap<String, usize>,
}

#[derive(Debug, Clone)]
struct Word {
    written: String,
    as_written: usize,
    lower: Sought,
    parts: Vec<Sought>,
}

/// Places of a form and of its stem.
#[derive(Debug, Clone, Copy)]
struct Sought {
    form: usize,
    stem: usize,
}

/// For each form and each stem that is sought the row of its vector.
pub(super) struct Found {
    forms: Vec<Option<u32>>,
    stems: Vec<Option<u32>>,
}

/// Whether a word, as written, takes part: stop words and what has no letter do not.
pub(super) fn counts(word: &str) -> bool {
    let mut lower = String::new();
    lower_case(word, &mut lower);
    word.chars().any(char::is_alphabetic) && !is_stop_word(&lower)
}

impl Wanted {
    /// The words of the texts; compounds are split by the texts' own words. Time and memory linear in the texts.
    pub fn of<T: AsRef<str>>(texts: &[T]) -> Wanted {
        let compounds = Compounds::learn(texts);
        let mut wanted = Wanted::default();
        let mut met = std::collections::HashSet::new();
        let mut lower = String::new();
        for text in texts {
            let text = text.as_ref();
            for place in words(text) {
                let written = &text[place];
                if met.contains(written) {
                    continue;
                }
                met.insert(written);
                if counts(written) {
                    lower_case(written, &mut lower);
                    wanted.add(written, &lower, &compounds);
                }
            }
        }
        wanted
    }

    /// Different words, as written.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    fn add(&mut self, written: &str, lower: &str, compounds: &Compounds) {
        let parts = compounds.parts(lower);
        let word = Word {
            written: written.to_owned(),
            as_written: place(&mut self.forms, written),
            lower: self.seek(lower),
            parts: match parts.len() {
                1 => Vec::new(),
                _ => parts.into_iter().map(|part| self.seek(part)).collect(),
            },
        };
        self.words.push(word);
    }

    fn seek(&mut self, lower: &str) -> Sought {
        Sought {
            form: place(&mut self.forms, lower),
            stem: place(&mut self.stems, stem_of(lower)),
        }
    }

    pub(super) fn nothing_found(&self) -> Found {
        Found {
            forms: vec![None; self.forms.len()],
            stems: vec![None; self.stems.len()],
        }
    }

    /// Takes a word of the file as found, if it is sought and no earlier word was; then `row` is asked for the row of its vector.
    /// The stem is that of the word in lower case, which `lower` is the memory for.
    pub(super) fn meet<E>(
        &self,
        word: &str,
        lower: &mut String,
        found: &mut Found,
        row: impl FnOnce() -> Result<u32, E>,
    ) -> Result<(), E> {
        lower_case(word, lower);
        let form = self.forms.get(word).filter(|place| found.forms[**place].is_none());
        let stem = self
            .stems
            .get(stem_of(lower))
            .filter(|place| found.stems[**place].is_none());
        if form.is_some() || stem.is_some() {
            let row = Some(row()?);
            form.into_iter().for_each(|place| found.forms[*place] = row);
            stem.into_iter().for_each(|place| found.stems[*place] = row);
        }
        Ok(())
    }

    /// What each word of the texts means, by rows. Rows are numbered as the file has them, the commonest first.
    pub(super) fn known(&self, found: &Found) -> HashMap<String, Known> {
        let each = self.words.iter();
        each.filter_map(|word| Some((word.written.clone(), word.known(found)?)))
            .collect()
    }
}

impl Word {
    fn known(&self, found: &Found) -> Option<Known> {
        let itself = [found.forms[self.as_written], found.forms[self.lower.form]];
        let whole = |row: u32, how| Known { rows: vec![row], how };
        if let Some(row) = itself.into_iter().flatten().min() {
            return Some(whole(row, How::Itself));
        }
        if let Some(row) = found.stems[self.lower.stem] {
            return Some(whole(row, How::OtherForm));
        }
        let part = |sought: &Sought| found.forms[sought.form].or(found.stems[sought.stem]);
        let rows: Vec<u32> = self.parts.iter().map(part).collect::<Option<_>>()?;
        (!rows.is_empty()).then_some(Known { rows, how: How::Parts })
    }
}

/// The place of a word among those sought, a new one for a new word.
fn place(places: &mut HashMap<String, usize>, word: &str) -> usize {
    match places.get(word) {
        Some(place) => *place,
        None => {
            let next = places.len();
            places.insert(word.to_owned(), next);
            next
        }
    }
}
