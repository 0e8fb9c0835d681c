//! What leads to a person without naming one: a home address, a registration plate. Both readers work on whole words.
//! In a dialogue about a street its addresses are the subject, so these are marks to look at and not, as the kinds of
//! [`find`](super::find), reasons to hold a text back.

use super::{Kind, find};
use crate::stem::words;
use std::ops::Range;

/// What a trace is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TraceKind {
    /// What names a person by itself.
    Identifying(Kind),
    /// A street with a number, with postcode and town or not, or a postcode with a town.
    PostalAddress,
    /// A Swedish registration plate: three letters, two digits, and a digit or letter (Transportstyrelsen).
    RegistrationPlate,
}

impl TraceKind {
    /// Stable code for storage, output and text keys.
    pub fn code(self) -> &'static str {
        match self {
            TraceKind::Identifying(kind) => kind.code(),
            TraceKind::PostalAddress => "postal-address",
            TraceKind::RegistrationPlate => "registration-plate",
        }
    }
}

/// One finding. The places count characters (Unicode scalar values) from the beginning of the text, so that a program in
/// another language cuts the same part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Trace {
    pub kind: TraceKind,
    pub start: usize,
    pub end: usize,
}

/// Everything that names or leads to a person, in the order of the text, without overlap. Time linear in the text.
pub fn traces(text: &str) -> Vec<Trace> {
    let mut found: Vec<(TraceKind, Range<usize>)> = find(text)
        .into_iter()
        .map(|span| (TraceKind::Identifying(span.kind), span.start..span.end))
        .collect();
    let identifying = found.len();
    let reader = Reader {
        text,
        words: words(text).collect(),
    };
    let mut held = 0;
    let mut at = 0;
    while at < reader.words.len() {
        let Some((kind, upto)) = reader.read(at) else {
            at += 1;
            continue;
        };
        let place = reader.words[at].start..reader.words[upto - 1].end;
        while held < identifying && found[held].1.end <= place.start {
            held += 1;
        }
        if held == identifying || found[held].1.start >= place.end {
            found.push((kind, place));
        }
        at = upto;
    }
    found.sort_unstable_by_key(|(_, place)| place.start);
    in_characters(text, found)
}

fn in_characters(text: &str, found: Vec<(TraceKind, Range<usize>)>) -> Vec<Trace> {
    let (mut byte, mut character) = (0, 0);
    let mut upto = |place: usize| {
        character += text[byte..place].chars().count();
        byte = place;
        character
    };
    found
        .into_iter()
        .map(|(kind, place)| Trace {
            kind,
            start: upto(place.start),
            end: upto(place.end),
        })
        .collect()
}

/// Endings of Swedish street names.
const STREETS: [&str; 24] = [
    "vägen",
    "gatan",
    "stigen",
    "gränd",
    "gränden",
    "torget",
    "torg",
    "allén",
    "alléen",
    "leden",
    "backen",
    "udden",
    "gata",
    "väg",
    "stig",
    "plan",
    "platsen",
    "esplanaden",
    "kajen",
    "stranden",
    "ringen",
    "höjden",
    "dalen",
    "slingan",
];
/// Words before a street's name that belong to it.
const BEFORE_STREET: [&str; 12] = [
    "Stora", "Lilla", "Norra", "Södra", "Östra", "Västra", "Gamla", "Nya", "Övre", "Nedre", "Sankt", "Inre",
];
/// A number before these is no house number: "Skolvägen 30 km/h".
const UNITS: [&str; 17] = [
    "m", "km", "meter", "cm", "kr", "kronor", "procent", "år", "min", "minuter", "timmar", "gånger", "bilar", "st",
    "kvm", "dagar", "personer",
];
/// Letters that no plate has.
const NOT_ON_PLATES: &str = "IQV";
/// Abbreviations that numbers follow.
const NO_PLATES: [&str; 16] = [
    "SEK", "USD", "EUR", "NOK", "DKK", "GBP", "SFS", "DNR", "ISO", "NJA", "HFD", "LSS", "LOU", "PBL", "OSL", "RFS",
];

