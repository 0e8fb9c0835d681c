//! `…/lottning/ny` and `…/andra`: those who said yes, quotas and seats. What is wrong in a file is told with its row, and nothing that
//! was typed is lost.

use super::{Parts, Room, address, named, parts, typed_parts};
use crate::acts::{self, Draft};
use crate::model::read;
use crate::store::{self, Lottery};
use askama::Template;
use dialogues::Head;
use identity::{Grant, PlanDialogue};
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "lottery/form.html")]
struct FormPage {
    cx: Cx,
    errors: Errors,
    head: Head,
    action: String,
    back: String,
    back_name: String,
    /// How many stand in the pool already; empty for a new lottery.
    stands: String,
    /// Those who stand were read with who lives together.
    has_households: bool,
    name: String,
    seats: String,
    quotas: String,
    household: String,
    erase: Parts,
    revision: i64,
    conflict: Vec<(String, String, String)>,
}

/// What the form says, and what is wrong with it.
struct Sent {
    draft: Draft,
    errors: Errors,
}

/// Reads the form. `stands` is the lottery whose pool is kept when no file is sent.
fn read_form(req: &Req, cx: &Cx, form: &Form, stands: Option<&Lottery>) -> Result<Sent, Fault> {
    let mut errors = Errors::default();
    let mut draft = Draft {
        name: form.text("namn"),
        seats: form
            .int("platser")
            .and_then(|seats| u32::try_from(seats).ok())
            .unwrap_or(0),
        ..Draft::default()
    };
    match form.date("gallras") {
        Ok(day) => draft.erase_on = day,
        Err(()) => errors.add("gallras", cx.t("lottery-error-date")),
    }
    for (field, key) in draft.complaints(req.today()) {
        if errors.on(field).is_none() {
            errors.add(field, cx.ta(key, &[("most", limit(field).into())]));
        }
    }
    match read::quotas(form.raw("kvoter").as_bytes()) {
        Ok(quotas) => draft.quotas = quotas,
        Err(told) => errors.add("kvoter", told.say(cx)),
    }
    let household: Vec<String> = form
        .text("hushall")
        .split(',')
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
        .collect();
    let file = form.file("file").filter(|file| !file.bytes.is_empty());
    match (file, stands) {
        // Without quotas nobody knows which columns are categories.
        (Some(file), _) if errors.on("kvoter").is_none() => match read::pool(&file.bytes, &draft.quotas, &household) {
            Ok(read) => draft.pool = Some(read.pool),
            Err(told) => errors.add("file", told.say(cx)),
        },
        (None, None) => errors.add("file", cx.t("lottery-error-file")),
        // The groups of those who stand are places among the quotas: other groups ask for the file again.
        (None, Some(stands)) if errors.on("kvoter").is_none() && !same_groups(stands, &draft)? => {
            errors.add("file", cx.t("lottery-error-file-again"));
        }
        _ => {}
    }
    Ok(Sent { draft, errors })
}

fn limit(field: &str) -> i64 {
    match field {
        "namn" => i64::try_from(acts::LINE).unwrap_or(0),
        _ => i64::from(crate::model::terms::MOST_SEATS),
    }
}

fn same_groups(stands: &Lottery, draft: &Draft) -> Result<bool, Fault> {
    let names = |quotas: &crate::model::terms::Quotas| -> Vec<(String, Vec<String>)> {
        let category = |(name, bounds): &(String, Vec<crate::model::terms::Bound>)| {
            (name.clone(), bounds.iter().map(|bound| bound.group.clone()).collect())
        };
        quotas.0.iter().map(category).collect()
    };
    Ok(names(&stands.quotas()?) == names(&draft.quotas))
}

/// The form with what was typed.
fn typed(room: &Room, cx: Cx, form: &Form, errors: Errors, stands: Option<&Lottery>) -> FormPage {
    FormPage {
        name: form.raw("namn"),
        seats: form.raw("platser"),
        quotas: form.raw("kvoter"),
        household: form.raw("hushall"),
        erase: typed_parts(form, "gallras"),
        revision: form.int("revision").unwrap_or(0),
        errors,
        ..blank(room, cx.failed(), stands)
    }
}

