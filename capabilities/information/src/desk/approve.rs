//! `…/godkann`: approving a draft, to be shown at once or from a day and a time on.

use super::{Comparison, FaultView, Head, fault_views, key_of, version_name};
use crate::acts::{self, Refused, When};
use crate::model::clock::{moment, time_of_day};
use crate::model::diff::Row;
use crate::model::version::{State, TextKey, Version, shown};
use crate::store::versions as store;
use askama::Template;
use identity::{ApproveDialogue, Grant};
use method::pack::PackFault;
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "information/approve.html")]
struct Approve {
    cx: Cx,
    errors: Errors,
    head: Head,
    number: i64,
    /// The draft beside what readers see now.
    comparison: Comparison,
    faults: Vec<FaultView>,
    when: String,
    /// Day, month and year, as typed.
    parts: [String; 3],
    time: String,
}

pub(crate) async fn form(req: Req, who: Grant<ApproveDialogue>) -> Reply {
    let (key, _) = key_of(&req)?;
    page(&approve(&req, &who, &key, &Form::default(), Errors::default(), &[]).await?)
}

pub(crate) async fn save(req: Req, who: Grant<ApproveDialogue>) -> Reply {
    let (key, _) = key_of(&req)?;
    let form = req.form()?;
    let number = form.int("revision").unwrap_or(0);
    let when = match when(&req, &form) {
        Ok(when) => when,
        Err(errors) => return invalid(&approve(&req, &who, &key, &form, errors, &[]).await?),
    };
    match acts::approve(&req.site, &who.staff, &key, number, when, "").await {
        Ok(()) if when == When::Now => req.done(&key.desk_address(), "information-done-published"),
        Ok(()) => req.done(&key.desk_address(), "information-done-planned"),
        Err(Refused::Fault(fault)) => Err(fault),
        Err(Refused::Overtaken(_)) => Err(Fault::Conflict),
        Err(Refused::Unsound(faults)) => {
            let mut errors = Errors::default();
            let count = i64::try_from(faults.len()).unwrap_or(i64::MAX);
            errors.add(
                "nar",
                req.ta(
                    "information-error-faults",
                    &[("n", count.into()), ("text", count.into())],
                ),
            );
            invalid(&approve(&req, &who, &key, &form, errors, &faults).await?)
        }
    }
}

/// When the form says that the text is to be shown.
fn when(req: &Req, form: &Form) -> Result<When, Errors> {
    let mut errors = Errors::default();
    match form.text("nar").as_str() {
        "nu" => return Ok(When::Now),
        "senare" => {}
        _ => {
            errors.add("nar", req.t("information-error-when"));
            return Err(errors);
        }
    }
    let day = form.date("dag").ok().flatten();
    let time = time_of_day(&form.text("tid"));
    if day.is_none() {
        errors.add("dag", req.t("information-error-day"));
    }
    if time.is_none() {
        errors.add("tid", req.t("information-error-time"));
    }
    let at = day.zip(time).and_then(|(day, time)| moment(day, time, &req.site.zone));
    match at {
        Some(at) if at > req.now => Ok(When::From(at)),
        Some(_) => {
            errors.add("dag", req.t("information-error-past"));
            Err(errors)
        }
        None => Err(errors),
    }
}

async fn approve(
    req: &Req,
    who: &Grant<ApproveDialogue>,
    key: &TextKey,
    form: &Form,
    errors: Errors,
    faults: &[PackFault],
) -> Result<Approve, Fault> {
    let cx = if errors.is_empty() {
        who.cx(req)
    } else {
        who.cx(req).failed()
    };
    let mut read = req.site.db.read().await?;
    let draft = store::latest(&mut read, key)
        .await?
        .filter(|one| one.state == State::Draft);
    let draft = draft.ok_or(Fault::NotFound)?;
    let approved: Vec<Version> = store::approved(&mut read, key.shelf, &key.text)
        .await?
        .into_iter()
        .filter(|(lang, _)| *lang == key.lang)
        .map(|(_, version)| version)
        .collect();
    drop(read);
    let base = acts::base(&req.site, key).ok_or(Fault::NotFound)?;
    let (name, now) = match shown(&approved, req.now) {
        Some(version) => (version_name(&cx, version), version.content.clone()),
        None => (cx.t("information-base"), base),
    };
    Ok(Approve {
        head: Head::new(&cx, key),
        number: draft.number,
        comparison: Comparison::new(&cx, key, (name, &now), (version_name(&cx, &draft), &draft.content)),
        faults: fault_views(&cx, key, faults),
        when: form.text("nar"),
        parts: ["day", "month", "year"].map(|part| form.text(&format!("dag-{part}"))),
        time: form.text("tid"),
        errors,
        cx,
    })
}
