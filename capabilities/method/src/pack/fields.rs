//! The fields of a pack: every fact that can be written about a process.

use super::build::{Build, FIELDS};
use super::raw::{self, Key};
use super::{ColumnText, Field, Kind, Named};
use std::collections::BTreeSet;

/// The types of fields by their words.
const KINDS: [(&str, Kind); 11] = [
    ("text", Kind::Text),
    ("long", Kind::Long),
    ("list", Kind::List),
    ("rows", Kind::Rows),
    ("choice", Kind::Choice),
    ("choices", Kind::Choices),
    ("yes-no", Kind::YesNo),
    ("date", Kind::Date),
    ("number", Kind::Number),
    ("level", Kind::Level),
    ("person", Kind::Person),
];

/// What a column of rows can be.
pub(super) const CELLS: [&str; 4] = ["text", "long", "date", "number"];

pub(super) fn kinds() -> Vec<&'static str> {
    KINDS.iter().map(|(word, _)| *word).collect()
}

impl Build<'_> {
    pub(super) fn fields(&mut self, raw: &raw::FieldsFile) -> Vec<Field> {
        let mut seen = BTreeSet::new();
        for field in &raw.field {
            self.unique(FIELDS, "field", &mut seen, &field.key);
            let options = match field.kind.get_ref().as_str() {
                "choice" | "choices" => Some(field.options.iter().map(|one| one.key.get_ref().clone()).collect()),
                "yes-no" => Some(vec!["yes".into(), "no".into()]),
                "level" => Some(self.levels.clone()),
                _ => None,
            };
            self.fields.insert(field.key.get_ref().clone(), options);
        }
        raw.field.iter().map(|field| self.field(raw, field)).collect()
    }

    fn field(&mut self, all: &raw::FieldsFile, raw: &raw::Field) -> Field {
        let at = raw.key.span().start;
        let kind = self.kind(&raw.kind);
        let chooses = matches!(kind, Kind::Choice | Kind::Choices);
        if chooses == raw.options.is_empty() {
            self.fault(
                FIELDS,
                at,
                "options and type do not go together",
                "give options to choice and choices, and to nothing else",
            );
        }
        if (kind == Kind::Rows) == raw.columns.is_empty() {
            self.fault(
                FIELDS,
                at,
                "columns and type do not go together",
                "give columns to rows, and to nothing else",
            );
        }
        let mut seen = BTreeSet::new();
        let options = raw
            .options
            .iter()
            .map(|one| {
                self.unique(FIELDS, "option", &mut seen, &one.key);
                Named {
                    key: one.key.get_ref().clone(),
                    name: self.words(FIELDS, &one.label),
                }
            })
            .collect();
        let mut seen = BTreeSet::new();
        let columns = raw.columns.iter().map(|one| self.column(&mut seen, one)).collect();
        let required_from = raw.required_from.as_ref().and_then(|key| match key.get_ref().as_str() {
            "always" => Some(0),
            _ => self.rank(FIELDS, key),
        });
        Field {
            key: raw.key.get_ref().clone(),
            kind,
            label: self.words(FIELDS, &raw.label),
            help: raw.help.as_ref().map(|text| self.words(FIELDS, text)),
            options,
            columns,
            required_from,
            when: raw.when.as_ref().map(|one| self.condition(FIELDS, at, one)),
            translatable: raw.translatable,
            public: raw.public,
            announced: raw.announced,
            max: raw.max.unwrap_or(match kind {
                Kind::Long => 10_000,
                _ => 300,
            }),
            prefill: self.prefill(all, raw, kind),
        }
    }

    fn column(&mut self, seen: &mut BTreeSet<String>, raw: &raw::Column) -> ColumnText {
        self.unique(FIELDS, "column", seen, &raw.key);
        let kind = self.kind(&raw.kind);
        if !CELLS.contains(&raw.kind.get_ref().as_str()) {
            let remedy = format!("use one of {}", CELLS.join(", "));
            let at = raw.kind.span().start;
            self.fault(FIELDS, at, "a column cannot be of this type", remedy);
        }
        ColumnText {
            key: raw.key.get_ref().clone(),
            kind,
            label: self.words(FIELDS, &raw.label),
            required: raw.required,
        }
    }

    fn kind(&mut self, key: &Key) -> Kind {
        let found = KINDS.iter().find(|(word, _)| word == key.get_ref());
        found.map_or_else(
            || {
                let problem = format!("there is no field type \"{}\"", key.get_ref());
                let remedy = format!("use one of {}", kinds().join(", "));
                self.fault(FIELDS, key.span().start, problem, remedy);
                Kind::Text
            },
            |(_, kind)| *kind,
        )
    }
}
