//! SQL of lotteries, their pools and files. No decisions here.

use crate::model::odds::Figures;
use crate::model::stage::Stage;
use crate::model::terms::{Pool, Quotas};
use db::{Conn, Error, Id, Result, Tx, args, sql};
use jiff::{Timestamp, civil::Date};

db::record! {
    /// A lottery, without those it is drawn among.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Lottery {
        pub id: Id,
        pub dialogue_id: Id,
        /// The lottery whose empty seats this one fills.
        pub parent_id: Option<Id>,
        pub name: String,
        pub(crate) stage: String,
        pub seats: i64,
        /// How many said yes.
        pub people: i64,
        pub(crate) quotas: serde_json::Value,
        /// Why seats became empty, or why the lottery was cancelled.
        pub reason: String,
        pub(crate) figures: serde_json::Value,
        /// What settles the draw, such as a national lottery's row.
        pub seed_source: String,
        pub settles_on: Option<Date>,
        pub seed: String,
        pub number: i64,
        pub published_at: Option<Timestamp>,
        pub published_by: String,
        pub drawn_at: Option<Timestamp>,
        pub drawn_by: String,
        pub cancelled_at: Option<Timestamp>,
        pub cancelled_by: String,
        pub erase_on: Option<Date>,
        pub erased_at: Option<Timestamp>,
        pub erased_by: String,
        pub revision: i64,
        pub created_at: Timestamp,
        pub created_by: String,
    }
}

impl Lottery {
    /// How far it has come.
    pub fn stage(&self) -> Stage {
        Stage::named(&self.stage)
    }

    pub(crate) fn quotas(&self) -> Result<Quotas> {
        serde_json::from_value(self.quotas.clone()).map_err(|problem| unreadable("quotas", &problem))
    }

    /// What was computed of what was published; `None` before.
    pub(crate) fn figures(&self) -> Option<Figures> {
        serde_json::from_value(self.figures.clone()).ok()
    }

    pub(crate) fn is_public(&self) -> bool {
        self.published_at.is_some()
    }

    /// The number of seats, as the kernel counts.
    pub(crate) fn size(&self) -> u32 {
        u32::try_from(self.seats).unwrap_or(0)
    }
}

fn unreadable(column: &str, problem: &serde_json::Error) -> Error {
    Error::Unreadable {
        column: column.to_owned(),
        problem: problem.to_string(),
    }
}

pub(crate) async fn lottery(conn: &mut Conn, id: Id) -> Result<Lottery> {
    conn.one(
        sql!(
            "select id, dialogue_id, parent_id, name, stage, seats, people, quotas, reason, figures, seed_source, settles_on, seed,
                    number, published_at, published_by, drawn_at, drawn_by, cancelled_at, cancelled_by, erase_on, erased_at,
                    erased_by, revision, created_at, created_by
             from lottery where id = $1"
        ),
        args![id],
    )
    .await
}

/// All lotteries of a dialogue, in the order they were begun.
pub(crate) async fn of_dialogue(conn: &mut Conn, dialogue: Id) -> Result<Vec<Lottery>> {
    conn.all(
        sql!(
            "select id, dialogue_id, parent_id, name, stage, seats, people, quotas, reason, figures, seed_source, settles_on, seed,
                    number, published_at, published_by, drawn_at, drawn_by, cancelled_at, cancelled_by, erase_on, erased_at,
                    erased_by, revision, created_at, created_by
             from lottery where dialogue_id = $1 order by created_at, id"
        ),
        args![dialogue],
    )
    .await
}

/// Lotteries for the empty seats of a panel, in the order they were begun.
pub(crate) async fn for_seats_of(conn: &mut Conn, lottery: &Lottery) -> Result<Vec<Lottery>> {
    let mut all = of_dialogue(conn, lottery.dialogue_id).await?;
    all.retain(|one| one.parent_id == Some(lottery.id));
    Ok(all)
}

/// Lotteries that somebody must do something about by a day: erase what is personal, or draw. From the index on the day of erasure.
pub(crate) async fn not_erased(conn: &mut Conn) -> Result<Vec<Lottery>> {
    conn.all(
        sql!(
            "select id, dialogue_id, parent_id, name, stage, seats, people, quotas, reason, figures, seed_source, settles_on, seed,
                    number, published_at, published_by, drawn_at, drawn_by, cancelled_at, cancelled_by, erase_on, erased_at,
                    erased_by, revision, created_at, created_by
             from lottery where erased_at is null order by erase_on, id"
        ),
        args![],
    )
    .await
}

/// Those it is drawn among; nobody when they are erased.
pub(crate) async fn pool(conn: &mut Conn, id: Id) -> Result<Option<Pool>> {
    let people: Option<String> = conn
        .maybe_scalar(sql!("select people from lottery_pool where lottery_id = $1"), args![id])
        .await?;
    let read = |text: String| serde_json::from_str(&text).map_err(|problem| unreadable("people", &problem));
    people.map(read).transpose()
}

/// The file of a thousand panels.
pub(crate) async fn document(conn: &mut Conn, id: Id) -> Result<Option<String>> {
    conn.maybe_scalar(
        sql!("select document from lottery_file where lottery_id = $1"),
        args![id],
    )
    .await
}

/// The file, if it was made from what stands at that revision.
pub(crate) async fn document_of(conn: &mut Conn, id: Id, revision: i64) -> Result<Option<String>> {
    conn.maybe_scalar(
        sql!("select document from lottery_file where lottery_id = $1 and revision = $2"),
        args![id, revision],
    )
    .await
}

