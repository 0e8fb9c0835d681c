//! The built-in pack is whole; a broken one is told line by line and never panics.

use super::*;

mod courses;
mod information;
mod library;
mod mutations;
mod overlay;

const STANDARD: &str = "processes/standard.toml";

/// The standard dialogue of the real pack.
fn standard() -> std::sync::Arc<Pack> {
    first(read(&real()))
}

/// The first template of what was read, which must be whole.
fn first(read: Result<Edition, Vec<PackFault>>) -> std::sync::Arc<Pack> {
    let edition = read.unwrap_or_else(|faults| {
        panic!(
            "{}",
            faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
        )
    });
    edition.templates[0].clone()
}

fn real() -> Files {
    embedded("medborgardialog")
}

/// The faults of the real pack after one edit.
fn faults_after(file: &str, from: &str, to: &str) -> Vec<PackFault> {
    let mut files = real();
    let text = files.get_mut(file).expect("the file is part of the pack");
    assert!(text.contains(from), "{file} has no {from:?}");
    *text = text.replacen(from, to, 1);
    read(&files)
        .err()
        .unwrap_or_else(|| panic!("{file}: {from:?} -> {to:?} breaks nothing"))
}

/// The line on which a text first stands in a file of the real pack.
fn line_of(file: &str, text: &str) -> usize {
    real()[file]
        .lines()
        .position(|line| line.contains(text))
        .expect("the text is there")
        + 1
}

#[test]
fn the_built_in_pack_loads() {
    let pack = standard();
    assert_eq!(pack.steps.len(), 12);
    assert_eq!(pack.ladder.levels().len(), 5);
    assert_eq!(pack.ladder.models.len(), 6);
    let count = |list: &str, phase: &str| {
        let all = pack.items.iter();
        all.filter(|item| item.list == list && item.phase == phase).count()
    };
    let counts: Vec<_> = pack
        .lists
        .iter()
        .map(|list| {
            (
                list.key.as_str(),
                ["before", "during", "after"].map(|phase| count(&list.key, phase)),
            )
        })
        .collect();
    assert_eq!(
        counts,
        [
            ("standard", [28, 15, 16]),
            ("children", [8, 4, 2]),
            ("directed", [6, 3, 3]),
            ("digital", [9, 2, 2]),
            ("threat", [8, 3, 3]),
        ]
    );
    assert_eq!(pack.items.len(), 112);
    let sheets: Vec<&str> = pack.sheets.iter().map(|sheet| sheet.key.as_str()).collect();
    assert_eq!(sheets, (1..=16).map(|number| format!("T{number}")).collect::<Vec<_>>());
}

#[test]
fn every_level_has_its_name_in_the_other_models() {
    let pack = standard();
    for level in pack.ladder.levels() {
        for model in &pack.ladder.models {
            assert!(
                pack.ladder.in_model(&model.key, &level.key).is_some(),
                "{} in {}",
                level.key,
                model.key
            );
        }
    }
    assert_eq!(
        pack.ladder
            .in_model("boverket", "consultation")
            .map(|one| one.name.sv.as_str()),
        Some("Förankring")
    );
    assert_eq!(
        pack.ladder
            .in_model("iap2", "co-decision")
            .map(|one| one.name.en.as_str()),
        Some("Empower")
    );
}

#[test]
fn a_fault_names_file_line_and_remedy() {
    let faults = faults_after(STANDARD, "{ field = \"promise\" }", "{ field = \"promisse\" }");
    let line = line_of(STANDARD, "{ field = \"promise\" }");
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert_eq!(
        faults[0].to_string(),
        format!(
            "processes/standard.toml:{line}: there is no field \"promisse\". define it or refer to a field that exists."
        )
    );
}

