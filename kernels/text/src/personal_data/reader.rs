//! Small readers that the number formats share. They take a byte position and say how far they came.

/// The digits that stand together from `at`, at most `most + 1` of them are looked at.
pub(super) fn digit_run(bytes: &[u8], at: usize, most: usize) -> usize {
    bytes[at.min(bytes.len())..]
        .iter()
        .take(most + 1)
        .take_while(|byte| byte.is_ascii_digit())
        .count()
}

/// A space of any kind that people and word processors put in numbers; its length in bytes.
pub(super) fn space(text: &str, at: usize) -> Option<usize> {
    one_of(text, at, &[' ', '\u{a0}', '\u{2009}', '\u{202f}'])
}

/// A hyphen, minus or dash; its length in bytes.
pub(super) fn dash(text: &str, at: usize) -> Option<usize> {
    one_of(
        text,
        at,
        &[
            '-', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2212}',
        ],
    )
}

/// `mark` with at most one space on either side; the length of it all in bytes.
pub(super) fn spaced(text: &str, at: usize, mark: impl Fn(&str, usize) -> Option<usize>) -> Option<usize> {
    let before = space(text, at).unwrap_or(0);
    let length = before + mark(text, at + before)?;
    Some(length + space(text, at + length).unwrap_or(0))
}

pub(super) fn one_of(text: &str, at: usize, allowed: &[char]) -> Option<usize> {
    let next = text.get(at..)?.chars().next()?;
    allowed.contains(&next).then(|| next.len_utf8())
}

/// Digits as numbers, in the order they stand.
pub(super) fn digits(part: &str) -> impl Iterator<Item = u32> + '_ {
    part.bytes()
        .filter(u8::is_ascii_digit)
        .map(|byte| u32::from(byte - b'0'))
}
