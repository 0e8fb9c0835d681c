//! The form of a meeting: called with an agenda, later with who was there, what was written and when the next one is.

use super::councils::address as council_address;
use super::meeting::{address, of_address};
use super::{Parts, date_of, needed_date, parts, typed_parts};
use crate::acts::councils::{self, Noted};
use crate::model::council::{LARGEST, MINUTES, Meeting};
use crate::model::lines;
use crate::store;
use askama::Template;
use db::Id;
use identity::{Grant, KeepRegister};
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "civil-society/meeting-form.html")]
struct Page {
    cx: Cx,
    errors: Errors,
    action: String,
    back: (String, String),
    is_new: bool,
    on: Parts,
    place: String,
    agenda: String,
    minutes: String,
    next: Parts,
    /// The seats, each with organisation and role.
    seats: Vec<(String, String)>,
    present: Vec<String>,
    document_name: String,
    minutes_max: usize,
    revision: i64,
    conflict: Vec<(String, String, String)>,
}

/// The form of the council's new meeting, or of one that stands.
async fn build(req: &Req, cx: Cx, form: Option<&Form>) -> Result<Page, Fault> {
    let council = req.id_param("council")?;
    let mut read = req.site.db.read().await?;
    let stands = match req.param("meeting") {
        Ok(_) => Some(of_address(req, &mut read).await?),
        Err(_) => None,
    };
    if stands.as_ref().is_some_and(|one| one.approved_on.is_some()) {
        return Err(Fault::rule("civil-error-approved"));
    }
    let name = store::council(&mut read, council).await?.council.name;
    let there = match &stands {
        Some(one) => store::attendance(&mut read, one.id).await?,
        None => Vec::new(),
    };
    let on_day = stands.as_ref().and_then(|one| one.on_day).unwrap_or(req.today());
    let seats = store::seats(&mut read).await?;
    drop(read);
    let seats = seats
        .iter()
        .filter(|one| one.council_id == council && one.is_taken(on_day));
    let base = council_address(council);
    let mut page = Page {
        errors: Errors::default(),
        action: cx.link(&match &stands {
            Some(one) => format!("{}/andra", address(council, one.id)),
            None => format!("{base}/mote/nytt"),
        }),
        back: (cx.link(&base), name),
        is_new: stands.is_none(),
        on: parts(stands.as_ref().and_then(|one| one.on_day)),
        place: String::new(),
        agenda: String::new(),
        minutes: String::new(),
        next: Parts::default(),
        seats: seats
            .map(|one| (one.id.to_string(), format!("{}, {}", one.name, one.role)))
            .collect(),
        present: there.iter().map(Id::to_string).collect(),
        document_name: String::new(),
        minutes_max: MINUTES,
        revision: 0,
        conflict: Vec::new(),
        cx,
    };
    if let Some(one) = stands {
        page.place = one.place;
        page.agenda = one.agenda.join("\n");
        page.minutes = one.minutes;
        page.document_name = one.document_name;
        page.revision = one.revision;
    }
    if let Some(form) = form {
        page.on = typed_parts(form, "on");
        page.place = form.text("place");
        page.agenda = form.raw("agenda");
        page.minutes = form.raw("minutes");
        page.next = typed_parts(form, "next");
        page.present = form.all("present");
        page.revision = form.int("revision").unwrap_or(page.revision);
    }
    Ok(page)
}

