//! What everybody may read: the public pages, the open data behind them, and the feed. The voice that entered through
//! an activity comes out here, as an answer.
//!
//! * To add a public page: a handler here, a template that extends `public.html`, its cache topics, a line in `routes`.
//! * To add an API answer: a handler in `api`, and its description in `api::openapi` (a test compares the two).
//! * Everything shown comes from the faces of the capabilities below. Never here: SQL, a rule of the method, a change of
//!   anything but a follower's address.

mod answers;
mod api;
mod feed;
mod filter;
mod list;
mod page;
mod phases;
mod results;
mod view;
mod ways;

use web::{Capability, Routes};

/// What publishing brings to the site.
pub fn capability() -> Capability {
    Capability {
        name: "publishing",
        routes: routes(),
        texts: texts::source!("publishing"),
        menu: Vec::new(),
    }
}

fn routes() -> Routes {
    let pages = Routes::new()
        .get("/", list::home)
        .get("/dialoger", list::list)
        .get("/dialoger/flode.xml", feed::atom)
        .get("/dialoger/{slug}", page::show)
        .get("/dialoger/{slug}/resultat", results::show)
        .get("/dialoger/{slug}/resultat/svar.csv", results::csv)
        .post("/dialoger/{slug}/bevaka", page::follow)
        .get("/arbetsyta/dialoger/{id}/forhandsgranska", page::preview);
    api::routes(pages)
}

#[cfg(test)]
mod tests;
