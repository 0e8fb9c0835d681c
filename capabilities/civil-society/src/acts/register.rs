//! The register: organisations, their persons, how the municipality met them.

use crate::model::organisation::{Contact, Draft, Person, next_review};
use crate::representative::Representative;
use crate::store::{self, Named};
use db::{Actor, Id, Tx};
use identity::{Grant, KeepRegister};
use jiff::civil::Date;
use serde_json::{Value, json};
use web::{Fault, Site};

/// Why an organisation cannot be written as it stands.
#[derive(Debug)]
pub enum Refused {
    /// Another has the same number.
    SameNumber(String),
    /// Another has the same name, give or take words that all associations bear; whoever writes may know better.
    SameName(String),
    Fault(Fault),
}

impl<E: Into<Fault>> From<E> for Refused {
    fn from(fault: E) -> Refused {
        Refused::Fault(fault.into())
    }
}

pub(super) async fn expect_new(
    tx: &mut Tx<'_>,
    draft: &Draft,
    but: Option<Id>,
    is_another: bool,
) -> Result<(), Refused> {
    match store::duplicate(tx, draft, but).await? {
        Some(Named { name, number, .. }) if !number.is_empty() && number == draft.number => {
            Err(Refused::SameNumber(name))
        }
        Some(Named { name, .. }) if !is_another => Err(Refused::SameName(name)),
        _ => Ok(()),
    }
}

/// Adds an organisation; a form sent twice adds one. `is_another`: the same name is known and means somebody else.
///
/// # Errors
/// [`Refused`].
pub async fn add(
    site: &Site,
    who: &Grant<KeepRegister>,
    draft: &Draft,
    is_another: bool,
    once: Option<&str>,
) -> Result<Id, Refused> {
    let today = site.today();
    site.db
        .write(who.actor(), async |tx| {
            if let Some(key) = once
                && !tx.use_once(key).await?
            {
                return Err(Fault::rule("civil-sent-twice").into());
            }
            expect_new(tx, draft, None, is_another).await?;
            let review_on = next_review(today, draft.meeting_on);
            let id = store::add_organisation(tx, draft, today, review_on, None).await?;
            tx.audit("organisation.add", "organisation", id, json!({ "name": draft.name }))
                .await?;
            Ok(id)
        })
        .await
}

/// Writes an organisation anew; whoever does has looked at all of it, so the next review is counted from today.
///
/// # Errors
/// [`Refused`]; within it [`Fault::Conflict`] when somebody wrote after `revision`.
pub async fn change(
    site: &Site,
    who: &Grant<KeepRegister>,
    id: Id,
    revision: i64,
    draft: &Draft,
    is_another: bool,
) -> Result<(), Refused> {
    let today = site.today();
    site.db
        .write(who.actor(), async |tx| {
            expect_new(tx, draft, Some(id), is_another).await?;
            let review_on = next_review(today, draft.meeting_on);
            store::update_organisation(tx, id, revision, draft, today, review_on).await?;
            tx.audit("organisation.change", "organisation", id, json!({ "name": draft.name }))
                .await?;
            Ok(())
        })
        .await
}

/// Says that the facts still hold.
///
/// # Errors
/// [`Fault::Conflict`] when somebody wrote after `revision`.
pub async fn confirm(site: &Site, who: &Grant<KeepRegister>, id: Id, revision: i64) -> Result<(), Fault> {
    note_review(site, who.actor(), id, revision, json!({})).await
}

/// The organisation's representative says that the facts still hold.
///
/// # Errors
/// [`Fault::Conflict`] when somebody wrote after `revision`.
pub async fn confirm_as(site: &Site, who: &Representative, revision: i64) -> Result<(), Fault> {
    let detail = json!({ "role": who.role });
    note_review(site, Actor::Participant, who.organisation, revision, detail).await
}

async fn note_review(site: &Site, by: Actor, id: Id, revision: i64, mut detail: Value) -> Result<(), Fault> {
    let today = site.today();
    site.db
        .write(by, async |tx| {
            let stands = store::organisation(tx, id).await?;
            let review_on = next_review(today, stands.draft.meeting_on);
            store::update_organisation(tx, id, revision, &stands.draft, today, review_on).await?;
            detail["next"] = review_on.to_string().into();
            tx.audit("organisation.review", "organisation", id, detail.clone())
                .await?;
            Ok(())
        })
        .await
}

/// Takes an organisation out of lists and choices, with why; or back again. What it took part in stays.
///
/// # Errors
/// [`Fault::Conflict`] when somebody wrote after `revision`.
pub async fn archive(
    site: &Site,
    who: &Grant<KeepRegister>,
    id: Id,
    revision: i64,
    reason: Option<&str>,
) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            store::set_archived(tx, id, revision, reason).await?;
            let act = if reason.is_some() {
                "organisation.archive"
            } else {
                "organisation.restore"
            };
            tx.audit(act, "organisation", id, json!({ "reason": reason })).await?;
            Ok(())
        })
        .await
}

/// Notes how the municipality met an organisation.
///
/// # Errors
/// [`Fault::NotFound`].
pub async fn note_event(
    site: &Site,
    who: &Grant<KeepRegister>,
    id: Id,
    day: Date,
    kind: Contact,
    told: &str,
) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            store::organisation(tx, id).await?;
            store::add_event(tx, id, day, kind, told).await?;
            let detail = json!({ "day": day.to_string(), "kind": kind.code() });
            tx.audit("organisation.event", "organisation", id, detail).await?;
            Ok(())
        })
        .await
}

/// Adds a person, or writes them anew; either confirms them today. The log names the role, never the person.
///
/// # Errors
/// [`Fault::NotFound`]; [`Fault::Conflict`].
pub async fn write_person(
    site: &Site,
    who: &Grant<KeepRegister>,
    organisation: Id,
    stands: Option<(Id, i64)>,
    person: &Person,
) -> Result<(), Fault> {
    let today = site.today();
    site.db
        .write(who.actor(), async |tx| {
            store::organisation(tx, organisation).await?;
            match stands {
                Some((id, revision)) => store::update_contact(tx, id, revision, person, today).await?,
                None => {
                    store::add_contact(tx, organisation, person, today).await?;
                }
            }
            let detail = json!({ "role": person.role, "protected": person.is_protected });
            tx.audit("organisation.person", "organisation", organisation, detail)
                .await?;
            Ok(())
        })
        .await
}

/// Removes a person. Nothing of them is kept.
///
/// # Errors
/// The database's.
pub async fn remove_person(site: &Site, who: &Grant<KeepRegister>, organisation: Id, id: Id) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            if store::remove_contact(tx, id).await? > 0 {
                tx.audit("organisation.person-removed", "organisation", organisation, json!({}))
                    .await?;
            }
            Ok(())
        })
        .await
}
