//! The clock of the act: the situation picture is updated, and the plan followed up, at least every other year
//! (lag 2023:196, 6 §).

use super::{LINE, choices, is_long};
use jiff::civil::Date;

choices! {
    /// What the act asks for every other year.
    Demand {
        /// The situation picture is adopted or updated.
        Picture = "picture", "civil-demand-picture";
        /// The plan of measures is adopted or followed up.
        Plan = "plan", "civil-demand-plan";
    }
}

/// That a demand was met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    pub demand: Demand,
    /// Which picture or plan: "2026, version 1".
    pub version: String,
    /// The committee, and the paragraph of its minutes.
    pub decided_by: String,
    pub decided_on: Date,
    pub case_number: String,
}

impl Met {
    /// What keeps it from being saved.
    pub(crate) fn complaints(&self, today: Date) -> Vec<(&'static str, &'static str)> {
        let mut list = Vec::new();
        let mut expect = |holds: bool, field, text| {
            if !holds {
                list.push((field, text));
            }
        };
        expect(!self.version.is_empty(), "version", "civil-error-version");
        expect(!self.decided_by.is_empty(), "decided-by", "civil-error-decided-by");
        expect(self.decided_on <= today, "decided", "civil-error-future");
        for (field, text) in [
            ("version", &self.version),
            ("decided-by", &self.decided_by),
            ("case-number", &self.case_number),
        ] {
            expect(!is_long(text, LINE), field, "civil-error-line-long");
        }
        list
    }
}

/// The last day for the next time.
pub(crate) fn next_due(decided_on: Date) -> Date {
    moved(decided_on, 24)
}

/// From this day the desk says that it is time to begin: the sources take half a year.
pub(crate) fn begin_on(due: Date) -> Date {
    moved(due, -6)
}

fn moved(day: Date, months: i64) -> Date {
    let span = jiff::Span::new().try_months(months);
    span.and_then(|span| day.checked_add(span)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn two_years_are_counted_from_the_decision_and_half_a_year_is_for_the_work() {
        let due = next_due(date(2024, 2, 29));
        assert_eq!(due, date(2026, 2, 28));
        assert_eq!(begin_on(due), date(2025, 8, 28));
    }

    #[test]
    fn what_is_not_decided_yet_does_not_count() {
        let met = Met {
            demand: Demand::Picture,
            version: String::new(),
            decided_by: "KS § 12".into(),
            decided_on: date(2026, 3, 18),
            case_number: String::new(),
        };
        let fields: Vec<_> = met
            .complaints(date(2026, 3, 17))
            .into_iter()
            .map(|(field, _)| field)
            .collect();
        assert_eq!(fields, ["version", "decided"]);
    }
}
