//! Through pages, as an official without a script meets them.

use super::*;
use identity::Role;

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let from = text
        .find(start)
        .unwrap_or_else(|| panic!("{start} is not on the page:\n{text}"))
        + start.len();
    &text[from..from + text[from..].find(end).expect("the end is on the page")]
}

#[tokio::test]
async fn an_official_starts_a_dialogue_and_writes_its_question() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let lead = staff(&site, Role::ProjectLead).await;
    let mut browser = signed_in(&site, &lead).await;
    assert!(browser.get("/arbetsyta").await.body.contains("Inget väntar"));

    let form = browser.get("/arbetsyta/dialoger/ny").await.body;
    let key = between(&form, "name=\"nyckel\" value=\"", "\"").to_string();
    let empty = browser
        .post(
            "/arbetsyta/dialoger/ny",
            &[("nyckel", &key), ("title", "Park"), ("question", " ")],
        )
        .await;
    assert_eq!(empty.status, 422);
    let text = empty.body;
    assert!(text.contains("<title>Fel:") && text.contains("Skriv frågan") && text.contains("value=\"Park\""));

    let sent = [
        ("nyckel", key.as_str()),
        ("title", "Park"),
        ("question", "Vad vill du?"),
    ];
    let made = browser.post("/arbetsyta/dialoger/ny", &sent).await;
    assert_eq!(made.status, 303);
    let again = browser.post("/arbetsyta/dialoger/ny", &sent).await;
    assert_eq!(again.status, 422, "the same form sent twice makes one dialogue");

    let plan_page = browser.get(&made.location).await;
    assert_eq!(plan_page.status, 200);
    let text = plan_page.body;
    for word in ["Utkastet är skapat", " av 30 uppgifter är klara", "Beskriv frågan"] {
        assert!(text.contains(word), "{word}: {text}");
    }

    let base = made.location.split('?').next().expect("an address").to_string();
    let task = format!("{base}/steg/beslutet");
    let page = browser.get(&task).await.body;
    let revision = between(&page, "name=\"revision\" value=\"", "\"").to_string();
    let fields = [
        ("revision", revision.as_str()),
        ("upcoming-decision", "Program för parken"),
        ("deciding-body", "Tekniska nämnden"),
        ("decision-expected-on-day", "31"),
        ("decision-expected-on-month", "2"),
        ("decision-expected-on-year", "2026"),
        ("decision-path.1.body", "Nämnden"),
        ("decision-path.1.date", "12/5 2026"),
    ];
    let wrong = browser.post(&task, &fields).await;
    assert_eq!(wrong.status, 422);
    let text = wrong.body;
    assert!(
        text.contains("Skriv ett datum med dag, månad och år")
            && text.contains("value=\"Nämnden\"")
            && text.contains("Program för parken")
    );

    let more: Vec<(&str, &str)> = fields
        .iter()
        .copied()
        .chain([("fler-rader", "decision-path")])
        .collect();
    let more = browser.post(&task, &more).await;
    assert_eq!(more.status, 200);
    assert!(more.body.contains("decision-path.4.body"), "more rows without a script");

    let right: Vec<(&str, &str)> = fields
        .iter()
        .copied()
        .map(|(key, value)| if value == "31" { (key, "28") } else { (key, value) })
        .collect();
    let saved = browser.post(&task, &right).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    let mut read = site.db.read().await.expect("a reader");
    let all = crate::list_all(&mut read, &crate::Filter::default(), site.today())
        .await
        .expect("read");
    assert_eq!(all[0].facts.rows("decision-path")[0]["date"], "2026-05-12");
    drop(read);

    // The same form from a second window is out of date: what stands is shown beside what was written.
    let stale = browser
        .post(&task, &[("revision", &revision), ("deciding-body", "Kommunstyrelsen")])
        .await;
    assert_eq!(stale.status, 422);
    let text = stale.body;
    assert!(
        text.contains("Maja project-lead sparade")
            && text.contains("Tekniska nämnden")
            && text.contains("Kommunstyrelsen")
    );
}

