//! Small vectors written by hand, values reckoned elsewhere, and files that are not what they should be.

use super::*;
use crate::duplicates::Cluster;
use proptest::prelude::*;
use std::collections::BTreeMap;

const WORDS: &str = "cykel 0.9 0.1 0.0 0.2
väg 0.7 0.3 0.1 0.3
skola 0.0 0.9 0.1 0.4
lärare 0.1 0.8 0.3 0.3
park 0.1 0.0 0.9 0.2
träd 0.2 0.1 0.8 0.1
buss 0.6 0.2 0.2 0.5
trygg 0.3 0.3 0.3 0.9
";
const TEXTS: [&str; 12] = [
    "cykel väg",
    "väg buss buss",
    "skola lärare",
    "lärare trygg",
    "park träd",
    "träd trygg park",
    "buss skola",
    "cykel cykel park",
    "trygg väg",
    "skola skola lärare trygg",
    "träd",
    "buss okänd cykel",
];

fn read(file: &str, texts: &[impl AsRef<str>]) -> Result<Vectors, Error> {
    Vectors::read(file.as_bytes(), &Wanted::of(texts))
}

fn embedded(file: &str, texts: &[impl AsRef<str>]) -> Sentences {
    read(file, texts).unwrap().embed(texts)
}

/// Reckoned by NumPy 2.4 from the formulas of the paper: p = 1 / (rank · (ln 8 + γ)), a = 10⁻³, the first right singular vector of
/// the 12 × 4 matrix by `numpy.linalg.svd`.
#[test]
fn similarities_are_those_of_smooth_inverse_frequency() {
    let sentences = embedded(WORDS, &TEXTS);
    for (a, b, cosine) in [
        (0, 1, 0.947429),
        (0, 2, -0.170790),
        (2, 3, 0.602342),
        (4, 5, 0.884722),
        (4, 10, 0.989953),
        (0, 11, 0.947546),
        (6, 9, 0.551025),
    ] {
        let found = sentences.similarity(a, b).unwrap();
        assert!((found - cosine).abs() <= 2e-6, "{a} {b}: {found}, not {cosine}");
    }
    let coverage = sentences.coverage();
    assert_eq!((coverage.words, coverage.themselves), (29, 28));
    assert_eq!(coverage.share(), Some(28.0 / 29.0));
}

#[test]
fn a_first_line_with_counts_a_mark_of_encoding_tabs_and_spaces_at_the_end_change_nothing() {
    let expected = read(WORDS, &TEXTS).unwrap();
    let with_tabs = WORDS.replace(' ', "\t");
    let with_ends = WORDS.replace('\n', " \r\n\n");
    for file in [
        format!("8 4\n{WORDS}"),
        format!("\u{feff}8 4\n{WORDS}"),
        with_tabs,
        with_ends,
    ] {
        assert_eq!(read(&file, &TEXTS).unwrap(), expected);
    }
}

#[test]
fn only_what_is_wanted_is_kept_and_the_first_of_the_same_word() {
    let file = "annat 9 9\nträd 1 0\nträd 0 1\nfler ord 5 5\npark 1 1\n";
    let vectors = read(file, &["träd och park"]).unwrap();
    assert_eq!((vectors.words(), vectors.dimensions(), vectors.lines), (2, 2, 5));
    assert_eq!(vectors.numbers, [1.0, 0.0, 1.0, 1.0]);
    assert_eq!(vectors.ranks, [2, 5]);
}

#[test]
fn a_word_is_itself_or_another_form_or_its_parts_in_that_order() {
    let texts = [
        "Malmö malmö CYKEL Cyklarna parkerna skolgårdarna okänd 2026 och",
        "skola skolor gård gården parker parken",
    ];
    let file = "gård 1 0\nskola 0 1\nmalmö 7 7\ncykel 2 2\nMalmö 3 3\ncyklar 4 4\nparken 5 5\n";
    let vectors = read(file, &texts).unwrap();
    let of = |word: &str| {
        let known = vectors.known.get(word)?;
        let numbers = known.rows.iter().map(|row| vectors.numbers[*row as usize * 2]);
        Some((numbers.collect::<Vec<f32>>(), known.how))
    };
    assert_eq!(of("Malmö"), Some((vec![7.0], How::Itself)));
    assert_eq!(of("CYKEL"), Some((vec![2.0], How::Itself)));
    assert_eq!(of("Cyklarna"), Some((vec![4.0], How::OtherForm)));
    assert_eq!(of("parkerna"), Some((vec![5.0], How::OtherForm)));
    assert_eq!(of("skolgårdarna"), Some((vec![0.0, 1.0], How::Parts)));
    assert_eq!((of("okänd"), of("2026"), of("och")), (None, None, None));
    let coverage = vectors.embed(&texts[..1]).coverage();
    assert_eq!(coverage.words, 7);
    assert_eq!(
        (coverage.themselves, coverage.other_forms, coverage.by_parts),
        (3, 2, 1)
    );
}

