//! Notes sorted on the wall: moved, named, turned back, carried into the chain; with what others did meanwhile and what is erased.

use super::*;
use crate::{Sorting, erase_note, sort};
use evidence_chain::{Draft, NewcomerLinks, NodeKind, Origin, Sort};
use serde_json::json;
use web::Fault;

async fn evidence(team: &Team, text: &str, kind: &str, source: &str) -> Id {
    let details = json!({ "evidence-kind": "quote", "evidence-text": text, "evidence-source-kind": kind, "evidence-source": source,
        "evidence-groups": ["Nyinflyttade"], "evidence-quotable": "public" });
    let draft = Draft {
        kind: NodeKind::Evidence,
        details: map(details),
        origin: Origin::default(),
    };
    let stands = NewcomerLinks {
        place: Some(team.project),
        from: &[],
        reason: "",
    };
    let added = evidence_chain::add(&team.site, &team.who, draft, stands, None).await;
    added.unwrap_or_else(|refused| panic!("{refused:?}"))
}

/// The heap of a page with a heading.
fn heap<'a>(page: &'a str, heading: &str) -> &'a str {
    page.split("<section")
        .find(|part| part.contains(&format!(">{heading}</h2>")))
        .unwrap_or_else(|| panic!("no group {heading}:\n{page}"))
}

async fn wall(team: &Team) -> crate::Wall {
    let mut read = team.site.db.read().await.expect("a reader");
    crate::wall(&mut read, team.project).await.expect("read")
}

async fn group(team: &Team, name: &str) -> Id {
    let found = wall(team)
        .await
        .standing()
        .find(|one| one.name == name)
        .map(|one| one.id);
    found.unwrap_or_else(|| panic!("no group {name}"))
}

#[tokio::test]
async fn notes_are_sorted_with_buttons_and_every_step_can_be_turned_back() {
    for test in testkit::databases().await {
        let team = Team::of(&test).await;
        let quote = evidence(&team, "Jag ringer varje vecka.", "interview", "Intervju A1").await;
        let mut browser = signed_in(&team.site, &team.staff).await;
        let here = format!("{}/vagg", team.here);
        let first = browser.get(&here).await.body;
        assert!(
            heap(&first, "Inte sorterade").contains("Jag ringer varje vecka."),
            "{first}"
        );
        assert!(
            first.contains("Rubriken är ett påstående"),
            "the method says what a heading is: {first}"
        );

        let nameless = browser.post(&here, &[("gor", "ny-grupp"), ("ny-grupp", "  ")]).await;
        assert_eq!(nameless.status, 422);
        assert!(nameless.body.contains("Skriv en rubrik"), "{}", nameless.body);
        for name in ["Ingen vet när beskedet kommer", "Telefonen räcker inte"] {
            assert_eq!(
                browser
                    .post(&here, &[("gor", "ny-grupp"), ("ny-grupp", name)])
                    .await
                    .status,
                303
            );
        }
        let twice = browser
            .post(&here, &[("gor", "ny-grupp"), ("ny-grupp", "telefonen räcker inte")])
            .await;
        assert_eq!(twice.status, 422);

        let (note, to) = (
            quote.to_string(),
            group(&team, "Telefonen räcker inte").await.to_string(),
        );
        let moving = [
            ("gor", "flytta"),
            ("lapp", note.as_str()),
            ("fran", ""),
            ("till", to.as_str()),
        ];
        let moved = browser.post(&here, &moving).await;
        assert_eq!(moved.status, 303);
        assert!(
            moved.location.ends_with(&format!("#lapp-{quote}")),
            "{}",
            moved.location
        );
        let page = browser.get(&here).await.body;
        assert!(heap(&page, "Telefonen räcker inte").contains("Jag ringer varje vecka."));
        let late = browser.post(&here, &moving).await;
        assert_eq!(late.status, 422, "it lies elsewhere by now");
        assert!(late.body.contains("Någon annan har flyttat lappen"));

        let change = [
            ("gor", "byt-namn"),
            ("grupp", to.as_str()),
            ("var", "Telefonen räcker inte"),
            ("namn", "Telefonen tar slut"),
        ];
        assert_eq!(browser.post(&here, &change).await.status, 303);
        let stale = browser.post(&here, &change).await;
        assert_eq!(stale.status, 422);
        assert!(
            stale.body.contains("Någon annan har bytt rubriken") && stale.body.contains("value=\"Telefonen tar slut\"")
        );
        assert_eq!(
            browser.post(&here, &[("gor", "los-upp"), ("grupp", &to)]).await.status,
            303
        );
        let page = browser.get(&here).await.body;
        assert!(
            heap(&page, "Inte sorterade").contains("Jag ringer varje vecka.") && page.contains("löste upp en grupp")
        );

        // Back again: the group taken apart, its heading, the move.
        for _ in 0..3 {
            let page = browser.get(&here).await.body;
            let step = between(&page, "name=\"steg\" value=\"", "\"").to_owned();
            assert_eq!(
                browser.post(&here, &[("gor", "angra"), ("steg", &step)]).await.status,
                303
            );
            assert_eq!(
                browser.post(&here, &[("gor", "angra"), ("steg", &step)]).await.status,
                404,
                "once"
            );
        }
        let page = browser.get(&here).await.body;
        assert!(heap(&page, "Telefonen räcker inte").contains("Inga lappar."));
        assert!(heap(&page, "Inte sorterade").contains("Jag ringer varje vecka."));
    }
}

