//! Places in a Swedish text that are hard to read, to be shown beside its LIX value: long sentences, long words, bureaucratic
//! words with a plainer one, passives. Hints with a place; a person decides. After *Myndigheternas skrivregler* (Språkrådet) and
//! språklagen (2009:600) 11 §, "vårdat, enkelt och begripligt".

use crate::stem::words;
use std::ops::Range;

/// Words of a sentence that is long, and of one word that is.
pub const LONG_SENTENCE: usize = 25;
pub const LONG_WORD: usize = 18;
/// Passives in one sentence before they are remarked on; one is often right.
const MANY_PASSIVES: usize = 2;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// More than [`LONG_SENTENCE`] words: divide it.
    LongSentence { words: usize },
    /// [`LONG_WORD`] letters or more: write it as several words.
    LongWord { letters: usize },
    /// There is a plainer word.
    Bureaucratic { plain: &'static str },
    /// The sentence has several passives: say who does it.
    Passives { count: usize },
}

/// A hint and the bytes of the text it is about, which lie between characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    pub hint: Hint,
    pub place: Range<usize>,
}

/// Words of offices and what to say in their stead, sorted.
const PLAINER: &str = include_str!("plain_language/plainer.txt");

/// Word and plainer word, in the order of the words.
fn plainer() -> impl Iterator<Item = (&'static str, &'static str)> {
    PLAINER.lines().filter_map(|line| line.split_once('\t'))
}
/// Verbs that end in s without being passive.
const NOT_PASSIVE: [&str; 14] = [
    "andas", "behövs", "finnas", "fanns", "hoppas", "känns", "lyckas", "minns", "märks", "saknas", "syns", "tycks",
    "trivs", "umgås",
];

/// All remarks in the order of the text. Time linear in it.
pub fn remarks(text: &str) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for sentence in sentences(text) {
        let found: Vec<Range<usize>> = words(&text[sentence.clone()])
            .map(|word| word.start + sentence.start..word.end + sentence.start)
            .collect();
        let (Some(first), Some(last)) = (found.first(), found.last()) else {
            continue;
        };
        let whole = first.start..last.end;
        if found.len() > LONG_SENTENCE {
            let hint = Hint::LongSentence { words: found.len() };
            remarks.push(Remark {
                hint,
                place: whole.clone(),
            });
        }
        let lower: Vec<String> = found.iter().map(|word| text[word.clone()].to_lowercase()).collect();
        let count = lower.iter().filter(|word| is_passive(word)).count();
        if count >= MANY_PASSIVES {
            remarks.push(Remark {
                hint: Hint::Passives { count },
                place: whole,
            });
        }
        for (word, place) in lower.iter().zip(found) {
            remarks.extend(about(word).map(|hint| Remark { hint, place }));
        }
    }
    remarks
}

fn about(lower: &str) -> Option<Hint> {
    if let Some((_, plain)) = plainer().find(|(word, _)| *word == lower) {
        return Some(Hint::Bureaucratic { plain });
    }
    let letters = lower.chars().count();
    (letters >= LONG_WORD && lower.chars().all(char::is_alphabetic)).then_some(Hint::LongWord { letters })
}

/// Forms in -as, -ades, -ats and -des that only verbs in the passive have, as far as a form can tell.
fn is_passive(lower: &str) -> bool {
    let long = lower.chars().nth(5).is_some();
    let ends = ["eras", "erades", "erats", "ades", "ndes", "stas", "tades"];
    long && ends.iter().any(|ending| lower.ends_with(ending)) && !NOT_PASSIVE.contains(&lower)
}

/// Where sentences stand: up to `.`, `!` or `?` before a space, or the end of a line.
fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = text.get(from..).filter(|rest| !rest.is_empty())?;
        let mut letters = rest.char_indices().peekable();
        let mut end = rest.len();
        while let Some((at, letter)) = letters.next() {
            let closed = letters.peek().is_none_or(|(_, next)| next.is_whitespace());
            if letter == '\n' || (closed && matches!(letter, '.' | '!' | '?')) {
                end = at + letter.len_utf8();
                break;
            }
        }
        let place = from..from + end;
        from = place.end;
        Some(place)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(Hint, &str)> {
        remarks(text)
            .into_iter()
            .map(|remark| (remark.hint, &text[remark.place]))
            .collect()
    }

    #[test]
    fn the_words_are_sorted() {
        let sorted = plainer().is_sorted_by_key(|(word, _)| word);
        assert!(sorted);
    }

    #[test]
    fn hard_places_are_shown_where_they_are() {
        let long = "ord ".repeat(26);
        assert_eq!(
            found(&format!("Kort. {long}")),
            [(Hint::LongSentence { words: 26 }, long.trim())]
        );
        assert_eq!(
            found("Åsa! Samtliga erhåller svar."),
            [
                (Hint::Bureaucratic { plain: "alla" }, "Samtliga"),
                (Hint::Bureaucratic { plain: "får" }, "erhåller")
            ]
        );
        assert_eq!(
            found("En samhällsplaneringsprocess är det."),
            [(Hint::LongWord { letters: 24 }, "samhällsplaneringsprocess")].map(|(_, word)| (
                Hint::LongWord {
                    letters: word.chars().count()
                },
                word
            ))
        );
        assert_eq!(
            found("Ärendet bereddes och yttranden inhämtades och beslut kommunicerades."),
            [(
                Hint::Passives { count: 2 },
                "Ärendet bereddes och yttranden inhämtades och beslut kommunicerades"
            )]
        );
    }

    #[test]
    fn plain_text_has_no_remarks() {
        assert_eq!(
            found("Vi vill veta vad du tycker. Svara senast 31 mars!\nVi läser allt som kommer in."),
            []
        );
        assert_eq!(found(""), []);
    }

    proptest::proptest! {
        #[test]
        fn remarks_lie_between_characters(text in "(ord |Samtliga|bereddes |[.!?\\n ]|å|\\PC){0,60}") {
            for remark in remarks(&text) {
                proptest::prop_assert!(text.get(remark.place).is_some_and(|part| !part.is_empty()));
            }
        }
    }
}
