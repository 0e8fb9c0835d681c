//! Stories on public pages: real dialogues brought there by the real acts, on every engine at hand.

use crate::api::{self, openapi};
use crate::filter::Asked;
use crate::{feed, list, page, results};
use askama::Template as _;
use db::{Conn, Id};
use dialogues::Dialogue;
use identity::{Grant, Role, Staff};
use method::{BoxFuture, Evidence, Source, Sources};
use serde_json::{Map, Value, json};
use std::sync::Arc;
use testkit::TestDb;
use web::{Cx, Lang, Site};

/// Evidence of everything, so that a test need not walk the whole way to reach a state.
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

fn site(test: &TestDb) -> Arc<Site> {
    let capabilities = [
        identity::capability(),
        method::capability(),
        dialogues::capability(),
        participation::capability(),
        insights::capability(),
        cases::capability(),
        crate::capability(),
    ];
    testkit::site(test, &capabilities, |site| {
        site.put(method::Packs::embedded().unwrap_or_else(|faults| panic!("{} faults", faults.len())));
        let duties = |_: &mut Conn, _: &method::Asking| -> BoxFuture<'_, db::Result<Vec<method::Duty>>> {
            Box::pin(async { Ok(Vec::new()) })
        };
        site.put(Sources::new(vec![Source {
            name: "test",
            evidence: everything,
            duties,
        }]));
    })
}

fn coordinator(site: &Site) -> Staff {
    Staff {
        id: site.new_id(),
        name: "Maja Lind".into(),
        email: "maja@exempelby.example".into(),
        unit: String::new(),
        roles: vec![Role::Coordinator],
        withheld: Vec::new(),
    }
}

/// A whole plan, as an official writes it.
const PLAN: &str = r#"{
    "upcoming-decision": "Program för parken", "deciding-body": "Tekniska nämnden", "case-number": "TN 2026/12",
    "can-be-influenced": "partly", "deciders-open": "yes", "examination-outcome": "dialogue",
    "examination-reason": "Programmet är inte skrivet.", "background": "Parken är sliten.\n\nDen byggdes 1974.",
    "purpose": ["Vi vill veta vad som saknas."], "how-results-are-used": "I programmet.", "elected-role": "Lyssnar.",
    "can-influence": ["Lekplatsen <b>"], "cannot-influence": [{ "part": "Gränsen", "reason": "Detaljplanen" }],
    "level": "consultation", "target-groups": [{ "group": "Unga" }], "who-may-take-part": "Alla",
    "feedback-on": "2026-08-15", "feedback-owner": "Maja Lind", "responsible-body": "Tekniska nämnden",
    "methods": ["Enkät", "Gåtur"], "forms": ["survey", "meeting"], "accessibility": "Ramp och hörslinga.",
    "opens-on": "2026-04-01", "closes-on": "2026-04-30", "report-on": "2026-05-31", "decision-expected-on": "2026-06-16",
    "project-owner": "Bo Ek", "project-lead": "Maja Lind", "communication": [{ "channel": "Affisch" }],
    "personal-data": [{ "item": "Ålder", "purpose": "Jämföra med befolkningen" }], "legal-basis": "public-interest",
    "retention": "Två år", "controller": "Tekniska nämnden", "personal-data-text": "Svaren är allmänna handlingar.",
    "risks": [{ "risk": "Få svar" }], "evaluation-measures": ["Nåddes unga?"], "area": "Mörby", "topic": "Park",
    "summary": "Berätta vad du vill göra i parken.", "contact-name": "Maja Lind",
    "contact-email": "maja@exempelby.example", "contact-phone": "08-123 45 00"
}"#;

fn plan() -> Map<String, Value> {
    serde_json::from_str(PLAN).unwrap()
}

struct Story {
    site: Arc<Site>,
    who: Staff,
    id: Id,
}

impl Story {
    /// A planned dialogue that nobody outside may see yet.
    async fn planned(test: &TestDb) -> Story {
        let site = site(test);
        let who = coordinator(&site);
        let id = dialogues::create(&site, &who, "Hur ska Mörby park bli?", "Vad vill du göra i parken?")
            .await
            .unwrap();
        dialogues::record(&site, &who, id, None, plan(), "").await.unwrap();
        let story = Story { site, who, id };
        for step in ["examine", "assign", "plan"] {
            story.go(step, "").await;
        }
        dialogues::tick_item(
            &story.site,
            &story.who,
            id,
            "F21",
            method::TickStatus::Done,
            "Genomgången",
        )
        .await
        .unwrap();
        story
    }

