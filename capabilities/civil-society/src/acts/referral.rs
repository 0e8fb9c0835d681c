//! Organisations are asked, reminded, and what they answer is written down; parties are entered and sign.

use super::crime::first_time;
use crate::model::referral::{OrganisationAnswer, Outcome};
use crate::representative::Representative;
use crate::store::{self, Invited};
use db::{Actor, Id, Tx};
use identity::{Grant, KeepRegister};
use jiff::civil::Date;
use mail::Mail;
use serde_json::json;
use texts::{Lang, Local};
use web::{Fault, Site};

/// Sets until when the organisations answer, and whether everybody may see who was asked.
///
/// # Errors
/// [`Fault::Conflict`] when somebody wrote after `revision`.
pub async fn set_referral(
    site: &Site,
    who: &Grant<KeepRegister>,
    (process, revision): (Id, i64),
    due_on: Option<Date>,
    is_listed: bool,
) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            store::set_referral(tx, process, revision, due_on, is_listed).await?;
            let detail = json!({ "due": due_on.map(|day| day.to_string()), "listed": is_listed });
            tx.audit("referral.set", "process", process, detail).await?;
            Ok(())
        })
        .await
}

/// Puts an organisation on the list of those asked; without an address it is taken off.
///
/// # Errors
/// [`Fault::Conflict`] when it is to be taken off and has been written to.
pub async fn ask(
    site: &Site,
    who: &Grant<KeepRegister>,
    process: Id,
    organisation: Id,
    address: Option<&str>,
) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            store::organisation(tx, organisation).await?;
            match address {
                Some(address) => store::invite(tx, process, organisation, address).await?,
                None => store::uninvite(tx, process, organisation).await?,
            }
            let detail = json!({ "organisation": organisation.to_string(), "is_asked": address.is_some() });
            tx.audit("referral.ask", "process", process, detail).await?;
            Ok(())
        })
        .await
}

/// What letters go out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// To those that have had none.
    Invitations,
    /// To those that have had one, and of which nothing has come.
    Reminders,
}

impl Letters {
    /// Whom they go to.
    pub(crate) fn concern(self, one: &Invited) -> bool {
        let has_address = !one.address.is_empty();
        match self {
            Letters::Invitations => has_address && one.invited_at.is_none(),
            Letters::Reminders => has_address && one.invited_at.is_some() && one.outcome.is_empty(),
        }
    }

    fn subject(self) -> &'static str {
        match self {
            Letters::Invitations => "civil-invitation-subject",
            Letters::Reminders => "civil-reminder-subject",
        }
    }
}

/// Writes to the organisations; tells how many letters that were.
///
/// # Errors
/// A rule when the form was sent twice.
pub async fn write_letters(
    site: &Site,
    who: &Grant<KeepRegister>,
    (process, title): (Id, &str),
    letters: Letters,
    message: &str,
    once: Option<&str>,
) -> Result<usize, Fault> {
    site.db
        .write(who.actor(), async |tx| {
            first_time(tx, once).await?;
            let due_on = store::referral(tx, process).await?.and_then(|one| one.due_on);
            let invited = store::invited(tx, process).await?;
            let to: Vec<&Invited> = invited.iter().filter(|one| letters.concern(one)).collect();
            for one in &to {
                mail::queue(tx, letter(site, letters, &one.address, title, message, due_on)).await?;
            }
            let ids: Vec<Id> = to.iter().map(|one| one.organisation_id).collect();
            match letters {
                Letters::Invitations => store::mark_invited(tx, process, &ids).await?,
                Letters::Reminders => store::mark_reminded(tx, process, &ids).await?,
            }
            let detail = json!({ "count": ids.len(), "reminder": letters == Letters::Reminders });
            tx.audit("referral.letters", "process", process, detail).await?;
            Ok(ids.len())
        })
        .await
}

/// A letter in Swedish: what the official wrote, until when, and where to ask.
fn letter(site: &Site, letters: Letters, to: &str, title: &str, message: &str, due_on: Option<Date>) -> Mail {
    let settings = site.settings();
    let local = Local {
        lang: Lang::Sv,
        zone: site.zone.clone(),
    };
    let due = due_on.map_or_else(String::new, |day| {
        let values = [("day", local.short_date(day).into())];
        site.texts.with(Lang::Sv, "civil-letter-due", &values)
    });
    let values = [
        ("message", message.into()),
        ("due", due.as_str().into()),
        ("office", settings.office.as_str().into()),
        ("municipality", settings.municipality.as_str().into()),
        ("contact", settings.contact_email.as_str().into()),
    ];
    Mail {
        to: to.to_owned(),
        subject: site.texts.with(Lang::Sv, letters.subject(), &[("title", title.into())]),
        body: site.texts.with(Lang::Sv, "civil-letter", &values),
    }
}

