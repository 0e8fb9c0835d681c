//! `…/forslag`: what a program suggests after reading all texts, how it did, and what an official makes of it.

use std::collections::{BTreeSet, HashMap};

use askama::Template;
use db::{Conn, Id};
use identity::{AnalyseContributions, Grant};
use participation::marks;
use participation::store::{self as voices, Passage};
use web::{Cx, Errors, Fault, Form, Pagination, Reply, Req, invalid, page};

use super::coding::{UndoView, count, place, undo};
use super::{Room, Tab};
use crate::model::coding::Codings;
use crate::model::plan::{Theme, in_order};
use crate::model::suggest::{FEWEST, Meaning, Place, Suggestions, commonest};
use crate::store::{self, SuggestionDecision};
use crate::suggestions::{self, Becomes, Seen, Standing};
use crate::{acts::Bulk, reading};

/// Texts on a page.
const PER_PAGE: i64 = 25;
/// Typical texts shown of a theme in the list.
const TYPICAL: usize = 3;
/// Clusters of texts that are alike in the list; the largest stand first.
const CLUSTERS: usize = 30;

/// A suggestion in the list.
struct Card {
    word: String,
    href: String,
    heading: String,
    terms: String,
    /// "12 av 240 texter".
    share: String,
    /// What it became, or how far it is coded already.
    stands: String,
    sample: Vec<Sample>,
}

struct Sample {
    language: String,
    pieces: Vec<(String, String)>,
}

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

/// All that the pages read.
struct Read {
    room: Room,
    standing: Standing,
    plan: Vec<Theme>,
    codings: Codings,
    texts: Vec<Id>,
    decisions: HashMap<String, Option<Id>>,
}

impl Read {
    async fn of(conn: &mut Conn, req: &Req) -> Result<Read, Fault> {
        let room = Room::of(conn, req).await?;
        let standing = suggestions::standing(conn, room.id).await?;
        let (texts, codings) = reading::codings(conn, room.id).await?;
        let decisions = store::suggestion_decisions(conn, room.id).await?;
        let plan = store::themes(conn, room.id).await?;
        let pair = |one: SuggestionDecision| (one.suggestion, one.theme_id);
        Ok(Read {
            standing: standing.unwrap_or(Standing {
                suggestions: Suggestions::default(),
                made_at: None,
                waits: false,
                failed: false,
            }),
            decisions: decisions.into_iter().map(pair).collect(),
            plan,
            codings,
            texts,
            room,
        })
    }

    fn made(&self) -> i64 {
        self.standing.made_at.map_or(0, |at| at.as_microsecond())
    }

    /// The texts of a suggestion that still stand.
    fn members(&self, at: Place) -> Vec<Id> {
        let members = self.standing.suggestions.members(at).unwrap_or_default();
        members
            .into_iter()
            .filter(|text| self.texts.binary_search(text).is_ok())
            .collect()
    }

    fn is_aside(&self, at: Place) -> bool {
        let key = self.standing.suggestions.key(at);
        key.is_some_and(|key| matches!(self.decisions.get(&key), Some(None)))
    }

    fn name_of(&self, theme: Id) -> Option<&str> {
        self.plan
            .iter()
            .find(|one| one.id == theme)
            .map(|one| one.name.as_str())
    }

    /// How far the texts of a suggestion are coded: "9 av 12 har temat Ljus".
    fn stands(&self, cx: &Cx, members: &[Id]) -> String {
        let marks: Vec<BTreeSet<Id>> = members.iter().map(|text| self.codings.marks(*text).themes).collect();
        let Some((theme, n)) = commonest(marks.iter()) else {
            return String::new();
        };
        cx.ta(
            "insights-suggest-coded",
            &[
                ("n", cx.number(n).into()),
                ("base", cx.number(members.len()).into()),
                ("theme", self.name_of(theme).unwrap_or_default().into()),
            ],
        )
    }

    fn terms(&self, at: Place) -> String {
        match at {
            Place::Theme(theme) => self
                .standing
                .suggestions
                .themes
                .get(theme)
                .map(|one| one.terms.join(", "))
                .unwrap_or_default(),
            Place::Alike(_) => String::new(),
        }
    }

    /// The texts that show a suggestion: the typical one of those that are alike, the most typical of a theme.
    fn typical(&self, at: Place) -> Vec<Id> {
        match at {
            Place::Theme(_) => self.members(at).into_iter().take(TYPICAL).collect(),
            Place::Alike(cluster) => {
                let (all, members) = (&self.standing.suggestions, self.members(at));
                let typical = all
                    .alike
                    .get(cluster)
                    .and_then(|one| all.texts.get(one.typical))
                    .copied();
                let stands = typical.filter(|text| members.contains(text));
                stands.or(members.first().copied()).into_iter().collect()
            }
        }
    }

    fn heading(&self, cx: &Cx, at: Place) -> String {
        match at {
            Place::Theme(theme) => cx.t1("insights-suggest-theme", "n", cx.number(theme + 1)),
            Place::Alike(cluster) => cx.t1("insights-suggest-alike", "n", cx.number(cluster + 1)),
        }
    }

    fn share(&self, cx: &Cx, members: &[Id]) -> String {
        cx.t2(
            "insights-suggest-share",
            ("n", &cx.number(members.len())),
            ("base", &cx.number(self.texts.len())),
        )
    }

    fn card(&self, cx: &Cx, at: Place, passages: &HashMap<Id, Passage>) -> Card {
        let members = self.members(at);
        let sample = |text: &Id| {
            let passage = passages.get(text)?;
            Some(Sample {
                language: passage.language.clone(),
                pieces: marks::marked(cx, &passage.body),
            })
        };
        Card {
            word: at.word(),
            href: cx.link(&self.room.under(&format!("forslag/{}", at.word()))),
            heading: self.heading(cx, at),
            terms: self.terms(at),
            share: self.share(cx, &members),
            stands: self.stands(cx, &members),
            sample: self.typical(at).iter().filter_map(sample).collect(),
        }
    }

    /// When they were made, from how many texts, and what came since.
    fn status(&self, cx: &Cx) -> Vec<String> {
        let mut status = Vec::new();
        if let Some(at) = self.standing.made_at {
            let (new, _) = self.standing.suggestions.against(&self.texts);
            status.push(cx.t2(
                "insights-suggest-made",
                ("moment", &cx.moment(&at)),
                ("n", &cx.number(self.standing.suggestions.texts.len())),
            ));
            if new > 0 {
                status.push(cx.tn("insights-suggest-new-texts", new));
            }
            status.extend(
                self.standing
                    .suggestions
                    .meaning
                    .as_ref()
                    .map(|one| by_meaning(cx, one)),
            );
        }
        if self.standing.failed {
            status.push(cx.t("insights-suggest-failed"));
        } else if self.standing.waits {
            status.push(cx.t("insights-suggest-waits"));
        }
        status
    }
}

/// What the word vectors knew of the texts, or that they could not be read.
fn by_meaning(cx: &Cx, meaning: &Meaning) -> String {
    if !meaning.is_read {
        return cx.t1("insights-suggest-vectors-fault", "file", &meaning.file);
    }
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let (known, words) = (number(meaning.known), number(meaning.words));
    cx.ta(
        "insights-suggest-by-meaning",
        &[
            ("file", meaning.file.as_str().into()),
            ("share", cx.percent(known, words).into()),
            ("known", cx.number(known).into()),
            ("words", cx.number(words).into()),
        ],
    )
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
