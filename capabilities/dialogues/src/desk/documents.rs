//! `…/dokument`: the files of a dialogue. Removing one can be undone.

use super::{Head, load};
use crate::files;
use crate::store;
use crate::{Document, Kind, acts};
use askama::Template;
use identity::{Grant, PlanDialogue, SeeDesk, Staff};
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "dialogues/documents.html")]
struct Documents {
    cx: Cx,
    errors: Errors,
    head: Head,
    files: Vec<FileView>,
    removed: Vec<FileView>,
    title: String,
    public: bool,
    /// Only dialogues have a page on which residents find documents.
    has_public_page: bool,
    may_plan: bool,
}

struct FileView {
    href: String,
    action: String,
    title: String,
    kind: String,
    size: String,
    added: String,
    public: bool,
}

async fn build(req: &Req, mut cx: Cx, staff: &Staff, errors: Errors, form: &Form) -> Result<Documents, Fault> {
    cx.has_errors = !errors.is_empty();
    let mut read = req.site.db.read().await?;
    let (dialogue, picture) = load(req, &mut read).await?;
    let all = store::documents(&mut read, dialogue.id).await?;
    drop(read);
    let head = Head::new(&cx, &dialogue, &picture);
    let view = |one: &Document| FileView {
        href: format!("{}/dokument/{}", head.base, one.id),
        action: format!("{}/dokument/{}", head.base, one.id),
        title: one.title.clone(),
        kind: one.kind(),
        size: cx.size(one.size),
        added: cx.day(&one.added_at),
        public: one.public,
    };
    Ok(Documents {
        files: all.iter().filter(|one| one.removed_at.is_none()).map(view).collect(),
        removed: all
            .iter()
            .filter(|one| one.removed_at.is_some() && !one.is_erased())
            .map(view)
            .collect(),
        title: form.raw("title"),
        public: form.has("public"),
        has_public_page: dialogue.kind == Kind::Dialogue,
        may_plan: super::may_plan(staff),
        errors,
        head,
        cx,
    })
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    page(&build(&req, who.cx(&req), &who.staff, Errors::default(), &Form::default()).await?)
}

pub(crate) async fn add(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let form = req.form()?;
    let mut errors = Errors::default();
    let title = form.text("title");
    if title.is_empty() {
        errors.add("title", req.t("dialogues-error-document-title"));
    } else if title.chars().count() > 150 {
        errors.add("title", req.t("dialogues-error-document-title-long"));
    }
    let checked = match form.file("file") {
        None => Err("dialogues-error-file-missing"),
        Some(file) => files::check(&file.name, &file.bytes).map(|kind| (kind, file)),
    };
    if let Err(key) = &checked {
        errors.add("file", req.t(key));
    }
    let (Ok((kind, file)), true) = (checked, errors.is_empty()) else {
        return invalid(&build(&req, who.cx(&req), &who.staff, errors, &form).await?);
    };
    let (id, here) = (req.id_param("id")?, super::desk_address(&req).await?);
    let upload = acts::Upload {
        title: &title,
        name: &file.name,
        kind,
        bytes: &file.bytes,
        public: form.has("public") && Kind::at(&req.path) == Kind::Dialogue,
        once: &form.text("nyckel"),
    };
    acts::add_document(&req.site, &who.staff, id, upload).await?;
    req.done(&format!("{here}/dokument"), "dialogues-done-document")
}

/// Officials read every document of the dialogue, also those that are not public.
pub(crate) async fn open(req: Req, _: Grant<SeeDesk>) -> Reply {
    let document = own(&req).await?;
    files::serve(&req, &document).await
}

async fn own(req: &Req) -> Result<Document, Fault> {
    let mut read = req.site.db.read().await?;
    let of = crate::named(req, &mut read).await?;
    let document = store::document(&mut read, req.id_param("document")?).await?;
    if document.dialogue_id == of.id && !document.is_erased() {
        Ok(document)
    } else {
        Err(Fault::NotFound)
    }
}

pub(crate) async fn change(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let (document, here) = (own(&req).await?, super::desk_address(&req).await?);
    let (change, note) = match req.form()?.text("gor").as_str() {
        "visa" => (acts::DocumentChange::Show, "dialogues-done-document-shown"),
        "dolj" => (acts::DocumentChange::Hide, "dialogues-done-document-hidden"),
        "ta-bort" => (acts::DocumentChange::Remove, "dialogues-done-document-removed"),
        "angra" => (acts::DocumentChange::Restore, "dialogues-done-document-restored"),
        _ => return Err(Fault::BadRequest("dialogues-error-choice")),
    };
    acts::change_document(&req.site, &who.staff, &document, change).await?;
    req.done(&format!("{here}/dokument"), note)
}
