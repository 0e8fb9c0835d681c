//! `…/varv`: ideas in rounds, opened by the team; and `…/varv/{session}`, where the team leads the rounds, reads what is held, and
//! carries ideas to idea cards.

use super::Project;
use crate::acts::rounds::{self as acts, Opening};
use crate::model::rounds::{Idea, MOST_DAYS, MOST_IDEAS, Session, Sight};
use crate::store::rounds as store;
use askama::Template;
use db::Id;
use dialogues::Head;
use evidence_chain::NodeKind;
use identity::{Grant, PlanDialogue, SeeDesk};
use jiff::civil::Date;
use std::collections::HashMap;
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "service-design/rounds.html")]
struct Rounds {
    cx: Cx,
    errors: Errors,
    head: Head,
    here: String,
    lead: String,
    sessions: Vec<SessionView>,
    /// The questions of the project, to choose from.
    questions: Vec<(String, String)>,
    chosen: String,
    typed: String,
    each: String,
    /// Day, month and year.
    last: (String, String, String),
    may_plan: bool,
}

struct SessionView {
    href: String,
    question: String,
    opened: String,
    is_open: bool,
    told: String,
}

fn told(cx: &Cx, session: &Session) -> String {
    let values = [("round", session.round.into()), ("seats", session.seats.into())];
    cx.ta("design-rounds-told", &values)
}

/// The day of a form in its three parts; today where nothing was sent.
fn last_day(form: &Form, today: Date) -> (String, String, String) {
    let part = |name: &str| form.raw(&format!("sista-{name}"));
    match form.has("sista-day") {
        true => (part("day"), part("month"), part("year")),
        false => (
            today.day().to_string(),
            today.month().to_string(),
            today.year().to_string(),
        ),
    }
}

async fn build(req: &Req, mut cx: Cx, may_plan: bool, form: &Form, errors: Errors) -> Result<Rounds, Fault> {
    cx.has_errors = !errors.is_empty();
    let mut read = req.site.db.read().await?;
    let project = Project::read(req, &mut read).await?;
    let sessions = store::sessions_of(&mut read, project.dialogue.id).await?;
    let nodes = evidence_chain::of_project(&mut read, project.dialogue.id).await?;
    drop(read);
    let (head, today) = (project.head(&cx), req.today());
    let here = format!("{}/varv", head.base);
    let view = |one: &Session| SessionView {
        href: format!("{here}/{}", one.id),
        question: one.question.clone(),
        opened: cx.moment(&one.opened_at),
        is_open: one.is_open(today),
        told: told(&cx, one),
    };
    let questions = nodes
        .into_iter()
        .filter(|node| node.kind() == NodeKind::Question && !node.is_erased());
    Ok(Rounds {
        lead: cx.t("design-rounds-desk-lead"),
        sessions: sessions.iter().map(view).collect(),
        questions: questions.map(|node| (node.id.to_string(), node.body)).collect(),
        chosen: form.text("vald"),
        typed: form.raw("fraga"),
        each: if form.has("antal") {
            form.raw("antal")
        } else {
            "3".to_owned()
        },
        last: last_day(form, today),
        may_plan: may_plan && !project.picture.is_closed(),
        here,
        head,
        errors,
        cx,
    })
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let may_plan = who.staff.may::<PlanDialogue>();
    page(&build(&req, who.cx(&req), may_plan, &Form::default(), Errors::default()).await?)
}

fn once(form: &Form) -> Option<String> {
    Some(form.text("nyckel")).filter(|key| !key.is_empty())
}

/// Opens a session.
pub(crate) async fn open(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let mut read = req.site.db.read().await?;
    let project = dialogues::named(&req, &mut read).await?;
    drop(read);
    let form = req.form()?;
    let typed = form.text("fraga");
    let opening = Opening {
        chosen: form.text("vald").parse().ok(),
        typed: &typed,
        ideas_each: form.int("antal").unwrap_or(0),
        closes_on: form.date("sista").ok().flatten(),
    };
    match acts::open_session(&req.site, &who, project.id, opening, once(&form).as_deref()).await {
        Ok(id) => req.done(
            &format!("{}/varv/{id}", project.desk_address()),
            "design-done-rounds-opened",
        ),
        Err(Fault::Rule { key, .. }) => {
            let mut errors = Errors::default();
            let field = match key {
                "design-error-rounds-each" => "antal",
                "design-error-rounds-day" => "sista",
                _ => "fraga",
            };
            let most = [("most", MOST_IDEAS.into()), ("days", MOST_DAYS.into())];
            errors.add(field, req.ta(key, &most));
            invalid(&build(&req, who.cx(&req), true, &form, errors).await?)
        }
        Err(other) => Err(other),
    }
}

#[derive(Template)]
#[template(path = "service-design/session.html")]
struct SessionPage {
    cx: Cx,
    errors: Errors,
    head: Head,
    here: String,
    list: String,
    question: String,
    told: String,
    is_open: bool,
    round: i64,
    next: i64,
    last_day: String,
    /// The whole address, to read aloud and to show on a screen.
    address: String,
    href: String,
    ideas: Vec<IdeaView>,
    /// How many ideas nobody has read though they look as if they point out a person.
    held: usize,
    may_carry: bool,
    may_plan: bool,
}

