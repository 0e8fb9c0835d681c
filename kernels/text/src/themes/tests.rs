//! Planted themes, repeated runs and texts without any.

use super::*;
use crate::embedding::{Sentences, Vectors, Wanted};
use proptest::prelude::*;

const SUBJECTS: [[&str; 8]; 3] = [
    [
        "buss",
        "hållplats",
        "tidtabell",
        "pendeltåg",
        "resenär",
        "kollektivtrafik",
        "biljett",
        "försening",
    ],
    [
        "lekplats",
        "park",
        "gräsmatta",
        "bänk",
        "träd",
        "blommor",
        "gunga",
        "grönområde",
    ],
    [
        "skola", "lärare", "elev", "klassrum", "rektor", "lektion", "läxa", "skolmat",
    ],
];

/// Texts of one subject each, with words common to all among them.
fn planted(of_each: usize) -> (Vec<String>, Vec<usize>) {
    let mut stream = Stream(3);
    let mut draw = |end: usize| (stream.unit() * end as f64) as usize;
    let (mut texts, mut subjects) = (Vec::new(), Vec::new());
    for n in 0..of_each * 3 {
        let words: Vec<&str> = (0..6).map(|_| SUBJECTS[n % 3][draw(8)]).collect();
        let common = ["området", "förslag", "boende", "fråga"][draw(4)];
        texts.push(format!("Vi vill ha {} och {common} {n}", words.join(" ")));
        subjects.push(n % 3);
    }
    (texts, subjects)
}

fn three(seed: u64) -> Options {
    Options {
        themes: 3,
        seed,
        ..Options::default()
    }
}

#[test]
fn planted_themes_come_out_with_their_words_whatever_the_seed() {
    let (texts, subjects) = planted(60);
    for seed in 0..10 {
        let found = suggest(&texts, &three(seed)).unwrap();
        let mut right = 0;
        for theme in 0..3 {
            let subject = subjects[found.themes[theme].typical[0]];
            let members = (0..texts.len()).filter(|text| found.assigned[*text] == Some(theme));
            right += members.filter(|text| subjects[*text] == subject).count();
            let named = found.themes[theme].terms.iter().take(5);
            assert!(
                named.clone().all(|key| SUBJECTS[subject].contains(&key.term.as_str())),
                "{named:?}"
            );
        }
        assert!(right >= 175, "seed {seed}: {right} of 180");
    }
}

#[test]
fn the_same_seed_gives_the_same_to_the_last_bit() {
    let (texts, _) = planted(20);
    assert_eq!(suggest(&texts, &three(5)), suggest(&texts, &three(5)));
}

#[test]
fn a_text_on_two_subjects_belongs_to_both() {
    let (mut texts, _) = planted(40);
    texts.push("Buss, hållplats, tidtabell och biljett; lärare, elev, rektor och lektion".to_owned());
    let found = suggest(&texts, &three(1)).unwrap();
    let mut shares = found.shares.last().unwrap().clone();
    shares.sort_by(f64::total_cmp);
    assert!(shares[1] > 0.3 && shares[0] < 0.1, "{shares:?}");
}

#[test]
fn a_letter_that_many_sent_is_named_once_as_typical() {
    let texts = vec!["Bygg en simhall i Norrby nu"; 30];
    let found = suggest(
        &texts,
        &Options {
            themes: 2,
            ..Options::default()
        },
    )
    .unwrap();
    assert!(found.themes.iter().all(|theme| theme.typical.len() <= 1));
}

#[test]
fn nothing_to_go_by_gives_no_themes() {
    for texts in [vec![], vec!["", "…", "och att det"], vec!["unik"]] {
        let found = suggest(&texts, &three(1)).unwrap();
        assert_eq!((found.themes.len(), found.assigned), (0, vec![None; texts.len()]));
    }
    for asked in [0, MOST_THEMES + 1] {
        let options = Options {
            themes: asked,
            ..Options::default()
        };
        assert_eq!(suggest(&["a"], &options), Err(Error::Count(asked)));
    }
}

proptest! {
    #[test]
    fn any_texts_give_themes_that_add_up(texts in prop::collection::vec("((park|buss|skola|väg) ){0,4}|\\PC{0,10}", 0..25), themes in 1_usize..12) {
        let found = suggest(&texts, &Options { themes, least_texts: 1, ..Options::default() }).unwrap();
        prop_assert!(found.themes.len() <= themes);
        prop_assert_eq!(found.themes.iter().map(|theme| theme.texts).sum::<usize>(), found.assigned.iter().flatten().count());
        for (shares, assigned) in found.shares.iter().zip(&found.assigned) {
            let sum: f64 = shares.iter().sum();
            prop_assert!(shares.iter().all(|share| *share >= 0.0));
            let expected = if assigned.is_some() { 1.0 } else { 0.0 };
            prop_assert!((sum - expected).abs() < 1e-9, "{}", sum);
        }
    }
}

/// Vectors of the words of all subjects, those of one subject near each other.
fn meanings<T: AsRef<str>>(texts: &[T]) -> Sentences {
    let mut file = String::new();
    for (n, word) in SUBJECTS.iter().flatten().enumerate() {
        let mut numbers = [0.3, 0.3, 0.3, n as f64 / 100.0];
        numbers[n / 8] = 1.0;
        let numbers = numbers.map(|number| number.to_string()).join(" ");
        file.push_str(&format!("{word} {numbers}\n"));
    }
    let vectors = Vectors::read(file.as_bytes(), &Wanted::of(texts)).unwrap();
    vectors.embed(texts)
}

/// A word a text, and each word once: only their vectors show that they belong together.
#[test]
fn texts_that_share_no_word_meet_by_meaning() {
    let texts: Vec<&str> = (0..24).map(|n| SUBJECTS[n % 3][n / 3]).collect();
    for seed in 0..10 {
        let found = suggest_by_meaning(&texts, &meanings(&texts), &three(seed)).unwrap();
        assert_eq!(found.vocabulary, 0);
        for (n, assigned) in found.assigned.iter().enumerate() {
            assert!(
                assigned.is_some() && *assigned == found.assigned[n % 3],
                "seed {seed}, text {n}"
            );
        }
    }
}

#[test]
fn themes_by_meaning_are_named_by_their_words() {
    let (texts, subjects) = planted(8);
    let sentences = meanings(&texts);
    for seed in 0..10 {
        let found = suggest_by_meaning(&texts, &sentences, &three(seed)).unwrap();
        for theme in &found.themes {
            let subject = subjects[theme.typical[0]];
            let named = theme.terms.iter().take(5);
            let own = named.filter(|key| SUBJECTS[subject].contains(&key.term.as_str()));
            assert_eq!((theme.texts, own.count()), (8, 5), "seed {seed}: {theme:?}");
        }
        assert_eq!(found, suggest_by_meaning(&texts, &sentences, &three(seed)).unwrap());
    }
}

#[test]
fn vectors_of_other_texts_are_refused_and_none_give_no_themes() {
    let texts = ["park", "buss"];
    let vectors = Vectors::read(&b"skola 1 2\n"[..], &Wanted::of(&["skola"])).unwrap();
    let sentences = vectors.embed(&texts);
    assert_eq!(
        suggest_by_meaning(&texts[..1], &sentences, &three(1)),
        Err(Error::Vectors { texts: 1, vectors: 2 })
    );
    assert_eq!(
        suggest_by_meaning(&texts, &sentences, &three(1)).unwrap().assigned,
        [None, None]
    );
}
