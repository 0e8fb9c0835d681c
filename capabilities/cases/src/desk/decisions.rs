//! Decisions on a dialogue's matter: list with a form below, and a page to change one.

use super::{date_parts, required};
use crate::{
    acts::{self, DecisionDraft},
    model::{Decision, Effect},
    store,
};
use askama::Template;
use db::Id;
use identity::{Grant, ReadCases, RegisterCase};
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

struct Line {
    href: String,
    /// On what it rests: the thread back from its measures.
    basis: String,
    heading: String,
    wording: String,
    effect: String,
    reason: String,
}

struct Fields {
    body: String,
    decided: (String, String, String),
    paragraph: String,
    wording: String,
    effect: String,
    reason: String,
    revision: i64,
}

#[derive(Template)]
#[template(path = "cases/decisions.html")]
struct Page {
    cx: Cx,
    errors: Errors,
    title: String,
    dialogue_href: String,
    action: String,
    lines: Vec<Line>,
    fields: Fields,
    effects: Vec<(String, String)>,
    /// The form changes one that is there.
    is_change: bool,
    may_register: bool,
    conflict: Vec<(String, String, String)>,
}

async fn build(
    req: &Req,
    cx: Cx,
    errors: Errors,
    dialogue: Id,
    change: Option<Id>,
    fields: Fields,
) -> Result<Page, Fault> {
    let mut read = req.site.db.read().await?;
    let one = dialogues::dialogue(&mut read, dialogue).await?;
    let rows = store::decisions(&mut read, dialogue).await?;
    let base = format!("/arbetsyta/dialoger/{dialogue}/beslut");
    Ok(Page {
        lines: rows.iter().map(|row| line(&cx, req, &base, row)).collect(),
        action: req.url(&change.map_or_else(|| base.clone(), |id| format!("{base}/{id}"))),
        title: one.title,
        dialogue_href: req.url(&format!("/arbetsyta/dialoger/{dialogue}")),
        effects: Effect::ALL
            .iter()
            .map(|one| (one.code().to_owned(), cx.t(one.label())))
            .collect(),
        is_change: change.is_some(),
        may_register: false,
        conflict: Vec::new(),
        cx,
        errors,
        fields,
    })
}

fn line(cx: &Cx, req: &Req, base: &str, row: &Decision) -> Line {
    Line {
        basis: req.url(&format!("/arbetsyta/beslut/{}", row.id)),
        href: req.url(&format!("{base}/{}", row.id)),
        heading: cx.ta(
            "cases-decision-heading",
            &[
                ("body", row.body.as_str().into()),
                ("date", cx.short_date(&row.decided_on).into()),
                ("paragraph", row.paragraph.as_str().into()),
            ],
        ),
        wording: row.wording.clone(),
        effect: cx.t(row.effect().label()),
        reason: row.reason.clone(),
    }
}

fn typed(form: &Form) -> Fields {
    Fields {
        body: form.text("body"),
        decided: date_parts(Some(form), "decided", None),
        paragraph: form.text("paragraph"),
        wording: form.text("wording"),
        effect: form.text("effect"),
        reason: form.text("reason"),
        revision: form.int("revision").unwrap_or(0),
    }
}

pub(crate) async fn list(req: Req, who: Grant<ReadCases>) -> Reply {
    let dialogue = req.id_param("id")?;
    let mut read = req.site.db.read().await?;
    let body = method::process(&mut read, dialogue).await?.facts.text("deciding-body");
    drop(read);
    let form = Form::from_pairs([("body", body)]);
    let mut page_ = build(&req, who.cx(&req), Errors::default(), dialogue, None, typed(&form)).await?;
    page_.may_register = who.staff.may::<RegisterCase>();
    page(&page_)
}

pub(crate) async fn edit(req: Req, who: Grant<RegisterCase>) -> Reply {
    let (dialogue, id) = (req.id_param("id")?, req.id_param("decision")?);
    let mut read = req.site.db.read().await?;
    let row = store::decision(&mut read, id).await?;
    drop(read);
    if row.dialogue_id != dialogue {
        return Err(Fault::NotFound);
    }
    let fields = Fields {
        decided: date_parts(None, "decided", Some(row.decided_on)),
        body: row.body,
        paragraph: row.paragraph,
        wording: row.wording,
        effect: row.effect,
        reason: row.reason,
        revision: row.revision,
    };
    let mut page_ = build(&req, who.cx(&req), Errors::default(), dialogue, Some(id), fields).await?;
    page_.may_register = true;
    page(&page_)
}

fn read_draft(req: &Req, form: &Form, errors: &mut Errors) -> Option<DecisionDraft> {
    let body = required(req, form, errors, "body", "cases-error-body");
    let decided_on = match form.date("decided") {
        Ok(Some(date)) if date <= req.today() => Some(date),
        Ok(Some(_)) => {
            errors.add("decided-day", req.t("cases-error-decided-later"));
            None
        }
        _ => {
            errors.add("decided-day", req.t("cases-error-decided"));
            None
        }
    };
    let wording = required(req, form, errors, "wording", "cases-error-decision-wording");
    let effect = Effect::from_code(&form.text("effect"));
    if effect.is_none() {
        errors.add("effect", req.t("cases-error-effect"));
    }
    let reason = required(req, form, errors, "reason", "cases-error-effect-reason");
    errors.is_empty().then_some(DecisionDraft {
        body,
        decided_on: decided_on?,
        paragraph: form.text("paragraph").trim_start_matches('§').trim().to_owned(),
        wording,
        effect: effect?,
        reason,
    })
}

pub(crate) async fn create(req: Req, who: Grant<RegisterCase>) -> Reply {
    write(req, who, None).await
}

pub(crate) async fn save(req: Req, who: Grant<RegisterCase>) -> Reply {
    let id = req.id_param("decision")?;
    write(req, who, Some(id)).await
}

async fn write(req: Req, who: Grant<RegisterCase>, change: Option<Id>) -> Reply {
    let (dialogue, form, mut errors) = (req.id_param("id")?, req.form()?, Errors::default());
    let Some(draft) = read_draft(&req, &form, &mut errors) else {
        let mut page_ = build(&req, who.cx(&req).failed(), errors, dialogue, change, typed(&form)).await?;
        page_.may_register = true;
        return invalid(&page_);
    };
    let known = change.map(|id| (id, form.int("revision").unwrap_or(0)));
    let once = form.text("nyckel");
    let key = change.is_none().then_some(once.as_str());
    match acts::record_decision(&req.site, &who, dialogue, known, draft, key).await {
        Ok(_) => req.done(&format!("/arbetsyta/dialoger/{dialogue}/beslut"), "cases-done-decision"),
        Err(Fault::Conflict) => {
            let id = change.ok_or(Fault::Conflict)?;
            let mut read = req.site.db.read().await?;
            let stands = store::decision(&mut read, id).await?;
            drop(read);
            let mut page_ = build(&req, who.cx(&req), Errors::default(), dialogue, change, typed(&form)).await?;
            page_.may_register = true;
            page_.fields.revision = stands.revision;
            let pairs = [
                ("cases-field-body", stands.body, form.text("body")),
                ("cases-field-decision", stands.wording, form.text("wording")),
                ("cases-field-effect-reason", stands.reason, form.text("reason")),
            ];
            let differing = pairs.into_iter().filter(|(_, theirs, mine)| theirs != mine);
            page_.conflict = differing
                .map(|(key, theirs, mine)| (page_.cx.t(key), theirs, mine))
                .collect();
            invalid(&page_)
        }
        Err(fault) => Err(fault),
    }
}
