//! Comparison: those who took part (bar) against the population (line).

use crate::svg::{decoration, percent, permille, piece};

/// A group, how many took part, and how large it is in the population.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub label: String,
    /// How many took part; `None` when too few to show.
    pub count: Option<i64>,
    /// How many live in the area.
    pub reference: i64,
}

/// A finished row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparisonRow {
    pub label: String,
    pub count: Option<i64>,
    pub base: i64,
    pub reference: i64,
    pub reference_base: i64,
    /// Share among participants less share in the population, in tenths of a percent unit; `None` when suppressed.
    pub difference: Option<i64>,
    pub svg: String,
}

/// A chart that compares participants with the population.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    pub rows: Vec<ComparisonRow>,
    pub base: i64,
    pub reference_base: i64,
    /// Swatch of the participants.
    pub key_bar: String,
    /// Swatch of the population.
    pub key_tick: String,
}

impl Comparison {
    /// Draws the rows; `base` is the number of participants who said which group they belong to.
    pub fn new(groups: Vec<Group>, base: i64) -> Self {
        let reference_base = groups
            .iter()
            .fold(0_i64, |sum, group| sum.saturating_add(group.reference.max(0)));
        let rows = groups
            .into_iter()
            .map(|group| ComparisonRow::new(group, base, reference_base))
            .collect();
        Self {
            rows,
            base,
            reference_base,
            key_bar: decoration(&piece(0, 1000, 1)),
            key_tick: decoration(&tick(500)),
        }
    }

    /// The group that is most under its share, for the sentence with the finding.
    pub fn most_missing(&self) -> Option<&ComparisonRow> {
        self.rows
            .iter()
            .filter(|row| row.difference.is_some_and(|d| d < 0))
            .min_by_key(|row| row.difference)
    }
}

impl ComparisonRow {
    fn new(group: Group, base: i64, reference_base: i64) -> Self {
        let theirs = permille(group.reference, reference_base);
        let ours = permille(group.count.unwrap_or(0), base);
        Self {
            difference: group.count.map(|_| ours - theirs),
            svg: decoration(&format!("{}{}", piece(0, ours, 1), tick(theirs))),
            label: group.label,
            count: group.count,
            base,
            reference: group.reference,
            reference_base,
        }
    }
}

fn tick(at: i64) -> String {
    let x = percent(at);
    // The halo keeps the line apart from a bar of its own darkness.
    let line = |class| format!(r#"<line class="{class}" x1="{x}" x2="{x}" y1="0" y2="100%"/>"#);
    line("halo") + &line("tick")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_stands_at_the_population_share() {
        let groups = vec![
            Group {
                label: "16–24".into(),
                count: Some(5),
                reference: 200,
            },
            Group {
                label: "25–64".into(),
                count: Some(75),
                reference: 600,
            },
            Group {
                label: "65–".into(),
                count: None,
                reference: 200,
            },
        ];
        let chart = Comparison::new(groups, 100);
        assert!(chart.rows[0].svg.contains(r#"<rect width="5%""#) && chart.rows[0].svg.contains(r#"x1="20%""#));
        assert_eq!(
            chart.rows.iter().map(|row| row.difference).collect::<Vec<_>>(),
            [Some(-150), Some(150), None]
        );
        assert_eq!(chart.most_missing().map(|row| row.label.as_str()), Some("16–24"));
        assert_eq!(chart.reference_base, 1000);
    }
}
