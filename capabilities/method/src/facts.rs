//! What is written about a process: a map from the pack's fields to texts, lists, rows and dates. English stands
//! beside Swedish under `key@en`; whether a task is finished stands under `task/key`.

use crate::pack::{Field, Kind, Pack};
use jiff::civil::Date;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use texts::Lang;

/// A row of a field with columns, by column key.
pub type Row = BTreeMap<String, String>;

/// The facts of a process.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts(pub(crate) Map<String, Value>);

/// Where the mark of a task stands among the facts.
pub(crate) fn mark_key(task: &str) -> String {
    format!("task/{task}")
}

/// Where a translation stands.
pub(crate) fn translated(key: &str, lang: Lang) -> String {
    format!("{key}@{}", lang.code())
}

impl Facts {
    /// Reads stored facts; anything but an object is none.
    pub fn from_json(value: Value) -> Facts {
        match value {
            Value::Object(map) => Facts(map),
            _ => Facts::default(),
        }
    }

    pub fn to_json(&self) -> Value {
        Value::Object(self.0.clone())
    }

    pub fn raw(&self, key: &str) -> Option<&Value> {
        self.0.get(key)
    }

    /// The text of a field; several values stand on lines of their own; empty when nothing is written.
    pub fn text(&self, key: &str) -> String {
        match self.0.get(key) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Array(_)) => self.list(key).join("\n"),
            Some(Value::Number(number)) => number.to_string(),
            _ => String::new(),
        }
    }

    /// Is anything written?
    pub fn has(&self, key: &str) -> bool {
        match self.0.get(key) {
            Some(Value::String(text)) => !text.trim().is_empty(),
            Some(Value::Array(list)) => !list.is_empty(),
            Some(Value::Number(_)) => true,
            _ => false,
        }
    }

    /// The values of a field, one per line of a list.
    pub fn list(&self, key: &str) -> Vec<String> {
        match self.0.get(key) {
            Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).map(String::from).collect(),
            Some(Value::String(text)) if !text.is_empty() => vec![text.clone()],
            _ => Vec::new(),
        }
    }

    /// The date of a field.
    pub fn date(&self, key: &str) -> Option<Date> {
        self.0.get(key)?.as_str()?.parse().ok()
    }

    /// The rows of a field with columns.
    pub fn rows(&self, key: &str) -> Vec<Row> {
        let Some(Value::Array(list)) = self.0.get(key) else {
            return Vec::new();
        };
        let cell = |(column, value): (&String, &Value)| Some((column.clone(), value.as_str()?.to_string()));
        list.iter()
            .filter_map(Value::as_object)
            .map(|row| row.iter().filter_map(cell).collect())
            .collect()
    }

    /// The text in a language, or in Swedish when it has not been translated.
    pub fn text_in(&self, key: &str, lang: Lang) -> String {
        self.text(&self.key_in(key, lang))
    }

    /// The values in a language, or in Swedish when they have not been translated.
    pub fn list_in(&self, key: &str, lang: Lang) -> Vec<String> {
        self.list(&self.key_in(key, lang))
    }

    /// The rows in a language, or in Swedish when they have not been translated.
    pub fn rows_in(&self, key: &str, lang: Lang) -> Vec<Row> {
        self.rows(&self.key_in(key, lang))
    }

    /// Is there a text in this very language?
    pub fn is_translated(&self, key: &str, lang: Lang) -> bool {
        lang == Lang::Sv || self.has(&translated(key, lang))
    }

    fn key_in(&self, key: &str, lang: Lang) -> String {
        let other = translated(key, lang);
        if lang != Lang::Sv && self.has(&other) {
            other
        } else {
            key.to_string()
        }
    }

    pub(crate) fn set(&mut self, key: &str, value: Value) {
        let empty = match &value {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Array(list) => list.is_empty(),
            _ => false,
        };
        if empty {
            self.0.remove(key);
        } else {
            self.0.insert(key.to_string(), value);
        }
    }

    /// The values as the engine weighs them.
    pub(crate) fn values(&self, field: &Field) -> Vec<String> {
        match field.kind {
            Kind::Rows => self.rows(&field.key).iter().map(|row| format!("{row:?}")).collect(),
            Kind::List | Kind::Choices => self.list(&field.key),
            _ => Some(self.text(&field.key))
                .filter(|text| !text.is_empty())
                .into_iter()
                .collect(),
        }
    }
}

/// Why a value cannot stand in a field. The key is a text of this room; `n` its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    pub key: &'static str,
    pub n: usize,
}

fn complain<T>(key: &'static str, n: usize) -> Result<T, Complaint> {
    Err(Complaint { key, n })
}

