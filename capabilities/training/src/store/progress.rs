//! What somebody has read and answered.

use crate::model::progress::Mark;
use db::{Conn, Id, Result, Tx, args, sql};
use method::pack::Course;

/// The marks of one person in the present edition of a course.
pub(crate) async fn marks(conn: &mut Conn, account: Id, course: &Course) -> Result<Vec<Mark>> {
    let statement = sql!(
        "select page, question, chosen, is_right, at from training_progress
         where account_id = $1 and course = $2 and edition = $3"
    );
    conn.all(statement, args![account, &course.key, course.edition]).await
}

db::record! {
    /// A mark with the course it belongs to.
    pub(crate) struct CourseMark { pub course: String, pub edition: i64, pub page: String, pub question: String, pub chosen: String,
        pub is_right: bool, pub at: jiff::Timestamp }
}

/// All marks of one person.
pub(crate) async fn all_marks(conn: &mut Conn, account: Id) -> Result<Vec<CourseMark>> {
    let statement = sql!(
        "select course, edition, page, question, chosen, is_right, at from training_progress where account_id = $1"
    );
    conn.all(statement, args![account]).await
}

/// Notes that a page was read.
pub(crate) async fn put_read(tx: &mut Tx<'_>, account: Id, course: &Course, page: &str) -> Result<()> {
    let now = tx.now();
    tx.run(
        sql!(
            "insert into training_progress (account_id, course, edition, page, question, chosen, is_right, tries, at)
             values ($1, $2, $3, $4, '', '', $5, 0, $6)
             on conflict (account_id, course, edition, page, question) do nothing"
        ),
        args![account, &course.key, course.edition, page, false, now],
    )
    .await?;
    Ok(())
}

/// Notes an answer. Right once is right; the choices are those made last.
pub(crate) async fn put_answer(
    tx: &mut Tx<'_>,
    account: Id,
    course: &Course,
    (page, question): (&str, &str),
    chosen: &str,
    is_right: bool,
) -> Result<()> {
    let now = tx.now();
    tx.run(
        sql!(
            "insert into training_progress (account_id, course, edition, page, question, chosen, is_right, tries, at)
             values ($1, $2, $3, $4, $5, $6, $7, 1, $8)
             on conflict (account_id, course, edition, page, question) do update
             set chosen = excluded.chosen, is_right = training_progress.is_right or excluded.is_right,
                 tries = training_progress.tries + 1"
        ),
        args![
            account,
            &course.key,
            course.edition,
            page,
            question,
            chosen,
            is_right,
            now
        ],
    )
    .await?;
    Ok(())
}

/// Forgets what was read and answered, of every edition.
pub(crate) async fn clear_progress(tx: &mut Tx<'_>, account: Id, course: &str) -> Result<()> {
    let statement = sql!("delete from training_progress where account_id = $1 and course = $2");
    tx.run(statement, args![account, course]).await?;
    Ok(())
}
