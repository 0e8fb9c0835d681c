//! `/rost/{code}`: a vote with dots on the phone of whoever is in the room. No account; the browser keeps a random word, so that
//! one browser is one ballot.

pub(crate) mod rounds;

use crate::acts::votes;
use crate::model::vote::Vote;
use crate::store;
use askama::Template;
use web::{Anyone, Cx, Errors, Fault, Form, Reply, Req, Response, invalid, page};

/// The browser's random word, for a day.
const COOKIE: &str = "samspel_rost";
const DAY: u32 = 86_400;

#[derive(Template)]
#[template(path = "service-design/vote.html")]
struct VotePage {
    cx: Cx,
    errors: Errors,
    question: String,
    lead: String,
    action: String,
    choices: Vec<ChoiceView>,
    has_voted: bool,
    is_closed: bool,
    finding: String,
    /// Title and dots, most first; once it is closed.
    outcome: Vec<(String, i64)>,
}

struct ChoiceView {
    id: String,
    title: String,
    value: String,
}

async fn read(req: &Req) -> Result<(Vote, bool), Fault> {
    // Codes are short: guessing many is slow.
    req.site.guard.code(req)?;
    let mut read = req.site.db.read().await?;
    let vote = store::votes::by_code(&mut read, &req.param("code")?.to_lowercase()).await?;
    let has_voted = match req.cookie(COOKIE) {
        Some(word) => store::votes::has_voted(&mut read, vote.id, &votes::hash(word)).await?,
        None => false,
    };
    Ok((vote, has_voted))
}

fn build(req: &Req, vote: &Vote, has_voted: bool, form: &Form, errors: Errors) -> VotePage {
    let mut cx = req.cx();
    cx.has_errors = !errors.is_empty();
    let is_closed = vote.closed_at.is_some();
    let choice = |choice: &crate::Choice| {
        let id = format!("prickar-{}", choice.place);
        ChoiceView {
            value: form.raw(&id),
            title: choice.title.clone(),
            id,
        }
    };
    let outcome = vote
        .outcome()
        .into_iter()
        .map(|choice| (choice.title.clone(), choice.dots));
    VotePage {
        question: vote.question.clone(),
        lead: cx.tn("design-vote-lead", vote.dots),
        action: cx.link(&vote.address()),
        choices: vote.choices.iter().map(choice).collect(),
        finding: cx.tn("design-vote-base", vote.ballots),
        outcome: if is_closed { outcome.collect() } else { Vec::new() },
        has_voted,
        is_closed,
        errors,
        cx,
    }
}

pub(crate) async fn show(req: Req, _: Anyone) -> Reply {
    let (vote, has_voted) = read(&req).await?;
    page(&build(&req, &vote, has_voted, &Form::default(), Errors::default()))
}

pub(crate) async fn vote(req: Req, _: Anyone) -> Reply {
    req.site.guard.send(&req)?;
    let (vote, has_voted) = read(&req).await?;
    let form = req.form()?;
    let here = req.url(&vote.address());
    if has_voted || vote.closed_at.is_some() {
        return Ok(Response::see_other(&here));
    }
    // What is left empty is no dot; what is no number is minus one, which no ballot may hold.
    let dots = |place: i64| match form.text(&format!("prickar-{place}")).as_str() {
        "" => 0,
        text => text.parse().unwrap_or(-1),
    };
    let dots: Vec<i64> = vote.choices.iter().map(|choice| dots(choice.place)).collect();
    let word = req.cookie(COOKIE).map_or_else(|| req.site.token(), str::to_owned);
    match votes::cast(&req.site, &vote, &word, &dots).await {
        Ok(_) => Ok(Response::see_other(&here).with_header("set-cookie", &cookie(&req, COOKIE, &word, DAY))),
        Err(Fault::Rule { key, .. }) => {
            let first = vote.choices.first().map_or(1, |choice| choice.place);
            let mut errors = Errors::default();
            errors.add(format!("prickar-{first}"), req.ta(key, &[("dots", vote.dots.into())]));
            invalid(&build(&req, &vote, false, &form, errors))
        }
        Err(other) => Err(other),
    }
}

/// The cookie with a browser's random word.
fn cookie(req: &Req, name: &str, word: &str, seconds: u32) -> String {
    let secure = if req.site.base_url.starts_with("https:") {
        "; Secure"
    } else {
        ""
    };
    // For the whole site, since the page has an address in each language; it means something to this page only.
    format!("{name}={word}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")
}
