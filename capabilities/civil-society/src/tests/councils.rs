//! Councils: seats, meetings, minutes that are approved, and what somebody said they would do.

use super::*;

const COUNCILS: &str = "/arbetsyta/rad";

async fn organisation(maja: &mut Browser, name: &str) {
    let form = [("name", name), ("kind", "association"), ("source", "Webbplatsen")];
    sent(maja, "/arbetsyta/organisationer/ny", &form).await;
}

fn council<'a>(name: &'a str, kind: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut form = vec![("name", name), ("kind", kind), ("chair", "Kommunstyrelsens ordförande")];
    form.extend_from_slice(more);
    form
}

#[tokio::test]
async fn a_council_meets_and_is_held_to_what_was_said() {
    for test in testkit::databases().await {
        let engine = test.engine;
        let town = Town::on(test).await;
        let mut maja = town.visitor("maja@exempel.se").await;
        organisation(&mut maja, "Nattvandrarna").await;
        organisation(&mut maja, "Polisen").await;
        let process = town.process(method::CIVIL_SOCIETY, "crime-prevention").await;
        let new = format!("{COUNCILS}/nytt");
        holds(&read(&mut maja, &new).await, &["Strategiskt råd", "Föreningsråd"]);
        let unled = refused(&mut maja, &new, &council("Trygghetsrådet", "strategic", &[])).await;
        holds(&unled, &["leds av kommunen", "value=\"Trygghetsrådet\""]);
        let led = council("Trygghetsrådet", "strategic", &[("led", "ja"), ("next", "2026-03-25")]);
        let here = sent(&mut maja, &new, &led).await;

        let seat = [
            ("organisation", "Polisen"),
            ("role", "Chef för lokalpolisområdet"),
            ("leading", "ja"),
            ("from", "2026-03-01"),
        ];
        sent(&mut maja, &format!("{here}/ledamot"), &seat).await;
        let other = [
            ("organisation", "Nattvandrarna"),
            ("role", "Ledamot"),
            ("from", "2026-03-01"),
        ];
        sent(&mut maja, &format!("{here}/ledamot"), &other).await;
        let page = read(&mut maja, &here).await;
        holds(&page, &["Chef för lokalpolisområdet", "Saknar ledande befattning"]);
        let duties = town.duties("maja@exempel.se").await;
        assert_eq!(duties, ["civil-duty-council Trygghetsrådet"], "{engine}");

        // Nothing is written before the meeting, and no number of a person.
        let write = format!("{here}/mote/nytt");
        let early = [("on", "2026-04-01"), ("agenda", "Läget"), ("minutes", "Vi bestämde")];
        holds(
            &refused(&mut maja, &write, &early).await,
            &["Mötet har inte varit än", "Vi bestämde"],
        );
        let person = [("on", "2026-03-17"), ("agenda", "Läget"), ("minutes", "Om 811218-9876")];
        holds(
            &refused(&mut maja, &write, &person).await,
            &["innehåller ett personnummer"],
        );
        let form = read(&mut maja, &write).await;
        let seat = form
            .split("name=\"present\" value=\"")
            .nth(2)
            .and_then(|rest| rest.split('"').next());
        let meeting = [
            ("on", "2026-03-17"),
            ("agenda", "Läget\nVåren"),
            ("minutes", "Polisen berättade om våren."),
            ("present", seat.expect("a seat to tick")),
            ("next", "2026-06-10"),
        ];
        let met = sent(&mut maja, &write, &meeting).await;
        let page = read(&mut maja, &met).await;
        holds(
            &page,
            &[
                "Arbetsmaterial",
                "Närvarande",
                "Polisen, Chef",
                "Frånvarande",
                "Nattvandrarna, Ledamot",
            ],
        );
        assert_eq!(town.proofs(process).await[8], "council-met 0/1 false", "{engine}");

        let action = [
            ("task", "Ordna lampor"),
            ("responsible", "Gatuchefen"),
            ("due", "2026-03-20"),
        ];
        holds(
            &refused(&mut maja, &format!("{met}/atgard"), &action[..1]).await,
            &["vilken roll som ansvarar", "till vilken dag", "Ordna lampor"],
        );
        sent(&mut maja, &format!("{met}/atgard"), &action).await;
        sent(&mut maja, &format!("{met}/justera"), &[("revision", "1")]).await;
        holds(&read(&mut maja, &met).await, &["Justerade"]);
        assert_eq!(town.proofs(process).await[8], "council-met 1/1 true", "{engine}");
        // What is approved stays.
        assert_ne!(maja.get(&format!("{met}/andra")).await.status, 200);
        let late = maja.post(&format!("{met}/andra"), &meeting).await;
        assert_ne!(late.status, 303, "{engine}");

        assert_eq!(town.duties("maja@exempel.se").await, ["civil-duty-action Ordna lampor"]);
        let page = read(&mut maja, &here).await;
        holds(&page, &["Ordna lampor", "10 juni 2026"]);
        let id = page
            .split("/atgard/")
            .nth(1)
            .and_then(|rest| rest.split('/').next())
            .expect("an action to close")
            .to_owned();
        let close = format!("{here}/atgard/{id}/klar");
        holds(
            &refused(&mut maja, &close, &[("outcome", "")]).await,
            &["Skriv vad det ledde till"],
        );
        sent(&mut maja, &close, &[("outcome", "Tio lampor lyser")]).await;
        holds(
            &read(&mut maja, &here).await,
            &["Inget är kvar att göra", "Tio lampor lyser"],
        );
        assert_eq!(town.duties("maja@exempel.se").await, Vec::<String>::new(), "{engine}");
    }
}

