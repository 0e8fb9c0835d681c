//! Courses: the shipped ones are whole, and each kind of fault is told.

use super::*;

const LADDER: &str = "courses/ladder-30-minutes/course.toml";
const PAGE: &str = "courses/ladder-30-minutes/sv/why.md";

#[track_caller]
fn told(faults: &[PackFault], file: &str, line: usize, says: &str) {
    let found = faults
        .iter()
        .any(|one| one.file == file && one.line == line && one.problem.contains(says) && !one.remedy.is_empty());
    assert!(found, "{file}:{line} {says}: {faults:?}");
}

/// The pack with a film on the first page of a course, and the film's texts.
fn with_film(medium: &str, files: &[(&str, &str)]) -> Files {
    let mut all = real();
    let text = all.get_mut(LADDER).expect("the course is part of the pack");
    *text = text.replacen("minutes = 4\n", &format!("minutes = 4\nmedium = {{ {medium} }}\n"), 1);
    for (name, text) in files {
        all.insert(format!("courses/ladder-30-minutes/sv/{name}"), (*text).into());
    }
    all
}

const CAPTIONS: (&str, &str) = ("why.vtt", "WEBVTT\n\n00:00.000 --> 00:02.000\nHej.\n");
const TRANSCRIPT: (&str, &str) = ("why-film.md", "Hej.\n");

