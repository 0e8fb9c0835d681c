//! The outbox table: letters waiting, sent, or given up after a day of trying.

use crate::{Mail, Transport};
use db::{Db, Id, Tx, args, sql};
use jiff::{SignedDuration, Timestamp};

/// Waits between attempts grow from a minute to six hours; then the letter is given up and shown as a fault.
const WAITS_MINUTES: [i64; 8] = [1, 2, 5, 15, 60, 120, 360, 360];
/// A claimed letter is tried again after this, should the process die in between.
const CLAIM: SignedDuration = SignedDuration::from_mins(5);

db::record! {
    struct Waiting { id: Id, recipient: String, subject: String, body: String, attempts: i64 }
}

db::record! {
    /// The state of the outbox, for the operator.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Counts {
        /// Letters not yet taken by the server.
        pub waiting: i64,
        /// Letters that no attempt got through.
        pub given_up: i64,
        /// Letters taken by the server.
        pub sent: i64,
    }
}

/// Puts a letter in the outbox, in the transaction of the act that causes it.
pub async fn queue(tx: &mut Tx<'_>, mail: Mail) -> db::Result<Id> {
    let (id, now) = (tx.new_id(), tx.now());
    tx.run(
        sql!(
            "insert into outgoing_mail (id, recipient, subject, body, created_at, send_after, attempts, last_error)
             values ($1, $2, $3, $4, $5, $6, 0, '')"
        ),
        args![id, mail.to, mail.subject, mail.body, now, now],
    )
    .await?;
    Ok(id)
}

/// Sends what is due, at most `limit` letters; tells how many the server took. Several nodes may run this at once.
pub async fn deliver_due(db: &Db, transport: &dyn Transport, limit: i64) -> db::Result<usize> {
    let mut sent = 0;
    for letter in claim(db, limit).await? {
        let mail = Mail {
            to: letter.recipient,
            subject: letter.subject,
            body: letter.body,
        };
        match transport.send(&mail).await {
            Ok(()) => {
                mark_sent(db, letter.id).await?;
                sent += 1;
            }
            Err(error) => {
                tracing::warn!(letter = %letter.id, attempt = letter.attempts + 1, %error, "mail not taken");
                mark_failed(db, letter.id, letter.attempts, &error.to_string()).await?;
            }
        }
    }
    Ok(sent)
}

async fn claim(db: &Db, limit: i64) -> db::Result<Vec<Waiting>> {
    let now = db.clock().now();
    let mut read = db.read().await?;
    let due: i64 = read
        .scalar(
            sql!("select count(*) as n from outgoing_mail where sent_at is null and given_up_at is null and send_after <= $1"),
            args![now],
        )
        .await?;
    drop(read);
    if due == 0 {
        return Ok(Vec::new());
    }
    db.write(db::Actor::System, async |tx| {
        tx.all::<Waiting>(
            sql!(
                sqlite: "update outgoing_mail set send_after = $2 where id in
                         (select id from outgoing_mail where sent_at is null and given_up_at is null and send_after <= $1
                          order by send_after limit $3)
                         returning id, recipient, subject, body, attempts",
                postgres: "update outgoing_mail set send_after = $2 where id in
                         (select id from outgoing_mail where sent_at is null and given_up_at is null and send_after <= $1
                          order by send_after limit $3 for update skip locked)
                         returning id, recipient, subject, body, attempts"
            ),
            args![now, now + CLAIM, limit],
        )
        .await
    })
    .await
}

async fn mark_sent(db: &Db, id: Id) -> db::Result<()> {
    db.write(db::Actor::System, async |tx| {
        let now = tx.now();
        tx.run(
            sql!("update outgoing_mail set sent_at = $2, attempts = attempts + 1, last_error = '' where id = $1"),
            args![id, now],
        )
        .await?;
        Ok(())
    })
    .await
}

async fn mark_failed(db: &Db, id: Id, attempts: i64, error: &str) -> db::Result<()> {
    db.write(db::Actor::System, async |tx| {
        let now = tx.now();
        let wait = usize::try_from(attempts).ok().and_then(|n| WAITS_MINUTES.get(n));
        let next = now + SignedDuration::from_mins(wait.copied().unwrap_or(0));
        let given_up: Option<Timestamp> = if wait.is_none() { Some(now) } else { None };
        tx.run(
            sql!("update outgoing_mail set attempts = attempts + 1, last_error = $2, send_after = $3, given_up_at = $4 where id = $1"),
            args![id, error, next, given_up],
        )
        .await?;
        Ok(())
    })
    .await
}

/// How the outbox stands.
pub async fn counts(conn: &mut db::Conn) -> db::Result<Counts> {
    conn.one(
        sql!(
            "select count(case when sent_at is null and given_up_at is null then 1 end) as waiting,
                    count(given_up_at) as given_up, count(sent_at) as sent from outgoing_mail"
        ),
        args![],
    )
    .await
}
