//! E-mail addresses: `namn@exempel.se`, also written `namn (at) exempel.se` by those who fear robots.
//! Local part at most 64 and domain at most 255 bytes (RFC 5321 §4.5.3.1); letters of any alphabet.

use super::reader::space;
use super::{Kind, Span};

const LONGEST_LOCAL: usize = 64;
const LONGEST_DOMAIN: usize = 255;

/// All addresses in the order of the text, without overlap.
pub(super) fn find(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut at = 0;
    while let Some((start, end)) = next_sign(text, at) {
        let floor = found.last().map_or(0, |span| span.end);
        let span = local_part(text, floor, start).zip(domain(text, end));
        at = match span {
            Some((start, end)) => {
                found.push(Span {
                    kind: Kind::Email,
                    start,
                    end,
                });
                end
            }
            None => end,
        };
    }
    found
}

/// The next `@` or its written-out form: where it begins and ends, spaces around brackets included.
fn next_sign(text: &str, from: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut at = from;
    while at < bytes.len() {
        if bytes[at] == b'@' {
            return Some((at, at + 1));
        }
        let bracketed = matches!(bytes[at], b'(' | b'[')
            && bytes
                .get(at + 1..at + 3)
                .is_some_and(|word| word.eq_ignore_ascii_case(b"at"))
            && matches!(bytes.get(at + 3), Some(b')' | b']'));
        if bracketed {
            let before = text[from..at]
                .chars()
                .next_back()
                .filter(|last| *last == ' ')
                .map_or(0, char::len_utf8);
            return Some((at - before, at + 4 + space(text, at + 4).unwrap_or(0)));
        }
        at += 1;
    }
    None
}

/// Where the local part that ends at `end` begins.
fn local_part(text: &str, floor: usize, end: usize) -> Option<usize> {
    let before = text.get(floor..end)?;
    let mut start = end;
    for (place, letter) in before.char_indices().rev() {
        let place = floor + place;
        if !(letter.is_alphanumeric() || "._%+-'".contains(letter)) || end - place > LONGEST_LOCAL {
            break;
        }
        start = place;
    }
    let trimmed = text[start..end].trim_start_matches(|letter: char| !letter.is_alphanumeric());
    (!trimmed.is_empty()).then_some(end - trimmed.len())
}

/// Where the domain that begins at `start` ends: at least two labels, the last of at least two letters. Labels that
/// do not belong ("exempel.se.Ring") are cut as long as two remain.
fn domain(text: &str, start: usize) -> Option<usize> {
    let (mut end, mut label, mut labels) = (None, start, 0);
    for (place, letter) in text[start..]
        .char_indices()
        .map(|(place, letter)| (start + place, letter))
        .chain([(text.len(), ' ')])
    {
        if place - start > LONGEST_DOMAIN {
            break;
        }
        if letter.is_alphanumeric() || letter == '-' {
            continue;
        }
        let name = text[label..place].trim_end_matches('-');
        if name.is_empty() || name.starts_with('-') {
            break;
        }
        labels += 1;
        // "exempel.se0701234567": what follows the letters of the top domain is something else.
        let letters: usize = name
            .chars()
            .take_while(|letter| letter.is_alphabetic())
            .map(char::len_utf8)
            .sum();
        if labels >= 2 && name[..letters].chars().nth(1).is_some() {
            end = Some(label + letters);
        }
        if letter != '.' || label + name.len() != place {
            break;
        }
        label = place + 1;
    }
    end
}
