//! From those who said yes to a panel that anybody can check, and what happens when somebody gets it wrong.

use super::*;

#[tokio::test]
async fn a_panel_is_published_drawn_and_checked_with_the_file_alone() {
    for test in testkit::databases().await {
        let town = Town::on(test).await;
        let mut maja = town.comes("maja@exempel.se").await;
        let list = maja.get(&town.path("")).await;
        assert!(
            list.body.contains("Ingen är påbörjad än") && list.body.contains("/lottning/ny"),
            "{}",
            list.body
        );
        let here = town.prepared(&mut maja).await;
        let id = here.rsplit('/').next().unwrap().to_owned();
        let ready = maja.get(&here).await;
        assert!(ready.body.contains("inte kan bli jämnare"), "{}", ready.body);
        assert!(
            ready
                .body
                .contains("<td class=\"num\">2–2</td><td class=\"num\">2</td>"),
            "{}",
            ready.body
        );
        assert!(!ready.body.contains("Storgatan") && !ready.body.contains("okänd sort"));
        let public = format!("/lottning/{id}");
        assert_eq!(maja.get(&public).await.status.as_u16(), 404, "nothing is public yet");

        let sent = maja.post(&format!("{here}/publicera"), &settles(1, "20")).await;
        assert_eq!(sent.status.as_u16(), 303, "{}", sent.body);
        let mut anyone = Browser::new(town.site.clone(), capabilities);
        let page = anyone.get(&public).await;
        assert!(page.body.contains("Lottoraden lördag 20 mars avgör"), "{}", page.body);
        assert!(!page.body.contains("Maja Lind"), "officials are not named to everybody");
        let file = anyone.get(&format!("{public}/lottning.txt")).await.body;
        let fingerprint = panel::draw::fingerprint(&file);
        assert!(page.body.contains(&fingerprint) && file.lines().count() == 1_001);

        let early = maja.post(&format!("{here}/dra"), &seed("2", "3 9 17 22")).await;
        assert_eq!(early.status.as_u16(), 422);
        assert!(early.body.contains("inte känt än"), "{}", early.body);
        town.days_pass(3, &mut maja).await;
        assert_eq!(town.duties("maja@exempel.se").await, ["lottery-duty-draw"]);
        let twice = [("revision", "2"), ("rad", "3 9 17 22"), ("rad-igen", "3 9 17 23")];
        assert_eq!(maja.post(&format!("{here}/dra"), &twice).await.status.as_u16(), 422);
        assert_eq!(
            maja.post(&format!("{here}/dra"), &seed("2", "3 9 17 22"))
                .await
                .status
                .as_u16(),
            303
        );

        let drawn = panel::draw(&file, "3 9 17 22").unwrap();
        let page = anyone.get(&public).await.body;
        assert!(
            page.contains(&drawn.ids.join(", ")),
            "who kept the file finds the same panel"
        );
        assert!(page.contains(&format!("panel {}", drawn.number)), "{page}");
        assert_eq!(
            town.acts().await,
            ["lottery.prepare", "lottery.publish", "lottery.draw"]
        );
        let again = maja.post(&format!("{here}/dra"), &seed("3", "1 2 3 4")).await;
        assert_eq!(again.status.as_u16(), 422, "a panel is drawn once");
        assert_eq!(
            maja.post(&format!("{here}/avbryt"), &[("revision", "3"), ("skal", "Fel")])
                .await
                .status
                .as_u16(),
            422
        );
    }
}

