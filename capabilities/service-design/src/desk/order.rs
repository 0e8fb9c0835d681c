//! `…/bestall`: a project orders a dialogue, which begins with what the project knows; and the dialogues it has ordered.

use super::Project;
use crate::acts;
use crate::model::order::inherited;
use crate::store;
use askama::Template;
use dialogues::Head;
use identity::{Grant, PlanDialogue, SeeDesk};
use method::{Facts, Refused};
use serde_json::Value;
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "service-design/order.html")]
struct OrderPage {
    cx: Cx,
    errors: Errors,
    head: Head,
    /// Address, title, state and day of each dialogue that was ordered.
    ordered: Vec<(String, String, String, String)>,
    /// What the dialogue inherits: label and words.
    inherited: Vec<(String, String)>,
    templates: Vec<(String, String, String)>,
    template: String,
    title: String,
    question: String,
    may_plan: bool,
}

async fn build(req: &Req, mut cx: Cx, may_plan: bool, form: &Form, errors: Errors) -> Result<OrderPage, Fault> {
    cx.has_errors = !errors.is_empty();
    let mut read = req.site.db.read().await?;
    let project = Project::read(req, &mut read).await?;
    let orders = store::orders_of(&mut read, project.dialogue.id).await?;
    let all = dialogues::list_all(&mut read, &dialogues::Filter::default(), req.today()).await?;
    drop(read);
    let packs = method::packs(&req.site);
    let (pack, edition) = (packs.dialogue(), packs.dialogues());
    let ordered = orders.iter().filter_map(|order| {
        let one = all.iter().find(|one| one.id == order.dialogue)?;
        let follows = packs.followed(&one.pack, &one.edition, &one.template);
        let state = follows.state_name(&one.state, cx.lang).to_string();
        Some((
            cx.link(&one.desk_address()),
            one.title.clone(),
            state,
            cx.day(&order.ordered_at),
        ))
    });
    let carried = inherited(&project.picture.pack, &project.picture.process.facts, &pack);
    let facts = Facts::from_json(Value::Object(carried.clone()));
    let told = carried.keys().filter_map(|key| {
        let field = pack.field(key)?;
        let told = method::told(&cx, &pack, field, &facts);
        let rows = told.rows.iter().map(|row| row.join(" "));
        let lines: Vec<String> = told
            .lines
            .iter()
            .cloned()
            .chain(rows)
            .map(|line| line.trim().to_string())
            .collect();
        Some((field.label.get(cx.lang).to_string(), lines.join("\n")))
    });
    let explained = |one: &std::sync::Arc<method::Pack>| {
        let words = |words: &method::Words| words.get(cx.lang).to_string();
        (
            one.template.clone(),
            words(&one.template_name),
            words(&one.template_about),
        )
    };
    let first = edition
        .templates
        .first()
        .map(|one| one.template.clone())
        .unwrap_or_default();
    Ok(OrderPage {
        ordered: ordered.collect(),
        inherited: told.collect(),
        templates: edition.templates.iter().map(explained).collect(),
        template: if form.has("template") {
            form.text("template")
        } else {
            first
        },
        title: if form.has("title") {
            form.raw("title")
        } else {
            project.dialogue.title.clone()
        },
        question: form.raw("question"),
        may_plan: may_plan && !project.picture.is_closed(),
        head: project.head(&cx),
        errors,
        cx,
    })
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let may_plan = who.staff.may::<PlanDialogue>();
    page(&build(&req, who.cx(&req), may_plan, &Form::default(), Errors::default()).await?)
}

pub(crate) async fn take(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let mut read = req.site.db.read().await?;
    let project = dialogues::named(&req, &mut read).await?;
    drop(read);
    let form = req.form()?;
    let (title, question) = (form.text("title"), form.text("question"));
    let mut errors = Errors::default();
    if title.is_empty() {
        errors.add("title", req.t("design-error-order-title"));
    }
    if question.is_empty() {
        errors.add("question", req.t("design-error-order-question"));
    }
    if !errors.is_empty() {
        return invalid(&build(&req, who.cx(&req), true, &form, errors).await?);
    }
    let (template, once) = (form.text("template"), form.text("nyckel"));
    let once = Some(once.as_str()).filter(|key| !key.is_empty());
    match acts::order(&req.site, &who, project.id, &template, &title, &question, once).await {
        Ok(dialogue) => req.done(&format!("/arbetsyta/dialoger/{dialogue}"), "design-done-ordered"),
        Err(Refused::Complaints(list)) => {
            for (field, complaint) in &list {
                let here = if field == "question" { "question" } else { "title" };
                errors.add(here, method::complaint_text(&req, complaint));
            }
            invalid(&build(&req, who.cx(&req), true, &form, errors).await?)
        }
        Err(refused) => Err(refused.into()),
    }
}
