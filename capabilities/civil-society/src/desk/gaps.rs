//! `…/gap`: what is missing, told from the judgements and the agreements, and what was decided about it.

use super::relevance::of_address;
use super::{Parts, date_of, day, needed, optional, options, screen, typed_parts};
use crate::acts::crime;
use crate::model::relevance::{Decided, Decision, Function, Gap, GapKind};
use crate::model::{LINE, TEXT};
use crate::picture::Picture;
use crate::store::{self, GapDecision};
use crate::words;
use askama::Template;
use db::Id;
use identity::{Grant, PreventCrime};
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

/// The page of a gap.
pub(super) fn address(problem: Id, function: &Function) -> String {
    format!("{}/{problem}/{}", crate::GAPS, function.code())
}

struct Line {
    href: String,
    problem: String,
    function: String,
    why: String,
    decision: String,
    reason: String,
    due: String,
    is_late: bool,
}

#[derive(Template)]
#[template(path = "civil-society/gaps.html")]
struct List {
    cx: Cx,
    lines: Vec<Line>,
    left: usize,
    /// What an empty list says.
    empty: &'static str,
}

/// Why it is a gap, with the actors that lack an agreement.
fn why(cx: &Cx, picture: &Picture, gap: &Gap) -> String {
    match gap.kind {
        GapKind::Missing => cx.t("civil-gap-missing"),
        GapKind::Unagreed => {
            let judged = picture.judged(gap.problem, &gap.function);
            let names: Vec<&str> = judged
                .filter(|one| gap.actors.contains(&one.organisation_id))
                .map(|one| one.name.as_str())
                .collect();
            cx.t1("civil-gap-unagreed-with", "names", names.join(", "))
        }
    }
}

pub(crate) async fn list(req: Req, who: Grant<PreventCrime>) -> Reply {
    let cx = who.cx(&req);
    let picture = Picture::read(&mut req.site.db.read().await?).await?;
    let title = |id: Id| {
        let problem = picture.problems.iter().find(|one| one.id == id);
        problem.map(|one| one.problem.title.clone()).unwrap_or_default()
    };
    let functions = words::functions(&cx);
    let line = |gap: &Gap| {
        let decided = picture.decision(gap);
        let words = decided.and_then(|one| Decision::from_code(&one.decision));
        let due_on = decided.and_then(|one| one.due_on);
        Line {
            href: cx.link(&address(gap.problem, &gap.function)),
            problem: title(gap.problem),
            function: words::name(&functions, gap.function.code()),
            why: why(&cx, &picture, gap),
            decision: words.map(|one| cx.t(one.label())).unwrap_or_default(),
            reason: decided.map(|one| one.reason.clone()).unwrap_or_default(),
            due: day(&cx, due_on),
            is_late: due_on.is_some_and(|day| day < req.today()),
        }
    };
    page(&List {
        lines: picture.gaps.iter().map(line).collect(),
        left: picture.gaps.len() - picture.gaps_decided(),
        empty: if picture.problems.is_empty() {
            "civil-problems-none"
        } else {
            "civil-gaps-none"
        },
        cx,
    })
}

/// What somebody typed.
#[derive(Default)]
struct Typed {
    decision: String,
    reason: String,
    responsible: String,
    due: Parts,
    asks_function: bool,
}

struct DecidedLine {
    when: String,
    kind: String,
    decision: String,
    reason: String,
    responsible: String,
    due: String,
}

#[derive(Template)]
#[template(path = "civil-society/gap.html")]
struct Page {
    cx: Cx,
    errors: Errors,
    asks_function: bool,
    here: String,
    judgements: String,
    problem: String,
    function: String,
    why: String,
    /// The kind of gap that is decided about; empty when it is none any longer.
    kind: String,
    decisions: Vec<(String, String)>,
    history: Vec<DecidedLine>,
    typed: Typed,
    text_max: usize,
}

