//! A person who speaks for an organisation: their role, and what the municipality needs to reach them.

use super::{needed, optional, organisation_address};
use crate::acts::register;
use crate::model::LINE;
use crate::model::organisation::Person;
use crate::store;
use askama::Template;
use db::Id;
use identity::{Grant, KeepRegister};
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "civil-society/person.html")]
struct Page {
    cx: Cx,
    errors: Errors,
    action: String,
    back: (String, String),
    is_new: bool,
    person: Person,
    revision: i64,
    conflict: Vec<(String, String, String)>,
}

/// The form at its address: of the organisation's new person, or of one that stands.
async fn build(req: &Req, cx: Cx, stands: Option<Id>, person: Person) -> Result<Page, Fault> {
    let organisation = req.id_param("organisation")?;
    let one = store::organisation(&mut req.site.db.read().await?, organisation).await?;
    let here = cx.link(&organisation_address(organisation));
    Ok(Page {
        errors: Errors::default(),
        action: match stands {
            Some(id) => format!("{here}/person/{id}"),
            None => format!("{here}/person"),
        },
        back: (here, one.draft.name),
        is_new: stands.is_none(),
        person,
        revision: 0,
        conflict: Vec::new(),
        cx,
    })
}

/// The person of the address, who belongs to the organisation of the address.
async fn stands(req: &Req) -> Result<store::ContactPerson, Fault> {
    let (organisation, id) = (req.id_param("organisation")?, req.id_param("person")?);
    let person = store::contact(&mut req.site.db.read().await?, id).await?;
    if person.organisation_id == organisation {
        Ok(person)
    } else {
        Err(Fault::NotFound)
    }
}

fn read(req: &Req, form: &Form) -> (Person, Errors) {
    let mut errors = Errors::default();
    let person = Person {
        role: needed(req, form, &mut errors, "role", "civil-error-role", LINE),
        name: optional(req, form, &mut errors, "person-name", LINE),
        email: optional(req, form, &mut errors, "email", LINE),
        phone: optional(req, form, &mut errors, "phone", LINE),
        is_protected: form.has("protected"),
    };
    if !person.email.is_empty() && !person.email.contains('@') {
        errors.add("email", req.t("civil-error-email"));
    }
    if person.email.is_empty() && person.phone.is_empty() && errors.on("email").is_none() {
        errors.add("email", req.t("civil-error-reach"));
    }
    for (field, text) in [("role", &person.role), ("person-name", &person.name)] {
        if crate::model::screening::names_a_person(text) {
            errors.add(field, req.t("civil-error-personal"));
        }
    }
    (person, errors)
}

pub(crate) async fn new(req: Req, who: Grant<KeepRegister>) -> Reply {
    page(&build(&req, who.cx(&req), None, Person::default()).await?)
}

pub(crate) async fn create(req: Req, who: Grant<KeepRegister>) -> Reply {
    let (organisation, form) = (req.id_param("organisation")?, req.form()?);
    let (person, errors) = read(&req, &form);
    if !errors.is_empty() {
        let again = build(&req, who.cx(&req).failed(), None, person).await?;
        return invalid(&Page { errors, ..again });
    }
    register::write_person(&req.site, &who, organisation, None, &person).await?;
    req.done(&organisation_address(organisation), "civil-note-person")
}

/// What is written about a person who stands.
fn person_of(stands: store::ContactPerson) -> Person {
    Person {
        role: stands.role,
        name: stands.name,
        email: stands.email,
        phone: stands.phone,
        is_protected: stands.is_protected,
    }
}

pub(crate) async fn edit(req: Req, who: Grant<KeepRegister>) -> Reply {
    let stands = stands(&req).await?;
    let (id, revision) = (stands.id, stands.revision);
    let form = build(&req, who.cx(&req), Some(id), person_of(stands)).await?;
    page(&Page { revision, ..form })
}

pub(crate) async fn save(req: Req, who: Grant<KeepRegister>) -> Reply {
    let (person, form) = (stands(&req).await?, req.form()?);
    let (id, organisation) = (person.id, person.organisation_id);
    if form.text("gor") == "ta-bort" {
        register::remove_person(&req.site, &who, organisation, id).await?;
        return req.done(&organisation_address(organisation), "civil-note-person-removed");
    }
    let revision = form.int("revision").unwrap_or(0);
    let (person, errors) = read(&req, &form);
    if !errors.is_empty() {
        let again = build(&req, who.cx(&req).failed(), Some(id), person).await?;
        return invalid(&Page {
            errors,
            revision,
            ..again
        });
    }
    match register::write_person(&req.site, &who, organisation, Some((id, revision)), &person).await {
        Ok(()) => req.done(&organisation_address(organisation), "civil-note-person"),
        Err(Fault::Conflict) => {
            let stands = stands(&req).await?;
            let mut again = build(&req, who.cx(&req).failed(), Some(id), person).await?;
            again.revision = stands.revision;
            again.conflict = differences(&again.cx, &person_of(stands), &again.person);
            invalid(&again)
        }
        Err(fault) => Err(fault),
    }
}

fn differences(cx: &Cx, stands: &Person, mine: &Person) -> Vec<(String, String, String)> {
    let line = |one: &Person| {
        [
            ("civil-field-role", one.role.clone()),
            ("civil-field-person-name", one.name.clone()),
            ("civil-field-email", one.email.clone()),
            ("civil-field-phone", one.phone.clone()),
        ]
    };
    super::told_apart(cx, line(stands), line(mine))
}
