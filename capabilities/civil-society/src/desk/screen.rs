//! The screening of what is written about crime, told at the fields.

use crate::model::screening::{Found, screen};
use web::{Errors, Form, Req};

/// The box that says that an address in a text belongs to a function.
pub(super) const BOX: &str = "function-only";

/// Reads texts for what points out a person. A number of a person is refused at its field; an address or a telephone number
/// unless whoever writes says that it belongs to a function.
pub(super) fn persons(req: &Req, form: &Form, errors: &mut Errors, fields: &[(&'static str, &str)]) {
    let mut has_address = false;
    for (field, text) in fields {
        match screen(text) {
            Found::Person => errors.add(*field, req.t("civil-error-personal")),
            Found::Address => has_address = true,
            Found::Nothing => {}
        }
    }
    if has_address && !form.has(BOX) {
        errors.add(BOX, req.t("civil-error-address"));
    }
}

/// Whether the form shows the box.
pub(super) fn asks(form: &Form, errors: &Errors) -> bool {
    form.has(BOX) || errors.on(BOX).is_some()
}

/// Reads texts that are not about crime, for the number of a person alone: names of roles and addresses may stand there.
pub(super) fn numbers(req: &Req, errors: &mut Errors, fields: &[(&'static str, &str)]) {
    for (field, text) in fields {
        if screen(text) == Found::Person && errors.on(field).is_none() {
            errors.add(*field, req.t("civil-error-personal"));
        }
    }
}
