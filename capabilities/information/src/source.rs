//! What this room owes: the yearly look at the accessibility statement, and texts that were stopped when their time came.

use crate::model::version::TextKey;
use crate::{statement_acts, store};
use db::{Conn, Id};
use identity::{Administer, ApproveDialogue};
use method::{Asking, BoxFuture, Duty, Evidence, Source};

/// What this room tells the method.
pub fn source() -> Source {
    Source {
        name: "information",
        evidence,
        duties: |conn, asking| Box::pin(duties(conn, asking)),
    }
}

/// Information proves nothing about a process.
fn evidence(_: &mut Conn, _: Id) -> BoxFuture<'_, db::Result<Vec<Evidence>>> {
    Box::pin(async { Ok(Vec::new()) })
}

async fn duties(conn: &mut Conn, asking: &Asking) -> db::Result<Vec<Duty>> {
    let mut duties = Vec::new();
    if asking.staff.may::<Administer>() {
        let due = statement_acts::next_review(conn).await?;
        if due.is_none_or(|due| due <= asking.horizon()) {
            duties.push(Duty {
                due,
                title_key: "information-duty-statement",
                about: String::new(),
                href: crate::STATEMENT_FORM.to_owned(),
                weight: 2,
            });
        }
    }
    if asking.staff.may::<ApproveDialogue>() {
        let stopped = store::versions::stopped(conn).await?;
        duties.extend(stopped.into_iter().map(|(key, _)| stopped_duty(&key, asking)));
    }
    Ok(duties)
}

fn stopped_duty(key: &TextKey, asking: &Asking) -> Duty {
    let pack = asking.packs.dialogue();
    let name = pack
        .library
        .chapter(&key.text)
        .map(|one| one.name.get(asking.lang).to_owned());
    Duty {
        due: None,
        title_key: "information-duty-stopped",
        about: name.unwrap_or_else(|| key.text.clone()),
        href: key.desk_address(),
        weight: 2,
    }
}
