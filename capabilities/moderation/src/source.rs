//! What moderation tells the method: whether anything waits, and what has waited too long.

use std::collections::BTreeMap;

use db::{Conn, Id};
use identity::ModerateContributions;
use jiff::{Span, civil::Date, tz::TimeZone};
use method::{Asking, Duty, Evidence, Source};
use participation::PassageState;

/// Waiting texts looked through for duties; the oldest come first, so more would not change what is due.
const LOOKED_THROUGH: i64 = 500;

/// Evidence `moderation-empty`, and the duty to look at what has waited for more than a day.
pub fn source() -> Source {
    Source {
        name: "moderation",
        evidence: |conn, process| Box::pin(evidence(conn, process)),
        duties: |conn, asking| Box::pin(duties(conn, asking)),
    }
}

async fn evidence(conn: &mut Conn, process: Id) -> db::Result<Vec<Evidence>> {
    let counts = participation::passage_counts(conn, process).await?;
    let base: i64 = counts.iter().map(|count| count.n).sum();
    let waiting: i64 = counts
        .iter()
        .filter(|count| count.state == PassageState::Waiting.name())
        .map(|count| count.n)
        .sum();
    Ok(vec![Evidence {
        key: "moderation-empty",
        met: waiting == 0,
        count: base - waiting,
        base,
        href: format!("/arbetsyta/granskning?dialog={process}"),
    }])
}

async fn duties(conn: &mut Conn, asking: &Asking) -> db::Result<Vec<Duty>> {
    if !asking.staff.may::<ModerateContributions>() {
        return Ok(Vec::new());
    }
    let zone = TimeZone::get("Europe/Stockholm").unwrap_or(TimeZone::UTC);
    let mut late: BTreeMap<Id, (Date, i64)> = BTreeMap::new();
    for passage in participation::waiting_passages(conn, None, LOOKED_THROUGH, 0).await? {
        let came = passage.created_at.to_zoned(zone.clone()).date();
        let due = came.checked_add(Span::new().days(1)).unwrap_or(came);
        if due > asking.today {
            break;
        }
        let oldest = late.entry(passage.dialogue_id).or_insert((due, 0));
        oldest.1 += 1;
    }
    let mut duties = Vec::new();
    // Dialogues with late texts: a handful.
    for (dialogue, (due, count)) in late {
        let title = dialogues::dialogue(conn, dialogue).await?.title_in(asking.lang);
        duties.push(Duty {
            due: Some(due),
            title_key: "moderation-duty",
            about: format!("{title} ({count})"),
            href: format!("/arbetsyta/granskning?dialog={dialogue}"),
            weight: 3,
        });
    }
    Ok(duties)
}
