//! How a team chooses among its ideas: set against each other by two numbers, and by dots in the room.

use super::*;
use serde_json::json;
use web::Fault;

#[tokio::test]
async fn ideas_are_set_against_each_other_and_those_without_numbers_are_told() {
    let test = testkit::sqlite().await;
    let team = Team::of(&test).await;
    let mut browser = signed_in(&team.site, &team.staff).await;
    let address = format!("{}/jamfor", team.here);
    assert!(
        browser
            .get(&address)
            .await
            .body
            .contains("Ingen idé har båda siffrorna")
    );
    for (name, impact, effort) in [
        ("Sms när beskedet kommer", "5", "1"),
        ("Ny e-tjänst", "4", "9"),
        ("Affisch", "", "1"),
    ] {
        let draft = evidence_chain::Draft {
            kind: evidence_chain::NodeKind::Idea,
            details: idea(&team.site, name, impact, effort),
            origin: evidence_chain::Origin::default(),
        };
        let stands = evidence_chain::NewcomerLinks {
            place: Some(team.project),
            from: &[],
            reason: "",
        };
        evidence_chain::add(&team.site, &team.who, draft, stands, None)
            .await
            .unwrap_or_else(|refused| panic!("{refused:?}"));
    }
    let page = browser.get(&address).await.body;
    let figure = between(&page, "<figure", "</figure>");
    assert_eq!(figure.matches("<circle").count(), 2, "{figure}");
    assert!(
        figure.contains("Mest för minst ger ”Sms när beskedet kommer”") && !figure.contains("Affisch"),
        "{figure}"
    );
    assert!(figure.contains(">5</td>"), "nine is the end of the scale: {figure}");
    assert!(page.contains("Affisch"), "{page}");
}

/// An idea card with all that it must have.
fn idea(site: &Site, name: &str, impact: &str, effort: &str) -> Map<String, Value> {
    let packs = method::packs(site);
    let pack = packs.edition(method::SERVICE_DESIGN).expect("the pack").templates[0].clone();
    let (sheet, _) = pack.node_sheet(evidence_chain::NodeKind::Idea).expect("the template");
    let fields = sheet
        .sections
        .iter()
        .filter(|section| section.asked)
        .flat_map(|section| &section.fields);
    let required = fields
        .filter_map(|key| pack.field(key))
        .filter(|field| field.required_from.is_some());
    let value = |field: &method::pack::Field| match field.kind {
        method::pack::Kind::List => json!(["Något"]),
        method::pack::Kind::Choice => json!(field.options[0].key),
        method::pack::Kind::Choices => json!([field.options[0].key]),
        method::pack::Kind::YesNo => json!("no"),
        method::pack::Kind::Rows => {
            let cells = field.columns.iter().filter(|column| column.required);
            json!([cells
                .map(|column| (column.key.clone(), json!("Något")))
                .collect::<Map<_, _>>()])
        }
        _ => json!("Något"),
    };
    let mut all: Map<String, Value> = required.map(|field| (field.key.clone(), value(field))).collect();
    all.extend(map(
        json!({ "idea-name": name, "idea-impact": impact, "idea-effort": effort }),
    ));
    all
}

async fn two_ideas(team: &Team) {
    for name in ["Sms", "Affisch"] {
        let draft = evidence_chain::Draft {
            kind: evidence_chain::NodeKind::Idea,
            details: idea(&team.site, name, "", ""),
            origin: evidence_chain::Origin::default(),
        };
        let stands = evidence_chain::NewcomerLinks {
            place: Some(team.project),
            from: &[],
            reason: "",
        };
        let added = evidence_chain::add(&team.site, &team.who, draft, stands, None).await;
        added.unwrap_or_else(|refused| panic!("{refused:?}"));
    }
}

#[tokio::test]
async fn everybody_in_the_room_votes_once_and_the_outcome_has_its_base() {
    for test in testkit::databases().await {
        let team = Team::of(&test).await;
        let mut desk = signed_in(&team.site, &team.staff).await;
        let rounds = format!("{}/rosta", team.here);
        let too_few = desk.post(&rounds, &[("fraga", "Vilka först?"), ("prickar", "3")]).await;
        assert_eq!(too_few.status, 422);
        assert!(too_few.body.contains("minst två idéer") && too_few.body.contains("Vilka först?"));
        two_ideas(&team).await;
        assert_eq!(
            desk.post(&rounds, &[("fraga", "Vilka först?"), ("prickar", "99")])
                .await
                .status,
            422
        );
        assert_eq!(
            desk.post(&rounds, &[("fraga", "Vilka först?"), ("prickar", "3")])
                .await
                .status,
            303
        );
        let shown = desk.get(&rounds).await.body;
        let code = between(&shown, "href=\"/rost/", "\"").to_string();
        let address = format!("/rost/{code}");

        let mut first = Browser::new(team.site.clone(), capabilities);
        let form = first.get(&address).await.body;
        assert!(
            form.contains("Du har 3 prickar") && form.contains("Sms") && !form.contains("utfall"),
            "{form}"
        );
        let many = first.post(&address, &[("prickar-1", "2"), ("prickar-2", "2")]).await;
        assert_eq!(many.status, 422);
        assert!(
            many.body.contains("högst 3") && many.body.contains("value=\"2\""),
            "what was typed is kept"
        );
        assert_eq!(
            first
                .post(&address, &[("prickar-1", "en"), ("prickar-2", "1")])
                .await
                .status,
            422
        );
        assert_eq!(
            first
                .post(&address, &[("prickar-1", "2"), ("prickar-2", "1")])
                .await
                .status,
            303
        );
        assert!(first.get(&address).await.body.contains("Din röst är räknad"));
        assert_eq!(
            first.post(&address, &[("prickar-1", "3")]).await.status,
            303,
            "the same browser counts once"
        );
        let mut second = Browser::new(team.site.clone(), capabilities);
        assert_eq!(
            second
                .post(&address.to_uppercase().replace("/ROST", "/rost"), &[("prickar-1", "3")])
                .await
                .status,
            303
        );
        let mut read = team.site.db.read().await.expect("a reader");
        let votes = crate::votes_of(&mut read, team.project).await.expect("read");
        drop(read);
        let told: Vec<(String, i64)> = votes[0]
            .outcome()
            .iter()
            .map(|one| (one.title.clone(), one.dots))
            .collect();
        assert_eq!(told, [("Sms".to_string(), 5), ("Affisch".to_string(), 1)]);
        assert_eq!(votes[0].ballots, 2);

        assert_eq!(
            desk.post(&rounds, &[("stang", &votes[0].id.to_string())]).await.status,
            303
        );
        let mut third = Browser::new(team.site.clone(), capabilities);
        let closed = third.get(&address).await.body;
        assert!(
            closed.contains("2 har röstat") && !closed.contains("<form class=\"stack"),
            "{closed}"
        );
        let late = crate::cast(&team.site, &votes[0], "another", &[1, 0]).await;
        assert!(matches!(late, Err(Fault::Gone(_))), "{late:?}");
        assert_eq!(third.get("/rost/finns0").await.status, 404);
    }
}
