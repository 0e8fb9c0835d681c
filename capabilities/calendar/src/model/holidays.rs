//! The days that the law gives: public holidays, eves, and ordinary elections. Everything follows from the year.
//!
//! Lagen (1989:253) om allmänna helgdagar 1 § names the holidays; from 2005 the national day is one of them. Ordinary
//! Sundays are holidays too, but no reason to move a dialogue, and are left out. The eves are those that semesterlagen
//! (1977:480) 3 a § puts beside Sundays, and Easter Eve, when nobody meets either. School breaks, other faiths' holidays
//! and elections to the European Parliament follow no rule of a year: the municipality writes them (`LocalDay`).

use jiff::{
    ToSpan as _,
    civil::{Date, Weekday, date},
};

/// A day that returns every year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holiday {
    pub day: Date,
    /// The word of its name: `calendar-holiday-<key>`.
    pub key: &'static str,
    /// An eve: nobody is at work, though the law does not call it a holiday.
    pub eve: bool,
}

/// Easter Day, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8).
pub fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    // The computus gives 22 March to 25 April for every year.
    day_of(year, i8::try_from(month).unwrap_or(3), i8::try_from(day).unwrap_or(31))
}

/// The holidays and eves of a year, in order. Right from 2005, when the national day took the place of Whit Monday.
pub fn holidays(year: i16) -> Vec<Holiday> {
    let easter = easter(year);
    let after_easter = |days: i32| easter.saturating_add(days.days());
    let midsummer = saturday_from(day_of(year, 6, 20));
    let holiday = |key, day| Holiday { day, key, eve: false };
    let eve = |key, day| Holiday { day, key, eve: true };
    let mut all = vec![
        holiday("new-year", day_of(year, 1, 1)),
        holiday("epiphany", day_of(year, 1, 6)),
        holiday("good-friday", after_easter(-2)),
        eve("easter-eve", after_easter(-1)),
        holiday("easter", easter),
        holiday("easter-monday", after_easter(1)),
        holiday("first-of-may", day_of(year, 5, 1)),
        holiday("ascension", after_easter(39)),
        holiday("whit-sunday", after_easter(49)),
        holiday("national-day", day_of(year, 6, 6)),
        eve("midsummer-eve", midsummer.saturating_sub(1.day())),
        holiday("midsummer", midsummer),
        holiday("all-saints", saturday_from(day_of(year, 10, 31))),
        eve("christmas-eve", day_of(year, 12, 24)),
        holiday("christmas", day_of(year, 12, 25)),
        holiday("boxing-day", day_of(year, 12, 26)),
        eve("new-years-eve", day_of(year, 12, 31)),
    ];
    // Ascension may fall on the first of May, and Whit Sunday on the national day: both are then told.
    all.sort_by_key(|one| one.day);
    all
}

/// The day of the ordinary elections to Riksdag, region and municipality, if the year has them: the second Sunday of
/// September every fourth year. Vallagen (2005:837) 1 kap. 3 §.
pub fn election(year: i16) -> Option<Date> {
    if year < 2014 || (year - 2014) % 4 != 0 {
        return None;
    }
    day_of(year, 9, 1).nth_weekday_of_month(2, Weekday::Sunday).ok()
}

/// When voting in advance begins: the eighteenth day before the election. Vallagen (2005:837) 10 kap. 2 §.
pub fn advance_voting_begins(election: Date) -> Date {
    election.saturating_sub(18.days())
}

/// That day or the Saturday after it.
fn saturday_from(day: Date) -> Date {
    let ahead = day.weekday().until(Weekday::Saturday);
    day.saturating_add(i32::from(ahead).days())
}

