//! What the board wants to see of the three improvements: assignments, processes by step, answers on time, insights that are used,
//! services that changed, agreements, gaps. Counted from where each lives; every number opens its list.
//!
//! * To add a number: its figure in the room that owns it, a line in `model`, its words.
//! * Never here: a table of its own, or a number without a base.

mod desk;
mod model;

use identity::ReadCases;
use web::{Capability, MenuItem, Routes};

/// The overview.
const OVERVIEW: &str = "/arbetsyta/oversikt";
/// The list of promised answers.
const ANSWERS: &str = "/arbetsyta/oversikt/svar";

/// What the overview brings to the site.
pub fn capability() -> Capability {
    Capability {
        name: "overview",
        routes: Routes::new()
            .get(OVERVIEW, desk::show)
            .get(ANSWERS, desk::answers)
            .get("/arbetsyta/oversikt/fil/oversikt.csv", desk::export),
        texts: texts::source!("overview"),
        menu: vec![MenuItem::new(OVERVIEW, "overview-menu", ReadCases::NAME, 19)],
    }
}

#[cfg(test)]
mod tests;
