//! `/dialoger/{slug}/delta/{activity}`: the start page, the walk, the send, and the form on paper.

use askama::Template;
use db::Actor;
use jiff::civil::Date;
use web::{Anyone, Cx, Errors, Fault, Form, Reply, Req};

use super::comments::{Comments, comments};
use super::door::closed;
use super::flow::{self, Context, Mode, Step};
use super::question::{QuestionView, WebFields, error_target};
use super::statements;
use crate::acts::{self, InUse, Letter, Sending};
use crate::dialogue::{self, Dialogue};
use crate::kinds::{Way, kind};
use crate::model::answer::Answers;
use crate::model::channel::Channel;
use crate::model::finish::{Finished, Strictness, finish};
use crate::model::parse::parse;
use crate::model::state::Door;
use crate::store;
use crate::words::words;

#[derive(Template)]
#[template(path = "participation/start.html")]
struct StartPage {
    cx: Cx,
    dialogue: Dialogue,
    title: String,
    lead: String,
    intro: String,
    action: String,
    minutes: usize,
    questions: usize,
    closes: Option<Date>,
    carried: String,
    has_background: bool,
}

#[derive(Template)]
#[template(path = "participation/comment.html")]
struct CommentPage {
    cx: Cx,
    errors: Errors,
    dialogue: Dialogue,
    title: String,
    lead: String,
    intro: String,
    action: String,
    premoderate: bool,
    closes: Option<Date>,
    fields: Vec<QuestionView>,
    comments: Comments,
}

#[derive(Template)]
#[template(path = "participation/paper.html")]
struct PaperPage {
    cx: Cx,
    dialogue: Dialogue,
    title: String,
    intro: String,
    questions: Vec<PaperQuestion>,
    closes: Option<Date>,
    address: String,
}

struct PaperQuestion {
    number: usize,
    view: QuestionView,
    /// "Besvara bara om …", for questions with a condition.
    only_if: String,
    background_start: bool,
}

/// Somebody at the door of an activity.
pub(super) struct Arrival {
    pub dialogue: Dialogue,
    pub used: InUse,
    pub door: Door,
}

impl Arrival {
    pub fn address(&self) -> String {
        address(&self.dialogue, &self.used)
    }

    pub fn closes(&self) -> Option<Date> {
        self.used.activity.closes_on.or(self.dialogue.closes_on)
    }
}

fn address(dialogue: &Dialogue, used: &InUse) -> String {
    format!("/dialoger/{}/delta/{}", dialogue.slug, used.activity.id)
}

/// Finds the activity; what is not published, or belongs to another dialogue, is not there.
async fn arrive(req: &Req, version: i64) -> Result<Arrival, Fault> {
    let mut conn = req.site.db.read().await?;
    let dialogue = dialogue::by_slug(&mut conn, req.param("slug")?, req.today()).await?;
    let activity = store::activity(&mut conn, req.id_param("activity")?).await?;
    if activity.dialogue_id != dialogue.id || activity.version == 0 {
        return Err(Fault::NotFound);
    }
    let door = dialogue.door(&activity, req.today());
    if door == Door::Hidden {
        return Err(Fault::NotFound);
    }
    // An answer begun before a new version keeps the questions it was begun with.
    let version = if (1..activity.version).contains(&version) {
        version
    } else {
        activity.version
    };
    let mut used = acts::in_use(&mut conn, activity, version).await?;
    used.activity.version = version;
    Ok(Arrival { dialogue, used, door })
}

pub async fn start(req: Req, _: Anyone) -> Reply {
    let arrival = arrive(&req, 0).await?;
    if arrival.door != Door::Open {
        return closed(&req, arrival, None).await;
    }
    match kind(&arrival.used.activity.kind).way() {
        Way::OnePage => {
            let fields = questions(&arrival, |q| QuestionView::of(&req.cx(), q, None));
            return comment_page(&req, req.cx(), arrival, fields, Errors::default()).await;
        }
        Way::Stances => return statements::first_page(&req, arrival, Errors::default(), None).await,
        Way::OneByOne => {}
    }
    let cx = req.cx();
    let lang = cx.lang.code();
    let (activity, definition) = (&arrival.used.activity, &arrival.used.definition);
    let page = StartPage {
        title: activity.title(lang).to_owned(),
        lead: activity.lead(lang).to_owned(),
        intro: definition.intro.said(lang).to_owned(),
        action: arrival.address(),
        minutes: definition.minutes(),
        questions: definition.questions.iter().filter(|q| q.asks()).count(),
        closes: arrival.closes(),
        carried: String::new(),
        has_background: definition.questions.iter().any(|q| q.is_background()),
        dialogue: arrival.dialogue,
        cx,
    };
    web::page(&page)
}

