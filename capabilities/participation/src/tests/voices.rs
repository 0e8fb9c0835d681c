//! Residents at the door.

use testkit::{Answer as Page, Browser};

use super::*;
use crate::model::receipt::Code;

/// Answers the question on the page and goes on.
async fn answer(browser: &mut Browser, door: &str, page: &Page, fields: &[(&str, &str)]) -> Page {
    let (svar, fraga) = (field(&page.body, "svar"), field(&page.body, "fraga"));
    let mut sent = vec![("svar", svar.as_str()), ("fraga", fraga.as_str()), ("gor", "nasta")];
    sent.extend_from_slice(fields);
    if page.body.contains("name=\"granskar\"") {
        sent.push(("granskar", "ja"));
    }
    browser.post(door, &sent).await
}

/// Walks the whole sample survey to the page to check.
async fn walk(browser: &mut Browser, door: &str) -> Page {
    let mut page = browser.post(door, &[("svar", ""), ("gor", "borja")]).await;
    assert_eq!(heading(&page.body), "Fråga om las-forst");
    let steps: [&[(&str, &str)]; 11] = [
        &[],
        &[("f-fardsatt", "buss")],
        &[("f-varfor-buss", "<b>Den går ofta</b> & är \"bra\"")],
        &[("f-mest", "a"), ("f-mest", "c")],
        &[("f-hur-trygg", "4")],
        &[("f-ordning-x", "2"), ("f-ordning-y", "1")],
        &[("f-hur-manga", "2,5")],
        &[("f-nar-day", "1"), ("f-nar-month", "3"), ("f-nar-year", "2026")],
        &[("f-var", "Torget 1"), ("f-var-area", "norr")],
        &[("f-namn-pa-torget", "Kastanjetorget")],
        &[("f-mejl", "namn@exempel.se")],
    ];
    for fields in steps {
        page = answer(browser, door, &page, fields).await;
        assert_eq!(page.status.as_u16(), 200, "{}", page.body);
    }
    assert!(page.body.contains("Om dig"), "{}", page.body);
    answer(browser, door, &page, &[("f-alder", "65")]).await
}

#[tokio::test]
async fn a_resident_answers_question_by_question_checks_and_gets_a_receipt() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        let door = door(&story.survey().await);
        let mut browser = story.resident();
        assert!(browser.get(&door).await.body.contains("allmän handling"));
        let check = walk(&mut browser, &door).await;
        assert_eq!(heading(&check.body), "Kontrollera dina svar");
        assert!(
            check.body.contains("&#60;b&#62;Den går ofta") || check.body.contains("&lt;b&gt;Den går ofta"),
            "{}",
            check.body
        );
        assert!(!check.body.contains("<b>Den går ofta"));
        assert_eq!(story.total().await, 0, "nothing is stored before the person sends");
        let (svar, key) = (field(&check.body, "svar"), field(&check.body, "nyckel"));
        let send = [("svar", svar.as_str()), ("nyckel", key.as_str()), ("gor", "skicka")];
        let sent = browser.post(&door, &send).await;
        assert_eq!(sent.status.as_u16(), 303, "{}", sent.body);
        let receipt = browser.get(&sent.location).await;
        assert_eq!(heading(&receipt.body), "Tack, vi har fått ditt svar");
        assert!(
            receipt.body.contains("15\u{a0}juni 2026"),
            "the day of the answer is promised"
        );
        let responses = crate::responses(
            &mut story.site.db.read().await.unwrap(),
            activity_of(&story).await,
            None,
        )
        .await
        .unwrap();
        assert_eq!(
            responses[0].answers.given("mest"),
            Some(&Answer::Choices(vec!["a".into(), "c".into()]))
        );
        assert_eq!(
            responses[0].background.given("alder"),
            Some(&Answer::Choice("65".into()))
        );
        assert!(
            !responses[0].answers.to_json().contains("exempel.se"),
            "the address is a contact, not an answer"
        );

        let again = browser.post(&door, &send).await;
        assert!(
            again.location.starts_with(&sent.location) && again.location.contains("klart="),
            "{}",
            again.location
        );
        assert_eq!(story.total().await, 1, "the same form twice is one answer");
    }
}

async fn activity_of(story: &Story) -> Id {
    crate::activities(&mut story.site.db.read().await.unwrap(), story.dialogue)
        .await
        .unwrap()[0]
        .id
}

