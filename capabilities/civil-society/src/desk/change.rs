//! A change that an organisation asks for: what stands, what it wants, what somebody changed meanwhile; approved or refused.

use super::{day, organisation_address, organisation_form};
use crate::acts::changes;
use crate::acts::register::Refused;
use crate::model::change::{FACTS, Merged, Verdict, facts_of};
use crate::model::organisation::Kind;
use crate::model::{TEXT, list_of, number};
use crate::store::{self, StoredChange};
use askama::Template;
use identity::{Grant, KeepRegister};
use serde_json::Value;
use web::{Cx, Errors, Fault, Reply, Req, invalid, page};

struct Row {
    fact: String,
    stands: String,
    wanted: String,
    is_disputed: bool,
}

#[derive(Template)]
#[template(path = "civil-society/change.html")]
struct Page {
    cx: Cx,
    errors: Errors,
    crumbs: Vec<(String, String)>,
    here: String,
    told: String,
    rows: Vec<Row>,
    is_disputed: bool,
    /// What was decided, when; empty while it waits.
    verdict: String,
    reason: String,
    /// Somebody changed the register between reading and approving.
    has_moved: bool,
    asks_another: bool,
    another: bool,
    text_max: usize,
    revision: i64,
}

async fn build(req: &Req, cx: Cx, errors: Errors) -> Result<Page, Fault> {
    let (change, stands) = found(req).await?;
    let verdict = verdict(&cx, &change);
    let mut merged = changes::merged(&change, &stands);
    // What was decided is shown as it was asked, not against a register that has moved on.
    let beside = if verdict.is_empty() {
        facts_of(&stands.draft)
    } else {
        merged.disputed.clear();
        change.stood.clone()
    };
    Ok(Page {
        here: cx.link(&address(&change)),
        crumbs: vec![
            (cx.link(crate::REGISTER), cx.t("civil-menu-register")),
            (cx.link(&organisation_address(stands.id)), stands.draft.name.clone()),
        ],
        told: cx.t2(
            "civil-change-told",
            ("role", &change.role),
            ("day", &cx.day(&change.sent_at)),
        ),
        rows: rows(&cx, &merged, &beside, &change.wanted),
        is_disputed: !merged.disputed.is_empty(),
        reason: change.reason,
        has_moved: false,
        asks_another: false,
        another: false,
        text_max: TEXT,
        revision: stands.revision,
        verdict,
        errors,
        cx,
    })
}

fn verdict(cx: &Cx, change: &StoredChange) -> String {
    let Some(verdict) = Verdict::from_code(&change.decision) else {
        return String::new();
    };
    let day = change.decided_at.map(|at| cx.day(&at)).unwrap_or_default();
    format!("{}, {day}", cx.t(verdict.label()))
}

/// The change of the address, which belongs to the organisation of the address.
async fn found(req: &Req) -> Result<(StoredChange, store::Organisation), Fault> {
    let (organisation, id) = (req.id_param("organisation")?, req.id_param("change")?);
    let mut read = req.site.db.read().await?;
    let change = store::organisation_change(&mut read, id).await?;
    if change.organisation_id != organisation {
        return Err(Fault::NotFound);
    }
    let stands = store::organisation(&mut read, organisation).await?;
    Ok((change, stands))
}

fn address(change: &StoredChange) -> String {
    format!("{}/andring/{}", organisation_address(change.organisation_id), change.id)
}

fn rows(cx: &Cx, merged: &Merged, stands: &Value, wanted: &Value) -> Vec<Row> {
    let changed = FACTS.iter().filter(|(key, _)| merged.changed.contains(key));
    changed
        .map(|&(key, name)| Row {
            fact: cx.t(name),
            stands: shown(cx, key, &stands[key]),
            wanted: shown(cx, key, &wanted[key]),
            is_disputed: merged.disputed.contains(&key),
        })
        .collect()
}

/// A fact in words.
fn shown(cx: &Cx, key: &str, value: &Value) -> String {
    let text = value.as_str().unwrap_or_default();
    match key {
        "kind" => cx.t(Kind::from_code(text).unwrap_or(Kind::Other).label()),
        "number" => number::shown(text),
        "meeting" => day(cx, text.parse().ok()),
        _ if value.is_array() => list_of(value.clone()).join(", "),
        _ => text.to_owned(),
    }
}

pub(crate) async fn show(req: Req, who: Grant<KeepRegister>) -> Reply {
    page(&build(&req, who.cx(&req), Errors::default()).await?)
}

pub(crate) async fn approve(req: Req, who: Grant<KeepRegister>) -> Reply {
    let (form, (change, _)) = (req.form()?, found(&req).await?);
    let (revision, is_another) = (form.int("revision").unwrap_or(0), form.has("another"));
    let (errors, has_moved) = match changes::approve_change(&req.site, &who, change.id, revision, is_another).await {
        Ok(()) => {
            let organisation = organisation_address(change.organisation_id);
            return req.done(&organisation, "civil-note-change-approved");
        }
        Err(Refused::Fault(Fault::Conflict)) => (Errors::default(), true),
        Err(refused) => (organisation_form::refusal(&req, refused)?, false),
    };
    let built = build(&req, who.cx(&req).failed(), errors).await?;
    invalid(&Page {
        asks_another: built.errors.on("name").is_some() || is_another,
        another: is_another,
        has_moved,
        ..built
    })
}

pub(crate) async fn refuse(req: Req, who: Grant<KeepRegister>) -> Reply {
    let (form, (change, _)) = (req.form()?, found(&req).await?);
    let mut errors = Errors::default();
    let reason = super::needed(&req, &form, &mut errors, "reason", "civil-error-change-reason", TEXT);
    super::screen::numbers(&req, &mut errors, &[("reason", &reason)]);
    if !errors.is_empty() {
        let built = build(&req, who.cx(&req).failed(), errors).await?;
        return invalid(&Page { reason, ..built });
    }
    changes::refuse_change(&req.site, &who, change.id, &reason).await?;
    req.done(
        &organisation_address(change.organisation_id),
        "civil-note-change-refused",
    )
}
