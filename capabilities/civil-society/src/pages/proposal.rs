//! `/foreslag-samverkan`: an organisation proposes something, and comes back with its code to see what came of it.

use crate::acts::proposals;
use crate::model::TEXT;
use crate::model::proposal::Proposal;
use crate::store::StoredProposal;
use crate::words;
use askama::Template;
use participation::model::receipt::{Code, Misread};
use web::{Anyone, Cx, Errors, Fault, Form, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "civil-society/propose.html")]
struct Page {
    cx: Cx,
    errors: Errors,
    proposal: Proposal,
    mandates: Vec<(String, String)>,
    code: String,
    text_max: usize,
}

fn build(req: &Req, cx: Cx, errors: Errors, proposal: Proposal, code: String) -> Page {
    Page {
        mandates: words::choices(&req.site, req.lang, words::MANDATES),
        text_max: TEXT,
        errors,
        proposal,
        code,
        cx,
    }
}

pub(crate) async fn form(req: Req, _: Anyone) -> Reply {
    page(&build(
        &req,
        req.cx(),
        Errors::default(),
        Proposal::default(),
        String::new(),
    ))
}

fn proposal_of(form: &Form) -> Proposal {
    Proposal {
        organisation: form.text("organisation"),
        role: form.text("role"),
        mandate: form.text("mandate"),
        speaks_for: form.text("speaks-for"),
        title: form.text("title"),
        body: form.text("body"),
        offers: form.text("offers"),
        contact_address: form.text("contact-address"),
    }
}

pub(crate) async fn send(req: Req, _: Anyone) -> Reply {
    let form = req.form()?;
    let proposal = proposal_of(&form);
    let mut errors = Errors::default();
    for (field, key) in proposal.complaints(&words::choices(&req.site, req.lang, words::MANDATES)) {
        errors.add(field, req.t(key));
    }
    if !errors.is_empty() {
        return invalid(&build(&req, req.cx().failed(), errors, proposal, String::new()));
    }
    req.site.guard.send(&req)?;
    let key = form.text("nyckel");
    // A form without its key was not made by the page; it still gets a receipt of its own.
    let key = if key.is_empty() { req.site.token() } else { key };
    let code = proposals::propose(&req.site, &key, &proposal).await?;
    req.done(&format!("{}/{code}", crate::PROPOSE), "civil-note-proposed")
}

/// Leads from the code that somebody typed to what it belongs to.
pub(crate) async fn look_up(req: Req, _: Anyone) -> Reply {
    let typed = req.form()?.text("kod");
    let message = match Code::read(&typed) {
        Ok(code) => {
            let mut read = req.site.db.read().await?;
            if proposals::by_code(&mut read, code).await?.is_some() {
                return req.see_other(&format!("{}/{code}", crate::PROPOSE));
            }
            "civil-error-code-unknown"
        }
        Err(Misread::Slip) => "civil-error-code-slip",
        Err(Misread::Form) => "civil-error-code",
    };
    // Codes that lead nowhere are counted, so that nobody tries many.
    req.site.guard.code(&req)?;
    let mut errors = Errors::default();
    errors.add("kod", req.t(message));
    invalid(&build(&req, req.cx().failed(), errors, Proposal::default(), typed))
}

#[derive(Template)]
#[template(path = "civil-society/proposed.html")]
struct Receipt {
    cx: Cx,
    code: String,
    title: String,
    body: String,
    facts: Vec<(String, String)>,
    is_answered: bool,
    outcome: String,
    answer: String,
}

pub(crate) async fn receipt(req: Req, _: Anyone) -> Reply {
    let cx = req.cx();
    let found = match Code::read(req.param("code")?) {
        Ok(code) => proposals::by_code(&mut req.site.db.read().await?, code)
            .await?
            .map(|one| (code, one)),
        Err(_) => None,
    };
    let Some((code, one)) = found else {
        req.site.guard.code(&req)?;
        return Err(Fault::NotFound);
    };
    let outcomes = words::choices(&req.site, req.lang, words::OUTCOMES);
    page(&Receipt {
        code: code.to_string(),
        facts: facts(&req, &cx, &one),
        is_answered: one.is_answered,
        outcome: words::name(&outcomes, &one.outcome),
        title: one.title,
        body: one.body,
        answer: one.answer,
        cx,
    })
}

fn facts(req: &Req, cx: &Cx, one: &StoredProposal) -> Vec<(String, String)> {
    let mandates = words::choices(&req.site, req.lang, words::MANDATES);
    let due = if one.is_answered {
        String::new()
    } else {
        one.due_on.map(|day| cx.short_date(&day)).unwrap_or_default()
    };
    vec![
        (cx.t("civil-field-proposal-organisation"), one.organisation.clone()),
        (
            cx.t("civil-field-proposal-mandate"),
            words::name(&mandates, &one.mandate),
        ),
        (cx.t("civil-proposal-received"), cx.day(&one.received_at)),
        (cx.t("civil-proposal-responsible"), one.responsible.clone()),
        (cx.t("civil-proposal-due"), due),
        (
            cx.t("civil-proposal-answered"),
            one.answered_on.map(|day| cx.short_date(&day)).unwrap_or_default(),
        ),
    ]
}
