//! "Ni sa – vi gör" on the desk: a line for each theme, a form for one, and publishing.

use super::required;
use crate::{
    acts::{self, AnswerDraft},
    model::{Answer, Outcome, Stage},
    store,
};
use askama::Template;
use db::Id;
use identity::{AnswerPublic, Grant, ReadCases};
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

struct Line {
    href: String,
    theme: String,
    n: i64,
    you_said: String,
    outcome: String,
    written: bool,
    published: String,
}

struct Sent {
    moment: String,
    stage: String,
    recipients: i64,
}

#[derive(Template)]
#[template(path = "cases/answers.html")]
struct List {
    cx: Cx,
    title: String,
    dialogue_href: String,
    plan_href: String,
    result_href: Option<String>,
    publish_action: String,
    lines: Vec<Line>,
    base: i64,
    written: usize,
    unpublished: usize,
    recipients: usize,
    due: Option<String>,
    overdue: bool,
    sent: Vec<Sent>,
    may_answer: bool,
}

pub(crate) async fn list(req: Req, who: Grant<ReadCases>) -> Reply {
    let id = req.id_param("id")?;
    let mut read = req.site.db.read().await?;
    let dialogue = dialogues::dialogue(&mut read, id).await?;
    let themes = insights::themes(&mut read, id).await?;
    let answers = store::answers(&mut read, id).await?;
    let recipients = identity::contacts::recipients(&mut read, id).await?.len();
    let dispatches = store::dispatches(&mut read, id).await?;
    drop(read);
    let cx = who.cx(&req);
    let of = |theme: Id| answers.iter().find(|answer| answer.theme_id == theme);
    let lines: Vec<Line> = themes
        .themes
        .iter()
        .map(|one| {
            let answer = of(one.theme.id);
            Line {
                href: req.url(&format!("/arbetsyta/dialoger/{id}/svar/{}", one.theme.id)),
                theme: one.theme.name.clone(),
                n: one.n,
                you_said: answer.map(|answer| answer.you_said.clone()).unwrap_or_default(),
                outcome: answer.map(|answer| answer.outcome.clone()).unwrap_or_default(),
                written: answer.is_some(),
                published: answer
                    .and_then(|answer| answer.published_at)
                    .map(|at| cx.day(&at))
                    .unwrap_or_default(),
            }
        })
        .collect();
    let published = answers.iter().any(|answer| answer.published_at.is_some());
    page(&List {
        title: dialogue.title.clone(),
        dialogue_href: req.url(&format!("/arbetsyta/dialoger/{id}")),
        plan_href: req.url(&format!("/arbetsyta/dialoger/{id}/kodplan")),
        // Before anything is published there is no page to see.
        result_href: published.then(|| req.url(&format!("/dialoger/{}/resultat", dialogue.slug))),
        publish_action: req.url(&format!("/arbetsyta/dialoger/{id}/svar/publicera")),
        base: themes.progress.coded,
        written: lines.iter().filter(|line| line.written).count(),
        unpublished: answers.iter().filter(|answer| answer.published_at.is_none()).count(),
        lines,
        recipients,
        due: dialogue.feedback_on.map(|due| cx.date(&due)),
        overdue: !published && dialogue.feedback_on.is_some_and(|due| due < req.today()),
        sent: dispatches
            .into_iter()
            .map(|one| Sent {
                moment: cx.moment(&one.sent_at),
                stage: Stage::from_code(&one.stage)
                    .map(|stage| cx.t(stage.label()))
                    .unwrap_or_default(),
                recipients: one.recipients,
            })
            .collect(),
        may_answer: who.staff.may::<AnswerPublic>(),
        cx,
    })
}

struct Voice {
    text: String,
    lang: String,
}

#[derive(Template)]
#[template(path = "cases/answer.html")]
struct Edit {
    cx: Cx,
    errors: Errors,
    title: String,
    list_href: String,
    theme: String,
    definition: String,
    n: i64,
    base: i64,
    quotes: Vec<Voice>,
    you_said: String,
    outcome: String,
    outcomes: Vec<(String, String)>,
    reason: String,
    responsible: String,
    due_text: String,
    decision: String,
    decisions: Vec<(String, String)>,
    revision: i64,
    is_public: bool,
    conflict: Vec<(String, String, String)>,
}

const QUOTES: usize = 5;