#[tokio::test]
async fn a_gate_lists_what_is_missing_as_links_and_saying_finished_too_early_leads_back() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let who = staff(&site, Role::Coordinator).await;
    let id = crate::create(&site, &who, "Park", "Vad?").await.expect("created");
    let mut browser = signed_in(&site, &who).await;
    let base = format!("/arbetsyta/dialoger/{id}");
    let page = browser.get(&format!("{base}/lage/prova")).await.body;
    assert!(
        page.contains(&format!("href=\"{base}/steg/provning#can-be-influenced\"")),
        "{page}"
    );
    let refused = browser.post(&format!("{base}/lage/prova"), &[]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("Gör klart det som saknas"));

    let early = browser
        .post(
            &format!("{base}/steg/provning"),
            &[("revision", "1"), ("can-be-influenced", "no"), ("klart-steg", "ja")],
        )
        .await;
    assert_eq!(early.status, 303);
    assert!(early.location.contains("kontroll=ja"));
    let back = browser.get(&early.location).await.body;
    assert!(back.contains("Fyll i: Varför?") && back.contains("något saknas"));

    let forbidden = [
        ("revision", "2"),
        ("can-be-influenced", "no"),
        ("deciders-open", "yes"),
        ("examination-outcome", "dialogue"),
        ("examination-reason", "x"),
    ];
    let refused = browser.post(&format!("{base}/steg/provning"), &forbidden).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("Välj information, vänta eller ingen dialog"));
}

#[tokio::test]
async fn lowering_the_level_in_public_asks_why_at_the_field() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let who = staff(&site, Role::Coordinator).await;
    let id = published(&site, &who).await;
    let mut browser = signed_in(&site, &who).await;
    let task = format!("/arbetsyta/dialoger/{id}/steg/niva");
    let page = browser.get(&task).await.body;
    let revision = between(&page, "name=\"revision\" value=\"", "\"").to_string();
    assert!(page.contains("Varför ändrar ni?"));
    let sent = [
        ("revision", revision.as_str()),
        ("level", "dialogue"),
        ("promise", "Vi möts."),
    ];
    let silent = browser.post(&task, &sent).await;
    assert_eq!(silent.status, 422);
    assert!(silent.body.contains("href=\"#skal\""));
    let lowered = browser
        .post(
            &task,
            &[
                ("revision", &revision),
                ("level", "information"),
                ("promise", "x"),
                ("skal", "spar"),
            ],
        )
        .await;
    assert_eq!(lowered.status, 422, "a dialogue never falls below consultation");
    assert!(lowered.body.contains("redan är taget"));
    let told: Vec<(&str, &str)> = sent
        .iter()
        .copied()
        .chain([("skal", "Vi lägger till möten.")])
        .collect();
    assert_eq!(browser.post(&task, &told).await.status, 303);
    let history = browser.get(&format!("/arbetsyta/dialoger/{id}/historik")).await.body;
    assert!(
        history.contains("Konsultation")
            && history.contains("Vi lägger till möten.")
            && history.contains("Visas för alla")
    );
}

#[tokio::test]
async fn every_page_of_a_dialogue_is_there_in_both_languages() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let who = staff(&site, Role::Coordinator).await;
    let id = published(&site, &who).await;
    crate::attach(&site, &who, id, "Program", "program.pdf", b"%PDF-1.7 x", true)
        .await
        .expect("attached");
    let mut browser = signed_in(&site, &who).await;
    let pack = method::packs(&site).dialogue();
    let base = format!("/arbetsyta/dialoger/{id}");
    let mut pages = vec![
        "/arbetsyta".to_string(),
        "/arbetsyta/dialoger?fas=coming&q=park&mina=ja".into(),
        "/arbetsyta/dialoger/ny".into(),
        base.clone(),
    ];
    for task in pack.tasks.iter().filter(|task| task.page.is_none()) {
        pages.push(format!("{base}/steg/{}", task.address));
        pages.push(format!("{base}/steg/{}/engelska", task.address));
    }
    pages.extend(
        [
            "checklista",
            "checklista/F21",
            "dokument",
            "historik",
            "lage/avpublicera",
            "lage/pausa",
            "lage/avbryt",
        ]
        .map(|part| format!("{base}/{part}")),
    );
    for page in pages {
        for path in [page.clone(), format!("/en{page}")] {
            let answer = browser.get(&path).await;
            assert_eq!(answer.status, 200, "{path}");
            let text = answer.body;
            assert_eq!(text.matches("<h1").count(), 1, "{path}");
            // A missing text shows its key, as words or as the value of an attribute.
            for key in [">dialogues-", ">method-", "label=\"dialogues-"] {
                assert!(
                    !text.contains(key),
                    "a text is missing on {path}: {}",
                    text.split(key).nth(1).unwrap_or_default()
                );
            }
        }
    }
    for nothing in ["steg/aktiviteter", "steg/nonsens", "lage/open", "lage/nonsens"] {
        assert_eq!(browser.get(&format!("{base}/{nothing}")).await.status, 404, "{nothing}");
    }
}

