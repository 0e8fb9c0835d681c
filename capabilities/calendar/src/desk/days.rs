//! `/arbetsyta/kalender/dagar`: the days that the municipality writes in itself.

use crate::acts;
use crate::model::import::{NewDay, new_day};
use crate::model::{LocalDay, LocalKind, Period};
use crate::store;
use askama::Template;
use db::Id;
use identity::{ApproveDialogue, Grant, SeeDesk};
use jiff::civil::{Date, date};
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "calendar/days.html")]
struct Days {
    cx: Cx,
    rows: Vec<DayRow>,
    /// Where earlier days stand; empty when they are shown.
    earlier: String,
    may_write: bool,
}

struct DayRow {
    href: String,
    name: String,
    kind: String,
    period: String,
}

pub(crate) async fn list(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let all = req.query("alla").is_some();
    let from = if all { Date::MIN } else { date(req.today().year(), 1, 1) };
    let days = store::local_days(&mut req.site.db.read().await?, from, Date::MAX).await?;
    let row = |day: &LocalDay| DayRow {
        href: cx.link(&address(day.id)),
        name: day.name.clone(),
        kind: cx.t(day.kind.label()),
        period: cx.period(&day.period.first, &day.period.last),
    };
    page(&Days {
        rows: days.iter().map(row).collect(),
        earlier: if all {
            String::new()
        } else {
            cx.link("/arbetsyta/kalender/dagar?alla=ja")
        },
        may_write: who.staff.may::<ApproveDialogue>(),
        cx,
    })
}

fn address(day: Id) -> String {
    format!("{}/{day}", crate::DAYS)
}

/// A date as typed: day, month, year.
type Typed = (String, String, String);

#[derive(Template)]
#[template(path = "calendar/day.html")]
struct DayForm {
    cx: Cx,
    errors: Errors,
    action: String,
    /// Where the day is removed; empty for a new one.
    remove: String,
    name: String,
    kind: String,
    kinds: Vec<(String, String)>,
    first: Typed,
    last: Typed,
    revision: i64,
    /// What stands now, when somebody else saved first: label, theirs, mine.
    conflict: Vec<(String, String, String)>,
}

impl DayForm {
    fn typed(cx: Cx, errors: Errors, day: Option<Id>, form: &Form) -> DayForm {
        let parts = |field: &str| {
            let part = |name: &str| form.raw(&format!("{field}-{name}"));
            (part("day"), part("month"), part("year"))
        };
        let kind = |kind: LocalKind| (kind.code().to_owned(), cx.t(kind.label()));
        DayForm {
            action: cx.link(&day.map_or_else(|| format!("{}/ny", crate::DAYS), address)),
            remove: day.map_or_else(String::new, |day| cx.link(&format!("{}/ta-bort", address(day)))),
            errors,
            name: form.raw("name"),
            kind: form.text("kind"),
            kinds: LocalKind::ALL.map(kind).into(),
            first: parts("first"),
            last: parts("last"),
            revision: form.int("revision").unwrap_or(0),
            conflict: Vec::new(),
            cx,
        }
    }

    fn stands(cx: Cx, day: &LocalDay) -> DayForm {
        let parts = |date: Date| {
            (
                date.day().to_string(),
                date.month().to_string(),
                date.year().to_string(),
            )
        };
        DayForm {
            name: day.name.clone(),
            kind: day.kind.code().to_owned(),
            first: parts(day.period.first),
            last: parts(day.period.last),
            revision: day.revision,
            ..DayForm::typed(cx, Errors::default(), Some(day.id), &Form::default())
        }
    }
}

