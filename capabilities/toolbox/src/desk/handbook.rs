//! `/arbetsyta/handbok`: the contents, a chapter, and the whole book on one page.

use super::{Lead, caption, html};
use crate::model::html::{Section, Setting, sections, to_html};
use crate::{Book, Toolbox};
use askama::Template;
use identity::{ApproveDialogue, Grant, SeeDesk};
use method::pack::{Chapter, Link};
use web::{Cx, Fault, Reply, Req, page};

/// A part with its chapters.
struct PartView {
    name: String,
    chapters: Vec<Lead>,
}

/// The parts with their chapters; `current` is the key of the chapter one reads.
fn parts(cx: &Cx, toolbox: &Book, current: &str) -> Vec<PartView> {
    let library = &toolbox.pack.library;
    let lead = |chapter: &Chapter| Lead {
        about: chapter.about.get(cx.lang).to_owned(),
        current: chapter.key == current,
        ..Lead::new(cx, &Link::Chapter(chapter.key.clone()), chapter.name.get(cx.lang))
    };
    let part = |part: &method::pack::Part| PartView {
        name: part.name.get(cx.lang).to_owned(),
        chapters: library
            .chapters
            .iter()
            .filter(|one| one.part == part.key)
            .map(lead)
            .collect(),
    };
    library.parts.iter().map(part).collect()
}

#[derive(Template)]
#[template(path = "toolbox/contents.html")]
struct Contents {
    cx: Cx,
    parts: Vec<PartView>,
    has_pdf: bool,
}

pub(crate) async fn contents(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let toolbox = req.site.get::<Toolbox>().book();
    page(&Contents {
        parts: parts(&cx, &toolbox, ""),
        has_pdf: super::files::HAS_PDF,
        cx,
    })
}

#[derive(Template)]
#[template(path = "toolbox/chapter.html")]
struct ChapterPage {
    cx: Cx,
    part: String,
    name: String,
    about: String,
    html: String,
    sections: Vec<Section>,
    parts: Vec<PartView>,
    templates: Vec<Lead>,
    methods: Vec<Lead>,
    previous: Option<Lead>,
    next: Option<Lead>,
    /// Where the chapter is edited; none for those who may not.
    edit: Option<String>,
}

pub(crate) async fn chapter(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let toolbox = req.site.get::<Toolbox>().book();
    let place = toolbox.place(req.param("chapter")?).ok_or(Fault::NotFound)?;
    let (chapter, text) = toolbox.at(place).ok_or(Fault::NotFound)?;
    let library = &toolbox.pack.library;
    let part = library.parts.iter().find(|one| one.key == chapter.part);
    let beside = |place: Option<usize>| {
        let (chapter, _) = toolbox.at(place?)?;
        Some(Lead::new(
            &cx,
            &Link::Chapter(chapter.key.clone()),
            chapter.name.get(cx.lang),
        ))
    };
    page(&ChapterPage {
        part: part.map(|one| one.name.get(cx.lang).to_owned()).unwrap_or_default(),
        name: chapter.name.get(cx.lang).to_owned(),
        about: chapter.about.get(cx.lang).to_owned(),
        html: html(&cx, text, "avsnitt"),
        sections: sections(text, "avsnitt")
            .into_iter()
            .filter(|one| one.level == 2)
            .collect(),
        parts: parts(&cx, &toolbox, &chapter.key),
        templates: templates(&cx, &toolbox, chapter),
        methods: methods(&cx, &toolbox, chapter),
        previous: beside(place.checked_sub(1)),
        next: beside(place.checked_add(1)),
        edit: who
            .staff
            .may::<ApproveDialogue>()
            .then(|| cx.link(&edit_address(&chapter.key))),
        cx,
    })
}

/// Chapters are edited where all texts are.
fn edit_address(chapter: &str) -> String {
    format!("/arbetsyta/texter/handbok/{chapter}/sv")
}

fn templates(cx: &Cx, toolbox: &Book, chapter: &Chapter) -> Vec<Lead> {
    let sheet = |key: &String| {
        let sheet = toolbox.pack.sheets.iter().find(|one| one.key == *key)?;
        Some(Lead::new(cx, &Link::Template(key.clone()), sheet.name.get(cx.lang)))
    };
    chapter.templates.iter().filter_map(sheet).collect()
}

fn methods(cx: &Cx, toolbox: &Book, chapter: &Chapter) -> Vec<Lead> {
    let method = |key: &String| {
        let method = toolbox.pack.library.method(key)?;
        Some(Lead::new(cx, &Link::Method(key.clone()), method.name.get(cx.lang)))
    };
    chapter.methods.iter().filter_map(method).collect()
}

#[derive(Template)]
#[template(path = "toolbox/all.html")]
struct All {
    cx: Cx,
    parts: Vec<WholePart>,
    has_pdf: bool,
}

struct WholePart {
    name: String,
    chapters: Vec<WholeChapter>,
}

struct WholeChapter {
    key: String,
    name: String,
    about: String,
    html: String,
}

pub(crate) async fn all(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let toolbox = req.site.get::<Toolbox>().book();
    let whole = |(chapter, text): (&Chapter, &str)| WholeChapter {
        key: chapter.key.clone(),
        name: chapter.name.get(cx.lang).to_owned(),
        about: chapter.about.get(cx.lang).to_owned(),
        html: within_the_book(&cx, text, &chapter.key),
    };
    let parts = toolbox
        .pack
        .library
        .parts
        .iter()
        .map(|part| WholePart {
            name: part.name.get(cx.lang).to_owned(),
            chapters: toolbox
                .chapters()
                .filter(|(one, _)| one.part == part.key)
                .map(whole)
                .collect(),
        })
        .collect();
    page(&All {
        parts,
        has_pdf: super::files::HAS_PDF,
        cx,
    })
}

/// A chapter where its title is an `h3`, and other chapters stand in the same page.
fn within_the_book(cx: &Cx, text: &str, key: &str) -> String {
    to_html(
        text,
        &Setting {
            top: 4,
            prefix: key,
            address: &|link| match link {
                Link::Chapter(key) => format!("#{key}"),
                other => cx.link(&other.address()),
            },
            page: &|path| cx.link(path),
            caption: &|number, under| caption(cx, number, under),
        },
    )
}
