//! A borrowed connection and the five ways to ask it something.

use crate::{
    Column, FromRow, Result, Row, Sql, Value,
    sqlite::{Lone, Reader},
    writer::WriterGuard,
};
use sqlx::{
    Executor as _, Postgres, Transaction,
    pool::PoolConnection,
    postgres::{PgArguments, PgConnection},
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
    Reader(Reader),
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
        self.rows(sql, args, T::from_row).await
    }

    /// The row, if there is one.
    pub async fn maybe<T: FromRow>(&mut self, sql: &'static Sql, args: Vec<Value>) -> Result<Option<T>> {
        self.row(sql, args, T::from_row).await
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
        self.row(sql, args, |row| row.at(0)).await
    }

    /// The first column of all rows.
    pub async fn scalars<T: Column>(&mut self, sql: &'static Sql, args: Vec<Value>) -> Result<Vec<T>> {
        self.rows(sql, args, |row| row.at(0)).await
    }

    async fn rows<T>(
        &mut self,
        sql: &'static Sql,
        args: Vec<Value>,
        read: impl Fn(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let found = match self.side()? {
            Side::Sqlite(conn) => return conn.rows(sql, &args, read),
            Side::Postgres(conn) => conn.fetch_all(query(sql, args)?).await?,
        };
        found.iter().map(|row| read(&Row::Postgres(row))).collect()
    }

    async fn row<T>(
        &mut self,
        sql: &'static Sql,
        args: Vec<Value>,
        read: impl Fn(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        let found = match self.side()? {
            Side::Sqlite(conn) => return conn.row(sql, &args, read),
            Side::Postgres(conn) => conn.fetch_optional(query(sql, args)?).await?,
        };
        found.map(|row| read(&Row::Postgres(&row))).transpose()
    }

    /// Only a [`crate::Tx`] hands this out.
    pub(crate) async fn execute(&mut self, sql: &'static Sql, args: Vec<Value>) -> Result<u64> {
        match self.side()? {
            Side::Sqlite(conn) => conn.execute(sql, &args),
            Side::Postgres(conn) => Ok(conn.execute(query(sql, args)?).await?.rows_affected()),
        }
    }

    /// Prepares the statement without running it: the registry test.
    pub async fn prepare(&mut self, sql: &'static Sql) -> Result<()> {
        use sqlx::SqlSafeStr as _;
        match self.side()? {
            Side::Sqlite(conn) => conn.prepare(sql.sqlite),
            Side::Postgres(conn) => {
                conn.prepare(sql.postgres.into_sql_str()).await?;
                Ok(())
            }
        }
    }

    /// Runs a text that is not part of the program's registry: migrations, pragmas, maintenance.
    pub async fn raw(&mut self, text: &'static str) -> Result<()> {
        match self.side()? {
            Side::Sqlite(conn) => conn.batch(text),
            Side::Postgres(conn) => {
                conn.execute(sqlx::raw_sql(text)).await?;
                Ok(())
            }
        }
    }

    fn side(&mut self) -> Result<Side<'_>> {
        Ok(match &mut self.line {
            Line::Reader(reader) => Side::Sqlite(reader.lone()?),
            Line::Writer(writer) => Side::Sqlite(&mut writer.conn),
            Line::Postgres(conn) => Side::Postgres(conn),
            Line::PostgresTx(conn) => Side::Postgres(conn),
        })
    }
}

/// Whom to ask, whatever the connection was lent for.
enum Side<'a> {
    Sqlite(&'a mut Lone),
    Postgres(&'a mut PgConnection),
}

fn query(sql: &'static Sql, values: Vec<Value>) -> Result<sqlx::query::Query<'static, Postgres, PgArguments>> {
    use sqlx::Arguments as _;
    let mut args = PgArguments::default();
    for value in values {
        match value {
            Value::Id(v) => args.add(v.map(|id| id.0)),
            Value::Text(v) => args.add(v),
            Value::Int(v) => args.add(v),
            Value::Real(v) => args.add(v),
            Value::Bool(v) => args.add(v),
            Value::Bytes(v) => args.add(v),
        }
        .map_err(sqlx::Error::Encode)?;
    }
    Ok(sqlx::query_with(sql.postgres, args))
}
