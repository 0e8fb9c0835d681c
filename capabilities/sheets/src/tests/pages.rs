//! Through pages, as an official without a script meets them.

use super::*;

#[tokio::test]
async fn an_official_fills_in_comments_and_approves() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let who = staff(&site, Role::Coordinator).await;
    let id = planned(&site, &who).await;
    let mut browser = signed_in(&site, &who).await;
    let base = format!("/arbetsyta/dialoger/{id}");

    let list = browser.get(&format!("{base}/mallar")).await.body;
    assert_eq!(list.matches("<th scope=\"row\">").count(), 16, "{list}");
    assert!(
        list.contains(&format!("href=\"{base}/mall/t7/fyll-i#meetings\"")),
        "{list}"
    );
    let page = browser.get(&format!("{base}/mall/t7")).await.body;
    for expected in [
        "Få veta vad som saknas.".to_string(),
        format!("href=\"{base}/steg/syfte#purpose\""),
        format!("href=\"{base}/mall/t7/fyll-i#run-sheet\""),
        "Fyll i: Möten".into(),
    ] {
        assert!(page.contains(&expected), "{expected}: {page}");
    }
    let t4 = browser.get(&format!("{base}/mall/T4")).await.body;
    let from = format!("Hämtat från <a href=\"{base}/steg/malgrupper#target-groups\">Målgrupper</a>");
    assert!(t4.contains(&from), "{t4}");

    // Approving is refused with what is missing as links.
    let form = browser.get(&format!("{base}/mall/t7/godkann")).await.body;
    let seen = between(&form, "name=\"sett\" value=\"", "\"").to_string();
    let refused = browser
        .post(&format!("{base}/mall/t7/godkann"), &[("sett", &seen)])
        .await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("Fyll i det som saknas") && refused.body.contains("1 uppgift saknas"));

    // The form: what is wrong stands at its field, and nothing typed is lost.
    let fill = format!("{base}/mall/t7/fyll-i");
    let form = browser.get(&fill).await.body;
    let revision = between(&form, "name=\"revision\" value=\"", "\"").to_string();
    assert!(!form.contains("name=\"purpose\""), "the plan is written in the planner");
    let mut fields = vec![
        ("revision", revision.as_str()),
        ("meetings.1.what", "Kväll i parken"),
        ("meetings.1.date", "31/2 2026"),
        ("meetings.1.time", "18–20"),
        ("meetings.1.place", "Mörby skola"),
        ("conversation-rules", "Vi talar om saken\nEn i taget"),
    ];
    let wrong = browser.post(&fill, &fields).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("skriv datumet som 2026-03-17") && wrong.body.contains("En i taget"));
    fields[2].1 = "14/4 2026";
    let saved = browser.post(&fill, &fields).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    let stale = browser
        .post(&fill, &[("revision", &revision), ("plan-b", "Vi flyttar in")])
        .await;
    assert_eq!(stale.status, 422);
    assert!(stale.body.contains("Maja coordinator sparade") && stale.body.contains("Vi flyttar in"));
    let invitation = browser.get(&format!("{base}/mall/t6")).await.body;
    assert!(
        invitation.contains("Kväll i parken") && invitation.contains("Körschema för möte"),
        "{invitation}"
    );

    // A comment waits on its section until somebody has dealt with it.
    let page = browser.get(&format!("{base}/mall/t7")).await.body;
    let key = between(&page, "name=\"nyckel\" value=\"", "\"").to_string();
    let say = format!("{base}/mall/t7/kommentar");
    let silent = browser
        .post(
            &say,
            &[("nyckel", &key), ("avsnitt", "roles"), ("kommentar-roles", " ")],
        )
        .await;
    assert_eq!(silent.status, 422);
    assert!(silent.body.contains("href=\"#kommentar-roles\"") && silent.body.contains("Skriv en kommentar"));
    let spoken = [
        ("nyckel", key.as_str()),
        ("avsnitt", "roles"),
        ("kommentar-roles", "Vem <b>svarar</b>?"),
    ];
    for _ in 0..2 {
        assert_eq!(browser.post(&say, &spoken).await.status, 303);
    }
    let page = browser.get(&format!("{base}/mall/t7")).await.body;
    assert_eq!(
        page.matches("Vem &#60;b&#62;svarar").count(),
        1,
        "sent twice it stands once: {page}"
    );
    assert!(
        browser
            .get(&format!("{base}/mallar"))
            .await
            .body
            .contains("1 kommentar är inte klar")
    );
    let comment = format!("{say}/{}", between(&page, &format!("action=\"{say}/"), "\""));
    assert_eq!(browser.post(&comment, &[("gor", "klar")]).await.status, 303);
    let page = browser.get(&format!("{base}/mall/t7")).await.body;
    assert!(page.contains("Klar enligt Maja coordinator"), "{page}");
    assert_eq!(browser.post(&comment, &[("gor", "kanske")]).await.status, 400);
    let other = comment.replace("/t7/", "/t6/");
    assert_eq!(
        browser.post(&other, &[("gor", "klar")]).await.status,
        404,
        "it is a comment on T7"
    );
    let nowhere = [("avsnitt", "nothing"), ("kommentar-nothing", "x")];
    assert_eq!(browser.post(&say, &nowhere).await.status, 404);

    // Approved: a version with its files, and the list says so.
    let form = browser.get(&format!("{base}/mall/t7/godkann")).await.body;
    let stale = browser
        .post(&format!("{base}/mall/t7/godkann"), &[("sett", &seen)])
        .await;
    assert_eq!(stale.status, 422);
    assert!(stale.body.contains("Någon ändrade medan du läste"));
    let seen = between(&form, "name=\"sett\" value=\"", "\"").to_string();
    let done = browser
        .post(&format!("{base}/mall/t7/godkann"), &[("sett", &seen)])
        .await;
    assert_eq!(done.status, 303, "{}", done.body);
    let shown = browser.get(&done.location).await.body;
    assert!(
        shown.contains("Kväll i parken") && shown.contains("Mallen är godkänd"),
        "{shown}"
    );
    assert!(
        browser
            .get(&format!("{base}/mallar"))
            .await
            .body
            .contains("Godkänd, version 1")
    );
    for file in ["version/1/docx", "utkast/docx"] {
        let answer = browser.get(&format!("{base}/mall/t7/{file}")).await;
        assert!(answer.status == 200 && answer.body.starts_with("PK"), "{file}");
    }
    #[cfg(feature = "pdf")]
    for file in ["version/1/pdf", "utkast/pdf"] {
        let answer = browser.get(&format!("{base}/mall/t7/{file}")).await;
        assert!(
            answer.status == 200 && answer.body.contains("/StructTreeRoot"),
            "{file}"
        );
    }
    for nothing in ["version/2", "version/x", "version/1/odt", "utkast/odt"] {
        assert_eq!(
            browser.get(&format!("{base}/mall/t7/{nothing}")).await.status,
            404,
            "{nothing}"
        );
    }
}

