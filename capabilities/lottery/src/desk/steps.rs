//! The steps of a lottery: publish, draw, cancel, erase. Each is a form on the lottery's page.

use super::show::{self, Typed};
use super::{address, named};
use crate::acts;
use crate::store::Lottery;
use identity::{Grant, PlanDialogue};
use web::{Cx, Errors, Fault, Form, Reply, Req};

async fn begin(req: &Req) -> Result<(Form, Lottery, i64), Fault> {
    let form = req.form()?;
    let lottery = named(req, &mut req.site.db.read().await?).await?;
    let revision = form.int("revision").unwrap_or(0);
    Ok((form, lottery, revision))
}

/// Where the step led, or the page again with what was typed and why it could not be taken.
async fn end(
    req: &Req,
    cx: Cx,
    lottery: &Lottery,
    done: Result<(), Fault>,
    note: &'static str,
    (form, field): (&Form, &'static str),
) -> Reply {
    let mut errors = Errors::default();
    match done {
        Ok(()) => return req.done(&address(lottery), note),
        Err(Fault::Rule { key, .. }) => errors.add(field, cx.t(key)),
        Err(Fault::Conflict) => errors.add(field, cx.t("lottery-conflict")),
        Err(fault) => return Err(fault),
    }
    show::again(req, cx, Typed::of(form), errors).await
}

/// A line that must be there.
fn line(cx: &Cx, form: &Form, field: &'static str, missing: &str, most: usize, errors: &mut Errors) -> String {
    let text = form.text(field);
    if text.is_empty() {
        errors.add(field, cx.t(missing));
    } else if text.chars().count() > most || text.contains(|sign: char| sign.is_control() && most == acts::LINE) {
        errors.add(field, cx.ta("lottery-error-long", &[("most", most.into())]));
    }
    text
}

pub(crate) async fn publish(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let (form, lottery, revision) = begin(&req).await?;
    let (cx, mut errors) = (who.cx(&req), Errors::default());
    let source = line(&cx, &form, "slump", "lottery-error-source", acts::LINE, &mut errors);
    let day = match form.date("avgors") {
        Ok(Some(day)) if day > req.today() => Some(day),
        Ok(_) => {
            errors.add("avgors", cx.t("lottery-error-settles-past"));
            None
        }
        Err(()) => {
            errors.add("avgors", cx.t("lottery-error-date"));
            None
        }
    };
    let (true, Some(day)) = (errors.is_empty(), day) else {
        return show::again(&req, cx, Typed::of(&form), errors).await;
    };
    let done = acts::publish(&req.site, who.actor(), lottery.id, revision, &source, day).await;
    end(&req, cx, &lottery, done, "lottery-done-published", (&form, "slump")).await
}

pub(crate) async fn draw(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let (form, lottery, revision) = begin(&req).await?;
    let (cx, mut errors) = (who.cx(&req), Errors::default());
    let seed = line(&cx, &form, "rad", "lottery-error-seed", acts::LINE, &mut errors);
    // What is typed decides, and cannot be taken back.
    if errors.is_empty() && form.text("rad-igen") != seed {
        errors.add("rad-igen", cx.t("lottery-error-seed-again"));
    }
    if !errors.is_empty() {
        return show::again(&req, cx, Typed::of(&form), errors).await;
    }
    let done = acts::draw(&req.site, who.actor(), lottery.id, revision, &seed).await;
    end(&req, cx, &lottery, done, "lottery-done-drawn", (&form, "rad")).await
}

pub(crate) async fn cancel(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let (form, lottery, revision) = begin(&req).await?;
    let (cx, mut errors) = (who.cx(&req), Errors::default());
    let reason = line(&cx, &form, "skal", "lottery-error-reason", acts::TEXT, &mut errors);
    if !errors.is_empty() {
        return show::again(&req, cx, Typed::of(&form), errors).await;
    }
    let done = acts::cancel(&req.site, who.actor(), lottery.id, revision, &reason).await;
    end(&req, cx, &lottery, done, "lottery-done-cancelled", (&form, "skal")).await
}

pub(crate) async fn erase(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let (form, lottery, revision) = begin(&req).await?;
    let (cx, mut errors) = (who.cx(&req), Errors::default());
    if form.text("sakert") != "ja" {
        errors.add("sakert", cx.t("lottery-error-sure"));
        return show::again(&req, cx, Typed::of(&form), errors).await;
    }
    let done = acts::erase(&req.site, who.actor(), lottery.id, revision).await;
    end(&req, cx, &lottery, done, "lottery-done-erased", (&form, "sakert")).await
}
