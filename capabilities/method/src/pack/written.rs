//! Texts of a pack with where each line was written. What is laid over a file, or extends a process, is merged entry by
//! entry and key by key; the merged text still knows for every line from which file and line it came, so that a fault
//! names the place that somebody can edit.

use super::fault::{PackFault, line_of};
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// Where a line was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub file: String,
    pub line: usize,
}

/// A text, and where its lines come from.
#[derive(Debug, Clone)]
pub(super) struct Written {
    pub text: String,
    /// What the file is called in faults.
    label: String,
    /// One place for each line; none when the text is the file as it stands.
    places: Vec<Place>,
}

impl Written {
    /// A file as it stands.
    pub(super) fn plain(label: impl Into<String>, text: impl Into<String>) -> Written {
        Written {
            text: text.into(),
            label: label.into(),
            places: Vec::new(),
        }
    }

    /// Where the line, counted from 1, was written.
    pub(super) fn place(&self, line: usize) -> Place {
        let merged = self.places.get(line.saturating_sub(1)).cloned();
        merged.unwrap_or_else(|| Place {
            file: self.label.clone(),
            line: if self.places.is_empty() { line } else { 1 },
        })
    }

    fn fault(&self, offset: usize, problem: impl Into<String>, remedy: impl Into<String>) -> PackFault {
        let place = self.place(line_of(&self.text, offset));
        PackFault {
            file: place.file,
            line: place.line,
            problem: problem.into(),
            remedy: remedy.into(),
        }
    }
}

/// `key = value` with the lines it was written on.
#[derive(Debug, Clone)]
struct Pair {
    key: String,
    lines: Vec<(String, Place)>,
}

/// An entry of a list (`[[field]]`), known by its `key`.
#[derive(Debug, Clone)]
struct Entry {
    key: Option<String>,
    pairs: Vec<Pair>,
    /// `removed = true`: the entry of that key is taken away.
    removed: bool,
    /// Where it begins, in its file.
    at: usize,
}

/// A TOML file as parts that can be laid over one another.
#[derive(Debug, Clone, Default)]
struct Parts {
    pairs: Vec<Pair>,
    tables: Vec<(String, Vec<Pair>)>,
    lists: Vec<(String, Vec<Entry>)>,
}

/// The table of a process file that says which entries of each list remain, and in which order.
const ONLY: &str = "only";

/// Lays one text over another: pairs replace pairs, entries with the same key are merged pair by pair, new ones follow.
/// `without` are pairs that the merged text leaves out (`table.key` or `key`).
///
/// # Errors
/// What cannot be parsed, and keys of `[only]` or removals that name nothing.
pub(super) fn merge(base: &Written, over: &Written, without: &[&str]) -> Result<Written, Vec<PackFault>> {
    let (below, above) = (parts(base), parts(over));
    let (mut below, above) = match (below, above) {
        (Ok(below), Ok(above)) => (below, above),
        (below, above) => return Err([below.err(), above.err()].into_iter().flatten().collect()),
    };
    let mut faults = Vec::new();
    lay_pairs(&mut below.pairs, above.pairs);
    for (name, pairs) in above.tables {
        match below.tables.iter_mut().find(|(one, _)| *one == name) {
            Some((_, under)) => lay_pairs(under, pairs),
            None => below.tables.push((name, pairs)),
        }
    }
    for (name, entries) in above.lists {
        let place = below.lists.iter().position(|(one, _)| *one == name).unwrap_or_else(|| {
            below.lists.push((name.clone(), Vec::new()));
            below.lists.len() - 1
        });
        lay_entries(over, &name, &mut below.lists[place].1, entries, &mut faults);
    }
    keep_only(over, &mut below, &mut faults);
    if !faults.is_empty() {
        return Err(faults);
    }
    below.tables.retain(|(name, _)| name != ONLY);
    below.pairs.retain(|pair| !without.contains(&pair.key.as_str()));
    for (name, pairs) in &mut below.tables {
        pairs.retain(|pair| !without.contains(&format!("{name}.{}", pair.key).as_str()));
    }
    Ok(together(over, below))
}

fn lay_pairs(under: &mut Vec<Pair>, over: Vec<Pair>) {
    for pair in over {
        match under.iter_mut().find(|one| one.key == pair.key) {
            Some(one) => *one = pair,
            None => under.push(pair),
        }
    }
}

fn lay_entries(over: &Written, list: &str, under: &mut Vec<Entry>, entries: Vec<Entry>, faults: &mut Vec<PackFault>) {
    for entry in entries {
        let known = under.iter().position(|one| entry.key.is_some() && one.key == entry.key);
        match known {
            Some(place) if entry.removed => {
                under.remove(place);
            }
            Some(place) => lay_pairs(&mut under[place].pairs, entry.pairs),
            None if entry.removed => {
                let key = entry.key.unwrap_or_default();
                faults.push(over.fault(
                    entry.at,
                    format!("there is no {list} \"{key}\" to take away"),
                    "correct the key or take the entry away",
                ));
            }
            None => under.push(entry),
        }
    }
}

