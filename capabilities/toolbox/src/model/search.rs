//! Searching the method: words by their stems, titles before texts, and the place in the text that answers best. The
//! index is built once; a search reads it only.

use method::Words;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;
use text::stem::{stem, words};

/// How much it counts that a word stands in a title or is another name for it. The text gives at most 1.
const TITLE: f32 = 2.5;
const ALSO: f32 = 2.0;
/// A checklist item is all title; it must not push the chapters down.
const ITEM: f32 = 1.0;
/// How soon one more mention stops saying more, and how much a long text has to answer for its length (as in BM25).
const ENOUGH: f32 = 1.5;
const LENGTH: f32 = 0.75;
/// A stem that only contains what was asked for ("vandring" in "trygghetsvandring") counts so much of one that is it.
const WITHIN: f32 = 0.4;
/// Shorter words are in too many others to be looked for within them.
const LONG_ENOUGH: usize = 4;
/// The excerpt, in words.
const EXCERPT: usize = 32;
/// A longer question is cut: it is not a question any more.
const MOST_WORDS: usize = 12;

/// What sort of thing was found, in the order they are told when they answer as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    Chapter,
    Method,
    Term,
    Item,
    Template,
    /// A page of a course.
    Lesson,
    /// An information page, for residents or for those who work in the municipality.
    Page,
}

/// Something that can be found.
pub struct Entry {
    pub sort: Sort,
    pub title: Words,
    /// Other names for it.
    pub also: String,
    /// Its page, without language.
    pub address: String,
    /// Swedish, without marks.
    pub text: String,
}

/// Words of a text: where each stands, and the number of its stem.
type Numbered = Vec<(Range<usize>, usize)>;

/// Everything that can be found, by stem.
pub struct Index {
    entries: Vec<Entry>,
    /// The words of each entry's text: where they stand, and which stem they have.
    texts: Vec<Numbered>,
    /// The number of each stem.
    stems: HashMap<String, usize>,
    /// For each stem, the entries that have it and how much it says in each.
    places: Vec<Vec<(usize, f32)>>,
}

/// Something that was found.
pub struct Hit<'i> {
    pub entry: &'i Entry,
    /// The best place of its text, in pieces; `true` marks what was asked for.
    pub excerpt: Vec<(String, bool)>,
}

impl Index {
    /// The index of those entries.
    pub fn new(entries: Vec<Entry>) -> Index {
        let mut stems: HashMap<String, usize> = HashMap::new();
        let texts: Vec<Numbered> = entries.iter().map(|one| numbered(&mut stems, &one.text)).collect();
        let titles: Vec<Numbered> = entries.iter().map(|one| numbered(&mut stems, &one.title.sv)).collect();
        let others: Vec<Numbered> = entries.iter().map(|one| numbered(&mut stems, &one.also)).collect();
        let words_of_all: usize = texts.iter().map(Vec::len).sum();
        let usual = (words_of_all as f32 / entries.len().max(1) as f32).max(1.0);
        let mut places = vec![Vec::new(); stems.len()];
        for (number, entry) in entries.iter().enumerate() {
            let title = if entry.sort == Sort::Item { ITEM } else { TITLE };
            let mut says = mentions(&texts[number], usual);
            add_once(&mut says, &titles[number], title);
            add_once(&mut says, &others[number], ALSO);
            for (stem, weight) in says {
                places[stem].push((number, weight));
            }
        }
        Index {
            entries,
            texts,
            stems,
            places,
        }
    }

    /// What answers the question, best first: what says most of its words, and of those the rare ones before the common.
    pub fn search(&self, question: &str, most: usize) -> Vec<Hit<'_>> {
        let asked: BTreeSet<String> = words(question).map(|at| stem(&question[at])).take(MOST_WORDS).collect();
        let mut scores: BTreeMap<usize, (f32, f32)> = BTreeMap::new();
        let mut matching: HashSet<usize> = HashSet::new();
        for word in &asked {
            let mut best: HashMap<usize, (f32, f32)> = HashMap::new();
            for (found, part) in self.stems_like(word) {
                matching.insert(found);
                let places = self.places.get(found).map(Vec::as_slice).unwrap_or_default();
                let rarity = part * (1.0 + self.entries.len() as f32 / (1.0 + places.len() as f32)).ln();
                for (entry, weight) in places {
                    let one = best.entry(*entry).or_default();
                    *one = (one.0.max(rarity), one.1.max(weight * rarity));
                }
            }
            for (entry, (rarity, score)) in best {
                let total = scores.entry(entry).or_default();
                *total = (total.0 + rarity, total.1 + score);
            }
        }
        // Saying every word a little answers better than saying one of them much.
        let mut ranked: Vec<(usize, f32)> = scores
            .into_iter()
            .map(|(entry, (said, score))| (entry, said * score))
            .collect();
        ranked.sort_by(|(_, one), (_, other)| other.total_cmp(one));
        ranked.truncate(most);
        let hit = |(number, _): (usize, f32)| {
            let (entry, places) = (self.entries.get(number)?, self.texts.get(number)?);
            Some(Hit {
                entry,
                excerpt: excerpt(&entry.text, places, &matching),
            })
        };
        ranked.into_iter().filter_map(hit).collect()
    }

    /// The stems that answer a word, with how well.
    fn stems_like(&self, word: &str) -> Vec<(usize, f32)> {
        let long = word.chars().count() >= LONG_ENOUGH;
        let like = |(known, number): (&String, &usize)| {
            if known == word {
                Some((*number, 1.0))
            } else if long && known.contains(word) {
                Some((*number, WITHIN))
            } else {
                None
            }
        };
        self.stems.iter().filter_map(like).collect()
    }
}

