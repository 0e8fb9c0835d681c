//! `/dialoger.ics`: when one can take part and when the answer comes, for residents' own calendars.

use dialogues::{Dialogue, Filter, Phase};
use documents::ics::{self, Calendar, Event};
use jiff::{ToSpan as _, civil::Date};
use std::time::Duration;
use web::{Anyone, Cx, Lang, Reply, Req};

/// As other public lists: dialogues open and close by the calendar.
const KEEP: Duration = Duration::from_secs(60);

/// `GET /dialoger.ics`
pub(crate) async fn ics(req: Req, _: Anyone) -> Reply {
    let (cx, today) = (req.cx(), req.today());
    let mut conn = req.site.db.read().await?;
    let all = dialogues::list_public(&mut conn, &Filter::default(), today).await?;
    drop(conn);
    let file = ics::write(&calendar(&cx, &all, today));
    Ok(web::raw(ics::ICS, file)?.cached(["dialogues".to_owned(), "settings".to_owned()], KEEP))
}

fn calendar(cx: &Cx, all: &[Dialogue], today: Date) -> Calendar {
    let language = if cx.lang == Lang::Sv { "SV" } else { "EN" };
    let fresh = today.saturating_sub(1.year());
    let mut events: Vec<Event> = all.iter().flat_map(|one| events(cx, one, today)).collect();
    events.retain(|event| event.last >= fresh);
    events.sort_by(|one, other| (one.first, &one.uid).cmp(&(other.first, &other.uid)));
    Calendar {
        name: cx.settings.site_name.clone(),
        product: format!("-//{}//Samspel//{language}", cx.settings.municipality),
        events,
    }
}

/// The time one can take part, and the day the answer is promised.
fn events(cx: &Cx, dialogue: &Dialogue, today: Date) -> Vec<Event> {
    let url = cx.absolute(&dialogue.address());
    // Without the scheme: the identifier is a name, not an address.
    let host = cx.site().base_url.split("://").last().unwrap_or_default();
    let title = dialogue.title_in(cx.lang);
    let cancelled = dialogue.phase(today) == Phase::Cancelled;
    let event = |part: &str, first: Date, last: Date, summary: String| Event {
        uid: format!("{}-{part}@{host}", dialogue.id),
        changed_at: dialogue.updated_at,
        first,
        last,
        summary,
        description: dialogue.summary_in(cx.lang),
        url: url.clone(),
        cancelled,
    };
    let open = dialogue.opens_on.map(|first| {
        let last = dialogue.closes_on.unwrap_or(first);
        event("open", first, last, title.clone())
    });
    let answer = dialogue.feedback_on.map(|day| {
        let summary = cx.t1("calendar-feed-answer", "title", &title);
        event("answer", day, day, summary)
    });
    open.into_iter().chain(answer).collect()
}
