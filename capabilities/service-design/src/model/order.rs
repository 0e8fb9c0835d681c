//! A dialogue that a project orders: what it begins with, carried over from the project.

use db::Id;
use jiff::Timestamp;
use method::Facts;
use method::pack::{Field, Kind, Pack};
use serde_json::{Map, Value, json};

/// A dialogue that a project has ordered.
#[derive(Debug, Clone)]
pub struct Order {
    pub dialogue: Id,
    pub project: Id,
    pub ordered_at: Timestamp,
    pub ordered_by: String,
}

/// What a dialogue begins with: for each pair of the pack, the value of the project's field in the shape of the dialogue's.
pub(crate) fn inherited(project: &Pack, facts: &Facts, dialogue: &Pack) -> Map<String, Value> {
    let carried = |(theirs, ours): &(String, String)| {
        let (to, from) = (dialogue.field(theirs)?, project.field(ours)?);
        let value = shaped(from, to, facts)?;
        Some((theirs.clone(), value))
    };
    project.hands_over.iter().filter_map(carried).collect()
}

/// Lines of one field in the shape of another; nothing when nothing stands there or it cannot stand there.
fn shaped(from: &Field, to: &Field, facts: &Facts) -> Option<Value> {
    let lines: Vec<String> = match from.kind {
        Kind::List | Kind::Choices => facts.list(&from.key),
        Kind::Rows => return None,
        _ => vec![facts.text(&from.key)],
    };
    let lines: Vec<String> = lines.into_iter().filter(|line| !line.trim().is_empty()).collect();
    if lines.is_empty() {
        return None;
    }
    match to.kind {
        Kind::List => Some(json!(lines)),
        Kind::Rows => {
            let column = to.columns.first()?;
            let row = |line: &String| json!({ column.key.clone(): line });
            Some(lines.iter().map(row).collect())
        }
        Kind::Text | Kind::Long | Kind::Level | Kind::Person => {
            let text = lines.join("\n");
            let fits = text.chars().count() <= to.max || matches!(to.kind, Kind::Level);
            fits.then_some(Value::String(text))
        }
        _ => None,
    }
}
