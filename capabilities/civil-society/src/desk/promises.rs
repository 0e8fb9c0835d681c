//! `…/medborgarlofte`: what police and municipality have promised residents, and one promise with how it was kept.

use super::measures::{Shown, shown};
use super::{Parts, date_of, day, needed, needed_date, parts, screen, typed_parts};
use crate::acts::promises;
use crate::model::TEXT;
use crate::model::measure::Colour;
use crate::store::{self, PromiseFollowUp, StoredPromise};
use askama::Template;
use db::Id;
use identity::{Grant, PreventCrime};
use web::{Cx, Errors, Fault, Reply, Req, invalid, page};

/// The page of a promise.
pub(super) fn address(id: Id) -> String {
    format!("{}/{id}", crate::PROMISES)
}

struct Line {
    href: String,
    title: String,
    parties: String,
    period: String,
    state: (&'static str, &'static str, &'static str),
    colour: Shown,
}

#[derive(Template)]
#[template(path = "civil-society/promises.html")]
struct List {
    cx: Cx,
    lines: Vec<Line>,
}

/// The colour of the latest follow-up.
fn latest(follow_ups: &[PromiseFollowUp], id: Id) -> Option<Colour> {
    let latest = follow_ups.iter().find(|one| one.promise_id == id);
    latest.and_then(|one| Colour::from_code(&one.colour))
}

fn state(one: &StoredPromise, today: jiff::civil::Date) -> (&'static str, &'static str, &'static str) {
    if one.promise.until_on < today {
        ("civil-promise-over", "", "■")
    } else if one.promise.from_on > today {
        ("civil-promise-coming", "info", "◔")
    } else {
        ("civil-promise-holds", "ok", "●")
    }
}

pub(crate) async fn list(req: Req, who: Grant<PreventCrime>) -> Reply {
    let cx = who.cx(&req);
    let mut read = req.site.db.read().await?;
    let all = store::promises(&mut read).await?;
    let follow_ups = store::promise_follow_ups(&mut read).await?;
    drop(read);
    let line = |one: &StoredPromise| Line {
        href: cx.link(&address(one.id)),
        title: one.promise.title.clone(),
        parties: one.promise.parties.join(", "),
        period: cx.period(&one.promise.from_on, &one.promise.until_on),
        state: state(one, req.today()),
        colour: shown(&cx, latest(&follow_ups, one.id)),
    };
    page(&List {
        lines: all.iter().map(line).collect(),
        cx,
    })
}

struct FollowUpLine {
    day: String,
    colour: Shown,
    told: String,
    by: String,
}

/// What somebody typed.
#[derive(Default)]
struct Typed {
    colour: String,
    told: String,
    on: Option<Parts>,
    next: Parts,
    asks_function: bool,
}

#[derive(Template)]
#[template(path = "civil-society/promise.html")]
struct Page {
    cx: Cx,
    errors: Errors,
    asks_function: bool,
    here: String,
    title: String,
    state: (&'static str, &'static str, &'static str),
    facts: Vec<(String, String)>,
    promises: Vec<String>,
    background: String,
    effect: String,
    history: Vec<FollowUpLine>,
    colours: Vec<(String, String)>,
    typed: Typed,
    on: Parts,
    text_max: usize,
}

async fn build(req: &Req, cx: Cx, errors: Errors, mut typed: Typed) -> Result<Page, Fault> {
    let id = req.id_param("promise")?;
    let mut read = req.site.db.read().await?;
    let one = store::promise(&mut read, id).await?;
    let follow_ups = store::promise_follow_ups(&mut read).await?;
    drop(read);
    let line = |one: &PromiseFollowUp| FollowUpLine {
        day: day(&cx, one.on_day),
        colour: shown(&cx, Colour::from_code(&one.colour)),
        told: one.told.clone(),
        by: one.created_by.clone(),
    };
    let of_it = follow_ups.iter().filter(|one| one.promise_id == id);
    Ok(Page {
        here: cx.link(&address(id)),
        state: state(&one, req.today()),
        facts: vec![
            (cx.t("civil-field-promise-parties"), one.promise.parties.join(", ")),
            (cx.t("civil-field-promise-places"), one.promise.places.join(", ")),
            (
                cx.t("civil-promise-period"),
                cx.period(&one.promise.from_on, &one.promise.until_on),
            ),
            (cx.t("civil-field-follow-up"), day(&cx, one.promise.follow_up_on)),
        ],
        history: of_it.map(line).collect(),
        colours: super::measure::colours(&cx),
        on: typed.on.take().unwrap_or_else(|| parts(Some(req.today()))),
        asks_function: typed.asks_function,
        text_max: TEXT,
        title: one.promise.title,
        promises: one.promise.promises,
        background: one.promise.background,
        effect: one.promise.effect,
        errors,
        typed,
        cx,
    })
}

pub(crate) async fn show(req: Req, who: Grant<PreventCrime>) -> Reply {
    page(&build(&req, who.cx(&req), Errors::default(), Typed::default()).await?)
}

pub(crate) async fn follow_up(req: Req, who: Grant<PreventCrime>) -> Reply {
    let (id, form) = (req.id_param("promise")?, req.form()?);
    let mut errors = Errors::default();
    let colour = Colour::from_code(&form.text("colour"));
    if colour.is_none() {
        errors.add("colour", req.t("civil-error-colour"));
    }
    let told = needed(&req, &form, &mut errors, "told", "civil-error-promise-told", TEXT);
    let on = needed_date(&req, &form, &mut errors, "on", "civil-error-follow-up-on");
    if on.is_some_and(|day| day > req.today()) {
        errors.add("on", req.t("civil-error-future"));
    }
    let next = date_of(&req, &form, &mut errors, "next");
    screen::persons(&req, &form, &mut errors, &[("told", &told)]);
    if let (Some(colour), Some(on), true) = (colour, on, errors.is_empty()) {
        let once = form.text("nyckel");
        promises::follow_up_promise(&req.site, &who, id, (colour, &told), (on, next), Some(&once)).await?;
        return req.done(&address(id), "civil-note-followed");
    }
    let typed = Typed {
        colour: form.text("colour"),
        told,
        on: Some(typed_parts(&form, "on")),
        next: typed_parts(&form, "next"),
        asks_function: screen::asks(&form, &errors),
    };
    invalid(&build(&req, who.cx(&req).failed(), errors, typed).await?)
}
