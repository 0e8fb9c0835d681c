//! Organisations that are asked, that sign, and that propose something themselves.

use super::*;

pub(super) fn organisation<'a>(name: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut form = vec![("name", name), ("kind", "association"), ("source", "Webbplatsen")];
    form.extend_from_slice(more);
    form
}

/// A collaboration with its address on the desk.
pub(super) async fn collaboration(town: &Town, browser: &mut Browser, template: &str, title: &str) -> (Id, String) {
    let form = [("template", template), ("title", title), ("question", "Vad tycker ni?")];
    let here = sent(browser, "/arbetsyta/samverkan/ny", &form).await;
    let id = here.rsplit('/').next().unwrap_or_default().parse().expect("an id");
    let _ = town;
    (id, here)
}

/// The letters in the outbox: to whom, and with which subject.
pub(super) async fn letters(town: &Town) -> Vec<(String, String, String)> {
    db::record! {
        struct Letter { recipient: String, subject: String, body: String }
    }
    let mut read = town.site.db.read().await.expect("the database answers");
    let query = db::sql!("select recipient, subject, body from outgoing_mail order by created_at, id");
    let rows: Vec<Letter> = read.all(query, db::args![]).await.expect("letters are read");
    rows.into_iter()
        .map(|row| (row.recipient, row.subject, row.body))
        .collect()
}

#[tokio::test]
async fn organisations_are_asked_reminded_and_answer_with_a_mandate() {
    for test in testkit::databases().await {
        let engine = test.engine;
        let town = Town::on(test).await;
        let mut maja = town.visitor("maja@exempel.se").await;
        let new = "/arbetsyta/organisationer/ny";
        sent(
            &mut maja,
            new,
            &organisation("Scouterna", &[("contact-address", "kansli@scout.example")]),
        )
        .await;
        sent(&mut maja, new, &organisation("Nattvandrarna", &[])).await;
        let (process, here) = collaboration(&town, &mut maja, "referral", "Ny simhall").await;
        let page = format!("{here}/organisationer");
        holds(
            &read(&mut maja, &page).await,
            &["Ingen organisation är vald än", "Ny simhall"],
        );
        assert_eq!(
            town.proofs(process).await[..2],
            ["organisations-listed 0/1 false", "outcome-noted 0/1 false"]
        );

        sent(&mut maja, &page, &[("organisation", "Scouterna")]).await;
        sent(&mut maja, &page, &[("organisation", "Nattvandrarna")]).await;
        holds(
            &read(&mut maja, &page).await,
            &["kansli@scout.example", "Adress saknas", "Fråga 1 organisation"],
        );
        assert_eq!(
            town.proofs(process).await[0],
            "organisations-listed 1/2 false",
            "{engine}"
        );
        let wrong = [("organisation", "Nattvandrarna"), ("address", "ingen adress")];
        holds(
            &refused(&mut maja, &page, &wrong).await,
            &["namn@exempel.se", "ingen adress"],
        );
        sent(
            &mut maja,
            &page,
            &[("organisation", "Nattvandrarna"), ("address", "info@natt.example")],
        )
        .await;
        assert_eq!(
            town.proofs(process).await[0],
            "organisations-listed 2/2 true",
            "{engine}"
        );

        // Nobody sees the list before the municipality says so.
        let public = format!("/samverkan/{process}/organisationer");
        let mut anybody = Browser::new(town.site.clone(), capabilities);
        assert_eq!(anybody.get(&public).await.status, 404);
        let time = format!("{page}/svarstid");
        sent(
            &mut maja,
            &time,
            &[("revision", "0"), ("due", "2026-03-30"), ("listed", "ja")],
        )
        .await;
        assert_ne!(
            maja.post(&time, &[("revision", "0")]).await.status,
            303,
            "somebody wrote meanwhile"
        );

        let letter = format!("{page}/brev");
        holds(
            &refused(&mut maja, &letter, &[("message", "")]).await,
            &["Skriv vad brevet ska säga"],
        );
        let ask = [
            ("message", "Vad tycker ni om förslaget?"),
            ("gor", "fraga"),
            ("nyckel", "brev-1"),
        ];
        sent(&mut maja, &letter, &ask).await;
        assert_ne!(
            maja.post(&letter, &ask).await.status,
            303,
            "a form sent twice writes once"
        );
        let sent_out = letters(&town).await;
        assert_eq!(sent_out.len(), 2, "{engine}");
        assert_eq!(sent_out[0].1, "Vad tycker ni om Ny simhall?");
        holds(&sent_out[0].2, &["Vad tycker ni om förslaget?", "senast 30 mars 2026"]);

        let answer = [
            ("answerer", "Scouterna"),
            ("role", "Ordförande"),
            ("mandate", "board"),
            ("speaks-for", "Medlemmarna"),
            ("answer", "Bygg den vid skolan."),
            ("received", "2026-03-17"),
        ];
        holds(
            &refused(&mut maja, &format!("{page}/svar"), &answer[..2]).await,
            &["Välj vem som står bakom", "vem organisationen talar för", "Ordförande"],
        );
        sent(&mut maja, &format!("{page}/svar"), &answer).await;
        let told = read(&mut maja, &page).await;
        holds(
            &told,
            &[
                "Bygg den vid skolan.",
                "Styrelsen har beslutat",
                "aldrig som invånare",
                "Påminn 1 organisation",
            ],
        );
        sent(&mut maja, &letter, &[("message", "Hör av er."), ("gor", "paminn")]).await;
        let sent_out = letters(&town).await;
        assert_eq!(
            (sent_out.len(), sent_out[2].0.as_str()),
            (3, "info@natt.example"),
            "only who is silent"
        );

        town.days_pass(1);
        assert_eq!(
            town.duties("maja@exempel.se").await,
            ["civil-duty-referral Ny simhall"],
            "{engine}"
        );
        let mut maja = town.visitor("maja@exempel.se").await;
        let other = told
            .split("name=\"of\" value=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        let outcome = [
            ("of", other.expect("one on the list")),
            ("outcome", "declined"),
            ("note", "Hann inte"),
        ];
        holds(
            &refused(&mut maja, &format!("{page}/utfall"), &outcome[..1]).await,
            &["Välj hur det gick"],
        );
        sent(&mut maja, &format!("{page}/utfall"), &outcome).await;
        assert_eq!(
            town.proofs(process).await[..3],
            [
                "organisations-listed 2/2 true",
                "outcome-noted 2/2 true",
                "mandates-stated 1/1 true"
            ],
            "{engine}"
        );
        assert_eq!(town.duties("maja@exempel.se").await, Vec::<String>::new(), "{engine}");
        let list = read(&mut anybody, &public).await;
        holds(&list, &["Ny simhall", "Scouterna", "Deltog", "Avstod", "Nattvandrarna"]);
        lacks(&list, &["natt.example", "Hann inte", "Bygg den"]);
        // What ties them shows in the network.
        holds(
            &read(&mut maja, "/arbetsyta/organisationer/natverk").await,
            &["role=\"img\"", "Ny simhall", "Flest band har Scouterna: 1"],
        );
    }
}