struct Reader<'t> {
    text: &'t str,
    words: Vec<Range<usize>>,
}

impl Reader<'_> {
    /// What begins with this word, and the word after it.
    fn read(&self, at: usize) -> Option<(TraceKind, usize)> {
        let plate = || Some((TraceKind::RegistrationPlate, self.plate(at)?));
        let street = || {
            let number = self.house_number(self.street(at)?)?;
            Some((TraceKind::PostalAddress, self.postcode(number).unwrap_or(number)))
        };
        let town = || {
            let first = at == 0 || !ends_in_digit(self.word(at - 1));
            Some((TraceKind::PostalAddress, self.town(self.code(at)?).filter(|_| first)?))
        };
        plate().or_else(street).or_else(town)
    }

    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |place| &self.text[place.clone()])
    }

    /// What stands between a word and the one before it.
    fn between(&self, at: usize) -> &str {
        match (
            at.checked_sub(1).and_then(|before| self.words.get(before)),
            self.words.get(at),
        ) {
            (Some(before), Some(word)) => &self.text[before.end..word.start],
            _ => "",
        }
    }

    fn after_space(&self, at: usize) -> bool {
        matches!(self.between(at), " " | "\u{a0}")
    }

    fn plate(&self, at: usize) -> Option<usize> {
        let word = self.word(at);
        let (letters, digits, upto) = match word.len() {
            6 => (word.get(..3)?, word.get(3..)?, at + 1),
            3 if self.after_space(at + 1) || self.between(at + 1) == "-" => (word, self.word(at + 1), at + 2),
            _ => return None,
        };
        let on_plate = |letter: u8| letter.is_ascii_uppercase() && !NOT_ON_PLATES.contains(char::from(letter));
        let [first, second, last] = <[u8; 3]>::try_from(digits.as_bytes()).ok()?;
        let fits = letters.bytes().all(on_plate)
            && !NO_PLATES.contains(&letters)
            && first.is_ascii_digit()
            && second.is_ascii_digit()
            && (last.is_ascii_digit() || (on_plate(last) && last != b'O'))
            && digits != "000";
        // "ABC 123/24" and "ABC 123:4" are numbers of cases and laws.
        let goes_on =
            matches!(self.between(upto), "/" | ":" | "-") && self.word(upto).starts_with(|c: char| c.is_ascii_digit());
        (fits && !goes_on).then_some(upto)
    }

    /// The word after a street's name.
    fn street(&self, at: usize) -> Option<usize> {
        if BEFORE_STREET.contains(&self.word(at)) && self.after_space(at + 1) {
            let lower = self.word(at + 1).to_lowercase();
            return STREETS.iter().any(|ending| lower.ends_with(ending)).then_some(at + 2);
        }
        let name = self.word(at);
        let rest = STREETS.iter().find_map(|ending| name.strip_suffix(ending))?;
        (rest.chars().nth(1).is_some() || rest == "Å").then_some(())?;
        name.starts_with(char::is_uppercase).then_some(at + 1)
    }

    /// The word after a house number of up to three digits, with its letter.
    fn house_number(&self, at: usize) -> Option<usize> {
        let word = self.word(at);
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let letter = &word[digits..];
        let fits = self.after_space(at) && (1..=3).contains(&digits) && !word.starts_with('0');
        if !fits || !(letter.is_empty() || is_entrance(&letter.to_uppercase())) {
            return None;
        }
        if letter.is_empty() && self.after_space(at + 1) {
            let next = self.word(at + 1);
            if UNITS.contains(&next) {
                return None;
            }
            if is_entrance(next) {
                return Some(at + 2);
            }
        }
        // "Storgatan 12.30" is a time, "Kyrkogatan 3,5" a measure.
        let goes_on = matches!(self.between(at + 1), "." | "," | ":" | "%") && starts_with_digit(self.word(at + 1));
        (!goes_on).then_some(at + 1)
    }

    /// The word after a postcode and its town, when they follow an address.
    fn postcode(&self, at: usize) -> Option<usize> {
        let near = self.between(at).len() <= 3 && self.between(at).chars().all(|c| c == ',' || c.is_whitespace());
        let after = self.code(at).filter(|_| near)?;
        Some(self.town(after).unwrap_or(after))
    }

    /// The word after `123 45` or `12345`.
    fn code(&self, at: usize) -> Option<usize> {
        let digits =
            |at: usize, count: usize| self.word(at).len() == count && self.word(at).bytes().all(|b| b.is_ascii_digit());
        let starts = (b'1'..=b'9').contains(self.word(at).as_bytes().first()?);
        match starts {
            true if digits(at, 5) => Some(at + 1),
            true if digits(at, 3) && digits(at + 1, 2) && self.after_space(at + 1) => Some(at + 2),
            _ => None,
        }
    }

    /// The word after a town's name: a word with a capital and small letters.
    fn town(&self, at: usize) -> Option<usize> {
        let mut letters = self.word(at).chars();
        let spaced = matches!(self.between(at), " " | "  " | "\u{a0}");
        let named = letters.next().is_some_and(char::is_uppercase)
            && letters.clone().nth(1).is_some()
            && letters.all(|letter| letter.is_alphabetic() && letter.is_lowercase());
        (spaced && named).then_some(at + 1)
    }
}

