//! What residents said and what the municipality does about it, and how that shows on public pages.

use db::Conn;
use dialogues::Dialogue;
use web::{Cx, Fault};

/// One "Ni sa" with its "Vi gör".
#[derive(Debug, Clone)]
pub struct Pair {
    pub theme: String,
    pub said: String,
    /// Outcome code of the kit's tag.
    pub outcome: String,
    pub reason: String,
    pub responsible: String,
    pub due: String,
}

/// A pair on the home page, with the dialogue it came from.
#[derive(Debug, Clone)]
pub struct Heard {
    pub href: String,
    pub title: String,
    pub pair: Pair,
}

/// The newest answers of all dialogues, one for each dialogue.
pub async fn latest(_conn: &mut Conn, _all: &[Dialogue], _cx: &Cx, _most: usize) -> Result<Vec<Heard>, Fault> {
    Ok(Vec::new())
}

/// What a dialogue's page tells of its answers: the decision in a sentence and the pairs.
#[derive(Debug, Clone, Default)]
pub struct Told {
    pub decision: Option<DecisionView>,
    pub pairs: Vec<Pair>,
    pub published: String,
}

/// A decision in words.
#[derive(Debug, Clone)]
pub struct DecisionView {
    pub heading: String,
    pub wording: String,
    pub effect: String,
    pub reason: String,
}

/// The decision and the published answers of a dialogue.
pub async fn told(_conn: &mut Conn, _dialogue: &Dialogue, _cx: &Cx) -> Result<Told, Fault> {
    Ok(Told::default())
}
