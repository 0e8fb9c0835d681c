//! The archive's form: PDF/UA-1 and PDF/A-2a in one file, set with Typst as a library.
//!
//! The template is fixed and the document reaches it as `/document.json`; see [`input`]. The engine refuses a file
//! that breaks either standard, so a file that comes out is tagged, has its fonts in it and every figure explained.

pub(crate) mod fonts;
mod input;

use crate::Error;
use crate::model::{Block, Document};
use input::Fitting;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// The document as a tagged PDF (PDF/UA-1 and PDF/A-2a). Characters that no bundled typeface holds are shown as □.
///
/// # Errors
/// [`Error::MissingAlternative`] if a figure has neither alternative text nor caption; [`Error::Pdf`] if the engine
/// refuses the file, which no text content should bring about.
pub fn to_pdf(document: &Document) -> Result<Vec<u8>, Error> {
    every_figure_is_explained(&document.blocks)?;
    let document = &*document.for_paper();
    // A picture or a rare sequence of characters must not stop a report: what the engine refuses is simplified, step by step.
    let mut refusal = String::new();
    for fitting in [Fitting::Whole, Fitting::PlainCharacters, Fitting::WithoutPictures] {
        match write(&input::document(document, fitting)) {
            Ok(file) => return Ok(file),
            Err(reason) => refusal = reason,
        }
    }
    Err(Error::Pdf(refusal))
}

fn every_figure_is_explained(blocks: &[Block]) -> Result<(), Error> {
    let figures = blocks.iter().filter_map(|block| match block {
        Block::Figure(figure) => Some(figure),
        _ => None,
    });
    for (index, figure) in figures.enumerate() {
        if figure.alt.trim().is_empty() && figure.caption.trim().is_empty() {
            return Err(Error::MissingAlternative { position: index + 1 });
        }
    }
    Ok(())
}

fn write(json: &serde_json::Value) -> Result<Vec<u8>, String> {
    let room = Room {
        document: Bytes::from_string(json.to_string()),
    };
    let paged = typst::compile::<PagedDocument>(&room)
        .output
        .map_err(|problems| said(&problems))?;
    let options = PdfOptions {
        ident: Smart::Auto,
        creator: Smart::Custom(Some("Samspel".to_owned())),
        timestamp: None,
        page_ranges: None,
        standards: PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
            .map_err(|problem| problem.message().to_string())?,
        tagged: true,
        pretty: false,
    };
    let file = typst_pdf::pdf(&paged, &options).map_err(|problems| said(&problems));
    // Typst remembers layouts between calls; keep only what the last few documents used.
    typst::comemo::evict(2);
    file
}

fn said(problems: &[SourceDiagnostic]) -> String {
    problems
        .iter()
        .map(|problem| problem.message.as_str())
        .collect::<Vec<_>>()
        .join("; ")
}

/// What Typst may see: its library, our typefaces, the template and one document. No disk, no network, no clock.
struct Room {
    document: Bytes,
}

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    let features = [Feature::A11yExtras].into_iter().collect();
    LazyHash::new(Library::builder().with_features(features).build())
});
static TEMPLATE: LazyLock<Source> = LazyLock::new(|| Source::new(*MAIN, include_str!("document.typ").to_owned()));
static MAIN: LazyLock<FileId> = LazyLock::new(|| file_id("document.typ"));
static DOCUMENT: LazyLock<FileId> = LazyLock::new(|| file_id("document.json"));

fn file_id(name: &str) -> FileId {
    // A plain file name without separators is always a valid path.
    let path = VirtualPath::new(name).expect("constant file name");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

impl World for Room {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &fonts::FONTS.book
    }

    fn main(&self) -> FileId {
        *MAIN
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == *MAIN {
            Ok(TEMPLATE.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == *DOCUMENT {
            Ok(self.document.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts::FONTS.faces.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
