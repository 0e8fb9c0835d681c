//! Published examples, hostile texts, and the measure against the project's marked set.

use super::*;
use proptest::prelude::*;

fn found(text: &str) -> Vec<(Kind, &str)> {
    find(text)
        .into_iter()
        .map(|span| (span.kind, &text[span.start..span.end]))
        .collect()
}

#[test]
fn the_check_digit_of_skatteverkets_example_is_right() {
    // SKV 704: 640823-323? has the check digit 4; SKV 707: 701063-239? has 1.
    assert_eq!(check_digit([6, 4, 0, 8, 2, 3, 3, 2, 3]), 4);
    assert_eq!(check_digit([7, 0, 1, 0, 6, 3, 2, 3, 9]), 1);
    assert_eq!(check_digit([8, 1, 1, 2, 1, 8, 9, 8, 7]), 6);
}

#[test]
fn identity_numbers_are_found_however_they_are_written() {
    for text in [
        "640823-3234",
        "6408233234",
        "19640823-3234",
        "196408233234",
        "640823+3234",
        "640823 3234",
        "640823\u{2013}3234",
        "640823 - 3234",
        "1964-08-23-3234",
    ] {
        assert_eq!(
            found(&format!("Jag heter {text}, tack")),
            [(Kind::PersonalNumber, text)]
        );
    }
    assert_eq!(found("701063-2391"), [(Kind::CoordinationNumber, "701063-2391")]);
}

#[test]
fn numbers_that_only_look_like_identity_numbers_are_left_alone() {
    for text in [
        "640823-3235",   // wrong check digit
        "641323-3234",   // no thirteenth month
        "20230229-0001", // no leap year
        "556703-7485",   // organisation number
        "2164082332349", // longer than any
        "KS 2024/0123",
        "2025-10-26",
        "bankgiro 5050-1055",
        "SFS 2017:900",
        "957 699 kr",
        "08.30-16.30",
        "08-02-2024",
        "2024-08-02 10.30",
        "ISBN 978-08-123456-7",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn phone_numbers_are_found_however_they_are_written() {
    for text in [
        "070-123 45 67",
        "0701234567",
        "070 123 45 67",
        "0701-23 45 67",
        "0701-234567",
        "070 - 1234567",
        "070.123.45.67",
        "070-123-45-67",
        "+46 70 123 45 67",
        "+46701234567",
        "+46 (0)70-123 45 67",
        "0046701234567",
        "0046 70 123 45 67",
        "08-12 34 56",
        "08-123 45 67",
        "08 123 456 78",
        "(08) 123 45 67",
        "08/1234567",
        "031-12 34 56",
        "0176-123 45",
        "0176-12 34 56",
        "010-123 45 67",
        "+46 8 123 45 67",
        "08\u{a0}\u{2013}\u{a0}123\u{a0}45\u{a0}67",
    ] {
        assert_eq!(found(&format!("Ring {text}. Tack")), [(Kind::Phone, text)], "{text}");
    }
}

#[test]
fn a_number_right_after_a_phone_number_does_not_hide_it() {
    assert_eq!(
        found("070-123 45 67 070-123 45 68 0701234567 640823-3234"),
        [
            (Kind::Phone, "070-123 45 67"),
            (Kind::Phone, "070-123 45 68"),
            (Kind::Phone, "0701234567"),
            (Kind::PersonalNumber, "640823-3234")
        ]
    );
}

#[test]
fn email_addresses_end_where_the_sentence_goes_on() {
    assert_eq!(
        found(
            "Skriv till anna.berg+dialog@kommun.exempel.se. Eller åsa (at) exempel.se, <bo@exempel.se>; inte @kommunen eller a@b"
        ),
        [
            (Kind::Email, "anna.berg+dialog@kommun.exempel.se"),
            (Kind::Email, "åsa (at) exempel.se"),
            (Kind::Email, "bo@exempel.se")
        ]
    );
}

#[test]
fn masking_keeps_the_rest_of_the_text() {
    let text = "Å, ring 070-123 45 67 eller bo@exempel.se i kväll";
    let masked = mask(text, &find(text), |kind| {
        if kind == Kind::Phone { "[telefon]" } else { "[e-post]" }
    });
    assert_eq!(masked, "Å, ring [telefon] eller [e-post] i kväll");
    let odd = [
        Span {
            kind: Kind::Phone,
            start: 1,
            end: 3,
        },
        Span {
            kind: Kind::Phone,
            start: 4,
            end: 999,
        },
    ];
    assert_eq!(
        mask(text, &odd, |_| "[x]"),
        text,
        "spans that do not fit the text are left out"
    );
}

/// What the set marks as one of our kinds.
fn kind_in_set(name: &str) -> Option<Kind> {
    match name {
        "personnummer" => Some(Kind::PersonalNumber),
        "samordningsnummer" => Some(Kind::CoordinationNumber),
        "phone" => Some(Kind::Phone),
        "email" => Some(Kind::Email),
        _ => None,
    }
}

/// Found and marked; found but not marked; marked but not found.
#[derive(Default, Clone, Copy)]
struct Score {
    right: usize,
    false_alarms: usize,
    missed: usize,
}

#[test]
fn the_marked_set_is_found_almost_without_fault() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/text/pii/dev.jsonl");
    let set = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut scores = [Score::default(); 4];
    for line in set.lines() {
        let (text, marked) = json::read(line);
        let offset = |place: usize| text.char_indices().nth(place).map_or(text.len(), |(offset, _)| offset);
        let marked: Vec<Span> = marked
            .iter()
            .filter_map(|(from, to, name)| {
                Some(Span {
                    kind: kind_in_set(name)?,
                    start: offset(*from),
                    end: offset(*to),
                })
            })
            .collect();
        let found = find(&text);
        for (score, kind) in scores.iter_mut().zip(Kind::ALL) {
            let of_kind = |span: &&Span| span.kind == kind;
            score.right += found
                .iter()
                .filter(of_kind)
                .filter(|span| marked.contains(span))
                .count();
            score.false_alarms += found
                .iter()
                .filter(of_kind)
                .filter(|span| !marked.contains(span))
                .count();
            score.missed += marked
                .iter()
                .filter(of_kind)
                .filter(|span| !found.contains(span))
                .count();
        }
    }
    for (score, kind) in scores.iter().zip(Kind::ALL) {
        let precision = score.right as f64 / (score.right + score.false_alarms) as f64;
        let recall = score.right as f64 / (score.right + score.missed) as f64;
        eprintln!(
            "{}: n = {}, precision {precision:.4}, recall {recall:.4}",
            kind.code(),
            score.right + score.missed
        );
        assert!(precision >= 0.995, "{}: precision {precision}", kind.code());
        assert!(recall >= 0.998, "{}: recall {recall}", kind.code());
    }
}

/// The same for what leads to a person: all of it found, and nothing else in three thousand texts.
#[test]
fn addresses_and_plates_of_the_marked_set_are_found() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/text/pii/dev.jsonl");
    let set = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    for (kind, name) in [
        (TraceKind::PostalAddress, "address"),
        (TraceKind::RegistrationPlate, "plate"),
    ] {
        let (mut right, mut false_alarms, mut missed) = (0, Vec::new(), Vec::new());
        for line in set.lines() {
            let (text, marked) = json::read(line);
            let marked: Vec<(usize, usize)> = marked
                .iter()
                .filter(|(_, _, of)| of == name)
                .map(|(from, to, _)| (*from, *to))
                .collect();
            let found: Vec<(usize, usize)> = traces(&text)
                .iter()
                .filter(|trace| trace.kind == kind)
                .map(|trace| (trace.start, trace.end))
                .collect();
            let cut = |place: &(usize, usize)| text.chars().skip(place.0).take(place.1 - place.0).collect::<String>();
            right += found.iter().filter(|place| marked.contains(place)).count();
            false_alarms.extend(found.iter().filter(|place| !marked.contains(place)).map(cut));
            missed.extend(marked.iter().filter(|place| !found.contains(place)).map(cut));
        }
        assert!(right > 350 && missed.is_empty(), "{name}: missed {missed:?}");
        assert!(false_alarms.len() <= 3, "{name}: false alarms {false_alarms:?}");
    }
}

