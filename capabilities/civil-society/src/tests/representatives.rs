//! Those who speak for organisations: invited, signed in without a password, and what they do on their pages.

use super::asked::{collaboration, letters, organisation};
use super::*;

const NEW: &str = "/arbetsyta/organisationer/ny";

fn stranger(town: &Town) -> Browser {
    Browser::new(town.site.clone(), capabilities)
}

fn minutes_pass(town: &Town, minutes: i64) {
    let now = town.test.clock.now();
    town.test.clock.set(now + jiff::SignedDuration::from_mins(minutes));
}

/// What follows in the latest letter to an address, up to a blank.
async fn in_letter(town: &Town, address: &str, before: &str) -> String {
    let all = letters(town).await;
    let (.., body) = all.iter().rfind(|(to, ..)| to == address).expect("a letter came");
    let (_, rest) = body
        .split_once(before)
        .unwrap_or_else(|| panic!("no {before} in {body}"));
    rest.split([' ', '\n', '.']).next().unwrap_or_default().to_owned()
}

/// Invites somebody on the page of an organisation; gives the address that the letter leads to.
async fn invites(town: &Town, official: &mut Browser, here: &str, (role, name, email): (&str, &str, &str)) -> String {
    let form = [("role", role), ("person-name", name), ("email", email)];
    sent(official, &format!("{here}/foretradare"), &form).await;
    let token = in_letter(town, email, "/forening/inbjudan/").await;
    format!("/forening/inbjudan/{token}")
}

/// Somebody who was invited and has confirmed.
async fn speaks(town: &Town, official: &mut Browser, here: &str, who: (&str, &str, &str)) -> Browser {
    let link = invites(town, official, here, who).await;
    let mut browser = stranger(town);
    assert_eq!(sent(&mut browser, &link, &[("speaks", "ja")]).await, "/forening/start");
    browser
}

const VERA: (&str, &str, &str) = ("Ordförande", "Vera Ek", "vera@scout.example");
const BO: (&str, &str, &str) = ("Sekreterare", "Bo Alm", "bo@natt.example");

async fn log(town: &Town) -> String {
    let mut read = town.site.db.read().await.expect("the database answers");
    let query = db::sql!("select detail from audit order by at, id");
    let lines: Vec<String> = read.scalars(query, db::args![]).await.expect("the log is read");
    lines.join("\n")
}

/// All that is kept of persons who speak for organisations.
async fn kept(town: &Town) -> Vec<String> {
    let mut read = town.site.db.read().await.expect("the database answers");
    let query = db::sql!("select role || ':' || name || ':' || email from representative order by role, id");
    read.scalars(query, db::args![]).await.expect("they are read")
}

#[tokio::test]
async fn an_invitation_works_once_and_for_two_weeks_and_opening_it_changes_nothing() {
    for test in testkit::databases().await {
        let town = Town::on(test).await;
        let mut maja = town.visitor("maja@exempel.se").await;
        let here = sent(&mut maja, NEW, &organisation("Scouterna", &[])).await;
        let page = format!("{here}/foretradare");
        holds(
            &refused(&mut maja, &page, &[("email", "vera")]).await,
            &[
                "Skriv personens roll",
                "Skriv personens namn",
                "namn@exempel.se",
                "value=\"vera\"",
            ],
        );
        let link = invites(&town, &mut maja, &here, VERA).await;
        holds(
            &read(&mut maja, &page).await,
            &["Inbjuden av Maja Lind", "Vera Ek, vera@scout.example"],
        );

        let mut vera = stranger(&town);
        for _ in 0..2 {
            holds(
                &read(&mut vera, &link).await,
                &["Vill du företräda Scouterna?", "Det här betyder det", "allmän handling"],
            );
        }
        holds(
            &refused(&mut vera, &link, &[]).await,
            &["Kryssa i rutan om du talar för organisationen"],
        );
        assert_eq!(
            vera.get("/forening/start").await.location,
            "/forening?till=/forening/start",
            "opening is not confirming"
        );
        sent(&mut vera, &link, &[("speaks", "ja")]).await;
        holds(
            &read(&mut vera, "/forening/start").await,
            &["Du företräder Scouterna", "Ordförande, till och med 17 mars 2027"],
        );
        let mut other = stranger(&town);
        assert_eq!(other.get(&link).await.status, 410);
        assert_eq!(
            other.post(&link, &[("speaks", "ja")]).await.status,
            410,
            "it works once"
        );

        // Whoever only reads the register sees the role, not the person.
        let mut erik = town.visitor("erik@exempel.se").await;
        let seen = read(&mut erik, &here).await;
        holds(&seen, &["Ordförande, till och med"]);
        lacks(&seen, &["Vera Ek", "vera@"]);
        assert_eq!(erik.get(&page).await.status, 403);

        let late = invites(&town, &mut maja, &here, BO).await;
        let taken_back = invites(&town, &mut maja, &here, ("Kassör", "Ida Ros", "ida@scout.example")).await;
        let ends = read(&mut maja, &page).await;
        let end = ends
            .split("action=\"")
            .find(|part| part.contains("sr\"> Kassör"))
            .and_then(|part| part.split('"').next());
        sent(&mut maja, end.expect("a way to take it back"), &[]).await;
        assert_eq!(other.get(&taken_back).await.status, 410);
        town.days_pass(15);
        assert_eq!(other.get(&late).await.status, 410, "{}", town.test.engine);
        crate::tick(&town.site).await.expect("days pass");
        assert_eq!(kept(&town).await, ["Ordförande:Vera Ek:vera@scout.example"]);
        let log = log(&town).await;
        lacks(&log, &["Vera", "vera@", "Bo Alm", "bo@"]);
        holds(&log, &["Ordförande"]);
    }
}

