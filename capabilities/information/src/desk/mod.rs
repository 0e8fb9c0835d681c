//! What officials see: where to begin, the guide, the texts they write, and the fields of the accessibility statement.

pub(crate) mod approve;
pub(crate) mod compare;
pub(crate) mod edit;
pub(crate) mod guide;
pub(crate) mod list;
pub(crate) mod start;
pub(crate) mod statement;
pub(crate) mod text;

use crate::acts::{self, Refused};
use crate::model::diff::{self, Row};
use crate::model::version::{Content, Shelf, TextKey, Version};
use method::Pack;
use method::pack::PackFault;
use web::{Cx, Fault, Lang, Req};

/// The text of the address; one that the pack does not have is not there.
pub(crate) fn key_of(req: &Req) -> Result<(TextKey, Content), Fault> {
    let shelf = Shelf::from_address(req.param("shelf")?).ok_or(Fault::NotFound)?;
    let lang = Lang::from_code(req.param("lang")?).ok_or(Fault::NotFound)?;
    let key = TextKey::new(shelf, req.param("text")?, lang);
    let base = acts::base(&req.site, &key).ok_or(Fault::NotFound)?;
    Ok((key, base))
}

/// What a text is called on the desk.
pub(crate) fn name_of(cx: &Cx, pack: &Pack, key: &TextKey) -> String {
    let name = match key.shelf.audience() {
        None => pack.library.chapter(&key.text).map(|one| one.name.get(cx.lang)),
        Some(audience) => {
            let mut pages = pack.library.pages.iter();
            let page = pages.find(|one| one.audience == audience && one.key == key.text);
            page.map(|one| one.name.get(cx.lang))
        }
    };
    name.unwrap_or(&key.text).to_owned()
}

/// What every page about one text shows around its own content.
pub(crate) struct Head {
    pub name: String,
    /// "Svenska".
    pub language: &'static str,
    /// The code of the language it is written in.
    pub lang: &'static str,
    /// The text's address on the desk, in the reader's language.
    pub base: String,
    /// Chapters have no title and lead of their own.
    pub has_heading: bool,
}

impl Head {
    pub(crate) fn new(cx: &Cx, key: &TextKey) -> Head {
        Head {
            name: name_of(cx, &method::packs(cx.site()).dialogue(), key),
            language: key.lang.own_name(),
            lang: key.lang.code(),
            base: cx.link(&key.desk_address()),
            has_heading: key.shelf.audience().is_some(),
        }
    }
}

/// Two texts side by side.
pub(crate) struct Comparison {
    /// The caption, unique in the page.
    pub caption: String,
    pub left: String,
    pub right: String,
    pub rows: Vec<Row>,
    pub differs: bool,
    /// The code of the language of both.
    pub lang: &'static str,
}

impl Comparison {
    pub(crate) fn new(cx: &Cx, key: &TextKey, left: (String, &Content), right: (String, &Content)) -> Comparison {
        let rows = diff::rows(&left.1.as_lines(), &right.1.as_lines());
        Comparison {
            caption: cx.t2("information-compare-caption", ("left", &left.0), ("right", &right.0)),
            left: left.0,
            right: right.0,
            differs: diff::differ(&rows),
            rows,
            lang: key.lang.code(),
        }
    }
}

/// "Version 3, Maja Lind, 17 mars 2026 klockan 10.00".
pub(crate) fn version_name(cx: &Cx, version: &Version) -> String {
    let values = [
        ("n", version.number.into()),
        ("who", version.written_by.as_str().into()),
        ("when", cx.moment(&version.written_at).into()),
    ];
    cx.ta("information-version", &values)
}

/// A fault of a text as a line to read. Its words come from the method's loader and are English.
pub(crate) struct FaultView {
    /// "Rad 12".
    pub place: String,
    pub problem: String,
    pub remedy: String,
}

/// The faults of a text; those that show in other files of the method name the file.
pub(crate) fn fault_views(cx: &Cx, key: &TextKey, faults: &[PackFault]) -> Vec<FaultView> {
    let own = crate::chapters::file(&key.text);
    let view = |fault: &PackFault| {
        let is_own = fault.file.is_empty() || fault.file == own;
        let line = fault.line.to_string();
        FaultView {
            place: if is_own {
                cx.t1("information-fault-line", "line", line)
            } else {
                cx.t2("information-fault-file", ("line", &line), ("file", &fault.file))
            },
            problem: fault.problem.clone(),
            remedy: fault.remedy.clone(),
        }
    };
    faults.iter().map(view).collect()
}

/// For acts that are one button: a refusal as a fault page. What was typed is nothing but a press.
pub(crate) fn as_fault(refused: Refused) -> Fault {
    match refused {
        Refused::Fault(fault) => fault,
        Refused::Overtaken(_) => Fault::Conflict,
        Refused::Unsound(_) => Fault::rule("information-error-unsound"),
    }
}
