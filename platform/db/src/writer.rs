//! The single writer of SQLite, with group commit.
//!
//! Writers queue for one connection. Each works inside a savepoint of one open transaction and leaves a note of where
//! to answer. The committer, a task of its own, queues at the same (first come, first served) lock: when its turn comes,
//! all who stood before it have written, one `commit` with one fsync makes them durable, and only then are they answered.
//! While the disk works the next group gathers. A writer that vanishes mid-way (its client hung up) leaves its savepoint
//! behind; whoever comes next rolls it back.
//!
//! Commits go to the write-ahead log. Another task folds the log into the database file once a second while there is something
//! to fold: first all that stands in it, beside the writing; then, in the writer's turn, the little that came meanwhile, after
//! which SQLite begins the log anew. So the log stays small, and nobody's answer waits for the whole of it.

use crate::{
    Error, Result,
    sqlite::{Connect, Lone},
};
use std::{sync::Arc, time::Duration};
use tokio::{
    sync::{Mutex, Notify, OwnedMutexGuard, oneshot},
    time::{Instant, sleep},
};

/// How long a writer waits for another process (`samspel import` beside a server) to finish its transaction.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often the log is folded.
const FOLD: Duration = Duration::from_secs(1);
/// Folds what no reader holds on to; waits for nobody.
const FOLD_LOG: &str = "pragma wal_checkpoint(passive)";

pub(crate) type WriterGuard = OwnedMutexGuard<Writer>;

/// The connection and what has been written since the last commit.
pub(crate) struct Writer {
    pub(crate) conn: Lone,
    transaction_open: bool,
    savepoint_open: bool,
    waiting: Vec<oneshot::Sender<Result<()>>>,
    closed: bool,
    commits: u64,
}

/// The door to the writer.
#[derive(Clone)]
pub(crate) struct Gate {
    writer: Arc<Mutex<Writer>>,
    written: Arc<Notify>,
}

impl Gate {
    pub(crate) fn open(connect: &Connect) -> Result<Self> {
        let writer = Writer {
            conn: connect.writer()?,
            transaction_open: false,
            savepoint_open: false,
            waiting: Vec::new(),
            closed: false,
            commits: 0,
        };
        let gate = Gate {
            writer: Arc::new(Mutex::new(writer)),
            written: Arc::new(Notify::new()),
        };
        tokio::spawn(commit_groups(Arc::downgrade(&gate.writer), gate.written.clone()));
        tokio::spawn(fold_log(Arc::downgrade(&gate.writer), connect.clone()));
        Ok(gate)
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
        writer.conn.run("release job")?;
        writer.savepoint_open = false;
        let (answer, durable) = oneshot::channel();
        writer.waiting.push(answer);
        // The committer first: whom a task wakes last runs next in its thread, and that should be the next writer.
        self.written.notify_one();
        drop(writer);
        durable
            .await
            .unwrap_or_else(|_| Err(Error::Commit("the writer stopped".into())))
    }

    /// Forgets what was written since [`Gate::enter`]; the rest of the group is not touched.
    pub(crate) async fn forget(&self, mut writer: WriterGuard) -> Result<()> {
        writer.undo_savepoint()?;
        self.written.notify_one();
        Ok(())
    }

    /// Commits what is open and closes the connection for good.
    pub(crate) async fn close(&self) -> Result<()> {
        let mut writer = self.writer.lock().await;
        writer.commit();
        writer.closed = true;
        writer.conn.batch("pragma optimize; pragma wal_checkpoint(truncate)")
    }
}

impl Writer {
    async fn begin(&mut self) -> Result<()> {
        if self.savepoint_open {
            self.undo_savepoint()?;
        }
        let until = Instant::now() + PATIENCE;
        while !self.transaction_open {
            self.transaction_open = self.conn.begin()?;
            if !self.transaction_open {
                if Instant::now() > until {
                    return Err(Error::Commit("another program keeps the database".into()));
                }
                sleep(Duration::from_millis(5)).await;
            }
        }
        self.savepoint_open = true;
        self.conn.run("savepoint job")
    }

    fn undo_savepoint(&mut self) -> Result<()> {
        self.conn.run("rollback to job")?;
        self.conn.run("release job")?;
        self.savepoint_open = false;
        Ok(())
    }

    /// One fsync for everybody in the group. On failure nothing of the group is kept, and everybody is told.
    fn commit(&mut self) {
        if !self.transaction_open {
            return;
        }
        let outcome = self.commit_now();
        if let Err(error) = &outcome {
            tracing::error!(%error, "group commit failed");
            let _ = self.conn.run("rollback");
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

    fn commit_now(&mut self) -> Result<()> {
        if self.savepoint_open {
            self.undo_savepoint()?;
        }
        self.commits += 1;
        self.conn.run("commit")
    }
}

/// Runs as long as the database is open.
async fn commit_groups(writer: std::sync::Weak<Mutex<Writer>>, written: Arc<Notify>) {
    loop {
        let _ = tokio::time::timeout(Duration::from_secs(5), written.notified()).await;
        let Some(writer) = writer.upgrade() else { return };
        let mut group = writer.lock_owned().await;
        // The disk is waited for in a thread that may wait.
        if let Err(stopped) = tokio::task::spawn_blocking(move || group.commit()).await {
            tracing::error!(%stopped, "the committer stopped");
        }
    }
}

/// Runs as long as the database is open.
async fn fold_log(writer: std::sync::Weak<Mutex<Writer>>, connect: Connect) {
    let mut folded = 0;
    loop {
        sleep(FOLD).await;
        let Some(writer) = writer.upgrade() else { return };
        let commits = writer.lock().await.commits;
        if commits == folded {
            continue;
        }
        let beside = connect.apart(|conn| Ok(conn.execute_batch(FOLD_LOG)?)).await;
        let mut rest = writer.lock_owned().await;
        let rest = tokio::task::spawn_blocking(move || {
            rest.commit();
            rest.conn.batch(FOLD_LOG)
        });
        match (beside, rest.await) {
            (Ok(()), Ok(Ok(()))) => folded = commits,
            (Err(error), _) | (_, Ok(Err(error))) => tracing::warn!(%error, "the log was not folded"),
            (_, Err(stopped)) => tracing::warn!(%stopped, "the log was not folded"),
        }
    }
}
