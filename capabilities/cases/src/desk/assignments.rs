//! Assignments from the board on the desk: list, one, form.

use super::{date_parts, required};
use crate::{
    acts::{self, AssignmentDraft},
    model::{Assignment, AssignmentStatus},
    store,
};
use askama::Template;
use db::Id;
use dialogues::{Filter, Kind};
use identity::{Grant, ReadCases, RegisterCase};
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

struct Line {
    href: String,
    body: String,
    decided: String,
    paragraph: String,
    wording: String,
    due: String,
    overdue: bool,
    case_number: String,
    status: String,
}

fn line(cx: &Cx, req: &Req, one: &Assignment) -> Line {
    Line {
        href: req.url(&format!("/arbetsyta/uppdrag/{}", one.id)),
        body: one.body.clone(),
        decided: cx.short_date(&one.decided_on),
        paragraph: one.paragraph.clone(),
        wording: one.wording.clone(),
        due: one.due_on.map(|due| cx.short_date(&due)).unwrap_or_default(),
        overdue: one.is_overdue(req.today()),
        case_number: one.case_number.clone(),
        status: cx.t(one.status().label()),
    }
}

#[derive(Template)]
#[template(path = "cases/assignments.html")]
struct List {
    cx: Cx,
    lines: Vec<Line>,
    statuses: Vec<(String, String)>,
    chosen: String,
    may_register: bool,
    no_errors: Errors,
}

pub(crate) async fn list(req: Req, who: Grant<ReadCases>) -> Reply {
    let chosen = req.query("lage").unwrap_or_default().to_owned();
    let mut read = req.site.db.read().await?;
    let mut rows = store::assignments(&mut read).await?;
    rows.retain(|one| chosen.is_empty() || one.status == chosen);
    // Overdue first, then by the day they are due, those without a day last.
    rows.sort_by_key(|one| {
        (
            !one.is_overdue(req.today()),
            !one.status().is_open(),
            one.due_on.is_none(),
            one.due_on,
        )
    });
    let cx = who.cx(&req);
    let lines = rows.iter().map(|one| line(&cx, &req, one)).collect();
    let statuses = statuses(&cx);
    page(&List {
        lines,
        statuses,
        chosen,
        may_register: who.staff.may::<RegisterCase>(),
        no_errors: Errors::default(),
        cx,
    })
}

fn statuses(cx: &Cx) -> Vec<(String, String)> {
    AssignmentStatus::ALL
        .iter()
        .map(|one| (one.code().to_owned(), cx.t(one.label())))
        .collect()
}

#[derive(Template)]
#[template(path = "cases/assignment.html")]
struct Show {
    cx: Cx,
    one: Line,
    responsible: String,
    note: String,
    edit: String,
    action: String,
    linked: Vec<(String, String, String)>,
    others: Vec<(String, String)>,
    may_register: bool,
    no_errors: Errors,
}

pub(crate) async fn show(req: Req, who: Grant<ReadCases>) -> Reply {
    let id = req.id_param("assignment")?;
    let mut read = req.site.db.read().await?;
    let one = store::assignment(&mut read, id).await?;
    let ids = store::linked_dialogues(&mut read, id).await?;
    let mut all = Vec::new();
    // An assignment is carried out by a dialogue, a project or a collaboration: three kinds, three statements.
    for kind in Kind::ALL {
        all.extend(dialogues::list_of(&mut read, kind, &Filter::default(), req.today()).await?);
    }
    let (linked, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|dialogue| ids.contains(&dialogue.id));
    let cx = who.cx(&req);
    page(&Show {
        one: line(&cx, &req, &one),
        responsible: one.responsible,
        note: one.note,
        edit: req.url(&format!("/arbetsyta/uppdrag/{id}/andra")),
        action: req.url(&format!("/arbetsyta/uppdrag/{id}/dialoger")),
        linked: linked
            .into_iter()
            .map(|one| (one.id.to_string(), req.url(&one.desk_address()), one.title))
            .collect(),
        others: others.into_iter().map(|one| (one.id.to_string(), one.title)).collect(),
        may_register: who.staff.may::<RegisterCase>(),
        no_errors: Errors::default(),
        cx,
    })
}

pub(crate) async fn link(req: Req, who: Grant<RegisterCase>) -> Reply {
    let (id, form) = (req.id_param("assignment")?, req.form()?);
    let back = format!("/arbetsyta/uppdrag/{id}");
    let dialogue: Id = match form.text("dialogue").parse() {
        Ok(dialogue) => dialogue,
        Err(_) => return req.see_other(&back),
    };
    acts::link_assignment(&req.site, &who, id, dialogue, !form.has("unlink")).await?;
    req.done(&back, "cases-done-link")
}

#[derive(Template)]
#[template(path = "cases/assignment-form.html")]
struct Edit {
    cx: Cx,
    errors: Errors,
    action: String,
    is_new: bool,
    body: String,
    decided: (String, String, String),
    paragraph: String,
    wording: String,
    due: (String, String, String),
    case_number: String,
    responsible: String,
    status: String,
    statuses: Vec<(String, String)>,
    note: String,
    revision: i64,
    /// What stands now, when somebody else saved first: label, theirs, mine.
    conflict: Vec<(String, String, String)>,
}

