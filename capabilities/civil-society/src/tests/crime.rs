//! From a register to a report: problems, judgements, gaps, an agreement, measures and their colours.

use super::*;

const CRIME: &str = "/arbetsyta/brottsforebyggande";

const PROBLEM: &[(&str, &str)] = &[
    ("title", "Cykelstölder vid stationen"),
    ("kind", "crime"),
    ("place", "Stationen"),
    ("description", "Dubbelt så många som i fjol."),
    ("functions", "place"),
    ("functions", "legitimacy"),
];

/// A form with some of its fields otherwise.
fn with<'a>(form: &[(&'a str, &'a str)], other: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let is_kept = |(name, _): &&(&str, &str)| !other.iter().any(|(changed, _)| changed == name);
    form.iter().filter(is_kept).chain(other).copied().collect()
}

async fn organisation(johan: &mut Browser, name: &str) {
    let form = [("name", name), ("kind", "association"), ("source", "Webbplatsen")];
    sent(johan, "/arbetsyta/organisationer/ny", &form).await;
}

fn judgement<'a>(organisation: &'a str, relevance: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("organisation", organisation),
        ("relevance", relevance),
        ("reason", "De är där varje kväll"),
        ("evidence", "Möte i mars"),
        ("judged-by", "Samordnaren"),
        ("judged", "2026-03-16"),
        ("review", "2027-03-16"),
    ]
}

fn agreement<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let form = [
        ("title", "Trygg station"),
        ("kind", "collaboration"),
        ("purposes", "Färre stölder"),
        ("areas", "Stationen"),
        ("our-commitment", "Belysning"),
    ];
    with(&form, more)
}

#[tokio::test]
async fn only_those_who_prevent_crime_come_in() {
    let town = Town::on(testkit::sqlite().await).await;
    for email in ["maja@exempel.se", "erik@exempel.se"] {
        let mut browser = town.visitor(email).await;
        assert_eq!(browser.get(CRIME).await.status, 403, "{email}");
        assert_eq!(browser.get("/arbetsyta/overenskommelser").await.status, 200, "{email}");
    }
}

#[tokio::test]
async fn a_text_that_points_out_a_person_is_stopped_and_nothing_typed_is_lost() {
    let town = Town::on(testkit::sqlite().await).await;
    let mut johan = town.visitor("johan@exempel.se").await;
    let new = format!("{CRIME}/problem/nytt");
    holds(&read(&mut johan, &new).await, &["Skriv inget om enskilda"]);
    let person = with(PROBLEM, &[("description", "Det är 811218-9876 som stjäl")]);
    let answer = refused(&mut johan, &new, &person).await;
    holds(
        &answer,
        &["innehåller ett personnummer", "som stjäl", "Cykelstölder vid stationen"],
    );
    // A number of a person is refused whatever is ticked; an address may be a function's.
    refused(&mut johan, &new, &with(&person, &[("function-only", "ja")])).await;
    let address = with(PROBLEM, &[("description", "Tips lämnas på 070-174 06 05")]);
    holds(
        &refused(&mut johan, &new, &address).await,
        &["hör till en funktion", "id=\"function-only\""],
    );
    sent(&mut johan, &new, &with(&address, &[("function-only", "ja")])).await;
}

#[tokio::test]
async fn a_new_judgement_counts_and_the_old_one_can_still_be_read() {
    for test in testkit::databases().await {
        let town = Town::on(test).await;
        let mut johan = town.visitor("johan@exempel.se").await;
        organisation(&mut johan, "Nattvandrarna").await;
        organisation(&mut johan, "Nattcaféet").await;
        let problem = sent(&mut johan, &format!("{CRIME}/problem/nytt"), PROBLEM).await;
        let place = format!(
            "{CRIME}/relevans/{}/legitimacy",
            problem.rsplit('/').next().unwrap_or_default()
        );
        let many = refused(&mut johan, &place, &judgement("natt", "2")).await;
        holds(&many, &["Flera organisationer passar: Nattcaféet, Nattvandrarna"]);
        let unknown = refused(&mut johan, &place, &judgement("Rymdbolaget", "2")).await;
        holds(&unknown, &["Ingen organisation i registret passar", "Rymdbolaget"]);
        let early = with(&judgement("Nattvandrarna", "2"), &[("review", "2026-03-01")]);
        holds(&refused(&mut johan, &place, &early).await, &["efter bedömningen"]);

        sent(
            &mut johan,
            &place,
            &with(&judgement("nattvandrarna", "1"), &[("reason", "Kom inte till mötet")]),
        )
        .await;
        holds(
            &read(&mut johan, &format!("{CRIME}/gap")).await,
            &["Ingen aktör är bedömd till 2 eller 3"],
        );
        sent(&mut johan, &place, &judgement("Nattvandrarna", "3")).await;
        let page = read(&mut johan, &place).await;
        holds(
            &page,
            &[
                "Kom inte till mötet",
                "De är där varje kväll",
                "Tidigare bedömningar",
                "16 mars 2027",
            ],
        );
        let matrix = read(&mut johan, &format!("{CRIME}/relevans")).await;
        holds(&matrix, &["Högst 3, 1 aktör", "Ingen bedömning", "Behövs inte"]);
        holds(
            &read(&mut johan, &format!("{CRIME}/gap")).await,
            &[
                "Ingen överenskommelse gäller med Nattvandrarna",
                "2 luckor saknar beslut",
            ],
        );
    }
}

