//! `/arbetsyta/kalender`: a year of dialogues, as a picture and as a list by month that says the same, with what clashes.

mod entries;

use super::ClashView;
use crate::material::Material;
use crate::model::clash::is_ahead;
use crate::model::{LocalKind, Period, Planned, Wanted, days_between, distinct, holidays};
use crate::words;
use askama::Template;
use chart::{Span, Spans};
use entries::Month;
use identity::{ApproveDialogue, Grant, SeeDesk};
use jiff::civil::{Date, date};
use web::{Cx, Errors, Reply, Req, encode, page};

#[derive(Template)]
#[template(path = "calendar/year.html")]
struct Year {
    cx: Cx,
    no_errors: Errors,
    year: i16,
    earlier: String,
    later: String,
    filters: Vec<Filter>,
    /// Where the calendar is shown whole; empty when it is.
    whole: String,
    found: usize,
    picture: Vec<Row>,
    clashes: Vec<Group>,
    months: Vec<Month>,
    days: String,
    feed: String,
    may_write: bool,
}

/// A question of the filter: its name in the address, its label, its choices and what was chosen.
struct Filter {
    id: &'static str,
    label: String,
    options: Vec<(String, String)>,
    value: String,
}

/// A row of the picture.
struct Row {
    label: String,
    /// Empty for days that have no page.
    href: String,
    svg: String,
    note: String,
}

/// A dialogue with what clashes with it.
struct Group {
    href: String,
    title: String,
    clashes: Vec<ClashView>,
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let today = req.today();
    let year = asked_year(&req).unwrap_or(today.year());
    let whole_year = Period::new(date(year, 1, 1), date(year, 12, 31));
    let mut read = req.site.db.read().await?;
    let material = Material::read(&mut read, whole_year, cx.settings.dialogues_per_area).await?;
    let activities = participation::dated_activities(&mut read).await?;
    drop(read);
    let wanted = wanted(&req);
    let of_year = |one: &&Planned| one.period.shared(whole_year).is_some();
    let all: Vec<&Planned> = material.dialogues.iter().filter(of_year).collect();
    let shown: Vec<&Planned> = all.iter().copied().filter(|one| wanted.takes(one)).collect();
    page(&Year {
        no_errors: Errors::default(),
        year,
        earlier: address(&cx, year - 1, &wanted),
        later: address(&cx, year + 1, &wanted),
        filters: filters(&cx, &all, &wanted),
        whole: if wanted == Wanted::default() {
            String::new()
        } else {
            address(&cx, year, &Wanted::default())
        },
        found: shown.len(),
        picture: picture(&cx, &shown, &material, whole_year),
        clashes: shown
            .iter()
            .filter(|one| is_ahead(one, today))
            .filter_map(|one| group(&cx, one, &material))
            .collect(),
        months: entries::months(&cx, &shown, &material.local, &activities, year),
        days: cx.link(crate::DAYS),
        feed: cx.absolute("/dialoger.ics"),
        may_write: who.staff.may::<ApproveDialogue>(),
        cx,
    })
}

/// A year that there can be dialogues in.
fn asked_year(req: &Req) -> Option<i16> {
    let year = req.query("ar")?.parse().ok()?;
    (2005..=2200).contains(&year).then_some(year)
}

fn wanted(req: &Req) -> Wanted {
    let text = |name: &str| req.query(name).unwrap_or_default().to_owned();
    Wanted {
        area: text("omrade"),
        committee: text("namnd"),
        group: text("grupp"),
        level: text("niva"),
    }
}

/// The calendar of a year, narrowed to the same.
fn address(cx: &Cx, year: i16, wanted: &Wanted) -> String {
    let asked = [
        ("omrade", &wanted.area),
        ("namnd", &wanted.committee),
        ("grupp", &wanted.group),
        ("niva", &wanted.level),
    ];
    let asked = asked.into_iter().filter(|(_, value)| !value.is_empty());
    let asked: String = asked
        .map(|(name, value)| format!("&{name}={}", encode(value)))
        .collect();
    format!("{}?ar={year}{asked}", cx.link(crate::CALENDAR))
}

