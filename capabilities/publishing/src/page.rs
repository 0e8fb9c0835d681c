//! `/dialoger/{slug}`: the page of a dialogue, its preview for officials, and the form to follow it.

use crate::answers::{self, Told};
use crate::list::pack_of;
use crate::view::{self, DialogueView, News};
use crate::ways::{self, Way};
use askama::Template;
use db::Actor;
use dialogues::Dialogue;
use identity::{Grant, SeeDesk, contacts};
use jiff::civil::Date;
use std::time::Duration;
use web::{Anyone, Cx, Errors, Fault, Reply, Req};

/// The page lives this long in the cache even when nothing is touched: it opens and closes by the calendar.
const KEEP: Duration = Duration::from_secs(60);

#[derive(Template)]
#[template(path = "publishing/dialogue.html")]
pub(crate) struct Page {
    cx: Cx,
    d: DialogueView,
    ways: Vec<Way>,
    documents: Vec<DocumentView>,
    news: Vec<News>,
    told: Told,
    preview: bool,
    errors: Errors,
    email: String,
}

/// A document as the kit's list of files shows it.
pub struct DocumentView {
    pub href: String,
    pub title: String,
    pub kind: String,
    pub size: String,
}

impl DocumentView {
    pub fn new(document: &dialogues::Document, cx: &Cx) -> DocumentView {
        DocumentView {
            href: document.href(),
            title: document.title.clone(),
            kind: document.kind(),
            size: cx.size(document.size),
        }
    }
}

/// `GET /dialoger/{slug}`
pub async fn show(req: Req, _: Anyone) -> Reply {
    let dialogue = find(&req).await?;
    let topic = format!("dialogue:{}", dialogue.id);
    let page = page_of(req.cx(), &dialogue, req.today(), false).await?;
    Ok(web::page(&page)?.cached([topic, "settings".to_owned()], KEEP))
}

/// `GET /arbetsyta/dialoger/{id}/forhandsgranska`: as a resident will see it, also before it is published. Never kept.
pub async fn preview(req: Req, who: Grant<SeeDesk>) -> Reply {
    let id = req.id_param("id")?;
    let mut conn = req.site.db.read().await?;
    let dialogue = dialogues::dialogue(&mut conn, id).await?;
    drop(conn);
    web::page(&page_of(who.cx(&req), &dialogue, req.today(), true).await?)
}

/// `POST /dialoger/{slug}/bevaka`: a letter goes to the address with the link that confirms it. Asking twice sends two
/// letters and follows once; nobody learns who else follows.
pub async fn follow(req: Req, _: Anyone) -> Reply {
    let dialogue = find(&req).await?;
    let email = req.form()?.text("email");
    if !contacts::is_address(&email) {
        let mut errors = Errors::default();
        errors.add("email", req.t("publishing-follow-error"));
        let mut page = page_of(req.cx().failed(), &dialogue, req.today(), false).await?;
        page.errors = errors;
        page.email = email;
        return web::invalid(&page);
    }
    req.site.guard.code(&req)?;
    let cx = req.cx();
    let (title, token) = (dialogue.title_in(req.lang), req.site.token());
    req.site
        .db
        .write(Actor::Participant, async |tx| {
            contacts::register(tx, &cx, dialogue.id, None, &title, &email, &token).await
        })
        .await?;
    req.done(&dialogue.address(), "publishing-follow-done")
}

/// The public dialogue of the address; one that residents may not see yet is not there.
pub async fn find(req: &Req) -> Result<Dialogue, Fault> {
    let mut conn = req.site.db.read().await?;
    let dialogue = dialogues::by_slug(&mut conn, req.param("slug")?).await?;
    if dialogue.is_public(req.today()) {
        Ok(dialogue)
    } else {
        Err(Fault::NotFound)
    }
}

pub(crate) async fn page_of(cx: Cx, dialogue: &Dialogue, today: Date, preview: bool) -> Result<Page, Fault> {
    let pack = pack_of(&cx, dialogue);
    let mut conn = cx.site().db.read().await?;
    let ways = ways::of(&mut conn, dialogue, &cx, today, preview).await?;
    let documents = dialogues::documents(&mut conn, dialogue.id).await?;
    let notices = dialogues::notices(&mut conn, dialogue.id).await?;
    let d = DialogueView::new(dialogue, &pack, &cx, today);
    let told = if d.has_results() {
        answers::told(&mut conn, dialogue, &cx).await?
    } else {
        Told::default()
    };
    drop(conn);
    Ok(Page {
        documents: documents.iter().map(|one| DocumentView::new(one, &cx)).collect(),
        news: view::news(&notices, &pack, &cx),
        ways,
        told,
        d,
        cx,
        preview,
        errors: Errors::default(),
        email: String::new(),
    })
}
