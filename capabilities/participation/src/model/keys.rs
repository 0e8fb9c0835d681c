//! Keys of questions and options: readable in an export, stable for ever, never used twice.

use std::collections::BTreeSet;

/// Longest key; keys stand in column heads of exports.
pub const MAX_KEY: usize = 40;

/// True for `a-z`, `0-9` and inner hyphens, 1–40 characters.
pub fn is_key(key: &str) -> bool {
    !key.is_empty()
        && key.len() <= MAX_KEY
        && key
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !key.starts_with('-')
        && !key.ends_with('-')
}

/// Lower case without accents, everything else as single hyphens: "Gång- och cykelväg" → "gang-och-cykelvag".
pub fn fold(label: &str) -> String {
    let mut folded = String::with_capacity(label.len());
    for c in label.chars().flat_map(char::to_lowercase) {
        let c = match c {
            'å' | 'ä' | 'à' | 'á' | 'â' | 'ã' => 'a',
            'ö' | 'ø' | 'ó' | 'ò' | 'ô' | 'õ' => 'o',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'ü' | 'ú' | 'ù' | 'û' => 'u',
            'í' | 'ì' | 'î' | 'ï' => 'i',
            'ñ' => 'n',
            'ç' => 'c',
            c if c.is_ascii_alphanumeric() => c,
            _ => '-',
        };
        if c != '-' || !folded.ends_with('-') {
            folded.push(c);
        }
    }
    folded.trim_matches('-').to_owned()
}

/// A key made from a label that none of `taken` has. `fallback` serves labels without Latin letters.
pub fn fresh(label: &str, fallback: &str, taken: &BTreeSet<String>) -> String {
    let folded = fold(label);
    let stem = match folded.char_indices().nth(30) {
        // Cut at a word where there is one, so that keys stay readable.
        Some((at, _)) => folded[..at].rsplit_once('-').map_or(&folded[..at], |(head, _)| head),
        None if folded.is_empty() => fallback,
        None => &folded,
    };
    let stem = stem.trim_matches('-');
    (1u32..)
        .map(|n| if n == 1 { stem.to_owned() } else { format!("{stem}-{n}") })
        .find(|key| !taken.contains(key))
        .unwrap_or_default()
}

/// How alike two labels are, 0–1, by edit distance over the longer one after folding. Labels without
/// Latin letters are compared as they are.
pub fn likeness(a: &str, b: &str) -> f64 {
    let fold_or_keep = |s: &str| {
        let folded = fold(s);
        if folded.is_empty() {
            s.trim().to_lowercase()
        } else {
            folded
        }
    };
    let (a, b): (Vec<char>, Vec<char>) = (fold_or_keep(a).chars().collect(), fold_or_keep(b).chars().collect());
    let longer = a.len().max(b.len());
    if longer == 0 {
        return 1.0;
    }
    1.0 - edit_distance(&a, &b) as f64 / longer as f64
}

fn edit_distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, cb) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(ca != cb);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_key_is_made_from_the_words_of_the_label() {
        let taken = BTreeSet::from(["gang-och-cykelvag".to_owned()]);
        assert_eq!(
            fresh("Gång- och cykelväg?", "fraga", &BTreeSet::new()),
            "gang-och-cykelvag"
        );
        assert_eq!(fresh("Gång- och cykelväg?", "fraga", &taken), "gang-och-cykelvag-2");
        assert_eq!(fresh("ما رأيك", "fraga", &taken), "fraga");
        assert_eq!(
            fresh("Vad tycker du är viktigast när vi bygger om parken?", "x", &taken),
            "vad-tycker-du-ar-viktigast"
        );
    }

    #[test]
    fn a_spelling_correction_is_alike_and_another_word_is_not() {
        assert!(likeness("Bibliotek", "Biblioteket") > 0.6);
        assert!(likeness("Mer skugga", "Mer skugga och träd") < 0.6);
        assert!(likeness("Ja", "Nej") < 0.6);
    }

    proptest! {
        #[test]
        fn every_label_gives_a_valid_key(label in ".{0,80}") {
            let key = fresh(&label, "fraga", &BTreeSet::new());
            prop_assert!(is_key(&key), "{key}");
        }

        #[test]
        fn likeness_is_symmetric(a in ".{0,20}", b in ".{0,20}") {
            prop_assert!((likeness(&a, &b) - likeness(&b, &a)).abs() < 1e-9);
        }
    }
}
