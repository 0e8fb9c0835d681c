//! `/arbetsyta/brottsforebyggande`: the problems of the situation picture, each with its causes.

use super::demands::{Standing, standings};
use super::{needed, optional, options, screen};
use crate::acts::crime;
use crate::model::relevance::{Function, Problem, ProblemKind};
use crate::model::{LINE, TEXT};
use crate::picture::Picture;
use crate::store::{self, StoredProblem};
use crate::words;
use askama::Template;
use identity::{Grant, PreventCrime};
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

/// The page of a problem.
fn address(id: db::Id) -> String {
    format!("{}/problem/{id}", crate::CRIME)
}

struct Line {
    href: String,
    number: String,
    title: String,
    place: String,
    kind: String,
    causes: String,
    judged: String,
    gaps: String,
}

#[derive(Template)]
#[template(path = "civil-society/crime.html")]
struct Overview {
    cx: Cx,
    lines: Vec<Line>,
    closed: Vec<(String, String)>,
    /// What has come how far: the way there, and in words.
    ways: Vec<(String, String, String)>,
    /// What the act asks for every other year.
    demands: Vec<Standing>,
    demands_href: String,
}

pub(crate) async fn overview(req: Req, who: Grant<PreventCrime>) -> Reply {
    let cx = who.cx(&req);
    let mut read = req.site.db.read().await?;
    let picture = Picture::read(&mut read).await?;
    let measures = store::measures(&mut read).await?.len();
    let in_force = store::count_in_force(&mut read).await?;
    let met = store::demands_met(&mut read).await?;
    let promises = store::promises(&mut read).await?;
    let councils = store::councils(&mut read).await?;
    drop(read);
    let strategic = councils
        .iter()
        .filter(|one| one.council.is_strategic() && !one.council.is_closed);
    let today = req.today();
    let holding = promises
        .iter()
        .filter(|one| one.promise.from_on <= today && today <= one.promise.until_on);
    let line = |one: &StoredProblem| Line {
        href: cx.link(&address(one.id)),
        number: one.number.to_string(),
        title: one.problem.title.clone(),
        place: one.problem.place.clone(),
        kind: cx.t(one.problem.kind.label()),
        causes: cx.number(picture.causes.iter().filter(|cause| cause.problem_id == one.id).count()),
        judged: cx.number(
            picture
                .judgements
                .iter()
                .filter(|judged| judged.problem_id == one.id)
                .count(),
        ),
        gaps: cx.number(picture.gaps.iter().filter(|gap| gap.problem == one.id).count()),
    };
    let of = |part: usize, whole: usize| cx.t2("civil-of", ("part", &cx.number(part)), ("whole", &cx.number(whole)));
    let way = |path: &str, key: &str, told: String| (cx.link(path), cx.t(key), told);
    page(&Overview {
        ways: vec![
            way(
                crate::RELEVANCE,
                "civil-matrix",
                of(picture.problems_judged(), picture.problems.len()),
            ),
            way(
                crate::GAPS,
                "civil-gaps",
                of(picture.gaps_decided(), picture.gaps.len()),
            ),
            way(crate::AGREEMENTS, "civil-agreements", cx.number(in_force)),
            way(crate::MEASURES, "civil-measures", cx.number(measures)),
            way(
                crate::COUNCILS,
                "civil-council-strategic-title",
                cx.number(strategic.count()),
            ),
            way(crate::PROMISES, "civil-promises", cx.number(holding.count())),
            way(crate::REPORTS, "civil-reports", String::new()),
        ],
        demands: standings(&cx, &met, today),
        demands_href: cx.link(crate::DEMANDS),
        lines: picture.problems.iter().map(line).collect(),
        closed: picture
            .closed
            .iter()
            .map(|one| (cx.link(&address(one.id)), one.problem.title.clone()))
            .collect(),
        cx,
    })
}

#[derive(Template)]
#[template(path = "civil-society/problem.html")]
struct Page {
    cx: Cx,
    errors: Errors,
    asks_function: bool,
    here: String,
    title: String,
    description: String,
    facts: Vec<(String, String)>,
    causes: Vec<(String, String)>,
    cause: String,
    text_max: usize,
}

