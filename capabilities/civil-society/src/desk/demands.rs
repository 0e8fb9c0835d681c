//! `…/lagkrav`: what the act asks for every other year, when it was decided and when it is due again.

use super::{Parts, day, needed_date, options, typed_parts};
use crate::acts::promises;
use crate::model::clock::{Demand, Met, begin_on, next_due};
use crate::store::{self, StoredMet};
use askama::Template;
use identity::{Grant, PreventCrime};
use jiff::civil::Date;
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

/// A demand with where it stands.
pub(super) struct Standing {
    pub name: String,
    pub version: String,
    pub decided: String,
    pub due: String,
    pub mark: (String, &'static str, &'static str),
}

/// Where each demand stands on a day.
pub(super) fn standings(cx: &Cx, all: &[StoredMet], today: Date) -> Vec<Standing> {
    let standing = |demand: &Demand| {
        let met = store::latest_met(all, *demand);
        let due = met.and_then(|one| one.decided_on).map(next_due);
        Standing {
            name: cx.t(demand.label()),
            version: met.map(|one| one.version.clone()).unwrap_or_default(),
            decided: met.map(|one| decided(cx, one)).unwrap_or_default(),
            due: day(cx, due),
            mark: mark(cx, due, today),
        }
    };
    Demand::ALL.iter().map(standing).collect()
}

fn mark(cx: &Cx, due: Option<Date>, today: Date) -> (String, &'static str, &'static str) {
    let (key, kind, sign) = match due {
        None => ("civil-demand-never", "warn", "!"),
        Some(due) if due < today => ("civil-demand-late", "bad", "!"),
        Some(due) if begin_on(due) <= today => ("civil-demand-soon", "warn", "◔"),
        Some(_) => ("civil-demand-met", "ok", "✓"),
    };
    (cx.t(key), kind, sign)
}

fn decided(cx: &Cx, one: &StoredMet) -> String {
    cx.t2(
        "civil-changed",
        ("day", &day(cx, one.decided_on)),
        ("name", &one.decided_by),
    )
}

struct HistoryLine {
    name: String,
    version: String,
    decided: String,
    case_number: String,
}

/// What somebody typed.
#[derive(Default)]
struct Typed {
    demand: String,
    version: String,
    decided_by: String,
    decided: Parts,
    case_number: String,
}

#[derive(Template)]
#[template(path = "civil-society/demands.html")]
struct Page {
    cx: Cx,
    errors: Errors,
    standings: Vec<Standing>,
    history: Vec<HistoryLine>,
    demands: Vec<(String, String)>,
    typed: Typed,
    /// The latest report to the council, which the act asks for continuously.
    report: String,
}

async fn build(req: &Req, cx: Cx, errors: Errors, typed: Typed) -> Result<Page, Fault> {
    let mut read = req.site.db.read().await?;
    let all = store::demands_met(&mut read).await?;
    let reports = store::council_reports(&mut read).await?;
    drop(read);
    let line = |one: &StoredMet| HistoryLine {
        name: Demand::from_code(&one.demand)
            .map(|demand| cx.t(demand.label()))
            .unwrap_or_default(),
        version: one.version.clone(),
        decided: decided(&cx, one),
        case_number: one.case_number.clone(),
    };
    Ok(Page {
        standings: standings(&cx, &all, req.today()),
        history: all.iter().map(line).collect(),
        demands: options!(cx, Demand),
        report: reports.first().map(|one| cx.day(&one.made_at)).unwrap_or_default(),
        errors,
        typed,
        cx,
    })
}

pub(crate) async fn show(req: Req, who: Grant<PreventCrime>) -> Reply {
    page(&build(&req, who.cx(&req), Errors::default(), Typed::default()).await?)
}

/// The decision as the form says it; nothing when something is wrong.
fn read(req: &Req, form: &Form, errors: &mut Errors) -> Option<Met> {
    let demand = Demand::from_code(&form.text("demand"));
    if demand.is_none() {
        errors.add("demand", req.t("civil-error-demand"));
    }
    let decided_on = needed_date(req, form, errors, "decided", "civil-error-decided-on");
    let met = Met {
        demand: demand.unwrap_or(Demand::Picture),
        version: form.text("version"),
        decided_by: form.text("decided-by"),
        decided_on: decided_on.unwrap_or(req.today()),
        case_number: form.text("case-number"),
    };
    for (field, key) in met.complaints(req.today()) {
        errors.add(field, req.t(key));
    }
    super::screen::numbers(
        req,
        errors,
        &[("version", &met.version), ("decided-by", &met.decided_by)],
    );
    errors.is_empty().then_some(met)
}

pub(crate) async fn meet(req: Req, who: Grant<PreventCrime>) -> Reply {
    let form = req.form()?;
    let mut errors = Errors::default();
    if let Some(met) = read(&req, &form, &mut errors) {
        promises::meet_demand(&req.site, &who, &met, Some(&form.text("nyckel"))).await?;
        return req.done(crate::DEMANDS, "civil-note-demand");
    }
    let typed = Typed {
        demand: form.text("demand"),
        version: form.text("version"),
        decided_by: form.text("decided-by"),
        decided: typed_parts(&form, "decided"),
        case_number: form.text("case-number"),
    };
    invalid(&build(&req, who.cx(&req).failed(), errors, typed).await?)
}
