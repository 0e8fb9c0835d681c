//! A visitor without a browser: visits pages of a site and sends its forms, over the same router as the server's.

use http::{Request, StatusCode, header};
use http_body_util::BodyExt as _;
use std::sync::Arc;
use tower::ServiceExt as _;
use web::{Capability, Routes, Site};

/// Somebody who visits a site and keeps its cookie.
pub struct Browser {
    site: Arc<Site>,
    routes: fn() -> Vec<Capability>,
    cookie: String,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: StatusCode,
    /// Where a redirect leads; empty when it is none.
    pub location: String,
    /// The content as text.
    pub body: String,
    /// All headers.
    pub headers: http::HeaderMap,
}

impl Browser {
    /// A visitor who is not signed in. `capabilities` are those whose pages exist.
    pub fn new(site: Arc<Site>, capabilities: fn() -> Vec<Capability>) -> Browser {
        Browser {
            site,
            routes: capabilities,
            cookie: String::new(),
        }
    }

    /// Signs in with e-mail and password on the site's own page.
    pub async fn sign_in(&mut self, email: &str, password: &str) {
        let answer = self
            .post("/logga-in", &[("email", email), ("password", password)])
            .await;
        assert_eq!(
            answer.status,
            StatusCode::SEE_OTHER,
            "{email} cannot sign in: {}",
            answer.body
        );
    }

    /// Reads a page.
    pub async fn get(&mut self, path: &str) -> Answer {
        let request = Request::get(path).header(header::COOKIE, &self.cookie).body(Vec::new());
        self.send(request.expect("the address is sound")).await
    }

    /// Sends a form.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
            .collect();
        let request = Request::post(path)
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(body.join("&").into_bytes());
        self.send(request.expect("the address is sound")).await
    }

    /// Sends a form with a file in the field `file`.
    pub async fn upload(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        name: &str,
        content: impl AsRef<[u8]>,
    ) -> Answer {
        let field = |(key, value): &(&str, &str)| {
            format!("--limit\r\ncontent-disposition: form-data; name=\"{key}\"\r\n\r\n{value}\r\n")
        };
        let fields: String = fields.iter().map(field).collect();
        let head = format!("--limit\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n");
        let head = format!("{fields}{head}content-type: application/octet-stream\r\n\r\n");
        let body = [head.as_bytes(), content.as_ref(), b"\r\n--limit--\r\n"].concat();
        let request = Request::post(path)
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=limit")
            .body(body);
        self.send(request.expect("the address is sound")).await
    }

    async fn send(&mut self, request: Request<Vec<u8>>) -> Answer {
        let routes: Vec<Routes> = (self.routes)().into_iter().map(|one| one.routes).collect();
        let router = web::build(self.site.clone(), routes);
        let response = web::Front::new(self.site.clone(), router)
            .oneshot(request.map(Into::into))
            .await
            .expect("the router answers");
        let (head, body) = response.into_parts();
        let text = |name| {
            head.headers
                .get(name)
                .and_then(|value| value.to_str().ok())
                .unwrap_or_default()
                .to_owned()
        };
        let cookie = text(header::SET_COOKIE);
        if let Some((pair, _)) = cookie.split_once(';') {
            pair.clone_into(&mut self.cookie);
        }
        let bytes = body.collect().await.expect("the body comes whole").to_bytes();
        Answer {
            status: head.status,
            location: text(header::LOCATION),
            body: String::from_utf8_lossy(&bytes).into_owned(),
            headers: head.headers.clone(),
        }
    }
}

fn encoded(text: &str) -> String {
    let letter = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(letter).collect()
}
