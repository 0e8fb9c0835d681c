//! `/arbetsyta/overenskommelser`: the agreements, and one with its parties and follow-ups.

use super::{Parts, choose, date_of, day, needed, needed_date, typed_parts};
use crate::acts::agreements;
use crate::model::TEXT;
use crate::model::agreement::{State, state, warned_from};
use crate::store::{self, FollowUp, Party, StoredAgreement};
use askama::Template;
use db::Id;
use identity::{Grant, KeepRegister, SeeDesk};
use jiff::civil::Date;
use web::{Cx, Errors, Fault, Reply, Req, invalid, page};

/// The page of an agreement.
pub(super) fn address(id: Id) -> String {
    format!("{}/{id}", crate::AGREEMENTS)
}

/// A state in words, with its mark.
struct Standing {
    text: String,
    mark: (&'static str, &'static str),
}

fn standing(cx: &Cx, one: &StoredAgreement, today: Date) -> Standing {
    let stands = state(&one.agreement, one.ended_on, today);
    let runs_out = stands == State::InForce && one.agreement.expires_on.is_some_and(|day| warned_from(day) <= today);
    let (key, mark) = match stands {
        State::InForce if runs_out => ("civil-state-runs-out", ("warn", "!")),
        State::InForce => (stands.label(), ("ok", "✓")),
        State::Expired => (stands.label(), ("bad", "!")),
        State::Draft => (stands.label(), ("", "✎")),
        State::Ended => (stands.label(), ("", "■")),
    };
    Standing { text: cx.t(key), mark }
}

struct Line {
    href: String,
    title: String,
    kind: String,
    parties: String,
    signed: String,
    expires: String,
    follow_up: String,
    standing: Standing,
}

#[derive(Template)]
#[template(path = "civil-society/agreements.html")]
struct List {
    cx: Cx,
    lines: Vec<Line>,
    may_keep: bool,
}

pub(crate) async fn list(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let mut read = req.site.db.read().await?;
    let agreements = store::agreements(&mut read).await?;
    let parties = store::parties(&mut read).await?;
    drop(read);
    let line = |one: &StoredAgreement| Line {
        href: cx.link(&address(one.id)),
        title: one.agreement.title.clone(),
        kind: cx.t(one.agreement.kind.label()),
        parties: names(&parties, one.id),
        signed: day(&cx, one.agreement.signed_on),
        expires: day(&cx, one.agreement.expires_on),
        follow_up: day(&cx, one.agreement.follow_up_on),
        standing: standing(&cx, one, req.today()),
    };
    page(&List {
        lines: agreements.iter().map(line).collect(),
        may_keep: who.staff.may::<KeepRegister>(),
        cx,
    })
}

