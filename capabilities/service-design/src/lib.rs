//! What a team of service design needs around the method: sheets that are filled in many times (an interview, a journey, a
//! persona), the board of a project, its wall of notes, ideas written in rounds, ideas set against each other, its gate decisions,
//! and the dialogue that it orders.
//!
//! * To add a sheet, a field, a curve or a day of erasure: `content/tjanstedesign`. This crate shows whatever the pack holds.
//! * Sheets about people carry codes, never names. On the day of erasure somebody erases them with the decision it rests on.
//! * Never here: insights, ideas and what rests on what. They are nodes of the evidence chain.

mod acts;
mod desk;
mod model;
mod pages;
mod source;
mod store;

pub use acts::files::{attach, detach};
pub use acts::rounds::{Opening, carry, close_session, go_on, open_session, set_sight, take_seat, write_ideas};
pub use acts::votes::{cast, close_vote, open_vote};
pub use acts::wall::{Sorting, carry_over, erase_note, sort, undo};
pub use acts::{archive, erase, move_to, order, restore, write};
pub use model::attached::{Attached, Caption, People};
pub use model::filled::{Draft, Filled};
pub use model::order::Order;
pub use model::rounds::{Idea, Session, Sight, Written};
pub use model::vote::{Choice, Vote};
pub use model::wall::{Group, Note, Wall};
pub use source::{advise, source};

use db::{Conn, Id};
use method::Page;
use web::{Asset, Capability, Routes};

/// What service design brings to the site.
pub fn capability() -> Capability {
    Capability {
        name: "service-design",
        routes: routes(),
        texts: texts::source!("service-design"),
        menu: Vec::new(),
    }
}

/// The script of the wall; the wall does its whole work without it.
pub fn assets() -> Vec<Asset> {
    vec![Asset {
        name: "wall.js",
        media_type: "text/javascript; charset=utf-8",
        content: include_bytes!("../assets/wall.js"),
    }]
}

/// The pages that stand among the links of every project.
pub fn pages() -> Vec<Page> {
    let page = |(address, name_key)| Page {
        pack: method::SERVICE_DESIGN,
        address,
        name_key,
        listed: true,
    };
    let pages = [
        ("tavla", "design-board"),
        ("blad", "design-sheets"),
        ("vagg", "design-wall"),
        ("varv", "design-rounds"),
        ("jamfor", "design-compare"),
        ("rosta", "design-votes"),
        ("grindar", "design-decisions"),
        ("bestall", "design-order"),
    ];
    pages.map(page).into()
}

fn routes() -> Routes {
    Routes::new()
        .get("/arbetsyta/projekt/{id}/tavla", desk::board::show)
        .post("/arbetsyta/projekt/{id}/tavla", desk::board::move_card)
        .get("/arbetsyta/projekt/{id}/blad", desk::list::show)
        .get("/arbetsyta/projekt/{id}/blad/ny/{template}", desk::form::new)
        .post("/arbetsyta/projekt/{id}/blad/ny/{template}", desk::form::create)
        .get("/arbetsyta/projekt/{id}/blad/{sheet}", desk::sheet::show)
        .post("/arbetsyta/projekt/{id}/blad/{sheet}", desk::sheet::change)
        .get("/arbetsyta/projekt/{id}/blad/{sheet}/andra", desk::form::edit)
        .post("/arbetsyta/projekt/{id}/blad/{sheet}/andra", desk::form::save)
        .post("/arbetsyta/projekt/{id}/blad/{sheet}/filer", desk::files::change)
        .get("/arbetsyta/projekt/{id}/blad/{sheet}/fil/{form}", desk::sheet::file)
        .get("/arbetsyta/projekt/{id}/vagg", desk::wall::show)
        .post("/arbetsyta/projekt/{id}/vagg", desk::wall::change)
        .get("/arbetsyta/projekt/{id}/varv", desk::rounds::show)
        .post("/arbetsyta/projekt/{id}/varv", desk::rounds::open)
        .get("/arbetsyta/projekt/{id}/varv/{session}", desk::rounds::show_session)
        .post("/arbetsyta/projekt/{id}/varv/{session}", desk::rounds::change)
        .get("/varv/{code}", pages::rounds::show)
        .post("/varv/{code}", pages::rounds::change)
        .get("/arbetsyta/projekt/{id}/jamfor", desk::compare::show)
        .get("/arbetsyta/projekt/{id}/rosta", desk::votes::show)
        .post("/arbetsyta/projekt/{id}/rosta", desk::votes::change)
        .get("/rost/{code}", pages::show)
        .post("/rost/{code}", pages::vote)
        .get("/arbetsyta/projekt/{id}/grindar", desk::decisions::show)
        .get("/arbetsyta/projekt/{id}/bestall", desk::order::show)
        .post("/arbetsyta/projekt/{id}/bestall", desk::order::take)
}

/// The sheets of a project, the latest first, those that were archived among them.
///
/// # Errors
/// The database's.
pub async fn filled_of(conn: &mut Conn, project: Id) -> db::Result<Vec<Filled>> {
    store::filled_of(conn, project).await
}

/// The files of a sheet that are there, in the order they came.
///
/// # Errors
/// The database's.
pub async fn files_of(conn: &mut Conn, sheet: &Filled) -> db::Result<Vec<Attached>> {
    let rows = store::files::of_sheet(conn, sheet.id).await?;
    let documents = dialogues::documents_on_desk(conn, sheet.project).await?;
    Ok(model::attached::attached(rows, &documents))
}

/// The votes of a project with their outcome, the latest first.
///
/// # Errors
/// The database's.
pub async fn votes_of(conn: &mut Conn, project: Id) -> db::Result<Vec<Vote>> {
    store::votes::votes_of(conn, project).await
}

/// The wall of a project: its evidence and loose notes, sorted into groups.
///
/// # Errors
/// The database's.
pub async fn wall(conn: &mut Conn, project: Id) -> db::Result<Wall> {
    store::wall::wall(conn, project).await
}

/// The sessions of a project in which ideas are written in rounds, the latest first.
///
/// # Errors
/// The database's.
pub async fn sessions_of(conn: &mut Conn, project: Id) -> db::Result<Vec<Session>> {
    store::rounds::sessions_of(conn, project).await
}

/// The ideas of a session, in the order they were written.
///
/// # Errors
/// The database's.
pub async fn ideas_of(conn: &mut Conn, session: Id) -> db::Result<Vec<Idea>> {
    store::rounds::ideas(conn, session).await
}

/// The dialogues that a project has ordered.
///
/// # Errors
/// The database's.
pub async fn orders_of(conn: &mut Conn, project: Id) -> db::Result<Vec<Order>> {
    store::orders_of(conn, project).await
}

/// The order that a dialogue began with, if it did.
///
/// # Errors
/// The database's.
pub async fn order_of(conn: &mut Conn, dialogue: Id) -> db::Result<Option<Order>> {
    store::order_of(conn, dialogue).await
}

#[cfg(test)]
mod tests;
