//! `/arbetsyta/dialoger`: all dialogues, and the form that begins a new one.

use crate::acts;
use crate::{Filter, Phase, store};
use askama::Template;
use db::Id;
use identity::{Grant, PlanDialogue, SeeDesk};
use jiff::civil::Date;
use method::{Packs, Refused};
use web::{Cx, Errors, Fault, Form, Pagination, Reply, Req, invalid, page};

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
    let today = req.today();
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
    let all = store::all(&mut read).await?;
    let packs = method::packs(&req.site);
    let chosen: Vec<_> = all.iter().filter(|one| filter.takes(one, today)).collect();
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
    let list = List {
        rows: chosen.iter().skip(start).take(PER_PAGE).map(row).collect(),
        phases: PHASES
            .map(|one| (one.code().to_string(), cx.t(&format!("dialogues-phase-{}", one.code()))))
            .into(),
        areas: areas.into_iter().map(|area| (area.clone(), area)).collect(),
        found: chosen.len(),
        any: !all.is_empty(),
        base: base(&cx, &words, &phase, &area, mine),
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
        title: if one.title.is_empty() {
            cx.t("dialogues-untitled")
        } else {
            one.title.clone()
        },
        state: one.state_on(today).to_string(),
        state_name: pack.state_name(&one.state, cx.lang).to_string(),
        // What most dialogues are needs no telling.
        template: if pack.template == packs.dialogue().template {
            String::new()
        } else {
            pack.template_name.get(cx.lang).to_string()
        },
        level: one
            .level
            .as_deref()
            .and_then(|key| pack.ladder.level(key))
            .map_or("", |level| level.name.get(cx.lang))
            .to_string(),
        period: match (one.opens_on, one.closes_on) {
            (Some(from), Some(to)) => cx.period(&from, &to),
            _ => String::new(),
        },
        feedback: one.feedback_on.map(|day| cx.short_date(&day)).unwrap_or_default(),
    }
}

/// The address of the list with its filter, ready for `sida=`.
fn base(cx: &Cx, words: &str, phase: &str, area: &str, mine: bool) -> String {
    let mut base = format!("{}?", cx.link("/arbetsyta/dialoger"));
    for (name, value) in [
        ("q", words),
        ("fas", phase),
        ("omrade", area),
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

#[derive(Template)]
#[template(path = "dialogues/new.html")]
struct New {
    cx: Cx,
    errors: Errors,
    title: String,
    question: String,
    earlier: String,
    all: Vec<(String, String)>,
    template: String,
    /// Key, name and what it is for.
    templates: Vec<(String, String, String)>,
    /// The level that the guide proposes: key and name.
    level: Option<(String, String)>,
}

async fn new_page(req: &Req, who: &Grant<PlanDialogue>, form: &Form, errors: Errors) -> Result<New, Fault> {
    let cx = if errors.is_empty() {
        who.cx(req)
    } else {
        who.cx(req).failed()
    };
    let mut read = req.site.db.read().await?;
    let all = store::all(&mut read).await?;
    let asked = |name: &str, query: &str| {
        if form.has(name) {
            form.text(name)
        } else {
            req.query(query).unwrap_or_default().to_string()
        }
    };
    let edition = method::packs(&req.site).dialogues();
    let template = Some(asked("template", "process"))
        .filter(|key| edition.template(key).is_some())
        .or_else(|| edition.templates.first().map(|one| one.template.clone()))
        .unwrap_or_default();
    let explained = |one: &std::sync::Arc<method::Pack>| {
        let words = |words: &method::Words| words.get(cx.lang).to_string();
        (
            one.template.clone(),
            words(&one.template_name),
            words(&one.template_about),
        )
    };
    let level = proposed_level(req, form).map(|one| (one.key, one.name.get(cx.lang).to_owned()));
    let all = all
        .into_iter()
        .filter(|one| !one.title.is_empty())
        .map(|one| (one.id.to_string(), one.title))
        .collect();
    Ok(New {
        errors,
        title: form.raw("title"),
        question: form.raw("question"),
        earlier: asked("earlier", "kopiera"),
        all,
        templates: edition.templates.iter().map(explained).collect(),
        template,
        level,
        cx,
    })
}

/// The level that comes with the address or the form; one that the method does not have is none.
fn proposed_level(req: &Req, form: &Form) -> Option<method::pack::LevelText> {
    let key = if form.has("niva") {
        form.text("niva")
    } else {
        req.query("niva").unwrap_or_default().to_owned()
    };
    method::packs(&req.site).dialogue().ladder.level(&key).cloned()
}

pub(crate) async fn new_form(req: Req, who: Grant<PlanDialogue>) -> Reply {
    page(&new_page(&req, &who, &Form::default(), Errors::default()).await?)
}

pub(crate) async fn new(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let form = req.form()?;
    let (title, question) = (form.text("title"), form.text("question"));
    let mut errors = Errors::default();
    if title.is_empty() {
        errors.add("title", req.t("dialogues-error-title"));
    }
    if question.is_empty() {
        errors.add("question", req.t("dialogues-error-question"));
    }
    if !errors.is_empty() {
        return invalid(&new_page(&req, &who, &form, errors).await?);
    }
    match begin(&req, &who, &form, &title, &question).await {
        Ok(id) => req.done(&format!("/arbetsyta/dialoger/{id}"), "dialogues-done-created"),
        Err(Refused::Complaints(list)) => {
            for (field, complaint) in &list {
                errors.add(field, method::complaint_text(&req, complaint));
            }
            invalid(&new_page(&req, &who, &form, errors).await?)
        }
        Err(refused) => Err(refused.into()),
    }
}

async fn begin(req: &Req, who: &Grant<PlanDialogue>, form: &Form, title: &str, question: &str) -> Result<Id, Refused> {
    let mut facts = match form.text("earlier").parse::<Id>() {
        Ok(earlier) => acts::copied(&req.site, earlier, title, question).await?,
        Err(_) => acts::first_facts(title, question),
    };
    if let Some(level) = proposed_level(req, form) {
        facts.insert("level".to_owned(), level.key.into());
    }
    let (template, key) = (form.text("template"), form.text("nyckel"));
    acts::create_with(&req.site, &who.staff, &template, facts, &key).await
}