async fn build(req: &Req, cx: Cx, errors: Errors, cause: String, asks_function: bool) -> Result<Page, Fault> {
    let id = req.id_param("problem")?;
    let mut read = req.site.db.read().await?;
    let one = store::problem(&mut read, id).await?;
    let causes = store::causes(&mut read).await?;
    let causes = causes.iter().filter(|cause| cause.problem_id == id);
    let functions = named(&cx, &one.problem.functions);
    Ok(Page {
        here: cx.link(&address(id)),
        title: cx.t2(
            "civil-problem-title",
            ("number", &one.number.to_string()),
            ("title", &one.problem.title),
        ),
        facts: vec![
            (cx.t("civil-field-problem-kind"), cx.t(one.problem.kind.label())),
            (cx.t("civil-field-place"), one.problem.place.clone()),
            (cx.t("civil-field-picture"), one.problem.picture.clone()),
            (cx.t("civil-field-functions"), functions),
            (
                cx.t("civil-field-closed"),
                if one.problem.is_closed {
                    cx.t("civil-yes")
                } else {
                    String::new()
                },
            ),
        ],
        description: one.problem.description,
        causes: causes.map(|cause| (cause.label(), cause.cause.clone())).collect(),
        cause,
        text_max: TEXT,
        errors,
        asks_function,
        cx,
    })
}

/// What a problem needs, in words.
fn named(cx: &Cx, functions: &[Function]) -> String {
    let known = words::functions(cx);
    let names = functions.iter().map(|one| words::name(&known, one.code()));
    names.collect::<Vec<_>>().join(", ")
}

pub(crate) async fn show(req: Req, who: Grant<PreventCrime>) -> Reply {
    page(&build(&req, who.cx(&req), Errors::default(), String::new(), false).await?)
}

pub(crate) async fn add_cause(req: Req, who: Grant<PreventCrime>) -> Reply {
    let (id, form) = (req.id_param("problem")?, req.form()?);
    let mut errors = Errors::default();
    let cause = needed(&req, &form, &mut errors, "cause", "civil-error-cause", TEXT);
    screen::persons(&req, &form, &mut errors, &[("cause", &cause)]);
    if !errors.is_empty() {
        let asks = screen::asks(&form, &errors);
        return invalid(&build(&req, who.cx(&req).failed(), errors, cause, asks).await?);
    }
    crime::add_cause(&req.site, &who, id, &cause).await?;
    req.done(&address(id), "civil-note-cause")
}

#[derive(Template)]
#[template(path = "civil-society/problem-form.html")]
struct ProblemForm {
    cx: Cx,
    errors: Errors,
    asks_function: bool,
    action: String,
    is_new: bool,
    problem: Problem,
    kind: String,
    kinds: Vec<(String, String)>,
    functions: Vec<(String, String)>,
    chosen: Vec<String>,
    text_max: usize,
    revision: i64,
    conflict: Vec<(String, String, String)>,
}

fn form_page(cx: Cx, action: &str, problem: Problem) -> ProblemForm {
    ProblemForm {
        errors: Errors::default(),
        asks_function: false,
        action: cx.link(action),
        is_new: false,
        kind: problem.kind.code().to_owned(),
        kinds: options!(cx, ProblemKind),
        functions: words::functions(&cx),
        chosen: problem.functions.iter().map(|one| one.code().to_owned()).collect(),
        text_max: TEXT,
        revision: 0,
        conflict: Vec::new(),
        problem,
        cx,
    }
}