struct IdeaView {
    id: String,
    body: String,
    round: i64,
    builds_on: String,
    is_shown: bool,
    is_held: bool,
    reason: String,
    /// The idea card that was made of it.
    card: String,
    is_chosen: bool,
    typed_reason: String,
}

fn idea_view(cx: &Cx, idea: &Idea, texts: &HashMap<Id, &str>, form: &Form) -> IdeaView {
    let id = idea.id.to_string();
    let built = idea.builds_on.and_then(|on| texts.get(&on));
    let card = idea.node.map(|node| cx.link(&format!("/arbetsyta/insikter/{node}")));
    IdeaView {
        body: idea.body.clone(),
        round: idea.round,
        builds_on: built.map(|text| text.chars().take(80).collect()).unwrap_or_default(),
        is_shown: idea.sight == Sight::Shown,
        is_held: idea.sight == Sight::Held,
        reason: idea.reason.clone(),
        card: card.unwrap_or_default(),
        is_chosen: form.all("ide").contains(&id),
        typed_reason: match form.text("dolj") == id {
            true => form.raw("skal"),
            false => String::new(),
        },
        id,
    }
}

async fn build_session(
    req: &Req,
    mut cx: Cx,
    may_plan: bool,
    form: &Form,
    errors: Errors,
) -> Result<SessionPage, Fault> {
    cx.has_errors = !errors.is_empty();
    let mut read = req.site.db.read().await?;
    let project = Project::read(req, &mut read).await?;
    let session = store::session(&mut read, project.dialogue.id, req.id_param("session")?).await?;
    let ideas = store::ideas(&mut read, session.id).await?;
    drop(read);
    let head = project.head(&cx);
    let list = format!("{}/varv", head.base);
    let texts: HashMap<Id, &str> = ideas.iter().map(|idea| (idea.id, idea.body.as_str())).collect();
    Ok(SessionPage {
        here: format!("{list}/{}", session.id),
        told: told(&cx, &session),
        is_open: session.is_open(req.today()),
        round: session.round,
        next: session.round + 1,
        last_day: cx.date(&session.closes_on),
        address: cx.absolute(&session.address()),
        href: cx.link(&session.address()),
        held: ideas.iter().filter(|idea| idea.sight == Sight::Held).count(),
        ideas: ideas.iter().map(|idea| idea_view(&cx, idea, &texts, form)).collect(),
        question: session.question,
        may_carry: may_plan && !project.picture.is_closed(),
        may_plan,
        list,
        head,
        errors,
        cx,
    })
}

pub(crate) async fn show_session(req: Req, who: Grant<SeeDesk>) -> Reply {
    let may_plan = who.staff.may::<PlanDialogue>();
    page(&build_session(&req, who.cx(&req), may_plan, &Form::default(), Errors::default()).await?)
}

/// Leads the rounds, decides who may read an idea, or carries ideas.
pub(crate) async fn change(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let mut read = req.site.db.read().await?;
    let project = dialogues::named(&req, &mut read).await?;
    drop(read);
    let (site, of, form) = (&req.site, project.id, req.form()?);
    let session = req.id_param("session")?;
    let here = format!("{}/varv/{session}", project.desk_address());
    let named = |field: &str| form.text(field).parse::<Id>().ok();
    let (done, note, field) = match (form.text("gor").as_str(), named("dolj"), named("visa")) {
        ("nasta", ..) => {
            let seen = form.int("varv").unwrap_or(0);
            let done = acts::go_on(site, &who, of, session, seen).await;
            (done, "design-done-rounds-next", "varv".to_owned())
        }
        ("stang", ..) => {
            let done = acts::close_session(site, &who, of, session).await;
            (done, "design-done-rounds-closed", "varv".to_owned())
        }
        ("bar", ..) => {
            let chosen: Vec<Id> = form.all("ide").iter().filter_map(|id| id.parse().ok()).collect();
            let done = acts::carry(site, &who, of, session, &chosen, once(&form).as_deref()).await;
            (done.map(|_| ()), "design-done-rounds-carried", "bar".to_owned())
        }
        (_, Some(idea), _) => {
            let done = acts::set_sight(site, &who, of, session, idea, Some(&form.text("skal"))).await;
            (done, "design-done-rounds-hidden", format!("skal-{idea}"))
        }
        (_, _, Some(idea)) => {
            let done = acts::set_sight(site, &who, of, session, idea, None).await;
            (done, "design-done-rounds-shown", format!("ide-{idea}"))
        }
        _ => return Err(Fault::BadRequest("design-error-choice")),
    };
    match done {
        Ok(()) => req.done(&here, note),
        Err(Fault::Rule { key, .. }) => {
            let mut errors = Errors::default();
            errors.add(field, req.t(key));
            invalid(&build_session(&req, who.cx(&req), true, &form, errors).await?)
        }
        Err(other) => Err(other),
    }
}
