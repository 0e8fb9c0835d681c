//! `…/metod`: another edition of the method is offered, with what it would change. Nobody is moved without asking.

use super::{Head, address, load};
use crate::acts;
use askama::Template;
use identity::{Grant, PlanDialogue, SeeDesk, Staff};
use method::{DifferenceView, MissingText, Picture, Refused};
use web::{Cx, Errors, Fault, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "dialogues/edition.html")]
struct EditionPage {
    cx: Cx,
    errors: Errors,
    head: Head,
    lead: String,
    /// Is another edition offered?
    offered: bool,
    differences: Vec<DifferenceView>,
    missing: Vec<MissingText>,
    revision: i64,
    may_plan: bool,
}

async fn build(req: &Req, mut cx: Cx, staff: &Staff, errors: Errors) -> Result<EditionPage, Fault> {
    cx.has_errors = !errors.is_empty();
    let mut read = req.site.db.read().await?;
    let (dialogue, picture) = load(req, &mut read).await?;
    drop(read);
    let head = Head::new(&cx, &dialogue, &picture);
    let packs = method::packs(&req.site);
    let followed = packs.kept(&picture.pack.key, &picture.pack.edition);
    let offered = picture
        .newer
        .as_ref()
        .and_then(|newer| packs.kept(&newer.key, &newer.edition));
    let differences = match (followed, offered) {
        (Some(followed), Some(offered)) => method::pack::differences(&followed.files, &offered.files),
        _ => Vec::new(),
    };
    Ok(EditionPage {
        offered: picture.newer.is_some(),
        lead: picture.newer.as_ref().map_or_else(String::new, |newer| {
            let (from, to) = (&picture.pack.edition, &newer.edition);
            cx.t2("dialogues-edition-lead", ("from", from), ("to", to))
        }),
        differences: method::difference_views(&differences),
        missing: missing_after(&cx, &head, &picture),
        revision: picture.process.revision,
        may_plan: super::may_plan(staff) && !picture.is_closed(),
        errors,
        head,
        cx,
    })
}

/// What the offered edition would miss where the dialogue is.
fn missing_after(cx: &Cx, head: &Head, picture: &Picture) -> Vec<MissingText> {
    let Some(newer) = &picture.newer else {
        return Vec::new();
    };
    let moved = Picture {
        pack: newer.clone(),
        newer: None,
        ..picture.clone()
    };
    let told = |one: &method::Missing| {
        let told = moved.missing_text(one, cx);
        MissingText {
            href: address(cx, head, &told.href),
            ..told
        }
    };
    newer.machine.held_missing(&moved.standing()).iter().map(told).collect()
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    page(&build(&req, who.cx(&req), &who.staff, Errors::default()).await?)
}

pub(crate) async fn take(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let (id, here) = (req.id_param("id")?, super::desk_address(&req).await?);
    let form = req.form()?;
    match acts::upgrade(&req.site, &who.staff, id, form.int("revision").unwrap_or_default()).await {
        Ok(()) => req.done(&here, "dialogues-done-edition"),
        Err(Refused::NotFromHere) => {
            let mut errors = Errors::default();
            errors.add("byt", req.t("dialogues-error-edition"));
            invalid(&build(&req, who.cx(&req), &who.staff, errors).await?)
        }
        Err(refused) => Err(refused.into()),
    }
}
