//! Stories of the examples bank through its pages, on real databases.

mod stories;

use cases::{AnswerDraft, DecisionDraft, Effect, Outcome};
use db::{Actor, Conn, Id};
use identity::{AnswerPublic, Grant, NewAccount, RegisterCase, Role, Staff};
use jiff::civil::date;
use method::{Asking, BoxFuture, Duty, Evidence, Packs, Source, Sources};
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
        cases::capability(),
        crate::capability(),
    ]
}

/// The other rooms, all content: every evidence is met.
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
        site.put(Sources::new(vec![content_house()]).with_advisers(vec![crate::advise]));
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

/// A whole plan, with what is written about it afterwards.
fn plan() -> Value {
    json!({
        "upcoming-decision": "Program för parken", "deciding-body": "Tekniska nämnden", "case-number": "TN 2026/12",
        "can-be-influenced": "partly", "deciders-open": "yes", "examination-outcome": "dialogue", "examination-reason": "Inget är skrivet.",
        "background": "Parken är sliten.", "purpose": ["Få veta vad som saknas."], "how-results-are-used": "I programmet.", "elected-role": "Lyssnar.",
        "can-influence": ["Lekplatsen"], "cannot-influence": [{ "part": "Gränsen", "reason": "Detaljplanen" }],
        "level": "consultation", "target-groups": [{ "group": "Unga", "goal": "40" }], "who-may-take-part": "Alla",
        "feedback-on": "2026-08-15", "feedback-owner": "Maja Lind", "responsible-body": "Tekniska nämnden",
        "methods": ["Enkäten på webben", "Gåturer"], "forms": ["survey", "meeting"], "accessibility": "Ramp och hörslinga.",
        "opens-on": "2026-04-01", "closes-on": "2026-04-30", "report-on": "2026-05-31", "unit": "Stadsmiljöenheten",
        "project-owner": "Bo Ek", "project-lead": "Maja Lind", "communication": [{ "channel": "Affisch", "date": "2026-03-25" }],
        "personal-data": [{ "item": "Ålder", "purpose": "Jämföra med befolkningen" }], "legal-basis": "public-interest",
        "retention": "Två år", "controller": "Tekniska nämnden", "personal-data-text": "Svaren är allmänna handlingar.",
        "risks": [{ "risk": "Få svar" }], "evaluation-measures": ["Nåddes unga?"], "area": "Mörby", "topic": "Park",
        "summary": "Berätta vad du vill göra i parken.", "contact-name": "Maja Lind", "contact-email": "maja@exempelby.example",
    })
}

/// What is written when it is over.
fn account() -> Value {
    json!({
        "process-account": "Två gåturer och en enkät i fyra veckor.", "next-steps": "Bygget börjar i höst.",
        "evaluation-lessons": ["Börja i skolan."],
    })
}

/// A dialogue that has gone all the way to its answers, with a decision and one answered theme.
async fn answered(test: &TestDb, site: &Arc<Site>, who: &Staff) -> Id {
    let id = dialogues::create(site, who, "Hur ska Mörby park bli?", "Vad vill du göra i parken?")
        .await
        .unwrap();
    dialogues::record(site, who, id, None, map(plan()), "").await.unwrap();
    dialogues::record(site, who, id, None, map(account()), "")
        .await
        .unwrap();
    for step in ["examine", "assign", "plan"] {
        dialogues::advance(site, who, id, step, "").await.unwrap();
    }
    dialogues::tick_item(site, who, id, "F21", method::TickStatus::Done, "Genomgånget")
        .await
        .unwrap();
    dialogues::advance(site, who, id, "publish", "").await.unwrap();
    for day in [date(2026, 4, 2), date(2026, 5, 2)] {
        test.clock
            .set(day.at(8, 0, 0, 0).to_zoned(site.zone.clone()).unwrap().timestamp());
        dialogues::tick(site).await.unwrap();
    }
    let draft = DecisionDraft {
        body: "Tekniska nämnden".into(),
        decided_on: date(2026, 4, 28),
        paragraph: "41".into(),
        wording: "Programmet antas.".into(),
        effect: Effect::Large,
        reason: "Lekplatsen flyttas dit flest ville.".into(),
    };
    let registrar = Grant::<RegisterCase>::of(who).unwrap();
    cases::record_decision(site, &registrar, id, None, draft, None)
        .await
        .unwrap();
    let theme = insights::ThemeDraft {
        name: "Lek".into(),
        ..Default::default()
    };
    let theme = insights::create_theme(site, who.actor(), id, &theme).await.unwrap();
    let answers = Grant::<AnswerPublic>::of(who).unwrap();
    let draft = AnswerDraft {
        you_said: "Lekplatsen är för liten.".into(),
        outcome: Outcome::Done,
        reason: "Den byggs ut i höst.".into(),
        responsible: "Stadsmiljöenheten".into(),
        due_text: "hösten 2026".into(),
        decision: None,
    };
    cases::save_answer(site, &answers, id, theme, 0, draft).await.unwrap();
    cases::publish_answers(site, &answers, id).await.unwrap();
    for step in ["compile", "adopt-report", "hand-over", "decide", "answer"] {
        dialogues::advance(site, who, id, step, "")
            .await
            .unwrap_or_else(|refused| panic!("{step}: {refused:?}"));
    }
    id
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
