//! `…/mall/{template}/fyll-i`: the form for what only the template asks for. The rest is written in the planner.

use super::{Frame, load};
use crate::acts;
use crate::filling::Filling;
use askama::Template;
use identity::{Grant, PlanDialogue, SeeDesk};
use method::pack::{Field, Sheet};
use method::{Refused, Typed};
use web::{Cx, Errors, Fault, Form, Lang, Reply, Req, invalid, page};

/// Who saved and when; and for each field that differs, its label, what stands, what was written.
type Conflict = (String, Vec<(String, String, String)>);

#[derive(Template)]
#[template(path = "sheets/fill.html")]
struct Fill {
    cx: Cx,
    errors: Errors,
    frame: Frame,
    views: Vec<method::FieldView>,
    revision: i64,
    asks_reason: bool,
    reason: String,
    conflict: Option<Conflict>,
    can_save: bool,
}

/// What a page that comes back knows beside what stands.
#[derive(Default)]
struct Given<'a> {
    errors: Errors,
    form: Option<&'a Form>,
    conflict: bool,
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let filling = load(&req).await?;
    let sheet = filling.sheet(req.param("template")?)?;
    let can_save = who.staff.may::<PlanDialogue>();
    page(&build(&req, who.cx(&req), &filling, sheet, Given::default(), can_save))
}

pub(crate) async fn save(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let form = req.form()?;
    let filling = load(&req).await?;
    let sheet = filling.sheet(req.param("template")?)?;
    let again = |errors: Errors, conflict: bool| {
        let given = Given {
            errors,
            form: Some(&form),
            conflict,
        };
        build(&req, who.cx(&req), &filling, sheet, given, true)
    };
    if form.has("fler-rader") {
        return page(&again(Errors::default(), false));
    }
    let fields = filling.asked(sheet);
    let mut errors = Errors::default();
    let values = method::read_fields(&req, &filling.picture.pack, &fields, &form, Lang::Sv, &mut errors);
    if !errors.is_empty() {
        return invalid(&again(errors, false));
    }
    let (id, revision, reason) = (filling.dialogue.id, form.int("revision"), form.text("skal"));
    match acts::write(&req.site, &who.staff, id, &sheet.key, revision, values, &reason).await {
        Ok(_) => req.done(
            &format!("{}/mall/{}", filling.dialogue.desk_address(), sheet.key.to_lowercase()),
            "sheets-done-saved",
        ),
        // Nothing is lost: the form comes back as typed, with what stands now beside it.
        Err(Refused::Fault(Fault::Conflict)) => invalid(&again(errors, true)),
        Err(refused) => {
            refusal(&req, &filling, &who.cx(&req), &fields, refused, &mut errors)?;
            invalid(&again(errors, false))
        }
    }
}

fn build(req: &Req, mut cx: Cx, filling: &Filling, sheet: &Sheet, given: Given<'_>, may: bool) -> Fill {
    cx.has_errors = !given.errors.is_empty() || given.conflict;
    let frame = Frame::new(&cx, filling, sheet);
    let fields = filling.asked(sheet);
    let more_rows = given
        .form
        .map(|form| form.text("fler-rader"))
        .filter(|id| !id.is_empty());
    let typed = given.form.map(|form| Typed { form, more_rows });
    let mut views = method::views(&cx, &filling.filled_picture(), &fields, typed.as_ref(), Lang::Sv);
    for (view, field) in views.iter_mut().zip(&fields) {
        if let Some(from) = fetched(&cx, filling, field) {
            view.hint = format!("{} {from}", view.hint).trim().to_string();
        }
    }
    let (picture, process) = (&filling.picture, &filling.picture.process);
    let who_when = cx.t2(
        "sheets-conflict-who",
        ("name", &process.updated_by),
        ("when", &cx.moment(&process.updated_at)),
    );
    let form = given.form.filter(|_| given.conflict);
    Fill {
        revision: process.revision,
        asks_reason: picture.is_public() && fields.iter().any(|field| field.announced),
        reason: given.form.map(|form| form.raw("skal")).unwrap_or_default(),
        conflict: form.map(|form| {
            let rows = method::conflicting(req, &cx, picture, &fields, form, Lang::Sv);
            (who_when, rows)
        }),
        can_save: may && !picture.is_closed(),
        errors: given.errors,
        views,
        frame,
        cx,
    }
}

/// "Hämtat från Målgrupper." for a field that nobody has written.
fn fetched(cx: &Cx, filling: &Filling, field: &Field) -> Option<String> {
    let origins = filling.filled.from.get(&field.key)?;
    let pack = &filling.picture.pack;
    let mut names: Vec<String> = origins.iter().map(|one| method::origin_name(cx, pack, one)).collect();
    names.dedup();
    Some(cx.t1("sheets-fetched-change", "from", names.join(", ")))
}

/// A refusal as messages at fields; anything that is no matter of the form goes on as a fault.
fn refusal(
    req: &Req,
    filling: &Filling,
    cx: &Cx,
    fields: &[&Field],
    refused: Refused,
    errors: &mut Errors,
) -> Result<(), Fault> {
    let first = fields.first().map_or("", |field| field.key.as_str());
    let here = |key: &str| {
        let own = fields.iter().find(|field| field.key == key);
        own.map_or(first, |field| field.key.as_str())
    };
    match refused {
        Refused::Complaints(list) => {
            for (field, complaint) in &list {
                errors.add(here(field), method::complaint_text(req, complaint));
            }
        }
        Refused::Rules(list) => {
            for (field, message) in &list {
                errors.add(here(field), message.get(req.lang).to_string());
            }
        }
        Refused::Holds(list) => {
            for missing in &list {
                let text = filling.picture.missing_text(missing, cx).text;
                errors.add(first, cx.t1("sheets-error-held", "what", text));
            }
        }
        Refused::ReasonNeeded { .. } => errors.add("skal", req.t("sheets-error-reason")),
        Refused::Closed => errors.add(first, req.t("method-refused-closed")),
        other => return Err(other.into()),
    }
    Ok(())
}
