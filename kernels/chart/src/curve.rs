//! Curve: a number for each step from left to right on a fixed scale, such as how a journey feels. Where nobody has put a number,
//! the line is broken.

use crate::svg::escape;
use std::fmt::Write as _;

/// A drawn curve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Curve {
    /// The whole picture, with a name for those who do not see it.
    pub svg: String,
}

const WIDTH: i64 = 720;
const HEIGHT: i64 = 160;
/// Room for the points at the edges.
const EDGE: i64 = 8;

impl Curve {
    /// Draws the values on the scale from lowest to highest, with a line at nought when the scale holds it. `title` says what the
    /// picture shows and its main finding; it is read aloud.
    pub fn new(values: &[Option<i64>], (lowest, highest): (i64, i64), title: &str) -> Self {
        let length = highest.saturating_sub(lowest).max(1);
        let y = |value: i64| {
            let above = i128::from(value.clamp(lowest, highest)) - i128::from(lowest);
            let share = above * i128::from(HEIGHT - 2 * EDGE) / i128::from(length);
            HEIGHT - EDGE - i64::try_from(share).unwrap_or(0)
        };
        let places = i64::try_from(values.len()).unwrap_or(i64::MAX);
        let x = |place: i64| match places {
            ..=1 => WIDTH / 2,
            many => EDGE + (WIDTH - 2 * EDGE) * place / (many - 1),
        };
        let mut svg = format!(
            r#"<svg class="timeline" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" focusable="false"><title>{}</title><g class="bar">"#,
            escape(title)
        );
        if lowest <= 0 && highest >= 0 {
            // Writing to a String cannot fail.
            let _ = write!(
                svg,
                r#"<line class="axis" x1="0" x2="{WIDTH}" y1="{0}" y2="{0}"/>"#,
                y(0)
            );
        }
        let points: Vec<(i64, i64)> = (0_i64..)
            .zip(values)
            .filter_map(|(place, value)| Some((place, (*value)?)))
            .collect();
        for pair in points.windows(2) {
            let ((from, low), (to, high)) = (pair[0], pair[1]);
            if to == from + 1 {
                let (x1, x2, y1, y2) = (x(from), x(to), y(low), y(high));
                let _ = write!(svg, r#"<line class="axis" x1="{x1}" x2="{x2}" y1="{y1}" y2="{y2}"/>"#);
            }
        }
        for (place, value) in points {
            let _ = write!(svg, r#"<circle cx="{}" cy="{}" r="5"/>"#, x(place), y(value));
        }
        svg.push_str("</g></svg>");
        Self { svg }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_best_is_on_top_and_a_missing_number_breaks_the_line() {
        let curve = Curve::new(&[Some(3), Some(-3), None, Some(0)], (-3, 3), "Sämst i \"steg 2\"");
        assert!(curve.svg.contains("<title>Sämst i &quot;steg 2&quot;</title>"));
        assert!(curve.svg.contains(r#"<circle cx="8" cy="8" r="5"/>"#), "{}", curve.svg);
        assert!(curve.svg.contains(r#"cy="152""#) && curve.svg.contains(r#"<circle cx="712" cy="80""#));
        assert_eq!(curve.svg.matches("<circle").count(), 3);
        assert_eq!(
            curve.svg.matches("<line").count(),
            2,
            "the axis and one line: {}",
            curve.svg
        );
    }

    proptest! {
        #[test]
        fn every_number_is_a_point_within_the_picture(values in prop::collection::vec(prop::option::of(any::<i64>()), 0..30), lowest in -10_i64..10, more in 0_i64..10) {
            let curve = Curve::new(&values, (lowest, lowest + more), "x");
            prop_assert_eq!(curve.svg.matches("<circle").count(), values.iter().flatten().count());
            for y in curve.svg.split("cy=\"").skip(1) {
                let y: i64 = y.split('"').next().unwrap_or_default().parse().unwrap_or(-1);
                prop_assert!((0..=HEIGHT).contains(&y));
            }
        }
    }
}