/// Notes what came of asking an organisation.
///
/// # Errors
/// [`Fault::Conflict`] when it is not on the list.
pub async fn note_outcome(
    site: &Site,
    who: &Grant<KeepRegister>,
    (process, organisation): (Id, Id),
    outcome: Outcome,
    note: &str,
) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            store::note_outcome(tx, process, organisation, outcome.code(), note).await?;
            let detail = json!({ "organisation": organisation.to_string(), "outcome": outcome.code() });
            tx.audit("referral.outcome", "process", process, detail).await?;
            Ok(())
        })
        .await
}

/// Writes down what an organisation answered; it then took part.
///
/// # Errors
/// [`Fault::NotFound`]; a rule when the form was sent twice.
pub async fn add_answer(
    site: &Site,
    who: &Grant<KeepRegister>,
    process: Id,
    answer: &OrganisationAnswer,
    once: Option<&str>,
) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            first_time(tx, once).await?;
            enter_answer(tx, process, answer, false).await
        })
        .await
}

/// Takes the answer that an organisation's representative gives: once, to what it has been asked, until the last day.
///
/// # Errors
/// [`Fault::NotFound`] when it has not been asked; [`Fault::Conflict`] when it has answered; a rule when the time is over.
pub async fn answer_as(
    site: &Site,
    who: &Representative,
    process: Id,
    answer: &OrganisationAnswer,
) -> Result<(), Fault> {
    let today = site.today();
    site.db
        .write(Actor::Participant, async |tx| {
            let asked = store::asked_of(tx, who.organisation).await?;
            let asked = asked.iter().find(|one| one.process_id == process);
            let asked = asked.ok_or(Fault::NotFound)?;
            if !asked.outcome.is_empty() {
                return Err(Fault::Conflict);
            }
            if asked.due_on.is_some_and(|last| last < today) {
                return Err(Fault::rule("civil-own-late"));
            }
            let answer = OrganisationAnswer {
                organisation: who.organisation,
                received_on: today,
                ..answer.clone()
            };
            enter_answer(tx, process, &answer, true).await
        })
        .await
}

async fn enter_answer(tx: &mut Tx<'_>, process: Id, answer: &OrganisationAnswer, is_own: bool) -> Result<(), Fault> {
    let organisation = store::organisation(tx, answer.organisation).await?;
    let invited = store::invited(tx, process).await?;
    let known = invited.iter().find(|one| one.organisation_id == answer.organisation);
    if known.is_none() {
        // Somebody who answers unasked stands on the list as well.
        let address = &organisation.draft.contact_address;
        store::invite(tx, process, answer.organisation, address).await?;
    }
    let note = known.map(|one| one.note.clone()).unwrap_or_default();
    let took_part = Outcome::TookPart.code();
    store::note_outcome(tx, process, answer.organisation, took_part, &note).await?;
    let id = store::add_answer(tx, process, answer, is_own).await?;
    let organisation = answer.organisation.to_string();
    let detail =
        json!({ "organisation": organisation, "mandate": answer.mandate, "role": answer.role, "is_own": is_own });
    tx.audit("referral.answer", "organisation-answer", id, detail).await?;
    Ok(())
}

/// What is done about a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartyChange<'a> {
    /// It is a party with this commitment, which must be signed anew.
    Commits(&'a str),
    /// It signed that day, by somebody in that role.
    Signs(Date, &'a str),
    /// It is no party any longer.
    Leaves,
}

/// Enters a party of the agreement that a process is on its way to, notes its signature, or lets it go.
///
/// # Errors
/// [`Fault::Conflict`] when it is no party.
pub async fn change_party(
    site: &Site,
    who: &Grant<KeepRegister>,
    process: Id,
    organisation: Id,
    change: PartyChange<'_>,
) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            store::organisation(tx, organisation).await?;
            let what = match change {
                PartyChange::Commits(commitment) => {
                    store::set_process_party(tx, process, organisation, commitment).await?;
                    "commits"
                }
                PartyChange::Signs(day, role) => {
                    store::sign_process_party(tx, process, organisation, day, role).await?;
                    "signs"
                }
                PartyChange::Leaves => {
                    store::remove_process_party(tx, process, organisation).await?;
                    "leaves"
                }
            };
            let detail = json!({ "organisation": organisation.to_string(), "change": what });
            tx.audit("process.party", "process", process, detail).await?;
            Ok(())
        })
        .await
}
