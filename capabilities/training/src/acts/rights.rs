//! Which right asks for which course, and who has the rights that follow.

use crate::model::standing::{Changes, Known, Of, Requirement, WITHHELD, settle};
use crate::store;
use db::{Actor, Conn, Tx};
use identity::{Reason, can_be_withheld};
use jiff::civil::Date;
use method::Pack;
use serde_json::json;
use std::collections::HashMap;
use web::{Fault, Site};

/// Lets a right ask for a course. `revision` is the requirement's that was seen, nought when there was none. With another course
/// than before everybody gets the days of grace anew.
///
/// # Errors
/// The right can never be withheld, there is no such course, or somebody else changed the requirement first.
pub async fn require(
    site: &Site,
    actor: Actor,
    (permission, course): (&str, &str),
    (grace_days, renew_months): (i64, i64),
    revision: i64,
) -> Result<(), Fault> {
    let pack = method::packs(site).dialogue();
    if !can_be_withheld(permission) {
        return Err(Fault::rule("identity-never-withheld"));
    }
    if pack.library.course(course).is_none() {
        return Err(Fault::NotFound);
    }
    let rule = Requirement {
        permission: permission.to_owned(),
        course: course.to_owned(),
        grace_days,
        renew_months,
    };
    let today = site.today();
    site.db
        .write(actor, async |tx| {
            let before = rules(tx).await?;
            let same_course = before
                .iter()
                .any(|one| one.permission == permission && one.course == course);
            store::put_requirement(tx, &rule, revision).await?;
            if !same_course {
                store::end_all_concerns(tx, permission).await?;
            }
            let detail = json!({ "course": course, "grace_days": grace_days, "renew_months": renew_months });
            tx.audit("training.require", "permission", permission, detail).await?;
            settle_in(tx, &pack, today).await
        })
        .await
}

/// Lets a right ask for no course.
///
/// # Errors
/// Somebody else changed the requirement first.
pub(crate) async fn require_nothing(site: &Site, actor: Actor, permission: &str, revision: i64) -> Result<(), Fault> {
    let (pack, today) = (method::packs(site).dialogue(), site.today());
    site.db
        .write(actor, async |tx| {
            store::remove_requirement(tx, permission, revision).await?;
            tx.audit("training.require-nothing", "permission", permission, json!({}))
                .await?;
            settle_in(tx, &pack, today).await
        })
        .await
}

/// All requirements.
pub(crate) async fn rules(conn: &mut Conn) -> db::Result<Vec<Requirement>> {
    Ok(store::requirements(conn)
        .await?
        .iter()
        .map(store::RequirementRow::rule)
        .collect())
}

/// Days that pass, accounts and roles that are new: rights are brought in line with them. Writes only when something changes.
///
/// # Errors
/// The database's.
pub async fn tick(site: &Site) -> Result<(), Fault> {
    let (pack, today) = (method::packs(site).dialogue(), site.today());
    let mut read = site.db.read().await?;
    let is_settled = changes(&mut read, &pack, today).await?.is_empty();
    drop(read);
    if is_settled {
        return Ok(());
    }
    site.db
        .write(Actor::System, async |tx| settle_in(tx, &pack, today).await)
        .await
}

/// Brings rights in line with requirements and records, in a transaction that changed one of them.
pub(crate) async fn settle_in(tx: &mut Tx<'_>, pack: &Pack, today: Date) -> Result<(), Fault> {
    let changes = changes(tx, pack, today).await?;
    store::begin_concerns(tx, &changes.begin, today).await?;
    store::end_concerns(tx, &changes.end).await?;
    identity::withhold(tx, &changes.withhold).await?;
    identity::restore(tx, &changes.restore).await
}

async fn changes(conn: &mut Conn, pack: &Pack, today: Date) -> db::Result<Changes> {
    let requirements = rules(conn).await?;
    let since = store::concerns(conn).await?;
    if requirements.is_empty() && since.is_empty() {
        // Most sites, most of the time; and whatever is withheld by us has a concern.
        return Ok(Changes::default());
    }
    let staff = identity::staff_in_use(conn).await?;
    let passed = store::last_passed(conn).await?;
    let withheld = withheld(conn).await?;
    Ok(settle(&Known {
        library: &pack.library,
        requirements: &requirements,
        staff: &staff,
        passed: &passed,
        since: &since,
        withheld: &withheld,
        today,
    }))
}

/// What is withheld for want of a course; others may withhold for reasons of their own.
async fn withheld(conn: &mut Conn) -> db::Result<HashMap<Of, Reason>> {
    let all = identity::withheld(conn).await?.into_iter();
    let ours = all.filter(|one| one.reason.text == WITHHELD);
    Ok(ours.map(|one| ((one.account, one.permission), one.reason)).collect())
}
