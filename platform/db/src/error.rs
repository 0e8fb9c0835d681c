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
    /// Anything else the driver reports.
    #[error(transparent)]
    Driver(sqlx::Error),
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        use sqlx::error::ErrorKind;
        match &error {
            sqlx::Error::RowNotFound => Error::NotFound,
            sqlx::Error::Database(cause) => match cause.kind() {
                ErrorKind::UniqueViolation => Error::Unique(constraint_of(cause.as_ref())),
                ErrorKind::ForeignKeyViolation => Error::Dangling(cause.message().to_owned()),
                _ => Error::Driver(error),
            },
            _ => Error::Driver(error),
        }
    }
}

/// PostgreSQL names the constraint, SQLite the column (`UNIQUE constraint failed: dialogue.slug`).
fn constraint_of(error: &dyn sqlx::error::DatabaseError) -> String {
    if let Some(name) = error.constraint() {
        return name.to_owned();
    }
    error.message().rsplit(": ").next().unwrap_or_default().to_owned()
}
