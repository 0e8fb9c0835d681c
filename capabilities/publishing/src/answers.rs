//! What residents said and what the municipality does about it, as public pages tell it.

use cases::{Answer, Decision};
use db::Conn;
use dialogues::Dialogue;
use web::{Cx, Fault};

/// One "Ni sa" with its "Vi gör".
#[derive(Debug, Clone)]
pub struct Pair {
    pub said: String,
    /// Outcome code of the kit's tag.
    pub outcome: &'static str,
    pub reason: String,
    pub responsible: String,
    pub due: String,
}

impl Pair {
    fn new(answer: &Answer) -> Pair {
        Pair {
            said: answer.you_said.clone(),
            outcome: answer.outcome().code(),
            reason: answer.reason.clone(),
            responsible: answer.responsible.clone(),
            due: answer.due_text.clone(),
        }
    }
}

/// A decision in words.
#[derive(Debug, Clone)]
pub struct DecisionView {
    /// "Kommunstyrelsen, 12 maj 2026, § 69".
    pub heading: String,
    pub wording: String,
    pub effect: String,
    pub reason: String,
}

impl DecisionView {
    fn new(decision: &Decision, cx: &Cx) -> DecisionView {
        let (date, paragraph) = (
            cx.short_date(&decision.decided_on),
            decision.paragraph.trim_start_matches(['§', ' ']),
        );
        let place = match paragraph.is_empty() {
            true => format!("{}, {date}", decision.body),
            false => format!("{}, {date}, § {paragraph}", decision.body),
        };
        DecisionView {
            heading: place,
            wording: decision.wording.clone(),
            effect: cx.t(decision.effect().label()),
            reason: decision.reason.clone(),
        }
    }
}

/// What came of a dialogue: decisions, newest first, and the published answers in the order of the themes.
#[derive(Debug, Clone, Default)]
pub struct Told {
    pub decisions: Vec<DecisionView>,
    pub pairs: Vec<Pair>,
}

/// The decisions and the published answers of a dialogue.
pub async fn told(conn: &mut Conn, dialogue: &Dialogue, cx: &Cx) -> Result<Told, Fault> {
    let decisions = cases::decisions(conn, dialogue.id).await?;
    let answers = cases::answers_public(conn, dialogue.id).await?;
    Ok(Told {
        decisions: decisions.iter().map(|one| DecisionView::new(one, cx)).collect(),
        pairs: answers.iter().map(Pair::new).collect(),
    })
}

/// A pair on the home page, with the dialogue it came from.
#[derive(Debug, Clone)]
pub struct Heard {
    pub href: String,
    pub title: String,
    pub pair: Pair,
}

/// The newest answers among these dialogues, one for each dialogue.
pub async fn latest(conn: &mut Conn, all: &[Dialogue], cx: &Cx, most: usize) -> Result<Vec<Heard>, Fault> {
    // A dialogue publishes its answers together, so the newest few of all may belong to one.
    const LOOK_AT: i64 = 60;
    let mut heard: Vec<Heard> = Vec::new();
    let mut used = Vec::new();
    for answer in cases::latest_answers(conn, LOOK_AT).await? {
        if heard.len() >= most {
            break;
        }
        let Some(dialogue) = all.iter().find(|one| one.id == answer.dialogue_id) else {
            continue;
        };
        if !used.contains(&dialogue.id) {
            used.push(dialogue.id);
            heard.push(Heard {
                href: cx.link(&format!("{}/resultat", dialogue.address())),
                title: dialogue.title_in(cx.lang),
                pair: Pair::new(&answer),
            });
        }
    }
    Ok(heard)
}
