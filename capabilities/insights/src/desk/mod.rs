//! The desk pages of one dialogue's reading: results, coding, code plan, population.

mod bulk;
mod coding;
mod export;
mod files;
mod plan;
mod population;
mod results;
pub(crate) mod suggestions;

pub(crate) use bulk::{preview_all, save_all, undo_all};
pub(crate) use coding::{save as save_coding, show as coding};
pub(crate) use export::export;
pub(crate) use files::download;
pub(crate) use plan::{archive, create, edit_form, list as plan, merge, move_one, new_form, save as save_theme};
pub(crate) use population::{import, remove, show as population, template};
pub(crate) use results::show as results;

use db::{Conn, Id};
use web::{Cx, Fault, Req};

/// The dialogue whose pages these are.
pub(crate) struct Room {
    pub id: Id,
    pub title: String,
    /// `/arbetsyta/dialoger/{id}`.
    pub path: String,
}

/// A page of the room in the row above the heading.
pub(crate) struct Tab {
    pub href: String,
    pub label: String,
    pub current: bool,
}

/// Addresses under the dialogue and the keys of their names.
const PAGES: [(&str, &str); 5] = [
    ("resultat", "insights-results-title"),
    ("kodning", "insights-coding-title"),
    ("forslag", "insights-suggest-title"),
    ("kodplan", "insights-plan-title"),
    ("befolkning", "insights-population-title"),
];

impl Room {
    /// The dialogue in the address; a page that is not there when it is unknown.
    pub(crate) async fn of(conn: &mut Conn, req: &Req) -> Result<Room, Fault> {
        let dialogue = dialogues::named(req, conn).await?;
        Ok(Room {
            id: dialogue.id,
            title: dialogue.title_in(req.lang),
            path: dialogue.desk_address(),
        })
    }

    /// An address under the dialogue, without the language.
    pub(crate) fn under(&self, rest: &str) -> String {
        format!("{}/{rest}", self.path)
    }

    pub(crate) fn crumbs(&self, cx: &Cx) -> Vec<(String, String)> {
        vec![
            (cx.link("/arbetsyta/dialoger"), cx.t("insights-crumb-dialogues")),
            (cx.link(&self.path), self.title.clone()),
        ]
    }

    pub(crate) fn tabs(&self, cx: &Cx) -> Vec<Tab> {
        let tab = |(page, label): (&str, &str)| {
            let path = self.under(page);
            Tab {
                href: cx.link(&path),
                label: cx.t(label),
                current: cx.is_under(&path),
            }
        };
        PAGES.into_iter().map(tab).collect()
    }
}
