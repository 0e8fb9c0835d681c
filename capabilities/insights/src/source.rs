//! What the reading tells the method: how much of the free text has been read, and who should go on reading.

use db::{Conn, Id};
use dialogues::Filter;
use identity::AnalyseContributions;
use method::{Asking, Duty, Evidence, Source};

use crate::reading::progress;

/// Evidence `coding-done`, and the duty to read when a dialogue has closed.
pub fn source() -> Source {
    Source {
        name: "insights",
        evidence: |conn, process| Box::pin(evidence(conn, process)),
        duties: |conn, asking| Box::pin(duties(conn, asking)),
    }
}

async fn evidence(conn: &mut Conn, process: Id) -> db::Result<Vec<Evidence>> {
    let progress = progress(conn, process).await?;
    Ok(vec![Evidence {
        key: "coding-done",
        met: progress.left() == 0,
        count: progress.base - progress.left(),
        base: progress.base,
        href: format!("/arbetsyta/dialoger/{process}/kodning?tema=okodade"),
    }])
}

async fn duties(conn: &mut Conn, asking: &Asking) -> db::Result<Vec<Duty>> {
    if !asking.staff.may::<AnalyseContributions>() {
        return Ok(Vec::new());
    }
    let mut duties = Vec::new();
    // Dialogues stand closed for some weeks: a handful at a time.
    for dialogue in dialogues::list_all(conn, &Filter::default(), asking.today).await? {
        if dialogue.state_on(asking.today) != "closed" || progress(conn, dialogue.id).await?.left() == 0 {
            continue;
        }
        duties.push(Duty {
            due: dialogue.facts.date("report-on"),
            title_key: "insights-duty",
            about: dialogue.title_in(asking.lang),
            href: format!("/arbetsyta/dialoger/{}/kodning?tema=okodade", dialogue.id),
            weight: 2,
        });
    }
    Ok(duties)
}
