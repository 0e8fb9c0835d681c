//! Projects and collaborations lie on the same desk as dialogues, and stay out of everything that residents meet.

use super::*;
use crate::*;
use identity::Role;
use jiff::civil::date;
use method::pack::{Field, Kind as FieldKind};
use method::{Pack, Page, Refused};

const INSIGHTS: Page = Page {
    pack: method::SERVICE_DESIGN,
    address: "insikter",
    name_key: "dialogues-head-results",
    listed: true,
};

/// The rooms above, for both packs: a register of insights whose page stands, and an address book whose page does not.
fn rooms_above() -> Source {
    fn evidence(_: &mut Conn, _: Id) -> BoxFuture<'_, db::Result<Vec<Evidence>>> {
        let keys = [
            "sources-registered",
            "insights-evidenced",
            "organisations-listed",
            "activities-ready",
        ];
        Box::pin(async move {
            let proof = |key| Evidence {
                key,
                met: true,
                count: 1,
                base: 1,
                href: String::new(),
            };
            Ok(keys.map(proof).into())
        })
    }
    fn duties<'a>(_: &'a mut Conn, _: &'a Asking) -> BoxFuture<'a, db::Result<Vec<Duty>>> {
        Box::pin(async { Ok(Vec::new()) })
    }
    Source {
        name: "rooms-above",
        evidence,
        duties,
    }
}

fn site(test: &TestDb) -> Arc<Site> {
    testkit::site(test, &capabilities(), |site| {
        let packs = Packs::embedded_of(&method::EMBEDDED);
        site.put(packs.unwrap_or_else(|faults| panic!("{} faults", faults.len())));
        site.put(Sources::new(vec![crate::source(), rooms_above()]).with_pages(vec![INSIGHTS]));
    })
}

/// A value that fits the field.
fn some(field: &Field) -> Value {
    match field.kind {
        FieldKind::List => json!(["Något"]),
        FieldKind::Rows => {
            let cells = field.columns.iter().filter(|column| column.required);
            json!([cells
                .map(|column| (column.key.clone(), json!("Något")))
                .collect::<Map<_, _>>()])
        }
        FieldKind::Choice => json!(field.options[0].key),
        FieldKind::Choices => json!([field.options[0].key]),
        FieldKind::YesNo => json!("no"),
        FieldKind::Date => json!("2026-06-01"),
        FieldKind::Number => json!("1"),
        FieldKind::Level => json!("consultation"),
        FieldKind::Text | FieldKind::Long | FieldKind::Person => json!("Något"),
    }
}

/// Everything that tasks ask for, with these values instead.
fn written(pack: &Pack, tasks: &[&str], instead: Value) -> Map<String, Value> {
    let named = tasks
        .iter()
        .map(|key| pack.task(key).unwrap_or_else(|| panic!("no task {key}")));
    let fields = named.flat_map(|task| &task.fields).filter_map(|key| pack.field(key));
    let required = fields.filter(|field| field.required_from.is_some() && field.when.is_none());
    let mut all: Map<String, Value> = required.map(|field| (field.key.clone(), some(field))).collect();
    all.extend(map(instead));
    all
}

async fn write(site: &Site, who: &Staff, id: Id, tasks: &[&str], instead: Value) {
    let pack = {
        let mut read = site.db.read().await.expect("a reader");
        method::packs(site).of(&method::process(&mut read, id).await.expect("read"))
    };
    let values = written(&pack, tasks, instead);
    record(site, who, id, None, values, "").await.expect("it fits");
}

async fn state(site: &Site, id: Id) -> String {
    let mut read = site.db.read().await.expect("a reader");
    dialogue(&mut read, id).await.expect("read").state
}

/// A project in Explore.
async fn exploring(site: &Site, who: &Staff) -> Id {
    let id = start(site, who, Kind::Project, "", "Lättare att söka förskola")
        .await
        .expect("begun");
    let frame = [
        "assignment",
        "challenge",
        "actors",
        "participation",
        "project-plan",
        "gate-frame",
    ];
    let decided = json!({
        "title": "Lättare att söka förskola", "starts-on": "2026-04-01", "ends-on": "2026-10-01",
        "feedback-on": "2026-09-01", "gate-frame-decision": "continue",
    });
    write(site, who, id, &frame, decided).await;
    tick_item(site, who, id, "RI08", method::TickStatus::Done, "Ja, på mötet")
        .await
        .expect("ticked");
    advance(site, who, id, "to-explore", "Utmaningen är klar.")
        .await
        .expect("the gate is met");
    id
}

