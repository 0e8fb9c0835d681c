//! What dialogues owe, for the desk: promised dates that come or have passed, and steps that can be taken now.

use crate::Dialogue;
use crate::store;
use db::{Conn, Id};
use identity::ApproveDialogue;
use method::{Asking, BoxFuture, Duty, Evidence, Pack, Source, Standing, Transition};

/// What this room tells the method.
pub fn source() -> Source {
    Source {
        name: "dialogues",
        evidence,
        duties,
    }
}

/// Dialogues prove nothing beyond their facts.
fn evidence(_: &mut Conn, _: Id) -> BoxFuture<'_, db::Result<Vec<Evidence>>> {
    Box::pin(async { Ok(Vec::new()) })
}

fn duties<'a>(conn: &'a mut Conn, asking: &'a Asking) -> BoxFuture<'a, db::Result<Vec<Duty>>> {
    Box::pin(async move {
        let all = store::all(conn).await?;
        // Whoever answers for gates sees everybody's; others their own.
        let sees_all = asking.staff.may::<ApproveDialogue>();
        let mine = all.iter().filter(|one| sees_all || one.owner_id == asking.staff.id);
        let mut duties: Vec<Duty> = mine.flat_map(|one| duties_of(one, asking)).collect();
        duties.extend(crate::checklist_duties::duties(conn, asking, &all).await?);
        Ok(duties)
    })
}

fn duties_of(dialogue: &Dialogue, asking: &Asking) -> Vec<Duty> {
    let pack = asking
        .packs
        .followed(&dialogue.pack, &dialogue.edition, &dialogue.template);
    let mut duties = promised(dialogue, &pack, asking);
    duties.extend(ready(dialogue, &pack, asking));
    duties
}

/// Dates the dialogue has promised that come within a fortnight or have passed.
fn promised(dialogue: &Dialogue, pack: &Pack, asking: &Asking) -> Vec<Duty> {
    let standing = method::standing_of(pack, &dialogue.state, dialogue.returns_to.as_deref(), &dialogue.facts);
    let owed = pack.machine.owed(&standing);
    let duty = |owed: &method::Owed| {
        let day = owed.due.parse().ok().filter(|day| *day <= asking.horizon())?;
        let text = pack.duty(&owed.duty)?;
        let task = text.task.as_deref().and_then(|key| pack.task(key));
        let href = match task {
            Some(task) => match &task.page {
                Some(page) if page.starts_with('/') => page.replace("{id}", &dialogue.id.to_string()),
                Some(page) => format!("{}/{page}", dialogue.desk_address()),
                None => format!("{}/steg/{}", dialogue.desk_address(), task.address),
            },
            None => dialogue.desk_address(),
        };
        let about = format!("{}: {}", dialogue.title, text.name.get(asking.lang));
        Some(Duty {
            due: Some(day),
            title_key: "dialogues-duty-promised",
            about,
            href,
            weight: text.weight,
        })
    };
    owed.iter().filter_map(duty).collect()
}

/// Gates of the plan that are met: somebody can pass them now. Gates that ask for evidence or ticks are left to the
/// dialogue's own page, which reads them.
fn ready(dialogue: &Dialogue, pack: &Pack, asking: &Asking) -> Option<Duty> {
    let standing = method::standing_of(pack, &dialogue.state, dialogue.returns_to.as_deref(), &dialogue.facts);
    let seen = method::Seen {
        today: asking.today.to_string(),
        ..method::Seen::default()
    };
    let step = pack
        .machine
        .steps(&standing)
        .filter(|step| step.gate.is_some() && pack.leads_on(step) && is_offered(pack, step, &standing))
        .find(|step| {
            pack.machine.missing_for(step, &standing, &seen).is_empty() && asking.staff.may_named(&step.permission)
        })?;
    let text = pack.transition(&step.key)?;
    Some(Duty {
        due: None,
        title_key: "dialogues-duty-ready",
        about: format!("{}: {}", dialogue.title, text.name.get(asking.lang)),
        href: format!("{}/lage/{}", dialogue.desk_address(), text.address),
        weight: 1,
    })
}

fn is_offered(pack: &Pack, step: &Transition, standing: &Standing) -> bool {
    let text = pack.transition(&step.key);
    standing.agrees(text.and_then(|one| one.offered_when.as_ref()))
}
