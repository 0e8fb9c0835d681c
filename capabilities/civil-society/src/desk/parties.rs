//! `/arbetsyta/samverkan/{id}/parter`: who is to be party to the agreement, with which commitment, and who has signed.

use super::asked::crumbs;
use super::{Parts, choose, day, needed, needed_date, parts, typed_parts};
use crate::acts::referral::{self, PartyChange};
use crate::model::{LINE, TEXT};
use crate::store::{self, ProcessParty};
use askama::Template;
use db::Id;
use dialogues::Dialogue;
use identity::{Grant, KeepRegister, SeeDesk};
use web::{Cx, Errors, Fault, Reply, Req, invalid, page};

/// The word in the address.
pub(crate) const PARTIES: &str = "parter";

fn address(process: &Dialogue) -> String {
    format!("{}/{PARTIES}", process.desk_address())
}

struct Line {
    id: String,
    href: String,
    name: String,
    commitment: String,
    signed: String,
    signed_role: String,
}

/// What somebody typed.
#[derive(Default)]
struct Typed {
    organisation: String,
    commitment: String,
    /// The party whose signature came back, and what was written.
    of: String,
    role: String,
    on: Option<Parts>,
}

#[derive(Template)]
#[template(path = "civil-society/parties.html")]
struct Page {
    cx: Cx,
    errors: Errors,
    here: String,
    crumbs: Vec<(String, String)>,
    lines: Vec<Line>,
    left: usize,
    typed: Typed,
    on: Parts,
    text_max: usize,
    may_keep: bool,
}

async fn build(req: &Req, cx: Cx, may_keep: bool, errors: Errors, mut typed: Typed) -> Result<Page, Fault> {
    let mut read = req.site.db.read().await?;
    let process = dialogues::named(req, &mut read).await?;
    let parties = store::process_parties(&mut read, process.id).await?;
    drop(read);
    let line = |one: &ProcessParty| Line {
        id: one.organisation_id.to_string(),
        href: cx.link(&super::organisation_address(one.organisation_id)),
        name: one.name.clone(),
        commitment: one.commitment.clone(),
        signed: day(&cx, one.signed_on),
        signed_role: one.signed_role.clone(),
    };
    Ok(Page {
        here: cx.link(&address(&process)),
        crumbs: crumbs(&cx, &process),
        left: parties.iter().filter(|one| one.signed_on.is_none()).count(),
        lines: parties.iter().map(line).collect(),
        on: typed.on.take().unwrap_or_else(|| parts(Some(req.today()))),
        text_max: TEXT,
        may_keep,
        errors,
        typed,
        cx,
    })
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let may_keep = who.staff.may::<KeepRegister>();
    page(&build(&req, who.cx(&req), may_keep, Errors::default(), Typed::default()).await?)
}

/// Enters a party with its commitment, or lets one go.
pub(crate) async fn enter(req: Req, who: Grant<KeepRegister>) -> Reply {
    let form = req.form()?;
    let process = dialogues::named(&req, &mut req.site.db.read().await?).await?;
    if form.text("gor") == "ta-bort" {
        let organisation: Id = form.text("of").parse().map_err(|_| Fault::NotFound)?;
        referral::change_party(&req.site, &who, process.id, organisation, PartyChange::Leaves).await?;
        return req.done(&address(&process), "civil-note-party-removed");
    }
    let mut errors = Errors::default();
    let written = form.text("organisation");
    let mut read = req.site.db.read().await?;
    let organisation = choose::organisation(&req, &mut read, &written, &mut errors, "organisation").await?;
    drop(read);
    let commitment = needed(
        &req,
        &form,
        &mut errors,
        "commitment",
        "civil-error-party-commitment",
        TEXT,
    );
    super::screen::numbers(&req, &mut errors, &[("commitment", &commitment)]);
    match organisation {
        Some(organisation) if errors.is_empty() => {
            let change = PartyChange::Commits(&commitment);
            referral::change_party(&req.site, &who, process.id, organisation, change).await?;
            req.done(&address(&process), "civil-note-party")
        }
        _ => {
            let typed = Typed {
                organisation: written,
                commitment,
                ..Typed::default()
            };
            invalid(&build(&req, who.cx(&req).failed(), true, errors, typed).await?)
        }
    }
}

/// Notes a signature.
pub(crate) async fn sign(req: Req, who: Grant<KeepRegister>) -> Reply {
    let form = req.form()?;
    let process = dialogues::named(&req, &mut req.site.db.read().await?).await?;
    let organisation: Id = form.text("of").parse().map_err(|_| Fault::NotFound)?;
    let mut errors = Errors::default();
    let on = needed_date(&req, &form, &mut errors, "on", "civil-error-signed-on");
    if on.is_some_and(|day| day > req.today()) {
        errors.add("on", req.t("civil-error-future"));
    }
    let role = needed(&req, &form, &mut errors, "role", "civil-error-signed-role", LINE);
    super::screen::numbers(&req, &mut errors, &[("role", &role)]);
    match on {
        Some(on) if errors.is_empty() => {
            let change = PartyChange::Signs(on, &role);
            referral::change_party(&req.site, &who, process.id, organisation, change).await?;
            req.done(&address(&process), "civil-note-signed")
        }
        _ => {
            let typed = Typed {
                of: organisation.to_string(),
                role,
                on: Some(typed_parts(&form, "on")),
                ..Typed::default()
            };
            invalid(&build(&req, who.cx(&req).failed(), true, errors, typed).await?)
        }
    }
}
