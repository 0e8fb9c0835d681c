//! The pages of the overview.

use crate::model::{self, Label, Line, Promise};
use askama::Template;
use db::{Conn, Id};
use dialogues::{Dialogue, Filter, Kind};
use documents::{Cell, csv};
use identity::{Grant, ReadCases};
use jiff::civil::Date;
use method::Packs;
use std::collections::HashMap;
use web::{Cx, Fault, Reply, Req, download, page};

/// One improvement.
struct Part {
    title: String,
    lines: Vec<LineView>,
}

struct LineView {
    label: String,
    count: i64,
    base: String,
    href: String,
}

#[derive(Template)]
#[template(path = "overview/overview.html")]
struct Overview {
    cx: Cx,
    on: String,
    parts: Vec<Part>,
}

/// Everything that is read for the overview.
struct Read {
    processes: HashMap<Kind, Vec<Dialogue>>,
    promises: Vec<Promise>,
    assigned: std::collections::BTreeMap<Option<Kind>, model::Assigned>,
    chain: Vec<evidence_chain::Count>,
    /// Insights that somebody works with or that led somewhere, of those that stand.
    used: (i64, i64),
    followed: (i64, i64),
    civil: civil_society::Figures,
}

impl Read {
    async fn all(req: &Req, conn: &mut Conn, today: Date) -> db::Result<Read> {
        let mut processes = HashMap::new();
        for kind in Kind::ALL {
            let list = dialogues::list_of(conn, kind, &Filter::default(), today).await?;
            processes.insert(kind, list);
        }
        let kinds: HashMap<Id, Kind> = processes.values().flatten().map(|one| (one.id, one.kind)).collect();
        let assignments = cases::assignments(conn).await?;
        let links = cases::assignment_links(conn).await?;
        let answers = cases::answer_states(conn).await?;
        let local = req.local();
        let dialogues = processes.get(&Kind::Dialogue).map(Vec::as_slice).unwrap_or_default();
        Ok(Read {
            promises: model::promises(dialogues, &answers, |at| local.day(at)),
            assigned: model::assigned(&assignments, &links, &kinds, today),
            chain: evidence_chain::counts(conn).await?,
            used: evidence_chain::used_insights(conn).await?,
            followed: evidence_chain::followed_effects(conn).await?,
            civil: civil_society::figures(conn).await?,
            processes,
        })
    }

    fn of(&self, kind: Kind) -> &[Dialogue] {
        self.processes.get(&kind).map(Vec::as_slice).unwrap_or_default()
    }
}

fn line(key: &'static str, count: i64, base: impl Into<Option<i64>>, href: &str) -> Line {
    Line {
        label: Label::Key(key),
        count,
        base: base.into(),
        href: href.to_owned(),
    }
}

/// What the board has asked for.
fn assignments(read: &Read, place: Option<Kind>) -> Vec<Line> {
    let figures = read.assigned.get(&place).copied().unwrap_or_default();
    vec![
        line(
            "overview-assignments-closed",
            figures.closed,
            figures.all,
            "/arbetsyta/uppdrag",
        ),
        line(
            "overview-assignments-overdue",
            figures.overdue,
            figures.all,
            "/arbetsyta/uppdrag",
        ),
    ]
}

/// The processes of a kind by step, in the order of the pack.
fn steps(cx: &Cx, read: &Read, kind: Kind) -> Vec<Line> {
    let all = read.of(kind);
    let edition = cx.site().get::<Packs>().edition(kind.pack());
    let Some(edition) = edition else { return Vec::new() };
    let states: Vec<(&str, &str)> = edition
        .templates
        .iter()
        .flat_map(|pack| pack.states.iter())
        .map(|state| (state.key.as_str(), state.name.get(cx.lang)))
        .collect();
    let base = model::count(all.len());
    let counted = model::by_state(all, states.iter().map(|(key, _)| *key));
    let name = |key: &str| {
        states
            .iter()
            .find(|(one, _)| *one == key)
            .map_or(key, |(_, name)| name)
            .to_owned()
    };
    counted
        .into_iter()
        .map(|(key, n)| Line {
            label: Label::Step(name(key)),
            count: n,
            base: Some(base),
            href: format!("{}?lage={key}", kind.base()),
        })
        .collect()
}

fn dialogue_lines(cx: &Cx, read: &Read, today: Date) -> Vec<Line> {
    let (kept, judged) = model::kept(&read.promises, today);
    let mut lines = assignments(read, Some(Kind::Dialogue));
    lines.push(line("overview-answers-on-time", kept, judged, crate::ANSWERS));
    lines.extend(steps(cx, read, Kind::Dialogue));
    lines
}

fn civil_lines(cx: &Cx, read: &Read) -> Vec<Line> {
    let civil = &read.civil;
    let mut lines = assignments(read, Some(Kind::Collaboration));
    lines.extend([
        line(
            "overview-organisations",
            civil.organisations,
            None,
            "/arbetsyta/organisationer",
        ),
        line(
            "overview-agreements",
            civil.agreements_in_force,
            civil.agreements,
            "/arbetsyta/overenskommelser",
        ),
        line(
            "overview-problems",
            civil.problems_judged,
            civil.problems,
            "/arbetsyta/brottsforebyggande/relevans",
        ),
        line(
            "overview-gaps",
            civil.gaps_decided,
            civil.gaps,
            "/arbetsyta/brottsforebyggande/gap",
        ),
        line(
            "overview-crime-measures",
            civil.measures_followed,
            civil.measures,
            "/arbetsyta/brottsforebyggande/atgarder",
        ),
    ]);
    lines.extend(steps(cx, read, Kind::Collaboration));
    lines
}