#[tokio::test]
async fn every_page_is_there_in_both_languages() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let who = staff(&site, Role::Coordinator).await;
    let id = planned(&site, &who).await;
    let mut browser = signed_in(&site, &who).await;
    let mut pages = vec![format!("/arbetsyta/dialoger/{id}/mallar"), "/arbetsyta/mallar".into()];
    for sheet in method::packs(&site).dialogue().sheets.iter() {
        let key = sheet.key.to_lowercase();
        pages.push(format!("/arbetsyta/mallar/{key}"));
        let one = format!("/arbetsyta/dialoger/{id}/mall/{key}");
        pages.extend(["", "/fyll-i", "/godkann"].map(|part| format!("{one}{part}")));
    }
    for page in pages {
        for path in [page.clone(), format!("/en{page}")] {
            let answer = browser.get(&path).await;
            assert_eq!(answer.status, 200, "{path}: {}", answer.body);
            assert_eq!(answer.body.matches("<h1").count(), 1, "{path}");
            for key in [">sheets-", ">method-", "label=\"sheets-", " sheets-"] {
                let missing = answer.body.split(key).nth(1).unwrap_or_default();
                assert!(!answer.body.contains(key), "a text is missing on {path}: {missing:.60}");
            }
            let mut ids: Vec<&str> = answer
                .body
                .split(" id=\"")
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
                .collect();
            ids.sort_unstable();
            let doubles: Vec<_> = ids.windows(2).filter(|pair| pair[0] == pair[1]).collect();
            assert!(doubles.is_empty(), "{path}: {doubles:?}");
        }
    }
    for nothing in [
        "/arbetsyta/mallar/t99".to_string(),
        "/arbetsyta/mallar/t1/odt".into(),
        format!("/arbetsyta/dialoger/{id}/mall/t99"),
        format!("/arbetsyta/dialoger/{id}/mall/t99/fyll-i"),
    ] {
        assert_eq!(browser.get(&nothing).await.status, 404, "{nothing}");
    }
}

