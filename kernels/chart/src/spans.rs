//! Spans: what lasts from one day to another, one row each along the same axis of days.

use crate::svg::{decoration, percent, permille, piece};
use std::fmt::Write as _;

/// What a row shows: its days, counted from nought at the start of the axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// First and last day; days outside the axis are cut off.
    pub days: Vec<(i64, i64)>,
    /// The stylesheet's colour: 1 is the first and the default.
    pub series: usize,
}

/// The rows as drawings, decoration beside the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spans {
    /// One for each span, in the same order.
    pub svgs: Vec<String>,
}

impl Spans {
    /// Draws the rows on an axis of so many days, with a thin line at the beginning of each day in `marks`.
    pub fn new(spans: &[Span], axis: i64, marks: &[i64]) -> Self {
        let mut lines = String::new();
        for mark in marks.iter().filter(|mark| (1..axis).contains(*mark)) {
            let x = percent(permille(*mark, axis));
            // Writing to a String cannot fail.
            let _ = write!(lines, r#"<line class="axis" x1="{x}" x2="{x}" y1="0" y2="100%"/>"#);
        }
        let row = |span: &Span| {
            let bars: String = span.days.iter().map(|days| bar(*days, axis, span.series)).collect();
            decoration(&format!("{lines}{bars}"))
        };
        Self {
            svgs: spans.iter().map(row).collect(),
        }
    }
}

/// Both days are whole: the bar ends where the day after begins. What lies outside the axis draws nothing.
fn bar((first, last): (i64, i64), axis: i64, series: usize) -> String {
    if last < 0 || first >= axis || last < first {
        return String::new();
    }
    let start = permille(first.max(0), axis);
    let end = permille(last.saturating_add(1).min(axis), axis);
    // A day in a long year must still be seen.
    piece(start, (end - start).max(2), series)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn span(days: &[(i64, i64)]) -> Span {
        Span {
            days: days.to_vec(),
            series: 1,
        }
    }

    #[test]
    fn a_span_covers_its_first_and_last_day() {
        let drawn = Spans::new(&[span(&[(0, 99)]), span(&[(50, 74), (90, 300)])], 100, &[0, 25, 100]);
        assert_eq!(drawn.svgs[0].matches("<line").count(), 1, "the edges need no mark");
        assert!(drawn.svgs[0].contains(r#"<rect width="100%""#), "{}", drawn.svgs[0]);
        assert!(drawn.svgs[1].contains(r#"x="50%" width="25%""#), "{}", drawn.svgs[1]);
        assert!(drawn.svgs[1].contains(r#"x="90%" width="10%""#));
    }

    #[test]
    fn what_lies_outside_draws_nothing_and_one_day_is_seen() {
        let drawn = Spans::new(&[span(&[(-9, -1), (365, 400), (8, 3)]), span(&[(0, 0)])], 365, &[]);
        assert_eq!(drawn.svgs[0].matches("<rect").count(), 0);
        assert!(drawn.svgs[1].contains(r#"width="0.3%""#), "{}", drawn.svgs[1]);
    }

    proptest! {
        #[test]
        fn every_span_has_its_drawing(days in prop::collection::vec((any::<i64>(), any::<i64>()), 0..20), axis in any::<i64>()) {
            let spans: Vec<Span> = days.iter().map(|one| span(&[*one])).collect();
            let drawn = Spans::new(&spans, axis, &[31, 59]);
            prop_assert_eq!(drawn.svgs.len(), spans.len());
            prop_assert!(drawn.svgs.iter().all(|svg| svg.starts_with("<svg aria-hidden") && svg.ends_with("</svg>")));
        }
    }
}
