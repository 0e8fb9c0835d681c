//! Reading what residents said: results per question, the coding desk, who took part. Here a contribution becomes a
//! theme, on its way to the report and the answer.
//!
//! * To show results elsewhere: [`results`] with [`figures`], [`themes`], [`quotes`], [`representation`]. Small cells are
//!   hidden in all of them.
//! * To add a kind of question: its summary in `model/results.rs`, its counting in `model/tally.rs`, its words in
//!   `words.rs`.
//! * To show statements and votes over money: [`votings`]; computed apart from requests, small cells hidden.
//! * Never here: changing what somebody said. Themes are attributes of passages, never of persons (dataskyddslagen 3:3).

mod acts;
mod desk;
mod filter;
mod model;
mod reading;
mod source;
mod store;
mod suggestions;
mod vectors;
mod voting;
mod words;
mod work;

pub use acts::{
    Bulk, archive_theme, code, code_all, create_theme, import_population, merge_themes, move_theme, remove_population,
    save_theme, undo_code_all,
};
pub use filter::{CodingFilter, Stand};
pub use model::coding::{Change, Progress};
pub use model::plan::{Theme, ThemeDraft};
pub use model::population::{Population, PopulationCell, Reading as PopulationReading, RowProblem};
pub use model::results::{QuestionResult, RankedRow, Row, RowLabel, Summary};
pub use reading::{
    Compared, ComparedGroup, Quote, ThemeCount, Themes, givers, givers_of_theme, progress, quotes, read_population,
    representation, results, themes,
};
pub use source::source;
pub use vectors::WordVectors;
pub use voting::{Voting, votings};
pub use words::{
    Figure, RankingLine, comparison, figures, finding, finding_label, missing, points, row_label, theme_bars,
};
pub use work::works;

use web::{Asset, Capability, Routes};

/// What reading brings to the site.
pub fn capability() -> Capability {
    Capability {
        name: "insights",
        routes: routes(),
        texts: texts::source!("insights"),
        menu: Vec::new(),
    }
}

/// The script of the coding desk; the desk does its whole work without it.
pub fn assets() -> Vec<Asset> {
    vec![Asset {
        name: "coding.js",
        media_type: "text/javascript; charset=utf-8",
        content: include_bytes!("../assets/coding.js"),
    }]
}

fn routes() -> Routes {
    Routes::new()
        .get("/arbetsyta/dialoger/{id}/resultat", desk::results)
        .get("/arbetsyta/dialoger/{id}/resultat/{aktivitet}/{fil}", desk::download)
        .get("/arbetsyta/dialoger/{id}/kodning", desk::coding)
        .post("/arbetsyta/dialoger/{id}/kodning", desk::save_coding)
        .get("/arbetsyta/dialoger/{id}/kodning/export", desk::export)
        .get("/arbetsyta/dialoger/{id}/kodning/alla", desk::preview_all)
        .post("/arbetsyta/dialoger/{id}/kodning/alla", desk::save_all)
        .post("/arbetsyta/dialoger/{id}/kodning/angra", desk::undo_all)
        .get("/arbetsyta/dialoger/{id}/forslag", desk::suggestions::list)
        .post("/arbetsyta/dialoger/{id}/forslag", desk::suggestions::request)
        .get("/arbetsyta/dialoger/{id}/forslag/{forslag}", desk::suggestions::show)
        .post("/arbetsyta/dialoger/{id}/forslag/{forslag}", desk::suggestions::decide)
        .get("/arbetsyta/dialoger/{id}/kodplan", desk::plan)
        .get("/arbetsyta/dialoger/{id}/kodplan/nytt", desk::new_form)
        .post("/arbetsyta/dialoger/{id}/kodplan/nytt", desk::create)
        .get("/arbetsyta/dialoger/{id}/kodplan/{tema}", desk::edit_form)
        .post("/arbetsyta/dialoger/{id}/kodplan/{tema}", desk::save_theme)
        .post("/arbetsyta/dialoger/{id}/kodplan/{tema}/flytta", desk::move_one)
        .post("/arbetsyta/dialoger/{id}/kodplan/{tema}/arkivera", desk::archive)
        .post("/arbetsyta/dialoger/{id}/kodplan/{tema}/sla-ihop", desk::merge)
        .get("/arbetsyta/dialoger/{id}/befolkning", desk::population)
        .post("/arbetsyta/dialoger/{id}/befolkning", desk::import)
        .post("/arbetsyta/dialoger/{id}/befolkning/ta-bort", desk::remove)
        .get("/arbetsyta/dialoger/{id}/befolkning/mall", desk::template)
}

#[cfg(test)]
mod tests;