#[tokio::test]
async fn a_project_goes_on_and_back_again_with_its_reasons() {
    for test in testkit::databases().await {
        let site = site(&test);
        let who = staff(&site, Role::Coordinator).await;
        let id = exploring(&site, &who).await;
        let refused = advance(&site, &who, id, "to-focus", "Nu.").await;
        assert!(
            matches!(refused, Err(Refused::Missing(_))),
            "the gate holds: {refused:?}"
        );
        let explore = ["research-plan", "personal-data", "coverage", "gate-explore"];
        let decided = json!({
            "research-methods": ["observation"], "research-until": "2026-05-15", "raw-data-until": "2026-06-15",
            "gate-explore-decision": "continue",
        });
        write(&site, &who, id, &explore, decided).await;
        tick_item(&site, &who, id, "UN14", method::TickStatus::Done, "Ingen")
            .await
            .expect("ticked");
        advance(&site, &who, id, "to-focus", "Insikterna håller.")
            .await
            .expect("the gate is met");
        let no_reason = advance(&site, &who, id, "back-to-explore", " ").await;
        assert!(matches!(no_reason, Err(Refused::ReasonNeeded { .. })));
        advance(&site, &who, id, "back-to-explore", "Föräldrar på natten saknas.")
            .await
            .expect("back");
        assert_eq!(state(&site, id).await, "explore");
        advance(&site, &who, id, "to-focus", "Nu har vi mött dem.")
            .await
            .expect("what is written remains");
        let refused = advance(&site, &who, id, "to-ideate", "Nu.").await;
        assert!(
            matches!(refused, Err(Refused::Missing(_))),
            "nothing proves the questions: {refused:?}"
        );

        let mut read = site.db.read().await.expect("a reader");
        let one = dialogue(&mut read, id).await.expect("read");
        assert_eq!(
            (one.kind, one.opens_on, one.closes_on),
            (Kind::Project, Some(date(2026, 4, 1)), Some(date(2026, 10, 1)))
        );
        assert_eq!(one.area, "", "the area of development is no place");
        let steps = method::events(&mut read, id).await.expect("read");
        let reasons: Vec<_> = steps
            .iter()
            .filter(|event| event.kind == "state")
            .map(|event| &*event.reason)
            .collect();
        assert_eq!(
            reasons,
            [
                "Nu har vi mött dem.",
                "Föräldrar på natten saknas.",
                "Insikterna håller.",
                "Utmaningen är klar."
            ]
        );
    }
}

#[tokio::test]
async fn a_referral_to_organisations_is_sent_and_closed_by_the_calendar() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let who = staff(&site, Role::Coordinator).await;
    let id = start(&site, &who, Kind::Collaboration, "referral", "Ny plan för parken")
        .await
        .expect("begun");
    let tasks = [
        "referral-matter",
        "decision",
        "mapping",
        "referral-questions",
        "level",
        "mandate",
        "timetable",
        "feedback-promise",
        "personal-data",
        "public-page",
    ];
    let dates = json!({
        "opens-on": "2026-04-01", "reminder-on": "2026-04-20", "closes-on": "2026-05-15", "report-on": "2026-06-01",
        "feedback-on": "2026-09-01", "decision-expected-on": "2026-08-01", "answer-weeks": "six",
    });
    write(&site, &who, id, &tasks, dates).await;
    tick_item(&site, &who, id, "R05", method::TickStatus::Done, "Ja")
        .await
        .expect("ticked");
    advance(&site, &who, id, "send", "").await.expect("the gate is met");
    assert_eq!(state(&site, id).await, "sent");
    test.clock.set("2026-05-16T08:00:00Z".parse().expect("a moment"));
    tick(&site).await.expect("the calendar acts");
    assert_eq!(state(&site, id).await, "closed");
}

#[tokio::test]
async fn residents_and_lists_of_dialogues_meet_no_project() {
    for test in testkit::databases().await {
        let site = site(&test);
        let who = staff(&site, Role::Coordinator).await;
        let project = exploring(&site, &who).await;
        let dialogue_id = published(&site, &who).await;
        attach(&site, &who, project, "Plan", "plan.pdf", b"%PDF-1.7", true)
            .await
            .expect("attached");
        let mut read = site.db.read().await.expect("a reader");
        let (all, day) = (Filter::default(), date(2026, 4, 10));
        let ids = |list: Vec<Dialogue>| list.into_iter().map(|one| one.id).collect::<Vec<_>>();
        assert_eq!(
            ids(list_public(&mut read, &all, day).await.expect("read")),
            [dialogue_id]
        );
        assert_eq!(ids(list_all(&mut read, &all, day).await.expect("read")), [dialogue_id]);
        let period = in_period(&mut read, date(2026, 4, 1), date(2026, 12, 1))
            .await
            .expect("read");
        assert_eq!(ids(period), [dialogue_id]);
        assert_eq!(
            ids(list_of(&mut read, Kind::Project, &all, day).await.expect("read")),
            [project]
        );

        let told = dialogue(&mut read, project).await.expect("read");
        assert!(!told.is_public(day) && !Glance::from(&told).is_public(day));
        assert!(!glance(&mut read, project).await.expect("read").is_public(day));
        assert!(matches!(by_slug(&mut read, &told.slug).await, Err(db::Error::NotFound)));
        assert!(matches!(
            glance_by_slug(&mut read, &told.slug).await,
            Err(db::Error::NotFound)
        ));
        let file = &documents(&mut read, project).await.expect("read")[0];
        let mut anyone = Browser::new(site.clone(), capabilities);
        assert_eq!(anyone.get(&file.href()).await.status, 404);
    }
}

