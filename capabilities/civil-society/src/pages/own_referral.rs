//! `/forening/remiss/{id}`: a question that an organisation has had a letter about, and its answer.

use super::door::{Badge, badge};
use super::own::{START, asked_state};
use crate::acts::referral;
use crate::desk::day;
use crate::model::TEXT;
use crate::model::referral::OrganisationAnswer;
use crate::representative::Representative;
use crate::store::{self, StoredAnswer};
use crate::words;
use askama::Template;
use web::{Cx, Errors, Fault, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "civil-society/own-referral.html")]
struct Page {
    cx: Cx,
    me: Badge,
    errors: Errors,
    here: String,
    start: String,
    title: String,
    summary: String,
    question: String,
    due: String,
    state: (String, &'static str, &'static str),
    /// Whether the organisation can answer now.
    is_open: bool,
    /// Its answers: who stood behind, the text, the day.
    answers: Vec<(String, String, String)>,
    mandates: Vec<(String, String)>,
    mandate: String,
    speaks_for: String,
    answer: String,
    text_max: usize,
}

async fn build(req: &Req, cx: Cx, who: &Representative) -> Result<Page, Fault> {
    let (id, today) = (req.id_param("id")?, req.today());
    let mut read = req.site.db.read().await?;
    let asked = store::asked_of(&mut read, who.organisation).await?;
    let asked = asked.into_iter().find(|one| one.process_id == id);
    let asked = asked.ok_or(Fault::NotFound)?;
    let process = dialogues::dialogue(&mut read, id).await?;
    let answers = store::organisation_answers(&mut read, id).await?;
    drop(read);
    let mandates = words::choices(&req.site, req.lang, words::MANDATES);
    let own = answers
        .into_iter()
        .filter(|one| one.organisation_id == who.organisation);
    let told = |one: StoredAnswer| {
        let speaker = format!("{}. {}", words::name(&mandates, &one.mandate), one.speaks_for);
        (speaker, one.answer, day(&cx, one.received_on))
    };
    Ok(Page {
        me: badge(&cx, who),
        here: cx.link(&format!("/forening/remiss/{id}")),
        start: cx.link(START),
        question: process.facts.text("question"),
        title: process.title,
        summary: process.summary,
        due: day(&cx, asked.due_on),
        state: asked_state(&cx, &asked, today),
        is_open: asked.outcome.is_empty() && asked.due_on.is_none_or(|last| last >= today),
        answers: own.map(told).collect(),
        mandate: String::new(),
        speaks_for: String::new(),
        answer: String::new(),
        text_max: TEXT,
        errors: Errors::default(),
        mandates,
        cx,
    })
}

pub(crate) async fn show(req: Req, who: Representative) -> Reply {
    page(&build(&req, req.cx(), &who).await?)
}

pub(crate) async fn answer(req: Req, who: Representative) -> Reply {
    let (process, form) = (req.id_param("id")?, req.form()?);
    let answer = OrganisationAnswer {
        organisation: who.organisation,
        role: who.role.clone(),
        mandate: form.text("mandate"),
        speaks_for: form.text("speaks-for"),
        answer: form.text("answer"),
        received_on: req.today(),
    };
    let mut errors = Errors::default();
    let mandates = words::choices(&req.site, req.lang, words::MANDATES);
    for (field, key) in answer.complaints(&mandates, req.today()) {
        let key = match field {
            "speaks-for" if answer.speaks_for.is_empty() => "civil-error-own-speaks-for",
            "answer" if answer.answer.is_empty() => "civil-error-own-answer",
            _ => key,
        };
        errors.add(field, req.t(key));
    }
    if !errors.is_empty() {
        let built = build(&req, req.cx().failed(), &who).await?;
        return invalid(&Page {
            mandate: answer.mandate,
            speaks_for: answer.speaks_for,
            answer: answer.answer,
            errors,
            ..built
        });
    }
    referral::answer_as(&req.site, &who, process, &answer).await?;
    req.done(&format!("/forening/remiss/{process}"), "civil-note-own-answer")
}
