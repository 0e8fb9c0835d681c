//! `/kvitto/{code}/vad-det-blev`: whoever spoke reads what became of it.

use crate::model::node::{Node, Standing};
use crate::model::trace::Trace;
use crate::store;
use crate::store::trace::Beginning;
use askama::Template;
use method::pack::NodeKind;
use web::{Anyone, Cx, Reply, Req, page};

/// Something that came of a voice.
struct Outcome {
    title: String,
    text: String,
    reason: String,
    set_aside: bool,
    day: String,
}

struct Part {
    title: String,
    outcomes: Vec<Outcome>,
}

#[derive(Template)]
#[template(path = "evidence-chain/voice.html")]
struct VoicePage {
    cx: Cx,
    /// The title and address of what they took part in.
    dialogue: String,
    dialogue_href: String,
    receipt: String,
    feedback: String,
    /// Their words are read, and stand among the evidence.
    used: bool,
    parts: Vec<Part>,
}

/// The key of what residents call a kind.
fn heading(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Evidence | NodeKind::Insight => "chain-voice-understood",
        NodeKind::Need => "chain-voice-needs",
        NodeKind::Question => "chain-voice-questions",
        NodeKind::Idea => "chain-voice-ideas",
        NodeKind::Prototype | NodeKind::Test => "chain-voice-tried",
        NodeKind::Measure => "chain-voice-measures",
        NodeKind::Effect => "chain-voice-effects",
        NodeKind::Answer => "chain-voice-answers",
    }
}

pub(crate) async fn show(req: Req, _: Anyone) -> Reply {
    let (code, contribution) = participation::with_code(&req).await?;
    let cx = req.cx();
    let mut read = req.site.db.read().await?;
    let trace = store::trace::on(&mut read, Beginning::Contribution(contribution.id)).await?;
    let dialogue = dialogues::dialogue(&mut read, contribution.dialogue_id).await?;
    drop(read);
    page(&VoicePage {
        dialogue: dialogue.title_in(cx.lang),
        dialogue_href: cx.link(&dialogue.address()),
        receipt: cx.link(&format!("/mitt-svar/{code}")),
        feedback: dialogue.feedback_on.map(|day| cx.short_date(&day)).unwrap_or_default(),
        used: trace.evidence() > 0,
        parts: parts(&cx, &trace),
        cx,
    })
}

fn parts(cx: &Cx, trace: &Trace) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    // What matters most to whoever spoke stands first: the answer, what is done, and only then how one got there.
    for node in trace.public().into_iter().rev() {
        let title = cx.t(heading(node.kind()));
        let outcome = outcome(cx, node);
        match parts.iter_mut().find(|part| part.title == title) {
            Some(part) => part.outcomes.push(outcome),
            None => parts.push(Part {
                title,
                outcomes: vec![outcome],
            }),
        }
    }
    parts
}

fn outcome(cx: &Cx, node: &Node) -> Outcome {
    let own = if node.public_text.is_empty() {
        &node.title
    } else {
        &node.public_text
    };
    Outcome {
        title: if node.kind() == NodeKind::Answer {
            node.title.clone()
        } else {
            String::new()
        },
        text: own.clone(),
        reason: node.reason.clone(),
        set_aside: node.standing() == Standing::SetAside,
        day: cx.day(&node.updated_at),
    }
}
