//! The single writer of SQLite, with group commit.
//!
//! Writers queue for one connection. Each works inside a savepoint of one open transaction and leaves a note of where
//! to answer. The committer, a task of its own, queues at the same (first come, first served) lock: when its turn comes,
//! all who stood before it have written, one `commit` with one fsync makes them durable, and only then are they answered.
//! While the disk works the next group gathers. A writer that vanishes mid-way (its client hung up) leaves its savepoint
//! behind; whoever comes next rolls it back.

use crate::{Error, Result};
use sqlx::{Connection as _, Executor as _, sqlite::SqliteConnection};
use std::sync::Arc;
use tokio::sync::{Mutex, Notify, OwnedMutexGuard, oneshot};

pub(crate) type WriterGuard = OwnedMutexGuard<Writer>;

/// The connection and what has been written since the last commit.
pub(crate) struct Writer {
    pub(crate) conn: SqliteConnection,
    transaction_open: bool,
    savepoint_open: bool,
    waiting: Vec<oneshot::Sender<Result<()>>>,
    closed: bool,
}

/// The door to the writer.
#[derive(Clone)]
pub(crate) struct Gate {
    writer: Arc<Mutex<Writer>>,
    written: Arc<Notify>,
}

impl Gate {
    pub(crate) fn open(conn: SqliteConnection) -> Self {
        let writer = Writer {
            conn,
            transaction_open: false,
            savepoint_open: false,
            waiting: Vec::new(),
            closed: false,
        };
        let gate = Gate {
            writer: Arc::new(Mutex::new(writer)),
            written: Arc::new(Notify::new()),
        };
        tokio::spawn(commit_groups(Arc::downgrade(&gate.writer), gate.written.clone()));
        gate
    }

    /// Waits for the turn and opens a savepoint.
    pub(crate) async fn enter(&self) -> Result<WriterGuard> {
        let mut writer = self.writer.clone().lock_owned().await;
        if writer.closed {
            return Err(Error::Commit("the database is closed".into()));
        }
        writer.begin().await?;
        Ok(writer)
    }

    /// Keeps what was written since [`Gate::enter`] and waits until it is on disk.
    pub(crate) async fn keep(&self, mut writer: WriterGuard) -> Result<()> {
        writer.run("release job").await?;
        writer.savepoint_open = false;
        let (answer, durable) = oneshot::channel();
        writer.waiting.push(answer);
        drop(writer);
        self.written.notify_one();
        durable
            .await
            .unwrap_or_else(|_| Err(Error::Commit("the writer stopped".into())))
    }

    /// Forgets what was written since [`Gate::enter`]; the rest of the group is not touched.
    pub(crate) async fn forget(&self, mut writer: WriterGuard) -> Result<()> {
        writer.undo_savepoint().await?;
        drop(writer);
        self.written.notify_one();
        Ok(())
    }

    /// Commits what is open and closes the connection for good.
    pub(crate) async fn close(&self) -> Result<()> {
        let mut writer = self.writer.lock().await;
        writer.commit().await;
        writer.closed = true;
        writer.run("pragma wal_checkpoint(truncate)").await
    }
}

impl Writer {
    async fn run(&mut self, text: &'static str) -> Result<()> {
        self.conn.execute(text).await?;
        Ok(())
    }

    async fn begin(&mut self) -> Result<()> {
        if self.savepoint_open {
            self.undo_savepoint().await?;
        }
        if !self.transaction_open {
            self.run("begin immediate").await?;
            self.transaction_open = true;
        }
        self.savepoint_open = true;
        self.run("savepoint job").await
    }

    async fn undo_savepoint(&mut self) -> Result<()> {
        self.run("rollback to job").await?;
        self.run("release job").await?;
        self.savepoint_open = false;
        Ok(())
    }

    /// One fsync for everybody in the group. On failure nothing of the group is kept, and everybody is told.
    async fn commit(&mut self) {
        if !self.transaction_open {
            return;
        }
        let outcome = self.commit_now().await;
        if let Err(error) = &outcome {
            tracing::error!(%error, "group commit failed");
            let _ = self.run("rollback").await;
            let _ = self.conn.ping().await;
        }
        self.transaction_open = false;
        self.savepoint_open = false;
        for answer in self.waiting.drain(..) {
            let told = match &outcome {
                Ok(()) => Ok(()),
                Err(error) => Err(Error::Commit(error.to_string())),
            };
            let _ = answer.send(told);
        }
    }

    async fn commit_now(&mut self) -> Result<()> {
        if self.savepoint_open {
            self.undo_savepoint().await?;
        }
        self.run("commit").await
    }
}

/// Runs as long as the database is open.
async fn commit_groups(writer: std::sync::Weak<Mutex<Writer>>, written: Arc<Notify>) {
    loop {
        let patience = std::time::Duration::from_secs(5);
        let _ = tokio::time::timeout(patience, written.notified()).await;
        let Some(writer) = writer.upgrade() else { return };
        writer.lock().await.commit().await;
    }
}
