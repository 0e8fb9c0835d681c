//! The pages, as somebody at the desk uses them.

use super::*;

#[tokio::test]
async fn an_insight_is_written_linked_and_traced_at_the_desk() {
    for test in testkit::databases().await {
        let story = Story::begin(&test).await;
        let mut browser = story.browser().await;
        let empty = browser.get("/arbetsyta/insikter").await;
        assert!(empty.body.contains("Här finns ingenting ännu"), "{}", empty.body);
        let quote = story.evidence("Det är kolsvart", "interview", "I3").await;
        let new = format!(
            "/arbetsyta/insikter/ny?slag=insight&fran={quote}&projekt={}",
            story.project
        );
        let form = browser.get(&new).await;
        assert!(form.body.contains("Vilar på Belägg: Det är kolsvart"), "{}", form.body);
        let text = ("insight-text", "Unga undviker tunneln.");
        let (ground, project) = (quote.to_string(), story.project.to_string());
        let typed = vec![
            ("fran", ground.as_str()),
            ("projekt", project.as_str()),
            ("slag-av-lank", "supports"),
            text,
            ("insight-status", "reviewed"),
        ];
        let back = browser.post("/arbetsyta/insikter/ny?slag=insight", &typed).await;
        assert_eq!(back.status, 422);
        assert!(
            back.body.contains("Unga undviker tunneln.") && back.body.contains("Rubrik"),
            "{}",
            back.body
        );
        let mut whole = typed.clone();
        whole.extend([("insight-heading", "Tunneln undviks"), ("insight-for-whom", "Unga")]);
        let saved = browser.post("/arbetsyta/insikter/ny?slag=insight", &whole).await;
        assert_eq!(saved.status, 303, "{}", saved.body);
        // The receipt stands in the query.
        let address = saved.location.split('?').next().unwrap_or_default().to_owned();
        let page = browser.get(&address).await;
        assert!(
            page.body
                .contains("Ett belägg från en källa av ett slag, en grupp hörd"),
            "{}",
            page.body
        );
        assert!(page.body.contains("Bara en källa"));
        let trace = browser.get(&format!("{address}/spar")).await;
        assert!(trace.body.contains("<svg") && trace.body.contains("Det är kolsvart"));
        for form in ["csv", "json", "svg"] {
            let file = browser.get(&format!("{address}/spar/spar.{form}")).await;
            assert_eq!(file.status, 200, "{form}");
            assert!(file.body.contains("kolsvart"), "{form}: {}", file.body);
        }
        assert_eq!(browser.get(&format!("{address}/spar/spar.exe")).await.status, 404);
        let bank = browser.get("/arbetsyta/insikter?q=tunneln").await;
        assert!(bank.body.contains("Tunneln undviks"));
        let other = browser.get("/arbetsyta/insikter?q=tunneln&ar=2019").await;
        assert!(other.body.contains("Inget passar"));
        let strange = browser.get("/arbetsyta/insikter?q=100%25_%5C&slag=alla").await;
        assert!(strange.body.contains("Inget passar"), "signs of patterns are letters");
        let list = browser
            .get(&format!("/arbetsyta/projekt/{}/insikter", story.project))
            .await;
        assert!(list.body.contains("Tunneln undviks"), "{}", list.body);
    }
}

#[tokio::test]
async fn a_project_takes_from_the_bank_and_gives_back() {
    for test in testkit::databases().await {
        let story = Story::begin(&test).await;
        let second = dialogues::start(&story.site, &story.staff, Kind::Project, "", "Bussen")
            .await
            .expect("begun");
        let quote = story.evidence("Bussen är sen", "case", "Ä4").await;
        let mut browser = story.browser().await;
        let here = format!("/arbetsyta/projekt/{second}/kallor");
        let page = browser.get(&here).await;
        assert!(
            page.body.contains("Hämta från banken") && page.body.contains("Bussen är sen"),
            "{}",
            page.body
        );
        let id = quote.to_string();
        assert_eq!(browser.post(&here, &[("nod", id.as_str())]).await.status, 303);
        let mut read = story.site.db.read().await.expect("a reader");
        assert_eq!(of_project(&mut read, second).await.expect("read").len(), 1);
        drop(read);
        assert_eq!(browser.post(&here, &[("ta-ut", id.as_str())]).await.status, 303);
        let mut read = story.site.db.read().await.expect("a reader");
        assert!(of_project(&mut read, second).await.expect("read").is_empty());
        assert_eq!(
            node(&mut read, quote).await.expect("it is in the bank").title,
            "Bussen är sen"
        );
    }
}

#[tokio::test]
async fn a_dialogue_is_sent_to_service_design() {
    for test in testkit::databases().await {
        let story = Story::begin(&test).await;
        let voices = Voices::begin(&story).await;
        voices.say(&story, "Det är kolsvart vid tunneln.").await;
        let mut browser = story.browser().await;
        let here = format!("/arbetsyta/dialoger/{}/belagg", voices.dialogue);
        assert!(browser.get(&here).await.body.contains("Det finns inga teman ännu"));
        let (theme, texts) = voices.read_and_coded(&story, "Mörker").await;
        let page = browser.get(&here).await;
        assert!(
            page.body.contains("Ta med temat: 1 av 1 texter") && page.body.contains("kolsvart"),
            "{}",
            page.body
        );
        let none = browser.post(&here, &[("insikt", "Unga undviker tunneln.")]).await;
        assert_eq!(none.status, 422);
        assert!(none.body.contains("Unga undviker tunneln.") && none.body.contains("Välj minst ett tema"));
        let (theme, text, project) = (theme.to_string(), texts[0].to_string(), story.project.to_string());
        let sent = browser
            .post(
                &here,
                &[
                    ("tema", &theme),
                    ("citat", &text),
                    ("projekt", &project),
                    ("insikt", "Unga undviker tunneln."),
                ],
            )
            .await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        let page = browser.get(&here).await;
        assert!(page.body.contains("Är belägg"), "{}", page.body);
        let trace = browser
            .get(&format!("/arbetsyta/dialoger/{}/spar", voices.dialogue))
            .await;
        assert!(trace.body.contains("Unga undviker tunneln"), "{}", trace.body);
    }
}
