//! A time of day as people write it, for planned publication.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// Hour and minute of "8", "8.00", "08:30"; none for what is no time.
pub(crate) fn time_of_day(typed: &str) -> Option<(i8, i8)> {
    let typed = typed.trim();
    let (hour, minute) = typed.split_once(['.', ':']).unwrap_or((typed, "0"));
    let digits = |part: &str| part.len() <= 2 && !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    if !digits(hour) || !digits(minute) {
        return None;
    }
    let (hour, minute): (i8, i8) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some((hour, minute))
}

/// The moment of a day and a time in the municipality.
pub(crate) fn moment(day: Date, time: (i8, i8), zone: &TimeZone) -> Option<Timestamp> {
    let local = day.at(time.0, time.1, 0, 0).to_zoned(zone.clone()).ok()?;
    Some(local.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        for (typed, time) in [
            ("8", Some((8, 0))),
            (" 8.00 ", Some((8, 0))),
            ("08:30", Some((8, 30))),
            ("23.59", Some((23, 59))),
            ("24.00", None),
            ("8.60", None),
            ("åtta", None),
            ("8.", None),
            ("", None),
            ("+8", None),
        ] {
            assert_eq!(time_of_day(typed), time, "{typed}");
        }
    }

    #[test]
    fn a_moment_follows_summer_time() {
        let zone = TimeZone::get("Europe/Stockholm").expect("the zone is there");
        let hour = |month| {
            let at = moment(jiff::civil::date(2026, month, 3), (8, 0), &zone).expect("a moment");
            at.to_zoned(TimeZone::UTC).hour()
        };
        assert_eq!((hour(2), hour(7)), (7, 6));
    }
}
