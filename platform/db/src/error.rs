//! What can go wrong between us and the database, from the caller's view.

/// The result of anything that touches the database.
pub type Result<T> = std::result::Result<T, Error>;

/// A failed statement or transaction.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The row is not there.
    #[error("the row is not there")]
    NotFound,
    /// The same value stands there already; names the index or the column.
    #[error("the value is taken: {0}")]
    Unique(String),
    /// A row it points to is not there.
    #[error("a row it points to is not there: {0}")]
    Dangling(String),
    /// Somebody else changed the row after it was read.
    #[error("somebody else changed the row")]
    Stale,
    /// The database holds something the program cannot read.
    #[error("column {column}: {problem}")]
    Unreadable {
        /// The column.
        column: String,
        /// What is wrong with it.
        problem: String,
    },
    /// The group commit that carried this write failed; nothing of it was kept.
    #[error("the commit failed: {0}")]
    Commit(String),
    /// The database is newer than the program, or its history differs.
    #[error("migration: {0}")]
    Migration(String),
    /// Anything else that PostgreSQL's driver reports.
    #[error(transparent)]
    Postgres(sqlx::Error),
    /// Anything else that SQLite reports.
    #[error(transparent)]
    Sqlite(rusqlite::Error),
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        use sqlx::error::ErrorKind;
        match &error {
            sqlx::Error::RowNotFound => Error::NotFound,
            sqlx::Error::Database(cause) => match cause.kind() {
                ErrorKind::UniqueViolation => Error::Unique(cause.constraint().unwrap_or_default().to_owned()),
                ErrorKind::ForeignKeyViolation => Error::Dangling(cause.message().to_owned()),
                _ => Error::Postgres(error),
            },
            _ => Error::Postgres(error),
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ffi::{SQLITE_CONSTRAINT_FOREIGNKEY, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE};
        let rusqlite::Error::SqliteFailure(code, message) = &error else {
            return Error::Sqlite(error);
        };
        let message = message.as_deref().unwrap_or_default();
        match code.extended_code {
            // SQLite names the column: `UNIQUE constraint failed: dialogue.slug`.
            SQLITE_CONSTRAINT_UNIQUE | SQLITE_CONSTRAINT_PRIMARYKEY => {
                Error::Unique(message.rsplit(": ").next().unwrap_or_default().to_owned())
            }
            SQLITE_CONSTRAINT_FOREIGNKEY => Error::Dangling(message.to_owned()),
            _ => Error::Sqlite(error),
        }
    }
}
