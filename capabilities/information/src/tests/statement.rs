//! The accessibility statement: what the law asks for, its fields, and telling what does not work.

use super::*;
use testkit::start;

const FORM: &str = "/arbetsyta/installningar/tillganglighet";

fn fields<'a>(revision: &'a str, gaps: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("revision", revision),
        ("tjanst", "Dialog Exempelby"),
        ("forenlig", "partial"),
        ("brister", gaps),
        ("brister-en", "Maps lack a text."),
        ("bedomd-day", "1"),
        ("bedomd-month", "3"),
        ("bedomd-year", "2026"),
        ("bedomare", "own"),
        ("hur", "Med skärmläsare på fem sidor."),
        ("hur-en", ""),
        ("svarsdagar", "3"),
        ("borda", "Filmer från 2024, textning kostar för mycket."),
        ("undantag", "Dokument från före 2018."),
    ]
}

#[tokio::test]
async fn the_statement_holds_what_the_law_asks_for() {
    for test in testkit::databases().await {
        let site = site(&test);
        let administrator = staff(&site, Role::Administrator).await;
        let mut browser = signed_in(&site, &administrator).await;
        let mut resident = Browser::new(site.clone(), capabilities);
        let own = read(&mut resident, "/tillganglighet").await;
        holds(
            &own,
            &[
                "Kommunen har inte bedömt webbplatsen än.",
                "delvis förenlig",
                "https://www.digg.se/tdosanmalan",
            ],
        );
        let form = read(&mut browser, FORM).await;
        holds(&form, &["filmer på teckenspråk", "name=\"revision\" value=\"0\""]);
        holds(
            &sent(
                &mut browser,
                FORM,
                &fields("0", "Kartor saknar text.\nEn film saknar text."),
            )
            .await,
            &["Redogörelsen är sparad"],
        );
        let page = read(&mut resident, "/tillganglighet?1").await;
        holds(
            &page,
            &[
                "Exempelby kommun",
                "Dialog Exempelby",
                "delvis förenlig",
                "<li>En film saknar text.</li>",
                "1\u{a0}mars 2026",
                "17\u{a0}mars 2026",
                "Kommunen har själv bedömt webbplatsen.",
                "Med skärmläsare på fem sidor.",
                "Filmer från 2024",
                "Dokument från före 2018.",
                "inom 3 arbetsdagar",
                "dialog@exempelby.example",
                "https://www.digg.se/tdosanmalan",
            ],
        );
        lacks(&page, &["Kommunen har inte bedömt webbplatsen än."]);
        let english = read(&mut resident, "/en/tillganglighet").await;
        holds(
            &english,
            &["Maps lack a text.", "<p lang=\"sv\">Med skärmläsare", "partly conforms"],
        );
    }
}

#[tokio::test]
async fn faults_stand_at_their_fields_and_two_writers_see_both() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let administrator = staff(&site, Role::Administrator).await;
    let mut browser = signed_in(&site, &administrator).await;
    let answer = browser.post(FORM, &[("revision", "0"), ("tjanst", "Kvar")]).await;
    assert_eq!(answer.status, 422);
    holds(
        &answer.body,
        &["href=\"#forenlig\"", "href=\"#bedomare\"", "value=\"Kvar\""],
    );
    let mut later = fields("0", "");
    later[7] = ("bedomd-year", "2027");
    let answer = browser.post(FORM, &later).await;
    holds(
        &answer.body,
        &["href=\"#brister\"", "Bedömningen kan inte ligga i framtiden"],
    );

    sent(&mut browser, FORM, &fields("0", "Kartor saknar text.")).await;
    let late = browser.post(FORM, &fields("0", "Filmer saknar text.")).await;
    assert_eq!(late.status, 422);
    holds(
        &late.body,
        &[
            "Maja administrator sparade",
            "Kartor saknar text.",
            "Filmer saknar text.</textarea>",
            "name=\"revision\" value=\"1\"",
        ],
    );
    let coordinator = staff(&site, Role::Coordinator).await;
    assert_eq!(signed_in(&site, &coordinator).await.get(FORM).await.status, 403);
}

#[tokio::test]
async fn a_year_after_the_review_it_is_owed_again() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let administrator = staff(&site, Role::Administrator).await;
    let duty = "Se över tillgänglighetsredogörelsen";
    let mut browser = signed_in(&site, &administrator).await;
    holds(&browser.get("/arbetsyta").await.body, &[duty]);
    sent(&mut browser, FORM, &fields("0", "Kartor saknar text.")).await;
    lacks(&browser.get("/arbetsyta").await.body, &[duty]);
    for (now, is_owed) in [
        ("2027-02-10T08:00:00Z", false),
        ("2027-02-20T08:00:00Z", true),
        ("2027-03-02T08:00:00Z", true),
    ] {
        test.clock.set(now.parse().expect("a moment"));
        let today = signed_in(&site, &administrator).await.get("/arbetsyta").await.body;
        assert_eq!(today.contains(duty), is_owed, "{now}: {today}");
    }
    let moderator = staff(&site, Role::Moderator).await;
    lacks(
        &signed_in(&site, &moderator).await.get("/arbetsyta").await.body,
        &[duty],
    );
    test.clock.set(start());
}

#[tokio::test]
async fn what_a_visitor_tells_is_sent_to_those_who_answer() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let mut resident = Browser::new(site.clone(), capabilities);
    let wrong = resident
        .post("/tillganglighet", &[("vad", ""), ("email", "nej"), ("sida", "Enkäten")])
        .await;
    assert_eq!(wrong.status, 422);
    holds(&wrong.body, &["href=\"#vad\"", "href=\"#email\"", "value=\"Enkäten\""]);
    let told = [
        ("sida", "Enkäten"),
        ("vad", "Knappen <b> går inte att nå."),
        ("email", "eva@exempel.se"),
    ];
    holds(
        &sent(&mut resident, "/tillganglighet", &told).await,
        &["Tack, vi har tagit emot"],
    );
    let mut conn = site.db.read().await.expect("read");
    let body: String = conn
        .scalar(
            db::sql!("select body from outgoing_mail where recipient = 'dialog@exempelby.example'"),
            db::args![],
        )
        .await
        .expect("a letter waits");
    holds(
        &body,
        &["Sida: ", "Enkäten", "Knappen <b> går inte att nå.", "eva@exempel.se"],
    );
}
