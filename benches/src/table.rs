//! What came of the measurements: one row per goal, as Markdown, judged by ratio.

use std::fmt::Write;

/// One row.
pub struct Row {
    /// Number of the goal in the performance plan.
    pub goal: u8,
    pub what: String,
    pub product: String,
    pub reference: String,
    pub measured: Measured,
}

/// What is judged, and against what.
pub enum Measured {
    /// Good when at least this.
    AtLeast(f64, f64),
    /// Good when at most this.
    AtMost(f64, f64),
    /// Shown, not judged.
    Shown,
}

impl Measured {
    /// Whether the goal holds; nothing for what is only shown.
    pub fn holds(&self) -> Option<bool> {
        match self {
            Measured::AtLeast(value, wanted) => Some(value >= wanted),
            Measured::AtMost(value, wanted) => Some(value <= wanted),
            Measured::Shown => None,
        }
    }

    fn words(&self) -> (String, String) {
        match self {
            Measured::AtLeast(value, wanted) => (figure(*value), format!("≥ {}", figure(*wanted))),
            Measured::AtMost(value, wanted) => (figure(*value), format!("≤ {}", figure(*wanted))),
            Measured::Shown => (String::new(), String::new()),
        }
    }
}

fn figure(value: f64) -> String {
    if value >= 100.0 {
        format!("{value:.0}")
    } else {
        format!("{value:.2}")
    }
}

/// The table, and a line that says how many goals hold.
pub fn markdown(rows: &[Row]) -> String {
    let mut text =
        String::from("| goal | what | samspel | reference | measured | wanted | |\n|---|---|---|---|---|---|---|\n");
    for row in rows {
        let (value, wanted) = row.measured.words();
        let verdict = match row.measured.holds() {
            Some(true) => "pass",
            Some(false) => "FAIL",
            None => "",
        };
        let Row {
            goal,
            what,
            product,
            reference,
            ..
        } = row;
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "| {goal} | {what} | {product} | {reference} | {value} | {wanted} | {verdict} |"
        );
    }
    let judged: Vec<bool> = rows.iter().filter_map(|row| row.measured.holds()).collect();
    let held = judged.iter().filter(|holds| **holds).count();
    let _ = writeln!(text, "\n{held} of {} goals hold.", judged.len());
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_says_whether_its_goal_holds() {
        let row = |measured| Row {
            goal: 1,
            what: "page".into(),
            product: "1".into(),
            reference: "2".into(),
            measured,
        };
        let text = markdown(&[
            row(Measured::AtLeast(0.6, 0.5)),
            row(Measured::AtMost(1.4, 1.3)),
            row(Measured::Shown),
        ]);
        assert!(text.contains("| 0.60 | ≥ 0.50 | pass |"));
        assert!(text.contains("| 1.40 | ≤ 1.30 | FAIL |"));
        assert!(text.ends_with("1 of 2 goals hold.\n"));
    }
}