#[test]
fn each_kind_of_fault_is_found() {
    let found = |file: &str, from: &str, to: &str, says: &str| {
        let faults = faults_after(file, from, to);
        assert!(
            faults.iter().any(|fault| fault.problem.contains(says)),
            "{says}: {faults:?}"
        );
    };
    found("fields.toml", "key = \"question\"", "key = \"title\"", "is there twice");
    found("fields.toml", "type = \"text\"", "type = \"txt\"", "no field type");
    found("fields.toml", "sv = \"Rubrik\", ", "", "Swedish text is missing");
    found(
        "fields.toml",
        "en = \"Title\"",
        "en = \"  \"",
        "English text is missing",
    );
    found("fields.toml", "[[field]]", "[[field", "");
    found("fields.toml", "max = 90", "maximum = 90", "unknown field");
    found(
        "ladder.toml",
        "same_as = [\"consultation\"]",
        "same_as = [\"konsultation\"]",
        "no level",
    );
    found(
        "pack.toml",
        "languages = [\"sv\", \"en\"]",
        "languages = [\"sv\"]",
        "language en is missing",
    );
    found(
        STANDARD,
        "after = [\"level\"]",
        "after = [\"methods\"]",
        "wait for one another",
    );
    found(
        STANDARD,
        "to = \"evaluated\"",
        "to = \"answered\"",
        "no way leads to the state \"evaluated\"",
    );
    found(
        STANDARD,
        "{ task = \"methods\" },",
        "{ level_to = \"information\" },",
        "can never be taken",
    );
    let other = "{ one_of = { field = \"examination-outcome\", values = [\"wait\"] } },";
    found(
        STANDARD,
        "{ task = \"methods\" },",
        other,
        "different things of \"examination-outcome\"",
    );
    found(
        STANDARD,
        "values = [\"decline\", \"wait\"]",
        "values = [\"refuse\"]",
        "can never have the value",
    );
    found(
        STANDARD,
        "fields = [\"level\", \"promise\"]",
        "fields = [\"promise\"]",
        "no task lets anyone fill in \"level\"",
    );
    found(
        STANDARD,
        "{ evidence = \"coding-done\" }",
        "{ evidence = \"coded\" }",
        "no evidence",
    );
    found(STANDARD, "{ item = \"F21\" }", "{ item = \"F01\" }", "ticks itself");
    found(
        STANDARD,
        "permission = \"PlanDialogue\"",
        "permission = \"Plan\"",
        "no permission",
    );
    found(
        STANDARD,
        "{ level_to = \"information\" }",
        "{ from_level = \"information\" }",
        "asks for nothing",
    );
    found(
        "checklists.toml",
        "fields = [\"budget\"]",
        "fields = [\"money\"]",
        "no field \"money\"",
    );
    found(
        "checklists.toml",
        "list = \"standard\"",
        "list = \"usual\"",
        "no list \"usual\"",
    );
    found(
        "checklists.toml",
        "name = { sv = \"Hot och risk\"",
        "templates = [\"standard\", \"slow\"]\nname = { sv = \"Hot och risk\"",
        "no process template \"slow\"",
    );
    found(
        "checklists.toml",
        "[[role]]",
        "[[list]]\nkey = \"winter\"\nname = { sv = \"Vinter\", en = \"Winter\" }\n\n[[role]]",
        "no item stands in the list \"winter\"",
    );
    found(
        "templates.toml",
        "fields = [\"context-analysis\"]",
        "",
        "the section is empty",
    );
}

#[test]
fn missing_and_stray_help_is_told() {
    let mut files = real();
    let help = files.remove("help/sv/level.md").expect("the help is there");
    files.insert("help/sv/levels.md".into(), help);
    let Err(faults) = read(&files) else {
        panic!("the help is gone")
    };
    let told: Vec<String> = faults.iter().map(|fault| fault.file.clone()).collect();
    assert_eq!(told, ["help/sv/level.md", "help/sv/levels.md"]);
}

#[test]
fn a_state_without_a_way_out_is_told() {
    let faults = faults_after(
        STANDARD,
        "from = [\"evaluated\"]\nto = \"ended\"",
        "from = [\"answered\"]\nto = \"ended\"",
    );
    let says = faults
        .iter()
        .any(|fault| fault.problem.contains("from the state \"evaluated\" to an end"));
    assert!(says, "{faults:?}");
}