#[tokio::test]
async fn a_code_by_letter_signs_in_and_tells_nobody_who_speaks_for_whom() {
    for test in testkit::databases().await {
        let engine = test.engine;
        let town = Town::on(test).await;
        let mut maja = town.visitor("maja@exempel.se").await;
        let here = sent(&mut maja, NEW, &organisation("Scouterna", &[])).await;
        speaks(&town, &mut maja, &here, VERA).await;
        let before = letters(&town).await.len();
        let mut vera = stranger(&town);
        holds(
            &refused(&mut vera, "/forening", &[("email", "vera")]).await,
            &["namn@exempel.se", "value=\"vera\""],
        );

        let unknown = sent(&mut vera, "/forening", &[("email", "ingen@exempel.se")]).await;
        assert_eq!(letters(&town).await.len(), before, "{engine}: no letter to a stranger");
        let known = sent(&mut vera, "/forening", &[("email", " Vera@Scout.example ")]).await;
        assert_eq!(letters(&town).await.len(), before + 1, "{engine}");
        let bare = |page: String, path: &str| {
            page.replace(path, "")
                .replace(path.rsplit('/').next().unwrap_or_default(), "")
        };
        assert_eq!(
            bare(read(&mut vera, &unknown).await, &unknown),
            bare(read(&mut vera, &known).await, &known),
            "{engine}: the same page"
        );
        let code = in_letter(&town, VERA.2, "Din kod är ").await;
        let wrong = if code == "000000" { "000001" } else { "000000" };
        assert_eq!(
            refused(&mut vera, &unknown, &[("kod", wrong)])
                .await
                .replace(&unknown, ""),
            refused(&mut vera, &known, &[("kod", wrong)]).await.replace(&known, ""),
            "{engine}: the same refusal"
        );
        holds(
            &refused(&mut vera, &unknown, &[("kod", &code)]).await,
            &["Koden stämmer inte eller har gått ut"],
        );
        for _ in 0..4 {
            refused(&mut vera, &known, &[("kod", wrong)]).await;
        }
        refused(&mut vera, &known, &[("kod", &code)]).await;

        // A code tried too often is spent; another works, for ten minutes, with blanks in it, once.
        let second = sent(&mut vera, "/forening", &[("email", VERA.2)]).await;
        let code = in_letter(&town, VERA.2, "Din kod är ").await;
        minutes_pass(&town, 10);
        refused(&mut vera, &second, &[("kod", &code)]).await;
        let third = sent(&mut vera, "/forening", &[("email", VERA.2)]).await;
        let code = in_letter(&town, VERA.2, "Din kod är ").await;
        minutes_pass(&town, 9);
        let spaced = format!("{} {}", &code[..3], &code[3..]);
        assert_eq!(
            sent(&mut vera, &third, &[("kod", &spaced)]).await,
            "/forening/start",
            "{engine}"
        );
        refused(&mut stranger(&town), &third, &[("kod", &code)]).await;

        // Four letters in ten minutes are one too many.
        let before = letters(&town).await.len();
        for _ in 0..4 {
            sent(&mut stranger(&town), "/forening", &[("email", VERA.2)]).await;
        }
        assert_eq!(letters(&town).await.len(), before + 3, "{engine}");

        // A session is apart from the officials', ends when one signs out, and after three hours.
        assert_eq!(maja.get("/forening/start").await.status, 303);
        assert_eq!(vera.get("/arbetsyta/organisationer").await.status, 303);
        assert_eq!(vera.get("/forening").await.location, "/forening/start");
        minutes_pass(&town, 181);
        assert_eq!(vera.get("/forening/start").await.status, 303, "{engine}");
        minutes_pass(&town, 10);
        let fourth = sent(&mut vera, "/forening", &[("email", VERA.2)]).await;
        let code = in_letter(&town, VERA.2, "Din kod är ").await;
        sent(&mut vera, &fourth, &[("kod", &code)]).await;
        read(&mut vera, "/forening/start").await;
        assert_eq!(sent(&mut vera, "/forening/logga-ut", &[]).await, "/forening");
        assert_eq!(vera.get("/forening/start").await.status, 303, "{engine}");
    }
}

