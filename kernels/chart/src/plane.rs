//! Plane: things placed by two numbers, such as how much an idea gives and how much it takes. Points bear numbers that the table
//! beside the picture explains; those that fall on the same place share a point.

use crate::svg::escape;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A drawn plane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plane {
    /// The whole picture, with a name for those who do not see it.
    pub svg: String,
}

const SIDE: i64 = 400;
/// Room for the points at the edges and their numbers.
const EDGE: i64 = 24;

impl Plane {
    /// Draws the points, each across and up on the scale from lowest to highest, numbered from 1 in their order. What lies
    /// outside the scale stands at its edge. `title` says what the picture shows and its main finding; it is read aloud.
    pub fn new(points: &[(i64, i64)], (lowest, highest): (i64, i64), title: &str) -> Self {
        let length = highest.saturating_sub(lowest).max(1);
        let place = |value: i64| {
            let above = i128::from(value.clamp(lowest, highest)) - i128::from(lowest);
            let share = above * i128::from(SIDE - 2 * EDGE) / i128::from(length);
            i64::try_from(share).unwrap_or(0)
        };
        let mut shared: BTreeMap<(i64, i64), Vec<String>> = BTreeMap::new();
        for (number, (across, up)) in (1_u64..).zip(points) {
            let at = (EDGE + place(*across), SIDE - EDGE - place(*up));
            shared.entry(at).or_default().push(number.to_string());
        }
        let middle = SIDE / 2;
        let mut svg = format!(
            r#"<svg class="timeline" viewBox="0 0 {SIDE} {SIDE}" role="img" focusable="false"><title>{}</title><g class="bar"><line class="axis" x1="0" x2="{SIDE}" y1="{middle}" y2="{middle}"/><line class="axis" x1="{middle}" x2="{middle}" y1="0" y2="{SIDE}"/>"#,
            escape(title)
        );
        for ((x, y), numbers) in shared {
            // Writing to a String cannot fail.
            let _ = write!(
                svg,
                r#"<circle cx="{x}" cy="{y}" r="5"/><text x="{}" y="{}">{}</text>"#,
                x + 8,
                y - 6,
                numbers.join(", ")
            );
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
    fn much_and_easy_is_up_to_the_left_and_the_same_place_is_one_point() {
        let plane = Plane::new(&[(1, 5), (5, 1), (1, 5)], (1, 5), "Idéer <3>");
        assert!(plane.svg.contains("<title>Idéer &lt;3&gt;</title>"));
        assert!(
            plane
                .svg
                .contains(r#"<circle cx="24" cy="24" r="5"/><text x="32" y="18">1, 3</text>"#),
            "{}",
            plane.svg
        );
        assert!(plane.svg.contains(r#"<circle cx="376" cy="376""#));
        assert_eq!(plane.svg.matches("<circle").count(), 2);
    }

    proptest! {
        #[test]
        fn every_point_is_numbered_within_the_picture(points in prop::collection::vec((any::<i64>(), any::<i64>()), 0..30)) {
            let plane = Plane::new(&points, (1, 5), "x");
            let numbers: usize = plane.svg.split("<text").skip(1).map(|text| text.matches(',').count() + 1).sum();
            prop_assert_eq!(numbers, points.len());
        }
    }
}