/// Applies `[only]`: of each list that it names exactly these entries, in this order.
fn keep_only(over: &Written, parts: &mut Parts, faults: &mut Vec<PackFault>) {
    let Ok(whole) = DeTable::parse(&over.text) else { return };
    let Some(only) = whole.get_ref().get(ONLY).and_then(|one| one.get_ref().as_table()) else {
        return;
    };
    for (list, kept) in only {
        let place = parts.lists.iter().position(|(one, _)| one == list.get_ref());
        let (Some(place), Some(kept)) = (place, kept.get_ref().as_array()) else {
            faults.push(over.fault(
                list.span().start,
                format!("there is no list \"{}\" to choose from", list.get_ref()),
                "name a list of the process with the keys that remain",
            ));
            continue;
        };
        let entries = &mut parts.lists[place].1;
        let mut chosen = Vec::new();
        for key in kept.iter() {
            let name = key.get_ref().as_str().unwrap_or_default();
            match entries.iter().find(|one| one.key.as_deref() == Some(name)) {
                Some(entry) => chosen.push(entry.clone()),
                None => faults.push(over.fault(
                    key.span().start,
                    format!("there is no {} \"{name}\"", list.get_ref()),
                    "name one that is inherited or stands in this file",
                )),
            }
        }
        *entries = chosen;
    }
}

fn parts(written: &Written) -> Result<Parts, PackFault> {
    let broken = |error: &toml::de::Error| {
        let problem = error.message().lines().collect::<Vec<_>>().join("; ");
        written.fault(
            error.span().map_or(0, |span| span.start),
            problem,
            "correct the spelling or the form of this line",
        )
    };
    let spanned = DeTable::parse(&written.text).map_err(|error| broken(&error))?;
    let values: toml::Table = toml::from_str(&written.text).map_err(|error| broken(&error))?;
    let mut parts = Parts::default();
    for (key, value) in in_order(spanned.get_ref()) {
        let name = key.get_ref().to_string();
        let inline = is_inline(&written.text, &key.span(), &value.span());
        match value.get_ref() {
            DeValue::Table(table) if !inline => {
                let own = values.get(&name).and_then(toml::Value::as_table);
                parts.tables.push((name, pairs(written, table, own)));
            }
            DeValue::Array(list) if !inline => {
                let own = values.get(&name).and_then(toml::Value::as_array);
                let entries = list.iter().enumerate().filter_map(|(place, one)| {
                    let own = own.and_then(|own| own.get(place)).and_then(toml::Value::as_table);
                    Some(entry(written, one.get_ref().as_table()?, own))
                });
                parts.lists.push((name, entries.collect()));
            }
            _ => parts
                .pairs
                .push(pair(written, &key.span(), &value.span(), &name, values.get(&name))),
        }
    }
    Ok(parts)
}

type Spot<'t, 'i> = (
    &'t toml::Spanned<std::borrow::Cow<'i, str>>,
    &'t toml::Spanned<DeValue<'i>>,
);

/// The entries of a table as they stand in the file.
fn in_order<'t, 'i>(table: &'t DeTable<'i>) -> Vec<Spot<'t, 'i>> {
    let mut all: Vec<Spot<'t, 'i>> = table.iter().collect();
    all.sort_by_key(|(key, _)| key.span().start);
    all
}

/// Does the value stand behind an equals sign, rather than below a heading?
fn is_inline(text: &str, key: &Range<usize>, value: &Range<usize>) -> bool {
    text.get(key.end..value.start)
        .is_some_and(|between| between.trim() == "=")
}

fn pairs(written: &Written, table: &DeTable<'_>, own: Option<&toml::Table>) -> Vec<Pair> {
    let one = |(key, value): Spot<'_, '_>| {
        let name = key.get_ref().to_string();
        let value_ = own.and_then(|own| own.get(&name));
        pair(written, &key.span(), &value.span(), &name, value_)
    };
    in_order(table).into_iter().map(one).collect()
}

fn entry(written: &Written, table: &DeTable<'_>, own: Option<&toml::Table>) -> Entry {
    let word = |key: &str| own.and_then(|own| own.get(key));
    let mut pairs = pairs(written, table, own);
    pairs.retain(|pair| pair.key != "removed");
    Entry {
        key: word("key").and_then(toml::Value::as_str).map(String::from),
        removed: word("removed").and_then(toml::Value::as_bool).unwrap_or_default(),
        at: in_order(table).first().map_or(0, |(key, _)| key.span().start),
        pairs,
    }
}

/// A pair with its lines; what stands below headings of its own becomes one line.
fn pair(written: &Written, key: &Range<usize>, value: &Range<usize>, name: &str, own: Option<&toml::Value>) -> Pair {
    let first = line_of(&written.text, key.start);
    let raw = match own {
        Some(own) if !is_inline(&written.text, key, value) => format!("{name} = {own}"),
        _ => written.text.get(key.start..value.end).unwrap_or_default().to_string(),
    };
    let lines = raw
        .split('\n')
        .enumerate()
        .map(|(place, line)| (line.to_string(), written.place(first + place)));
    Pair {
        key: name.to_string(),
        lines: lines.collect(),
    }
}

