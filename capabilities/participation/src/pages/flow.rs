//! The walk through a survey, one question per page, the answers carried in the form itself.
//!
//! The same walk serves taking part, changing an answer and the preview on the desk; [`Mode`] tells them apart.
//! Nothing is stored before the last step, see [`crate::model::carried`].

use askama::Template;
use web::{Cx, Errors, Fault, Form, Reply, Req};

use super::question::{QuestionView, WebFields, error_target};
use crate::model::answer::{Answers, accept};
use crate::model::carried::Carried;
use crate::model::definition::{Definition, Question};
use crate::model::finish::{Finished, Strictness, finish};
use crate::model::parse::{field, parse};
use crate::model::path::{before, next, path};
use crate::shown::Shown;
use crate::words::words;

/// Why somebody walks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    TakingPart,
    Changing,
    /// Staff look at it as residents will; nothing can be sent.
    Preview,
}

/// Where the walk takes place.
pub struct Context<'a> {
    pub definition: &'a Definition,
    pub version: i64,
    pub mode: Mode,
    /// The activity's title.
    pub title: String,
    /// Where the forms are posted, without language.
    pub action: String,
    /// The page before the first question, without language.
    pub start: String,
}

/// What a step led to.
pub enum Step {
    /// A page to show.
    Page(Reply),
    /// Everything is answered and the person has pressed send.
    Send(Box<Finished>),
}

#[derive(Template)]
#[template(path = "participation/question.html")]
struct QuestionPage {
    cx: Cx,
    errors: Errors,
    title: String,
    action: String,
    start: String,
    is_preview: bool,
    carried: String,
    /// The person came from the page to check and goes back there.
    from_check: bool,
    is_background_start: bool,
    /// "Fråga 3 av 8".
    position: String,
    q: QuestionView,
}

/// A row of the page to check.
#[derive(Debug, Clone)]
pub struct CheckRow {
    pub key: String,
    pub question: String,
    pub answer: String,
    pub foreign: bool,
}

#[derive(Template)]
#[template(path = "participation/check.html")]
struct CheckPage {
    cx: Cx,
    errors: Errors,
    title: String,
    action: String,
    start: String,
    is_preview: bool,
    is_changing: bool,
    carried: String,
    rows: Vec<CheckRow>,
}

/// One step: what was answered is read, and the next page is chosen.
pub fn step(req: &Req, cx: Cx, ctx: &Context<'_>, form: &Form) -> Result<Step, Fault> {
    let mut carried = carried(ctx, form)?;
    let done = form.text("gor");
    let answered = ctx.definition.question(&form.text("fraga"));
    if let Some(question) = answered.filter(|_| matches!(done.as_str(), "nasta" | "tillbaka")) {
        match read(question, form) {
            Ok(answer) => carried.answers.put(&question.key, answer),
            // Going back with half an answer is no fault.
            Err(_) if done == "tillbaka" => {}
            Err(problem) => {
                let mut errors = Errors::default();
                errors.add(
                    error_target(question, &problem),
                    words(&req.site.texts, req.lang, &problem),
                );
                let view = QuestionView::filled(&cx, question, &WebFields(form));
                let page = question_page(cx.failed(), ctx, &carried, question, view, errors, form.has("granskar"));
                return Ok(Step::Page(web::invalid(&page)));
            }
        }
    }
    if let Some(question) = answered.filter(|_| done == "rakna") {
        // Added up for those without the script; nothing is wrong yet.
        let view = QuestionView::filled(&cx, question, &WebFields(form));
        let page = question_page(
            cx,
            ctx,
            &carried,
            question,
            view,
            Errors::default(),
            form.has("granskar"),
        );
        return Ok(Step::Page(web::page(&page)));
    }
    match done.as_str() {
        "skicka" => return Ok(send(req, cx, ctx, &carried)),
        "granska" => return Ok(Step::Page(check(cx, ctx, &carried, Errors::default()))),
        _ => {}
    }
    let from_check = form.has("granskar") || done.starts_with("andra:");
    let target = match (done.as_str(), answered) {
        (change, _) if change.starts_with("andra:") => ctx.definition.question(&change["andra:".len()..]),
        ("tillbaka", Some(question)) => match before(ctx.definition, &carried.answers, &question.key) {
            Some(previous) => Some(previous),
            None => return Ok(Step::Page(req.see_other(&ctx.start))),
        },
        ("nasta", Some(_)) if from_check => next(ctx.definition, &carried.answers),
        ("nasta", Some(question)) => following(ctx.definition, &carried.answers, question),
        _ => path(ctx.definition, &carried.answers).into_iter().next(),
    };
    let Some(question) = target else {
        return Ok(Step::Page(check(cx, ctx, &carried, Errors::default())));
    };
    let view = QuestionView::of(&cx, question, carried.answers.given(&question.key));
    let page = question_page(cx, ctx, &carried, question, view, Errors::default(), from_check);
    Ok(Step::Page(web::page(&page)))
}

