//! What goes to and from the board, and back to those who spoke: assignments, reports and cases, decisions, answers.
//!
//! This is the end of a voice's walk. A theme that came out of the coding gets an answer with a reason; publishing the
//! answers puts them on the dialogue's page and a letter in the outbox for everybody who asked. The engine does not let a
//! dialogue end before.
//!
//! * To add a kind of document: its sections in `model`, its generator beside `report`.
//! * Never here: coding, counting, public pages.

mod acts;
mod desk;
mod model;
mod source;
mod store;

pub use acts::{
    AnswerDraft, AssignmentDraft, DecisionDraft, link_assignment, publish_answers, record_decision, save_answer,
    save_assignment,
};
pub use model::{Answer, Assignment, AssignmentStatus, Decision, Dispatch, Effect, Outcome, Stage};
pub use source::source;

use db::{Conn, Id};
use identity::ReadCases;
use web::{Capability, MenuItem, Routes};

/// What cases bring to the site.
pub fn capability() -> Capability {
    Capability {
        name: "cases",
        routes: routes(),
        texts: texts::source!("cases"),
        menu: vec![MenuItem::new("/arbetsyta/uppdrag", "cases-menu-assignments", ReadCases::NAME, 20)],
    }
}

fn routes() -> Routes {
    Routes::new()
        .get("/arbetsyta/uppdrag", desk::assignments::list)
        .get("/arbetsyta/uppdrag/nytt", desk::assignments::new)
        .post("/arbetsyta/uppdrag/nytt", desk::assignments::create)
        .get("/arbetsyta/uppdrag/{assignment}", desk::assignments::show)
        .get("/arbetsyta/uppdrag/{assignment}/andra", desk::assignments::edit)
        .post("/arbetsyta/uppdrag/{assignment}/andra", desk::assignments::save)
        .post("/arbetsyta/uppdrag/{assignment}/dialoger", desk::assignments::link)
        .get("/arbetsyta/dialoger/{id}/beslut", desk::decisions::list)
        .post("/arbetsyta/dialoger/{id}/beslut", desk::decisions::create)
        .get("/arbetsyta/dialoger/{id}/beslut/{decision}", desk::decisions::edit)
        .post("/arbetsyta/dialoger/{id}/beslut/{decision}", desk::decisions::save)
        .get("/arbetsyta/dialoger/{id}/svar", desk::answers::list)
        .post("/arbetsyta/dialoger/{id}/svar/publicera", desk::answers::publish)
        .get("/arbetsyta/dialoger/{id}/svar/{theme}", desk::answers::edit)
        .post("/arbetsyta/dialoger/{id}/svar/{theme}", desk::answers::save)
}

/// The published answers of a dialogue, in the order of the themes. For public pages.
///
/// # Errors
/// The database's.
pub async fn answers_public(conn: &mut Conn, dialogue: Id) -> db::Result<Vec<Answer>> {
    let mut answers = store::answers(conn, dialogue).await?;
    answers.retain(|answer| answer.published_at.is_some());
    Ok(answers)
}

/// The latest published answers of all dialogues, newest first: "Det här hände med era synpunkter".
///
/// # Errors
/// The database's.
pub async fn latest_answers(conn: &mut Conn, limit: i64) -> db::Result<Vec<Answer>> {
    store::latest_answers(conn, limit).await
}

/// The decisions on a dialogue, newest first.
///
/// # Errors
/// The database's.
pub async fn decisions(conn: &mut Conn, dialogue: Id) -> db::Result<Vec<Decision>> {
    store::decisions(conn, dialogue).await
}

/// The assignments a dialogue belongs to.
///
/// # Errors
/// The database's.
pub async fn assignments_of(conn: &mut Conn, dialogue: Id) -> db::Result<Vec<Assignment>> {
    store::assignments_of(conn, dialogue).await
}

/// When answers went out, newest first.
///
/// # Errors
/// The database's.
pub async fn dispatches(conn: &mut Conn, dialogue: Id) -> db::Result<Vec<Dispatch>> {
    store::dispatches(conn, dialogue).await
}

#[cfg(test)]
mod tests;
