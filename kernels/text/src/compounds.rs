//! Swedish writes compounds together: "cykelvägnät" is about bicycles, roads and nets, which no stem shows. The splitter
//! learns from the words of the texts themselves, so it knows the municipality's words and needs no dictionary: a word
//! is split where both sides are words that stand by themselves elsewhere and are together commoner than it is; the
//! split with the commonest sides wins (Koehn and Knight, *Empirical methods for compound splitting*, 2003, section 3, by
//! the geometric mean of the counts). So "kärnkraft" in a debate on nuclear power stays one word.

use crate::stem::{lower_case, stem_of, words};
use crate::stop_words::is_stop_word;
use std::collections::HashMap;

/// Letters of the shortest word that is looked at, of a first part and of a last part.
const LEAST_WORD: usize = 7;
const LEAST_FIRST: usize = 3;
const LEAST_LAST: usize = 3;
/// Letters of the longest word; what is longer is no word.
const LONGEST: usize = 60;
/// Joints in one word at most; each level costs a factor of its letters.
const DEPTH: usize = 3;
/// How often a part must stand by itself.
const LEAST_COUNT: u32 = 2;
/// Beginnings and endings that make words of words, though they may look like words.
const NOT_FIRST: [&str; 12] = [
    "för", "fram", "bort", "upp", "miss", "med", "mot", "sam", "till", "ut", "van", "åter",
];
#[rustfmt::skip]
const NOT_LAST: [&str; 40] = [
    "ade", "aktig", "ande", "anden", "andet", "ans", "are", "aren", "arna", "bar", "bara", "bart", "else", "elsen", "ens",
    "enser", "ers", "het", "heten", "heter", "iga", "ing", "ings", "isk", "iska", "iskt", "lig", "liga", "ligt", "lös",
    "lösa", "ner", "ning", "ningar", "ningen", "nings", "ring", "skap", "skapet", "tion",
];

/// Words and how often they were met, under their stems.
#[derive(Debug, Clone, Default)]
pub struct Compounds {
    counts: HashMap<String, u32>,
}

impl Compounds {
    /// Counts the words of all texts. Time and memory linear in them.
    pub fn learn<T: AsRef<str>>(texts: &[T]) -> Compounds {
        let mut met: HashMap<String, u32> = HashMap::new();
        let mut lower = String::new();
        for text in texts {
            for place in words(text.as_ref()) {
                lower_case(&text.as_ref()[place], &mut lower);
                match met.get_mut(lower.as_str()) {
                    Some(times) => *times = times.saturating_add(1),
                    None => {
                        met.insert(lower.clone(), 1);
                    }
                }
            }
        }
        let mut compounds = Compounds::default();
        // In any order: counts are added up.
        met.iter().for_each(|(word, times)| compounds.add(word, *times));
        compounds
    }

    /// Counts one word in lower case that was met so many times.
    fn add(&mut self, lower: &str, times: u32) {
        if is_stop_word(lower) || lower.len() < LEAST_FIRST || !lower.chars().all(char::is_alphabetic) {
            return;
        }
        match self.counts.get_mut(stem_of(lower)) {
            Some(count) => *count = count.saturating_add(times),
            None => {
                self.counts.insert(stem_of(lower).to_owned(), times);
            }
        }
    }

