//! One organisation: facts, persons, how the municipality met it.

use super::{day, organisation_address};
use crate::acts::register;
use crate::model::organisation::Contact;
use crate::model::{TEXT, number};
use crate::store::{self, ContactPerson, Event, Organisation, StoredRepresentative};
use askama::Template;
use identity::{Grant, KeepRegister, SeeDesk};
use web::{Cx, Errors, Fault, Reply, Req, invalid, page};

struct PersonLine {
    role: String,
    name: String,
    address: String,
    confirmed: String,
    is_protected: bool,
    href: String,
}

struct EventLine {
    day: String,
    kind: String,
    told: String,
    by: String,
}

#[derive(Template)]
#[template(path = "civil-society/organisation.html")]
struct Page {
    cx: Cx,
    errors: Errors,
    here: String,
    name: String,
    aims: String,
    website: String,
    facts: Vec<(String, String)>,
    changed: String,
    /// When and why it was archived; empty for one in use.
    archived: String,
    reviewed: String,
    review: String,
    is_late: bool,
    persons: Vec<PersonLine>,
    /// Roles of those who speak for it, with until when.
    speakers: Vec<(String, String)>,
    /// A change that it asks for, with the day it came.
    asked: Option<(String, String)>,
    agreements: Vec<(String, String)>,
    events: Vec<EventLine>,
    kinds: Vec<(String, String)>,
    met: super::Parts,
    met_kind: String,
    told: String,
    reason: String,
    text_max: usize,
    revision: i64,
    may_keep: bool,
}

/// What somebody typed in one of the small forms of the page.
#[derive(Default)]
struct Typed {
    met: Option<super::Parts>,
    met_kind: String,
    told: String,
    reason: String,
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let may_keep = who.staff.may::<KeepRegister>();
    page(&build(&req, who.cx(&req), may_keep, Errors::default(), Typed::default()).await?)
}

async fn build(req: &Req, cx: Cx, may_keep: bool, errors: Errors, typed: Typed) -> Result<Page, Fault> {
    let id = req.id_param("organisation")?;
    let mut read = req.site.db.read().await?;
    let one = store::organisation(&mut read, id).await?;
    // Who does not keep the register sees the role and the function's address, never a person.
    let persons = if may_keep {
        store::contacts(&mut read, id).await?
    } else {
        Vec::new()
    };
    let speakers = store::representatives_of(&mut read, id).await?;
    let changes = store::changes_of(&mut read, id).await?;
    let events = store::events(&mut read, id).await?;
    let agreements = store::agreements_of(&mut read, id).await?;
    drop(read);
    let here = cx.link(&organisation_address(id));
    Ok(Page {
        facts: facts(&cx, &one),
        changed: cx.t2(
            "civil-changed",
            ("day", &cx.day(&one.updated_at)),
            ("name", &super::writer(&cx, &one.updated_by)),
        ),
        archived: one
            .archived_at
            .map(|at| archived(&cx, &cx.day(&at), &one.archive_reason))
            .unwrap_or_default(),
        reviewed: day(&cx, one.reviewed_on),
        review: day(&cx, one.review_on),
        is_late: one.archived_at.is_none() && one.review_on.is_some_and(|day| day < req.today()),
        speakers: speakers
            .iter()
            .filter(|one| one.speaks(req.today()))
            .map(|one| speaker(&cx, one))
            .collect(),
        asked: changes
            .iter()
            .find(|one| one.decision.is_empty())
            .map(|one| (format!("{here}/andring/{}", one.id), cx.day(&one.sent_at))),
        persons: persons.iter().map(|person| person_line(&cx, &here, person)).collect(),
        events: events.iter().map(|event| event_line(&cx, event)).collect(),
        agreements: agreements
            .into_iter()
            .map(|one| (cx.link(&super::agreements::address(one.id)), one.title))
            .collect(),
        kinds: super::options!(cx, Contact),
        met: typed.met.unwrap_or_else(|| super::parts(Some(req.today()))),
        met_kind: typed.met_kind,
        told: typed.told,
        reason: typed.reason,
        text_max: TEXT,
        revision: one.revision,
        name: one.draft.name,
        aims: one.draft.aims,
        website: one.draft.website,
        here,
        may_keep,
        errors,
        cx,
    })
}

fn speaker(cx: &Cx, one: &StoredRepresentative) -> (String, String) {
    (one.role.clone(), day(cx, one.until_on))
}

