//! `/mitt-svar`: with the code a person sees the answer, changes it while the activity is open, or withdraws it.

use askama::Template;
use db::Actor;
use web::{Anyone, Cx, Errors, Fault, Reply, Req};

use super::door;
use super::flow::{self, CheckRow, Context, Mode, Step, check_rows};
use super::receipt::find as find_by_code;
use super::statements::own_address;
use crate::acts::{self, InUse, Letter, answers_of};
use crate::dialogue::{self, Dialogue};
use crate::kinds::{Way, kind};
use crate::model::receipt::{Code, Misread};
use crate::model::state::{Door, PassageState};
use crate::store::{self, Contribution};

#[derive(Template)]
#[template(path = "participation/my-answer-code.html")]
struct CodePage {
    cx: Cx,
    errors: Errors,
    code: String,
}

#[derive(Template)]
#[template(path = "participation/my-answer.html")]
struct AnswerPage {
    cx: Cx,
    dialogue: Dialogue,
    title: String,
    code: String,
    sent: String,
    changed: String,
    withdrawn: String,
    can_change: bool,
    rows: Vec<CheckRow>,
    texts: Vec<TextState>,
}

/// What has become of a text in moderation.
struct TextState {
    question: String,
    words: String,
    reason: String,
}

#[derive(Template)]
#[template(path = "participation/withdraw.html")]
struct WithdrawPage {
    cx: Cx,
    code: String,
    dialogue: Dialogue,
}

pub async fn ask(req: Req, _: Anyone) -> Reply {
    web::page(&CodePage {
        cx: req.cx(),
        errors: Errors::default(),
        code: String::new(),
    })
}

pub async fn find(req: Req, _: Anyone) -> Reply {
    req.site.guard.code(&req)?;
    let typed = req.form()?.text("kod");
    let problem = match Code::read(&typed) {
        Ok(code) => {
            let mut conn = req.site.db.read().await?;
            if acts::by_code(&mut conn, code).await?.is_some() {
                return req.see_other(&format!("/mitt-svar/{code}"));
            }
            "participation-code-unknown"
        }
        Err(Misread::Slip) => "participation-code-slip",
        Err(Misread::Form) => "participation-code-form",
    };
    let mut errors = Errors::default();
    errors.add("kod", req.t(problem));
    web::invalid(&CodePage {
        cx: req.cx().failed(),
        errors,
        code: typed,
    })
}

struct Mine {
    code: Code,
    contribution: Contribution,
    dialogue: Dialogue,
    used: InUse,
    door: Door,
}

/// The answer with the version it was given to, or for changing with the one in use now.
async fn mine(req: &Req, current: bool) -> Result<Mine, Fault> {
    let (code, contribution) = find_by_code(req).await?;
    let mut conn = req.site.db.read().await?;
    let dialogue = dialogue::by_id(&mut conn, contribution.dialogue_id, req.today()).await?;
    let activity = store::activity(&mut conn, contribution.activity_id).await?;
    let door = dialogue.door(&activity, req.today());
    let version = if current {
        activity.version
    } else {
        contribution.version
    };
    let used = acts::in_use(&mut conn, activity, version).await?;
    Ok(Mine {
        code,
        contribution,
        dialogue,
        used,
        door,
    })
}

pub async fn show(req: Req, _: Anyone) -> Reply {
    let mine = mine(&req, false).await?;
    let passages = {
        let mut conn = req.site.db.read().await?;
        store::passages_of_contribution(&mut conn, mine.contribution.id).await?
    };
    let cx = req.cx();
    let lang = cx.lang.code();
    let is_shown = kind(&mine.used.activity.kind).public_question().is_some();
    let text_state = |passage: &store::Passage| TextState {
        question: mine
            .used
            .definition
            .question(&passage.question)
            .map(|q| q.label.said(lang).to_owned())
            .unwrap_or_default(),
        words: cx.t(match passage.state() {
            PassageState::Waiting => "participation-text-waiting",
            PassageState::Published => "participation-text-published",
            PassageState::Masked => "participation-text-masked",
            PassageState::Hidden => "participation-text-hidden",
        }),
        reason: if passage.state() == PassageState::Hidden || passage.state() == PassageState::Masked {
            passage.reason.clone()
        } else {
            String::new()
        },
    };
    let is_worth_telling = |p: &&store::Passage| is_shown || p.state() != PassageState::Published;
    let moment = |at: Option<jiff::Timestamp>| at.map(|at| cx.moment(&at)).unwrap_or_default();
    let page = AnswerPage {
        title: mine.used.activity.title(lang).to_owned(),
        code: mine.code.to_string(),
        sent: cx.moment(&mine.contribution.submitted_at),
        changed: moment(mine.contribution.changed_at),
        withdrawn: moment(mine.contribution.withdrawn_at),
        can_change: mine.door == Door::Open && mine.contribution.withdrawn_at.is_none(),
        rows: rows(&cx, &mine),
        texts: passages.iter().filter(is_worth_telling).map(text_state).collect(),
        dialogue: mine.dialogue,
        cx,
    };
    web::page(&page)
}