/// The meeting as the form says it, and what is noted beside it; nothing when something is wrong.
fn read(req: &Req, form: &Form, errors: &mut Errors) -> Option<(Meeting, Noted)> {
    let on = needed_date(req, form, errors, "on", "civil-error-meeting-on");
    let next_on = date_of(req, form, errors, "next");
    let meeting = Meeting {
        on_day: on.unwrap_or(req.today()),
        place: form.text("place"),
        agenda: lines(&form.text("agenda")),
        minutes: form.text("minutes"),
    };
    for (field, key) in meeting.complaints(req.today()) {
        errors.add(field, req.ta(key, &[("max", MINUTES.into())]));
    }
    if next_on.is_some_and(|day| Some(day) <= on) {
        errors.add("next", req.t("civil-error-meeting-next"));
    }
    let texts = [("agenda", form.raw("agenda")), ("minutes", meeting.minutes.clone())];
    let texts: Vec<(&'static str, &str)> = texts.iter().map(|(field, text)| (*field, text.as_str())).collect();
    super::screen::numbers(req, errors, &texts);
    let document = form.file("file").map(|file| (file.name.clone(), file.bytes.to_vec()));
    if let Some((_, bytes)) = &document {
        if !bytes.starts_with(b"%PDF-") {
            errors.add("file", req.t("civil-error-pdf"));
        } else if bytes.len() > LARGEST {
            errors.add("file", req.t("civil-error-pdf-large"));
        }
    }
    let noted = Noted {
        present: form.all("present").iter().filter_map(|id| id.parse().ok()).collect(),
        document,
        next_on,
    };
    errors.is_empty().then_some((meeting, noted))
}

/// Those of the form's seats that are the council's own.
fn own_seats(page: &Page, noted: Noted) -> Noted {
    let is_own = |id: &Id| page.seats.iter().any(|(own, _)| *own == id.to_string());
    Noted {
        present: noted.present.into_iter().filter(is_own).collect(),
        ..noted
    }
}

pub(crate) async fn new(req: Req, who: Grant<KeepRegister>) -> Reply {
    page(&build(&req, who.cx(&req), None).await?)
}

pub(crate) async fn create(req: Req, who: Grant<KeepRegister>) -> Reply {
    let (council, form) = (req.id_param("council")?, req.form()?);
    let mut errors = Errors::default();
    let again = build(&req, who.cx(&req), Some(&form)).await?;
    let Some((meeting, noted)) = read(&req, &form, &mut errors) else {
        return invalid(&failed(again, errors));
    };
    let (noted, once) = (own_seats(&again, noted), form.text("nyckel"));
    let id = councils::write_meeting(&req.site, &who, (council, None), &meeting, &noted, Some(&once)).await?;
    req.done(&address(council, id), "civil-note-meeting")
}

fn failed(page: Page, errors: Errors) -> Page {
    Page {
        cx: page.cx.clone().failed(),
        errors,
        ..page
    }
}

pub(crate) async fn edit(req: Req, who: Grant<KeepRegister>) -> Reply {
    page(&build(&req, who.cx(&req), None).await?)
}

pub(crate) async fn save(req: Req, who: Grant<KeepRegister>) -> Reply {
    let (council, id, form) = (req.id_param("council")?, req.id_param("meeting")?, req.form()?);
    let mut errors = Errors::default();
    let again = build(&req, who.cx(&req), Some(&form)).await?;
    let Some((meeting, noted)) = read(&req, &form, &mut errors) else {
        return invalid(&failed(again, errors));
    };
    let noted = own_seats(&again, noted);
    let known = Some((id, form.int("revision").unwrap_or(0)));
    match councils::write_meeting(&req.site, &who, (council, known), &meeting, &noted, None).await {
        Ok(_) => req.done(&address(council, id), "civil-note-meeting"),
        Err(Fault::Conflict) => {
            let stands = of_address(&req, &mut req.site.db.read().await?).await?;
            let mut again = failed(again, Errors::default());
            again.revision = stands.revision;
            again.conflict = differences(&again.cx, &stands, &meeting);
            invalid(&again)
        }
        Err(fault) => Err(fault),
    }
}

fn differences(cx: &Cx, stands: &store::StoredMeeting, mine: &Meeting) -> Vec<(String, String, String)> {
    let theirs = [
        ("civil-field-meeting-on", super::day(cx, stands.on_day)),
        ("civil-field-meeting-place", stands.place.clone()),
        ("civil-field-agenda", stands.agenda.join(", ")),
        ("civil-field-minutes", stands.minutes.clone()),
    ];
    let mine = [
        ("civil-field-meeting-on", super::day(cx, Some(mine.on_day))),
        ("civil-field-meeting-place", mine.place.clone()),
        ("civil-field-agenda", mine.agenda.join(", ")),
        ("civil-field-minutes", mine.minutes.clone()),
    ];
    super::told_apart(cx, theirs, mine)
}
