//! Swedish telephone numbers as people write them: `070-123 45 67`, `0701234567`, `08-12 34 56`,
//! `(0176) 123 45`, `+46 70 123 45 67`, `0046701234567`. Area codes and lengths follow the Swedish numbering
//! plan (PTS, ITU-T E.164). Numbers of other countries are left alone.

use super::reader::{dash, digit_run, one_of, space, spaced};
use super::{Kind, Span};

/// Area codes of three digits, without their zero; 08 is the only one of two.
const THREE_DIGITS: [u32; 22] = [
    10, 11, 13, 16, 18, 19, 20, 21, 23, 26, 31, 33, 35, 36, 40, 42, 44, 46, 54, 60, 63, 90,
];
const MOBILE: [u32; 5] = [70, 72, 73, 76, 79];

/// Area codes of four digits, without their zero.
#[rustfmt::skip]
const FOUR_DIGITS: [u32; 247] = [
    120, 121, 122, 123, 125, 140, 141, 142, 143, 144, 150, 151, 152, 155, 156, 157, 158, 159, 171, 173, 174, 175, 176,
    220, 221, 222, 223, 224, 225, 226, 227, 240, 241, 243, 246, 247, 248, 250, 251, 253, 258, 270, 271, 278, 280, 281,
    290, 291, 292, 293, 294, 295, 297, 300, 301, 302, 303, 304, 320, 321, 322, 325, 340, 345, 346, 370, 371, 372,
    380, 381, 382, 383, 390, 392, 393, 410, 411, 413, 414, 415, 416, 417, 418, 430, 431, 433, 435,
    451, 454, 455, 456, 457, 459, 470, 471, 472, 474, 476, 477, 478, 479, 480, 481, 485, 486,
    490, 491, 492, 493, 494, 495, 496, 498, 499, 500, 501, 502, 503, 504, 505, 506, 510, 511, 512, 513, 514, 515,
    520, 521, 522, 523, 524, 525, 526, 528, 530, 531, 532, 533, 534, 550, 551, 552, 553, 554, 555,
    560, 563, 564, 565, 570, 571, 573, 580, 581, 582, 583, 584, 585, 586, 587, 589, 590, 591, 611, 612, 613,
    620, 621, 622, 623, 624, 640, 642, 643, 644, 645, 647, 650, 651, 652, 653, 657, 660, 661, 662, 663,
    670, 671, 672, 680, 682, 684, 687, 690, 691, 692, 693, 695, 696, 770, 771, 774, 775,
    910, 911, 912, 913, 914, 915, 916, 918, 920, 921, 922, 923, 924, 925, 926, 927, 928, 929,
    930, 932, 933, 934, 935, 940, 941, 942, 943, 950, 951, 952, 953, 954, 960, 961, 970, 971, 973, 975, 976, 977, 978,
    980, 981,
];

/// The longest number that is written out without a country code, with its zero.
const LONGEST: usize = 10;

/// The number that starts at `at`: a digit that begins a run, or a plus sign. Nothing before `floor` is looked at.
pub(super) fn read(text: &str, floor: usize, at: usize) -> Option<Span> {
    let (area, start) = match country(text, at) {
        Some(after) => after,
        None if text.as_bytes()[at] == b'0' && !continues(text, floor, at) => (at + 1, at),
        None => return None,
    };
    let Area { digits, closed, end } = Area::read(text, area)?;
    let end = match end {
        Some(end) => end,
        None => subscriber(text, area, digits, closed)?,
    };
    let opened = closed && start > floor && text.as_bytes()[start - 1] == b'(';
    Some(Span {
        kind: Kind::Phone,
        start: if opened { start - 1 } else { start },
        end,
    })
}

/// `+46` or `0046`, with `(0)` after it or not: where the area code's digits begin, and where the number does.
fn country(text: &str, at: usize) -> Option<(usize, usize)> {
    let rest = text.get(at..)?;
    let prefix = ["+46", "0046", "+ 46", "00 46"]
        .into_iter()
        .find(|prefix| rest.starts_with(prefix))?;
    let mut next = at + prefix.len();
    next += space(text, next).or_else(|| dash(text, next)).unwrap_or(0);
    if text.get(next..).is_some_and(|rest| rest.starts_with("(0)")) {
        next += 3;
        next += space(text, next).unwrap_or(0);
    } else if text.as_bytes().get(next) == Some(&b'0') {
        next += 1; // "+46 070": wrong, and common.
    }
    Some((next, at))
}

/// A digit run that hangs on an earlier one by a mark is part of a date, a sum, a diary number or a time.
fn continues(text: &str, floor: usize, at: usize) -> bool {
    let before = &text[floor..at];
    let mut backwards = before.chars().rev();
    let marked = backwards
        .next()
        .is_some_and(|mark| matches!(mark, '-' | '.' | ',' | '/' | ':' | '\u{2010}'..='\u{2014}' | '\u{2212}'));
    marked && backwards.next().is_some_and(|before| before.is_ascii_digit())
}

