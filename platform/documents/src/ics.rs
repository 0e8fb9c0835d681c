//! Calendar files (iCalendar, RFC 5545), for readers that fetch them again and again.
//!
//! An event keeps its identifier for ever: a reader knows by it that a moved day is the same event. Days have no hour:
//! `DTEND` is the day after the last (RFC 5545, 3.6.1).

use jiff::{Timestamp, civil::Date};
use std::fmt::Write as _;

/// Media type of what [`write`] returns.
pub const ICS: &str = "text/calendar; charset=utf-8";
/// Octets on a line, its end not counted (RFC 5545, 3.1).
const LINE: usize = 75;

/// A calendar with its events.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    /// What readers show it as.
    pub name: String,
    /// Who made it: `-//Exempelby kommun//Samspel//SV`.
    pub product: String,
    pub events: Vec<Event>,
}

/// Something on one day or several.
#[derive(Debug, Clone)]
pub struct Event {
    /// The same for ever, and like no other's anywhere: `<id>@dialog.exempelby.se`.
    pub uid: String,
    /// When what is told here last changed.
    pub changed_at: Timestamp,
    pub first: Date,
    /// The last day; not before the first.
    pub last: Date,
    pub summary: String,
    /// More about it; empty for nothing.
    pub description: String,
    /// Where one reads on; empty for nowhere.
    pub url: String,
    /// It will not be. Readers that have it strike it out.
    pub cancelled: bool,
}

/// The file. Lines end with CR LF and are folded at 75 octets, never within a letter.
pub fn write(calendar: &Calendar) -> String {
    let mut out = String::new();
    line(&mut out, "BEGIN", "VCALENDAR");
    line(&mut out, "VERSION", "2.0");
    line(&mut out, "PRODID", &text(&calendar.product));
    line(&mut out, "CALSCALE", "GREGORIAN");
    line(&mut out, "METHOD", "PUBLISH");
    line(&mut out, "X-WR-CALNAME", &text(&calendar.name));
    for event in &calendar.events {
        write_event(&mut out, event);
    }
    line(&mut out, "END", "VCALENDAR");
    out
}

fn write_event(out: &mut String, event: &Event) {
    let after = event.last.max(event.first).tomorrow().unwrap_or(event.last);
    let changed = event.changed_at.strftime("%Y%m%dT%H%M%SZ").to_string();
    line(out, "BEGIN", "VEVENT");
    line(out, "UID", &text(&event.uid));
    line(out, "DTSTAMP", &changed);
    line(out, "LAST-MODIFIED", &changed);
    line(out, "DTSTART;VALUE=DATE", &day(event.first));
    line(out, "DTEND;VALUE=DATE", &day(after));
    line(out, "SUMMARY", &text(&event.summary));
    if !event.description.is_empty() {
        line(out, "DESCRIPTION", &text(&event.description));
    }
    if !event.url.is_empty() {
        // A URI, not a text: nothing in it is escaped (3.8.4.6).
        let whole: String = event.url.chars().filter(|sign| !sign.is_control()).collect();
        line(out, "URL", &whole);
    }
    if event.cancelled {
        line(out, "STATUS", "CANCELLED");
    }
    // Whole days must not make anybody look busy.
    line(out, "TRANSP", "TRANSPARENT");
    line(out, "END", "VEVENT");
}

fn day(date: Date) -> String {
    date.strftime("%Y%m%d").to_string()
}

/// A text value (3.3.11): what would end it or break it is escaped, other control signs are left out.
fn text(value: &str) -> String {
    let mut safe = String::with_capacity(value.len());
    for sign in value.replace("\r\n", "\n").chars() {
        match sign {
            '\\' | ';' | ',' => {
                safe.push('\\');
                safe.push(sign);
            }
            '\n' | '\r' => safe.push_str("\\n"),
            _ if sign.is_control() => {}
            _ => safe.push(sign),
        }
    }
    safe
}

/// A line, folded: each further piece begins with a blank, which counts (3.1).
fn line(out: &mut String, name: &str, value: &str) {
    let mut whole = String::with_capacity(name.len() + value.len() + 1);
    // Writing to a String cannot fail.
    let _ = write!(whole, "{name}:{value}");
    let mut used = 0;
    for sign in whole.chars() {
        if used + sign.len_utf8() > LINE {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(sign);
        used += sign.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn event() -> Event {
        Event {
            uid: "0195@dialog.example.se".into(),
            changed_at: Timestamp::from_second(1_773_738_000).unwrap(),
            first: date(2026, 3, 2),
            last: date(2026, 3, 31),
            summary: "Hur ska Mörby park bli?".into(),
            description: "Lek, bad; och \\ annat\nSvara senast 31 mars".into(),
            url: "https://dialog.example.se/dialoger/morby?a=1,2;3".into(),
            cancelled: false,
        }
    }

    fn calendar(events: Vec<Event>) -> Calendar {
        Calendar {
            name: "Dialoger".into(),
            product: "-//Exempelby kommun//Samspel//SV".into(),
            events,
        }
    }

    #[test]
    fn a_calendar_is_these_lines() {
        let expected = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Exempelby kommun//Samspel//SV",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            "X-WR-CALNAME:Dialoger",
            "BEGIN:VEVENT",
            "UID:0195@dialog.example.se",
            "DTSTAMP:20260317T090000Z",
            "LAST-MODIFIED:20260317T090000Z",
            "DTSTART;VALUE=DATE:20260302",
            "DTEND;VALUE=DATE:20260401",
            "SUMMARY:Hur ska Mörby park bli?",
            "DESCRIPTION:Lek\\, bad\\; och \\\\ annat\\nSvara senast 31 mars",
            "URL:https://dialog.example.se/dialoger/morby?a=1,2;3",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        let file = write(&calendar(vec![event()]));
        assert_eq!(file.split("\r\n").collect::<Vec<_>>(), [&expected[..], &[""]].concat());
    }

    #[test]
    fn what_will_not_be_says_so_and_a_backward_period_is_one_day() {
        let file = write(&calendar(vec![Event {
            cancelled: true,
            last: date(2026, 2, 1),
            description: String::new(),
            url: String::new(),
            ..event()
        }]));
        assert!(file.contains("STATUS:CANCELLED\r\n") && file.contains("DTEND;VALUE=DATE:20260303\r\n"));
        assert!(!file.contains("DESCRIPTION") && !file.contains("URL"));
    }

    /// As a reader joins them again.
    fn unfolded(file: &str) -> String {
        file.replace("\r\n ", "")
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_none_is_broken_by_what_people_write(summary in ".{0,300}", description in "(.|\n){0,300}") {
            let file = write(&calendar(vec![Event { summary: summary.clone(), description, ..event() }]));
            prop_assert!(file.ends_with("\r\n"));
            for line in file.trim_end_matches("\r\n").split("\r\n") {
                prop_assert!(line.len() <= LINE, "{} octets: {line}", line.len());
                prop_assert!(!line.contains(['\r', '\n']));
            }
            let whole = format!("\r\nSUMMARY:{}\r\n", text(&summary));
            prop_assert!(unfolded(&file).contains(&whole));
            prop_assert_eq!(file.matches("BEGIN:VEVENT").count(), 1);
        }
    }
}