#[test]
fn raw_html_in_help_is_shown_not_run() {
    let html = markdown::to_html("<script>alert(1)</script>\n\n[x](javascript:alert(1)) **fet**");
    assert!(!html.contains("<script>") && !html.contains("javascript:"), "{html}");
    assert!(html.contains("<strong>fet</strong>"));
    let html = markdown::to_html("[nivån](handbok:level-and-promise)");
    assert!(html.contains("href=\"/arbetsyta/handbok/level-and-promise\""), "{html}");
}

proptest::proptest! {
    /// Whatever happens to a file, reading gives a pack or faults.
    #[test]
    fn a_damaged_pack_never_panics(file in 0usize..6, at in 0usize..100_000, len in 0usize..60, junk in "[\\[\\]{}=\"a-zåäö0-9\\n ]{0,12}") {
        let mut files = real();
        let name = ["pack.toml", "ladder.toml", "fields.toml", STANDARD, "checklists.toml", "templates.toml"][file];
        let text = files.get_mut(name).expect("the file is part of the pack");
        let letters: Vec<char> = text.chars().collect();
        let at = at % letters.len();
        let end = (at + len).min(letters.len());
        *text = letters[..at].iter().chain(junk.chars().collect::<Vec<_>>().iter()).chain(&letters[end..]).collect();
        if let Err(faults) = read(&files) {
            proptest::prop_assert!(!faults.is_empty());
            proptest::prop_assert!(faults.iter().all(|fault| fault.line >= 1));
        }
    }
}

#[test]
fn the_shipped_pack_holds_what_it_should_and_reads_easily() {
    let edition = read(&real()).expect("the shipped pack is whole");
    let tally = tally(&edition);
    let least = [
        ("process templates", 8),
        ("checklist items", 80),
        ("document templates", 16),
        ("methods", 45),
        ("handbook chapters", 14),
        ("principles", 8),
        ("courses", 3),
    ];
    for (what, least) in least {
        let one = tally.iter().find(|one| one.what == what).expect(what);
        assert!(one.count >= least, "{what}: {} of {least}", one.count);
    }
    for one in &tally {
        let lix = one.lix.unwrap_or_else(|| panic!("{} says nothing", one.what));
        assert!(lix <= one.audience.most(), "{}: LIX {lix:.1}", one.what);
    }
}

#[test]
fn a_condition_on_a_whole_task_holds_for_each_of_its_fields() {
    let mut files = real();
    let text = files.get_mut(STANDARD).expect("the standard process");
    let line = "{ task = \"purpose\" }";
    assert!(text.contains(line), "the gate no longer asks for the task so");
    *text = text.replacen(line, "{ task = \"purpose\", when = { filled = \"title\" } }", 1);
    let pack = first(read(&files));
    let conditional = pack.machine.template().gates.iter().flat_map(|gate| &gate.needs);
    let title = engine::Condition::Filled("title".into());
    assert!(conditional.into_iter().any(|need| need.when.as_ref() == Some(&title)));
}

#[test]
fn the_other_shipped_packs_are_whole_and_read_easily() {
    for (pack, processes, sheets) in [(crate::SERVICE_DESIGN, 1, 44), (crate::CIVIL_SOCIETY, 6, 26)] {
        let edition = read(&embedded(pack)).unwrap_or_else(|faults| panic!("{pack}: {faults:#?}"));
        assert_eq!(edition.templates.len(), processes, "{pack}");
        assert_eq!(edition.templates[0].sheets.len(), sheets, "{pack}");
        for one in tally(&edition) {
            let easy = one.lix.is_none_or(|lix| lix <= one.audience.most());
            assert!(easy, "{pack}, {}: {:?}", one.what, one.lix);
        }
    }
}

#[test]
fn a_file_that_nothing_reads_is_told() {
    for name in [
        "glosary.toml",
        "method/survey.toml",
        "hanbook/sv/purpose.md",
        "processes/a/b.toml",
    ] {
        let mut files = real();
        files.insert(name.into(), String::new());
        let faults = read(&files).expect_err(name);
        assert!(faults.iter().any(|fault| fault.file == name), "{name}: {faults:?}");
    }
}
