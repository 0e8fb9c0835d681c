//! Reading, answering, passing. Reading and answering are nobody's business but the reader's and leave no line in the log;
//! passing does.

use super::rights;
use crate::model::progress::{Progress, stored};
use crate::store::{self, Record};
use db::{Id, Tx};
use identity::Staff;
use jiff::civil::Date;
use method::Pack;
use method::pack::Course;
use serde_json::json;
use std::collections::BTreeSet;
use web::{Fault, Site};

/// Notes that somebody has read a page.
///
/// # Errors
/// There is no such course or page.
pub async fn mark_read(site: &Site, staff: &Staff, course: &str, page: &str) -> Result<(), Fault> {
    let pack = method::packs(site).dialogue();
    let course = pack.library.course(course).ok_or(Fault::NotFound)?;
    let page = course.page(page).ok_or(Fault::NotFound)?;
    let today = site.today();
    site.db
        .write(staff.actor(), async |tx| {
            store::put_read(tx, staff.id, course, &page.key).await?;
            pass_if_done(tx, staff, &pack, course, today).await
        })
        .await
}

/// Answers a question; `chosen` are the places of the choices, from nought. Tells whether it was right. Retrying is free.
///
/// # Errors
/// There is no such course, page, question or choice.
pub async fn answer(
    site: &Site,
    staff: &Staff,
    course: &str,
    (page, question): (&str, &str),
    chosen: &BTreeSet<usize>,
) -> Result<bool, Fault> {
    let pack = method::packs(site).dialogue();
    let course = pack.library.course(course).ok_or(Fault::NotFound)?;
    let page = course.page(page).ok_or(Fault::NotFound)?;
    let question = page.question(question).ok_or(Fault::NotFound)?;
    if chosen.is_empty() || chosen.iter().any(|place| *place >= question.choices.len()) {
        return Err(Fault::NotFound);
    }
    let is_right = *chosen == question.right();
    let (words, today) = (stored(chosen), site.today());
    site.db
        .write(staff.actor(), async |tx| {
            store::put_answer(tx, staff.id, course, (&page.key, &question.key), &words, is_right).await?;
            pass_if_done(tx, staff, &pack, course, today).await
        })
        .await?;
    Ok(is_right)
}

/// Writes the record when the last thing is done; what a course gives is given in the same transaction.
async fn pass_if_done(tx: &mut Tx<'_>, staff: &Staff, pack: &Pack, course: &Course, today: Date) -> Result<(), Fault> {
    let progress = Progress::new(course, store::marks(tx, staff.id, course).await?);
    let Some(begun_at) = progress.begun_at().filter(|_| progress.has_passed()) else {
        return Ok(());
    };
    // Whoever retries a question after passing has passed already.
    if store::has_passed_since(tx, staff.id, &course.key, begun_at).await? {
        return Ok(());
    }
    let id = tx.new_id();
    let record = Record {
        id,
        account_id: staff.id,
        course: course.key.clone(),
        edition: course.edition,
        pack_version: pack.version.clone(),
        passed_on: today,
        name: staff.name.clone(),
        right_count: count(progress.right()),
        question_count: count(course.question_count()),
        number: number(today, id),
        import_id: None,
        created_at: tx.now(),
    };
    store::add_record(tx, &record).await?;
    let detail = json!({ "course": course.key, "edition": course.edition, "number": record.number });
    tx.audit("training.pass", "account", staff.id, detail).await?;
    rights::settle_in(tx, pack, today).await
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// The number of a certificate: the year and eight letters out of the record's identifier, which nobody can guess.
fn number(today: Date, record: Id) -> String {
    let letters = data_encoding::BASE32_NOPAD.encode(&record.as_bytes()[11..]);
    format!("{}-{letters}", today.year())
}

/// Begins a course anew. Records of it stay.
///
/// # Errors
/// There is no such course.
pub async fn begin_again(site: &Site, staff: &Staff, course: &str) -> Result<(), Fault> {
    let pack = method::packs(site).dialogue();
    let course = pack.library.course(course).ok_or(Fault::NotFound)?;
    site.db
        .write(staff.actor(), async |tx| {
            Ok(store::clear_progress(tx, staff.id, &course.key).await?)
        })
        .await
}
