//! Rows on their way out: columns by name into typed fields, the same from both engines.

use crate::{Error, Id, Result};
use jiff::{Timestamp, civil::Date};
use rusqlite::types::{FromSql, ValueRef};
use sqlx::{Row as _, ValueRef as _, postgres::PgRow};
use std::cell::Cell;

/// One row of an answer, borrowed from the engine while it stands on it.
#[derive(Debug)]
pub enum Row<'a> {
    #[doc(hidden)]
    Sqlite(&'a rusqlite::Row<'a>),
    #[doc(hidden)]
    Postgres(&'a PgRow),
}

impl Row<'_> {
    /// The column of that name.
    pub fn get<T: Column>(&self, name: &str) -> Result<T> {
        self.next(&Cell::new(0), name)
    }

    /// The column of that name, looked for first where `next` says: fields mostly stand in the order of the statement.
    #[doc(hidden)]
    pub fn next<T: Column>(&self, next: &Cell<usize>, name: &str) -> Result<T> {
        match self {
            Row::Sqlite(row) => {
                let columns = row.as_ref();
                let place = match columns.column_name(next.get()) {
                    Ok(there) if there == name => next.get(),
                    _ => columns.column_index(name)?,
                };
                next.set(place + 1);
                T::from_sqlite(row.get_ref(place)?, name)
            }
            Row::Postgres(row) => T::from_postgres(row, name),
        }
    }

    /// The column at that place, from nought.
    pub fn at<T: Column>(&self, place: usize) -> Result<T> {
        match self {
            Row::Sqlite(row) => T::from_sqlite(row.get_ref(place)?, row.as_ref().column_name(place)?),
            Row::Postgres(row) => T::from_postgres(row, sqlx::Column::name(row.try_column(place)?)),
        }
    }
}

/// A type that a column can be read as.
pub trait Column: Sized {
    #[doc(hidden)]
    fn from_sqlite(value: ValueRef<'_>, name: &str) -> Result<Self>;
    #[doc(hidden)]
    fn from_postgres(row: &PgRow, name: &str) -> Result<Self>;
}

fn from_sqlite<T: FromSql>(value: ValueRef<'_>, name: &str) -> Result<T> {
    T::column_result(value).map_err(|problem| unreadable(name, problem))
}

macro_rules! plain {
    ($($kind:ty),*) => {$(
        impl Column for $kind {
            fn from_sqlite(value: ValueRef<'_>, name: &str) -> Result<Self> { from_sqlite(value, name) }
            fn from_postgres(row: &PgRow, name: &str) -> Result<Self> { Ok(row.try_get(name)?) }
        }
        impl Column for Option<$kind> {
            fn from_sqlite(value: ValueRef<'_>, name: &str) -> Result<Self> { from_sqlite(value, name) }
            fn from_postgres(row: &PgRow, name: &str) -> Result<Self> { Ok(row.try_get(name)?) }
        }
    )*};
}
plain!(String, i64, f64, bool, Vec<u8>);

/// Types stored as another type: `$from` in the database, made by `$make`.
macro_rules! through {
    ($kind:ty, $from:ty, $make:expr) => {
        impl Column for $kind {
            fn from_sqlite(value: ValueRef<'_>, name: &str) -> Result<Self> {
                ($make)(<$from>::from_sqlite(value, name)?, name)
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
    fn from_sqlite(value: ValueRef<'_>, name: &str) -> Result<Self> {
        let bytes = value.as_blob().map_err(|problem| unreadable(name, problem))?;
        let uuid = uuid::Uuid::from_slice(bytes).map_err(|problem| unreadable(name, problem))?;
        Ok(Id(uuid))
    }
    fn from_postgres(row: &PgRow, name: &str) -> Result<Self> {
        Ok(Id(row.try_get(name)?))
    }
}

impl Column for Option<Id> {
    fn from_sqlite(value: ValueRef<'_>, name: &str) -> Result<Self> {
        match value {
            ValueRef::Null => Ok(None),
            value => Id::from_sqlite(value, name).map(Some),
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
    fn from_row(row: &Row<'_>) -> Result<Self>;
}

/// Declares a struct whose fields are read from the columns of the same names.
#[macro_export]
macro_rules! record {
    ($(#[$meta:meta])* $vis:vis struct $name:ident { $($(#[$fmeta:meta])* $fvis:vis $field:ident : $kind:ty),* $(,)? }) => {
        $(#[$meta])* $vis struct $name { $($(#[$fmeta])* $fvis $field: $kind),* }
        impl $crate::FromRow for $name {
            fn from_row(row: &$crate::Row<'_>) -> $crate::Result<Self> {
                let next = ::std::cell::Cell::new(0);
                Ok(Self { $($field: row.next(&next, stringify!($field))?),* })
            }
        }
    };
}
