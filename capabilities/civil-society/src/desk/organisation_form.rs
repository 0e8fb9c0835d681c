//! The form of an organisation: a new one, or one that stands.

use super::{Parts, date_of, organisation_address, parts, typed_parts};
use crate::acts::register::{self, Refused};
use crate::model::organisation::{Draft, Kind};
use crate::model::{LINE, TEXT, lines, number};
use crate::store;
use askama::Template;
use identity::{Grant, KeepRegister};
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "civil-society/organisation-form.html")]
struct Page {
    cx: Cx,
    errors: Errors,
    action: String,
    is_new: bool,
    back: (String, String),
    draft: Draft,
    /// As typed, also when it is no number.
    number: String,
    kind: String,
    topics: String,
    groups: String,
    areas: String,
    meeting: Parts,
    kinds: Vec<(String, String)>,
    /// The municipality's own areas, to write alike.
    known_areas: String,
    /// Whether to ask if it is another organisation with the same name.
    asks_another: bool,
    another: bool,
    text_max: usize,
    revision: i64,
    /// When somebody else saved, and who.
    saved: String,
    conflict: Vec<(String, String, String)>,
}

impl Page {
    fn new(cx: Cx, action: &str, draft: Draft) -> Page {
        Page {
            errors: Errors::default(),
            action: cx.link(action),
            is_new: false,
            back: (cx.link(crate::REGISTER), cx.t("civil-menu-register")),
            number: number::shown(&draft.number),
            kind: draft.kind.code().to_owned(),
            topics: draft.topics.join("\n"),
            groups: draft.groups.join("\n"),
            areas: draft.areas.join("\n"),
            meeting: parts(draft.meeting_on),
            kinds: super::options!(cx, Kind),
            known_areas: cx.settings.areas.join(", "),
            asks_another: false,
            another: false,
            text_max: TEXT,
            revision: 0,
            saved: String::new(),
            conflict: Vec::new(),
            draft,
            cx,
        }
    }

    /// The form as it was typed.
    fn typed(cx: Cx, action: &str, form: &Form, errors: Errors) -> Page {
        let mut page = Page::new(cx.failed(), action, draft_of(form));
        page.number = form.raw("number");
        page.topics = form.raw("topics");
        page.groups = form.raw("groups");
        page.areas = form.raw("areas");
        page.meeting = typed_parts(form, "meeting");
        page.asks_another = errors.on("name").is_some() || form.has("another");
        page.another = form.has("another");
        page.revision = form.int("revision").unwrap_or(0);
        page.errors = errors;
        page
    }
}

/// The organisation as the form says it.
pub(crate) fn draft_of(form: &Form) -> Draft {
    Draft {
        name: form.text("name"),
        number: form.text("number"),
        kind: Kind::from_code(&form.text("kind")).unwrap_or(Kind::Other),
        aims: form.text("aims"),
        topics: lines(&form.text("topics")),
        groups: lines(&form.text("groups")),
        areas: lines(&form.text("areas")),
        website: form.text("website"),
        contact_role: form.text("contact-role"),
        contact_address: form.text("contact-address"),
        source: form.text("source"),
        meeting_on: form.date("meeting").ok().flatten(),
    }
}

/// The draft with its number as it is kept, or what is wrong at each field.
pub(crate) fn checked(req: &Req, form: &Form, mut draft: Draft) -> Result<Draft, Errors> {
    let mut errors = Errors::default();
    for (field, key) in draft.complaints() {
        let most = if field == "aims" { TEXT } else { LINE };
        let value = draft.number.clone();
        errors.add(field, req.ta(key, &[("max", most.into()), ("value", value.into())]));
    }
    date_of(req, form, &mut errors, "meeting");
    if !errors.is_empty() {
        return Err(errors);
    }
    draft.number = number::read(&draft.number).unwrap_or_default();
    Ok(draft)
}

