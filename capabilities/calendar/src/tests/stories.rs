//! What officials and residents do with the calendar.

use super::*;
use method::Asking;
use texts::Lang;

/// The duties that a person has from the calendar.
async fn duties(site: &Arc<Site>, staff: &Staff) -> Vec<String> {
    let asking = Asking {
        staff: staff.clone(),
        today: site.today(),
        lang: Lang::Sv,
        days_ahead: method::FORTNIGHT,
        packs: method::packs(site),
    };
    let mut read = site.db.read().await.unwrap();
    let all = site.get::<Sources>().duties(&mut read, &asking).await.unwrap();
    let mine = all.into_iter().filter(|duty| duty.title_key == "calendar-duty-clash");
    mine.map(|duty| duty.about).collect()
}

#[tokio::test]
async fn two_dialogues_for_the_same_people_are_told_until_somebody_decides() {
    for test in testkit::databases().await {
        let site = site(&test);
        let lead = staff(&site, Role::ProjectLead).await;
        let one = planned(&site, &lead, "Säkra skolvägar", in_sjovik("2026-09-21", "2026-10-09")).await;
        assert_eq!(duties(&site, &lead).await, Vec::<String>::new(), "{}", test.engine);
        let other = planned(&site, &lead, "Strandpromenaden", in_sjovik("2026-10-05", "2026-10-30")).await;
        assert_eq!(duties(&site, &lead).await, ["Säkra skolvägar", "Strandpromenaden"]);

        let mut browser = signed_in(&site, &lead).await;
        let clash = "”Strandpromenaden” vänder sig till samma målgrupp i samma område 5–9\u{a0}oktober 2026: Föräldrar i Sjövik.";
        for page in ["", "/steg/tidplan", "/krockar"] {
            let shown = read(&mut browser, &format!("/arbetsyta/dialoger/{one}{page}")).await;
            holds(&shown, &[clash]);
        }
        let elsewhere = read(&mut browser, &format!("/arbetsyta/dialoger/{one}/steg/fragan")).await;
        lacks(&elsewhere, &[clash]);

        let action = format!("/arbetsyta/dialoger/{one}/krockar");
        let key = format!("area-group:{other}");
        let refused = browser.post(&action, &[("krock", &key), ("skal", "  ")]).await;
        assert_eq!(refused.status, 422);
        holds(&refused.body, &["Skriv varför ni behåller tiden", "<title>Fel: "]);
        let accepted = browser
            .post(&action, &[("krock", &key), ("skal", "Vi delar träffarna med dem.")])
            .await;
        assert_eq!(accepted.status, 303, "{}", accepted.body);
        let page = read(&mut browser, &action).await;
        holds(&page, &["behöll tiden 17\u{a0}mars 2026: Vi delar träffarna med dem."]);
        assert_eq!(
            duties(&site, &lead).await,
            ["Strandpromenaden"],
            "the other dialogue decides for itself"
        );
        let gone = browser
            .post(&action, &[("krock", "area-group:nothing"), ("skal", "x")])
            .await;
        assert!(gone.location.contains("calendar-note-clash-gone"), "{}", gone.location);

        // Moved away: nothing is left to say.
        dialogues::record(
            &site,
            &lead,
            other,
            None,
            map(in_sjovik("2026-11-02", "2026-11-20")),
            "",
        )
        .await
        .unwrap_or_else(|refused| panic!("{refused:?}"));
        assert_eq!(duties(&site, &lead).await, Vec::<String>::new());
        holds(
            &read(&mut browser, &action).await,
            &["Inget krockar med dialogens tid."],
        );
    }
}