#[test]
fn the_built_in_courses_are_whole() {
    let pack = standard();
    let library = &pack.library;
    let told: Vec<_> = library
        .courses
        .iter()
        .map(|one| {
            (
                one.key.as_str(),
                one.pages.len(),
                one.question_count(),
                one.needed(),
                one.valid_months,
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("from-voice-to-answer", 10, 20, 16, Some(24)),
            ("ladder-30-minutes", 7, 14, 12, Some(36)),
            ("lead-a-dialogue", 10, 20, 16, Some(36)),
        ]
    );
    let levels = library
        .course("ladder-30-minutes")
        .and_then(|one| one.page("five-levels"));
    let levels = levels
        .and_then(|page| page.question("levels"))
        .expect("the question is there");
    assert!(levels.many);
    assert_eq!(levels.right().into_iter().collect::<Vec<_>>(), [0, 2]);
}

#[test]
fn a_pack_without_courses_is_valid() {
    let mut files = real();
    files.retain(|file, _| !file.starts_with("courses/"));
    let pack = first(read(&files));
    assert!(pack.library.courses.is_empty());
}

#[test]
fn a_page_without_its_text_and_a_text_without_its_page_are_told() {
    let faults = faults_after(LADDER, "key = \"why\"", "key = \"wherefore\"");
    told(
        &faults,
        "courses/ladder-30-minutes/sv/wherefore.md",
        1,
        "the text of the page",
    );
    told(&faults, PAGE, 1, "there is no page \"why\"");
    let mut files = real();
    files.insert("courses/ladder-30-minutes/en/why.md".into(), "Why".into());
    files.insert("courses/nowhere/sv/why.md".into(), "Varför".into());
    let faults = read(&files).err().unwrap_or_default();
    told(
        &faults,
        "courses/ladder-30-minutes/en/why.md",
        1,
        "nothing in the course names",
    );
    told(&faults, "courses/nowhere/sv/why.md", 1, "belongs to no course");
}

#[test]
fn a_question_that_cannot_be_answered_is_told() {
    let word = line_of(LADDER, "key = \"word\"");
    told(
        &faults_after(LADDER, "right = true\n", ""),
        LADDER,
        word,
        "no right answer",
    );
    let many = faults_after(LADDER, "many = true\n", "");
    told(&many, LADDER, line_of(LADDER, "key = \"levels\""), "2 right answers");
    let twice = faults_after(LADDER, "key = \"fits\"", "key = \"word\"");
    told(&twice, LADDER, line_of(LADDER, "key = \"fits\""), "twice");
    let file = &real()[LADDER];
    let why = file
        .lines()
        .find(|line| line.starts_with("why = "))
        .expect("a choice is explained");
    let unexplained = faults_after(LADDER, why, "");
    told(&unexplained, LADDER, line_of(LADDER, why) - 2, "no explanation");
}

#[test]
fn a_language_that_is_missing_is_told() {
    for (from, to) in [
        (", en = \"Why a ladder?\"", ""),
        (", en = \"The ladder of participation in 30 minutes\"", ""),
    ] {
        told(
            &faults_after(LADDER, from, to),
            LADDER,
            line_of(LADDER, from),
            "the English text is missing",
        );
    }
}

#[test]
fn numbers_that_make_no_sense_are_told() {
    for (from, to, says) in [
        ("minutes = 30", "minutes = 45", "its pages take 30"),
        ("pass = 80", "pass = 180", "no percentage"),
        ("edition = 1", "edition = 0", "no number of an edition"),
        ("valid_months = 36", "valid_months = 0", "out of date"),
        ("pass = 80", "pas = 80", "unknown field"),
    ] {
        told(&faults_after(LADDER, from, to), LADDER, line_of(LADDER, from), says);
    }
}

#[test]
fn a_film_has_captions_and_a_transcript() {
    let whole = "kind = \"film\", address = \"/filmer/why.mp4\", captions = \"why.vtt\", transcript = \"why-film.md\"";
    let pack = first(read(&with_film(whole, &[CAPTIONS, TRANSCRIPT])));
    let course = pack.library.course("ladder-30-minutes").expect("the course is there");
    let medium = course
        .page("why")
        .and_then(|page| page.medium.clone())
        .expect("the page has a film");
    assert_eq!((medium.kind, medium.transcript.as_str()), (MediumKind::Film, "Hej.\n"));

    let line = line_of(LADDER, "minutes = 4") + 1;
    let without = |from: &str, to: &str| whole.replace(from, to);
    let cases = [
        (without(", captions = \"why.vtt\"", ""), vec![TRANSCRIPT], "no captions"),
        (
            without(", transcript = \"why-film.md\"", ""),
            vec![CAPTIONS],
            "no transcript",
        ),
        (whole.to_string(), vec![TRANSCRIPT], "no captions \"why.vtt\""),
        (whole.to_string(), vec![CAPTIONS], "no transcript \"why-film.md\""),
        (
            without("\"film\"", "\"game\""),
            vec![CAPTIONS, TRANSCRIPT],
            "no sort of medium",
        ),
        (
            without("/filmer", "https://exempel.se"),
            vec![CAPTIONS, TRANSCRIPT],
            "does not lie on the site",
        ),
        (
            without("/filmer", "//exempel.se"),
            vec![CAPTIONS, TRANSCRIPT],
            "does not lie on the site",
        ),
    ];
    for (medium, files, says) in cases {
        told(
            &read(&with_film(&medium, &files)).err().unwrap_or_default(),
            LADDER,
            line,
            says,
        );
    }
    let plain = ("why.vtt", "Hej.\n");
    let faults = read(&with_film(whole, &[plain, TRANSCRIPT])).err().unwrap_or_default();
    told(
        &faults,
        "courses/ladder-30-minutes/sv/why.vtt",
        1,
        "not in the form WebVTT",
    );
}

#[test]
fn a_link_of_a_course_leads_somewhere() {
    let mut files = real();
    files
        .get_mut(PAGE)
        .expect("the text is there")
        .push_str("\n\n[x](handbok:nowhere)\n");
    let faults = read(&files).err().unwrap_or_default();
    assert!(
        faults.len() == 1 && faults[0].file == PAGE && faults[0].problem.contains("no chapter"),
        "{faults:?}"
    );
}

proptest::proptest! {
    // Each case reads the whole pack.
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    /// Whatever happens to a course, reading gives a pack or faults.
    #[test]
    fn a_damaged_course_never_panics(at in 0usize..100_000, len in 0usize..60, junk in "[\\[\\]{}()=:\"a-zåäö0-9\\n ]{0,12}") {
        let mut files = real();
        let text = files.get_mut(LADDER).expect("the course is part of the pack");
        let letters: Vec<char> = text.chars().collect();
        let at = at % letters.len();
        let end = (at + len).min(letters.len());
        *text = letters[..at].iter().chain(junk.chars().collect::<Vec<_>>().iter()).chain(&letters[end..]).collect();
        if let Err(faults) = read(&files) {
            proptest::prop_assert!(faults.iter().all(|fault| fault.line >= 1));
        }
    }
}
