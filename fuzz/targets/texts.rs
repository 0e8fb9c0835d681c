//! Any lines as texts that residents wrote: findings lie within them, and everything that compares them ends.
#![no_main]

use libfuzzer_sys::fuzz_target;
use text::{duplicates, language, personal_data, plain_language, themes};

fuzz_target!(|written: &str| {
    let texts: Vec<&str> = written.lines().take(60).collect();
    for text in &texts {
        let characters = text.chars().count();
        let mut from = 0;
        for trace in personal_data::traces(text) {
            assert!(from <= trace.start && trace.start < trace.end && trace.end <= characters);
            from = trace.end;
        }
        for span in personal_data::find(text) {
            assert!(text.get(span.start..span.end).is_some());
        }
        let _ = language::guess(text);
    }
    let _ = plain_language::remarks(written);
    if let Ok(found) = duplicates::find(&texts, &duplicates::Options::default()) {
        assert!(found.pairs.iter().all(|pair| pair.first < pair.second && pair.similarity <= 1.0));
    }
    let wanted = themes::Options {
        themes: 3,
        ..themes::Options::default()
    };
    if let Ok(found) = themes::suggest(&texts, &wanted) {
        assert_eq!(found.assigned.len(), texts.len());
    }
});
