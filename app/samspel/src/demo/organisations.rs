//! What the demonstration tells about organisations, as its file (`data/civilsamhallet.toml`) says it.

use serde::Deserialize;

/// What the file tells. Days are counted from today.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Society {
    /// When all of it is entered, and when it is followed up.
    pub begin: i32,
    pub follow_up: i32,
    /// Who enters it: a word of the town's people.
    pub by: String,
    pub organisations: Vec<Organisation>,
    pub agreements: Vec<Told>,
    pub representative: Speaks,
    pub council: Met,
    pub problem: Crime,
}

/// An organisation of the register.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    pub name: String,
    pub kind: String,
    #[serde(default)]
    pub aims: String,
    pub topics: Vec<String>,
    #[serde(default)]
    pub groups: Vec<String>,
    pub areas: Vec<String>,
    pub role: String,
    pub address: String,
}

/// Somebody who speaks for an organisation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Speaks {
    pub organisation: String,
    pub role: String,
    pub name: String,
    pub email: String,
    /// What the organisation works with, as they want it to stand.
    pub topics: Vec<String>,
}

/// An agreement.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    pub title: String,
    pub kind: String,
    pub purposes: Vec<String>,
    pub areas: Vec<String>,
    pub commitment: String,
    pub signed: i32,
    pub expires: i32,
    pub parties: Vec<Party>,
}

/// A party with what it commits itself to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    pub organisation: String,
    pub commitment: String,
}

/// A council, the meeting it has held, and what that led to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Met {
    pub name: String,
    pub kind: String,
    pub chair: String,
    pub rhythm: String,
    pub met: i32,
    pub next: i32,
    pub agenda: Vec<String>,
    pub minutes: String,
    pub task: String,
    pub responsible: String,
    pub due: i32,
    pub seats: Vec<Sits>,
}

/// A seat.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sits {
    pub organisation: String,
    pub role: String,
    pub leading: bool,
}

/// A problem with all that belongs to it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Crime {
    pub title: String,
    pub kind: String,
    pub place: String,
    pub description: String,
    pub picture: String,
    pub functions: Vec<String>,
    pub causes: Vec<String>,
    pub judgements: Vec<Judges>,
    pub gaps: Vec<Lacks>,
    pub measures: Vec<Does>,
}

/// A judgement of an actor.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judges {
    pub organisation: String,
    pub function: String,
    pub relevance: i64,
    pub reason: String,
}

/// A decision about a gap.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lacks {
    pub function: String,
    pub kind: String,
    pub decision: String,
    pub reason: String,
    pub responsible: String,
    pub due: i32,
}

/// A measure, and what became of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Does {
    /// The place of its cause in the list.
    pub cause: usize,
    pub action: String,
    pub goal: String,
    pub timing: String,
    pub due: i32,
    #[serde(default)]
    pub organisation: String,
    pub responsible: String,
    /// What the follow-up shows; no colour for one that is not followed up.
    #[serde(default)]
    pub colour: String,
    #[serde(default)]
    pub outcome: String,
    #[serde(default)]
    pub effect: String,
}
