//! Sheets from the first note to erasure, the board, the curve, gate decisions, and a dialogue that is ordered.

use super::*;
use crate::{Draft, archive, erase, filled_of, move_to, order_of, orders_of, write};
use serde_json::json;
use web::Fault;

fn interview(code: &str, erase_on: &str) -> Draft {
    Draft {
        template: "S9".into(),
        facts: map(json!({
            "interview-code": code, "interview-date": "2026-03-20", "interview-erase-on": erase_on,
            "interview-quotes": [{ "quote": "Jag ringde tre gånger.", "may-quote": "ja" }],
            "interview-interpretation": "Beskedet är oron.",
        })),
    }
}

#[tokio::test]
async fn a_note_is_written_in_the_field_changed_and_taken_along() {
    let test = testkit::sqlite().await;
    let team = Team::of(&test).await;
    let mut browser = signed_in(&team.site, &team.staff).await;
    let list = browser.get(&format!("{}/blad", team.here)).await.body;
    assert!(
        list.contains("Intervjuanteckning") && list.contains(&format!("{}/blad/ny/s9", team.here)),
        "{list}"
    );
    assert!(!list.contains("blad/ny/s1\""), "a plan is written once, in the planner");

    let address = format!("{}/blad/ny/s9", team.here);
    let form = browser.get(&address).await.body;
    let key = between(&form, "name=\"nyckel\" value=\"", "\"").to_string();
    let nameless = browser
        .post(&address, &[("nyckel", &key), ("interview-interpretation", "Oro")])
        .await;
    assert_eq!(nameless.status, 422);
    assert!(
        nameless.body.contains("Den blir bladets namn") && nameless.body.contains("Oro"),
        "nothing is lost"
    );
    let sent = [
        ("nyckel", key.as_str()),
        ("interview-code", "A3"),
        ("interview-interpretation", "Beskedet är oron."),
    ];
    let made = browser.post(&address, &sent).await;
    assert_eq!(made.status, 303, "the rest may be filled in later");
    assert_eq!(
        browser.post(&address, &sent).await.status,
        422,
        "a form sent twice makes one sheet"
    );
    let here = made.location.split('?').next().expect("an address").to_string();
    let page = browser.get(&here).await.body;
    assert!(page.contains("Beskedet är oron.") && page.contains("A3"), "{page}");
    let file = browser.get(&format!("{here}/fil/docx")).await;
    assert_eq!(file.status, 200);
    assert_eq!(browser.get(&format!("{here}/fil/exe")).await.status, 404);

    let edit = browser.get(&format!("{here}/andra")).await.body;
    let revision = between(&edit, "name=\"revision\" value=\"", "\"").to_string();
    let change = |words: &'static str| {
        [
            ("revision", revision.clone()),
            ("interview-code", "A3".into()),
            ("interview-interpretation", words.into()),
        ]
    };
    let first = change("Väntan är oron.");
    let first: Vec<(&str, &str)> = first.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(browser.post(&format!("{here}/andra"), &first).await.status, 303);
    let second = change("Telefonen är oron.");
    let second: Vec<(&str, &str)> = second.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let conflict = browser.post(&format!("{here}/andra"), &second).await;
    assert_eq!(conflict.status, 422);
    assert!(conflict.body.contains("Väntan är oron.") && conflict.body.contains("Telefonen är oron."));
}

#[tokio::test]
async fn a_sheet_is_put_away_and_taken_back() {
    let test = testkit::sqlite().await;
    let team = Team::of(&test).await;
    let id = write(&team.site, &team.who, team.project, None, &interview("A1", ""), None)
        .await
        .expect("written");
    let mut browser = signed_in(&team.site, &team.staff).await;
    let here = format!("{}/blad/{id}", team.here);
    assert_eq!(browser.post(&here, &[("gor", "arkivera")]).await.status, 303);
    assert_eq!(
        browser.get(&format!("{here}/andra")).await.status,
        422,
        "what is put away is not changed"
    );
    assert!(
        browser
            .get(&format!("{}/blad", team.here))
            .await
            .body
            .contains("Arkiverade blad")
    );
    assert_eq!(browser.post(&here, &[("gor", "angra")]).await.status, 303);
    assert_eq!(browser.get(&format!("{here}/andra")).await.status, 200);
    let other = dialogues::start(&team.site, &team.staff, Kind::Project, "", "Simhallen")
        .await
        .expect("begun");
    let elsewhere = archive(&team.site, &team.who, other, id).await;
    assert!(
        matches!(elsewhere, Err(Fault::NotFound)),
        "another project's sheet is not there"
    );
    assert_eq!(
        browser
            .get(&here.replace(&team.project.to_string(), &other.to_string()))
            .await
            .status,
        404
    );
}

