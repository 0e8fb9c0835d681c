//! Rules of civil society, without I/O.

pub(crate) mod agreement;
pub(crate) mod change;
pub(crate) mod clock;
pub(crate) mod council;
pub(crate) mod import;
pub(crate) mod measure;
pub(crate) mod network;
pub(crate) mod number;
pub(crate) mod organisation;
pub(crate) mod promise;
pub(crate) mod proposal;
pub(crate) mod referral;
pub(crate) mod relevance;
pub(crate) mod representative;
pub(crate) mod screening;

use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// A choice of a few: its word in the database and in forms, and the key of its name.
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident = $code:literal, $label:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$each])* $variant,)+ }
        impl $name {
            /// All of them, in the order of lists.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];
            /// The word in the database and in forms.
            pub fn code(self) -> &'static str { match self { $($name::$variant => $code,)+ } }
            /// The key of its name.
            pub fn label(self) -> &'static str { match self { $($name::$variant => $label,)+ } }
            /// The one with that word.
            pub fn from_code(code: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}
pub(crate) use choices;

/// Longest line, in characters.
pub(crate) const LINE: usize = 200;
/// Longest text.
pub(crate) const TEXT: usize = 4_000;

/// A list as it is kept.
pub(crate) fn list_json(list: &[String]) -> Value {
    Value::from(list.to_vec())
}

/// A list as it was kept; what cannot be read is empty.
pub(crate) fn list_of(json: Value) -> Vec<String> {
    serde_json::from_value(json).unwrap_or_default()
}

/// What stands one on a line, each once, in the order written.
pub(crate) fn lines(text: &str) -> Vec<String> {
    once(text.lines())
}

/// Each part once, without blanks around it.
pub(crate) fn once<'a>(parts: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    for part in parts.map(str::trim).filter(|part| !part.is_empty()) {
        if !list.iter().any(|known| known == part) {
            list.push(part.to_owned());
        }
    }
    list
}

/// Whether a text is longer than a field bears.
pub(crate) fn is_long(text: &str, most: usize) -> bool {
    text.chars().count() > most
}

/// SHA-256 of a text, in hexadecimal.
pub(crate) fn sha256(text: &str) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(text.as_bytes()))
}
