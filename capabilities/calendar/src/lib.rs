//! When everything happens: all dialogues of the municipality in one calendar, with the days on which people are somewhere
//! else, and what clashes. Residents get the public days as a calendar file.
//!
//! * To add a kind of local day: a variant of `model::LocalKind` with its texts, and what it means in `model::clash`.
//! * To add a clash: a variant of `model::clash::Reason`, its rule there, its sentence in `words`.
//! * Never here: a rule that stops a dialogue. A clash is advice; a serious one is a duty until somebody has accepted it.

mod acts;
mod advice;
mod desk;
mod feed;
mod material;
mod model;
mod store;
mod words;

pub use acts::{accept_clash, add_days};
pub use advice::{advise, source};
pub use model::import::{NewDay, new_day};
pub use model::{LocalKind, Period};

use identity::SeeDesk;
use web::{Capability, MenuItem, Routes};

/// The calendar on the desk.
const CALENDAR: &str = "/arbetsyta/kalender";
/// The municipality's own days.
const DAYS: &str = "/arbetsyta/kalender/dagar";

/// What the calendar brings to the site.
pub fn capability() -> Capability {
    Capability {
        name: "calendar",
        routes: routes(),
        texts: texts::source!("calendar"),
        menu: vec![MenuItem::new(CALENDAR, "calendar-menu", SeeDesk::NAME, 22)],
    }
}

fn routes() -> Routes {
    Routes::new()
        .get(CALENDAR, desk::year::show)
        .get(DAYS, desk::days::list)
        .get("/arbetsyta/kalender/dagar/ny", desk::days::new)
        .post("/arbetsyta/kalender/dagar/ny", desk::days::create)
        .get("/arbetsyta/kalender/dagar/importera", desk::import::form)
        .post("/arbetsyta/kalender/dagar/importera", desk::import::send)
        .get("/arbetsyta/kalender/dagar/{day}", desk::days::edit)
        .post("/arbetsyta/kalender/dagar/{day}", desk::days::save)
        .post("/arbetsyta/kalender/dagar/{day}/ta-bort", desk::days::remove)
        .get("/arbetsyta/dialoger/{id}/krockar", desk::clashes::show)
        .post("/arbetsyta/dialoger/{id}/krockar", desk::clashes::accept)
        .get("/dialoger.ics", feed::ics)
}

#[cfg(test)]
mod tests;
