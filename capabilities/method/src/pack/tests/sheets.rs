//! Templates and what fields are filled in with: whole in the built-in pack, told line by line when broken.

use super::*;
use std::collections::BTreeSet;

fn pack() -> std::sync::Arc<Pack> {
    standard()
}

fn found(file: &str, from: &str, to: &str, says: &str) {
    let faults = faults_after(file, from, to);
    let line = real()[file]
        .split(from)
        .next()
        .expect("there is a first part")
        .lines()
        .count();
    let told = faults.iter().find(|fault| fault.problem.contains(says));
    let told = told.unwrap_or_else(|| panic!("{says}: {faults:?}"));
    assert!(
        told.line.abs_diff(line) <= from.lines().count() + 1,
        "{told} stands not at line {line}"
    );
}

#[test]
fn every_field_of_every_template_has_a_home_or_is_for_paper() {
    let pack = pack();
    for sheet in pack.sheets.iter() {
        for section in sheet.sections.iter().filter(|section| !section.paper) {
            for field in &section.fields {
                let lost = matches!(pack.home(field), Home::Nowhere);
                assert!(!lost, "{} {}: nobody can fill in {field}", sheet.key, section.key);
            }
        }
    }
}

#[test]
fn a_section_without_a_key_is_called_by_its_english_heading() {
    let mut files = real();
    let text = files.get_mut("templates.toml").expect("the file is part of the pack");
    let named = "key = \"annexes\"\nheading = { sv = \"Bilagor\", en = \"Annexes\" }";
    *text = text.replacen(named, "heading = { sv = \"Bilagor\", en = \"Annexes, & more\" }", 1);
    let pack = first(read(&files));
    let section = pack.sheet("T2").and_then(|sheet| sheet.sections.last());
    assert_eq!(section.map(|one| one.key.as_str()), Some("annexes-more"));
    let faults = faults_after(
        "templates.toml",
        "key = \"annexes\"\nheading = { sv = \"Bilagor\", en = \"Annexes\" }",
        "heading = { sv = \"Bilagor\", en = \"Purpose\" }",
    );
    assert!(faults[0].problem.contains("\"purpose\" is there twice"), "{faults:?}");
}

#[test]
fn what_a_field_asks_of_a_template_asks_nothing_of_a_gate() {
    let pack = pack();
    let in_tasks: BTreeSet<&str> = pack
        .tasks
        .iter()
        .flat_map(|one| &one.fields)
        .map(String::as_str)
        .collect();
    for sheet in pack.sheets.iter() {
        for field in pack.own_fields(sheet) {
            assert!(!in_tasks.contains(field.key.as_str()), "{} has two homes", field.key);
        }
    }
    let t14 = pack.sheet("t14").expect("T14");
    assert!(
        pack.own_fields(t14)
            .any(|one| one.key == "publication" && one.required_from == Some(2))
    );
}

#[test]
fn each_fault_of_a_template_is_told() {
    let section = "key = \"target-groups\"\nheading = { sv = \"Målgrupper\", en = \"Target groups\" }\nasked = true";
    found(
        "templates.toml",
        "key = \"annexes\"",
        "key = \"background and question\"",
        "cannot stand in an address",
    );
    found(
        "templates.toml",
        "key = \"purpose\"",
        "key = \"background-and-question\"",
        "is there twice",
    );
    found(
        "templates.toml",
        "\"target-groups\", \"priority-groups\"",
        "\"target-groups\", \"first-groups\"",
        "no field \"first-groups\"",
    );
    found(
        "templates.toml",
        "\"target-groups\", \"priority-groups\"",
        "\"target-groups\", \"question\"",
        "stands twice",
    );
    found(
        "templates.toml",
        section,
        &format!("{section}\npaper = true"),
        "both asked and on paper",
    );
    found(
        "templates.toml",
        "asked = true\nfields = [\"assignment-annexes\"]",
        "asked = true\ntext = { sv = \"Kartor\", en = \"Maps\" }",
        "asks for nothing",
    );
    found(
        "templates.toml",
        "key = \"T2\"",
        "key = \"T2\"\napproved_by = \"Approve\"",
        "no permission \"Approve\"",
    );
}

#[test]
fn each_fault_of_a_prefill_is_told() {
    let now = "prefill = \"fact:target-groups.group\"";
    let line = line_of("fields.toml", now);
    for (expression, says) in [
        ("fact:target-group", "there is no field \"target-group\""),
        ("fact:target-groups.name", "has no column \"name\""),
        ("fact:group-analysis", "from itself"),
        ("date:purpose", "holds no date"),
        ("level.rank", "no source \"level.rank\""),
        ("fact:purpose fact:question", "cannot be read at"),
        ("'a", "have no end"),
    ] {
        let faults = faults_after("fields.toml", now, &format!("prefill = \"{expression}\""));
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(
            faults[0].problem.contains(says) && faults[0].line == line,
            "{says}: {}",
            faults[0]
        );
    }
    let choice = "key = \"photos\"\ntype = \"choice\"";
    found(
        "fields.toml",
        choice,
        &format!("{choice}\nprefill = \"fact:question\""),
        "a choice cannot be",
    );
    let date = "key = \"heard-on\"\ntype = \"date\"";
    found(
        "fields.toml",
        date,
        &format!("{date}\nprefill = \"fact:closes-on\""),
        "only be filled in from a date",
    );
    let number = "key = \"budget-frame\"\ntype = \"number\"";
    found(
        "fields.toml",
        number,
        &format!("{number}\nprefill = \"fact:title\""),
        "only be filled in from a number",
    );
    let rows = "key = \"feedback-sendings\"\ntype = \"rows\"";
    found(
        "fields.toml",
        rows,
        &format!("{rows}\nprefill = \"fact:title\""),
        "only its first column",
    );
}
