//! SQLite, spoken to in the caller's own thread. A statement of ours takes some ten microseconds; handing it to another thread
//! and back costs ten times that, so nothing is handed over but the commit, which waits for the disk.

use crate::{Error, Result, Row, Sql, Value};
use rusqlite::{CachedStatement, Connection, ErrorCode};
use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How long a reader waits for a lock of another process; there is next to none in WAL mode.
const PATIENCE: Duration = Duration::from_secs(10);
/// Statements that a connection keeps prepared: more than the program has.
const KEPT_STATEMENTS: usize = 400;

/// How connections to one file are opened.
#[derive(Debug, Clone)]
pub(crate) struct Connect {
    path: PathBuf,
    durable: bool,
}

impl Connect {
    pub(crate) fn new(path: &Path, durable: bool) -> Self {
        Self {
            path: path.to_owned(),
            durable,
        }
    }

    fn open(&self) -> Result<Connection> {
        let conn = Connection::open(&self.path)?;
        conn.busy_timeout(PATIENCE)?;
        conn.set_prepared_statement_cache_capacity(KEPT_STATEMENTS);
        let synchronous = if self.durable { "full" } else { "off" };
        conn.execute_batch(&format!(
            "pragma journal_mode = wal; pragma synchronous = {synchronous}; pragma foreign_keys = on;"
        ))?;
        Ok(conn)
    }

    /// A connection that writes. It never waits in its thread: whoever wants to write waits in its task.
    pub(crate) fn writer(&self) -> Result<Lone> {
        let conn = self.open()?;
        conn.busy_timeout(Duration::ZERO)?;
        // The log is folded home beside the writing (`writer::fold_log`), not inside some unlucky person's commit.
        conn.pragma_update(None, "wal_autocheckpoint", 0)?;
        Ok(Lone::new(conn))
    }

    fn reader(&self) -> Result<Lone> {
        let conn = self.open()?;
        conn.execute_batch("pragma query_only = on")?;
        Ok(Lone::new(conn))
    }

    /// Does long work on a connection of its own, in a thread that may wait.
    pub(crate) async fn apart<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> Result<T> + Send + 'static,
    {
        let connect = self.clone();
        let done = tokio::task::spawn_blocking(move || work(&connect.open()?)).await;
        done.unwrap_or_else(|stopped| Err(Error::Commit(stopped.to_string())))
    }
}

/// A connection in the hands of one. The mutex is never waited for: it lets a borrowed connection cross threads.
pub(crate) struct Lone(Mutex<Connection>);

impl Lone {
    fn new(conn: Connection) -> Self {
        Self(Mutex::new(conn))
    }

    fn conn(&mut self) -> &mut Connection {
        self.0.get_mut().unwrap_or_else(PoisonError::into_inner)
    }

    /// All rows, each as `read` makes it.
    pub(crate) fn rows<T>(
        &mut self,
        sql: &'static Sql,
        args: &[Value],
        read: impl Fn(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.bound(sql, args)?;
        let mut rows = statement.raw_query();
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read(&Row::Sqlite(row))?);
        }
        Ok(found)
    }

    /// The first row, if there is one.
    pub(crate) fn row<T>(
        &mut self,
        sql: &'static Sql,
        args: &[Value],
        read: impl Fn(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        let mut statement = self.bound(sql, args)?;
        let mut rows = statement.raw_query();
        rows.next()?.map(|row| read(&Row::Sqlite(row))).transpose()
    }

    /// Runs a changing statement; tells how many rows it changed.
    pub(crate) fn execute(&mut self, sql: &'static Sql, args: &[Value]) -> Result<u64> {
        Ok(self.bound(sql, args)?.raw_execute()? as u64)
    }

    /// Runs a text of ours without values: a savepoint, a commit.
    pub(crate) fn run(&mut self, text: &'static str) -> Result<()> {
        self.conn().prepare_cached(text)?.execute([])?;
        Ok(())
    }

    /// Runs several statements: migrations, pragmas.
    pub(crate) fn batch(&mut self, text: &str) -> Result<()> {
        Ok(self.conn().execute_batch(text)?)
    }

    /// Whether the engine can make sense of the text.
    pub(crate) fn prepare(&mut self, text: &str) -> Result<()> {
        self.conn().prepare(text)?;
        Ok(())
    }

    /// Opens the one write transaction; `false` while another process holds it.
    pub(crate) fn begin(&mut self) -> Result<bool> {
        match self.run("begin immediate") {
            Ok(()) => Ok(true),
            Err(Error::Sqlite(error)) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// The statement with its values. SQLite numbers `$2` by where it stands in the text, so they are bound by name.
    fn bound(&mut self, sql: &'static Sql, args: &[Value]) -> Result<CachedStatement<'_>> {
        let mut statement = self.conn().prepare_cached(sql.sqlite)?;
        for index in 1..=statement.parameter_count() {
            let number = statement
                .parameter_name(index)
                .and_then(|name| name.get(1..)?.parse::<usize>().ok());
            let value = number.and_then(|number| args.get(number.checked_sub(1)?));
            let Some(value) = value else {
                return Err(Error::Unreadable {
                    column: sql.place.to_owned(),
                    problem: "the statement asks for a value that it was not given".to_owned(),
                });
            };
            statement.raw_bind_parameter(index, value)?;
        }
        Ok(statement)
    }
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        match self {
            Value::Id(Some(id)) => Ok(id.as_bytes().as_slice().into()),
            Value::Text(Some(text)) => Ok(text.as_str().into()),
            Value::Int(value) => value.to_sql(),
            Value::Real(value) => value.to_sql(),
            Value::Bool(value) => value.to_sql(),
            Value::Bytes(Some(bytes)) => Ok(bytes.as_slice().into()),
            Value::Id(None) | Value::Text(None) | Value::Bytes(None) => Ok(rusqlite::types::Null.into()),
        }
    }
}

/// The connections that read, opened as they are needed.
#[derive(Clone)]
pub(crate) struct Readers {
    connect: Connect,
    idle: Arc<Mutex<Vec<Lone>>>,
    places: Arc<Semaphore>,
}

impl Readers {
    pub(crate) fn new(connect: Connect, most: u32) -> Self {
        Self {
            connect,
            idle: Arc::default(),
            places: Arc::new(Semaphore::new(most.max(1) as usize)),
        }
    }

    /// Waits for a free place and lends its connection.
    pub(crate) async fn lend(&self) -> Result<Reader> {
        let place = self.places.clone().acquire_owned().await;
        let place = place.map_err(|_| Error::Commit("the database is closed".into()))?;
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let conn = match idle {
            Some(conn) => conn,
            None => self.connect.reader()?,
        };
        Ok(Reader {
            conn: Some(conn),
            idle: self.idle.clone(),
            _place: place,
        })
    }

    pub(crate) fn connect(&self) -> &Connect {
        &self.connect
    }

    /// Lends no more.
    pub(crate) fn close(&self) {
        self.places.close();
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// A lent connection; goes back when dropped.
pub(crate) struct Reader {
    // Empty only while it is dropped.
    conn: Option<Lone>,
    idle: Arc<Mutex<Vec<Lone>>>,
    _place: OwnedSemaphorePermit,
}

impl Reader {
    pub(crate) fn lone(&mut self) -> Result<&mut Lone> {
        self.conn
            .as_mut()
            .ok_or_else(|| Error::Commit("the connection has gone back".into()))
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        if let Some(conn) = self.conn.take() {
            self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(conn);
        }
    }
}