#[tokio::test]
async fn a_document_is_uploaded_hidden_removed_and_brought_back() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let who = staff(&site, Role::Coordinator).await;
    let id = published(&site, &who).await;
    let mut browser = signed_in(&site, &who).await;
    let mut resident = Browser::new(site.clone(), capabilities);
    let page = format!("/arbetsyta/dialoger/{id}/dokument");
    let wrong = browser
        .upload(&page, &[("title", "Program")], "program.pdf", "<html>")
        .await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("value=\"Program\"") && wrong.body.contains("Filtypen går inte"));
    let added = browser
        .upload(
            &page,
            &[("title", "Program"), ("public", "ja")],
            "program.pdf",
            "%PDF-1.7 x",
        )
        .await;
    assert_eq!(added.status, 303, "{}", added.body);
    let mut read = site.db.read().await.expect("a reader");
    let document = crate::documents(&mut read, id).await.expect("read").remove(0);
    drop(read);
    let file = resident.get(&document.href()).await;
    assert_eq!(file.status, 200);
    assert_eq!(file.headers["content-type"], "application/pdf");
    assert_eq!(file.headers["x-content-type-options"], "nosniff");
    let act = format!("{page}/{}", document.id);
    for (what, status) in [("dolj", 404), ("visa", 200), ("ta-bort", 404), ("angra", 200)] {
        assert_eq!(browser.post(&act, &[("gor", what)]).await.status, 303, "{what}");
        assert_eq!(resident.get(&document.href()).await.status, status, "{what}");
    }
    assert_eq!(
        resident.get(&format!("/filer/{}/annat.pdf", document.id)).await.status,
        404
    );
    assert_eq!(resident.get(&act).await.status, 303, "the desk asks for a sign-in");
    let other = crate::create(&site, &who, "Annan", "Vad?").await.expect("created");
    assert_eq!(
        browser
            .get(&format!("/arbetsyta/dialoger/{other}/dokument/{}", document.id))
            .await
            .status,
        404
    );
}

#[tokio::test]
async fn the_checklist_is_ticked_and_set_aside_with_a_reason() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let who = staff(&site, Role::ProjectLead).await;
    let id = crate::create(&site, &who, "Park", "Vad?").await.expect("created");
    let mut browser = signed_in(&site, &who).await;
    let item = format!("/arbetsyta/dialoger/{id}/checklista/F05");
    let silent = browser
        .post(&item, &[("lage", "not-applicable"), ("anteckning", "")])
        .await;
    assert_eq!(silent.status, 422);
    assert!(silent.body.contains("href=\"#anteckning\""));
    let done = browser
        .post(&item, &[("lage", "done"), ("anteckning", "Inga krockar.")])
        .await;
    assert!(
        done.status == 303 && done.location.ends_with("#F05"),
        "{}",
        done.location
    );
    let page = browser.get(&format!("/arbetsyta/dialoger/{id}/checklista")).await.body;
    assert!(page.contains("Inga krockar.") && page.contains("Maja project-lead"));
    assert_eq!(browser.post(&item, &[("lage", "kanske")]).await.status, 400);
}

#[tokio::test]
async fn those_who_only_read_see_the_plan_and_change_nothing() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let lead = staff(&site, Role::ProjectLead).await;
    let elected = staff(&site, Role::Elected).await;
    let id = crate::create(&site, &lead, "Park", "Vad?").await.expect("created");
    let mut browser = signed_in(&site, &elected).await;
    let base = format!("/arbetsyta/dialoger/{id}");
    let page = browser.get(&format!("{base}/steg/fragan")).await;
    assert!(page.status == 200 && page.body.contains("Du kan läsa men inte ändra"));
    assert!(
        page.body.contains("href=\"/arbetsyta/handbok/question-and-decision\""),
        "the help leads on to the chapter that holds it"
    );
    assert_eq!(
        browser
            .post(&format!("{base}/steg/fragan"), &[("title", "x")])
            .await
            .status,
        403
    );
    assert_eq!(
        browser
            .post(&format!("{base}/lage/lagg-ner"), &[("skal", "x")])
            .await
            .status,
        403
    );
    assert_eq!(browser.get("/arbetsyta/dialoger/ny").await.status, 403);
}
