//! Medborgarlöften: what police and municipality promise residents together, for places and a time.

use super::{LINE, TEXT, is_long};
use jiff::civil::Date;

/// What is written about a promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    pub title: String,
    /// Who promises beside the municipality.
    pub parties: Vec<String>,
    pub places: Vec<String>,
    /// One on a line: what, who, how much.
    pub promises: Vec<String>,
    /// What it rests on: picture, dialogues.
    pub background: String,
    pub effect: String,
    pub from_on: Date,
    pub until_on: Date,
    pub follow_up_on: Option<Date>,
}

impl Promise {
    /// What keeps it from being saved.
    pub(crate) fn complaints(&self) -> Vec<(&'static str, &'static str)> {
        let mut list = Vec::new();
        let mut expect = |holds: bool, field, text| {
            if !holds {
                list.push((field, text));
            }
        };
        expect(!self.title.is_empty(), "title", "civil-error-promise-title");
        expect(!self.parties.is_empty(), "parties", "civil-error-promise-parties");
        expect(!self.promises.is_empty(), "promises", "civil-error-promises");
        expect(
            !self.background.is_empty(),
            "background",
            "civil-error-promise-background",
        );
        expect(!self.effect.is_empty(), "effect", "civil-error-promise-effect");
        expect(self.from_on < self.until_on, "until", "civil-error-promise-until");
        expect(!is_long(&self.title, LINE), "title", "civil-error-line-long");
        for (field, text) in [
            ("parties", &self.parties.join("\n")),
            ("places", &self.places.join("\n")),
            ("promises", &self.promises.join("\n")),
            ("background", &self.background),
            ("effect", &self.effect),
        ] {
            expect(!is_long(text, TEXT), field, "civil-error-text-long");
        }
        list
    }
}

/// From this day the desk asks for the next promise, unless one is written that goes on after this.
pub(crate) fn is_running_out(until_on: Date, latest_until: Date, today: Date) -> bool {
    super::clock::begin_on(until_on) <= today && latest_until <= until_on
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_next_promise_is_asked_for_half_a_year_ahead_until_it_is_there() {
        let until = date(2026, 12, 31);
        assert!(!is_running_out(until, until, date(2026, 6, 29)));
        assert!(is_running_out(until, until, date(2026, 6, 30)));
        assert!(!is_running_out(until, date(2030, 12, 31), date(2026, 6, 30)));
    }

    #[test]
    fn a_promise_says_what_with_whom_and_how_long() {
        let promise = Promise {
            title: String::new(),
            parties: Vec::new(),
            places: Vec::new(),
            promises: Vec::new(),
            background: String::new(),
            effect: "Tryggare".into(),
            from_on: date(2027, 1, 1),
            until_on: date(2027, 1, 1),
            follow_up_on: None,
        };
        let fields: Vec<_> = promise.complaints().into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["title", "parties", "promises", "background", "until"]);
    }
}
