//! `/forening/forslag`: an organisation proposes something when signed in, and reads here what came of it.

use super::door::{Badge, badge};
use super::own::START;
use crate::acts::proposals;
use crate::desk::day;
use crate::model::TEXT;
use crate::model::proposal::Proposal;
use crate::representative::Representative;
use crate::store;
use crate::words;
use askama::Template;
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

pub(super) const NEW: &str = "/forening/forslag";

#[derive(Template)]
#[template(path = "civil-society/own-propose.html")]
struct Page {
    cx: Cx,
    me: Badge,
    errors: Errors,
    here: String,
    start: String,
    proposal: Proposal,
    mandates: Vec<(String, String)>,
    text_max: usize,
}

fn build(req: &Req, cx: Cx, who: &Representative, errors: Errors, proposal: Proposal) -> Page {
    Page {
        me: badge(&cx, who),
        here: cx.link(NEW),
        start: cx.link(START),
        mandates: words::choices(&req.site, req.lang, words::MANDATES),
        text_max: TEXT,
        errors,
        proposal,
        cx,
    }
}

pub(crate) async fn form(req: Req, who: Representative) -> Reply {
    page(&build(&req, req.cx(), &who, Errors::default(), Proposal::default()))
}

/// The proposal as the form says it, in the name of the organisation. The answer is read when signed in, so no address is kept.
fn proposal_of(form: &Form, who: &Representative) -> Proposal {
    Proposal {
        organisation: who.organisation_name.clone(),
        role: who.role.clone(),
        mandate: form.text("mandate"),
        speaks_for: form.text("speaks-for"),
        title: form.text("title"),
        body: form.text("body"),
        offers: form.text("offers"),
        contact_address: String::new(),
    }
}

pub(crate) async fn send(req: Req, who: Representative) -> Reply {
    let form = req.form()?;
    let proposal = proposal_of(&form, &who);
    let mut errors = Errors::default();
    for (field, key) in proposal.complaints(&words::choices(&req.site, req.lang, words::MANDATES)) {
        errors.add(field, req.t(key));
    }
    if !errors.is_empty() {
        return invalid(&build(&req, req.cx().failed(), &who, errors, proposal));
    }
    req.site.guard.send(&req)?;
    let key = form.text("nyckel");
    // A form without its key was not made by the page; it is still taken once for itself.
    let key = if key.is_empty() { req.site.token() } else { key };
    proposals::propose_for(&req.site, &who, &key, &proposal).await?;
    req.done(START, "civil-note-own-proposed")
}

#[derive(Template)]
#[template(path = "civil-society/own-proposal.html")]
struct Shown {
    cx: Cx,
    me: Badge,
    start: String,
    title: String,
    body: String,
    offers: String,
    facts: Vec<(String, String)>,
    is_answered: bool,
    outcome: String,
    answer: String,
}

pub(crate) async fn show(req: Req, who: Representative) -> Reply {
    let (cx, id) = (req.cx(), req.id_param("proposal")?);
    let own = store::proposals_of(&mut req.site.db.read().await?, who.organisation).await?;
    let one = own.into_iter().find(|one| one.id == id).ok_or(Fault::NotFound)?;
    let outcomes = words::choices(&req.site, req.lang, words::OUTCOMES);
    let mandates = words::choices(&req.site, req.lang, words::MANDATES);
    let due = if one.is_answered { None } else { one.due_on };
    page(&Shown {
        me: badge(&cx, &who),
        start: cx.link(START),
        facts: vec![
            (cx.t("civil-field-proposal-role"), one.role),
            (
                cx.t("civil-field-proposal-mandate"),
                words::name(&mandates, &one.mandate),
            ),
            (cx.t("civil-proposal-received"), cx.day(&one.received_at)),
            (cx.t("civil-proposal-responsible"), one.responsible),
            (cx.t("civil-proposal-due"), day(&cx, due)),
            (cx.t("civil-proposal-answered"), day(&cx, one.answered_on)),
        ],
        outcome: words::name(&outcomes, &one.outcome),
        is_answered: one.is_answered,
        title: one.title,
        body: one.body,
        offers: one.offers,
        answer: one.answer,
        cx,
    })
}
