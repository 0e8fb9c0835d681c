//! `/arbetsyta/samverkansforslag`: what organisations propose, who answers and until when, and the answers.

use super::{Parts, day, needed, needed_date, parts, typed_parts};
use crate::acts::proposals;
use crate::model::proposal::ProposalAnswer;
use crate::model::{LINE, TEXT};
use crate::store::{self, StoredProposal};
use crate::words;
use askama::Template;
use db::Id;
use identity::{Grant, KeepRegister, SeeDesk};
use web::{Cx, Errors, Fault, Reply, Req, invalid, page};

/// The page of a proposal.
fn address(id: Id) -> String {
    format!("{}/{id}", crate::PROPOSALS)
}

struct Line {
    href: String,
    title: String,
    organisation: String,
    received: String,
    responsible: String,
    due: String,
    is_late: bool,
    outcome: String,
}

#[derive(Template)]
#[template(path = "civil-society/proposals.html")]
struct List {
    cx: Cx,
    waiting: Vec<Line>,
    answered: Vec<Line>,
}

pub(crate) async fn list(req: Req, who: Grant<SeeDesk>) -> Reply {
    let (cx, today) = (who.cx(&req), req.today());
    let outcomes = words::choices(&req.site, req.lang, words::OUTCOMES);
    let all = store::proposals(&mut req.site.db.read().await?).await?;
    let line = |one: &StoredProposal| Line {
        href: cx.link(&address(one.id)),
        title: one.title.clone(),
        organisation: one.organisation.clone(),
        received: cx.day(&one.received_at),
        responsible: one.responsible.clone(),
        due: day(&cx, one.due_on),
        is_late: !one.is_answered && one.due_on.is_some_and(|day| day < today),
        outcome: words::name(&outcomes, &one.outcome),
    };
    let (answered, waiting): (Vec<_>, Vec<_>) = all.iter().partition(|one| one.is_answered);
    page(&List {
        waiting: waiting.into_iter().map(line).collect(),
        answered: answered.into_iter().map(line).collect(),
        cx,
    })
}

/// What somebody typed in one of the two forms.
#[derive(Default)]
struct Typed {
    responsible: Option<String>,
    due: Option<Parts>,
    outcome: String,
    answer: String,
}

#[derive(Template)]
#[template(path = "civil-society/proposal.html")]
struct Page {
    cx: Cx,
    errors: Errors,
    here: String,
    title: String,
    body: String,
    offers: String,
    facts: Vec<(String, String)>,
    is_answered: bool,
    outcome: String,
    answer: String,
    outcomes: Vec<(String, String)>,
    typed: Typed,
    responsible: String,
    due: Parts,
    has_address: bool,
    text_max: usize,
    revision: i64,
    may_keep: bool,
}

async fn build(req: &Req, cx: Cx, may_keep: bool, errors: Errors, mut typed: Typed) -> Result<Page, Fault> {
    let one = store::proposal(&mut req.site.db.read().await?, req.id_param("proposal")?).await?;
    let mandates = words::choices(&req.site, req.lang, words::MANDATES);
    let outcomes = words::choices(&req.site, req.lang, words::OUTCOMES);
    Ok(Page {
        here: cx.link(&address(one.id)),
        facts: vec![
            (cx.t("civil-field-proposal-organisation"), one.organisation.clone()),
            (cx.t("civil-field-proposal-role"), one.role.clone()),
            (
                cx.t("civil-field-proposal-mandate"),
                words::name(&mandates, &one.mandate),
            ),
            (cx.t("civil-field-speaks-for"), one.speaks_for.clone()),
            (cx.t("civil-proposal-received"), cx.day(&one.received_at)),
            (cx.t("civil-proposal-responsible"), one.responsible.clone()),
            (cx.t("civil-proposal-due"), day(&cx, one.due_on)),
            (cx.t("civil-proposal-answered"), day(&cx, one.answered_on)),
        ],
        outcome: words::name(&outcomes, &one.outcome),
        responsible: typed.responsible.take().unwrap_or(one.responsible),
        due: typed.due.take().unwrap_or_else(|| parts(one.due_on)),
        has_address: !one.contact_address.is_empty(),
        is_answered: one.is_answered,
        text_max: TEXT,
        revision: one.revision,
        title: one.title,
        body: one.body,
        offers: one.offers,
        answer: one.answer,
        outcomes,
        may_keep,
        errors,
        typed,
        cx,
    })
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let may_keep = who.staff.may::<KeepRegister>();
    page(&build(&req, who.cx(&req), may_keep, Errors::default(), Typed::default()).await?)
}

pub(crate) async fn take(req: Req, who: Grant<KeepRegister>) -> Reply {
    let (id, form) = (req.id_param("proposal")?, req.form()?);
    let mut errors = Errors::default();
    let responsible = needed(&req, &form, &mut errors, "responsible", "civil-error-responsible", LINE);
    let due = needed_date(&req, &form, &mut errors, "due", "civil-error-proposal-due");
    super::screen::numbers(&req, &mut errors, &[("responsible", &responsible)]);
    if let (Some(due_on), true) = (due, errors.is_empty()) {
        let known = (id, form.int("revision").unwrap_or(0));
        proposals::take_proposal(&req.site, &who, known, &responsible, due_on).await?;
        return req.done(&address(id), "civil-note-proposal-taken");
    }
    let typed = Typed {
        responsible: Some(responsible),
        due: Some(typed_parts(&form, "due")),
        ..Typed::default()
    };
    invalid(&build(&req, who.cx(&req).failed(), true, errors, typed).await?)
}

pub(crate) async fn answer(req: Req, who: Grant<KeepRegister>) -> Reply {
    let (id, form) = (req.id_param("proposal")?, req.form()?);
    let mut errors = Errors::default();
    let outcome = form.text("outcome");
    let known = words::choices(&req.site, req.lang, words::OUTCOMES);
    if !known.iter().any(|(code, _)| *code == outcome) {
        errors.add("outcome", req.t("civil-error-outcome-choice"));
    }
    let answer = needed(&req, &form, &mut errors, "answer", "civil-error-answer", TEXT);
    super::screen::numbers(&req, &mut errors, &[("answer", &answer)]);
    if errors.is_empty() {
        let answer = ProposalAnswer { outcome, answer };
        let known = (id, form.int("revision").unwrap_or(0));
        proposals::answer_proposal(&req.site, &who, known, &answer).await?;
        return req.done(&address(id), "civil-note-proposal-answered");
    }
    let typed = Typed {
        outcome,
        answer,
        ..Typed::default()
    };
    invalid(&build(&req, who.cx(&req).failed(), true, errors, typed).await?)
}
