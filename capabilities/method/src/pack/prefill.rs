//! What a field is filled in with before anybody has written in it: `prefill = "fact:purpose"`. A closed little
//! language: it names what is known and joins it, and can do nothing else.
//!
//! ```text
//! expression = term { "+" term }
//! term       = "'" words "'"                     words as they stand
//!            | "fact:" field [ "." column ]      what stands in another field; of a table, one column
//!            | "date:" field                     a date
//!            | "today"
//!            | "process.title" | "process.state"
//!            | "level.name" | "level.promise" | "level.meaning"
//!            | "owner.name"
//!            | "municipality.name" | "municipality.office" | "municipality.board"
//!            | "municipality.controller" | "municipality.data-protection"
//! ```
//!
//! `prefill = "'Dialog om ' + fact:area + ', ' + date:opens-on"` is a whole example. If one of its sources is empty,
//! so is the whole: half a sentence helps nobody. A field is filled from what is *stored* in another, never from what
//! that one would be filled in with, so there are no circles and no depth. An expression has at most [`LONGEST`]
//! characters and [`MOST_TERMS`] terms; what it gives is cut to what the field may hold.
//!
//! What may be filled in how: a text, a long text or a person with any expression; a list, one line each; a table with
//! one line each in its first column; a date with one `date:` or `today`; a number with one `fact:` of a number.
//! Choices are never filled in: choosing is what they are for.

use super::build::{Build, FIELDS};
use super::{Kind, raw};

/// The longest expression, in characters.
pub const LONGEST: usize = 300;
/// The most terms of one.
pub const MOST_TERMS: usize = 12;

/// An expression that has been read and checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prefill {
    terms: Vec<Term>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Term {
    Words(String),
    From(Origin),
}

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A field, or a column of a table.
    Fact {
        field: String,
        column: Option<String>,
    },
    /// A field that holds a date.
    Date(String),
    Today,
    Title,
    State,
    LevelName,
    LevelPromise,
    LevelMeaning,
    OwnerName,
    Municipality,
    Office,
    Board,
    Controller,
    DataProtection,
}

/// The sources that are one word.
const NAMED: [(&str, Origin); 12] = [
    ("today", Origin::Today),
    ("process.title", Origin::Title),
    ("process.state", Origin::State),
    ("level.name", Origin::LevelName),
    ("level.promise", Origin::LevelPromise),
    ("level.meaning", Origin::LevelMeaning),
    ("owner.name", Origin::OwnerName),
    ("municipality.name", Origin::Municipality),
    ("municipality.office", Origin::Office),
    ("municipality.board", Origin::Board),
    ("municipality.controller", Origin::Controller),
    ("municipality.data-protection", Origin::DataProtection),
];

/// What is wrong with an expression, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Flaw {
    problem: String,
    remedy: String,
}

fn flaw<T>(problem: impl Into<String>, remedy: impl Into<String>) -> Result<T, Flaw> {
    Err(Flaw {
        problem: problem.into(),
        remedy: remedy.into(),
    })
}

impl Prefill {
    /// Reads an expression, without judging whether its fields exist.
    pub(super) fn parse(text: &str) -> Result<Prefill, Flaw> {
        let length = text.chars().count();
        if length > LONGEST {
            let problem = format!("the prefill expression has {length} characters");
            return flaw(problem, format!("shorten it to {LONGEST}"));
        }
        let mut terms = Vec::new();
        let mut rest = text.trim();
        loop {
            let (term, after) = term(rest)?;
            terms.push(term);
            if terms.len() > MOST_TERMS {
                return flaw(
                    "the prefill expression has too many terms",
                    format!("use at most {MOST_TERMS}"),
                );
            }
            let after = after.trim_start();
            match after.strip_prefix('+') {
                Some(next) => rest = next.trim_start(),
                None if after.is_empty() => return Ok(Prefill { terms }),
                None => {
                    let problem = format!("the prefill expression cannot be read at \"{}\"", start_of(after));
                    return flaw(problem, "put a + between terms, and words within single quotes");
                }
            }
        }
    }

    /// The sources, in order.
    pub fn origins(&self) -> impl Iterator<Item = &Origin> {
        self.terms.iter().filter_map(|term| match term {
            Term::From(origin) => Some(origin),
            Term::Words(_) => None,
        })
    }

    /// The only source, when the expression is nothing else.
    pub fn only(&self) -> Option<&Origin> {
        match self.terms.as_slice() {
            [Term::From(origin)] => Some(origin),
            _ => None,
        }
    }

    /// The whole, from what is known; empty when a source is.
    pub fn text(&self, known: impl Fn(&Origin) -> String) -> String {
        let mut out = String::new();
        for term in &self.terms {
            match term {
                Term::Words(words) => out.push_str(words),
                Term::From(origin) => {
                    let value = known(origin);
                    if value.trim().is_empty() {
                        return String::new();
                    }
                    out.push_str(value.trim());
                }
            }
        }
        out
    }
}