#[tokio::test]
async fn what_was_said_is_erased_on_its_day_by_a_decision() {
    for test in testkit::databases().await {
        let team = Team::of(&test).await;
        let id = write(
            &team.site,
            &team.who,
            team.project,
            None,
            &interview("A1", "2026-03-31"),
            None,
        )
        .await
        .expect("written");
        test.clock.set("2026-04-02T08:00:00Z".parse().expect("a moment"));
        let mut browser = signed_in(&team.site, &team.staff).await;
        let today = browser.get("/arbetsyta").await.body;
        assert!(
            today.contains("Gallra råmaterial") && today.contains("Lättare att söka förskola: A1"),
            "{today}"
        );
        let here = format!("{}/blad/{id}", team.here);
        let undecided = browser.post(&here, &[("gor", "radera"), ("beslut", " ")]).await;
        assert_eq!(undecided.status, 422);
        assert!(undecided.body.contains("vilket beslut"));
        let done = browser.post(&here, &[("gor", "radera"), ("beslut", "BUN § 12")]).await;
        assert_eq!(done.status, 303);
        let page = browser.get(&here).await.body;
        assert!(page.contains("BUN § 12") && !page.contains("Jag ringde"), "{page}");
        assert_eq!(browser.get(&format!("{here}/fil/docx")).await.status, 404);
        assert!(!browser.get("/arbetsyta").await.body.contains("Gallra råmaterial"));
        let mut read = team.site.db.read().await.expect("a reader");
        let left = filled_of(&mut read, team.project).await.expect("read");
        assert_eq!(left[0].facts.to_json(), json!({}));
        assert_eq!(left[0].title, "A1");
        drop(read);
        let twice = erase(&team.site, &team.who, team.project, id, "BUN § 13").await;
        assert!(matches!(twice, Err(Fault::NotFound)), "the first decision stands");
    }
}

#[tokio::test]
async fn the_board_is_a_table_first_and_cards_are_moved_without_a_script() {
    let test = testkit::sqlite().await;
    let team = Team::of(&test).await;
    let id = write(&team.site, &team.who, team.project, None, &interview("A7", ""), None)
        .await
        .expect("written");
    let mut browser = signed_in(&team.site, &team.staff).await;
    let board = format!("{}/tavla", team.here);
    let table = browser.get(&board).await.body;
    for word in [
        "<table",
        "Beskriv uppdraget",
        "A7",
        "Intervjuanteckning",
        "Föräldrar vet inte",
        "Visa som kolumner",
    ] {
        assert!(table.contains(word), "{word}: {table}");
    }
    let columns = browser.get(&format!("{board}?visa=kolumner")).await.body;
    assert!(
        columns.contains("id=\"kolumn-explore\"") && !columns.contains("<table"),
        "{columns}"
    );
    let sheet = id.to_string();
    let moved = browser
        .post(
            &format!("{board}?visa=kolumner"),
            &[("blad", &sheet), ("steg", "explore")],
        )
        .await;
    assert_eq!(moved.status, 303);
    let columns = browser.get(&format!("{board}?visa=kolumner")).await.body;
    let explore = between(&columns, "id=\"kolumn-explore\"", "</section>");
    assert!(explore.contains("A7"), "{explore}");
    let nowhere = move_to(&team.site, &team.who, team.project, id, "paradise").await;
    assert!(matches!(nowhere, Err(Fault::NotFound)));
}

#[tokio::test]
async fn a_journey_is_drawn_and_told_as_a_table() {
    let test = testkit::sqlite().await;
    let team = Team::of(&test).await;
    let step = |name: &str, feeling: &str| json!({ "phase": "Före", "activity": name, "feeling": feeling });
    let journey = Draft {
        template: "s12".into(),
        facts: map(json!({
            "journey-name": "Söka plats", "journey-kind": "now",
            "journey-steps": [step("Hittar sidan", "1"), step("Väntar på besked", "-3"), step("Ringer", "")],
        })),
    };
    let id = write(&team.site, &team.who, team.project, None, &journey, None)
        .await
        .expect("written");
    let mut browser = signed_in(&team.site, &team.staff).await;
    let page = browser.get(&format!("{}/blad/{id}", team.here)).await.body;
    let figure = between(&page, "<figure", "</figure>");
    assert!(
        figure.contains("Väntar på besked") && figure.matches("<circle").count() == 2,
        "{figure}"
    );
    assert!(figure.contains("<table") && figure.contains("Ingen siffra"), "{figure}");
}

