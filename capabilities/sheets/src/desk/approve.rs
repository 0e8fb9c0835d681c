//! `…/mall/{template}/godkann`: approving what stands, with everything that is missing as links.

use super::{Frame, Lead, load, missing};
use crate::acts::{self, NotApproved};
use crate::compose::{self, Head};
use crate::filling::{Filling, written_in};
use crate::model;
use crate::store;
use askama::Template;
use identity::{Grant, SeeDesk, Staff};
use method::pack::Sheet;
use web::{Cx, Errors, Fault, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "sheets/approve.html")]
struct Approve {
    cx: Cx,
    errors: Errors,
    frame: Frame,
    missing: Vec<Lead>,
    waiting: usize,
    /// What stands, as the official reads it before approving.
    content: String,
    seen: String,
    may: bool,
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let filling = load(&req).await?;
    let sheet = filling.sheet(req.param("template")?)?;
    page(&build(&req, who.cx(&req), &who.staff, &filling, sheet, Errors::default()).await?)
}

async fn build(
    req: &Req,
    mut cx: Cx,
    staff: &Staff,
    filling: &Filling,
    sheet: &Sheet,
    errors: Errors,
) -> Result<Approve, Fault> {
    cx.has_errors = !errors.is_empty();
    let mut read = req.site.db.read().await?;
    let comments = store::comments(&mut read, filling.dialogue.id, &sheet.key).await?;
    drop(read);
    let frame = Frame::new(&cx, filling, sheet);
    let document = compose::filled(&written_in(&req.site), filling, sheet, &Head::Draft);
    Ok(Approve {
        missing: missing(&cx, filling, sheet, &frame.base),
        waiting: comments.iter().filter(|one| one.resolved_at.is_none()).count(),
        content: documents::to_html(&document, 2),
        seen: model::fingerprint(&filling.picture, sheet, &filling.filled),
        may: staff.may_named(&sheet.approved_by),
        errors,
        frame,
        cx,
    })
}

pub(crate) async fn take(req: Req, who: Grant<SeeDesk>) -> Reply {
    let form = req.form()?;
    let (dialogue, template) = (super::named(&req).await?, req.param("template")?);
    let (id, here) = (
        dialogue.id,
        format!("{}/mall/{}", dialogue.desk_address(), template.to_lowercase()),
    );
    let mut errors = Errors::default();
    match acts::approve(&req.site, &who.staff, id, template, Some(&form.text("sett"))).await {
        Ok(number) => return req.done(&format!("{here}/version/{number}"), "sheets-done-approved"),
        Err(NotApproved::Already(number)) => {
            return req.done(&format!("{here}/version/{number}"), "sheets-already-approved");
        }
        Err(NotApproved::Missing(_)) => errors.add("saknas", req.t("sheets-error-missing")),
        Err(NotApproved::Changed) => errors.add("innehall", req.t("sheets-error-changed")),
        Err(NotApproved::Fault(fault)) => return Err(fault),
    }
    let filling = load(&req).await?;
    let sheet = filling.sheet(template)?;
    invalid(&build(&req, who.cx(&req), &who.staff, &filling, sheet, errors).await?)
}
