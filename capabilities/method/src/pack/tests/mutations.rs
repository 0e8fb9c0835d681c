//! Every reference of the shipped pack, broken one at a time: each is caught. What is referred to is not listed by hand:
//! any value in the TOML files that is the key of an entry somewhere is a reference, save where it is that key itself.

use super::*;
use std::collections::BTreeSet;
use toml::de::{DeTable, DeValue};

/// Pairs whose values are words of their own that only look like keys.
const WORDS: [&str; 15] = [
    "key",
    "also",
    "sv",
    "en",
    "address",
    "page",
    "source",
    "licence",
    "version",
    "languages",
    "type",
    "extends",
    "phase",
    "activity",
    "name",
];

/// A value that refers to something: where it stands.
struct Reference {
    file: String,
    place: std::ops::Range<usize>,
    value: String,
    pair: String,
}

fn keys(files: &Files) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for (name, text) in files {
        if let Some(key) = name
            .strip_prefix("methods/")
            .and_then(|rest| rest.strip_suffix(".toml"))
        {
            keys.insert(key.to_string());
        }
        if name.ends_with(".toml") {
            let table: toml::Table = toml::from_str(text).expect("it parses");
            collect_keys(&toml::Value::Table(table), &mut keys);
        }
    }
    keys
}

fn collect_keys(value: &toml::Value, keys: &mut BTreeSet<String>) {
    match value {
        toml::Value::Table(table) => {
            if let Some(key) = table.get("key").and_then(toml::Value::as_str) {
                keys.insert(key.to_string());
            }
            table.values().for_each(|one| collect_keys(one, keys));
        }
        toml::Value::Array(list) => list.iter().for_each(|one| collect_keys(one, keys)),
        _ => {}
    }
}

fn references(files: &Files) -> Vec<Reference> {
    let keys = keys(files);
    let mut found = Vec::new();
    for (name, text) in files.iter().filter(|(name, _)| name.ends_with(".toml")) {
        let table = DeTable::parse(text).expect("it parses");
        let mut add = |pair: &str, place: std::ops::Range<usize>, value: &str| {
            if !WORDS.contains(&pair) && keys.contains(value) {
                found.push(Reference {
                    file: name.clone(),
                    place,
                    value: value.to_string(),
                    pair: pair.to_string(),
                });
            }
        };
        for (key, value) in table.get_ref() {
            walk(key.get_ref(), value, &mut add);
        }
    }
    found
}

fn walk(pair: &str, value: &toml::Spanned<DeValue<'_>>, add: &mut impl FnMut(&str, std::ops::Range<usize>, &str)) {
    match value.get_ref() {
        DeValue::String(text) => add(pair, value.span(), text),
        DeValue::Array(list) => list.iter().for_each(|one| walk(pair, one, add)),
        DeValue::Table(table) => table.iter().for_each(|(key, one)| walk(key.get_ref(), one, add)),
        _ => {}
    }
}

/// The pack with these places written over.
fn with(files: &Files, broken: &[&Reference]) -> Files {
    let mut files = files.clone();
    let mut backwards: Vec<&&Reference> = broken.iter().collect();
    backwards.sort_by_key(|one| std::cmp::Reverse(one.place.start));
    for one in backwards {
        if let Some(text) = files.get_mut(&one.file) {
            text.replace_range(one.place.clone(), "\"zz-nowhere\"");
        }
    }
    files
}

/// How many are broken at once. A pack tells every fault it has, so many can be looked for in one reading. A fault can
/// hide another (what does not parse is not asked what it refers to), so what was not told is tried again among fewer,
/// at last alone.
const AT_ONCE: [usize; 4] = [32, 12, 4, 1];

#[test]
fn every_reference_that_leads_nowhere_is_told_at_its_line() {
    every_reference_is_told(&real(), 900);
}

#[test]
fn every_reference_of_the_pack_for_service_design_too() {
    every_reference_is_told(&embedded(crate::SERVICE_DESIGN), 500);
}

#[test]
fn every_reference_of_the_pack_for_civil_society_too() {
    every_reference_is_told(&embedded(crate::CIVIL_SOCIETY), 900);
}

fn every_reference_is_told(files: &Files, least: usize) {
    let all = references(files);
    assert!(all.len() > least, "only {} references were found", all.len());
    let mut left: Vec<&Reference> = all.iter().collect();
    for at_once in AT_ONCE {
        left = tried(files, &left, at_once);
    }
    let missed: Vec<String> = left
        .iter()
        .map(|one| format!("{}:{} {} = {:?}", one.file, line(files, one), one.pair, one.value))
        .collect();
    assert!(
        missed.is_empty(),
        "{} of {} were not told:\n{}",
        missed.len(),
        all.len(),
        missed.join("\n")
    );
}

/// Those that are not told when so many are broken at once.
fn tried<'r>(files: &Files, all: &[&'r Reference], at_once: usize) -> Vec<&'r Reference> {
    let batches = all.len().div_ceil(at_once);
    (0..batches)
        .flat_map(|batch| {
            // From all over the pack, so that one file's faults do not hide another's.
            let broken: Vec<&Reference> = all.iter().skip(batch).step_by(batches).copied().collect();
            not_told(files, &broken)
        })
        .collect()
}

fn line(files: &Files, reference: &Reference) -> usize {
    files[&reference.file][..reference.place.start].matches('\n').count() + 1
}

fn not_told<'r>(files: &Files, broken: &[&'r Reference]) -> Vec<&'r Reference> {
    let faults = read(&with(files, broken)).err().unwrap_or_default();
    let told = |one: &&&Reference| {
        let line = line(files, one);
        faults.iter().any(|fault| fault.file == one.file && fault.line == line)
    };
    broken.iter().filter(|one| !told(one)).copied().collect()
}

#[test]
fn every_text_that_is_taken_away_is_missed_by_name() {
    let files = real();
    // An information page may lack its English, and says so to the reader.
    let optional = |name: &str| name.starts_with("information/") && name.contains("/en/");
    let (texts, fewer): (Files, Files) = files
        .into_iter()
        .partition(|(name, _)| !name.ends_with(".toml") && !optional(name));
    assert!(texts.len() > 200, "only {} texts were found", texts.len());
    let faults = read(&fewer).expect_err("a pack without texts");
    for name in texts.keys() {
        let told =
            |fault: &PackFault| fault.file == *name || fault.problem.contains(name) || fault.remedy.contains(name);
        assert!(faults.iter().any(told), "{name} can be taken away and nothing is told");
    }
}

#[test]
fn every_file_of_structure_that_is_taken_away_is_missed() {
    let files = real();
    for name in files.keys().filter(|name| name.ends_with(".toml")) {
        let mut fewer = files.clone();
        fewer.remove(name);
        let optional = ["glossary.toml", "principles.toml", "guide.toml", "information.toml"].contains(&name.as_str())
            || (name.starts_with("processes/") && !name.ends_with("standard.toml"));
        assert!(
            optional || read(&fewer).is_err(),
            "{name} can be taken away and nothing is told"
        );
    }
}

#[test]
fn every_language_that_is_taken_out_of_a_text_is_missed() {
    let files = real();
    for (name, text) in files.iter().filter(|(name, _)| name.ends_with(".toml")) {
        // Every two hundredth text: the rule is one function, the sample covers every file.
        for (place, _) in text.match_indices(", en = \"").step_by(200) {
            let mut broken = files.clone();
            if let Some(text) = broken.get_mut(name) {
                text.replace_range(place + 2..place + 4, "fi");
            }
            assert!(
                read(&broken).is_err(),
                "{name}: a text without English is not told at {place}"
            );
        }
    }
}