fn project_lines(cx: &Cx, read: &Read) -> Vec<Line> {
    let projects = read.of(Kind::Project);
    // What residents meet in a state is said in words that all packs share: a solution in use, and one followed up.
    let changed = projects
        .iter()
        .filter(|one| matches!(one.stage.as_str(), "answered" | "evaluated"))
        .count();
    let lessons = projects
        .iter()
        .filter(|one| matches!(one.stage.as_str(), "decided" | "ended"))
        .count();
    let base = model::count(projects.len());
    let (measures, all_measures) = model::standing(&read.chain, "measure");
    let mut lines = assignments(read, Some(Kind::Project));
    lines.extend([
        line(
            "overview-insights-used",
            read.used.0,
            read.used.1,
            "/arbetsyta/insikter?slag=insight&lage=standing",
        ),
        line(
            "overview-measures",
            measures,
            all_measures,
            "/arbetsyta/insikter?slag=measure&lage=standing",
        ),
        line(
            "overview-benefits",
            read.followed.0,
            read.followed.1,
            "/arbetsyta/insikter?slag=effect",
        ),
        line("overview-changed", model::count(changed), base, Kind::Project.base()),
        line("overview-lessons", model::count(lessons), base, Kind::Project.base()),
    ]);
    lines.extend(steps(cx, read, Kind::Project));
    lines
}

fn parts(cx: &Cx, read: &Read, today: Date) -> Vec<(&'static str, Vec<Line>)> {
    let mut parts = vec![
        ("overview-dialogues", dialogue_lines(cx, read, today)),
        ("overview-civil", civil_lines(cx, read)),
        ("overview-design", project_lines(cx, read)),
    ];
    if read.assigned.contains_key(&None) {
        parts.push(("overview-unlinked", assignments(read, None)));
    }
    parts
}

fn view(cx: &Cx, one: Line) -> LineView {
    LineView {
        label: match one.label {
            Label::Key(key) => cx.t(key),
            Label::Step(name) => cx.t1("overview-step", "name", name),
        },
        base: match one.base {
            Some(base) => cx.t1("overview-of", "base", cx.number(base)),
            None => String::new(),
        },
        count: one.count,
        href: cx.link(&one.href),
    }
}

pub(crate) async fn show(req: Req, who: Grant<ReadCases>) -> Reply {
    let (cx, today) = (who.cx(&req), req.today());
    let mut conn = req.site.db.read().await?;
    let read = Read::all(&req, &mut conn, today).await?;
    drop(conn);
    let part = |(key, lines): (&str, Vec<Line>)| Part {
        title: cx.t(key),
        lines: lines.into_iter().map(|one| view(&cx, one)).collect(),
    };
    page(&Overview {
        parts: parts(&cx, &read, today).into_iter().map(part).collect(),
        on: cx.short_date(&today),
        cx,
    })
}

/// The same as a file, with the base in a column of its own.
pub(crate) async fn export(req: Req, who: Grant<ReadCases>) -> Reply {
    let (cx, today) = (who.cx(&req), req.today());
    let mut conn = req.site.db.read().await?;
    let read = Read::all(&req, &mut conn, today).await?;
    drop(conn);
    let titles = [
        "overview-column-part",
        "overview-column-what",
        "overview-column-count",
        "overview-column-base",
        "overview-column-day",
    ]
    .map(|key| cx.t(key));
    let mut rows = Vec::new();
    for (key, lines) in parts(&cx, &read, today) {
        for one in lines {
            let base = one.base.map_or(Cell::Empty, Cell::Integer);
            let count = one.count;
            rows.push(vec![
                Cell::text(cx.t(key)),
                Cell::text(view(&cx, one).label),
                Cell::Integer(count),
                base,
                Cell::Date(today),
            ]);
        }
    }
    let file = csv::write(&titles, &rows, csv::Style::SWEDISH_EXCEL).map_err(Fault::internal)?;
    download("oversikt.csv", documents::CSV, file)
}

struct PromiseView {
    href: String,
    title: String,
    promised: String,
    answered: String,
    /// Text, kind and mark of the tag.
    tag: (String, &'static str, &'static str),
}

#[derive(Template)]
#[template(path = "overview/answers.html")]
struct Answers {
    cx: Cx,
    lines: Vec<PromiseView>,
    lead: String,
}

/// Promised answers: broken promises first, then what is due soonest.
pub(crate) async fn answers(req: Req, who: Grant<ReadCases>) -> Reply {
    let (cx, today) = (who.cx(&req), req.today());
    let mut conn = req.site.db.read().await?;
    let mut read = Read::all(&req, &mut conn, today).await?;
    drop(conn);
    let (kept, judged) = model::kept(&read.promises, today);
    read.promises.sort_by_key(|one| {
        (
            one.is_kept(today) != Some(false),
            one.is_kept(today).is_some(),
            one.promised,
        )
    });
    let dialogues: HashMap<Id, &Dialogue> = read.of(Kind::Dialogue).iter().map(|one| (one.id, one)).collect();
    let lines = read.promises.iter().filter_map(|one| {
        let dialogue = dialogues.get(&one.dialogue)?;
        Some(PromiseView {
            href: cx.link(&format!("{}/svar", dialogue.desk_address())),
            title: dialogue.title_in(cx.lang),
            promised: cx.short_date(&one.promised),
            answered: one.answered.map(|day| cx.short_date(&day)).unwrap_or_default(),
            tag: match one.is_kept(today) {
                Some(true) => (cx.t("overview-kept"), "ok", "✓"),
                Some(false) => (cx.t("overview-broken"), "bad", "!"),
                None => (cx.t("overview-waiting"), "info", "◔"),
            },
        })
    });
    page(&Answers {
        lines: lines.collect(),
        lead: cx.ta(
            "overview-answers-lead",
            &[("kept", kept.into()), ("judged", judged.into())],
        ),
        cx,
    })
}
