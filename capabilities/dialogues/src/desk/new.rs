//! `…/ny`: the form that begins a dialogue, a project or a collaboration.

use crate::{Kind, acts, store};
use askama::Template;
use db::Id;
use identity::{Grant, PlanDialogue};
use method::Refused;
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "dialogues/new.html")]
struct New {
    cx: Cx,
    errors: Errors,
    kind: Kind,
    name: String,
    here: String,
    /// A dialogue begins with its question, or with the plan of an earlier one.
    is_dialogue: bool,
    title: String,
    question: String,
    earlier: String,
    all: Vec<(String, String)>,
    template: String,
    /// Key, name and what it is for.
    templates: Vec<(String, String, String)>,
    /// The level that the guide proposes: key and name.
    level: Option<(String, String)>,
}

async fn new_page(req: &Req, who: &Grant<PlanDialogue>, form: &Form, errors: Errors) -> Result<New, Fault> {
    let cx = if errors.is_empty() {
        who.cx(req)
    } else {
        who.cx(req).failed()
    };
    let kind = Kind::at(&req.path);
    let mut read = req.site.db.read().await?;
    let all = match kind {
        Kind::Dialogue => store::of_kind(&mut read, kind).await?,
        _ => Vec::new(),
    };
    let asked = |name: &str, query: &str| {
        if form.has(name) {
            form.text(name)
        } else {
            req.query(query).unwrap_or_default().to_string()
        }
    };
    let edition = kind.edition(&method::packs(&req.site)).ok_or(Fault::NotFound)?;
    let template = Some(asked("template", "process"))
        .filter(|key| edition.template(key).is_some())
        .or_else(|| edition.templates.first().map(|one| one.template.clone()))
        .unwrap_or_default();
    let explained = |one: &std::sync::Arc<method::Pack>| {
        let words = |words: &method::Words| words.get(cx.lang).to_string();
        (
            one.template.clone(),
            words(&one.template_name),
            words(&one.template_about),
        )
    };
    let level = proposed_level(req, form)
        .filter(|_| kind == Kind::Dialogue)
        .map(|one| (one.key, one.name.get(cx.lang).to_owned()));
    let all = all
        .into_iter()
        .filter(|one| !one.title.is_empty())
        .map(|one| (one.id.to_string(), one.title))
        .collect();
    Ok(New {
        kind,
        name: cx.t(kind.name_key()),
        here: cx.link(kind.base()),
        is_dialogue: kind == Kind::Dialogue,
        errors,
        title: form.raw("title"),
        question: form.raw("question"),
        earlier: asked("earlier", "kopiera"),
        all,
        templates: edition.templates.iter().map(explained).collect(),
        template,
        level,
        cx,
    })
}

/// The level that comes with the address or the form; one that the method does not have is none.
fn proposed_level(req: &Req, form: &Form) -> Option<method::pack::LevelText> {
    let key = if form.has("niva") {
        form.text("niva")
    } else {
        req.query("niva").unwrap_or_default().to_owned()
    };
    method::packs(&req.site).dialogue().ladder.level(&key).cloned()
}

pub(crate) async fn form(req: Req, who: Grant<PlanDialogue>) -> Reply {
    page(&new_page(&req, &who, &Form::default(), Errors::default()).await?)
}

pub(crate) async fn begin(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let kind = Kind::at(&req.path);
    let form = req.form()?;
    let (title, question) = (form.text("title"), form.text("question"));
    let mut errors = Errors::default();
    if title.is_empty() {
        errors.add("title", req.t("dialogues-error-title"));
    }
    if question.is_empty() && kind == Kind::Dialogue {
        errors.add("question", req.t("dialogues-error-question"));
    }
    if !errors.is_empty() {
        return invalid(&new_page(&req, &who, &form, errors).await?);
    }
    match created(&req, &who, kind, &form, &title, &question).await {
        Ok(id) => req.done(&format!("{}/{id}", kind.base()), "dialogues-done-created"),
        Err(Refused::Complaints(list)) => {
            for (field, complaint) in &list {
                errors.add(field, method::complaint_text(&req, complaint));
            }
            invalid(&new_page(&req, &who, &form, errors).await?)
        }
        Err(refused) => Err(refused.into()),
    }
}

async fn created(
    req: &Req,
    who: &Grant<PlanDialogue>,
    kind: Kind,
    form: &Form,
    title: &str,
    question: &str,
) -> Result<Id, Refused> {
    let mut facts = match (kind, form.text("earlier").parse::<Id>()) {
        (Kind::Dialogue, Ok(earlier)) => acts::copied(&req.site, earlier, title, question).await?,
        (Kind::Dialogue, Err(_)) => acts::first_facts(title, question),
        _ => acts::titled(title),
    };
    if let Some(level) = proposed_level(req, form).filter(|_| kind == Kind::Dialogue) {
        facts.insert("level".to_owned(), level.key.into());
    }
    let (template, key) = (form.text("template"), form.text("nyckel"));
    acts::create_with(&req.site, &who.staff, kind, &template, facts, &key).await
}
