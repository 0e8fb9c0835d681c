//! From texts to counted terms, which themes and keyness work on. A term is the stem of a word, or of a part of a
//! compound; it is shown in the form in which it was written most often.

use crate::compounds::Compounds;
use crate::stem::{lower_case, stem_of, words};
use crate::stop_words::is_stop_word;
use std::collections::HashMap;

/// Letters of the shortest and the longest word that can be a term.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=60;

/// The terms of a body of texts.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    /// How each term is shown, by its number.
    pub shown: Vec<String>,
    /// For each text its terms by number, ascending, and how often each stands there.
    pub texts: Vec<Vec<(u32, u32)>>,
}

impl Terms {
    /// Counts the terms of all texts, numbered in the order in which they are met. Stop words, numbers and single letters
    /// are left out. With `compounds`, a compound also counts as each of its parts. Time linear in the texts.
    pub fn count<T: AsRef<str>>(texts: &[T], compounds: Option<&Compounds>) -> Terms {
        let mut counter = Counter::default();
        let texts = texts
            .iter()
            .map(|text| counter.text(text.as_ref(), compounds))
            .collect();
        Terms {
            shown: counter.forms.into_iter().map(commonest).collect(),
            texts,
        }
    }

    /// In how many texts each term stands.
    pub fn spread(&self) -> Vec<u32> {
        let mut spread = vec![0; self.shown.len()];
        for (term, _) in self.texts.iter().flatten() {
            spread[*term as usize] += 1;
        }
        spread
    }
}

/// The form met most often, the first met among equals.
fn commonest(forms: Vec<(String, u32)>) -> String {
    let best = forms
        .into_iter()
        .reduce(|best, form| if form.1 > best.1 { form } else { best });
    best.map(|(form, _)| form).unwrap_or_default()
}

#[derive(Default)]
struct Counter {
    numbers: HashMap<String, u32>,
    /// The forms of each term and their counts.
    forms: Vec<Vec<(String, u32)>>,
    /// What each word in lower case was found to be.
    known: HashMap<String, Known>,
}

/// A word that was met before.
#[derive(Default)]
struct Known {
    /// Its own number, then those of its parts; empty for what is no term.
    terms: Vec<u32>,
    /// Its place among the forms of its term.
    form: usize,
}

impl Counter {
    fn text(&mut self, text: &str, compounds: Option<&Compounds>) -> Vec<(u32, u32)> {
        let mut met = Vec::new();
        let mut lower = String::new();
        for place in words(text) {
            lower_case(&text[place], &mut lower);
            self.word(&lower, compounds, &mut met);
        }
        met.sort_unstable();
        let each = met.chunk_by(|one, next| one == next);
        each.map(|same| (same[0], same.len() as u32)).collect()
    }

    fn word(&mut self, lower: &str, compounds: Option<&Compounds>, met: &mut Vec<u32>) {
        if let Some(known) = self.known.get(lower) {
            if let Some(own) = known.terms.first() {
                self.forms[*own as usize][known.form].1 += 1;
                met.extend(&known.terms);
            }
            return;
        }
        let known = self.new_word(lower, compounds);
        met.extend(&known.terms);
        self.known.insert(lower.to_owned(), known);
    }

    fn new_word(&mut self, lower: &str, compounds: Option<&Compounds>) -> Known {
        let fits = LETTERS.contains(&lower.chars().take(LETTERS.end() + 1).count());
        if !fits || is_stop_word(lower) || lower.chars().any(char::is_numeric) {
            return Known::default();
        }
        let (own, form) = self.number(lower);
        let mut terms = vec![own];
        let parts = compounds.map_or(Vec::new(), |compounds| compounds.parts(lower));
        if parts.len() > 1 {
            terms.extend(parts.into_iter().map(|part| self.number(part).0));
        }
        Known { terms, form }
    }

    /// The number of the word's term, and the word's place among its forms; it is counted there.
    fn number(&mut self, word: &str) -> (u32, usize) {
        let stem = stem_of(word);
        let number = match self.numbers.get(stem) {
            Some(number) => *number,
            None => {
                let number = self.forms.len() as u32;
                self.numbers.insert(stem.to_owned(), number);
                self.forms.push(Vec::new());
                number
            }
        };
        let forms = &mut self.forms[number as usize];
        let place = forms.iter().position(|(form, _)| form == word);
        let place = place.unwrap_or_else(|| {
            forms.push((word.to_owned(), 0));
            forms.len() - 1
        });
        forms[place].1 += 1;
        (number, place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_are_one_term_shown_as_it_is_mostly_written() {
        let terms = Terms::count(&["Parken är fin, parken!", "En park och 2 parker i Norrby"], None);
        assert_eq!(terms.shown, ["parken", "fin", "norrby"]);
        assert_eq!(terms.texts, [vec![(0, 2), (1, 1)], vec![(0, 2), (2, 1)]]);
        assert_eq!(terms.spread(), [2, 1, 1]);
    }

    #[test]
    fn a_compound_counts_as_its_parts_too() {
        let texts = ["cykelväg cykelväg", "cykel cykel väg vägen vägar"];
        let terms = Terms::count(&texts, Some(&Compounds::learn(&texts)));
        assert_eq!(terms.shown, ["cykelväg", "cykel", "väg"]);
        assert_eq!(terms.texts[0], [(0, 2), (1, 2), (2, 2)]);
    }
}