/// The facts of an organisation as its form sends them.
fn facts<'a>(revision: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut form = organisation("Scouterna", more);
    form.push(("revision", revision));
    form
}

#[tokio::test]
async fn a_change_waits_until_somebody_approves_it_or_says_why_not() {
    for test in testkit::databases().await {
        let engine = test.engine;
        let town = Town::on(test).await;
        let mut maja = town.visitor("maja@exempel.se").await;
        let here = sent(&mut maja, NEW, &organisation("Scouterna", &[("aims", "Friluft")])).await;
        let mut vera = speaks(&town, &mut maja, &here, VERA).await;
        let own = "/forening/uppgifter";
        holds(&read(&mut vera, own).await, &["Du företräder Scouterna", "Friluft"]);
        holds(
            &refused(&mut vera, own, &facts("1", &[("aims", "Friluft")])).await,
            &["Du har inte ändrat något"],
        );
        holds(
            &refused(&mut vera, own, &facts("1", &[("website", "scout.example")])).await,
            &["https://", "value=\"scout.example\""],
        );
        sent(&mut vera, own, &facts("1", &[("aims", "Friluftsliv")])).await;
        // Thinking again replaces what waits, and the form shows it.
        holds(&read(&mut vera, own).await, &["Friluftsliv"]);
        let wanted = facts("1", &[("aims", "Friluftsliv för alla"), ("topics", "scouting\nläger")]);
        sent(&mut vera, own, &wanted).await;
        holds(
            &read(&mut vera, "/forening/start").await,
            &["Ändring skickad 17 mars 2026", "<dd>Friluft</dd>"],
        );
        assert_eq!(
            town.duties("maja@exempel.se").await,
            ["civil-duty-change Scouterna"],
            "{engine}"
        );

        // An official changes the aims and the website meanwhile.
        let page = page_link(&read(&mut maja, &here).await, ">Godkänn eller neka</a>");
        let meanwhile = facts("1", &[("aims", "Scouting"), ("website", "https://scout.example")]);
        sent(&mut maja, &format!("{here}/andra"), &meanwhile).await;
        let approve = format!("{page}/godkann");
        holds(
            &refused(&mut maja, &approve, &[("revision", "1")]).await,
            &[
                "Någon hann före",
                "ändrad sedan dess",
                "Scouting",
                "Friluftsliv för alla",
                "scouting, läger",
            ],
        );
        sent(&mut maja, &approve, &[("revision", "2")]).await;
        let stands = read(&mut maja, &here).await;
        holds(
            &stands,
            &[
                "Friluftsliv för alla",
                "scouting, läger",
                "https://scout.example",
                "Organisationens företrädare: Ordförande",
            ],
        );
        assert_eq!(town.duties("maja@exempel.se").await, Vec::<String>::new(), "{engine}");
        let (to, subject, _) = letters(&town).await.pop().expect("a letter");
        assert_eq!((to.as_str(), subject.as_str()), (VERA.2, "Uppgifterna om Scouterna"));
        holds(&read(&mut vera, "/forening/start").await, &["Ändringen är införd"]);
        assert_ne!(
            maja.post(&approve, &[("revision", "3")]).await.status,
            303,
            "decided once"
        );

        // A form begun before the official saved shows what differs, and keeps what was typed.
        holds(
            &refused(&mut vera, own, &facts("1", &[("aims", "Något annat")])).await,
            &["Kommunen ändrade uppgifterna", "Något annat", "Friluftsliv för alla"],
        );
        sent(&mut vera, own, &facts("3", &[("aims", "Något annat")])).await;
        let page = page_link(&read(&mut maja, &here).await, ">Godkänn eller neka</a>");
        let refuse = format!("{page}/neka");
        holds(
            &refused(&mut maja, &refuse, &[]).await,
            &["Skriv varför ändringen inte införs"],
        );
        sent(&mut maja, &refuse, &[("reason", "Stadgarna säger annat.")]).await;
        holds(
            &read(&mut vera, "/forening/start").await,
            &[
                "Ändringen infördes inte",
                "Stadgarna säger annat.",
                "Friluftsliv för alla",
            ],
        );
        let (.., body) = letters(&town).await.pop().expect("a letter");
        holds(&body, &["Stadgarna säger annat."]);

        // Saying that all is right is a look at the facts, by whoever speaks for the organisation.
        town.days_pass(30);
        let mut vera = entered(&town, VERA.2).await;
        assert_ne!(vera.post("/forening/stammer", &[("revision", "2")]).await.status, 303);
        sent(&mut vera, "/forening/stammer", &[("revision", "3")]).await;
        let mut maja = town.visitor("maja@exempel.se").await;
        holds(
            &read(&mut maja, &here).await,
            &["16 april 2026 av organisationens företrädare"],
        );
    }
}

