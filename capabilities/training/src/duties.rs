//! Courses that somebody must take to keep a right, for the list of what waits.

use crate::store;
use db::{Conn, Id};
use identity::Staff;
use jiff::civil::Date;
use method::pack::{Course, Library};
use method::{Asking, BoxFuture, Duty, Evidence, Source};

/// What this room tells the method.
pub fn source() -> Source {
    Source {
        name: "training",
        evidence,
        duties,
    }
}

/// Training proves nothing about a dialogue.
fn evidence(_: &mut Conn, _: Id) -> BoxFuture<'_, db::Result<Vec<Evidence>>> {
    Box::pin(async { Ok(Vec::new()) })
}

/// A course that somebody is asked for.
pub(crate) struct Asked<'p> {
    pub course: &'p Course,
    pub permission: String,
    /// The last day of the right, unless the course is taken.
    pub last_day: Date,
    /// Whether they have never passed it.
    pub is_new: bool,
}

/// What one person is asked for, with its last day; nothing of what lasts for ever.
pub(crate) async fn asked<'p>(
    conn: &mut Conn,
    staff: &Staff,
    library: &'p Library,
    today: Date,
) -> db::Result<Vec<Asked<'p>>> {
    let requirements = store::requirements(conn).await?;
    if requirements.is_empty() {
        return Ok(Vec::new());
    }
    let since = store::concerns_of(conn, staff.id).await?;
    let records = store::records_of(conn, staff.id).await?;
    let asked = requirements
        .iter()
        .filter(|one| staff.has_role_for(&one.permission))
        .filter_map(|one| {
            let course = library.course(&one.course)?;
            // Latest first.
            let passed_on = records
                .iter()
                .find(|record| record.course == one.course)
                .map(|record| record.passed_on);
            let since = since.get(&one.permission).copied().unwrap_or(today);
            Some(Asked {
                course,
                permission: one.permission.clone(),
                last_day: one.rule().last_day(since, passed_on)?,
                is_new: passed_on.is_none(),
            })
        });
    Ok(asked.collect())
}

fn duties<'a>(conn: &'a mut Conn, asking: &'a Asking) -> BoxFuture<'a, db::Result<Vec<Duty>>> {
    Box::pin(async move {
        let pack = asking.packs.dialogue();
        let asked = asked(conn, &asking.staff, &pack.library, asking.today).await?;
        // Whoever never took the course is told at once, since it takes an hour; others when its time runs out.
        let is_told = |one: &&Asked<'_>| one.is_new || one.last_day <= asking.horizon();
        let duty = |one: &Asked<'_>| Duty {
            due: Some(one.last_day),
            title_key: if one.last_day < asking.today {
                "training-duty-withheld"
            } else {
                "training-duty-take"
            },
            about: one.course.name.get(asking.lang).to_owned(),
            href: crate::address(&one.course.key),
            weight: 2,
        };
        Ok(asked.iter().filter(is_told).map(duty).collect())
    })
}
