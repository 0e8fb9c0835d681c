//! `/forening/foretradare`: who else speaks for the organisation; handing over to another; stopping.

use super::door::{Badge, badge, out};
use super::own::START;
use crate::acts::representatives;
use crate::desk::day;
use crate::desk::representatives::invitation_of;
use crate::model::representative::Invitation;
use crate::representative::Representative;
use crate::store;
use askama::Template;
use web::{Cx, Errors, Fault, Reply, Req, invalid, page};

pub(super) const PEOPLE: &str = "/forening/foretradare";

struct Line {
    role: String,
    name: String,
    told: String,
    is_me: bool,
}

#[derive(Template)]
#[template(path = "civil-society/own-people.html")]
struct Page {
    cx: Cx,
    me: Badge,
    errors: Errors,
    here: String,
    start: String,
    people: Vec<Line>,
    invitation: Invitation,
}

async fn build(req: &Req, cx: Cx, who: &Representative, errors: Errors, invitation: Invitation) -> Result<Page, Fault> {
    let all = store::representatives_of(&mut req.site.db.read().await?, who.organisation).await?;
    let today = req.today();
    let mut people = Vec::new();
    for one in all {
        let told = match one.verified_at {
            Some(_) if one.speaks(today) => cx.t1("civil-representative-until", "day", day(&cx, one.until_on)),
            None if one.ended_at.is_none() && one.link_until > req.now => cx.t("civil-representative-invited"),
            _ => continue,
        };
        people.push(Line {
            is_me: one.id == who.id,
            role: one.role,
            name: one.name,
            told,
        });
    }
    Ok(Page {
        me: badge(&cx, who),
        here: cx.link(PEOPLE),
        start: cx.link(START),
        people,
        errors,
        invitation,
        cx,
    })
}

pub(crate) async fn show(req: Req, who: Representative) -> Reply {
    page(&build(&req, req.cx(), &who, Errors::default(), Invitation::default()).await?)
}

pub(crate) async fn invite(req: Req, who: Representative) -> Reply {
    let (invitation, mut errors) = invitation_of(&req, &req.form()?);
    if errors.is_empty() {
        // Letters to strangers are counted as all that is sent.
        req.site.guard.sign_in(&req, &invitation.email)?;
        let token = req.site.token();
        match representatives::hand_over(&req.site, &who, &invitation, &token).await {
            Ok(_) => return req.done(PEOPLE, "civil-note-invited"),
            Err(Fault::Rule { key, .. }) => errors.add("email", req.t(key)),
            Err(fault) => return Err(fault),
        }
    }
    invalid(&build(&req, req.cx().failed(), &who, errors, invitation).await?)
}

/// One's own time ends, and with it the session.
pub(crate) async fn leave(req: Req, who: Representative) -> Reply {
    let form = req.form()?;
    if !form.has("sure") {
        let mut errors = Errors::default();
        errors.add("sure", req.t("civil-error-sure"));
        return invalid(&build(&req, req.cx().failed(), &who, errors, Invitation::default()).await?);
    }
    representatives::leave_as(&req.site, &who).await?;
    out(&req, "civil-note-left")
}
