//! The desk: who may write, conflicts, restoring, the guide and where officials begin.

use super::*;

const CONTACT: &str = "/arbetsyta/texter/publik/contact/sv";

fn text<'a>(revision: &'a str, body: &'a str) -> [(&'a str, &'a str); 5] {
    [
        ("revision", revision),
        ("titel", "Kontakt"),
        ("ingress", "Fråga oss."),
        ("text", body),
        ("gor", "spara"),
    ]
}

#[tokio::test]
async fn only_those_who_approve_may_write() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let lead = staff(&site, Role::ProjectLead).await;
    let mut browser = signed_in(&site, &lead).await;
    for path in ["/arbetsyta/texter", CONTACT, &format!("{CONTACT}/redigera")] {
        assert_eq!(browser.get(path).await.status, 403, "{path}");
    }
    assert_eq!(
        browser
            .post(&format!("{CONTACT}/redigera"), &text("0", "x"))
            .await
            .status,
        403
    );
    lacks(&read(&mut browser, "/arbetsyta/handbok/roles").await, &["Redigera"]);
    let key = crate::TextKey::new(crate::Shelf::Public, "contact", web::Lang::Sv);
    let refused = crate::write(&site, &lead, &key, 0, &crate::Content::default(), "").await;
    assert!(matches!(refused, Err(crate::Refused::Fault(web::Fault::Forbidden))));
}

#[tokio::test]
async fn what_is_missing_is_said_at_its_field_and_nothing_is_lost() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let mut browser = coordinator(&site).await;
    let fields = [
        ("revision", "0"),
        ("titel", ""),
        ("ingress", "Kvar."),
        ("text", " "),
        ("gor", "spara"),
    ];
    let answer = browser.post(&format!("{CONTACT}/redigera"), &fields).await;
    assert_eq!(answer.status, 422);
    holds(
        &answer.body,
        &["<title>Fel:", "href=\"#titel\"", "href=\"#text\"", "Kvar."],
    );
    let long = "a".repeat(121);
    let fields = [
        ("revision", "0"),
        ("titel", &long),
        ("ingress", "x"),
        ("text", "x"),
        ("gor", "spara"),
    ];
    let answer = browser.post(&format!("{CONTACT}/redigera"), &fields).await;
    holds(&answer.body, &["Du har skrivit 1 tecken för mycket"]);
    for path in ["finns-inte/sv", "contact/fi"] {
        assert_eq!(
            browser.get(&format!("/arbetsyta/texter/publik/{path}")).await.status,
            404,
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_text_that_does_not_fit_is_refused_with_its_lines() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let mut browser = coordinator(&site).await;
    let body = "Hej\n\n{ladder}\n\n[x](handbok:roles)";
    let answer = browser.post(&format!("{CONTACT}/redigera"), &text("0", body)).await;
    assert_eq!(answer.status, 422);
    holds(
        &answer.body,
        &[
            "Rätta 2 fel i texten",
            "Rad 3:",
            "{ladder}",
            "Rad 5:",
            "leads to the desk",
            "href=\"#text\"",
        ],
    );
}

#[tokio::test]
async fn two_who_write_at_once_see_both_texts() {
    for test in testkit::databases().await {
        let site = site(&test);
        let mut first = coordinator(&site).await;
        let administrator = staff(&site, Role::Administrator).await;
        let mut second = signed_in(&site, &administrator).await;
        sent(
            &mut first,
            &format!("{CONTACT}/redigera"),
            &text("0", "Ring oss i dag."),
        )
        .await;
        let late = second
            .post(&format!("{CONTACT}/redigera"), &text("0", "Ring oss i morgon."))
            .await;
        assert_eq!(late.status, 422);
        holds(
            &late.body,
            &[
                "Någon annan har ändrat under tiden",
                "Version 1, Maja coordinator",
                "<del>dag.</del>",
                "<ins>morgon.</ins>",
                "Ring oss i morgon.</textarea>",
                "name=\"revision\" value=\"1\"",
            ],
        );
        let page = sent(
            &mut second,
            &format!("{CONTACT}/redigera"),
            &text("1", "Ring oss i morgon."),
        )
        .await;
        holds(&page, &["Version 2, Maja administrator", "Version 1, Maja coordinator"]);
        // The approver saw version 1; version 2 came in between.
        let stale = first
            .post(&format!("{CONTACT}/godkann"), &[("revision", "1"), ("nar", "nu")])
            .await;
        assert_eq!(stale.status, 409, "{}", test.engine);
    }
}

#[tokio::test]
async fn an_earlier_version_and_the_base_can_be_fetched_back() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let mut browser = coordinator(&site).await;
    let mut resident = Browser::new(site.clone(), capabilities);
    let now = |revision: &'static str| [("revision", revision), ("nar", "nu")];
    sent(&mut browser, &format!("{CONTACT}/redigera"), &text("0", "Den första.")).await;
    sent(&mut browser, &format!("{CONTACT}/godkann"), &now("1")).await;
    sent(&mut browser, &format!("{CONTACT}/redigera"), &text("1", "Den andra.")).await;
    sent(&mut browser, &format!("{CONTACT}/godkann"), &now("2")).await;
    let compare = read(&mut browser, &format!("{CONTACT}/jamfor?fran=1&till=2")).await;
    holds(&compare, &["<del>första.</del>", "<ins>andra.</ins>"]);
    holds(
        &read(&mut browser, &format!("{CONTACT}/jamfor")).await,
        &["Grundtexten jämfört med Version 2"],
    );

    let page = sent(
        &mut browser,
        &format!("{CONTACT}/aterstall"),
        &[("version", "1"), ("revision", "2")],
    )
    .await;
    holds(&page, &["Version 3", "Hämtad från version 1"]);
    sent(&mut browser, &format!("{CONTACT}/godkann"), &now("3")).await;
    let mut fresh = Browser::new(site.clone(), capabilities);
    holds(&read(&mut fresh, "/kontakt?1").await, &["Den första."]);

    let page = sent(&mut browser, &format!("{CONTACT}/grundtext"), &[("revision", "3")]).await;
    holds(&page, &["Läsarna ser nu grundtexten.", "återgick till grundtexten"]);
    holds(
        &read(&mut resident, "/kontakt?2").await,
        &["Har du en idé eller ett förslag?"],
    );
    let stale = browser
        .post(&format!("{CONTACT}/grundtext"), &[("revision", "3")])
        .await;
    assert_eq!(stale.status, 409);
    holds(&read(&mut browser, "/arbetsyta/texter").await, &["Grundtext"]);
}

