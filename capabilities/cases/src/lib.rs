//! What goes to and from the board, and back to those who spoke: assignments, reports and cases, decisions, answers.
//!
//! This is the end of a voice's walk. A theme that came out of the coding gets an answer with a reason; publishing the
//! answers puts them on the dialogue's page and a letter in the outbox for everybody who asked. The engine does not let a
//! dialogue end before.
//!
//! * To add a section to a report or statement: a line in the outline of `paper`, its heading, and what is generated.
//! * Never here: coding, counting, public pages.

mod acts;
mod answers_file;
mod desk;
mod model;
mod pages;
mod paper;
mod paper_acts;
mod source;
mod store;

pub use acts::{
    AnswerDraft, AssignmentDraft, DecisionDraft, link_assignment, publish_answers, record_decision, save_answer,
    save_assignment,
};
pub use answers_file::{FileForm, answers_file};
pub use model::{Answer, Assignment, AssignmentStatus, Decision, Dispatch, Effect, Outcome, Stage};
pub use paper::Kind as PaperKind;
pub use paper::compose::Header as PaperHeader;
pub use paper_acts::{
    SectionDraft, add_section, adopt_paper, begin_paper, refresh_paper, remove_section, show_paper, write_header,
    write_section,
};
pub use source::source;
pub use store::AnswerState;
pub use store::papers::Snapshot;

use db::{Conn, Id};
use identity::ReadCases;
use web::{Capability, MenuItem, Routes};