#[tokio::test]
async fn the_file_handed_out_makes_the_same_lottery() {
    let town = Town::on(testkit::sqlite().await).await;
    let mut maja = town.comes("maja@exempel.se").await;
    let here = town.published(&mut maja).await;
    let id = here.rsplit('/').next().unwrap();
    let published = maja.get(&format!("/lottning/{id}/lottning.txt")).await.body;
    let quotas = maja.get(&format!("{here}/underlag/kvoter.csv")).await.body;
    let people = maja.get(&format!("{here}/underlag/underlag.csv")).await.body;
    let categories = panel::read::quotas(quotas.as_bytes()).unwrap();
    let columns = panel::read::Columns {
        id: None,
        household: &["household"],
    };
    let people = panel::read::pool(people.as_bytes(), &categories, &columns).unwrap();
    let problem = panel::Problem::new(categories, people, 4).unwrap();
    let selection = panel::select(&problem, panel::Algorithm::Leximin, "x").unwrap();
    assert_eq!(selection.document, published);
}

#[tokio::test]
async fn the_protocol_tells_all_and_stays_when_the_numbers_are_erased() {
    for test in testkit::databases().await {
        let town = Town::on(test).await;
        let mut maja = town.comes("maja@exempel.se").await;
        let here = town.drawn(&mut maja).await;
        let id = here.rsplit('/').next().unwrap();
        let file = maja.get(&format!("/lottning/{id}/lottning.txt")).await.body;
        let ids = panel::draw(&file, "3 9 17 22").unwrap().ids;
        // On paper in groups of eight.
        let fingerprint = panel::draw::fingerprint(&file);
        let groups: Vec<&str> = (0..8).map(|at| &fingerprint[8 * at..8 * at + 8]).collect();
        let fingerprint = groups.join(" ");
        let protocol = maja.get(&format!("{here}/protokoll")).await.body;
        for words in [
            &ids.join(", "),
            &fingerprint,
            "3 9 17 22",
            "leximin",
            "samspel analyse panel --pool",
            "Torget",
        ] {
            assert!(protocol.contains(words), "{words}: {protocol}");
        }
        let word = maja.get(&format!("{here}/protokoll/lottning.docx")).await;
        assert!(word.status.is_success() && word.body.len() > 1_000);
        assert_eq!(
            maja.get(&format!("{here}/protokoll/lottning.exe"))
                .await
                .status
                .as_u16(),
            404
        );

        let unsure = maja.post(&format!("{here}/radera"), &[("revision", "3")]).await;
        assert_eq!(unsure.status.as_u16(), 422);
        town.days_pass(200, &mut maja).await;
        assert_eq!(town.duties("maja@exempel.se").await, ["lottery-duty-erase"]);
        let erased = maja
            .post(&format!("{here}/radera"), &[("revision", "3"), ("sakert", "ja")])
            .await;
        assert_eq!(erased.status.as_u16(), 303, "{}", erased.body);
        assert!(town.duties("maja@exempel.se").await.is_empty());
        let protocol = maja.get(&format!("{here}/protokoll")).await.body;
        assert!(
            protocol.contains("4 personer lottades") && protocol.contains(&fingerprint),
            "{protocol}"
        );
        for page in [here.clone(), format!("{here}/protokoll"), format!("/lottning/{id}")] {
            let shown = maja.get(&page).await.body;
            assert!(!ids.iter().any(|id| shown.contains(id)), "{page}: {shown}");
        }
        for gone in [
            format!("{here}/underlag/underlag.csv"),
            format!("/lottning/{id}/lottning.txt"),
        ] {
            assert_eq!(maja.get(&gone).await.status.as_u16(), 404, "{gone}");
        }
        let mut read = town.site.db.read().await.unwrap();
        let left: String = read
            .maybe_scalar(db::sql!("select result from computation limit 1"), vec![])
            .await
            .unwrap()
            .unwrap();
        assert!(!ids.iter().any(|id| left.contains(id)), "{left}");
    }
}

