//! Handbook, glossary, principles and methods: the shipped ones are whole, and each kind of fault is told.

use super::*;

/// The faults of the real pack when a text file gets this line at its end.
fn faults_with_line(file: &str, line: &str) -> Vec<PackFault> {
    let mut files = real();
    let text = files.get_mut(file).expect("the file is part of the pack");
    text.push_str("\n\n");
    text.push_str(line);
    text.push('\n');
    read(&files)
        .err()
        .unwrap_or_else(|| panic!("{file}: {line:?} breaks nothing"))
}

#[track_caller]
fn told(faults: &[PackFault], file: &str, line: usize, says: &str) {
    let found = faults
        .iter()
        .any(|one| one.file == file && one.line == line && one.problem.contains(says) && !one.remedy.is_empty());
    assert!(found, "{file}:{line} {says}: {faults:?}");
}

#[test]
fn the_built_in_library_is_whole() {
    let library = &standard().library;
    assert_eq!(library.parts.len(), 6);
    assert_eq!(library.chapters.len(), 37);
    assert_eq!(library.methods.len(), 47);
    assert_eq!(library.principles.len(), 8);
    assert_eq!(library.terms.len(), 89);
    assert_eq!(
        library.chapter_with_help("level").map(|one| one.key.as_str()),
        Some("level-and-promise")
    );
    let choosing = library.chapter("choosing-methods").expect("the chapter is there");
    assert!(
        choosing.methods.contains(&"survey".to_string()),
        "{:?}",
        choosing.methods
    );
}

#[test]
fn a_pack_without_a_library_is_valid() {
    let mut files = real();
    files.retain(|file, _| {
        !["handbook", "glossary", "principles", "methods", "information", "guide"]
            .iter()
            .any(|start| file.starts_with(start))
    });
    let edition = read(&files).unwrap_or_else(|faults| panic!("{faults:?}"));
    let pack = &edition.templates[0];
    assert!(pack.library.chapters.is_empty() && pack.library.methods.is_empty());
}

#[test]
fn an_unknown_word_in_a_facet_is_told_with_the_words_there_are() {
    let survey = "methods/survey.toml";
    for (from, to, says) in [
        ("reach = \"broad\"", "reach = \"wide\"", "no reach \"wide\""),
        (
            "purposes = [\"prioritise\"",
            "purposes = [\"rank\"",
            "no purpose \"rank\"",
        ),
        ("form = [\"digital\"", "form = [\"phone\"", "no form \"phone\""),
        ("conflict = \"low\"", "conflict = \"none\"", "no conflict \"none\""),
        (
            "reaches = [\"working\"",
            "reaches = [\"workers\"",
            "no target group \"workers\"",
        ),
        (
            "misses = [\"other-languages\"",
            "misses = [\"foreign\"",
            "no target group \"foreign\"",
        ),
        ("activity = \"survey\"", "activity = \"form\"", "no activity \"form\""),
        (
            "levels = [\"consultation\"",
            "levels = [\"asking\"",
            "no level \"asking\"",
        ),
        ("phase = \"before\"", "phase = \"first\"", "no phase \"first\""),
        ("cost = 2", "cost = 5", "no class of cost 5"),
        ("weeks = { min = 6", "weeks = { min = 60", "ends before it begins"),
        ("random = false", "rnd = false", "unknown field"),
    ] {
        told(&faults_after(survey, from, to), survey, line_of(survey, from), says);
    }
}

#[test]
fn an_unknown_key_is_told() {
    let handbook = "handbook.toml";
    for (from, to, says) in [
        ("tasks = [\"staffing\"]", "tasks = [\"staff\"]", "no task \"staff\""),
        ("templates = [\"T1\"]", "templates = [\"T99\"]", "no template \"T99\""),
        ("methods = []", "methods = [\"vote\"]", "no method \"vote\""),
        ("part = \"begin\"", "part = \"start\"", "no part \"start\""),
    ] {
        told(
            &faults_after(handbook, from, to),
            handbook,
            line_of(handbook, from),
            says,
        );
    }
    let from = "see = [\"method\", \"survey\"]";
    let faults = faults_after("glossary.toml", from, "see = [\"way\", \"survey\"]");
    told(
        &faults,
        "glossary.toml",
        line_of("glossary.toml", from),
        "no term \"way\"",
    );
}

#[test]
fn a_text_without_its_place_and_a_place_without_its_text_are_told() {
    for (from, to, what) in [
        ("handbook/sv/place.md", "handbook/sv/places.md", "chapter"),
        ("methods/sv/survey.md", "methods/sv/surveys.md", "method"),
    ] {
        let mut files = real();
        let text = files.remove(from).expect("the text is there");
        files.insert(to.into(), text);
        let faults = read(&files).err().unwrap_or_default();
        told(&faults, from, 1, &format!("the text of the {what}"));
        told(&faults, to, 1, &format!("there is no {what}"));
    }
}

#[test]
fn a_help_text_stands_in_exactly_one_chapter() {
    let faults = faults_after("handbook/sv/level-and-promise.md", "{help: level}", "");
    told(&faults, "help/sv/level.md", 1, "no chapter includes");
    let faults = faults_with_line("handbook/sv/place.md", "{help: level}");
    told(
        &faults,
        "help/sv/level.md",
        1,
        "is included by level-and-promise and place",
    );
}

#[test]
fn a_directive_that_is_unknown_is_told() {
    let file = "handbook/sv/place.md";
    let line = real()[file].lines().count() + 2;
    for (directive, says) in [
        ("{ladder}", "no directive \"{ladder}\""),
        ("{checklist: later}", "no phase \"later\""),
        ("{checklist}", "no directive"),
        ("{help: lvl}", "no help text \"lvl\""),
    ] {
        let faults = faults_with_line(file, directive);
        let at = faults.iter().find(|one| one.file == file).map_or(0, |one| one.line);
        assert!(at == line || at == line + 1, "{directive}: {faults:?}");
        told(&faults, file, at, says);
    }
}

#[test]
fn a_link_that_leads_nowhere_is_told() {
    for (file, link, says) in [
        ("handbook/sv/place.md", "[x](handbok:nowhere)", "no chapter"),
        ("methods/sv/survey.md", "[x](metod:nothing)", "no method"),
        ("help/sv/level.md", "[x](mall:T99)", "no template"),
    ] {
        let faults = faults_with_line(file, link);
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].problem.contains(says) && faults[0].file == file, "{faults:?}");
    }
}

proptest::proptest! {
    /// Whatever happens to a file, reading gives a pack or faults.
    #[test]
    fn a_damaged_library_never_panics(file in 0usize..5, at in 0usize..100_000, len in 0usize..60, junk in "[\\[\\]{}()=:\"a-zåäö0-9\\n ]{0,12}") {
        let mut files = real();
        let name = ["handbook.toml", "glossary.toml", "principles.toml", "methods/survey.toml", "handbook/sv/choosing-methods.md"][file];
        let text = files.get_mut(name).expect("the file is part of the pack");
        let letters: Vec<char> = text.chars().collect();
        let at = at % letters.len();
        let end = (at + len).min(letters.len());
        *text = letters[..at].iter().chain(junk.chars().collect::<Vec<_>>().iter()).chain(&letters[end..]).collect();
        if let Err(faults) = read(&files) {
            proptest::prop_assert!(faults.iter().all(|fault| fault.line >= 1));
        }
    }
}
