//! Pages before the desk: signing in, and the links in letters to participants.

use crate::{
    contacts,
    session::{COOKIE, SESSION_LENGTH, Session, hash, signed_in},
    store, totp,
};
use askama::Template;
use db::Actor;
use web::{Anyone, Cx, Errors, Fault, Reply, Req, Response, invalid, page};

#[derive(Template)]
#[template(path = "identity/sign-in.html")]
struct SignIn {
    cx: Cx,
    errors: Errors,
    email: String,
    back: String,
}

pub(crate) async fn sign_in_form(req: Req, _: Anyone) -> Reply {
    let session = signed_in(&req).await?;
    match session {
        Some(Session { complete: true, .. }) => req.see_other("/arbetsyta"),
        Some(_) => req.see_other("/logga-in/kod"),
        None => {
            let back = back_to(req.query("till").unwrap_or_default());
            page(&SignIn {
                cx: req.cx(),
                errors: Errors::default(),
                email: String::new(),
                back,
            })
        }
    }
}

pub(crate) async fn sign_in(req: Req, _: Anyone) -> Reply {
    let form = req.form()?;
    let (email, password, back) = (form.text("email"), form.raw("password"), back_to(&form.text("till")));
    let mut errors = Errors::default();
    if email.is_empty() {
        errors.add("email", req.t("identity-error-email-missing"));
    }
    if password.is_empty() {
        errors.add("password", req.t("identity-error-password-missing"));
    }
    if errors.is_empty() {
        req.site.guard.sign_in(&req, &email)?;
        if let Some(response) = try_sign_in(&req, &email, password, &back).await? {
            return Ok(response);
        }
        errors.add("email", req.t("identity-error-no-match"));
    }
    invalid(&SignIn {
        cx: req.cx().failed(),
        errors,
        email,
        back,
    })
}

/// A stranger's address costs as much time as a known one, so that nobody learns who has an account.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c2Ftc3BlbHNhbXNwZWw$Yd1Vdl4lMXqvPVeb1dS1nZzqW0s3m3dXkKo0F1bE1hE";

async fn try_sign_in(req: &Req, email: &str, password: String, back: &str) -> Result<Option<Response>, Fault> {
    let mut read = req.site.db.read().await?;
    let account = store::account_by_email(&mut read, email)
        .await?
        .filter(|account| account.active);
    drop(read);
    let stored = account
        .as_ref()
        .map_or_else(|| NOBODY.to_owned(), |account| account.password_hash.clone());
    let fits = crate::accounts::password_fits(stored, password).await?;
    let Some(account) = account.filter(|_| fits) else {
        return Ok(None);
    };
    let complete = account.totp_secret.is_empty();
    let token = req.site.token();
    let (key, until) = (hash(&token), req.now + SESSION_LENGTH);
    req.site
        .db
        .write(account.staff().actor(), async |tx| -> Result<(), Fault> {
            store::add_session(tx, key, account.id, until, complete).await?;
            tx.audit("session.begin", "account", account.id, serde_json::json!({}))
                .await?;
            Ok(())
        })
        .await?;
    let next = if complete {
        req.url(back)
    } else {
        format!("{}?till={back}", req.url("/logga-in/kod"))
    };
    Ok(Some(Response::see_other(&next).with_header(
        "set-cookie",
        &cookie(req, &token, SESSION_LENGTH.as_secs()),
    )))
}

fn cookie(req: &Req, token: &str, seconds: i64) -> String {
    let secure = if req.site.base_url.starts_with("https:") {
        "; Secure"
    } else {
        ""
    };
    format!("{COOKIE}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")
}

/// Where to after signing in: only a page of the desk.
fn back_to(text: &str) -> String {
    let path = text.strip_prefix("/en").unwrap_or(text);
    if path.starts_with("/arbetsyta") && !path.contains(['\\', '\n', '\r']) {
        path.to_owned()
    } else {
        "/arbetsyta".into()
    }
}

#[derive(Template)]
#[template(path = "identity/code.html")]
struct Code {
    cx: Cx,
    errors: Errors,
    back: String,
}

