//! `/` and `/dialoger`: what goes on, what comes, what came of it, and how to find one dialogue among many.

use crate::answers::{self, Heard};
use crate::filter::{Asked, STATES};
use crate::view::Card;
use askama::Template;
use dialogues::{Dialogue, Filter, Phase};
use jiff::civil::Date;
use method::Pack;
use std::sync::Arc;
use std::time::Duration;
use web::{Anyone, Cx, Errors, Fault, Pagination, Reply, Req};

/// Cards on a page of the list.
const PER_PAGE: i64 = 12;
/// Cards of what goes on, on the home page.
const OPEN_ON_HOME: usize = 6;
/// Cards of what comes, and of answers, on the home page.
const FEW: usize = 3;
/// Lists live this long in the cache even when nothing is touched: dialogues open and close by the calendar.
const KEEP: Duration = Duration::from_secs(60);

#[derive(Template)]
#[template(path = "publishing/home.html")]
pub(crate) struct Home {
    cx: Cx,
    open: Vec<Card>,
    coming: Vec<Card>,
    heard: Vec<Heard>,
    rungs: Vec<Rung>,
}

/// A rung of the ladder in one sentence.
pub struct Rung {
    pub rank: u8,
    pub name: String,
    pub promise: String,
}

pub fn rungs(pack: &Pack, cx: &Cx) -> Vec<Rung> {
    let rung = |level: &method::pack::LevelText| Rung {
        rank: level.rank,
        name: level.name.get(cx.lang).to_owned(),
        promise: level.promise.get(cx.lang).to_owned(),
    };
    pack.ladder.levels().iter().map(rung).collect()
}

/// `GET /`
pub async fn home(req: Req, _: Anyone) -> Reply {
    kept(web::page(&home_of(req.cx(), req.today()).await?))
}

pub(crate) async fn home_of(cx: Cx, today: Date) -> Result<Home, Fault> {
    let pack = pack(&cx);
    let mut conn = cx.site().db.read().await?;
    let all = dialogues::list_public(&mut conn, &Filter::default(), today).await?;
    let heard = answers::latest(&mut conn, &all, &cx, FEW).await?;
    drop(conn);
    let cards = |phase, most| -> Vec<Card> {
        let chosen = all.iter().filter(|one| one.phase(today) == phase);
        chosen.take(most).map(|one| Card::new(one, &pack, &cx, today)).collect()
    };
    let (open, coming) = (cards(Phase::Open, OPEN_ON_HOME), cards(Phase::Coming, FEW));
    let rungs = rungs(&pack, &cx);
    Ok(Home {
        open,
        coming,
        heard,
        rungs,
        cx,
    })
}

#[derive(Template)]
#[template(path = "publishing/list.html")]
pub(crate) struct List {
    cx: Cx,
    errors: Errors,
    asked: Asked,
    cards: Vec<Card>,
    pages: Pagination,
    /// The address that a page number is added to.
    base: String,
    states: Vec<(String, String)>,
    areas: Vec<(String, String)>,
    topics: Vec<(String, String)>,
    levels: Vec<(String, String)>,
    /// Links that take one part of the filter away: address and text.
    remove: Vec<(String, String)>,
}

/// `GET /dialoger`
pub async fn list(req: Req, _: Anyone) -> Reply {
    kept(web::page(
        &list_of(req.cx(), Asked::of(&req), req.page_number(), req.today()).await?,
    ))
}

pub(crate) async fn list_of(cx: Cx, asked: Asked, page: i64, today: Date) -> Result<List, Fault> {
    let pack = pack(&cx);
    let mut conn = cx.site().db.read().await?;
    let all = dialogues::list_public(&mut conn, &Filter::default(), today).await?;
    drop(conn);
    let found: Vec<&Dialogue> = all.iter().filter(|one| asked.takes(one, today)).collect();
    let pages = Pagination::new(Some(page), PER_PAGE, i64::try_from(found.len()).unwrap_or(i64::MAX));
    let first = usize::try_from(pages.offset()).unwrap_or(0);
    let page = found.iter().skip(first).take(usize::try_from(PER_PAGE).unwrap_or(12));
    let path = cx.link("/dialoger");
    let base = asked.address(&path, "");
    Ok(List {
        cards: page.map(|one| Card::new(one, &pack, &cx, today)).collect(),
        base: if base.contains('?') {
            format!("{base}&")
        } else {
            format!("{base}?")
        },
        states: STATES
            .iter()
            .map(|(word, _, key)| ((*word).to_owned(), cx.t(key)))
            .collect(),
        areas: distinct(all.iter().map(|one| one.area.as_str())),
        topics: distinct(all.iter().map(|one| one.topic.as_str())),
        levels: pack
            .ladder
            .levels()
            .iter()
            .map(|one| (one.key.clone(), one.name.get(cx.lang).to_owned()))
            .collect(),
        remove: removals(&asked, &path, &pack, &cx),
        errors: Errors::default(),
        pages,
        asked,
        cx,
    })
}

/// For an empty list: each part of the filter with the address that leaves it out.
fn removals(asked: &Asked, path: &str, pack: &Pack, cx: &Cx) -> Vec<(String, String)> {
    let word = |name: &str, value: &str| match name {
        "lage" => STATES
            .iter()
            .find(|(word, ..)| *word == value)
            .map(|(_, _, key)| cx.t(key))
            .unwrap_or_default(),
        "niva" => pack
            .ladder
            .level(value)
            .map_or_else(|| value.to_owned(), |level| level.name.get(cx.lang).to_owned()),
        _ => value.to_owned(),
    };
    let link = |(name, value): (&'static str, &str)| {
        (
            asked.address(path, name),
            cx.t1("publishing-list-remove", "what", word(name, value)),
        )
    };
    asked.set().into_iter().map(link).collect()
}

/// The values that occur, once each, in the order of the alphabet, as options.
fn distinct<'a>(values: impl Iterator<Item = &'a str>) -> Vec<(String, String)> {
    let set: std::collections::BTreeSet<&str> = values.filter(|value| !value.is_empty()).collect();
    set.into_iter()
        .map(|value| (value.to_owned(), value.to_owned()))
        .collect()
}

/// The words of the method.
pub fn pack(cx: &Cx) -> Arc<Pack> {
    method::packs(cx.site()).dialogue()
}

/// The method as a dialogue follows it.
pub fn pack_of(cx: &Cx, dialogue: &dialogues::Dialogue) -> Arc<Pack> {
    method::packs(cx.site()).followed(&dialogue.pack, &dialogue.edition, &dialogue.template)
}

/// Lists are kept until a dialogue changes.
pub fn kept(reply: Reply) -> Reply {
    Ok(reply?.cached(["dialogues".to_owned(), "settings".to_owned()], KEEP))
}
