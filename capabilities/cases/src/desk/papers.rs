//! The dialogue report and the tjänsteutlåtande on the desk: how far they have come, what is new, adopting, versions. Both
//! papers share these pages; the address says which it is.

use super::files;
use crate::paper::{self, Kind, compose};
use crate::paper_acts::{self as acts, Paper, paper_cx};
use crate::store::papers::{self as store_papers, Snapshot};
use askama::Template;
use db::Id;
use identity::{Grant, ReadCases, RegisterCase};
use web::{Cx, Fault, Reply, Req, page};

/// Which paper the address is about.
pub(crate) fn kind_of(req: &Req) -> Kind {
    if req.path.contains("/tjansteutlatande") {
        Kind::Statement
    } else {
        Kind::Report
    }
}

/// The paper's address under its dialogue.
pub(crate) fn address(dialogue: Id, kind: Kind) -> String {
    format!("/arbetsyta/dialoger/{dialogue}/{}", kind.address())
}

struct SectionLine {
    href: String,
    name: String,
    /// "done", "started" or "not-started", as the kit's task tags know them.
    state: &'static str,
}

struct VersionLine {
    href: String,
    text: String,
    public: bool,
}

#[derive(Template)]
#[template(path = "cases/paper.html")]
struct Show {
    cx: Cx,
    heading: String,
    lead: String,
    title: String,
    dialogue_href: String,
    base: String,
    is_begun: bool,
    is_statement: bool,
    sections: Vec<SectionLine>,
    missing: Vec<String>,
    preview: String,
    versions: Vec<VersionLine>,
    saved: String,
    has_pdf: bool,
    may_write: bool,
}

pub(crate) async fn show(req: Req, who: Grant<ReadCases>) -> Reply {
    let (id, kind) = (req.id_param("id")?, kind_of(&req));
    let mut read = req.site.db.read().await?;
    let dialogue = dialogues::dialogue(&mut read, id).await?;
    let found = Paper::find(&mut read, id, kind).await?;
    let snapshots = store_papers::snapshots(&mut read, id, kind).await?;
    drop(read);
    let cx = who.cx(&req);
    let written_in = paper_cx(&req.site);
    let base = req.url(&address(id, kind));
    let (mut sections, mut missing, mut preview, mut saved) = (Vec::new(), Vec::new(), String::new(), String::new());
    if let Some(one) = &found {
        let keys = paper::missing(kind, &one.sections);
        sections = one
            .sections
            .iter()
            .map(|section| section_line(&written_in, kind, one, section, &base, &keys))
            .collect();
        missing = keys
            .iter()
            .filter_map(|key| Some(compose::heading(&written_in, kind, &one.header, one.section(key).ok()?)))
            .collect();
        preview = documents::to_html(&one.draft(&written_in, kind), 2);
        saved = cx.ta(
            "cases-paper-saved",
            &[
                ("moment", cx.moment(&one.row.updated_at).into()),
                ("name", one.row.updated_by.as_str().into()),
            ],
        );
    }
    page(&Show {
        heading: cx.t(kind.label()),
        lead: cx.t(kind.choose("cases-report-lead", "cases-statement-lead")),
        title: dialogue.title,
        dialogue_href: req.url(&format!("/arbetsyta/dialoger/{id}")),
        is_begun: found.is_some(),
        is_statement: kind == Kind::Statement,
        versions: snapshots.iter().map(|one| version_line(&cx, one, &base)).collect(),
        base,
        sections,
        missing,
        preview,
        saved,
        has_pdf: files::HAS_PDF,
        may_write: who.staff.may::<RegisterCase>(),
        cx,
    })
}

