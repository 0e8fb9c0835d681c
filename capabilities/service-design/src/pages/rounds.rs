//! `/varv/{code}`: ideas in rounds on the phone of whoever is in the room. No account; the browser keeps a random word, which is a
//! seat at the table. What others wrote is read here only, and only while the session is open.

use super::{DAY, cookie};
use crate::acts::rounds as acts;
use crate::model::rounds::{Idea, LONGEST_IDEA, Session, Sight, Written, passed_on};
use crate::store::rounds as store;
use askama::Template;
use web::{Anyone, Cx, Errors, Fault, Form, Reply, Req, Response, invalid, page};

/// The browser's random word, until the session's last day.
const COOKIE: &str = "samspel_varv";

#[derive(Template)]
#[template(path = "service-design/round.html")]
struct RoundPage {
    cx: Cx,
    errors: Errors,
    question: String,
    action: String,
    is_open: bool,
    is_seated: bool,
    lead: String,
    round: i64,
    round_title: String,
    /// What somebody else wrote, to build on: number and text.
    passed: Vec<(usize, String)>,
    /// The same as choices of what an idea builds on.
    builds: Vec<(String, String)>,
    fields: Vec<FieldView>,
    /// What this browser has written, with whether it waits to be read by the team.
    own: Vec<(String, bool)>,
    longest: usize,
    last_day: String,
    /// What could not be taken because the session is closed.
    unsent: Vec<String>,
}

struct FieldView {
    id: String,
    label: String,
    value: String,
    builds_id: String,
    builds_on: String,
}

/// What the address names, and where this browser sits.
struct Room {
    session: Session,
    ideas: Vec<Idea>,
    seat: Option<i64>,
}

async fn read(req: &Req) -> Result<Room, Fault> {
    let mut read = req.site.db.read().await?;
    let found = store::by_code(&mut read, &req.param("code")?.to_lowercase()).await;
    let seat = match (&found, req.cookie(COOKIE)) {
        (Ok(session), Some(word)) => store::seat(&mut read, session.id, &acts::hash(session.id, word)).await?,
        _ => None,
    };
    // Codes are short: guessing many is slow. Whoever sits at the table has the code; a whole room may share one address.
    if seat.is_none() {
        req.site.guard.code(req)?;
    }
    let session = found?;
    let ideas = store::ideas(&mut read, session.id).await?;
    Ok(Room { session, ideas, seat })
}

/// The round that a form was made for; else the one that is written now.
fn round_of(room: &Room, form: &Form) -> i64 {
    let sent = form
        .int("varv")
        .filter(|round| (1..=room.session.round).contains(round));
    sent.unwrap_or(room.session.round)
}

/// The ideas of a form, those left empty left out.
fn written(form: &Form, most: i64) -> Result<Vec<Written>, Fault> {
    let mut all = Vec::new();
    for number in 1..=most {
        let body = form.text(&format!("ide-{number}"));
        let builds_on = match form.text(&format!("bygger-{number}")).as_str() {
            "" => None,
            text => Some(
                text.parse()
                    .map_err(|_| Fault::BadRequest("design-error-rounds-builds"))?,
            ),
        };
        if !body.is_empty() {
            all.push(Written { body, builds_on });
        }
    }
    Ok(all)
}

fn build(req: &Req, room: &Room, form: &Form, errors: Errors) -> RoundPage {
    let mut cx = req.cx();
    cx.has_errors = !errors.is_empty();
    let (session, round) = (&room.session, round_of(room, form));
    let is_open = session.is_open(req.today());
    let seat = room.seat.filter(|_| is_open);
    let passed = seat.map(|seat| passed_on(&room.ideas, seat, round)).unwrap_or_default();
    let own: Vec<&Idea> = room.ideas.iter().filter(|idea| Some(idea.seat) == seat).collect();
    let of_round = own.iter().filter(|idea| idea.round == round).count();
    let left = seat.map_or(0, |_| session.ideas_each - i64::try_from(of_round).unwrap_or(0));
    let field = |number: i64| FieldView {
        id: format!("ide-{number}"),
        label: cx.t1("design-rounds-idea", "number", number),
        value: form.raw(&format!("ide-{number}")),
        builds_id: format!("bygger-{number}"),
        builds_on: form.text(&format!("bygger-{number}")),
    };
    let unsent = (1..=session.ideas_each).map(|number| form.text(&format!("ide-{number}")));
    RoundPage {
        question: session.question.clone(),
        action: cx.link(&session.address()),
        lead: cx.tn("design-rounds-lead", session.ideas_each),
        round_title: cx.t1("design-rounds-round", "number", round),
        builds: (1..)
            .zip(&passed)
            .map(|(number, idea): (usize, _)| (idea.id.to_string(), cx.t1("design-rounds-idea", "number", number)))
            .collect(),
        passed: (1..)
            .zip(&passed)
            .map(|(number, idea)| (number, idea.body.clone()))
            .collect(),
        fields: (1..=left).map(field).collect(),
        own: own
            .iter()
            .map(|idea| (idea.body.clone(), idea.sight != Sight::Shown))
            .collect(),
        longest: LONGEST_IDEA,
        last_day: cx.date(&session.closes_on),
        unsent: match is_open {
            true => Vec::new(),
            false => unsent.filter(|text| !text.is_empty()).collect(),
        },
        is_seated: seat.is_some(),
        is_open,
        round,
        errors,
        cx,
    }
}

pub(crate) async fn show(req: Req, _: Anyone) -> Reply {
    let room = read(&req).await?;
    page(&build(&req, &room, &Form::default(), Errors::default()))
}

/// Takes a seat, or writes ideas.
pub(crate) async fn change(req: Req, _: Anyone) -> Reply {
    req.site.guard.send(&req)?;
    let room = read(&req).await?;
    let form = req.form()?;
    let key = form.text("nyckel");
    let once = Some(key.as_str()).filter(|key| !key.is_empty());
    let word = req.cookie(COOKIE).map_or_else(|| req.site.token(), str::to_owned);
    let done = match room.seat {
        None => acts::take_seat(&req.site, &room.session, &word, once).await.map(|_| ()),
        Some(_) => {
            let ideas = written(&form, room.session.ideas_each)?;
            acts::write_ideas(&req.site, &room.session, &word, round_of(&room, &form), ideas, once).await
        }
    };
    match done {
        Ok(()) => {
            let days = req
                .today()
                .until(room.session.closes_on)
                .map_or(0, |span| span.get_days());
            let kept = u32::try_from(days + 1).unwrap_or(1) * DAY;
            let here = Response::see_other(&req.url(&room.session.address()));
            Ok(here.with_header("set-cookie", &cookie(&req, COOKIE, &word, kept)))
        }
        // The first of two has been taken.
        Err(Fault::Rule {
            key: "design-error-sent-twice",
            ..
        }) => req.see_other(&room.session.address()),
        Err(Fault::Rule { key, .. }) => {
            let mut errors = Errors::default();
            let field = if room.seat.is_some() { "ide-1" } else { "var-med" };
            errors.add(field, req.t(key));
            invalid(&build(&req, &room, &form, errors))
        }
        // Nothing typed is lost: the page shows what did not get there in time.
        Err(Fault::Gone(_)) => page(&build(&req, &read(&req).await?, &form, Errors::default())),
        Err(other) => Err(other),
    }
}