/// The value as it is stored, if it fits the field. Empty values are always fine: they clear the field.
///
/// # Errors
/// A [`Complaint`] that says what to change.
pub(crate) fn fit(pack: &Pack, field: &Field, value: Value) -> Result<Value, Complaint> {
    match field.kind {
        Kind::Rows => fit_rows(field, value),
        Kind::List => fit_list(field, value),
        Kind::Choices => {
            let chosen = strings(value)?;
            let known = chosen
                .iter()
                .all(|one| field.options.iter().any(|option| &option.key == one));
            if known {
                Ok(chosen.into())
            } else {
                complain("method-error-choose-listed", 0)
            }
        }
        _ => fit_text(pack, field, value),
    }
}

fn fit_text(pack: &Pack, field: &Field, value: Value) -> Result<Value, Complaint> {
    let text = match value {
        Value::Null => String::new(),
        Value::String(text) => text.trim().to_string(),
        Value::Number(number) => number.to_string(),
        _ => return complain("method-error-not-text", 0),
    };
    if text.is_empty() {
        return Ok(Value::Null);
    }
    let listed = |known: bool| {
        if known {
            Ok(())
        } else {
            complain("method-error-choose-listed", 0)
        }
    };
    match field.kind {
        Kind::Choice => listed(field.options.iter().any(|one| one.key == text))?,
        Kind::YesNo => listed(text == "yes" || text == "no")?,
        Kind::Level => listed(pack.ladder.level(&text).is_some())?,
        Kind::Date if text.parse::<Date>().is_err() => return complain("method-error-date", 0),
        Kind::Number if text.parse::<i64>().is_err() => return complain("method-error-number", 0),
        _ => {}
    }
    let length = text.chars().count();
    if length > field.max {
        return complain("method-error-too-long", length - field.max);
    }
    Ok(Value::String(text))
}

/// How many lines or rows a field may have.
const MOST_ROWS: usize = 100;

fn strings(value: Value) -> Result<Vec<String>, Complaint> {
    match value {
        Value::Null => Ok(Vec::new()),
        Value::String(text) => Ok(vec![text].into_iter().filter(|text| !text.trim().is_empty()).collect()),
        Value::Array(list) => {
            let texts = list.into_iter().map(|one| match one {
                Value::String(text) => Ok(text.trim().to_string()),
                _ => complain("method-error-not-text", 0),
            });
            Ok(texts
                .collect::<Result<Vec<_>, _>>()?
                .into_iter()
                .filter(|text| !text.is_empty())
                .collect())
        }
        _ => complain("method-error-not-text", 0),
    }
}

fn fit_list(field: &Field, value: Value) -> Result<Value, Complaint> {
    let lines = strings(value)?;
    if lines.len() > MOST_ROWS {
        return complain("method-error-too-many-lines", MOST_ROWS);
    }
    if let Some(longest) = lines
        .iter()
        .map(|line| line.chars().count())
        .max()
        .filter(|length| *length > field.max)
    {
        return complain("method-error-line-too-long", longest - field.max);
    }
    Ok(lines.into())
}

fn fit_rows(field: &Field, value: Value) -> Result<Value, Complaint> {
    let list = match value {
        Value::Null => return Ok(Value::Null),
        Value::Array(list) => list,
        _ => return complain("method-error-not-text", 0),
    };
    let mut rows = Vec::new();
    for (place, row) in list.into_iter().enumerate() {
        let Value::Object(row) = row else {
            return complain("method-error-not-text", 0);
        };
        let mut kept = Map::new();
        for column in &field.columns {
            let text = match row.get(&column.key) {
                None | Some(Value::Null) => String::new(),
                Some(Value::String(text)) => text.trim().to_string(),
                Some(Value::Number(number)) => number.to_string(),
                Some(_) => return complain("method-error-not-text", 0),
            };
            match column.kind {
                _ if text.is_empty() => continue,
                Kind::Date if text.parse::<Date>().is_err() => return complain("method-error-row-date", place + 1),
                Kind::Number if text.parse::<i64>().is_err() => return complain("method-error-row-number", place + 1),
                _ if text.chars().count() > 1000 => return complain("method-error-row-too-long", place + 1),
                _ => {}
            }
            kept.insert(column.key.clone(), Value::String(text));
        }
        if kept.is_empty() {
            continue;
        }
        if field
            .columns
            .iter()
            .any(|column| column.required && !kept.contains_key(&column.key))
        {
            return complain("method-error-row-incomplete", place + 1);
        }
        rows.push(Value::Object(kept));
    }
    if rows.len() > MOST_ROWS {
        return complain("method-error-too-many-lines", MOST_ROWS);
    }
    Ok(Value::Array(rows))
}
