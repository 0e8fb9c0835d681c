//! Everything that can keep a request from its page, mapped to a page (or problem+json, RFC 9457) in one place.

use crate::{Cx, Req, Response};
use askama::Template;
use axum::http::StatusCode;

/// What opens a closed page, in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remedy {
    /// Why the page is closed and what to do.
    pub text: String,
    /// Where it is done.
    pub href: String,
    /// What the link says.
    pub label: String,
}

impl std::fmt::Display for Remedy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

/// Why there is no page. The one error type of all acts.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// There is no such thing, or none that the visitor may know of.
    #[error("not found")]
    NotFound,
    /// It was there and is over; the key says when and what instead.
    #[error("gone: {0}")]
    Gone(&'static str),
    /// The visitor may not.
    #[error("forbidden")]
    Forbidden,
    /// The visitor may not until they have done something, which the page leads to.
    #[error("withheld: {0}")]
    Withheld(Box<Remedy>),
    /// The visitor must sign in first.
    #[error("sign in first")]
    SignIn,
    /// The visitor must sign in first, at another door than the officials': its address.
    #[error("sign in first at {0}")]
    SignInAt(&'static str),
    /// A rule of the method says no; the key explains which and the remedy.
    #[error("rule: {key}")]
    Rule {
        /// The text that explains it.
        key: &'static str,
        /// Its arguments.
        args: Vec<(&'static str, String)>,
    },
    /// Somebody else changed it first.
    #[error("somebody else changed it first")]
    Conflict,
    /// Too often in too short a time.
    #[error("too many requests")]
    TooMany,
    /// Too much at once.
    #[error("too large")]
    TooLarge,
    /// The request cannot be read; the key says what to do.
    #[error("bad request: {0}")]
    BadRequest(&'static str),
    /// The database.
    #[error(transparent)]
    Db(db::Error),
    /// Anything that should not happen.
    #[error("{0}")]
    Internal(String),
}

impl From<db::Error> for Fault {
    fn from(error: db::Error) -> Self {
        match error {
            db::Error::NotFound => Fault::NotFound,
            db::Error::Stale => Fault::Conflict,
            other => Fault::Db(other),
        }
    }
}

impl Fault {
    /// A broken rule without arguments.
    pub fn rule(key: &'static str) -> Fault {
        Fault::Rule { key, args: Vec::new() }
    }

    /// Something that should not happen, with what is known of it for the log.
    pub fn internal(error: impl std::fmt::Display) -> Fault {
        Fault::Internal(error.to_string())
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        match self {
            Fault::NotFound => StatusCode::NOT_FOUND,
            Fault::Gone(_) => StatusCode::GONE,
            Fault::Forbidden | Fault::Withheld(_) => StatusCode::FORBIDDEN,
            Fault::SignIn | Fault::SignInAt(_) => StatusCode::UNAUTHORIZED,
            Fault::Rule { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            Fault::Conflict => StatusCode::CONFLICT,
            Fault::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Fault::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Fault::BadRequest(_) => StatusCode::BAD_REQUEST,
            Fault::Db(_) | Fault::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Heading and explanation: text keys of the web room, unless the fault brings its own.
    fn words(&self, req: &Req) -> (String, String) {
        let pair = |name: &str| {
            (
                req.t(&format!("web-fault-{name}-title")),
                req.t(&format!("web-fault-{name}-text")),
            )
        };
        match self {
            Fault::NotFound => pair("not-found"),
            Fault::Gone(key) => (req.t("web-fault-gone-title"), req.t(key)),
            Fault::Forbidden => pair("forbidden"),
            Fault::Withheld(remedy) => (req.t("web-fault-withheld-title"), remedy.text.clone()),
            Fault::SignIn | Fault::SignInAt(_) => pair("sign-in"),
            Fault::Rule { key, args } => {
                let values: Vec<_> = args
                    .iter()
                    .map(|(name, value)| (*name, value.as_str().into()))
                    .collect();
                (req.t("web-fault-rule-title"), req.ta(key, &values))
            }
            Fault::Conflict => pair("conflict"),
            Fault::TooMany => pair("too-many"),
            Fault::TooLarge => pair("too-large"),
            Fault::BadRequest(key) => (req.t("web-fault-bad-request-title"), req.t(key)),
            Fault::Db(_) | Fault::Internal(_) => pair("internal"),
        }
    }

    fn remedy(&self, req: &Req) -> Option<(String, String)> {
        match self {
            Fault::Withheld(remedy) => Some((req.url(&remedy.href), remedy.label.clone())),
            _ => None,
        }
    }

    /// Where one signs in.
    fn door(&self) -> Option<&'static str> {
        match self {
            Fault::SignIn => Some("/logga-in"),
            Fault::SignInAt(door) => Some(door),
            _ => None,
        }
    }

    /// The answer to give. What happened inside goes to the log only.
    pub(crate) fn response(&self, req: &Req) -> Response {
        if let (Some(door), false) = (self.door(), req.wants_json()) {
            let back = crate::reply::encode(&req.path);
            return Response::see_other(&format!("{}?till={back}", req.url(door)));
        }
        let status = self.status();
        if status.is_server_error() {
            tracing::error!(reference = %req.reference, path = %req.path, error = %self, "request failed");
        }
        let (title, text) = self.words(req);
        if req.wants_json() {
            return problem(status, &title, &text, &req.reference);
        }
        let page = FaultPage {
            cx: req.cx(),
            title,
            text,
            reference: req.reference.clone(),
            remedy: self.remedy(req),
        };
        let body = page.render().unwrap_or_else(|error| {
            tracing::error!(%error, "the fault page itself failed");
            format!("{} {}", status.as_u16(), page.title)
        });
        let mut response = Response::html(status, body);
        if matches!(self, Fault::TooMany) {
            response = response.with_header("retry-after", "60");
        }
        response
    }
}

fn problem(status: StatusCode, title: &str, detail: &str, reference: &str) -> Response {
    let body = serde_json::json!({
        "type": "about:blank", "title": title, "status": status.as_u16(), "detail": detail, "instance": reference
    });
    Response::new(status, "application/problem+json", body.to_string())
}

#[derive(Template)]
#[template(path = "fault.html")]
struct FaultPage {
    cx: Cx,
    title: String,
    text: String,
    reference: String,
    /// Address and words of the way that helps.
    remedy: Option<(String, String)>,
}