/// The problem as the form says it, and what is wrong.
fn read(req: &Req, form: &Form) -> (Problem, Errors) {
    let mut errors = Errors::default();
    let known = words::choices(&req.site, req.lang, words::FUNCTIONS);
    let problem = Problem {
        title: needed(req, form, &mut errors, "title", "civil-error-problem-title", LINE),
        kind: ProblemKind::from_code(&form.text("kind")).unwrap_or(ProblemKind::Crime),
        place: needed(req, form, &mut errors, "place", "civil-error-place", LINE),
        description: needed(req, form, &mut errors, "description", "civil-error-description", TEXT),
        picture: optional(req, form, &mut errors, "picture", LINE),
        functions: form
            .all("functions")
            .iter()
            .filter(|code| known.iter().any(|(one, _)| one == *code))
            .map(Function::of)
            .collect(),
        is_closed: form.has("closed"),
    };
    if problem.functions.is_empty() {
        errors.add("functions", req.t("civil-error-functions"));
    }
    let texts = [
        ("title", problem.title.as_str()),
        ("place", &problem.place),
        ("description", &problem.description),
        ("picture", &problem.picture),
    ];
    screen::persons(req, form, &mut errors, &texts);
    (problem, errors)
}

const NEW: &str = "/arbetsyta/brottsforebyggande/problem/nytt";

pub(crate) async fn new(req: Req, who: Grant<PreventCrime>) -> Reply {
    let known = words::choices(&req.site, req.lang, words::FUNCTIONS);
    let problem = Problem {
        title: String::new(),
        kind: ProblemKind::Crime,
        place: String::new(),
        description: String::new(),
        picture: String::new(),
        functions: known.into_iter().map(|(code, _)| Function::of(code)).collect(),
        is_closed: false,
    };
    page(&ProblemForm {
        is_new: true,
        ..form_page(who.cx(&req), NEW, problem)
    })
}

pub(crate) async fn create(req: Req, who: Grant<PreventCrime>) -> Reply {
    let form = req.form()?;
    let (problem, errors) = read(&req, &form);
    if !errors.is_empty() {
        return invalid(&ProblemForm {
            is_new: true,
            asks_function: screen::asks(&form, &errors),
            errors,
            ..form_page(who.cx(&req).failed(), NEW, problem)
        });
    }
    let id = crime::add_problem(&req.site, &who, &problem, Some(&form.text("nyckel"))).await?;
    req.done(&address(id), "civil-note-problem")
}

pub(crate) async fn edit(req: Req, who: Grant<PreventCrime>) -> Reply {
    let id = req.id_param("problem")?;
    let stands = store::problem(&mut req.site.db.read().await?, id).await?;
    page(&ProblemForm {
        revision: stands.revision,
        ..form_page(who.cx(&req), &format!("{}/andra", address(id)), stands.problem)
    })
}

pub(crate) async fn save(req: Req, who: Grant<PreventCrime>) -> Reply {
    let (id, form) = (req.id_param("problem")?, req.form()?);
    let action = format!("{}/andra", address(id));
    let revision = form.int("revision").unwrap_or(0);
    let (problem, errors) = read(&req, &form);
    if !errors.is_empty() {
        return invalid(&ProblemForm {
            revision,
            asks_function: screen::asks(&form, &errors),
            errors,
            ..form_page(who.cx(&req).failed(), &action, problem)
        });
    }
    match crime::change_problem(&req.site, &who, id, revision, &problem).await {
        Ok(()) => req.done(&address(id), "civil-note-problem"),
        Err(Fault::Conflict) => {
            let stands = store::problem(&mut req.site.db.read().await?, id).await?;
            let cx = who.cx(&req).failed();
            invalid(&ProblemForm {
                revision: stands.revision,
                conflict: differences(&cx, &stands.problem, &problem),
                ..form_page(cx, &action, problem)
            })
        }
        Err(fault) => Err(fault),
    }
}

fn differences(cx: &Cx, stands: &Problem, mine: &Problem) -> Vec<(String, String, String)> {
    let line = |one: &Problem| {
        [
            ("civil-field-problem", one.title.clone()),
            ("civil-field-problem-kind", cx.t(one.kind.label())),
            ("civil-field-place", one.place.clone()),
            ("civil-field-description", one.description.clone()),
            ("civil-field-picture", one.picture.clone()),
            ("civil-field-functions", named(cx, &one.functions)),
        ]
    };
    super::told_apart(cx, line(stands), line(mine))
}
