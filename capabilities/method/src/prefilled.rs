//! Fields that nobody has written yet, filled in with what is known (`pack::Prefill`), and where it comes from.

use crate::facts::Facts;
use crate::pack::{Field, Kind, Origin, Prefill};
use crate::process::Picture;
use crate::reading::{Told, told};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use texts::Lang;
use web::Cx;

/// The facts of a process with what could be filled in.
#[derive(Debug, Clone)]
pub struct Filled {
    /// What is written, and what is filled in.
    pub facts: Facts,
    /// For each field that was filled in: where from.
    pub from: BTreeMap<String, Vec<Origin>>,
}

impl Filled {
    /// Was the field filled in from something that never stands still?
    pub fn is_passing(&self, field: &str) -> bool {
        let from = self.from.get(field);
        from.is_some_and(|origins| origins.contains(&Origin::Today))
    }
}

impl Picture {
    /// Must the field be filled in at the present level?
    pub fn requires(&self, field: &Field) -> bool {
        let one = engine::TaskField {
            field: field.key.clone(),
            required_from: field.required_from,
            when: field.when.clone(),
        };
        self.pack.machine.requires(&one, &self.standing())
    }

    /// Does the field concern this process, as far as its condition says?
    pub fn asks(&self, field: &Field) -> bool {
        self.standing().agrees(field.when.as_ref())
    }

    /// What is written, with the empty ones of these fields filled in from what is known. `cx` must speak Swedish:
    /// what is filled in may be saved, and facts are Swedish.
    pub fn filled<'a>(&self, cx: &Cx, owner: &str, fields: impl IntoIterator<Item = &'a Field>) -> Filled {
        let mut filled = Filled {
            facts: self.process.facts.clone(),
            from: BTreeMap::new(),
        };
        for field in fields {
            let Some(prefill) = field.prefill.as_ref().filter(|_| !self.process.facts.has(&field.key)) else {
                continue;
            };
            let text = prefill.text(|origin| self.known(cx, owner, origin));
            let value = self.value(field, prefill, &text);
            if !value.is_null() {
                filled.facts.set(&field.key, value);
                filled
                    .from
                    .insert(field.key.clone(), prefill.origins().cloned().collect());
            }
        }
        filled
    }

    /// What a source says; empty when it says nothing.
    fn known(&self, cx: &Cx, owner: &str, origin: &Origin) -> String {
        let level = |words: fn(&crate::pack::LevelText) -> &crate::pack::Words| {
            self.level()
                .map(|one| words(one).get(cx.lang).to_string())
                .unwrap_or_default()
        };
        let municipality = &cx.settings;
        match origin {
            Origin::Fact { field, column } => self.stands(cx, field, column.as_deref()),
            Origin::Date(field) => {
                let day = self.process.facts.date(field);
                day.map(|day| cx.short_date(&day)).unwrap_or_default()
            }
            Origin::Today => cx.short_date(&self.today),
            Origin::Title => self.process.facts.text("title"),
            Origin::State => self.pack.state_name(&self.process.state, cx.lang).to_string(),
            Origin::LevelName => level(|one| &one.name),
            Origin::LevelPromise => level(|one| &one.promise),
            Origin::LevelMeaning => level(|one| &one.meaning),
            Origin::OwnerName => owner.to_string(),
            Origin::Municipality => municipality.municipality.clone(),
            Origin::Office => municipality.office.clone(),
            Origin::Board => municipality.board.clone(),
            Origin::Controller => municipality.controller.clone(),
            Origin::DataProtection => municipality.data_protection_contact.clone(),
        }
    }

    fn stands(&self, cx: &Cx, key: &str, column: Option<&str>) -> String {
        let Some(field) = self.pack.field(key) else {
            return String::new();
        };
        let Told { mut lines, rows } = told(cx, &self.pack, field, &self.process.facts);
        let place = column.and_then(|key| field.columns.iter().position(|one| one.key == key));
        for mut row in rows {
            match place {
                Some(place) if place < row.len() => lines.push(row.swap_remove(place)),
                _ => {
                    row.retain(|cell| !cell.is_empty());
                    lines.push(row.join(" – "));
                }
            }
        }
        lines.retain(|line| !line.is_empty());
        lines.join("\n")
    }

    /// The text as the field holds it; null when there is none.
    fn value(&self, field: &Field, prefill: &Prefill, text: &str) -> Value {
        let cut = |text: &str, most: usize| text.chars().take(most).collect::<String>().trim().to_string();
        let lines = || {
            text.lines()
                .map(str::trim)
                .filter(|line| !line.is_empty())
                .take(MOST_LINES)
        };
        if text.trim().is_empty() {
            return Value::Null;
        }
        match field.kind {
            Kind::List => lines().map(|line| Value::from(cut(line, field.max))).collect(),
            Kind::Rows => {
                let Some(first) = field.columns.first() else {
                    return Value::Null;
                };
                lines()
                    .map(|line| json!({ &first.key: cut(line, MOST_IN_CELL) }))
                    .collect()
            }
            Kind::Date => {
                let day = match prefill.only() {
                    Some(Origin::Date(source)) => self.process.facts.date(source),
                    Some(Origin::Today) => Some(self.today),
                    _ => None,
                };
                day.map_or(Value::Null, |day| day.to_string().into())
            }
            Kind::Number => match prefill.only() {
                Some(Origin::Fact { field, .. }) => self.process.facts.text(field).into(),
                _ => Value::Null,
            },
            Kind::Long => cut(text, field.max).into(),
            _ => cut(&lines().collect::<Vec<_>>().join(", "), field.max).into(),
        }
    }
}

/// As many lines as a field of the method may have.
const MOST_LINES: usize = 100;
/// As many characters as a cell may have.
const MOST_IN_CELL: usize = 1000;

/// Where a value comes from, in the reader's words: the label of a field, "Nivån", "Dagens datum".
pub fn origin_name(cx: &Cx, pack: &crate::Pack, origin: &Origin) -> String {
    let lang: Lang = cx.lang;
    match origin {
        Origin::Fact { field, .. } | Origin::Date(field) => {
            let field = pack.field(field);
            field.map(|one| one.label.get(lang).to_string()).unwrap_or_default()
        }
        Origin::Title => match pack.field("title") {
            Some(field) => field.label.get(lang).to_string(),
            None => cx.t("method-from-process"),
        },
        Origin::State => cx.t("method-from-process"),
        Origin::LevelName | Origin::LevelPromise | Origin::LevelMeaning => cx.t("method-from-level"),
        Origin::OwnerName => cx.t("method-from-owner"),
        Origin::Today => cx.t("method-from-today"),
        Origin::Municipality | Origin::Office | Origin::Board | Origin::Controller | Origin::DataProtection => {
            cx.t("method-from-settings")
        }
    }
}
