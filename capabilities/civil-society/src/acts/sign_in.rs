//! Signing in without a password: a code by letter, that fits only in the browser which asked for it.

use crate::model::representative::{CODE_LENGTH, CODES, SESSION_LENGTH, TRIES, code_of, code_read};
use crate::representative::{Representative, session_hash};
use crate::store;
use db::{Actor, Id};
use mail::Mail;
use participation::model::receipt::hash;
use serde_json::json;
use web::{Cx, Fault, Site};

fn request_hash(request: &str) -> Vec<u8> {
    hash("samspel representative request", request.as_bytes()).to_vec()
}

/// Six digits alone would be found from their hash by trying; with the word of the browser, which is kept nowhere, they are not.
fn code_hash(request: &str, code: &str) -> Vec<u8> {
    hash("samspel representative code", format!("{request}:{code}").as_bytes()).to_vec()
}

/// Sends a code, if the address speaks for some organisation and has not asked for many. Gives the word under which the code is
/// tried, whether or not a letter goes out: nobody learns here who speaks for whom.
///
/// # Errors
/// The database's.
pub(crate) async fn send_code(site: &Site, cx: &Cx, email: &str) -> Result<String, Fault> {
    let (request, code) = (site.token(), code_of(site.random_bytes::<8>()));
    let today = site.today();
    // A stranger costs a transaction as well, so that the time it takes tells nothing either.
    site.db
        .write(Actor::System, async |tx| -> Result<(), Fault> {
            let under_way = store::codes_under_way(tx, email).await?;
            let speaks = store::speaks_for(tx, email, today).await?;
            if let (Some(one), true) = (speaks.first(), under_way < CODES) {
                let until = tx.now() + CODE_LENGTH;
                store::add_code(tx, request_hash(&request), email, code_hash(&request, &code), until).await?;
                let values = [
                    ("code", code.as_str().into()),
                    ("municipality", cx.settings.municipality.as_str().into()),
                ];
                let letter = Mail {
                    to: one.email.clone(),
                    subject: cx.ta("civil-code-mail-subject", &values),
                    body: cx.ta("civil-code-mail", &values),
                };
                mail::queue(tx, letter).await?;
            }
            Ok(())
        })
        .await?;
    Ok(request)
}

/// Tries a code; one that fits begins a session, whose word it gives.
///
/// # Errors
/// The database's.
pub(crate) async fn enter(site: &Site, request: &str, typed: &str) -> Result<Option<String>, Fault> {
    let (today, token) = (site.today(), site.token());
    let fits = code_hash(request, &code_read(typed));
    let began = site
        .db
        .write(Actor::Participant, async |tx| -> Result<bool, Fault> {
            let Some(email) = store::try_code(tx, &request_hash(request), &fits, TRIES).await? else {
                return Ok(false);
            };
            let speaks = store::speaks_for(tx, &email, today).await?;
            let Some(one) = speaks.first() else {
                return Ok(false);
            };
            let until = tx.now() + SESSION_LENGTH;
            store::add_session(tx, session_hash(&token), one.id, until).await?;
            let detail = json!({ "organisation": one.organisation_id.to_string(), "role": one.role });
            tx.audit("representative.sign-in", "representative", one.id, detail)
                .await?;
            Ok(true)
        })
        .await?;
    Ok(began.then_some(token))
}

/// Begins a session of somebody who has just opened a letter to them; gives its word.
///
/// # Errors
/// The database's.
pub(crate) async fn begin(site: &Site, who: &Representative) -> Result<String, Fault> {
    let token = site.token();
    site.db
        .write(Actor::Participant, async |tx| {
            let until = tx.now() + SESSION_LENGTH;
            store::add_session(tx, session_hash(&token), who.id, until).await
        })
        .await?;
    Ok(token)
}

/// Turns to another organisation that the same address speaks for.
///
/// # Errors
/// [`Fault::NotFound`] when it does not.
pub(crate) async fn turn_to(site: &Site, who: &Representative, token: &str, organisation: Id) -> Result<(), Fault> {
    let other = match Representative::of(site, organisation, &who.email).await {
        Err(Fault::Forbidden) => return Err(Fault::NotFound),
        other => other?,
    };
    site.db
        .write(Actor::Participant, async |tx| -> Result<(), Fault> {
            store::turn_session(tx, &session_hash(token), other.id).await?;
            let detail = json!({ "organisation": organisation.to_string(), "role": other.role });
            tx.audit("representative.sign-in", "representative", other.id, detail)
                .await?;
            Ok(())
        })
        .await
}

/// Signs out.
///
/// # Errors
/// The database's.
pub(crate) async fn leave(site: &Site, token: &str) -> Result<(), Fault> {
    site.db
        .write(Actor::Participant, async |tx| {
            store::end_session(tx, &session_hash(token)).await
        })
        .await?;
    Ok(())
}
