//! The rules of papers: what a person wrote is never lost, and the outline is the municipality's own.

use super::phrases::{genitive, with_phrases};
use super::*;
use proptest::prelude::*;

fn fresh(kind: Kind, text: &str) -> Fresh {
    let by_hand = [
        "agreement",
        "differences",
        "conclusions",
        "proposal",
        "assessment",
        "economy",
    ];
    let generated = outline(kind).iter().filter(|one| !by_hand.contains(&one.key));
    generated
        .map(|one| (one.key, vec![Block::paragraph(format!("{text} {}", one.key))]))
        .collect()
}

#[test]
fn the_statement_has_the_municipalitys_own_order() {
    let keys: Vec<_> = outline(Kind::Statement).iter().map(|one| one.key).collect();
    assert_eq!(
        keys,
        [
            "matter",
            "proposal",
            "background",
            "investigation",
            "assessment",
            "children",
            "economy",
            "papers"
        ]
    );
    assert_eq!(outline(Kind::Report).len(), 14);
}

#[test]
fn an_empty_paper_names_what_only_a_person_can_say() {
    let mut sections = begin(Kind::Statement, fresh(Kind::Statement, "x"));
    assert_eq!(
        missing(Kind::Statement, &sections),
        ["proposal", "assessment", "economy"]
    );
    sections[0].shown = false;
    assert_eq!(
        missing(Kind::Statement, &sections),
        ["matter", "proposal", "assessment", "economy"]
    );
}

#[test]
fn added_sections_stand_in_the_investigation_and_only_they_can_go() {
    let mut sections = begin(Kind::Statement, Vec::new());
    assert_eq!(add_section(&mut sections).as_deref(), Some("investigation-2"));
    assert_eq!(add_section(&mut sections).as_deref(), Some("investigation-3"));
    assert!(remove_section(&mut sections, "investigation-2") && !remove_section(&mut sections, "matter"));
    assert_eq!(add_section(&mut sections).as_deref(), Some("investigation-4"));
    let keys: Vec<_> = sections.iter().map(|one| one.key.as_str()).collect();
    assert_eq!(keys[3..6], ["investigation", "investigation-3", "investigation-4"]);
    assert_eq!(add_section(&mut begin(Kind::Report, Vec::new())), None);
}

#[test]
fn what_is_new_is_told_line_by_line() {
    let then: Fresh = vec![
        ("scope", vec![Block::bullets(["a", "b"])]),
        ("method", vec![Block::paragraph("m")]),
    ];
    let now: Fresh = vec![
        ("scope", vec![Block::bullets(["b", "c"])]),
        ("method", vec![Block::paragraph("m")]),
    ];
    let expected = SectionChange {
        key: "scope".into(),
        gone: vec!["a".into()],
        come: vec!["c".into()],
    };
    assert_eq!(changes(&begin(Kind::Report, then), &now), vec![expected]);
}

#[test]
fn names_get_their_genitive() {
    assert_eq!(genitive("Kommunledningskontoret"), "Kommunledningskontorets");
    assert_eq!(genitive("Tekniska nämnden "), "Tekniska nämndens");
    assert_eq!(genitive("Näs"), "Näs");
}

#[test]
fn a_phrase_is_added_once_and_nothing_is_overwritten() {
    let one = with_phrases("Mitt eget förslag.", &["Nämnden godkänner.".into()]);
    assert_eq!(one, "Mitt eget förslag.\nNämnden godkänner.");
    assert_eq!(with_phrases(&one, &["Nämnden godkänner.".into()]), one);
    assert_eq!(with_phrases("", &["A.".into(), "B.".into()]), "A.\nB.");
}

/// All that a person put into a paper.
fn by_hand(sections: &[Section]) -> Vec<(String, String, String, String, bool)> {
    let of = |one: &Section| {
        (
            one.key.clone(),
            one.title.clone(),
            one.written.clone(),
            one.timetable.clone(),
            one.shown,
        )
    };
    sections.iter().map(of).collect()
}

proptest! {
    /// Whatever the program finds, however often it is asked: not a letter of what the official wrote is lost.
    #[test]
    fn regenerating_keeps_every_human_letter(
        texts in proptest::collection::vec(any::<String>(), 14),
        shown in proptest::collection::vec(any::<bool>(), 14),
        title in any::<String>(),
        timetable in any::<String>(),
        rounds in proptest::collection::vec("[a-zåäö ]{0,20}", 1..5),
        statement in any::<bool>(),
        added in 0..4_usize,
    ) {
        let kind = if statement { Kind::Statement } else { Kind::Report };
        let mut sections = begin(kind, fresh(kind, "first"));
        for _ in 0..added {
            add_section(&mut sections);
        }
        for (place, section) in sections.iter_mut().enumerate() {
            section.written = texts[place % 14].clone();
            section.shown = shown[place % 14];
            if section.is_added() {
                section.title = title.clone();
                section.timetable = timetable.clone();
            }
        }
        let before = by_hand(&sections);
        for round in &rounds {
            refresh(&mut sections, fresh(kind, round));
        }
        prop_assert_eq!(by_hand(&sections), before);
        let last = rounds.last().map(String::as_str).unwrap_or_default();
        prop_assert!(changes(&sections, &fresh(kind, last)).is_empty());
    }
}