#[tokio::test]
async fn the_year_is_a_list_and_a_picture_of_the_same() {
    for test in testkit::databases().await {
        let site = site(&test);
        let lead = staff(&site, Role::ProjectLead).await;
        let mut facts = in_sjovik("2026-09-01", "2026-09-30");
        facts["milestones"] = json!([{ "what": "Gåtur", "date": "2026-09-05" }]);
        facts["level"] = json!("consultation");
        let id = planned(&site, &lead, "Säkra skolvägar", facts).await;
        let everywhere = json!({ "opens-on": "2025-12-01", "closes-on": "2026-01-20" });
        planned(&site, &lead, "Kulturplan", everywhere).await;
        let mut browser = signed_in(&site, &lead).await;
        let page = read(&mut browser, "/arbetsyta/kalender").await;
        holds(
            &page,
            &[
                "<h1>Kalender 2026</h1>",
                "2 dialoger",
                "Säkra skolvägar öppnar, 1–30\u{a0}september 2026",
                "Kulturplan pågår, 1\u{a0}december 2025–20\u{a0}januari 2026",
                "Gåtur (Säkra skolvägar)",
                "Säkra skolvägar stänger",
                "Svar till dem som deltog i Säkra skolvägar",
                "Långfredagen",
                "fredag 3\u{a0}april 2026",
                "Val till riksdag, region och kommun",
                "Valdagen söndag 13\u{a0}september 2026 infaller under dialogen",
                "september 2026</h3>",
            ],
        );
        // The day on which nothing is.
        holds(&page, &["Inget är inlagt."]);
        let (before, after) = page.split_once("<dl class=\"bars\">").unwrap();
        lacks(before, &["<svg aria-hidden=\"true\" focusable=\"false\"><line"]);
        let picture = after.split_once("</dl>").unwrap().0;
        assert_eq!(
            picture.matches("<dt>").count(),
            4,
            "holidays, elections and two dialogues"
        );
        assert!(picture.matches("<rect").count() >= 18, "{picture}");

        let narrowed = read(
            &mut browser,
            "/arbetsyta/kalender?ar=2026&omrade=Sj%C3%B6vik&grupp=f%C3%B6r%C3%A4ldrar",
        )
        .await;
        holds(&narrowed, &["1 dialog<", "Visa hela kalendern"]);
        lacks(&narrowed, &["Kulturplan pågår"]);
        let none = read(&mut browser, "/arbetsyta/kalender?niva=influence").await;
        holds(&none, &["0 dialoger"]);
        let english = read(&mut browser, "/en/arbetsyta/kalender?ar=2027").await;
        holds(&english, &["Calendar 2027", "Good Friday", "Friday 26\u{a0}March 2027"]);
        lacks(&english, &["calendar-"]);
        holds(
            &read(&mut browser, "/arbetsyta/kalender?ar=9999").await,
            &["Kalender 2026"],
        );

        // A dialogue that is given up takes nobody's time.
        dialogues::advance(&site, &lead, id, "discard", "Pengarna tog slut.")
            .await
            .unwrap_or_else(|refused| panic!("{refused:?}"));
        lacks(
            &read(&mut browser, "/arbetsyta/kalender").await,
            &["Säkra skolvägar öppnar"],
        );
    }
}

#[tokio::test]
async fn school_breaks_are_written_in_by_hand_and_from_rows() {
    for test in testkit::databases().await {
        let site = site(&test);
        let (lead, coordinator) = (
            staff(&site, Role::ProjectLead).await,
            staff(&site, Role::Coordinator).await,
        );
        planned(
            &site,
            &lead,
            "Kort dialog",
            json!({ "opens-on": "2026-10-24", "closes-on": "2026-11-01" }),
        )
        .await;
        let mut browser = signed_in(&site, &coordinator).await;
        holds(
            &read(&mut browser, "/arbetsyta/kalender/dagar").await,
            &["Här finns inga dagar än."],
        );

        let day = |name: &'static str, to: &'static str| {
            vec![
                ("name", name),
                ("kind", "school-break"),
                ("first-day", "26"),
                ("first-month", "10"),
                ("first-year", "2026"),
                ("last-day", to),
                ("last-month", "10"),
                ("last-year", "2026"),
            ]
        };
        let wrong = browser.post("/arbetsyta/kalender/dagar/ny", &day("", "24")).await;
        assert_eq!(wrong.status, 422);
        holds(&wrong.body, &["Skriv vad dagarna heter", "value=\"24\""]);
        let backwards = browser
            .post("/arbetsyta/kalender/dagar/ny", &day("Höstlov", "24"))
            .await;
        holds(&backwards.body, &["Sista dagen är före den första"]);
        let mut form = day("Höstlov", "30");
        form.push(("nyckel", "en gång"));
        assert_eq!(browser.post("/arbetsyta/kalender/dagar/ny", &form).await.status, 303);
        assert_eq!(
            browser.post("/arbetsyta/kalender/dagar/ny", &form).await.status,
            422,
            "sent twice"
        );
        assert_eq!(
            duties(&site, &lead).await,
            ["Kort dialog"],
            "the break takes half of it"
        );
        holds(
            &read(&mut browser, "/arbetsyta/kalender").await,
            &[
                "Höstlov tar minst halva dialogens tid, 26–30\u{a0}oktober 2026.",
                "<dt>Skollov</dt>",
            ],
        );

        let rows = "namn;från;till;slag\nSportlov;2027-02-22;2027-02-26;lov\nHöstlov;2026-10-26;2026-10-30;lov\nMarknad;igår;;evenemang";
        let preview = browser
            .post(
                "/arbetsyta/kalender/dagar/importera",
                &[("rader", rows), ("gor", "granska")],
            )
            .await;
        assert_eq!(preview.status, 200);
        holds(
            &preview.body,
            &[
                "1 rad kan läggas in",
                "2 rader går inte att lägga in",
                "Dagarna finns redan",
                "”igår” går inte att läsa",
            ],
        );
        lacks(&read(&mut browser, "/arbetsyta/kalender/dagar").await, &["Sportlov"]);
        let taken = browser
            .post(
                "/arbetsyta/kalender/dagar/importera",
                &[("rader", rows), ("gor", "lagg-in")],
            )
            .await;
        assert_eq!(taken.status, 303, "{}", taken.body);
        let list = read(&mut browser, "/arbetsyta/kalender/dagar").await;
        holds(&list, &["Sportlov", "22–26\u{a0}februari 2027", "2 rader"]);
        let nothing = browser
            .post("/arbetsyta/kalender/dagar/importera", &[("rader", " ")])
            .await;
        assert_eq!(nothing.status, 422);
        let headless = browser
            .post("/arbetsyta/kalender/dagar/importera", &[("rader", "lov\nsport")])
            .await;
        holds(&headless.body, &["Kolumnen ”namn” saknas"]);

        // Changed by two at once, then removed.
        let address = list
            .split("href=\"")
            .find(|part| part.starts_with("/arbetsyta/kalender/dagar/0"))
            .unwrap();
        let address = address.split('"').next().unwrap().to_owned();
        let mut change = day("Höstledigt", "30");
        change.push(("revision", "1"));
        assert_eq!(browser.post(&address, &change).await.status, 303);
        let late = browser.post(&address, &change).await;
        assert_eq!(late.status, 422, "an older revision");
        assert_eq!(
            browser
                .post(&format!("{address}/ta-bort"), &[("revision", "1")])
                .await
                .status,
            409
        );
        assert_eq!(
            browser
                .post(&format!("{address}/ta-bort"), &[("revision", "2")])
                .await
                .status,
            303
        );
        assert_eq!(browser.get(&address).await.status, 404);

        let mut lead_browser = signed_in(&site, &lead).await;
        assert_eq!(lead_browser.get("/arbetsyta/kalender/dagar").await.status, 200);
        assert_eq!(lead_browser.get("/arbetsyta/kalender/dagar/ny").await.status, 403);
    }
}

