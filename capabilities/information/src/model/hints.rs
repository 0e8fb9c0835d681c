//! Hints towards klarspråk (språklagen 11 §): long sentences, abbreviations, words that have a simpler one, and how heavy
//! the text is to read. Hints to a person, never a gate.

use text::words;
use texts::Lang;

/// A sentence longer than this is hard to follow (ux.md 6.1 rule 3).
const LONG_SENTENCE: usize = 25;
/// So many hints of a kind are enough to begin with.
const MOST: usize = 8;

/// Abbreviations that are written out.
const SHORT: [&str; 12] = [
    "t.ex.", "bl.a.", "m.m.", "dvs.", "osv.", "ca", "kl.", "fr.o.m.", "t.o.m.", "s.k.", "p.g.a.", "resp.",
];

/// Words of the office, each with the common one.
const HEAVY: [(&str, &str); 14] = [
    ("avseende", "om"),
    ("beträffande", "om"),
    ("gällande", "om"),
    ("angående", "om"),
    ("erhålla", "få"),
    ("inkomma", "komma"),
    ("inkomna", "som kom in"),
    ("revidera", "ändra"),
    ("tillse", "se till"),
    ("vidtaga", "göra"),
    ("samtliga", "alla"),
    ("således", "alltså"),
    ("erfordras", "behövs"),
    ("vänligen", ""),
];

/// Something to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Hint {
    /// How the sentence begins, and its words.
    LongSentence(String, usize),
    /// An abbreviation.
    Abbreviation(String),
    /// A heavy word, and the common one; empty when it can just go.
    Word(String, String),
}

/// What to look at in a text without marks. Words are told of in Swedish only.
pub(crate) fn hints(text: &str, lang: Lang) -> Vec<Hint> {
    let mut all = long_sentences(text);
    if lang == Lang::Sv {
        let lower = text.to_lowercase();
        let short = SHORT.iter().filter(|word| stands(&lower, word));
        all.extend(short.map(|word| Hint::Abbreviation((*word).to_owned())).take(MOST));
        let heavy = HEAVY.iter().filter(|(word, _)| stands(&lower, word));
        all.extend(
            heavy
                .map(|(word, common)| Hint::Word((*word).to_owned(), (*common).to_owned()))
                .take(MOST),
        );
    }
    all
}

/// LIX, for a Swedish text long enough to have one.
pub(crate) fn lix(text: &str, lang: Lang) -> Option<i64> {
    let count = words::count(text);
    let lix = count.lix().filter(|_| lang == Lang::Sv && count.words >= 20)?;
    Some(lix.round() as i64)
}

fn long_sentences(text: &str) -> Vec<Hint> {
    let long = sentences(text).into_iter().filter_map(|sentence| {
        let count = words::count(sentence).words;
        let start: Vec<&str> = sentence.split_whitespace().take(6).collect();
        (count > LONG_SENTENCE).then(|| Hint::LongSentence(start.join(" "), count))
    });
    long.take(MOST).collect()
}

/// A text cut where sentences end: a mark followed by a blank, or the end of a line.
fn sentences(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let (mut start, mut ended) = (0, false);
    for (at, letter) in text.char_indices() {
        if letter == '\n' || (ended && letter.is_whitespace()) {
            all.push(&text[start..at]);
            start = at;
        }
        ended = matches!(letter, '.' | '!' | '?' | ':');
    }
    all.push(&text[start..]);
    all
}

/// Whether the word stands by itself in a text of small letters.
fn stands(lower: &str, word: &str) -> bool {
    lower.match_indices(word).any(|(at, _)| {
        let before = lower[..at].chars().next_back();
        let after = lower[at + word.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_sentences_abbreviations_and_heavy_words_are_told() {
        let long = "ord ".repeat(26);
        let text = format!("Kort mening. Detta {long}slut. Beträffande parken, t.ex. gräset.");
        let found = hints(&text, Lang::Sv);
        assert!(
            matches!(&found[0], Hint::LongSentence(start, 28) if start.starts_with("Detta ord")),
            "{found:?}"
        );
        assert!(found.contains(&Hint::Abbreviation("t.ex.".into())));
        assert!(found.contains(&Hint::Word("beträffande".into(), "om".into())));
        assert_eq!(hints(&text, Lang::En).len(), 1, "words are Swedish");
    }

    #[test]
    fn a_word_inside_another_is_none() {
        assert_eq!(hints("Cafét vid cascaden och gällandet.", Lang::Sv), []);
    }

    #[test]
    fn only_a_swedish_text_of_some_length_has_a_lix() {
        let text = "Vi läser allt som kommer in. ".repeat(5);
        assert_eq!(lix(&text, Lang::Sv), Some(6));
        assert_eq!((lix(&text, Lang::En), lix("Kort.", Lang::Sv)), (None, None));
    }
}
