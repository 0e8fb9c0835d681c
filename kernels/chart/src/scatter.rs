//! Scatter: people placed by two axes that have no unit, counted in squares. Each square bears the letter of the group that is most
//! of it, larger the more people stand there; so groups are told apart by letters and never by colour alone. The groups stand in a
//! table beside the picture.

use crate::svg::escape;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// So many of one group stand in one square.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stand {
    /// The square, from 0 at the left and at the bottom.
    pub across: i64,
    pub up: i64,
    /// The group's letter; empty for those in none.
    pub label: String,
    pub n: u64,
}

/// A drawn scatter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scatter {
    /// The whole picture, with a name for those who do not see it.
    pub svg: String,
}

/// Length of a square's side.
const SQUARE: i64 = 20;
/// Text grows from here with every doubling, up to what a square holds.
const SMALLEST_TEXT: i64 = 13;
const LARGEST_TEXT: i64 = 20;

impl Scatter {
    /// Draws `squares` by `squares` of them; what lies outside stands at the edge. `title` says what the picture shows; it is read
    /// aloud.
    pub fn new(stands: &[Stand], squares: i64, title: &str) -> Self {
        let squares = squares.clamp(1, 1_000);
        let mut most: BTreeMap<(i64, i64), (u64, &str)> = BTreeMap::new();
        for stand in stands.iter().filter(|stand| stand.n > 0) {
            let at = (stand.across.clamp(0, squares - 1), stand.up.clamp(0, squares - 1));
            let standing = most.entry(at).or_default();
            // A letter goes before no letter; of equal groups the first letter stays.
            if (!stand.label.is_empty() && standing.1.is_empty()) || stand.n > standing.0 {
                *standing = (stand.n, &stand.label);
            }
        }
        let (side, middle) = (squares * SQUARE, squares * SQUARE / 2);
        let mut svg = format!(
            r#"<svg class="timeline" viewBox="0 0 {side} {side}" role="img" focusable="false"><title>{}</title><g stroke="currentColor" opacity="0.4"><line x1="0" x2="{side}" y1="{middle}" y2="{middle}"/><line x1="{middle}" x2="{middle}" y1="0" y2="{side}"/></g><g fill="currentColor" text-anchor="middle">"#,
            escape(title)
        );
        for ((across, up), (n, label)) in most {
            let (x, y) = (across * SQUARE + SQUARE / 2, side - up * SQUARE - SQUARE / 2);
            let size = (SMALLEST_TEXT + 2 * i64::from(n.max(1).ilog2())).min(LARGEST_TEXT);
            // Writing to a String cannot fail.
            let _ = match label {
                "" => write!(svg, r#"<circle cx="{x}" cy="{y}" r="2"/>"#),
                label => write!(
                    svg,
                    r#"<text x="{x}" y="{}" font-size="{size}">{}</text>"#,
                    y + size / 3,
                    escape(label)
                ),
            };
        }
        svg.push_str("</g></svg>");
        Self { svg }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn stand(across: i64, up: i64, label: &str, n: u64) -> Stand {
        Stand {
            across,
            up,
            label: label.to_owned(),
            n,
        }
    }

    #[test]
    fn the_largest_group_of_a_square_gives_its_letter() {
        let stands = [
            stand(0, 0, "A", 2),
            stand(0, 0, "B", 3),
            stand(0, 0, "", 1),
            stand(1, 1, "", 4),
        ];
        let svg = Scatter::new(&stands, 2, "Två <grupper>").svg;
        assert!(svg.contains("<title>Två &lt;grupper&gt;</title>"));
        assert!(svg.contains(r#"<text x="10" y="35" font-size="15">B</text>"#), "{svg}");
        assert!(svg.contains(r#"<circle cx="30" cy="10" r="2"/>"#) && !svg.contains(">A<"));
    }

    proptest! {
        #[test]
        fn everything_stands_within_the_picture(stands in prop::collection::vec((any::<i64>(), any::<i64>(), any::<u64>()), 0..30), squares in any::<i64>()) {
            let stands: Vec<Stand> = stands.into_iter().map(|(across, up, n)| stand(across, up, "A", n)).collect();
            let svg = Scatter::new(&stands, squares, "x").svg;
            prop_assert!(!svg.contains("x=\"-") && !svg.contains("y=\"-"));
            prop_assert!(svg.matches("<text").count() <= stands.len());
        }
    }
}
