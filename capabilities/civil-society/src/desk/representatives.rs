//! Those who speak for an organisation: who does, who is invited, who did; and the letter that invites.

use super::{day, organisation_address};
use crate::acts::representatives;
use crate::model::representative::Invitation;
use crate::store::{self, StoredRepresentative};
use askama::Template;
use identity::{Grant, KeepRegister};
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

struct Line {
    role: String,
    /// Name and address; empty when erased.
    person: String,
    state: (String, &'static str, &'static str),
    /// Until when, since when, by whom.
    told: String,
    /// Where to end it; empty when it has ended.
    end: String,
    is_invited: bool,
}

#[derive(Template)]
#[template(path = "civil-society/representatives.html")]
struct Page {
    cx: Cx,
    errors: Errors,
    crumbs: Vec<(String, String)>,
    here: String,
    lines: Vec<Line>,
    invitation: Invitation,
    is_archived: bool,
}

fn address(req: &Req) -> Result<String, Fault> {
    let organisation = req.id_param("organisation")?;
    Ok(format!("{}/foretradare", organisation_address(organisation)))
}

async fn build(req: &Req, cx: Cx, errors: Errors, invitation: Invitation) -> Result<Page, Fault> {
    let id = req.id_param("organisation")?;
    let mut read = req.site.db.read().await?;
    let one = store::organisation(&mut read, id).await?;
    let all = store::representatives_of(&mut read, id).await?;
    drop(read);
    let here = cx.link(&address(req)?);
    Ok(Page {
        crumbs: vec![
            (cx.link(crate::REGISTER), cx.t("civil-menu-register")),
            (cx.link(&organisation_address(id)), one.draft.name),
        ],
        lines: all.iter().map(|one| line(req, &cx, &here, one)).collect(),
        is_archived: one.archived_at.is_some(),
        here,
        errors,
        invitation,
        cx,
    })
}

fn line(req: &Req, cx: &Cx, here: &str, one: &StoredRepresentative) -> Line {
    let is_over = one.ended_at.is_some() || one.until_on.is_some_and(|last| last < req.today());
    let (state, told) = match one.verified_at {
        _ if is_over => ((cx.t("civil-representative-ended"), "", "✕"), ended(cx, one)),
        Some(at) => {
            let (since, until) = (cx.day(&at), day(cx, one.until_on));
            let told = cx.t2("civil-representative-time", ("since", &since), ("until", &until));
            ((cx.t("civil-representative-speaks"), "ok", "✓"), told)
        }
        None => {
            let until = cx.moment(&one.link_until);
            let told = cx.t2("civil-representative-link", ("until", &until), ("by", &one.invited_by));
            ((cx.t("civil-representative-invited"), "warn", "…"), told)
        }
    };
    let person = [one.name.as_str(), one.email.as_str()];
    let person: Vec<&str> = person.into_iter().filter(|text| !text.is_empty()).collect();
    let end = format!("{here}/{}/avsluta", one.id);
    Line {
        role: one.role.clone(),
        person: person.join(", "),
        state,
        told,
        end: if is_over { String::new() } else { end },
        is_invited: one.verified_at.is_none(),
    }
}

/// When and by whom it ended.
fn ended(cx: &Cx, one: &StoredRepresentative) -> String {
    let day = one.ended_at.map_or_else(|| day(cx, one.until_on), |at| cx.day(&at));
    match one.ended_by.as_str() {
        "" => cx.t1("civil-representative-ran-out", "day", day),
        by => cx.t2("civil-representative-ended-by", ("day", &day), ("by", by)),
    }
}

/// An invitation as the form says it, and what is wrong with it.
pub(crate) fn invitation_of(req: &Req, form: &Form) -> (Invitation, Errors) {
    let invitation = Invitation {
        role: form.text("role"),
        name: form.text("person-name"),
        email: form.text("email"),
    };
    let mut errors = Errors::default();
    for (field, key) in invitation.complaints() {
        errors.add(field, req.ta(key, &[("max", crate::model::LINE.into())]));
    }
    (invitation, errors)
}

pub(crate) async fn list(req: Req, who: Grant<KeepRegister>) -> Reply {
    page(&build(&req, who.cx(&req), Errors::default(), Invitation::default()).await?)
}

pub(crate) async fn invite(req: Req, who: Grant<KeepRegister>) -> Reply {
    let (organisation, form) = (req.id_param("organisation")?, req.form()?);
    let (invitation, errors) = invitation_of(&req, &form);
    if !errors.is_empty() {
        return invalid(&build(&req, who.cx(&req).failed(), errors, invitation).await?);
    }
    let token = req.site.token();
    representatives::invite_representative(&req.site, &who, organisation, &invitation, &token).await?;
    req.done(&address(&req)?, "civil-note-invited")
}

pub(crate) async fn end(req: Req, who: Grant<KeepRegister>) -> Reply {
    let (organisation, id) = (req.id_param("organisation")?, req.id_param("representative")?);
    representatives::end_representative(&req.site, &who, organisation, id).await?;
    req.done(&address(&req)?, "civil-note-representative-ended")
}
