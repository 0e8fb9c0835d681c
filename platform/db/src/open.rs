//! Opening a database, and the two ways to use it: [`Db::read`] and [`Db::write`].

use crate::{
    Actor, Clock, Conn, Engine, Error, Ids, Result, SystemClock, Tx,
    conn::Line,
    migrate,
    sqlite::{Connect, Readers},
    writer::Gate,
};
use sqlx::{
    ConnectOptions as _, Connection as _, Executor as _, PgPool,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use std::{path::Path, str::FromStr as _, sync::Arc, time::Duration};
use tokio::sync::broadcast;

/// A municipality's database.
#[derive(Clone)]
pub struct Db {
    inner: Arc<Inner>,
}

struct Inner {
    pool: Pool,
    clock: Arc<dyn Clock>,
    ids: Ids,
    touched: broadcast::Sender<String>,
}

enum Pool {
    Sqlite { readers: Readers, gate: Gate },
    Postgres(PgPool),
}

/// How a database is opened.
pub struct Options {
    /// The clock of the site.
    pub clock: Arc<dyn Clock>,
    /// The maker of identifiers.
    pub ids: Ids,
    /// Whether a commit waits for the disk. Only throwaway databases of tests say no.
    pub durable: bool,
    /// How many connections read at the same time.
    pub readers: u32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            clock: Arc::new(SystemClock),
            ids: Ids::random(),
            durable: true,
            readers: 8,
        }
    }
}

impl Db {
    /// Opens `sqlite:/path/to/file.db` or `postgres://…` and brings the schema up to date.
    pub async fn open(url: &str, options: Options) -> Result<Db> {
        let db = Self::open_without_migrating(url, options).await?;
        migrate::run(&db).await?;
        Ok(db)
    }

    /// Opens without touching the schema (`samspel check`, `samspel migrate --dry-run`).
    pub async fn open_without_migrating(url: &str, options: Options) -> Result<Db> {
        let pool = match url.strip_prefix("sqlite:") {
            Some(path) => open_sqlite(Path::new(path), &options)?,
            None => open_postgres(url, &options).await?,
        };
        let (touched, _) = broadcast::channel(1024);
        let inner = Inner {
            pool,
            clock: options.clock,
            ids: options.ids,
            touched,
        };
        let db = Db { inner: Arc::new(inner) };
        db.listen_for_other_nodes();
        Ok(db)
    }

    /// Makes a fresh database on a PostgreSQL server: for tests and for a new municipality.
    pub async fn create_database(server: &str, name: &str) -> Result<()> {
        if name.is_empty()
            || !name
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        {
            return Err(Error::Migration("a database name has only a–z, 0–9 and _".into()));
        }
        let mut conn = PgConnectOptions::from_str(server)?.connect().await?;
        // The name is checked above: an identifier cannot be a bound parameter.
        let text = sqlx::AssertSqlSafe(format!("create database {name}"));
        conn.execute(sqlx::raw_sql(text)).await?;
        Ok(conn.close().await?)
    }

    /// Which engine serves.
    pub fn engine(&self) -> Engine {
        match self.inner.pool {
            Pool::Sqlite { .. } => Engine::Sqlite,
            Pool::Postgres(_) => Engine::Postgres,
        }
    }

    /// The clock of the site.
    pub fn clock(&self) -> &dyn Clock {
        &*self.inner.clock
    }

    /// A new identifier.
    pub fn new_id(&self) -> crate::Id {
        self.inner.ids.next(&*self.inner.clock)
    }

    /// Topics touched by committed writes, of this node and (on PostgreSQL) of the others.
    pub fn touched(&self) -> broadcast::Receiver<String> {
        self.inner.touched.subscribe()
    }

    /// Lends a connection for reading.
    pub async fn read(&self) -> Result<Conn> {
        let line = match &self.inner.pool {
            Pool::Sqlite { readers, .. } => Line::Reader(readers.lend().await?),
            Pool::Postgres(pool) => Line::Postgres(pool.acquire().await?),
        };
        Ok(Conn { line })
    }

    /// Runs `work` in a transaction. Returns after the commit is on disk; an error leaves nothing behind.
    ///
    /// # Errors
    /// What `work` returns, or the database's own.
    pub async fn write<T, E, F>(&self, actor: Actor, work: F) -> std::result::Result<T, E>
    where
        F: AsyncFnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
        E: From<Error>,
    {
        match &self.inner.pool {
            Pool::Sqlite { gate, .. } => self.write_sqlite(gate, actor, work).await,
            Pool::Postgres(pool) => self.write_postgres(pool, actor, work).await,
        }
    }

    async fn write_sqlite<T, E, F>(&self, gate: &Gate, actor: Actor, work: F) -> std::result::Result<T, E>
    where
        F: AsyncFnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
        E: From<Error>,
    {
        let conn = Conn {
            line: Line::Writer(gate.enter().await?),
        };
        let mut tx = Tx::new(conn, &actor, &*self.inner.clock, &self.inner.ids);
        let outcome = work(&mut tx).await;
        let Tx { conn, touched, .. } = tx;
        let Line::Writer(writer) = conn.line else {
            return Err(Error::Commit("the writer was exchanged".into()).into());
        };
        match outcome {
            Ok(value) => {
                gate.keep(writer).await?;
                self.spread(touched);
                Ok(value)
            }
            Err(error) => {
                gate.forget(writer).await?;
                Err(error)
            }
        }
    }