#[tokio::test]
async fn a_loose_note_points_out_nobody_and_can_be_taken_down_and_erased() {
    let test = testkit::sqlite().await;
    let team = Team::of(&test).await;
    let mut browser = signed_in(&team.site, &team.staff).await;
    let here = format!("{}/vagg", team.here);
    let write = |text: &'static str| [("gor", "ny-lapp"), ("lapp-text", text), ("lapp-kalla", "Workshop 1")];
    let telling = browser.post(&here, &write("Ring Anna på 070-174 06 05")).await;
    assert_eq!(telling.status, 422);
    assert!(
        telling.body.contains("telefonnummer") && telling.body.contains("Ring Anna på"),
        "what was typed is kept"
    );
    assert_eq!(browser.post(&here, &write("")).await.status, 422);
    assert_eq!(browser.post(&here, &write("Önskan: ett sms")).await.status, 303);
    let note = wall(&team).await.notes[0].id.to_string();
    assert_eq!(
        browser.post(&here, &[("gor", "radera"), ("lapp", &note)]).await.status,
        404,
        "first it is taken down"
    );
    assert_eq!(
        browser.post(&here, &[("gor", "ta-ner"), ("lapp", &note)]).await.status,
        303
    );
    let page = browser.get(&here).await.body;
    assert!(heap(&page, "Inte sorterade").contains("Inga lappar.") && page.contains("Lappar ni har tagit ner"));
    assert_eq!(
        browser
            .post(&here, &[("gor", "satt-upp"), ("lapp", &note)])
            .await
            .status,
        303
    );
    assert!(heap(&browser.get(&here).await.body, "Inte sorterade").contains("Önskan: ett sms"));
    assert_eq!(
        browser.post(&here, &[("gor", "ta-ner"), ("lapp", &note)]).await.status,
        303
    );
    let step = between(&browser.get(&here).await.body, "name=\"steg\" value=\"", "\"").to_owned();
    assert_eq!(
        browser.post(&here, &[("gor", "radera"), ("lapp", &note)]).await.status,
        303
    );
    assert!(!browser.get(&here).await.body.contains("Önskan: ett sms"));
    let empty = browser.post(&here, &[("gor", "angra"), ("steg", &step)]).await;
    assert_eq!(empty.status, 422, "what is erased does not come back");
    assert_eq!(
        browser
            .post(&here, &[("gor", "satt-upp"), ("lapp", &note)])
            .await
            .status,
        422
    );
    assert_eq!(browser.post(&here, &[("gor", "trolla")]).await.status, 400);
}

