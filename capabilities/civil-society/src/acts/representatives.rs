//! Representatives: invited by letter, verified by the link in it, handed over, ended, forgotten.

use crate::model::representative::{Invitation, LINK_LENGTH, erased_on, speaks_until};
use crate::representative::Representative;
use crate::store::{self, Organisation, StoredRepresentative};
use db::{Actor, Id, Tx};
use identity::{Grant, KeepRegister};
use mail::Mail;
use participation::model::receipt::hash;
use serde_json::json;
use texts::{Lang, Local};
use web::{Fault, Site};

/// What is kept of the word in an invitation's link.
fn link_hash(token: &str) -> Vec<u8> {
    hash("samspel representative link", token.as_bytes()).to_vec()
}

/// Invites somebody to speak for an organisation: a letter with a link that works once, for two weeks. `token` comes from
/// [`Site::token`]. The log names the role.
///
/// # Errors
/// [`Fault::NotFound`].
pub async fn invite_representative(
    site: &Site,
    who: &Grant<KeepRegister>,
    organisation: Id,
    invitation: &Invitation,
    token: &str,
) -> Result<Id, Fault> {
    let by = who.staff.name.clone();
    site.db
        .write(who.actor(), async |tx| {
            invite(site, tx, organisation, invitation, token, &by).await
        })
        .await
}

/// A representative invites somebody else, as after an annual meeting.
///
/// # Errors
/// A rule when the address speaks for the organisation already: nobody prolongs their own time.
pub async fn hand_over(site: &Site, who: &Representative, invitation: &Invitation, token: &str) -> Result<Id, Fault> {
    let today = site.today();
    site.db
        .write(Actor::Participant, async |tx| {
            let speaks = store::speaks_for(tx, &invitation.email, today).await?;
            if speaks.iter().any(|one| one.organisation_id == who.organisation) {
                return Err(Fault::rule("civil-error-speaks-already"));
            }
            invite(site, tx, who.organisation, invitation, token, &who.role).await
        })
        .await
}

async fn invite(
    site: &Site,
    tx: &mut Tx<'_>,
    organisation: Id,
    invitation: &Invitation,
    token: &str,
    by: &str,
) -> Result<Id, Fault> {
    let stands = store::organisation(tx, organisation).await?;
    let until = tx.now() + LINK_LENGTH;
    let last_day = site.day(until);
    let link = (link_hash(token), until);
    // Of an invitation that nobody used, nothing stays once the link is over.
    let erase_on = last_day.tomorrow().unwrap_or(last_day);
    let id = store::add_invitation(tx, organisation, invitation, link, by, erase_on).await?;
    let local = Local {
        lang: Lang::Sv,
        zone: site.zone.clone(),
    };
    let settings = site.settings();
    let values = [
        ("organisation", stands.draft.name.as_str().into()),
        ("role", invitation.role.as_str().into()),
        ("municipality", settings.municipality.as_str().into()),
        ("link", format!("{}{}/{token}", site.base_url, crate::INVITED).into()),
        ("day", local.short_date(last_day).into()),
        ("contact", settings.contact_email.as_str().into()),
    ];
    let letter = Mail {
        to: invitation.email.clone(),
        subject: site.texts.with(Lang::Sv, "civil-invite-mail-subject", &values),
        body: site.texts.with(Lang::Sv, "civil-invite-mail", &values),
    };
    mail::queue(tx, letter).await?;
    let detail = json!({ "organisation": organisation.to_string(), "role": invitation.role });
    tx.audit("representative.invite", "representative", id, detail).await?;
    Ok(id)
}

/// The invitation that a link leads to.
///
/// # Errors
/// [`Fault::Gone`] when it was used, taken back, is older than two weeks, or the organisation is archived.
pub(crate) async fn invitation(site: &Site, token: &str) -> Result<(StoredRepresentative, Organisation), Fault> {
    const GONE: Fault = Fault::Gone("civil-link-gone");
    let mut read = site.db.read().await?;
    let found = store::invitation(&mut read, &link_hash(token)).await?;
    let invited = found.filter(|one| one.link_until > site.clock.now()).ok_or(GONE)?;
    let organisation = store::organisation(&mut read, invited.organisation_id).await?;
    if organisation.archived_at.is_some() {
        return Err(GONE);
    }
    Ok((invited, organisation))
}

/// Somebody says that they speak for the organisation. An earlier time of the same address ends with that.
///
/// # Errors
/// [`Fault::Gone`] as for [`invitation`].
pub async fn accept_invitation(site: &Site, token: &str) -> Result<Representative, Fault> {
    let (invited, organisation) = invitation(site, token).await?;
    let today = site.today();
    site.db
        .write(Actor::Participant, async |tx| {
            let earlier = store::speaks_for(tx, &invited.email, today).await?;
            for one in earlier.iter().filter(|one| one.organisation_id == organisation.id) {
                store::end_representative(tx, one.id, &invited.role, erased_on(today)).await?;
            }
            let until_on = speaks_until(today, organisation.draft.meeting_on);
            match store::verify(tx, invited.id, until_on, erased_on(until_on)).await {
                // Two opened the link; one was first.
                Err(db::Error::Stale) => return Err(Fault::Gone("civil-link-gone")),
                other => other?,
            }
            let detail = json!({ "organisation": organisation.id.to_string(), "role": invited.role,
                                 "until": until_on.to_string() });
            tx.audit("representative.verify", "representative", invited.id, detail)
                .await?;
            Ok(())
        })
        .await?;
    Representative::of(site, invited.organisation_id, &invited.email).await
}

/// An official ends somebody's time, or takes an invitation back.
///
/// # Errors
/// [`Fault::NotFound`] when they speak for another organisation; [`Fault::Conflict`] when they had ended.
pub async fn end_representative(site: &Site, who: &Grant<KeepRegister>, organisation: Id, id: Id) -> Result<(), Fault> {
    let by = who.staff.name.clone();
    end(site, who.actor(), organisation, id, &by).await
}

/// A representative stops.
///
/// # Errors
/// [`Fault::Conflict`] when somebody ended it first.
pub async fn leave_as(site: &Site, who: &Representative) -> Result<(), Fault> {
    end(site, Actor::Participant, who.organisation, who.id, &who.role).await
}

async fn end(site: &Site, actor: Actor, organisation: Id, id: Id, by: &str) -> Result<(), Fault> {
    let today = site.today();
    site.db
        .write(actor, async |tx| {
            let one = store::representative(tx, id).await?;
            if one.organisation_id != organisation {
                return Err(Fault::NotFound);
            }
            // An invitation taken back leaves nothing behind: there is nothing to ask about.
            let erase_on = one.verified_at.map_or(today, |_| erased_on(today));
            store::end_representative(tx, id, by, erase_on).await?;
            let detail = json!({ "organisation": organisation.to_string(), "role": one.role });
            tx.audit("representative.end", "representative", id, detail).await?;
            Ok(())
        })
        .await
}

/// Ends those whose time is over, and erases names and addresses whose day has come.
///
/// # Errors
/// The database's.
pub(super) async fn pass_dates(site: &Site) -> Result<(), Fault> {
    let today = site.today();
    if !store::representatives_are_stale(&mut site.db.read().await?, today).await? {
        return Ok(());
    }
    site.db
        .write(Actor::System, async |tx| {
            let ended = store::end_due(tx, today).await?;
            let erased = store::erase_representatives(tx, today).await?;
            let detail = json!({ "ended": ended, "erased": erased });
            tx.audit("representative.expire", "representative", "due", detail)
                .await?;
            Ok(())
        })
        .await
}