#[tokio::test]
async fn from_register_to_report() {
    for test in testkit::databases().await {
        let engine = test.engine;
        let town = Town::on(test).await;
        let mut johan = town.visitor("johan@exempel.se").await;
        organisation(&mut johan, "Nattvandrarna").await;
        let process = town.process(method::CIVIL_SOCIETY, "crime-prevention").await;
        let other = town.process(method::CITIZEN_DIALOGUE, "standard").await;
        let unproved = town.proofs(process).await;
        assert!(
            unproved.iter().all(|one| one.ends_with("false")),
            "{engine}: {unproved:?}"
        );
        assert_eq!(
            town.proofs(other).await,
            Vec::<String>::new(),
            "other packs ask for none of it"
        );
        let problem = sent(&mut johan, &format!("{CRIME}/problem/nytt"), PROBLEM).await;
        let id = problem.rsplit('/').next().unwrap_or_default().to_owned();
        sent(&mut johan, &format!("{problem}/orsak"), &[("cause", "Mörka ställ")]).await;
        sent(
            &mut johan,
            &format!("{CRIME}/relevans/{id}/legitimacy"),
            &judgement("Nattvandrarna", "3"),
        )
        .await;

        // Closing a gap needs somebody and a day; accepting one needs why.
        let gap = format!("{CRIME}/gap/{id}/place");
        let close = [
            ("kind", "missing"),
            ("decision", "close"),
            ("reason", "Vi frågar trafikbolaget"),
        ];
        let answer = refused(&mut johan, &gap, &close).await;
        holds(
            &answer,
            &["Skriv vilken roll som fyller luckan", "Skriv när luckan ska vara fylld"],
        );
        sent(
            &mut johan,
            &gap,
            &with(&close, &[("responsible", "Säkerhetschefen"), ("due", "2026-03-25")]),
        )
        .await;
        holds(
            &read(&mut johan, &format!("{CRIME}/gap")).await,
            &["Vi fyller luckan", "1 lucka saknar beslut"],
        );
        let duties = town.duties("johan@exempel.se").await;
        assert_eq!(duties, ["civil-duty-gap Cykelstölder vid stationen"], "{engine}");

        // An agreement in force with the actor closes the other.
        let new = "/arbetsyta/overenskommelser/ny";
        let empty = with(&agreement(&[]), &[("purposes", ""), ("areas", " ")]);
        holds(
            &refused(&mut johan, new, &empty).await,
            &["Skriv minst ett syfte", "Skriv minst ett område"],
        );
        let dates = [("signed", "2026-03-01"), ("expires", "2026-12-31")];
        let signed = sent(&mut johan, new, &agreement(&dates)).await;
        let party = [("organisation", "Nattvandrarna"), ("commitment", "Går varje fredag")];
        sent(&mut johan, &format!("{signed}/part"), &party).await;
        holds(
            &read(&mut johan, &signed).await,
            &["Går varje fredag", "Gäller", "Färre stölder"],
        );
        lacks(&read(&mut johan, &format!("{CRIME}/gap")).await, &["Nattvandrarna"]);

        let measures = format!("{CRIME}/atgarder");
        let form = read(&mut johan, &format!("{measures}/ny")).await;
        let cause = form
            .split("<option value=\"")
            .nth(2)
            .and_then(|rest| rest.split('"').next());
        let measure = [
            ("cause", cause.expect("a cause to choose")),
            ("action", "Sätt upp lampor"),
            ("goal", "Hälften så många stölder"),
            ("timing", "hösten 2026"),
            ("organisation", "Nattvandrarna"),
            ("responsible", "Gatuchefen"),
        ];
        let loose = with(&measure, &[("cause", ""), ("goal", "")]);
        holds(
            &refused(&mut johan, &format!("{measures}/ny"), &loose).await,
            &["Välj vilken orsak", "Skriv ett mål", "Sätt upp lampor"],
        );
        sent(&mut johan, &format!("{measures}/ny"), &measure).await;
        let list = read(&mut johan, &measures).await;
        holds(
            &list,
            &["1.1. Mörka ställ", "Nattvandrarna, Gatuchefen", "Inte uppföljd"],
        );
        let one = page_link(&list, ">Sätt upp lampor</a>");
        let red = [
            ("colour", "red"),
            ("outcome", "Lamporna kom inte"),
            ("on", "2026-03-17"),
        ];
        holds(
            &refused(&mut johan, &format!("{one}/uppfoljning"), &red[..1]).await,
            &["Skriv vad som gjordes"],
        );
        sent(&mut johan, &format!("{one}/uppfoljning"), &red).await;
        sent(
            &mut johan,
            &format!("{one}/uppfoljning"),
            &with(&red, &[("colour", "green"), ("outcome", "Nu lyser de")]),
        )
        .await;
        holds(&read(&mut johan, &one).await, &["Lamporna kom inte", "Nu lyser de"]);
        holds(&read(&mut johan, &measures).await, &["Grönt"]);

        assert_eq!(
            town.proofs(process).await[5..],
            [
                "relevance-judged 1/1 true",
                "gaps-decided 1/1 true",
                "agreements-in-force 1/1 true",
                "council-met 0/1 false",
                "measures-linked 1/1 true",
                "measures-followed-up 1/1 true",
            ],
            "{engine}"
        );
        let reports = format!("{CRIME}/rapport");
        holds(
            &refused(&mut johan, &reports, &[("title", "Rapport")]).await,
            &["Skriv nämndens bedömning"],
        );
        let written = [
            ("title", "Rapport 2026"),
            ("assessment", "Läget är bättre."),
            ("proposal", "Rapporten godkänns."),
        ];
        let report = sent(&mut johan, &reports, &written).await;
        let page = read(&mut johan, &report).await;
        let told = [
            "Mörka ställ",
            "Trygg station",
            "Nu lyser de",
            "Vi fyller luckan",
            "Läget är bättre.",
            "1 av 1",
        ];
        holds(&page, &told);
        // What is finished stays as it was.
        sent(&mut johan, &format!("{problem}/orsak"), &[("cause", "Dåliga lås")]).await;
        lacks(&read(&mut johan, &report).await, &["Dåliga lås"]);
        let docx = johan.get(&format!("{report}/docx")).await;
        assert_eq!(docx.status, 200, "{engine}");
        if cfg!(feature = "pdf") {
            assert_eq!(johan.get(&format!("{report}/pdf")).await.status, 200, "{engine}");
        }
    }
}

