//! Acts on real databases: facts, revisions, gates on live evidence, events, the calendar.

use crate::*;
use db::{Actor, Id};
use identity::{Role, Staff};
use serde_json::{Map, Value, json};
use std::sync::Arc;
use testkit::TestDb;
use web::{Fault, Site};

fn sources(all: bool) -> Sources {
    fn nothing(_: &mut Conn, _: Id) -> BoxFuture<'_, db::Result<Vec<Evidence>>> {
        Box::pin(async { Ok(Vec::new()) })
    }
    fn everything(_: &mut Conn, _: Id) -> BoxFuture<'_, db::Result<Vec<Evidence>>> {
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
    fn no_duties<'a>(_: &'a mut Conn, _: &'a Asking) -> BoxFuture<'a, db::Result<Vec<Duty>>> {
        Box::pin(async { Ok(Vec::new()) })
    }
    Sources::new(vec![Source {
        name: "test",
        evidence: if all { everything } else { nothing },
        duties: no_duties,
    }])
}

pub(super) fn site(test: &TestDb, proved: bool) -> Arc<Site> {
    testkit::site(test, &[capability()], |site| {
        site.put(Packs::embedded().unwrap_or_else(|faults| panic!("{} faults", faults.len())));
        site.put(sources(proved));
    })
}

pub(super) fn staff(site: &Site, role: Role) -> Staff {
    Staff {
        id: site.new_id(),
        name: "Maja Lind".into(),
        email: "maja@exempelby.example".into(),
        unit: String::new(),
        roles: vec![role],
        withheld: Vec::new(),
    }
}

fn map(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        other => panic!("{other} is no object"),
    }
}

pub(super) async fn begun(site: &Site, who: &Staff, facts: Value) -> Id {
    let pack = packs(site).dialogue();
    let made = site
        .db
        .write(who.actor(), async |tx| begin(tx, &pack, map(facts)).await)
        .await;
    made.expect("the facts fit").id
}

async fn write(
    site: &Site,
    who: &Staff,
    id: Id,
    made_from: Option<i64>,
    facts: Value,
    reason: &str,
) -> Result<Process, Refused> {
    site.db
        .write(who.actor(), async |tx| {
            record(site, tx, id, made_from, map(facts), reason).await
        })
        .await
}

pub(super) async fn go(site: &Site, who: &Staff, id: Id, step: &str, reason: &str) -> Result<Process, Refused> {
    site.db
        .write(who.actor(), async |tx| advance(site, tx, who, id, step, reason).await)
        .await
}

/// A whole plan, as an official writes it.
pub(crate) fn plan() -> Value {
    json!({
        "title": "Hur ska Mörby park bli?", "question": "Vad vill du göra i parken?",
        "upcoming-decision": "Program för parken", "deciding-body": "Tekniska nämnden", "case-number": "TN 2026/12",
        "can-be-influenced": "partly", "deciders-open": "yes", "examination-outcome": "dialogue", "examination-reason": "Programmet är inte skrivet.",
        "background": "Parken är sliten.", "purpose": ["Få veta vad som saknas."], "how-results-are-used": "I programmet.", "elected-role": "Lyssnar.",
        "can-influence": ["Lekplatsen"], "cannot-influence": [{ "part": "Gränsen", "reason": "Detaljplanen" }],
        "level": "consultation", "target-groups": [{ "group": "Unga" }], "who-may-take-part": "Alla",
        "feedback-on": "2026-08-15", "feedback-owner": "Maja Lind", "responsible-body": "Tekniska nämnden",
        "methods": ["Enkät", "Gåtur"], "forms": ["survey", "meeting"], "accessibility": "Ramp och hörslinga.",
        "opens-on": "2026-04-01", "closes-on": "2026-04-30", "report-on": "2026-05-31",
        "project-owner": "Bo Ek", "project-lead": "Maja Lind", "communication": [{ "channel": "Affisch" }],
        "personal-data": [{ "item": "Ålder", "purpose": "Jämföra med befolkningen" }], "legal-basis": "public-interest",
        "retention": "Två år", "controller": "Tekniska nämnden", "personal-data-text": "Svaren är allmänna handlingar.",
        "risks": [{ "risk": "Få svar" }], "evaluation-measures": ["Nåddes unga?"],
        "summary": "Berätta vad du vill göra i parken.", "contact-name": "Maja Lind", "contact-email": "maja@exempelby.example"
    })
}