async fn build(req: &Req, cx: Cx, errors: Errors, form: Option<&Form>) -> Result<Edit, Fault> {
    let (id, theme_id) = (req.id_param("id")?, req.id_param("theme")?);
    let mut read = req.site.db.read().await?;
    let dialogue = dialogues::dialogue(&mut read, id).await?;
    let themes = insights::themes(&mut read, id).await?;
    let theme = themes
        .themes
        .iter()
        .find(|one| one.theme.id == theme_id)
        .ok_or(Fault::NotFound)?;
    let stands = store::answer_of(&mut read, theme_id).await?;
    let quotes = insights::quotes(&mut read, theme_id, QUOTES).await?;
    let decisions = store::decisions(&mut read, id).await?;
    drop(read);
    let text = |field: &str, stands: Option<String>| match form {
        Some(form) => form.text(field),
        None => stands.unwrap_or_default(),
    };
    let of = |take: fn(&Answer) -> &String| stands.as_ref().map(|answer| take(answer).clone());
    let first_decision = decisions.first().map(|one| one.id.to_string());
    let decision = match &stands {
        Some(answer) => answer.decision_id.map(|id| id.to_string()),
        None => first_decision,
    };
    Ok(Edit {
        errors,
        title: dialogue.title,
        list_href: req.url(&format!("/arbetsyta/dialoger/{id}/svar")),
        theme: theme.theme.name.clone(),
        definition: theme.theme.definition.clone(),
        n: theme.n,
        base: themes.progress.coded,
        quotes: quotes
            .into_iter()
            .map(|quote| Voice {
                text: quote.text,
                lang: quote.language,
            })
            .collect(),
        you_said: text("you-said", of(|answer| &answer.you_said)),
        outcome: text("outcome", of(|answer| &answer.outcome)),
        outcomes: Outcome::ALL
            .iter()
            .map(|one| (one.code().to_owned(), cx.t(one.label())))
            .collect(),
        reason: text("reason", of(|answer| &answer.reason)),
        responsible: text("responsible", of(|answer| &answer.responsible)),
        due_text: text("due", of(|answer| &answer.due_text)),
        decision: text("decision", decision),
        decisions: decisions
            .iter()
            .map(|one| {
                (
                    one.id.to_string(),
                    format!("{} {} § {}", one.body, cx.short_date(&one.decided_on), one.paragraph),
                )
            })
            .collect(),
        revision: form.map_or_else(
            || stands.as_ref().map_or(0, |answer| answer.revision),
            |form| form.int("revision").unwrap_or(0),
        ),
        is_public: stands.as_ref().is_some_and(|answer| answer.published_at.is_some()),
        conflict: Vec::new(),
        cx,
    })
}

pub(crate) async fn edit(req: Req, who: Grant<AnswerPublic>) -> Reply {
    page(&build(&req, who.cx(&req), Errors::default(), None).await?)
}

pub(crate) async fn save(req: Req, who: Grant<AnswerPublic>) -> Reply {
    let (id, theme, form, mut errors) = (
        req.id_param("id")?,
        req.id_param("theme")?,
        req.form()?,
        Errors::default(),
    );
    let you_said = required(&req, &form, &mut errors, "you-said", "cases-error-you-said");
    let outcome = Outcome::from_code(&form.text("outcome"));
    if outcome.is_none() {
        errors.add("outcome", req.t("cases-error-outcome"));
    }
    let reason = required(&req, &form, &mut errors, "reason", "cases-error-answer-reason");
    let responsible = required(&req, &form, &mut errors, "responsible", "cases-error-responsible");
    let (Some(outcome), true) = (outcome, errors.is_empty()) else {
        return invalid(&build(&req, who.cx(&req).failed(), errors, Some(&form)).await?);
    };
    let decision = form.text("decision").parse().ok();
    let draft = AnswerDraft {
        you_said,
        outcome,
        reason,
        responsible,
        due_text: form.text("due"),
        decision,
    };
    match acts::save_answer(&req.site, &who, id, theme, form.int("revision").unwrap_or(0), draft).await {
        Ok(()) => req.done(&format!("/arbetsyta/dialoger/{id}/svar"), "cases-done-answer"),
        Err(Fault::Conflict) => {
            let mut read = req.site.db.read().await?;
            let stands = store::answer_of(&mut read, theme).await?.ok_or(Fault::NotFound)?;
            drop(read);
            let mut again = build(&req, who.cx(&req), Errors::default(), Some(&form)).await?;
            again.revision = stands.revision;
            let pairs = [
                ("cases-field-you-said", stands.you_said, form.text("you-said")),
                ("cases-field-answer-reason", stands.reason, form.text("reason")),
                ("cases-field-responsible", stands.responsible, form.text("responsible")),
            ];
            let differing = pairs.into_iter().filter(|(_, theirs, mine)| theirs != mine);
            again.conflict = differing
                .map(|(key, theirs, mine)| (again.cx.t(key), theirs, mine))
                .collect();
            invalid(&again)
        }
        Err(fault) => Err(fault),
    }
}

pub(crate) async fn publish(req: Req, who: Grant<AnswerPublic>) -> Reply {
    let id = req.id_param("id")?;
    acts::publish_answers(&req.site, &who, id).await?;
    req.done(&format!("/arbetsyta/dialoger/{id}/svar"), "cases-done-publish")
}