/// A day that the calendar has in every year.
fn day_of(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, day).unwrap_or(date(year, 1, 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(year: i16, key: &str) -> Date {
        holidays(year).into_iter().find(|one| one.key == key).unwrap().day
    }

    #[test]
    fn easter_falls_where_the_almanac_has_it() {
        let known = [
            (2005, 3, 27),
            (2008, 3, 23),
            (2011, 4, 24),
            (2016, 3, 27),
            (2019, 4, 21),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2028, 4, 16),
            (2029, 4, 1),
            (2030, 4, 21),
            (2038, 4, 25),
            // The earliest and the latest there can be.
            (1818, 3, 22),
            (1943, 4, 25),
            (2100, 3, 28),
        ];
        for (year, month, day) in known {
            assert_eq!(easter(year), date(year, month, day));
        }
    }

    #[test]
    fn the_holidays_of_2026_stand_as_in_the_almanac() {
        let expected = [
            ("new-year", 1, 1),
            ("epiphany", 1, 6),
            ("good-friday", 4, 3),
            ("easter-eve", 4, 4),
            ("easter", 4, 5),
            ("easter-monday", 4, 6),
            ("first-of-may", 5, 1),
            ("ascension", 5, 14),
            ("whit-sunday", 5, 24),
            ("national-day", 6, 6),
            ("midsummer-eve", 6, 19),
            ("midsummer", 6, 20),
            ("all-saints", 10, 31),
            ("christmas-eve", 12, 24),
            ("christmas", 12, 25),
            ("boxing-day", 12, 26),
            ("new-years-eve", 12, 31),
        ];
        let found: Vec<_> = holidays(2026)
            .iter()
            .map(|one| (one.key, one.day.month(), one.day.day()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_moveable_days_of_other_years_stand_as_in_the_almanac() {
        let known = [
            // good friday, ascension, whit sunday, midsummer, all saints
            (2024, [(3, 29), (5, 9), (5, 19), (6, 22), (11, 2)]),
            (2025, [(4, 18), (5, 29), (6, 8), (6, 21), (11, 1)]),
            (2027, [(3, 26), (5, 6), (5, 16), (6, 26), (11, 6)]),
            (2028, [(4, 14), (5, 25), (6, 4), (6, 24), (11, 4)]),
            (2029, [(3, 30), (5, 10), (5, 20), (6, 23), (11, 3)]),
        ];
        for (year, days) in known {
            let keys = ["good-friday", "ascension", "whit-sunday", "midsummer", "all-saints"];
            for (key, (month, day)) in keys.iter().zip(days) {
                assert_eq!(of(year, key), date(year, month, day), "{key} {year}");
            }
        }
        assert_eq!(of(2008, "ascension"), of(2008, "first-of-may"), "both on one day");
    }

    #[test]
    fn elections_come_on_the_second_sunday_of_september_every_fourth_year() {
        let known = [(2014, 14), (2018, 9), (2022, 11), (2026, 13), (2030, 8), (2034, 10)];
        for (year, day) in known {
            assert_eq!(election(year), Some(date(year, 9, day)));
        }
        assert!(
            [2010, 2024, 2025, 2027, 2028, 2029]
                .iter()
                .all(|year| election(*year).is_none())
        );
        assert_eq!(advance_voting_begins(date(2026, 9, 13)), date(2026, 8, 26));
    }

    proptest! {
        #[test]
        fn every_year_has_its_seventeen_days_in_order(year in 2005_i16..2400) {
            let all = holidays(year);
            prop_assert_eq!(all.len(), 17);
            prop_assert!(all.windows(2).all(|pair| pair[0].day <= pair[1].day));
            prop_assert!(all.iter().all(|one| one.day.year() == year));
            let weekday = |key| of(year, key).weekday();
            prop_assert_eq!(weekday("easter"), Weekday::Sunday);
            prop_assert_eq!(weekday("ascension"), Weekday::Thursday);
            prop_assert_eq!(weekday("midsummer"), Weekday::Saturday);
            prop_assert_eq!(weekday("all-saints"), Weekday::Saturday);
            prop_assert!((20..=26).contains(&of(year, "midsummer").day()));
            let saints = of(year, "all-saints");
            prop_assert!(saints == date(year, 10, 31) || (saints.month() == 11 && saints.day() <= 6));
        }
    }
}
