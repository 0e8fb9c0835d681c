//! `…/blad/{sheet}/filer`: a photo or another file comes on a sheet, or is taken off it.

use super::sheet;
use crate::acts::files as acts;
use crate::model::attached::Caption;
use dialogues::Accepted;
use identity::{Grant, PlanDialogue, SeeDesk};
use web::{Errors, Fault, Form, Reply, Req, invalid};

pub(crate) async fn change(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let seen = sheet::read(&req).await?;
    let (site, of, one, form) = (&req.site, seen.project.dialogue.id, &seen.one, req.form()?);
    if form.has("ta-bort") {
        let document = form
            .text("ta-bort")
            .parse()
            .map_err(|_| Fault::BadRequest("design-error-choice"))?;
        acts::detach(site, &who, of, one.id, document).await?;
        return req.done(&one.address(), "design-done-file-removed");
    }
    let (title, alt, people) = (form.text("filnamn"), form.text("alt"), form.text("personer"));
    let caption = Caption {
        title: &title,
        alt: &alt,
        people: &people,
    };
    let errors = match chosen(&form) {
        Err(key) => told(&req, "file", key),
        Ok(file) => match caption.fault(file.is_picture()) {
            Some((field, key)) => told(&req, field, key),
            None => {
                let key = form.text("nyckel");
                let once = Some(key.as_str()).filter(|key| !key.is_empty());
                match acts::attach(site, &who, of, one.id, file, caption, once).await {
                    Ok(()) => return req.done(&one.address(), "design-done-file-added"),
                    Err(Fault::Rule { key, .. }) => told(&req, "file", key),
                    Err(other) => return Err(other),
                }
            }
        },
    };
    let reader = Grant::<SeeDesk>::of(&who.staff)?;
    invalid(&sheet::build(&req, &reader, &seen, &form, errors)?)
}

/// The file of a form, if it may be kept.
fn chosen(form: &Form) -> Result<Accepted<'_>, &'static str> {
    let file = form.file("file").ok_or("dialogues-error-file-missing")?;
    Accepted::of(&file.name, &file.bytes)
}

fn told(req: &Req, field: &'static str, key: &str) -> Errors {
    let mut errors = Errors::default();
    errors.add(field, req.t(key));
    errors
}
