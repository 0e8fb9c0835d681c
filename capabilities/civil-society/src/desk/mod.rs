//! The pages of civil society, for officials. Each file is one page with its form.

pub(crate) mod agreement_form;
pub(crate) mod agreements;
pub(crate) mod asked;
pub(crate) mod asked_forms;
pub(crate) mod change;
mod choose;
pub(crate) mod council;
pub(crate) mod councils;
pub(crate) mod crime;
pub(crate) mod demands;
pub(crate) mod gaps;
pub(crate) mod imports;
pub(crate) mod measure;
pub(crate) mod measures;
pub(crate) mod meeting;
pub(crate) mod meeting_form;
pub(crate) mod network;
pub(crate) mod organisation;
pub(crate) mod organisation_form;
pub(crate) mod parties;
pub(crate) mod person;
pub(crate) mod promise_form;
pub(crate) mod promises;
pub(crate) mod proposals;
pub(crate) mod register;
pub(crate) mod relevance;
pub(crate) mod reports;
pub(crate) mod representatives;
mod screen;

use db::Id;
use jiff::civil::Date;
use web::{Cx, Errors, Form, Req, Routes};

/// Representatives of an organisation, and the changes that they ask for.
pub(crate) fn representative_routes(routes: Routes) -> Routes {
    routes
        .get(
            "/arbetsyta/organisationer/{organisation}/foretradare",
            representatives::list,
        )
        .post(
            "/arbetsyta/organisationer/{organisation}/foretradare",
            representatives::invite,
        )
        .post(
            "/arbetsyta/organisationer/{organisation}/foretradare/{representative}/avsluta",
            representatives::end,
        )
        .get(
            "/arbetsyta/organisationer/{organisation}/andring/{change}",
            change::show,
        )
        .post(
            "/arbetsyta/organisationer/{organisation}/andring/{change}/godkann",
            change::approve,
        )
        .post(
            "/arbetsyta/organisationer/{organisation}/andring/{change}/neka",
            change::refuse,
        )
}

/// The page of an organisation.
fn organisation_address(id: Id) -> String {
    format!("{}/{id}", crate::REGISTER)
}

/// Value and words of every choice.
macro_rules! options {
    ($cx:expr, $choice:ty) => {
        <$choice>::ALL
            .iter()
            .map(|one| (one.code().to_owned(), $cx.t(one.label())))
            .collect::<Vec<(String, String)>>()
    };
}
pub(crate) use options;

/// Parts of a date as a form shows them.
pub(crate) type Parts = (String, String, String);

/// The parts of a date that stands.
pub(crate) fn parts(date: Option<Date>) -> Parts {
    date.map_or_else(Parts::default, |date| {
        (
            date.day().to_string(),
            date.month().to_string(),
            date.year().to_string(),
        )
    })
}

/// The parts of a date as they were typed.
pub(crate) fn typed_parts(form: &Form, field: &str) -> Parts {
    let part = |name: &str| form.text(&format!("{field}-{name}"));
    (part("day"), part("month"), part("year"))
}

/// The date of a field; a faulty one is told at the field.
pub(crate) fn date_of(req: &Req, form: &Form, errors: &mut Errors, field: &'static str) -> Option<Date> {
    form.date(field).unwrap_or_else(|()| {
        errors.add(field, req.t("civil-error-date"));
        None
    })
}

/// A date that must be there.
fn needed_date(req: &Req, form: &Form, errors: &mut Errors, field: &'static str, message: &str) -> Option<Date> {
    let date = date_of(req, form, errors, field);
    if date.is_none() && errors.on(field).is_none() {
        errors.add(field, req.t(message));
    }
    date
}

/// Who wrote last: an official's name, or whoever speaks for the organisation, who is never named.
fn writer(cx: &Cx, by: &str) -> String {
    match by {
        "" => cx.t("civil-by-representative"),
        name => name.to_owned(),
    }
}

/// A date in words, or nothing.
pub(crate) fn day(cx: &Cx, date: Option<Date>) -> String {
    date.map(|date| cx.short_date(&date)).unwrap_or_default()
}

/// A text that must be there and is not too long.
pub(crate) fn needed(
    req: &Req,
    form: &Form,
    errors: &mut Errors,
    field: &'static str,
    message: &str,
    most: usize,
) -> String {
    let text = form.text(field);
    if text.is_empty() {
        errors.add(field, req.t(message));
    }
    bounded(req, &text, errors, field, most);
    text
}

/// A text that may be left out but is not too long.
pub(crate) fn optional(req: &Req, form: &Form, errors: &mut Errors, field: &'static str, most: usize) -> String {
    let text = form.text(field);
    bounded(req, &text, errors, field, most);
    text
}

fn bounded(req: &Req, text: &str, errors: &mut Errors, field: &'static str, most: usize) {
    if crate::model::is_long(text, most) {
        errors.add(field, req.ta("civil-error-too-long", &[("max", most.into())]));
    }
}

/// The fields in which what stands differs from what was sent: label, theirs, mine.
fn told_apart<const N: usize>(
    cx: &Cx,
    stands: [(&'static str, String); N],
    mine: [(&'static str, String); N],
) -> Vec<(String, String, String)> {
    let pairs = stands.into_iter().zip(mine);
    pairs
        .filter(|((_, theirs), (_, mine))| theirs != mine)
        .map(|((key, theirs), (_, mine))| (cx.t(key), theirs, mine))
        .collect()
}