#[tokio::test]
async fn a_translation_older_than_its_original_is_told_in_the_list() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let mut browser = coordinator(&site).await;
    lacks(
        &read(&mut browser, "/arbetsyta/texter").await,
        &["Äldre än den svenska"],
    );
    sent(&mut browser, &format!("{CONTACT}/redigera"), &text("0", "Ny.")).await;
    sent(
        &mut browser,
        &format!("{CONTACT}/godkann"),
        &[("revision", "1"), ("nar", "nu")],
    )
    .await;
    holds(
        &read(&mut browser, "/arbetsyta/texter").await,
        &["Äldre än den svenska"],
    );
}

#[tokio::test]
async fn a_time_that_cannot_be_is_said_at_its_field() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let mut browser = coordinator(&site).await;
    let approve = format!("{CONTACT}/godkann");
    assert_eq!(browser.get(&approve).await.status, 404, "there is no draft");
    sent(&mut browser, &format!("{CONTACT}/redigera"), &text("0", "Ny.")).await;
    let later = |day: &'static str, time: &'static str| {
        [
            ("revision", "1"),
            ("nar", "senare"),
            ("dag-day", day),
            ("dag-month", "3"),
            ("dag-year", "2026"),
            ("tid", time),
        ]
    };
    for (fields, says) in [
        (vec![("revision", "1")], "href=\"#nar\""),
        (later("32", "08.00").to_vec(), "href=\"#dag\""),
        (later("18", "åtta").to_vec(), "href=\"#tid\""),
        (later("16", "08.00").to_vec(), "Välj en tid som inte har varit"),
    ] {
        let answer = browser.post(&approve, &fields).await;
        assert_eq!(answer.status, 422, "{fields:?}");
        holds(&answer.body, &[says]);
    }
}

