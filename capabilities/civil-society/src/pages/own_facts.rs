//! `/forening/uppgifter`: what an organisation wants changed in the register. An official approves it or says why not.

use super::door::{Badge, badge};
use super::own::START;
use crate::acts::changes;
use crate::desk::organisation_form::{checked, differences, draft_of};
use crate::desk::{Parts, parts, typed_parts};
use crate::model::organisation::{Draft, Kind};
use crate::model::{TEXT, number};
use crate::representative::Representative;
use crate::store;
use askama::Template;
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

pub(super) const FACTS: &str = "/forening/uppgifter";

#[derive(Template)]
#[template(path = "civil-society/own-facts.html")]
struct Page {
    cx: Cx,
    me: Badge,
    errors: Errors,
    action: String,
    start: String,
    draft: Draft,
    /// As typed, also when it is no number.
    number: String,
    kind: String,
    topics: String,
    groups: String,
    areas: String,
    meeting: Parts,
    kinds: Vec<(String, String)>,
    known_areas: String,
    text_max: usize,
    revision: i64,
    saved: String,
    conflict: Vec<(String, String, String)>,
}

fn build(cx: Cx, who: &Representative, draft: Draft) -> Page {
    Page {
        me: badge(&cx, who),
        errors: Errors::default(),
        action: cx.link(FACTS),
        start: cx.link(START),
        number: number::shown(&draft.number),
        kind: draft.kind.code().to_owned(),
        topics: draft.topics.join("\n"),
        groups: draft.groups.join("\n"),
        areas: draft.areas.join("\n"),
        meeting: parts(draft.meeting_on),
        kinds: crate::desk::options!(cx, Kind),
        known_areas: cx.settings.areas.join(", "),
        text_max: TEXT,
        revision: 0,
        saved: String::new(),
        conflict: Vec::new(),
        draft,
        cx,
    }
}

/// The form as it was typed.
fn typed(cx: Cx, who: &Representative, form: &Form, errors: Errors) -> Page {
    Page {
        number: form.raw("number"),
        topics: form.raw("topics"),
        groups: form.raw("groups"),
        areas: form.raw("areas"),
        meeting: typed_parts(form, "meeting"),
        revision: form.int("revision").unwrap_or(0),
        errors,
        ..build(cx.failed(), who, draft_of(form))
    }
}

/// The form, with what the organisation has asked for already when that waits.
pub(crate) async fn form(req: Req, who: Representative) -> Reply {
    let mut read = req.site.db.read().await?;
    let stands = store::organisation(&mut read, who.organisation).await?;
    let changes = store::changes_of(&mut read, who.organisation).await?;
    drop(read);
    let waits = changes.iter().find(|one| one.decision.is_empty());
    let draft = match waits {
        Some(change) => {
            let merged = changes::merged(change, &stands);
            crate::model::change::draft_of(&merged.facts, &stands.draft.source)
        }
        None => stands.draft,
    };
    page(&Page {
        revision: stands.revision,
        ..build(req.cx(), &who, draft)
    })
}

pub(crate) async fn send(req: Req, who: Representative) -> Reply {
    let form = req.form()?;
    let stands = store::organisation(&mut req.site.db.read().await?, who.organisation).await?;
    let written = Draft {
        source: stands.draft.source.clone(),
        ..draft_of(&form)
    };
    let draft = match checked(&req, &form, written) {
        Ok(draft) => draft,
        Err(errors) => return invalid(&typed(req.cx(), &who, &form, errors)),
    };
    let revision = form.int("revision").unwrap_or(0);
    match changes::ask_for_change(&req.site, &who, revision, &draft).await {
        Ok(_) => req.done(START, "civil-note-change-asked"),
        Err(Fault::Rule { key, .. }) => {
            let mut errors = Errors::default();
            errors.add("name", req.t(key));
            invalid(&typed(req.cx(), &who, &form, errors))
        }
        Err(Fault::Conflict) => {
            let again = typed(req.cx(), &who, &form, Errors::default());
            let day = again.cx.day(&stands.updated_at);
            invalid(&Page {
                revision: stands.revision,
                // Which official wrote is no matter of the organisation's.
                saved: again.cx.t1("civil-own-moved", "day", day),
                conflict: differences(&again.cx, &stands.draft, &draft),
                ..again
            })
        }
        Err(fault) => Err(fault),
    }
}
