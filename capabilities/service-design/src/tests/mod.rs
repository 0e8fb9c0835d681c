//! Stories of a design team, through pages and acts, on real databases.

mod choosing;
mod files;
mod rounds;
mod stories;
mod wall;

use db::{Actor, Id};
use dialogues::Kind;
use identity::{Grant, NewAccount, PlanDialogue, Role, Staff};
use method::{Packs, Sources};
use serde_json::{Map, Value};
use std::sync::Arc;
use testkit::{Browser, TestDb};
use web::{Capability, Site};

const PASSWORD: &str = "en lång mening att minnas";

fn capabilities() -> Vec<Capability> {
    vec![
        identity::capability(),
        method::capability(),
        dialogues::capability(),
        sheets::capability(),
        evidence_chain::capability(),
        crate::capability(),
    ]
}

/// What a site has in it.
fn compose(site: &mut Site) {
    let packs = Packs::embedded_of(&method::EMBEDDED);
    site.put(packs.unwrap_or_else(|faults| panic!("{faults:?}")));
    let sources = Sources::new(vec![dialogues::source(), crate::source()]);
    site.put(sources.with_advisers(vec![crate::advise]).with_pages(crate::pages()));
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

fn map(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        other => panic!("{other} is no object"),
    }
}

/// A project with its challenge, and whoever leads it.
struct Team {
    site: Arc<Site>,
    staff: Staff,
    who: Grant<PlanDialogue>,
    project: Id,
    here: String,
}

impl Team {
    async fn of(test: &TestDb) -> Team {
        Team::on(testkit::site(test, &capabilities(), compose)).await
    }

    async fn with_limits(test: &TestDb, limits: web::Limits) -> Team {
        Team::on(testkit::limited_site(test, &capabilities(), limits, compose)).await
    }

    async fn on(site: Arc<Site>) -> Team {
        let staff = staff(&site, Role::Coordinator).await;
        let project = dialogues::start(&site, &staff, Kind::Project, "", "Lättare att söka förskola")
            .await
            .expect("begun");
        let facts = serde_json::json!({
            "challenge": "Föräldrar vet inte när de får besked.", "challenge-for-whom": ["Nyinflyttade", "Skiftarbetare"],
            "level": "consultation", "dialogue-order": "När på dagen söker ni?",
        });
        dialogues::record(&site, &staff, project, None, map(facts), "")
            .await
            .expect("it fits");
        Team {
            who: Grant::of(&staff).expect("coordinators plan"),
            here: format!("/arbetsyta/projekt/{project}"),
            site,
            staff,
            project,
        }
    }
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let from = text
        .find(start)
        .unwrap_or_else(|| panic!("{start} is not on the page:\n{text}"))
        + start.len();
    &text[from..from + text[from..].find(end).expect("the end is on the page")]
}