#[tokio::test]
async fn a_group_becomes_an_insight_on_its_evidence_and_erased_evidence_leaves_a_gap() {
    for test in testkit::databases().await {
        let team = Team::of(&test).await;
        let speaks = evidence(&team, "Jag vet aldrig när beskedet kommer.", "interview", "Intervju A1").await;
        let against = evidence(&team, "Brevet kom på dagen.", "interview", "Intervju A2").await;
        let erased = evidence(
            &team,
            "Jag heter Anna och bor på Storgatan.",
            "interview",
            "Intervju A3",
        )
        .await;
        let begin = Sorting::Begin { name: "Ingen vet när" };
        sort(&team.site, &team.who, team.project, &begin, None)
            .await
            .expect("begun");
        let begin = Sorting::Begin { name: "Bara lösa" };
        sort(&team.site, &team.who, team.project, &begin, None)
            .await
            .expect("begun");
        let to = group(&team, "Ingen vet när").await;
        for note in [speaks, against, erased] {
            let sorting = Sorting::Move {
                note,
                from: None,
                to: Some(to),
            };
            sort(&team.site, &team.who, team.project, &sorting, None)
                .await
                .expect("moved");
        }
        evidence_chain::erase(&team.site, &team.who, erased, "Den som sade det bad om det")
            .await
            .expect("erased");

        let mut browser = signed_in(&team.site, &team.staff).await;
        let here = format!("{}/vagg", team.here);
        let page = browser.get(&here).await.body;
        let shown = heap(&page, "Ingen vet när");
        assert!(
            shown.contains("Belägget är gallrat") && !page.contains("Storgatan"),
            "{shown}"
        );
        assert!(
            shown.contains("3 lappar, 3 källor") && shown.contains("samma slags källa"),
            "{shown}"
        );
        let (group_id, against_id) = (to.to_string(), against.to_string());
        let carry = |statement: &'static str| {
            [
                ("gor", "insikt"),
                ("grupp", group_id.as_str()),
                ("pastaende", statement),
                ("emot", against_id.as_str()),
            ]
        };
        assert_eq!(browser.post(&here, &carry(" ")).await.status, 422);
        assert_eq!(
            browser
                .post(&here, &carry("Föräldrar vet inte när beskedet kommer."))
                .await
                .status,
            303
        );
        assert!(heap(&browser.get(&here).await.body, "Ingen vet när").contains("Läs insikten"));
        assert_eq!(
            browser.post(&here, &carry("En gång till.")).await.status,
            422,
            "it is an insight already"
        );
        let insight = wall(&team)
            .await
            .standing()
            .find_map(|one| one.insight)
            .expect("the group knows it");
        let mut read = team.site.db.read().await.expect("a reader");
        let trace = evidence_chain::trace_back(&mut read, insight).await.expect("traced");
        let node = evidence_chain::node(&mut read, insight).await.expect("there");
        drop(read);
        let mut links: Vec<(Id, Sort)> = trace.arrows.iter().map(|arrow| (arrow.from, arrow.sort)).collect();
        links.sort_by_key(|(id, _)| *id);
        assert_eq!(
            links,
            [(speaks, Sort::Supports), (against, Sort::Contradicts)],
            "what is erased is no ground"
        );
        assert_eq!(node.standing(), evidence_chain::Standing::Draft);

        let loose = group(&team, "Bara lösa").await;
        let nothing = crate::carry_over(&team.site, &team.who, team.project, loose, "Inget.", &[], None).await;
        assert!(
            matches!(
                nothing,
                Err(Fault::Rule {
                    key: "design-error-wall-no-evidence",
                    ..
                })
            ),
            "{nothing:?}"
        );
    }
}

#[tokio::test]
async fn a_note_never_lies_in_the_group_of_another_project() {
    for test in testkit::databases().await {
        let team = Team::of(&test).await;
        let note = evidence(&team, "Jag ringer.", "interview", "Intervju A1").await;
        let other = dialogues::start(&team.site, &team.staff, Kind::Project, "", "Simhallen")
            .await
            .expect("begun");
        sort(&team.site, &team.who, other, &Sorting::Begin { name: "Vattnet" }, None)
            .await
            .expect("begun");
        let mut read = team.site.db.read().await.expect("a reader");
        let elsewhere = crate::wall(&mut read, other).await.expect("read").groups[0].id;
        drop(read);
        let sorting = Sorting::Move {
            note,
            from: None,
            to: Some(elsewhere),
        };
        let moved = sort(&team.site, &team.who, team.project, &sorting, None).await;
        assert!(
            matches!(
                moved,
                Err(Fault::Rule {
                    key: "design-error-wall-group-gone",
                    ..
                })
            ),
            "{moved:?}"
        );
        let there = sort(&team.site, &team.who, other, &sorting, None).await;
        assert!(
            matches!(
                there,
                Err(Fault::Rule {
                    key: "design-error-wall-note-gone",
                    ..
                })
            ),
            "{there:?}"
        );
        assert!(matches!(
            erase_note(&team.site, &team.who, other, note).await,
            Err(Fault::NotFound)
        ));
        // And the schema says the same to whoever does not ask.
        let wrong: db::Result<()> = team
            .site
            .db
            .write(Actor::System, async |tx| {
                crate::store::wall::begin_step(tx, team.project).await?;
                tx.run(
                    db::sql!(
                        "insert into affinity_note (process_id, id, node_id, body, source, group_id, removed_at, erased_at, created_at, created_by)
                         values ($1, $2, $2, '', '', $3, null, null, 0, '')"
                    ),
                    db::args![team.project, note, elsewhere],
                )
                .await?;
                Ok(())
            })
            .await;
        assert!(wrong.is_err(), "a group lies where its notes lie");
    }
}
