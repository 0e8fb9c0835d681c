//! `…/rapport`: a report to the council is written with what stands beside it, finished, and kept as it was.

use super::{needed, optional, screen};
use crate::acts::crime;
use crate::model::{LINE, TEXT};
use crate::paper::{Report, Written};
use crate::store;
use askama::Template;
use documents::Document;
use identity::{Grant, PreventCrime};
use web::{Cx, Errors, Fault, Reply, Req, computed, download, invalid, page};

/// Whether this program was built with the PDF engine.
const HAS_PDF: bool = cfg!(feature = "pdf");

#[derive(Template)]
#[template(path = "civil-society/reports.html")]
struct Page {
    cx: Cx,
    errors: Errors,
    asks_function: bool,
    written: Written,
    /// The report as it would be, as a page.
    content: String,
    finished: Vec<(String, String, String)>,
    text_max: usize,
}

async fn build(req: &Req, cx: Cx, written: Written) -> Result<Page, Fault> {
    let mut read = req.site.db.read().await?;
    let report = Report::read(&req.site, &mut read).await?;
    let finished = store::council_reports(&mut read).await?;
    drop(read);
    let document = report.document(&cx.settings, &written);
    let line = |one: &store::CouncilReport| {
        let made = cx.t2("civil-changed", ("day", &cx.day(&one.made_at)), ("name", &one.made_by));
        (
            cx.link(&format!("{}/{}", crate::REPORTS, one.id)),
            one.title.clone(),
            made,
        )
    };
    Ok(Page {
        errors: Errors::default(),
        asks_function: false,
        content: documents::to_html(&document, 2),
        finished: finished.iter().map(line).collect(),
        text_max: TEXT,
        written,
        cx,
    })
}

pub(crate) async fn form(req: Req, who: Grant<PreventCrime>) -> Reply {
    let cx = who.cx(&req);
    let written = Written {
        title: cx.t1("civil-report-title", "year", req.today().year()),
        ..Written::default()
    };
    page(&build(&req, cx, written).await?)
}

pub(crate) async fn finish(req: Req, who: Grant<PreventCrime>) -> Reply {
    let form = req.form()?;
    let mut errors = Errors::default();
    let written = Written {
        title: needed(&req, &form, &mut errors, "title", "civil-error-report-title", LINE),
        case_number: optional(&req, &form, &mut errors, "case-number", LINE),
        assessment: needed(&req, &form, &mut errors, "assessment", "civil-error-assessment", TEXT),
        proposal: needed(&req, &form, &mut errors, "proposal", "civil-error-proposal", TEXT),
    };
    let texts = [
        ("title", written.title.as_str()),
        ("assessment", &written.assessment),
        ("proposal", &written.proposal),
    ];
    screen::persons(&req, &form, &mut errors, &texts);
    if !errors.is_empty() {
        let again = build(&req, who.cx(&req).failed(), written).await?;
        return invalid(&Page {
            asks_function: screen::asks(&form, &errors),
            errors,
            ..again
        });
    }
    let cx = who.cx(&req);
    let report = Report::read(&req.site, &mut req.site.db.read().await?).await?;
    let document = report.document(&cx.settings, &written);
    let id = crime::finish_report(&req.site, &who, &document, Some(&form.text("nyckel"))).await?;
    req.done(&format!("{}/{id}", crate::REPORTS), "civil-note-report")
}

#[derive(Template)]
#[template(path = "civil-society/report.html")]
struct Finished {
    cx: Cx,
    here: String,
    title: String,
    made: String,
    sha256: String,
    content: String,
    has_pdf: bool,
}

/// The document of a finished report.
fn document(one: &store::CouncilReport) -> Result<Document, Fault> {
    serde_json::from_str(&one.document).map_err(Fault::internal)
}

pub(crate) async fn show(req: Req, who: Grant<PreventCrime>) -> Reply {
    let cx = who.cx(&req);
    let one = store::council_report(&mut req.site.db.read().await?, req.id_param("report")?).await?;
    page(&Finished {
        here: cx.link(&format!("{}/{}", crate::REPORTS, one.id)),
        content: documents::to_html(&document(&one)?, 1),
        made: cx.t2("civil-changed", ("day", &cx.day(&one.made_at)), ("name", &one.made_by)),
        title: one.title,
        sha256: one.sha256,
        has_pdf: HAS_PDF,
        cx,
    })
}

/// The report as a file. Setting it is computing, so it happens on a thread of its own.
pub(crate) async fn file(req: Req, _: Grant<PreventCrime>) -> Reply {
    let one = store::council_report(&mut req.site.db.read().await?, req.id_param("report")?).await?;
    let document = document(&one)?;
    match req.param("form")? {
        "docx" => {
            let bytes = computed(move || documents::to_docx(&document)).await?;
            download("rapport.docx", documents::DOCX, bytes)
        }
        #[cfg(feature = "pdf")]
        "pdf" => {
            let bytes = computed(move || documents::to_pdf(&document)).await?;
            download("rapport.pdf", documents::PDF, bytes)
        }
        _ => Err(Fault::NotFound),
    }
}