    async fn published(test: &TestDb) -> Story {
        let story = Story::planned(test).await;
        story.go("publish", "").await;
        story
    }

    async fn go(&self, step: &str, reason: &str) {
        dialogues::advance(&self.site, &self.who, self.id, step, reason)
            .await
            .unwrap_or_else(|refused| panic!("{step}: {refused:?}"));
    }

    async fn dialogue(&self) -> Dialogue {
        dialogues::dialogue(&mut self.site.db.read().await.unwrap(), self.id)
            .await
            .unwrap()
    }

    fn cx(&self) -> Cx {
        self.site.cx(Lang::Sv)
    }

    async fn page(&self, lang: Lang) -> String {
        let page = page::page_of(self.site.cx(lang), &self.dialogue().await, self.site.today(), false)
            .await
            .unwrap();
        whole(page.render().unwrap())
    }
}

/// A page without a text key that nobody wrote, and with markup only where the template put it.
fn whole(html: String) -> String {
    for prefix in [
        ">publishing-",
        ">web-",
        ">insights-",
        ">cases-",
        "\"publishing-",
        "\"web-",
    ] {
        assert!(
            !html.contains(prefix),
            "a text is missing: {:?}",
            html.split(prefix).nth(1).map(|rest| &rest[..rest.len().min(60)])
        );
    }
    assert!(!html.contains("Lekplatsen <b>"), "text became markup");
    assert_eq!(html.matches("<h1").count(), 1);
    html
}

#[tokio::test]
async fn a_dialogue_shows_its_promise_before_it_opens_and_its_doors_when_it_has() {
    for test in testkit::databases().await {
        let story = Story::published(&test).await;
        let coming = story.page(Lang::Sv).await;
        for words in [
            "Kommande",
            "Öppnar 1\u{a0}april 2026",
            "Konsultation",
            "steg 2 av 5",
            "Kommunens löfte:",
            "Vi frågar vad du tycker",
            "Lekplatsen &#60;b&#62;",
            "Detaljplanen",
            "Tekniska nämnden",
            "tel:081234500",
            "Den byggdes 1974.",
            "Bevaka dialogen",
        ] {
            assert!(coming.contains(words), "{}: {words} is missing", test.engine);
        }
        let english = story.page(Lang::En).await;
        assert!(
            english.contains("Coming")
                && english.contains("available in Swedish only")
                && english.contains("We ask what you think")
        );
        test.clock.set("2026-04-02T08:00:00Z".parse().unwrap());
        let open = story.page(Lang::Sv).await;
        assert!(open.contains("Pågår") && open.contains("Stänger 30\u{a0}april 2026, om 28 dagar"));
        test.clock.set("2026-05-02T08:00:00Z".parse().unwrap());
        let closed = story.page(Lang::Sv).await;
        assert!(
            closed.contains("Nu läser vi det ni har sagt")
                && closed.contains("Du får svar senast 15\u{a0}augusti 2026.")
        );
        test.clock.set("2026-06-01T08:00:00Z".parse().unwrap());
        assert!(
            story.page(Lang::Sv).await.contains("Försenat"),
            "the report was promised the day before"
        );
    }
}

#[tokio::test]
async fn what_is_not_published_is_not_there_but_can_be_previewed() {
    let test = testkit::sqlite().await;
    let story = Story::planned(&test).await;
    let dialogue = story.dialogue().await;
    assert!(!dialogue.is_public(story.site.today()));
    let home = list::home_of(story.cx(), story.site.today())
        .await
        .unwrap()
        .render()
        .unwrap();
    assert!(!home.contains("Mörby park") && home.contains("Ingen dialog pågår just nu"));
    let body = api::list_body(&story.cx(), &Asked::default(), None, story.site.today())
        .await
        .unwrap();
    assert_eq!(body["total"], 0);
    let preview = page::page_of(story.cx(), &dialogue, story.site.today(), true)
        .await
        .unwrap()
        .render()
        .unwrap();
    assert!(
        preview.contains("Förhandsgranskning.")
            && preview.contains("noindex")
            && preview.contains("Hur ska Mörby park bli?")
    );
}

