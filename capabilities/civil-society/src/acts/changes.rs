//! Facts that an organisation wants changed: kept until somebody approves or refuses with a reason, which the organisation is told.

use super::register::{Refused, expect_new};
use crate::model::change::{Merged, Verdict, draft_of, facts_of, merge};
use crate::model::organisation::{Draft, next_review};
use crate::representative::Representative;
use crate::store::{self, Organisation, StoredChange};
use db::{Actor, Id, Tx};
use identity::{Grant, KeepRegister};
use mail::Mail;
use serde_json::json;
use texts::Lang;
use web::{Fault, Site};

/// Keeps what a representative wants changed, until somebody decides; what they sent before and nobody decided is replaced.
///
/// # Errors
/// [`Fault::Conflict`] when somebody wrote after `revision`; a rule when nothing is changed.
pub async fn ask_for_change(site: &Site, who: &Representative, revision: i64, wanted: &Draft) -> Result<Id, Fault> {
    site.db
        .write(Actor::Participant, async |tx| {
            let stands = store::organisation(tx, who.organisation).await?;
            if stands.revision != revision {
                return Err(Fault::Conflict);
            }
            let (stood, wanted) = (facts_of(&stands.draft), facts_of(wanted));
            if stood == wanted {
                return Err(Fault::rule("civil-error-no-change"));
            }
            let by = (who.id, who.role.as_str());
            let id = store::add_organisation_change(tx, who.organisation, by, &stood, &wanted).await?;
            let detail = json!({ "organisation": who.organisation.to_string(), "role": who.role });
            tx.audit("organisation.change-asked", "organisation-change", id, detail)
                .await?;
            Ok(id)
        })
        .await
}

/// What a change would make of the register as it stands.
pub(crate) fn merged(change: &StoredChange, stands: &Organisation) -> Merged {
    merge(&change.stood, &change.wanted, &facts_of(&stands.draft))
}

/// Writes what an organisation wants changed into the register, as it stood at `revision`, and tells the organisation.
///
/// # Errors
/// [`Refused`]; within it [`Fault::Conflict`] when the register changed after `revision` or the change was decided.
pub async fn approve_change(
    site: &Site,
    who: &Grant<KeepRegister>,
    id: Id,
    revision: i64,
    is_another: bool,
) -> Result<(), Refused> {
    let today = site.today();
    site.db
        .write(who.actor(), async |tx| {
            let change = store::organisation_change(tx, id).await?;
            let stands = store::organisation(tx, change.organisation_id).await?;
            let values = [("role", change.role.as_str().into())];
            let source = site.texts.with(Lang::Sv, "civil-change-source", &values);
            let draft = draft_of(&merged(&change, &stands).facts, &source);
            expect_new(tx, &draft, Some(stands.id), is_another).await?;
            let review_on = next_review(today, draft.meeting_on);
            store::update_organisation(tx, stands.id, revision, &draft, today, review_on).await?;
            decide(site, tx, &change, Verdict::Approved, "").await?;
            Ok(())
        })
        .await
}

/// Refuses a change with a reason, and tells the organisation.
///
/// # Errors
/// [`Fault::Conflict`] when somebody decided first.
pub async fn refuse_change(site: &Site, who: &Grant<KeepRegister>, id: Id, reason: &str) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            let change = store::organisation_change(tx, id).await?;
            decide(site, tx, &change, Verdict::Refused, reason).await
        })
        .await
}

async fn decide(
    site: &Site,
    tx: &mut Tx<'_>,
    change: &StoredChange,
    verdict: Verdict,
    reason: &str,
) -> Result<(), Fault> {
    store::decide_change(tx, change.id, verdict, reason).await?;
    let asker = store::representative(tx, change.representative_id).await?;
    // Who has stopped speaking for the organisation reads no more letters to it.
    if asker.ended_at.is_none() && !asker.email.is_empty() {
        mail::queue(tx, letter(site, &asker.email, change, verdict, reason)).await?;
    }
    let detail = json!({ "organisation": change.organisation_id.to_string(), "verdict": verdict.code() });
    tx.audit("organisation.change-decided", "organisation-change", change.id, detail)
        .await?;
    Ok(())
}

fn letter(site: &Site, to: &str, change: &StoredChange, verdict: Verdict, reason: &str) -> Mail {
    let key = match verdict {
        Verdict::Refused => "civil-change-mail-refused",
        _ => "civil-change-mail-approved",
    };
    let values = [
        ("organisation", change.organisation.as_str().into()),
        ("reason", reason.into()),
        ("address", format!("{}{}", site.base_url, crate::DOOR).into()),
    ];
    Mail {
        to: to.to_owned(),
        subject: site.texts.with(Lang::Sv, "civil-change-mail-subject", &values),
        body: site.texts.with(Lang::Sv, key, &values),
    }
}