/// Somebody who signs in with a code.
async fn entered(town: &Town, email: &str) -> Browser {
    let mut browser = stranger(town);
    let page = sent(&mut browser, "/forening", &[("email", email)]).await;
    let code = in_letter(town, email, "Din kod är ").await;
    sent(&mut browser, &page, &[("kod", &code)]).await;
    browser
}

#[tokio::test]
async fn a_representative_answers_for_the_own_organisation_and_sees_no_other() {
    for test in testkit::databases().await {
        let engine = test.engine;
        let town = Town::on(test).await;
        let mut maja = town.visitor("maja@exempel.se").await;
        let address = [("contact-address", "kansli@scout.example")];
        let scouts = sent(&mut maja, NEW, &organisation("Scouterna", &address)).await;
        let night = sent(&mut maja, NEW, &organisation("Nattvandrarna", &[])).await;
        let mut vera = speaks(&town, &mut maja, &scouts, VERA).await;
        let mut bo = speaks(&town, &mut maja, &night, BO).await;

        let (process, collaboration) = collaboration(&town, &mut maja, "referral", "Ny simhall").await;
        let asked = format!("{collaboration}/organisationer");
        sent(&mut maja, &asked, &[("organisation", "Scouterna")]).await;
        let time = [("revision", "0"), ("due", "2026-03-30")];
        sent(&mut maja, &format!("{asked}/svarstid"), &time).await;
        let page = format!("/forening/remiss/{process}");
        assert_eq!(vera.get(&page).await.status, 404, "no letter has gone out");
        let letter = [("message", "Vad tycker ni?"), ("gor", "fraga")];
        sent(&mut maja, &format!("{asked}/brev"), &letter).await;

        holds(
            &read(&mut vera, "/forening/start").await,
            &["Ny simhall", "Väntar på svar", "senast 30 mars 2026"],
        );
        holds(&read(&mut vera, &page).await, &["Ny simhall", "allmän handling"]);
        assert_eq!(bo.get(&page).await.status, 404, "{engine}");
        let answer = [
            ("mandate", "board"),
            ("speaks-for", "Medlemmarna"),
            ("answer", "Bygg den vid skolan."),
        ];
        assert_eq!(bo.post(&page, &answer).await.status, 404, "{engine}");
        holds(
            &refused(&mut vera, &page, &answer[2..]).await,
            &[
                "Välj vem som står bakom",
                "Skriv vem ni talar för",
                "Bygg den vid skolan.",
            ],
        );
        sent(&mut vera, &page, &answer).await;
        assert_eq!(vera.post(&page, &answer).await.status, 409, "{engine}: one answer");
        let told = read(&mut vera, &page).await;
        holds(&told, &["Bygg den vid skolan.", "Besvarad"]);
        lacks(&told, &["name=\"answer\""]);
        holds(
            &read(&mut maja, &asked).await,
            &[
                "Lämnat av företrädaren",
                "Ordförande. Styrelsen har beslutat",
                "Bygg den vid skolan.",
            ],
        );
        assert_eq!(
            town.proofs(process).await[..3],
            [
                "organisations-listed 1/1 true",
                "outcome-noted 1/1 true",
                "mandates-stated 1/1 true"
            ],
            "{engine}"
        );

        // After the last day nobody answers here.
        sent(
            &mut maja,
            &asked,
            &[("organisation", "Nattvandrarna"), ("address", "info@natt.example")],
        )
        .await;
        sent(&mut maja, &format!("{asked}/brev"), &letter).await;
        holds(&read(&mut bo, &page).await, &["name=\"answer\""]);
        town.days_pass(14);
        let mut bo = entered(&town, BO.2).await;
        let late = read(&mut bo, &page).await;
        holds(&late, &["Svarstiden är slut"]);
        lacks(&late, &["name=\"answer\"", "Bygg den vid skolan."]);
        assert_eq!(bo.post(&page, &answer).await.status, 422, "{engine}");
    }
}

