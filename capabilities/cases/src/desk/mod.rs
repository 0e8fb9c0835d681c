//! Desk pages of cases.

pub(crate) mod answers;
pub(crate) mod assignments;
pub(crate) mod decisions;
pub(crate) mod export;
pub(crate) mod files;
pub(crate) mod paper_parts;
pub(crate) mod papers;

use web::{Errors, Form, Req};

/// A text that must be there.
fn required(req: &Req, form: &Form, errors: &mut Errors, field: &'static str, message: &str) -> String {
    let text = form.text(field);
    if text.is_empty() {
        errors.add(field, req.t(message));
    }
    text
}

/// The parts of a date as typed, or of the date that stands.
fn date_parts(form: Option<&Form>, field: &str, stands: Option<jiff::civil::Date>) -> (String, String, String) {
    match (form, stands) {
        (Some(form), _) => {
            let part = |name: &str| form.text(&format!("{field}-{name}"));
            (part("day"), part("month"), part("year"))
        }
        (None, Some(date)) => (
            date.day().to_string(),
            date.month().to_string(),
            date.year().to_string(),
        ),
        (None, None) => Default::default(),
    }
}