fn archived(cx: &Cx, day: &str, reason: &str) -> String {
    cx.t2("civil-archived", ("day", day), ("reason", reason))
}

fn facts(cx: &Cx, one: &Organisation) -> Vec<(String, String)> {
    let draft = &one.draft;
    vec![
        (cx.t("civil-field-kind"), cx.t(draft.kind.label())),
        (cx.t("civil-field-number"), number::shown(&draft.number)),
        (cx.t("civil-field-topics"), draft.topics.join(", ")),
        (cx.t("civil-field-groups"), draft.groups.join(", ")),
        (cx.t("civil-field-areas"), draft.areas.join(", ")),
        (cx.t("civil-field-contact-role"), draft.contact_role.clone()),
        (cx.t("civil-field-contact-address"), draft.contact_address.clone()),
        (cx.t("civil-field-meeting"), day(cx, draft.meeting_on)),
        (cx.t("civil-field-source"), draft.source.clone()),
    ]
}

fn person_line(cx: &Cx, here: &str, person: &ContactPerson) -> PersonLine {
    let shown = |text: &str| {
        if person.is_protected {
            String::new()
        } else {
            text.to_owned()
        }
    };
    let address = [person.email.as_str(), person.phone.as_str()];
    let address: Vec<&str> = address.into_iter().filter(|text| !text.is_empty()).collect();
    PersonLine {
        role: person.role.clone(),
        name: shown(&person.name),
        address: shown(&address.join(", ")),
        confirmed: day(cx, person.confirmed_on),
        is_protected: person.is_protected,
        href: format!("{here}/person/{}", person.id),
    }
}

fn event_line(cx: &Cx, event: &Event) -> EventLine {
    EventLine {
        day: day(cx, event.on_day),
        kind: cx.t(Contact::from_code(&event.kind).unwrap_or(Contact::Other).label()),
        told: event.told.clone(),
        by: event.created_by.clone(),
    }
}

pub(crate) async fn confirm(req: Req, who: Grant<KeepRegister>) -> Reply {
    let (id, form) = (req.id_param("organisation")?, req.form()?);
    register::confirm(&req.site, &who, id, form.int("revision").unwrap_or(0)).await?;
    req.done(&organisation_address(id), "civil-note-reviewed")
}

pub(crate) async fn archive(req: Req, who: Grant<KeepRegister>) -> Reply {
    let (id, form) = (req.id_param("organisation")?, req.form()?);
    let mut errors = Errors::default();
    let reason = super::needed(&req, &form, &mut errors, "reason", "civil-error-reason", TEXT);
    if !errors.is_empty() {
        let typed = Typed {
            reason,
            ..Typed::default()
        };
        return invalid(&build(&req, who.cx(&req).failed(), true, errors, typed).await?);
    }
    register::archive(&req.site, &who, id, form.int("revision").unwrap_or(0), Some(&reason)).await?;
    req.done(&organisation_address(id), "civil-note-archived")
}

pub(crate) async fn restore(req: Req, who: Grant<KeepRegister>) -> Reply {
    let (id, form) = (req.id_param("organisation")?, req.form()?);
    register::archive(&req.site, &who, id, form.int("revision").unwrap_or(0), None).await?;
    req.done(&organisation_address(id), "civil-note-restored")
}

pub(crate) async fn note_event(req: Req, who: Grant<KeepRegister>) -> Reply {
    let (id, form) = (req.id_param("organisation")?, req.form()?);
    let mut errors = Errors::default();
    let met = super::needed_date(&req, &form, &mut errors, "met", "civil-error-met");
    if met.is_some_and(|day| day > req.today()) {
        errors.add("met", req.t("civil-error-future"));
    }
    let kind = Contact::from_code(&form.text("met-kind"));
    if kind.is_none() {
        errors.add("met-kind", req.t("civil-error-met-kind"));
    }
    let told = super::needed(&req, &form, &mut errors, "told", "civil-error-told", TEXT);
    match (met, kind) {
        (Some(met), Some(kind)) if errors.is_empty() => {
            register::note_event(&req.site, &who, id, met, kind, &told).await?;
            req.done(&format!("{}#motet", organisation_address(id)), "civil-note-event")
        }
        _ => {
            let typed = Typed {
                met: Some(super::typed_parts(&form, "met")),
                met_kind: form.text("met-kind"),
                told,
                ..Typed::default()
            };
            invalid(&build(&req, who.cx(&req).failed(), true, errors, typed).await?)
        }
    }
}
