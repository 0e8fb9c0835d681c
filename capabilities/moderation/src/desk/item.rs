//! `/arbetsyta/granskning/{text}`: one text with what was found in it, and the decision.

use askama::Template;
use db::{Conn, Id};
use identity::{Grant, ModerateContributions};
use participation::{Passage, PassageState, marks};
use text::personal_data::{Kind, find, mask};
use web::{Cx, Errors, Fault, Form, Lang, Reply, Req, invalid, page};

use super::{QueueFilter, ago, beginning, channel, state_label};
use crate::acts;
use crate::model::{FORWARDED, Reason, Typed, Waits, mask_label, may_undo};

#[derive(Template)]
#[template(path = "moderation/item.html")]
struct Item {
    cx: Cx,
    errors: Errors,
    passage: Passage,
    dialogue: String,
    activity: String,
    question: String,
    channel: String,
    came: String,
    state: String,
    /// Who decided last, when and why; empty when nobody has.
    history: String,
    pieces: Vec<(String, String)>,
    hints: Vec<String>,
    typed: Typed,
    choices: Vec<(&'static str, String, String)>,
    reasons: Vec<(String, String)>,
    pairs: Vec<(&'static str, String)>,
    action: String,
    back: String,
    undo: Option<UndoView>,
    /// Somebody decided while the page was open: who and when, and what they wrote beside what is typed here.
    conflict: Option<Conflict>,
}

/// Who decided and when, and rows of label, what stands now, what was typed here.
type Conflict = (String, Vec<(String, String, String)>);

/// The decision just made, which can be taken back for ten minutes.
struct UndoView {
    action: String,
    revision: i64,
    text: String,
}

/// What a page of one text is built from besides the text.
#[derive(Default)]
struct Sent {
    typed: Option<Typed>,
    problems: Vec<(&'static str, &'static str)>,
    is_stale: bool,
}

pub(crate) async fn item(req: Req, who: Grant<ModerateContributions>) -> Reply {
    let mut read = req.site.db.read().await?;
    let passage = participation::passage(&mut read, req.id_param("text")?).await?;
    page(
        &build(
            &mut read,
            &req,
            &who,
            passage,
            QueueFilter::of_request(&req),
            Sent::default(),
        )
        .await?,
    )
}

async fn build(
    conn: &mut Conn,
    req: &Req,
    who: &Grant<ModerateContributions>,
    passage: Passage,
    filter: QueueFilter,
    sent: Sent,
) -> Result<Item, Fault> {
    if passage.withdrawn {
        return Err(Fault::Gone("moderation-withdrawn"));
    }
    let mut cx = who.cx(req);
    let dialogue = dialogues::dialogue(conn, passage.dialogue_id).await?;
    let activity = participation::activity(conn, passage.activity_id).await?;
    let versions = participation::versions(conn, passage.activity_id).await?;
    let question = versions
        .iter()
        .rev()
        .find_map(|(_, definition)| definition.question(&passage.question));
    let undo = just_decided(conn, &cx, req, filter).await?;
    let mut errors = Errors::default();
    for (field, key) in &sent.problems {
        errors.add(*field, cx.t(key));
    }
    cx.has_errors = !errors.is_empty() || sent.is_stale;
    let typed = sent.typed.unwrap_or_else(|| Typed {
        masked: masked(req, &passage.body),
        ..Typed::default()
    });
    let conflict = sent.is_stale.then(|| conflict(&cx, &passage, &typed));
    Ok(Item {
        dialogue: dialogue.title_in(cx.lang),
        activity: activity.title(cx.lang.code()).to_owned(),
        question: question.map_or_else(String::new, |question| question.label.said(cx.lang.code()).to_owned()),
        channel: channel(&cx, &passage.channel),
        came: format!(
            "{} ({})",
            cx.moment(&passage.created_at),
            ago(&cx, passage.created_at, req.now)
        ),
        state: standing(&cx, &passage),
        history: history(&cx, &passage),
        pieces: marks::marked(&cx, &passage.body),
        hints: marks::kinds(&passage.body)
            .into_iter()
            .map(|kind| cx.t(marks::mark_label(kind)))
            .collect(),
        choices: choices(&cx),
        reasons: Reason::ALL
            .into_iter()
            .map(|reason| (reason.code().to_owned(), cx.t(reason.label())))
            .collect(),
        pairs: filter.pairs(),
        action: cx.link(&format!("/arbetsyta/granskning/{}", passage.id)),
        back: cx.link(&format!("/arbetsyta/granskning{}", filter.query())),
        errors,
        passage,
        typed,
        undo,
        conflict,
        cx,
    })
}

/// The detector's suggestion: what names a person by itself is covered. Swedish, whatever language the moderator reads: it stands in
/// public.
fn masked(req: &Req, body: &str) -> String {
    let words = Kind::ALL.map(|kind| (kind, req.site.texts.get(Lang::Sv, mask_label(kind))));
    mask(body, &find(body), |kind| {
        words
            .iter()
            .find(|(one, _)| *one == kind)
            .map_or("[…]", |(_, word)| word)
    })
}

fn choices(cx: &Cx) -> Vec<(&'static str, String, String)> {
    ["publicera", "maskera", "dolj", "vidare"]
        .map(|word| {
            (
                word,
                cx.t(&format!("moderation-choice-{word}")),
                cx.t(&format!("moderation-choice-{word}-hint")),
            )
        })
        .into()
}

fn standing(cx: &Cx, passage: &Passage) -> String {
    match passage.state() {
        PassageState::Waiting => cx.t(Waits::of(passage).label()),
        _ => cx.t(state_label(passage)),
    }
}

fn history(cx: &Cx, passage: &Passage) -> String {
    let Some(at) = passage.decided_at else {
        return String::new();
    };
    let reason = match passage.reason.as_str() {
        FORWARDED => cx.t("moderation-waits-forwarded"),
        code => Reason::from_code(code)
            .map(|reason| cx.t(reason.label()))
            .unwrap_or_default(),
    };
    let parts = [cx.t(state_label(passage)), reason, passage.note.clone()];
    let what = parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    cx.ta(
        "moderation-history",
        &[
            ("by", passage.decided_by.as_str().into()),
            ("moment", cx.moment(&at).into()),
            ("what", what.into()),
        ],
    )
}

/// What stands now beside what is typed here.
fn conflict(cx: &Cx, passage: &Passage, typed: &Typed) -> Conflict {
    let mine = match typed.choice.as_str() {
        "" => String::new(),
        choice => cx.t(&format!("moderation-choice-{choice}")),
    };
    let rows = vec![
        (cx.t("moderation-decision"), standing(cx, passage), mine),
        (cx.t("moderation-note"), passage.note.clone(), typed.note.clone()),
    ];
    (history(cx, passage), rows)
}

/// The text in `?nyss=`, if it was decided a moment ago.
async fn just_decided(conn: &mut Conn, cx: &Cx, req: &Req, filter: QueueFilter) -> Result<Option<UndoView>, Fault> {
    let Some(id) = req.query("nyss").and_then(|id| id.parse::<Id>().ok()) else {
        return Ok(None);
    };
    let passage = match participation::passage(conn, id).await {
        Ok(passage) if may_undo(&passage, req.now) => passage,
        Ok(_) | Err(db::Error::NotFound) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    Ok(Some(UndoView {
        action: cx.link(&format!("/arbetsyta/granskning/{id}/angra{}", filter.query())),
        revision: passage.revision,
        text: cx.ta(
            "moderation-just-decided",
            &[
                ("state", standing(cx, &passage).into()),
                ("text", beginning(&passage.body).into()),
            ],
        ),
    }))
}

fn typed(form: &Form) -> Typed {
    let choice = form.text("beslut");
    let known = ["publicera", "maskera", "dolj", "vidare"].contains(&choice.as_str());
    Typed {
        choice: if known { choice } else { String::new() },
        masked: form.raw("maskerad"),
        reason: form.text("skal"),
        note: form.text("notering"),
    }
}

pub(crate) async fn decide_item(req: Req, who: Grant<ModerateContributions>) -> Reply {
    let form = req.form()?;
    let (filter, typed) = (QueueFilter::of_form(&form), typed(&form));
    let mut read = req.site.db.read().await?;
    let passage = participation::passage(&mut read, req.id_param("text")?).await?;
    let (id, known) = (passage.id, form.int("revision").unwrap_or(0));
    let decision = match typed.read(&passage.body) {
        Ok(decision) if passage.revision == known => decision,
        wrong => {
            let sent = Sent {
                problems: wrong.err().unwrap_or_default(),
                is_stale: passage.revision != known,
                typed: Some(typed),
            };
            return invalid(&build(&mut read, &req, &who, passage, filter, sent).await?);
        }
    };
    drop(read);
    match acts::decide(&req.site, who.actor(), id, known, &decision, &typed.note).await {
        Err(Fault::Conflict) => {
            let mut read = req.site.db.read().await?;
            let passage = participation::passage(&mut read, id).await?;
            let sent = Sent {
                is_stale: true,
                typed: Some(typed),
                ..Sent::default()
            };
            invalid(&build(&mut read, &req, &who, passage, filter, sent).await?)
        }
        decided => {
            decided?;
            onward(&req, filter, id, "moderation-saved").await
        }
    }
}

/// To the next text that waits, or to the empty queue.
async fn onward(req: &Req, filter: QueueFilter, done: Id, note: &'static str) -> Reply {
    let mut read = req.site.db.read().await?;
    let next = filter.next(&mut read, done).await?;
    drop(read);
    let query = filter.query();
    let sign = if query.is_empty() { '?' } else { '&' };
    match next {
        Some(next) => req.done(&format!("/arbetsyta/granskning/{next}{query}{sign}nyss={done}"), note),
        // The decided text itself: its page offers to take the decision back.
        None => req.done(
            &format!("/arbetsyta/granskning/{done}{query}{sign}nyss={done}"),
            "moderation-saved-last",
        ),
    }
}

pub(crate) async fn undo_item(req: Req, who: Grant<ModerateContributions>) -> Reply {
    let revision = req.form()?.int("revision").unwrap_or(0);
    let passage = acts::undo(&req.site, who.actor(), req.id_param("text")?, revision).await?;
    let query = QueueFilter::of_request(&req).query();
    req.done(
        &format!("/arbetsyta/granskning/{}{query}", passage.id),
        "moderation-undone",
    )
}
