//! The documents room: one neutral description of a document, and the forms it leaves the house in.
//!
//! A capability builds a [`Document`] (or sheets of [`Cell`]s) and asks for the form it needs:
//! [`to_html`] for the web page, [`to_docx`] for the official who goes on writing, [`to_pdf`] for the
//! case file and the archive, [`xlsx`] and [`csv`] for whoever wants to count. All forms come from the
//! same description, so they say the same thing. [`ics`] writes days for whoever keeps a calendar. The other way,
//! [`rows`] reads a table out of whatever file somebody has.
//!
//! *To add a kind of block:* a variant of [`Block`], one arm in each renderer (`html.rs`, `docx/body.rs`,
//! `pdf/document.typ`), one line in the sample of `tests/forms.rs`.
//!
//! *What must never happen here:* text becoming markup. What people wrote is data in every form: a JSON
//! file that the PDF template reads, escaped characters in XML and HTML, string cells in a workbook.
//!
//! Rendering is plain computation and can take a second for a long PDF: call it from a blocking task.

mod clean;
pub mod csv;
mod docx;
mod html;
pub mod ics;
mod model;
#[cfg(feature = "pdf")]
mod pdf;
mod prose;
pub mod rows;
mod svg;
pub mod xlsx;

pub use docx::to_docx;
pub use html::{escape, to_html};
pub use model::{Block, Column, Document, Figure, Inline, Signature, Table};
#[cfg(feature = "pdf")]
pub use pdf::to_pdf;
pub use prose::{inline, prose};
pub use xlsx::Cell;

/// Why a document could not be written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// PDF/UA asks for a text alternative for every figure; `position` counts figures from 1.
    #[error("figure {position} has neither alternative text nor caption")]
    MissingAlternative { position: usize },
    /// The PDF engine refused; the text is for the log, not for people.
    #[error("the PDF could not be written: {0}")]
    Pdf(String),
    #[error("the workbook could not be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    #[error("the package could not be written: {0}")]
    Package(#[from] zip::result::ZipError),
    #[error("the file could not be written: {0}")]
    Output(#[from] std::io::Error),
}

/// Media type of what [`to_pdf`] returns.
pub const PDF: &str = "application/pdf";
/// Media type of what [`to_docx`] returns.
pub const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/// Media type of what [`xlsx::workbook`] returns.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Media type of what [`csv::write`] returns.
pub const CSV: &str = "text/csv; charset=utf-8";
