//! `/arbetsyta/mallar`: the templates of the method, each to be read and printed blank. They are filled in from a dialogue.

use super::{HAS_PDF, Lead, file as download_file};
use crate::compose;
use askama::Template;
use identity::{Grant, SeeDesk};
use method::Pack;
use method::pack::{Link, Sheet};
use std::sync::Arc;
use web::{Cx, Fault, Reply, Req, page};

/// A form to print: address, name, about.
type Form = (String, String, String);

#[derive(Template)]
#[template(path = "sheets/blanks.html")]
struct Blanks {
    cx: Cx,
    /// The templates of one method after the other: its name, and address, name and what it is for of each.
    methods: Vec<(String, Vec<Form>)>,
}

pub(crate) async fn list(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let line = |sheet: &Sheet| {
        let address = format!("{}/{}", crate::BLANKS, sheet.key.to_lowercase());
        let words = |one: &method::Words| one.get(cx.lang).to_string();
        (cx.link(&address), words(&sheet.name), words(&sheet.about))
    };
    let of_pack = |pack: Arc<Pack>| {
        (
            pack.name.get(cx.lang).to_string(),
            pack.sheets.iter().map(line).collect(),
        )
    };
    page(&Blanks {
        methods: packs(&req).into_iter().map(of_pack).collect(),
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

/// One process template of each method in use, that of dialogues first: all of a method have the same templates.
fn packs(req: &Req) -> Vec<Arc<Pack>> {
    let packs = method::packs(&req.site);
    let first = packs.dialogue();
    let others = packs.in_use().into_iter().filter(|edition| edition.key != first.key);
    let others = others.filter_map(|edition| edition.templates.first().cloned());
    std::iter::once(first.clone()).chain(others).collect()
}

/// The pack that lends the template, and the template.
fn find(req: &Req) -> Result<(Arc<Pack>, Sheet), Fault> {
    let key = req.param("template")?;
    let lends = |pack: Arc<Pack>| pack.sheet(key).cloned().map(|sheet| (pack, sheet));
    packs(req).into_iter().find_map(lends).ok_or(Fault::NotFound)
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let (pack, sheet) = find(&req)?;
    // The handbook on the desk is that of dialogues.
    let has_book = pack.key == method::packs(&req.site).dialogue().key;
    let naming = pack
        .library
        .chapters
        .iter()
        .filter(|one| has_book && one.templates.contains(&sheet.key));
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
