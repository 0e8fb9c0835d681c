//! A borrowed connection and the five ways to ask it something.

use crate::{Column, FromRow, Result, Row, Sql, Value, writer::WriterGuard};
use sqlx::{
    Executor as _, Postgres, Sqlite, Transaction,
    pool::PoolConnection,
    postgres::{PgArguments, PgConnection},
    sqlite::{SqliteArguments, SqliteConnection},
};

/// Which database serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Embedded; the default.
    Sqlite,
    /// A server, for larger municipalities.
    Postgres,
}

/// A connection, lent for a page or inside a transaction.
pub struct Conn {
    pub(crate) line: Line,
}

pub(crate) enum Line {
    Reader(PoolConnection<Sqlite>),
    Writer(WriterGuard),
    Postgres(PoolConnection<Postgres>),
    PostgresTx(Transaction<'static, Postgres>),
}

impl Conn {
    /// Which database this is.
    pub fn engine(&self) -> Engine {
        match self.line {
            Line::Postgres(_) | Line::PostgresTx(_) => Engine::Postgres,
            Line::Reader(_) | Line::Writer(_) => Engine::Sqlite,
        }
    }

    /// All rows.
    pub async fn all<T: FromRow>(&mut self, sql: &'static Sql, args: Vec<Value>) -> Result<Vec<T>> {
        self.rows(sql, args).await?.iter().map(T::from_row).collect()
    }

    /// The row, if there is one.
    pub async fn maybe<T: FromRow>(&mut self, sql: &'static Sql, args: Vec<Value>) -> Result<Option<T>> {
        self.row(sql, args).await?.as_ref().map(T::from_row).transpose()
    }

    /// The row.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when there is none.
    pub async fn one<T: FromRow>(&mut self, sql: &'static Sql, args: Vec<Value>) -> Result<T> {
        self.maybe(sql, args).await?.ok_or(crate::Error::NotFound)
    }

    /// The first column of the row.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when there is no row; use [`Conn::maybe_scalar`] where that is expected.
    pub async fn scalar<T: Column>(&mut self, sql: &'static Sql, args: Vec<Value>) -> Result<T> {
        self.maybe_scalar(sql, args).await?.ok_or(crate::Error::NotFound)
    }

    /// The first column of the row, if there is a row.
    pub async fn maybe_scalar<T: Column>(&mut self, sql: &'static Sql, args: Vec<Value>) -> Result<Option<T>> {
        self.row(sql, args).await?.map(|row| row.at(0)).transpose()
    }

    /// The first column of all rows.
    pub async fn scalars<T: Column>(&mut self, sql: &'static Sql, args: Vec<Value>) -> Result<Vec<T>> {
        self.rows(sql, args).await?.iter().map(|row| row.at(0)).collect()
    }

    async fn rows(&mut self, sql: &'static Sql, args: Vec<Value>) -> Result<Vec<Row>> {
        match &mut self.line {
            Line::Reader(conn) => sqlite_rows(conn, sql, args).await,
            Line::Writer(writer) => sqlite_rows(&mut writer.conn, sql, args).await,
            Line::Postgres(conn) => postgres_rows(conn, sql, args).await,
            Line::PostgresTx(conn) => postgres_rows(conn, sql, args).await,
        }
    }

    async fn row(&mut self, sql: &'static Sql, args: Vec<Value>) -> Result<Option<Row>> {
        match &mut self.line {
            Line::Reader(conn) => sqlite_row(conn, sql, args).await,
            Line::Writer(writer) => sqlite_row(&mut writer.conn, sql, args).await,
            Line::Postgres(conn) => postgres_row(conn, sql, args).await,
            Line::PostgresTx(conn) => postgres_row(conn, sql, args).await,
        }
    }

    /// Only a [`crate::Tx`] hands this out.
    pub(crate) async fn execute(&mut self, sql: &'static Sql, args: Vec<Value>) -> Result<u64> {
        match &mut self.line {
            Line::Reader(conn) => sqlite_execute(conn, sql, args).await,
            Line::Writer(writer) => sqlite_execute(&mut writer.conn, sql, args).await,
            Line::Postgres(conn) => postgres_execute(conn, sql, args).await,
            Line::PostgresTx(conn) => postgres_execute(conn, sql, args).await,
        }
    }

