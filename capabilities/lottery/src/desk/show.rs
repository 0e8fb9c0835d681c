//! `…/lottning/{lottery}`: where a lottery stands, what it gives, and the step that comes next.

use super::{GroupRow, Line, Parts, Room, address, group_rows, is_under_way, named, title, typed_parts};
use crate::acts;
use crate::model::odds::{Figures, Outcome};
use crate::model::stage::Stage;
use crate::store::{self, Lottery};
use askama::Template;
use dialogues::Head;
use identity::{Grant, PlanDialogue, SeeDesk};
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "lottery/show.html")]
struct Show {
    cx: Cx,
    errors: Errors,
    head: Head,
    title: String,
    here: String,
    list: String,
    stage: String,
    tag: &'static str,
    /// What is to be known in one sentence.
    lead: String,
    facts: Vec<(String, String)>,
    /// Why there is no panel, and the smallest change that helps.
    why: Vec<String>,
    change: Vec<String>,
    chances: Vec<String>,
    groups: Vec<GroupRow>,
    is_drawn: bool,
    ids: String,
    public: String,
    parent: String,
    for_seats: Vec<Line>,
    typed: Typed,
    revision: i64,
    may: May,
}

/// What this visitor may do here now.
#[derive(Default)]
struct May {
    /// Read the numbers of all who said yes.
    basis: bool,
    change: bool,
    publish: bool,
    draw: bool,
    cancel: bool,
    replace: bool,
    erase: bool,
}

/// What was typed in the forms of the page.
#[derive(Default)]
pub(super) struct Typed {
    source: String,
    settles: Parts,
    seed: String,
    reason: String,
}

impl Typed {
    pub(super) fn of(form: &Form) -> Typed {
        Typed {
            source: form.raw("slump"),
            settles: typed_parts(form, "avgors"),
            seed: form.raw("rad"),
            reason: form.raw("skal"),
        }
    }
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let may_plan = who.staff.may::<PlanDialogue>();
    page(&build(&req, who.cx(&req), may_plan, Typed::default(), Errors::default()).await?)
}

/// The page of one who may plan, with what could not be taken.
pub(super) async fn again(req: &Req, cx: Cx, typed: Typed, errors: Errors) -> Reply {
    invalid(&build(req, cx.failed(), true, typed, errors).await?)
}

async fn build(req: &Req, cx: Cx, may_plan: bool, typed: Typed, errors: Errors) -> Result<Show, Fault> {
    let mut read = req.site.db.read().await?;
    let room = Room::of(req, &mut read).await?;
    let lottery = named(req, &mut read).await?;
    let computed = match lottery.stage() {
        Stage::Preparing => acts::computed(&mut read, &lottery).await?.map(|one| one.outcome),
        _ => None,
    };
    let for_seats = store::for_seats_of(&mut read, &lottery).await?;
    let ids = match lottery.parent_id {
        None => acts::members(&mut read, &lottery).await?,
        Some(_) => acts::drawn_ids(&mut read, &lottery).await?,
    };
    drop(read);
    let (why, change) = obstacles(&cx, computed.as_ref());
    let figures = match computed {
        Some(Outcome::Figures(figures)) => Some(figures),
        _ => lottery.figures(),
    };
    let may = may(&lottery, figures.as_ref(), &for_seats, may_plan, req);
    Ok(Show {
        head: room.head(&cx),
        title: title(&cx, &lottery),
        here: cx.link(&address(&lottery)),
        list: cx.link(&format!("{}/lottning", room.dialogue.desk_address())),
        stage: cx.t(lottery.stage().label()),
        tag: lottery.stage().tag(),
        lead: lead(&cx, &lottery, figures.as_ref(), !why.is_empty()),
        facts: facts(&cx, &lottery),
        chances: figures.as_ref().map(|one| chances(&cx, one)).unwrap_or_default(),
        groups: figures.as_ref().map(|one| group_rows(&cx, one)).unwrap_or_default(),
        is_drawn: lottery.stage() == Stage::Drawn,
        ids: ids.join(", "),
        public: if lottery.is_public() {
            cx.link(&crate::pages::address(&lottery))
        } else {
            String::new()
        },
        parent: lottery
            .parent_id
            .map(|id| cx.link(&format!("{}/lottning/{id}", room.dialogue.desk_address())))
            .unwrap_or_default(),
        for_seats: for_seats.iter().map(|one| Line::new(&cx, one, &address(one))).collect(),
        revision: lottery.revision,
        why,
        change,
        typed,
        may,
        errors,
        cx,
    })
}

