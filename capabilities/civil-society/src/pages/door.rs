//! `/forening`: the door for those who speak for an organisation. An address, a code by letter, no password; and the link of an
//! invitation.

use crate::acts::{representatives, sign_in};
use crate::model::representative::SESSION_LENGTH;
use crate::pages::own::START;
use crate::representative::{COOKIE, Representative, signed_in};
use askama::Template;
use web::{Anyone, Cx, Errors, Fault, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "civil-society/door.html")]
struct Door {
    cx: Cx,
    errors: Errors,
    email: String,
}

pub(crate) async fn form(req: Req, _: Anyone) -> Reply {
    if signed_in(&req).await?.is_some() {
        return req.see_other(START);
    }
    page(&Door {
        cx: req.cx(),
        errors: Errors::default(),
        email: String::new(),
    })
}

/// Sends a code, and says the same whether or not the address is known.
pub(crate) async fn send(req: Req, _: Anyone) -> Reply {
    let email = req.form()?.text("email");
    if !identity::contacts::is_address(&email) {
        let mut errors = Errors::default();
        errors.add("email", req.t("civil-error-email"));
        return invalid(&Door {
            cx: req.cx().failed(),
            errors,
            email,
        });
    }
    req.site.guard.sign_in(&req, &email)?;
    let request = sign_in::send_code(&req.site, &req.cx(), &email).await?;
    req.see_other(&format!("{}/kod/{request}", crate::DOOR))
}

#[derive(Template)]
#[template(path = "civil-society/door-code.html")]
struct Code {
    cx: Cx,
    errors: Errors,
    here: String,
}

fn code_page(req: &Req, cx: Cx, errors: Errors) -> Result<Code, Fault> {
    Ok(Code {
        here: cx.link(&format!("{}/kod/{}", crate::DOOR, req.param("token")?)),
        errors,
        cx,
    })
}

pub(crate) async fn code_form(req: Req, _: Anyone) -> Reply {
    page(&code_page(&req, req.cx(), Errors::default())?)
}

pub(crate) async fn code(req: Req, _: Anyone) -> Reply {
    let (request, typed) = (req.param("token")?, req.form()?.text("kod"));
    let mut errors = Errors::default();
    if typed.is_empty() {
        errors.add("kod", req.t("civil-error-login-code-missing"));
        return invalid(&code_page(&req, req.cx().failed(), errors)?);
    }
    req.site.guard.code(&req)?;
    match sign_in::enter(&req.site, request, &typed).await? {
        Some(token) => enter(&req, &token, "civil-note-entered"),
        None => {
            errors.add("kod", req.t("civil-error-login-code"));
            invalid(&code_page(&req, req.cx().failed(), errors)?)
        }
    }
}

fn enter(req: &Req, token: &str, note: &'static str) -> Reply {
    let cookie = cookie(req, token, SESSION_LENGTH.as_secs());
    Ok(req.done(START, note)?.with_header("set-cookie", &cookie))
}

fn cookie(req: &Req, token: &str, seconds: i64) -> String {
    let secure = if req.site.base_url.starts_with("https:") {
        "; Secure"
    } else {
        ""
    };
    format!("{COOKIE}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")
}

#[derive(Template)]
#[template(path = "civil-society/door-invited.html")]
struct Invited {
    cx: Cx,
    errors: Errors,
    here: String,
    organisation: String,
    role: String,
    /// What one says by confirming.
    speaks: String,
}

async fn invited_page(req: &Req, cx: Cx, errors: Errors) -> Result<Invited, Fault> {
    req.site.guard.code(req)?;
    let token = req.param("token")?;
    let (invited, organisation) = representatives::invitation(&req.site, token).await?;
    let name = organisation.draft.name;
    Ok(Invited {
        speaks: cx.t2("civil-invited-speaks", ("organisation", &name), ("role", &invited.role)),
        here: cx.link(&format!("{}/{token}", crate::INVITED)),
        organisation: name,
        role: invited.role,
        errors,
        cx,
    })
}

/// A letter's link is opened by mail scanners too, so opening it changes nothing: the button does.
pub(crate) async fn invitation(req: Req, _: Anyone) -> Reply {
    page(&invited_page(&req, req.cx(), Errors::default()).await?)
}

pub(crate) async fn accept(req: Req, _: Anyone) -> Reply {
    let form = req.form()?;
    if !form.has("speaks") {
        let mut errors = Errors::default();
        errors.add("speaks", req.t("civil-error-speaks"));
        return invalid(&invited_page(&req, req.cx().failed(), errors).await?);
    }
    req.site.guard.code(&req)?;
    let who = representatives::accept_invitation(&req.site, req.param("token")?).await?;
    let token = sign_in::begin(&req.site, &who).await?;
    enter(&req, &token, "civil-note-speaks")
}

pub(crate) async fn sign_out(req: Req, _: Anyone) -> Reply {
    if let Some(token) = req.cookie(COOKIE) {
        sign_in::leave(&req.site, token).await?;
    }
    out(&req, "civil-note-signed-out")
}

/// Out through the door, without the cookie.
pub(super) fn out(req: &Req, note: &'static str) -> Reply {
    Ok(req
        .done(crate::DOOR, note)?
        .with_header("set-cookie", &cookie(req, "", 0)))
}

/// Whom somebody signed in speaks for, as every page of theirs shows it.
pub(super) struct Badge {
    pub organisation: String,
    /// The role, and until when.
    pub told: String,
}

/// The badge of a page.
pub(super) fn badge(cx: &Cx, who: &Representative) -> Badge {
    let until = crate::desk::day(cx, who.until_on);
    Badge {
        organisation: who.organisation_name.clone(),
        told: cx.t2("civil-own-role", ("role", &who.role), ("day", &until)),
    }
}
