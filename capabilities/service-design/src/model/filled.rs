//! A sheet: one filling of a template that is filled in many times.

use db::Id;
use jiff::{Timestamp, civil::Date};
use method::pack::{Field, Pack, Sheet};
use method::{Facts, Picture};
use serde_json::{Map, Value};

/// One filling of a template.
#[derive(Debug, Clone)]
pub struct Filled {
    pub id: Id,
    /// The project it belongs to.
    pub project: Id,
    /// The template's key.
    pub template: String,
    /// What stands in the template's first field: a code, a name or a question.
    pub title: String,
    /// The step of the method under which it stands on the board.
    pub step: String,
    pub facts: Facts,
    /// The day by which what it says must be erased.
    pub erase_on: Option<Date>,
    /// When it was erased. Title and template remain, so that one sees that it was there.
    pub erased_at: Option<Timestamp>,
    /// The decision that the erasure rests on.
    pub erased_by: String,
    pub archived_at: Option<Timestamp>,
    pub revision: i64,
    pub created_at: Timestamp,
    pub created_by: String,
    pub updated_at: Timestamp,
    pub updated_by: String,
}

impl Filled {
    /// Its address, without the language.
    pub fn address(&self) -> String {
        format!("/arbetsyta/projekt/{}/blad/{}", self.project, self.id)
    }

    /// Can it still be written in?
    pub fn is_open(&self) -> bool {
        self.erased_at.is_none() && self.archived_at.is_none()
    }

    /// Is its day of erasure over?
    pub fn is_overdue(&self, today: Date) -> bool {
        self.erased_at.is_none() && self.erase_on.is_some_and(|day| day <= today)
    }
}

/// What a sheet says.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// The template's key.
    pub template: String,
    pub facts: Map<String, Value>,
}

impl Draft {
    /// The title: what the template's first field says.
    pub(crate) fn title(&self, sheet: &Sheet) -> String {
        let first = asked(sheet).next().unwrap_or_default();
        Facts::from_json(Value::Object(self.facts.clone()))
            .text(first)
            .trim()
            .to_string()
    }

    /// The day by which it must be erased, if the template has one.
    pub(crate) fn erase_on(&self, sheet: &Sheet) -> Option<Date> {
        let facts = Facts::from_json(Value::Object(self.facts.clone()));
        sheet.erase_on.as_deref().and_then(|field| facts.date(field))
    }
}

/// The fields that the template asks for, in the order of the page.
pub(crate) fn asked(sheet: &Sheet) -> impl Iterator<Item = &str> {
    let sections = sheet.sections.iter().filter(|section| section.asked && !section.paper);
    sections.flat_map(|section| section.fields.iter().map(String::as_str))
}

/// The same as fields of the pack.
pub(crate) fn fields<'a>(pack: &'a Pack, sheet: &'a Sheet) -> Vec<&'a Field> {
    asked(sheet).filter_map(|key| pack.field(key)).collect()
}

/// The templates that are filled in many times and are no links of the evidence chain, which has its own pages.
pub(crate) fn templates(pack: &Pack) -> impl Iterator<Item = &Sheet> {
    pack.sheets.iter().filter(|sheet| sheet.many && sheet.node.is_none())
}

/// How many of the questions that concern the sheet have an answer, and how many there are.
pub(crate) fn answered(picture: &Picture, sheet: &Sheet) -> (usize, usize) {
    let concerns: Vec<&Field> = fields(&picture.pack, sheet)
        .into_iter()
        .filter(|field| picture.asks(field))
        .collect();
    let has = |field: &&&Field| picture.process.facts.has(&field.key);
    (concerns.iter().filter(has).count(), concerns.len())
}