#[tokio::test]
async fn quotas_that_nobody_meets_are_told_with_the_change_that_helps_and_are_not_published() {
    let town = Town::on(testkit::sqlite().await).await;
    let mut maja = town.comes("maja@exempel.se").await;
    let quotas = QUOTAS.replace("Man;2;2", "Man;3;4");
    let fields = form(&mut maja, &town.path("/ny"), &quotas).await;
    let here = page(&maja.upload(&town.path("/ny"), &fields, "ja.csv", pool()).await.location);
    let waiting = maja.get(&here).await.body;
    assert!(
        waiting.contains("Chanserna räknas ut") && !waiting.contains("/publicera"),
        "{waiting}"
    );
    town.computes().await;
    let told = maja.get(&here).await.body;
    assert!(told.contains("5 tillsammans, fler än 4 platser"), "{told}");
    assert!(
        told.contains("Kön, Man: 3–4 blir 2–4.") || told.contains("Kön, Kvinna: 2–2 blir 1–2."),
        "{told}"
    );
    let refused = maja.post(&format!("{here}/publicera"), &settles(1, "20")).await;
    assert_eq!(refused.status.as_u16(), 422, "nothing impossible is published");
    assert!(
        refused.body.contains("Lottoraden lördag 20 mars") || refused.body.contains("inte uträknade"),
        "{}",
        refused.body
    );

    let edit = maja.get(&format!("{here}/andra")).await.body;
    assert!(edit.contains("Kön;Man;3;4") && edit.contains("12 personer."), "{edit}");
    let fields = [
        ("revision", "1"),
        ("namn", "Rådet"),
        ("platser", "4"),
        ("kvoter", QUOTAS),
        ("gallras-day", "1"),
        ("gallras-month", "9"),
        ("gallras-year", "2026"),
    ];
    let saved = maja.post(&format!("{here}/andra"), &fields).await;
    assert_eq!(saved.status.as_u16(), 303, "{}", saved.body);
    town.computes().await;
    assert!(maja.get(&here).await.body.contains("inte kan bli jämnare"));
    let stale = maja.post(&format!("{here}/andra"), &fields).await;
    assert_eq!(stale.status.as_u16(), 422, "somebody saved meanwhile");
    let other = [("kvoter", "kategori;grupp;minst;högst\nÅlder;Ung;0;4\n")];
    let fields: Vec<(&str, &str)> = fields
        .into_iter()
        .filter(|(name, _)| *name != "kvoter")
        .chain(other)
        .collect();
    let asked = maja.post(&format!("{here}/andra"), &fields).await;
    assert!(
        asked.body.contains("Välj filen med dem som tackat ja igen"),
        "{}",
        asked.body
    );
}

#[tokio::test]
async fn names_and_hostile_files_are_refused_at_the_field_and_nothing_typed_is_lost() {
    let town = Town::on(testkit::sqlite().await).await;
    let mut maja = town.comes("maja@exempel.se").await;
    let path = town.path("/ny");
    for (file, words) in [
        (
            "id;Namn;Kön\n1;Åsa;Kvinna\n".as_bytes().to_vec(),
            "Kolumnen ”Namn” visar vilka personerna är",
        ),
        (
            "id;Kön;gata\n811218-9876;Kvinna;\n".as_bytes().to_vec(),
            "Rad 2: i kolumnen id",
        ),
        (
            "id;Kön;gata\n1;<script>;\n".as_bytes().to_vec(),
            "gruppen ”&#60;script&#62;”",
        ),
        (b"PK\x03\x04\x00\xff".to_vec(), "går inte att läsa som en tabell"),
        (vec![0, 159, 146, 150], "Det finns inga rader"),
        (Vec::new(), "Välj filen med dem som tackat ja"),
    ] {
        let fields = form(&mut maja, &path, QUOTAS).await;
        let refused = maja.upload(&path, &fields, "ja.csv", file).await;
        assert_eq!(refused.status.as_u16(), 422, "{words}");
        assert!(
            refused.body.contains(words) || words.contains("inga rader"),
            "{words}: {}",
            refused.body
        );
        assert!(
            refused.body.contains("Kön;Kvinna;2;2") && !refused.body.contains("811218"),
            "{}",
            refused.body
        );
    }
    let mut fields = form(&mut maja, &path, "kategori;grupp;minst;högst\nKön;Man;9;2\n").await;
    fields.retain(|(name, _)| *name != "platser");
    fields.push(("platser", "99999999999999999999"));
    let refused = maja.upload(&path, &fields, "ja.csv", pool()).await;
    assert!(refused.body.contains("minst 9 är mer än högst 2"), "{}", refused.body);
    assert!(refused.body.contains("ett tal från 1 till 500"));
    assert!(town.acts().await.is_empty());
}