#[tokio::test]
async fn gate_decisions_are_told_with_who_when_and_why() {
    let test = testkit::sqlite().await;
    let team = Team::of(&test).await;
    let decided = json!({
        "gate-frame-decision": "stop", "gate-frame-on": "2026-03-20", "gate-frame-by": "Styrgruppen",
        "gate-frame-ground": "Vi får inte ändra tjänsten.", "next-gate-on": "2026-12-01",
    });
    dialogues::record(&team.site, &team.staff, team.project, None, map(decided), "")
        .await
        .expect("it fits");
    dialogues::advance(&team.site, &team.staff, team.project, "pause", "Väntar på chefen.")
        .await
        .expect("paused");
    dialogues::advance(&team.site, &team.staff, team.project, "resume", "")
        .await
        .expect("resumed");
    dialogues::advance(&team.site, &team.staff, team.project, "decline", "Inget mandat.")
        .await
        .expect("declined");
    let mut browser = signed_in(&team.site, &team.staff).await;
    let page = browser.get(&format!("{}/grindar", team.here)).await.body;
    let body = between(&page, "<tbody>", "</tbody>");
    let rows: Vec<&str> = body.split("</tr>").collect();
    for (row, words) in [
        (
            0,
            ["Stanna", "Styrgruppen", "Vi får inte ändra tjänsten.", "Inget mandat."],
        ),
        (1, ["Återupptaget", "Maja", "Pausat", "Ringa in"]),
        (2, ["Paus", "Maja", "Väntar på chefen.", "Ringa in"]),
    ] {
        for word in words {
            assert!(rows[row].contains(word), "{word}: {}", rows[row]);
        }
    }
    assert!(
        !rows[2].contains("Styrgruppen"),
        "the gate's fields are about the gate: {}",
        rows[2]
    );
}

#[tokio::test]
async fn an_ordered_dialogue_inherits_and_both_know_of_the_other() {
    for test in testkit::databases().await {
        let team = Team::of(&test).await;
        let mut browser = signed_in(&team.site, &team.staff).await;
        let address = format!("{}/bestall", team.here);
        let form = browser.get(&address).await.body;
        assert!(
            form.contains("Nyinflyttade") && form.contains("Föräldrar vet inte"),
            "{form}"
        );
        let key = between(&form, "name=\"nyckel\" value=\"", "\"").to_string();
        let empty = browser
            .post(&address, &[("nyckel", &key), ("title", "Besked"), ("question", "")])
            .await;
        assert_eq!(empty.status, 422);
        let sent = [
            ("nyckel", key.as_str()),
            ("title", "När vill du ha besked?"),
            ("question", "När söker du?"),
        ];
        let made = browser.post(&address, &sent).await;
        assert_eq!(made.status, 303);
        let dialogue: Id = between(
            &format!("{} ", made.location.replace('?', " ")),
            "/arbetsyta/dialoger/",
            " ",
        )
        .parse()
        .expect("an id");
        let mut read = team.site.db.read().await.expect("a reader");
        let one = dialogues::dialogue(&mut read, dialogue).await.expect("read");
        assert_eq!((one.kind, one.level.as_deref()), (Kind::Dialogue, Some("consultation")));
        assert_eq!(one.facts.text("background"), "Föräldrar vet inte när de får besked.");
        assert_eq!(one.facts.list("purpose"), ["När på dagen söker ni?"]);
        let groups: Vec<String> = one
            .facts
            .rows("target-groups")
            .iter()
            .map(|row| row["group"].clone())
            .collect();
        assert_eq!(groups, ["Nyinflyttade", "Skiftarbetare"]);
        let orders = orders_of(&mut read, team.project).await.expect("read");
        assert_eq!(
            orders.iter().map(|order| order.dialogue).collect::<Vec<_>>(),
            [dialogue]
        );
        assert_eq!(
            order_of(&mut read, dialogue)
                .await
                .expect("read")
                .map(|order| order.project),
            Some(team.project)
        );
        drop(read);
        let plan = browser.get(&format!("/arbetsyta/dialoger/{dialogue}")).await.body;
        assert!(
            plan.contains("beställd av projektet Lättare att söka förskola") && plan.contains(&address),
            "{plan}"
        );
        assert!(browser.get(&address).await.body.contains("När vill du ha besked?"));
    }
}

#[tokio::test]
async fn whoever_only_reads_sees_no_forms() {
    let test = testkit::sqlite().await;
    let team = Team::of(&test).await;
    let id = write(&team.site, &team.who, team.project, None, &interview("A1", ""), None)
        .await
        .expect("written");
    let reader = staff(&team.site, Role::Elected).await;
    let mut browser = signed_in(&team.site, &reader).await;
    for page in ["tavla", "blad", "grindar", "bestall", &format!("blad/{id}")] {
        for lang in ["", "/en"] {
            let found = browser.get(&format!("{lang}{}/{page}", team.here)).await;
            if found.status == 403 {
                continue;
            }
            assert_eq!(found.status, 200, "{page}");
            assert!(
                !found.body.contains("name=\"gor\"") && !found.body.contains("name=\"steg\""),
                "{page}"
            );
        }
    }
    let mut planner = signed_in(&team.site, &team.staff).await;
    for page in [
        "tavla",
        "tavla?visa=kolumner",
        "blad",
        "grindar",
        "bestall",
        "blad/ny/s14",
        &format!("blad/{id}"),
    ] {
        let english = planner.get(&format!("/en{}/{page}", team.here)).await;
        assert_eq!(english.status, 200, "{page}");
        assert!(!english.body.contains("design-"), "every text is there: {page}");
    }
}