#[test]
fn a_text_without_a_known_word_has_no_vector() {
    let texts = ["cykel", "", "och det är", "okänd", "park"];
    let sentences = embedded(WORDS, &texts);
    let has: Vec<bool> = (0..6).map(|text| sentences.vector(text).is_some()).collect();
    assert_eq!(has, [true, false, false, false, true, false]);
    assert_eq!((sentences.len(), sentences.known()), (5, 2));
    assert_eq!(sentences.similarity(0, 1), None);
    let nothing = embedded(WORDS, &[""; 0]);
    assert_eq!((nothing.len(), nothing.coverage().share()), (0, None));
    assert_eq!(nothing.pairs(&[], &PairOptions::default()).unwrap().pairs, []);
}

/// All alike, nothing is left beside what they share; what rounding leaves must not become a direction.
#[test]
fn texts_that_are_all_the_same_have_nothing_of_their_own() {
    let sentences = embedded(WORDS, &["cykel väg park"; 20]);
    assert_eq!(sentences.known(), 0);
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    let long = format!("park {}", "1 ".repeat(100_000));
    let wide = format!("park{}", " 1".repeat(MOST_DIMENSIONS + 1));
    for (file, told) in [
        ("", "line 1: there is no word here"),
        ("\u{feff}\n", "line 1: there is no word here"),
        ("\n \n", "line 2: there is no word here"),
        ("0 3\n", "line 1: there is no word here"),
        (
            "2 2\npark 1 2\n",
            "line 2: the first line promises 2 words, but there are 1",
        ),
        (
            "1 2\npark 1 2\nträd 1 2\n",
            "line 3: the first line promises 1 words, but there are 2",
        ),
        ("5 0\n", "line 1: 0 numbers make no vector"),
        ("5 5000\n", "line 1: 5000 numbers make no vector"),
        ("park\n", "line 1: 0 numbers make no vector"),
        (&wide, "line 1: 4097 numbers make no vector"),
        (
            "a 1 2\npark 1\n",
            "line 2: 1 numbers follow the word, but 2 in the lines before",
        ),
        ("a 1 2\npark 1 2 3\n", "line 2: 3 numbers follow"),
        ("a 1 2\n\nother 1 2 3\n", "line 3: 3 numbers follow"),
        ("a 1 2\npark 1 x\n", "line 2: column 3 holds “x”"),
        ("a 1 2\npark NaN 1\n", "line 2: column 2 holds “NaN”"),
        ("a 1 2\npark 1 -inf\n", "line 2: column 3 holds “-inf”"),
        ("a 1 2\npark 1 1e39\n", "line 2: column 3 holds “1e39”"),
        ("häst 1 2\nko 1 2\n", "line 2: none of the 1 different words"),
        (&long, "line 1: the line is longer than 131072 bytes"),
    ] {
        let fault = read(file, &["park"]).unwrap_err().to_string();
        assert!(fault.starts_with(told), "{fault}");
    }
    for bytes in [
        &b"a 1 2\np\xe5rk 1 2\n"[..],
        b"\x1f\x8b\x08\x00\n",
        b"1 2\npark \xff\xff\xff\n",
    ] {
        let fault = Vectors::read(bytes, &Wanted::of(&["park"])).unwrap_err();
        assert_eq!(fault.fault, Fault::NotText);
    }
    struct Broken;
    impl std::io::Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("the disk is gone"))
        }
    }
    let fault = Vectors::read(std::io::BufReader::new(Broken), &Wanted::of(&["park"])).unwrap_err();
    assert_eq!(
        fault.to_string(),
        "line 1: the file cannot be read on: the disk is gone"
    );
}

#[test]
fn of_near_duplicates_the_typical_one_is_compared() {
    let texts = ["cykel väg", "cykel väg nu", "park träd", "väg cykel"];
    let cluster = Cluster {
        members: vec![0, 1, 99],
        typical: 0,
    };
    let sentences = embedded(WORDS, &texts);
    let all = sentences.pairs(&[], &PairOptions::default()).unwrap();
    let few = sentences.pairs(&[cluster], &PairOptions::default()).unwrap();
    let places = |pairs: &Pairs| {
        pairs
            .pairs
            .iter()
            .map(|pair| (pair.first, pair.second))
            .collect::<Vec<_>>()
    };
    assert_eq!(places(&all), [(0, 1), (0, 3), (1, 3)]);
    assert_eq!(places(&few), [(0, 3)]);
    assert_eq!(few.pairs[0].similarity, 1.0);
}