/// The first term and what stands after it.
fn term(text: &str) -> Result<(Term, &str), Flaw> {
    if let Some(quoted) = text.strip_prefix('\'') {
        let Some((words, rest)) = quoted.split_once('\'') else {
            return flaw("words in the prefill expression have no end", "close them with '");
        };
        return Ok((Term::Words(words.to_string()), rest));
    }
    let end = text
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | ':')))
        .unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    let origin = match word.split_once(':') {
        Some(("fact", name)) => {
            let (field, column) = match name.split_once('.') {
                Some((field, column)) => (field, Some(column.to_string())),
                None => (name, None),
            };
            Origin::Fact {
                field: field.to_string(),
                column,
            }
        }
        Some(("date", field)) => Origin::Date(field.to_string()),
        _ => match NAMED.into_iter().find(|(name, _)| *name == word) {
            Some((_, origin)) => origin,
            None => {
                let names: Vec<&str> = NAMED.iter().map(|(name, _)| *name).collect();
                let shown = if word.is_empty() {
                    start_of(text)
                } else {
                    word.to_string()
                };
                let problem = format!("a prefill expression knows no source \"{shown}\"");
                return flaw(
                    problem,
                    format!("use fact:field, date:field, 'words' or one of {}", names.join(", ")),
                );
            }
        },
    };
    Ok((Term::From(origin), rest))
}

fn start_of(text: &str) -> String {
    text.chars().take(20).collect()
}

impl Build<'_> {
    /// The expression of a field, when it has one that makes sense.
    pub(super) fn prefill(&mut self, all: &raw::FieldsFile, field: &raw::Field, kind: Kind) -> Option<Prefill> {
        let written = field.prefill.as_ref()?;
        let checked = Prefill::parse(written.get_ref()).and_then(|prefill| {
            for origin in prefill.origins() {
                exists(all, field, origin)?;
            }
            fits(all, field, kind, &prefill)?;
            Ok(prefill)
        });
        match checked {
            Ok(prefill) => Some(prefill),
            Err(Flaw { problem, remedy }) => {
                self.fault(FIELDS, written.span().start, problem, remedy);
                None
            }
        }
    }
}

fn named<'a>(all: &'a raw::FieldsFile, key: &str) -> Option<&'a raw::Field> {
    all.field.iter().find(|one| one.key.get_ref() == key)
}

/// Does what the expression names exist, and is it something else than the field itself?
fn exists(all: &raw::FieldsFile, own: &raw::Field, origin: &Origin) -> Result<(), Flaw> {
    let (key, column) = match origin {
        Origin::Fact { field, column } => (field, column.as_ref()),
        Origin::Date(field) => (field, None),
        _ => return Ok(()),
    };
    let Some(field) = named(all, key) else {
        return flaw(
            format!("there is no field \"{key}\""),
            "define it or refer to a field that exists",
        );
    };
    if key == own.key.get_ref() {
        return flaw("a field cannot be filled in from itself", "name another field");
    }
    if let Origin::Date(_) = origin
        && field.kind.get_ref() != "date"
    {
        return flaw(
            format!("the field \"{key}\" holds no date"),
            "write fact: instead of date:, or name a field of the type date",
        );
    }
    if let Some(column) = column
        && !field.columns.iter().any(|one| one.key.get_ref() == column)
    {
        return flaw(
            format!("the field \"{key}\" has no column \"{column}\""),
            "name a column that it has, or none",
        );
    }
    Ok(())
}

/// Can a field of this type hold what the expression gives?
fn fits(all: &raw::FieldsFile, field: &raw::Field, kind: Kind, prefill: &Prefill) -> Result<(), Flaw> {
    let only = prefill.only();
    match kind {
        Kind::Text | Kind::Long | Kind::Person | Kind::List => Ok(()),
        Kind::Date if matches!(only, Some(Origin::Date(_) | Origin::Today)) => Ok(()),
        Kind::Date => flaw(
            "a date can only be filled in from a date",
            "write one date:field, or today",
        ),
        Kind::Number => match only {
            Some(Origin::Fact { field, column: None })
                if named(all, field).is_some_and(|one| one.kind.get_ref() == "number") =>
            {
                Ok(())
            }
            _ => flaw(
                "a number can only be filled in from a number",
                "write one fact: of a field of the type number",
            ),
        },
        Kind::Rows => {
            let mut columns = field.columns.iter();
            let words = columns
                .next()
                .is_some_and(|one| matches!(one.kind.get_ref().as_str(), "text" | "long"));
            if words && columns.all(|one| !one.required) {
                Ok(())
            } else {
                flaw(
                    "the table cannot be filled in: only its first column would be",
                    "let the first column be a text and no other be required",
                )
            }
        }
        Kind::Choice | Kind::Choices | Kind::YesNo | Kind::Level => flaw(
            "a choice cannot be filled in beforehand",
            "take away prefill: choosing is what the field is for",
        ),
    }
}

#[cfg(test)]
mod tests;