#[tokio::test]
async fn a_fault_comes_back_with_what_was_typed_and_back_keeps_it() {
    let story = Story::begin(testkit::sqlite().await).await;
    let door = door(&story.survey().await);
    let mut browser = story.resident();
    let page = browser.post(&door, &[("svar", ""), ("gor", "borja")]).await;
    let page = answer(&mut browser, &door, &page, &[]).await;
    let missing = answer(&mut browser, &door, &page, &[]).await;
    assert_eq!(missing.status.as_u16(), 422);
    assert!(
        missing.body.contains("Välj ett av alternativen") && missing.body.contains("<title>Fel:"),
        "{}",
        missing.body
    );
    let page = answer(&mut browser, &door, &missing, &[("f-fardsatt", "tag")]).await;
    assert_eq!(
        heading(&page.body),
        "Fråga om mest",
        "the question for bus riders is passed over"
    );
    let (svar, fraga) = (field(&page.body, "svar"), field(&page.body, "fraga"));
    let back = browser
        .post(
            &door,
            &[("svar", &svar), ("fraga", &fraga), ("gor", "tillbaka"), ("f-mest", "b")],
        )
        .await;
    assert_eq!(heading(&back.body), "Fråga om fardsatt");
    assert!(back.body.contains("value=\"tag\" checked"), "{}", back.body);
    let forward = answer(&mut browser, &door, &back, &[("f-fardsatt", "tag")]).await;
    assert!(
        forward.body.contains("value=\"b\" checked"),
        "what was typed before going back is kept"
    );
}

#[tokio::test]
async fn changing_an_answer_on_the_page_to_check_opens_and_closes_questions() {
    let story = Story::begin(testkit::sqlite().await).await;
    let door = door(&story.survey().await);
    let mut browser = story.resident();
    let check = walk(&mut browser, &door).await;
    let svar = field(&check.body, "svar");
    let change = browser.post(&door, &[("svar", &svar), ("gor", "andra:fardsatt")]).await;
    let check = answer(&mut browser, &door, &change, &[("f-fardsatt", "tag")]).await;
    assert_eq!(heading(&check.body), "Kontrollera dina svar");
    assert!(
        !check.body.contains("Den går ofta</dd>") && !check.body.contains("varfor-buss\"><dt"),
        "{}",
        check.body
    );
}

#[tokio::test]
async fn with_the_code_an_answer_is_seen_changed_and_withdrawn() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        let activity = story.comments().await;
        let sent = story.say(&activity, "Mer skugga", "en-nyckel-som-är-lång-nog").await;
        let mut browser = story.resident();
        let typed = sent.code.to_string().to_lowercase().replace('-', " ");
        let found = browser.post("/mitt-svar", &[("kod", &typed)]).await;
        assert_eq!(found.location, format!("/mitt-svar/{}", sent.code));
        let mine = browser.get(&found.location).await;
        assert!(
            mine.body.contains("Mer skugga") && mine.body.contains("väntar på granskning"),
            "{}",
            mine.body
        );

        let change = format!("/mitt-svar/{}/andra", sent.code);
        let check = browser.get(&change).await;
        let svar = field(&check.body, "svar");
        let page = browser.post(&change, &[("svar", &svar), ("gor", "andra:text")]).await;
        let check = answer(
            &mut browser,
            &change,
            &page,
            &[("f-text", "Mer skugga och fler bänkar")],
        )
        .await;
        let (svar, key) = (field(&check.body, "svar"), field(&check.body, "nyckel"));
        let changed = browser
            .post(&change, &[("svar", &svar), ("nyckel", &key), ("gor", "skicka")])
            .await;
        assert_eq!(changed.status.as_u16(), 303, "{}", changed.body);
        let mut read = story.site.db.read().await.unwrap();
        let passages = store::passages_of_contribution(&mut read, sent.contribution)
            .await
            .unwrap();
        assert_eq!(
            passages.iter().map(|p| p.body.as_str()).collect::<Vec<_>>(),
            ["Mer skugga och fler bänkar"]
        );
        assert_eq!(
            store::changes(&mut read, sent.contribution).await.unwrap().len(),
            1,
            "what stood before is kept"
        );
        drop(read);

        let gone = browser
            .post(&format!("/mitt-svar/{}/ta-tillbaka", sent.code), &[("gor", "ja")])
            .await;
        assert_eq!(gone.status.as_u16(), 303);
        assert_eq!(story.total().await, 0);
        assert!(
            store::contribution(&mut story.site.db.read().await.unwrap(), sent.contribution)
                .await
                .is_ok(),
            "kept as a record"
        );
        assert_eq!(browser.get(&change).await.status.as_u16(), 410);
        assert_eq!(
            browser
                .post(&format!("/mitt-svar/{}/ta-tillbaka", sent.code), &[("gor", "ja")])
                .await
                .status
                .as_u16(),
            410
        );
    }
}