/// The area code at the head of a number, and the whole number when all its digits stand together.
struct Area {
    /// Digits in the code, without its zero.
    digits: usize,
    /// Followed by a closing bracket.
    closed: bool,
    /// Where the number ends, when nothing separates code and subscriber.
    end: Option<usize>,
}

impl Area {
    /// Reads from the first digit after the zero.
    fn read(text: &str, at: usize) -> Option<Area> {
        let run = digit_run(text.as_bytes(), at, LONGEST);
        let number = &text[at..at + run.min(LONGEST)];
        let code = code_digits(number)?;
        let closed = text.as_bytes().get(at + run) == Some(&b')');
        // Mobile numbers are also split after the fourth digit: 0701-23 45 67.
        if run == code || (run == code + 1 && is_mobile(number)) {
            return Some(Area {
                digits: run,
                closed,
                end: None,
            });
        }
        let whole = lengths(number, code).contains(&run);
        (whole && !reads_as_birth_date(number, run)).then_some(Area {
            digits: code,
            closed: false,
            end: Some(at + run),
        })
    }
}

/// How many digits the area code of this number has, without its zero.
fn code_digits(number: &str) -> Option<usize> {
    let head = |digits: usize| number.get(..digits).and_then(|head| head.parse::<u32>().ok());
    if head(1) == Some(8) {
        return Some(1);
    }
    if head(2).is_some_and(|code| THREE_DIGITS.contains(&code) || MOBILE.contains(&code)) {
        return Some(2);
    }
    head(3)
        .filter(|code| FOUR_DIGITS.binary_search(code).is_ok())
        .map(|_| 3)
}

fn is_mobile(number: &str) -> bool {
    number
        .get(..2)
        .and_then(|code| code.parse().ok())
        .is_some_and(|code: u32| MOBILE.contains(&code))
}

/// Allowed lengths of the whole number without its zero.
fn lengths(number: &str, code: usize) -> std::ops::RangeInclusive<usize> {
    match code {
        _ if is_mobile(number) => 9..=9,
        1 => 7..=9,
        2 => 7..=9,
        _ => 8..=9,
    }
}

/// Ten digits together that begin as `0YMMDD` are a mistyped personal number as well as a fixed number; only
/// mobile numbers are commonly written that way, so the fixed ones give way.
fn reads_as_birth_date(number: &str, run: usize) -> bool {
    let two = |at: usize| {
        number
            .get(at..at + 2)
            .and_then(|part| part.parse::<u32>().ok())
            .unwrap_or(0)
    };
    run == 9 && !is_mobile(number) && (1..=12).contains(&two(1)) && matches!(two(3), 1..=31 | 61..=91)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Separator {
    Space,
    Dash,
    Dot,
}

/// Reads the subscriber's groups after an area code that stands by itself; the longest allowed number wins,
/// so that a number of something else right after it does not hide it.
fn subscriber(text: &str, area: usize, code: usize, closed: bool) -> Option<usize> {
    let number = &text[area..area + code];
    let allowed = lengths(number, code_digits(number)?);
    let mut at = first_separator(text, area + code, closed)?;
    let (mut total, mut between, mut groups, mut end) = (code, None, 0, None);
    loop {
        let group = digit_run(text.as_bytes(), at, LONGEST);
        // One group may be long (08-1234567); several have two or three digits, four only first (070-1234 567).
        let allowed_group = match groups {
            0 => 2..=8,
            _ => 2..=3,
        };
        total += group;
        if !allowed_group.contains(&group) || total > *allowed.end() {
            return end;
        }
        groups += 1;
        at += group;
        if allowed.contains(&total) {
            end = Some(at);
        }
        let Some((separator, length)) = separator(text, at) else {
            return end;
        };
        if between.is_some_and(|earlier| earlier != separator) || (between.is_none() && group > 4) {
            return end;
        }
        between = Some(separator);
        at += length;
    }
}

/// What stands between area code and subscriber.
fn first_separator(text: &str, at: usize, closed: bool) -> Option<usize> {
    if closed {
        let next = at + 1;
        let mark = |text: &str, at: usize| space(text, at).or_else(|| dash(text, at));
        return Some(next + mark(text, next).unwrap_or(0));
    }
    let mark = |text: &str, at: usize| dash(text, at).or_else(|| one_of(text, at, &['/', '.']));
    spaced(text, at, mark)
        .or_else(|| space(text, at))
        .map(|length| at + length)
}

fn separator(text: &str, at: usize) -> Option<(Separator, usize)> {
    let space = space(text, at).map(|length| (Separator::Space, length));
    let dash = || dash(text, at).map(|length| (Separator::Dash, length));
    let dot = || one_of(text, at, &['.']).map(|length| (Separator::Dot, length));
    space.or_else(dash).or_else(dot)
}
