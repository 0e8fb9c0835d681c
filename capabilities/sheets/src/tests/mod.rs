//! Stories of templates, through acts and through pages, on real databases.

mod pages;
mod stories;

use db::{Actor, Id};
use documents::{Block, Document, Inline};
use identity::{NewAccount, Role, Staff};
use method::{Packs, Sources};
use serde_json::{Map, Value, json};
use std::sync::Arc;
use testkit::{Browser, TestDb};
use web::{Capability, Site};

const PASSWORD: &str = "en lång mening att minnas";

fn capabilities() -> Vec<Capability> {
    vec![
        identity::capability(),
        method::capability(),
        dialogues::capability(),
        crate::capability(),
    ]
}

fn site(test: &TestDb) -> Arc<Site> {
    testkit::site(test, &capabilities(), |site| {
        site.put(Packs::embedded().unwrap_or_else(|faults| panic!("{faults:?}")));
        site.put(Sources::new(vec![dialogues::source()]));
    })
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

/// A dialogue that has been examined and is being planned, with a meeting.
async fn planned(site: &Site, who: &Staff) -> Id {
    let id = dialogues::create(site, who, "Hur ska Mörby park bli?", "Vad vill du göra i parken?")
        .await
        .expect("created");
    let plan = json!({
        "upcoming-decision": "Program för parken", "deciding-body": "Tekniska nämnden", "case-number": "TN 2026/12",
        "can-be-influenced": "partly", "deciders-open": "yes", "examination-outcome": "dialogue", "examination-reason": "Programmet är inte skrivet.",
        "purpose": ["Få veta vad som saknas.", "Välja plats för lekplatsen."], "can-influence": ["Lekplatsen"],
        "level": "consultation", "forms": ["survey", "meeting"], "team": [{ "person": "Bo Ek", "role": "Värd", "hours": "12" }],
        "cannot-influence": [{ "part": "Gränsen", "reason": "Detaljplanen" }], "how-results-are-used": "I programmet.", "elected-role": "Lyssnar.",
        "target-groups": [{ "group": "Unga", "goal": "40" }, { "group": "Äldre" }], "feedback-on": "2026-08-15",
        "accessibility": "Ramp och hörslinga.", "risks": [{ "risk": "Få kommer" }], "contact-name": "Maja Lind", "contact-phone": "08-123 45 00", "summary": "Berätta vad du vill göra i parken."
    });
    write_plan(site, who, id, plan).await;
    id
}

async fn write_plan(site: &Site, who: &Staff, id: Id, facts: Value) {
    dialogues::record(site, who, id, None, map(facts), "")
        .await
        .expect("the plan fits");
}

async fn facts(site: &Site, id: Id) -> method::Facts {
    let mut read = site.db.read().await.expect("a reader");
    dialogues::dialogue(&mut read, id).await.expect("read").facts
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let from = text
        .find(start)
        .unwrap_or_else(|| panic!("{start} is not on the page:\n{text}"))
        + start.len();
    &text[from..from + text[from..].find(end).expect("the end is on the page")]
}

/// Everything a document says.
fn words(document: &Document) -> String {
    let running = |text: &[Inline]| text.iter().map(Inline::words).collect::<String>();
    let block = |block: &Block| match block {
        Block::Heading { text, .. } => text.clone(),
        Block::Paragraph { text } | Block::Note { text } => running(text),
        Block::List { items, .. } => items.iter().map(|one| running(one)).collect::<Vec<_>>().join("\n"),
        Block::Facts { rows } => rows
            .iter()
            .map(|(label, value)| format!("{label}: {value}\n"))
            .collect(),
        Block::Table(table) => {
            let titles: Vec<&str> = table.columns.iter().map(|one| one.title.as_str()).collect();
            let rows: Vec<String> = table.rows.iter().map(|row| row.join(" | ")).collect();
            format!("{}\n{}\n{}", table.caption, titles.join(" | "), rows.join("\n"))
        }
        Block::Boxes { options } => options.join("\n"),
        _ => String::new(),
    };
    document.blocks.iter().map(block).collect::<Vec<_>>().join("\n")
}
