//! What residents read: base texts, what a planned publication does, what is fetched from elsewhere.

use super::*;

const CONTACT: &str = "/arbetsyta/texter/publik/contact/sv";

#[tokio::test]
async fn every_base_page_is_there_in_both_languages() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let mut resident = Browser::new(site.clone(), capabilities);
    let mut official = coordinator(&site).await;
    let pack = method::packs(&site).dialogue();
    for page in &pack.library.pages {
        let browser = match page.audience {
            method::pack::Audience::Public => &mut resident,
            method::pack::Audience::Intranet => &mut official,
        };
        let swedish = read(browser, &page.address).await;
        holds(&swedish, &[&format!("<h1>{}</h1>", page.name.sv)]);
        let english = read(browser, &format!("/en{}", page.address)).await;
        holds(&english, &[&format!("<h1>{}</h1>", page.name.en)]);
        for directive in method::pack::Directive::ALL {
            lacks(&swedish, &[&format!("{{{}}}", directive.code())]);
        }
        lacks(&english, &["available in Swedish only"]);
    }
    for path in ["/sa-fungerar-det/finns-inte", "/sa-fungerar-det/Principer"] {
        assert_eq!(resident.get(path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn pages_show_what_stands_elsewhere() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let mut resident = Browser::new(site, capabilities);
    let how = read(&mut resident, "/sa-fungerar-det").await;
    holds(
        &how,
        &[
            "<ol class=\"rungs\" id=\"stegen\">",
            "Vi frågar vad du tycker",
            "href=\"/sa-fungerar-det/principer\"",
            "href=\"/personuppgifter\"",
        ],
    );
    let ladder = read(&mut resident, "/en/sa-fungerar-det/delaktighetstrappan").await;
    holds(
        &ladder,
        &["Step 5", "We do not promise:", "href=\"/en/sa-fungerar-det\""],
    );
    let principles = read(&mut resident, "/sa-fungerar-det/principer").await;
    holds(&principles, &["Den som deltar blir minst hörd", "href=\"/kontakt\""]);
    holds(
        &read(&mut resident, "/kontakt").await,
        &["tel:081234500", "dialog@exempelby.example"],
    );
    holds(
        &read(&mut resident, "/personuppgifter").await,
        &["Dataskyddsombud", "https://www.imy.se"],
    );
}

#[tokio::test]
async fn dialogues_stand_by_where_they_are_and_the_page_follows() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let who = staff(&site, Role::Coordinator).await;
    let mut resident = Browser::new(site.clone(), capabilities);
    let path = "/sa-fungerar-det/laget-just-nu";
    holds(
        &read(&mut resident, path).await,
        &["Ingen dialog pågår just nu.", "Ingen ny dialog är planerad än."],
    );
    published(&site, &who, "Hur ska parken bli?").await;
    let coming = until(&mut resident, path, "Hur ska parken bli?").await;
    holds(&coming, &["Öppnar 1\u{a0}april 2026", "Ingen dialog pågår just nu."]);
    for (now, says, group) in [
        ("2026-04-02T08:00:00Z", "Stänger 30\u{a0}april 2026", "<h2>Pågår</h2>"),
        (
            "2026-05-02T08:00:00Z",
            "Svar senast 15\u{a0}augusti 2026",
            "<h2>Sammanställs</h2>",
        ),
    ] {
        test.clock.set(now.parse().expect("a moment"));
        dialogues::tick(&site).await.expect("ticked");
        let page = until(&mut resident, path, says).await;
        let within = page.split(group).nth(1).and_then(|rest| rest.split("<h2>").next());
        assert!(
            within.is_some_and(|text| text.contains("Hur ska parken bli?")),
            "{now}: {page}"
        );
    }
}

#[tokio::test]
async fn a_text_goes_from_draft_by_preview_and_plan_to_the_public_page() {
    for test in testkit::databases().await {
        let site = site(&test);
        let mut official = coordinator(&site).await;
        let mut resident = Browser::new(site.clone(), capabilities);
        lacks(&read(&mut resident, "/kontakt").await, &["Kom till receptionen"]);

        let form = read(&mut official, &format!("{CONTACT}/redigera")).await;
        holds(
            &form,
            &[
                "name=\"revision\" value=\"0\"",
                "Har du en idé eller ett förslag?",
                "{contact}",
            ],
        );
        let mut fields = vec![
            ("revision", "0"),
            ("titel", "Kontakta oss"),
            ("ingress", "Du är välkommen."),
            (
                "text",
                "## Kom hit\n\nKom till **receptionen**, t.ex. på lunchen.\n\n{contact}\n",
            ),
            ("andring", "Besökstid"),
            ("gor", "forhandsgranska"),
        ];
        let preview = official.post(&format!("{CONTACT}/redigera"), &fields).await;
        assert_eq!(preview.status, 200);
        holds(
            &preview.body,
            &[
                "<strong>receptionen</strong>",
                "tel:081234500",
                "Skriv ut ”t.ex.”",
                "value=\"Kontakta oss\"",
                "Kom till **receptionen**",
            ],
        );
        fields[5] = ("gor", "spara");
        let page = sent(&mut official, &format!("{CONTACT}/redigera"), &fields).await;
        holds(
            &page,
            &[
                "Utkastet är sparat.",
                "Version 1, Maja coordinator",
                "Besökstid",
                "Granska och godkänn",
            ],
        );
        lacks(&read(&mut resident, "/kontakt").await, &["receptionen"]);

        let approve = read(&mut official, &format!("{CONTACT}/godkann")).await;
        holds(&approve, &["<ins>", "Grundtexten jämfört med Version 1"]);
        let plan = [
            ("revision", "1"),
            ("nar", "senare"),
            ("dag-day", "18"),
            ("dag-month", "3"),
            ("dag-year", "2026"),
            ("tid", "08.00"),
        ];
        let page = sent(&mut official, &format!("{CONTACT}/godkann"), &plan).await;
        holds(
            &page,
            &[
                "publiceras 18\u{a0}mars 2026 klockan 08.00",
                "Avbryt den planerade publiceringen",
            ],
        );
        lacks(&read(&mut resident, "/kontakt").await, &["receptionen"]);
        holds(&read(&mut official, "/arbetsyta/texter").await, &["Publiceras 18"]);

        // A tick before the time changes nothing; after it the kept page is dropped.
        crate::tick(&site).await.expect("ticked");
        lacks(&read(&mut resident, "/kontakt").await, &["receptionen"]);
        test.clock.set("2026-03-18T07:00:00Z".parse().expect("a moment"));
        lacks(&read(&mut resident, "/kontakt").await, &["receptionen"]);
        crate::tick(&site).await.expect("ticked");
        let shown = until(&mut resident, "/kontakt", "receptionen").await;
        holds(
            &shown,
            &[
                "<h1>Kontakta oss</h1>",
                "Du är välkommen.",
                "Senast ändrad 18\u{a0}mars 2026",
            ],
        );
        // English has its own base text and stays.
        holds(&read(&mut resident, "/en/kontakt").await, &["<h1>Contact</h1>"]);
        assert_eq!(
            logged(&mut site.db.read().await.expect("read"), "text.approve").await,
            1,
            "{}",
            test.engine
        );
    }
}

#[tokio::test]
async fn a_plan_that_is_called_off_is_never_shown() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let who = staff(&site, Role::Coordinator).await;
    let key = crate::TextKey::new(crate::Shelf::Public, "contact", web::Lang::Sv);
    let content = crate::Content {
        title: "Ny".into(),
        lead: "Ny".into(),
        body: "receptionen".into(),
    };
    crate::write(&site, &who, &key, 0, &content, "").await.expect("written");
    let at = "2026-03-18T07:00:00Z".parse().expect("a moment");
    crate::approve(&site, &who, &key, 1, crate::When::From(at), "")
        .await
        .expect("approved");
    let mut official = signed_in(&site, &who).await;
    let page = sent(&mut official, &format!("{CONTACT}/avbryt"), &[("version", "1")]).await;
    holds(&page, &["Publiceringen är avbruten.", "Publiceringen avbröts"]);
    test.clock.set("2026-03-18T08:00:00Z".parse().expect("a moment"));
    crate::tick(&site).await.expect("ticked");
    lacks(
        &read(&mut Browser::new(site.clone(), capabilities), "/kontakt").await,
        &["receptionen"],
    );
    let mut official = signed_in(&site, &who).await;
    let again = official.post(&format!("{CONTACT}/avbryt"), &[("version", "1")]).await;
    assert_eq!(again.status, 409, "nothing is planned any more");
}

#[tokio::test]
async fn a_translation_that_is_missing_is_said_on_the_page() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let pack = method::packs(&site).dialogue();
    let mut page = pack.library.page_at("/kontakt").expect("the page is there").clone();
    page.text.en.clear();
    let shown = crate::pages::blocks::pick(&page, &[], web::Lang::En, site.clock.now());
    assert_eq!((shown.lang, shown.content.title.as_str()), (web::Lang::Sv, "Kontakt"));
}