fn blank(room: &Room, cx: Cx, stands: Option<&Lottery>) -> FormPage {
    let list = format!("{}/lottning", room.dialogue.desk_address());
    let here = stands.map_or_else(|| list.clone(), address);
    FormPage {
        errors: Errors::default(),
        head: room.head(&cx),
        action: match stands {
            None => cx.link(&format!("{list}/ny")),
            Some(_) => cx.link(&format!("{here}/andra")),
        },
        back_name: stands.map_or_else(|| cx.t("lottery-page"), |one| one.name.clone()),
        back: cx.link(&here),
        stands: stands
            .map(|one| cx.tn("lottery-people", one.people))
            .unwrap_or_default(),
        has_households: false,
        name: String::new(),
        seats: String::new(),
        quotas: String::new(),
        household: String::new(),
        erase: Parts::default(),
        revision: 0,
        conflict: Vec::new(),
        cx,
    }
}

pub(crate) async fn new(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let room = Room::of(&req, &mut req.site.db.read().await?).await?;
    page(&blank(&room, who.cx(&req), None))
}

pub(crate) async fn create(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let form = req.form()?;
    let room = Room::of(&req, &mut req.site.db.read().await?).await?;
    let cx = who.cx(&req);
    let Sent { draft, errors } = read_form(&req, &cx, &form, None)?;
    if !errors.is_empty() {
        return invalid(&typed(&room, cx, &form, errors, None));
    }
    let once = form.text("nyckel");
    let list = format!("{}/lottning", room.dialogue.desk_address());
    match acts::prepare(&req.site, who.actor(), room.dialogue.id, &draft, &once).await {
        Ok(id) => req.done(&format!("{list}/{id}"), "lottery-done-prepared"),
        // Sent twice: the first did it.
        Err(Fault::Conflict) => req.see_other(&list),
        Err(fault) => Err(fault),
    }
}

pub(crate) async fn edit(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let mut read = req.site.db.read().await?;
    let room = Room::of(&req, &mut read).await?;
    let stands = named(&req, &mut read).await?;
    let has_households = with_households(&mut read, &stands).await?;
    drop(read);
    let quotas = stands.quotas()?.written();
    page(&FormPage {
        has_households,
        name: stands.name.clone(),
        seats: stands.seats.to_string(),
        quotas,
        erase: parts(stands.erase_on),
        revision: stands.revision,
        ..blank(&room, who.cx(&req), Some(&stands))
    })
}

pub(crate) async fn save(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let form = req.form()?;
    let mut read = req.site.db.read().await?;
    let room = Room::of(&req, &mut read).await?;
    let stands = named(&req, &mut read).await?;
    let has_households = with_households(&mut read, &stands).await?;
    drop(read);
    let cx = who.cx(&req);
    let Sent { draft, errors } = read_form(&req, &cx, &form, Some(&stands))?;
    if !errors.is_empty() {
        return invalid(&FormPage {
            has_households,
            ..typed(&room, cx, &form, errors, Some(&stands))
        });
    }
    let known = form.int("revision").unwrap_or(0);
    match acts::change(&req.site, who.actor(), stands.id, known, &draft).await {
        Ok(()) => req.done(&address(&stands), "lottery-done-changed"),
        Err(Fault::Conflict) => {
            let stands = store::lottery(&mut req.site.db.read().await?, stands.id).await?;
            let mut again = typed(&room, cx, &form, Errors::default(), Some(&stands));
            again.revision = stands.revision;
            again.has_households = has_households;
            again.conflict = differences(&again.cx, &stands, &draft)?;
            invalid(&again)
        }
        Err(fault) => Err(fault),
    }
}

async fn with_households(conn: &mut db::Conn, stands: &Lottery) -> db::Result<bool> {
    let pool = store::pool(conn, stands.id).await?;
    Ok(pool.is_some_and(|pool| pool.has_households()))
}

fn differences(cx: &Cx, stands: &Lottery, mine: &Draft) -> Result<Vec<(String, String, String)>, Fault> {
    let day = |date: Option<jiff::civil::Date>| date.map(|date| cx.short_date(&date)).unwrap_or_default();
    let rows = [
        ("lottery-field-name", stands.name.clone(), mine.name.clone()),
        ("lottery-field-seats", stands.seats.to_string(), mine.seats.to_string()),
        (
            "lottery-field-quotas",
            stands.quotas()?.written(),
            mine.quotas.written(),
        ),
        ("lottery-field-erase", day(stands.erase_on), day(mine.erase_on)),
    ];
    let told = rows.into_iter().filter(|(_, theirs, mine)| theirs != mine);
    Ok(told.map(|(key, theirs, mine)| (cx.t(key), theirs, mine)).collect())
}
