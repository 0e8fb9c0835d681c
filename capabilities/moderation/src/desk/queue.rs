//! `/arbetsyta/granskning`: what waits, the oldest first; texts without marks can be published together.

use askama::Template;
use db::Id;
use identity::{Grant, ModerateContributions};
use participation::{Passage, marks};
use web::{Cx, Pagination, Reply, Req, page};

use super::{BEGINNING, PER_PAGE, QueueFilter, ago, channel, titles};
use crate::acts;
use crate::model::{Waits, may_publish_unread};

#[derive(Template)]
#[template(path = "moderation/queue.html")]
struct Queue {
    cx: Cx,
    count: String,
    /// "Äldsta kom för 3 timmar sedan."
    oldest: String,
    /// "Senast granskad: …", when nothing waits.
    latest: String,
    rows: Vec<RowView>,
    any_to_publish: bool,
    dialogue: String,
    dialogues: Vec<(String, String)>,
    activity: String,
    activities: Vec<(String, String)>,
    waits: String,
    reasons: Vec<(String, String)>,
    is_filtered: bool,
    pairs: Vec<(&'static str, String)>,
    pages: Pagination,
    base: String,
}

struct RowView {
    id: String,
    /// `id.revision`, for publishing; empty for what a person must open.
    key: String,
    href: String,
    /// How the text begins, in pieces with what each may be.
    pieces: Vec<(String, String)>,
    /// What is marked further on in the text.
    more_marks: Vec<String>,
    dialogue: String,
    meta: String,
    waits: String,
    kind: &'static str,
}

pub(crate) async fn queue(req: Req, who: Grant<ModerateContributions>) -> Reply {
    let cx = who.cx(&req);
    let filter = QueueFilter::of_request(&req);
    let mut read = req.site.db.read().await?;
    let (count, passages) = filter.find(&mut read, req.page_number()).await?;
    let titles = titles(&mut read, &req).await?;
    let oldest = participation::waiting_passages(&mut read, filter.dialogue, 1, 0)
        .await?
        .pop();
    let latest = participation::store::decided(&mut read, filter.dialogue, 1, 0)
        .await?
        .pop();
    let activities = match filter.dialogue {
        Some(dialogue) => participation::activities(&mut read, dialogue).await?,
        None => Vec::new(),
    };
    drop(read);
    let row = |passage: &Passage| row(&cx, &req, filter, passage, titles.get(&passage.dialogue_id));
    let rows: Vec<RowView> = passages.iter().map(row).collect();
    let mut dialogues: Vec<(String, String)> = titles
        .iter()
        .map(|(id, title)| (id.to_string(), title.clone()))
        .collect();
    dialogues.sort_by_key(|(_, title)| title.to_lowercase());
    let query = filter.query();
    page(&Queue {
        count: cx.tn("moderation-queue-count", count),
        oldest: oldest
            .map(|one| cx.t1("moderation-queue-oldest", "ago", ago(&cx, one.created_at, req.now)))
            .unwrap_or_default(),
        latest: latest
            .and_then(|one| one.decided_at)
            .map(|at| cx.t1("moderation-queue-latest", "moment", cx.moment(&at)))
            .unwrap_or_default(),
        any_to_publish: rows.iter().any(|row| !row.key.is_empty()),
        rows,
        dialogue: filter.dialogue.map(|id| id.to_string()).unwrap_or_default(),
        dialogues,
        activity: filter.activity.map(|id| id.to_string()).unwrap_or_default(),
        activities: activities
            .iter()
            .map(|one| (one.id.to_string(), one.title(cx.lang.code()).to_owned()))
            .collect(),
        waits: filter.waits.map(Waits::word).unwrap_or_default().to_owned(),
        reasons: Waits::ALL
            .into_iter()
            .map(|waits| (waits.word().to_owned(), cx.t(waits.label())))
            .collect(),
        is_filtered: !query.is_empty(),
        pairs: filter.pairs(),
        pages: Pagination::new(Some(req.page_number()), PER_PAGE, count),
        base: format!(
            "{}{}{}",
            cx.link("/arbetsyta/granskning"),
            query,
            if query.is_empty() { '?' } else { '&' }
        ),
        cx,
    })
}

fn row(cx: &Cx, req: &Req, filter: QueueFilter, passage: &Passage, title: Option<&String>) -> RowView {
    let waits = Waits::of(passage);
    let (pieces, more_marks) = marks::marked_beginning(cx, &passage.body, BEGINNING);
    RowView {
        id: passage.id.to_string(),
        key: if may_publish_unread(passage) {
            format!("{}.{}", passage.id, passage.revision)
        } else {
            String::new()
        },
        href: cx.link(&format!("/arbetsyta/granskning/{}{}", passage.id, filter.query())),
        pieces,
        more_marks,
        dialogue: title.cloned().unwrap_or_default(),
        meta: format!(
            "{} · {}",
            channel(cx, &passage.channel),
            ago(cx, passage.created_at, req.now)
        ),
        waits: cx.t(waits.label()),
        kind: match waits {
            Waits::Marked => "warn",
            Waits::Forwarded => "info",
            Waits::Premoderated => "",
        },
    }
}

pub(crate) async fn publish_many(req: Req, who: Grant<ModerateContributions>) -> Reply {
    let form = req.form()?;
    let query = QueueFilter::of_form(&form).query();
    let key = |key: String| -> Option<(Id, i64)> {
        let (id, revision) = key.split_once('.')?;
        Some((id.parse().ok()?, revision.parse().ok()?))
    };
    let chosen = form.all("publicera");
    let texts: Vec<(Id, i64)> = chosen
        .into_iter()
        .filter_map(key)
        .take(usize::try_from(PER_PAGE).unwrap_or(25))
        .collect();
    let address = format!("/arbetsyta/granskning{query}");
    if texts.is_empty() {
        return req.done(&address, "moderation-bulk-none");
    }
    let published = acts::publish_unmarked(&req.site, who.actor(), &texts).await?;
    let note = if published == texts.len() {
        "moderation-bulk-done"
    } else {
        "moderation-bulk-some"
    };
    req.done(&address, note)
}
