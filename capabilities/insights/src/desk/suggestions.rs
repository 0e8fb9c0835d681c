//! `…/forslag`: what a program suggests after reading all texts, how it did, and what an official makes of it.

mod cards;

use std::collections::HashMap;

use askama::Template;
use db::Id;
use identity::{AnalyseContributions, Grant};
use participation::marks;
use participation::store::{self as voices, Passage};
use web::{Cx, Errors, Fault, Form, Pagination, Reply, Req, invalid, page};

use super::coding::{UndoView, count, place, undo};
use super::{Room, Tab};
use crate::acts::Bulk;
use crate::model::plan::in_order;
use crate::model::suggest::{FEWEST, Place};
use crate::suggestions::{self, Becomes, Seen};
use cards::{Card, Read};

/// Texts on a page.
const PER_PAGE: i64 = 25;
/// Clusters of texts that are alike in the list; the largest stand first.
const CLUSTERS: usize = 30;

#[derive(Template)]
#[template(path = "insights/suggestions.html")]
struct ListPage {
    cx: Cx,
    crumbs: Vec<(String, String)>,
    tabs: Vec<Tab>,
    room: Room,
    /// When they were made and from how many texts; that they are being made.
    status: Vec<String>,
    is_made: bool,
    made: i64,
    few: String,
    alike: Vec<Card>,
    more_alike: String,
    themes: Vec<Card>,
    aside: Vec<Card>,
}

pub(crate) async fn list(req: Req, who: Grant<AnalyseContributions>) -> Reply {
    let cx = who.cx(&req);
    let mut conn = req.site.db.read().await?;
    let read = Read::of(&mut conn, &req).await?;
    let all = read.standing.suggestions.places();
    let stands = all.into_iter().filter(|at| !read.members(*at).is_empty());
    let (aside, open): (Vec<Place>, Vec<Place>) = stands.partition(|at| read.is_aside(*at));
    let (mut alike, themes): (Vec<Place>, Vec<Place>) = open.into_iter().partition(|at| matches!(at, Place::Alike(_)));
    let hidden = alike.len().saturating_sub(CLUSTERS);
    alike.truncate(CLUSTERS);
    let shown: Vec<Id> = alike.iter().chain(&themes).flat_map(|at| read.typical(*at)).collect();
    let passages = voices::passages_by_id(&mut conn, &shown).await?;
    drop(conn);
    let passages: HashMap<Id, Passage> = passages.into_iter().map(|one| (one.id, one)).collect();
    let cards = |places: &[Place]| -> Vec<Card> { places.iter().map(|at| read.card(&cx, *at, &passages)).collect() };
    page(&ListPage {
        status: read.status(&cx),
        is_made: read.standing.made_at.is_some(),
        made: read.made(),
        few: if read.standing.suggestions.texts.len() < FEWEST {
            cx.t1("insights-suggest-few", "n", cx.number(FEWEST))
        } else {
            String::new()
        },
        alike: cards(&alike),
        more_alike: if hidden > 0 {
            cx.tn("insights-suggest-more-alike", hidden)
        } else {
            String::new()
        },
        themes: cards(&themes),
        aside: cards(&aside),
        crumbs: read.room.crumbs(&cx),
        tabs: read.room.tabs(&cx),
        room: read.room,
        cx,
    })
}

pub(crate) async fn request(req: Req, who: Grant<AnalyseContributions>) -> Reply {
    let dialogue = Room::of(&mut req.site.db.read().await?, &req).await?.id;
    suggestions::request(&req.site, who.actor(), dialogue).await?;
    req.done(
        &format!("/arbetsyta/dialoger/{dialogue}/forslag"),
        "insights-suggest-asked",
    )
}

/// A text of a suggestion, to be ticked.
struct Row {
    id: String,
    number: String,
    language: String,
    pieces: Vec<(String, String)>,
    /// The themes it has.
    themes: String,
    checked: bool,
}

