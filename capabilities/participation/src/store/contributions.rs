//! Contributions: the answers as they came, what became of them, and how many there are.

use db::{Conn, Id, Result, Tx, Value, args, sql};
use jiff::Timestamp;

db::record! {
    /// One person's answers to one activity.
    #[derive(Debug, Clone)]
    pub struct Contribution {
        pub id: Id,
        pub activity_id: Id,
        pub dialogue_id: Id,
        pub version: i64,
        pub channel: String,
        /// A meeting, a bundle of paper forms, or the import that brought it.
        pub batch: String,
        pub language: String,
        pub answers: String,
        pub background: String,
        pub submitted_at: Timestamp,
        pub changed_at: Option<Timestamp>,
        pub withdrawn_at: Option<Timestamp>,
        /// The official who entered it; empty when the person did.
        pub entered_by: String,
    }
}

/// A contribution about to be stored.
pub struct NewContribution {
    pub id: Id,
    pub activity: Id,
    pub dialogue: Id,
    pub version: i64,
    pub channel: &'static str,
    pub batch: String,
    pub language: String,
    pub answers: String,
    pub background: String,
    pub submitted_at: Timestamp,
    pub submit_key: Option<Vec<u8>>,
    pub receipt_hash: Option<Vec<u8>>,
    pub entered_by: String,
}

impl NewContribution {
    fn into_args(self) -> Vec<Value> {
        args![
            self.id,
            self.activity,
            self.dialogue,
            self.version,
            self.channel,
            self.batch,
            self.language,
            self.answers,
            self.background,
            self.submitted_at,
            self.submit_key,
            self.receipt_hash,
            self.entered_by
        ]
    }
}

/// Stores one or many. A used submit key or receipt fails with `Unique`.
pub async fn insert_contributions(tx: &mut Tx<'_>, new: Vec<NewContribution>) -> Result<u64> {
    let statement = sql!(
        "insert into contribution (id, activity_id, dialogue_id, version, channel, batch, language, answers, background,
                                   submitted_at, submit_key, receipt_hash, entered_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
    );
    tx.run_many(statement, new.into_iter().map(NewContribution::into_args).collect())
        .await
}

pub async fn contribution(conn: &mut Conn, id: Id) -> Result<Contribution> {
    let statement = sql!(
        "select id, activity_id, dialogue_id, version, channel, batch, language, answers, background, submitted_at,
                changed_at, withdrawn_at, entered_by
         from contribution where id = $1"
    );
    conn.one(statement, args![id]).await
}

/// Finds by the hash of the receipt code.
pub async fn contribution_by_receipt(conn: &mut Conn, receipt_hash: Vec<u8>) -> Result<Option<Contribution>> {
    let statement = sql!(
        "select id, activity_id, dialogue_id, version, channel, batch, language, answers, background, submitted_at,
                changed_at, withdrawn_at, entered_by
         from contribution where receipt_hash = $1"
    );
    conn.maybe(statement, args![receipt_hash]).await
}

/// The contribution that a one-time key has brought, if it was used.
pub async fn contribution_by_submit_key(conn: &mut Conn, submit_key: Vec<u8>) -> Result<Option<Id>> {
    conn.maybe_scalar(
        sql!("select id from contribution where submit_key = $1"),
        args![submit_key],
    )
    .await
}

/// The submit keys that an import has brought.
pub async fn submit_keys(conn: &mut Conn, activity: Id, batch: &str) -> Result<Vec<Vec<u8>>> {
    let statement =
        sql!("select submit_key from contribution where activity_id = $1 and batch = $2 and submit_key is not null");
    conn.scalars(statement, args![activity, batch]).await
}

db::record! {
    /// How many came by one channel.
    #[derive(Debug, Clone)]
    pub struct ChannelCount {
        pub channel: String,
        pub n: i64,
    }
}

