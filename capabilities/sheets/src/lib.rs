//! The living templates of the method: each document of a dialogue, filled in as far as the house knows, completed,
//! commented on, approved as a version that never changes, and printed blank.
//!
//! On the walk of a voice this is the paper around the planning: what the planner knows is shown here, not asked for again.
//!
//! * To add a template, a section or a field: edit `content/` (`templates.toml`, `fields.toml`). This crate shows
//!   whatever the pack holds.
//! * What a template asks for becomes a fact of the dialogue, so it shows wherever else it belongs.
//! * Never here: a template or a field of one pack named in a rule. The report, the statement and the answers
//!   are written in `cases`; templates lead there.

mod acts;
mod compose;
mod desk;
mod filling;
mod model;
mod store;

pub use acts::{NotApproved, approve, comment, resolve, write};
pub use compose::document;
pub use desk::{FILE_FORMS, file};
pub use model::{Comment, Standing, Version};

use dialogues::Kind;
use identity::SeeDesk;
use web::{Capability, MenuItem, Routes};

/// All templates of the method, blank.
const BLANKS: &str = "/arbetsyta/mallar";

/// What templates bring to the site.
pub fn capability() -> Capability {
    Capability {
        name: "sheets",
        routes: routes(),
        texts: texts::source!("sheets"),
        menu: vec![MenuItem::new(BLANKS, "sheets-menu", SeeDesk::NAME, 62)],
    }
}

fn routes() -> Routes {
    let blanks = Routes::new()
        .get(BLANKS, desk::blank::list)
        .get("/arbetsyta/mallar/{template}", desk::blank::show)
        .get("/arbetsyta/mallar/{template}/{form}", desk::blank::file);
    Kind::ALL.into_iter().fold(blanks, of_kind)
}

/// The templates of one kind of process.
fn of_kind(routes: Routes, kind: Kind) -> Routes {
    let at = |part: &str| format!("{}/{{id}}/{part}", kind.base());
    routes
        .get(at("mallar"), desk::list::show)
        .get(at("mall/{template}"), desk::sheet::show)
        .get(at("mall/{template}/fyll-i"), desk::fill::show)
        .post(at("mall/{template}/fyll-i"), desk::fill::save)
        .get(at("mall/{template}/godkann"), desk::approve::show)
        .post(at("mall/{template}/godkann"), desk::approve::take)
        .post(at("mall/{template}/kommentar"), desk::sheet::comment)
        .post(at("mall/{template}/kommentar/{comment}"), desk::sheet::resolve)
        .get(at("mall/{template}/utkast/{form}"), desk::versions::draft_file)
        .get(at("mall/{template}/version/{number}"), desk::versions::show)
        .get(at("mall/{template}/version/{number}/{form}"), desk::versions::file)
}

#[cfg(test)]
mod tests;