#[tokio::test]
async fn a_seat_is_left_and_the_minutes_come_as_a_file() {
    let town = Town::on(testkit::sqlite().await).await;
    let mut maja = town.visitor("maja@exempel.se").await;
    organisation(&mut maja, "Scouterna").await;
    let here = sent(
        &mut maja,
        &format!("{COUNCILS}/nytt"),
        &council("Föreningsrådet", "associations", &[]),
    )
    .await;
    let seat = [
        ("organisation", "Scouterna"),
        ("role", "Ordförande"),
        ("from", "2026-01-01"),
    ];
    sent(&mut maja, &format!("{here}/ledamot"), &seat).await;
    let page = read(&mut maja, &here).await;
    lacks(&page, &["Saknar ledande befattning"]);
    let id = page
        .split("name=\"seat\" value=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let leave = [("gor", "lamna"), ("seat", id.expect("a seat to leave"))];
    sent(&mut maja, &format!("{here}/ledamot"), &leave).await;
    town.days_pass(1);
    let (mut maja, mut erik) = (
        town.visitor("maja@exempel.se").await,
        town.visitor("erik@exempel.se").await,
    );
    holds(&read(&mut maja, &here).await, &["Tidigare ledamöter"]);

    let write = format!("{here}/mote/nytt");
    let fields = [
        ("on", "2026-03-10"),
        ("agenda", "Planer"),
        ("minutes", "Se filen"),
        ("nyckel", "m"),
    ];
    let wrong = maja.upload(&write, &fields, "anteckningar.pdf", "<html>").await;
    assert_eq!(wrong.status, 422);
    holds(&wrong.body, &["i formatet PDF", "Se filen"]);
    let taken = maja
        .upload(&write, &fields, "anteckningar.pdf", "%PDF-1.7 och mer")
        .await;
    assert_eq!(taken.status, 303, "{}", taken.body);
    let met = taken.location.split('?').next().unwrap_or_default().to_owned();
    let file = erik.get(&format!("{met}/dokument")).await;
    assert_eq!((file.status.as_u16(), file.body.as_str()), (200, "%PDF-1.7 och mer"));
    // Whoever only reads may not write, and a meeting belongs to its own council.
    assert_eq!(erik.get(&write).await.status, 403);
    let other = sent(
        &mut maja,
        &format!("{COUNCILS}/nytt"),
        &council("Ett annat", "working", &[]),
    )
    .await;
    let meeting = met.rsplit('/').next().unwrap_or_default();
    assert_eq!(maja.get(&format!("{other}/mote/{meeting}")).await.status, 404);
    assert_eq!(
        town.duties("maja@exempel.se").await,
        ["civil-duty-minutes Föreningsrådet"]
    );
}