fn numbered(stems: &mut HashMap<String, usize>, text: &str) -> Numbered {
    let mut number = |at: Range<usize>| {
        let next = stems.len();
        let stem = *stems.entry(stem(&text[at.clone()])).or_insert(next);
        (at, stem)
    };
    words(text).map(&mut number).collect()
}

/// How much each stem says in a text: more mentions more, but less and less, and less in a text longer than usual.
fn mentions(text: &[(Range<usize>, usize)], usual: f32) -> BTreeMap<usize, f32> {
    let mut says: BTreeMap<usize, f32> = BTreeMap::new();
    for (_, stem) in text {
        *says.entry(*stem).or_default() += 1.0;
    }
    let length = 1.0 - LENGTH + LENGTH * text.len() as f32 / usual;
    for weight in says.values_mut() {
        *weight /= *weight + ENOUGH * length;
    }
    says
}

/// Adds a weight to each stem of a title, however often it stands there.
fn add_once(says: &mut BTreeMap<usize, f32>, title: &[(Range<usize>, usize)], weight: f32) {
    for stem in title.iter().map(|(_, stem)| *stem).collect::<BTreeSet<_>>() {
        *says.entry(stem).or_default() += weight;
    }
}

/// The stretch of a text with most of what was asked for, in pieces.
fn excerpt(text: &str, places: &[(Range<usize>, usize)], matching: &HashSet<usize>) -> Vec<(String, bool)> {
    let hits: Vec<bool> = places.iter().map(|(_, stem)| matching.contains(stem)).collect();
    let first = best_window(&hits);
    let last = (first + EXCERPT).min(places.len());
    let (Some((from, _)), Some((to, _))) = (places.get(first), last.checked_sub(1).and_then(|at| places.get(at)))
    else {
        return Vec::new();
    };
    let mut pieces = Vec::new();
    let mut done = if first == 0 { 0 } else { from.start };
    if first > 0 {
        pieces.push(("… ".to_owned(), false));
    }
    for ((at, _), _) in places[first..last]
        .iter()
        .zip(&hits[first..last])
        .filter(|(_, hit)| **hit)
    {
        pieces.push((text[done..at.start].to_owned(), false));
        pieces.push((text[at.clone()].to_owned(), true));
        done = at.end;
    }
    let end = if last == places.len() { text.len() } else { to.end };
    pieces.push((text[done..end].to_owned(), false));
    if last < places.len() {
        pieces.push((" …".to_owned(), false));
    }
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

/// Where the window with most hits begins, a little before its first hit.
fn best_window(hits: &[bool]) -> usize {
    let starts = hits.iter().enumerate().filter(|(_, hit)| **hit).map(|(at, _)| at);
    let count = |from: usize| {
        hits[from..(from + EXCERPT).min(hits.len())]
            .iter()
            .filter(|hit| **hit)
            .count()
    };
    // The first of the best: `max_by_key` takes the last.
    let best = starts.rev().max_by_key(|start| count(*start)).unwrap_or(0);
    if hits.len() <= EXCERPT {
        0
    } else {
        best.saturating_sub(5)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(title: &str, text: &str) -> Entry {
        Entry {
            sort: Sort::Chapter,
            title: Words {
                sv: title.into(),
                en: title.into(),
            },
            also: String::new(),
            address: "/x".into(),
            text: text.into(),
        }
    }

    fn titles(index: &Index, question: &str) -> Vec<String> {
        index
            .search(question, 10)
            .iter()
            .map(|hit| hit.entry.title.sv.clone())
            .collect()
    }

    #[test]
    fn titles_weigh_more_and_inflections_meet() {
        let index = Index::new(vec![
            entry("Annat", "En enkät nämns här."),
            entry("Enkäten", "Om frågor."),
            entry("Tredje", "Ingenting."),
        ]);
        assert_eq!(titles(&index, "enkäter"), ["Enkäten", "Annat"]);
        assert!(titles(&index, "flygplan").is_empty());
        assert!(titles(&index, " – ").is_empty());
    }

    #[test]
    fn a_word_is_found_inside_a_longer_one_and_all_words_count() {
        let index = Index::new(vec![
            entry("Trygghetsvandring", "Gå tillsammans."),
            entry("Vandring", "Utan möte."),
            entry("Möte", "Ett möte efter en vandring."),
        ]);
        assert_eq!(titles(&index, "vandringar")[0], "Vandring");
        assert!(titles(&index, "vandringar").contains(&"Trygghetsvandring".to_owned()));
        assert_eq!(titles(&index, "möten vandring").len(), 3);
        assert_ne!(titles(&index, "möten vandring")[0], "Trygghetsvandring");
    }

    #[test]
    fn the_excerpt_marks_what_was_asked_for() {
        let long = format!("{} sist kommer återkopplingen.", "ord ".repeat(100));
        let index = Index::new(vec![entry("A", &long)]);
        let hits = index.search("återkoppling", 1);
        let marked: Vec<&str> = hits[0]
            .excerpt
            .iter()
            .filter(|piece| piece.1)
            .map(|piece| piece.0.as_str())
            .collect();
        assert_eq!(marked, ["återkopplingen"]);
        assert!(hits[0].excerpt.iter().any(|(piece, _)| piece.contains("sist")));
    }

    proptest::proptest! {
        #[test]
        fn no_question_panics_and_no_excerpt_invents(text in "\\PC{0,300}", question in "\\PC{0,40}") {
            let index = Index::new(vec![entry("T", &text)]);
            for hit in index.search(&question, 5) {
                for (piece, marked) in hit.excerpt {
                    proptest::prop_assert!(!marked || text.contains(&piece));
                }
            }
        }
    }
}
