//! What officials do with examples.

use super::*;

/// The fields of a form as a page holds them, so that it can be sent back as it stands.
fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let field = format!("name=\"{name}\" value=\"");
    let (_, after) = page.split_once(&field).unwrap_or_else(|| panic!("no {name} in {page}"));
    after.split('"').next().unwrap_or_default()
}

#[tokio::test]
async fn a_finished_dialogue_becomes_an_example_step_by_step() {
    for test in testkit::databases().await {
        let site = site(&test);
        let (lead, coordinator) = (
            staff(&site, Role::ProjectLead).await,
            staff(&site, Role::Coordinator).await,
        );
        let early = dialogues::create(&site, &lead, "För tidigt", "Vad?").await.unwrap();
        let id = answered(&test, &site, &coordinator).await;
        let mut writer = signed_in(&site, &lead).await;
        let refused = writer.get(&format!("/arbetsyta/dialoger/{early}/exempel")).await;
        assert_eq!(refused.status, 422, "{}: {}", test.engine, refused.body);
        holds(
            &read(&mut writer, &format!("/arbetsyta/dialoger/{id}")).await,
            &["Publicera dialogen som exempel"],
        );
        lacks(
            &read(&mut writer, &format!("/arbetsyta/dialoger/{early}")).await,
            &["som exempel"],
        );

        let proposal = read(&mut writer, &format!("/arbetsyta/dialoger/{id}/exempel")).await;
        holds(
            &proposal,
            &[
                "value=\"Hur ska Mörby park bli?\"",
                "Få veta vad som saknas.",
                "Två gåturer och en enkät i fyra veckor.",
                "Dialogen var öppen 1–30\u{a0}april 2026.",
                "Tekniska nämnden beslutade 28\u{a0}april 2026: Programmet antas. Lekplatsen flyttas dit flest ville.",
                "De som deltog sa: Lekplatsen är för liten. Svaret blev ”Genomförs”: Den byggs ut i höst.",
                "Börja i skolan.",
                "value=\"2026\"",
                "value=\"Stadsmiljöenheten\"",
                "value=\"consultation\" selected",
                "value=\"survey\" checked",
                "value=\"walking-tour\" checked",
            ],
        );
        assert_eq!(hidden(&proposal, "dialogue"), id.to_string());

        let dialogue = id.to_string();
        let mut form = vec![
            ("dialogue", dialogue.as_str()),
            ("nyckel", "en gång"),
            ("title", "Mörby park"),
            ("lead", "Unga ritade parken."),
            ("purpose", "Få veta vad som saknas."),
            ("process", "Två gåturer."),
            ("result", "Lekplatsen byggs ut."),
            ("level", "consultation"),
            ("methods", "survey"),
            ("methods", "walking-tour"),
            ("methods", "no-such-method"),
            ("committee", "Tekniska nämnden"),
            ("year", "tjugo"),
        ];
        let wrong = writer.post("/arbetsyta/exempel/nytt", &form).await;
        assert_eq!(wrong.status, 422);
        holds(
            &wrong.body,
            &[
                "Skriv ett årtal med fyra siffror",
                "value=\"tjugo\"",
                "Två gåturer.",
                "<title>Fel: ",
            ],
        );
        form.retain(|(name, _)| *name != "year");
        form.push(("year", "2026"));
        let made = writer.post("/arbetsyta/exempel/nytt", &form).await;
        assert_eq!(made.status, 303, "{}", made.body);
        let preview = made.location.split('?').next().unwrap().to_owned();
        let example = preview.trim_end_matches("/forhandsgranska").to_owned();
        let again = writer.post("/arbetsyta/exempel/nytt", &form).await;
        assert_eq!(again.status, 422, "sent twice");

        // The lead writes, the coordinator publishes.
        holds(
            &read(&mut writer, &preview).await,
            &["Det här är ett utkast.", "Unga ritade parken."],
        );
        assert_eq!(
            writer
                .post(&format!("{example}/publicera"), &[("revision", "1")])
                .await
                .status,
            403
        );
        lacks(
            &read(&mut writer, &format!("/arbetsyta/dialoger/{id}")).await,
            &["som exempel"],
        );
        let mut boss = signed_in(&site, &coordinator).await;
        let published = boss.post(&format!("{example}/publicera"), &[("revision", "1")]).await;
        assert_eq!(published.status, 303, "{}", published.body);
        let shown = read(&mut boss, &example).await;
        holds(
            &shown,
            &[
                "Process – så gjorde vi",
                "/arbetsyta/metoder/walking-tour",
                "/dialoger/hur-ska-morby-park-bli",
                "Version 1",
                "Konsultation",
            ],
        );
        lacks(&shown, &["no-such-method", "Erfarenheter"]);
        let card = format!("/arbetsyta/dialoger/{id}/exempel");
        assert_eq!(
            boss.get(&card).await.location,
            format!("{example}/andra"),
            "one example for a dialogue"
        );
    }
}