#[test]
fn the_most_similar_pairs_stay_when_there_are_too_many() {
    let texts: Vec<String> = (0..90)
        .map(|n| format!("{} {}", TEXTS[n % 12], TEXTS[n * 7 % 11]))
        .collect();
    let sentences = embedded(WORDS, &texts);
    let options = |max_pairs| PairOptions {
        threshold: 0.2,
        max_pairs,
    };
    let all = sentences.pairs(&[], &options(usize::MAX)).unwrap();
    assert!(all.complete && all.pairs.len() > 500);
    for most in [0, 1, 50, 333] {
        let few = sentences.pairs(&[], &options(most)).unwrap();
        assert_eq!((&few.pairs[..], few.complete), (&all.pairs[..most], false));
    }
    for threshold in [0.0, -1.0, 1.1, f64::NAN] {
        let options = PairOptions {
            threshold,
            ..PairOptions::default()
        };
        assert!(matches!(sentences.pairs(&[], &options), Err(PairError::Threshold(_))));
    }
}

fn some_texts() -> impl Strategy<Value = Vec<String>> {
    let words = "(cykel|väg|skola|lärare|park|träd|buss|trygg|okänd)( (cykel|väg|skola|park|buss|trygg)){0,4}";
    prop::collection::vec(words, 0..30)
}

fn near(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-5,
        (None, None) => true,
        _ => false,
    }
}

proptest! {
    #[test]
    fn the_order_of_the_texts_does_not_matter(texts in some_texts(), turn in 0_usize..30) {
        let turn = turn % texts.len().max(1);
        let turned: Vec<String> = texts.iter().cycle().skip(turn).take(texts.len()).cloned().collect();
        prop_assume!(!texts.concat().is_empty());
        let (Ok(_), Ok(_)) = (read(WORDS, &texts), read(WORDS, &turned)) else { return Ok(()); };
        let (one, other) = (embedded(WORDS, &texts), embedded(WORDS, &turned));
        prop_assert_eq!(one.coverage(), other.coverage());
        for a in 0..texts.len() {
            for b in 0..a {
                let back = |place: usize| (place + texts.len() - turn) % texts.len();
                let (x, y) = (one.similarity(a, b), other.similarity(back(a), back(b)));
                prop_assert!(near(x, y), "{:?} {:?}", x, y);
            }
        }
    }

    #[test]
    fn the_length_of_the_vectors_does_not_matter(texts in some_texts(), exponent in -20_i32..20) {
        let Ok(vectors) = read(WORDS, &texts) else { return Ok(()); };
        let mut scaled = vectors.clone();
        // A power of two changes no digit.
        scaled.numbers.iter_mut().for_each(|number| *number *= 2_f32.powi(exponent));
        prop_assert_eq!(scaled.embed(&texts), vectors.embed(&texts));
    }

    #[test]
    fn pairs_are_all_pairs_at_or_above_the_threshold(texts in some_texts(), threshold in 0.05_f64..1.0) {
        let Ok(vectors) = read(WORDS, &texts) else { return Ok(()); };
        let sentences = vectors.embed(&texts);
        let found = sentences.pairs(&[], &PairOptions { threshold, ..PairOptions::default() }).unwrap();
        let found: BTreeMap<_, _> = found.pairs.iter().map(|pair| ((pair.first, pair.second), pair.similarity)).collect();
        for b in 0..texts.len() {
            for a in 0..b {
                let expected = sentences.similarity(a, b).filter(|cosine| *cosine >= threshold);
                prop_assert_eq!(found.get(&(a, b)).copied(), expected);
            }
        }
    }

    #[test]
    fn any_bytes_are_vectors_or_a_fault(bytes in prop::collection::vec(any::<u8>(), 0..200), lines in "((park|väg|\\PC{1,3})( [0-9.e-]{1,4}){0,4}\n){0,6}") {
        let texts = ["park väg", "väg"];
        for file in [&bytes[..], lines.as_bytes()] {
            if let Ok(vectors) = Vectors::read(file, &Wanted::of(&texts)) {
                let sentences = vectors.embed(&texts);
                prop_assert!(sentences.vector(0).is_none_or(|numbers| numbers.iter().all(|number| number.is_finite())));
            }
        }
    }
}
