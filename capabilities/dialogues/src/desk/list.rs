//! `/arbetsyta/dialoger`, `…/projekt`, `…/samverkan`: all of one kind.

use super::head::title;
use crate::{Filter, Kind, Phase, store};
use askama::Template;
use identity::{Grant, SeeDesk};
use jiff::civil::Date;
use method::Packs;
use web::{Cx, Errors, Pagination, Reply, Req, page};

/// How many dialogues a page lists.
const PER_PAGE: usize = 25;
const PHASES: [Phase; 11] = [
    Phase::Hidden,
    Phase::Information,
    Phase::Coming,
    Phase::Open,
    Phase::Closed,
    Phase::Deciding,
    Phase::Decided,
    Phase::Answered,
    Phase::Ended,
    Phase::Paused,
    Phase::Cancelled,
];

#[derive(Template)]
#[template(path = "dialogues/list.html")]
struct List {
    cx: Cx,
    errors: Errors,
    kind: Kind,
    name: String,
    here: String,
    /// Where a new one begins.
    beginning: String,
    /// Phases are what residents meet: of dialogues only.
    has_phases: bool,
    /// How many are in each state of the method, and how they ended; for what residents do not see by phases.
    standing: Vec<(String, usize)>,
    ended: String,
    rows: Vec<ListRow>,
    words: String,
    phase: String,
    phases: Vec<(String, String)>,
    area: String,
    areas: Vec<(String, String)>,
    mine: bool,
    found: usize,
    any: bool,
    pages: Pagination,
    base: String,
    may_plan: bool,
}

struct ListRow {
    href: String,
    title: String,
    state: String,
    state_name: String,
    template: String,
    level: String,
    period: String,
    feedback: String,
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let (today, kind) = (req.today(), Kind::at(&req.path));
    let text = |name: &str| req.query(name).unwrap_or_default().to_string();
    let (words, phase, area, mine) = (text("q"), text("fas"), text("omrade"), req.query("mina").is_some());
    let filter = Filter {
        words: words.clone(),
        phase: PHASES.into_iter().find(|one| one.code() == phase),
        area: area.clone(),
        owner: mine.then_some(who.staff.id),
        ..Filter::default()
    };
    let mut read = req.site.db.read().await?;
    let all = store::of_kind(&mut read, kind).await?;
    let packs = method::packs(&req.site);
    // By the template's own state, as the board's overview asks.
    let state = text("lage");
    let stands = |one: &&crate::Dialogue| state.is_empty() || one.state == state;
    let chosen: Vec<_> = all
        .iter()
        .filter(|one| filter.takes(one, today))
        .filter(stands)
        .collect();
    let pages = Pagination::new(
        Some(req.page_number()),
        25,
        i64::try_from(chosen.len()).unwrap_or(i64::MAX),
    );
    let start = usize::try_from(pages.offset()).unwrap_or(0);
    let row = |one: &&crate::Dialogue| list_row(&cx, &packs, one, today);
    let mut areas: Vec<String> = all
        .iter()
        .map(|one| one.area.clone())
        .filter(|area| !area.is_empty())
        .collect();
    areas.sort();
    areas.dedup();
    let (standing, ended) = match kind {
        Kind::Dialogue => Default::default(),
        _ => (standing(&cx, &packs, &all), ended(&cx, &packs, &all, kind)),
    };
    let list = List {
        standing,
        ended,
        kind,
        name: cx.t(kind.name_key()),
        here: cx.link(kind.base()),
        beginning: cx.link(&format!("{}/ny", kind.base())),
        has_phases: kind == Kind::Dialogue,
        rows: chosen.iter().skip(start).take(PER_PAGE).map(row).collect(),
        phases: PHASES
            .map(|one| (one.code().to_string(), cx.t(&format!("dialogues-phase-{}", one.code()))))
            .into(),
        areas: areas.into_iter().map(|area| (area.clone(), area)).collect(),
        found: chosen.len(),
        any: !all.is_empty(),
        base: base(&cx, kind, &words, &phase, &area, &state, mine),
        may_plan: super::may_plan(&who.staff),
        errors: Errors::default(),
        words,
        phase,
        area,
        mine,
        pages,
        cx,
    };
    page(&list)
}

