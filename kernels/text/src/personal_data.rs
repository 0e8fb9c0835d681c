//! Finds Swedish personal identity numbers, co-ordination numbers, telephone numbers and e-mail addresses in
//! free text, so that a voice can be published without the person behind it being exposed. [`traces`] also finds what
//! leads to a person without naming one: postal addresses and registration plates.

mod email;
mod identity_number;
mod phone;
mod reader;
#[cfg(test)]
mod tests;
mod trace;

pub use identity_number::check_digit;
pub use trace::{Trace, TraceKind, traces};

/// What a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Personnummer: valid birth date and check digit (folkbokföringslagen 18 §).
    PersonalNumber,
    /// Samordningsnummer: as a personnummer with 60 added to the day.
    CoordinationNumber,
    /// A Swedish telephone number, mobile or fixed, with or without +46.
    Phone,
    Email,
}

impl Kind {
    pub const ALL: [Kind; 4] = [Kind::PersonalNumber, Kind::CoordinationNumber, Kind::Phone, Kind::Email];

    /// Stable code for storage and text keys.
    pub fn code(self) -> &'static str {
        match self {
            Kind::PersonalNumber => "personal-number",
            Kind::CoordinationNumber => "coordination-number",
            Kind::Phone => "phone",
            Kind::Email => "email",
        }
    }

    pub fn from_code(code: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// One finding: the bytes `start..end` of the text. Both ends lie between characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
}

/// All findings in the order of the text, without overlap.
///
/// E-mail addresses are looked for first, since their local part may hold digits; numbers are then looked
/// for in what lies between them.
pub fn find(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut from = 0;
    for address in email::find(text) {
        find_numbers(text, from, address.start, &mut spans);
        from = address.end;
        spans.push(address);
    }
    find_numbers(text, from, text.len(), &mut spans);
    spans
}

/// The text with every span replaced. `spans` come from [`find`] on the same text, or are made by hand;
/// spans that overlap an earlier one or do not lie on character borders are left out.
///
/// The replacement should stand in brackets or similar: bare letters or digits could join what stands
/// beside them into something new.
pub fn mask<'a>(text: &str, spans: &[Span], replacement: impl Fn(Kind) -> &'a str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut from = 0;
    for span in spans {
        if span.start < from || span.end < span.start {
            continue;
        }
        let (Some(before), true) = (
            text.get(from..span.start),
            text.is_char_boundary(span.end.min(text.len())),
        ) else {
            continue;
        };
        if span.end > text.len() {
            continue;
        }
        masked.push_str(before);
        masked.push_str(replacement(span.kind));
        from = span.end;
    }
    masked.push_str(&text[from..]);
    masked
}

/// Numbers in `text[from..to]`. What lies outside counts as nothing, so that a text whose findings are
/// masked has no new findings.
fn find_numbers(text: &str, from: usize, to: usize, spans: &mut Vec<Span>) {
    let part = &text[from..to];
    let bytes = part.as_bytes();
    let (mut at, mut floor) = (0, 0);
    while at < bytes.len() {
        let found = match bytes[at] {
            b'0'..=b'9' if at == floor || !bytes[at - 1].is_ascii_digit() => {
                phone::read(part, floor, at).or_else(|| identity_number::read(part, at))
            }
            b'+' => phone::read(part, floor, at),
            _ => None,
        };
        match found {
            Some(span) => {
                spans.push(Span {
                    kind: span.kind,
                    start: from + span.start,
                    end: from + span.end,
                });
                at = span.end;
                floor = span.end;
            }
            None => at += 1,
        }
    }
}