#[tokio::test]
async fn each_kind_begins_from_its_own_list() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let lead = staff(&site, Role::ProjectLead).await;
    let mut browser = signed_in(&site, &lead).await;
    for (base, empty, template, of_other) in [
        ("/arbetsyta/projekt", "Inget projekt passar", "", "Medborgarförslag"),
        (
            "/arbetsyta/samverkan",
            "Ingen samverkan passar",
            "referral",
            "Medborgarförslag",
        ),
    ] {
        let list = browser.get(base).await.body;
        assert!(list.contains(empty) && list.contains(&format!("{base}/ny")), "{list}");
        let form = browser.get(&format!("{base}/ny")).await.body;
        assert!(
            !form.contains("name=\"question\"") && !form.contains(of_other),
            "{form}"
        );
        assert_eq!(
            form.contains("name=\"template\""),
            !template.is_empty(),
            "one template is no choice"
        );
        let key = form
            .split("name=\"nyckel\" value=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        let sent = [
            ("nyckel", key.expect("a key")),
            ("template", template),
            ("title", "Simhallen"),
        ];
        let made = browser.post(&format!("{base}/ny"), &sent).await;
        assert_eq!(made.status, 303);
        assert!(made.location.starts_with(base), "{}", made.location);
        assert_eq!(browser.post(&format!("{base}/ny"), &sent).await.status, 422, "once");
        assert!(browser.get(base).await.body.contains("Simhallen"));
        assert!(!browser.get("/arbetsyta/dialoger").await.body.contains("Simhallen"));
        let here = made.location.split('?').next().expect("an address");
        for page in ["", "/checklista", "/dokument", "/historik", "/metod"] {
            let found = browser.get(&format!("{here}{page}")).await;
            assert_eq!(found.status, 200, "{page}");
            assert!(
                found.body.contains(&format!("href=\"{here}/checklista\"")),
                "the head leads on below {base}"
            );
        }
        let elsewhere = here.replace(base, "/arbetsyta/dialoger");
        assert_eq!(
            browser.get(&elsewhere).await.status,
            404,
            "under the address of another kind there is nothing"
        );
        assert_eq!(
            browser
                .post(&format!("{elsewhere}/checklista"), &[("gor", "ny")])
                .await
                .status,
            404
        );
    }
    assert!(browser.get("/arbetsyta").await.body.contains("Simhallen"));
}

#[tokio::test]
async fn only_pages_that_a_room_keeps_are_links() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let who = staff(&site, Role::Coordinator).await;
    let id = exploring(&site, &who).await;
    let mut browser = signed_in(&site, &who).await;
    let here = format!("/arbetsyta/projekt/{id}");
    let plan = browser.get(&here).await.body;
    assert!(plan.contains(&format!("href=\"{here}/insikter\"")), "{plan}");
    assert!(plan.contains("Möt användarna") && !plan.contains("/kallor"), "{plan}");
    assert!(!plan.contains("/aktiviteter") && !plan.contains("kopiera="));
    let step = browser.get(&format!("{here}/lage/tillbaka-ringa-in")).await.body;
    assert!(step.contains("name=\"skal\""), "going back asks why: {step}");
    let task = browser.get(&format!("{here}/steg/undersokningsplan")).await;
    assert_eq!(task.status, 200);
    // A step that asks for a reason leads on once the plan has decided so.
    assert!(!plan.contains(&format!("{here}/lage/fokusera")));
    record(
        &site,
        &who,
        id,
        None,
        map(json!({ "gate-explore-decision": "continue" })),
        "",
    )
    .await
    .expect("it fits");
    let plan = browser.get(&here).await.body;
    let next = plan.split("<div class=\"gate").nth(1).expect("a next step");
    assert!(
        next.split("</div>").next().expect("its end").contains("/lage/fokusera"),
        "{plan}"
    );
}

#[tokio::test]
async fn the_list_of_projects_tells_how_many_are_where_and_how_they_ended() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let who = staff(&site, Role::Coordinator).await;
    let mut browser = signed_in(&site, &who).await;
    assert!(
        !browser.get("/arbetsyta/projekt").await.body.contains("Läget just nu"),
        "nothing to count"
    );
    exploring(&site, &who).await;
    let stopped = exploring(&site, &who).await;
    advance(&site, &who, stopped, "cancel", "Ingen har tid.")
        .await
        .expect("cancelled");
    let page = browser.get("/arbetsyta/projekt").await.body;
    assert!(
        page.contains("0 av 1 avslutade projekt"),
        "giving up is no good end: {page}"
    );
    let counts = page.split("id=\"laget\"").nth(1).expect("the table");
    for row in [
        "<th scope=\"row\">Undersöka</th><td class=\"num\">1</td>",
        "<th scope=\"row\">Avbrutet</th><td class=\"num\">1</td>",
    ] {
        assert!(counts.contains(row), "{row}: {counts}");
    }
    assert!(
        !counts.contains("Fokusera"),
        "where nobody is, nothing is told: {counts}"
    );
}
