//! Files: what may be uploaded, judged by content and never by name alone, and how files are served.

use crate::store;
use crate::{Document, dialogue};
use web::{Anyone, Fault, Reply, Req, Routes, download, raw};

/// A sort of file that may be uploaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FileKind {
    pub endings: &'static [&'static str],
    pub media_type: &'static str,
    /// A browser may show it itself without running anything in it.
    shown: bool,
}

const PDF: FileKind = FileKind {
    endings: &["pdf"],
    media_type: "application/pdf",
    shown: true,
};
const PNG: FileKind = FileKind {
    endings: &["png"],
    media_type: "image/png",
    shown: true,
};
const JPEG: FileKind = FileKind {
    endings: &["jpg", "jpeg"],
    media_type: "image/jpeg",
    shown: true,
};
const DOCX: FileKind = FileKind {
    endings: &["docx"],
    media_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    shown: false,
};
const XLSX: FileKind = FileKind {
    endings: &["xlsx"],
    media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    shown: false,
};
const PPTX: FileKind = FileKind {
    endings: &["pptx"],
    media_type: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    shown: false,
};
const ODT: FileKind = FileKind {
    endings: &["odt"],
    media_type: "application/vnd.oasis.opendocument.text",
    shown: false,
};
const ODS: FileKind = FileKind {
    endings: &["ods"],
    media_type: "application/vnd.oasis.opendocument.spreadsheet",
    shown: false,
};
const CSV: FileKind = FileKind {
    endings: &["csv"],
    media_type: "text/csv; charset=utf-8",
    shown: false,
};
const TEXT: FileKind = FileKind {
    endings: &["txt"],
    media_type: "text/plain; charset=utf-8",
    shown: false,
};
const KINDS: [FileKind; 10] = [PDF, PNG, JPEG, DOCX, XLSX, PPTX, ODT, ODS, CSV, TEXT];

/// The largest file, in bytes.
pub(crate) const LARGEST: usize = 10_000_000;

/// What sort of file it is, by its content; it must agree with its name.
///
/// # Errors
/// The key of a text that says what to choose instead.
pub(crate) fn check(name: &str, bytes: &[u8]) -> Result<FileKind, &'static str> {
    if bytes.is_empty() {
        return Err("dialogues-error-file-empty");
    }
    if bytes.len() > LARGEST {
        return Err("dialogues-error-file-large");
    }
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_lowercase())
        .unwrap_or_default();
    let kind = by_content(bytes, &ending).ok_or("dialogues-error-file-kind")?;
    if !kind.endings.contains(&ending.as_str()) {
        return Err("dialogues-error-file-ending");
    }
    Ok(kind)
}

/// A file that may be kept: judged by its content, which agrees with its name.
#[derive(Debug, Clone, Copy)]
pub struct Accepted<'a> {
    pub(crate) name: &'a str,
    pub(crate) kind: FileKind,
    pub(crate) bytes: &'a [u8],
}

impl<'a> Accepted<'a> {
    /// Judges a file.
    ///
    /// # Errors
    /// The key of a text that says what to choose instead.
    pub fn of(name: &'a str, bytes: &'a [u8]) -> Result<Accepted<'a>, &'static str> {
        let kind = check(name, bytes)?;
        Ok(Accepted { name, kind, bytes })
    }

    /// Whether pages show it as a picture, which then needs words for those who do not see it.
    pub fn is_picture(&self) -> bool {
        self.kind.media_type.starts_with("image/")
    }
}

