//! `/dialoger/flode.xml`: dialogues as an Atom feed (RFC 4287), for readers, intranets and other websites.

use crate::list::kept;
use chart::escape;
use dialogues::{Dialogue, Filter};
use std::fmt::Write as _;
use web::{Anyone, Cx, Reply, Req};

/// Entries at most; a feed tells what is new.
const ENTRIES: usize = 30;

/// `GET /dialoger/flode.xml`
pub async fn atom(req: Req, _: Anyone) -> Reply {
    let (cx, today) = (req.cx(), req.today());
    let mut conn = req.site.db.read().await?;
    let mut all = dialogues::list_public(&mut conn, &Filter::default(), today).await?;
    drop(conn);
    all.sort_by_key(|one| std::cmp::Reverse(one.updated_at));
    all.truncate(ENTRIES);
    kept(web::raw("application/atom+xml; charset=utf-8", feed(&all, &cx)))
}

pub(crate) fn feed(all: &[Dialogue], cx: &Cx) -> String {
    let (list, here) = (cx.absolute("/dialoger"), cx.absolute("/dialoger/flode.xml"));
    // A feed without entries still needs a date; the start of time says "nothing yet".
    let updated = all
        .first()
        .map_or(jiff::Timestamp::UNIX_EPOCH, |newest| newest.updated_at);
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    // Writing to a String cannot fail.
    let _ = write!(
        xml,
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<id>{}</id>\n<title>{}</title>\n<updated>{updated}</updated>\n\
         <link rel=\"self\" href=\"{}\"/>\n<link rel=\"alternate\" href=\"{}\"/>\n<author><name>{}</name></author>\n",
        cx.lang.code(),
        escape(&list),
        escape(&cx.settings.site_name),
        escape(&here),
        escape(&list),
        escape(&cx.settings.municipality)
    );
    for dialogue in all {
        let address = cx.absolute(&dialogue.address());
        let published = dialogue.published_at.unwrap_or(dialogue.created_at);
        let _ = writeln!(
            xml,
            "<entry><id>{}</id><title>{}</title><link href=\"{}\"/><published>{published}</published><updated>{}</updated>\
             <summary>{}</summary></entry>",
            escape(&address),
            escape(&dialogue.title_in(cx.lang)),
            escape(&address),
            dialogue.updated_at,
            escape(&dialogue.summary_in(cx.lang))
        );
    }
    xml.push_str("</feed>\n");
    xml
}
