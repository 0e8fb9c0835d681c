//! Timeline: how many in each period, as columns from left to right.

use crate::svg::escape;
use std::fmt::Write as _;

/// How many in one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The period in words, such as "2–8 mars".
    pub label: String,
    pub count: i64,
}

/// A drawn timeline; `columns` are its table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    pub columns: Vec<Column>,
    /// The whole picture, with a name for those who do not see it.
    pub svg: String,
}

const WIDTH: i64 = 720;
const HEIGHT: i64 = 160;

impl Timeline {
    /// Draws the columns. `title` says what the picture shows and its main finding; it is read aloud.
    pub fn new(columns: Vec<Column>, title: &str) -> Self {
        let largest = columns.iter().map(|column| column.count).max().unwrap_or(0).max(1);
        let places = i64::try_from(columns.len()).unwrap_or(i64::MAX).max(1);
        let step = (WIDTH / places).max(1);
        // A two unit gap keeps neighbours apart without needing a second colour.
        let width = (step - 2).max(1);
        let mut svg = format!(
            r#"<svg class="timeline" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" focusable="false"><title>{}</title><g class="bar">"#,
            escape(title)
        );
        for (place, column) in (0_i64..).zip(&columns) {
            let share = i128::from(column.count.max(0)) * i128::from(HEIGHT - 4) / i128::from(largest);
            let height = i64::try_from(share).unwrap_or(0);
            if height > 0 {
                // Writing to a String cannot fail.
                let _ = write!(
                    svg,
                    r#"<rect x="{}" y="{}" width="{width}" height="{height}"/>"#,
                    place * step,
                    HEIGHT - height
                );
            }
        }
        let _ = write!(
            svg,
            r#"<line class="axis" x1="0" x2="{WIDTH}" y1="{HEIGHT}" y2="{HEIGHT}"/></g></svg>"#
        );
        Self { columns, svg }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tallest_period_fills_the_height_and_an_empty_one_draws_nothing() {
        let column = |label: &str, count| Column {
            label: label.into(),
            count,
        };
        let chart = Timeline::new(
            vec![column("v. 10", 4), column("v. 11", 0), column("v. 12", 8)],
            "Flest svar i \"v. 12\" <8>",
        );
        assert!(
            chart
                .svg
                .contains(r#"<title>Flest svar i &quot;v. 12&quot; &lt;8&gt;</title>"#)
        );
        assert_eq!(chart.svg.matches("<rect").count(), 2);
        assert!(chart.svg.contains(r#"height="156""#) && chart.svg.contains(r#"height="78""#));
    }

    #[test]
    fn no_periods_make_an_empty_picture() {
        let chart = Timeline::new(vec![], "Inga svar");
        assert!(!chart.svg.contains("<rect") && chart.svg.ends_with("</svg>"));
    }
}
