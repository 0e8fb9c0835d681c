//! `…/blad/{sheet}`: a sheet as it reads, its curve, its files; and what can be done with it.

use super::Project;
use crate::acts;
use crate::model::attached::{Attached, attached};
use crate::model::curve::{Point, points};
use crate::model::filled::Filled;
use crate::store;
use askama::Template;
use dialogues::Head;
use documents::{Block, Document};
use identity::{Grant, PlanDialogue, SeeDesk};
use method::pack::Sheet;
use web::{Cx, Errors, Fault, Form, Lang, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "service-design/sheet.html")]
pub(super) struct SheetPage {
    cx: Cx,
    errors: Errors,
    head: Head,
    name: String,
    title: String,
    here: String,
    written: String,
    content: String,
    curve: Option<CurveView>,
    files: Vec<&'static str>,
    erase: String,
    late: bool,
    /// What the sheet said is gone: by which decision and when.
    erased: Option<String>,
    is_archived: bool,
    may_edit: bool,
    may_plan: bool,
    decision: String,
    pictures: Vec<FileView>,
    /// Files that are no pictures.
    papers: Vec<FileView>,
    /// What was typed about a file: its name, words for it, how its people were settled.
    typed: (String, String, String),
    /// The answers to whether somebody can be recognised.
    people: Vec<(&'static str, String)>,
}

struct FileView {
    id: String,
    href: String,
    title: String,
    alt: String,
    /// "PDF, 2 MB"
    kind: String,
}

struct CurveView {
    finding: String,
    svg: String,
    points: Vec<(String, String)>,
}

/// A sheet with its project and its files.
pub(super) struct Seen {
    pub project: Project,
    pub one: Filled,
    files: Vec<Attached>,
}

pub(super) async fn read(req: &Req) -> Result<Seen, Fault> {
    let mut read = req.site.db.read().await?;
    let project = Project::read(req, &mut read).await?;
    let one = store::filled(&mut read, project.dialogue.id, req.id_param("sheet")?).await?;
    let rows = store::files::of_sheet(&mut read, one.id).await?;
    let files = match rows.is_empty() {
        true => Vec::new(),
        false => attached(
            rows,
            &dialogues::documents_on_desk(&mut read, project.dialogue.id).await?,
        ),
    };
    Ok(Seen { project, one, files })
}

/// What the sheet says, in the shape of pages and files. What is written is Swedish whatever language the desk is read in.
fn document(req: &Req, project: &Project, sheet: &Sheet, one: &Filled) -> Document {
    let cx = req.site.cx(Lang::Sv);
    let head = vec![
        (cx.t("design-project"), project.dialogue.title.clone()),
        (cx.t("design-written-on"), cx.day(&one.updated_at)),
        (cx.t("design-written-by"), one.updated_by.clone()),
    ];
    let name = format!("{}: {}", sheet.name.sv, one.title);
    sheets::document(&cx, &project.with_sheet(one), sheet, &name, head)
}

/// The same with its files named: a file of a sheet cannot hold them, so it says which there are and what the pictures show.
fn document_with_files(req: &Req, seen: &Seen, sheet: &Sheet) -> Document {
    let mut document = document(req, &seen.project, sheet, &seen.one);
    if !seen.files.is_empty() {
        let cx = req.site.cx(Lang::Sv);
        document.blocks.push(Block::heading(1, cx.t("design-attached")));
        document
            .blocks
            .extend(seen.files.iter().map(|one| match one.alt.as_str() {
                "" => Block::paragraph(one.document.title.as_str()),
                alt => Block::paragraph(format!("{}: {alt}", one.document.title)),
            }));
    }
    document
}

fn file_view(cx: &Cx, base: &str, one: &Attached) -> FileView {
    let document = &one.document;
    FileView {
        id: document.id.to_string(),
        href: format!("{base}/dokument/{}", document.id),
        title: document.title.clone(),
        alt: one.alt.clone(),
        kind: format!("{}, {}", document.kind(), cx.size(document.size)),
    }
}

pub(super) fn build(
    req: &Req,
    who: &Grant<SeeDesk>,
    seen: &Seen,
    form: &Form,
    errors: Errors,
) -> Result<SheetPage, Fault> {
    let mut cx = who.cx(req);
    let (project, one) = (&seen.project, &seen.one);
    cx.has_errors = !errors.is_empty();
    let sheet = acts::template(&project.picture.pack, &one.template)?;
    let may_plan = who.staff.may::<PlanDialogue>();
    let erased = one.erased_at.map(|at| {
        let day = cx.day(&at);
        cx.t2("design-erased", ("day", &day), ("decision", &one.erased_by))
    });
    let head = project.head(&cx);
    let (pictures, papers): (Vec<&Attached>, Vec<&Attached>) =
        seen.files.iter().partition(|one| one.document.is_picture());
    let views = |files: Vec<&Attached>| files.into_iter().map(|one| file_view(&cx, &head.base, one)).collect();
    Ok(SheetPage {
        pictures: views(pictures),
        papers: views(papers),
        typed: (form.raw("filnamn"), form.raw("alt"), form.text("personer")),
        people: [
            ("none", "design-people-none"),
            ("consented", "design-people-consented"),
            ("unsure", "design-people-unsure"),
        ]
        .map(|(value, key)| (value, cx.t(key)))
        .into(),
        name: sheet.name.get(cx.lang).to_string(),
        title: one.title.clone(),
        here: cx.link(&one.address()),
        written: cx.t2(
            "design-written",
            ("day", &cx.day(&one.updated_at)),
            ("name", &one.updated_by),
        ),
        content: match erased {
            Some(_) => String::new(),
            None => documents::to_html(&document(req, project, sheet, one), 1),
        },
        curve: sheet
            .curve
            .as_ref()
            .and_then(|curve| drawn(&cx, curve, &points(curve, &one.facts))),
        files: match erased {
            Some(_) => Vec::new(),
            None => sheets::FILE_FORMS.to_vec(),
        },
        erase: one
            .erase_on
            .filter(|_| erased.is_none())
            .map(|day| cx.short_date(&day))
            .unwrap_or_default(),
        late: one.is_overdue(project.picture.today),
        is_archived: one.archived_at.is_some(),
        may_edit: may_plan && one.is_open() && !project.picture.is_closed(),
        may_plan,
        decision: form.raw("beslut"),
        erased,
        errors,
        head,
        cx,
    })
}

/// The picture and its table; nothing for a curve without a number.
fn drawn(cx: &Cx, curve: &method::pack::Curve, points: &[Point]) -> Option<CurveView> {
    let lowest = points
        .iter()
        .filter(|point| point.value.is_some())
        .min_by_key(|point| point.value)?;
    let word = |value: Option<i64>| value.map_or_else(|| cx.t("design-no-number"), |value| cx.number(value));
    let finding = cx.t2(
        "design-curve-finding",
        ("step", &lowest.label),
        ("value", &word(lowest.value)),
    );
    let values: Vec<Option<i64>> = points.iter().map(|point| point.value).collect();
    Some(CurveView {
        svg: chart::Curve::new(&values, (curve.lowest, curve.highest), &finding).svg,
        points: points
            .iter()
            .map(|point| (point.label.clone(), word(point.value)))
            .collect(),
        finding,
    })
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let seen = read(&req).await?;
    page(&build(&req, &who, &seen, &Form::default(), Errors::default())?)
}

/// Puts it away or takes it back, or erases what it says.
pub(crate) async fn change(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let seen = read(&req).await?;
    let (site, of, one, form) = (&req.site, seen.project.dialogue.id, &seen.one, req.form()?);
    let list = format!("{}/blad", seen.project.dialogue.desk_address());
    match form.text("gor").as_str() {
        "arkivera" => {
            acts::archive(site, &who, of, one.id).await?;
            req.done(&list, "design-done-archived")
        }
        "angra" => {
            acts::restore(site, &who, of, one.id).await?;
            req.done(&one.address(), "design-done-restored")
        }
        "radera" => match acts::erase(site, &who, of, one.id, &form.text("beslut")).await {
            Ok(()) => req.done(&one.address(), "design-done-erased"),
            Err(Fault::Rule { key, .. }) => {
                let mut errors = Errors::default();
                errors.add("beslut", req.t(key));
                let reader = Grant::<SeeDesk>::of(&who.staff)?;
                invalid(&build(&req, &reader, &seen, &form, errors)?)
            }
            Err(other) => Err(other),
        },
        _ => Err(Fault::BadRequest("design-error-choice")),
    }
}

pub(crate) async fn file(req: Req, _: Grant<SeeDesk>) -> Reply {
    let seen = read(&req).await?;
    if seen.one.erased_at.is_some() {
        return Err(Fault::NotFound);
    }
    let sheet = acts::template(&seen.project.picture.pack, &seen.one.template)?;
    let day = seen.one.created_at.strftime("%Y-%m-%d");
    let name = format!("{}-{day}", sheet.key.to_lowercase());
    sheets::file(document_with_files(&req, &seen, sheet), &name, req.param("form")?).await
}
