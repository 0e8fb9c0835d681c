//! The few SVG pieces all charts share.

use std::fmt::Write as _;

/// Text made safe to stand in markup, between tags or in a quoted attribute.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 8);
    for sign in text.chars() {
        match sign {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            // Control characters are not allowed in XML at all; a stray one would spoil the whole picture.
            _ if sign.is_control() && !matches!(sign, '\n' | '\t') => {}
            _ => safe.push(sign),
        }
    }
    safe
}

/// A share as tenths of a percent, 0 to 1000. Nothing of nothing is nothing.
pub(crate) fn permille(part: i64, whole: i64) -> i64 {
    if whole <= 0 {
        return 0;
    }
    let part = i128::from(part.clamp(0, whole));
    let whole = i128::from(whole);
    // Between 0 and 1000 by the clamp, so it fits.
    i64::try_from((part * 2000 / whole + 1) / 2).unwrap_or(1000)
}

/// `382` as `38.2%`.
pub(crate) fn percent(permille: i64) -> String {
    match permille % 10 {
        0 => format!("{}%", permille / 10),
        tenth => format!("{}.{tenth}%", permille / 10),
    }
}

/// An SVG that is decoration beside its number.
pub(crate) fn decoration(inside: &str) -> String {
    format!(r#"<svg aria-hidden="true" focusable="false">{inside}</svg>"#)
}

/// A bar from `start`, `length` long, in the stylesheet's colour of that series (1 is the first and the default).
pub(crate) fn piece(start: i64, length: i64, series: usize) -> String {
    if length <= 0 {
        return String::new();
    }
    let mut rect = String::from("<rect");
    if start > 0 {
        // Writing to a String cannot fail.
        let _ = write!(rect, r#" x="{}""#, percent(start));
    }
    if series > 1 {
        let _ = write!(rect, r#" class="s{series}""#);
    }
    let _ = write!(rect, r#" width="{}" height="100%"/>"#, percent(length));
    rect
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_to_tenths_of_a_percent_and_never_leave_the_frame() {
        let cases = [
            (0, 10, "0%"),
            (1, 3, "33.3%"),
            (2, 3, "66.7%"),
            (5, 5, "100%"),
            (7, 5, "100%"),
            (-1, 5, "0%"),
            (1, 0, "0%"),
            (i64::MAX, i64::MAX, "100%"),
        ];
        for (part, whole, width) in cases {
            assert_eq!(percent(permille(part, whole)), width, "{part} of {whole}");
        }
    }

    #[test]
    fn hostile_text_stays_text() {
        assert_eq!(escape("<script>\"&'\u{0}"), "&lt;script&gt;&quot;&amp;&#39;");
    }
}