#[tokio::test]
async fn a_wrong_code_says_what_is_wrong_with_it() {
    let story = Story::begin(testkit::sqlite().await).await;
    let mut browser = story.resident();
    let unknown = Code::from_submit_key("finns inte").to_string();
    let mut slip = unknown.clone();
    slip.replace_range(0..1, if slip.starts_with('7') { "8" } else { "7" });
    for (code, words) in [
        ("ABC", "tolv tecken"),
        (slip.as_str(), "Ett tecken"),
        (unknown.as_str(), "hittar inget svar"),
    ] {
        let page = browser.post("/mitt-svar", &[("kod", code)]).await;
        assert!(
            page.status.as_u16() == 422 && page.body.contains(words),
            "{code}: {}",
            page.body
        );
    }
    assert_eq!(browser.get(&format!("/kvitto/{unknown}")).await.status.as_u16(), 404);
    assert_eq!(browser.get("/kvitto/%00%22%3Cscript%3E").await.status.as_u16(), 404);
}

#[tokio::test]
async fn what_is_closed_paused_or_not_open_says_when_and_stores_nothing() {
    let story = Story::begin(testkit::sqlite().await).await;
    let activity = story.comments().await;
    let door = door(&activity);
    let mut browser = story.resident();
    let key = field(&browser.get(&door).await.body, "nyckel");

    story.today_is(2026, 3, 1);
    story.dialogue_is("published").await;
    assert!(browser.get(&door).await.body.contains("2\u{a0}mars 2026"));
    story.today_is(2026, 4, 1);
    let closed = browser
        .post(&door, &[("f-text", "För sent"), ("nyckel", &key), ("gor", "skicka")])
        .await;
    assert_eq!(closed.status.as_u16(), 410);
    assert!(
        closed.body.contains("31\u{a0}mars 2026")
            && closed.body.contains("15\u{a0}juni 2026")
            && closed.body.contains("För sent"),
        "{}",
        closed.body
    );
    story.today_is(2026, 3, 10);
    acts::set_state(
        &story.site,
        story.staff.actor(),
        activity.id,
        crate::ActivityState::Paused,
    )
    .await
    .unwrap();
    assert!(browser.get(&door).await.body.contains("pausat"));
    story.dialogue_is("planned").await;
    assert_eq!(
        browser.get(&door).await.status.as_u16(),
        404,
        "what is not public is not there"
    );
    assert_eq!(story.total().await, 0);
}

#[tokio::test]
async fn forged_addresses_and_fields_are_refused() {
    let story = Story::begin(testkit::sqlite().await).await;
    let activity = story.comments().await;
    let mut browser = story.resident();
    for path in [
        "/dialoger/parken/delta/inget-id",
        "/dialoger/parken/delta/00000000-0000-7000-8000-000000000000",
    ] {
        assert_eq!(browser.get(path).await.status.as_u16(), 404);
    }
    assert_eq!(
        browser
            .get(&format!("/dialoger/annan/delta/{}", activity.id))
            .await
            .status
            .as_u16(),
        404
    );
    let no_key = browser
        .post(&door(&activity), &[("f-text", "Hej"), ("gor", "skicka")])
        .await;
    assert_eq!(no_key.status.as_u16(), 400);
    let survey = door(&story.survey().await);
    let unreadable = browser.post(&survey, &[("svar", "{{{"), ("gor", "nasta")]).await;
    assert_eq!(unreadable.status.as_u16(), 400);
    let forged = r#"{"v":999,"a":{"fardsatt":{"choice":"rymdskepp"},"okand":{"text":"x"}}}"#;
    let page = browser
        .post(
            &survey,
            &[("svar", forged), ("gor", "skicka"), ("nyckel", "n".repeat(32).as_str())],
        )
        .await;
    assert_eq!(
        page.status.as_u16(),
        422,
        "an answer that does not fit is asked for again"
    );
    assert_eq!(story.total().await, 0);
}

#[tokio::test]
async fn a_comment_is_shown_when_it_may_be_and_hostile_text_is_only_text() {
    let story = Story::begin(testkit::sqlite().await).await;
    let activity = story.comments().await;
    let door = door(&activity);
    let mut browser = story.resident();
    let key = field(&browser.get(&door).await.body, "nyckel");
    let hostile = "<script>alert(1)</script> fler träd";
    let sent = browser
        .post(&door, &[("f-text", hostile), ("nyckel", &key), ("gor", "skicka")])
        .await;
    assert_eq!(sent.status.as_u16(), 303, "{}", sent.body);
    assert!(!browser.get(&door).await.body.contains("fler träd"), "waits to be read");
    let mut read = story.site.db.read().await.unwrap();
    let waiting = crate::waiting_passages(&mut read, Some(story.dialogue), 10, 0)
        .await
        .unwrap();
    drop(read);
    let decision = crate::Decision {
        state: crate::PassageState::Published,
        public_body: waiting[0].body.clone(),
        reason: String::new(),
        note: String::new(),
        by: "Maja Lind".into(),
    };
    story
        .site
        .db
        .write(story.staff.actor(), async |tx| {
            crate::decide_passage(tx, waiting[0].id, 1, &decision).await
        })
        .await
        .unwrap();
    let page = browser.get(&door).await.body;
    assert!(page.contains("fler träd") && !page.contains("<script>alert"), "{page}");
}