#[tokio::test]
async fn an_agreement_warns_half_a_year_ahead_and_then_counts_no_more() {
    let town = Town::on(testkit::sqlite().await).await;
    let mut johan = town.visitor("johan@exempel.se").await;
    organisation(&mut johan, "Nattvandrarna").await;
    let dates = [
        ("signed", "2026-03-01"),
        ("expires", "2026-10-31"),
        ("next", "2026-05-01"),
    ];
    let one = sent(&mut johan, "/arbetsyta/overenskommelser/ny", &agreement(&dates)).await;
    let party = [("organisation", "Nattvandrarna"), ("commitment", "Går varje fredag")];
    sent(&mut johan, &format!("{one}/part"), &party).await;
    assert_eq!(town.duties("johan@exempel.se").await, Vec::<String>::new());
    town.days_pass(46);
    let expected = [
        "civil-duty-expires Trygg station",
        "civil-duty-agreement-follow-up Trygg station",
    ];
    assert_eq!(town.duties("johan@exempel.se").await, expected);
    assert_eq!(town.duties("erik@exempel.se").await, Vec::<String>::new());
    let mut johan = town.visitor("johan@exempel.se").await;
    let told = [("on", "2026-05-01"), ("told", "Det går bra"), ("next", "2026-11-01")];
    sent(&mut johan, &format!("{one}/uppfoljning"), &told).await;
    assert_eq!(town.duties("johan@exempel.se").await, expected[..1]);

    let in_force = async || {
        let mut read = town.site.db.read().await.expect("the database answers");
        crate::store::count_in_force(&mut read)
            .await
            .expect("agreements are counted")
    };
    assert_eq!(in_force().await, 1);
    town.days_pass(184);
    crate::tick(&town.site).await.expect("agreements are marked");
    assert_eq!(in_force().await, 0);
    assert_eq!(
        town.duties("johan@exempel.se").await,
        ["civil-duty-expired Trygg station"]
    );
    let mut johan = town.visitor("johan@exempel.se").await;
    holds(&read(&mut johan, &one).await, &["Har gått ut"]);
    sent(
        &mut johan,
        &format!("{one}/avsluta"),
        &[("revision", "2"), ("reason", "Ersatt av en ny")],
    )
    .await;
    assert_eq!(town.duties("johan@exempel.se").await, Vec::<String>::new());
}