fn filters(cx: &Cx, all: &[&Planned], wanted: &Wanted) -> Vec<Filter> {
    let words = |texts: Vec<String>| texts.into_iter().map(|text| (text.clone(), text)).collect::<Vec<_>>();
    let filter = |id, label: &str, options, value: &str| Filter {
        id,
        label: cx.t(label),
        options,
        value: value.to_owned(),
    };
    let areas = distinct(all.iter().map(|one| one.area.as_str()));
    let committees = distinct(all.iter().map(|one| one.committee.as_str()));
    let groups = distinct(all.iter().flat_map(|one| one.groups.iter().map(String::as_str)));
    let ladder = &method::packs(cx.site()).dialogue().ladder;
    let levels = ladder.levels().iter();
    let levels = levels.map(|level| (level.key.clone(), level.name.get(cx.lang).to_owned()));
    vec![
        filter("omrade", "calendar-filter-area", words(areas), &wanted.area),
        filter(
            "namnd",
            "calendar-filter-committee",
            words(committees),
            &wanted.committee,
        ),
        filter("grupp", "calendar-filter-group", words(groups), &wanted.group),
        filter("niva", "calendar-filter-level", levels.collect(), &wanted.level),
    ]
}

/// Days first, then dialogues by when they open.
fn picture(cx: &Cx, shown: &[&Planned], material: &Material, year: Period) -> Vec<Row> {
    let mut rows: Vec<(String, String, String)> = Vec::new();
    let mut spans: Vec<Span> = Vec::new();
    let span = |periods: &[Period], series: usize| Span {
        days: periods
            .iter()
            .map(|one| (days_between(year.first, one.first), days_between(year.first, one.last)))
            .collect(),
        series,
    };
    let holidays: Vec<Period> = holidays::holidays(year.first.year())
        .iter()
        .map(|one| Period::day(one.day))
        .collect();
    rows.push((cx.t("calendar-row-holidays"), String::new(), String::new()));
    spans.push(span(&holidays, 2));
    for kind in LocalKind::ALL {
        let of_kind = material.local.iter().filter(|day| day.kind == kind);
        let mut periods: Vec<Period> = of_kind.map(|day| day.period).collect();
        if kind == LocalKind::Election {
            periods.extend(holidays::election(year.first.year()).map(Period::day));
        }
        periods.retain(|one| one.shared(year).is_some());
        if !periods.is_empty() {
            rows.push((cx.t(kind.label()), String::new(), String::new()));
            spans.push(span(&periods, 2));
        }
    }
    for one in shown {
        let href = cx.link(&format!("/arbetsyta/dialoger/{}", one.id));
        let note = cx.period(&one.period.first, &one.period.last);
        rows.push((words::title(cx, &one.title), href, note));
        spans.push(span(&[one.period], 1));
    }
    let months: Vec<i64> = (2..=12)
        .map(|month| days_between(year.first, date(year.first.year(), month, 1)))
        .collect();
    let drawn = Spans::new(&spans, year.days(), &months);
    let row = |((label, href, note), svg)| Row { label, href, svg, note };
    rows.into_iter().zip(drawn.svgs).map(row).collect()
}

fn group(cx: &Cx, one: &Planned, material: &Material) -> Option<Group> {
    let clashes: Vec<ClashView> = material
        .clashes(one)
        .iter()
        .map(|clash| ClashView::new(cx, clash, material.accepted(one.id, clash)))
        .collect();
    (!clashes.is_empty()).then(|| Group {
        href: cx.link(&format!("/arbetsyta/dialoger/{}/krockar", one.id)),
        title: words::title(cx, &one.title),
        clashes,
    })
}

/// The day on which something is listed in a year: its own, or the first of January when it began before.
fn listed_on(day: Date, year: i16) -> Date {
    day.max(date(year, 1, 1))
}
