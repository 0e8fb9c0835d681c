//! `/arbetsyta/handbok/alla/{form}`: the whole book as DOCX and PDF. Setting it is computing, so it happens on a thread
//! of its own.

use super::caption;
use crate::Toolbox;
use crate::model::paper::{Setting, blocks};
use documents::Document;
use identity::{Grant, SeeDesk};
use web::{Cx, Fault, Reply, Req, computed, download};

/// Whether this program was built with the PDF engine.
pub(crate) const HAS_PDF: bool = cfg!(feature = "pdf");

pub(crate) async fn book(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let form = req.param("form")?.rsplit('.').next().unwrap_or_default().to_owned();
    let document = document(&req, &cx);
    match form.as_str() {
        "docx" => {
            let bytes = computed(move || documents::to_docx(&document)).await?;
            download("handbok.docx", documents::DOCX, bytes)
        }
        #[cfg(feature = "pdf")]
        "pdf" => {
            let bytes = computed(move || documents::to_pdf(&document)).await?;
            download("handbok.pdf", documents::PDF, bytes)
        }
        _ => Err(Fault::NotFound),
    }
}

/// The book as a document. Swedish whoever asks: its text is.
fn document(req: &Req, cx: &Cx) -> Document {
    let toolbox = req.site.get::<Toolbox>().book();
    let swedish = |key: &str| req.site.texts.get(web::Lang::Sv, key);
    let setting = Setting {
        address: &|link| format!("{}{}", req.site.base_url, link.address()),
        caption: &|number, under| caption(cx, number, under),
    };
    Document {
        title: swedish("toolbox-book"),
        language: "sv-SE".into(),
        kind: toolbox.pack.name.sv.clone(),
        organisation: cx.settings.municipality.clone(),
        unit: cx.settings.office.clone(),
        author: cx.settings.office.clone(),
        date: req.today(),
        case_number: String::new(),
        subject: toolbox.pack.about.sv.clone(),
        recipient: String::new(),
        head: vec![(swedish("toolbox-version"), toolbox.pack.version.clone())],
        blocks: blocks(&toolbox, &setting, swedish("toolbox-contents")),
    }
}