async fn build(req: &Req, cx: Cx, errors: Errors, typed: Typed) -> Result<Page, Fault> {
    let mut read = req.site.db.read().await?;
    let (problem, function) = of_address(req, &mut read).await?;
    let id = problem.id;
    let picture = Picture::read(&mut read).await?;
    let all = store::gap_decisions(&mut read).await?;
    drop(read);
    let is_here = |one: &&GapDecision| one.problem_id == id && one.function == function.code();
    let gap = picture.gap(id, &function);
    Ok(Page {
        here: cx.link(&address(id, &function)),
        judgements: cx.link(&super::relevance::address(id, &function)),
        problem: problem.problem.title,
        function: words::name(&words::functions(&cx), function.code()),
        why: gap.map(|gap| why(&cx, &picture, gap)).unwrap_or_default(),
        kind: gap.map(|gap| gap.kind.code().to_owned()).unwrap_or_default(),
        decisions: options!(cx, Decision),
        history: all.iter().filter(is_here).map(|one| decided_line(&cx, one)).collect(),
        asks_function: typed.asks_function,
        text_max: TEXT,
        errors,
        typed,
        cx,
    })
}

fn decided_line(cx: &Cx, one: &GapDecision) -> DecidedLine {
    let kind = GapKind::from_code(&one.kind).map(|kind| cx.t(kind.label()));
    let decision = Decision::from_code(&one.decision).map(|decision| cx.t(decision.label()));
    DecidedLine {
        when: cx.t2(
            "civil-changed",
            ("day", &day(cx, one.decided_on)),
            ("name", &one.decided_by),
        ),
        kind: kind.unwrap_or_default(),
        decision: decision.unwrap_or_default(),
        reason: one.reason.clone(),
        responsible: one.responsible.clone(),
        due: day(cx, one.due_on),
    }
}

pub(crate) async fn show(req: Req, who: Grant<PreventCrime>) -> Reply {
    page(&build(&req, who.cx(&req), Errors::default(), Typed::default()).await?)
}

pub(crate) async fn decide(req: Req, who: Grant<PreventCrime>) -> Reply {
    let form = req.form()?;
    let (problem, function) = of_address(&req, &mut req.site.db.read().await?).await?;
    let mut errors = Errors::default();
    if let Some(decided) = read(&req, &form, (problem.id, function), &mut errors) {
        crime::decide_gap(&req.site, &who, &decided, Some(&form.text("nyckel"))).await?;
        return req.done(crate::GAPS, "civil-note-gap");
    }
    let typed = Typed {
        decision: form.text("decision"),
        reason: form.text("reason"),
        responsible: form.text("responsible"),
        due: typed_parts(&form, "due"),
        asks_function: screen::asks(&form, &errors),
    };
    invalid(&build(&req, who.cx(&req).failed(), errors, typed).await?)
}

/// The decision as the form says it; nothing when something is wrong.
fn read(req: &Req, form: &Form, (problem, function): (Id, Function), errors: &mut Errors) -> Option<Decided> {
    let decision = Decision::from_code(&form.text("decision"));
    if decision.is_none() {
        errors.add("decision", req.t("civil-error-decision"));
    }
    let reason = needed(req, form, errors, "reason", "civil-error-gap-reason", TEXT);
    let responsible = optional(req, form, errors, "responsible", LINE);
    let due_on = date_of(req, form, errors, "due");
    if decision == Some(Decision::Close) {
        if responsible.is_empty() {
            errors.add("responsible", req.t("civil-error-gap-responsible"));
        }
        if due_on.is_none() && errors.on("due").is_none() {
            errors.add("due", req.t("civil-error-gap-due"));
        }
    }
    screen::persons(req, form, errors, &[("reason", &reason), ("responsible", &responsible)]);
    // The gap that was read; had it become another meanwhile, the decision would not concern it.
    let kind = GapKind::from_code(&form.text("kind"));
    let (Some(decision), Some(kind), true) = (decision, kind, errors.is_empty()) else {
        return None;
    };
    Some(Decided {
        problem,
        function,
        kind,
        decision,
        reason,
        responsible,
        due_on,
        decided_on: req.today(),
    })
}