/// Standing contributions of a dialogue per channel, from the index on dialogue.
pub async fn counts(conn: &mut Conn, dialogue: Id) -> Result<Vec<ChannelCount>> {
    let statement = sql!(
        "select channel, count(*) as n from contribution
         where dialogue_id = $1 and withdrawn_at is null group by channel order by n desc, channel"
    );
    conn.all(statement, args![dialogue]).await
}

db::record! {
    /// How many came to one activity by one channel.
    #[derive(Debug, Clone)]
    pub struct ActivityCount {
        pub activity_id: Id,
        pub channel: String,
        pub n: i64,
    }
}

pub async fn counts_by_activity(conn: &mut Conn, dialogue: Id) -> Result<Vec<ActivityCount>> {
    let statement = sql!(
        "select activity_id, channel, count(*) as n from contribution
         where dialogue_id = $1 and withdrawn_at is null group by activity_id, channel order by n desc, channel"
    );
    conn.all(statement, args![dialogue]).await
}

db::record! {
    /// The answers of one standing contribution, for results and exports.
    #[derive(Debug, Clone)]
    pub struct AnswerRow {
        pub id: Id,
        pub version: i64,
        pub channel: String,
        pub batch: String,
        pub language: String,
        pub submitted_at: Timestamp,
        pub answers: String,
        pub background: String,
    }
}

/// All standing answers to an activity in the order they came. `version` 0 means all versions.
pub async fn answer_rows(conn: &mut Conn, activity: Id, version: i64) -> Result<Vec<AnswerRow>> {
    let statement = sql!(
        "select id, version, channel, batch, language, submitted_at, answers, background from contribution
         where activity_id = $1 and withdrawn_at is null and (cast($2 as bigint) = 0 or version = $2)
         order by submitted_at, id"
    );
    conn.all(statement, args![activity, version]).await
}

/// A piece of them, after `(submitted_at, id)`, so that an export need not stand in memory.
pub async fn answer_rows_after(
    conn: &mut Conn,
    activity: Id,
    after: Option<(Timestamp, Id)>,
    limit: i64,
) -> Result<Vec<AnswerRow>> {
    let Some((at, id)) = after else {
        let statement = sql!(
            "select id, version, channel, batch, language, submitted_at, answers, background from contribution
             where activity_id = $1 and withdrawn_at is null order by submitted_at, id limit $2"
        );
        return conn.all(statement, args![activity, limit]).await;
    };
    let statement = sql!(
        "select id, version, channel, batch, language, submitted_at, answers, background from contribution
         where activity_id = $1 and withdrawn_at is null and (submitted_at > $2 or (submitted_at = $2 and id > $3))
         order by submitted_at, id limit $4"
    );
    conn.all(statement, args![activity, at, id, limit]).await
}

/// What the list on the desk shows.
#[derive(Debug, Clone, Default)]
pub struct ListFilter {
    pub channel: String,
    pub batch: String,
    /// "standing", "withdrawn" or empty for all.
    pub standing: String,
}

pub async fn count_list(conn: &mut Conn, activity: Id, filter: &ListFilter) -> Result<i64> {
    let statement = sql!(
        "select count(*) from contribution
         where activity_id = $1 and (cast($2 as text) = '' or channel = $2) and (cast($3 as text) = '' or batch = $3)
           and (cast($4 as text) = '' or (cast($4 as text) = 'withdrawn') = (withdrawn_at is not null))"
    );
    conn.scalar(
        statement,
        args![activity, &filter.channel, &filter.batch, &filter.standing],
    )
    .await
}

pub async fn list(
    conn: &mut Conn,
    activity: Id,
    filter: &ListFilter,
    limit: i64,
    offset: i64,
) -> Result<Vec<Contribution>> {
    let statement = sql!(
        "select id, activity_id, dialogue_id, version, channel, batch, language, answers, background, submitted_at,
                changed_at, withdrawn_at, entered_by
         from contribution
         where activity_id = $1 and (cast($2 as text) = '' or channel = $2) and (cast($3 as text) = '' or batch = $3)
           and (cast($4 as text) = '' or (cast($4 as text) = 'withdrawn') = (withdrawn_at is not null))
         order by submitted_at desc, id desc limit $5 offset $6"
    );
    conn.all(
        statement,
        args![
            activity,
            &filter.channel,
            &filter.batch,
            &filter.standing,
            limit,
            offset
        ],
    )
    .await
}

