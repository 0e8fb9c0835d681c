//! The desk of dialogues: what officials see and send. Each file is one page with its form.

mod checklist;
mod checklist_item;
mod documents;
mod edition;
mod history;
mod list;
mod lists;
mod plan;
mod step;
mod subscription;
mod task;
mod today;

use crate::Dialogue;
use crate::store;
use db::{Conn, Id};
use identity::{PlanDialogue, SeeDesk, Staff};
use method::{Advice, Heed, Picture, Sources};
use web::{Cx, Fault, MenuItem, Req, Routes};

pub(crate) fn menu() -> Vec<MenuItem> {
    vec![
        MenuItem::new("/arbetsyta", "dialogues-menu-today", SeeDesk::NAME, 10),
        MenuItem::new("/arbetsyta/dialoger", "dialogues-menu-dialogues", SeeDesk::NAME, 20),
    ]
}

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/arbetsyta", today::show)
        .get("/arbetsyta/dialoger", list::show)
        .get("/arbetsyta/dialoger/ny", list::new_form)
        .post("/arbetsyta/dialoger/ny", list::new)
        .get("/arbetsyta/dialoger/{id}", plan::show)
        .get("/arbetsyta/dialoger/{id}/steg/{task}", task::show)
        .post("/arbetsyta/dialoger/{id}/steg/{task}", task::save)
        .get("/arbetsyta/dialoger/{id}/steg/{task}/engelska", task::show_english)
        .post("/arbetsyta/dialoger/{id}/steg/{task}/engelska", task::save_english)
        .get("/arbetsyta/dialoger/{id}/checklista", checklist::show)
        .post("/arbetsyta/dialoger/{id}/checklista", checklist::change)
        .get("/arbetsyta/dialoger/{id}/checklista/{item}", checklist_item::show)
        .post("/arbetsyta/dialoger/{id}/checklista/{item}", checklist_item::save)
        .get("/arbetsyta/dialoger/{id}/lage/{transition}", step::show)
        .post("/arbetsyta/dialoger/{id}/lage/{transition}", step::take)
        .get("/arbetsyta/dialoger/{id}/dokument", documents::show)
        .post("/arbetsyta/dialoger/{id}/dokument", documents::add)
        .get("/arbetsyta/dialoger/{id}/dokument/{document}", documents::open)
        .post("/arbetsyta/dialoger/{id}/dokument/{document}", documents::change)
        .get("/arbetsyta/dialoger/{id}/historik", history::show)
        .get("/arbetsyta/dialoger/{id}/metod", edition::show)
        .post("/arbetsyta/dialoger/{id}/metod", edition::take)
        .get("/arbetsyta/kalender-prenumeration", subscription::show)
        .post("/arbetsyta/kalender-prenumeration", subscription::change)
}

/// What every page of one dialogue shows around its own content.
pub(crate) struct Head {
    pub id: Id,
    /// The dialogue's address on the desk, in the reader's language.
    pub base: String,
    pub title: String,
    /// The name of its state.
    pub state: String,
    pub links: Vec<HeadLink>,
}

pub(crate) struct HeadLink {
    pub href: String,
    pub label: String,
    pub current: bool,
}

impl Head {
    pub(crate) fn new(cx: &Cx, dialogue: &Dialogue, picture: &Picture) -> Head {
        let base = dialogue.desk_address();
        let link = |part: &str, key: &str| {
            let path = if part.is_empty() {
                base.clone()
            } else {
                format!("{base}/{part}")
            };
            let current = if part.is_empty() {
                cx.path == path
            } else {
                cx.is_under(&path)
            };
            HeadLink {
                href: cx.link(&path),
                label: cx.t(key),
                current,
            }
        };
        let links = vec![
            link("", "dialogues-head-tasks"),
            link("aktiviteter", "dialogues-head-activities"),
            link("resultat", "dialogues-head-results"),
            link("rapport", "dialogues-head-report"),
            link("svar", "dialogues-head-answers"),
            link("checklista", "dialogues-head-checklist"),
            link("mallar", "dialogues-head-sheets"),
            link("dokument", "dialogues-head-documents"),
            link("historik", "dialogues-head-history"),
            link("forhandsgranska", "dialogues-head-preview"),
        ];
        let state = picture.pack.state_name(&picture.process.state, cx.lang).to_string();
        let title = if dialogue.title.is_empty() {
            cx.t("dialogues-untitled")
        } else {
            dialogue.title.clone()
        };
        Head {
            id: dialogue.id,
            base: cx.link(&base),
            title,
            state,
            links,
        }
    }
}

/// A dialogue with everything that can be said about it.
pub(crate) async fn load(req: &Req, conn: &mut Conn) -> Result<(Dialogue, Picture), Fault> {
    let id = req.id_param("id")?;
    let dialogue = store::dialogue(conn, id).await?;
    let picture = method::picture(&req.site, conn, id).await?;
    Ok((dialogue, picture))
}

/// An address that the method gives: whole, or under the dialogue.
pub(crate) fn address(cx: &Cx, head: &Head, part: &str) -> String {
    if part.starts_with('/') {
        cx.link(part)
    } else {
        format!("{}/{part}", head.base)
    }
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
