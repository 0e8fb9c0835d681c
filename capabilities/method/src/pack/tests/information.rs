//! Information pages and the guide: the shipped ones are whole, and each kind of fault is told.

use super::*;

const PAGES: &str = "information.toml";
const GUIDE: &str = "guide.toml";

fn library() -> Library {
    Library::clone(&standard().library)
}

#[track_caller]
fn told(faults: &[PackFault], file: &str, line: usize, says: &str) {
    let found = faults
        .iter()
        .any(|one| one.file == file && one.line == line && one.problem.contains(says) && !one.remedy.is_empty());
    assert!(found, "{file}:{line} {says}: {faults:?}");
}

#[test]
fn the_built_in_pages_are_whole() {
    let library = library();
    let public = library.pages.iter().filter(|one| one.audience == Audience::Public);
    assert_eq!(public.count(), 7);
    for place in PUBLIC_PLACES.iter().chain([&INTRANET_PLACE]) {
        assert!(library.page_at(place).is_some(), "nothing stands at {place}");
    }
    for page in &library.pages {
        assert!(!page.text.en.is_empty(), "{} has no English text", page.key);
    }
}

#[test]
fn a_page_in_a_place_that_is_not_served_is_told() {
    for (from, to, says) in [
        ("address = \"/kontakt\"", "address = \"/om\"", "can stand at \"/om\""),
        ("address = \"/kontakt\"", "address = \"/kontakt/oss\"", "can stand at"),
        (
            "address = \"/kontakt\"",
            "address = \"/personuppgifter\"",
            "two pages stand at",
        ),
        ("audience = \"public\"", "audience = \"all\"", "no audience \"all\""),
        ("key = \"contact\"", "key = \"ladder\"", "is there twice"),
    ] {
        let faults = faults_after(PAGES, from, to);
        assert!(
            faults.iter().any(|one| one.problem.contains(says)),
            "{says}: {faults:?}"
        );
    }
    let says = "can stand at \"/arbetsyta/borja-har/a/b\"";
    let faults = faults_after(PAGES, "borja-har/stod", "borja-har/a/b");
    told(&faults, PAGES, line_of(PAGES, "borja-har/stod"), says);
}

#[test]
fn a_page_without_its_swedish_text_is_told_and_without_its_english_is_not() {
    let (sv, en) = ("information/public/sv/contact.md", "information/public/en/contact.md");
    let mut files = real();
    files.remove(en);
    let edition = first(read(&files));
    let contact = edition.library.page_at("/kontakt").expect("the page is there");
    assert!(contact.text.en.is_empty() && !contact.text.sv.is_empty());
    let text = files.remove(sv).expect("the text is there");
    files.insert("information/public/sv/contacts.md".into(), text);
    let faults = read(&files).err().unwrap_or_default();
    told(&faults, sv, 1, "the text of the page \"contact\" is missing");
    told(&faults, "information/public/sv/contacts.md", 1, "there is no page");
}

#[test]
fn what_a_text_may_not_say_is_told_on_its_line() {
    let library = library();
    let faults = |audience, text: &str| text_faults(audience, text, &library, &["T1".into()]);
    for (audience, text, says) in [
        (Audience::Public, "a\n\n{ladder}", "no directive \"{ladder}\""),
        (Audience::Intranet, "a\n\n{dialogues}", "no directive \"{dialogues}\""),
        (Audience::Public, "a\n\n[x](handbok:roles)", "leads to the desk"),
        (Audience::Public, "a\n\n[x](/arbetsyta)", "leads to the desk"),
        (Audience::Intranet, "a\n\n[x](handbok:rolls)", "no chapter"),
        (Audience::Intranet, "a\n\n[x](mall:T99)", "no template"),
        (Audience::Public, "a\n\n[x](javascript:x)", "leads nowhere"),
    ] {
        let found = faults(audience, text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert!(found[0].0 == 3 && found[0].1.contains(says), "{text}: {found:?}");
    }
    let sound = "{levels}\n[a](/dialoger) [b](https://a.se) [c](mailto:a@b.se)";
    assert_eq!(faults(Audience::Public, sound), []);
    assert_eq!(
        faults(Audience::Intranet, "[a](handbok:roles) [b](mall:T1) [c](metod:survey)"),
        []
    );
}

#[test]
fn a_text_is_cut_at_what_it_shows() {
    let text = "a\n\n {levels} \nb\n{nothing}\n{contact}";
    let expected = [
        Stretch::Text("a".into()),
        Stretch::Shown(Directive::Levels),
        Stretch::Text("b\n{nothing}".into()),
        Stretch::Shown(Directive::Contact),
    ];
    assert_eq!(stretches(text), expected);
}

#[test]
fn the_built_in_guide_asks_five_questions_and_reaches_every_level() {
    let guide = library().guide.expect("there is a guide");
    assert_eq!(guide.questions.len(), 5);
    let levels: std::collections::BTreeSet<_> = guide.outcomes.iter().filter_map(|one| one.level.clone()).collect();
    assert_eq!(levels.len(), 5);
    assert!(guide.outcomes.iter().any(|one| one.level.is_none()));
}

#[test]
fn each_kind_of_fault_in_the_guide_is_told() {
    for (from, to, says) in [
        ("first = \"open\"", "first = \"begin\"", "no question \"begin\""),
        (
            "question = \"deciders\"",
            "question = \"decider\"",
            "no question \"decider\"",
        ),
        ("outcome = \"ask-deciders\"", "outcome = \"ask\"", "no outcome \"ask\""),
        (
            "outcome = \"ask-deciders\"",
            "outcome = \"inform\"",
            "no answer leads to the outcome",
        ),
        (
            "question = \"time\"",
            "outcome = \"dialogue\"",
            "no answer leads to the question \"time\"",
        ),
        ("question = \"time\"", "question = \"open\"", "back to it"),
        (
            "question = \"time\"",
            "question = \"time\"\noutcome = \"dialogue\"",
            "does not lead to one place",
        ),
        ("level = \"consultation\"", "level = \"asking\"", "no level \"asking\""),
        ("\"metod:survey\"", "\"metod:poll\"", "no chapter, method or template"),
        ("key = \"deciders\"", "key = \"open\"", "is there twice"),
        ("first = \"open\"", "begin = \"open\"", "unknown field"),
    ] {
        let faults = faults_after(GUIDE, from, to);
        assert!(faults.iter().all(|one| one.file == GUIDE), "{faults:?}");
        assert!(
            faults.iter().any(|one| one.problem.contains(says)),
            "{says}: {faults:?}"
        );
    }
    let from = "outcome = \"ask-deciders\"";
    told(
        &faults_after(GUIDE, from, "outcome = \"ask\""),
        GUIDE,
        line_of(GUIDE, from),
        "no outcome",
    );
}

#[test]
fn a_pack_without_pages_and_guide_is_valid() {
    let mut files = real();
    files.retain(|file, _| !file.starts_with("information") && file != GUIDE);
    let edition = first(read(&files));
    assert!(edition.library.pages.is_empty() && edition.library.guide.is_none());
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(64))]
    /// Whatever happens to the files, reading gives a pack or faults.
    #[test]
    fn damaged_pages_never_panic(file in 0usize..3, at in 0usize..100_000, len in 0usize..60, junk in "[\\[\\]{}()=:\"a-zåäö0-9\\n ]{0,12}") {
        let mut files = real();
        let name = [PAGES, GUIDE, "information/public/sv/how-it-works.md"][file];
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
