//! Those who speak for an organisation: how they are invited, for how long they may, and when they are forgotten.

use super::organisation::later;
use super::screening::names_a_person;
use super::{LINE, is_long};
use jiff::SignedDuration;
use jiff::civil::Date;

/// How long the link of an invitation works.
pub(crate) const LINK_LENGTH: SignedDuration = SignedDuration::from_hours(14 * 24);
/// How long a code works.
pub(crate) const CODE_LENGTH: SignedDuration = SignedDuration::from_mins(10);
/// How often a code may be tried.
pub(crate) const TRIES: i64 = 5;
/// How many codes of an address are under way at most, so that nobody's letter box is filled.
pub(crate) const CODES: i64 = 3;
/// How long one stays signed in: long enough to write an answer, short enough for a borrowed computer.
pub(crate) const SESSION_LENGTH: SignedDuration = SignedDuration::from_hours(3);
/// How long name and address stay after somebody stopped, so that the municipality can ask about what they sent.
const KEPT_DAYS: i64 = 30;

/// Somebody who is to speak for an organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Invitation {
    /// "Ordförande": what is shown and what the log names.
    pub role: String,
    pub name: String,
    pub email: String,
}

impl Invitation {
    /// What keeps the letter from being sent: the field and the text that says what to do.
    pub(crate) fn complaints(&self) -> Vec<(&'static str, &'static str)> {
        let mut list = Vec::new();
        let mut expect = |holds: bool, field, text| {
            if !holds {
                list.push((field, text));
            }
        };
        expect(!self.role.is_empty(), "role", "civil-error-role");
        expect(!self.name.is_empty(), "person-name", "civil-error-person-name");
        expect(
            identity::contacts::is_address(&self.email),
            "email",
            "civil-error-email",
        );
        for (field, text) in [("role", &self.role), ("person-name", &self.name)] {
            expect(!is_long(text, LINE), field, "civil-error-line-long");
            expect(!names_a_person(text), field, "civil-error-personal");
        }
        list
    }
}

/// The last day that somebody verified on a day may speak for an organisation: a new board is elected at the annual meeting, and has two
/// months from the day after it to say who speaks. Where no meeting is known, a year. A day mistyped years ahead gives nobody more.
pub(crate) fn speaks_until(verified_on: Date, meeting_on: Option<Date>) -> Date {
    match meeting_on.map(|latest| next_meeting(verified_on, latest)) {
        Some(next) => later(days_later(next, 1), 2).min(later(verified_on, 15)),
        None => later(verified_on, 12),
    }
}

/// The first annual meeting after a day, when the latest known was on another: the same day of a later year.
fn next_meeting(after: Date, known: Date) -> Date {
    let years = i64::from(after.year() - known.year()).max(0);
    let this_year = later(known, years * 12);
    if this_year > after {
        this_year
    } else {
        later(known, (years + 1) * 12)
    }
}

/// The day on which name and address are erased of somebody who stops on another.
pub(crate) fn erased_on(stops_on: Date) -> Date {
    days_later(stops_on, KEPT_DAYS)
}

fn days_later(day: Date, days: i64) -> Date {
    let span = jiff::Span::new().try_days(days);
    span.and_then(|span| day.checked_add(span)).unwrap_or(day)
}

/// A code for one visit: six digits, as in a letter. Any eight random bytes make one.
pub(crate) fn code_of(random: [u8; 8]) -> String {
    // Of 2^64 numbers, a million divides so evenly that no code is likelier than another by more than one in 10^13.
    format!("{:06}", u64::from_be_bytes(random) % 1_000_000)
}

/// The code as somebody typed it, with blanks or hyphens.
pub(crate) fn code_read(typed: &str) -> String {
    typed
        .chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '-')
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn somebody_speaks_until_two_months_after_the_next_annual_meeting_or_for_a_year() {
        let verified = date(2026, 3, 17);
        for (meeting, until) in [
            (None, date(2027, 3, 17)),
            // Held last autumn: the next is this autumn.
            (Some(date(2025, 10, 1)), date(2026, 12, 2)),
            // Held last week: the next is in a year.
            (Some(date(2026, 3, 10)), date(2027, 5, 11)),
            // The day itself is not after it.
            (Some(verified), date(2027, 5, 18)),
            // Told in advance.
            (Some(date(2026, 4, 20)), date(2026, 6, 21)),
            // Nobody has told the register for years.
            (Some(date(2019, 5, 31)), date(2026, 8, 1)),
            // A leap day is the last of February in other years.
            (Some(date(2024, 2, 29)), date(2027, 5, 1)),
        ] {
            assert_eq!(speaks_until(verified, meeting), until, "{meeting:?}");
        }
    }

    #[test]
    fn an_invitation_names_role_person_and_address_and_no_number_of_a_person() {
        let fields = |one: &Invitation| -> Vec<_> { one.complaints().into_iter().map(|(field, _)| field).collect() };
        assert_eq!(fields(&Invitation::default()), ["role", "person-name", "email"]);
        let one = Invitation {
            role: "Ordförande".into(),
            name: "Vera Ek".into(),
            email: "vera@exempel.se".into(),
        };
        assert_eq!(fields(&one), Vec::<&str>::new());
        let faulty = Invitation {
            role: "Ordförande 811218-9876".into(),
            email: "vera".into(),
            ..one
        };
        assert_eq!(fields(&faulty), ["email", "role"]);
    }

    proptest! {
        #[test]
        fn nobody_speaks_for_more_than_fifteen_months_and_all_for_two(day in 0_i32..4000, meeting in -4000_i32..4000) {
            let first = date(2024, 1, 1);
            let verified = days_later(first, i64::from(day));
            let meeting = days_later(verified, i64::from(meeting));
            let until = speaks_until(verified, Some(meeting));
            prop_assert!(until > days_later(verified, 58), "{until}");
            prop_assert!(until <= later(verified, 15), "{until}");
            prop_assert!(erased_on(until) > until);
        }

        #[test]
        fn a_code_has_six_digits_however_it_is_typed(random in any::<[u8; 8]>()) {
            let code = code_of(random);
            prop_assert_eq!(code.len(), 6);
            let typed = format!(" {} - {} ", &code[..3], &code[3..]);
            prop_assert_eq!(code_read(&typed), code);
        }
    }
}
