//! The method to read and choose from: the handbook, its search, the words, the catalogue of methods and the chooser.
//!
//! * What is read here is content (`content/<pack>/`). To add a chapter, a method, a word: write it there; the loader
//!   says what is missing.
//! * To let the handbook include something more: a variant of `method::pack::Include`, a line in its loader, its Markdown
//!   in `model/includes.rs`. Page, DOCX, PDF and search follow.
//! * Never here: a rule about one method by its key. The chooser knows facets only.

mod desk;
mod model;

pub use desk::html;
pub use model::book::{Book, Toolbox};
pub use model::choose::{Filter, Loosen, Proposal, Reason, Weighed, Wish, choose};
pub use model::search::{Entry, Hit, Index, Sort};

use identity::SeeDesk;
use web::{Capability, MenuItem, Routes};

/// The contents of the handbook.
const BOOK: &str = "/arbetsyta/handbok";
/// The words of the method.
const GLOSSARY: &str = "/arbetsyta/ordlista";
/// The catalogue of methods.
const METHODS: &str = "/arbetsyta/metoder";
/// The chooser.
const CHOOSER: &str = "/arbetsyta/metodval";
/// The editions of the method.
const METHOD: &str = "/arbetsyta/metod";

/// What the toolbox brings to the site. It expects a [`Toolbox`] on it.
pub fn capability() -> Capability {
    Capability {
        name: "toolbox",
        routes: routes(),
        texts: texts::source!("toolbox"),
        menu: vec![
            MenuItem::new(BOOK, "toolbox-menu-book", SeeDesk::NAME, 60),
            MenuItem::new(METHODS, "toolbox-menu-methods", SeeDesk::NAME, 61),
        ],
    }
}

fn routes() -> Routes {
    Routes::new()
        .get(BOOK, desk::handbook::contents)
        .get("/arbetsyta/handbok/alla", desk::handbook::all)
        .get("/arbetsyta/handbok/alla/{form}", desk::files::book)
        .get("/arbetsyta/handbok/sok", desk::search::search)
        .get("/arbetsyta/handbok/{chapter}", desk::handbook::chapter)
        .get(GLOSSARY, desk::glossary::glossary)
        .get(METHODS, desk::methods::catalogue)
        .get("/arbetsyta/metoder/{method}", desk::methods::card)
        .get(CHOOSER, desk::chooser::chooser)
        .get(METHOD, desk::editions::show)
        .get("/arbetsyta/metod/skillnader", desk::editions::differences)
        .get("/arbetsyta/metod/fil", desk::editions::export)
        .get("/arbetsyta/metod/byt", desk::change::show)
        .post("/arbetsyta/metod/byt", desk::change::change)
        .post("/arbetsyta/metod/ta-bort", desk::change::remove)
}

#[cfg(test)]
mod tests;
