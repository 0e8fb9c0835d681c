//! `…/blad/ny/{template}` and `…/blad/{sheet}/andra`: a template that is filled in many times, as a form.

use super::Project;
use crate::acts;
use crate::model::filled::{Draft, Filled, fields};
use crate::store;
use askama::Template;
use dialogues::Head;
use identity::{Grant, PlanDialogue};
use method::pack::Sheet;
use method::{FieldView, Picture, Typed};
use web::{Cx, Errors, Fault, Form, Lang, Reply, Req, invalid, page};

/// Who saved first and when; and for each field that differs, its label, what stands, what was written.
type Conflict = (String, Vec<(String, String, String)>);

#[derive(Template)]
#[template(path = "service-design/form.html")]
struct FormPage {
    cx: Cx,
    errors: Errors,
    head: Head,
    name: String,
    about: String,
    title: String,
    views: Vec<FieldView>,
    action: String,
    back: String,
    is_new: bool,
    revision: i64,
    conflict: Option<Conflict>,
}

/// What a page that comes back knows beside what stands.
#[derive(Default)]
struct Given<'a> {
    errors: Errors,
    form: Option<&'a Form>,
    conflict: bool,
}

fn build(
    req: &Req,
    mut cx: Cx,
    project: &Project,
    sheet: &Sheet,
    stands: Option<&Filled>,
    given: Given<'_>,
) -> FormPage {
    cx.has_errors = !given.errors.is_empty() || given.conflict;
    let head = project.head(&cx);
    let picture = stands.map_or_else(|| project.with_nothing(), |one| project.with_sheet(one));
    let fields = fields(&picture.pack, sheet);
    let more_rows = given
        .form
        .map(|form| form.text("fler-rader"))
        .filter(|id| !id.is_empty());
    let typed = given.form.map(|form| Typed { form, more_rows });
    let back = stands.map_or_else(|| format!("{}/blad", head.base), |one| cx.link(&one.address()));
    FormPage {
        views: method::views(&cx, &picture, &fields, typed.as_ref(), Lang::Sv),
        name: sheet.name.get(cx.lang).to_string(),
        about: sheet.about.get(cx.lang).to_string(),
        title: stands.map(|one| one.title.clone()).unwrap_or_default(),
        action: match stands {
            Some(_) => format!("{back}/andra"),
            None => format!("{back}/ny/{}", sheet.key.to_lowercase()),
        },
        back,
        is_new: stands.is_none(),
        revision: stands.map_or(0, |one| one.revision),
        conflict: given
            .form
            .filter(|_| given.conflict)
            .map(|form| conflict(req, &cx, &picture, sheet, form)),
        errors: given.errors,
        head,
        cx,
    }
}

fn conflict(req: &Req, cx: &Cx, picture: &Picture, sheet: &Sheet, form: &Form) -> Conflict {
    let process = &picture.process;
    let when = cx.moment(&process.updated_at);
    let who_when = cx.t2("design-conflict-who", ("name", &process.updated_by), ("when", &when));
    let fields = fields(&picture.pack, sheet);
    (who_when, method::conflicting(req, cx, picture, &fields, form, Lang::Sv))
}

async fn project(req: &Req) -> Result<Project, Fault> {
    let mut read = req.site.db.read().await?;
    Project::read(req, &mut read).await
}

pub(crate) async fn new(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let project = project(&req).await?;
    let sheet = acts::template(&project.picture.pack, req.param("template")?)?;
    page(&build(&req, who.cx(&req), &project, sheet, None, Given::default()))
}

pub(crate) async fn create(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let project = project(&req).await?;
    let sheet = acts::template(&project.picture.pack, req.param("template")?)?;
    sent(&req, &who, &project, sheet, None).await
}

async fn standing(req: &Req) -> Result<(Project, Filled), Fault> {
    let mut read = req.site.db.read().await?;
    let project = Project::read(req, &mut read).await?;
    let one = store::filled(&mut read, project.dialogue.id, req.id_param("sheet")?).await?;
    match one.is_open() {
        true => Ok((project, one)),
        false => Err(Fault::rule("design-error-not-open")),
    }
}

pub(crate) async fn edit(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let (project, one) = standing(&req).await?;
    let sheet = acts::template(&project.picture.pack, &one.template)?;
    page(&build(
        &req,
        who.cx(&req),
        &project,
        sheet,
        Some(&one),
        Given::default(),
    ))
}

pub(crate) async fn save(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let (project, one) = standing(&req).await?;
    let sheet = acts::template(&project.picture.pack, &one.template)?;
    sent(&req, &who, &project, sheet, Some(&one)).await
}

/// A form that was sent, for a new sheet or one that stands.
async fn sent(
    req: &Req,
    who: &Grant<PlanDialogue>,
    project: &Project,
    sheet: &Sheet,
    stands: Option<&Filled>,
) -> Reply {
    let form = req.form()?;
    let again = |errors: Errors, conflict: bool| {
        let given = Given {
            errors,
            form: Some(&form),
            conflict,
        };
        build(req, who.cx(req), project, sheet, stands, given)
    };
    if form.has("fler-rader") {
        return page(&again(Errors::default(), false));
    }
    let fields = fields(&project.picture.pack, sheet);
    let mut errors = Errors::default();
    let facts = method::read_fields(req, &project.picture.pack, &fields, &form, Lang::Sv, &mut errors);
    if !errors.is_empty() {
        return invalid(&again(errors, false));
    }
    let draft = Draft {
        template: sheet.key.clone(),
        facts,
    };
    let over = stands.map(|one| (one.id, form.int("revision").unwrap_or(0)));
    let once = form.text("nyckel");
    let once = Some(once.as_str()).filter(|key| !key.is_empty());
    match acts::write(&req.site, who, project.dialogue.id, over, &draft, once).await {
        Ok(id) => req.done(
            &format!("{}/blad/{id}", project.dialogue.desk_address()),
            "design-done-saved",
        ),
        // Nothing is lost: the form comes back as typed, with what stands now beside it.
        Err(Fault::Conflict) => invalid(&again(errors, true)),
        Err(Fault::Rule {
            key: "design-error-title",
            ..
        }) => {
            let first = fields.first().map_or("", |field| field.key.as_str());
            errors.add(first, req.t("design-error-title"));
            invalid(&again(errors, false))
        }
        Err(other) => Err(other),
    }
}