pub(crate) async fn code_form(req: Req, _: Anyone) -> Reply {
    signed_in(&req).await?.ok_or(Fault::SignIn)?;
    let back = back_to(req.query("till").unwrap_or_default());
    page(&Code {
        cx: req.cx(),
        errors: Errors::default(),
        back,
    })
}

pub(crate) async fn code(req: Req, _: Anyone) -> Reply {
    let session = signed_in(&req).await?.ok_or(Fault::SignIn)?;
    let form = req.form()?;
    let back = back_to(&form.text("till"));
    req.site.guard.sign_in(&req, &session.staff.email)?;
    let mut read = req.site.db.read().await?;
    let account = store::account(&mut read, session.staff.id).await?;
    drop(read);
    let step = totp::step_of(&account.totp_secret, &form.text("code"), req.now);
    let token_hash = hash(req.cookie(COOKIE).unwrap_or_default());
    let accepted = match step {
        None => false,
        Some(step) => {
            req.site
                .db
                .write(session.staff.actor(), async |tx| -> Result<bool, Fault> {
                    let fresh = store::use_totp_step(tx, account.id, step).await?;
                    if fresh {
                        store::complete_session(tx, &token_hash).await?;
                    }
                    Ok(fresh)
                })
                .await?
        }
    };
    if accepted {
        return req.see_other(&back);
    }
    let mut errors = Errors::default();
    errors.add("code", req.t("identity-error-code"));
    invalid(&Code {
        cx: req.cx().failed(),
        errors,
        back,
    })
}

pub(crate) async fn sign_out(req: Req, _: Anyone) -> Reply {
    if let Some(token) = req.cookie(COOKIE) {
        let key = hash(token);
        req.site
            .db
            .write(Actor::System, async |tx| store::end_session(tx, &key).await)
            .await?;
    }
    let gone = format!("{COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
    Ok(Response::see_other(&req.url("/")).with_header("set-cookie", &gone))
}

#[derive(Template)]
#[template(path = "identity/link.html")]
struct Link {
    cx: Cx,
    title: String,
    text: String,
    /// The button; empty when there is nothing left to do.
    button: String,
}

/// A letter's link is opened by mail scanners too, so opening it changes nothing: the button does.
pub(crate) async fn confirm_form(req: Req, _: Anyone) -> Reply {
    let contact = contact(&req).await?;
    let key = if contact.confirmed_at.is_some() {
        "confirmed"
    } else {
        "confirm"
    };
    link(&req, key, contact.confirmed_at.is_none())
}

pub(crate) async fn confirm(req: Req, _: Anyone) -> Reply {
    let contact = contact(&req).await?;
    req.site
        .db
        .write(Actor::Participant, async |tx| {
            store::confirm_contact(tx, contact.id).await
        })
        .await?;
    link(&req, "confirmed", false)
}

pub(crate) async fn leave_form(req: Req, _: Anyone) -> Reply {
    let contact = contact(&req).await?;
    let key = if contact.ended_at.is_some() { "left" } else { "leave" };
    link(&req, key, contact.ended_at.is_none())
}

pub(crate) async fn leave(req: Req, _: Anyone) -> Reply {
    let contact = contact(&req).await?;
    req.site
        .db
        .write(Actor::Participant, async |tx| -> Result<(), Fault> {
            store::end_contact(tx, contact.id).await?;
            let detail = serde_json::json!({ "dialogue": contact.dialogue_id });
            tx.audit("contact.leave", "contact", contact.id, detail).await?;
            Ok(())
        })
        .await?;
    link(&req, "left", false)
}

async fn contact(req: &Req) -> Result<store::ContactRow, Fault> {
    req.site.guard.code(req)?;
    let key = contacts::hash(req.param("token")?);
    let mut read = req.site.db.read().await?;
    store::contact_by_token(&mut read, &key)
        .await?
        .ok_or(Fault::Gone("identity-link-gone"))
}

fn link(req: &Req, key: &str, has_button: bool) -> Reply {
    let word = |part: &str| req.t(&format!("identity-link-{key}-{part}"));
    let button = if has_button { word("button") } else { String::new() };
    page(&Link {
        cx: req.cx(),
        title: word("title"),
        text: word("text"),
        button,
    })
}
