//! Calendar files against the words of RFC 5545.

use documents::ics::{Calendar, Event, write};
use jiff::{Timestamp, civil::date};

fn of(event: Event) -> String {
    write(&Calendar {
        name: "Kalender".into(),
        product: "-//ABC Corporation//NONSGML My Product//EN".into(),
        events: vec![event],
    })
}

fn event(summary: &str, description: &str) -> Event {
    Event {
        uid: "19960401T080045Z-4000F192713-0052@example.com".into(),
        changed_at: Timestamp::from_second(0).expect("a moment"),
        first: date(1997, 11, 2),
        last: date(1997, 11, 2),
        summary: summary.into(),
        description: description.into(),
        url: String::new(),
        cancelled: false,
    }
}

/// 3.3.11: the description of a project presentation, with commas and a line break in its text.
#[test]
fn text_is_escaped_as_the_example_is() {
    let file = of(event(
        "Our Blissful Anniversary",
        "Project XYZ Final Review\nConference Room - 3B\nCome Prepared.",
    ));
    let said = "\r\nDESCRIPTION:Project XYZ Final Review\\nConference Room - 3B\\nCome Prepared.\r\n";
    assert!(file.replace("\r\n ", "").contains(said), "{file}");
    let file = of(event("a, b; c \\ d: \"e\"", ""));
    assert!(file.contains("\r\nSUMMARY:a\\, b\\; c \\\\ d: \"e\"\r\n"), "{file}");
}

/// 3.6.1: an anniversary of one day; the day after ends it.
#[test]
fn a_day_is_a_date_and_ends_before_the_next() {
    let file = of(event("Our Blissful Anniversary", ""));
    assert!(
        file.contains("\r\nDTSTART;VALUE=DATE:19971102\r\nDTEND;VALUE=DATE:19971103\r\n"),
        "{file}"
    );
    assert!(file.contains("\r\nUID:19960401T080045Z-4000F192713-0052@example.com\r\nDTSTAMP:19700101T000000Z\r\n"));
}

/// 3.1: no line is longer than 75 octets, a letter of several octets stays whole, and unfolding gives the text back.
#[test]
fn long_lines_are_folded_between_letters() {
    let long = "This is a long description that exists on a long line. Räksmörgåsar och 🌳 går över strecket.";
    for start in 0..12 {
        let text = format!("{}{long}", "å".repeat(start));
        let file = of(event(&text, ""));
        assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
        assert!(
            file.replace("\r\n ", "").contains(&format!("\r\nSUMMARY:{text}\r\n")),
            "{file}"
        );
        assert!(file.contains("\r\n "), "something was folded");
    }
}
