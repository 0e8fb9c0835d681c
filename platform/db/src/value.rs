//! Values on their way into a statement. Each variant keeps its type when empty, because PostgreSQL wants to know.

use crate::Id;
use jiff::{Timestamp, civil::Date};

/// One bound parameter.
#[derive(Debug, Clone)]
pub enum Value {
    /// An identifier.
    Id(Option<Id>),
    /// Text; also dates (ISO) and JSON.
    Text(Option<String>),
    /// A whole number; also moments (microseconds) and öre.
    Int(Option<i64>),
    /// A real number.
    Real(Option<f64>),
    /// A truth.
    Bool(Option<bool>),
    /// Raw bytes.
    Bytes(Option<Vec<u8>>),
}

macro_rules! from {
    ($($source:ty => $variant:ident, $value:ident => $make:expr;)*) => {$(
        impl From<$source> for Value { fn from($value: $source) -> Self { Value::$variant(Some($make)) } }
        impl From<Option<$source>> for Value {
            fn from(value: Option<$source>) -> Self { Value::$variant(value.map(|$value| $make)) }
        }
    )*};
}
from! {
    Id => Id, v => v;
    String => Text, v => v;
    &str => Text, v => v.to_owned();
    &String => Text, v => v.clone();
    i64 => Int, v => v;
    i32 => Int, v => i64::from(v);
    u32 => Int, v => i64::from(v);
    usize => Int, v => i64::try_from(v).unwrap_or(i64::MAX);
    f64 => Real, v => v;
    bool => Bool, v => v;
    Vec<u8> => Bytes, v => v;
    &[u8] => Bytes, v => v.to_vec();
    Timestamp => Int, v => v.as_microsecond();
}

impl From<Date> for Value {
    fn from(value: Date) -> Self {
        Value::Text(Some(value.to_string()))
    }
}

/// A date column is never null: empty text says that there is no date yet.
impl From<Option<Date>> for Value {
    fn from(value: Option<Date>) -> Self {
        Value::Text(Some(value.map(|date| date.to_string()).unwrap_or_default()))
    }
}

impl From<serde_json::Value> for Value {
    fn from(value: serde_json::Value) -> Self {
        Value::Text(Some(value.to_string()))
    }
}

impl From<&serde_json::Value> for Value {
    fn from(value: &serde_json::Value) -> Self {
        Value::Text(Some(value.to_string()))
    }
}

/// The parameters of a statement, in order: `args![id, "text", 5_i64]`.
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => { ::std::vec![$($crate::Value::from($value)),*] };
}
