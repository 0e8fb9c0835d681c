//! `/arbetsyta/samverkan/{id}/organisationer`: which organisations are asked, what came of it, and what they answered.

use super::{Parts, day, parts};
use crate::acts::referral::Letters;
use crate::model::TEXT;
use crate::model::referral::Outcome;
use crate::store::{self, Invited, StoredAnswer};
use crate::words;
use askama::Template;
use db::Conn;
use dialogues::Dialogue;
use identity::{Grant, KeepRegister, SeeDesk};
use web::{Cx, Errors, Fault, Reply, Req, page};

/// The word in the address.
pub(crate) const ASKED: &str = "organisationer";

/// The page of a process.
pub(super) fn address(process: &Dialogue) -> String {
    format!("{}/{ASKED}", process.desk_address())
}

/// Where one is: the list of its kind and the process itself.
pub(super) fn crumbs(cx: &Cx, process: &Dialogue) -> Vec<(String, String)> {
    let title = match process.title.as_str() {
        "" => cx.t("civil-untitled"),
        title => title.to_owned(),
    };
    vec![
        (cx.link(process.kind.base()), cx.t(process.kind.name_key())),
        (cx.link(&process.desk_address()), title),
    ]
}

pub(super) struct Line {
    pub id: String,
    pub href: String,
    pub name: String,
    pub address: String,
    pub invited: String,
    pub reminded: String,
    pub outcome: (String, &'static str, &'static str),
    pub chosen: String,
    pub note: String,
    /// No letter has gone out, so it can be taken off.
    pub is_free: bool,
}

pub(super) struct AnswerLine {
    name: String,
    speaker: String,
    answer: String,
    received: String,
    is_own: bool,
}

/// What somebody typed in one of the forms.
#[derive(Default)]
pub(super) struct Typed {
    pub organisation: String,
    pub address: String,
    pub message: String,
    /// The organisation whose outcome came back, and what was written.
    pub of: String,
    pub outcome: String,
    pub note: String,
    pub answerer: String,
    pub role: String,
    pub mandate: String,
    pub speaks_for: String,
    pub answer: String,
    pub received: Option<Parts>,
    pub due: Option<Parts>,
}

#[derive(Template)]
#[template(path = "civil-society/asked.html")]
pub(super) struct Page {
    pub cx: Cx,
    pub errors: Errors,
    pub here: String,
    pub crumbs: Vec<(String, String)>,
    pub lines: Vec<Line>,
    pub answers: Vec<AnswerLine>,
    pub outcomes: Vec<(String, String)>,
    pub mandates: Vec<(String, String)>,
    pub due: Parts,
    pub due_words: String,
    pub is_listed: bool,
    /// The address of the public list.
    pub listed: String,
    pub to_invite: usize,
    pub to_remind: usize,
    pub typed: Typed,
    pub received: Parts,
    pub text_max: usize,
    pub revision: i64,
    pub may_keep: bool,
}

pub(super) async fn build(
    req: &Req,
    conn: &mut Conn,
    cx: Cx,
    process: &Dialogue,
    errors: Errors,
    mut typed: Typed,
) -> Result<Page, Fault> {
    let referral = store::referral(conn, process.id).await?;
    let invited = store::invited(conn, process.id).await?;
    let answers = store::organisation_answers(conn, process.id).await?;
    let mandates = words::choices(&req.site, req.lang, words::MANDATES);
    let count = |letters: Letters| invited.iter().filter(|one| letters.concern(one)).count();
    let due_on = referral.as_ref().and_then(|one| one.due_on);
    let answer = |one: &StoredAnswer| AnswerLine {
        name: one.name.clone(),
        speaker: speaker(&mandates, one),
        answer: one.answer.clone(),
        received: day(&cx, one.received_on),
        is_own: one.is_own,
    };
    Ok(Page {
        here: cx.link(&address(process)),
        crumbs: crumbs(&cx, process),
        lines: invited.iter().map(|one| line(&cx, one)).collect(),
        answers: answers.iter().map(answer).collect(),
        outcomes: super::options!(cx, Outcome),
        due: typed.due.take().unwrap_or_else(|| parts(due_on)),
        due_words: day(&cx, due_on),
        is_listed: referral.as_ref().is_some_and(|one| one.is_listed),
        listed: cx.link(&format!("/samverkan/{}/{ASKED}", process.id)),
        to_invite: count(Letters::Invitations),
        to_remind: count(Letters::Reminders),
        received: typed.received.take().unwrap_or_else(|| parts(Some(req.today()))),
        text_max: TEXT,
        revision: referral.map_or(0, |one| one.revision),
        may_keep: false,
        mandates,
        errors,
        typed,
        cx,
    })
}

/// Who speaks, with which mandate and for whom.
fn speaker(mandates: &[(String, String)], one: &StoredAnswer) -> String {
    let parts = [
        one.role.clone(),
        words::name(mandates, &one.mandate),
        one.speaks_for.clone(),
    ];
    parts.join(". ")
}

/// What came of asking, in words with its mark.
pub(crate) fn outcome(cx: &Cx, one: &Invited) -> (String, &'static str, &'static str) {
    let (key, kind, sign) = match Outcome::from_code(&one.outcome) {
        Some(Outcome::TookPart) => (Outcome::TookPart.label(), "ok", "✓"),
        Some(Outcome::Declined) => (Outcome::Declined.label(), "", "✕"),
        Some(Outcome::Silent) => (Outcome::Silent.label(), "warn", "…"),
        None => ("civil-outcome-none", "", "○"),
    };
    (cx.t(key), kind, sign)
}

fn line(cx: &Cx, one: &Invited) -> Line {
    Line {
        id: one.organisation_id.to_string(),
        href: cx.link(&super::organisation_address(one.organisation_id)),
        name: one.name.clone(),
        address: one.address.clone(),
        invited: one.invited_at.map(|at| cx.day(&at)).unwrap_or_default(),
        reminded: one.reminded_at.map(|at| cx.day(&at)).unwrap_or_default(),
        outcome: outcome(cx, one),
        chosen: one.outcome.clone(),
        note: one.note.clone(),
        is_free: one.invited_at.is_none() && one.outcome.is_empty(),
    }
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let mut read = req.site.db.read().await?;
    let process = dialogues::named(&req, &mut read).await?;
    let built = build(&req, &mut read, cx, &process, Errors::default(), Typed::default()).await?;
    page(&Page {
        may_keep: who.staff.may::<KeepRegister>(),
        ..built
    })
}