fn may(lottery: &Lottery, figures: Option<&Figures>, for_seats: &[Lottery], may_plan: bool, req: &Req) -> May {
    if !may_plan || lottery.erased_at.is_some() {
        return May::default();
    }
    let (stage, is_first) = (lottery.stage(), lottery.parent_id.is_none());
    May {
        basis: true,
        change: stage == Stage::Preparing && is_first,
        publish: stage == Stage::Preparing && figures.is_some_and(|one| one.certified),
        draw: stage == Stage::Published && lottery.settles_on.is_some_and(|day| day <= req.today()),
        cancel: is_under_way(lottery),
        replace: stage == Stage::Drawn && is_first && !for_seats.iter().any(is_under_way),
        erase: is_first,
    }
}

fn obstacles(cx: &Cx, outcome: Option<&Outcome>) -> (Vec<String>, Vec<String>) {
    let say = |list: &[crate::model::Told]| list.iter().map(|one| one.say(cx)).collect();
    match outcome {
        Some(Outcome::Infeasible { why, change }) => (say(why), say(change)),
        Some(Outcome::Refused { why }) => (vec![why.say(cx)], Vec::new()),
        Some(Outcome::Figures(_)) | None => (Vec::new(), Vec::new()),
    }
}

fn lead(cx: &Cx, lottery: &Lottery, figures: Option<&Figures>, has_obstacles: bool) -> String {
    let day = lottery.settles_on.map(|day| cx.date(&day)).unwrap_or_default();
    match lottery.stage() {
        Stage::Preparing if has_obstacles => cx.t("lottery-lead-impossible"),
        Stage::Preparing if figures.is_some() => cx.t("lottery-lead-ready"),
        Stage::Preparing => cx.t("lottery-lead-computing"),
        Stage::Published => cx.t2(
            "lottery-lead-published",
            ("source", &lottery.seed_source),
            ("day", &day),
        ),
        Stage::Drawn => cx.t2(
            "lottery-lead-drawn",
            ("seed", &lottery.seed),
            ("number", &cx.number(lottery.number)),
        ),
        Stage::Cancelled if lottery.reason.is_empty() => cx.t("lottery-lead-erased"),
        Stage::Cancelled => cx.t1("lottery-lead-cancelled", "reason", &lottery.reason),
    }
}

/// Who did what and when, and what it was done from.
pub(crate) fn facts(cx: &Cx, lottery: &Lottery) -> Vec<(String, String)> {
    let done = |at: Option<jiff::Timestamp>, by: &str| {
        let words = |at| cx.t2("lottery-when-by", ("moment", &cx.moment(&at)), ("by", by));
        at.map(words).unwrap_or_default()
    };
    let figures = lottery.figures();
    let fingerprint = figures.map(|one| one.fingerprint).unwrap_or_default();
    let reason = if lottery.parent_id.is_some() {
        lottery.reason.clone()
    } else {
        String::new()
    };
    let number = if lottery.number > 0 {
        cx.number(lottery.number)
    } else {
        String::new()
    };
    let day = |date: Option<jiff::civil::Date>| date.map(|date| cx.date(&date)).unwrap_or_default();
    [
        ("lottery-field-people", cx.number(lottery.people)),
        ("lottery-field-seats", cx.number(lottery.seats)),
        ("lottery-field-why-empty", reason),
        (
            "lottery-field-begun",
            done(Some(lottery.created_at), &lottery.created_by),
        ),
        (
            "lottery-field-published",
            done(lottery.published_at, &lottery.published_by),
        ),
        ("lottery-field-fingerprint", fingerprint),
        ("lottery-field-source", lottery.seed_source.clone()),
        ("lottery-field-settles", day(lottery.settles_on)),
        ("lottery-field-seed", lottery.seed.clone()),
        ("lottery-field-number", number),
        ("lottery-field-drawn", done(lottery.drawn_at, &lottery.drawn_by)),
        (
            "lottery-field-cancelled",
            done(lottery.cancelled_at, &lottery.cancelled_by),
        ),
        (
            "lottery-field-erase",
            if lottery.erased_at.is_none() {
                day(lottery.erase_on)
            } else {
                String::new()
            },
        ),
        ("lottery-field-erased", done(lottery.erased_at, &lottery.erased_by)),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .map(|(key, value)| (cx.t(key), value))
    .collect()
}

/// The odds in words.
pub(crate) fn chances(cx: &Cx, figures: &Figures) -> Vec<String> {
    let number = |count: u32| cx.number(i64::from(count));
    let proof = if figures.certified {
        "lottery-chances-proved"
    } else {
        "lottery-chances-not-proved"
    };
    vec![
        cx.t2(
            "lottery-chances",
            ("least", &number(figures.least)),
            ("most", &number(figures.most)),
        ),
        cx.t(proof),
    ]
}