/// A whole plan, so that the dialogue can be published.
fn whole_plan() -> Value {
    json!({
        "upcoming-decision": "Program för parken", "deciding-body": "Tekniska nämnden", "case-number": "TN 2026/12",
        "can-be-influenced": "partly", "deciders-open": "yes", "examination-outcome": "dialogue", "examination-reason": "Inget är skrivet.",
        "background": "Parken är sliten.", "purpose": ["Få veta vad som saknas."], "how-results-are-used": "I programmet.", "elected-role": "Lyssnar.",
        "can-influence": ["Lekplatsen"], "cannot-influence": [{ "part": "Gränsen", "reason": "Detaljplanen" }],
        "level": "consultation", "target-groups": [{ "group": "Unga", "goal": "40" }], "who-may-take-part": "Alla",
        "feedback-on": "2026-08-15", "feedback-owner": "Maja Lind", "responsible-body": "Tekniska nämnden",
        "methods": ["Enkät", "Gåtur"], "forms": ["survey", "meeting"], "accessibility": "Ramp och hörslinga.",
        "opens-on": "2026-04-01", "closes-on": "2026-04-30", "report-on": "2026-05-31",
        "project-owner": "Bo Ek", "project-lead": "Maja Lind", "communication": [{ "channel": "Affisch", "date": "2026-03-25" }],
        "personal-data": [{ "item": "Ålder", "purpose": "Jämföra med befolkningen" }], "legal-basis": "public-interest",
        "retention": "Två år", "controller": "Tekniska nämnden", "personal-data-text": "Svaren är allmänna handlingar.",
        "risks": [{ "risk": "Få svar" }], "evaluation-measures": ["Nåddes unga?"], "area": "Mörby", "topic": "Park",
        "summary": "Berätta vad du vill göra, när och varför; allt är till hjälp när parken får ett nytt program.",
        "contact-name": "Maja Lind", "contact-email": "maja@exempelby.example"
    })
}

