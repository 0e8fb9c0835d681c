//! Councils and forums: who sits there, when they meet, and what somebody said they would do.

use super::is_long;
use super::{LINE, TEXT};
use db::Id;
use jiff::civil::Date;

/// The kind of the council that the act asks for (lag 2023:196, 10 §), as the pack names it.
pub(crate) const STRATEGIC: &str = "strategic";

/// What is written about a council.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Council {
    pub name: String,
    /// One of the pack's kinds of forum.
    pub kind: String,
    /// The role of whoever leads it.
    pub chair: String,
    pub is_led_by_municipality: bool,
    /// How often it meets, in words.
    pub rhythm: String,
    /// Where its rules of procedure stand.
    pub rules: String,
    pub next_on: Option<Date>,
    /// It does not meet any longer.
    pub is_closed: bool,
}

impl Council {
    /// What keeps it from being saved: the field and the text that says what to do.
    pub(crate) fn complaints(&self, kinds: &[(String, String)]) -> Vec<(&'static str, &'static str)> {
        let mut list = Vec::new();
        let mut expect = |holds: bool, field, text| {
            if !holds {
                list.push((field, text));
            }
        };
        expect(!self.name.is_empty(), "name", "civil-error-council-name");
        expect(
            kinds.iter().any(|(key, _)| *key == self.kind),
            "kind",
            "civil-error-council-kind",
        );
        expect(!self.chair.is_empty(), "chair", "civil-error-council-chair");
        let is_led = self.kind != STRATEGIC || self.is_led_by_municipality;
        expect(is_led, "led", "civil-error-council-led");
        for (field, text) in [
            ("name", &self.name),
            ("chair", &self.chair),
            ("rhythm", &self.rhythm),
            ("rules", &self.rules),
        ] {
            expect(!is_long(text, LINE), field, "civil-error-line-long");
        }
        list
    }

    /// Whether others should send somebody in a leading position.
    pub(crate) fn is_strategic(&self) -> bool {
        self.kind == STRATEGIC
    }
}

/// A seat: an organisation, and the role of whoever sits there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    pub organisation: Id,
    pub role: String,
    /// Can say yes for the organisation.
    pub is_leading: bool,
    pub from_on: Date,
}

/// What is written about a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    pub on_day: Date,
    pub place: String,
    pub agenda: Vec<String>,
    pub minutes: String,
}

impl Meeting {
    /// What keeps it from being saved.
    pub(crate) fn complaints(&self, today: Date) -> Vec<(&'static str, &'static str)> {
        let mut list = Vec::new();
        let mut expect = |holds: bool, field, text| {
            if !holds {
                list.push((field, text));
            }
        };
        expect(!self.agenda.is_empty(), "agenda", "civil-error-agenda");
        let is_in_order = self.minutes.is_empty() || self.on_day <= today;
        expect(is_in_order, "minutes", "civil-error-minutes-early");
        expect(!is_long(&self.place, LINE), "place", "civil-error-line-long");
        expect(
            !is_long(&self.agenda.join("\n"), TEXT),
            "agenda",
            "civil-error-text-long",
        );
        expect(!is_long(&self.minutes, MINUTES), "minutes", "civil-error-minutes-long");
        list
    }
}

/// Longest minutes, in characters.
pub(crate) const MINUTES: usize = 20_000;
/// Largest document, in bytes.
pub(crate) const LARGEST: usize = 10_000_000;

/// What somebody is to do until a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionPoint {
    pub task: String,
    /// The role that answers for it.
    pub responsible: String,
    pub due_on: Date,
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn kinds() -> Vec<(String, String)> {
        ["strategic", "associations"]
            .map(|key| (key.to_owned(), key.to_owned()))
            .to_vec()
    }

    #[test]
    fn the_strategic_council_is_led_by_the_municipality() {
        let council = Council {
            name: "Trygghetsrådet".into(),
            kind: STRATEGIC.into(),
            chair: "Kommunstyrelsens ordförande".into(),
            ..Council::default()
        };
        assert_eq!(council.complaints(&kinds()), [("led", "civil-error-council-led")]);
        let led = Council {
            is_led_by_municipality: true,
            ..council.clone()
        };
        assert_eq!(led.complaints(&kinds()), []);
        let other = Council {
            kind: "associations".into(),
            ..council
        };
        assert_eq!(other.complaints(&kinds()), []);
        let fields: Vec<_> = Council::default()
            .complaints(&kinds())
            .into_iter()
            .map(|(field, _)| field)
            .collect();
        assert_eq!(fields, ["name", "kind", "chair"]);
    }

    #[test]
    fn minutes_are_written_when_the_meeting_has_been() {
        let meeting = Meeting {
            on_day: date(2026, 4, 1),
            place: String::new(),
            agenda: vec!["Läget".into()],
            minutes: "Vi bestämde".into(),
        };
        let fields = |today| -> Vec<_> { meeting.complaints(today).into_iter().map(|(field, _)| field).collect() };
        assert_eq!(fields(date(2026, 3, 31)), ["minutes"]);
        assert_eq!(fields(date(2026, 4, 1)), Vec::<&str>::new());
    }
}
