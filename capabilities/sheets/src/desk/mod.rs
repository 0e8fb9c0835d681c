//! The pages of templates, for officials. Each file is one page with its form.

pub(crate) mod approve;
pub(crate) mod blank;
pub(crate) mod fill;
pub(crate) mod list;
pub(crate) mod sheet;
pub(crate) mod versions;

use crate::filling::Filling;
use crate::model::{self, Standing};
use dialogues::{Dialogue, Kind};
use documents::Document;
use method::pack::{Field, Home, Pack, Sheet};
use web::{Cx, Fault, Reply, Req, computed, download};

/// Whether this program was built with the PDF engine.
pub(crate) const HAS_PDF: bool = cfg!(feature = "pdf");

/// The forms that [`file`] writes, by their words in addresses.
pub const FILE_FORMS: &[&str] = if HAS_PDF { &["docx", "pdf"] } else { &["docx"] };

/// Where one is: a template of a dialogue.
pub(crate) struct Frame {
    /// The list that the dialogue stands in: address and name.
    pub list: Lead,
    /// The dialogue's address on the desk, in the reader's language.
    pub base: String,
    /// The template's, below it.
    pub here: String,
    /// The dialogue's title.
    pub title: String,
    /// The template's name.
    pub name: String,
}

impl Frame {
    pub(crate) fn new(cx: &Cx, filling: &Filling, sheet: &Sheet) -> Frame {
        let base = cx.link(&filling.dialogue.desk_address());
        Frame {
            list: list_of(cx, filling.dialogue.kind),
            here: format!("{base}/mall/{}", sheet.key.to_lowercase()),
            title: title(cx, filling),
            name: sheet.name.get(cx.lang).to_string(),
            base,
        }
    }
}

/// The list of all of its kind.
pub(crate) fn list_of(cx: &Cx, kind: Kind) -> Lead {
    Lead {
        href: cx.link(kind.base()),
        text: cx.t(kind.name_key()),
    }
}

/// The dialogue's title; a draft may have none yet.
pub(crate) fn title(cx: &Cx, filling: &Filling) -> String {
    let title = filling.dialogue.title_in(cx.lang);
    if title.trim().is_empty() {
        cx.t("sheets-untitled")
    } else {
        title
    }
}

/// The template that the address names, read with its dialogue.
pub(crate) async fn load(req: &Req) -> Result<Filling, Fault> {
    let mut read = req.site.db.read().await?;
    let named = dialogues::named(req, &mut read).await?;
    Filling::read(&req.site, &mut read, named.id).await
}

/// What the address names.
pub(crate) async fn named(req: &Req) -> Result<Dialogue, Fault> {
    let mut read = req.site.db.read().await?;
    dialogues::named(req, &mut read).await
}

/// A link with its words; the address is empty when it leads nowhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Lead {
    pub href: String,
    pub text: String,
}

/// Where a field is written: the task or template, and the way to the field itself.
pub(crate) fn home(cx: &Cx, pack: &Pack, base: &str, field: &str) -> Lead {
    match pack.home(field) {
        Home::Task(task) => Lead {
            href: format!("{base}/steg/{}#{field}", task.address),
            text: task.name.get(cx.lang).to_string(),
        },
        Home::Sheet(sheet) => Lead {
            href: format!("{base}/mall/{}/fyll-i#{field}", sheet.key.to_lowercase()),
            text: sheet.name.get(cx.lang).to_string(),
        },
        Home::Nowhere => Lead::default(),
    }
}

/// What must be filled in before approval, as links.
pub(crate) fn missing(cx: &Cx, filling: &Filling, sheet: &Sheet, base: &str) -> Vec<Lead> {
    let pack = &filling.picture.pack;
    let lead = |field: &Field| Lead {
        href: home(cx, pack, base, &field.key).href,
        text: cx.t1("method-missing-field", "what", field.label.get(cx.lang)),
    };
    let missing = model::missing(&filling.picture, sheet, &filling.filled);
    missing.into_iter().map(lead).collect()
}

/// "Utkast", "Godkänd, version 2", "Ändrad efter version 2", and the kind of its mark.
pub(crate) fn standing(cx: &Cx, standing: Standing) -> (String, &'static str, &'static str) {
    match standing {
        Standing::Draft => (cx.t("sheets-standing-draft"), "", "✎"),
        Standing::Approved(number) => (cx.tn("sheets-standing-approved", number), "ok", "✓"),
        Standing::Changed(number) => (cx.tn("sheets-standing-changed", number), "warn", "✎"),
    }
}

/// The document as a file to keep, in the form that the address names. Setting it is computing, so it happens on a
/// thread of its own.
///
/// # Errors
/// [`Fault::NotFound`] for a form that is not written.
pub async fn file(document: Document, name: &str, form: &str) -> Reply {
    match form {
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
