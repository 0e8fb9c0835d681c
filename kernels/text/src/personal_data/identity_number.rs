//! Personnummer and samordningsnummer: `YYMMDD-NNNC` or `YYYYMMDD-NNNC`, where `-` may be `+` (over 100
//! years old), a space or missing, and C is the check digit. Source: folkbokföringslagen (1991:481) 18 §
//! and Skatteverket's leaflet SKV 704 with its worked example 640823-3234.

use super::reader::{dash, digit_run, digits, one_of, space, spaced};
use super::{Kind, Span};

/// How much is added to the day in a samordningsnummer.
const COORDINATION: u32 = 60;

/// The check digit for the nine digits `YYMMDDNNN` (the modulus-10 method): multiply by 2, 1, 2, …,
/// add the digits of the products, and take what is missing to the next ten.
pub fn check_digit(nine: [u32; 9]) -> u32 {
    let sum: u32 = nine
        .iter()
        .enumerate()
        .map(|(place, digit)| {
            let product = if place % 2 == 0 { digit * 2 } else { *digit };
            product / 10 + product % 10
        })
        .sum();
    (10 - sum % 10) % 10
}

/// The number that starts at `at`, where the first digit of a run stands.
pub(super) fn read(text: &str, at: usize) -> Option<Span> {
    let bytes = text.as_bytes();
    let end = match digit_run(bytes, at, 12) {
        10 => at + 10,
        12 => at + 12,
        birth @ (6 | 8) => serial(text, at + birth)?,
        4 => dashed_date(text, at)?,
        _ => return None,
    };
    let mut number = [0_u32; 12];
    let mut count = 0;
    for digit in digits(&text[at..end]) {
        *number.get_mut(count)? = digit;
        count += 1;
    }
    Some(Span {
        kind: kind(&number[..count])?,
        start: at,
        end,
    })
}

/// The four last digits with their separator: where they end.
fn serial(text: &str, at: usize) -> Option<usize> {
    let mark = |text: &str, at: usize| dash(text, at).or_else(|| one_of(text, at, &['+']));
    let separator = spaced(text, at, mark).or_else(|| space(text, at))?;
    let start = at + separator;
    (digit_run(text.as_bytes(), start, 4) == 4).then_some(start + 4)
}

/// `1981-12-28-9874`, as people write who think of the date. Only with dashes all the way: a date followed by
/// a space and four digits is mostly a time.
fn dashed_date(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut end = at + 4;
    for expected in [2, 2, 4] {
        end += dash(text, end)?;
        if digit_run(bytes, end, expected) != expected {
            return None;
        }
        end += expected;
    }
    Some(end)
}

fn kind(number: &[u32]) -> Option<Kind> {
    let short: [u32; 10] = number[number.len().checked_sub(10)?..].try_into().ok()?;
    let [y1, y2, m1, m2, d1, d2, ..] = short;
    let (year, month, day) = (y1 * 10 + y2, m1 * 10 + m2, d1 * 10 + d2);
    let century = match number.len() {
        12 => Some(number[0] * 10 + number[1]).filter(|century| (18..=20).contains(century))?,
        10 => 20, // Unknown: 2000 is the leap year that lets 29 February of any century pass.
        _ => return None,
    };
    let (kind, day) = match day > COORDINATION {
        true => (Kind::CoordinationNumber, day - COORDINATION),
        false => (Kind::PersonalNumber, day),
    };
    let nine: [u32; 9] = short[..9].try_into().ok()?;
    (is_date(century * 100 + year, month, day) && check_digit(nine) == short[9]).then_some(kind)
}

fn is_date(year: u32, month: u32, day: u32) -> bool {
    let leap = (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        _ => return false,
    };
    (1..=days).contains(&day)
}
