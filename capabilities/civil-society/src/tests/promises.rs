//! What the act asks for every other year, and promises to residents.

use super::*;

const CRIME: &str = "/arbetsyta/brottsforebyggande";

#[tokio::test]
async fn two_years_are_counted_from_the_latest_decision() {
    for test in testkit::databases().await {
        let engine = test.engine;
        let town = Town::on(test).await;
        let mut johan = town.visitor("johan@exempel.se").await;
        let demands = format!("{CRIME}/lagkrav");
        holds(&read(&mut johan, CRIME).await, &["Inget beslut infört"]);
        let picture = [
            ("demand", "picture"),
            ("version", "2024, version 1"),
            ("decided-by", "Kommunstyrelsen § 41"),
            ("decided", "2024-09-30"),
        ];
        holds(
            &refused(&mut johan, &demands, &picture[..2]).await,
            &[
                "Skriv vem som beslutade",
                "Skriv vilken dag beslutet",
                "2024, version 1",
            ],
        );
        sent(&mut johan, &demands, &picture).await;
        holds(
            &read(&mut johan, CRIME).await,
            &["30 september 2026", "2024, version 1", "I tid", "Inget beslut infört"],
        );
        // Half a year and a fortnight before it is due, the desk says so.
        assert_eq!(
            town.duties("johan@exempel.se").await,
            ["civil-duty-picture 2024, version 1"],
            "{engine}"
        );
        assert_eq!(town.duties("maja@exempel.se").await, Vec::<String>::new(), "{engine}");
        town.days_pass(200);
        let mut johan = town.visitor("johan@exempel.se").await;
        holds(&read(&mut johan, &demands).await, &["Försenad"]);
        let newer = [
            ("demand", "picture"),
            ("version", "2026, version 1"),
            ("decided-by", "Kommunstyrelsen § 52"),
            ("decided", "2026-09-28"),
        ];
        sent(&mut johan, &demands, &newer).await;
        let page = read(&mut johan, &demands).await;
        holds(&page, &["28 september 2028", "2024, version 1", "§ 41"]);
        assert_eq!(town.duties("johan@exempel.se").await, Vec::<String>::new(), "{engine}");
    }
}

#[tokio::test]
async fn a_promise_is_written_followed_up_and_asked_for_anew() {
    for test in testkit::databases().await {
        let engine = test.engine;
        let town = Town::on(test).await;
        let mut johan = town.visitor("johan@exempel.se").await;
        let new = format!("{CRIME}/medborgarlofte/nytt");
        let promise = [
            ("title", "Tryggare Mörby"),
            ("parties", "Polisen"),
            ("places", "Mörby"),
            (
                "promises",
                "Polisen går i centrum varje fredag\nKommunen tänder lamporna",
            ),
            ("background", "Lägesbilden och två trygghetsvandringar."),
            ("effect", "Fler vågar gå hem."),
            ("from", "2026-01-01"),
            ("until", "2026-10-01"),
            ("next", "2026-03-20"),
        ];
        let bare = [
            ("title", "Tryggare Mörby"),
            ("background", "Om 811218-9876"),
            ("promises", "x"),
        ];
        holds(
            &refused(&mut johan, &new, &bare).await,
            &[
                "Skriv vilka som lovar",
                "vilken dag löftet börjar",
                "innehåller ett personnummer",
                "Tryggare Mörby",
            ],
        );
        let here = sent(&mut johan, &new, &promise).await;
        holds(
            &read(&mut johan, &here).await,
            &["Kommunen tänder lamporna", "Gäller nu", "Polisen"],
        );
        assert_eq!(
            town.duties("johan@exempel.se").await,
            ["civil-duty-promise-follow-up Tryggare Mörby"],
            "{engine}"
        );
        let follow = format!("{here}/uppfoljning");
        let told = [
            ("colour", "yellow"),
            ("told", "Lamporna lyser, fredagarna är få"),
            ("on", "2026-03-17"),
        ];
        holds(
            &refused(&mut johan, &follow, &told[1..]).await,
            &["Välj grönt, gult eller rött"],
        );
        sent(&mut johan, &follow, &told).await;
        holds(&read(&mut johan, &here).await, &["fredagarna är få", "Gult"]);
        assert_eq!(town.duties("johan@exempel.se").await, Vec::<String>::new(), "{engine}");
        town.days_pass(20);
        assert_eq!(
            town.duties("johan@exempel.se").await,
            ["civil-duty-promise Tryggare Mörby"],
            "{engine}"
        );
        let mut johan = town.visitor("johan@exempel.se").await;
        let edit = format!("{here}/andra");
        let mut changed = promise.to_vec();
        changed[0] = ("title", "Tryggare i Mörby");
        changed.push(("revision", "1"));
        let conflict = refused(&mut johan, &edit, &changed).await;
        holds(&conflict, &["Tryggare i Mörby", "name=\"revision\" value=\"2\""]);
        let later: Vec<_> = promise
            .iter()
            .map(|(name, value)| match *name {
                "from" => ("from", "2026-10-02"),
                "until" => ("until", "2030-10-01"),
                "next" => ("next", ""),
                _ => (*name, *value),
            })
            .collect();
        sent(&mut johan, &new, &later).await;
        assert_eq!(town.duties("johan@exempel.se").await, Vec::<String>::new(), "{engine}");
        holds(&read(&mut johan, CRIME).await, &["Medborgarlöften"]);
    }
}
