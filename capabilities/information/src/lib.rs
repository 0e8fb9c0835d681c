//! What the municipality tells about dialogue, to residents and to its own people, from one source: the pack's base texts
//! and the texts that are written over them on the desk, with versions, approval, planned publication and history. The
//! same editor writes the handbook's chapters. Here too: the accessibility statement, and where officials begin.
//!
//! * To add a page: a `[[page]]` in the pack's `information.toml` and its Markdown. It is served by its address.
//! * To let pages show something more from elsewhere: a `Directive` in `method::pack`, a `Block` in `pages/blocks.rs`.
//! * Never here: a text that cannot be changed by the municipality. Interface words stand in `texts/`, the rest in packs.

mod acts;
mod calendar;
mod chapters;
mod desk;
mod model;
mod pages;
mod source;
mod statement_acts;
mod store;

pub use acts::{Refused, When, approve, base, call_off, restore, return_to_base, write};
pub use calendar::tick;
pub use model::statement::{Assessor, Both, Conformance, Statement};
pub use model::version::{Content, Shelf, TextKey};
pub use source::source;
pub use statement_acts::{Held, Unsaved, save_statement, statement};

use identity::{ApproveDialogue, SeeDesk};
use method::pack::{INTRANET_PLACE, PUBLIC_PLACES};
use pages::statement::STATEMENT;
use web::{Capability, MenuItem, Routes};

/// All texts that can be written.
const TEXTS: &str = "/arbetsyta/texter";
/// The fields of the accessibility statement.
const STATEMENT_FORM: &str = "/arbetsyta/installningar/tillganglighet";

/// What information brings to the site.
pub fn capability() -> Capability {
    Capability {
        name: "information",
        routes: routes(),
        texts: texts::source!("information"),
        menu: vec![
            MenuItem::new(INTRANET_PLACE, "information-menu-begin", SeeDesk::NAME, 59),
            MenuItem::new(TEXTS, "information-menu-texts", ApproveDialogue::NAME, 65),
        ],
    }
}

fn routes() -> Routes {
    let [about, contact, privacy] = PUBLIC_PLACES;
    Routes::new()
        .get(about, pages::show::show)
        .get("/sa-fungerar-det/{page}", pages::show::show)
        .get(contact, pages::show::show)
        .get(privacy, pages::show::show)
        .get(STATEMENT, pages::statement::show)
        .post(STATEMENT, pages::statement::report)
        .get(INTRANET_PLACE, desk::start::start)
        .get("/arbetsyta/borja-har/{page}", desk::start::intranet)
        .get(desk::guide::GUIDE, desk::guide::show)
        .get(TEXTS, desk::list::show)
        .get("/arbetsyta/texter/{shelf}/{text}/{lang}", desk::text::show)
        .get("/arbetsyta/texter/{shelf}/{text}/{lang}/redigera", desk::edit::form)
        .post("/arbetsyta/texter/{shelf}/{text}/{lang}/redigera", desk::edit::save)
        .get("/arbetsyta/texter/{shelf}/{text}/{lang}/jamfor", desk::compare::show)
        .get("/arbetsyta/texter/{shelf}/{text}/{lang}/godkann", desk::approve::form)
        .post("/arbetsyta/texter/{shelf}/{text}/{lang}/godkann", desk::approve::save)
        .post("/arbetsyta/texter/{shelf}/{text}/{lang}/aterstall", desk::text::restore)
        .post(
            "/arbetsyta/texter/{shelf}/{text}/{lang}/grundtext",
            desk::text::return_to_base,
        )
        .post("/arbetsyta/texter/{shelf}/{text}/{lang}/avbryt", desk::text::call_off)
        .get(STATEMENT_FORM, desk::statement::form)
        .post(STATEMENT_FORM, desk::statement::save)
}

#[cfg(test)]
mod tests;
