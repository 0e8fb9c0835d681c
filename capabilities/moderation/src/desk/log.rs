//! `/arbetsyta/granskning/logg`: what was decided, by whom and why, and how many of each.

use askama::Template;
use db::Id;
use identity::{Grant, SeeDesk};
use participation::{Passage, PassageFilter, PassageState};
use web::{Cx, Pagination, Reply, Req, page};

use super::{beginning, state_label, titles};
use crate::model::Reason;

const PER_PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "moderation/log.html")]
struct Log {
    cx: Cx,
    states: Vec<(String, String)>,
    reasons: Vec<(String, String)>,
    rows: Vec<LogRow>,
    dialogue: String,
    dialogues: Vec<(String, String)>,
    pages: Pagination,
    base: String,
    may_moderate: bool,
}

struct LogRow {
    moment: String,
    by: String,
    decision: String,
    note: String,
    dialogue: String,
    text: String,
    href: String,
}

pub(crate) async fn log(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let dialogue: Option<Id> = req.query("dialog").and_then(|id| id.parse().ok());
    let mut read = req.site.db.read().await?;
    let titles = titles(&mut read, &req).await?;
    let mut states = Vec::new();
    for state in [
        PassageState::Waiting,
        PassageState::Published,
        PassageState::Masked,
        PassageState::Hidden,
    ] {
        let filter = PassageFilter {
            dialogue,
            state: Some(state),
            ..PassageFilter::default()
        };
        let count = participation::count_passages(&mut read, &filter).await?;
        states.push((cx.t(&format!("moderation-state-{}", state.name())), cx.number(count)));
    }
    let hidden = crate::hidden_counts(&mut read, dialogue).await?;
    let pages = Pagination::new(
        Some(req.page_number()),
        PER_PAGE,
        participation::store::count_decided(&mut read, dialogue).await?,
    );
    let decided = participation::store::decided(&mut read, dialogue, PER_PAGE, pages.offset()).await?;
    drop(read);
    let row = |passage: &Passage| LogRow {
        moment: passage.decided_at.map(|at| cx.moment(&at)).unwrap_or_default(),
        by: passage.decided_by.clone(),
        decision: decision(&cx, passage),
        note: passage.note.clone(),
        dialogue: titles.get(&passage.dialogue_id).cloned().unwrap_or_default(),
        text: beginning(&passage.body),
        href: if passage.withdrawn {
            String::new()
        } else {
            cx.link(&format!("/arbetsyta/granskning/{}", passage.id))
        },
    };
    let mut dialogues: Vec<(String, String)> = titles
        .iter()
        .map(|(id, title)| (id.to_string(), title.clone()))
        .collect();
    dialogues.sort_by_key(|(_, title)| title.to_lowercase());
    let query = dialogue.map(|id| format!("dialog={id}&")).unwrap_or_default();
    page(&Log {
        states,
        reasons: hidden
            .iter()
            .map(|(reason, n)| (cx.t(reason.label()), cx.number(*n)))
            .collect(),
        rows: decided.iter().map(row).collect(),
        dialogue: dialogue.map(|id| id.to_string()).unwrap_or_default(),
        dialogues,
        pages,
        base: format!("{}?{query}", cx.link("/arbetsyta/granskning/logg")),
        may_moderate: who.staff.may::<identity::ModerateContributions>(),
        cx,
    })
}

/// "Dold: reklam".
fn decision(cx: &Cx, passage: &Passage) -> String {
    let state = cx.t(state_label(passage));
    match Reason::from_code(&passage.reason) {
        Some(reason) => format!("{state}: {}", cx.t(reason.label())),
        None => state,
    }
}
