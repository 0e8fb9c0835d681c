//! Against comparing all with all, on planted copies, and on what makes careless programs quadratic.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// The definition, in the plainest words: the pieces as strings.
fn plain_pieces(text: &str) -> BTreeSet<String> {
    let letters: Vec<char> = fold(text).chars().collect();
    let all: BTreeSet<String> = letters.windows(4).map(|piece| piece.iter().collect()).collect();
    if all.is_empty() {
        BTreeSet::from([letters.iter().collect()])
    } else {
        all
    }
}

fn plain_similarity(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    let shared = a.intersection(b).count();
    shared as f64 / (a.len() + b.len() - shared) as f64
}

/// A stream of numbers that is the same everywhere.
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % end
    }

    /// A text of made-up words, some common and most rare, as in language.
    fn text(&mut self, words: usize) -> Vec<String> {
        (0..words)
            .map(|_| {
                let (a, b) = (self.below(40), self.below(60));
                let rank = a * b / 4;
                let syllable = |n: usize| ["ka", "le", "mi", "gat", "sko", "vä", "run", "på", "os", "by"][n % 10];
                [
                    syllable(rank),
                    syllable(rank / 10),
                    syllable(rank / 7),
                    syllable(rank / 100),
                ]
                .concat()
            })
            .collect()
    }

    /// A copy with a share of its words left out or replaced.
    fn changed(&mut self, words: &[String], of_hundred: usize) -> String {
        let mut copy = Vec::new();
        for word in words {
            match self.below(100) {
                draw if draw < of_hundred / 2 => {}
                draw if draw < of_hundred => copy.push("annat".to_owned()),
                _ => copy.push(word.clone()),
            }
        }
        copy.join(" ")
    }
}

fn planted(originals: usize, copies: usize) -> Vec<String> {
    let mut draw = Draw(7);
    let words: Vec<Vec<String>> = (0..originals)
        .map(|_| {
            let n = 8 + draw.below(50);
            draw.text(n)
        })
        .collect();
    let mut texts: Vec<String> = words.iter().map(|words| words.join(" ")).collect();
    for copy in 0..copies {
        let of = draw.below(originals);
        texts.push(draw.changed(&words[of], copy % 30));
    }
    texts
}

#[test]
fn what_all_with_all_finds_is_found_and_nothing_else() {
    let texts = planted(250, 200);
    let pieces: Vec<BTreeSet<String>> = texts.iter().map(|text| plain_pieces(text)).collect();
    let found = find(&texts, &Options::default()).unwrap();
    assert!(found.complete);
    let mut expected = 0;
    let mut clear = 0;
    let mut missed_clear = 0;
    let listed: BTreeSet<(usize, usize)> = found.pairs.iter().map(|pair| (pair.first, pair.second)).collect();
    for a in 0..texts.len() {
        for b in a + 1..texts.len() {
            let similarity = plain_similarity(&pieces[a], &pieces[b]);
            expected += usize::from(similarity >= 0.6);
            clear += usize::from(similarity >= 0.7);
            missed_clear += usize::from(similarity >= 0.7 && !listed.contains(&(a, b)));
        }
    }
    for pair in &found.pairs {
        assert!((pair.similarity - plain_similarity(&pieces[pair.first], &pieces[pair.second])).abs() < 1e-12);
    }
    assert!(clear > 100, "the test has pairs to find: {clear}");
    assert_eq!(missed_clear, 0);
    assert!(
        listed.len() as f64 >= 0.99 * expected as f64,
        "{} of {expected}",
        listed.len()
    );
}

#[test]
fn case_punctuation_and_spaces_do_not_count() {
    let texts = ["Bygg en park!", " bygg   EN park", "", "…", "…", "Något helt annat"];
    let found = find(&texts, &Options::default()).unwrap();
    assert_eq!(
        found.pairs,
        [Pair {
            first: 0,
            second: 1,
            similarity: 1.0
        }]
    );
    assert_eq!(
        found.clusters,
        [Cluster {
            members: vec![0, 1],
            typical: 0
        }]
    );
}

