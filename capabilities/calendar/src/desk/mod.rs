//! Desk pages of the calendar. Each file is one page with its form.

pub(crate) mod clashes;
pub(crate) mod days;
pub(crate) mod import;
pub(crate) mod year;

use crate::model::clash::Clash;
use crate::words;
use web::Cx;

/// A clash as pages show it.
pub(crate) struct ClashView {
    pub key: String,
    pub text: String,
    pub serious: bool,
    /// The other dialogue: its address and title; empty when the clash is with a day.
    pub other: Option<(String, String)>,
    /// Who accepted it, when and why; empty when nobody has.
    pub accepted: String,
}

impl ClashView {
    pub(crate) fn new(cx: &Cx, clash: &Clash, accepted: Option<&crate::store::Accepted>) -> ClashView {
        let told = |one: &crate::store::Accepted| {
            let values = [
                ("name", one.accepted_by.as_str().into()),
                ("day", cx.day(&one.accepted_at).into()),
                ("reason", one.reason.as_str().into()),
            ];
            cx.ta("calendar-accepted", &values)
        };
        ClashView {
            key: clash.key(),
            text: words::clash(cx, clash),
            serious: clash.serious,
            other: clash.other.as_ref().map(|one| {
                let href = cx.link(&format!("/arbetsyta/dialoger/{}/krockar", one.id));
                (href, words::title(cx, &one.title))
            }),
            accepted: accepted.map(told).unwrap_or_default(),
        }
    }
}
