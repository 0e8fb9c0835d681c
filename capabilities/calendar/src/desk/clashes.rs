//! `/arbetsyta/dialoger/{id}/krockar`: what clashes with one dialogue, and the decision to keep the time.

use super::ClashView;
use crate::acts;
use crate::material::Material;
use crate::model::Planned;
use crate::words;
use askama::Template;
use identity::{Grant, PlanDialogue, SeeDesk, Staff};
use web::{Cx, Errors, Fault, Reply, Req, invalid, page};

/// Longest reason, in characters.
const REASON_LENGTH: usize = 500;

#[derive(Template)]
#[template(path = "calendar/clashes.html")]
struct Clashes {
    cx: Cx,
    errors: Errors,
    /// The planner of the dialogue.
    planner: String,
    title: String,
    action: String,
    /// When it is open; empty when the plan does not say.
    period: String,
    serious: Vec<ClashView>,
    light: Vec<ClashView>,
    /// The clash whose form came back, and what was written.
    typed: (String, String),
    calendar: String,
    may_plan: bool,
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    page(&clashes_page(&req, who.cx(&req), &who.staff, Errors::default(), Default::default()).await?)
}

async fn clashes_page(
    req: &Req,
    cx: Cx,
    staff: &Staff,
    errors: Errors,
    typed: (String, String),
) -> Result<Clashes, Fault> {
    let mut read = req.site.db.read().await?;
    let dialogue = dialogues::named(req, &mut read).await?;
    let planned = Planned::of(&dialogue).filter(|_| dialogue.takes_place());
    let (mut serious, mut light) = (Vec::new(), Vec::new());
    if let Some(one) = &planned {
        let material = Material::around(&mut read, one, cx.settings.dialogues_per_area).await?;
        let views = material
            .clashes(one)
            .iter()
            .map(|clash| ClashView::new(&cx, clash, material.accepted(one.id, clash)))
            .collect::<Vec<_>>();
        (serious, light) = views.into_iter().partition(|view| view.serious);
    }
    let period = planned.map(|one| one.period);
    let year = period.map_or(req.today().year(), |one| one.first.year());
    Ok(Clashes {
        errors,
        planner: cx.link(&dialogue.desk_address()),
        title: words::title(&cx, &dialogue.title),
        action: cx.link(&format!("{}/krockar", dialogue.desk_address())),
        period: period.map(|one| cx.period(&one.first, &one.last)).unwrap_or_default(),
        serious,
        light,
        typed,
        calendar: cx.link(&format!("{}?ar={year}", crate::CALENDAR)),
        may_plan: staff.may::<PlanDialogue>(),
        cx,
    })
}

pub(crate) async fn accept(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let form = req.form()?;
    let (key, reason) = (form.text("krock"), form.text("skal"));
    let mut page = clashes_page(&req, who.cx(&req), &who.staff, Errors::default(), Default::default()).await?;
    // It may have gone away while the page was open: then there is nothing to accept.
    if !page.serious.iter().any(|one| one.key == key) {
        return req.done(&back(&req)?, "calendar-note-clash-gone");
    }
    let wrong = match reason.chars().count() {
        0 => Some(req.t("calendar-error-reason")),
        length if length > REASON_LENGTH => {
            Some(req.ta("calendar-error-reason-long", &[("max", REASON_LENGTH.into())]))
        }
        _ => None,
    };
    if let Some(message) = wrong {
        page.cx = page.cx.failed();
        page.errors.add(format!("skal-{key}"), message);
        page.typed = (key, form.raw("skal"));
        return invalid(&page);
    }
    acts::accept_clash(&req.site, &who, req.id_param("id")?, &key, &reason).await?;
    req.done(&back(&req)?, "calendar-note-accepted")
}

fn back(req: &Req) -> Result<String, Fault> {
    Ok(format!("/arbetsyta/dialoger/{}/krockar", req.id_param("id")?))
}
