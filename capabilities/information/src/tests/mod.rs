//! Stories of information pages, through pages, on real databases.

mod chapters;
mod desk;
mod public;
mod statement;

use db::{Actor, Conn, Id};
use identity::{NewAccount, Role, Staff};
use std::sync::Arc;
use testkit::{Answer, Browser, TestDb};
use web::{Capability, Site};

const PASSWORD: &str = "en lång mening att minnas";

fn capabilities() -> Vec<Capability> {
    vec![
        identity::capability(),
        method::capability(),
        dialogues::capability(),
        toolbox::capability(),
        crate::capability(),
    ]
}

fn site(test: &TestDb) -> Arc<Site> {
    testkit::site(test, &capabilities(), |site| {
        let packs = method::Packs::embedded().unwrap_or_else(|faults| panic!("{faults:?}"));
        let toolbox = toolbox::Toolbox::new(&packs, &site.texts);
        site.put(toolbox);
        site.put(packs);
        site.put(method::Sources::new(vec![
            dialogues::source(),
            crate::source(),
            activities(),
        ]));
    })
}

/// The room of activities, content: what publishing a dialogue asks for is there.
fn activities() -> method::Source {
    fn evidence(_: &mut Conn, _: Id) -> method::BoxFuture<'_, db::Result<Vec<method::Evidence>>> {
        let ready = method::Evidence {
            key: "activities-ready",
            met: true,
            count: 1,
            base: 1,
            href: String::new(),
        };
        Box::pin(async move { Ok(vec![ready]) })
    }
    fn duties<'a>(_: &'a mut Conn, _: &'a method::Asking) -> method::BoxFuture<'a, db::Result<Vec<method::Duty>>> {
        Box::pin(async { Ok(Vec::new()) })
    }
    method::Source {
        name: "activities",
        evidence,
        duties,
    }
}

async fn staff(site: &Site, role: Role) -> Staff {
    let email = format!("{}@exempelby.example", role.code());
    let new = NewAccount {
        email: email.clone(),
        name: format!("Maja {}", role.code()),
        unit: String::new(),
        password: PASSWORD.into(),
        roles: vec![role],
    };
    site.db
        .write(Actor::System, async |tx| identity::create_account(tx, &new).await)
        .await
        .expect("the account is new");
    let mut read = site.db.read().await.expect("a reader");
    let found = identity::staff_by_email(&mut read, &email).await.expect("read");
    found.expect("the account is there")
}

async fn signed_in(site: &Arc<Site>, staff: &Staff) -> Browser {
    let mut browser = Browser::new(site.clone(), capabilities);
    browser.sign_in(&staff.email, PASSWORD).await;
    browser
}

/// A coordinator at the desk.
async fn coordinator(site: &Arc<Site>) -> Browser {
    let who = staff(site, Role::Coordinator).await;
    signed_in(site, &who).await
}

/// The page, which must be there.
async fn read(browser: &mut Browser, path: &str) -> String {
    let Answer { status, body, .. } = browser.get(path).await;
    assert_eq!(status, 200, "{path}: {body}");
    for begun in [">information-", "\"information-", ">web-", ">toolbox-"] {
        assert!(
            !body.contains(begun),
            "{path}: a text is missing: {:?}",
            body.split(begun).nth(1).map(|rest| &rest[..40])
        );
    }
    assert_eq!(body.matches("<h1").count(), 1, "{path}");
    body
}

/// Sends a form that must be taken; gives the page it leads to.
async fn sent(browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> String {
    let answer = browser.post(path, fields).await;
    assert_eq!(answer.status, 303, "{path}: {}", answer.body);
    read(browser, &answer.location).await
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
        assert!(!page.contains(text), "{text:?} in {page}");
    }
}

/// How many lines the log has about an act.
async fn logged(conn: &mut Conn, act: &str) -> i64 {
    let query = db::sql!("select count(*) as n from audit where act = $1");
    conn.scalar(query, db::args![act]).await.expect("the log is there")
}

/// A published dialogue that opens on 1 April and closes on the 30th.
async fn published(site: &Arc<Site>, who: &Staff, title: &str) -> Id {
    let plan = serde_json::json!({
        "upcoming-decision": "Program för parken", "deciding-body": "Tekniska nämnden", "case-number": "TN 2026/12",
        "can-be-influenced": "partly", "deciders-open": "yes", "examination-outcome": "dialogue",
        "examination-reason": "Programmet är inte skrivet.", "background": "Parken är sliten.",
        "purpose": ["Få veta vad som saknas."], "how-results-are-used": "I programmet.", "elected-role": "Lyssnar.",
        "can-influence": ["Lekplatsen"], "cannot-influence": [{ "part": "Gränsen", "reason": "Detaljplanen" }],
        "level": "consultation", "target-groups": [{ "group": "Unga", "goal": "40" }], "who-may-take-part": "Alla",
        "feedback-on": "2026-08-15", "feedback-owner": "Maja Lind", "responsible-body": "Tekniska nämnden",
        "methods": ["Enkät", "Gåtur"], "forms": ["survey", "meeting"], "accessibility": "Ramp och hörslinga.",
        "opens-on": "2026-04-01", "closes-on": "2026-04-30", "report-on": "2026-05-31", "project-owner": "Bo Ek",
        "project-lead": "Maja Lind", "communication": [{ "channel": "Affisch", "date": "2026-03-25" }],
        "personal-data": [{ "item": "Ålder", "purpose": "Jämföra med befolkningen" }], "legal-basis": "public-interest",
        "retention": "Två år", "controller": "Tekniska nämnden", "personal-data-text": "Svaren är allmänna handlingar.",
        "risks": [{ "risk": "Få svar" }], "evaluation-measures": ["Nåddes unga?"], "area": "Mörby", "topic": "Park",
        "summary": "Berätta vad du vill göra i parken.", "contact-name": "Maja Lind", "contact-email": "maja@exempelby.example"
    });
    let serde_json::Value::Object(plan) = plan else {
        panic!("a plan is an object")
    };
    let id = dialogues::create(site, who, title, "Vad vill du göra i parken?")
        .await
        .expect("created");
    dialogues::record(site, who, id, None, plan, "")
        .await
        .expect("the plan fits");
    for step in ["examine", "assign", "plan"] {
        dialogues::advance(site, who, id, step, "").await.expect(step);
    }
    dialogues::tick_item(site, who, id, "F21", method::TickStatus::Done, "Genomgången")
        .await
        .expect("ticked");
    dialogues::advance(site, who, id, "publish", "")
        .await
        .expect("published");
    id
}

/// Reads until a text is there: kept pages are dropped by a listener beside the transaction.
async fn until(browser: &mut Browser, path: &str, text: &str) -> String {
    for _ in 0..200 {
        let page = read(browser, path).await;
        if page.contains(text) {
            return page;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("{path} never shows {text}");
}
