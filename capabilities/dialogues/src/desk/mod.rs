//! The desk of dialogues: what officials see and send. Each file is one page with its form.

mod checklist;
mod checklist_item;
mod documents;
mod edition;
mod head;
mod history;
mod list;
mod lists;
mod new;
mod plan;
mod step;
mod subscription;
mod task;
mod today;

use crate::{Dialogue, Kind};
use db::{Conn, Id};
pub(crate) use head::address;
pub use head::{Head, HeadLink, has_page};
use identity::{PlanDialogue, SeeDesk, Staff};
use method::{Advice, Heed, Picture, Sources};
use web::{Cx, Fault, MenuItem, Req, Routes};

pub(crate) fn menu() -> Vec<MenuItem> {
    let of_kind = |(kind, order): (Kind, u16)| MenuItem {
        // Activities have addresses of their own, and belong to a dialogue.
        also: match kind {
            Kind::Dialogue => &["/arbetsyta/aktiviteter"],
            Kind::Project | Kind::Collaboration => &[],
        },
        ..MenuItem::new(kind.base(), kind.name_key(), SeeDesk::NAME, order)
    };
    let kinds = Kind::ALL.into_iter().zip([20, 21, 22]).map(of_kind);
    let today = MenuItem::new("/arbetsyta", "dialogues-menu-today", SeeDesk::NAME, 10);
    std::iter::once(today).chain(kinds).collect()
}

pub(crate) fn routes(routes: Routes) -> Routes {
    Kind::ALL
        .into_iter()
        .fold(routes, of_kind)
        .get("/arbetsyta", today::show)
        .get("/arbetsyta/kalender-prenumeration", subscription::show)
        .post("/arbetsyta/kalender-prenumeration", subscription::change)
}

/// The pages of one kind.
fn of_kind(routes: Routes, kind: Kind) -> Routes {
    let at = |part: &str| format!("{}{part}", kind.base());
    routes
        .get(at(""), list::show)
        .get(at("/ny"), new::form)
        .post(at("/ny"), new::begin)
        .get(at("/{id}"), plan::show)
        .get(at("/{id}/steg/{task}"), task::show)
        .post(at("/{id}/steg/{task}"), task::save)
        .get(at("/{id}/steg/{task}/engelska"), task::show_english)
        .post(at("/{id}/steg/{task}/engelska"), task::save_english)
        .get(at("/{id}/checklista"), checklist::show)
        .post(at("/{id}/checklista"), checklist::change)
        .get(at("/{id}/checklista/{item}"), checklist_item::show)
        .post(at("/{id}/checklista/{item}"), checklist_item::save)
        .get(at("/{id}/lage/{transition}"), step::show)
        .post(at("/{id}/lage/{transition}"), step::take)
        .get(at("/{id}/dokument"), documents::show)
        .post(at("/{id}/dokument"), documents::add)
        .get(at("/{id}/dokument/{document}"), documents::open)
        .post(at("/{id}/dokument/{document}"), documents::change)
        .get(at("/{id}/historik"), history::show)
        .get(at("/{id}/metod"), edition::show)
        .post(at("/{id}/metod"), edition::take)
}

/// A dialogue with everything that can be said about it.
pub(crate) async fn load(req: &Req, conn: &mut Conn) -> Result<(Dialogue, Picture), Fault> {
    let dialogue = crate::named(req, conn).await?;
    let picture = method::picture(&req.site, conn, dialogue.id).await?;
    Ok((dialogue, picture))
}

/// What the address names: its address without the language. For forms that read no more of it.
pub(crate) async fn desk_address(req: &Req) -> Result<String, Fault> {
    let mut read = req.site.db.read().await?;
    Ok(crate::named(req, &mut read).await?.desk_address())
}

pub(crate) fn may_plan(staff: &Staff) -> bool {
    staff.may::<PlanDialogue>()
}

/// Advice from the rooms above, as a page shows it.
pub(crate) struct AdviceView {
    pub href: String,
    pub text: String,
    /// The kind of `kit::note`.
    pub kind: &'static str,
}

/// The advice about a dialogue: all of it, or what concerns the fields of a form.
pub(crate) async fn advice(
    cx: &Cx,
    conn: &mut Conn,
    dialogue: Id,
    fields: Option<&[String]>,
) -> Result<Vec<AdviceView>, Fault> {
    let all = cx.site().get::<Sources>().advice(conn, cx, dialogue).await?;
    let concerns = |one: &Advice| fields.is_none_or(|fields| fields.iter().any(|field| field == one.field));
    let view = |one: Advice| AdviceView {
        href: cx.link(&one.href),
        kind: match one.heed {
            Heed::Offer => "info",
            Heed::Mind => "",
            Heed::Serious => "warn",
        },
        text: one.text,
    };
    Ok(all.into_iter().filter(concerns).map(view).collect())
}
