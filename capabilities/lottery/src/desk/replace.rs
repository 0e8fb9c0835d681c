//! `…/ersatt`: seats became empty; the others who said yes are drawn among, under the quotas that the rest of the panel leaves.

use super::{Room, address, named};
use crate::acts::{self, Leaving, TEXT};
use crate::model::stage::Stage;
use crate::store::Lottery;
use askama::Template;
use dialogues::Head;
use identity::{Grant, PlanDialogue};
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "lottery/replace.html")]
struct ReplacePage {
    cx: Cx,
    errors: Errors,
    head: Head,
    name: String,
    here: String,
    back: String,
    members: Vec<(String, String)>,
    gone: Vec<String>,
    unavailable: String,
    reason: String,
    text_max: usize,
}

async fn build(req: &Req, cx: Cx, form: &Form, errors: Errors) -> Result<ReplacePage, Fault> {
    let mut read = req.site.db.read().await?;
    let room = Room::of(req, &mut read).await?;
    let lottery = named(req, &mut read).await?;
    let members = acts::members(&mut read, &lottery).await?;
    drop(read);
    if lottery.stage() != Stage::Drawn || lottery.parent_id.is_some() || members.is_empty() {
        return Err(Fault::rule("lottery-not-now"));
    }
    Ok(ReplacePage {
        head: room.head(&cx),
        here: cx.link(&format!("{}/ersatt", address(&lottery))),
        back: cx.link(&address(&lottery)),
        name: lottery.name,
        members: members.into_iter().map(|id| (id.clone(), id)).collect(),
        gone: form.all("lamnar"),
        unavailable: form.raw("nej"),
        reason: form.raw("skal"),
        text_max: TEXT,
        errors,
        cx,
    })
}

pub(crate) async fn form(req: Req, who: Grant<PlanDialogue>) -> Reply {
    page(&build(&req, who.cx(&req), &Form::default(), Errors::default()).await?)
}

pub(crate) async fn begin(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let form = req.form()?;
    let lottery: Lottery = named(&req, &mut req.site.db.read().await?).await?;
    let (cx, mut errors) = (who.cx(&req), Errors::default());
    let leaving = Leaving {
        gone: form.all("lamnar"),
        unavailable: form
            .text("nej")
            .split([',', ' ', '\n', '\r'])
            .filter(|id| !id.is_empty())
            .map(str::to_owned)
            .collect(),
        reason: form.text("skal"),
    };
    if leaving.gone.is_empty() {
        errors.add("lamnar", cx.t("lottery-error-gone"));
    }
    match leaving.reason.chars().count() {
        0 => errors.add("skal", cx.t("lottery-error-reason")),
        1..=TEXT => {}
        _ => errors.add("skal", cx.ta("lottery-error-long", &[("most", TEXT.into())])),
    }
    if !errors.is_empty() {
        return invalid(&build(&req, cx.failed(), &form, errors).await?);
    }
    match acts::replace(&req.site, who.actor(), lottery.id, &leaving, &form.text("nyckel")).await {
        Ok(id) => req.done(
            &format!("/arbetsyta/dialoger/{}/lottning/{id}", lottery.dialogue_id),
            "lottery-done-prepared",
        ),
        // Sent twice: the first did it.
        Err(Fault::Conflict) => req.see_other(&address(&lottery)),
        Err(Fault::Rule { key, .. }) => {
            errors.add("lamnar", cx.t(key));
            invalid(&build(&req, cx.failed(), &form, errors).await?)
        }
        Err(fault) => Err(fault),
    }
}
