//! Swedish words without their endings, so that a search for "trygghetsvandringar" finds "trygghetsvandringen".
//!
//! [`stem`] follows the Swedish stemmer of Snowball (Martin Porter, snowballstem.org): three steps that each take
//! away the longest ending they know, and only from *R1*, the part of the word after the first consonant that follows a
//! vowel, but never from its first three letters. A stem is not a word; it is only ever compared with other stems.

use std::ops::Range;

/// Endings of inflection, the longest first (step 1a).
const INFLECTIONS: [&str; 37] = [
    "heterna", "hetens", "anden", "andes", "andet", "arens", "arnas", "ernas", "heten", "heter", "ornas", "ande",
    "ades", "aren", "arna", "arne", "aste", "erna", "erns", "orna", "ade", "are", "ast", "ens", "ern", "het", "ad",
    "ar", "as", "at", "en", "er", "es", "or", "a", "e", "s",
];
/// Pairs of which the last letter goes (step 2).
const DOUBLES: [&str; 7] = ["dd", "gd", "nn", "dt", "gt", "kt", "tt"];
/// Endings of derivation and what stands in their place (step 3).
const DERIVATIONS: [(&str, &str); 5] = [("fullt", "full"), ("löst", "lös"), ("lig", ""), ("els", ""), ("ig", "")];

/// The stem of a Swedish word, in lower case.
pub fn stem(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
    let r1 = r1(&letters);
    inflection(&mut letters, r1);
    double(&mut letters, r1);
    derivation(&mut letters, r1);
    letters.into_iter().collect()
}

/// Where the words of a text stand: runs of letters and digits.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut letters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = letters.find(|(_, letter)| letter.is_alphanumeric())?;
        let mut end = start + first.len_utf8();
        while let Some((at, letter)) = letters.next_if(|(_, letter)| letter.is_alphanumeric()) {
            end = at + letter.len_utf8();
        }
        Some(start..end)
    })
}

fn is_vowel(letter: char) -> bool {
    "aeiouyäåö".contains(letter)
}

/// Where R1 begins; the length of the word when it has none.
fn r1(letters: &[char]) -> usize {
    letters
        .windows(2)
        .position(|pair| is_vowel(pair[0]) && !is_vowel(pair[1]))
        .map_or(letters.len(), |at| (at + 2).max(3))
}

/// Whether the word ends so, with the whole ending in R1.
fn ends(letters: &[char], r1: usize, ending: &str) -> bool {
    let long = ending.chars().count();
    letters.len() >= r1 + long && letters[letters.len() - long..].iter().copied().eq(ending.chars())
}

fn inflection(letters: &mut Vec<char>, r1: usize) {
    let Some(ending) = INFLECTIONS.iter().find(|ending| ends(letters, r1, ending)) else {
        return;
    };
    let rest = letters.len() - ending.chars().count();
    // A lone s is an ending only after a consonant that can carry it: "dags", not "gås".
    let stays = *ending == "s"
        && !letters[..rest]
            .last()
            .is_some_and(|last| "bcdfghjklmnoprtvy".contains(*last));
    if !stays {
        letters.truncate(rest);
    }
}

fn double(letters: &mut Vec<char>, r1: usize) {
    if DOUBLES.iter().any(|pair| ends(letters, r1, pair)) {
        letters.pop();
    }
}

fn derivation(letters: &mut Vec<char>, r1: usize) {
    if let Some((ending, instead)) = DERIVATIONS.iter().find(|(ending, _)| ends(letters, r1, ending)) {
        letters.truncate(letters.len() - ending.chars().count());
        letters.extend(instead.chars());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From Snowball's own vocabulary and its Swedish examples.
    #[test]
    fn the_examples_of_snowball_come_out() {
        for (word, expected) in [
            ("jaktkarlarne", "jaktkarl"),
            ("jaktkarlens", "jaktkarl"),
            ("jaktlöjtnantens", "jaktlöjtnant"),
            ("jalusien", "jalusi"),
            ("jalusierna", "jalusi"),
            ("jamat", "jam"),
            ("jamrande", "jamr"),
            ("jemnade", "jemn"),
            ("klo", "klo"),
            ("kloaken", "kloak"),
            ("klocka", "klock"),
            ("klockan", "klockan"),
            ("klockorna", "klock"),
            ("klockornas", "klock"),
            ("klokare", "klok"),
            ("klokaste", "klok"),
            ("klokt", "klokt"),
        ] {
            assert_eq!(stem(word), expected, "{word}");
        }
    }

    #[test]
    fn the_forms_of_a_word_meet() {
        for forms in [
            ["dialog", "dialogen", "dialogerna", "dialogens"],
            ["enkät", "enkäten", "enkäter", "enkäterna"],
            [
                "trygghetsvandring",
                "trygghetsvandringar",
                "trygghetsvandringen",
                "trygghetsvandringarna",
            ],
            ["checklista", "checklistor", "checklistorna", "checklistornas"],
            ["möte", "möten", "mötes", "Möte"],
        ] {
            let stems: Vec<String> = forms.iter().map(|form| stem(form)).collect();
            assert!(stems.iter().all(|one| *one == stems[0]), "{stems:?}");
        }
    }

    #[test]
    fn short_words_keep_their_letters() {
        for word in ["as", "gås", "is", "by", "å", ""] {
            assert_eq!(stem(word), word);
        }
        assert_eq!(stem("ÖL"), "öl");
    }

    #[test]
    fn words_are_found_where_they_stand() {
        let text = "Ni sa – vi gör: 10 svar!";
        let found: Vec<&str> = words(text).map(|at| &text[at]).collect();
        assert_eq!(found, ["Ni", "sa", "vi", "gör", "10", "svar"]);
    }

    proptest::proptest! {
        /// A stem is the beginning of its word: the two endings that are rewritten become a beginning of themselves.
        #[test]
        fn a_stem_begins_its_word(word in "[a-zåäö]{0,20}") {
            proptest::prop_assert!(word.starts_with(&stem(&word)));
        }

        #[test]
        fn no_text_panics(text in "\\PC{0,60}") {
            for at in words(&text) {
                let _ = stem(&text[at]);
            }
        }
    }
}
