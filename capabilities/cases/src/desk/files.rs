//! A document as a file to keep. Setting a long PDF takes a moment of computing, so it happens on a thread of its own.

use documents::Document;
use web::{Fault, Reply, computed, download};

/// Whether this program was built with the PDF engine.
pub(crate) const HAS_PDF: bool = cfg!(feature = "pdf");

/// The document in the form that the address names: `docx` or `pdf`, alone or as the ending of a file name.
pub(crate) async fn file(document: Document, name: &str, form: &str) -> Reply {
    let form = form.rsplit('.').next().unwrap_or(form).to_owned();
    match form.as_str() {
        "docx" => {
            let bytes = computed(move || documents::to_docx(&document)).await?;
            download(&format!("{name}.docx"), documents::DOCX, bytes)
        }
        #[cfg(feature = "pdf")]
        "pdf" => {
            let bytes = computed(move || documents::to_pdf(&document)).await?;
            download(&format!("{name}.pdf"), documents::PDF, bytes)
        }
        _ => Err(Fault::NotFound),
    }
}
