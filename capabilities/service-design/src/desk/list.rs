//! `…/blad`: the sheets of a project, template by template, and the way to a new one.

use super::Project;
use crate::model::filled::{Filled, answered, templates};
use crate::store;
use askama::Template;
use dialogues::Head;
use identity::{Grant, PlanDialogue, SeeDesk};
use web::{Cx, Reply, Req, page};

#[derive(Template)]
#[template(path = "service-design/list.html")]
struct List {
    cx: Cx,
    head: Head,
    groups: Vec<Group>,
    archived: Vec<(String, String)>,
    may_plan: bool,
}

struct Group {
    id: String,
    name: String,
    about: String,
    new_href: String,
    rows: Vec<Row>,
}

struct Row {
    href: String,
    title: String,
    answered: String,
    written: String,
    by: String,
    /// When it must be erased, and whether that is overdue.
    erase: String,
    late: bool,
    is_erased: bool,
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let mut read = req.site.db.read().await?;
    let project = Project::read(&req, &mut read).await?;
    let all = store::filled_of(&mut read, project.dialogue.id).await?;
    drop(read);
    let head = project.head(&cx);
    let pack = &project.picture.pack;
    let group = |sheet: &method::pack::Sheet| {
        let of_it = all
            .iter()
            .filter(|one| one.template == sheet.key && one.archived_at.is_none());
        Group {
            id: sheet.key.to_lowercase(),
            name: sheet.name.get(cx.lang).to_string(),
            about: sheet.about.get(cx.lang).to_string(),
            new_href: format!("{}/blad/ny/{}", head.base, sheet.key.to_lowercase()),
            rows: of_it.map(|one| row(&cx, &project, sheet, one)).collect(),
        }
    };
    let put_away = all.iter().filter(|one| one.archived_at.is_some());
    page(&List {
        groups: templates(pack).map(group).collect(),
        archived: put_away
            .map(|one| (cx.link(&one.address()), one.title.clone()))
            .collect(),
        may_plan: who.staff.may::<PlanDialogue>() && !project.picture.is_closed(),
        head,
        cx,
    })
}

fn row(cx: &Cx, project: &Project, sheet: &method::pack::Sheet, one: &Filled) -> Row {
    let (has, of) = answered(&project.with_sheet(one), sheet);
    Row {
        href: cx.link(&one.address()),
        title: one.title.clone(),
        answered: cx.ta("design-answered", &[("has", has.into()), ("of", of.into())]),
        written: cx.day(&one.updated_at),
        by: one.updated_by.clone(),
        erase: one.erase_on.map(|day| cx.short_date(&day)).unwrap_or_default(),
        late: one.is_overdue(project.picture.today),
        is_erased: one.erased_at.is_some(),
    }
}