#[tokio::test]
async fn a_whole_dialogue_goes_from_draft_to_end_on_live_evidence() {
    for test in testkit::databases().await {
        let site = site(&test, true);
        let who = staff(&site, Role::Coordinator);
        let id = begun(&site, &who, json!({ "title": "Park", "question": "Vad?" })).await;
        let process = write(&site, &who, id, Some(1), plan(), "")
            .await
            .expect("the plan fits");
        assert_eq!(process.level.as_deref(), Some("consultation"));
        assert!(
            process.facts.text("promise").starts_with("Vi frågar"),
            "the level brings its promise"
        );
        assert!(process.facts.text("promise@en").starts_with("We ask"));
        for step in ["examine", "assign", "plan"] {
            go(&site, &who, id, step, "").await.expect(step);
        }
        assert!(
            matches!(go(&site, &who, id, "publish", "").await, Err(Refused::Missing(list)) if list.len() == 1),
            "the item F21"
        );
        site.db
            .write(who.actor(), async |tx| {
                tick(&site, tx, id, "F21", TickStatus::Done, "Genomgången").await
            })
            .await
            .expect("ticked");
        go(&site, &who, id, "publish", "").await.expect("all is there");

        test.clock.set("2026-05-01T08:00:00Z".parse().expect("a moment"));
        let mut read = site.db.read().await.expect("a reader");
        assert_eq!(due(&site, &mut read, site.today()).await.expect("read"), [id]);
        drop(read);
        let moved = site
            .db
            .write(Actor::System, async |tx| follow_calendar(&site, tx, id).await)
            .await
            .expect("the days have come");
        assert_eq!((moved.0.state.as_str(), moved.1), ("closed", 2));

        for step in ["compile", "adopt-report", "hand-over", "decide", "answer"] {
            go(&site, &who, id, step, "").await.expect(step);
        }
        assert!(matches!(
            go(&site, &who, id, "evaluate", "").await,
            Err(Refused::Missing(_))
        ));
        let evaluation = json!({ "evaluation-purpose": "yes", "evaluation-representation": "Unga saknades.", "evaluation-lessons": ["Börja tidigare."] });
        write(&site, &who, id, None, evaluation, "")
            .await
            .expect("the evaluation fits");
        go(&site, &who, id, "evaluate", "").await.expect("evaluated");
        site.db
            .write(who.actor(), async |tx| {
                tick(&site, tx, id, "E15", TickStatus::Done, "Enligt plan").await
            })
            .await
            .expect("ticked");
        go(&site, &who, id, "end", "").await.expect("ended");
        assert!(matches!(
            write(&site, &who, id, None, json!({ "area": "x" }), "").await,
            Err(Refused::Closed)
        ));
        let mut read = site.db.read().await.expect("a reader");
        let events = events(&mut read, id).await.expect("read");
        assert_eq!(events.iter().filter(|one| one.kind == "state").count(), 13);
        assert_eq!(events[0].to_value, "ended");
    }
}

#[tokio::test]
async fn nothing_is_overwritten_and_nothing_is_half_written() {
    for test in testkit::databases().await {
        let site = site(&test, false);
        let who = staff(&site, Role::ProjectLead);
        let id = begun(&site, &who, json!({ "title": "Park", "question": "Vad?" })).await;
        write(&site, &who, id, Some(1), json!({ "area": "Mörby" }), "")
            .await
            .expect("the first writer");
        let second = write(&site, &who, id, Some(1), json!({ "area": "Djursholm" }), "").await;
        assert!(matches!(second, Err(Refused::Fault(Fault::Conflict))), "{second:?}");
        let bad = json!({ "area": "Stocksund", "opens-on": "31 februari", "legal-basis": "because", "nonsense": "x" });
        let Err(Refused::Complaints(list)) = write(&site, &who, id, None, bad, "").await else {
            panic!("it was refused")
        };
        assert_eq!(list.len(), 3);
        let mut read = site.db.read().await.expect("a reader");
        assert_eq!(process(&mut read, id).await.expect("read").facts.text("area"), "Mörby");
    }
}