#[tokio::test]
async fn parties_commit_themselves_and_sign() {
    for test in testkit::databases().await {
        let engine = test.engine;
        let town = Town::on(test).await;
        let mut maja = town.visitor("maja@exempel.se").await;
        sent(
            &mut maja,
            "/arbetsyta/organisationer/ny",
            &organisation("Scouterna", &[]),
        )
        .await;
        let (process, here) = collaboration(&town, &mut maja, "agreement", "Läxhjälp").await;
        let page = format!("{here}/parter");
        let party = [("organisation", "Scouterna"), ("commitment", "Två kvällar i veckan")];
        holds(
            &refused(&mut maja, &page, &party[..1]).await,
            &["Skriv vad parten åtar sig"],
        );
        sent(&mut maja, &page, &party).await;
        let proofs = async || town.proofs(process).await[3..5].to_vec();
        assert_eq!(
            proofs().await,
            ["parties-listed 1/1 true", "parties-signed 0/1 false"],
            "{engine}"
        );
        let told = read(&mut maja, &page).await;
        holds(&told, &["1 part har inte skrivit under"]);
        let of = told
            .split("name=\"of\" value=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        let of = of.expect("a party").to_owned();
        let sign = [("of", of.as_str()), ("on", "2026-03-16"), ("role", "Ordförande")];
        let late = [("of", of.as_str()), ("on", "2026-04-16"), ("role", "")];
        holds(
            &refused(&mut maja, &format!("{page}/underskrift"), &late).await,
            &["i dag eller tidigare", "vilken roll som skrev under"],
        );
        sent(&mut maja, &format!("{page}/underskrift"), &sign).await;
        assert_eq!(proofs().await[1], "parties-signed 1/1 true", "{engine}");
        // Another commitment is not what was signed.
        sent(
            &mut maja,
            &page,
            &[("organisation", "Scouterna"), ("commitment", "En kväll i veckan")],
        )
        .await;
        assert_eq!(proofs().await[1], "parties-signed 0/1 false", "{engine}");
        sent(&mut maja, &page, &[("of", &of), ("gor", "ta-bort")]).await;
        assert_eq!(proofs().await[0], "parties-listed 0/1 false", "{engine}");
    }
}

#[tokio::test]
async fn an_organisation_proposes_without_an_account_and_gets_an_answer() {
    for test in testkit::databases().await {
        let engine = test.engine;
        let town = Town::on(test).await;
        let mut scouts = Browser::new(town.site.clone(), capabilities);
        let propose = "/foreslag-samverkan";
        holds(
            &read(&mut scouts, propose).await,
            &["Föreslå samverkan", "inget medborgarförslag"],
        );
        let proposal = [
            ("organisation", "Scouterna"),
            ("role", "Ordförande"),
            ("mandate", "board"),
            ("title", "Läger i Kvarnparken"),
            ("body", "Vi vill hålla läger för alla barn."),
            ("contact-address", "kansli@scout.example"),
            ("nyckel", "en nyckel från sidan"),
        ];
        let mut person = proposal.to_vec();
        person[4] = ("body", "Ring 811218-9876");
        holds(
            &refused(&mut scouts, propose, &person).await,
            &["innehåller ett personnummer", "Läger i Kvarnparken"],
        );
        let receipt = sent(&mut scouts, propose, &proposal).await;
        assert_eq!(
            sent(&mut scouts, propose, &proposal).await,
            receipt,
            "sent twice, kept once"
        );
        holds(
            &read(&mut scouts, &receipt).await,
            &["Förslaget har kommit fram", "31 mars 2026"],
        );
        let code = receipt.rsplit('/').next().unwrap_or_default().to_owned();
        let typed = code.to_lowercase().replace('-', " ");
        assert_eq!(
            sent(&mut scouts, "/foreslag-samverkan/kod", &[("kod", &typed)]).await,
            receipt
        );
        holds(
            &refused(&mut scouts, "/foreslag-samverkan/kod", &[("kod", "abc")]).await,
            &["tolv tecken", "abc"],
        );
        assert_eq!(scouts.get("/foreslag-samverkan/7F3A-9KQM-2XWT").await.status, 404);

        assert_eq!(
            town.duties("maja@exempel.se").await,
            ["civil-duty-proposal Läger i Kvarnparken"],
            "{engine}"
        );
        let mut maja = town.visitor("maja@exempel.se").await;
        let list = read(&mut maja, "/arbetsyta/samverkansforslag").await;
        let here = page_link(&list, ">Läger i Kvarnparken</a>");
        holds(
            &read(&mut maja, &here).await,
            &["Styrelsen har beslutat", "får svaret med e-post"],
        );
        let take = [
            ("revision", "1"),
            ("responsible", "Fritidschefen"),
            ("due", "2026-05-01"),
        ];
        sent(&mut maja, &format!("{here}/ansvar"), &take).await;
        holds(&read(&mut scouts, &receipt).await, &["Fritidschefen", "1 maj 2026"]);
        assert_eq!(town.duties("maja@exempel.se").await, Vec::<String>::new(), "{engine}");
        let answer = [
            ("revision", "2"),
            ("outcome", "partly"),
            ("answer", "En helg i juni går bra."),
        ];
        holds(
            &refused(&mut maja, &format!("{here}/svar"), &answer[..1]).await,
            &["Välj ett svar i korthet", "Skriv svaret"],
        );
        sent(&mut maja, &format!("{here}/svar"), &answer).await;
        assert_ne!(
            maja.post(&format!("{here}/svar"), &answer).await.status,
            303,
            "answered once"
        );
        holds(
            &read(&mut scouts, &receipt).await,
            &["En helg i juni går bra.", "Delvis"],
        );
        let sent_out = letters(&town).await;
        assert_eq!(sent_out.len(), 1, "{engine}");
        assert_eq!(sent_out[0].0, "kansli@scout.example");
        holds(
            &sent_out[0].2,
            &["Delvis", "En helg i juni går bra.", "/foreslag-samverkan"],
        );
        lacks(&sent_out[0].2, &[&code]);
        lacks(&read(&mut maja, &here).await, &["får svaret med e-post"]);
    }
}
