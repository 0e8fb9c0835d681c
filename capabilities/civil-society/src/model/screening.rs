//! No text here may point out a person. What can be found by reading alone is found before anything is saved; moderation does the
//! same with what residents write. A number of a person is always refused; an address or a telephone number may belong
//! to a function, so whoever writes can say that it does.

use text::personal_data::{Kind, find};

/// What was found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Found {
    Nothing,
    /// A telephone number or an e-mail address: perhaps a person's.
    Address,
    /// A personal or co-ordination number.
    Person,
}

/// Reads a text.
pub(crate) fn screen(text: &str) -> Found {
    let worst = |span: text::personal_data::Span| match span.kind {
        Kind::PersonalNumber | Kind::CoordinationNumber => Found::Person,
        Kind::Phone | Kind::Email => Found::Address,
    };
    find(text).into_iter().map(worst).max().unwrap_or(Found::Nothing)
}

/// Whether a number of a person stands in the text.
pub(crate) fn names_a_person(text: &str) -> bool {
    screen(text) == Found::Person
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_a_person_weighs_more_than_an_address() {
        assert_eq!(screen("Skadegörelse vid torget, 14 fall under våren"), Found::Nothing);
        assert_eq!(screen("Ring 070-174 06 05"), Found::Address);
        assert_eq!(screen("Skriv till kansliet@exempel.se om 811218-9876"), Found::Person);
    }
}
