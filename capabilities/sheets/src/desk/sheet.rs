//! `…/mall/{template}`: a template filled in from the plan, section by section, with where each value stands, what is said
//! about it, what is missing and what has been approved.

use super::{Frame, HAS_PDF, Lead, home, load, missing, named, standing};
use crate::acts;
use crate::filling::Filling;
use crate::model::{self, Comment, LONGEST_COMMENT, Standing, Version, shows};
use crate::store;
use askama::Template;
use dialogues::has_page;
use identity::{Grant, PlanDialogue, SeeDesk, Staff};
use method::Sources;
use method::pack::{Field, Origin, Sheet, SheetSection};
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "sheets/sheet.html")]
struct SheetPage {
    cx: Cx,
    errors: Errors,
    frame: Frame,
    about: String,
    standing: (String, &'static str, &'static str),
    sections: Vec<SectionView>,
    missing: Vec<Lead>,
    waiting: usize,
    versions: Vec<Lead>,
    /// The template asks for something on its own page.
    asks: bool,
    may_plan: bool,
    may_approve: bool,
    is_approved: bool,
    has_pdf: bool,
    blank: String,
    longest: usize,
}

struct SectionView {
    key: String,
    /// The name of its comment's field.
    input: String,
    heading: String,
    text: String,
    /// Where the live content stands.
    live: String,
    fields: Vec<FieldView>,
    paper: bool,
    /// Nothing in it concerns this dialogue.
    silent: bool,
    comments: Vec<CommentView>,
    waiting: usize,
    /// What was typed in a comment that came back.
    typed: String,
    open: bool,
}

struct FieldView {
    label: String,
    lines: Vec<String>,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
    /// Where it was filled in from, when nobody has written it.
    from: Vec<Lead>,
    /// Where it is written.
    home: Lead,
    /// It is written on this template's own page.
    own: bool,
    required: bool,
}

struct CommentView {
    action: String,
    body: String,
    said: String,
    resolved: String,
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    page(&build(&req, who.cx(&req), &who.staff, Errors::default(), None).await?)
}

/// Adds a comment.
pub(crate) async fn comment(req: Req, who: Grant<SeeDesk>) -> Reply {
    let form = req.form()?;
    let dialogue = named(&req).await?;
    let (id, template, section) = (dialogue.id, req.param("template")?, form.text("avsnitt"));
    let field = input(&section);
    let body = form.text(&field);
    let said = acts::comment(
        &req.site,
        &who.staff,
        id,
        template,
        &section,
        &body,
        &form.text("nyckel"),
    )
    .await;
    match said {
        Ok(()) => {
            let here = dialogue.desk_address();
            let address = format!("{here}/mall/{}#{section}", template.to_lowercase());
            req.done(&address, "sheets-done-comment")
        }
        Err(Fault::Rule { key, .. }) => {
            let mut errors = Errors::default();
            errors.add(&field, req.t(key));
            invalid(&build(&req, who.cx(&req), &who.staff, errors, Some((&section, &form))).await?)
        }
        Err(other) => Err(other),
    }
}

/// Marks a comment as dealt with, or opens it again.
pub(crate) async fn resolve(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let comment = req.id_param("comment")?;
    let resolved = match req.form()?.text("gor").as_str() {
        "klar" => true,
        "oppna" => false,
        _ => return Err(Fault::BadRequest("sheets-error-choice")),
    };
    let filling = load(&req).await?;
    let sheet = filling.sheet(req.param("template")?)?;
    let id = filling.dialogue.id;
    acts::resolve(&req.site, &who.staff, id, &sheet.key, comment, resolved).await?;
    let note = if resolved {
        "sheets-done-resolved"
    } else {
        "sheets-done-reopened"
    };
    req.done(
        &format!("{}/mall/{}", filling.dialogue.desk_address(), sheet.key.to_lowercase()),
        note,
    )
}

async fn build(
    req: &Req,
    mut cx: Cx,
    staff: &Staff,
    errors: Errors,
    typed: Option<(&str, &Form)>,
) -> Result<SheetPage, Fault> {
    cx.has_errors = !errors.is_empty();
    let filling = load(req).await?;
    let sheet = filling.sheet(req.param("template")?)?;
    let mut read = req.site.db.read().await?;
    let versions = store::versions(&mut read, filling.dialogue.id).await?;
    let comments = store::comments(&mut read, filling.dialogue.id, &sheet.key).await?;
    drop(read);
    let frame = Frame::new(&cx, &filling, sheet);
    let versions: Vec<&Version> = versions.iter().filter(|one| one.template == sheet.key).collect();
    let fingerprint = model::fingerprint(&filling.picture, sheet, &filling.filled);
    let stands = Standing::of(versions.first().copied(), &fingerprint);
    let sections = sheet.sections.iter();
    let view = |one| section(&cx, &filling, sheet, &frame, one, &comments, typed);
    Ok(SheetPage {
        about: sheet.about.get(cx.lang).to_string(),
        standing: standing(&cx, stands),
        sections: sections.map(view).collect(),
        missing: missing(&cx, &filling, sheet, &frame.base),
        waiting: comments.iter().filter(|one| one.resolved_at.is_none()).count(),
        versions: versions.iter().map(|one| version(&cx, &frame, one)).collect(),
        asks: !filling.asked(sheet).is_empty(),
        may_plan: staff.may::<PlanDialogue>() && !filling.picture.is_closed(),
        may_approve: staff.may_named(&sheet.approved_by),
        is_approved: matches!(stands, Standing::Approved(_)),
        has_pdf: HAS_PDF,
        blank: cx.link(&format!("{}/{}", crate::BLANKS, sheet.key.to_lowercase())),
        longest: LONGEST_COMMENT,
        errors,
        frame,
        cx,
    })
}