#[tokio::test]
async fn residents_fetch_the_public_days_line_by_line() {
    for test in testkit::databases().await {
        let site = site(&test);
        let who = staff(&site, Role::Coordinator).await;
        let id = planned(&site, &who, "Hur ska parken bli?", whole_plan()).await;
        let mut resident = Browser::new(site.clone(), capabilities);
        let empty = resident.get("/dialoger.ics").await;
        assert_eq!(empty.status, 200);
        lacks(&empty.body, &["VEVENT", "parken"]);
        for step in ["examine", "assign", "plan"] {
            dialogues::advance(&site, &who, id, step, "").await.unwrap();
        }
        dialogues::tick_item(&site, &who, id, "F21", method::TickStatus::Done, "Lokalen")
            .await
            .unwrap();
        dialogues::advance(&site, &who, id, "publish", "").await.unwrap();
        let feed = resident.get("/dialoger.ics").await;
        assert_eq!(feed.headers["content-type"], "text/calendar; charset=utf-8");
        let expected = [
            "BEGIN:VCALENDAR".to_owned(),
            "VERSION:2.0".into(),
            "PRODID:-//Exempelby kommun//Samspel//SV".into(),
            "CALSCALE:GREGORIAN".into(),
            "METHOD:PUBLISH".into(),
            "X-WR-CALNAME:Dialog Exempelby".into(),
            "BEGIN:VEVENT".into(),
            format!("UID:{id}-open@dialog.example.se"),
            "DTSTAMP:20260317T090000Z".into(),
            "LAST-MODIFIED:20260317T090000Z".into(),
            "DTSTART;VALUE=DATE:20260401".into(),
            "DTEND;VALUE=DATE:20260501".into(),
            "SUMMARY:Hur ska parken bli?".into(),
            "DESCRIPTION:Berätta vad du vill göra\\, när och varför\\; allt är till h".into(),
            " jälp när parken får ett nytt program.".into(),
            "URL:https://dialog.example.se/dialoger/hur-ska-parken-bli".into(),
            "TRANSP:TRANSPARENT".into(),
            "END:VEVENT".into(),
            "BEGIN:VEVENT".into(),
            format!("UID:{id}-answer@dialog.example.se"),
            "DTSTAMP:20260317T090000Z".into(),
            "LAST-MODIFIED:20260317T090000Z".into(),
            "DTSTART;VALUE=DATE:20260815".into(),
            "DTEND;VALUE=DATE:20260816".into(),
            "SUMMARY:Svar till dem som deltog: Hur ska parken bli?".into(),
            "DESCRIPTION:Berätta vad du vill göra\\, när och varför\\; allt är till h".into(),
            " jälp när parken får ett nytt program.".into(),
            "URL:https://dialog.example.se/dialoger/hur-ska-parken-bli".into(),
            "TRANSP:TRANSPARENT".into(),
            "END:VEVENT".into(),
            "END:VCALENDAR".into(),
            String::new(),
        ];
        assert_eq!(feed.body.split("\r\n").collect::<Vec<_>>(), expected);
        let english = resident.get("/en/dialoger.ics").await;
        holds(
            &english.body,
            &["Samspel//EN", "URL:https://dialog.example.se/en/dialoger/hur"],
        );
    }
}

#[tokio::test]
async fn the_municipality_says_how_many_dialogues_an_area_can_bear() {
    for test in testkit::databases().await {
        let site = site(&test);
        let administrator = staff(&site, Role::Administrator).await;
        let facts = |opens: &str, closes: &str| json!({ "area": "Sjövik", "opens-on": opens, "closes-on": closes });
        planned(&site, &administrator, "Den första", facts("2026-04-01", "2026-04-20")).await;
        let second = planned(&site, &administrator, "Den andra", facts("2026-05-04", "2026-05-20")).await;
        assert_eq!(
            duties(&site, &administrator).await,
            Vec::<String>::new(),
            "{}",
            test.engine
        );
        let mut browser = signed_in(&site, &administrator).await;
        let settings = |most: &'static str| {
            [
                ("municipality", "Exempelby kommun"),
                ("site-name", "Dialog Exempelby"),
                ("brand-colour", "#003e6b"),
                ("office", "Kommunledningskontoret"),
                ("board", "Kommunstyrelsen"),
                ("controller", "Kommunstyrelsen"),
                ("dialogues-per-area", most),
            ]
        };
        let wrong = browser.post("/arbetsyta/installningar", &settings("många")).await;
        assert_eq!(wrong.status, 422);
        holds(&wrong.body, &["Skriv ett helt tal, minst 1", "value=\"många\""]);
        assert_eq!(
            browser.post("/arbetsyta/installningar", &settings("1")).await.status,
            303
        );
        assert_eq!(duties(&site, &administrator).await, ["Den andra"]);
        let page = read(&mut browser, &format!("/arbetsyta/dialoger/{second}/krockar")).await;
        holds(
            &page,
            &["Det blir 2 dialoger i Sjövik på ett år. Ni har satt gränsen till 1."],
        );
    }
}