pub async fn walk(req: Req, _: Anyone) -> Reply {
    let form = req.form()?;
    let arrival = arrive(&req, flow::carried_version(&form)).await?;
    if arrival.door != Door::Open {
        return closed(&req, arrival, Some(&form)).await;
    }
    match kind(&arrival.used.activity.kind).way() {
        Way::OnePage => return send_comment(&req, arrival, &form).await,
        Way::Stances => return statements::begin(&req, arrival, &form).await,
        Way::OneByOne => {}
    }
    let context = Context {
        definition: &arrival.used.definition,
        version: arrival.used.activity.version,
        mode: Mode::TakingPart,
        title: arrival.used.activity.title(req.lang.code()).to_owned(),
        action: arrival.address(),
        start: arrival.address(),
    };
    match flow::step(&req, req.cx(), &context, &form)? {
        Step::Page(reply) => reply,
        Step::Send(finished) => send(&req, &arrival, *finished, &form).await,
    }
}

async fn send(req: &Req, arrival: &Arrival, finished: Finished, form: &Form) -> Reply {
    req.site.guard.send(req)?;
    let cx = req.cx();
    let sending = Sending {
        activity: &arrival.used.activity,
        version: arrival.used.activity.version,
        finished,
        channel: Channel::Web,
        batch: String::new(),
        language: req.lang.code().to_owned(),
        entered_by: String::new(),
        at: None,
        submit_key: &form.text("nyckel"),
        letter: Some(Letter {
            cx: &cx,
            title: arrival.dialogue.name(&cx),
        }),
    };
    let sent = acts::submit(&req.site, Actor::Participant, sending).await?;
    let receipt = format!("/kvitto/{}", sent.code);
    if sent.replayed {
        req.done(&receipt, "participation-note-replayed")
    } else {
        req.see_other(&receipt)
    }
}

fn questions(
    arrival: &Arrival,
    view: impl Fn(&crate::model::definition::Question) -> QuestionView,
) -> Vec<QuestionView> {
    arrival.used.definition.in_order().map(view).collect()
}

async fn send_comment(req: &Req, arrival: Arrival, form: &Form) -> Reply {
    let mut errors = Errors::default();
    let mut answers = Answers::default();
    let definition = &arrival.used.definition;
    let fields = WebFields(form);
    for question in definition.in_order().filter(|q| q.asks()) {
        match parse(question, &fields) {
            Ok(answer) => answers.put(&question.key, answer),
            Err(problem) => errors.add(
                error_target(question, &problem),
                words(&req.site.texts, req.lang, &problem),
            ),
        }
    }
    let finished = if errors.is_empty() {
        finish(definition, &answers, Strictness::AtTheForm)
    } else {
        Err(Vec::new())
    };
    match finished {
        Ok(finished) => send(req, &arrival, finished, form).await,
        Err(problems) => {
            for (key, problem) in problems {
                let target = definition
                    .question(&key)
                    .map(|q| error_target(q, &problem))
                    .unwrap_or_default();
                errors.add(target, words(&req.site.texts, req.lang, &problem));
            }
            let cx = req.cx().failed();
            let views = questions(&arrival, |q| QuestionView::filled(&cx, q, &fields));
            comment_page(req, cx, arrival, views, errors).await
        }
    }
}

async fn comment_page(req: &Req, cx: Cx, arrival: Arrival, fields: Vec<QuestionView>, errors: Errors) -> Reply {
    let comments = comments(req, &cx, &arrival.used.activity).await?;
    let lang = cx.lang.code();
    let activity = &arrival.used.activity;
    let failed = !errors.is_empty();
    let page = CommentPage {
        errors,
        title: activity.title(lang).to_owned(),
        lead: activity.lead(lang).to_owned(),
        intro: arrival.used.definition.intro.said(lang).to_owned(),
        action: arrival.address(),
        premoderate: activity.premoderate,
        closes: arrival.closes(),
        fields,
        comments,
        dialogue: arrival.dialogue,
        cx,
    };
    if failed { web::invalid(&page) } else { web::page(&page) }
}

pub async fn paper(req: Req, _: Anyone) -> Reply {
    let arrival = arrive(&req, 0).await?;
    let cx = req.cx();
    web::page(&paper_page(
        cx,
        arrival.dialogue.clone(),
        &arrival.used,
        arrival.closes(),
    ))
}

fn paper_page(cx: Cx, dialogue: Dialogue, used: &InUse, closes: Option<Date>) -> PaperPage {
    let lang = cx.lang.code();
    let order: Vec<_> = used.definition.in_order().collect();
    let numbers: std::collections::BTreeMap<&str, usize> = order
        .iter()
        .filter(|q| q.asks())
        .enumerate()
        .map(|(i, q)| (q.key.as_str(), i + 1))
        .collect();
    let mut background = false;
    let questions = order
        .iter()
        .map(|question| {
            let background_start =
                question.is_background() && !std::mem::replace(&mut background, question.is_background());
            PaperQuestion {
                number: numbers.get(question.key.as_str()).copied().unwrap_or_default(),
                view: QuestionView::of(&cx, question, None),
                only_if: crate::conditions::in_words(&cx, &used.definition, question, &numbers),
                background_start,
            }
        })
        .collect();
    PaperPage {
        title: used.activity.title(lang).to_owned(),
        intro: used.definition.intro.said(lang).to_owned(),
        address: cx.absolute(&address(&dialogue, used)),
        questions,
        closes,
        dialogue,
        cx,
    }
}
