//! `/arbetsyta/mallar`: the templates of the method, each to be read and printed blank. They are filled in from a dialogue.

use super::{HAS_PDF, Lead, file as download_file};
use crate::compose;
use askama::Template;
use identity::{Grant, SeeDesk};
use method::pack::{Link, Sheet};
use std::sync::Arc;
use web::{Cx, Fault, Reply, Req, page};

#[derive(Template)]
#[template(path = "sheets/blanks.html")]
struct Blanks {
    cx: Cx,
    sheets: Vec<(String, String, String)>,
}

pub(crate) async fn list(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let pack = method::packs(&req.site).dialogue();
    let line = |sheet: &Sheet| {
        let address = format!("{}/{}", crate::BLANKS, sheet.key.to_lowercase());
        let words = |one: &method::Words| one.get(cx.lang).to_string();
        (cx.link(&address), words(&sheet.name), words(&sheet.about))
    };
    page(&Blanks {
        sheets: pack.sheets.iter().map(line).collect(),
        cx,
    })
}

#[derive(Template)]
#[template(path = "sheets/blank.html")]
struct Blank {
    cx: Cx,
    name: String,
    about: String,
    here: String,
    content: String,
    chapters: Vec<Lead>,
    has_pdf: bool,
}

/// The pack that lends the template, and the template.
fn find(req: &Req) -> Result<(Arc<method::Pack>, Sheet), Fault> {
    let pack = method::packs(&req.site).dialogue();
    let sheet = pack.sheet(req.param("template")?).ok_or(Fault::NotFound)?.clone();
    Ok((pack, sheet))
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let (pack, sheet) = find(&req)?;
    let naming = pack
        .library
        .chapters
        .iter()
        .filter(|one| one.templates.contains(&sheet.key));
    let chapters = naming.map(|one| Lead {
        href: cx.link(&Link::Chapter(one.key.clone()).address()),
        text: one.name.get(cx.lang).to_string(),
    });
    let document = compose::blank(&cx, &pack, &sheet, req.today());
    page(&Blank {
        name: sheet.name.get(cx.lang).to_string(),
        about: sheet.about.get(cx.lang).to_string(),
        here: cx.link(&format!("{}/{}", crate::BLANKS, sheet.key.to_lowercase())),
        content: documents::to_html(&document, 1),
        chapters: chapters.collect(),
        has_pdf: HAS_PDF,
        cx,
    })
}

pub(crate) async fn file(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let (pack, sheet) = find(&req)?;
    let document = compose::blank(&cx, &pack, &sheet, req.today());
    let name = format!("{}-{}", sheet.key.to_lowercase(), cx.t("sheets-file-blank"));
    download_file(document, &name, req.param("form")?).await
}
