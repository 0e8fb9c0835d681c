//! Stories of dialogues, through acts and through pages, on real databases.

mod checklists;
mod feed;
mod kinds;
mod pages;
mod stories;

use db::{Actor, Conn, Id};
use identity::{NewAccount, Role, Staff};
use method::{Asking, BoxFuture, Duty, Evidence, Packs, Source, Sources};
use serde_json::{Map, Value, json};
use std::sync::Arc;
use testkit::{Browser, TestDb};
use web::{Capability, Site};

pub(crate) const PASSWORD: &str = "en lång mening att minnas";

fn capabilities() -> Vec<Capability> {
    vec![identity::capability(), method::capability(), crate::capability()]
}

/// The upper rooms, all content: every evidence is met.
fn content_house() -> Source {
    fn evidence(_: &mut Conn, _: Id) -> BoxFuture<'_, db::Result<Vec<Evidence>>> {
        let keys = [
            "activities-ready",
            "activities-closed",
            "contributions-received",
            "moderation-empty",
            "coding-done",
            "report-adopted",
            "case-handed-over",
            "decision-recorded",
            "themes-answered",
            "answers-published",
        ];
        Box::pin(async move {
            Ok(keys
                .map(|key| Evidence {
                    key,
                    met: true,
                    count: 1,
                    base: 1,
                    href: String::new(),
                })
                .into())
        })
    }
    fn duties<'a>(_: &'a mut Conn, _: &'a Asking) -> BoxFuture<'a, db::Result<Vec<Duty>>> {
        Box::pin(async { Ok(Vec::new()) })
    }
    Source {
        name: "content-house",
        evidence,
        duties,
    }
}

fn site(test: &TestDb) -> Arc<Site> {
    testkit::site(test, &capabilities(), |site| {
        site.put(Packs::embedded().unwrap_or_else(|faults| panic!("{} faults", faults.len())));
        site.put(Sources::new(vec![crate::source(), content_house()]));
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
        .expect("the account is new");
    let mut read = site.db.read().await.expect("a reader");
    identity::staff_by_email(&mut read, &email)
        .await
        .expect("read")
        .expect("the account is there")
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

/// A whole plan, as an official writes it.
fn plan() -> Map<String, Value> {
    map(json!({
        "upcoming-decision": "Program för parken", "deciding-body": "Tekniska nämnden", "case-number": "TN 2026/12",
        "can-be-influenced": "partly", "deciders-open": "yes", "examination-outcome": "dialogue", "examination-reason": "Programmet är inte skrivet.",
        "background": "Parken är sliten.", "purpose": ["Få veta vad som saknas."], "how-results-are-used": "I programmet.", "elected-role": "Lyssnar.",
        "can-influence": ["Lekplatsen"], "cannot-influence": [{ "part": "Gränsen", "reason": "Detaljplanen" }],
        "level": "consultation", "target-groups": [{ "group": "Unga", "goal": "40" }], "who-may-take-part": "Alla",
        "feedback-on": "2026-08-15", "feedback-owner": "Maja Lind", "responsible-body": "Tekniska nämnden",
        "methods": ["Enkät", "Gåtur"], "forms": ["survey", "meeting"], "accessibility": "Ramp och hörslinga.",
        "opens-on": "2026-04-01", "closes-on": "2026-04-30", "report-on": "2026-05-31",
        "project-owner": "Bo Ek", "project-lead": "Maja Lind", "communication": [{ "channel": "Affisch", "date": "2026-03-25" }],
        "personal-data": [{ "item": "Ålder", "purpose": "Jämföra med befolkningen" }], "legal-basis": "public-interest",
        "retention": "Två år", "controller": "Tekniska nämnden", "personal-data-text": "Svaren är allmänna handlingar.",
        "risks": [{ "risk": "Få svar" }], "evaluation-measures": ["Nåddes unga?"], "area": "Mörby", "topic": "Park",
        "summary": "Berätta vad du vill göra i parken.", "summary@en": "Tell us what you want to do in the park.",
        "contact-name": "Maja Lind", "contact-email": "maja@exempelby.example"
    }))
}

/// A published dialogue that opens on 1 April.
async fn published(site: &Site, who: &Staff) -> Id {
    let id = crate::create(site, who, "Hur ska Mörby park bli?", "Vad vill du göra i parken?")
        .await
        .expect("created");
    crate::record(site, who, id, None, plan(), "")
        .await
        .expect("the plan fits");
    for step in ["examine", "assign", "plan"] {
        crate::advance(site, who, id, step, "").await.expect(step);
    }
    crate::tick_item(
        site,
        who,
        id,
        "F21",
        method::TickStatus::Done,
        "Lokal och webb genomgångna",
    )
    .await
    .expect("ticked");
    crate::advance(site, who, id, "publish", "").await.expect("published");
    id
}
