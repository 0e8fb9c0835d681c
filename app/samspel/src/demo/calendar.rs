//! The demonstration's calendar: everything is told in days before or after today, so that it is never out of date.

use anyhow::Context as _;
use jiff::{
    Timestamp, ToSpan as _,
    civil::{Date, Weekday},
    tz::TimeZone,
};
use serde_json::Value;

/// Days counted from today.
#[derive(Debug, Clone)]
pub struct Calendar {
    pub today: Date,
    zone: TimeZone,
}

impl Calendar {
    pub fn new(today: Date, zone: TimeZone) -> Calendar {
        Calendar { today, zone }
    }

    /// That many days from today, whatever weekday it is: residents answer on Sundays too.
    pub fn any_day(&self, days: i32) -> Date {
        self.today.checked_add(days.days()).unwrap_or(self.today)
    }

    /// The working day on or after it: boards meet and officials write from Monday to Friday.
    pub fn working_day(&self, days: i32) -> Date {
        let day = self.any_day(days);
        let wait = match day.weekday() {
            Weekday::Saturday => 2,
            Weekday::Sunday => 1,
            _ => 0,
        };
        day.checked_add(wait.days()).unwrap_or(day)
    }

    /// A moment of a day on the clocks of the municipality.
    pub fn moment(&self, day: Date, hour: i8, minute: i8) -> anyhow::Result<Timestamp> {
        let at = day.at(hour.clamp(0, 23), minute.clamp(0, 59), 0, 0);
        Ok(at
            .to_zoned(self.zone.clone())
            .with_context(|| format!("{day} {hour}:{minute}"))?
            .timestamp())
    }

    /// Content from its file as the product takes it: `@-30` in it is the working day 30 days ago.
    pub fn resolve(&self, value: &toml::Value) -> anyhow::Result<Value> {
        Ok(match value {
            toml::Value::String(text) => match text.strip_prefix('@') {
                Some(days) => {
                    let days = days.parse().with_context(|| format!("{text:?} is no number of days"))?;
                    Value::String(self.working_day(days).to_string())
                }
                None => Value::String(text.clone()),
            },
            toml::Value::Array(list) => {
                Value::Array(list.iter().map(|one| self.resolve(one)).collect::<Result<_, _>>()?)
            }
            toml::Value::Table(table) => {
                let pairs = table.iter().map(|(key, one)| Ok((key.clone(), self.resolve(one)?)));
                Value::Object(pairs.collect::<anyhow::Result<_>>()?)
            }
            toml::Value::Integer(number) => Value::from(*number),
            other => anyhow::bail!("{other:?} cannot stand among facts"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn officials_work_from_monday_to_friday() {
        // A Tuesday.
        let calendar = Calendar::new(date(2026, 3, 17), TimeZone::UTC);
        assert_eq!(calendar.working_day(-3), date(2026, 3, 16), "Saturday waits for Monday");
        assert_eq!(calendar.working_day(-2), date(2026, 3, 16));
        assert_eq!(calendar.working_day(1), date(2026, 3, 18));
        assert_eq!(calendar.any_day(-3), date(2026, 3, 14));
    }

    #[test]
    fn a_day_in_the_content_becomes_a_date() {
        let calendar = Calendar::new(date(2026, 3, 17), TimeZone::UTC);
        let content: toml::Value =
            toml::from_str::<toml::Table>("rows = [{ when = \"@-7\", what = \"a@b\" }]").unwrap()["rows"].clone();
        assert_eq!(
            calendar.resolve(&content).unwrap(),
            serde_json::json!([{ "when": "2026-03-10", "what": "a@b" }])
        );
    }
}
