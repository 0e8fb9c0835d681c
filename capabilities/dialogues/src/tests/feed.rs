//! An official's calendar: the address is the key, and what it tells is read line by line.

use super::*;
use crate::checklist_acts::Assigning;
use db::Clock as _;
use jiff::civil::date;

const PAGE: &str = "/arbetsyta/kalender-prenumeration";

/// The path of the address that the page shows.
fn path(page: &str) -> String {
    let at = page
        .find("id=\"adress\">")
        .unwrap_or_else(|| panic!("no address on {page}"))
        + 12;
    let address = page[at..].split('<').next().expect("it ends");
    let at = address.find("/kalender/").expect("a calendar");
    address[at..].to_string()
}

async fn stranger(site: &Arc<Site>) -> Browser {
    Browser::new(site.clone(), capabilities)
}

#[tokio::test]
async fn a_calendar_is_fetched_without_signing_in_line_by_line() {
    for test in testkit::databases().await {
        let site = site(&test);
        let lead = staff(&site, Role::Coordinator).await;
        let id = published(&site, &lead).await;
        let mine = Assigning {
            owner: Some(Some(lead.id)),
            due_on: Some(Some(date(2026, 12, 24))),
        };
        crate::assign(&site, &lead, id, &["U08".to_string()], &mine)
            .await
            .expect("assigned");
        let mut browser = signed_in(&site, &lead).await;
        assert!(browser.get(PAGE).await.body.contains("Skapa en adress"));
        let made = browser.post(PAGE, &[("gor", "skapa")]).await;
        let path = path(&made.body);
        assert!(
            made.status == 200 && made.body.contains("href=\"webcal://"),
            "{}",
            made.body
        );
        assert!(!browser.get(PAGE).await.body.contains(&path), "shown once");

        let answer = stranger(&site).await.get(&path).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        assert_eq!(answer.headers["content-type"], "text/calendar; charset=utf-8");
        assert_eq!(answer.headers["cache-control"], "private, no-cache");
        assert!(answer.body.ends_with("END:VCALENDAR\r\n"));
        let lines: Vec<&str> = answer.body.split("\r\n").collect();
        assert!(
            lines.iter().all(|line| line.len() <= 75 && !line.contains('\n')),
            "{lines:#?}"
        );
        let whole = answer.body.replace("\r\n ", "");
        let events: Vec<Vec<&str>> = whole
            .split("BEGIN:VEVENT\r\n")
            .skip(1)
            .map(|event| event.split("\r\n").take_while(|line| *line != "END:VEVENT").collect())
            .collect();
        // The report and the feedback that the plan promises, and the item; the evaluation waits for its step.
        assert_eq!(events.len(), 3, "{whole}");
        let days: Vec<&str> = events.iter().map(|event| event[3]).collect();
        let expected = ["20260531", "20260815", "20261224"].map(|day| format!("DTSTART;VALUE=DATE:{day}"));
        assert_eq!(days, expected);
        let item = &events[2];
        let address = format!("URL:{}/arbetsyta/dialoger/{id}/checklista/U08", site.base_url);
        assert!(item[0].starts_with("UID:") && item[0].contains('@'), "{item:?}");
        assert_eq!(&item[1][..8], "DTSTAMP:");
        assert_eq!(item[4], "DTEND;VALUE=DATE:20261225");
        assert_eq!(
            item[5],
            "SUMMARY:Bocka av i checklistan: Hur ska Mörby park bli?: Spara frågor utanför ämnet och skicka dem till rätt förvaltning."
        );
        assert!(item.contains(&address.as_str()), "{item:?}");
        let mut identifiers: Vec<&str> = events.iter().map(|event| event[0]).collect();
        identifiers.dedup();
        assert_eq!(identifiers.len(), 3);
        let english = stranger(&site)
            .await
            .get(&format!("/en{path}"))
            .await
            .body
            .replace("\r\n ", "");
        assert!(
            english.contains("SUMMARY:Tick off in the checklist: ") && english.contains(item[0]),
            "{english}"
        );
    }
}