#[tokio::test]
async fn proposals_and_agreements_stand_on_the_own_pages_only() {
    for test in testkit::databases().await {
        let engine = test.engine;
        let town = Town::on(test).await;
        let mut maja = town.visitor("maja@exempel.se").await;
        let scouts = sent(&mut maja, NEW, &organisation("Scouterna", &[])).await;
        let night = sent(&mut maja, NEW, &organisation("Nattvandrarna", &[])).await;
        let mut vera = speaks(&town, &mut maja, &scouts, VERA).await;
        let mut bo = speaks(&town, &mut maja, &night, BO).await;

        let propose = "/forening/forslag";
        let proposal = [
            ("mandate", "board"),
            ("title", "Läger i Kvarnparken"),
            ("body", "Vi vill hålla läger."),
            ("nyckel", "en nyckel från sidan"),
        ];
        holds(
            &refused(&mut vera, propose, &proposal[1..]).await,
            &["Välj vem som står bakom", "Läger i Kvarnparken"],
        );
        sent(&mut vera, propose, &proposal).await;
        sent(&mut vera, propose, &proposal).await;
        let start = read(&mut vera, "/forening/start").await;
        assert_eq!(
            start.matches("Läger i Kvarnparken").count(),
            1,
            "{engine}: sent twice, kept once"
        );
        let own = page_link(&start, ">Läger i Kvarnparken</a>");
        holds(&read(&mut vera, &own).await, &["Vi vill hålla läger.", "Ordförande"]);
        assert_eq!(bo.get(&own).await.status, 404, "{engine}");
        lacks(&read(&mut bo, "/forening/start").await, &["Läger i Kvarnparken"]);
        let list = read(&mut maja, "/arbetsyta/samverkansforslag").await;
        let desk = page_link(&list, ">Läger i Kvarnparken</a>");
        let answer = [
            ("revision", "1"),
            ("outcome", "partly"),
            ("answer", "En helg i juni går bra."),
        ];
        sent(&mut maja, &format!("{desk}/svar"), &answer).await;
        holds(&read(&mut vera, &own).await, &["Delvis", "En helg i juni går bra."]);

        let agreement = [
            ("title", "Trygga kvällar"),
            ("kind", "collaboration"),
            ("purposes", "Trygghet"),
            ("areas", "Centrum"),
            ("our-commitment", "En lokal"),
            ("signed", "2026-03-01"),
        ];
        let here = sent(&mut maja, "/arbetsyta/overenskommelser/ny", &agreement).await;
        let party = [("organisation", "Scouterna"), ("commitment", "Två kvällar i veckan")];
        sent(&mut maja, &format!("{here}/part"), &party).await;
        holds(
            &read(&mut vera, "/forening/start").await,
            &["Trygga kvällar", "Två kvällar i veckan", "En lokal"],
        );
        lacks(&read(&mut bo, "/forening/start").await, &["Trygga kvällar"]);

        // Whoever speaks for two turns between them, and to no third.
        let link = invites(&town, &mut maja, &night, ("Kontakt", "Vera Ek", VERA.2)).await;
        let mut vera = stranger(&town);
        sent(&mut vera, &link, &[("speaks", "ja")]).await;
        let start = read(&mut vera, "/forening/start").await;
        holds(
            &start,
            &["Du företräder Nattvandrarna", "Du företräder också:", "Scouterna"],
        );
        let scouts = scouts.rsplit('/').next().unwrap_or_default();
        sent(&mut vera, "/forening/byt", &[("of", scouts)]).await;
        holds(&read(&mut vera, "/forening/start").await, &["Du företräder Scouterna"]);
        assert_eq!(
            bo.post("/forening/byt", &[("of", scouts)]).await.status,
            404,
            "{engine}"
        );
    }
}