/// Why the register refuses, at its field.
pub(super) fn refusal(req: &Req, refused: Refused) -> Result<Errors, Fault> {
    let mut errors = Errors::default();
    match refused {
        Refused::SameNumber(name) => errors.add("number", req.ta("civil-error-same-number", &[("value", name.into())])),
        Refused::SameName(name) => errors.add("name", req.ta("civil-error-same-name", &[("value", name.into())])),
        Refused::Fault(fault) => return Err(fault),
    }
    Ok(errors)
}

const NEW: &str = "/arbetsyta/organisationer/ny";

pub(crate) async fn new(req: Req, who: Grant<KeepRegister>) -> Reply {
    page(&Page {
        is_new: true,
        ..Page::new(who.cx(&req), NEW, Draft::default())
    })
}

pub(crate) async fn create(req: Req, who: Grant<KeepRegister>) -> Reply {
    let form = req.form()?;
    let made = match checked(&req, &form, draft_of(&form)) {
        Ok(draft) => {
            let once = Some(form.text("nyckel"));
            let added = register::add(&req.site, &who, &draft, form.has("another"), once.as_deref()).await;
            match added {
                Ok(id) => return req.done(&organisation_address(id), "civil-note-saved"),
                Err(refused) => refusal(&req, refused)?,
            }
        }
        Err(errors) => errors,
    };
    invalid(&Page {
        is_new: true,
        ..Page::typed(who.cx(&req), NEW, &form, made)
    })
}

pub(crate) async fn edit(req: Req, who: Grant<KeepRegister>) -> Reply {
    let id = req.id_param("organisation")?;
    let stands = store::organisation(&mut req.site.db.read().await?, id).await?;
    let mut form = Page::new(
        who.cx(&req),
        &format!("{}/andra", organisation_address(id)),
        stands.draft,
    );
    form.back = (form.cx.link(&organisation_address(id)), form.draft.name.clone());
    form.revision = stands.revision;
    page(&form)
}

pub(crate) async fn save(req: Req, who: Grant<KeepRegister>) -> Reply {
    let (id, form) = (req.id_param("organisation")?, req.form()?);
    let here = organisation_address(id);
    let again = |errors| {
        let mut again = Page::typed(who.cx(&req), &format!("{here}/andra"), &form, errors);
        again.back = (again.cx.link(&here), again.draft.name.clone());
        again
    };
    let draft = match checked(&req, &form, draft_of(&form)) {
        Ok(draft) => draft,
        Err(errors) => return invalid(&again(errors)),
    };
    let revision = form.int("revision").unwrap_or(0);
    match register::change(&req.site, &who, id, revision, &draft, form.has("another")).await {
        Ok(()) => req.done(&here, "civil-note-saved"),
        Err(Refused::Fault(Fault::Conflict)) => {
            let stands = store::organisation(&mut req.site.db.read().await?, id).await?;
            let mut again = again(Errors::default());
            again.revision = stands.revision;
            let day = again.cx.day(&stands.updated_at);
            again.saved = again.cx.t2(
                "civil-changed",
                ("day", &day),
                ("name", &super::writer(&again.cx, &stands.updated_by)),
            );
            again.conflict = differences(&again.cx, &stands.draft, &draft);
            invalid(&again)
        }
        Err(refused) => invalid(&again(refusal(&req, refused)?)),
    }
}

/// The facts in which two drafts differ.
pub(crate) fn differences(cx: &Cx, stands: &Draft, mine: &Draft) -> Vec<(String, String, String)> {
    let line = |draft: &Draft| {
        [
            ("civil-field-name", draft.name.clone()),
            ("civil-field-number", number::shown(&draft.number)),
            ("civil-field-kind", cx.t(draft.kind.label())),
            ("civil-field-aims", draft.aims.clone()),
            ("civil-field-topics", draft.topics.join(", ")),
            ("civil-field-groups", draft.groups.join(", ")),
            ("civil-field-areas", draft.areas.join(", ")),
            ("civil-field-website", draft.website.clone()),
            ("civil-field-contact-role", draft.contact_role.clone()),
            ("civil-field-contact-address", draft.contact_address.clone()),
            ("civil-field-source", draft.source.clone()),
            ("civil-field-meeting", super::day(cx, draft.meeting_on)),
        ]
    };
    super::told_apart(cx, line(stands), line(mine))
}
