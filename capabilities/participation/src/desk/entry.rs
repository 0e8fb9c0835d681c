//! `…/registrera`: answers that came on paper, by phone or at a meeting, entered one after the other.

use askama::Template;
use identity::{Grant, RecordContributions};
use jiff::Timestamp;
use web::{Cx, Errors, Fault, Form, Reply, Req};

use super::Here;
use crate::acts::{self, InUse, Sending};
use crate::model::answer::Answers;
use crate::model::channel::Channel;
use crate::model::definition::Kind;
use crate::model::finish::{Strictness, finish};
use crate::model::parse::parse;
use crate::pages::{QuestionView, WebFields, error_target};
use crate::store;
use crate::words::words;

#[derive(Template)]
#[template(path = "participation/entry.html")]
struct EntryPage {
    cx: Cx,
    errors: Errors,
    crumbs: Vec<(String, String)>,
    title: String,
    action: String,
    channels: Vec<(String, String)>,
    channel: String,
    batch: String,
    language: String,
    languages: Vec<(String, String)>,
    said_on: [String; 3],
    questions: Vec<Entered>,
}

struct Entered {
    view: QuestionView,
    only_if: String,
}

/// What stays the same from one paper to the next.
struct Round {
    channel: String,
    batch: String,
    language: String,
    day: [String; 3],
}

async fn in_use(req: &Req, here: Here) -> Result<(Here, InUse), Fault> {
    if here.activity.version == 0 {
        return Err(Fault::rule("participation-import-unpublished"));
    }
    let mut conn = req.site.db.read().await?;
    let (activity, version) = (here.activity.clone(), here.activity.version);
    let used = acts::in_use(&mut conn, activity, version).await?;
    Ok((here, used))
}

pub async fn form(req: Req, who: Grant<RecordContributions>) -> Reply {
    let (here, used) = in_use(&req, Here::of(&req).await?).await?;
    let cx = who.cx(&req);
    let word = |name: &str| req.query(name).unwrap_or_default().to_owned();
    let round = Round {
        channel: word("kanal"),
        batch: word("omgang"),
        language: word("sprak"),
        day: Default::default(),
    };
    let views = used
        .definition
        .in_order()
        .map(|q| QuestionView::of(&cx, q, None))
        .collect();
    web::page(&page(cx, &here, &used, round, views, Errors::default()))
}

fn page(cx: Cx, here: &Here, used: &InUse, round: Round, views: Vec<QuestionView>, errors: Errors) -> EntryPage {
    let order: Vec<_> = used.definition.in_order().collect();
    let numbers = order.iter().enumerate().map(|(i, q)| (q.key.as_str(), i + 1)).collect();
    let questions = views
        .into_iter()
        .zip(&order)
        .filter(|(_, q)| q.asks() && !matches!(q.kind, Kind::Email))
        .map(|(mut view, q)| {
            // On paper nothing can be demanded afterwards.
            view.optional = false;
            Entered {
                view,
                only_if: crate::conditions::in_words(&cx, &used.definition, q, &numbers),
            }
        })
        .collect();
    // Web answers come from people themselves, imports from files.
    let channels = Channel::ALL
        .into_iter()
        .filter(|c| !matches!(c, Channel::Web | Channel::Import));
    EntryPage {
        errors,
        crumbs: here.crumbs(&cx, true),
        title: here.activity.title(cx.lang.code()).to_owned(),
        action: format!("{}/registrera", here.address()),
        channels: channels
            .map(|c| (c.name().to_owned(), cx.t(crate::channel_label(c))))
            .collect(),
        channel: round.channel,
        batch: round.batch,
        languages: languages(&cx),
        language: if round.language.is_empty() {
            "sv".to_owned()
        } else {
            round.language
        },
        said_on: round.day,
        questions,
        cx,
    }
}

/// Languages people speak to us in, most common first.
pub(super) fn languages(cx: &Cx) -> Vec<(String, String)> {
    let all = [
        ("sv", "participation-language-sv"),
        ("en", "participation-language-en"),
        ("ar", "participation-language-ar"),
        ("fa", "participation-language-fa"),
        ("fi", "participation-language-fi"),
        ("pl", "participation-language-pl"),
        ("so", "participation-language-so"),
        ("es", "participation-language-es"),
        ("ti", "participation-language-ti"),
        ("uk", "participation-language-uk"),
        ("und", "participation-language-other"),
    ];
    all.into_iter()
        .map(|(code, key)| (code.to_owned(), cx.t(key)))
        .collect()
}

