//! The frame of one process's pages: where one is, and its other pages. Rooms above add theirs with `method::Page`.

use crate::{Dialogue, Kind};
use db::Id;
use method::{Picture, Sources};
use std::sync::Arc;
use web::Cx;

/// What dialogues have besides the pages that all kinds share, in their order.
const OF_DIALOGUES: [(&str, &str); 4] = [
    ("aktiviteter", "dialogues-head-activities"),
    ("resultat", "dialogues-head-results"),
    ("rapport", "dialogues-head-report"),
    ("svar", "dialogues-head-answers"),
];
const SHARED: [(&str, &str); 4] = [
    ("checklista", "dialogues-head-checklist"),
    ("mallar", "dialogues-head-sheets"),
    ("dokument", "dialogues-head-documents"),
    ("historik", "dialogues-head-history"),
];

/// What every page of one process shows around its own content.
pub struct Head {
    /// The process.
    pub id: Id,
    /// Its address on the desk, in the reader's language.
    pub base: String,
    /// Its title.
    pub title: String,
    /// The name of its state.
    pub state: String,
    /// The list it stands in: address and name.
    pub list: (String, String),
    /// The name of the pages.
    pub label: String,
    /// Its pages.
    pub links: Vec<HeadLink>,
    sources: Arc<Sources>,
    dialogue: Dialogue,
}

/// A link to one of its pages.
pub struct HeadLink {
    /// Where it leads.
    pub href: String,
    /// The page's name.
    pub label: String,
    /// It is the page one reads.
    pub current: bool,
}

impl Head {
    /// The frame of what is named, for a page that includes `dialogues/head.html`.
    pub fn new(cx: &Cx, dialogue: &Dialogue, picture: &Picture) -> Head {
        let base = dialogue.desk_address();
        let sources = cx.site().get::<Sources>();
        Head {
            id: dialogue.id,
            base: cx.link(&base),
            title: title(cx, dialogue),
            state: picture.pack.state_name(&picture.process.state, cx.lang).to_string(),
            list: (cx.link(dialogue.kind.base()), cx.t(dialogue.kind.name_key())),
            label: dialogue.kind.word(cx, "dialogues-head-label-"),
            links: links(cx, &sources, dialogue),
            dialogue: dialogue.clone(),
            sources,
        }
    }
}

/// Is there a page of it at an address that the method gives? Of dialogues the rooms above keep all that theirs names.
pub fn has_page(sources: &Sources, dialogue: &Dialogue, part: &str) -> bool {
    let word = part.split(['/', '?', '#']).next().unwrap_or_default();
    let own = || SHARED.iter().any(|(one, _)| *one == word) || ["steg", "lage", "metod", "mall", ""].contains(&word);
    let above = || sources.pages(&dialogue.pack).any(|page| page.address == word);
    dialogue.kind == Kind::Dialogue || part.starts_with('/') || own() || above()
}

fn links(cx: &Cx, sources: &Sources, dialogue: &Dialogue) -> Vec<HeadLink> {
    let (kind, base) = (dialogue.kind, dialogue.desk_address());
    let link = |(part, key): (&str, &str)| {
        let path = if part.is_empty() {
            base.clone()
        } else {
            format!("{base}/{part}")
        };
        HeadLink {
            current: if part.is_empty() {
                cx.path == path
            } else {
                cx.is_under(&path)
            },
            href: cx.link(&path),
            label: cx.t(key),
        }
    };
    let mut parts = vec![("", "dialogues-head-tasks")];
    if kind == Kind::Dialogue {
        parts.extend(OF_DIALOGUES);
    }
    let listed = sources.pages(&dialogue.pack).filter(|page| page.listed);
    parts.extend(listed.map(|page| (page.address, page.name_key)));
    parts.extend(SHARED);
    if kind == Kind::Dialogue {
        parts.push(("forhandsgranska", "dialogues-head-preview"));
    }
    parts.into_iter().map(link).collect()
}

/// Its title; a draft may have none yet.
pub(crate) fn title(cx: &Cx, dialogue: &Dialogue) -> String {
    if dialogue.title.is_empty() {
        dialogue.kind.word(cx, "dialogues-untitled-")
    } else {
        dialogue.title.clone()
    }
}

/// An address that the method gives: whole, or under the process. Empty while no room keeps the page.
pub(crate) fn address(cx: &Cx, head: &Head, part: &str) -> String {
    match part {
        whole if whole.starts_with('/') => cx.link(whole),
        below if has_page(&head.sources, &head.dialogue, below) => format!("{}/{below}", head.base),
        _ => String::new(),
    }
}