/// The page to check with answers that are there already: where changing begins.
pub fn check_start(cx: Cx, ctx: &Context<'_>, answers: Answers) -> Reply {
    let carried = Carried {
        version: ctx.version,
        answers,
    }
    .checked(ctx.definition);
    check(cx, ctx, &carried, Errors::default())
}

fn carried(ctx: &Context<'_>, form: &Form) -> Result<Carried, Fault> {
    let field = form.raw("svar");
    if field.is_empty() {
        return Ok(Carried {
            version: ctx.version,
            answers: Answers::default(),
        });
    }
    let carried = Carried::read(&field).ok_or(Fault::BadRequest("participation-carried-unreadable"))?;
    Ok(carried.checked(ctx.definition))
}

/// The version that the answers in a form belong to; 0 when the form carries none.
pub fn carried_version(form: &Form) -> i64 {
    Carried::read(&form.raw("svar")).map_or(0, |carried| carried.version)
}

fn read(
    question: &Question,
    form: &Form,
) -> Result<Option<crate::model::answer::Answer>, crate::model::problem::Problem> {
    let answer = parse(question, &WebFields(form))?;
    accept(question, answer.as_ref())?;
    Ok(answer)
}

/// The question after this one on the path; before the page to check, whatever still lacks an answer.
fn following<'d>(definition: &'d Definition, answers: &Answers, question: &Question) -> Option<&'d Question> {
    let path = path(definition, answers);
    let at = path.iter().position(|q| q.key == question.key);
    match at.and_then(|i| path.get(i + 1)) {
        Some(question) => Some(*question),
        None => next(definition, answers),
    }
}

fn question_page(
    cx: Cx,
    ctx: &Context<'_>,
    carried: &Carried,
    question: &Question,
    q: QuestionView,
    errors: Errors,
    from_check: bool,
) -> QuestionPage {
    let path = path(ctx.definition, &carried.answers);
    let at = path.iter().position(|p| p.key == question.key).unwrap_or_default();
    let (number, of) = ((at + 1).to_string(), path.len().to_string());
    QuestionPage {
        position: cx.t2("participation-question-number", ("number", &number), ("of", &of)),
        cx,
        errors,
        title: ctx.title.clone(),
        action: ctx.action.clone(),
        start: ctx.start.clone(),
        is_preview: ctx.mode == Mode::Preview,
        carried: carried.write(),
        from_check,
        is_background_start: question.is_background()
            && path.get(at.wrapping_sub(1)).is_none_or(|p| !p.is_background()),
        q,
    }
}

fn check(cx: Cx, ctx: &Context<'_>, carried: &Carried, errors: Errors) -> Reply {
    let rows = check_rows(&cx, ctx.definition, &carried.answers);
    let failed = !errors.is_empty();
    let page = CheckPage {
        cx: if failed { cx.failed() } else { cx },
        errors,
        title: ctx.title.clone(),
        action: ctx.action.clone(),
        start: ctx.start.clone(),
        is_preview: ctx.mode == Mode::Preview,
        is_changing: ctx.mode == Mode::Changing,
        carried: carried.write(),
        rows,
    };
    if failed { web::invalid(&page) } else { web::page(&page) }
}

/// All questions on the path with their answers in words.
pub fn check_rows(cx: &Cx, definition: &Definition, answers: &Answers) -> Vec<CheckRow> {
    let shown = Shown {
        texts: &cx.site().texts,
        local: cx.local(),
    };
    path(definition, answers)
        .into_iter()
        .filter(|q| q.asks())
        .map(|q| CheckRow {
            key: q.key.clone(),
            question: q.label.said(cx.lang.code()).to_owned(),
            answer: shown.answer(q, answers.given(&q.key)),
            foreign: !q.label.is_in(cx.lang.code()),
        })
        .collect()
}

fn send(req: &Req, cx: Cx, ctx: &Context<'_>, carried: &Carried) -> Step {
    match finish(ctx.definition, &carried.answers, Strictness::AtTheForm) {
        Ok(finished) => Step::Send(Box::new(finished)),
        Err(problems) => {
            let mut errors = Errors::default();
            for (key, problem) in problems {
                let message = words(&req.site.texts, req.lang, &problem);
                let label = ctx
                    .definition
                    .question(&key)
                    .map(|q| q.label.said(req.lang.code()).to_owned())
                    .unwrap_or_default();
                errors.add(field(&key), format!("{label}: {message}"));
            }
            Step::Page(check(cx, ctx, carried, errors))
        }
    }
}