#[tokio::test]
async fn the_list_is_filtered_by_its_address_and_says_what_gave_nothing() {
    let test = testkit::sqlite().await;
    let story = Story::published(&test).await;
    let today = story.site.today();
    let page = async |asked: Asked| {
        whole(
            list::list_of(story.cx(), asked, 1, today)
                .await
                .unwrap()
                .render()
                .unwrap(),
        )
    };
    let all = page(Asked::default()).await;
    assert!(all.contains("1 dialog<") && all.contains("Hur ska Mörby park bli?"));
    assert!(
        page(Asked {
            words: "PARK mörby".into(),
            state: "kommande".into(),
            ..Asked::default()
        })
        .await
        .contains("1 dialog<")
    );
    let nothing = page(Asked {
        words: "skola".into(),
        area: "Mörby".into(),
        ..Asked::default()
    })
    .await;
    assert!(nothing.contains("Inga dialoger") && nothing.contains("Ta bort ”skola”"));
    assert!(nothing.contains("/dialoger?omrade=M%C3%B6rby\"") && nothing.contains("/dialoger?q=skola\""));
}

#[tokio::test]
async fn a_pause_and_a_change_tell_why() {
    let test = testkit::sqlite().await;
    let story = Story::published(&test).await;
    story.go("pause", "Vi väntar på en ny plan.").await;
    let paused = story.page(Lang::Sv).await;
    assert!(paused.contains("Dialogen är pausad") && paused.contains("Skäl: Vi väntar på en ny plan."));
}

#[tokio::test]
async fn results_show_decision_answers_and_base() {
    for test in testkit::databases().await {
        let story = Story::published(&test).await;
        test.clock.set("2026-06-20T08:00:00Z".parse().unwrap());
        dialogues::tick(&story.site).await.unwrap();
        for step in ["compile", "adopt-report", "hand-over", "decide"] {
            story.go(step, "").await;
        }
        let theme = insights::create_theme(
            &story.site,
            story.who.actor(),
            story.id,
            &insights::ThemeDraft::named("Skugga"),
        )
        .await
        .unwrap();
        let draft = cases::DecisionDraft {
            body: "Tekniska nämnden".into(),
            decided_on: "2026-06-16".parse().unwrap(),
            paragraph: "69".into(),
            wording: "Programmet antas.".into(),
            effect: cases::Effect::Partly,
            reason: "Träd har lagts till.".into(),
        };
        cases::record_decision(
            &story.site,
            &Grant::of(&story.who).unwrap(),
            story.id,
            None,
            draft,
            None,
        )
        .await
        .unwrap();
        let answer = cases::AnswerDraft {
            you_said: "Parken behöver skugga.".into(),
            outcome: cases::Outcome::Done,
            reason: "Vi planterar 14 träd.".into(),
            responsible: "Parkenheten".into(),
            due_text: "september 2026".into(),
            decision: None,
        };
        cases::save_answer(&story.site, &Grant::of(&story.who).unwrap(), story.id, theme, 0, answer)
            .await
            .unwrap();
        let dialogue = story.dialogue().await;
        let page = async || {
            whole(
                results::results_of(story.cx(), &dialogue, story.site.today())
                    .await
                    .unwrap()
                    .render()
                    .unwrap(),
            )
        };
        assert!(
            !page().await.contains("14 träd"),
            "an answer that is not published is not shown"
        );
        cases::publish_answers(&story.site, &Grant::of(&story.who).unwrap(), story.id)
            .await
            .unwrap();
        let shown = page().await;
        for words in [
            "Tekniska nämnden, 16\u{a0}juni 2026, § 69",
            "Ni sa",
            "Parken behöver skugga.",
            "Genomförs",
            "Vi planterar 14 träd.",
            "september 2026",
        ] {
            assert!(shown.contains(words), "{words} is missing");
        }
        assert!(
            story.page(Lang::Sv).await.contains("Vi planterar 14 träd."),
            "feedback stands first on the dialogue's page"
        );
        let home = whole(
            list::home_of(story.cx(), story.site.today())
                .await
                .unwrap()
                .render()
                .unwrap(),
        );
        assert!(home.contains("Det här hände med era synpunkter") && home.contains("Vi planterar 14 träd."));
        assert!(
            results::csv_of(&story.cx(), &dialogue)
                .await
                .unwrap()
                .starts_with("\u{feff}\"Fråga\";")
        );
        the_answers_are_as_described(&story).await;
    }
}

