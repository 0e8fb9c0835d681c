//! The form that an official goes on writing in: Office Open XML with real heading styles, lists and tables.
//!
//! Written part by part rather than with a DOCX crate: those at hand cannot say that a table row is a header, what
//! language the text is in, what a picture shows, or what the document is called (`docs/decisions/0005-docx-by-hand.md`).

mod body;
mod parts;

use crate::Error;
use crate::clean::one_line;
use crate::model::Document;
use body::Body;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The document as a DOCX file. The same document gives the same bytes.
///
/// # Errors
/// Only if the package cannot be written in memory.
pub fn to_docx(document: &Document) -> Result<Vec<u8>, Error> {
    let document = &*document.for_paper();
    let body = Body::of(document);
    let mut package = Package {
        zip: ZipWriter::new(Cursor::new(Vec::new())),
    };
    package.add(
        "[Content_Types].xml",
        parts::content_types(body.pictures.len()).as_bytes(),
    )?;
    package.add("_rels/.rels", parts::PACKAGE_RELATIONS.as_bytes())?;
    package.add("docProps/core.xml", parts::core_properties(document).as_bytes())?;
    package.add("docProps/app.xml", parts::APP_PROPERTIES.as_bytes())?;
    package.add("word/document.xml", body.xml.as_bytes())?;
    package.add("word/_rels/document.xml.rels", parts::relations(&body).as_bytes())?;
    package.add("word/styles.xml", parts::styles(&document.language).as_bytes())?;
    package.add("word/numbering.xml", parts::numbering(body.ordered_lists).as_bytes())?;
    package.add("word/settings.xml", parts::settings(&document.language).as_bytes())?;
    package.add(
        "word/header1.xml",
        parts::header(&one_line(&document.title), &one_line(&document.case_number)).as_bytes(),
    )?;
    package.add(
        "word/footer1.xml",
        parts::footer(&one_line(&document.organisation)).as_bytes(),
    )?;
    for (index, picture) in body.pictures.iter().enumerate() {
        package.add(&format!("word/media/image{}.svg", index + 1), picture.svg.as_bytes())?;
        package.add(&format!("word/media/image{}.png", index + 1), &picture.png)?;
    }
    Ok(package.zip.finish()?.into_inner())
}

struct Package {
    zip: ZipWriter<Cursor<Vec<u8>>>,
}

impl Package {
    fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        // The default date of an entry is fixed, so that equal documents give equal files.
        self.zip.start_file(
            name,
            SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated),
        )?;
        self.zip.write_all(bytes)?;
        Ok(())
    }
}
