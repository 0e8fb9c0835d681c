//! `/arbetsyta/exempel`: the bank with its filter, and for those who write what is being written.

use super::{address, level_name};
use crate::model::{Content, Search, State};
use crate::store::{self, Example};
use askama::Template;
use identity::{Grant, PlanDialogue, SeeDesk};
use method::Pack;
use std::collections::{BTreeSet, HashMap};
use web::{Cx, Errors, Reply, Req, page};

#[derive(Template)]
#[template(path = "examples/list.html")]
struct List {
    cx: Cx,
    no_errors: Errors,
    words: String,
    filters: Vec<Filter>,
    asked: bool,
    cards: Vec<Card>,
    work: Vec<Work>,
    may_write: bool,
}

/// A question of the filter: its name in the address, its label, its choices and what was chosen.
struct Filter {
    id: &'static str,
    label: String,
    options: Vec<(String, String)>,
    value: String,
}

/// An example in the bank.
struct Card {
    href: String,
    title: String,
    lead: String,
    facts: String,
}

/// An example that is not in the bank as it stands.
struct Work {
    href: String,
    title: String,
    state: String,
    changed: String,
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let may_write = who.staff.may::<PlanDialogue>();
    let mut read = req.site.db.read().await?;
    let published = store::published(&mut read).await?;
    let all = if may_write {
        store::all(&mut read).await?
    } else {
        Vec::new()
    };
    drop(read);
    let pack = method::packs(&req.site).dialogue();
    let text = |name: &str| req.query(name).unwrap_or_default().to_owned();
    let search = Search {
        words: text("q"),
        method: text("metod"),
        level: text("niva"),
        committee: text("namnd"),
        year: req.query("ar").and_then(|year| year.parse().ok()),
    };
    let found = published.iter().filter(|(_, content)| search.takes(content));
    page(&List {
        no_errors: Errors::default(),
        words: search.words.clone(),
        filters: filters(&cx, &pack, &published, &search),
        asked: search != Search::default(),
        cards: found.map(|(id, content)| card(&cx, &pack, *id, content)).collect(),
        work: work(&cx, &all, &published),
        may_write,
        cx,
    })
}

fn card(cx: &Cx, pack: &Pack, id: db::Id, content: &Content) -> Card {
    let facts = [
        content.year.to_string(),
        level_name(cx, pack, &content.level),
        content.area.clone(),
        content.committee.clone(),
    ];
    Card {
        href: cx.link(&address(id)),
        title: content.title.clone(),
        lead: content.lead.clone(),
        facts: facts
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
    }
}

/// Only what some example has can be asked for.
fn filters(cx: &Cx, pack: &Pack, published: &[(db::Id, Content)], search: &Search) -> Vec<Filter> {
    let filter = |id, label: &str, options, value: &str| Filter {
        id,
        label: cx.t(label),
        options,
        value: value.to_owned(),
    };
    let has_method =
        |key: &str| key == search.method || published.iter().any(|(_, one)| one.methods.iter().any(|m| m == key));
    let cards = pack.library.methods.iter().filter(|card| has_method(&card.key));
    let mut methods: Vec<(String, String)> = cards
        .map(|card| (card.key.clone(), card.name.get(cx.lang).to_owned()))
        .collect();
    methods.sort_by_key(|(_, name)| name.to_lowercase());
    let levels = pack.ladder.levels().iter();
    let levels = levels.map(|level| (level.key.clone(), level.name.get(cx.lang).to_owned()));
    let committees: BTreeSet<&str> = published
        .iter()
        .map(|(_, one)| one.committee.as_str())
        .filter(|text| !text.is_empty())
        .collect();
    let years: BTreeSet<i16> = published.iter().map(|(_, one)| one.year).collect();
    let year = search.year.map(|year| year.to_string()).unwrap_or_default();
    vec![
        filter("metod", "examples-field-methods", methods, &search.method),
        filter("niva", "examples-field-level", levels.collect(), &search.level),
        filter(
            "namnd",
            "examples-field-committee",
            committees
                .into_iter()
                .map(|text| (text.to_owned(), text.to_owned()))
                .collect(),
            &search.committee,
        ),
        filter(
            "ar",
            "examples-field-year",
            years
                .iter()
                .rev()
                .map(|year| (year.to_string(), year.to_string()))
                .collect(),
            &year,
        ),
    ]
}

/// Drafts, withdrawn ones, and those in which something has been written since they were published.
fn work(cx: &Cx, all: &[Example], published: &[(db::Id, Content)]) -> Vec<Work> {
    let stands: HashMap<db::Id, &Content> = published.iter().map(|(id, content)| (*id, content)).collect();
    let open = all.iter().filter(|one| stands.get(&one.id) != Some(&&one.draft));
    open.map(|one| Work {
        href: cx.link(&format!("{}/forhandsgranska", address(one.id))),
        title: one.draft.title.clone(),
        state: cx.t(match one.state {
            State::Draft => "examples-state-draft",
            State::Published => "examples-state-changed",
            State::Withdrawn => "examples-state-withdrawn",
        }),
        changed: cx.t2(
            "examples-changed",
            ("name", &one.updated_by),
            ("day", &cx.day(&one.updated_at)),
        ),
    })
    .collect()
}