#[derive(Template)]
#[template(path = "insights/suggestion.html")]
struct OnePage {
    cx: Cx,
    errors: Errors,
    crumbs: Vec<(String, String)>,
    tabs: Vec<Tab>,
    room: Room,
    here: String,
    /// Its address up to the number of a page.
    base: String,
    back: String,
    heading: String,
    terms: String,
    share: String,
    stands: String,
    is_alike: bool,
    is_aside: bool,
    made: i64,
    rows: Vec<Row>,
    themes: Vec<(String, String)>,
    chosen: String,
    name: String,
    pages: Pagination,
    undo: Option<UndoView>,
    /// Nothing is kept of a filter: there is none.
    pairs: Vec<(&'static str, String)>,
}

/// Which suggestion the address names.
fn at(req: &Req) -> Result<Place, Fault> {
    Place::named(req.param("forslag")?).ok_or(Fault::NotFound)
}

async fn build(req: &Req, cx: Cx, form: Option<&Form>, errors: Errors) -> Result<OnePage, Fault> {
    let at = at(req)?;
    let mut conn = req.site.db.read().await?;
    let read = Read::of(&mut conn, req).await?;
    let members = read.members(at);
    if members.is_empty() {
        return Err(Fault::NotFound);
    }
    let number = form
        .and_then(|form| form.int("sida"))
        .unwrap_or_else(|| req.page_number());
    let pages = Pagination::new(Some(number), PER_PAGE, count(members.len()));
    let here: Vec<Id> = members
        .iter()
        .skip(place(pages.offset()))
        .take(place(PER_PAGE))
        .copied()
        .collect();
    let passages = voices::passages_by_id(&mut conn, &here).await?;
    drop(conn);
    let ticked = form.map(|form| form.all("text"));
    let row = |(i, passage): (i64, &Passage)| {
        let themes = read.codings.marks(passage.id).themes;
        let names: Vec<&str> = themes.iter().filter_map(|theme| read.name_of(*theme)).collect();
        let id = passage.id.to_string();
        Row {
            number: cx.number(pages.offset() + i + 1),
            language: passage.language.clone(),
            pieces: marks::marked(&cx, &passage.body),
            themes: names.join(", "),
            checked: ticked.as_ref().is_none_or(|ticked| ticked.contains(&id)),
            id,
        }
    };
    let became = read
        .standing
        .suggestions
        .key(at)
        .and_then(|key| read.decisions.get(&key).copied().flatten());
    let became = became.filter(|theme| read.plan.iter().any(|one| one.id == *theme && !one.archived));
    let path = read.room.under(&format!("forslag/{}", at.word()));
    Ok(OnePage {
        rows: (0..).zip(&passages).map(row).collect(),
        heading: read.heading(&cx, at),
        terms: read.terms(at),
        share: read.share(&cx, &members),
        stands: read.stands(&cx, &members),
        is_alike: matches!(at, Place::Alike(_)),
        is_aside: read.is_aside(at),
        made: form.and_then(|form| form.int("gjord")).unwrap_or_else(|| read.made()),
        themes: in_order(&read.plan)
            .iter()
            .map(|one| (one.id.to_string(), one.name.clone()))
            .collect(),
        chosen: match form {
            Some(form) => form.text("tema"),
            None => became.map(|theme| theme.to_string()).unwrap_or_default(),
        },
        name: form.map(|form| form.raw("namn")).unwrap_or_default(),
        undo: undo(&cx, req, &read.plan),
        pairs: Vec::new(),
        here: cx.link(&path),
        base: format!("{}?", cx.link(&path)),
        back: cx.link(&read.room.under("forslag")),
        crumbs: read.room.crumbs(&cx),
        tabs: read.room.tabs(&cx),
        room: read.room,
        pages,
        errors,
        cx,
    })
}

pub(crate) async fn show(req: Req, who: Grant<AnalyseContributions>) -> Reply {
    page(&build(&req, who.cx(&req), None, Errors::default()).await?)
}

/// The theme that the form names: one that stands, or a new one by a name of the official's own.
fn becomes(cx: &Cx, form: &Form, errors: &mut Errors) -> Option<Becomes> {
    let (chosen, name) = (form.text("tema"), form.text("namn"));
    match (chosen.parse::<Id>().ok(), name.is_empty()) {
        (Some(theme), true) => Some(Becomes::Theme(theme)),
        (None, false) => Some(Becomes::New(name)),
        (Some(_), false) => {
            errors.add("namn", cx.t("insights-suggest-one-theme"));
            None
        }
        (None, true) => {
            errors.add("namn", cx.t("insights-suggest-name-missing"));
            None
        }
    }
}

pub(crate) async fn decide(req: Req, who: Grant<AnalyseContributions>) -> Reply {
    let form = req.form()?;
    let (cx, mut errors) = (who.cx(&req), Errors::default());
    let dialogue = Room::of(&mut req.site.db.read().await?, &req).await?.id;
    let seen = Seen {
        place: at(&req)?,
        made: form.int("gjord").unwrap_or(0),
    };
    let list = format!("/arbetsyta/dialoger/{dialogue}/forslag");
    if let aside @ ("undan" | "fram") = form.text("gor").as_str() {
        let done = suggestions::put_aside(&req.site, who.actor(), dialogue, &seen, aside == "undan").await;
        return match done {
            Ok(()) if aside == "undan" => req.done(&list, "insights-suggest-put-aside"),
            Ok(()) => req.done(&list, "insights-suggest-taken-out"),
            Err(Fault::Rule { .. }) => req.done(&list, "insights-suggest-anew"),
            Err(fault) => Err(fault),
        };
    }
    let chosen: Vec<Id> = form
        .all("text")
        .iter()
        .take(place(PER_PAGE))
        .filter_map(|id| id.parse().ok())
        .collect();
    let Some(becomes) = becomes(&cx, &form, &mut errors) else {
        return invalid(&build(&req, cx.failed(), Some(&form), errors).await?);
    };
    match suggestions::take_up(&req.site, who.actor(), dialogue, &seen, &chosen, &becomes).await {
        Ok(bulk) => req.see_other(&next(&list, &seen.place, &form, &bulk)),
        Err(Fault::Rule {
            key: "insights-suggest-anew",
            ..
        }) => req.done(&list, "insights-suggest-anew"),
        Err(Fault::Rule { key, .. }) => {
            errors.add("namn", cx.t(key));
            invalid(&build(&req, cx.failed(), Some(&form), errors).await?)
        }
        Err(fault) => Err(fault),
    }
}

/// The next page of the theme's texts; of texts that are alike all are coded at once. Either offers to take it back.
fn next(list: &str, at: &Place, form: &Form, bulk: &Bulk) -> String {
    let undo = format!("angra={}.{}.{}", bulk.theme, bulk.at.as_microsecond(), bulk.added);
    let number = match at {
        Place::Theme(_) => form.int("sida").unwrap_or(1) + 1,
        Place::Alike(_) => 1,
    };
    format!("{list}/{}?sida={number}&{undo}", at.word())
}
