//! The house as a whole: every statement on both engines, every route and who may come, headers, languages.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use db::{Actor, STATEMENTS};
use identity::{NewAccount, PERMISSIONS, Role};
use samspel::compose;
use std::{fmt::Write as _, sync::Arc};
use tower::ServiceExt as _;
use web::{Site, Visitor as _};

async fn site() -> Arc<Site> {
    let test = testkit::sqlite().await;
    testkit::site(&test, &compose::capabilities(), |site| {
        compose::fill(site).expect("the site composes")
    })
}

#[tokio::test]
async fn every_statement_is_prepared_on_every_engine() {
    let mut faults = Vec::new();
    for test in testkit::databases().await {
        let mut conn = test.db.read().await.unwrap();
        for statement in STATEMENTS {
            if let Err(error) = conn.prepare(statement).await {
                faults.push(format!("{} on {}: {error}", statement.place, test.engine));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    assert!(
        STATEMENTS.len() > 100,
        "the registry holds {} statements",
        STATEMENTS.len()
    );
}

/// The table of who may do what, as text in git: a change of rights is seen in review.
#[test]
fn the_table_of_rights_is_the_one_in_git() {
    let mut table =
        String::from("# Who may come where. Written by the test `the_table_of_rights_is_the_one_in_git`.\n\n");
    for (permission, roles) in PERMISSIONS {
        let roles: Vec<_> = roles.iter().map(|role| role.code()).collect();
        let _ = writeln!(table, "{permission}: {}", roles.join(", "));
    }
    for capability in compose::capabilities() {
        let _ = writeln!(table, "\n## {}", capability.name);
        let mut routes = capability.routes.table();
        routes.sort();
        for route in routes {
            let _ = writeln!(table, "{:4} {} — {}", route.method, route.path, route.visitor);
        }
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/rights.txt");
    let known = std::fs::read_to_string(path).unwrap_or_default();
    if known != table {
        std::fs::write(path, &table).unwrap();
        panic!("the table of rights changed; look at the difference in {path} and keep it if it is meant");
    }
}

async fn visit(site: &Arc<Site>, method: &str, path: &str, cookie: Option<&str>) -> (StatusCode, header::HeaderMap) {
    let mut request = Request::builder().method(method).uri(path);
    if let Some(cookie) = cookie {
        request = request.header(header::COOKIE, cookie);
    }
    if method == "POST" {
        request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    }
    let request = request.body(Body::empty()).unwrap();
    let response = compose::router(site.clone()).oneshot(request).await.unwrap();
    (response.status(), response.headers().clone())
}

/// A path that fits the pattern: identifiers that exist nowhere, words that nobody uses.
fn filled(pattern: &str) -> String {
    let mut out = String::new();
    for part in pattern.split('/').skip(1) {
        out.push('/');
        if part.starts_with('{') {
            let is_word = ["slug", "token", "code", "task", "template", "name", "kind"]
                .iter()
                .any(|word| part.contains(word));
            out.push_str(if is_word {
                "finns-inte"
            } else {
                "01890000-0000-7000-8000-000000000000"
            });
        } else {
            out.push_str(part);
        }
    }
    out
}

async fn sign_in_as(site: &Arc<Site>, role: Role) -> String {
    let email = format!("{}@exempel.se", role.code());
    let new = NewAccount {
        email: email.clone(),
        name: role.code().into(),
        unit: String::new(),
        password: "en lång mening att minnas".into(),
        roles: vec![role],
    };
    site.db
        .write(Actor::System, async |tx| identity::create_account(tx, &new).await)
        .await
        .unwrap();
    let body = format!("email={email}&password=en+l%C3%A5ng+mening+att+minnas");
    let request = Request::post("/logga-in")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .unwrap();
    let response = compose::router(site.clone()).oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    let cookie = response.headers()[header::SET_COOKIE].to_str().unwrap();
    cookie.split(';').next().unwrap().to_owned()
}

#[tokio::test]
async fn every_route_lets_in_those_it_names_and_nobody_else() {
    let site = site().await;
    let mut visitors = vec![(None, None)];
    for role in Role::ALL {
        visitors.push((Some(role), Some(sign_in_as(&site, role).await)));
    }
    let mut faults = Vec::new();
    for route in compose::capabilities().iter().flat_map(|one| one.routes.table()) {
        // Signing out would end the visit; the code page is for those half-way in.
        if ["/logga-ut", "/logga-in/kod"].contains(&&*route.path) {
            continue;
        }
        let roles = PERMISSIONS
            .iter()
            .find(|(name, _)| *name == route.visitor)
            .map(|(_, roles)| *roles);
        for (role, cookie) in &visitors {
            let (status, headers) = visit(&site, route.method, &filled(&route.path), cookie.as_deref()).await;
            let to_sign_in = headers.get(header::LOCATION).is_some_and(|to| {
                let to = to.to_str().unwrap();
                to.starts_with("/logga-in?") || to.starts_with("/forening?till=")
            });
            // No official speaks for an organisation, whatever their role.
            let is_for_officials = route.visitor != civil_society::Representative::NAME;
            let may = is_for_officials && roles.is_none_or(|roles| role.is_some_and(|role| roles.contains(&role)));
            let was_let_in = status != StatusCode::FORBIDDEN && !to_sign_in;
            if may != was_let_in || status.is_server_error() {
                faults.push(format!("{} {} as {role:?}: {status}", route.method, route.path));
            }
            for (name, _) in web::SECURITY_HEADERS {
                if !headers.contains_key(&name) {
                    faults.push(format!("{} {}: no {name}", route.method, route.path));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn a_form_from_elsewhere_is_refused() {
    let site = site().await;
    let request = Request::post("/logga-in")
        .header("sec-fetch-site", "cross-site")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from("email=a&password=b"))
        .unwrap();
    let response = compose::router(site).oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn too_much_wrong_and_unreadable_is_refused_cleanly() {
    let site = site().await;
    let send = async |body: Vec<u8>, kind: &'static str| {
        let request = Request::post("/logga-in")
            .header(header::CONTENT_TYPE, kind)
            .body(Body::from(body))
            .unwrap();
        compose::router(site.clone()).oneshot(request).await.unwrap().status()
    };
    let form = "application/x-www-form-urlencoded";
    assert_eq!(send(vec![b'a'; 2_000_000], form).await, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(send(b"email=%E5%E4".to_vec(), form).await, StatusCode::BAD_REQUEST);
    assert_eq!(
        send(b"--x\r\nbroken".to_vec(), "multipart/form-data; boundary=x").await,
        StatusCode::BAD_REQUEST
    );
    assert_eq!(send(b"{}".to_vec(), "application/json").await, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_public_page_is_kept_until_its_data_change() {
    let site = site().await;
    let (status, first) = visit(&site, "GET", "/dialoger", None).await;
    assert_eq!(status, StatusCode::OK);
    let etag = first[header::ETAG].to_str().unwrap().to_owned();
    let request = Request::get("/dialoger")
        .header(header::IF_NONE_MATCH, &etag)
        .body(Body::empty())
        .unwrap();
    let again = compose::router(site.clone()).oneshot(request).await.unwrap();
    assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
}

#[tokio::test]
async fn every_link_of_a_base_text_leads_somewhere() {
    let site = site().await;
    let pack = method::packs(&site).dialogue();
    let mut followed = 0;
    for page in &pack.library.pages {
        for text in [&page.text.sv, &page.text.en] {
            for link in text
                .split("](/")
                .skip(1)
                .filter_map(|rest| rest.split([')', '#']).next())
            {
                let (status, _) = visit(&site, "GET", &format!("/{link}"), None).await;
                assert_ne!(status, StatusCode::NOT_FOUND, "{}: /{link}", page.key);
                followed += 1;
            }
        }
    }
    assert!(followed > 5, "{followed} links");
}