fn section_line(
    cx: &Cx,
    kind: Kind,
    one: &Paper,
    section: &paper::Section,
    base: &str,
    missing: &[&str],
) -> SectionLine {
    let state = match () {
        () if missing.contains(&section.key.as_str()) || section.is_empty() => "not-started",
        () if section.written.trim().is_empty() => "started",
        () => "done",
    };
    SectionLine {
        href: format!("{base}/avsnitt/{}", section.key),
        name: compose::heading(cx, kind, &one.header, section),
        state,
    }
}

fn version_line(cx: &Cx, one: &Snapshot, base: &str) -> VersionLine {
    let values = [
        ("version", one.version.into()),
        ("moment", cx.moment(&one.adopted_at).into()),
        ("name", one.adopted_by.as_str().into()),
    ];
    VersionLine {
        href: format!("{base}/utgava/{}", one.version),
        text: cx.ta("cases-version-line", &values),
        public: one.public,
    }
}

pub(crate) async fn begin(req: Req, who: Grant<RegisterCase>) -> Reply {
    let (id, kind) = (req.id_param("id")?, kind_of(&req));
    acts::begin_paper(&req.site, &who, id, kind).await?;
    req.done(&address(id, kind), "cases-done-begin")
}

struct News {
    name: String,
    gone: Vec<String>,
    come: Vec<String>,
}

#[derive(Template)]
#[template(path = "cases/paper-news.html")]
struct NewsPage {
    cx: Cx,
    heading: String,
    title: String,
    base: String,
    news: Vec<News>,
}

pub(crate) async fn news(req: Req, who: Grant<RegisterCase>) -> Reply {
    let (id, kind) = (req.id_param("id")?, kind_of(&req));
    let written_in = paper_cx(&req.site);
    let mut read = req.site.db.read().await?;
    let dialogue = dialogues::dialogue(&mut read, id).await?;
    let one = Paper::get(&mut read, id, kind).await?;
    let changes = acts::news(&written_in, &mut read, id, kind).await?;
    drop(read);
    let mut news = Vec::new();
    for change in changes {
        let name = compose::heading(&written_in, kind, &one.header, one.section(&change.key)?);
        news.push(News {
            name,
            gone: change.gone,
            come: change.come,
        });
    }
    let cx = who.cx(&req);
    page(&NewsPage {
        heading: cx.t("cases-news"),
        title: dialogue.title,
        base: req.url(&address(id, kind)),
        news,
        cx,
    })
}

pub(crate) async fn refresh(req: Req, who: Grant<RegisterCase>) -> Reply {
    let (id, kind) = (req.id_param("id")?, kind_of(&req));
    acts::refresh_paper(&req.site, &who, id, kind).await?;
    req.done(&address(id, kind), "cases-done-refresh")
}

pub(crate) async fn draft_file(req: Req, _: Grant<ReadCases>) -> Reply {
    let (id, kind) = (req.id_param("id")?, kind_of(&req));
    let mut read = req.site.db.read().await?;
    let one = Paper::get(&mut read, id, kind).await?;
    drop(read);
    let name = format!("{}-utkast", kind.address());
    files::file(one.draft(&paper_cx(&req.site), kind), &name, req.param("form")?).await
}

#[derive(Template)]
#[template(path = "cases/paper-adopt.html")]
struct Adopt {
    cx: Cx,
    heading: String,
    text: String,
    title: String,
    base: String,
    missing: Vec<(String, String)>,
    revision: i64,
    no_errors: web::Errors,
}

pub(crate) async fn adopt_form(req: Req, who: Grant<RegisterCase>) -> Reply {
    let (id, kind) = (req.id_param("id")?, kind_of(&req));
    let mut read = req.site.db.read().await?;
    let dialogue = dialogues::dialogue(&mut read, id).await?;
    let one = Paper::get(&mut read, id, kind).await?;
    drop(read);
    let written_in = paper_cx(&req.site);
    let base = req.url(&address(id, kind));
    let mut missing = Vec::new();
    for key in paper::missing(kind, &one.sections) {
        missing.push((
            format!("{base}/avsnitt/{key}"),
            compose::heading(&written_in, kind, &one.header, one.section(key)?),
        ));
    }
    let cx = who.cx(&req);
    page(&Adopt {
        heading: cx.t(kind.choose("cases-report-adopt", "cases-statement-adopt")),
        text: cx.t(kind.choose("cases-report-adopt-text", "cases-statement-adopt-text")),
        title: dialogue.title,
        base,
        missing,
        revision: one.row.revision,
        no_errors: web::Errors::default(),
        cx,
    })
}