    /// The parts of a word in lower case, from the first to the last, without the letters that join them; the word itself
    /// when it is no compound that is known. The parts are slices of the word. Time at most the fourth power
    /// of the word's letters, for real words their square.
    pub fn parts<'w>(&self, lower: &'w str) -> Vec<&'w str> {
        let mut parts = Vec::new();
        self.split(lower, &mut parts);
        parts
    }

    fn split<'w>(&self, word: &'w str, parts: &mut Vec<&'w str>) {
        match self.best(word, DEPTH) {
            Some((_, first, last)) => {
                self.split(first, parts);
                parts.push(last);
            }
            None => parts.push(word),
        }
    }

    /// The best two parts with the lesser of their counts; among equals the longest first one. The last part is a word that
    /// is known, the first may be a compound itself.
    fn best<'w>(&self, word: &'w str, depth: usize) -> Option<(u32, &'w str, &'w str)> {
        let letters = word.chars().count();
        if depth == 0 || !(LEAST_WORD..=LONGEST).contains(&letters) {
            return None;
        }
        let whole = self.counts.get(stem_of(word)).copied().map_or(0, u64::from);
        let mut best: Option<(u64, (u32, &str, &str))> = None;
        let joints = word.char_indices().skip(LEAST_FIRST);
        for (at, _) in joints.take(letters - LEAST_FIRST - LEAST_LAST + 1) {
            let (first, last) = word.split_at(at);
            let Some(last_count) = self.count(last).filter(|_| !NOT_LAST.contains(&last)) else {
                continue;
            };
            let Some((first, first_count)) = self.first_part(first, depth) else {
                continue;
            };
            let product = u64::from(first_count) * u64::from(last_count);
            if product > whole * whole && best.is_none_or(|(most, _)| product >= most) {
                best = Some((product, (first_count.min(last_count), first, last)));
            }
        }
        best.map(|(_, parts)| parts)
    }

    /// The part before a joint and its count, without the s that joins ("bygglovs-handläggare"). What lost its last vowel
    /// ("skol-gård", "gat-lampa") has the same stem as the word.
    fn first_part<'w>(&self, first: &'w str, depth: usize) -> Option<(&'w str, u32)> {
        let joined = first.strip_suffix('s');
        let fits = |part: &&str| part.chars().nth(LEAST_FIRST - 1).is_some() && !NOT_FIRST.contains(part);
        [joined, Some(first)]
            .into_iter()
            .flatten()
            .filter(fits)
            .find_map(|part| {
                let compound = || Some(self.best(part, depth - 1)?.0);
                Some((part, self.count(part).or_else(compound)?))
            })
    }

    /// How often a part stands by itself, if often enough. Most parts that are tried do not, so that is asked first.
    fn count(&self, part: &str) -> Option<u32> {
        let count = self.counts.get(stem_of(part)).copied();
        count.filter(|count| *count >= LEAST_COUNT && !is_stop_word(part))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn learnt() -> Compounds {
        Compounds::learn(&[
            "En skola, skolor; en gård. Gården är grå. En cykel, min cykel! En väg till, vägen och vägarna.",
            "Nätet är ett nät. Bygglov tar tid, bygglovet. En handläggare och handläggaren. Slag på slag. Trafiken, trafik.",
        ])
    }

    #[test]
    fn compounds_come_apart_at_their_joints() {
        let compounds = learnt();
        for (word, parts) in [
            ("skolgårdarna", vec!["skol", "gårdarna"]),
            ("cykelvägen", vec!["cykel", "vägen"]),
            ("cykelvägsnätet", vec!["cykel", "väg", "nätet"]),
            ("bygglovshandläggare", vec!["bygglov", "handläggare"]),
            ("förslaget", vec!["förslaget"]),
            ("kollektivtrafiken", vec!["kollektivtrafiken"]),
            ("väg", vec!["väg"]),
            ("", vec![""]),
        ] {
            assert_eq!(compounds.parts(word), parts, "{word}");
        }
    }

    proptest::proptest! {
        /// Nothing is made up: the parts stand in the word in their order, and only an s may be lost between them.
        #[test]
        fn the_parts_are_the_word(word in "(skol|gård|cykel|väg|nät|s|bygglov|trafik|arna|en|\\PC){0,8}") {
            let compounds = learnt();
            let joined = compounds.parts(&word).join("|");
            let (mut rest, mut lost) = (word.as_str(), 0);
            for part in joined.split('|').filter(|_| !word.contains('|')) {
                let at = rest.find(part).unwrap();
                lost += at;
                proptest::prop_assert!(rest[..at].chars().all(|letter| letter == 's'));
                rest = &rest[at + part.len()..];
            }
            proptest::prop_assert!(lost <= word.len() / 2);
        }
    }
}
