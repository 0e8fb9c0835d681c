//! Dates, numbers and shares as people write them (Myndigheternas skrivregler).

use crate::Lang;
use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// Hard space: a number is never broken over lines.
const HARD_SPACE: char = '\u{a0}';

const MONTHS: [[&str; 12]; 2] = [
    [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];
const DAYS: [[&str; 7]; 2] = [
    ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"],
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ],
];

/// A language and a time zone to write in.
#[derive(Debug, Clone)]
pub struct Local {
    /// The language.
    pub lang: Lang,
    /// The zone of the municipality.
    pub zone: TimeZone,
}

impl Local {
    fn row(&self) -> usize {
        match self.lang {
            Lang::Sv => 0,
            Lang::En => 1,
        }
    }

    /// "mars"; one to twelve.
    fn month(&self, date: Date) -> &'static str {
        MONTHS[self.row()][usize::try_from(date.month() - 1).unwrap_or(0).min(11)]
    }

    /// "mars 2026".
    pub fn month_of_year(&self, date: Date) -> String {
        format!("{} {}", self.month(date), date.year())
    }

    /// "tisdag 17 mars 2026".
    pub fn date(&self, date: Date) -> String {
        let day = DAYS[self.row()][usize::try_from(date.weekday().to_monday_zero_offset())
            .unwrap_or(0)
            .min(6)];
        format!("{day} {}", self.short_date(date))
    }

    /// "17 mars 2026".
    pub fn short_date(&self, date: Date) -> String {
        format!("{}{HARD_SPACE}{} {}", date.day(), self.month(date), date.year())
    }

    /// "2–31 mars 2026", "2 mars–5 april 2026".
    pub fn period(&self, from: Date, to: Date) -> String {
        if from == to {
            return self.short_date(from);
        }
        if from.year() != to.year() {
            return format!("{}–{}", self.short_date(from), self.short_date(to));
        }
        if from.month() == to.month() {
            return format!("{}–{}", from.day(), self.short_date(to));
        }
        format!("{}{HARD_SPACE}{}–{}", from.day(), self.month(from), self.short_date(to))
    }

    /// "17 mars 2026 klockan 14.02".
    pub fn moment(&self, at: Timestamp) -> String {
        let there = at.to_zoned(self.zone.clone());
        let (hour, minute) = (there.hour(), there.minute());
        match self.lang {
            Lang::Sv => format!("{} klockan {hour:02}.{minute:02}", self.short_date(there.date())),
            Lang::En => format!("{} at {hour:02}:{minute:02}", self.short_date(there.date())),
        }
    }

    /// The calendar day of a moment in the municipality's zone.
    pub fn day(&self, at: Timestamp) -> Date {
        at.to_zoned(self.zone.clone()).date()
    }

    /// "1 000 000", with hard spaces.
    pub fn number(&self, value: i64) -> String {
        let digits = value.unsigned_abs().to_string();
        let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 1);
        if value < 0 {
            out.push('−');
        }
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                out.push(if self.lang == Lang::Sv { HARD_SPACE } else { ',' });
            }
            out.push(digit);
        }
        out
    }

    /// "38 %" of a whole; "–" when the whole is nothing.
    pub fn percent(&self, part: i64, whole: i64) -> String {
        if whole <= 0 {
            return "–".to_owned();
        }
        let rounded = (part.saturating_mul(200) / whole + 1) / 2;
        match self.lang {
            Lang::Sv => format!("{rounded}{HARD_SPACE}%"),
            Lang::En => format!("{rounded}%"),
        }
    }

    /// "24 kB".
    pub fn size(&self, bytes: i64) -> String {
        if bytes >= 1_000_000 {
            let tenths = bytes / 100_000;
            let comma = if self.lang == Lang::Sv { ',' } else { '.' };
            return format!("{}{comma}{}{HARD_SPACE}MB", tenths / 10, tenths % 10);
        }
        format!("{}{HARD_SPACE}kB", ((bytes + 999) / 1000).max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn sv() -> Local {
        Local {
            lang: Lang::Sv,
            zone: TimeZone::UTC,
        }
    }

    #[test]
    fn dates_read_as_people_write_them() {
        let (a, b, c) = (date(2026, 3, 2), date(2026, 3, 31), date(2026, 4, 5));
        assert_eq!(sv().month_of_year(a), "mars 2026");
        assert_eq!(sv().date(date(2026, 3, 17)), "tisdag 17\u{a0}mars 2026");
        assert_eq!(sv().period(a, b), "2–31\u{a0}mars 2026");
        assert_eq!(sv().period(a, c), "2\u{a0}mars–5\u{a0}april 2026");
    }

    #[test]
    fn numbers_have_hard_spaces_and_shares_a_base() {
        assert_eq!(sv().number(-1_234_567), "−1\u{a0}234\u{a0}567");
        assert_eq!(
            (sv().percent(1, 3), sv().percent(0, 0)),
            ("33\u{a0}%".to_owned(), "–".to_owned())
        );
        assert_eq!(
            (sv().size(12), sv().size(1_540_000)),
            ("1\u{a0}kB".to_owned(), "1,5\u{a0}MB".to_owned())
        );
    }
}
