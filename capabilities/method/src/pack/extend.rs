//! Before a pack is read: the municipality's own files are laid over the base, and each process file that extends
//! another gets what it inherits. Faults are told where the line was written.

use super::build::{self, PACK, PROCESSES};
use super::fault::PackFault;
use super::written::{Written, merge};
use super::{Edition, Files};
use std::collections::{BTreeMap, BTreeSet};

/// Pairs that say how a file is joined with another and are done with afterwards.
const JOINS: [&str; 2] = ["overlays", "template.extends"];

type Texts = BTreeMap<String, Written>;

pub(super) fn read(base: &Files, own: Option<&Files>) -> Result<Edition, Vec<PackFault>> {
    let overlaid = match own {
        Some(own) => lay_over(base, own)?,
        None => base
            .iter()
            .map(|(name, text)| (name.clone(), Written::plain(name.as_str(), text.as_str())))
            .collect(),
    };
    let whole = with_inherited(&overlaid)?;
    let files: Files = whole
        .iter()
        .map(|(name, one)| (name.clone(), one.text.clone()))
        .collect();
    let told = |fault: PackFault| match whole.get(&fault.file) {
        Some(written) => {
            let place = written.place(fault.line);
            PackFault {
                file: place.file,
                line: place.line,
                ..fault
            }
        }
        None => fault,
    };
    let read = build::edition(&files).map_err(|faults| {
        let mut faults: Vec<PackFault> = faults.into_iter().map(told).collect();
        faults.sort();
        faults.dedup();
        faults
    })?;
    // The name tells of what was written, not of how it was joined.
    let files: Files = overlaid.into_iter().map(|(name, one)| (name, one.text)).collect();
    Ok(named(read, files))
}

fn named(mut edition: Edition, files: Files) -> Edition {
    edition.name = format!("{}+{}", edition.version, super::fingerprint(&files));
    edition.files = files;
    for pack in &mut edition.templates {
        // Nobody else holds a pack that was just read.
        if let Some(pack) = std::sync::Arc::get_mut(pack) {
            pack.edition.clone_from(&edition.name);
        }
    }
    edition
}

fn lay_over(base: &Files, own: &Files) -> Result<Texts, Vec<PackFault>> {
    let mut texts: Texts = base
        .iter()
        .map(|(name, text)| (name.clone(), Written::plain(format!("base:{name}"), text.as_str())))
        .collect();
    let mut faults = overlay_head(base, own);
    for (name, text) in own {
        let above = Written::plain(name.as_str(), text.as_str());
        let merged = match texts.get(name) {
            Some(below) if name.ends_with(".toml") => merge(below, &above, &["overlays"]),
            _ => Ok(above),
        };
        match merged {
            Ok(merged) => {
                texts.insert(name.clone(), merged);
            }
            Err(more) => faults.extend(more),
        }
    }
    if faults.is_empty() { Ok(texts) } else { Err(faults) }
}

/// An overlay that says what it is laid over must be laid over that.
fn overlay_head(base: &Files, own: &Files) -> Vec<PackFault> {
    let word = |files: &Files, key: &str| {
        let table: toml::Table = toml::from_str(files.get(PACK)?).ok()?;
        Some(table.get(key)?.as_str()?.to_string())
    };
    match (word(own, "overlays"), word(base, "key")) {
        (Some(over), Some(key)) if over != key => vec![PackFault {
            file: PACK.into(),
            line: 1,
            problem: format!("the files are laid over \"{over}\", and this pack is \"{key}\""),
            remedy: format!("write overlays = \"{key}\" or choose the other pack"),
        }],
        _ => Vec::new(),
    }
}

/// Every process file with what it inherits, however far back.
fn with_inherited(texts: &Texts) -> Result<Texts, Vec<PackFault>> {
    let mut whole = texts.clone();
    let mut waiting: BTreeMap<String, (String, usize)> = texts.iter().filter_map(extends).collect();
    let mut faults = Vec::new();
    while !waiting.is_empty() {
        let ready: BTreeSet<String> = waiting
            .iter()
            .filter(|(_, (over, _))| !waiting.contains_key(over))
            .map(|(name, _)| name.clone())
            .collect();
        if ready.is_empty() {
            faults.extend(waiting.iter().map(|(name, (_, line))| circle(&texts[name], *line)));
            break;
        }
        for name in ready {
            let Some((under, line)) = waiting.remove(&name) else {
                continue;
            };
            let Some(below) = whole.get(&under) else {
                faults.push(unknown(&texts[&name], line, &under));
                continue;
            };
            match merge(below, &texts[&name], &JOINS) {
                Ok(merged) => {
                    whole.insert(name, merged);
                }
                Err(more) => faults.extend(more),
            }
        }
    }
    if faults.is_empty() { Ok(whole) } else { Err(faults) }
}

/// The file, the file it extends, and the line that says so. A file that does not parse is told later.
fn extends((name, written): (&String, &Written)) -> Option<(String, (String, usize))> {
    name.strip_prefix(PROCESSES)?;
    let table: toml::Table = toml::from_str(&written.text).ok()?;
    let under = table.get("template")?.get("extends")?.as_str()?;
    let says = |line: &str| line.trim_start().starts_with("extends");
    let line = written.text.lines().position(says).map_or(1, |place| place + 1);
    Some((name.clone(), (format!("{PROCESSES}{under}.toml"), line)))
}

fn circle(written: &Written, line: usize) -> PackFault {
    let place = written.place(line);
    PackFault {
        file: place.file,
        line: place.line,
        problem: "the processes extend one another in a circle".into(),
        remedy: "let one of them stand for itself".into(),
    }
}

fn unknown(written: &Written, line: usize, under: &str) -> PackFault {
    let place = written.place(line);
    PackFault {
        file: place.file,
        line: place.line,
        problem: format!("there is no file {under} to extend"),
        remedy: "name a process of the pack by its key".into(),
    }
}
