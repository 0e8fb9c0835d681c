//! `…/checklista`: the checklists before, during and after; ticked with a note, or set aside with a reason.

use super::{Head, load};
use crate::acts;
use askama::Template;
use identity::{Grant, PlanDialogue, SeeDesk, Staff};
use method::pack::{Item, Proof};
use method::{Picture, Refused, TickStatus};
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "dialogues/checklist.html")]
struct Checklist {
    cx: Cx,
    errors: Errors,
    head: Head,
    phases: Vec<PhaseView>,
    done: usize,
    of: usize,
    progress: String,
    may_plan: bool,
}

struct PhaseView {
    name: String,
    items: Vec<ItemView>,
}

struct ItemView {
    key: String,
    text: String,
    role: String,
    /// `done`, `not-applicable` or `open`.
    status: &'static str,
    /// Done by what is written in the plan: nobody needs to tick it.
    by_itself: bool,
    note: String,
    noted: String,
    asks: String,
    action: String,
    open: bool,
}

async fn build(
    req: &Req,
    mut cx: Cx,
    staff: &Staff,
    errors: Errors,
    typed: Option<(&str, &Form)>,
) -> Result<Checklist, Fault> {
    cx.has_errors = !errors.is_empty();
    let mut read = req.site.db.read().await?;
    let (dialogue, picture) = load(req, &mut read).await?;
    drop(read);
    let head = Head::new(&cx, &dialogue, &picture);
    let items = picture.items();
    let phase = |key: &'static str| PhaseView {
        name: cx.t(&format!("dialogues-checklist-{key}")),
        items: items
            .iter()
            .filter(|(item, _)| item.phase == key)
            .map(|(item, done)| view(&cx, &head, &picture, item, *done, typed))
            .collect(),
    };
    let (done, of) = (items.iter().filter(|(_, done)| *done).count(), items.len());
    Ok(Checklist {
        phases: ["before", "during", "after"]
            .map(phase)
            .into_iter()
            .filter(|phase| !phase.items.is_empty())
            .collect(),
        progress: cx.ta(
            "dialogues-checklist-progress",
            &[("done", done.into()), ("of", of.into())],
        ),
        done,
        of,
        may_plan: super::may_plan(staff) && !picture.is_closed(),
        errors,
        head,
        cx,
    })
}

fn view(cx: &Cx, head: &Head, picture: &Picture, item: &Item, done: bool, typed: Option<(&str, &Form)>) -> ItemView {
    let tick = picture.ticks.get(&item.key);
    let typed = typed.filter(|(key, _)| *key == item.key);
    ItemView {
        key: item.key.clone(),
        text: item.text.get(cx.lang).to_string(),
        role: item.role.get(cx.lang).to_string(),
        status: match tick.map(|tick| tick.status.as_str()) {
            Some("not-applicable") => "not-applicable",
            _ if done => "done",
            _ => "open",
        },
        by_itself: done && tick.is_none(),
        note: typed.map_or_else(
            || tick.map(|tick| tick.note.clone()).unwrap_or_default(),
            |(_, form)| form.raw("anteckning"),
        ),
        noted: tick
            .map(|tick| {
                cx.t2(
                    "dialogues-checklist-noted",
                    ("name", &tick.changed_by),
                    ("when", &cx.moment(&tick.changed_at)),
                )
            })
            .unwrap_or_default(),
        asks: cx.t(match item.proof {
            Proof::None => "dialogues-checklist-note",
            Proof::Text => "dialogues-checklist-note-text",
            Proof::File => "dialogues-checklist-note-file",
            Proof::Date => "dialogues-checklist-note-date",
            Proof::Link => "dialogues-checklist-note-link",
        }),
        action: format!("{}/checklista/{}", head.base, item.key),
        open: typed.is_some(),
    }
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    page(&build(&req, who.cx(&req), &who.staff, Errors::default(), None).await?)
}

pub(crate) async fn tick(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let form = req.form()?;
    let (id, item) = (req.id_param("id")?, req.param("item")?.to_string());
    let status = TickStatus::from_code(&form.text("lage")).ok_or(Fault::BadRequest("dialogues-error-tick"))?;
    let note = form.text("anteckning");
    let mut errors = Errors::default();
    let field = format!("{item}-anteckning");
    if note.chars().count() > 2000 {
        errors.add(&field, req.t("dialogues-error-note-long"));
        return invalid(&build(&req, who.cx(&req), &who.staff, errors, Some((&item, &form))).await?);
    }
    match acts::tick_item(&req.site, &who.staff, id, &item, status, &note).await {
        Ok(()) => req.done(
            &format!("/arbetsyta/dialoger/{id}/checklista#{item}"),
            "dialogues-done-tick",
        ),
        Err(Refused::ReasonNeeded { .. }) => {
            errors.add(&field, req.t("dialogues-error-tick-reason"));
            invalid(&build(&req, who.cx(&req), &who.staff, errors, Some((&item, &form))).await?)
        }
        Err(Refused::Holds(_)) => {
            errors.add(&field, req.t("dialogues-error-tick-held"));
            invalid(&build(&req, who.cx(&req), &who.staff, errors, Some((&item, &form))).await?)
        }
        Err(other) => Err(other.into()),
    }
}
