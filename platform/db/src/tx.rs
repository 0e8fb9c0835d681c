//! A transaction: writing, and what belongs to every write — the audit line, one-time keys, word to the page cache.

use crate::{Actor, Clock, Conn, Error, Id, Ids, Result, Sql, Value};
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use std::ops::{Deref, DerefMut};

/// An open transaction. Dereferences to [`Conn`] for reading.
pub struct Tx<'a> {
    pub(crate) conn: Conn,
    pub(crate) touched: Vec<String>,
    actor: &'a Actor,
    clock: &'a dyn Clock,
    now: Timestamp,
    ids: &'a Ids,
}

impl<'a> Tx<'a> {
    pub(crate) fn new(conn: Conn, actor: &'a Actor, clock: &'a dyn Clock, ids: &'a Ids) -> Self {
        Self {
            conn,
            touched: Vec::new(),
            actor,
            now: clock.now(),
            clock,
            ids,
        }
    }

    /// Who acts.
    pub fn actor(&self) -> &Actor {
        self.actor
    }

    /// The moment of the transaction, the same however often it is asked: what was written together is found together by it.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// A new identifier.
    pub fn new_id(&self) -> Id {
        self.ids.next(self.clock)
    }

    /// Runs a changing statement; tells how many rows it changed.
    pub async fn run(&mut self, sql: &'static Sql, args: Vec<Value>) -> Result<u64> {
        self.conn.execute(sql, args).await
    }

    /// Runs a changing statement that must hit a row: `update … where id = $1 and revision = $2`.
    ///
    /// # Errors
    /// [`Error::Stale`] when no row was hit, because somebody else changed it first.
    pub async fn run_changed(&mut self, sql: &'static Sql, args: Vec<Value>) -> Result<()> {
        if self.run(sql, args).await? == 0 {
            Err(Error::Stale)
        } else {
            Ok(())
        }
    }

    /// Runs the same statement for many rows (imports).
    pub async fn run_many(&mut self, sql: &'static Sql, rows: Vec<Vec<Value>>) -> Result<u64> {
        let mut changed = 0;
        for args in rows {
            changed += self.run(sql, args).await?;
        }
        Ok(changed)
    }

    /// Writes the audit line. Every write by a person has one, in the same transaction.
    pub async fn audit(
        &mut self,
        act: &'static str,
        object_kind: &'static str,
        object: impl ToString + Send,
        detail: serde_json::Value,
    ) -> Result<()> {
        let args = crate::args![
            self.new_id(),
            self.now(),
            self.actor.kind(),
            self.actor.id(),
            act,
            object_kind,
            object.to_string(),
            detail
        ];
        self.run(
            crate::sql!(
                "insert into audit (id, at, actor_kind, actor_id, act, object_kind, object_id, detail)
                 values ($1, $2, $3, $4, $5, $6, $7, $8)"
            ),
            args,
        )
        .await?;
        Ok(())
    }

    /// Uses a one-time key. `false` when it was used before: the same form was sent twice.
    pub async fn use_once(&mut self, key: &str) -> Result<bool> {
        let hash = Sha256::digest(key.as_bytes()).to_vec();
        let now = self.now();
        let statement =
            crate::sql!("insert into used_key (key_hash, used_at) values ($1, $2) on conflict (key_hash) do nothing");
        Ok(self.run(statement, crate::args![hash, now]).await? == 1)
    }

    /// Says what public pages built from: after the commit, cached pages that depend on the topic are dropped.
    pub fn touch(&mut self, topic: impl Into<String>) {
        self.touched.push(topic.into());
    }

    /// Fails with [`Error::Stale`] unless the two revisions agree.
    pub fn expect_revision(&self, stands: i64, known: i64) -> Result<()> {
        if stands == known { Ok(()) } else { Err(Error::Stale) }
    }
}

impl Deref for Tx<'_> {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.conn
    }
}

impl DerefMut for Tx<'_> {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.conn
    }
}
