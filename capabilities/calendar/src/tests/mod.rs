//! Stories of the calendar through its pages, on real databases.

mod stories;

use db::{Actor, Conn, Id};
use identity::{NewAccount, Role, Staff};
use method::{BoxFuture, Evidence, Packs, Source, Sources};
use serde_json::{Map, Value, json};
use std::sync::Arc;
use testkit::{Answer, Browser, TestDb};
use web::{Capability, Site};

const PASSWORD: &str = "en lång mening att minnas";

fn capabilities() -> Vec<Capability> {
    vec![
        identity::capability(),
        method::capability(),
        dialogues::capability(),
        participation::capability(),
        crate::capability(),
    ]
}

/// The rooms above: there is something to answer, so a dialogue can be published.
fn with_activities() -> Source {
    fn evidence(_: &mut Conn, _: Id) -> BoxFuture<'_, db::Result<Vec<Evidence>>> {
        let ready = Evidence {
            key: "activities-ready",
            met: true,
            count: 1,
            base: 1,
            href: String::new(),
        };
        Box::pin(async { Ok(vec![ready]) })
    }
    Source {
        evidence,
        ..crate::source()
    }
}

fn site(test: &TestDb) -> Arc<Site> {
    testkit::site(test, &capabilities(), |site| {
        site.put(Packs::embedded().unwrap_or_else(|faults| panic!("{} faults", faults.len())));
        let sources = Sources::new(vec![dialogues::source(), with_activities()]);
        site.put(sources.with_advisers(vec![crate::advise]));
    })
}

async fn staff(site: &Site, role: Role) -> Staff {
    let email = format!("{}@exempelby.example", role.code());
    let new = NewAccount {
        email: email.clone(),
        name: format!("Maja {}", role.code()),
        unit: "Kommunledningskontoret".into(),
        password: PASSWORD.into(),
        roles: vec![role],
    };
    site.db
        .write(Actor::System, async |tx| identity::create_account(tx, &new).await)
        .await
        .unwrap();
    let mut read = site.db.read().await.unwrap();
    identity::staff_by_email(&mut read, &email).await.unwrap().unwrap()
}

async fn signed_in(site: &Arc<Site>, staff: &Staff) -> Browser {
    let mut browser = Browser::new(site.clone(), capabilities);
    browser.sign_in(&staff.email, PASSWORD).await;
    browser
}

fn map(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        other => panic!("{other} is no object"),
    }
}

/// A dialogue with the facts that the calendar reads.
async fn planned(site: &Site, who: &Staff, title: &str, facts: Value) -> Id {
    let id = dialogues::create(site, who, title, "Vad tycker du?").await.unwrap();
    dialogues::record(site, who, id, None, map(facts), "")
        .await
        .unwrap_or_else(|refused| panic!("{refused:?}"));
    id
}

fn in_sjovik(opens: &str, closes: &str) -> Value {
    json!({
        "area": "Sjövik", "opens-on": opens, "closes-on": closes, "feedback-on": "2026-12-01",
        "responsible-body": "Tekniska nämnden", "target-groups": [{ "group": "Föräldrar" }],
    })
}

/// The page, which must be there.
async fn read(browser: &mut Browser, path: &str) -> String {
    let Answer { status, body, .. } = browser.get(path).await;
    assert_eq!(status, 200, "{path}: {body}");
    body
}

#[track_caller]
fn holds(page: &str, texts: &[&str]) {
    for text in texts {
        assert!(page.contains(text), "no {text:?} in {page}");
    }
}

#[track_caller]
fn lacks(page: &str, texts: &[&str]) {
    for text in texts {
        assert!(!page.contains(text), "{text:?} stands in {page}");
    }
}
