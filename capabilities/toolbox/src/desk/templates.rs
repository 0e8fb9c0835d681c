//! `/arbetsyta/mallar/{template}`: what a template of the method contains. It is filled in from a dialogue's own page.

use super::Lead;
use crate::Toolbox;
use askama::Template;
use identity::{Grant, SeeDesk};
use method::Pack;
use method::pack::{Link, SheetSection};
use web::{Cx, Fault, Reply, Req, page};

#[derive(Template)]
#[template(path = "toolbox/template.html")]
struct SheetPage {
    cx: Cx,
    name: String,
    about: String,
    sections: Vec<SectionView>,
    chapters: Vec<Lead>,
}

struct SectionView {
    heading: String,
    text: String,
    /// What is filled in, with how.
    fields: Vec<(String, String)>,
}

pub(crate) async fn template(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = super::under(who.cx(&req), crate::BOOK);
    let toolbox = req.site.get::<Toolbox>().book();
    let (pack, key) = (&toolbox.pack, req.param("template")?);
    let sheets = pack.sheets.iter();
    let sheet = sheets
        .clone()
        .find(|one| one.key.eq_ignore_ascii_case(key))
        .ok_or(Fault::NotFound)?;
    let naming = pack
        .library
        .chapters
        .iter()
        .filter(|one| one.templates.contains(&sheet.key));
    page(&SheetPage {
        name: sheet.name.get(cx.lang).to_owned(),
        about: sheet.about.get(cx.lang).to_owned(),
        sections: sheet.sections.iter().map(|one| section(&cx, pack, one)).collect(),
        chapters: naming
            .map(|one| Lead::new(&cx, &Link::Chapter(one.key.clone()), one.name.get(cx.lang)))
            .collect(),
        cx,
    })
}

fn section(cx: &Cx, pack: &Pack, section: &SheetSection) -> SectionView {
    let words = |words: &Option<method::Words>| {
        words
            .as_ref()
            .map(|one| one.get(cx.lang).to_owned())
            .unwrap_or_default()
    };
    let field = |key: &String| {
        let field = pack.field(key)?;
        Some((field.label.get(cx.lang).to_owned(), words(&field.help)))
    };
    SectionView {
        heading: section.heading.get(cx.lang).to_owned(),
        text: words(&section.text),
        fields: section.fields.iter().filter_map(field).collect(),
    }
}