/// What was answered; of statements only those that a stance was taken on, since nobody need take one on all.
fn rows(cx: &Cx, mine: &Mine) -> Vec<CheckRow> {
    let mut rows = check_rows(cx, &mine.used.definition, &answers_of(&mine.contribution));
    if is_stances(mine) {
        rows.retain(|row| !row.answer.is_empty());
    }
    rows
}

fn is_stances(mine: &Mine) -> bool {
    kind(&mine.used.activity.kind).way() == Way::Stances
}

fn context<'a>(req: &Req, mine: &'a Mine) -> Context<'a> {
    Context {
        definition: &mine.used.definition,
        version: mine.used.activity.version,
        mode: Mode::Changing,
        title: mine.used.activity.title(req.lang.code()).to_owned(),
        action: format!("/mitt-svar/{}/andra", mine.code),
        start: format!("/mitt-svar/{}", mine.code),
    }
}

/// Only what stands and is open can be changed.
fn may_change(mine: &Mine) -> Result<(), Fault> {
    match (mine.contribution.withdrawn_at, mine.door) {
        (Some(_), _) => Err(Fault::Gone("participation-withdrawn-already")),
        (None, Door::Open) => Ok(()),
        (None, _) => Err(Fault::Gone("participation-change-closed")),
    }
}

pub async fn change_start(req: Req, _: Anyone) -> Reply {
    let mine = mine(&req, true).await?;
    may_change(&mine)?;
    if is_stances(&mine) {
        return req.see_other(&own_address(mine.code));
    }
    flow::check_start(req.cx(), &context(&req, &mine), answers_of(&mine.contribution))
}

pub async fn change(req: Req, _: Anyone) -> Reply {
    let mine = mine(&req, true).await?;
    let form = req.form()?;
    if let Err(Fault::Gone(why)) = may_change(&mine) {
        let cx = req.cx();
        let typed = door::typed(&cx, &mine.used.definition, &form);
        return door::given_back(cx, mine.dialogue, why, typed);
    }
    if is_stances(&mine) {
        return req.see_other(&own_address(mine.code));
    }
    match flow::step(&req, req.cx(), &context(&req, &mine), &form)? {
        Step::Page(reply) => reply,
        Step::Send(finished) => {
            req.site.guard.send(&req)?;
            let cx = req.cx();
            let letter = Letter {
                cx: &cx,
                title: mine.dialogue.name(&cx),
            };
            let (activity, version) = (&mine.used.activity, mine.used.activity.version);
            acts::change(
                &req.site,
                Actor::Participant,
                activity,
                &mine.contribution,
                version,
                *finished,
                Some(letter),
            )
            .await?;
            req.done(&format!("/mitt-svar/{}", mine.code), "participation-note-changed")
        }
    }
}

pub async fn withdraw_form(req: Req, _: Anyone) -> Reply {
    let mine = mine(&req, false).await?;
    if mine.contribution.withdrawn_at.is_some() {
        return Err(Fault::Gone("participation-withdrawn-already"));
    }
    web::page(&WithdrawPage {
        cx: req.cx(),
        code: mine.code.to_string(),
        dialogue: mine.dialogue,
    })
}

pub async fn withdraw(req: Req, _: Anyone) -> Reply {
    let (code, contribution) = find_by_code(&req).await?;
    acts::withdraw(&req.site, Actor::Participant, contribution.id, "").await?;
    req.done(&format!("/mitt-svar/{code}"), "participation-note-withdrawn")
}
