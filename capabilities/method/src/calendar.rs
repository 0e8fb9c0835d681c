//! The steps that the calendar takes: a published dialogue opens on its first day and closes after its last.

use crate::acts::{packs, picture, step};
use crate::pack::Pack;
use crate::process::{Process, standing};
use crate::refused::Refused;
use crate::store;
use db::{Conn, Id, Tx};
use engine::Who;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use web::Site;

/// Processes whose next step the calendar takes today.
///
/// # Errors
/// The database's.
pub async fn due(site: &Site, conn: &mut Conn, today: Date) -> db::Result<Vec<Id>> {
    let packs = packs(site);
    let waiting: BTreeSet<(String, String)> = packs
        .all()
        .iter()
        .flat_map(|edition| edition.templates.iter().flat_map(|pack| by_calendar(pack)))
        .collect();
    let mut due = Vec::new();
    for (key, state) in waiting {
        for process in store::in_state(conn, &key, &state).await? {
            let pack = packs.of(&process);
            let now = standing(&pack, &process, &BTreeMap::new());
            let transitions = &pack.machine.template().transitions;
            if transitions
                .iter()
                .any(|one| one.from.contains(&state) && has_come(&one.by, &now, today))
            {
                due.push(process.id);
            }
        }
    }
    Ok(due)
}

/// The pack and the states from which the calendar takes a step.
fn by_calendar(pack: &Pack) -> impl Iterator<Item = (String, String)> {
    let steps = pack.machine.template().transitions.iter();
    let by_calendar = steps.filter(|one| one.by != engine::By::Person);
    by_calendar.flat_map(|one| one.from.iter().map(|state| (pack.key.clone(), state.clone())))
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