fn edit_page(cx: Cx, errors: Errors, action: String, is_new: bool, form: &Form) -> Edit {
    Edit {
        statuses: statuses(&cx),
        cx,
        errors,
        action,
        is_new,
        body: form.text("body"),
        decided: date_parts(Some(form), "decided", None),
        paragraph: form.text("paragraph"),
        wording: form.text("wording"),
        due: date_parts(Some(form), "due", None),
        case_number: form.text("case-number"),
        responsible: form.text("responsible"),
        status: form.text("status"),
        note: form.text("note"),
        revision: form.int("revision").unwrap_or(0),
        conflict: Vec::new(),
    }
}

pub(crate) async fn new(req: Req, who: Grant<RegisterCase>) -> Reply {
    let settings = req.site.settings();
    let first = [
        ("body", settings.board.as_str()),
        ("responsible", settings.office.as_str()),
        ("status", "received"),
    ];
    let form = Form::from_pairs(first);
    page(&edit_page(
        who.cx(&req),
        Errors::default(),
        req.url("/arbetsyta/uppdrag/nytt"),
        true,
        &form,
    ))
}

pub(crate) async fn edit(req: Req, who: Grant<RegisterCase>) -> Reply {
    let id = req.id_param("assignment")?;
    let mut read = req.site.db.read().await?;
    let one = store::assignment(&mut read, id).await?;
    let cx = who.cx(&req);
    page(&Edit {
        statuses: statuses(&cx),
        cx,
        errors: Errors::default(),
        action: req.url(&format!("/arbetsyta/uppdrag/{id}/andra")),
        is_new: false,
        decided: date_parts(None, "decided", Some(one.decided_on)),
        due: date_parts(None, "due", one.due_on),
        body: one.body,
        paragraph: one.paragraph,
        wording: one.wording,
        case_number: one.case_number,
        responsible: one.responsible,
        status: one.status,
        note: one.note,
        revision: one.revision,
        conflict: Vec::new(),
    })
}

fn read_draft(req: &Req, form: &Form, errors: &mut Errors) -> Option<AssignmentDraft> {
    let body = required(req, form, errors, "body", "cases-error-body");
    let decided_on = match form.date("decided") {
        Ok(Some(date)) => Some(date),
        _ => {
            errors.add("decided-day", req.t("cases-error-decided"));
            None
        }
    };
    let wording = required(req, form, errors, "wording", "cases-error-wording");
    let due_on = form.date("due").unwrap_or_else(|()| {
        errors.add("due-day", req.t("cases-error-due"));
        None
    });
    if let (Some(decided), Some(due)) = (decided_on, due_on)
        && due < decided
    {
        errors.add("due-day", req.t("cases-error-due-before"));
    }
    let status = AssignmentStatus::from_code(&form.text("status"));
    if status.is_none() {
        errors.add("status", req.t("cases-error-status"));
    }
    errors.is_empty().then_some(AssignmentDraft {
        body,
        decided_on: decided_on?,
        paragraph: form.text("paragraph").trim_start_matches('§').trim().to_owned(),
        wording,
        due_on,
        case_number: form.text("case-number"),
        responsible: form.text("responsible"),
        status: status?,
        note: form.text("note"),
    })
}

pub(crate) async fn create(req: Req, who: Grant<RegisterCase>) -> Reply {
    let (form, mut errors) = (req.form()?, Errors::default());
    let Some(draft) = read_draft(&req, &form, &mut errors) else {
        return invalid(&edit_page(
            who.cx(&req).failed(),
            errors,
            req.url("/arbetsyta/uppdrag/nytt"),
            true,
            &form,
        ));
    };
    let id = acts::save_assignment(&req.site, &who, None, draft, Some(&form.text("nyckel"))).await?;
    req.done(&format!("/arbetsyta/uppdrag/{id}"), "cases-done-assignment")
}

pub(crate) async fn save(req: Req, who: Grant<RegisterCase>) -> Reply {
    let (id, form, mut errors) = (req.id_param("assignment")?, req.form()?, Errors::default());
    let action = req.url(&format!("/arbetsyta/uppdrag/{id}/andra"));
    let Some(draft) = read_draft(&req, &form, &mut errors) else {
        return invalid(&edit_page(who.cx(&req).failed(), errors, action, false, &form));
    };
    let revision = form.int("revision").unwrap_or(0);
    match acts::save_assignment(&req.site, &who, Some((id, revision)), draft, None).await {
        Ok(_) => req.done(&format!("/arbetsyta/uppdrag/{id}"), "cases-done-assignment"),
        Err(Fault::Conflict) => {
            let mut read = req.site.db.read().await?;
            let stands = store::assignment(&mut read, id).await?;
            let mut again = edit_page(who.cx(&req), Errors::default(), action, false, &form);
            again.revision = stands.revision;
            again.conflict = differences(&again.cx, &stands, &form);
            invalid(&again)
        }
        Err(fault) => Err(fault),
    }
}

fn differences(cx: &Cx, stands: &Assignment, form: &Form) -> Vec<(String, String, String)> {
    let pairs = [
        ("cases-field-body", stands.body.clone(), form.text("body")),
        ("cases-field-wording", stands.wording.clone(), form.text("wording")),
        (
            "cases-field-case-number",
            stands.case_number.clone(),
            form.text("case-number"),
        ),
        (
            "cases-field-responsible",
            stands.responsible.clone(),
            form.text("responsible"),
        ),
        ("cases-field-note", stands.note.clone(), form.text("note")),
    ];
    pairs
        .into_iter()
        .filter(|(_, theirs, mine)| theirs != mine)
        .map(|(key, theirs, mine)| (cx.t(key), theirs, mine))
        .collect()
}