#[tokio::test]
async fn those_who_only_read_change_nothing_and_see_no_pool() {
    let town = Town::on(testkit::sqlite().await).await;
    let mut maja = town.comes("maja@exempel.se").await;
    let here = town.published(&mut maja).await;
    let mut erik = town.comes("erik@exempel.se").await;
    let page = erik.get(&here).await;
    assert!(
        page.status.is_success() && !page.body.contains("/underlag/"),
        "{}",
        page.body
    );
    assert!(!page.body.contains("<form class=\"stack roomy\""), "{}", page.body);
    assert!(erik.get(&format!("{here}/protokoll")).await.status.is_success());
    for path in ["underlag/underlag.csv", "andra", "ersatt"] {
        assert_eq!(erik.get(&format!("{here}/{path}")).await.status.as_u16(), 403, "{path}");
    }
    for path in ["publicera", "dra", "avbryt", "radera"] {
        assert_eq!(
            erik.post(&format!("{here}/{path}"), &[("revision", "2")])
                .await
                .status
                .as_u16(),
            403,
            "{path}"
        );
    }
    let other = dialogues::create(
        &town.site,
        &identity::staff_by_email(&mut town.site.db.read().await.unwrap(), "maja@exempel.se")
            .await
            .unwrap()
            .unwrap(),
        "Annat",
        "",
    )
    .await
    .unwrap();
    let elsewhere = here.replace(&town.dialogue.to_string(), &other.to_string());
    assert_eq!(
        maja.get(&elsewhere).await.status.as_u16(),
        404,
        "a lottery stands under its own dialogue"
    );
}

#[tokio::test]
async fn a_cancelled_lottery_stays_public_with_its_reason() {
    let town = Town::on(testkit::sqlite().await).await;
    let mut maja = town.comes("maja@exempel.se").await;
    let here = town.published(&mut maja).await;
    let id = here.rsplit('/').next().unwrap();
    let late = maja
        .post(&format!("{here}/avbryt"), &[("revision", "1"), ("skal", "Fel fil")])
        .await;
    assert_eq!(late.status.as_u16(), 422, "made from an older page");
    assert!(
        late.body.contains("Fel fil") && late.body.contains("Någon annan hann"),
        "{}",
        late.body
    );
    assert_eq!(
        maja.post(&format!("{here}/avbryt"), &[("revision", "2"), ("skal", "Fel fil")])
            .await
            .status
            .as_u16(),
        303
    );
    let page = maja.get(&format!("/lottning/{id}")).await.body;
    assert!(page.contains("Lottningen avbröts. Fel fil"), "{page}");
    let second = town.published(&mut maja).await;
    let second = second.rsplit('/').next().unwrap();
    let page = maja.get(&format!("/lottning/{second}")).await.body;
    assert!(
        page.contains("Andra lottningar") && page.contains(&format!("/lottning/{id}")),
        "{page}"
    );
}

#[tokio::test]
async fn both_languages_are_whole() {
    let town = Town::on(testkit::sqlite().await).await;
    let mut maja = town.comes("maja@exempel.se").await;
    let here = town.drawn(&mut maja).await;
    let id = here.rsplit('/').next().unwrap();
    for path in [
        here.clone(),
        format!("{here}/protokoll"),
        format!("/lottning/{id}"),
        format!("{here}/ersatt"),
        town.path("/ny"),
    ] {
        let page = maja.get(&format!("/en{path}")).await;
        assert!(page.status.is_success() && page.body.contains("lang=\"en\""), "{path}");
        assert!(
            !page.body.contains("Lottningen") && !page.body.contains("tackat ja"),
            "{path}: {}",
            page.body
        );
    }
}
