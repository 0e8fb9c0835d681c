//! The rooms stand where they should, look downwards only, and keep to what each may name.

use std::collections::BTreeSet;

use anyhow::Result;
use serde_json::Value;

use crate::house::{House, Room, files};
use crate::source::Rust;
use crate::stage::Outcome;

/// Findings about folders, dependencies and the openings of files.
pub fn run(house: &House) -> Result<Outcome> {
    let mut findings = Vec::new();
    let metadata = house.metadata()?;
    let packages = metadata["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    for package in packages {
        placed(house, package, &mut findings);
        looks_down(house, package, &mut findings);
        names_only_its_own(house, package, &mut findings);
    }
    let rooms = house.rooms();
    for (folder, names) in &house.rules.rooms {
        for name in names {
            if !rooms.iter().any(|room| room.name == *name) {
                findings.push(format!(
                    "architecture.toml: the room {folder}/{name} is named but does not stand"
                ));
            }
        }
    }
    let mut sources = 0;
    for room in &rooms {
        if room.folder == "capabilities" {
            whole(house, room, &mut findings);
        }
        for path in files(&room.path, "rs") {
            sources += 1;
            opened(house, room, &path, &mut findings);
        }
    }
    findings.sort();
    Ok(Outcome::of(
        findings,
        format!(
            "{} crates, {} rooms, {sources} source files",
            packages.len(),
            rooms.len()
        ),
    ))
}

/// Folder name = crate name, inside the folder that the rules say.
fn placed(house: &House, package: &Value, findings: &mut Vec<String>) {
    let name = package["name"].as_str().unwrap_or_default();
    let manifest = std::path::Path::new(package["manifest_path"].as_str().unwrap_or_default());
    let folder = house
        .short(manifest.parent().unwrap_or(manifest))
        .to_string_lossy()
        .into_owned();
    let expected = house
        .rules
        .rooms
        .iter()
        .find(|(_, names)| names.iter().any(|n| n == name));
    let right = match expected {
        Some((room, _)) => folder == format!("{room}/{name}"),
        None => house.rules.direction.tools.contains(&folder),
    };
    if !right {
        findings.push(format!(
            "{folder}: the crate `{name}` has no place in architecture.toml, or stands in another"
        ));
    }
}

/// Dependencies on our own crates go one way.
fn looks_down(house: &House, package: &Value, findings: &mut Vec<String>) {
    let direction = &house.rules.direction;
    let name = package["name"].as_str().unwrap_or_default();
    let own: BTreeSet<&str> = house.rules.rooms.values().flatten().map(String::as_str).collect();
    let level = |room: &str| direction.order.iter().position(|other| other == room);
    for dependency in dependencies(package) {
        if direction.tools.iter().any(|tool| tool == dependency.name) {
            findings.push(format!("{name}: may not use the tool `{}`", dependency.name));
            continue;
        }
        if !own.contains(dependency.name) || dependency.name == name {
            continue;
        }
        if direction.tests_only.iter().any(|room| room == dependency.name) {
            if dependency.kind != "dev" && !direction.tools.iter().any(|tool| tool == name) {
                findings.push(format!("{name}: `{}` is for tests only", dependency.name));
            }
            continue;
        }
        let down = match (level(name), level(dependency.name)) {
            (Some(here), Some(there)) => there < here,
            // testkit and tools stand beside the order: testkit sees platform and kernels, tools see everything.
            (None, Some(_)) if direction.tools.iter().any(|tool| tool == name) => true,
            (None, Some(there)) => level("identity").is_none_or(|lowest| there < lowest),
            _ => false,
        };
        // Tests may look sideways and up: a story needs the whole house around it.
        if !down && dependency.kind != "dev" {
            findings.push(format!(
                "{name}: may not use `{}`, which stands above it",
                dependency.name
            ));
        }
    }
}

/// Kernels name nothing from outside; some crates are for one room alone.
fn names_only_its_own(house: &House, package: &Value, findings: &mut Vec<String>) {
    let name = package["name"].as_str().unwrap_or_default();
    let kernel = house
        .rules
        .rooms
        .get("kernels")
        .is_some_and(|kernels| kernels.iter().any(|k| k == name));
    for dependency in dependencies(package) {
        if kernel {
            let rules = &house.rules.kernels;
            let allowed = if dependency.kind == "dev" {
                &rules.dev_dependencies
            } else {
                &rules.dependencies
            };
            if !allowed.iter().any(|other| other == dependency.name) {
                findings.push(format!("{name}: a kernel may not use `{}`", dependency.name));
            }
        }
        if let Some(owners) = house.rules.only.get(dependency.name)
            && !owners.iter().any(|owner| owner == name)
        {
            findings.push(format!(
                "{name}: `{}` is for {} alone",
                dependency.name,
                owners.join(", ")
            ));
        }
    }
}

/// A capability has all its rooms.
fn whole(house: &House, room: &Room, findings: &mut Vec<String>) {
    for file in &house.rules.capability.files {
        if !room.path.join(file).is_file() {
            findings.push(format!("{}: {file} is missing", house.short(&room.path).display()));
        }
    }
}

/// Every file opens with what it is for, and rules know neither SQL nor waiting.
fn opened(house: &House, room: &Room, path: &std::path::Path, findings: &mut Vec<String>) {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let place = house.short(path).display();
    if !text.trim_start().starts_with("//!") {
        findings.push(format!(
            "{place}:1: opens without `//!` (one or two sentences: what the file is for)"
        ));
    }
    let rust = Rust::read(&text);
    let is_rules = path.file_name().is_some_and(|name| name == "model.rs") && room.folder == "capabilities";
    for word in ["async fn", ".await", "sql!"] {
        if is_rules && let Some(line) = rust.line_of(word) {
            findings.push(format!("{place}:{line}: `{word}` in model.rs, which holds rules only"));
        }
    }
    for (outside, owners) in &house.rules.only {
        let named = format!("{}::", outside.replace('-', "_"));
        if !owners.contains(&room.name)
            && let Some(line) = rust.line_of_path(&named)
        {
            findings.push(format!(
                "{place}:{line}: names `{named}`, which is for {} alone",
                owners.join(", ")
            ));
        }
    }
}

struct Dependency<'a> {
    name: &'a str,
    /// `normal`, `dev` or `build`.
    kind: &'a str,
}

fn dependencies(package: &Value) -> impl Iterator<Item = Dependency<'_>> {
    package["dependencies"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default()
        .iter()
        .map(|dependency| Dependency {
            name: dependency["name"].as_str().unwrap_or_default(),
            kind: dependency["kind"].as_str().unwrap_or("normal"),
        })
}