#[tokio::test]
async fn a_blank_form_has_boxes_and_lines_and_comes_as_a_file() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let who = staff(&site, Role::Elected).await;
    let mut browser = signed_in(&site, &who).await;
    let page = browser.get("/arbetsyta/mallar/t8").await.body;
    for expected in [
        "<ul class=\"boxes plain\">",
        "<div class=\"lines\"",
        "Synpunkter vid bordet",
        "/arbetsyta/mallar/t8/docx",
    ] {
        assert!(page.contains(expected), "{expected}: {page}");
    }
    let file = browser.get("/arbetsyta/mallar/T8/docx").await;
    assert!(file.status == 200 && file.body.starts_with("PK"));
    assert!(
        file.headers["content-disposition"]
            .to_str()
            .expect("text")
            .contains("t8-tom.docx"),
        "{:?}",
        file.headers
    );
    #[cfg(feature = "pdf")]
    assert!(
        browser
            .get("/arbetsyta/mallar/t8/pdf")
            .await
            .body
            .contains("/StructTreeRoot")
    );
}

#[tokio::test]
async fn who_only_reads_comments_but_changes_and_approves_nothing() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let (lead, elected) = (staff(&site, Role::ProjectLead).await, staff(&site, Role::Elected).await);
    let id = planned(&site, &lead).await;
    let mut browser = signed_in(&site, &elected).await;
    let one = format!("/arbetsyta/dialoger/{id}/mall/t7");
    let page = browser.get(&one).await.body;
    assert!(
        !page.contains("Fyll i mallen") && !page.contains("Godkänn mallen"),
        "{page}"
    );
    assert!(
        browser
            .get(&format!("{one}/fyll-i"))
            .await
            .body
            .contains("Du kan läsa men inte ändra")
    );
    assert_eq!(
        browser.post(&format!("{one}/fyll-i"), &[("plan-b", "x")]).await.status,
        403
    );
    let said = [("avsnitt", "roles"), ("kommentar-roles", "Jag kan komma.")];
    assert_eq!(browser.post(&format!("{one}/kommentar"), &said).await.status, 303);
    let approve = browser.get(&format!("{one}/godkann")).await.body;
    assert!(approve.contains("Du får inte godkänna"));
    assert_eq!(
        browser.post(&format!("{one}/godkann"), &[("sett", "")]).await.status,
        403
    );
    let mut resident = Browser::new(site.clone(), capabilities);
    for path in [one.as_str(), "/arbetsyta/mallar", "/arbetsyta/mallar/t1/docx"] {
        assert!(resident.get(path).await.location.starts_with("/logga-in"), "{path}");
    }
}
