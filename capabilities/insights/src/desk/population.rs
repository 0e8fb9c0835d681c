//! `…/befolkning`: who took part beside who lives here, from a file with the figures of the population.

use askama::Template;
use chart::Comparison;
use db::Conn;
use documents::Cell;
use identity::{AnalyseContributions, Grant, SeeDesk};
use web::{Cx, Errors, Fault, Reply, Req, invalid, page};

use super::{Room, Tab};
use crate::acts;
use crate::model::population::{self, RowProblem};
use crate::reading::{self, Asked, Compared};
use crate::words::{comparison, decimal, finding_label, missing, points, said};

/// A pasted or sent table of this size holds far more than any municipality's groups.
const MAX_FILE: usize = 500_000;

#[derive(Template)]
#[template(path = "insights/population.html")]
struct PopulationPage {
    cx: Cx,
    errors: Errors,
    crumbs: Vec<(String, String)>,
    tabs: Vec<Tab>,
    room: Room,
    may_change: bool,
    questions: Vec<String>,
    compared: Vec<ComparedView>,
    /// What was pasted, kept when it could not be taken.
    pasted: String,
    /// What is wrong with the rows of the file.
    refused: Vec<(String, String)>,
}

struct ComparedView {
    id: String,
    key: String,
    heading: String,
    finding: String,
    chart: Comparison,
    rows: Vec<GroupView>,
    notes: Vec<String>,
}

struct GroupView {
    label: String,
    count: String,
    share: String,
    expected: String,
    difference: String,
    /// Where chance alone could have put the difference, from low to high.
    interval: String,
    limit: String,
    finding: String,
}

async fn build(conn: &mut Conn, cx: Cx, req: &Req, may_change: bool) -> Result<PopulationPage, Fault> {
    let room = Room::of(conn, req).await?;
    let asked = reading::asked(conn, room.id).await?;
    let compared = reading::representation(conn, room.id).await?;
    Ok(PopulationPage {
        errors: Errors::default(),
        crumbs: room.crumbs(&cx),
        tabs: room.tabs(&cx),
        may_change,
        questions: reading::dimensions(&asked)
            .iter()
            .map(|one| format!("{} ({})", said(&cx, &one.label), one.key))
            .collect(),
        compared: compared
            .iter()
            .enumerate()
            .map(|(place, one)| view(&cx, one, place))
            .collect(),
        pasted: String::new(),
        refused: Vec::new(),
        room,
        cx,
    })
}

fn view(cx: &Cx, compared: &Compared, place: usize) -> ComparedView {
    let (finding, chart) = comparison(cx, compared);
    let percent = |share: f64| format!("{} %", decimal(cx, 100.0 * share));
    let row = |one: &crate::ComparedGroup| GroupView {
        label: said(cx, &one.label),
        count: one
            .figures
            .participants
            .count()
            .map_or_else(|| cx.t("web-few"), |count| cx.number(count)),
        share: one.figures.share.map_or_else(|| "–".to_owned(), percent),
        expected: percent(one.figures.expected),
        difference: one
            .figures
            .difference
            .map_or_else(|| "–".to_owned(), |difference| points(cx, difference)),
        interval: one.figures.interval.map_or_else(
            || "–".to_owned(),
            |interval| {
                let ends = [points(cx, interval.low), points(cx, interval.high)];
                cx.t2("insights-population-from-to", ("low", &ends[0]), ("high", &ends[1]))
            },
        ),
        limit: decimal(cx, one.figures.limit),
        finding: cx.t(finding_label(one.figures.finding)),
    };
    let index = compared
        .dissimilarity
        .map(|index| cx.t1("insights-representation-index", "index", decimal(cx, 100.0 * index)));
    let untold = cx.t1("insights-representation-untold", "n", cx.number(compared.untold));
    let source = cx.ta(
        "insights-representation-source",
        &[
            ("source", compared.source.as_str().into()),
            ("population", cx.number(compared.population).into()),
            ("day", cx.day(&compared.imported_at).into()),
            ("by", compared.imported_by.as_str().into()),
        ],
    );
    ComparedView {
        id: format!("jamforelse-{}", place + 1),
        key: compared.question.clone(),
        heading: said(cx, &compared.label),
        finding,
        chart,
        rows: compared.groups.iter().map(row).collect(),
        notes: Some(missing(cx, compared))
            .filter(|told| !told.is_empty())
            .into_iter()
            .chain(index)
            .chain([untold, source])
            .collect(),
    }
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let mut read = req.site.db.read().await?;
    let may_change = who.staff.may::<AnalyseContributions>();
    page(&build(&mut read, who.cx(&req), &req, may_change).await?)
}

