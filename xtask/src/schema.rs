//! The migrations of the two engines stand side by side with the same number and say the same thing;
//! they may differ in the words for identifiers, whole numbers, truth and decimals, and in nothing else.

use anyhow::Result;

use crate::house::{House, files};
use crate::stage::Outcome;

/// What one type in SQLite may be called in PostgreSQL.
const TYPES: &[(&str, &[&str])] = &[
    ("blob", &["uuid", "bytea"]),
    ("integer", &["bigint", "boolean"]),
    ("text", &["text"]),
    ("real", &["double precision"]),
];

/// Findings where the two files of a number differ.
pub fn run(house: &House) -> Result<Outcome> {
    let folder = house.root.join("migrations");
    let names = |engine: &str| -> Vec<String> {
        files(&folder.join(engine), "sql")
            .iter()
            .filter_map(|path| path.file_name().map(|name| name.to_string_lossy().into_owned()))
            .collect()
    };
    let (sqlite, postgres) = (names("sqlite"), names("postgres"));
    let mut findings = Vec::new();
    if sqlite != postgres {
        findings.push(format!("migrations: sqlite has {sqlite:?}, postgres has {postgres:?}"));
    }
    let mut count = 0;
    for name in sqlite.iter().filter(|name| postgres.contains(name)) {
        let ours = statements(&std::fs::read_to_string(folder.join("sqlite").join(name))?);
        let theirs = statements(&std::fs::read_to_string(folder.join("postgres").join(name))?);
        count += ours.len();
        findings.extend(
            compare(&ours, &theirs)
                .into_iter()
                .map(|finding| format!("migrations/*/{name}: {finding}")),
        );
    }
    Ok(Outcome::of(
        findings,
        format!("{} migration(s), {count} statements", sqlite.len()),
    ))
}

/// Statements without comments and with single spaces.
fn statements(migration: &str) -> Vec<String> {
    let code: Vec<&str> = migration
        .lines()
        .map(|line| line.split("--").next().unwrap_or_default())
        .collect();
    code.join(" ")
        .split(';')
        .map(|statement| statement.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|statement| !statement.is_empty())
        .collect()
}

fn compare(sqlite: &[String], postgres: &[String]) -> Vec<String> {
    let mut findings = Vec::new();
    for pair in sqlite.iter().zip(postgres) {
        let (ours, theirs) = (Table::read(pair.0), Table::read(pair.1));
        match (ours, theirs) {
            (Some(ours), Some(theirs)) => findings.extend(ours.differs(&theirs)),
            (None, None) if pair.0 == pair.1 => {}
            _ => findings.push(format!("`{}` against `{}`", pair.0, pair.1)),
        }
    }
    if sqlite.len() != postgres.len() {
        findings.push(format!(
            "{} statements for sqlite, {} for postgres",
            sqlite.len(),
            postgres.len()
        ));
    }
    findings
}

struct Table {
    name: String,
    /// Columns and table constraints as they stand.
    parts: Vec<String>,
}

impl Table {
    fn read(statement: &str) -> Option<Table> {
        // A column that is added is compared as one of a table of its own.
        if let Some(added) = statement.strip_prefix("alter table ") {
            let (name, column) = added.split_once(" add column ")?;
            return Some(Table {
                name: name.to_string(),
                parts: vec![column.to_string()],
            });
        }
        let rest = statement.strip_prefix("create table ")?;
        let (name, body) = rest.split_once('(')?;
        let body = &body[..body.rfind(')')?];
        Some(Table {
            name: name.trim().to_string(),
            parts: top_level(body),
        })
    }

    fn differs(&self, other: &Table) -> Vec<String> {
        let mut findings = Vec::new();
        if self.name != other.name || self.parts.len() != other.parts.len() {
            let (ours, theirs) = (self.parts.len(), other.parts.len());
            findings.push(format!(
                "table {} ({ours} columns) against {} ({theirs} columns)",
                self.name, other.name
            ));
            return findings;
        }
        for (ours, theirs) in self.parts.iter().zip(&other.parts) {
            if !same_column(ours, theirs) {
                findings.push(format!("{}: `{ours}` against `{theirs}`", self.name));
            }
        }
        findings
    }
}

fn same_column(sqlite: &str, postgres: &str) -> bool {
    if sqlite == postgres {
        return true;
    }
    let Some((name, rest)) = sqlite.split_once(' ') else {
        return false;
    };
    let Some(other) = postgres.strip_prefix(name).and_then(|other| other.strip_prefix(' ')) else {
        return false;
    };
    TYPES.iter().any(|(ours, theirs)| {
        rest.strip_prefix(ours)
            .is_some_and(|rules| theirs.iter().any(|their| other.strip_prefix(their) == Some(rules)))
    })
}

fn top_level(body: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0;
    for letter in body.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(part) = parts.last_mut() {
            part.push(letter);
        }
    }
    parts.iter().map(|part| part.trim().to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(sqlite: &str, postgres: &str) -> Vec<String> {
        compare(&statements(sqlite), &statements(postgres))
    }

    #[test]
    fn words_for_types_may_differ() {
        let ours = "-- why\ncreate table a (id blob primary key, n integer not null, b integer, t text, primary key (a, b)) strict;\ncreate index i on a (n);";
        let theirs = "create table a (id uuid primary key, n bigint not null, b boolean, t text, primary key (a, b));\ncreate index i on a (n);";
        assert_eq!(findings(ours, theirs), Vec::<String>::new());
    }

    #[test]
    fn everything_else_may_not() {
        assert_eq!(
            findings("create table a (n integer not null)", "create table a (n bigint)").len(),
            1
        );
        assert_eq!(
            findings("create table a (n integer)", "create table a (m bigint)").len(),
            1
        );
        assert_eq!(
            findings("create table a (n integer)", "create table a (n text)").len(),
            1
        );
        assert_eq!(findings("create index i on a (n)", "create index i on a (m)").len(), 1);
        assert_eq!(findings("create table a (n text)", "").len(), 1);
    }
}
