//! The page of a door that is not open: not yet, paused, or over. What somebody was sending when it closed is given back to them: nothing
//! is stored, so whoever wrote it must be able to copy it.

use askama::Template;
use jiff::civil::Date;
use web::{Cx, Fault, Form, Reply, Req};

use super::comments::{Comments, comments};
use super::flow::{CheckRow, check_rows};
use super::question::WebFields;
use super::taking_part::Arrival;
use crate::dialogue::Dialogue;
use crate::model::answer::Answers;
use crate::model::carried::Carried;
use crate::model::definition::Definition;
use crate::model::parse::{as_typed, clean};
use crate::model::stance::PROPOSAL;
use crate::model::state::{ActivityState, Door};

#[derive(Template)]
#[template(path = "participation/door.html")]
struct DoorPage {
    cx: Cx,
    dialogue: Dialogue,
    title: String,
    lines: Vec<String>,
    /// What was on its way when the door closed.
    typed: Vec<CheckRow>,
    comments: Comments,
}

/// Not yet, paused, or over: when, and where the result comes. `sent` is a form that met the closed door.
pub(super) async fn closed(req: &Req, arrival: Arrival, sent: Option<&Form>) -> Reply {
    let cx = req.cx();
    let (title, lines) = words(&cx, &arrival, req.today());
    let page = DoorPage {
        title,
        lines,
        typed: sent.map_or_else(Vec::new, |form| typed(&cx, &arrival.used.definition, form)),
        comments: comments(req, &cx, &arrival.used.activity).await?,
        dialogue: arrival.dialogue,
        cx,
    };
    let mut reply = web::page(&page)?;
    if arrival.door == Door::Closed {
        reply.status = Fault::Gone("participation-door-closed-title").status();
    }
    Ok(reply)
}

/// For somebody with an address of their own: why it can no longer be changed, and what they sent.
pub(super) fn given_back(cx: Cx, dialogue: Dialogue, why: &'static str, typed: Vec<CheckRow>) -> Reply {
    let page = DoorPage {
        title: cx.t("participation-door-closed-title"),
        lines: vec![cx.t(why)],
        typed,
        comments: Comments::default(),
        dialogue,
        cx,
    };
    let mut reply = web::page(&page)?;
    reply.status = Fault::Gone(why).status();
    Ok(reply)
}

/// What somebody had answered on earlier pages and on the one just sent, as it was typed.
pub(super) fn typed(cx: &Cx, definition: &Definition, form: &Form) -> Vec<CheckRow> {
    let carried = Carried::read(&form.raw("svar")).map(|carried| carried.checked(definition).answers);
    let mut answers: Answers = carried.unwrap_or_default();
    let fields = WebFields(form);
    for question in definition.in_order().filter(|question| question.asks()) {
        if let Some(answer) = as_typed(question, &fields) {
            answers.put(&question.key, Some(answer));
        }
    }
    check_rows(cx, definition, &answers)
        .into_iter()
        .chain(proposed(cx, form))
        .collect()
}

/// A statement that somebody proposed.
pub(super) fn proposed(cx: &Cx, form: &Form) -> Option<CheckRow> {
    let words = clean(&form.raw("forslag"));
    (!words.is_empty()).then(|| CheckRow {
        key: PROPOSAL.to_owned(),
        question: cx.t("participation-proposal-label"),
        answer: words,
        foreign: false,
    })
}

fn words(cx: &Cx, arrival: &Arrival, today: Date) -> (String, Vec<String>) {
    let mut lines = Vec::new();
    let title = match arrival.door {
        Door::NotYet(opens) => {
            lines.push(cx.t1("participation-door-opens", "date", cx.date(&opens)));
            cx.t("participation-door-not-yet-title")
        }
        Door::Paused => {
            lines.push(cx.t("participation-door-paused"));
            cx.t("participation-door-paused-title")
        }
        Door::Closed | Door::Open | Door::Hidden => {
            // Staff may have closed before the day that was announced.
            let by_staff = arrival.used.activity.state() == ActivityState::Closed;
            let last = arrival.closes().filter(|last| *last < today && !by_staff);
            lines.push(match last {
                Some(last) => cx.t1("participation-door-closed-on", "date", cx.short_date(&last)),
                None => cx.t("participation-door-closed"),
            });
            cx.t("participation-door-closed-title")
        }
    };
    if let (Door::Closed, Some(feedback)) = (arrival.door, arrival.dialogue.feedback_on) {
        lines.push(cx.t1("participation-door-feedback", "date", cx.short_date(&feedback)));
    }
    (title, lines)
}
