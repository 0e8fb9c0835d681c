//! What differs between two contents of a pack, entry by entry and key by key: what a municipality has made its own, and
//! what a newer edition would bring.

use super::Files;
use std::collections::{BTreeMap, BTreeSet};
use toml::{Table, Value};

/// One thing that is not the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// The file within the pack.
    pub file: String,
    /// Which entry: `task level`; empty for a whole file or its own pairs.
    pub entry: String,
    /// Which key of the entry; empty when the entry or the file is new or gone.
    pub key: String,
    pub change: Change,
}

/// How it differs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    Added(String),
    Removed(String),
    Changed {
        from: String,
        to: String,
    },
    /// The same entries of this list in another order.
    Moved,
}

/// Everything that differs, in the order of files.
pub fn differences(from: &Files, to: &Files) -> Vec<Difference> {
    let names: BTreeSet<&String> = from.keys().chain(to.keys()).collect();
    let mut all = Vec::new();
    for name in names {
        match (from.get(name), to.get(name)) {
            (Some(before), Some(after)) if before != after => in_file(name, before, after, &mut all),
            (Some(before), None) => all.push(whole(name, Change::Removed(before.clone()))),
            (None, Some(after)) => all.push(whole(name, Change::Added(after.clone()))),
            _ => {}
        }
    }
    all
}

fn whole(file: &str, change: Change) -> Difference {
    Difference {
        file: file.into(),
        entry: String::new(),
        key: String::new(),
        change,
    }
}

fn in_file(file: &str, before: &str, after: &str, all: &mut Vec<Difference>) {
    let parsed = |text: &str| toml::from_str::<Table>(text).ok();
    let tables = if file.ends_with(".toml") {
        parsed(before).zip(parsed(after))
    } else {
        None
    };
    match tables {
        Some((before, after)) => in_tables(file, &before, &after, all),
        None => all.push(whole(
            file,
            Change::Changed {
                from: before.into(),
                to: after.into(),
            },
        )),
    }
}

fn in_tables(file: &str, before: &Table, after: &Table, all: &mut Vec<Difference>) {
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    for name in names {
        let lists = (before.get(name).and_then(entries), after.get(name).and_then(entries));
        match (before.get(name), after.get(name)) {
            (Some(Value::Table(one)), Some(Value::Table(other))) => in_entry(file, name, one, other, all),
            (one, other) if lists.0.is_some() || lists.1.is_some() => {
                let one = one.map(keys_in_order).unwrap_or_default();
                let other = other.map(keys_in_order).unwrap_or_default();
                in_lists(
                    file,
                    name,
                    &lists.0.unwrap_or_default(),
                    &lists.1.unwrap_or_default(),
                    all,
                );
                if moved(&one, &other) {
                    all.push(Difference {
                        entry: name.clone(),
                        ..whole(file, Change::Moved)
                    });
                }
            }
            (one, other) => in_pair(file, "", name, one, other, all),
        }
    }
}

fn entries(value: &Value) -> Option<BTreeMap<&str, &Table>> {
    let list = value.as_array()?;
    list.iter()
        .map(|one| {
            let entry = one.as_table()?;
            Some((entry.get("key")?.as_str()?, entry))
        })
        .collect()
}

fn keys_in_order(value: &Value) -> Vec<&str> {
    let list = value.as_array().into_iter().flatten();
    list.filter_map(|one| one.get("key")?.as_str()).collect()
}

/// Are the entries that both have in another order?
fn moved(one: &[&str], other: &[&str]) -> bool {
    let both = |list: &[&str], also: &[&str]| -> Vec<String> {
        list.iter()
            .filter(|key| also.contains(key))
            .map(|key| (*key).to_string())
            .collect()
    };
    both(one, other) != both(other, one)
}

fn in_lists(
    file: &str,
    list: &str,
    before: &BTreeMap<&str, &Table>,
    after: &BTreeMap<&str, &Table>,
    all: &mut Vec<Difference>,
) {
    let keys: BTreeSet<&&str> = before.keys().chain(after.keys()).collect();
    for key in keys {
        let entry = format!("{list} {key}");
        match (before.get(*key), after.get(*key)) {
            (Some(one), Some(other)) => in_entry(file, &entry, one, other, all),
            (Some(one), None) => all.push(Difference {
                entry,
                ..whole(file, Change::Removed(one.to_string()))
            }),
            (None, Some(other)) => all.push(Difference {
                entry,
                ..whole(file, Change::Added(other.to_string()))
            }),
            (None, None) => {}
        }
    }
}

fn in_entry(file: &str, entry: &str, before: &Table, after: &Table, all: &mut Vec<Difference>) {
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    for name in names {
        in_pair(file, entry, name, before.get(name), after.get(name), all);
    }
}

fn in_pair(
    file: &str,
    entry: &str,
    key: &str,
    before: Option<&Value>,
    after: Option<&Value>,
    all: &mut Vec<Difference>,
) {
    let change = match (before, after) {
        (Some(Value::Table(one)), Some(Value::Table(other))) => {
            // A text in two languages: each language for itself.
            let names: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
            for name in names {
                in_pair(
                    file,
                    entry,
                    &format!("{key}.{name}"),
                    one.get(name),
                    other.get(name),
                    all,
                );
            }
            return;
        }
        (Some(one), Some(other)) if one != other => Change::Changed {
            from: written(one),
            to: written(other),
        },
        (Some(one), None) => Change::Removed(written(one)),
        (None, Some(other)) => Change::Added(written(other)),
        _ => return,
    };
    all.push(Difference {
        file: file.into(),
        entry: entry.into(),
        key: key.into(),
        change,
    });
}

/// A text without its quotation marks; everything else as TOML.
fn written(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(text: &str) -> Files {
        [("fields.toml".to_string(), text.to_string())].into()
    }

    #[test]
    fn what_differs_is_told_key_by_key() {
        let before =
            files("[[field]]\nkey = \"a\"\nlabel = { sv = \"A\", en = \"A\" }\n\n[[field]]\nkey = \"b\"\nmax = 5\n");
        let after = files("[[field]]\nkey = \"a\"\nlabel = { sv = \"Å\", en = \"A\" }\n\n[[field]]\nkey = \"c\"\n");
        let told: Vec<String> = differences(&before, &after)
            .into_iter()
            .map(|one| format!("{} / {} / {:?}", one.entry, one.key, one.change))
            .collect();
        assert_eq!(
            told,
            [
                "field a / label.sv / Changed { from: \"A\", to: \"Å\" }",
                "field b /  / Removed(\"key = \\\"b\\\"\\nmax = 5\\n\")",
                "field c /  / Added(\"key = \\\"c\\\"\\n\")",
            ]
        );
        assert!(differences(&before, &before).is_empty());
    }

    #[test]
    fn another_order_is_a_difference() {
        let (one, other) = (
            files("[[f]]\nkey = \"a\"\n[[f]]\nkey = \"b\"\n"),
            files("[[f]]\nkey = \"b\"\n[[f]]\nkey = \"a\"\n"),
        );
        assert_eq!(differences(&one, &other)[0].change, Change::Moved);
    }
}
