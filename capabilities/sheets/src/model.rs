//! A template of one dialogue: how far it has come, its approved versions and what is said about it. Rules only.

use data_encoding::HEXLOWER;
use db::Id;
use jiff::Timestamp;
use method::pack::{Field, Home, Sheet, SheetSection};
use method::{Filled, Picture, TaskStatus};
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

db::record! {
    /// An approved version: a frozen document.
    #[derive(Debug, Clone)]
    pub struct Version {
        /// Its identifier.
        pub id: Id,
        /// The key of the template.
        pub template: String,
        /// 1 is the first.
        pub number: i64,
        /// SHA-256 of the document, in hexadecimal.
        pub sha256: String,
        /// [`fingerprint`] of what stood in the fields.
        pub(crate) fingerprint: String,
        /// When it was approved.
        pub approved_at: Timestamp,
        /// By whom.
        pub approved_by: String,
    }
}

db::record! {
    /// Something said about a section.
    #[derive(Debug, Clone)]
    pub struct Comment {
        /// Its identifier.
        pub id: Id,
        /// The key of the section.
        pub section: String,
        /// What was said.
        pub body: String,
        /// When.
        pub written_at: Timestamp,
        /// By whom.
        pub written_by: String,
        /// When somebody said that it is dealt with.
        pub resolved_at: Option<Timestamp>,
        /// Who said so; empty when nobody has.
        pub resolved_by: String,
    }
}

/// The longest comment, in characters.
pub(crate) const LONGEST_COMMENT: usize = 2000;

/// How far a template has come in a dialogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing has been approved.
    Draft,
    /// What stands is what was approved as this version.
    Approved(i64),
    /// What stands differs from this version, the latest.
    Changed(i64),
}

impl Standing {
    /// The standing of what the fingerprint stands for, with the latest version.
    pub(crate) fn of(latest: Option<&Version>, fingerprint: &str) -> Standing {
        match latest {
            None => Standing::Draft,
            Some(one) if one.fingerprint == fingerprint => Standing::Approved(one.number),
            Some(one) => Standing::Changed(one.number),
        }
    }
}

/// The fields of a template that belong to the screen, with repeated ones once.
pub(crate) fn fields<'a>(picture: &'a Picture, sheet: &'a Sheet) -> impl Iterator<Item = &'a Field> {
    let sections = sheet.sections.iter().filter(|section| !section.paper);
    sections
        .flat_map(|section| &section.fields)
        .filter_map(|key| picture.pack.field(key))
}

/// What stands in the fields of a template, as one short word: two are the same only if nothing differs. What changes by
/// itself from day to day (`today`) is left out.
pub(crate) fn fingerprint(picture: &Picture, sheet: &Sheet, filled: &Filled) -> String {
    let stands = |field: &Field| {
        let value = filled
            .facts
            .raw(&field.key)
            .filter(|_| !filled.is_passing(&field.key))?;
        Some((field.key.clone(), value.clone()))
    };
    // A JSON map keeps its keys in order, so the text is the same however the facts were written.
    let values: Map<String, Value> = fields(picture, sheet).filter_map(stands).collect();
    sha256(&Value::Object(values).to_string())
}

/// SHA-256 in hexadecimal.
pub(crate) fn sha256(text: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(text.as_bytes()))
}

/// The fields that must be filled in before the template can be approved: those required at the level, as far as the
/// dialogue has come. The evaluation is no part of a plan that is approved before the start.
pub(crate) fn missing<'a>(picture: &'a Picture, sheet: &'a Sheet, filled: &Filled) -> Vec<&'a Field> {
    let its_time = |field: &Field| match picture.pack.home(&field.key) {
        Home::Task(task) => picture.status(task) != TaskStatus::CannotStartYet,
        Home::Sheet(_) => true,
        Home::Nowhere => false,
    };
    fields(picture, sheet)
        .filter(|field| picture.requires(field) && !filled.facts.has(&field.key) && its_time(field))
        .collect()
}

/// How many of the fields that concern the dialogue are filled in, and how many there are.
pub(crate) fn progress(picture: &Picture, sheet: &Sheet, filled: &Filled) -> (usize, usize) {
    let concerns: Vec<&Field> = fields(picture, sheet)
        .filter(|field| shows(picture, field, filled))
        .collect();
    let written = concerns.iter().filter(|field| filled.facts.has(&field.key)).count();
    (written, concerns.len())
}

/// Does a filled-in template show the field? What is written always; otherwise what concerns the dialogue and can be
/// written somewhere.
pub(crate) fn shows(picture: &Picture, field: &Field, filled: &Filled) -> bool {
    filled.facts.has(&field.key) || (picture.asks(field) && !matches!(picture.pack.home(&field.key), Home::Nowhere))
}

/// Has the section fields, none of which concerns this dialogue?
pub(crate) fn is_silent(picture: &Picture, section: &SheetSection, filled: &Filled) -> bool {
    let mut fields = section.fields.iter().filter_map(|key| picture.pack.field(key));
    !section.fields.is_empty() && !section.paper && !fields.any(|field| shows(picture, field, filled))
}