fn by_content(bytes: &[u8], ending: &str) -> Option<FileKind> {
    let holds = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    if bytes.starts_with(b"%PDF-") {
        return Some(PDF);
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some(PNG);
    }
    if bytes.starts_with(b"\xff\xd8\xff") {
        return Some(JPEG);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        // Names of parts stand unpacked in the archive, so nothing is unpacked to look. Macros stay out.
        if holds(b"vbaProject.bin") {
            return None;
        }
        let parts: [(&[u8], FileKind); 5] = [
            (b"word/document.xml", DOCX),
            (b"xl/workbook.xml", XLSX),
            (b"ppt/presentation.xml", PPTX),
            (b"application/vnd.oasis.opendocument.text", ODT),
            (b"application/vnd.oasis.opendocument.spreadsheet", ODS),
        ];
        return parts.into_iter().find(|(part, _)| holds(part)).map(|(_, kind)| kind);
    }
    let text = std::str::from_utf8(bytes).ok().filter(|text| !text.contains('\0'))?;
    let markup = text.trim_start_matches('\u{feff}').trim_start().starts_with('<');
    match ending {
        "csv" if !markup => Some(CSV),
        "txt" if !markup => Some(TEXT),
        _ => None,
    }
}

pub(crate) fn routes(routes: Routes) -> Routes {
    routes.get("/filer/{id}/{name}", public)
}

/// A public file of a dialogue that residents see. Anything else is not there.
async fn public(req: Req, _: Anyone) -> Reply {
    let mut read = req.site.db.read().await?;
    let document = store::document(&mut read, req.id_param("id")?).await?;
    let dialogue = dialogue(&mut read, document.dialogue_id).await?;
    drop(read);
    let visible = document.public && document.removed_at.is_none() && dialogue.is_public(req.today());
    if !visible || document.name != req.param("name")? {
        return Err(Fault::NotFound);
    }
    serve(&req, &document).await
}

/// The file itself. What a browser can show without running anything is shown; everything else is saved.
pub(crate) async fn serve(req: &Req, document: &Document) -> Reply {
    let mut read = req.site.db.read().await?;
    let bytes = store::bytes(&mut read, document.file_id).await?;
    let kind = KINDS.iter().find(|kind| kind.media_type == document.media_type);
    match kind {
        Some(kind) if kind.shown => raw(kind.media_type, bytes),
        Some(kind) => download(&document.name, kind.media_type, bytes),
        None => download(&document.name, "application/octet-stream", bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_judged_by_its_content_and_its_name() {
        assert_eq!(
            check("plan.pdf", b"%PDF-1.7 rest".as_slice()).map(|kind| kind.media_type),
            Ok("application/pdf")
        );
        assert_eq!(
            check("plan.png", b"%PDF-1.7".as_slice()),
            Err("dialogues-error-file-ending")
        );
        assert_eq!(
            check("page.html", b"<html>".as_slice()),
            Err("dialogues-error-file-kind")
        );
        assert_eq!(
            check("page.txt", b" <script>".as_slice()),
            Err("dialogues-error-file-kind")
        );
        assert_eq!(
            check("svg.png", b"<svg onload=alert(1)>".as_slice()),
            Err("dialogues-error-file-kind")
        );
        assert_eq!(
            check("a.docx", b"PK\x03\x04...word/document.xml...".as_slice()).map(|kind| kind.media_type),
            Ok(DOCX.media_type)
        );
        assert_eq!(
            check("a.docx", b"PK\x03\x04 word/document.xml word/vbaProject.bin".as_slice()),
            Err("dialogues-error-file-kind")
        );
        assert_eq!(
            check("a.zip", b"PK\x03\x04 anything".as_slice()),
            Err("dialogues-error-file-kind")
        );
        assert_eq!(
            check("a.csv", b"a;b\n1;2\n".as_slice()).map(|kind| kind.media_type),
            Ok(CSV.media_type)
        );
        assert_eq!(
            check("a.csv", b"\xff\xfe\x00".as_slice()),
            Err("dialogues-error-file-kind")
        );
        assert_eq!(check("a.pdf", b"".as_slice()), Err("dialogues-error-file-empty"));
        assert_eq!(
            check("a.pdf", &vec![b'x'; LARGEST + 1]),
            Err("dialogues-error-file-large")
        );
    }
}
