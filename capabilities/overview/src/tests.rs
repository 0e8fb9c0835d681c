//! The overview, as the board's secretary opens it.

use cases::AssignmentDraft;
use db::Actor;
use dialogues::Kind;
use evidence_chain::{Draft, NewcomerLinks, NodeKind, Origin};
use identity::{Grant, NewAccount, PlanDialogue, RegisterCase, Role, Staff};
use serde_json::{Map, Value, json};
use std::sync::Arc;
use testkit::Browser;
use web::{Capability, Site};

const PASSWORD: &str = "en lång mening att minnas";

fn capabilities() -> Vec<Capability> {
    vec![
        identity::capability(),
        method::capability(),
        dialogues::capability(),
        cases::capability(),
        evidence_chain::capability(),
        civil_society::capability(),
        crate::capability(),
    ]
}

async fn lead(site: &Arc<Site>) -> Staff {
    let new = NewAccount {
        email: "kim@exempelby.example".into(),
        name: "Kim Ek".into(),
        unit: String::new(),
        password: PASSWORD.into(),
        roles: vec![Role::Coordinator],
    };
    site.db
        .write(Actor::System, async |tx| identity::create_account(tx, &new).await)
        .await
        .expect("the account is new");
    let mut read = site.db.read().await.expect("a reader");
    identity::staff_by_email(&mut read, &new.email)
        .await
        .expect("read")
        .expect("the account")
}

fn map(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        other => panic!("{other} is no object"),
    }
}

/// What stands at a label of the page: "1 av 2".
fn figure(page: &str, label: &str) -> String {
    let after = page
        .split(&format!("<dt>{label}</dt>"))
        .nth(1)
        .unwrap_or_else(|| panic!("no {label} in {page}"));
    let cell = after.split("</b>").next().unwrap_or_default();
    let number = cell.rsplit('>').next().unwrap_or_default();
    let base = after
        .split("</b>")
        .nth(1)
        .unwrap_or_default()
        .split('<')
        .next()
        .unwrap_or_default();
    format!("{number}{base}")
}

#[tokio::test]
async fn every_number_stands_with_its_base_and_opens_its_list() {
    for test in testkit::databases().await {
        let site = testkit::site(&test, &capabilities(), |site| {
            site.put(method::Packs::embedded_of(&method::EMBEDDED).unwrap_or_else(|faults| panic!("{faults:?}")));
            site.put(method::Sources::new(vec![
                dialogues::source(),
                evidence_chain::source(),
            ]));
        });
        let staff = lead(&site).await;
        let mut browser = Browser::new(site.clone(), capabilities);
        browser.sign_in(&staff.email, PASSWORD).await;
        let empty = browser.get("/arbetsyta/oversikt").await.body;
        assert_eq!(figure(&empty, "Dialoger där alla fick svar i tid"), "0 av 0");
        let project = dialogues::start(&site, &staff, Kind::Project, "", "Tryggare väg hem")
            .await
            .expect("begun");
        dialogues::create(&site, &staff, "Parken", "Vad vill du göra?")
            .await
            .expect("begun");
        let who = Grant::<RegisterCase>::of(&staff).expect("a coordinator registers");
        let assignment = |wording: &str| AssignmentDraft {
            body: "Kommunstyrelsen".into(),
            decided_on: jiff::civil::date(2026, 1, 12),
            paragraph: "69".into(),
            wording: wording.into(),
            due_on: Some(jiff::civil::date(2026, 2, 1)),
            case_number: String::new(),
            responsible: "Kommunledningen".into(),
            status: cases::AssignmentStatus::Received,
            note: String::new(),
        };
        let linked = cases::save_assignment(&site, &who, None, assignment("Bygg upp tjänstedesign"), None)
            .await
            .expect("saved");
        cases::link_assignment(&site, &who, linked, project, true)
            .await
            .expect("linked");
        cases::save_assignment(&site, &who, None, assignment("Inget gjort"), None)
            .await
            .expect("saved");
        let plan = Grant::<PlanDialogue>::of(&staff).expect("a coordinator plans");
        let draft = Draft {
            kind: NodeKind::Measure,
            details: map(json!({ "measure-name": "Ljus", "measure-text": "Lyktor", "measure-status": "proposed" })),
            origin: Origin::default(),
        };
        let nowhere = NewcomerLinks {
            place: None,
            from: &[],
            reason: "",
        };
        evidence_chain::add(&site, &plan, draft, nowhere, None)
            .await
            .expect("added");
        let page = browser.get("/arbetsyta/oversikt").await.body;
        assert_eq!(figure(&page, "Åtgärder som är beslutade"), "0 av 1");
        assert_eq!(figure(&page, "Projekt där tjänsten har ändrats"), "0 av 1");
        assert!(page.contains("Uppdrag som inget arbete är kopplat till"), "{page}");
        assert_eq!(page.matches("<dt>Uppdrag där datumet har passerat</dt>").count(), 4);
        assert_eq!(figure(&page, "Står i läget Ringa in"), "1 av 1");
        assert!(page.contains("/arbetsyta/projekt?lage=frame"));
        let list = browser.get("/arbetsyta/projekt?lage=frame").await.body;
        assert!(list.contains("Tryggare väg hem"));
        let other = browser.get("/arbetsyta/projekt?lage=test").await.body;
        assert!(
            !other.contains("Tryggare väg hem"),
            "the list is the one that was counted"
        );
        let file = browser.get("/arbetsyta/oversikt/fil/oversikt.csv").await;
        assert!(
            file.body.contains("Åtgärder som är beslutade;0;1;2026-03-17"),
            "{}",
            file.body
        );
        assert!(
            browser
                .get("/arbetsyta/oversikt/svar")
                .await
                .body
                .contains("Ingen dialog har lovat")
        );
    }
}
