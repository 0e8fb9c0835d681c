//! `/sa-fungerar-det` and what stands below it, `/kontakt`, `/personuppgifter`: the pages for everybody, by their
//! addresses in the pack. Kept in memory until a text, a dialogue or the settings change, and never past the time of a
//! planned publication.

use super::blocks::{Block, Shown, blocks, pick};
use crate::acts::TOPIC;
use crate::model::version::{Shelf, TextKey, Version, next_change};
use crate::store::versions as store;
use askama::Template;
use db::Conn;
use jiff::Timestamp;
use method::pack::{Audience, InformationPage};
use std::time::Duration;
use web::{Anyone, Cx, Fault, Reply, Req};

/// A page of texts lives this long in the cache when nothing is touched.
const KEEP: Duration = Duration::from_secs(600);
/// A page that lists dialogues: they open and close by the calendar.
const KEEP_DIALOGUES: Duration = Duration::from_secs(60);

#[derive(Template)]
#[template(path = "information/page.html")]
struct PublicPage {
    cx: Cx,
    shown: ShownView,
    /// The page above it: address and name.
    above: Option<(String, String)>,
}

/// A page ready to be shown.
pub(crate) struct ShownView {
    pub title: String,
    pub lead: String,
    /// The code of the language it is in.
    pub lang: &'static str,
    /// The reader's language is missing.
    pub is_untranslated: bool,
    pub blocks: Vec<Block>,
    /// The day of the last change; empty for the base text.
    pub changed: String,
}

/// `GET` of every public page.
pub(crate) async fn show(req: Req, _: Anyone) -> Reply {
    let cx = req.cx();
    let pack = method::packs(&req.site).dialogue();
    let page = pack.library.page_at(&req.path).ok_or(Fault::NotFound)?;
    if page.audience != Audience::Public {
        return Err(Fault::NotFound);
    }
    let mut read = req.site.db.read().await?;
    let approved = store::approved(&mut read, Shelf::Public, &page.key).await?;
    let shown = view(&mut read, &cx, page, &approved, req.now).await?;
    drop(read);
    let above = pack.library.pages.iter().find(|one| {
        req.path
            .strip_prefix(&one.address)
            .is_some_and(|rest| rest.starts_with('/'))
    });
    let above = above.map(|one| (cx.link(&one.address), one.name.get(cx.lang).to_owned()));
    let has_dialogues = shown.blocks.iter().any(|one| matches!(one, Block::Dialogues(_)));
    let mut topics = vec![TOPIC.to_owned(), "settings".to_owned()];
    topics.extend(has_dialogues.then(|| "dialogues".to_owned()));
    let longest = if has_dialogues { KEEP_DIALOGUES } else { KEEP };
    let reply = web::page(&PublicPage { cx, shown, above })?;
    Ok(reply.cached(topics, kept(longest, &approved, req.now)))
}

/// What readers see of a page, ready to be shown.
pub(crate) async fn view(
    conn: &mut Conn,
    cx: &Cx,
    page: &InformationPage,
    approved: &[(web::Lang, Version)],
    now: Timestamp,
) -> Result<ShownView, Fault> {
    let Shown { content, lang, since } = pick(page, approved, cx.lang, now);
    let shelf = match page.audience {
        Audience::Public => Shelf::Public,
        Audience::Intranet => Shelf::Intranet,
    };
    let key = TextKey::new(shelf, &page.key, lang);
    Ok(ShownView {
        blocks: blocks(conn, cx, &key, &content.body).await?,
        title: content.title,
        lead: content.lead,
        lang: lang.code(),
        is_untranslated: lang != cx.lang,
        changed: since.map(|at| cx.day(&at)).unwrap_or_default(),
    })
}

/// Not past the next planned change, so that the new text is there when its time comes.
fn kept(longest: Duration, approved: &[(web::Lang, Version)], now: Timestamp) -> Duration {
    let versions: Vec<Version> = approved.iter().map(|(_, version)| version.clone()).collect();
    let left = next_change(&versions, now).and_then(|at| Duration::try_from(at.duration_since(now)).ok());
    left.map_or(longest, |left| left.min(longest))
}
