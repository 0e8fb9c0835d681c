//! Measures of the plan: Brå's columns (cause, measure, operative goal, when, who, follow-up).

use super::choices;
use db::Id;
use jiff::civil::Date;

choices! {
    /// Whether a commitment was kept as meant, with good effect on the problem.
    Colour {
        Green = "green", "civil-colour-green";
        Yellow = "yellow", "civil-colour-yellow";
        Red = "red", "civil-colour-red";
    }
}

impl Colour {
    /// The kind of its mark, and the sign that says the same without colour.
    pub(crate) fn mark(self) -> (&'static str, &'static str) {
        match self {
            Colour::Green => ("ok", "✓"),
            Colour::Yellow => ("warn", "◐"),
            Colour::Red => ("bad", "✕"),
        }
    }
}

/// What is written about a measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    pub cause: Id,
    /// Its place in the order of doing.
    pub place: i64,
    pub action: String,
    pub goal: String,
    /// When, in words: "våren 2027".
    pub timing: String,
    /// The day by which it is done, for the desk's list.
    pub due_on: Option<Date>,
    /// The actor who does it; none means the municipality itself.
    pub organisation: Option<Id>,
    /// The role that answers for it.
    pub responsible: String,
    /// How one sees that it helps.
    pub indicator: String,
}