/// Every answer of the API holds exactly what the description says.
async fn the_answers_are_as_described(story: &Story) {
    let document = openapi::document("https://dialog.example.se");
    let (cx, today, dialogue) = (story.cx(), story.site.today(), story.dialogue().await);
    let bodies = [
        (
            "DialogueList",
            api::list_body(&cx, &Asked::default(), None, today).await.unwrap(),
        ),
        ("Dialogue", api::one_body(&cx, &dialogue, today).await.unwrap()),
        ("Results", api::results_body(&cx, &dialogue).await.unwrap()),
        ("Answers", api::answers_body(&cx, &dialogue).await.unwrap()),
    ];
    for (name, body) in bodies {
        conforms(&body, &document["components"]["schemas"][name], &document, name);
    }
}

fn conforms(value: &Value, schema: &Value, document: &Value, place: &str) {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = document
            .pointer(reference.trim_start_matches('#'))
            .unwrap_or_else(|| panic!("{place}: {reference} is not there"));
        return conforms(value, target, document, place);
    }
    if let Some(options) = schema["oneOf"].as_array() {
        let kind = if value.is_null() { "null" } else { "object" };
        let option = options
            .iter()
            .find(|option| option["type"] == kind)
            .unwrap_or_else(|| panic!("{place}: {value}"));
        return conforms(value, option, document, place);
    }
    if let Some(words) = schema["enum"].as_array() {
        assert!(words.contains(value), "{place}: {value} is none of {words:?}");
        return;
    }
    let kinds: Vec<&str> = match &schema["type"] {
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        kind => vec![kind.as_str().unwrap_or("nothing")],
    };
    let fits = |kind: &&str| match *kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        _ => false,
    };
    assert!(kinds.iter().any(fits), "{place}: {value} is no {kinds:?}");
    if let (Some(map), Some(properties)) = (value.as_object(), schema["properties"].as_object()) {
        for key in map.keys() {
            assert!(properties.contains_key(key), "{place}: {key} is not described");
        }
        for key in schema["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
        {
            assert!(map.contains_key(key), "{place}: {key} is promised and not there");
        }
        map.iter()
            .for_each(|(key, value)| conforms(value, &properties[key], document, &format!("{place}.{key}")));
    }
    for (index, one) in value.as_array().into_iter().flatten().enumerate() {
        conforms(one, &schema["items"], document, &format!("{place}[{index}]"));
    }
}

#[test]
fn every_route_of_the_api_is_described_and_nothing_else() {
    let document = openapi::document("https://dialog.example.se");
    let described: std::collections::BTreeSet<&str> = document["paths"]
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    let table = crate::routes().table();
    let routed: std::collections::BTreeSet<&str> = table
        .iter()
        .map(|route| &*route.path)
        .filter(|path| path.starts_with("/api/"))
        .collect();
    assert_eq!(described, routed);
    assert!(
        table
            .iter()
            .filter(|route| route.path.starts_with("/api/"))
            .all(|route| route.method == "GET")
    );
}

#[tokio::test]
async fn the_feed_is_sound_and_escapes_what_people_wrote() {
    let test = testkit::sqlite().await;
    let story = Story::published(&test).await;
    let mut title = plan();
    title.insert("title".into(), json!("Park & <lek>"));
    dialogues::record(&story.site, &story.who, story.id, None, title, "Kortare rubrik")
        .await
        .unwrap();
    let xml = feed::feed(&[story.dialogue().await], &story.cx());
    assert!(
        xml.contains("<title>Park &amp; &lt;lek&gt;</title>") && xml.contains("https://dialog.example.se/dialoger/")
    );
    assert_eq!(xml.matches("<entry>").count(), xml.matches("</entry>").count());
}
