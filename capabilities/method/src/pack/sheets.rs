//! The living templates of a pack (`templates.toml`): sections of fields, texts and links.
//!
//! A field is edited in one place. If a task of the process shows it, that is the planner; otherwise it is the first
//! template that has it in a section with `asked = true`; everywhere else it is shown. A section with `paper = true`
//! is only for pen and paper: what is noted there comes in elsewhere, as answers do.

use super::build::{Build, TEMPLATES};
use super::{Curve, Pack, Plane, Sheet, SheetSection, TaskText, raw};
use std::collections::BTreeSet;

/// Who approves a template that does not say.
const APPROVES: &str = "ApproveDialogue";

/// Where a field is edited.
#[derive(Debug, Clone, Copy)]
pub enum Home<'a> {
    /// In a task of the planner.
    Task(&'a TaskText),
    /// On the page of a template.
    Sheet(&'a Sheet),
    /// Nowhere in this process.
    Nowhere,
}

impl Pack {
    /// The template with this key, however it is spelled in an address.
    pub fn sheet(&self, key: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|one| one.key.eq_ignore_ascii_case(key))
    }

    /// Where a field is edited.
    pub fn home(&self, field: &str) -> Home<'_> {
        let shows = |task: &&TaskText| task.fields.iter().any(|one| one == field);
        if let Some(task) = self.tasks.iter().find(shows) {
            return Home::Task(task);
        }
        let asks = |sheet: &&Sheet| {
            let mut asked = sheet.sections.iter().filter(|section| section.asked);
            asked.any(|section| section.fields.iter().any(|one| one == field))
        };
        self.sheets.iter().find(asks).map_or(Home::Nowhere, Home::Sheet)
    }

    /// The fields that are edited on a template's own page, in the order of its sections.
    pub fn own_fields<'a>(&'a self, sheet: &'a Sheet) -> impl Iterator<Item = &'a super::Field> {
        let fields = sheet.sections.iter().filter(|section| section.asked);
        fields
            .flat_map(|section| &section.fields)
            .filter(|key| matches!(self.home(key), Home::Sheet(home) if home.key == sheet.key))
            .filter_map(|key| self.field(key))
    }
}

impl Build<'_> {
    pub(super) fn sheets(&mut self, raw: &raw::SheetsFile) -> Vec<Sheet> {
        let (mut seen, mut kinds) = (BTreeSet::new(), BTreeSet::new());
        raw.template
            .iter()
            .map(|one| {
                self.unique(TEMPLATES, "template", &mut seen, &one.key);
                let (mut keys, mut fields) = (BTreeSet::new(), BTreeSet::new());
                let sections = one
                    .section
                    .iter()
                    .map(|section| self.section(section, &mut keys, &mut fields))
                    .collect();
                Sheet {
                    key: one.key.get_ref().clone(),
                    name: self.words(TEMPLATES, &one.name),
                    about: self.words(TEMPLATES, &one.about),
                    approved_by: self.approver(one.approved_by.as_ref()),
                    many: one.many || one.node.is_some(),
                    node: one.node.as_ref().and_then(|node| self.node(node, &mut kinds)),
                    sections,
                    erase_on: self.sheet_field(one.erase_on.as_ref()),
                    curve: one.curve.as_ref().map(|curve| self.curve(curve)),
                    plane: one.plane.as_ref().map(|plane| self.plane(plane)),
                }
            })
            .collect()
    }

    fn approver(&mut self, key: Option<&raw::Key>) -> String {
        let Some(key) = key else { return APPROVES.into() };
        let known = identity::PERMISSIONS
            .iter()
            .any(|(name, _)| *name == key.get_ref().as_str());
        self.known(TEMPLATES, "permission", key, known);
        key.get_ref().clone()
    }

    fn section(
        &mut self,
        raw: &raw::Section,
        keys: &mut BTreeSet<String>,
        fields: &mut BTreeSet<String>,
    ) -> SheetSection {
        let key = raw.key.clone().unwrap_or_else(|| made_of(&raw.heading));
        self.unique(TEMPLATES, "section", keys, &key);
        for field in &raw.fields {
            self.known_field(TEMPLATES, field);
            if !fields.insert(field.get_ref().clone()) {
                let problem = format!("the field \"{}\" stands twice in the template", field.get_ref());
                self.fault(TEMPLATES, field.span().start, problem, "take away one of them");
            }
        }
        let at = key.span().start;
        if raw.fields.is_empty() && raw.text.is_none() {
            self.fault(TEMPLATES, at, "the section is empty", "give it fields or a text");
        }
        if raw.asked && raw.paper {
            let remedy = "choose one: asked is for the screen, paper for the pen";
            self.fault(TEMPLATES, at, "the section is both asked and on paper", remedy);
        }
        if (raw.asked || raw.paper) && raw.fields.is_empty() {
            self.fault(TEMPLATES, at, "the section asks for nothing", "give it fields");
        }
        SheetSection {
            key: key.into_inner(),
            heading: self.words(TEMPLATES, &raw.heading),
            fields: raw.fields.iter().map(|key| key.get_ref().clone()).collect(),
            text: raw.text.as_ref().map(|text| self.words(TEMPLATES, text)),
            page: raw.page.clone(),
            asked: raw.asked,
            paper: raw.paper,
        }
    }
}

impl Build<'_> {
    fn sheet_field(&mut self, key: Option<&raw::Key>) -> Option<String> {
        let key = key?;
        self.known_field(TEMPLATES, key);
        Some(key.get_ref().clone())
    }

    /// A scale from lowest to highest, told of at the field that it is for.
    fn scale(&mut self, field: &raw::Key, lowest: i64, highest: i64) {
        self.known_field(TEMPLATES, field);
        if lowest >= highest {
            let at = field.span().start;
            self.fault(
                TEMPLATES,
                at,
                "the scale has no length",
                "let lowest be less than highest",
            );
        }
    }

    fn plane(&mut self, raw: &raw::Plane) -> Plane {
        self.scale(&raw.across, raw.lowest, raw.highest);
        self.known_field(TEMPLATES, &raw.up);
        Plane {
            across: raw.across.get_ref().clone(),
            up: raw.up.get_ref().clone(),
            lowest: raw.lowest,
            highest: raw.highest,
        }
    }

    fn curve(&mut self, raw: &raw::Curve) -> Curve {
        self.scale(&raw.rows, raw.lowest, raw.highest);
        Curve {
            rows: raw.rows.get_ref().clone(),
            label: raw.label.get_ref().clone(),
            value: raw.value.get_ref().clone(),
            lowest: raw.lowest,
            highest: raw.highest,
        }
    }

    /// The columns of curves, once the fields are known.
    pub(super) fn curves(&mut self, raw: &raw::SheetsFile, fields: &[super::Field]) {
        for curve in raw.template.iter().filter_map(|one| one.curve.as_ref()) {
            let field = fields.iter().find(|field| field.key == *curve.rows.get_ref());
            for column in [&curve.label, &curve.value] {
                let has = field.is_none_or(|field| field.columns.iter().any(|one| one.key == *column.get_ref()));
                self.known(TEMPLATES, "column", column, has);
            }
        }
    }
}

/// The key of a section that has none: its English heading, as it may stand in an address.
fn made_of(heading: &raw::Text) -> raw::Key {
    let words = heading.get_ref().en.as_deref().unwrap_or_default().to_lowercase();
    let letters = words
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty());
    raw::Key::new(heading.span(), letters.collect::<Vec<_>>().join("-"))
}
