//! SQL stands in stores only, and each room speaks to its own tables: another room's data is asked for by its face.

use std::collections::BTreeMap;

use anyhow::Result;

use crate::house::{House, Room, files};
use crate::source::Rust;
use crate::stage::Outcome;

/// Findings about where statements stand and whose tables they name.
pub fn run(house: &House) -> Result<Outcome> {
    let owners = table_owners(house)?;
    let mut findings = Vec::new();
    let mut statements = 0;
    for room in house.rooms() {
        for path in files(&room.path, "rs") {
            let rust = Rust::read(&std::fs::read_to_string(&path)?);
            let place = house.short(&path).display().to_string();
            let may_hold = may_hold_sql(house, &room, &place);
            let mut registered = Vec::new();
            for (at, texts) in rust.macro_calls("sql!") {
                statements += 1;
                if !may_hold && at < rust.tests_from {
                    findings.push(format!("{place}:{}: `sql!` outside a store", rust.line_at(at)));
                }
                for text in texts {
                    registered.push(text.at);
                    // Tests may look into any table: they check what the whole did.
                    if at < rust.tests_from && !is_test(&place) {
                        for table in foreign(house, &room, &owners, &text.text) {
                            findings.push(format!("{place}:{}: {table}", text.line));
                        }
                    }
                }
            }
            for literal in &rust.literals {
                if looks_like_sql(&literal.text)
                    && !registered.contains(&literal.at)
                    && !may_hold
                    && literal.at < rust.tests_from
                {
                    findings.push(format!(
                        "{place}:{}: a statement outside `sql!`: {}",
                        literal.line,
                        start(&literal.text)
                    ));
                }
            }
        }
    }
    Ok(Outcome::of(
        findings,
        format!("{statements} statements, {} tables with an owner", owners.len()),
    ))
}

fn may_hold_sql(house: &House, room: &Room, place: &str) -> bool {
    let rules = &house.rules.sql;
    rules.rooms.contains(&room.name)
        || rules.files.iter().any(|file| place.ends_with(&format!("/{file}")))
        || rules
            .folders
            .iter()
            .any(|folder| place.contains(&format!("/{folder}/")))
}

fn is_test(place: &str) -> bool {
    place.ends_with("/tests.rs") || place.contains("/tests/")
}

fn start(text: &str) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().take(60).collect()
}

fn looks_like_sql(text: &str) -> bool {
    let text = text.trim_start();
    (text.starts_with("select ") && text.contains(" from "))
        || text.starts_with("insert into ")
        || text.starts_with("delete from ")
        || (text.starts_with("update ") && text.contains(" set "))
}

/// Which room owns which table, from the headings in the migrations (`-- capabilities/method ----`).
pub fn table_owners(house: &House) -> Result<BTreeMap<String, String>> {
    let mut owners = BTreeMap::new();
    for path in files(&house.root.join("migrations/sqlite"), "sql") {
        owners.extend(owners_in(&std::fs::read_to_string(path)?));
    }
    Ok(owners)
}

fn owners_in(migration: &str) -> BTreeMap<String, String> {
    let mut owners = BTreeMap::new();
    let mut owner = String::new();
    for line in migration.lines() {
        if let Some(heading) = line.strip_prefix("-- ").filter(|heading| heading.contains('/')) {
            let path = heading
                .split(|c: char| c.is_whitespace() || c == ':')
                .next()
                .unwrap_or_default();
            if let Some((_, room)) = path.split_once('/') {
                owner = room.to_string();
            }
        } else if let Some(rest) = line
            .strip_prefix("create table ")
            .or(line.strip_prefix("create virtual table "))
        {
            let table = rest
                .split(|c: char| c.is_whitespace() || c == '(')
                .next()
                .unwrap_or_default();
            owners.insert(table.to_string(), owner.clone());
        }
    }
    owners
}

/// Tables that the statement reads or writes and that belong to another room.
fn foreign(house: &House, room: &Room, owners: &BTreeMap<String, String>, text: &str) -> Vec<String> {
    let lent = |table: &str| {
        house
            .rules
            .sql
            .lent
            .get(table)
            .is_some_and(|rooms| rooms.contains(&room.name))
    };
    tables(text)
        .into_iter()
        .filter_map(|table| Some((table, owners.get(table)?)))
        .filter(|(table, owner)| **owner != room.name && !lent(table))
        .map(|(table, owner)| format!("`{table}` belongs to {owner}; ask it by its face"))
        .collect()
}

/// Names that stand where a table stands.
fn tables(text: &str) -> Vec<&str> {
    let words: Vec<&str> = words(text);
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if matches!(*word, "from" | "join" | "into" | "update") {
            let mut next = at + 1;
            // `from a, b as c, d`: every name after a comma is a table too.
            while let Some(name) = words.get(next).filter(|name| is_name(name)) {
                found.push(*name);
                let alias = usize::from(words.get(next + 1) == Some(&"as"));
                let named = words
                    .get(next + 1 + alias)
                    .is_some_and(|word| is_name(word) && words.get(next + 2 + alias) == Some(&","));
                let comma = next + 1 + alias + usize::from(named);
                if *word != "from" || words.get(comma) != Some(&",") {
                    break;
                }
                next = comma + 1;
            }
        }
    }
    found
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Names and single signs, strings left out.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if first == '\'' {
            let end = rest[1..].find('\'').map_or(rest.len(), |end| end + 2);
            rest = &rest[end..];
            continue;
        } else if first.is_alphanumeric() || first == '_' {
            rest.find(|c: char| !(c.is_alphanumeric() || c == '_'))
                .unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        if !first.is_whitespace() {
            words.push(&rest[..length]);
        }
        rest = &rest[length..];
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_say_who_owns_a_table() {
        let owners = owners_in(
            "-- platform/db ----\ncreate table audit (\n-- capabilities/method: rules\n-- why/how\ncreate table process (id)",
        );
        assert_eq!(owners["audit"], "db");
        assert_eq!(owners.len(), 2);
    }

    #[test]
    fn tables_are_found_where_tables_stand() {
        let text = "with x as (select 1) select a.id, (select count(*) from coding c) from answer a, theme as t, x \
                    join passage on passage.id = a.id where body = 'from process' on conflict do update set y = 1";
        assert_eq!(tables(text), ["coding", "answer", "theme", "x", "passage", "set"]);
        assert_eq!(tables("insert into audit (id) values ($1)"), ["audit"]);
        assert_eq!(tables("delete from session"), ["session"]);
        assert_eq!(tables("update theme set a = 1"), ["theme"]);
    }
}