/// The name of a section's comment in the form, and its id in the page.
fn input(section: &str) -> String {
    format!("kommentar-{section}")
}

fn version(cx: &Cx, frame: &Frame, one: &Version) -> Lead {
    let values = [
        ("number", one.number.into()),
        ("when", cx.moment(&one.approved_at).into()),
        ("name", one.approved_by.as_str().into()),
    ];
    Lead {
        href: format!("{}/version/{}", frame.here, one.number),
        text: cx.ta("sheets-version-line", &values),
    }
}

fn section(
    cx: &Cx,
    filling: &Filling,
    sheet: &Sheet,
    frame: &Frame,
    section: &SheetSection,
    comments: &[Comment],
    typed: Option<(&str, &Form)>,
) -> SectionView {
    let live = |page: &str| match page.strip_prefix('/') {
        Some(_) => cx.link(page),
        None if !has_page(&cx.site().get::<Sources>(), &filling.dialogue, page) => String::new(),
        None => format!("{}/{page}", frame.base),
    };
    let fields = section.fields.iter().filter_map(|key| filling.picture.pack.field(key));
    let shown = fields.filter(|field| !section.paper && shows(&filling.picture, field, &filling.filled));
    // What was said about a section that is gone stands with the last one.
    let is_last = sheet.sections.last().is_some_and(|last| last.key == section.key);
    let is_gone = |one: &Comment| !sheet.sections.iter().any(|section| section.key == one.section);
    let said: Vec<&Comment> = comments
        .iter()
        .filter(|one| one.section == section.key || (is_last && is_gone(one)))
        .collect();
    let typed = typed.filter(|(key, _)| *key == section.key);
    let waiting = said.iter().filter(|one| one.resolved_at.is_none()).count();
    SectionView {
        key: section.key.clone(),
        input: input(&section.key),
        heading: section.heading.get(cx.lang).to_string(),
        text: section
            .text
            .as_ref()
            .map(|text| text.get(cx.lang).to_string())
            .unwrap_or_default(),
        live: section.page.as_deref().map(live).unwrap_or_default(),
        fields: shown.map(|one| field(cx, filling, sheet, frame, one)).collect(),
        paper: section.paper,
        silent: model::is_silent(&filling.picture, section, &filling.filled),
        comments: said.iter().map(|one| comment_view(cx, frame, one)).collect(),
        waiting,
        typed: typed
            .map(|(_, form)| form.raw(&input(&section.key)))
            .unwrap_or_default(),
        open: typed.is_some() || waiting > 0,
    }
}

fn field(cx: &Cx, filling: &Filling, sheet: &Sheet, frame: &Frame, field: &Field) -> FieldView {
    let pack = &filling.picture.pack;
    let told = method::told(cx, pack, field, &filling.filled.facts);
    let from = filling.filled.from.get(&field.key);
    let home_of = home(cx, pack, &frame.base, &field.key);
    FieldView {
        label: field.label.get(cx.lang).to_string(),
        lines: told.lines,
        columns: field
            .columns
            .iter()
            .map(|one| one.label.get(cx.lang).to_string())
            .collect(),
        rows: told.rows,
        from: from
            .map(|origins| origins.iter().map(|one| origin(cx, filling, frame, one)).collect())
            .unwrap_or_default(),
        own: matches!(pack.home(&field.key), method::pack::Home::Sheet(one) if one.key == sheet.key),
        home: home_of,
        required: filling.picture.requires(field),
    }
}

/// Where a value was fetched, with the way there.
pub(crate) fn origin(cx: &Cx, filling: &Filling, frame: &Frame, origin: &Origin) -> Lead {
    let pack = &filling.picture.pack;
    let field = match origin {
        Origin::Fact { field, .. } | Origin::Date(field) => Some(field.as_str()),
        Origin::Title => Some("title"),
        Origin::LevelName | Origin::LevelPromise | Origin::LevelMeaning => {
            Some(pack.machine.template().level_field.as_str())
        }
        _ => None,
    };
    Lead {
        href: field
            .map(|key| home(cx, pack, &frame.base, key).href)
            .unwrap_or_default(),
        text: method::origin_name(cx, pack, origin),
    }
}

fn comment_view(cx: &Cx, frame: &Frame, one: &Comment) -> CommentView {
    let when = |key: &str, name: &str, at: &jiff::Timestamp| cx.t2(key, ("name", name), ("when", &cx.moment(at)));
    CommentView {
        action: format!("{}/kommentar/{}", frame.here, one.id),
        body: one.body.clone(),
        said: when("sheets-comment-said", &one.written_by, &one.written_at),
        resolved: one
            .resolved_at
            .as_ref()
            .map(|at| when("sheets-comment-resolved", &one.resolved_by, at))
            .unwrap_or_default(),
    }
}
