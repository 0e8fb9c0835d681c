//! Swedish words without their endings, so that a search for "trygghetsvandringar" finds "trygghetsvandringen".
//!
//! [`stem`] follows the Swedish stemmer of Snowball (Martin Porter, snowballstem.org) as of version 3.1: three steps that
//! each take away the longest ending they know, and only from *R1*, the part of the word after the first consonant that
//! follows a vowel, but never from its first three letters. The rules of version 3 also take the definite ending of neuter
//! words ("problemet"), with exceptions for words that merely end so ("planet"). A stem is not a word; it is only ever
//! compared with other stems. It is always a beginning of its word, so [`stem_of`] needs no memory.

use std::ops::Range;

/// Endings of inflection, the longest first, by their last letter (step 1).
const INFLECTIONS: [(u8, &[&str]); 7] = [
    (b'a', &["heterna", "arna", "erna", "orna", "a"]),
    (b'd', &["ad"]),
    (b'e', &["ande", "arne", "aste", "ade", "are", "e"]),
    (b'n', &["anden", "heten", "aren", "ern", "en"]),
    (b'r', &["heter", "ar", "er", "or"]),
    (
        b's',
        &[
            "hetens", "andes", "arens", "arnas", "ernas", "ornas", "ades", "erns", "ens", "as", "es", "s",
        ],
    ),
    (b't', &["andet", "ast", "het", "at", "et"]),
];
/// Letters that can carry a lone s: "dags", not "gås".
const BEFORE_S: &str = "bcdfghjklmnoprtvy";
/// What comes before an "et" that belongs to the word: "magnet", "universitet", "alfabet".
const WORD_WITH_ET: [&str; 21] = [
    "fab", "h", "pak", "rak", "stak", "kom", "iet", "cit", "dit", "alit", "ilit", "mit", "nit", "pit", "rit", "sit",
    "tit", "uit", "ivit", "kvit", "xit",
];
/// Pairs of which the last letter goes (step 2).
const DOUBLES: [&str; 7] = ["dd", "gd", "nn", "dt", "gt", "kt", "tt"];
/// Letters after which "öst" is an ending (step 3): "håglöst", not "höst".
const BEFORE_OST: &str = "iklnprtuv";

/// The stem of a Swedish word, in lower case. Time linear in the word.
pub fn stem(word: &str) -> String {
    let mut lower: String = word.chars().flat_map(char::to_lowercase).collect();
    lower.truncate(stem_of(&lower).len());
    lower
}

/// The stem of a word that already is in lower case, as its beginning.
pub fn stem_of(lower: &str) -> &str {
    let r1 = r1(lower);
    derivation(double(inflection(lower, r1), r1), r1)
}

/// Where the words of a text stand: runs of letters and digits.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphanumeric)?;
        let length = text[start..].find(|letter: char| !letter.is_alphanumeric());
        at = length.map_or(text.len(), |length| start + length);
        Some(start..at)
    })
}

/// The word in lower case, in a buffer that is used again and again.
pub(crate) fn lower_case(word: &str, lower: &mut String) {
    lower.clear();
    for letter in word.chars() {
        match letter.is_ascii() {
            true => lower.push(letter.to_ascii_lowercase()),
            false => lower.extend(letter.to_lowercase()),
        }
    }
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ä' | 'å' | 'ö')
}

/// The byte where R1 begins; the length of the word when it has none.
fn r1(word: &str) -> usize {
    let mut letters = word.char_indices();
    let Some((third, last)) = letters.by_ref().nth(2) else {
        return word.len();
    };
    let first_three = third + last.len_utf8();
    let mut after_vowel = false;
    for (at, letter) in word.char_indices() {
        match is_vowel(letter) {
            true => after_vowel = true,
            false if after_vowel => return (at + letter.len_utf8()).max(first_three),
            false => {}
        }
    }
    word.len()
}

/// The word without an ending that lies in R1 as a whole.
fn without<'w>(word: &'w str, r1: usize, ending: &str) -> Option<&'w str> {
    word.strip_suffix(ending).filter(|rest| rest.len() >= r1)
}

fn ends_in(word: &str, letters: &str) -> bool {
    word.chars().next_back().is_some_and(|last| letters.contains(last))
}

fn inflection(word: &str, r1: usize) -> &str {
    let Some(last) = word.as_bytes().last() else {
        return word;
    };
    let endings = INFLECTIONS.iter().find(|(letter, _)| letter == last);
    let found = endings.and_then(|(_, endings)| {
        endings
            .iter()
            .find_map(|ending| Some((*ending, without(word, r1, ending)?)))
    });
    match found {
        None => word,
        Some(("s", rest)) => match rest.strip_suffix("et").filter(|noun| takes_et(noun)) {
            Some(noun) => noun,
            None if ends_in(rest, BEFORE_S) => rest,
            None => word,
        },
        Some(("et", noun)) if !takes_et(noun) => word,
        Some((_, rest)) => rest,
    }
}

/// Whether "et" after this is the definite ending: it ends in vowel and consonant, has something before them, and is
/// not the beginning of a word of its own.
fn takes_et(noun: &str) -> bool {
    let mut backwards = noun.chars().rev();
    backwards.next().is_some_and(|last| !is_vowel(last))
        && backwards.next().is_some_and(is_vowel)
        && backwards.next().is_some()
        && !WORD_WITH_ET.iter().any(|beginning| noun.ends_with(beginning))
}

fn double(word: &str, r1: usize) -> &str {
    match DOUBLES.iter().any(|pair| without(word, r1, pair).is_some()) {
        true => &word[..word.len() - 1],
        false => word,
    }
}

fn derivation(word: &str, r1: usize) -> &str {
    if without(word, r1, "fullt").is_some() {
        return &word[..word.len() - 1];
    }
    if let Some(rest) = without(word, r1, "öst") {
        return if ends_in(rest, BEFORE_OST) {
            &word[..word.len() - 1]
        } else {
            word
        };
    }
    ["lig", "els", "ig"]
        .iter()
        .find_map(|ending| without(word, r1, ending))
        .unwrap_or(word)
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

    /// Words of Swedish debate and municipal Swedish with their stems by Snowball's own Python package, version 3.1.1.
    #[test]
    fn three_thousand_words_have_the_stems_of_snowball() {
        let mut read = 0;
        for line in include_str!("../tests/data/stems.tsv")
            .lines()
            .filter(|line| !line.starts_with('#'))
        {
            let (word, expected) = line.split_once('\t').unwrap();
            assert_eq!(stem(word), expected, "{word}");
            read += 1;
        }
        assert!(read > 3_000);
    }

    #[test]
    fn neuter_words_meet_their_definite_form() {
        for (indefinite, definite, owned) in [
            ("problem", "problemet", "problemets"),
            ("alternativ", "alternativet", "alternativets"),
            ("krav", "kravet", "kravets"),
            ("torg", "torgen", "torgens"),
        ] {
            assert_eq!([stem(definite), stem(owned)], [stem(indefinite), stem(indefinite)]);
        }
        assert_eq!(stem("universitet"), "universitet");
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
