//! Any bytes as a file of word vectors: what is read gives texts of length 1 whose pairs are those asked for.
#![no_main]

use libfuzzer_sys::fuzz_target;
use text::embedding::{PairOptions, Vectors, Wanted};
use text::themes;

const TEXTS: [&str; 12] = [
    "park",
    "Parken och parker",
    "lekplats",
    "lek plats lekplatsen",
    "väg",
    "buss väg",
    "skola",
    "a b",
    "ö",
    "plats",
    "",
    "1",
];

fuzz_target!(|bytes: &[u8]| {
    let Ok(vectors) = Vectors::read(bytes, &Wanted::of(&TEXTS)) else {
        return;
    };
    let sentences = vectors.embed(&TEXTS);
    let coverage = sentences.coverage();
    assert!(coverage.known() <= coverage.words);
    for text in 0..sentences.len() {
        if let Some(numbers) = sentences.vector(text) {
            let length: f64 = numbers.iter().map(|number| f64::from(*number).powi(2)).sum();
            assert!((length - 1.0).abs() < 1e-4, "{length}");
        }
    }
    if let Ok(found) = sentences.pairs(&[], &PairOptions::default()) {
        assert!(
            found
                .pairs
                .iter()
                .all(|pair| pair.first < pair.second && pair.similarity >= 0.9)
        );
    }
    let wanted = themes::Options {
        themes: 3,
        ..themes::Options::default()
    };
    if let Ok(found) = themes::suggest_by_meaning(&TEXTS, &sentences, &wanted) {
        assert_eq!(found.assigned.len(), TEXTS.len());
    }
});
