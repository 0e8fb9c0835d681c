//! Stories of moderation on real databases and real pages: nothing is deleted, the second moderator hears of the first.

use std::sync::Arc;

use db::{Actor, Id};
use identity::{NewAccount, Role, Staff};
use jiff::SignedDuration;
use participation::model::answer::{Answer, Answers};
use participation::model::finish::{Strictness, finish};
use participation::{ActivityState, Channel, PassageState, Sending};
use testkit::{Browser, TestDb};
use web::{Capability, Fault, Site};

use crate::{Decision, Reason, decide, hidden_counts, publish_unmarked, undo};

const PASSWORD: &str = "en lång mening att minnas";

fn capabilities() -> Vec<Capability> {
    vec![
        identity::capability(),
        method::capability(),
        dialogues::capability(),
        participation::capability(),
        crate::capability(),
    ]
}

/// A site with one dialogue and one open comment activity.
struct Story {
    test: TestDb,
    site: Arc<Site>,
    staff: Staff,
    dialogue: Id,
    activity: Id,
}

impl Story {
    async fn begin(test: TestDb) -> Story {
        let site = testkit::site(&test, &capabilities(), |site| {
            site.put(method::Packs::embedded().unwrap_or_else(|faults| panic!("{} faults", faults.len())));
            site.put(method::Sources::new(vec![crate::source()]));
        });
        for (email, name) in [("maja@exempel.se", "Maja Lind"), ("bo@exempel.se", "Bo Ek")] {
            let roles = vec![Role::ProjectLead];
            let new = NewAccount {
                email: email.into(),
                name: name.into(),
                unit: String::new(),
                password: PASSWORD.into(),
                roles,
            };
            site.db
                .write(Actor::System, async |tx| identity::create_account(tx, &new).await)
                .await
                .unwrap();
        }
        let mut read = site.db.read().await.unwrap();
        let staff = identity::staff_by_email(&mut read, "maja@exempel.se")
            .await
            .unwrap()
            .unwrap();
        drop(read);
        let dialogue = dialogues::create(&site, &staff, "Parken vid sjön", "Vad vill du göra i parken?")
            .await
            .unwrap();
        let activity = comments(&site, &staff, dialogue).await;
        Story {
            test,
            site,
            staff,
            dialogue,
            activity,
        }
    }

    /// Somebody writes a comment; what comes back is its passage.
    async fn voice(&self, text: &str) -> Id {
        let mut read = self.site.db.read().await.unwrap();
        let activity = participation::activity(&mut read, self.activity).await.unwrap();
        let definition = participation::versions(&mut read, self.activity)
            .await
            .unwrap()
            .pop()
            .unwrap()
            .1;
        drop(read);
        let mut answers = Answers::default();
        answers.put("text", Some(Answer::Text(text.into())));
        let finished = finish(&definition, &answers, Strictness::AtTheForm).unwrap();
        let key = self.site.token();
        let sending = Sending {
            activity: &activity,
            version: activity.version,
            finished,
            channel: Channel::Web,
            batch: String::new(),
            language: "sv".into(),
            entered_by: String::new(),
            at: None,
            submit_key: &key,
            letter: None,
        };
        let sent = participation::submit(&self.site, Actor::Participant, sending)
            .await
            .unwrap();
        let mut read = self.site.db.read().await.unwrap();
        participation::store::passages_of_contribution(&mut read, sent.contribution)
            .await
            .unwrap()[0]
            .id
    }

    async fn passage(&self, id: Id) -> participation::Passage {
        participation::passage(&mut self.site.db.read().await.unwrap(), id)
            .await
            .unwrap()
    }

    fn later(&self, minutes: i64) {
        self.test
            .clock
            .set(self.site.clock.now() + SignedDuration::from_mins(minutes));
    }

    async fn browser(&self, email: &str) -> Browser {
        let mut browser = Browser::new(self.site.clone(), capabilities);
        browser.sign_in(email, PASSWORD).await;
        browser
    }
}