/// The day as the form says it, or what is wrong at each field.
fn read(req: &Req, form: &Form) -> Result<NewDay, Errors> {
    let mut errors = Errors::default();
    let first = form.date("first").ok().flatten();
    if first.is_none() {
        errors.add("first", req.t("calendar-error-first"));
    }
    let last = form.date("last").unwrap_or_else(|()| {
        errors.add("last", req.t("calendar-error-last"));
        None
    });
    let kind = LocalKind::from_code(&form.text("kind"));
    if kind.is_none() {
        errors.add("kind", req.t("calendar-error-kind"));
    }
    // The name is weighed also when a day is missing, so that everything is told at once.
    let known = first.or(last).unwrap_or(req.today());
    let (kind, last) = (kind.unwrap_or(LocalKind::Event), last.unwrap_or(known));
    match new_day(&form.text("name"), kind, known, last) {
        Ok(day) if errors.is_empty() => Ok(day),
        Ok(_) => Err(errors),
        Err((field, problem)) => {
            if errors.on(field).is_none() {
                errors.add(field, participation::words(&req.site.texts, req.lang, &problem));
            }
            Err(errors)
        }
    }
}

pub(crate) async fn new(req: Req, who: Grant<ApproveDialogue>) -> Reply {
    let form = Form::from_pairs([("kind", LocalKind::SchoolBreak.code())]);
    page(&DayForm::typed(who.cx(&req), Errors::default(), None, &form))
}

pub(crate) async fn create(req: Req, who: Grant<ApproveDialogue>) -> Reply {
    let form = req.form()?;
    match read(&req, &form) {
        Ok(day) => {
            acts::add_days(&req.site, &who, &[day], Some(&form.text("nyckel"))).await?;
            req.done(crate::DAYS, "calendar-note-day-saved")
        }
        Err(errors) => invalid(&DayForm::typed(who.cx(&req).failed(), errors, None, &form)),
    }
}

pub(crate) async fn edit(req: Req, who: Grant<ApproveDialogue>) -> Reply {
    let day = stands(&req).await?;
    page(&DayForm::stands(who.cx(&req), &day))
}

async fn stands(req: &Req) -> Result<LocalDay, Fault> {
    let id = req.id_param("day")?;
    Ok(store::local_day(&mut req.site.db.read().await?, id).await?)
}

pub(crate) async fn save(req: Req, who: Grant<ApproveDialogue>) -> Reply {
    let (id, form) = (req.id_param("day")?, req.form()?);
    let day = match read(&req, &form) {
        Ok(day) => day,
        Err(errors) => return invalid(&DayForm::typed(who.cx(&req).failed(), errors, Some(id), &form)),
    };
    match acts::change_day(&req.site, &who, id, form.int("revision").unwrap_or(0), &day).await {
        Ok(()) => req.done(crate::DAYS, "calendar-note-day-saved"),
        Err(Fault::Conflict) => {
            let now = stands(&req).await?;
            let mut again = DayForm::typed(who.cx(&req).failed(), Errors::default(), Some(id), &form);
            again.revision = now.revision;
            again.conflict = differences(&again.cx, &now, &day);
            invalid(&again)
        }
        Err(fault) => Err(fault),
    }
}

fn differences(cx: &Cx, now: &LocalDay, mine: &NewDay) -> Vec<(String, String, String)> {
    let period = |one: &Period| cx.period(&one.first, &one.last);
    let rows = [
        ("calendar-field-name", now.name.clone(), mine.name.clone()),
        ("calendar-field-kind", cx.t(now.kind.label()), cx.t(mine.kind.label())),
        ("calendar-column-period", period(&now.period), period(&mine.period)),
    ];
    let differ = rows.into_iter().filter(|(_, theirs, mine)| theirs != mine);
    differ.map(|(key, theirs, mine)| (cx.t(key), theirs, mine)).collect()
}

pub(crate) async fn remove(req: Req, who: Grant<ApproveDialogue>) -> Reply {
    let (id, form) = (req.id_param("day")?, req.form()?);
    acts::remove_day(&req.site, &who, id, form.int("revision").unwrap_or(0)).await?;
    req.done(crate::DAYS, "calendar-note-day-removed")
}
