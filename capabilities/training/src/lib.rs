//! Courses for those who run dialogues: to take, to have taken, and to need for a right.
//!
//! * A course is content (`content/<pack>/courses/`). To add one, write it there; the loader says what is missing.
//! * To let a right ask for a course: a page of the desk. Rights are withheld through `identity::withhold`, and brought in line
//!   ([`tick`]) whenever a record, a requirement, an account or the day is new.
//! * Never here: a rule about one course by its key; a right taken away in any other way than by [`tick`] and its acts.

pub mod acts;
mod desk;
mod duties;
mod model;
mod store;

pub use acts::tick;
pub use duties::source;

use identity::{Administer, ApproveDialogue, SeeDesk};
use web::{Capability, MenuItem, Routes};

/// The list of courses.
const COURSES: &str = "/arbetsyta/utbildning";
/// Who has taken what.
const OVERVIEW: &str = "/arbetsyta/utbildning/oversikt";
/// Files of courses taken elsewhere.
const IMPORT: &str = "/arbetsyta/utbildning/oversikt/importera";
/// Rights that ask for a course.
const REQUIREMENTS: &str = "/arbetsyta/utbildning/krav";

/// Where a course begins.
fn address(course: &str) -> String {
    format!("{COURSES}/kurs/{course}")
}

/// What training brings to the site. It expects the packs on it.
pub fn capability() -> Capability {
    Capability {
        name: "training",
        routes: overview(learning(Routes::new())),
        texts: texts::source!("training"),
        menu: vec![MenuItem::new(COURSES, "training-menu", SeeDesk::NAME, 62)],
    }
}

fn learning(routes: Routes) -> Routes {
    routes
        .get(COURSES, desk::courses::list)
        .get("/arbetsyta/utbildning/kurs/{course}", desk::courses::show)
        .post("/arbetsyta/utbildning/kurs/{course}/om", desk::courses::begin_again)
        .get("/arbetsyta/utbildning/kurs/{course}/resultat", desk::courses::result)
        .get("/arbetsyta/utbildning/kurs/{course}/sida/{page}", desk::lesson::page)
        .post("/arbetsyta/utbildning/kurs/{course}/sida/{page}", desk::lesson::read)
        .get(
            "/arbetsyta/utbildning/kurs/{course}/sida/{page}/undertexter",
            desk::lesson::captions,
        )
        .get(
            "/arbetsyta/utbildning/kurs/{course}/sida/{page}/fraga/{question}",
            desk::question::show,
        )
        .post(
            "/arbetsyta/utbildning/kurs/{course}/sida/{page}/fraga/{question}",
            desk::question::answer,
        )
        .get("/arbetsyta/utbildning/intyg/{record}", desk::certificate::show)
        .get("/arbetsyta/utbildning/intyg/{record}/{form}", desk::certificate::file)
}

fn overview(routes: Routes) -> Routes {
    routes
        .get(OVERVIEW, desk::overview::show)
        .get("/arbetsyta/utbildning/oversikt/utbildning.csv", desk::overview::export)
        .get(IMPORT, desk::imports::form)
        .post(IMPORT, desk::imports::upload)
        .get(
            "/arbetsyta/utbildning/oversikt/importera/{import}",
            desk::imports::preview,
        )
        .post(
            "/arbetsyta/utbildning/oversikt/importera/{import}",
            desk::imports::confirm,
        )
        .get("/arbetsyta/utbildning/oversikt/import/{import}", desk::imports::report)
        .post(
            "/arbetsyta/utbildning/oversikt/import/{import}/angra",
            desk::imports::undo,
        )
        .get(REQUIREMENTS, desk::requirements::list)
        .get("/arbetsyta/utbildning/krav/{permission}", desk::requirements::form)
        .post("/arbetsyta/utbildning/krav/{permission}", desk::requirements::save)
}

/// Whether the overview is open to somebody.
fn sees_overview(staff: &identity::Staff) -> bool {
    staff.may::<ApproveDialogue>()
}

/// Whether somebody sets the requirements.
fn sets_requirements(staff: &identity::Staff) -> bool {
    staff.may::<Administer>()
}

#[cfg(test)]
mod tests;