/// An example from before, written by hand; gives its address.
async fn by_hand(browser: &mut Browser, title: &str, method: &str, level: &str, year: &str) -> String {
    let form = [
        ("nyckel", title),
        ("title", title),
        ("lead", "Vi frågade på torget."),
        ("purpose", "Lyssna."),
        ("process", "Samtal."),
        ("result", "Bänkar."),
        ("methods", method),
        ("level", level),
        ("committee", "Kulturnämnden"),
        ("year", year),
        ("participants", "1 200"),
    ];
    let made = browser.post("/arbetsyta/exempel/nytt", &form).await;
    assert_eq!(made.status, 303, "{}", made.body);
    let preview = made.location.split('?').next().unwrap().to_owned();
    let address = preview.trim_end_matches("/forhandsgranska").to_owned();
    let published = browser
        .post(&format!("{address}/publicera"), &[("revision", "1")])
        .await;
    assert_eq!(published.status, 303, "{}", published.body);
    address
}

#[tokio::test]
async fn the_bank_is_searched_by_words_and_facets() {
    for test in testkit::databases().await {
        let site = site(&test);
        let coordinator = staff(&site, Role::Coordinator).await;
        let mut browser = signed_in(&site, &coordinator).await;
        holds(
            &read(&mut browser, "/arbetsyta/exempel").await,
            &["Här finns inga exempel än."],
        );
        by_hand(&mut browser, "Torgdagen", "survey", "consultation", "2019").await;
        by_hand(&mut browser, "Sjöpromenaden", "walking-tour", "dialogue", "2021").await;
        let all = read(&mut browser, "/arbetsyta/exempel").await;
        holds(&all, &["2 exempel", "Torgdagen", "2021 · Dialog · Kulturnämnden"]);
        for (asked, found, not) in [
            ("metod=survey", "Torgdagen", "Sjöpromenaden"),
            ("niva=dialogue", "Sjöpromenaden", "Torgdagen"),
            ("ar=2019", "Torgdagen", "Sjöpromenaden"),
            ("q=promenader", "Sjöpromenaden", "Torgdagen"),
        ] {
            let page = read(&mut browser, &format!("/arbetsyta/exempel?{asked}")).await;
            holds(&page, &["1 exempel", found]);
            lacks(&page, &[not]);
        }
        let none = read(&mut browser, "/arbetsyta/exempel?metod=world-cafe").await;
        holds(
            &none,
            &["Inget exempel passar det du sökte.", "value=\"world-cafe\" selected"],
        );
        let english = read(&mut browser, "/en/arbetsyta/exempel").await;
        holds(&english, &["2 examples", "Dialogue"]);
        lacks(&english, &["examples-"]);

        // Officials who only read see the bank and nothing of the work.
        let elected = staff(&site, Role::Elected).await;
        let mut reader = signed_in(&site, &elected).await;
        let shown = read(&mut reader, "/arbetsyta/exempel").await;
        holds(&shown, &["Torgdagen"]);
        lacks(&shown, &["Skriv in ett exempel", "Under arbete"]);
        assert_eq!(reader.get("/arbetsyta/exempel/nytt").await.status, 403);
    }
}