/// The parts as one text.
fn together(over: &Written, parts: Parts) -> Written {
    let mut text = String::new();
    let mut places = Vec::new();
    let mut last = over.place(1);
    let mut add = |line: &str, place: Option<Place>| {
        text.push_str(line);
        text.push('\n');
        let place = place.unwrap_or_else(|| last.clone());
        last = place.clone();
        places.push(place);
    };
    let mut block = |heading: Option<String>, pairs: Vec<Pair>| {
        if let Some(heading) = heading {
            let place = pairs
                .first()
                .and_then(|pair| pair.lines.first())
                .map(|(_, place)| place.clone());
            add(&heading, place);
        }
        for (line, place) in pairs.into_iter().flat_map(|pair| pair.lines) {
            add(&line, Some(place));
        }
    };
    block(None, parts.pairs);
    for (name, pairs) in parts.tables {
        block(Some(format!("[{name}]")), pairs);
    }
    for (name, entries) in parts.lists {
        for entry in entries {
            block(Some(format!("[[{name}]]")), entry.pairs);
        }
    }
    Written {
        text,
        label: over.label.clone(),
        places,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "# note\ntop = 1\n\n[template]\nkey = \"standard\"\nname = { sv = \"S\", en = \"S\" }\n\n[[step]]\nkey = \"a\"\nname = \"A\"\nlong = [\n  \"x\",\n  \"y\",\n]\n\n[[step]]\nkey = \"b\"\nname = \"B\"\n\n[[sheet]]\nkey = \"t\"\n[[sheet.section]]\nheading = \"H\"\n";

    fn base() -> Written {
        Written::plain("base.toml", BASE)
    }

    fn merged(over: &str) -> Written {
        let merged = merge(&base(), &Written::plain("own.toml", over), &["template.extends"]);
        merged.unwrap_or_else(|faults| panic!("{faults:?}"))
    }

    fn line(written: &Written, text: &str) -> Place {
        let line = written.text.lines().position(|line| line.contains(text)).expect(text);
        written.place(line + 1)
    }

    #[test]
    fn entries_are_merged_pair_by_pair_and_lines_remember_their_file() {
        let over = "[template]\nextends = \"x\"\nkey = \"own\"\n\n[[step]]\nkey = \"b\"\nname = \"Bee\"\n\n[[step]]\nkey = \"c\"\nname = \"C\"\n";
        let whole = merged(over);
        let table: toml::Table = toml::from_str(&whole.text).unwrap();
        assert_eq!(table["template"]["key"].as_str(), Some("own"));
        assert!(table["template"].get("extends").is_none());
        assert_eq!(table["step"].as_array().map(Vec::len), Some(3));
        assert_eq!(table["step"][1]["name"].as_str(), Some("Bee"));
        assert_eq!(table["step"][0]["long"].as_array().map(Vec::len), Some(2));
        assert_eq!(table["sheet"][0]["section"][0]["heading"].as_str(), Some("H"));
        let place = |file: &str, line| Place {
            file: file.into(),
            line,
        };
        assert_eq!(line(&whole, "Bee"), place("own.toml", 7));
        assert_eq!(line(&whole, "\"y\""), place("base.toml", 13));
        assert_eq!(line(&whole, "\"C\""), place("own.toml", 11));
    }

    #[test]
    fn only_chooses_and_orders_and_removed_takes_away() {
        let whole = merged("[only]\nstep = [\"b\", \"a\"]\n");
        let table: toml::Table = toml::from_str(&whole.text).unwrap();
        let keys: Vec<_> = table["step"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["key"].as_str())
            .collect();
        assert_eq!(keys, [Some("b"), Some("a")]);
        assert!(table.get("only").is_none());
        let whole = merged("[[step]]\nkey = \"a\"\nremoved = true\n");
        let table: toml::Table = toml::from_str(&whole.text).unwrap();
        assert_eq!(table["step"].as_array().map(Vec::len), Some(1));
    }

    #[test]
    fn what_names_nothing_is_told_with_its_line() {
        let over = Written::plain("own.toml", "[only]\nstep = [\"b\",\n  \"zz\"]\nnothing = []\n");
        let faults = merge(&base(), &over, &[]).expect_err("faults");
        let lines: Vec<_> = faults.iter().map(|fault| (fault.file.as_str(), fault.line)).collect();
        assert!(
            lines.contains(&("own.toml", 3)) && lines.contains(&("own.toml", 4)),
            "{faults:?}"
        );
        let over = Written::plain("own.toml", "[[step]]\nkey = \"zz\"\nremoved = true\n");
        assert!(merge(&base(), &over, &[]).is_err());
        assert!(merge(&base(), &Written::plain("own.toml", "x = [[["), &[]).is_err());
    }
}
