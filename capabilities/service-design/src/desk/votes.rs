//! `…/rosta`: votes with dots, opened and closed by the team, with their outcome.

use super::Project;
use crate::acts::votes;
use crate::model::vote::{MOST_DOTS, Vote};
use crate::store;
use askama::Template;
use dialogues::Head;
use identity::{Grant, PlanDialogue, SeeDesk};
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "service-design/votes.html")]
struct Votes {
    cx: Cx,
    errors: Errors,
    head: Head,
    votes: Vec<VoteView>,
    question: String,
    dots: String,
    may_plan: bool,
}

struct VoteView {
    id: String,
    question: String,
    opened: String,
    is_open: bool,
    /// The whole address, to read aloud and to show on a screen.
    address: String,
    href: String,
    finding: String,
    /// Title and dots, most first.
    outcome: Vec<(String, i64)>,
}

fn view(cx: &Cx, vote: &Vote) -> VoteView {
    VoteView {
        id: vote.id.to_string(),
        question: vote.question.clone(),
        opened: cx.moment(&vote.opened_at),
        is_open: vote.closed_at.is_none(),
        address: cx.absolute(&vote.address()),
        href: cx.link(&vote.address()),
        finding: cx.tn("design-vote-base", vote.ballots),
        outcome: vote
            .outcome()
            .into_iter()
            .map(|choice| (choice.title.clone(), choice.dots))
            .collect(),
    }
}

async fn build(req: &Req, mut cx: Cx, may_plan: bool, form: &Form, errors: Errors) -> Result<Votes, Fault> {
    cx.has_errors = !errors.is_empty();
    let mut read = req.site.db.read().await?;
    let project = Project::read(req, &mut read).await?;
    let all = store::votes::votes_of(&mut read, project.dialogue.id).await?;
    drop(read);
    Ok(Votes {
        votes: all.iter().map(|vote| view(&cx, vote)).collect(),
        question: form.raw("fraga"),
        dots: if form.has("prickar") {
            form.raw("prickar")
        } else {
            "3".to_owned()
        },
        may_plan: may_plan && !project.picture.is_closed(),
        head: project.head(&cx),
        errors,
        cx,
    })
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let may_plan = who.staff.may::<PlanDialogue>();
    page(&build(&req, who.cx(&req), may_plan, &Form::default(), Errors::default()).await?)
}

/// Opens a vote, or closes one.
pub(crate) async fn change(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let mut read = req.site.db.read().await?;
    let project = dialogues::named(&req, &mut read).await?;
    drop(read);
    let (form, here) = (req.form()?, format!("{}/rosta", project.desk_address()));
    if let Ok(vote) = form.text("stang").parse() {
        votes::close_vote(&req.site, &who, project.id, vote).await?;
        return req.done(&here, "design-done-vote-closed");
    }
    let once = form.text("nyckel");
    let once = Some(once.as_str()).filter(|key| !key.is_empty());
    let dots = form.int("prickar").unwrap_or(0);
    match votes::open_vote(&req.site, &who, project.id, &form.text("fraga"), dots, once).await {
        Ok(_) => req.done(&here, "design-done-vote-opened"),
        Err(Fault::Rule { key, .. }) => {
            let mut errors = Errors::default();
            let field = if key == "design-error-vote-dots" {
                "prickar"
            } else {
                "fraga"
            };
            errors.add(field, req.ta(key, &[("most", MOST_DOTS.into())]));
            invalid(&build(&req, who.cx(&req), true, &form, errors).await?)
        }
        Err(other) => Err(other),
    }
}
