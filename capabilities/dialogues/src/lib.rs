//! A citizen dialogue from the first question to the evaluation: the desk where officials plan it by the method, its
//! documents, and what the rest of the house needs to know about it. A project of service design and a collaboration with
//! organisations lie on the same desk ([`Kind`]); what is said of dialogues here holds for them, except that residents do not
//! see them.
//!
//! * To show a page of your own on the desk of a kind: register a [`method::Page`], and read what the address names with
//!   [`named`].
//! * To add a field, step or checklist item: edit `content/`. This crate shows whatever the pack holds.
//! * To show a dialogue elsewhere: [`dialogue`], [`by_slug`], [`list_public`], [`documents`], [`notices`].
//! * To move a dialogue along: [`advance`] or, inside a transaction, [`advance_in`]; never `method::advance` directly,
//!   which would leave the dialogue's own row behind.
//! * To keep a file of your own room: [`Accepted`] and [`attach_in`]; it is then a document of the process.
//! * Never here: activities, answers, results, reports. They are built above and tell through `method::Source`.

mod acts;
mod checklist;
mod checklist_acts;
mod checklist_duties;
mod desk;
mod duties;
mod feed;
mod file_acts;
mod files;
mod kind;
mod model;
mod store;

pub use acts::{
    advance, advance_in, attach, begin_in, copy, create, create_by, record, record_in, start, tick, tick_item, upgrade,
};
pub use checklist_acts::{Assigning, add_item, add_method_items, assign, method_items};
pub use desk::{Head, HeadLink, has_page};
pub use duties::source;
pub use file_acts::{attach_in, documents_on_desk, erase_in, remove_in};
pub use files::Accepted;
pub use kind::Kind;
pub use model::{Change, Dialogue, Document, Filter, Glance, Notice, Phase, phase};

use db::{Conn, Id};
use jiff::civil::Date;
use web::{Capability, Fault, Req, Routes};

/// What dialogues bring to the site.
pub fn capability() -> Capability {
    Capability {
        name: "dialogues",
        routes: feed::routes(files::routes(desk::routes(Routes::new()))),
        texts: texts::source!("dialogues"),
        menu: desk::menu(),
    }
}

/// A dialogue.
///
/// # Errors
/// [`db::Error::NotFound`].
pub async fn dialogue(conn: &mut Conn, id: Id) -> db::Result<Dialogue> {
    store::dialogue(conn, id).await
}

/// What an address on the desk names, for every page below `{id}`: under the address of another kind there is nothing.
///
/// # Errors
/// [`Fault::NotFound`].
pub async fn named(req: &Req, conn: &mut Conn) -> Result<Dialogue, Fault> {
    let dialogue = store::dialogue(conn, req.id_param("id")?).await?;
    if dialogue.kind == Kind::at(&req.path) {
        Ok(dialogue)
    } else {
        Err(Fault::NotFound)
    }
}

/// The dialogue with this word in its address.
///
/// # Errors
/// [`db::Error::NotFound`].
pub async fn by_slug(conn: &mut Conn, slug: &str) -> db::Result<Dialogue> {
    store::by_slug(conn, slug).await
}

/// A glance at a dialogue.
///
/// # Errors
/// [`db::Error::NotFound`].
pub async fn glance(conn: &mut Conn, id: Id) -> db::Result<Glance> {
    store::glance(conn, id).await
}

/// A glance at the dialogue with this word in its address.
///
/// # Errors
/// [`db::Error::NotFound`].
pub async fn glance_by_slug(conn: &mut Conn, slug: &str) -> db::Result<Glance> {
    store::glance_by_slug(conn, slug).await
}

/// Dialogues that residents see: open ones first (those that close soonest on top), then coming, then the rest with
/// the latest first.
///
/// # Errors
/// The database's.
pub async fn list_public(conn: &mut Conn, filter: &Filter, today: Date) -> db::Result<Vec<Dialogue>> {
    let mut list = store::published(conn).await?;
    list.retain(|one| one.is_public(today) && filter.takes(one, today));
    list.sort_by_key(|one| {
        let phase = one.phase(today);
        let (order, day) = match phase {
            Phase::Open => (0, one.closes_on),
            Phase::Coming => (1, one.opens_on),
            // The order of the statement: the latest first.
            Phase::Information => (3, None),
            _ => (2, None),
        };
        (order, day)
    });
    Ok(list)
}

/// All dialogues, for the desk.
///
/// # Errors
/// The database's.
pub async fn list_all(conn: &mut Conn, filter: &Filter, today: Date) -> db::Result<Vec<Dialogue>> {
    list_of(conn, Kind::Dialogue, filter, today).await
}

/// All of one kind, for the desk.
///
/// # Errors
/// The database's.
pub async fn list_of(conn: &mut Conn, kind: Kind, filter: &Filter, today: Date) -> db::Result<Vec<Dialogue>> {
    let mut list = store::of_kind(conn, kind).await?;
    list.retain(|one| filter.takes(one, today));
    Ok(list)
}

/// Dialogues that are open on some day of a period, planned ones too, those that open first on top. For calendars.
///
/// # Errors
/// The database's.
pub async fn in_period(conn: &mut Conn, from: Date, to: Date) -> db::Result<Vec<Dialogue>> {
    let mut list = store::in_period(conn, from, to).await?;
    list.retain(Dialogue::takes_place);
    Ok(list)
}

/// The documents of a dialogue that residents may open.
///
/// # Errors
/// The database's.
pub async fn documents(conn: &mut Conn, id: Id) -> db::Result<Vec<Document>> {
    let mut list = store::documents(conn, id).await?;
    list.retain(|one| one.public && one.removed_at.is_none());
    Ok(list)
}

/// What everyone should know about a running dialogue, newest first: changes with the reason given.
///
/// # Errors
/// The database's.
pub async fn notices(conn: &mut Conn, id: Id) -> db::Result<Vec<Notice>> {
    let events = method::events(conn, id).await?;
    let notice = |event: method::Event| {
        let (from, to) = (event.from_value, event.to_value);
        let what = match event.kind.strip_prefix("field:") {
            Some(key) => Change::Field {
                key: key.to_string(),
                from,
                to,
            },
            None => Change::State { from, to },
        };
        Notice {
            at: event.at,
            what,
            reason: event.reason,
        }
    };
    Ok(events.into_iter().filter(|event| event.public).map(notice).collect())
}

#[cfg(test)]
mod tests;