async fn comments(site: &Site, staff: &Staff, dialogue: Id) -> Id {
    use participation::acts::{Creating, create, publish, set_state};
    let new = Creating {
        dialogue,
        kind: "comment".into(),
        title: "Skriv till oss".into(),
        opens_on: None,
        closes_on: None,
    };
    let id = create(site, staff.actor(), new).await.unwrap();
    publish(site, staff.actor(), id, 1, "").await.unwrap();
    set_state(site, staff.actor(), id, ActivityState::Open).await.unwrap();
    id
}

const WITH_NUMBER: &str = "Ring mig på 070-123 45 67 om bänken vid sjön.";

#[tokio::test]
async fn a_marked_text_is_published_masked_and_the_original_stays() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        let id = story.voice(WITH_NUMBER).await;
        assert_eq!(story.passage(id).await.state(), PassageState::Waiting);
        let masked = Decision::Mask("Ring mig på [telefonnummer borttaget] om bänken vid sjön.".into());
        decide(&story.site, story.staff.actor(), id, 1, &masked, "")
            .await
            .unwrap();
        let passage = story.passage(id).await;
        assert_eq!(
            (passage.state(), passage.decided_by.as_str()),
            (PassageState::Masked, "Maja Lind")
        );
        assert!(!passage.public_body.contains("070") && passage.body == WITH_NUMBER);
    }
}

#[tokio::test]
async fn a_hidden_text_stays_and_is_counted_by_its_reason() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        let id = story.voice("Köp våra bänkar billigt").await;
        decide(
            &story.site,
            story.staff.actor(),
            id,
            1,
            &Decision::Hide(Reason::Advertising),
            "",
        )
        .await
        .unwrap();
        let passage = story.passage(id).await;
        assert_eq!(
            (passage.state(), passage.public_body.as_str()),
            (PassageState::Hidden, "")
        );
        let mut read = story.site.db.read().await.unwrap();
        assert_eq!(
            hidden_counts(&mut read, Some(story.dialogue)).await.unwrap(),
            [(Reason::Advertising, 1)]
        );
        assert_eq!(
            hidden_counts(&mut read, None).await.unwrap(),
            [(Reason::Advertising, 1)]
        );
    }
}

#[tokio::test]
async fn the_second_of_two_moderators_hears_of_the_first() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        let id = story.voice("Mer träd").await;
        decide(
            &story.site,
            story.staff.actor(),
            id,
            1,
            &Decision::Hide(Reason::OffTopic),
            "Hör till gatan",
        )
        .await
        .unwrap();
        let second = decide(&story.site, story.staff.actor(), id, 1, &Decision::Publish, "").await;
        assert!(matches!(second, Err(Fault::Conflict)));
        assert_eq!(story.passage(id).await.state(), PassageState::Hidden);
    }
}

#[tokio::test]
async fn the_page_shows_the_second_moderator_both_decisions() {
    let story = Story::begin(testkit::sqlite().await).await;
    let id = story.voice("Mer träd").await;
    let path = format!("/arbetsyta/granskning/{id}");
    let mut bo = story.browser("bo@exempel.se").await;
    assert!(bo.get(&path).await.body.contains("Mer träd"));
    let hide = Decision::Hide(Reason::OffTopic);
    decide(&story.site, story.staff.actor(), id, 1, &hide, "Hör till gatan")
        .await
        .unwrap();
    let fields = [
        ("revision", "1"),
        ("beslut", "publicera"),
        ("notering", "Bra förslag"),
        ("maskerad", "Mer träd"),
    ];
    let answer = bo.post(&path, &fields).await;
    assert_eq!(answer.status.as_u16(), 422);
    for words in ["Maja Lind", "Hör till gatan", "Bra förslag", "Utanför ämnet"] {
        assert!(answer.body.contains(words), "{words} is told");
    }
    assert_eq!(
        story.passage(id).await.state(),
        PassageState::Hidden,
        "nothing was overwritten"
    );
    let fields = [
        ("revision", "2"),
        ("beslut", "publicera"),
        ("notering", "Bra förslag"),
        ("maskerad", "Mer träd"),
    ];
    assert_eq!(
        bo.post(&path, &fields).await.status.as_u16(),
        303,
        "knowing of it, Bo may decide anew"
    );
    assert_eq!(story.passage(id).await.state(), PassageState::Published);
}

