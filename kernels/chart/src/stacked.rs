//! Stacked bars: one row per group, every row split into the same parts.

use crate::svg::{decoration, permille, piece};

/// Colours the stylesheet tells apart; more parts than this begin again from the first.
const SERIES: usize = 5;

/// A group and its counts, in the order of the key; `None` where the cell is too small to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    pub label: String,
    pub counts: Vec<Option<i64>>,
    /// How many are in the group (n).
    pub base: i64,
}

/// A part of the key: its name and a swatch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyPart {
    pub label: String,
    pub svg: String,
}

/// A finished row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StackedRow {
    pub label: String,
    pub counts: Vec<Option<i64>>,
    pub base: i64,
    pub svg: String,
}

/// A chart of stacked bars with its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stacked {
    pub key: Vec<KeyPart>,
    pub rows: Vec<StackedRow>,
}

impl Stacked {
    /// Draws the rows. `parts` names the parts in the order of every row's counts.
    pub fn new(parts: &[String], rows: Vec<Split>) -> Self {
        let key = parts
            .iter()
            .enumerate()
            .map(|(place, label)| KeyPart {
                label: label.clone(),
                svg: decoration(&piece(0, 1000, series(place))),
            })
            .collect();
        Self {
            key,
            rows: rows.into_iter().map(StackedRow::new).collect(),
        }
    }
}

impl StackedRow {
    fn new(split: Split) -> Self {
        let mut inside = String::new();
        let mut start = 0;
        let mut sum: i64 = 0;
        for (place, count) in split.counts.iter().enumerate() {
            sum = sum.saturating_add(count.unwrap_or(0).max(0));
            // Ends are rounded, not lengths, so that rounding never adds up to more than the frame.
            let end = permille(sum, split.base);
            inside.push_str(&piece(start, end - start, series(place)));
            start = end;
        }
        Self {
            label: split.label,
            counts: split.counts,
            base: split.base,
            svg: decoration(&inside),
        }
    }
}

fn series(place: usize) -> usize {
    place % SERIES + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_follow_each_other_and_fill_the_row() {
        let split = Split {
            label: "Kvinnor".into(),
            counts: vec![Some(1), Some(1), Some(1)],
            base: 3,
        };
        let chart = Stacked::new(&["Ja".into(), "Nej".into(), "Vet inte".into()], vec![split]);
        assert_eq!(
            chart.rows[0].svg,
            r#"<svg aria-hidden="true" focusable="false"><rect width="33.3%" height="100%"/><rect x="33.3%" class="s2" width="33.4%" height="100%"/><rect x="66.7%" class="s3" width="33.3%" height="100%"/></svg>"#
        );
        assert_eq!(chart.key.len(), 3);
    }

    #[test]
    fn a_suppressed_part_leaves_a_gap_at_the_end() {
        let split = Split {
            label: "Män".into(),
            counts: vec![Some(8), None],
            base: 10,
        };
        let chart = Stacked::new(&["Ja".into(), "Nej".into()], vec![split]);
        assert_eq!(chart.rows[0].svg.matches("<rect").count(), 1);
        assert!(chart.rows[0].svg.contains(r#"width="80%""#));
    }
}
