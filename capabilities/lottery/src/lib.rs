//! Drawing a panel by lot: who said yes, quotas, odds that are equal as far as the quotas allow, a file that is published before
//! anybody knows the number that decides, the draw, and a protocol that anybody can follow.
//!
//! * To change how odds come about: kernel `panel`. This room keeps, shows and dates what it gives.
//! * To add a step: a stage in `model/stage.rs`, its act, its part of `desk/show.rs`. There are only steps forward.
//! * Never here: names. Those who said yes are numbers that the municipality keeps the key to elsewhere; the file that is published
//!   holds the same numbers, and both are erased by an act of their own.

mod acts;
mod desk;
mod model;
mod pages;
mod paper;
mod source;
mod store;
mod work;

pub use acts::{Draft, Leaving, draw, members, prepare, publish, replace};
pub use model::Told;
pub use model::stage::Stage;
pub use source::source;
pub use store::Lottery;
pub use work::works;

use db::{Conn, Id};
use method::Page;
use web::{Capability, Routes};

/// What lotteries bring to the site.
pub fn capability() -> Capability {
    Capability {
        name: "lottery",
        routes: routes(),
        texts: texts::source!("lottery"),
        menu: Vec::new(),
    }
}

/// The page of a dialogue that lists its lotteries, for [`method::Sources::with_pages`].
pub fn pages() -> Vec<Page> {
    vec![Page {
        pack: method::CITIZEN_DIALOGUE,
        address: "lottning",
        name_key: "lottery-page",
        listed: true,
    }]
}

/// The lotteries of a dialogue, in the order they were begun.
///
/// # Errors
/// The database's.
pub async fn of_dialogue(conn: &mut Conn, dialogue: Id) -> db::Result<Vec<Lottery>> {
    store::of_dialogue(conn, dialogue).await
}

fn routes() -> Routes {
    Routes::new()
        .get("/arbetsyta/dialoger/{id}/lottning", desk::list)
        .get("/arbetsyta/dialoger/{id}/lottning/ny", desk::form::new)
        .post("/arbetsyta/dialoger/{id}/lottning/ny", desk::form::create)
        .get("/arbetsyta/dialoger/{id}/lottning/{lottery}", desk::show::show)
        .get("/arbetsyta/dialoger/{id}/lottning/{lottery}/andra", desk::form::edit)
        .post("/arbetsyta/dialoger/{id}/lottning/{lottery}/andra", desk::form::save)
        .post(
            "/arbetsyta/dialoger/{id}/lottning/{lottery}/publicera",
            desk::steps::publish,
        )
        .post("/arbetsyta/dialoger/{id}/lottning/{lottery}/dra", desk::steps::draw)
        .post(
            "/arbetsyta/dialoger/{id}/lottning/{lottery}/avbryt",
            desk::steps::cancel,
        )
        .post("/arbetsyta/dialoger/{id}/lottning/{lottery}/radera", desk::steps::erase)
        .get(
            "/arbetsyta/dialoger/{id}/lottning/{lottery}/ersatt",
            desk::replace::form,
        )
        .post(
            "/arbetsyta/dialoger/{id}/lottning/{lottery}/ersatt",
            desk::replace::begin,
        )
        .get(
            "/arbetsyta/dialoger/{id}/lottning/{lottery}/protokoll",
            desk::files::protocol,
        )
        .get(
            "/arbetsyta/dialoger/{id}/lottning/{lottery}/protokoll/{form}",
            desk::files::protocol_file,
        )
        .get(
            "/arbetsyta/dialoger/{id}/lottning/{lottery}/underlag/{file}",
            desk::files::basis,
        )
        .get("/lottning/{lottery}", pages::show)
        .get("/lottning/{lottery}/lottning.txt", pages::file)
}

#[cfg(test)]
mod tests;