pub(crate) async fn import(req: Req, who: Grant<AnalyseContributions>) -> Reply {
    let form = req.form()?;
    let pasted = form.raw("rader");
    let bytes = form
        .file("fil")
        .map_or_else(|| pasted.clone().into_bytes(), |file| file.bytes.to_vec());
    let mut read = req.site.db.read().await?;
    let dialogue = Room::of(&mut read, &req).await?.id;
    let asked: Vec<Asked> = reading::asked(&mut read, dialogue).await?;
    if bytes.len() > MAX_FILE {
        return Err(Fault::TooLarge);
    }
    let figures = match population::read(&bytes, &reading::dimensions(&asked)) {
        Ok(figures) => figures,
        Err(problems) => return refuse(&mut read, &req, &who, pasted, &problems).await,
    };
    drop(read);
    acts::import_population(&req.site, who.actor(), dialogue, &figures).await?;
    req.done(
        &format!("/arbetsyta/dialoger/{dialogue}/befolkning"),
        "insights-population-imported",
    )
}

/// The page again, with every faulty row and its remedy.
async fn refuse(
    conn: &mut Conn,
    req: &Req,
    who: &Grant<AnalyseContributions>,
    pasted: String,
    problems: &[RowProblem],
) -> Reply {
    let mut form = build(conn, who.cx(req).failed(), req, true).await?;
    let words = |problem: &RowProblem| {
        let values = [
            ("value", problem.value.as_str().into()),
            ("known", problem.known.as_str().into()),
        ];
        (form.cx.number(problem.row), form.cx.ta(problem.key, &values))
    };
    form.refused = problems.iter().map(words).collect();
    let field = if pasted.trim().is_empty() { "fil" } else { "rader" };
    form.errors
        .add(field, form.cx.tn("insights-population-refused", problems.len()));
    form.pasted = pasted;
    invalid(&form)
}

pub(crate) async fn remove(req: Req, who: Grant<AnalyseContributions>) -> Reply {
    let question = req.form()?.text("fraga");
    let dialogue = Room::of(&mut req.site.db.read().await?, &req).await?.id;
    acts::remove_population(&req.site, who.actor(), dialogue, &question).await?;
    req.done(
        &format!("/arbetsyta/dialoger/{dialogue}/befolkning"),
        "insights-population-removed",
    )
}

/// A file to fill in: the questions and groups of this dialogue, with empty figures.
pub(crate) async fn template(req: Req, who: Grant<AnalyseContributions>) -> Reply {
    let cx = who.cx(&req);
    let mut read = req.site.db.read().await?;
    let room = Room::of(&mut read, &req).await?;
    let asked = reading::asked(&mut read, room.id).await?;
    drop(read);
    let titles = ["fråga", "kategori", "befolkning", "källa", "år"].map(str::to_owned);
    let dimensions = reading::dimensions(&asked);
    let rows: Vec<Vec<Cell>> = dimensions
        .iter()
        .flat_map(|one| one.choices.iter().map(move |choice| (one, choice)))
        .map(|(one, choice)| {
            vec![
                Cell::text(&one.key),
                Cell::text(&choice.label.sv),
                Cell::Empty,
                Cell::Empty,
                Cell::Empty,
            ]
        })
        .collect();
    let bytes = documents::csv::write(&titles, &rows, documents::csv::Style::SWEDISH_EXCEL).map_err(Fault::internal)?;
    web::download(
        &format!("{}.csv", cx.t("insights-population-file")),
        documents::CSV,
        bytes,
    )
}