#[tokio::test]
async fn a_decision_can_be_taken_back_for_ten_minutes() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        let id = story.voice("Mer träd").await;
        decide(&story.site, story.staff.actor(), id, 1, &Decision::Publish, "")
            .await
            .unwrap();
        story.later(9);
        undo(&story.site, story.staff.actor(), id, 2).await.unwrap();
        assert_eq!(
            (story.passage(id).await.state(), story.passage(id).await.public_body),
            (PassageState::Waiting, String::new())
        );
        decide(&story.site, story.staff.actor(), id, 3, &Decision::Publish, "")
            .await
            .unwrap();
        story.later(11);
        assert!(matches!(
            undo(&story.site, story.staff.actor(), id, 4).await,
            Err(Fault::Rule { .. })
        ));
        assert_eq!(story.passage(id).await.state(), PassageState::Published);
    }
}

#[tokio::test]
async fn texts_without_marks_are_published_together_and_marked_ones_wait() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        let plain = [story.voice("Mer träd").await, story.voice("Fler bänkar").await];
        let marked = story.voice(WITH_NUMBER).await;
        let all = [(plain[0], 1), (plain[1], 7), (marked, 1)];
        let published = publish_unmarked(&story.site, story.staff.actor(), &all).await.unwrap();
        assert_eq!(published, 1, "one has another revision, one is marked");
        assert_eq!(story.passage(plain[0]).await.state(), PassageState::Published);
        assert_eq!(story.passage(plain[1]).await.state(), PassageState::Waiting);
        assert_eq!(story.passage(marked).await.state(), PassageState::Waiting);
    }
}

#[tokio::test]
async fn what_waits_is_told_as_evidence_and_after_a_day_as_a_duty() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        let id = story.voice("Mer träd").await;
        let source = crate::source();
        let asking = |site: &Site| method::Asking {
            days_ahead: method::FORTNIGHT,
            staff: story.staff.clone(),
            today: site.today(),
            lang: texts::Lang::Sv,
            packs: site.get(),
        };
        let mut read = story.site.db.read().await.unwrap();
        let evidence = (source.evidence)(&mut read, story.dialogue).await.unwrap();
        assert_eq!(
            (evidence[0].key, evidence[0].met, evidence[0].count, evidence[0].base),
            ("moderation-empty", false, 0, 1)
        );
        assert_eq!((source.duties)(&mut read, &asking(&story.site)).await.unwrap(), []);
        drop(read);
        story.later(25 * 60);
        let mut read = story.site.db.read().await.unwrap();
        let duties = (source.duties)(&mut read, &asking(&story.site)).await.unwrap();
        assert_eq!((duties.len(), duties[0].about.as_str()), (1, "Parken vid sjön (1)"));
        drop(read);
        decide(&story.site, story.staff.actor(), id, 1, &Decision::Publish, "")
            .await
            .unwrap();
        let mut read = story.site.db.read().await.unwrap();
        assert!((source.evidence)(&mut read, story.dialogue).await.unwrap()[0].met);
    }
}

#[tokio::test]
async fn what_leads_to_a_person_is_marked_in_queue_and_text_and_decides_nothing() {
    let story = Story::begin(testkit::sqlite().await).await;
    let long = format!(
        "{} och grannen på Lillgatan 7 vet mer.",
        "Bänken vid sjön är trasig".repeat(8)
    );
    let id = story.voice("Bilen <ABC 123> står vid Storgatan 12.").await;
    story.voice(&long).await;
    let mut maja = story.browser("maja@exempel.se").await;
    let queue = maja.get("/arbetsyta/granskning").await.body;
    assert!(
        queue.contains("<mark>ABC 123</mark> <span class=\"tag warn\">Möjligt registreringsnummer</span>"),
        "{queue}"
    );
    assert!(queue.contains("<mark>Storgatan 12</mark>"));
    assert!(
        queue.contains("Längre in i texten:") && !queue.contains("Lillgatan"),
        "{queue}"
    );
    assert_eq!(
        queue.matches("name=\"publicera\"").count(),
        2,
        "neither must be opened first"
    );
    let item = maja.get(&format!("/arbetsyta/granskning/{id}")).await.body;
    assert!(
        item.contains("&#60;<mark>ABC 123</mark>") && item.contains("<li>Möjlig adress</li>"),
        "{item}"
    );
    assert!(!item.contains("borttaget]"), "an address is not covered unasked");
}