/// A lottery as it is begun.
pub(crate) struct New<'a> {
    pub dialogue: Id,
    pub parent: Option<Id>,
    pub name: &'a str,
    pub seats: u32,
    pub quotas: &'a Quotas,
    pub pool: &'a Pool,
    pub reason: &'a str,
    pub erase_on: Option<Date>,
}

pub(crate) async fn insert(tx: &mut Tx<'_>, new: &New<'_>) -> Result<Id> {
    let (id, now, by) = (tx.new_id(), tx.now(), tx.actor().name().to_owned());
    tx.run(
        sql!(
            "insert into lottery (id, dialogue_id, parent_id, name, stage, seats, people, quotas, reason, figures, seed_source,
                                  settles_on, seed, number, published_at, published_by, drawn_at, drawn_by, cancelled_at,
                                  cancelled_by, erase_on, erased_at, erased_by, revision, created_at, created_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'null', '', '', '', 0, null, '', null, '', null, '', $10, null, '', 1,
                     $11, $12)"
        ),
        args![
            id,
            new.dialogue,
            new.parent,
            new.name,
            Stage::Preparing.code(),
            new.seats,
            new.pool.people.len(),
            serde_json::json!(new.quotas),
            new.reason,
            new.erase_on,
            now,
            by
        ],
    )
    .await?;
    keep_pool(tx, id, new.pool).await?;
    Ok(id)
}

/// What the form changes. Fails with `Stale` when somebody saved after `revision`.
pub(crate) async fn change(tx: &mut Tx<'_>, id: Id, revision: i64, new: &New<'_>) -> Result<()> {
    tx.run_changed(
        sql!(
            "update lottery set name = $3, seats = $4, people = $5, quotas = $6, erase_on = $7, revision = revision + 1
             where id = $1 and revision = $2"
        ),
        args![
            id,
            revision,
            new.name,
            new.seats,
            new.pool.people.len(),
            serde_json::json!(new.quotas),
            new.erase_on
        ],
    )
    .await?;
    keep_pool(tx, id, new.pool).await
}

async fn keep_pool(tx: &mut Tx<'_>, id: Id, pool: &Pool) -> Result<()> {
    tx.run(
        sql!(
            "insert into lottery_pool (lottery_id, people) values ($1, $2)
             on conflict (lottery_id) do update set people = excluded.people"
        ),
        args![id, serde_json::json!(pool)],
    )
    .await?;
    Ok(())
}

/// Keeps a file that was computed, unless what it rests on was changed, published or erased meanwhile.
pub(crate) async fn keep_document(tx: &mut Tx<'_>, id: Id, revision: i64, document: &str) -> Result<bool> {
    let kept = tx
        .run(
            sql!(
                "insert into lottery_file (lottery_id, revision, document)
                 select id, revision, $3 from lottery where id = $1 and revision = $2 and stage = 'preparing' and erased_at is null
                 on conflict (lottery_id) do update set revision = excluded.revision, document = excluded.document"
            ),
            args![id, revision, document],
        )
        .await?;
    Ok(kept > 0)
}

pub(crate) async fn publish(
    tx: &mut Tx<'_>,
    id: Id,
    revision: i64,
    figures: &Figures,
    source: &str,
    settles_on: Date,
) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    tx.run_changed(
        sql!(
            "update lottery set stage = $3, figures = $4, seed_source = $5, settles_on = $6, published_at = $7, published_by = $8,
                                revision = revision + 1
             where id = $1 and revision = $2"
        ),
        args![
            id,
            revision,
            Stage::Published.code(),
            serde_json::json!(figures),
            source,
            settles_on,
            now,
            by
        ],
    )
    .await
}

pub(crate) async fn draw(
    tx: &mut Tx<'_>,
    id: Id,
    revision: i64,
    seed: &str,
    number: usize,
    figures: &Figures,
) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    tx.run_changed(
        sql!(
            "update lottery set stage = $3, seed = $4, number = $5, figures = $6, drawn_at = $7, drawn_by = $8,
                                revision = revision + 1
             where id = $1 and revision = $2"
        ),
        args![
            id,
            revision,
            Stage::Drawn.code(),
            seed,
            number,
            serde_json::json!(figures),
            now,
            by
        ],
    )
    .await
}

pub(crate) async fn cancel(tx: &mut Tx<'_>, id: Id, revision: i64, reason: &str) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    tx.run_changed(
        sql!(
            "update lottery set stage = $3, reason = $4, cancelled_at = $5, cancelled_by = $6, revision = revision + 1
             where id = $1 and revision = $2"
        ),
        args![id, revision, Stage::Cancelled.code(), reason, now, by],
    )
    .await
}

/// Takes away everybody's number: pool and file of a lottery and of those for its empty seats. What was not drawn is cancelled.
pub(crate) async fn erase(tx: &mut Tx<'_>, id: Id) -> Result<u64> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let people = tx
        .run(
            sql!(
                "delete from lottery_pool where lottery_id in (select id from lottery where id = $1 or parent_id = $1)"
            ),
            args![id],
        )
        .await?;
    tx.run(
        sql!("delete from lottery_file where lottery_id in (select id from lottery where id = $1 or parent_id = $1)"),
        args![id],
    )
    .await?;
    tx.run(
        sql!(
            "update lottery set stage = 'cancelled', cancelled_at = $2, cancelled_by = $3
             where (id = $1 or parent_id = $1) and stage in ('preparing', 'published')"
        ),
        args![id, now, &by],
    )
    .await?;
    tx.run(
        sql!(
            "update lottery set erased_at = $2, erased_by = $3, revision = revision + 1
             where (id = $1 or parent_id = $1) and erased_at is null"
        ),
        args![id, now, &by],
    )
    .await?;
    Ok(people)
}