#[tokio::test]
async fn the_annual_meeting_comes_and_another_takes_over() {
    for test in testkit::databases().await {
        let engine = test.engine;
        let town = Town::on(test).await;
        let mut maja = town.visitor("maja@exempel.se").await;
        let meeting = [("meeting", "2025-04-20")];
        let here = sent(&mut maja, NEW, &organisation("Scouterna", &meeting)).await;
        let mut vera = speaks(&town, &mut maja, &here, VERA).await;
        holds(
            &read(&mut vera, "/forening/start").await,
            &["till och med 21 juni 2026"],
        );
        let people = "/forening/foretradare";
        let mine = [
            ("role", "Ordförande"),
            ("person-name", "Vera Ek"),
            ("email", "VERA@scout.example"),
        ];
        holds(
            &refused(&mut vera, people, &mine).await,
            &["företräder redan organisationen"],
        );
        let ida = ("Ordförande", "Ida Ros", "ida@scout.example");
        sent(
            &mut vera,
            people,
            &[("role", ida.0), ("person-name", ida.1), ("email", ida.2)],
        )
        .await;
        let link = format!(
            "/forening/inbjudan/{}",
            in_letter(&town, ida.2, "/forening/inbjudan/").await
        );
        let mut next = stranger(&town);
        sent(&mut next, &link, &[("speaks", "ja")]).await;
        let seen = read(&mut next, people).await;
        holds(&seen, &["Vera Ek", "Ida Ros", "du</span>"]);
        lacks(&seen, &["vera@scout.example"]);

        holds(
            &refused(&mut vera, &format!("{people}/sluta"), &[]).await,
            &["Kryssa i rutan om du vill sluta"],
        );
        assert_eq!(
            sent(&mut vera, &format!("{people}/sluta"), &[("sure", "ja")]).await,
            "/forening"
        );
        assert_eq!(vera.get("/forening/start").await.status, 303);
        let before = letters(&town).await.len();
        sent(&mut vera, "/forening", &[("email", VERA.2)]).await;
        assert_eq!(
            letters(&town).await.len(),
            before,
            "{engine}: no code to who has stopped"
        );
        holds(
            &read(&mut maja, &format!("{here}/foretradare")).await,
            &["Avslutades 17 mars 2026 av Ordförande"],
        );

        // Who stopped is forgotten after a month; the role stays.
        town.days_pass(30);
        crate::tick(&town.site).await.expect("days pass");
        let all = kept(&town).await;
        assert!(all.contains(&"Ordförande::".to_owned()), "{engine}: {all:?}");
        assert!(
            all.contains(&"Ordförande:Ida Ros:ida@scout.example".to_owned()),
            "{engine}: {all:?}"
        );

        // Two months after the day that follows the meeting of 20 April the time is over, whether or not the tick has come.
        town.days_pass(66);
        assert_eq!(town.site.today().to_string(), "2026-06-21");
        entered(&town, ida.2).await;
        town.days_pass(1);
        let before = letters(&town).await.len();
        sent(&mut next, "/forening", &[("email", ida.2)]).await;
        assert_eq!(letters(&town).await.len(), before, "{engine}");
        crate::tick(&town.site).await.expect("days pass");
        let mut maja = town.visitor("maja@exempel.se").await;
        holds(
            &read(&mut maja, &format!("{here}/foretradare")).await,
            &["Tiden gick ut 22 juni 2026", "Ida Ros"],
        );
        town.days_pass(30);
        crate::tick(&town.site).await.expect("days pass");
        assert_eq!(kept(&town).await, ["Ordförande::", "Ordförande::"], "{engine}");
    }
}
