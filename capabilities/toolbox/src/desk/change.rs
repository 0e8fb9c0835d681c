//! `/arbetsyta/metod/byt`: the municipality's own files are laid over the base. First what would change is shown; a pack
//! with faults is refused with every one of them, and what is in use stays.

use askama::Template;
use identity::{Administer, Grant};
use method::DifferenceView;
use method::editions::{self, OwnFiles, Prepared, Unfit};
use method::pack::{Bundle, Files, PackFault, differences};
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "toolbox/edition-change.html")]
struct ChangePage {
    cx: Cx,
    errors: Errors,
    note: String,
    replace: bool,
    faults: Vec<PackFault>,
    /// The file that was looked at, carried to the confirmation; empty before.
    bundle: String,
    differences: Vec<DifferenceView>,
}

fn blank(cx: Cx, form: &Form, errors: Errors) -> ChangePage {
    ChangePage {
        cx: if errors.is_empty() { cx } else { cx.failed() },
        errors,
        note: form.raw("not"),
        replace: form.has("ersatt"),
        faults: Vec::new(),
        bundle: String::new(),
        differences: Vec::new(),
    }
}

fn cx(req: &Req, who: &Grant<Administer>) -> Cx {
    super::under(who.cx(req), crate::BOOK)
}

pub(crate) async fn show(req: Req, who: Grant<Administer>) -> Reply {
    page(&blank(cx(&req, &who), &Form::default(), Errors::default()))
}

pub(crate) async fn change(req: Req, who: Grant<Administer>) -> Reply {
    let form = req.form()?;
    let mut errors = Errors::default();
    let Some(text) = bundle_text(&req, &form, &mut errors) else {
        return invalid(&blank(cx(&req, &who), &form, errors));
    };
    let key = method::packs(&req.site).dialogues().key.clone();
    let files = match Bundle::parse(&text) {
        Ok(bundle) => own_of(&req, &key, bundle.files),
        Err(problem) => {
            errors.add(
                "fil",
                cx(&req, &who).t1("toolbox-change-not-a-pack", "problem", &problem),
            );
            return invalid(&blank(cx(&req, &who), &form, errors));
        }
    };
    let change = if form.has("ersatt") {
        OwnFiles::All(files)
    } else {
        OwnFiles::Put(files)
    };
    let prepared = match editions::prepare(&req.site, &key, change).await {
        Ok(prepared) => prepared,
        Err(Unfit::Fault(fault)) => return Err(fault),
        Err(Unfit::Faults(faults)) => {
            errors.add("fel", req.t("toolbox-change-refused"));
            let refused = ChangePage {
                faults,
                ..blank(cx(&req, &who), &form, errors)
            };
            return invalid(&refused);
        }
    };
    if form.text("gor") == "byt" {
        put(&req, &who, &prepared, &form.text("not")).await?;
        return req.done(crate::METHOD, "toolbox-done-method");
    }
    let in_use = method::packs(&req.site).dialogues();
    let views = method::difference_views(&differences(&in_use.files, &prepared.edition.files));
    page(&ChangePage {
        differences: views,
        bundle: text,
        ..blank(cx(&req, &who), &form, errors)
    })
}

/// The chosen file, or the one that was looked at before.
fn bundle_text(req: &Req, form: &Form, errors: &mut Errors) -> Option<String> {
    let chosen = form.file("fil").filter(|file| !file.bytes.is_empty());
    let text = match chosen {
        Some(file) => String::from_utf8(file.bytes.to_vec()).ok(),
        None => Some(form.raw("paket")).filter(|text| !text.is_empty()),
    };
    if text.is_none() {
        errors.add("fil", req.t("toolbox-change-choose"));
    }
    text
}

/// What says something of its own: files that are word for word the base's are left out.
fn own_of(req: &Req, pack: &str, mut files: Files) -> Files {
    if let Some(base) = method::packs(&req.site).base(pack) {
        files.retain(|name, text| base.files.get(name) != Some(text));
    }
    files
}

async fn put(req: &Req, who: &Grant<Administer>, prepared: &Prepared, note: &str) -> Result<(), Fault> {
    req.site
        .db
        .write(who.actor(), async |tx| editions::put_prepared(tx, prepared, note).await)
        .await?;
    editions::take_in_use(&req.site, prepared);
    Ok(())
}

/// Gives one file back to the base.
pub(crate) async fn remove(req: Req, who: Grant<Administer>) -> Reply {
    let name = req.form()?.text("fil");
    let key = method::packs(&req.site).dialogues().key.clone();
    match editions::prepare(&req.site, &key, OwnFiles::Remove(vec![name.clone()])).await {
        Ok(prepared) => {
            put(&req, &who, &prepared, &format!("– {name}")).await?;
            req.done("/arbetsyta/metod/skillnader", "toolbox-done-method-file")
        }
        Err(Unfit::Faults(faults)) => {
            let mut errors = Errors::default();
            errors.add("fel", req.t("toolbox-change-refused"));
            let refused = ChangePage {
                faults,
                ..blank(cx(&req, &who), &Form::default(), errors)
            };
            invalid(&refused)
        }
        Err(Unfit::Fault(fault)) => Err(fault),
    }
}
