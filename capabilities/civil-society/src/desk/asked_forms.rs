//! What is sent from the page of the organisations that are asked.

use super::asked::{Page, Typed, address, build};
use super::{choose, date_of, needed, needed_date, optional, typed_parts};
use crate::acts::referral::{self, Letters};
use crate::model::referral::{OrganisationAnswer, Outcome};
use crate::model::{LINE, TEXT};
use crate::store;
use crate::words;
use db::Id;
use dialogues::Dialogue;
use identity::{Grant, KeepRegister};
use web::{Errors, Fault, Form, Reply, Req, invalid};

/// The process of the address.
async fn process(req: &Req) -> Result<Dialogue, Fault> {
    dialogues::named(req, &mut req.site.db.read().await?).await
}

async fn again(req: &Req, who: &Grant<KeepRegister>, process: &Dialogue, errors: Errors, typed: Typed) -> Reply {
    let mut read = req.site.db.read().await?;
    let built = build(req, &mut read, who.cx(req).failed(), process, errors, typed).await?;
    invalid(&Page {
        may_keep: true,
        ..built
    })
}

fn organisation_of(form: &Form) -> Result<Id, Fault> {
    form.text("of").parse().map_err(|_| Fault::NotFound)
}

/// Adds one to the list, or takes one off.
pub(crate) async fn ask(req: Req, who: Grant<KeepRegister>) -> Reply {
    let (process, form) = (process(&req).await?, req.form()?);
    if form.text("gor") == "ta-bort" {
        referral::ask(&req.site, &who, process.id, organisation_of(&form)?, None).await?;
        return req.done(&address(&process), "civil-note-unasked");
    }
    let mut errors = Errors::default();
    let written = form.text("organisation");
    let mut read = req.site.db.read().await?;
    let organisation = choose::organisation(&req, &mut read, &written, &mut errors, "organisation").await?;
    let mut address_ = form.text("address");
    if let (Some(id), true) = (organisation, address_.is_empty()) {
        address_ = store::organisation(&mut read, id).await?.draft.contact_address;
    }
    drop(read);
    if !address_.is_empty() && !identity::contacts::is_address(&address_) {
        errors.add("address", req.t("civil-error-email"));
    }
    match organisation {
        Some(id) if errors.is_empty() => {
            referral::ask(&req.site, &who, process.id, id, Some(&address_)).await?;
            req.done(&address(&process), "civil-note-asked")
        }
        _ => {
            let typed = Typed {
                organisation: written,
                address: form.text("address"),
                ..Typed::default()
            };
            again(&req, &who, &process, errors, typed).await
        }
    }
}

/// Until when they answer, and whether the list is open to everybody.
pub(crate) async fn set(req: Req, who: Grant<KeepRegister>) -> Reply {
    let (process, form) = (process(&req).await?, req.form()?);
    let mut errors = Errors::default();
    let due_on = date_of(&req, &form, &mut errors, "due");
    if !errors.is_empty() {
        let typed = Typed {
            due: Some(typed_parts(&form, "due")),
            ..Typed::default()
        };
        return again(&req, &who, &process, errors, typed).await;
    }
    let known = (process.id, form.int("revision").unwrap_or(0));
    referral::set_referral(&req.site, &who, known, due_on, form.has("listed")).await?;
    req.done(&address(&process), "civil-note-referral")
}

/// Letters to those that have had none, or to those that nothing has come of.
pub(crate) async fn write(req: Req, who: Grant<KeepRegister>) -> Reply {
    let (process, form) = (process(&req).await?, req.form()?);
    let mut errors = Errors::default();
    let message = needed(&req, &form, &mut errors, "message", "civil-error-message", TEXT);
    super::screen::numbers(&req, &mut errors, &[("message", &message)]);
    if !errors.is_empty() {
        let typed = Typed {
            message,
            ..Typed::default()
        };
        return again(&req, &who, &process, errors, typed).await;
    }
    let letters = match form.text("gor").as_str() {
        "paminn" => Letters::Reminders,
        _ => Letters::Invitations,
    };
    let (about, once) = ((process.id, process.title.as_str()), form.text("nyckel"));
    let sent = referral::write_letters(&req.site, &who, about, letters, &message, Some(&once)).await?;
    let note = if sent == 0 {
        "civil-note-no-letters"
    } else {
        "civil-note-letters"
    };
    req.done(&address(&process), note)
}

/// What came of asking one of them.
pub(crate) async fn outcome(req: Req, who: Grant<KeepRegister>) -> Reply {
    let (process, form) = (process(&req).await?, req.form()?);
    let organisation = organisation_of(&form)?;
    let mut errors = Errors::default();
    let outcome = Outcome::from_code(&form.text("outcome"));
    if outcome.is_none() {
        errors.add("outcome", req.t("civil-error-outcome-asked"));
    }
    let note = optional(&req, &form, &mut errors, "note", LINE);
    super::screen::numbers(&req, &mut errors, &[("note", &note)]);
    match outcome {
        Some(outcome) if errors.is_empty() => {
            referral::note_outcome(&req.site, &who, (process.id, organisation), outcome, &note).await?;
            req.done(&address(&process), "civil-note-outcome")
        }
        _ => {
            let typed = Typed {
                of: organisation.to_string(),
                outcome: form.text("outcome"),
                note,
                ..Typed::default()
            };
            again(&req, &who, &process, errors, typed).await
        }
    }
}

/// What an organisation answered.
pub(crate) async fn answer(req: Req, who: Grant<KeepRegister>) -> Reply {
    let (process, form) = (process(&req).await?, req.form()?);
    let mut errors = Errors::default();
    let written = form.text("answerer");
    let mut read = req.site.db.read().await?;
    let organisation = choose::organisation(&req, &mut read, &written, &mut errors, "answerer").await?;
    drop(read);
    let received = needed_date(&req, &form, &mut errors, "received", "civil-error-received");
    let answer = OrganisationAnswer {
        organisation: organisation.unwrap_or(process.id),
        role: form.text("role"),
        mandate: form.text("mandate"),
        speaks_for: form.text("speaks-for"),
        answer: form.text("answer"),
        received_on: received.unwrap_or(req.today()),
    };
    let mandates = words::choices(&req.site, req.lang, words::MANDATES);
    for (field, key) in answer.complaints(&mandates, req.today()) {
        errors.add(field, req.t(key));
    }
    if errors.is_empty() {
        referral::add_answer(&req.site, &who, process.id, &answer, Some(&form.text("nyckel"))).await?;
        return req.done(&address(&process), "civil-note-answer");
    }
    let typed = Typed {
        answerer: written,
        role: answer.role,
        mandate: answer.mandate,
        speaks_for: answer.speaks_for,
        answer: answer.answer,
        received: Some(typed_parts(&form, "received")),
        ..Typed::default()
    };
    again(&req, &who, &process, errors, typed).await
}
