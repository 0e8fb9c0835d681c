//! Horizontal bars: one per answer, theme or group.

use crate::svg::{decoration, permille, piece};

/// What a bar shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    pub label: String,
    /// How many; `None` when the cell is too small to show.
    pub count: Option<i64>,
}

/// In which order bars stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// As they came: for scales and ages, which have an order of their own.
    AsGiven,
    /// Largest first, suppressed last; equal ones as they came.
    BySize,
}

/// What a full bar means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// The whole base: bars are shares and can be compared between charts.
    Base,
    /// The largest bar: for counts whose base is far larger than any of them.
    Largest,
}

/// A finished bar: what stands beside it, and the drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarRow {
    pub label: String,
    pub count: Option<i64>,
    /// What the count is a share of.
    pub base: i64,
    /// Length of the bar in tenths of a percent.
    pub permille: i64,
    /// The bar, decoration beside the number.
    pub svg: String,
}

/// A chart of bars with its base (n).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bars {
    pub rows: Vec<BarRow>,
    pub base: i64,
}

impl Bars {
    /// Draws the bars. `base` is n: everyone who could have chosen any of them.
    pub fn new(bars: Vec<Bar>, base: i64, order: Order, scale: Scale) -> Self {
        let largest = bars.iter().filter_map(|bar| bar.count).max().unwrap_or(0);
        let full = match scale {
            Scale::Base => base,
            Scale::Largest => largest,
        };
        let mut rows: Vec<BarRow> = bars.into_iter().map(|bar| BarRow::new(bar, base, full)).collect();
        if order == Order::BySize {
            rows.sort_by_key(|row| std::cmp::Reverse(row.count));
        }
        Self { rows, base }
    }

    /// The largest bar that may be shown, for the sentence with the finding.
    pub fn largest(&self) -> Option<&BarRow> {
        // `max_by_key` takes the last of equals; the first one reads as the winner.
        self.rows
            .iter()
            .rev()
            .filter(|row| row.count.is_some())
            .max_by_key(|row| row.count)
    }
}

impl BarRow {
    fn new(bar: Bar, base: i64, full: i64) -> Self {
        let permille = permille(bar.count.unwrap_or(0), full);
        Self {
            label: bar.label,
            count: bar.count,
            base,
            permille,
            svg: decoration(&piece(0, permille, 1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(label: &str, count: impl Into<Option<i64>>) -> Bar {
        Bar {
            label: label.to_owned(),
            count: count.into(),
        }
    }

    #[test]
    fn a_bar_is_a_share_of_its_base() {
        let chart = Bars::new(
            vec![bar("Lekplats", 79), bar("Natur", 65)],
            209,
            Order::AsGiven,
            Scale::Base,
        );
        assert_eq!(
            chart.rows[0].svg,
            r#"<svg aria-hidden="true" focusable="false"><rect width="37.8%" height="100%"/></svg>"#
        );
        assert_eq!((chart.base, chart.rows[1].base), (209, 209));
    }

    #[test]
    fn a_suppressed_cell_has_no_bar_and_stands_last() {
        let chart = Bars::new(
            vec![bar("a", None), bar("b", 7), bar("c", 9), bar("d", 7)],
            30,
            Order::BySize,
            Scale::Largest,
        );
        let labels: Vec<_> = chart.rows.iter().map(|row| row.label.as_str()).collect();
        assert_eq!(labels, ["c", "b", "d", "a"]);
        assert!(!chart.rows[3].svg.contains("rect"));
        assert_eq!(chart.rows[0].permille, 1000);
    }

    #[test]
    fn the_first_of_equals_is_the_largest() {
        let chart = Bars::new(
            vec![bar("a", 3), bar("b", 7), bar("c", 7)],
            17,
            Order::AsGiven,
            Scale::Base,
        );
        assert_eq!(chart.largest().map(|row| row.label.as_str()), Some("b"));
        assert_eq!(Bars::new(vec![], 0, Order::BySize, Scale::Base).largest(), None);
    }

    proptest::proptest! {
        #[test]
        fn no_number_draws_outside_the_frame(counts in proptest::collection::vec(proptest::option::of(proptest::num::i64::ANY), 0..20), base: i64) {
            for scale in [Scale::Base, Scale::Largest] {
                let bars = counts.iter().map(|count| bar("x", *count)).collect();
                let chart = Bars::new(bars, base, Order::BySize, scale);
                proptest::prop_assert_eq!(chart.rows.len(), counts.len());
                proptest::prop_assert!(chart.rows.iter().all(|row| (0..=1000).contains(&row.permille)));
            }
        }
    }
}