pub async fn save(req: Req, who: Grant<RecordContributions>) -> Reply {
    let sent = req.form()?;
    let (here, used) = in_use(&req, Here::of(&req).await?).await?;
    let mut errors = Errors::default();
    let channel = Channel::named(&sent.text("kanal")).filter(|c| !matches!(c, Channel::Web | Channel::Import));
    if channel.is_none() {
        errors.add("kanal", req.t("participation-entry-channel"));
    }
    let at = said_at(&req, &sent, &mut errors);
    let answers = read_answers(&req, &used, &sent, &mut errors);
    let finished = finish(&used.definition, &answers, Strictness::SecondHand);
    if let Err(problems) = &finished {
        let told_already = !errors.is_empty();
        for (key, problem) in problems.iter().filter(|_| !told_already) {
            let target = used
                .definition
                .question(key)
                .map(|q| error_target(q, problem))
                .unwrap_or_default();
            errors.add(target, words(&req.site.texts, req.lang, problem));
        }
    }
    let (Some(channel), Ok(finished), true) = (channel, finished, errors.is_empty()) else {
        let cx = who.cx(&req).failed();
        let views = used
            .definition
            .in_order()
            .map(|q| QuestionView::filled(&cx, q, &WebFields(&sent)))
            .collect();
        return web::invalid(&page(cx, &here, &used, round(&sent), views, errors));
    };
    let language = sent.text("sprak");
    let known = languages(&who.cx(&req)).iter().any(|(code, _)| *code == language);
    let sending = Sending {
        activity: &used.activity,
        version: used.activity.version,
        finished,
        channel,
        batch: sent.text("omgang").chars().take(120).collect(),
        language: if known { language } else { "sv".to_owned() },
        entered_by: who.staff.name.clone(),
        at,
        submit_key: &sent.text("nyckel"),
        letter: None,
    };
    let stored = acts::submit(&req.site, who.actor(), sending).await?;
    next_page(&req, &here, &sent, stored.replayed)
}

fn next_page(req: &Req, here: &Here, sent: &Form, replayed: bool) -> Reply {
    let note = if replayed {
        "participation-note-entered-before"
    } else {
        "participation-note-entered"
    };
    if sent.text("gor") == "klar" {
        return req.done(&format!("{}/svar", here.address()), note);
    }
    let keep = [
        ("kanal", sent.text("kanal")),
        ("omgang", sent.text("omgang")),
        ("sprak", sent.text("sprak")),
    ];
    let query: Vec<String> = keep
        .iter()
        .map(|(name, value)| format!("{name}={}", web::encode(value)))
        .collect();
    req.done(&format!("{}/registrera?{}", here.address(), query.join("&")), note)
}

fn round(sent: &Form) -> Round {
    Round {
        channel: sent.text("kanal"),
        batch: sent.text("omgang"),
        language: sent.text("sprak"),
        day: ["dag-day", "dag-month", "dag-year"].map(|name| sent.text(name)),
    }
}

/// The day it was said, at noon; now when no day is given.
fn said_at(req: &Req, sent: &Form, errors: &mut Errors) -> Option<Timestamp> {
    match sent.date("dag") {
        Ok(None) => None,
        Ok(Some(day)) if day <= req.today() => day
            .at(12, 0, 0, 0)
            .to_zoned(req.site.zone.clone())
            .ok()
            .map(|zoned| zoned.timestamp()),
        Ok(Some(_)) => {
            errors.add("dag", req.t("participation-entry-future"));
            None
        }
        Err(()) => {
            errors.add("dag", req.t("participation-answer-missing-date"));
            None
        }
    }
}

fn read_answers(req: &Req, used: &InUse, sent: &Form, errors: &mut Errors) -> Answers {
    let mut answers = Answers::default();
    for question in used
        .definition
        .in_order()
        .filter(|q| q.asks() && !matches!(q.kind, Kind::Email))
    {
        match parse(question, &WebFields(sent)) {
            Ok(answer) => answers.put(&question.key, answer),
            Err(problem) => errors.add(
                error_target(question, &problem),
                words(&req.site.texts, req.lang, &problem),
            ),
        }
    }
    answers
}

/// Rounds entered before, to choose among.
pub(super) async fn rounds(req: &Req, here: &Here) -> Result<Vec<String>, Fault> {
    let mut conn = req.site.db.read().await?;
    Ok(store::batches(&mut conn, here.activity.id).await?)
}
