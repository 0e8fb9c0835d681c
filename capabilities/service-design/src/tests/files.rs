//! Photos and files on sheets: words for those who do not see them, a yes from those in them, and gone when the sheet is erased.

use super::*;
use crate::{Draft, People, write};

const PHOTO: &[u8] = b"\x89PNG\r\n\x1a\n a wall of notes";

async fn sheet(team: &Team) -> (Id, String) {
    let draft = Draft {
        template: "S9".into(),
        facts: map(serde_json::json!({ "interview-code": "A3", "interview-interpretation": "Beskedet är oron." })),
    };
    let id = write(&team.site, &team.who, team.project, None, &draft, None)
        .await
        .expect("written");
    (id, format!("{}/blad/{id}", team.here))
}

async fn files(team: &Team, id: Id) -> Vec<crate::Attached> {
    let mut read = team.site.db.read().await.expect("a reader");
    let all = crate::filled_of(&mut read, team.project).await.expect("read");
    let one = all.into_iter().find(|one| one.id == id).expect("the sheet");
    crate::files_of(&mut read, &one).await.expect("read")
}

fn caption(alt: &'static str, people: &'static str) -> [(&'static str, &'static str); 3] {
    [("filnamn", "Väggen efter passet"), ("alt", alt), ("personer", people)]
}

#[tokio::test]
async fn a_photo_has_words_and_everybody_in_it_has_said_yes() {
    let test = testkit::sqlite().await;
    let team = Team::of(&test).await;
    let (id, here) = sheet(&team).await;
    let mut browser = signed_in(&team.site, &team.staff).await;
    let to = format!("{here}/filer");
    for (alt, people, told) in [
        ("", "none", "Beskriv vad bilden visar"),
        ("Lappar i tre grupper", "", "Svara på om det går att känna igen någon"),
        ("Två föräldrar vid väggen", "unsure", "förrän alla har sagt ja"),
    ] {
        let refused = browser.upload(&to, &caption(alt, people), "vagg.png", PHOTO).await;
        assert_eq!(refused.status, 422, "{alt} {people}");
        assert!(
            refused.body.contains(told) && refused.body.contains("value=\"Väggen efter passet\""),
            "{}",
            refused.body
        );
    }
    let fake = browser
        .upload(&to, &caption("Lappar", "none"), "vagg.png", "<svg onload=alert(1)>")
        .await;
    assert_eq!(fake.status, 422, "judged by what it is");
    assert_eq!(
        browser.post(&to, &caption("Lappar", "none")).await.status,
        422,
        "without a file"
    );
    let large = browser
        .upload(&to, &caption("Lappar", "none"), "vagg.png", vec![0_u8; 10_000_001])
        .await;
    assert_eq!(large.status, 422, "too large");
    assert!(files(&team, id).await.is_empty());

    let added = browser
        .upload(&to, &caption("Lappar i tre grupper", "none"), "vagg.png", PHOTO)
        .await;
    assert_eq!(added.status, 303, "{}", added.body);
    let paper = [("filnamn", "Anteckningar"), ("alt", ""), ("personer", "")];
    assert_eq!(
        browser.upload(&to, &paper, "anteckning.txt", "Beskedet").await.status,
        303,
        "papers need no words"
    );
    let page = browser.get(&here).await.body;
    let image = between(&page, "<img src=\"", "\"").to_owned();
    assert!(
        page.contains("alt=\"Lappar i tre grupper\"") && page.contains("Anteckningar (TXT"),
        "{page}"
    );
    assert_eq!(browser.get(&image).await.headers["content-type"], "image/png");
    assert_eq!(files(&team, id).await[0].people, Some(People::Nobody));
    assert_eq!(browser.get(&format!("{here}/fil/docx")).await.status, 200);
    let mut stranger = Browser::new(team.site.clone(), capabilities);
    assert_ne!(
        stranger.get(&image).await.status,
        200,
        "photos of a project are the desk's"
    );

    let removed = files(&team, id).await[0].document.id.to_string();
    assert_eq!(browser.post(&to, &[("ta-bort", &removed)]).await.status, 303);
    assert!(!browser.get(&here).await.body.contains("<img src=\"/arbetsyta/projekt"));
    let (_, other) = sheet(&team).await;
    let elsewhere = browser.post(&format!("{other}/filer"), &[("ta-bort", &removed)]).await;
    assert_eq!(elsewhere.status, 404, "another sheet's file is not there");
    let documents = format!("{}/dokument", team.here);
    assert_eq!(
        browser
            .post(&format!("{documents}/{removed}"), &[("gor", "angra")])
            .await
            .status,
        303
    );
    assert!(
        browser.get(&here).await.body.contains("alt=\"Lappar i tre grupper\""),
        "what is taken back is on the sheet again"
    );
}

#[tokio::test]
async fn an_erased_sheet_takes_its_photos_along() {
    for test in testkit::databases().await {
        let team = Team::of(&test).await;
        let (id, here) = sheet(&team).await;
        let mut browser = signed_in(&team.site, &team.staff).await;
        let to = format!("{here}/filer");
        assert_eq!(
            browser
                .upload(&to, &caption("En förälder", "consented"), "anna.png", PHOTO)
                .await
                .status,
            303
        );
        let page = browser.get(&here).await.body;
        let image = between(&page, "<img src=\"", "\"").to_owned();
        assert_eq!(
            browser
                .post(&here, &[("gor", "radera"), ("beslut", "Gallringsplan 4.2")])
                .await
                .status,
            303
        );
        assert_eq!(
            browser.get(&image).await.status,
            404,
            "the picture is gone, not only its place"
        );
        let documents = browser.get(&format!("{}/dokument", team.here)).await.body;
        assert!(
            !documents.contains("Väggen efter passet") && !documents.contains("anna.png"),
            "{documents}"
        );
        assert!(!browser.get(&here).await.body.contains("En förälder"));
        let left: i64 = {
            let mut read = team.site.db.read().await.expect("a reader");
            read.scalar(
                db::sql!("select count(*) as n from file where size > 0 or name <> ''"),
                db::args![],
            )
            .await
            .expect("counted")
        };
        assert_eq!(left, 0);
        let late = browser
            .upload(&to, &caption("En till", "none"), "vagg.png", PHOTO)
            .await;
        assert_eq!(late.status, 422, "an erased sheet takes no files");
        assert!(files(&team, id).await.is_empty());
    }
}