#[tokio::test]
async fn what_looks_like_personal_data_always_waits() {
    let story = Story::begin(testkit::sqlite().await).await;
    let activity = story.survey().await;
    assert!(!activity.premoderate);
    let definition = samples::every_kind();
    let mut ids = Vec::new();
    for (n, text) in ["Ring 070-123 45 67", "Mer skugga"].into_iter().enumerate() {
        let mut answers = Answers::default();
        answers.put("namn-pa-torget", Some(Answer::Text(text.into())));
        let sending = Sending {
            activity: &activity,
            version: 1,
            finished: finish(&definition, &answers, Strictness::SecondHand).unwrap(),
            channel: Channel::Paper,
            batch: String::new(),
            language: "sv".into(),
            entered_by: "Maja Lind".into(),
            at: None,
            submit_key: &format!("nyckel-nummer-{n}-som-är-lång"),
            letter: None,
        };
        ids.push(
            crate::submit(&story.site, story.staff.actor(), sending)
                .await
                .unwrap()
                .contribution,
        );
    }
    let mut read = story.site.db.read().await.unwrap();
    let state = async |id, read: &mut db::Conn| {
        store::passages_of_contribution(read, id).await.unwrap()[0]
            .state
            .clone()
    };
    assert_eq!(state(ids[0], &mut read).await, "waiting");
    assert_eq!(state(ids[1], &mut read).await, "published");
}

#[tokio::test]
async fn an_answer_begun_before_a_new_version_keeps_its_questions() {
    let story = Story::begin(testkit::sqlite().await).await;
    let activity = story.survey().await;
    let door = door(&activity);
    let mut browser = story.resident();
    let check = walk(&mut browser, &door).await;
    let mut next = samples::every_kind();
    next.questions.retain(|q| q.key != "hur-trygg");
    acts::save_draft(&story.site, story.staff.actor(), activity.id, activity.revision, &next)
        .await
        .unwrap();
    let revision = story.read_activity(activity.id).await.revision;
    assert_eq!(
        acts::publish(&story.site, story.staff.actor(), activity.id, revision, "Kortare")
            .await
            .unwrap(),
        2
    );
    let (svar, key) = (field(&check.body, "svar"), field(&check.body, "nyckel"));
    let sent = browser
        .post(&door, &[("svar", &svar), ("nyckel", &key), ("gor", "skicka")])
        .await;
    assert_eq!(sent.status.as_u16(), 303);
    let responses = crate::responses(&mut story.site.db.read().await.unwrap(), activity.id, Some(1))
        .await
        .unwrap();
    assert_eq!(responses[0].answers.given("hur-trygg"), Some(&Answer::Scale(4)));
}

#[tokio::test]
async fn the_receipt_takes_an_address_for_the_answer() {
    let story = Story::begin(testkit::sqlite().await).await;
    let sent = story
        .say(&story.comments().await, "Hej", "en-nyckel-som-är-lång-nog")
        .await;
    let receipt = format!("/kvitto/{}", sent.code);
    let mut browser = story.resident();
    let wrong = browser.post(&receipt, &[("e-post", "namn@")]).await;
    assert!(wrong.status.as_u16() == 422 && wrong.body.contains("value=\"namn@\""));
    let right = browser.post(&receipt, &[("e-post", "namn@exempel.se")]).await;
    assert_eq!(right.status.as_u16(), 303);
    assert_eq!(browser.get(&right.location).await.status.as_u16(), 200);
}

#[tokio::test]
async fn every_page_of_the_door_is_there_in_english_and_on_paper() {
    let story = Story::begin(testkit::sqlite().await).await;
    let survey = door(&story.survey().await);
    let comment = door(&story.comments().await);
    let mut browser = story.resident();
    for path in [
        &survey,
        &comment,
        &format!("{survey}/blankett"),
        &format!("{comment}/blankett"),
        &"/mitt-svar".to_owned(),
    ] {
        let swedish = browser.get(path).await;
        let english = browser.get(&format!("/en{path}")).await;
        assert_eq!((swedish.status.as_u16(), english.status.as_u16()), (200, 200), "{path}");
        for (html, lang) in [(&swedish.body, "sv"), (&english.body, "en")] {
            assert!(
                html.contains(&format!("<html lang=\"{lang}\"")) && !html.contains("participation-"),
                "{path}: a text is missing"
            );
            assert_eq!(html.matches("<h1").count(), 1, "{path}");
        }
    }
}
