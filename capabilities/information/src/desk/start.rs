//! `/arbetsyta/borja-har`: where everyone in the municipality begins, and the other pages for them.

use crate::model::version::Shelf;
use crate::pages::blocks::Block;
use crate::pages::show::{ShownView, view};
use crate::store::versions as store;
use askama::Template;
use identity::{Grant, SeeDesk};
use method::Pack;
use method::pack::{Audience, INTRANET_PLACE, Include, Link, Piece};
use web::{Cx, Fault, Reply, Req, page};

/// Where the rest of what one needs stands: address, and the text keys of its name and of what one finds there.
const PLACES: [(&str, &str, &str); 7] = [
    (
        "/arbetsyta/handbok",
        "information-place-book",
        "information-place-book-about",
    ),
    (
        "/arbetsyta/metoder",
        "information-place-methods",
        "information-place-methods-about",
    ),
    (
        "/arbetsyta/metodval",
        "information-place-chooser",
        "information-place-chooser-about",
    ),
    (
        "/arbetsyta/exempel",
        "information-place-examples",
        "information-place-examples-about",
    ),
    (
        "/arbetsyta/kalender",
        "information-place-calendar",
        "information-place-calendar-about",
    ),
    (
        "/arbetsyta/utbildning",
        "information-place-training",
        "information-place-training-about",
    ),
    (
        "/arbetsyta/ordlista",
        "information-place-glossary",
        "information-place-glossary-about",
    ),
];

#[derive(Template)]
#[template(path = "information/start.html")]
struct Start {
    cx: Cx,
    shown: ShownView,
    /// Name and what it is about; none when the pack has no guide.
    guide: Option<(String, String)>,
    /// Address, name and what one finds there.
    places: Vec<(String, String, String)>,
    templates: Vec<(String, String)>,
    /// The chapters in which checklists are read.
    checklists: Vec<(String, String)>,
    /// The other pages for the municipality's own people.
    pages: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "information/intranet.html")]
struct Intranet {
    cx: Cx,
    shown: ShownView,
}

/// `GET /arbetsyta/borja-har`
pub(crate) async fn start(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let pack = method::packs(&req.site).dialogue();
    let shown = shown(&req, &cx, &pack).await?;
    let place = |(address, name, about): (&str, &str, &str)| (cx.link(address), cx.t(name), cx.t(about));
    let sheet = |one: &method::pack::Sheet| {
        let link = Link::Template(one.key.clone());
        (cx.link(&link.address()), one.name.get(cx.lang).to_owned())
    };
    let pages = pack.library.pages.iter();
    page(&Start {
        shown,
        guide: pack.library.guide.as_ref().map(|one| {
            let (name, about) = (one.name.get(cx.lang), one.about.get(cx.lang));
            (name.to_owned(), about.to_owned())
        }),
        places: PLACES.map(place).into(),
        templates: pack.sheets.iter().map(sheet).collect(),
        checklists: checklists(&cx, &pack),
        pages: pages
            .filter(|one| one.audience == Audience::Intranet && one.address != INTRANET_PLACE)
            .map(|one| (cx.link(&one.address), one.name.get(cx.lang).to_owned()))
            .collect(),
        cx,
    })
}

/// `GET /arbetsyta/borja-har/{page}`
pub(crate) async fn intranet(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let pack = method::packs(&req.site).dialogue();
    let shown = shown(&req, &cx, &pack).await?;
    page(&Intranet { shown, cx })
}

/// The page of the address, as it is now.
async fn shown(req: &Req, cx: &Cx, pack: &Pack) -> Result<ShownView, Fault> {
    let page = pack.library.page_at(&req.path).ok_or(Fault::NotFound)?;
    let mut read = req.site.db.read().await?;
    let approved = store::approved(&mut read, Shelf::Intranet, &page.key).await?;
    view(&mut read, cx, page, &approved, req.now).await
}

fn checklists(cx: &Cx, pack: &Pack) -> Vec<(String, String)> {
    let has_one = |piece: &Piece| matches!(piece, Piece::Include(Include::Checklist(_)));
    let chapters = pack.library.chapters.iter();
    chapters
        .filter(|one| one.pieces.iter().any(has_one))
        .map(|one| {
            let link = Link::Chapter(one.key.clone());
            (cx.link(&link.address()), one.name.get(cx.lang).to_owned())
        })
        .collect()
}
