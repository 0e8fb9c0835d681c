//! `/arbetsyta/dialoger/{id}/belagg`: from a dialogue to the chain. Quotations and themes are chosen; they go to the bank, and to a
//! project if one is chosen.

use super::once;
use crate::acts::Refused;
use crate::acts::gather::{Offer, Picks, gather};
use askama::Template;
use db::Id;
use dialogues::Dialogue;
use identity::{Grant, PlanDialogue};
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

struct QuoteView {
    id: String,
    text: String,
    chosen: bool,
    taken: bool,
}

struct ThemeView {
    id: String,
    name: String,
    counted: String,
    chosen: bool,
    taken: bool,
    quotes: Vec<QuoteView>,
}

#[derive(Template)]
#[template(path = "evidence-chain/gather.html")]
struct GatherPage {
    cx: Cx,
    errors: Errors,
    title: String,
    back: String,
    coding: String,
    themes: Vec<ThemeView>,
    projects: Vec<(String, String)>,
    project: String,
    insight: String,
}

async fn build(req: &Req, mut cx: Cx, errors: Errors, form: Option<&Form>) -> Result<(Dialogue, GatherPage), Fault> {
    cx.has_errors = !errors.is_empty();
    let mut read = req.site.db.read().await?;
    let dialogue = dialogues::dialogue(&mut read, req.id_param("id")?).await?;
    let offer = Offer::read(&mut read, dialogue.id).await?;
    let projects = super::project::projects(&mut read, &cx).await?;
    drop(read);
    let picked = |name: &str| form.map(|form| form.all(name)).unwrap_or_default();
    let (passages, themes) = (picked("citat"), picked("tema"));
    let view = |(count, quotes): &(insights::ThemeCount, Vec<insights::Quote>)| ThemeView {
        id: count.theme.id.to_string(),
        name: count.theme.name.clone(),
        counted: cx.ta(
            "chain-gather-count",
            &[("n", count.n.into()), ("base", offer.base.into())],
        ),
        chosen: themes.contains(&count.theme.id.to_string()),
        taken: offer.taken.contains(&count.theme.id),
        quotes: quotes
            .iter()
            .map(|quote| QuoteView {
                id: quote.passage.to_string(),
                text: quote.text.clone(),
                chosen: passages.contains(&quote.passage.to_string()),
                taken: offer.taken.contains(&quote.passage),
            })
            .collect(),
    };
    let page = GatherPage {
        title: dialogue.title_in(cx.lang),
        back: cx.link(&dialogue.desk_address()),
        coding: cx.link(&format!("{}/kodning", dialogue.desk_address())),
        themes: offer.themes.iter().map(view).collect(),
        projects: projects
            .into_iter()
            .map(|(id, title)| (id.to_string(), title))
            .collect(),
        project: match form {
            Some(form) => form.text("projekt"),
            None => req.query("projekt").unwrap_or_default().to_owned(),
        },
        insight: form.map(|form| form.raw("insikt")).unwrap_or_default(),
        errors,
        cx,
    };
    Ok((dialogue, page))
}

pub(crate) async fn show(req: Req, who: Grant<PlanDialogue>) -> Reply {
    page(&build(&req, who.cx(&req), Errors::default(), None).await?.1)
}

pub(crate) async fn take(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let form = req.form()?;
    let ids = |name: &str| -> Vec<Id> { form.all(name).iter().filter_map(|one| one.parse().ok()).collect() };
    let picks = Picks {
        passages: ids("citat"),
        themes: ids("tema"),
        project: form.text("projekt").parse().ok(),
        insight: form.text("insikt"),
    };
    if picks.passages.is_empty() && picks.themes.is_empty() {
        let mut errors = Errors::default();
        errors.add("tema", req.t("chain-error-nothing-picked"));
        return invalid(&build(&req, who.cx(&req), errors, Some(&form)).await?.1);
    }
    let dialogue = dialogues::dialogue(&mut req.site.db.read().await?, req.id_param("id")?).await?;
    let (_, insight) = match gather(&req.site, &who, &dialogue, &picks, once(&form).as_deref()).await {
        Ok(taken) => taken,
        Err(Refused::Fault(fault)) => return Err(fault),
        // A draft lacks nothing that a form could put right.
        Err(Refused::Lacks(_)) => return Err(Fault::rule("chain-error-nothing-picked")),
    };
    match (insight, picks.project) {
        (Some(id), _) => req.done(&format!("{}/{id}", crate::BANK), "chain-done-gathered"),
        (None, Some(project)) => req.done(&format!("/arbetsyta/projekt/{project}/kallor"), "chain-done-gathered"),
        (None, None) => req.done(&format!("{}?slag=evidence", crate::BANK), "chain-done-gathered"),
    }
}
