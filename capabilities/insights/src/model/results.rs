//! What may be said of the answers to one question. Small cells are already hidden here, so that whoever writes a
//! page, a report or an export from it cannot show too much.

use db::Id;
use participation::model::definition::Wording;
use stats::{Cell, Proportion};

/// The answers to one question, ready to be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionResult {
    pub activity: Id,
    pub activity_title: Wording,
    pub key: String,
    /// As `participation` names it: "single", "scale", "long-text" …
    pub kind: &'static str,
    pub label: Wording,
    /// A question of "Om dig".
    pub background: bool,
    /// n: those who saw the question. The base of every share.
    pub asked: u64,
    /// Of them, those who gave any answer, "vet inte" included.
    pub answered: u64,
    pub summary: Summary,
}

impl QuestionResult {
    /// Saw the question and went on.
    pub fn skipped(&self) -> u64 {
        self.asked - self.answered
    }

    /// The count of one row with its base; `None` when it is hidden.
    pub fn share(&self, row: &Row) -> Option<Proportion> {
        row.count.count().map(|count| Proportion::new(count, self.asked))
    }
}

/// An answer that could be given and how many gave it.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The option's key, the step, or empty for what the program itself names.
    pub key: String,
    pub label: RowLabel,
    pub count: Cell,
}

/// What a row is called.
#[derive(Debug, Clone, PartialEq)]
pub enum RowLabel {
    /// The municipality's own words.
    Words(Wording),
    /// A step of a scale, 1 and up.
    Step(u64),
    /// A month.
    Month(i16, i8),
    /// "Vet inte".
    Unsure,
    /// "Vill inte svara".
    Declined,
    /// A place in the person's own words, without an area.
    OwnWords,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Summary {
    /// One or several of a list. When several, a person may stand in more than one row.
    Choices {
        several: bool,
        rows: Vec<Row>,
    },
    Scale {
        low: Wording,
        high: Wording,
        rows: Vec<Row>,
        n: u64,
        median: Option<f64>,
        mean: Option<f64>,
    },
    /// Best mean position first.
    Ranking(Vec<RankedRow>),
    Numbers {
        unit: Wording,
        n: u64,
        median: Option<f64>,
        mean: Option<f64>,
    },
    /// By month, the earliest first.
    Dates(Vec<Row>),
    Places(Vec<Row>),
    /// How many wrote something; what they wrote is read in the coding desk.
    Text {
        wrote: u64,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub struct RankedRow {
    pub key: String,
    pub label: Wording,
    /// How many gave it a place.
    pub n: u64,
    /// 1 is best; `None` when fewer than five ranked it.
    pub mean_position: Option<f64>,
    pub first: Option<u64>,
}

impl Summary {
    /// The rows that bars can be drawn from.
    pub fn rows(&self) -> &[Row] {
        match self {
            Summary::Choices { rows, .. }
            | Summary::Scale { rows, .. }
            | Summary::Dates(rows)
            | Summary::Places(rows) => rows,
            Summary::Ranking(_) | Summary::Numbers { .. } | Summary::Text { .. } => &[],
        }
    }

    /// The rows have an order of their own and are not sorted by size.
    pub fn is_ordered(&self) -> bool {
        matches!(self, Summary::Scale { .. } | Summary::Dates(_))
    }

    /// The row most people stand in, when it may be shown and is alone at the top.
    pub fn leading(&self) -> Option<&Row> {
        let count = |row: &Row| row.count.count().filter(|count| *count > 0);
        let top = self
            .rows()
            .iter()
            .filter(|row| count(row).is_some())
            .max_by_key(|row| count(row))?;
        let alone = self.rows().iter().filter(|row| count(row) == count(top)).count() == 1;
        alone.then_some(top)
    }

    /// Something is left out because too few gave it.
    pub fn hides(&self) -> bool {
        self.rows().iter().any(|row| row.count == Cell::Hidden)
            || matches!(self, Summary::Ranking(rows) if rows.iter().any(|row| row.mean_position.is_none() || row.first.is_none()))
    }
}
