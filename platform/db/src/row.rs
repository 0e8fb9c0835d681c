//! Rows on their way out: columns by name into typed fields, the same from both engines.

use crate::{Error, Id, Result};
use jiff::{Timestamp, civil::Date};
use sqlx::{Row as _, ValueRef as _, postgres::PgRow, sqlite::SqliteRow};

/// One row of an answer.
#[derive(Debug)]
pub enum Row {
    #[doc(hidden)]
    Sqlite(SqliteRow),
    #[doc(hidden)]
    Postgres(PgRow),
}

impl Row {
    /// The column of that name.
    pub fn get<T: Column>(&self, name: &str) -> Result<T> {
        match self {
            Row::Sqlite(row) => T::from_sqlite(row, name),
            Row::Postgres(row) => T::from_postgres(row, name),
        }
    }

    /// The column at that place, from nought.
    pub fn at<T: Column>(&self, place: usize) -> Result<T> {
        let name = match self {
            Row::Sqlite(row) => sqlx::Column::name(row.try_column(place)?).to_owned(),
            Row::Postgres(row) => sqlx::Column::name(row.try_column(place)?).to_owned(),
        };
        self.get(&name)
    }
}

/// A type that a column can be read as.
pub trait Column: Sized {
    #[doc(hidden)]
    fn from_sqlite(row: &SqliteRow, name: &str) -> Result<Self>;
    #[doc(hidden)]
    fn from_postgres(row: &PgRow, name: &str) -> Result<Self>;
}

macro_rules! plain {
    ($($kind:ty),*) => {$(
        impl Column for $kind {
            fn from_sqlite(row: &SqliteRow, name: &str) -> Result<Self> { Ok(row.try_get(name)?) }
            fn from_postgres(row: &PgRow, name: &str) -> Result<Self> { Ok(row.try_get(name)?) }
        }
        impl Column for Option<$kind> {
            fn from_sqlite(row: &SqliteRow, name: &str) -> Result<Self> { Ok(row.try_get(name)?) }
            fn from_postgres(row: &PgRow, name: &str) -> Result<Self> { Ok(row.try_get(name)?) }
        }
    )*};
}
plain!(String, i64, f64, bool, Vec<u8>);

/// Types stored as another type: `$from` in the database, made by `$make`.
macro_rules! through {
    ($kind:ty, $from:ty, $make:expr) => {
        impl Column for $kind {
            fn from_sqlite(row: &SqliteRow, name: &str) -> Result<Self> {
                ($make)(<$from>::from_sqlite(row, name)?, name)
            }
            fn from_postgres(row: &PgRow, name: &str) -> Result<Self> {
                ($make)(<$from>::from_postgres(row, name)?, name)
            }
        }
    };
}

fn unreadable(column: &str, problem: impl ToString) -> Error {
    Error::Unreadable {
        column: column.to_owned(),
        problem: problem.to_string(),
    }
}

fn timestamp(micros: i64, name: &str) -> Result<Timestamp> {
    Timestamp::from_microsecond(micros).map_err(|e| unreadable(name, e))
}

fn date(text: &str, name: &str) -> Result<Date> {
    text.parse().map_err(|e: jiff::Error| unreadable(name, e))
}

through!(Timestamp, i64, timestamp);
through!(Option<Timestamp>, Option<i64>, |v: Option<i64>, name: &str| v
    .map(|v| timestamp(v, name))
    .transpose());
through!(Date, String, |v: String, name: &str| date(&v, name));
through!(Option<Date>, Option<String>, |v: Option<String>, name: &str| {
    v.filter(|text| !text.is_empty())
        .map(|text| date(&text, name))
        .transpose()
});
through!(serde_json::Value, String, |v: String, name: &str| {
    serde_json::from_str(&v).map_err(|e| unreadable(name, e))
});

impl Column for Id {
    fn from_sqlite(row: &SqliteRow, name: &str) -> Result<Self> {
        Ok(Id(row.try_get(name)?))
    }
    fn from_postgres(row: &PgRow, name: &str) -> Result<Self> {
        Ok(Id(row.try_get(name)?))
    }
}

impl Column for Option<Id> {
    fn from_sqlite(row: &SqliteRow, name: &str) -> Result<Self> {
        if row.try_get_raw(name)?.is_null() {
            Ok(None)
        } else {
            Id::from_sqlite(row, name).map(Some)
        }
    }
    fn from_postgres(row: &PgRow, name: &str) -> Result<Self> {
        if row.try_get_raw(name)?.is_null() {
            Ok(None)
        } else {
            Id::from_postgres(row, name).map(Some)
        }
    }
}

/// A type that a whole row can be read as; made by [`crate::record!`].
pub trait FromRow: Sized {
    /// Reads the row.
    fn from_row(row: &Row) -> Result<Self>;
}

/// Declares a struct whose fields are read from the columns of the same names.
#[macro_export]
macro_rules! record {
    ($(#[$meta:meta])* $vis:vis struct $name:ident { $($(#[$fmeta:meta])* $fvis:vis $field:ident : $kind:ty),* $(,)? }) => {
        $(#[$meta])* $vis struct $name { $($(#[$fmeta])* $fvis $field: $kind),* }
        impl $crate::FromRow for $name {
            fn from_row(row: &$crate::Row) -> $crate::Result<Self> {
                Ok(Self { $($field: row.get(stringify!($field))?),* })
            }
        }
    };
}