#[tokio::test]
async fn the_queue_leads_from_text_to_text_and_offers_to_take_back() {
    let story = Story::begin(testkit::sqlite().await).await;
    let first = story.voice(WITH_NUMBER).await;
    story.later(180);
    let second = story.voice("<script>alert(1)</script> & mer träd").await;
    let mut maja = story.browser("maja@exempel.se").await;
    let queue = maja.get("/arbetsyta/granskning").await;
    assert!(
        queue.body.contains("2 texter väntar") && queue.body.contains("för 3 timmar sedan"),
        "{}",
        queue.body
    );
    assert!(queue.body.contains("Möjlig personuppgift") && !queue.body.contains("<script>alert"));
    let item = maja.get(&format!("/arbetsyta/granskning/{first}")).await;
    assert!(item.body.contains("<mark>070-123 45 67</mark>") && item.body.contains("[telefonnummer borttaget]"));
    let fields = [
        ("revision", "1"),
        ("beslut", "maskera"),
        ("maskerad", "Ring mig på 070-123 45 67"),
    ];
    let refused = maja.post(&format!("/arbetsyta/granskning/{first}"), &fields).await;
    assert_eq!(refused.status.as_u16(), 422);
    assert!(refused.body.contains("<title>Fel:") && refused.body.contains("href=\"#maskerad\""));
    let fields = [
        ("revision", "1"),
        ("beslut", "maskera"),
        ("maskerad", "Ring mig om bänken."),
    ];
    let saved = maja.post(&format!("/arbetsyta/granskning/{first}"), &fields).await;
    assert!(
        saved
            .location
            .starts_with(&format!("/arbetsyta/granskning/{second}?nyss={first}")),
        "{}",
        saved.location
    );
    let next = maja.get(&saved.location).await;
    assert!(
        next.body.contains("Ångra beslutet") && next.body.contains(&format!("/arbetsyta/granskning/{first}/angra"))
    );
    let undone = maja
        .post(&format!("/arbetsyta/granskning/{first}/angra"), &[("revision", "2")])
        .await;
    assert_eq!(undone.status.as_u16(), 303);
    assert_eq!(story.passage(first).await.state(), PassageState::Waiting);
}

#[tokio::test]
async fn every_page_speaks_both_languages() {
    let story = Story::begin(testkit::sqlite().await).await;
    let id = story.voice(WITH_NUMBER).await;
    let hidden = story.voice("Köp bänkar").await;
    decide(
        &story.site,
        story.staff.actor(),
        hidden,
        1,
        &Decision::Hide(Reason::Advertising),
        "",
    )
    .await
    .unwrap();
    let mut maja = story.browser("maja@exempel.se").await;
    let dialogue = story.dialogue;
    for path in [
        "/arbetsyta/granskning".to_owned(),
        format!("/arbetsyta/granskning?dialog={dialogue}&skal-att-granska=markerad"),
        format!("/arbetsyta/granskning?dialog={dialogue}&skal-att-granska=vidare"),
        format!("/arbetsyta/granskning/{id}"),
        format!("/arbetsyta/granskning/{hidden}"),
        format!("/arbetsyta/granskning/logg?dialog={dialogue}"),
        "/sa-granskar-vi".to_owned(),
    ] {
        for path in [path.clone(), format!("/en{path}")] {
            let page = maja.get(&path).await;
            assert_eq!(page.status.as_u16(), 200, "{path}");
            for key in ["moderation-", "web-", "participation-"] {
                assert!(
                    !page.body.contains(&format!(">{key}")),
                    "{path} shows a key: {}",
                    page.body
                );
            }
        }
    }
}