#[tokio::test]
async fn what_stands_in_the_bank_is_a_version_until_the_next_is_published() {
    for test in testkit::databases().await {
        let site = site(&test);
        let coordinator = staff(&site, Role::Coordinator).await;
        let elected = staff(&site, Role::Elected).await;
        let mut browser = signed_in(&site, &coordinator).await;
        let mut reader = signed_in(&site, &elected).await;
        let address = by_hand(&mut browser, "Torgdagen", "survey", "consultation", "2019").await;
        let edit = format!("{address}/andra");
        let change = |result: &'static str, revision: &'static str| {
            vec![
                ("title", "Torgdagen"),
                ("lead", "Vi frågade på torget."),
                ("purpose", "Lyssna."),
                ("process", "Samtal."),
                ("result", result),
                ("year", "2019"),
                ("revision", revision),
            ]
        };
        assert_eq!(browser.post(&edit, &change("Bänkar och träd.", "2")).await.status, 303);
        let late = browser.post(&edit, &change("Fontän.", "2")).await;
        assert_eq!(late.status, 422);
        holds(
            &late.body,
            &["Bänkar och träd.", "Fontän.", "name=\"revision\" value=\"3\""],
        );

        lacks(&read(&mut reader, &address).await, &["Bänkar och träd."]);
        holds(
            &read(&mut browser, "/arbetsyta/exempel").await,
            &["Ändrat, inte publicerat"],
        );
        let silent = browser
            .post(&format!("{address}/publicera"), &[("revision", "3"), ("note", "")])
            .await;
        assert_eq!(silent.status, 422);
        holds(&silent.body, &["Skriv vad som är nytt"]);
        let published = browser
            .post(
                &format!("{address}/publicera"),
                &[("revision", "3"), ("note", "Träden kom till.")],
            )
            .await;
        assert_eq!(published.status, 303, "{}", published.body);
        holds(
            &read(&mut reader, &address).await,
            &["Bänkar och träd.", "Version 2", "Träden kom till."],
        );
        let first = read(&mut reader, &format!("{address}/version/1")).await;
        holds(&first, &["Version 1, publicerad", "Bänkar."]);
        lacks(&first, &["Bänkar och träd."]);
        assert_eq!(reader.get(&format!("{address}/version/3")).await.status, 404);

        let unsaid = browser
            .post(&format!("{address}/dra-tillbaka"), &[("revision", "4")])
            .await;
        assert_eq!(unsaid.status, 422);
        let gone = browser
            .post(
                &format!("{address}/dra-tillbaka"),
                &[("revision", "4"), ("reason", "Inaktuellt.")],
            )
            .await;
        assert_eq!(gone.status, 303, "{}", gone.body);
        assert_eq!(reader.get(&address).await.status, 404);
        assert_eq!(reader.get(&format!("{address}/version/2")).await.status, 404);
        holds(
            &read(&mut browser, "/arbetsyta/exempel").await,
            &["Draget tillbaka", "Här finns inga exempel än."],
        );

        // A thin draft is saved but not published.
        let thin = [("title", "Tunt"), ("year", "2020"), ("nyckel", "tunt")];
        let made = browser.post("/arbetsyta/exempel/nytt", &thin).await;
        let preview = made.location.split('?').next().unwrap().to_owned();
        holds(
            &read(&mut browser, &preview).await,
            &["Skriv det här innan exemplet kan publiceras:"],
        );
        let refused = browser
            .post(&preview.replace("forhandsgranska", "publicera"), &[("revision", "1")])
            .await;
        assert_eq!(refused.status, 422);
    }
}