fn is_entrance(word: &str) -> bool {
    matches!(word.as_bytes(), [b'A'..=b'H'])
}

fn starts_with_digit(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit())
}

fn ends_in_digit(word: &str) -> bool {
    word.ends_with(|last: char| last.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&'static str, String)> {
        let cut = |trace: &Trace| text.chars().skip(trace.start).take(trace.end - trace.start).collect();
        traces(text)
            .iter()
            .map(|trace| (trace.kind.code(), cut(trace)))
            .collect()
    }

    #[test]
    fn addresses_are_found_however_they_are_written() {
        for address in [
            "Noragårdsvägen 54",
            "Åvägen 57 A",
            "Mörbyleden 42B",
            "Västra Hamngatan 3",
            "Ekudden 35",
            "Björkstigen 7, 182 33 Danderyd",
            "Björkstigen 7\n18233 Danderyd",
            "123 45 Småstad",
        ] {
            let text = format!("Åsa på {address}. Tack");
            assert_eq!(found(&text), [("postal-address", address.to_owned())], "{address}");
        }
    }

    #[test]
    fn plates_are_found_and_what_resembles_them_is_not() {
        for plate in ["GSH630", "WXU 054", "XZD 31C", "ABC-123"] {
            assert_eq!(
                found(&format!("Bilen {plate}, röd")),
                [("registration-plate", plate.to_owned())]
            );
        }
        for text in [
            "KS 2024/0123",
            "SFS 2012:406",
            "SEK 500",
            "ABC 12",
            "IQV 123",
            "ABC 123/24",
            "abc 123",
            "ABCD123",
            "Skolvägen 30 km/h",
            "Storgatan 12.30",
            "Storgatan 2024",
            "vägen 5",
            "cykelvägen 4 meter",
            "31 796 kr",
            "363 16 kr",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn what_names_a_person_comes_first() {
        assert_eq!(
            found("Å ring 070-123 45 67 till Storgatan 5"),
            [
                ("phone", "070-123 45 67".to_owned()),
                ("postal-address", "Storgatan 5".to_owned())
            ]
        );
    }

    proptest::proptest! {
        #[test]
        fn traces_are_in_order_and_inside_the_text(text in "((Storgatan|Västra|väg|ABC|123|45|Stad|5|A|[ ,.\\n-]|å|070-123 45 67|\\PC) ?){0,20}") {
            let mut from = 0;
            for trace in traces(&text) {
                proptest::prop_assert!(from <= trace.start && trace.start < trace.end);
                from = trace.end;
            }
            proptest::prop_assert!(from <= text.chars().count());
        }
    }
}
