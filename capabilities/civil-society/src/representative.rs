//! Somebody who speaks for an organisation, signed in without a password: the visitor of all pages below `/forening`.

use crate::store::{self, SpeaksFor};
use db::Id;
use jiff::civil::Date;
use participation::model::receipt::hash;
use web::{Fault, Req, Site, Visitor};

/// A session of its own, apart from the officials'.
pub(crate) const COOKIE: &str = "forening";

/// Proof that whoever visits may speak for an organisation today. Only the session or the register can give it.
#[derive(Debug, Clone)]
pub struct Representative {
    pub(crate) id: Id,
    pub(crate) organisation: Id,
    pub(crate) organisation_name: String,
    /// "Ordförande": what the log names.
    pub(crate) role: String,
    pub(crate) email: String,
    pub(crate) until_on: Option<Date>,
}

impl From<SpeaksFor> for Representative {
    fn from(one: SpeaksFor) -> Representative {
        Representative {
            id: one.id,
            organisation: one.organisation_id,
            organisation_name: one.organisation,
            role: one.role,
            email: one.email,
            until_on: one.until_on,
        }
    }
}

impl Representative {
    /// Somebody verified and not ended, for acts that do not come through a page.
    ///
    /// # Errors
    /// [`Fault::Forbidden`] when nobody of that address speaks for the organisation today.
    pub async fn of(site: &Site, organisation: Id, email: &str) -> Result<Representative, Fault> {
        let all = store::speaks_for(&mut site.db.read().await?, email, site.today()).await?;
        let one = all.into_iter().find(|one| one.organisation_id == organisation);
        one.map(Representative::from).ok_or(Fault::Forbidden)
    }
}

/// What is kept of the word in the cookie.
pub(crate) fn session_hash(token: &str) -> Vec<u8> {
    hash("samspel representative session", token.as_bytes()).to_vec()
}

/// Who is signed in, if anybody is and may still speak.
pub(crate) async fn signed_in(req: &Req) -> Result<Option<Representative>, Fault> {
    let Some(token) = req.cookie(COOKIE).filter(|token| !token.is_empty()) else {
        return Ok(None);
    };
    let mut read = req.site.db.read().await?;
    let found = store::session(&mut read, &session_hash(token), req.now, req.today()).await?;
    Ok(found.map(Representative::from))
}

impl Visitor for Representative {
    const NAME: &'static str = "Representative";

    async fn admit(req: &Req) -> Result<Self, Fault> {
        signed_in(req).await?.ok_or(Fault::SignInAt(crate::DOOR))
    }
}