    /// Prepares the statement without running it: the registry test.
    pub async fn prepare(&mut self, sql: &'static Sql) -> Result<()> {
        use sqlx::SqlSafeStr as _;
        let text = sql.text(self.engine()).into_sql_str();
        match &mut self.line {
            Line::Reader(conn) => _ = conn.prepare(text).await?,
            Line::Writer(writer) => _ = writer.conn.prepare(text).await?,
            Line::Postgres(conn) => _ = conn.prepare(text).await?,
            Line::PostgresTx(conn) => _ = conn.prepare(text).await?,
        }
        Ok(())
    }

    /// Runs a text that is not part of the program's registry: migrations, pragmas, maintenance.
    pub async fn raw(&mut self, text: &'static str) -> Result<()> {
        match &mut self.line {
            Line::Reader(conn) => _ = conn.execute(sqlx::raw_sql(text)).await?,
            Line::Writer(writer) => _ = writer.conn.execute(sqlx::raw_sql(text)).await?,
            Line::Postgres(conn) => _ = conn.execute(sqlx::raw_sql(text)).await?,
            Line::PostgresTx(conn) => _ = conn.execute(sqlx::raw_sql(text)).await?,
        }
        Ok(())
    }
}

async fn sqlite_rows(conn: &mut SqliteConnection, sql: &'static Sql, args: Vec<Value>) -> Result<Vec<Row>> {
    let query = sqlx::query_with(sql.sqlite, sqlite_args(args)?);
    Ok(conn.fetch_all(query).await?.into_iter().map(Row::Sqlite).collect())
}

async fn sqlite_row(conn: &mut SqliteConnection, sql: &'static Sql, args: Vec<Value>) -> Result<Option<Row>> {
    let query = sqlx::query_with(sql.sqlite, sqlite_args(args)?);
    Ok(conn.fetch_optional(query).await?.map(Row::Sqlite))
}

async fn sqlite_execute(conn: &mut SqliteConnection, sql: &'static Sql, args: Vec<Value>) -> Result<u64> {
    let query = sqlx::query_with(sql.sqlite, sqlite_args(args)?);
    Ok(conn.execute(query).await?.rows_affected())
}

async fn postgres_rows(conn: &mut PgConnection, sql: &'static Sql, args: Vec<Value>) -> Result<Vec<Row>> {
    let query = sqlx::query_with(sql.postgres, postgres_args(args)?);
    Ok(conn.fetch_all(query).await?.into_iter().map(Row::Postgres).collect())
}

async fn postgres_row(conn: &mut PgConnection, sql: &'static Sql, args: Vec<Value>) -> Result<Option<Row>> {
    let query = sqlx::query_with(sql.postgres, postgres_args(args)?);
    Ok(conn.fetch_optional(query).await?.map(Row::Postgres))
}

async fn postgres_execute(conn: &mut PgConnection, sql: &'static Sql, args: Vec<Value>) -> Result<u64> {
    let query = sqlx::query_with(sql.postgres, postgres_args(args)?);
    Ok(conn.execute(query).await?.rows_affected())
}

macro_rules! bind {
    ($args:ident, $values:ident) => {{
        use sqlx::Arguments as _;
        for value in $values {
            match value {
                Value::Id(v) => $args.add(v.map(|id| id.0)),
                Value::Text(v) => $args.add(v),
                Value::Int(v) => $args.add(v),
                Value::Real(v) => $args.add(v),
                Value::Bool(v) => $args.add(v),
                Value::Bytes(v) => $args.add(v),
            }
            .map_err(sqlx::Error::Encode)?;
        }
        Ok($args)
    }};
}

fn sqlite_args(values: Vec<Value>) -> Result<SqliteArguments> {
    let mut args = SqliteArguments::default();
    bind!(args, values)
}

fn postgres_args(values: Vec<Value>) -> Result<PgArguments> {
    let mut args = PgArguments::default();
    bind!(args, values)
}
