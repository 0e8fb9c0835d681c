//! `…/lage/{transition}`: taking a step of the method, with everything that stands in its way as links.

use super::{Head, address, load};
use crate::acts;
use askama::Template;
use identity::{Grant, SeeDesk};
use method::{MissingText, Picture, Reason, Refused, Transition};
use web::{Cx, Errors, Fault, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "dialogues/step.html")]
struct StepPage {
    cx: Cx,
    errors: Errors,
    head: Head,
    name: String,
    text: String,
    to: String,
    missing: Vec<MissingText>,
    /// `""`, `internal` or `public`.
    reason_kind: &'static str,
    reason: String,
    may: bool,
    action: String,
    /// The step gives something up: the button says so by its looks.
    grave: bool,
}

fn step_of(req: &Req, picture: &Picture) -> Result<Transition, Fault> {
    let text = picture
        .pack
        .transition_at(req.param("transition")?)
        .ok_or(Fault::NotFound)?;
    let step = picture.pack.machine.transition(&text.key).ok_or(Fault::NotFound)?;
    if step.by == method::By::Person {
        Ok(step.clone())
    } else {
        Err(Fault::NotFound)
    }
}

fn build(
    mut cx: Cx,
    who: &Grant<SeeDesk>,
    head: Head,
    picture: &Picture,
    step: &Transition,
    errors: Errors,
    reason: String,
) -> StepPage {
    cx.has_errors = !errors.is_empty();
    let text = picture.pack.transition(&step.key);
    let told = |one: &method::Missing| {
        let told = picture.missing_text(one, &cx);
        MissingText {
            href: address(&cx, &head, &told.href),
            ..told
        }
    };
    let missing: Vec<MissingText> = picture.missing_for(step).iter().map(told).collect();
    let to = match &step.to {
        method::Target::State(state) => state.as_str(),
        method::Target::WhereItWas => picture.process.returns_to.as_deref().unwrap_or_default(),
    };
    StepPage {
        name: text.map_or(step.key.as_str(), |one| one.name.get(cx.lang)).to_string(),
        text: text.map_or("", |one| one.text.get(cx.lang)).to_string(),
        to: picture.pack.state_name(to, cx.lang).to_string(),
        reason_kind: match step.reason {
            Reason::None => "",
            Reason::Internal => "internal",
            Reason::Public => "public",
        },
        action: format!(
            "{}/lage/{}",
            head.base,
            text.map_or(step.key.as_str(), |one| one.address.as_str())
        ),
        may: who.staff.may_named(&step.permission),
        grave: step.reason != Reason::None && picture.pack.machine.state(to).is_some_and(|state| state.last),
        missing,
        errors,
        reason,
        head,
        cx,
    }
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let mut read = req.site.db.read().await?;
    let (dialogue, picture) = load(&req, &mut read).await?;
    drop(read);
    let step = step_of(&req, &picture)?;
    if !step.from.contains(&picture.process.state) {
        return req.done(&dialogue.desk_address(), "dialogues-step-already");
    }
    let head = Head::new(&cx, &dialogue, &picture);
    page(&build(
        cx,
        &who,
        head,
        &picture,
        &step,
        Errors::default(),
        String::new(),
    ))
}

pub(crate) async fn take(req: Req, who: Grant<SeeDesk>) -> Reply {
    let form = req.form()?;
    let mut read = req.site.db.read().await?;
    let (dialogue, picture) = load(&req, &mut read).await?;
    drop(read);
    let step = step_of(&req, &picture)?;
    let reason = form.text("skal");
    let mut errors = Errors::default();
    match acts::advance(&req.site, &who.staff, dialogue.id, &step.key, &reason).await {
        Ok(_) => return req.done(&dialogue.desk_address(), "dialogues-done-step"),
        Err(Refused::NotFromHere) => return req.done(&dialogue.desk_address(), "dialogues-step-already"),
        Err(Refused::ReasonNeeded { public, .. }) => {
            let key = if public {
                "dialogues-error-public-reason"
            } else {
                "dialogues-error-reason"
            };
            errors.add("skal", req.t(key));
        }
        Err(Refused::Missing(_)) => errors.add("saknas", req.t("dialogues-error-missing")),
        Err(other) => return Err(other.into()),
    }
    let cx = who.cx(&req);
    let head = Head::new(&cx, &dialogue, &picture);
    invalid(&build(cx, &who, head, &picture, &step, errors, reason))
}