#[test]
fn the_typical_one_of_a_campaign_is_the_letter_itself() {
    let letter = "Vi kräver att kommunen bevarar skogen vid sjön så att barnen har någonstans att leka";
    let texts = [
        format!("Hej! {letter} Hälsningar Lotta i Norrby som bor här"),
        letter.to_owned(),
        format!("{letter} Det är för sorgligt annars tycker jag"),
        "En helt annan fråga om bussen".to_owned(),
        format!("Till nämnden: {letter}"),
    ];
    let found = find(&texts, &Options::default()).unwrap();
    assert_eq!(
        found.clusters,
        [Cluster {
            members: vec![0, 1, 2, 4],
            typical: 1
        }]
    );
}

#[test]
fn nothing_and_nonsense_are_answered() {
    assert_eq!(find::<&str>(&[], &Options::default()).unwrap().pairs, []);
    for threshold in [f64::NAN, f64::INFINITY, -1.0, 0.0, 1.1] {
        let options = Options {
            threshold,
            ..Options::default()
        };
        assert!(matches!(find(&["a", "a"], &options), Err(Error::Threshold(_))));
    }
    for threshold in [0.1, 0.3, 0.9, 1.0] {
        let options = Options {
            threshold,
            ..Options::default()
        };
        assert_eq!(find(&["a", "b", "a"], &options).unwrap().pairs.len(), 1);
    }
}

#[test]
fn a_hundred_thousand_copies_make_one_cluster_and_not_billions_of_pairs() {
    let texts = vec!["Ja till badhuset"; 100_000];
    let options = Options {
        max_pairs: 1_000,
        ..Options::default()
    };
    let found = find(&texts, &options).unwrap();
    assert_eq!((found.pairs.len(), found.complete), (1_000, false));
    assert_eq!((found.clusters.len(), found.clusters[0].members.len()), (1, 100_000));
}

#[test]
fn a_crowd_of_slightly_different_letters_hangs_together() {
    let texts: Vec<String> = (0..5_000)
        .map(|n| format!("Vi som bor i området vill att skolgatan stängs för bilar före hösten, {n}"))
        .collect();
    let found = find(&texts, &Options::default()).unwrap();
    assert!(!found.complete);
    assert_eq!((found.clusters.len(), found.clusters[0].members.len()), (1, 5_000));
}

proptest! {
    #[test]
    fn pairs_are_ordered_within_bounds_and_inside_one_cluster(texts in prop::collection::vec("[a-c ]{0,12}|\\PC{0,8}", 0..40)) {
        let found = find(&texts, &Options::default()).unwrap();
        let mut before = None;
        for pair in &found.pairs {
            prop_assert!(pair.first < pair.second && pair.second < texts.len());
            prop_assert!(before < Some((pair.first, pair.second)));
            prop_assert!((0.6..=1.0).contains(&pair.similarity));
            let with_both = found.clusters.iter().filter(|cluster| cluster.members.contains(&pair.first) && cluster.members.contains(&pair.second));
            prop_assert_eq!(with_both.count(), 1);
            before = Some((pair.first, pair.second));
        }
        let members: Vec<usize> = found.clusters.iter().flat_map(|cluster| cluster.members.iter().copied()).collect();
        let different: BTreeSet<usize> = members.iter().copied().collect();
        prop_assert_eq!(members.len(), different.len());
    }

    /// The order in which contributions came in decides their numbers, not who is like whom.
    #[test]
    fn the_order_of_the_texts_does_not_matter(mut texts in prop::collection::vec("[a-c]{0,6}", 0..30)) {
        let alike = |texts: &[String]| -> Vec<(String, String)> {
            let mut pairs: Vec<(String, String)> = find(texts, &Options::default()).unwrap().pairs.iter()
                .map(|pair| { let mut two = [texts[pair.first].clone(), texts[pair.second].clone()]; two.sort(); let [a, b] = two; (a, b) })
                .collect();
            pairs.sort();
            pairs
        };
        let before = alike(&texts);
        texts.reverse();
        prop_assert_eq!(before, alike(&texts));
    }
}
