//! What the door proves to the method's gates, and what it owes.

use std::collections::BTreeSet;

use db::{Conn, Id};
use dialogues::Filter;
use identity::{ApproveDialogue, PlanDialogue};
use method::{Asking, Duty, Evidence, Source};

use crate::model::state::ActivityState;
use crate::store;

/// Evidence `activities-ready`, `activities-closed` and `contributions-received`, and the duty to build activities
/// before a dialogue opens.
pub fn source() -> Source {
    Source {
        name: "participation",
        evidence: |conn, dialogue| Box::pin(evidence(conn, dialogue)),
        duties: |conn, asking| Box::pin(duties(conn, asking)),
    }
}

async fn evidence(conn: &mut Conn, id: Id) -> db::Result<Vec<Evidence>> {
    let activities = store::activities(conn, id).await?;
    let stage = dialogues::dialogue(conn, id).await?.stage;
    let received: i64 = store::counts(conn, id).await?.iter().map(|c| c.n).sum();
    // After the dialogue's own closing no activity takes answers, whatever its own state says.
    let dialogue_is_over = !matches!(stage.as_str(), "hidden" | "published" | "open" | "paused");
    let published = activities.iter().filter(|a| a.version > 0);
    let ready = published.clone().filter(|a| a.state() != ActivityState::Closed).count();
    let closed = published
        .clone()
        .filter(|a| dialogue_is_over || a.state() == ActivityState::Closed)
        .count();
    let base = published.count();
    let href = format!("/arbetsyta/dialoger/{id}/aktiviteter");
    let proof = |key, met, count: usize, base: usize| Evidence {
        key,
        met,
        count: i64::try_from(count).unwrap_or(i64::MAX),
        base: i64::try_from(base).unwrap_or(i64::MAX),
        href: href.clone(),
    };
    Ok(vec![
        proof("activities-ready", ready > 0, ready, activities.len()),
        proof(
            "activities-closed",
            closed == base && (base > 0 || dialogue_is_over),
            closed,
            base,
        ),
        Evidence {
            count: received,
            ..proof("contributions-received", received > 0, 0, 0)
        },
    ])
}

/// Dialogues that open within the horizon and have nothing to take part in.
async fn duties(conn: &mut Conn, asking: &Asking) -> db::Result<Vec<Duty>> {
    if !asking.staff.may::<PlanDialogue>() {
        return Ok(Vec::new());
    }
    let owner = (!asking.staff.may::<ApproveDialogue>()).then_some(asking.staff.id);
    let mine = dialogues::list_all(
        conn,
        &Filter {
            owner,
            ..Filter::default()
        },
        asking.today,
    )
    .await?;
    let ready: BTreeSet<Id> = store::dialogues_with_ready_activities(conn)
        .await?
        .into_iter()
        .collect();
    let unready = mine.into_iter().filter(|d| {
        let opens_soon = d.opens_on.is_some_and(|day| day <= asking.horizon());
        matches!(d.stage.as_str(), "hidden" | "published") && opens_soon && !ready.contains(&d.id)
    });
    Ok(unready
        .map(|d| Duty {
            due: d.opens_on,
            title_key: "participation-duty-build",
            about: d.title_in(asking.lang),
            href: format!("/arbetsyta/dialoger/{}/aktiviteter", d.id),
            weight: 2,
        })
        .collect())
}
