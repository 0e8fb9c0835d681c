//! The examples bank: what a dialogue was for, how it was done, what came of it and what was learnt, so that the next one need
//! not begin from nothing. A finished dialogue proposes its own example; an official edits it; a coordinator publishes it.
//!
//! * To add a field: [`Content`], the form, the page, and if a dialogue knows it, a line in `proposal`.
//! * A text that stands in the bank is a version. Versions never change; the draft is what one writes on.
//! * Never here: what residents said in their own words. Only the municipality's own texts become examples.

mod acts;
mod advice;
mod desk;
mod model;
mod proposal;
mod store;

pub use acts::{create, propose, publish, save, withdraw};
pub use advice::advise;
pub use model::{Content, Search};

use identity::SeeDesk;
use web::{Capability, MenuItem, Routes};

/// The bank on the desk.
const BANK: &str = "/arbetsyta/exempel";

/// What the examples bring to the site.
pub fn capability() -> Capability {
    Capability {
        name: "examples",
        routes: routes(),
        texts: texts::source!("examples"),
        menu: vec![MenuItem::new(BANK, "examples-menu", SeeDesk::NAME, 62)],
    }
}

fn routes() -> Routes {
    Routes::new()
        .get(BANK, desk::list::show)
        .get("/arbetsyta/exempel/nytt", desk::write::new)
        .post("/arbetsyta/exempel/nytt", desk::write::create)
        .get("/arbetsyta/exempel/{example}", desk::read::show)
        .get("/arbetsyta/exempel/{example}/andra", desk::write::edit)
        .post("/arbetsyta/exempel/{example}/andra", desk::write::save)
        .get("/arbetsyta/exempel/{example}/forhandsgranska", desk::read::preview)
        .post("/arbetsyta/exempel/{example}/publicera", desk::read::publish)
        .post("/arbetsyta/exempel/{example}/dra-tillbaka", desk::read::withdraw)
        .get("/arbetsyta/exempel/{example}/version/{version}", desk::read::version)
        .get("/arbetsyta/dialoger/{id}/exempel", desk::write::from_dialogue)
}

#[cfg(test)]
mod tests;
