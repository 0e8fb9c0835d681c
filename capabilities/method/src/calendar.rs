//! The steps that the calendar takes: a published dialogue opens on its first day and closes after its last.

use crate::acts::{packs, picture, step};
use crate::process::{Process, standing};
use crate::refused::Refused;
use crate::store;
use db::{Conn, Id, Tx};
use engine::Who;
use jiff::civil::Date;
use std::collections::BTreeMap;
use web::Site;

/// Processes whose next step the calendar takes today.
///
/// # Errors
/// The database's.
pub async fn due(site: &Site, conn: &mut Conn, today: Date) -> db::Result<Vec<Id>> {
    let mut due = Vec::new();
    for pack in packs(site).all() {
        let machine = &pack.machine;
        let by_calendar = machine
            .template()
            .transitions
            .iter()
            .filter(|one| one.by != engine::By::Person);
        let states: std::collections::BTreeSet<&String> = by_calendar.flat_map(|one| &one.from).collect();
        for state in states {
            for process in store::in_state(conn, &pack.key, state).await? {
                let now = standing(pack, &process, &BTreeMap::new());
                let waits = machine
                    .template()
                    .transitions
                    .iter()
                    .any(|one| one.from.contains(state) && has_come(&one.by, &now, today));
                if waits {
                    due.push(process.id);
                }
            }
        }
    }
    Ok(due)
}

fn has_come(by: &engine::By, standing: &engine::Standing, today: Date) -> bool {
    let day = |field: &str| standing.value(field).and_then(|day| day.parse::<Date>().ok());
    match by {
        engine::By::Person => false,
        engine::By::OnDay(field) => day(field).is_some_and(|day| today >= day),
        engine::By::AfterDay(field) => day(field).is_some_and(|day| today > day),
    }
}

/// Takes every step that the calendar takes today; gives the process as it then is, and how many steps it took.
///
/// # Errors
/// As [`advance`].
pub async fn follow_calendar(site: &Site, tx: &mut Tx<'_>, id: Id) -> Result<(Process, usize), Refused> {
    let mut taken = 0;
    loop {
        let picture = picture(site, tx, id).await?;
        let due = picture
            .pack
            .machine
            .due_step(&picture.standing(), &picture.seen())
            .map(|one| one.key.clone());
        match due {
            // A pack cannot send a process round by the calendar more often than it has states.
            Some(transition) if taken < picture.pack.states.len() => {
                step(site, tx, id, &transition, Who::Calendar, "").await?;
                taken += 1;
            }
            _ => return Ok((picture.process, taken)),
        }
    }
}
