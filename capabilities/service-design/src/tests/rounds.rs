//! Ideas in rounds: written on phones by code, passed on to be built upon, held where they point out a person, carried into the
//! project; and what is no longer possible when the session is closed.

use super::*;
use crate::{Idea, Session, Sight};
use evidence_chain::{Draft, NewcomerLinks, NodeKind, Origin};
use serde_json::json;
use web::Fault;

async fn question(team: &Team) -> Id {
    let draft = Draft {
        kind: NodeKind::Question,
        details: map(
            json!({ "hmw-question": "Hur kan vi säga när beskedet kommer?", "hmw-opportunity": "Säga det i tid" }),
        ),
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

async fn told(team: &Team) -> (Session, Vec<Idea>) {
    let mut read = team.site.db.read().await.expect("a reader");
    let session = crate::sessions_of(&mut read, team.project)
        .await
        .expect("read")
        .remove(0);
    let ideas = crate::ideas_of(&mut read, session.id).await.expect("read");
    (session, ideas)
}

/// A session of two ideas each, open for a day. Gives its public address and its page on the desk.
async fn opened(team: &Team, desk: &mut Browser) -> (String, String) {
    let list = format!("{}/varv", team.here);
    let made = desk
        .post(
            &list,
            &[
                ("fraga", "Hur kan vi korta väntan?"),
                ("antal", "2"),
                ("sista", "2026-03-17"),
            ],
        )
        .await;
    assert_eq!(made.status, 303, "{}", made.body);
    let page = made.location.split('?').next().expect("an address").to_owned();
    let shown = desk.get(&page).await.body;
    (format!("/varv/{}", between(&shown, "href=\"/varv/", "\"")), page)
}

async fn joined(team: &Team, address: &str) -> Browser {
    let mut browser = Browser::new(team.site.clone(), capabilities);
    let page = browser.get(address).await.body;
    assert!(page.contains("Var med") && !page.contains("<textarea"), "{page}");
    assert_eq!(browser.post(address, &[]).await.status, 303);
    browser
}

#[tokio::test]
async fn a_session_opens_with_a_question_a_number_and_a_day() {
    let test = testkit::sqlite().await;
    let team = Team::of(&test).await;
    let chosen = question(&team).await;
    let mut desk = signed_in(&team.site, &team.staff).await;
    let list = format!("{}/varv", team.here);
    for (typed, each, day, told) in [
        ("", "3", "2026-03-17", "Välj en fråga"),
        ("Hur kan vi?", "0", "2026-03-17", "Välj mellan 1 och 6"),
        ("Hur kan vi?", "tre", "2026-03-17", "Välj mellan 1 och 6"),
        ("Hur kan vi?", "3", "2026-03-16", "Välj en dag från i dag"),
        ("Hur kan vi?", "3", "2026-05-01", "31 dagar framåt"),
    ] {
        let refused = desk
            .post(&list, &[("fraga", typed), ("antal", each), ("sista", day)])
            .await;
        assert_eq!(refused.status, 422, "{typed} {each} {day}");
        assert!(
            refused.body.contains(told) && refused.body.contains(&format!("value=\"{each}\"")),
            "{}",
            refused.body
        );
    }
    let chosen = chosen.to_string();
    let made = desk
        .post(&list, &[("vald", &chosen), ("antal", "3"), ("sista", "2026-03-17")])
        .await;
    assert_eq!(made.status, 303);
    assert!(
        desk.get(&list)
            .await
            .body
            .contains("Hur kan vi säga när beskedet kommer?")
    );
    let other = [
        ("vald", &*team.project.to_string()),
        ("antal", "3"),
        ("sista", "2026-03-17"),
    ];
    assert_eq!(
        desk.post(&list, &other).await.status,
        422,
        "what is no question of the project is not chosen"
    );
}

#[tokio::test]
async fn ideas_go_round_the_table_and_what_points_out_a_person_waits() {
    for test in testkit::databases().await {
        let team = Team::of(&test).await;
        let mut desk = signed_in(&team.site, &team.staff).await;
        let (address, page) = opened(&team, &mut desk).await;
        let mut first = joined(&team, &address).await;
        let mut second = joined(&team, &address.to_uppercase().replace("/VARV", "/varv")).await;

        assert_eq!(
            first.post(&address, &[("varv", "1")]).await.status,
            422,
            "nothing is no idea"
        );
        let long = "x".repeat(401);
        let refused = first
            .post(&address, &[("varv", "1"), ("ide-1", "Sms"), ("ide-2", &long)])
            .await;
        assert_eq!(refused.status, 422);
        assert!(
            refused.body.contains("högst 400 tecken") && refused.body.contains("Sms"),
            "what was typed is kept"
        );
        let sent = [
            ("varv", "1"),
            ("ide-1", "Sms dagen före"),
            ("ide-2", "Ring Anna på 070-174 06 05"),
            ("nyckel", "ett"),
        ];
        assert_eq!(first.post(&address, &sent).await.status, 303);
        assert_eq!(
            first.post(&address, &sent).await.status,
            303,
            "sent twice it is taken once"
        );
        let waits = first.get(&address).await.body;
        assert!(
            waits.contains("Du är klar med det här varvet") && waits.contains("De andra ser den inte"),
            "{waits}"
        );
        assert_eq!(
            first
                .post(&address, &[("varv", "1"), ("ide-1", "En till")])
                .await
                .status,
            422,
            "two are two"
        );
        assert_eq!(
            second
                .post(&address, &[("varv", "1"), ("ide-1", "En klocka på sidan")])
                .await
                .status,
            303
        );
        let early = second.get(&address).await.body;
        assert!(
            !early.contains("Sms dagen före"),
            "nobody reads before the next round: {early}"
        );

        assert_eq!(desk.post(&page, &[("gor", "nasta"), ("varv", "1")]).await.status, 303);
        assert_eq!(
            desk.post(&page, &[("gor", "nasta"), ("varv", "1")]).await.status,
            409,
            "one step at a time"
        );
        let round = second.get(&address).await.body;
        assert!(
            round.contains("Varv 2") && round.contains("Sms dagen före") && !round.contains("Anna"),
            "{round}"
        );
        let (_, ideas) = told(&team).await;
        assert_eq!((ideas.len(), ideas[1].sight), (3, Sight::Held));
        let (on, own) = (ideas[0].id.to_string(), ideas[2].id.to_string());
        let wrong = second
            .post(&address, &[("varv", "2"), ("ide-1", "Ny"), ("bygger-1", &own)])
            .await;
        assert_eq!(wrong.status, 422, "one builds on what one was given");
        let built = [("varv", "2"), ("ide-1", "Sms med länk"), ("bygger-1", on.as_str())];
        assert_eq!(second.post(&address, &built).await.status, 303);

        // The team reads what waits, and decides.
        let read = desk.get(&page).await.body;
        assert!(
            read.contains("1 idé kan peka ut en person") && read.contains("bygger på ”Sms dagen före”"),
            "{read}"
        );
        let held = ideas[1].id.to_string();
        assert_eq!(desk.post(&page, &[("dolj", &held), ("skal", " ")]).await.status, 422);
        assert_eq!(
            desk.post(&page, &[("dolj", &held), ("skal", "Telefonnummer")])
                .await
                .status,
            303
        );
        assert!(desk.get(&page).await.body.contains("Telefonnummer"));
        let carried = desk.post(&page, &[("gor", "bar"), ("ide", &held)]).await;
        assert_eq!(carried.status, 422, "what is hidden goes nowhere");
        assert_eq!(desk.post(&page, &[("visa", &held)]).await.status, 303);
        assert!(
            second.get(&address).await.body.contains("Anna"),
            "the team has judged that it may be read"
        );
    }
}

#[tokio::test]
async fn chosen_ideas_become_idea_cards_on_the_question() {
    for test in testkit::databases().await {
        let team = Team::of(&test).await;
        let asked = question(&team).await;
        let mut desk = signed_in(&team.site, &team.staff).await;
        let list = format!("{}/varv", team.here);
        let made = desk
            .post(
                &list,
                &[("vald", &asked.to_string()), ("antal", "2"), ("sista", "2026-03-17")],
            )
            .await;
        let page = made.location.split('?').next().expect("an address").to_owned();
        let (session, _) = told(&team).await;
        let mut someone = joined(&team, &session.address()).await;
        let sent = [
            ("varv", "1"),
            ("ide-1", "Sms dagen före"),
            ("ide-2", "Affisch i tamburen"),
        ];
        assert_eq!(someone.post(&session.address(), &sent).await.status, 303);
        assert_eq!(desk.post(&page, &[("gor", "bar")]).await.status, 422, "none is chosen");
        let (_, ideas) = told(&team).await;
        let chosen = ideas[0].id.to_string();
        assert_eq!(desk.post(&page, &[("gor", "bar"), ("ide", &chosen)]).await.status, 303);
        assert_eq!(
            desk.post(&page, &[("gor", "bar"), ("ide", &chosen)]).await.status,
            422,
            "once"
        );
        assert!(desk.get(&page).await.body.contains("Öppna idékortet"));
        let node = told(&team).await.1[0].node.expect("the idea knows its card");
        let mut read = team.site.db.read().await.expect("a reader");
        let card = evidence_chain::node(&mut read, node).await.expect("there");
        let trace = evidence_chain::trace_back(&mut read, node).await.expect("traced");
        assert_eq!((card.kind(), card.body.as_str()), (NodeKind::Idea, "Sms dagen före"));
        assert_eq!(card.standing(), evidence_chain::Standing::Draft);
        assert!(
            trace.nodes.iter().any(|node| node.id == asked),
            "it rests on the question"
        );
    }
}

#[tokio::test]
async fn after_its_last_day_nobody_writes_or_reads_and_what_was_typed_is_shown_back() {
    let test = testkit::sqlite().await;
    let team = Team::of(&test).await;
    let mut desk = signed_in(&team.site, &team.staff).await;
    let (address, page) = opened(&team, &mut desk).await;
    let mut first = joined(&team, &address).await;
    assert_eq!(
        first
            .post(&address, &[("varv", "1"), ("ide-1", "Sms dagen före")])
            .await
            .status,
        303
    );
    test.clock.set("2026-03-18T08:00:00Z".parse().expect("a moment"));
    let late = first.post(&address, &[("varv", "1"), ("ide-2", "En till")]).await;
    assert_eq!(late.status, 200);
    assert!(
        late.body.contains("Passet är stängt") && late.body.contains("En till"),
        "{}",
        late.body
    );
    let closed = first.get(&address).await.body;
    assert!(
        !closed.contains("Sms dagen före") && !closed.contains("<textarea"),
        "{closed}"
    );
    let mut desk = signed_in(&team.site, &team.staff).await;
    assert_eq!(desk.post(&page, &[("gor", "nasta"), ("varv", "1")]).await.status, 422);
    let (session, ideas) = told(&team).await;
    assert_eq!(ideas.len(), 1);
    let seat = crate::take_seat(&team.site, &session, "another", None).await;
    assert!(matches!(seat, Err(Fault::Gone(_))), "{seat:?}");
    // What was written can still be carried on by the team.
    let chosen = ideas[0].id.to_string();
    assert_eq!(desk.post(&page, &[("gor", "bar"), ("ide", &chosen)]).await.status, 303);
    assert_eq!(desk.post(&page, &[("gor", "stang")]).await.status, 303);
    assert_eq!(desk.post(&page, &[("gor", "stang")]).await.status, 404);
}

#[tokio::test]
async fn whoever_guesses_codes_is_stopped_and_whoever_sits_at_the_table_is_not() {
    let test = testkit::sqlite().await;
    let team = Team::with_limits(
        &test,
        web::Limits {
            code: 4,
            ..web::Limits::default()
        },
    )
    .await;
    let mut desk = signed_in(&team.site, &team.staff).await;
    let (address, _) = opened(&team, &mut desk).await;
    let mut seated = joined(&team, &address).await;
    let mut guesser = Browser::new(team.site.clone(), capabilities);
    let mut statuses = Vec::new();
    for code in ["aaaaaa", "bbbbbb", "cccccc"] {
        statuses.push(guesser.get(&format!("/varv/{code}")).await.status.as_u16());
    }
    assert_eq!(statuses, [404, 404, 429], "two went to the one who took a seat");
    assert_eq!(guesser.get(&address).await.status, 429, "also when the code is right");
    assert_eq!(seated.get(&address).await.status, 200);
}