/// What cases bring to the site.
pub fn capability() -> Capability {
    Capability {
        name: "cases",
        routes: routes(),
        texts: texts::source!("cases"),
        menu: vec![MenuItem::new(
            "/arbetsyta/uppdrag",
            "cases-menu-assignments",
            ReadCases::NAME,
            20,
        )],
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
        .get("/arbetsyta/dialoger/{id}/rapport", desk::papers::show)
        .post("/arbetsyta/dialoger/{id}/rapport/borja", desk::papers::begin)
        .get(
            "/arbetsyta/dialoger/{id}/rapport/uppgifter",
            desk::paper_parts::header_form,
        )
        .post(
            "/arbetsyta/dialoger/{id}/rapport/uppgifter",
            desk::paper_parts::save_header,
        )
        .get(
            "/arbetsyta/dialoger/{id}/rapport/avsnitt/{section}",
            desk::paper_parts::section_form,
        )
        .post(
            "/arbetsyta/dialoger/{id}/rapport/avsnitt/{section}",
            desk::paper_parts::save_section,
        )
        .get("/arbetsyta/dialoger/{id}/rapport/nytt", desk::papers::news)
        .post("/arbetsyta/dialoger/{id}/rapport/nytt", desk::papers::refresh)
        .get(
            "/arbetsyta/dialoger/{id}/rapport/utkast/{form}",
            desk::papers::draft_file,
        )
        .get("/arbetsyta/dialoger/{id}/rapport/faststall", desk::papers::adopt_form)
        .post("/arbetsyta/dialoger/{id}/rapport/faststall", desk::papers::adopt)
        .get(
            "/arbetsyta/dialoger/{id}/rapport/utgava/{version}",
            desk::papers::version,
        )
        .post(
            "/arbetsyta/dialoger/{id}/rapport/utgava/{version}",
            desk::papers::show_version,
        )
        .get(
            "/arbetsyta/dialoger/{id}/rapport/utgava/{version}/{form}",
            desk::papers::version_file,
        )
        .get("/arbetsyta/dialoger/{id}/tjansteutlatande", desk::papers::show)
        .post("/arbetsyta/dialoger/{id}/tjansteutlatande/borja", desk::papers::begin)
        .get(
            "/arbetsyta/dialoger/{id}/tjansteutlatande/uppgifter",
            desk::paper_parts::header_form,
        )
        .post(
            "/arbetsyta/dialoger/{id}/tjansteutlatande/uppgifter",
            desk::paper_parts::save_header,
        )
        .post(
            "/arbetsyta/dialoger/{id}/tjansteutlatande/avsnitt",
            desk::paper_parts::add_section,
        )
        .get(
            "/arbetsyta/dialoger/{id}/tjansteutlatande/avsnitt/{section}",
            desk::paper_parts::section_form,
        )
        .post(
            "/arbetsyta/dialoger/{id}/tjansteutlatande/avsnitt/{section}",
            desk::paper_parts::save_section,
        )
        .post(
            "/arbetsyta/dialoger/{id}/tjansteutlatande/avsnitt/{section}/ta-bort",
            desk::paper_parts::remove_section,
        )
        .get("/arbetsyta/dialoger/{id}/tjansteutlatande/nytt", desk::papers::news)
        .post("/arbetsyta/dialoger/{id}/tjansteutlatande/nytt", desk::papers::refresh)
        .get(
            "/arbetsyta/dialoger/{id}/tjansteutlatande/utkast/{form}",
            desk::papers::draft_file,
        )
        .get(
            "/arbetsyta/dialoger/{id}/tjansteutlatande/faststall",
            desk::papers::adopt_form,
        )
        .post(
            "/arbetsyta/dialoger/{id}/tjansteutlatande/faststall",
            desk::papers::adopt,
        )
        .get(
            "/arbetsyta/dialoger/{id}/tjansteutlatande/utgava/{version}",
            desk::papers::version,
        )
        .post(
            "/arbetsyta/dialoger/{id}/tjansteutlatande/utgava/{version}",
            desk::papers::show_version,
        )
        .get(
            "/arbetsyta/dialoger/{id}/tjansteutlatande/utgava/{version}/{form}",
            desk::papers::version_file,
        )
        .get("/arbetsyta/dialoger/{id}/export", desk::export::list)
        .get("/arbetsyta/dialoger/{id}/export/{activity}/{form}", desk::export::file)
        .get("/dialoger/{slug}/rapport", pages::report)
        .get("/dialoger/{slug}/rapport/{form}", pages::report_file)
        .get("/dialoger/{slug}/tjansteutlatande", pages::statement)
        .get("/dialoger/{slug}/tjansteutlatande/{form}", pages::statement_file)
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

/// A recorded decision.
///
/// # Errors
/// [`db::Error::NotFound`].
pub async fn decision(conn: &mut Conn, id: Id) -> db::Result<Decision> {
    store::decision(conn, id).await
}

/// All assignments, the latest first.
///
/// # Errors
/// The database's.
pub async fn assignments(conn: &mut Conn) -> db::Result<Vec<Assignment>> {
    store::assignments(conn).await
}

/// Which assignment is linked to which process: every pair.
///
/// # Errors
/// The database's.
pub async fn assignment_links(conn: &mut Conn) -> db::Result<Vec<(Id, Id)>> {
    store::assignment_links(conn).await
}

/// How far the answers of each dialogue have come, for those that have any.
///
/// # Errors
/// The database's.
pub async fn answer_states(conn: &mut Conn) -> db::Result<Vec<AnswerState>> {
    store::answer_states(conn).await
}

/// The assignments a dialogue belongs to.
///
/// # Errors
/// The database's.
pub async fn assignments_of(conn: &mut Conn, dialogue: Id) -> db::Result<Vec<Assignment>> {
    store::assignments_of(conn, dialogue).await
}

/// The newest version of a paper that residents may read. It is served at `/dialoger/{slug}/rapport` (or
/// `/tjansteutlatande`) as a page, and below that as `rapport.pdf` and `rapport.docx`.
///
/// # Errors
/// The database's.
pub async fn published_paper(conn: &mut Conn, dialogue: Id, kind: PaperKind) -> db::Result<Option<Snapshot>> {
    let all = store::papers::snapshots(conn, dialogue, kind).await?;
    Ok(all.into_iter().find(|one| one.public))
}

/// The newest dialogue report that residents may read.
///
/// # Errors
/// The database's.
pub async fn published_report(conn: &mut Conn, dialogue: Id) -> db::Result<Option<Snapshot>> {
    published_paper(conn, dialogue, PaperKind::Report).await
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
