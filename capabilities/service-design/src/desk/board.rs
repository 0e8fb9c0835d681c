//! `…/tavla`: the steps of the method with their tasks and sheets, as a table or as columns.

use super::Project;
use crate::acts;
use crate::model::filled::{Filled, answered};
use crate::store;
use askama::Template;
use dialogues::{Head, has_page};
use identity::{Grant, PlanDialogue, SeeDesk};
use method::pack::{StepText, TaskText};
use method::{Sources, TaskStatus};
use web::{Cx, Reply, Req, page};

#[derive(Template)]
#[template(path = "service-design/board.html")]
struct Board {
    cx: Cx,
    head: Head,
    challenge: String,
    owner: String,
    phases: Vec<PhaseView>,
    columns: Vec<Column>,
    /// The steps to which a sheet can be moved.
    steps: Vec<(String, String)>,
    as_table: bool,
    table_href: String,
    columns_href: String,
    /// Where a form of this view is sent.
    action: String,
    may_plan: bool,
}

/// A step as `kit::phases` shows it.
struct PhaseView {
    name: String,
    note: String,
    state: &'static str,
    href: String,
}

struct Column {
    key: String,
    name: String,
    cards: Vec<Card>,
}

struct Card {
    /// The sheet's id; empty for a task, which stands where the method puts it.
    id: String,
    href: String,
    title: String,
    /// What it is: the template, or a task.
    sort: String,
    owner: String,
    day: String,
    count: String,
    /// The word of `kit::task_status`; empty for a sheet.
    status: &'static str,
    step: String,
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let mut read = req.site.db.read().await?;
    let project = Project::read(&req, &mut read).await?;
    let all = store::filled_of(&mut read, project.dialogue.id).await?;
    drop(read);
    let (head, pack) = (project.head(&cx), &project.picture.pack);
    let facts = &project.picture.process.facts;
    let as_table = req.query("visa") != Some("kolumner");
    let here = format!("{}/tavla", head.base);
    let column = |step: &StepText| Column {
        key: step.key.clone(),
        name: step.name.get(cx.lang).to_string(),
        cards: cards(&cx, &project, &head, step, &all),
    };
    page(&Board {
        challenge: facts.text_in("challenge", cx.lang),
        owner: facts.text("project-owner"),
        phases: phases(&cx, &project),
        columns: pack.steps.iter().map(column).collect(),
        steps: pack
            .steps
            .iter()
            .map(|one| (one.key.clone(), one.name.get(cx.lang).to_string()))
            .collect(),
        action: if as_table {
            here.clone()
        } else {
            format!("{here}?visa=kolumner")
        },
        columns_href: format!("{here}?visa=kolumner"),
        table_href: here,
        as_table,
        may_plan: who.staff.may::<PlanDialogue>() && !project.picture.is_closed(),
        head,
        cx,
    })
}

/// The steps as far as the project has come: those before the one it is in are done.
fn phases(cx: &Cx, project: &Project) -> Vec<PhaseView> {
    let process = &project.picture.process;
    let state = process.returns_to.as_ref().unwrap_or(&process.state);
    let steps = &project.picture.pack.steps;
    let now = steps.iter().position(|step| step.key == *state).unwrap_or(steps.len());
    let view = |(place, step): (usize, &StepText)| PhaseView {
        name: step.name.get(cx.lang).to_string(),
        note: step.output.get(cx.lang).to_string(),
        state: match place.cmp(&now) {
            std::cmp::Ordering::Less => "done",
            std::cmp::Ordering::Equal => "now",
            std::cmp::Ordering::Greater => "coming",
        },
        href: String::new(),
    };
    steps.iter().enumerate().map(view).collect()
}

fn cards(cx: &Cx, project: &Project, head: &Head, step: &StepText, all: &[Filled]) -> Vec<Card> {
    let picture = &project.picture;
    let tasks = step.tasks.iter().filter_map(|key| picture.pack.task(key));
    let tasks = tasks
        .filter(|task| picture.concerns(task))
        .map(|task| task_card(cx, project, head, step, task));
    let sheets = all
        .iter()
        .filter(|one| one.step == step.key && one.archived_at.is_none());
    tasks.chain(sheets.map(|one| sheet_card(cx, project, one))).collect()
}

fn task_card(cx: &Cx, project: &Project, head: &Head, step: &StepText, task: &TaskText) -> Card {
    let picture = &project.picture;
    let sources = cx.site().get::<Sources>();
    let href = match &task.page {
        Some(whole) if whole.starts_with('/') => cx.link(&whole.replace("{id}", &project.dialogue.id.to_string())),
        Some(page) if has_page(&sources, &project.dialogue, page) => format!("{}/{page}", head.base),
        Some(_) => String::new(),
        None => format!("{}/steg/{}", head.base, task.address),
    };
    let fields: Vec<_> = task
        .fields
        .iter()
        .filter_map(|key| picture.pack.field(key))
        .filter(|one| picture.asks(one))
        .collect();
    let has = fields
        .iter()
        .filter(|field| picture.process.facts.has(&field.key))
        .count();
    Card {
        id: String::new(),
        href,
        title: task.name.get(cx.lang).to_string(),
        sort: cx.t("design-card-task"),
        owner: picture.process.facts.text("project-lead"),
        day: String::new(),
        count: match fields.len() {
            0 => String::new(),
            of => cx.ta("design-answered", &[("has", has.into()), ("of", of.into())]),
        },
        status: match picture.status(task) {
            TaskStatus::Done => "done",
            TaskStatus::Ongoing => "started",
            TaskStatus::NotStarted => "not-started",
            TaskStatus::CannotStartYet => "blocked",
        },
        step: step.key.clone(),
    }
}

fn sheet_card(cx: &Cx, project: &Project, one: &Filled) -> Card {
    let sheet = project.picture.pack.sheet(&one.template);
    let count = sheet.filter(|_| one.erased_at.is_none()).map(|sheet| {
        let (has, of) = answered(&project.with_sheet(one), sheet);
        cx.ta("design-answered", &[("has", has.into()), ("of", of.into())])
    });
    Card {
        id: one.id.to_string(),
        href: cx.link(&one.address()),
        title: one.title.clone(),
        sort: sheet
            .map_or(one.template.as_str(), |sheet| sheet.name.get(cx.lang))
            .to_string(),
        owner: one.created_by.clone(),
        day: cx.day(&one.updated_at),
        count: count.unwrap_or_default(),
        status: "",
        step: one.step.clone(),
    }
}

/// Moves a sheet to another step.
pub(crate) async fn move_card(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let mut read = req.site.db.read().await?;
    let project = dialogues::named(&req, &mut read).await?;
    drop(read);
    let form = req.form()?;
    let sheet = form
        .text("blad")
        .parse()
        .map_err(|_| web::Fault::BadRequest("design-error-choice"))?;
    acts::move_to(&req.site, &who, project.id, sheet, &form.text("steg")).await?;
    let view = if req.query("visa") == Some("kolumner") {
        "?visa=kolumner"
    } else {
        ""
    };
    req.done(&format!("{}/tavla{view}", project.desk_address()), "design-done-moved")
}