fn list_row(cx: &Cx, packs: &Packs, one: &crate::Dialogue, today: Date) -> ListRow {
    let pack = packs.followed(&one.pack, &one.edition, &one.template);
    ListRow {
        href: cx.link(&one.desk_address()),
        title: title(cx, one),
        state: one.state_on(today).to_string(),
        state_name: pack.state_name(&one.state, cx.lang).to_string(),
        // What most of a kind are needs no telling.
        template: match one.kind.edition(packs) {
            Some(edition)
                if edition
                    .templates
                    .first()
                    .is_some_and(|first| first.template == pack.template) =>
            {
                String::new()
            }
            _ => pack.template_name.get(cx.lang).to_string(),
        },
        level: one
            .level
            .as_deref()
            .and_then(|key| pack.ladder.level(key))
            .map_or("", |level| level.name.get(cx.lang))
            .to_string(),
        period: match (one.opens_on, one.closes_on) {
            (Some(from), Some(to)) => cx.period(&from, &to),
            (Some(day), None) | (None, Some(day)) if one.kind != Kind::Dialogue => cx.short_date(&day),
            _ => String::new(),
        },
        feedback: one.feedback_on.map(|day| cx.short_date(&day)).unwrap_or_default(),
    }
}

/// The address of the list with its filter, ready for `sida=`.
fn base(cx: &Cx, kind: Kind, words: &str, phase: &str, area: &str, state: &str, mine: bool) -> String {
    let mut base = format!("{}?", cx.link(kind.base()));
    for (name, value) in [
        ("q", words),
        ("fas", phase),
        ("omrade", area),
        ("lage", state),
        ("mina", if mine { "ja" } else { "" }),
    ] {
        if !value.is_empty() {
            let safe: String = value
                .bytes()
                .map(|byte| {
                    if byte.is_ascii_alphanumeric() {
                        char::from(byte).to_string()
                    } else {
                        format!("%{byte:02X}")
                    }
                })
                .collect();
            base.push_str(&format!("{name}={safe}&"));
        }
    }
    base
}

/// How many are in each state, in the order of the method; states that nobody is in are left out.
fn standing(cx: &Cx, packs: &Packs, all: &[crate::Dialogue]) -> Vec<(String, usize)> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    let states = packs.in_use().into_iter().flat_map(|edition| edition.templates.clone());
    for pack in states {
        for state in &pack.states {
            let is_here = |one: &&crate::Dialogue| {
                one.pack == pack.key && one.template == pack.template && one.state == state.key
            };
            let count = all.iter().filter(is_here).count();
            let name = state.name.get(cx.lang);
            match counts.iter_mut().find(|(known, _)| known == name) {
                _ if count == 0 => {}
                Some((_, known)) => *known += count,
                None => counts.push((name.to_string(), count)),
            }
        }
    }
    counts
}

/// Of those that are over: how many came to an end of the method, which a stop with its lessons is as well. What was declined or
/// cancelled did not.
fn ended(cx: &Cx, packs: &Packs, all: &[crate::Dialogue], kind: Kind) -> String {
    let is_over = |one: &&crate::Dialogue| {
        let pack = packs.followed(&one.pack, &one.edition, &one.template);
        pack.machine.state(&one.state).is_some_and(|state| state.last)
    };
    let over: Vec<&crate::Dialogue> = all.iter().filter(is_over).collect();
    let well = over.iter().filter(|one| one.stage == "ended").count();
    if over.is_empty() {
        return String::new();
    }
    let values = [("well", well.into()), ("over", over.len().into())];
    cx.ta(&format!("dialogues-ended-{}", kind.code()), &values)
}