#[tokio::test]
async fn officials_begin_here() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let moderator = staff(&site, Role::Moderator).await;
    let mut browser = signed_in(&site, &moderator).await;
    let start = read(&mut browser, "/arbetsyta/borja-har").await;
    holds(
        &start,
        &[
            "<a href=\"/arbetsyta/borja-har\" aria-current=\"page\">",
            "/arbetsyta/borja-har/behover-jag-en-dialog",
            "/arbetsyta/handbok",
            "/arbetsyta/exempel",
            "/arbetsyta/kalender",
            "/arbetsyta/utbildning",
            "/arbetsyta/mallar/t1",
            "/arbetsyta/borja-har/stod",
        ],
    );
    let menu = |label: &str| {
        start
            .find(&format!(">{label}</a>"))
            .unwrap_or_else(|| panic!("no {label}"))
    };
    assert!(menu("Börja här") < menu("Handbok"));
    holds(
        &read(&mut browser, "/arbetsyta/borja-har/stod").await,
        &["/arbetsyta/handbok/conflict"],
    );
}

#[tokio::test]
async fn the_guide_asks_one_question_a_page_and_explains_where_it_ends() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let mut browser = coordinator(&site).await;
    let guide = "/arbetsyta/borja-har/behover-jag-en-dialog";
    let first = read(&mut browser, guide).await;
    holds(
        &first,
        &["Går något fortfarande att påverka?", "name=\"steg\" value=\"0\""],
    );
    let none = browser.get(&format!("{guide}?steg=0")).await;
    assert_eq!(none.status, 422);
    holds(&none.body, &["href=\"#svar\"", "Välj ett svar"]);
    let second = read(&mut browser, &format!("{guide}?svar=yes&steg=0")).await;
    holds(
        &second,
        &[
            "Fråga 2",
            "<input type=\"hidden\" name=\"svar\" value=\"yes\">",
            &format!("href=\"{guide}\""),
        ],
    );
    holds(
        &read(&mut browser, &format!("{guide}?svar=nonsense")).await,
        &["Fråga 1"],
    );

    let way = "svar=yes&svar=yes&svar=residents&svar=open&svar=frame";
    let end = read(&mut browser, &format!("{guide}?{way}&steg=4")).await;
    holds(
        &end,
        &[
            "Håll en dialog på nivån Medbeslutande",
            "/arbetsyta/dialoger/ny?niva=co-decision",
            "/arbetsyta/metoder/participatory-budget",
            &format!("href=\"{guide}?svar=yes&#38;svar=yes\""),
        ],
    );
    let other = read(&mut browser, &format!("/en{guide}?svar=yes&svar=yes&svar=users")).await;
    holds(
        &other,
        &[
            "Talk with those who use the service",
            "/en/arbetsyta/handbok/service-design",
        ],
    );
    lacks(&other, &["niva="]);

    let form = read(&mut browser, "/arbetsyta/dialoger/ny?niva=co-decision").await;
    holds(&form, &["nivån Medbeslutande", "name=\"niva\" value=\"co-decision\""]);
    let fields = [
        ("title", "Torget"),
        ("question", "Vad ska vi göra?"),
        ("niva", "co-decision"),
        ("nyckel", "a"),
    ];
    let begun = browser.post("/arbetsyta/dialoger/ny", &fields).await;
    assert_eq!(begun.status, 303);
    let mut conn = site.db.read().await.expect("read");
    let all = dialogues::list_all(&mut conn, &dialogues::Filter::default(), site.today())
        .await
        .expect("read");
    assert_eq!(all[0].level.as_deref(), Some("co-decision"));

    let moderator = staff(&site, Role::Moderator).await;
    let mut reader = signed_in(&site, &moderator).await;
    lacks(&read(&mut reader, &format!("{guide}?{way}")).await, &["niva="]);
}