/// The names of an agreement's parties.
pub(crate) fn names(parties: &[Party], agreement: Id) -> String {
    let of_it = parties.iter().filter(|one| one.agreement_id == agreement);
    of_it.map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// What somebody typed in one of the small forms of the page.
#[derive(Default)]
struct Typed {
    organisation: String,
    commitment: String,
    on: Option<Parts>,
    told: String,
    next: Parts,
    reason: String,
}

struct PartyLine {
    id: String,
    href: String,
    name: String,
    commitment: String,
}

#[derive(Template)]
#[template(path = "civil-society/agreement.html")]
struct Page {
    cx: Cx,
    errors: Errors,
    here: String,
    title: String,
    standing: Standing,
    facts: Vec<(String, String)>,
    purposes: Vec<String>,
    areas: Vec<String>,
    our_commitment: String,
    legal_check: String,
    parties: Vec<PartyLine>,
    follow_ups: Vec<(String, String, String)>,
    ended: bool,
    typed: Typed,
    on: Parts,
    text_max: usize,
    revision: i64,
    may_keep: bool,
}

async fn build(req: &Req, cx: Cx, may_keep: bool, errors: Errors, mut typed: Typed) -> Result<Page, Fault> {
    let id = req.id_param("agreement")?;
    let mut read = req.site.db.read().await?;
    let one = store::agreement(&mut read, id).await?;
    let parties = store::parties(&mut read).await?;
    let follow_ups = store::agreement_follow_ups(&mut read, id).await?;
    drop(read);
    let party = |one: &Party| PartyLine {
        id: one.organisation_id.to_string(),
        href: cx.link(&super::organisation_address(one.organisation_id)),
        name: one.name.clone(),
        commitment: one.commitment.clone(),
    };
    let follow_up = |one: &FollowUp| (day(&cx, one.on_day), one.told.clone(), one.created_by.clone());
    Ok(Page {
        here: cx.link(&address(id)),
        standing: standing(&cx, &one, req.today()),
        facts: vec![
            (cx.t("civil-field-agreement-kind"), cx.t(one.agreement.kind.label())),
            (cx.t("civil-field-case-number"), one.agreement.case_number.clone()),
            (cx.t("civil-field-signed"), day(&cx, one.agreement.signed_on)),
            (cx.t("civil-field-expires"), day(&cx, one.agreement.expires_on)),
            (cx.t("civil-field-follow-up"), day(&cx, one.agreement.follow_up_on)),
            (cx.t("civil-ended"), day(&cx, one.ended_on)),
            (cx.t("civil-end-reason"), one.end_reason.clone()),
        ],
        parties: parties.iter().filter(|one| one.agreement_id == id).map(party).collect(),
        follow_ups: follow_ups.iter().map(follow_up).collect(),
        ended: one.ended_on.is_some(),
        on: typed.on.take().unwrap_or_else(|| super::parts(Some(req.today()))),
        text_max: TEXT,
        revision: one.revision,
        title: one.agreement.title,
        purposes: one.agreement.purposes,
        areas: one.agreement.areas,
        our_commitment: one.agreement.our_commitment,
        legal_check: one.agreement.legal_check,
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

pub(crate) async fn party(req: Req, who: Grant<KeepRegister>) -> Reply {
    let (id, form) = (req.id_param("agreement")?, req.form()?);
    if form.text("gor") == "ta-bort" {
        let organisation = form.text("party").parse().map_err(|_| Fault::NotFound)?;
        agreements::set_party(&req.site, &who, id, organisation, None).await?;
        return req.done(&address(id), "civil-note-party-removed");
    }
    let mut errors = Errors::default();
    let written = form.text("organisation");
    let mut read = req.site.db.read().await?;
    let organisation = choose::organisation(&req, &mut read, &written, &mut errors, "organisation").await?;
    drop(read);
    let commitment = needed(
        &req,
        &form,
        &mut errors,
        "commitment",
        "civil-error-party-commitment",
        TEXT,
    );
    match organisation {
        Some(organisation) if errors.is_empty() => {
            agreements::set_party(&req.site, &who, id, organisation, Some(&commitment)).await?;
            req.done(&address(id), "civil-note-party")
        }
        _ => {
            let typed = Typed {
                organisation: written,
                commitment,
                ..Typed::default()
            };
            invalid(&build(&req, who.cx(&req).failed(), true, errors, typed).await?)
        }
    }
}

pub(crate) async fn follow_up(req: Req, who: Grant<KeepRegister>) -> Reply {
    let (id, form) = (req.id_param("agreement")?, req.form()?);
    let mut errors = Errors::default();
    let on = needed_date(&req, &form, &mut errors, "on", "civil-error-follow-up-on");
    if on.is_some_and(|day| day > req.today()) {
        errors.add("on", req.t("civil-error-future"));
    }
    let told = needed(&req, &form, &mut errors, "told", "civil-error-follow-up", TEXT);
    let next = date_of(&req, &form, &mut errors, "next");
    match on {
        Some(on) if errors.is_empty() => {
            agreements::follow_up_agreement(&req.site, &who, id, on, &told, next).await?;
            req.done(&address(id), "civil-note-follow-up")
        }
        _ => {
            let typed = Typed {
                on: Some(typed_parts(&form, "on")),
                told,
                next: typed_parts(&form, "next"),
                ..Typed::default()
            };
            invalid(&build(&req, who.cx(&req).failed(), true, errors, typed).await?)
        }
    }
}

pub(crate) async fn end(req: Req, who: Grant<KeepRegister>) -> Reply {
    let (id, form) = (req.id_param("agreement")?, req.form()?);
    let mut errors = Errors::default();
    let reason = needed(&req, &form, &mut errors, "reason", "civil-error-reason", TEXT);
    if !errors.is_empty() {
        let typed = Typed {
            reason,
            ..Typed::default()
        };
        return invalid(&build(&req, who.cx(&req).failed(), true, errors, typed).await?);
    }
    agreements::end_agreement(&req.site, &who, id, form.int("revision").unwrap_or(0), &reason).await?;
    req.done(&address(id), "civil-note-ended")
}