#[tokio::test]
async fn a_calendar_changes_when_what_it_tells_does_and_only_then() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let lead = staff(&site, Role::ProjectLead).await;
    let id = crate::create(&site, &lead, "Park", "Vad?").await.expect("created");
    let token = crate::feed::subscribe(&site, &lead).await.expect("subscribed");
    let path = crate::feed::address(&token);
    let fetched = async || stranger(&site).await.get(&path).await;
    let first = fetched().await;
    test.clock.set(test.clock.now() + jiff::SignedDuration::from_hours(5));
    let second = fetched().await;
    assert_eq!(first.body, second.body, "nothing is new");
    let etag = &first.headers["etag"];
    assert_eq!(etag, &second.headers["etag"]);
    let due = |day| Assigning {
        owner: Some(Some(lead.id)),
        due_on: Some(Some(day)),
    };
    let items = ["F05".to_string()];
    crate::assign(&site, &lead, id, &items, &due(date(2026, 4, 1)))
        .await
        .expect("assigned");
    let third = fetched().await;
    assert!(third.headers["etag"] != *etag && third.body.contains("20260401"));
    crate::assign(&site, &lead, id, &items, &due(date(2026, 4, 2)))
        .await
        .expect("moved");
    let moved = fetched().await.body;
    let identifier = |body: &str| body.lines().find(|line| line.starts_with("UID:")).map(String::from);
    assert!(moved.contains("DTSTART;VALUE=DATE:20260402"));
    assert_eq!(
        identifier(&moved),
        identifier(&third.body),
        "a moved day is the same event"
    );
    crate::tick_item(&site, &lead, id, "F05", method::TickStatus::Done, "Gjort")
        .await
        .expect("ticked");
    assert!(
        !fetched().await.body.contains("VEVENT"),
        "what is done leaves the calendar"
    );
}

#[tokio::test]
async fn an_address_is_exchanged_taken_away_and_nobody_guesses_one() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let lead = staff(&site, Role::ProjectLead).await;
    let mut browser = signed_in(&site, &lead).await;
    let first = path(&browser.post(PAGE, &[("gor", "skapa")]).await.body);
    let second = path(&browser.post(PAGE, &[("gor", "skapa")]).await.body);
    let mut program = stranger(&site).await;
    assert_eq!(program.get(&first).await.status, 404);
    assert_eq!(program.get(&second).await.status, 200);
    for nothing in [
        "/kalender/gissning.ics",
        "/kalender/.ics",
        &second.replace(".ics", ""),
        "/kalender/x.txt",
    ] {
        assert_eq!(program.get(nothing).await.status, 404, "{nothing}");
    }
    assert_eq!(browser.post(PAGE, &[("gor", "ta-bort")]).await.status, 303);
    assert_eq!(program.get(&second).await.status, 404);
    assert!(program.get(PAGE).await.location.starts_with("/logga-in"));
    assert_eq!(browser.post(PAGE, &[("gor", "nåt")]).await.status, 400);
}

#[tokio::test]
async fn a_coordinator_keeps_a_calendar_of_the_dialogues_they_lead() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let lead = staff(&site, Role::ProjectLead).await;
    let coordinator = staff(&site, Role::Coordinator).await;
    published(&site, &coordinator).await;
    let mine = crate::feed::subscribe(&site, &coordinator).await.expect("subscribed");
    let theirs = crate::feed::subscribe(&site, &lead).await.expect("subscribed");
    let mut program = stranger(&site).await;
    assert_eq!(
        program
            .get(&crate::feed::address(&mine))
            .await
            .body
            .matches("BEGIN:VEVENT")
            .count(),
        2
    );
    assert_eq!(
        program
            .get(&crate::feed::address(&theirs))
            .await
            .body
            .matches("BEGIN:VEVENT")
            .count(),
        0
    );
}
