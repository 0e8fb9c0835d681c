//! `/arbetsyta/texter`: every page that can be written, in each language, and where each stands.

use crate::STATEMENT_FORM;
use crate::model::version::{Shelf, TextKey};
use crate::store::versions::{self as store, Overview};
use askama::Template;
use identity::{Administer, ApproveDialogue, Grant};
use std::collections::HashMap;
use web::{Cx, Lang, Reply, Req, page};

#[derive(Template)]
#[template(path = "information/list.html")]
struct List {
    cx: Cx,
    shelves: Vec<ShelfView>,
    /// Chapters that have been written on the desk.
    chapters: Vec<TextView>,
    /// Where the accessibility statement is filled in; none for those who may not.
    statement: Option<String>,
}

struct ShelfView {
    heading: String,
    /// What its table is called, unique in the page.
    caption: String,
    id: &'static str,
    pages: Vec<PageView>,
}

struct PageView {
    name: String,
    /// Where readers find it.
    href: String,
    texts: Vec<TextView>,
}

struct TextView {
    href: String,
    name: String,
    state: String,
    /// What waits: a draft, a plan, a translation older than its original.
    waits: Vec<String>,
}

pub(crate) async fn show(req: Req, who: Grant<ApproveDialogue>) -> Reply {
    let cx = who.cx(&req);
    let pack = method::packs(&req.site).dialogue();
    let mut read = req.site.db.read().await?;
    let written: HashMap<TextKey, Overview> = store::overview(&mut read, req.now).await?.into_iter().collect();
    drop(read);
    let shelf = |shelf: Shelf| ShelfView {
        heading: cx.t(&format!("information-shelf-{}", shelf.code())),
        caption: cx.t(&format!("information-table-{}", shelf.code())),
        id: shelf.code(),
        pages: pack
            .library
            .pages
            .iter()
            .filter(|one| Some(one.audience) == shelf.audience())
            .map(|one| PageView {
                name: one.name.get(cx.lang).to_owned(),
                href: cx.link(&one.address),
                texts: Lang::ALL
                    .map(|lang| {
                        let has_base = !one.text.get(lang).is_empty();
                        text(&cx, &written, &TextKey::new(shelf, &one.key, lang), has_base)
                    })
                    .into(),
            })
            .collect(),
    };
    let chapter = |key: &TextKey| TextView {
        name: super::name_of(&cx, &pack, key),
        ..text(&cx, &written, key, true)
    };
    let mut chapters: Vec<&TextKey> = written.keys().filter(|key| key.shelf == Shelf::Handbook).collect();
    chapters.sort_by_key(|key| pack.library.chapters.iter().position(|one| one.key == key.text));
    page(&List {
        shelves: [Shelf::Public, Shelf::Intranet].map(shelf).into(),
        chapters: chapters.into_iter().map(chapter).collect(),
        statement: who.staff.may::<Administer>().then(|| cx.link(STATEMENT_FORM)),
        cx,
    })
}

fn text(cx: &Cx, written: &HashMap<TextKey, Overview>, key: &TextKey, has_base: bool) -> TextView {
    let overview = written.get(key);
    let shown_at = overview.and_then(|one| one.shown_at);
    let state = match shown_at {
        Some(at) => cx.t1("information-state-own", "date", cx.day(&at)),
        None if has_base => cx.t("information-state-base"),
        None => cx.t("information-state-missing"),
    };
    let mut waits = Vec::new();
    if overview.is_some_and(|one| one.has_draft) {
        waits.push(cx.t("information-state-draft"));
    }
    if let Some(at) = overview.and_then(|one| one.planned_at) {
        waits.push(cx.t1("information-state-planned", "when", cx.moment(&at)));
    }
    let original = written.get(&TextKey::new(key.shelf, &key.text, Lang::Sv));
    let original_at = original.and_then(|one| one.shown_at).filter(|_| key.lang != Lang::Sv);
    if original_at.is_some_and(|at| shown_at.is_none_or(|shown| shown < at)) {
        waits.push(cx.t("information-state-older"));
    }
    TextView {
        href: cx.link(&key.desk_address()),
        name: key.lang.own_name().to_owned(),
        state,
        waits,
    }
}
