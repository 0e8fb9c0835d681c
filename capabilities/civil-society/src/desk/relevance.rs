//! `…/relevans`: the matrix of problems and functions, and each place of it with its judgements.

use super::{Parts, choose, date_of, day, needed, needed_date, optional, parts, screen, typed_parts};
use crate::acts::crime;
use crate::model::relevance::{Function, Judged, MOST};
use crate::model::{LINE, TEXT};
use crate::picture::Picture;
use crate::store::{self, Judgement, StoredProblem};
use crate::words;
use askama::Template;
use db::{Conn, Id};
use identity::{Grant, PreventCrime};
use jiff::civil::Date;
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

/// The page of a place in the matrix.
pub(super) fn address(problem: Id, function: &Function) -> String {
    format!("{}/{problem}/{}", crate::RELEVANCE, function.code())
}

/// A place of the matrix; no link where the problem does not need the function.
struct Place {
    href: String,
    /// What is needed.
    name: String,
    text: String,
    mark: (&'static str, &'static str),
    /// Read aloud after the link: which problem and function it is.
    whole: String,
}

struct Line {
    title: String,
    places: Vec<Place>,
}

#[derive(Template)]
#[template(path = "civil-society/matrix.html")]
struct Matrix {
    cx: Cx,
    functions: Vec<String>,
    lines: Vec<Line>,
}

pub(crate) async fn matrix(req: Req, who: Grant<PreventCrime>) -> Reply {
    let cx = who.cx(&req);
    let picture = Picture::read(&mut req.site.db.read().await?).await?;
    let functions = words::functions(&cx);
    let line = |one: &store::StoredProblem| Line {
        title: cx.t2(
            "civil-problem-title",
            ("number", &one.number.to_string()),
            ("title", &one.problem.title),
        ),
        places: functions
            .iter()
            .map(|function| place(&cx, &picture, one, function))
            .collect(),
    };
    page(&Matrix {
        functions: functions.iter().map(|(_, name)| name.clone()).collect(),
        lines: picture.problems.iter().map(line).collect(),
        cx,
    })
}

fn place(cx: &Cx, picture: &Picture, problem: &store::StoredProblem, (code, name): &(String, String)) -> Place {
    let function = Function::of(code);
    let whole = format!("{}, {name}", problem.problem.title);
    if !problem.problem.functions.contains(&function) {
        return Place {
            href: String::new(),
            name: name.clone(),
            text: cx.t("civil-not-needed"),
            mark: ("", ""),
            whole,
        };
    }
    let judged: Vec<&Judgement> = picture.judged(problem.id, &function).collect();
    let gap = picture.gap(problem.id, &function);
    let text = match judged.first() {
        None => cx.t("civil-not-judged"),
        Some(best) => cx.t2(
            "civil-best",
            ("best", &best.relevance.to_string()),
            ("actors", &cx.tn("civil-actors", judged.len())),
        ),
    };
    let mark = match gap {
        None => ("ok", "✓"),
        Some(gap) if picture.decision(gap).is_some() => ("info", "◐"),
        Some(_) => ("warn", "!"),
    };
    Place {
        href: cx.link(&address(problem.id, &function)),
        name: name.clone(),
        text,
        mark,
        whole,
    }
}

struct JudgedLine {
    name: String,
    relevance: String,
    reason: String,
    evidence: String,
    judged: String,
    review: String,
    is_late: bool,
    /// An older judgement, or one of an archived actor.
    is_past: bool,
}

/// What somebody typed.
#[derive(Default)]
struct Typed {
    organisation: String,
    relevance: String,
    reason: String,
    evidence: String,
    judged_by: String,
    judged: Parts,
    review: Parts,
    asks_function: bool,
}

#[derive(Template)]
#[template(path = "civil-society/place.html")]
struct Page {
    cx: Cx,
    errors: Errors,
    asks_function: bool,
    here: String,
    problem: String,
    function: String,
    /// Why it is a gap, and the way to decide; empty when it is none.
    gap: String,
    gap_href: String,
    standing: Vec<JudgedLine>,
    past: Vec<JudgedLine>,
    grades: Vec<(String, String, String)>,
    typed: Typed,
    text_max: usize,
}

/// The problem and the function of the address. A function is one of the pack's, or one that the problem has kept.
pub(super) async fn of_address(req: &Req, conn: &mut Conn) -> Result<(StoredProblem, Function), Fault> {
    let problem = store::problem(conn, req.id_param("problem")?).await?;
    let function = Function::of(req.param("function")?);
    let known = words::choices(&req.site, req.lang, words::FUNCTIONS);
    if problem.problem.functions.contains(&function) || known.iter().any(|(code, _)| code == function.code()) {
        Ok((problem, function))
    } else {
        Err(Fault::NotFound)
    }
}

