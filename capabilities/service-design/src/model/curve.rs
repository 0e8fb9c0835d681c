//! The curve of a sheet: a number in each row of a table, such as the feeling in each step of a journey.

use method::Facts;
use method::pack::Curve;

/// A point: what the row is called, and its number; nothing where nobody has put one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Point {
    pub label: String,
    pub value: Option<i64>,
}

/// The points of a curve, in the order of the rows. A number beyond the scale counts as its end.
pub(crate) fn points(curve: &Curve, facts: &Facts) -> Vec<Point> {
    let point = |row: &method::Row| Point {
        label: row.get(&curve.label).cloned().unwrap_or_default(),
        value: row
            .get(&curve.value)
            .and_then(|text| number(text))
            .map(|value| value.clamp(curve.lowest, curve.highest)),
    };
    facts.rows(&curve.rows).iter().map(point).collect()
}

/// A whole number as people write it: with a minus sign or a hyphen, or with a plus.
fn number(text: &str) -> Option<i64> {
    let plain = text.trim().replace('−', "-");
    plain.trim_start_matches('+').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let curve = Curve {
            rows: "steps".into(),
            label: "activity".into(),
            value: "feeling".into(),
            lowest: -3,
            highest: 3,
        };
        let row = |name: &str, feeling: &str| json!({ "activity": name, "feeling": feeling });
        let rows = [
            row("Söker", "−2"),
            row("Väntar", "-9"),
            row("Får svar", "+3"),
            row("Ringer", ""),
            row("Går", "bra"),
        ];
        let facts = Facts::from_json(json!({ "steps": rows }));
        let values: Vec<_> = points(&curve, &facts).into_iter().map(|point| point.value).collect();
        assert_eq!(values, [Some(-2), Some(-3), Some(3), None, None]);
    }
}