/// Just enough JSON for the marked set, so that the kernel needs no parser.
mod json {
    pub fn read(line: &str) -> (String, Vec<(usize, usize, String)>) {
        let (_, rest) = line.split_once("\"text\": ").expect("a text");
        let (text, rest) = string(rest);
        let spans = rest
            .split_once("\"spans\": ")
            .expect("spans")
            .1
            .split("\"lookalikes\"")
            .next()
            .expect("spans");
        let mut parts = spans.split(['[', ']', ',', '"', ' ']).filter(|part| !part.is_empty());
        let mut marked = Vec::new();
        while let (Some(from), Some(to), Some(name)) = (parts.next(), parts.next(), parts.next()) {
            marked.push((
                from.parse().expect("a number"),
                to.parse().expect("a number"),
                name.to_owned(),
            ));
        }
        (text, marked)
    }

    fn string(from: &str) -> (String, &str) {
        let mut text = String::new();
        let mut letters = from[1..].char_indices();
        while let Some((place, letter)) = letters.next() {
            match letter {
                '"' => return (text, &from[place + 2..]),
                '\\' => match letters.next().expect("an escape").1 {
                    'n' => text.push('\n'),
                    't' => text.push('\t'),
                    'u' => {
                        let code: String = letters.by_ref().take(4).map(|(_, digit)| digit).collect();
                        text.extend(
                            char::decode_utf16([u16::from_str_radix(&code, 16).expect("hex")])
                                .map(|c| c.unwrap_or('\u{fffd}')),
                        );
                    }
                    other => text.push(other),
                },
                other => text.push(other),
            }
        }
        panic!("the string does not end: {from}");
    }
}

/// Text of the pieces that numbers and addresses are made of, so that chance hits them.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[0-9]{1,6}",
        "[-+ .@()/,]",
        "[a-zåö]{1,3}",
        "(\\+46|0046|070|08|0176|640823|3234|6408233234|@x\\.se|\\(at\\)|\u{2013}|\u{a0})",
        "\\PC"
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn findings_are_in_order_and_lie_between_characters(text in texts()) {
        let mut from = 0;
        for span in find(&text) {
            prop_assert!(from <= span.start && span.start < span.end);
            prop_assert!(text.get(span.start..span.end).is_some());
            from = span.end;
        }
    }

    #[test]
    fn a_masked_text_has_no_findings(text in texts()) {
        let masked = mask(&text, &find(&text), |_| "[borttaget]");
        prop_assert_eq!(find(&masked), vec![], "{}", masked);
    }
}

#[test]
fn time_grows_with_the_length_of_the_text_only() {
    // Texts that make careless readers go quadratic. A megabyte each; quadratic would take hours.
    for piece in [
        "a",
        "a.",
        "1",
        "08-",
        "1 ",
        "a@",
        "@",
        "(at)",
        "0701234567",
        "+46 ",
        "640823-",
    ] {
        find(&piece.repeat(1_000_000 / piece.len()));
    }
}