async fn build(req: &Req, cx: Cx, errors: Errors, typed: Typed) -> Result<Page, Fault> {
    let mut read = req.site.db.read().await?;
    let (problem, function) = of_address(req, &mut read).await?;
    let id = problem.id;
    let picture = Picture::read(&mut read).await?;
    let all = store::judgements(&mut read, id, &function).await?;
    drop(read);
    let counts: Vec<Id> = picture.judged(id, &function).map(|one| one.id).collect();
    let today = req.today();
    let line = |one: &Judgement| judged_line(&cx, one, today, !counts.contains(&one.id));
    let (past, mut standing): (Vec<_>, Vec<_>) = all.iter().map(line).partition(|one| one.is_past);
    standing.sort_by(|one, other| other.relevance.cmp(&one.relevance));
    let gap = picture.gap(id, &function);
    Ok(Page {
        here: cx.link(&address(id, &function)),
        problem: problem.problem.title,
        function: words::name(&words::functions(&cx), function.code()),
        gap: gap.map(|gap| cx.t(gap.kind.label())).unwrap_or_default(),
        gap_href: gap
            .map(|_| cx.link(&super::gaps::address(id, &function)))
            .unwrap_or_default(),
        grades: (0..=MOST).map(|grade| grade_words(&cx, grade)).collect(),
        asks_function: typed.asks_function,
        text_max: TEXT,
        errors,
        standing,
        past,
        typed,
        cx,
    })
}

fn judged_line(cx: &Cx, one: &Judgement, today: Date, is_past: bool) -> JudgedLine {
    JudgedLine {
        name: one.name.clone(),
        relevance: one.relevance.to_string(),
        reason: one.reason.clone(),
        evidence: one.evidence.clone(),
        judged: cx.t2(
            "civil-changed",
            ("day", &day(cx, one.judged_on)),
            ("name", &one.judged_by),
        ),
        review: day(cx, one.review_on),
        is_late: !is_past && one.review_on.is_some_and(|day| day < today),
        is_past,
    }
}

/// A grade with what it means.
fn grade_words(cx: &Cx, grade: i64) -> (String, String, String) {
    let (name, means) = match grade {
        0 => ("civil-grade-0", "civil-grade-0-means"),
        1 => ("civil-grade-1", "civil-grade-1-means"),
        2 => ("civil-grade-2", "civil-grade-2-means"),
        _ => ("civil-grade-3", "civil-grade-3-means"),
    };
    (grade.to_string(), cx.t(name), cx.t(means))
}

/// A year later.
fn in_a_year(day: Date) -> Option<Date> {
    day.checked_add(jiff::Span::new().try_years(1).ok()?).ok()
}

pub(crate) async fn show(req: Req, who: Grant<PreventCrime>) -> Reply {
    let typed = Typed {
        organisation: req.query("aktor").unwrap_or_default().to_owned(),
        judged_by: who.staff.name.clone(),
        judged: parts(Some(req.today())),
        review: parts(in_a_year(req.today())),
        ..Typed::default()
    };
    page(&build(&req, who.cx(&req), Errors::default(), typed).await?)
}

pub(crate) async fn judge(req: Req, who: Grant<PreventCrime>) -> Reply {
    let form = req.form()?;
    let (problem, function) = of_address(&req, &mut req.site.db.read().await?).await?;
    let here = address(problem.id, &function);
    let mut errors = Errors::default();
    if let Some(judged) = read(&req, &form, (problem.id, function), &mut errors).await? {
        crime::judge(&req.site, &who, &judged, Some(&form.text("nyckel"))).await?;
        return req.done(&here, "civil-note-judged");
    }
    let typed = Typed {
        organisation: form.text("organisation"),
        relevance: form.text("relevance"),
        reason: form.text("reason"),
        evidence: form.text("evidence"),
        judged_by: form.text("judged-by"),
        judged: typed_parts(&form, "judged"),
        review: typed_parts(&form, "review"),
        asks_function: screen::asks(&form, &errors),
    };
    invalid(&build(&req, who.cx(&req).failed(), errors, typed).await?)
}

/// The judgement as the form says it; nothing when something is wrong.
async fn read(
    req: &Req,
    form: &Form,
    (problem, function): (Id, Function),
    errors: &mut Errors,
) -> Result<Option<Judged>, Fault> {
    let written = form.text("organisation");
    let mut conn = req.site.db.read().await?;
    let organisation = choose::organisation(req, &mut conn, &written, errors, "organisation").await?;
    drop(conn);
    let relevance = form.int("relevance").filter(|grade| (0..=MOST).contains(grade));
    if relevance.is_none() {
        errors.add("relevance", req.t("civil-error-relevance"));
    }
    let reason = needed(req, form, errors, "reason", "civil-error-judgement-reason", TEXT);
    let evidence = optional(req, form, errors, "evidence", TEXT);
    let judged_by = needed(req, form, errors, "judged-by", "civil-error-judged-by", LINE);
    let judged_on = needed_date(req, form, errors, "judged", "civil-error-judged-on");
    if judged_on.is_some_and(|day| day > req.today()) {
        errors.add("judged", req.t("civil-error-future"));
    }
    let review_on = date_of(req, form, errors, "review");
    if errors.on("review").is_none() && review_on.is_none_or(|day| Some(day) <= judged_on) {
        errors.add("review", req.t("civil-error-review"));
    }
    screen::persons(
        req,
        form,
        errors,
        &[("reason", &reason), ("evidence", &evidence), ("judged-by", &judged_by)],
    );
    let (Some(organisation), Some(relevance), Some(judged_on), Some(review_on), true) =
        (organisation, relevance, judged_on, review_on, errors.is_empty())
    else {
        return Ok(None);
    };
    Ok(Some(Judged {
        organisation,
        problem,
        function,
        relevance,
        reason,
        evidence,
        judged_by,
        judged_on,
        review_on,
    }))
}