    async fn write_postgres<T, E, F>(&self, pool: &PgPool, actor: Actor, work: F) -> std::result::Result<T, E>
    where
        F: AsyncFnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
        E: From<Error>,
    {
        // Dropped half-way (the client hung up), the transaction rolls itself back before the connection is lent again.
        let line = Line::PostgresTx(pool.begin().await.map_err(Error::from)?);
        let mut tx = Tx::new(Conn { line }, &actor, &*self.inner.clock, &self.inner.ids);
        let outcome = work(&mut tx).await;
        let touched = std::mem::take(&mut tx.touched);
        if outcome.is_ok() {
            for topic in &touched {
                tell_other_nodes(&mut tx, topic).await?;
            }
        }
        let Line::PostgresTx(transaction) = tx.conn.line else {
            return Err(Error::Commit("the transaction was exchanged".into()).into());
        };
        match outcome {
            Ok(value) => {
                transaction.commit().await.map_err(Error::from)?;
                self.spread(touched);
                Ok(value)
            }
            Err(error) => {
                transaction.rollback().await.map_err(Error::from)?;
                Err(error)
            }
        }
    }

    fn spread(&self, topics: Vec<String>) {
        for topic in topics {
            let _ = self.inner.touched.send(topic);
        }
    }

    fn listen_for_other_nodes(&self) {
        let Pool::Postgres(pool) = &self.inner.pool else { return };
        let (pool, touched) = (pool.clone(), self.inner.touched.clone());
        tokio::spawn(async move {
            loop {
                if let Ok(mut listener) = sqlx::postgres::PgListener::connect_with(&pool).await
                    && listener.listen("samspel").await.is_ok()
                {
                    while let Ok(note) = listener.recv().await {
                        let _ = touched.send(note.payload().to_owned());
                    }
                }
                if pool.is_closed() {
                    return;
                }
                tokio::time::sleep(Duration::from_secs(2)).await;
            }
        });
    }

    /// Copies the whole database, consistent, while it serves (SQLite). The copy is a database file of its own.
    pub async fn copy_to(&self, target: &Path) -> Result<()> {
        let Pool::Sqlite { readers, .. } = &self.inner.pool else {
            return Err(Error::Migration("use pg_dump for a PostgreSQL database".into()));
        };
        let target = target.to_string_lossy().into_owned();
        let copy = readers.connect().apart(move |conn| {
            conn.execute("vacuum into ?1", [target])?;
            Ok(())
        });
        copy.await
    }

    /// The engine's own check of its files; empty when sound.
    pub async fn integrity_faults(&self) -> Result<Vec<String>> {
        let Pool::Sqlite { readers, .. } = &self.inner.pool else {
            return Ok(Vec::new());
        };
        let check = readers.connect().apart(|conn| {
            let mut said = conn.prepare("pragma integrity_check")?;
            let mut faults = said
                .query_map([], |row| row.get(0))?
                .collect::<rusqlite::Result<Vec<String>>>()?;
            faults.retain(|line| line != "ok");
            let dangling: i64 =
                conn.query_row("select count(*) from pragma_foreign_key_check", [], |row| row.get(0))?;
            if dangling > 0 {
                faults.push(format!("{dangling} rows point to rows that are not there"));
            }
            Ok(faults)
        });
        check.await
    }

    /// Finishes what is being written and closes.
    pub async fn close(&self) -> Result<()> {
        match &self.inner.pool {
            Pool::Sqlite { readers, gate } => {
                gate.close().await?;
                readers.close();
            }
            Pool::Postgres(pool) => pool.close().await,
        }
        Ok(())
    }
}

/// Delivered by the server when the transaction commits. SQLite has no other nodes.
async fn tell_other_nodes(tx: &mut Tx<'_>, topic: &str) -> Result<()> {
    let statement = crate::sql!(
        sqlite: "select $1 as told",
        postgres: "select cast(pg_notify('samspel', cast($1 as text)) as text) as told"
    );
    tx.maybe_scalar::<Option<String>>(statement, crate::args![topic])
        .await?;
    Ok(())
}

fn open_sqlite(path: &Path, options: &Options) -> Result<Pool> {
    let connect = Connect::new(path, options.durable);
    Ok(Pool::Sqlite {
        gate: Gate::open(&connect)?,
        readers: Readers::new(connect, options.readers),
    })
}

async fn open_postgres(url: &str, options: &Options) -> Result<Pool> {
    let mut connect = PgConnectOptions::from_str(url)?;
    // Every statement here takes some milliseconds: compiling one first costs more than running it.
    connect = connect.options([("timezone", "UTC"), ("jit", "off")]);
    if !options.durable {
        connect = connect.options([("synchronous_commit", "off")]);
    }
    let pool = PgPoolOptions::new()
        .max_connections(options.readers.max(4) * 2)
        .acquire_timeout(Duration::from_secs(10))
        .connect_with(connect)
        .await?;
    Ok(Pool::Postgres(pool))
}