#[tokio::test]
async fn a_promise_kept_in_public_cannot_be_changed_in_silence() {
    let test = testkit::sqlite().await;
    let site = site(&test, true);
    let who = staff(&site, Role::Coordinator);
    let id = begun(&site, &who, plan()).await;
    for step in ["examine", "assign", "plan"] {
        go(&site, &who, id, step, "").await.expect(step);
    }
    site.db
        .write(who.actor(), async |tx| {
            tick(&site, tx, id, "F21", TickStatus::NotApplicable, "Bara digitalt").await
        })
        .await
        .expect("ticked");
    go(&site, &who, id, "publish", "").await.expect("published");
    for cleared in [
        "feedback-on",
        "can-influence",
        "personal-data",
        "responsible-body",
        "level",
    ] {
        let refused = write(&site, &who, id, None, json!({ cleared: null }), "varför").await;
        assert!(matches!(refused, Err(Refused::Holds(_))), "{cleared}: {refused:?}");
    }
    let later = json!({ "feedback-on": "2026-09-15" });
    assert!(matches!(
        write(&site, &who, id, None, later.clone(), "").await,
        Err(Refused::ReasonNeeded { public: true, .. })
    ));
    write(&site, &who, id, None, later, "Nämnden möts senare.")
        .await
        .expect("a reason was given");
    let raised = write(
        &site,
        &who,
        id,
        None,
        json!({ "level": "dialogue" }),
        "Vi lägger till möten.",
    )
    .await
    .expect("a reason was given");
    assert!(
        raised.facts.text("promise").starts_with("Du får möta"),
        "an untouched promise follows the level"
    );
    let mut read = site.db.read().await.expect("a reader");
    let told: Vec<String> = events(&mut read, id)
        .await
        .expect("read")
        .into_iter()
        .filter(|one| one.public)
        .map(|one| one.kind)
        .collect();
    assert_eq!(told, ["field:promise", "field:level", "field:feedback-on"]);
    drop(read);
    let untick = site
        .db
        .write(who.actor(), async |tx| {
            tick(&site, tx, id, "F21", TickStatus::Open, "").await
        })
        .await;
    assert!(matches!(untick, Err(Refused::Holds(_))));
}

#[tokio::test]
async fn gates_ask_for_evidence_and_the_right_role() {
    let test = testkit::sqlite().await;
    let site = site(&test, false);
    let lead = staff(&site, Role::ProjectLead);
    let id = begun(&site, &lead, plan()).await;
    go(&site, &lead, id, "examine", "").await.expect("examined");
    assert!(
        matches!(
            go(&site, &lead, id, "assign", "").await,
            Err(Refused::Fault(Fault::Forbidden))
        ),
        "others approve"
    );
    let coordinator = staff(&site, Role::Coordinator);
    for step in ["assign", "plan"] {
        go(&site, &coordinator, id, step, "").await.expect(step);
    }
    let mut read = site.db.read().await.expect("a reader");
    let picture = picture(&site, &mut read, id).await.expect("read");
    let publish = picture
        .steps()
        .into_iter()
        .find(|step| step.key == "publish")
        .expect("it is offered");
    let cx = site.cx(texts::Lang::Sv);
    let told: Vec<MissingText> = picture
        .missing_for(&publish)
        .iter()
        .map(|one| picture.missing_text(one, &cx))
        .collect();
    assert_eq!(told[0].text, "Saknas: Minst en aktivitet är färdig att öppna");
    assert_eq!(told[0].href, "aktiviteter");
    assert_eq!(told[1].href, "checklista#F21");
    let (done, of) = picture.progress();
    assert!(done > 15 && done < of, "{done} of {of}");
}

#[tokio::test]
async fn setting_an_item_aside_needs_a_reason() {
    let test = testkit::sqlite().await;
    let site = site(&test, false);
    let who = staff(&site, Role::ProjectLead);
    let id = begun(&site, &who, plan()).await;
    let aside = site
        .db
        .write(who.actor(), async |tx| {
            tick(&site, tx, id, "F05", TickStatus::NotApplicable, " ").await
        })
        .await;
    assert!(matches!(aside, Err(Refused::ReasonNeeded { .. })));
    let unknown = site
        .db
        .write(who.actor(), async |tx| {
            tick(&site, tx, id, "F99", TickStatus::Done, "").await
        })
        .await;
    assert!(matches!(unknown, Err(Refused::Fault(Fault::NotFound))));
    site.db
        .write(who.actor(), async |tx| {
            tick(&site, tx, id, "F05", TickStatus::Done, "").await
        })
        .await
        .expect("ticked");
    site.db
        .write(who.actor(), async |tx| {
            tick(&site, tx, id, "F05", TickStatus::Open, "").await
        })
        .await
        .expect("opened again");
    let mut read = site.db.read().await.expect("a reader");
    let picture = picture(&site, &mut read, id).await.expect("read");
    let state = |key: &str| {
        picture
            .items()
            .into_iter()
            .find(|(item, _)| item.key == key)
            .map(|(_, done)| done)
    };
    assert_eq!(state("F05"), Some(false));
    assert_eq!(state("F06"), Some(true), "the purpose is written");
    assert_eq!(
        state("F27"),
        None,
        "an invitation belongs to a meeting from level dialogue up"
    );
}