/// The batches of an activity that staff named when they entered answers, most used first.
pub async fn batches(conn: &mut Conn, activity: Id) -> Result<Vec<String>> {
    let statement = sql!(
        "select batch from contribution where activity_id = $1 and batch <> '' and channel <> 'web'
         group by batch order by count(*) desc, batch limit 50"
    );
    conn.scalars(statement, args![activity]).await
}

/// Puts changed answers in place of the former ones, which the change log keeps.
pub async fn change_answers(tx: &mut Tx<'_>, id: Id, version: i64, answers: &str, background: &str) -> Result<()> {
    let now = tx.now();
    tx.run_changed(
        sql!(
            "update contribution set version = $2, answers = $3, background = $4, changed_at = $5
             where id = $1 and withdrawn_at is null"
        ),
        args![id, version, answers, background, now],
    )
    .await
}

/// Puts answers in place of those that were read, unless somebody has written others meanwhile: then it fails with `Stale`. So two
/// windows of one person cannot lose each other's answers, on any engine.
pub async fn replace_answers(tx: &mut Tx<'_>, before: &Contribution, version: i64, answers: &str) -> Result<()> {
    let now = tx.now();
    tx.run_changed(
        sql!(
            "update contribution set version = $2, answers = $4, changed_at = $5
             where id = $1 and answers = $3 and withdrawn_at is null"
        ),
        args![before.id, version, &before.answers, answers, now],
    )
    .await
}

/// Takes a contribution out of results and public view; it stays as a record.
pub async fn withdraw(tx: &mut Tx<'_>, id: Id) -> Result<()> {
    let now = tx.now();
    let statement = sql!("update contribution set withdrawn_at = $2 where id = $1 and withdrawn_at is null");
    tx.run_changed(statement, args![id, now]).await
}

/// Takes a whole import back; the same rows can then be imported again.
pub async fn withdraw_batch(tx: &mut Tx<'_>, activity: Id, batch: &str) -> Result<u64> {
    let now = tx.now();
    tx.run(
        sql!(
            "update passage set withdrawn = true
             where contribution_id in (select id from contribution where activity_id = $1 and batch = $2)"
        ),
        args![activity, batch],
    )
    .await?;
    tx.run(
        sql!(
            "update contribution set withdrawn_at = coalesce(withdrawn_at, $3), submit_key = null
             where activity_id = $1 and batch = $2"
        ),
        args![activity, batch, now],
    )
    .await
}

db::record! {
    /// What a contribution said before, or why it was withdrawn.
    #[derive(Debug, Clone)]
    pub struct Change {
        pub at: Timestamp,
        /// "changed", "withdrawn".
        pub kind: String,
        pub answers: String,
        pub reason: String,
    }
}

pub async fn insert_change(tx: &mut Tx<'_>, contribution: Id, kind: &str, answers: &str, reason: &str) -> Result<()> {
    let (id, now) = (tx.new_id(), tx.now());
    tx.run(
        sql!(
            "insert into contribution_change (id, contribution_id, at, kind, answers, reason)
             values ($1, $2, $3, $4, $5, $6)"
        ),
        args![id, contribution, now, kind, answers, reason],
    )
    .await?;
    Ok(())
}

pub async fn changes(conn: &mut Conn, contribution: Id) -> Result<Vec<Change>> {
    let statement = sql!(
        "select at, kind, answers, reason from contribution_change where contribution_id = $1 order by at desc, id desc"
    );
    conn.all(statement, args![contribution]).await
}
