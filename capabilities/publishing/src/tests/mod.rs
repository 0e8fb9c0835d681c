//! Stories on public pages: real dialogues brought there by the real acts, on every engine at hand.

mod interface;
mod results;

use crate::api;
use crate::filter::Asked;
use crate::{feed, list, page};
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
        site.put(background::Works::new(participation::works()));
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