pub(crate) async fn adopt(req: Req, who: Grant<RegisterCase>) -> Reply {
    let (id, kind, form) = (req.id_param("id")?, kind_of(&req), req.form()?);
    let seen = form.int("revision").ok_or(Fault::Conflict)?;
    let version = acts::adopt_paper(&req.site, &who, id, kind, Some(seen), form.has("public")).await?;
    req.done(&format!("{}/utgava/{version}", address(id, kind)), "cases-done-adopt")
}

#[derive(Template)]
#[template(path = "cases/paper-version.html")]
struct Version {
    cx: Cx,
    heading: String,
    title: String,
    paper_title: String,
    base: String,
    action: String,
    adopted: String,
    sha256: String,
    public: bool,
    public_href: String,
    content: String,
    has_pdf: bool,
    may_write: bool,
}

async fn found(req: &Req) -> Result<(dialogues::Dialogue, Snapshot, documents::Document), Fault> {
    let (id, kind) = (req.id_param("id")?, kind_of(req));
    let number = req.param("version")?.parse().map_err(|_| Fault::NotFound)?;
    let mut read = req.site.db.read().await?;
    let dialogue = dialogues::dialogue(&mut read, id).await?;
    let snapshot = acts::snapshot(&mut read, id, kind, number).await?;
    let document = acts::adopted(&mut read, &snapshot).await?;
    Ok((dialogue, snapshot, document))
}

pub(crate) async fn version(req: Req, who: Grant<ReadCases>) -> Reply {
    let kind = kind_of(&req);
    let (dialogue, snapshot, document) = found(&req).await?;
    let cx = who.cx(&req);
    let base = req.url(&address(dialogue.id, kind));
    let values = [
        ("moment", cx.moment(&snapshot.adopted_at).into()),
        ("name", snapshot.adopted_by.as_str().into()),
    ];
    page(&Version {
        heading: cx.ta(
            "cases-version-heading",
            &[
                ("kind", cx.t(kind.label()).into()),
                ("version", snapshot.version.into()),
            ],
        ),
        action: format!("{base}/utgava/{}", snapshot.version),
        adopted: cx.ta("cases-version-adopted", &values),
        public_href: req.url(&format!("{}/{}", dialogue.address(), kind.address())),
        content: documents::to_html(&document, 2),
        title: dialogue.title,
        paper_title: document.title,
        base,
        sha256: snapshot.sha256,
        public: snapshot.public,
        has_pdf: files::HAS_PDF,
        may_write: who.staff.may::<RegisterCase>(),
        cx,
    })
}

pub(crate) async fn show_version(req: Req, who: Grant<RegisterCase>) -> Reply {
    let (id, kind, form) = (req.id_param("id")?, kind_of(&req), req.form()?);
    let number: i64 = req.param("version")?.parse().map_err(|_| Fault::NotFound)?;
    let public = form.text("visa") == "ja";
    acts::show_paper(&req.site, &who, id, kind, number, public).await?;
    let note = if public { "cases-done-show" } else { "cases-done-hide" };
    req.done(&format!("{}/utgava/{number}", address(id, kind)), note)
}

pub(crate) async fn version_file(req: Req, _: Grant<ReadCases>) -> Reply {
    let kind = kind_of(&req);
    let (_, snapshot, document) = found(&req).await?;
    let name = format!("{}-{}", kind.address(), snapshot.version);
    files::file(document, &name, req.param("form")?).await
}
